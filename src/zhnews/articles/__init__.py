"""Which passages belong together? Blocks as articles.

``build_blocks`` says what each passage is, ``find_articles`` which passages
make one article.
"""

from __future__ import annotations

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.grouping import Draft, Found, find_articles
from zhnews.articles.parts import build_blocks

__all__ = ["Block", "Draft", "Found", "Kind", "build_blocks", "find_articles"]

"""Which passages belong together? Blocks as articles.

``build_blocks`` says what each passage is, ``find_articles`` which passages
make one article. ``end_sentences`` comes before both where one mark stands for all, and
``as_printed`` behind them.
"""

from __future__ import annotations

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.dots import as_printed, end_sentences
from zhnews.articles.grouping import Draft, Found, find_articles
from zhnews.articles.parts import build_blocks

__all__ = [
    "Block",
    "Draft",
    "Found",
    "Kind",
    "as_printed",
    "build_blocks",
    "end_sentences",
    "find_articles",
]

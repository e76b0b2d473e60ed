"""A page in other people's forms."""

from __future__ import annotations

from zhnews.output.characters import printable, to_json
from zhnews.output.plain import article_to_dict, page_to_dict, page_to_json, page_to_jsonl
from zhnews.output.text import article_to_text, page_to_text

__all__ = [
    "article_to_dict",
    "article_to_text",
    "page_to_dict",
    "page_to_json",
    "page_to_jsonl",
    "page_to_text",
    "printable",
    "to_json",
]

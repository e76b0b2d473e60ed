"""A page in other people's forms."""

from __future__ import annotations

from zhnews.output.characters import printable, to_json
from zhnews.output.coverage import coverage
from zhnews.output.csv_table import csv_header, page_to_csv
from zhnews.output.jsonld import article_to_jsonld, page_to_jsonld
from zhnews.output.markdown import article_to_markdown, page_to_markdown
from zhnews.output.plain import article_to_dict, page_to_dict, page_to_json, page_to_jsonl
from zhnews.output.proof import page_to_html
from zhnews.output.text import article_to_text, page_to_text

__all__ = [
    "article_to_dict",
    "article_to_jsonld",
    "article_to_markdown",
    "article_to_text",
    "coverage",
    "csv_header",
    "page_to_csv",
    "page_to_dict",
    "page_to_html",
    "page_to_json",
    "page_to_jsonl",
    "page_to_jsonld",
    "page_to_markdown",
    "page_to_text",
    "printable",
    "to_json",
]

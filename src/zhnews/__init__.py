"""Read the raw text of a Chinese newspaper page as articles.

``read_page`` takes the text that a PDF extractor or a recognition model made
of a page and gives its articles; each part of that walk can be used alone.
Names load on first use, so that ``import zhnews`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhnews.articles import Block, Kind
    from zhnews.excerpt import Excerpt, Span
    from zhnews.fields.credits import Credit, find_credits, read_credit_line
    from zhnews.fields.datelines import Dateline, read_dateline
    from zhnews.fields.sources import Source, read_source
    from zhnews.many import Failure, read_pages
    from zhnews.numbers import (
        DateMention,
        NumeralError,
        Quantity,
        find_dates,
        find_numbers,
        find_quantities,
        format_numeral,
        normalize_numbers,
        parse_numeral,
    )
    from zhnews.page import Article, Page, read_page
    from zhnews.repair import RULES, Change, Dropped, Line, Repaired, Rule, repair_text
    from zhnews.vocab import STANDARD, TableError, Vocabulary

__version__ = "0.1.0"

#: Where each public name is made.
_HOMES = {
    "articles": ("Block", "Kind"),
    "many": ("Failure", "read_pages"),
    "excerpt": ("Excerpt", "Span"),
    "fields.credits": ("Credit", "find_credits", "read_credit_line"),
    "fields.datelines": ("Dateline", "read_dateline"),
    "fields.sources": ("Source", "read_source"),
    "numbers": (
        "DateMention",
        "NumeralError",
        "Quantity",
        "find_dates",
        "find_numbers",
        "find_quantities",
        "format_numeral",
        "normalize_numbers",
        "parse_numeral",
    ),
    "page": ("Article", "Page", "read_page"),
    "repair": ("RULES", "Change", "Dropped", "Line", "Repaired", "Rule", "repair_text"),
    "vocab": ("STANDARD", "TableError", "Vocabulary"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "RULES",
    "STANDARD",
    "Article",
    "Block",
    "Change",
    "Credit",
    "DateMention",
    "Dateline",
    "Dropped",
    "Excerpt",
    "Failure",
    "Kind",
    "Line",
    "NumeralError",
    "Page",
    "Quantity",
    "Repaired",
    "Rule",
    "Source",
    "Span",
    "TableError",
    "Vocabulary",
    "find_credits",
    "find_dates",
    "find_numbers",
    "find_quantities",
    "format_numeral",
    "normalize_numbers",
    "parse_numeral",
    "read_credit_line",
    "read_dateline",
    "read_page",
    "read_pages",
    "read_source",
    "repair_text",
]


if not TYPE_CHECKING:  # a type checker would take any name for known

    def __getattr__(name: str) -> object:
        if name not in _HOME_OF:
            msg = f"module 'zhnews' has no attribute {name!r}"
            raise AttributeError(msg)
        value = getattr(import_module(f"zhnews.{_HOME_OF[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])

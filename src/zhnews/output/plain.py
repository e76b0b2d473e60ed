"""A page in plain values: dictionaries, JSON, JSON Lines."""

from __future__ import annotations

from typing import Any

from zhnews.output.characters import to_json
from zhnews.page import Article, Page
from zhnews.plain import plain

__all__ = ["article_to_dict", "page_to_dict", "page_to_json", "page_to_jsonl"]


def page_to_dict(page: Page, *, spans: bool = False) -> dict[str, Any]:
    """The page in plain strings; see ``docs/reference/plain-form.md``.

    Args:
        page: What was read.
        spans: Add where every text stands, and what was dropped and why.
    """
    return page.to_dict(spans=spans)


def article_to_dict(article: Article, *, spans: bool = False) -> dict[str, Any]:
    """One article in plain strings.

    Args:
        article: What was read.
        spans: Add where every text stands.
    """
    return article.to_dict(spans=spans)


def page_to_json(page: Page, *, document: str | None = None, spans: bool = False) -> str:
    """The page as one JSON object.

    Args:
        page: What was read.
        document: What the page is called; stands first, under ``doc``.
        spans: Add where every text stands, and what was dropped and why.
    """
    named = {} if document is None else {"doc": document}
    return to_json(named | page.to_dict(spans=spans), indent=1) + "\n"


def page_to_jsonl(page: Page, *, document: str | None = None, spans: bool = False) -> str:
    """The page as JSON Lines: a line an article, with what holds for the page.

    Args:
        page: What was read.
        document: What the page is called; stands first, under ``doc``.
        spans: Add where every text stands.
    """
    head: dict[str, Any] = {} if document is None else {"doc": document}
    head |= {"publication": plain(page.publication), "issue_date": page.issue_date}
    return "".join(
        to_json(head | {"number": number} | article.to_dict(spans=spans)) + "\n"
        for number, article in enumerate(page.articles, 1)
    )

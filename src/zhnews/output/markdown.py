"""A page as Markdown: front matter, headings, paragraphs (CommonMark)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from zhnews.articles.blocks import Block, Kind
from zhnews.output.characters import printable
from zhnews.output.text import opened, origin_of
from zhnews.page import Article, Page
from zhnews.plain import plain

__all__ = ["article_to_markdown", "page_to_markdown"]

#: ASCII punctuation that means something inside a line.
_INLINE = re.compile(r"[\\`*_\[\]<>&~|]")

#: What would make a line a heading, a list item or a rule.
_OPENING = re.compile(r"(?m)^(?=[#+\-=])|^(\d{1,9})(?=[.)])")

#: An address that may stand as a link; nothing else becomes one.
_ADDRESS = re.compile(r"https?://[^\s<>\x00-\x20]+")


def page_to_markdown(page: Page, *, document: str | None = None) -> str:
    """All articles of a page: the page's front matter, then a section each.

    Args:
        page: What was read.
        document: What the page is called; stands in the front matter.
    """
    matter = {
        "doc": document,
        "publication": plain(page.publication),
        "date": page.issue_date,
        "articles": len(page.articles),
    }
    sections = ["\n\n".join(_sections(article, level=2)) for article in page.articles]
    return _front_matter(matter) + "\n\n---\n\n".join(sections) + "\n"


def article_to_markdown(article: Article) -> str:
    """One article as a document of its own, its fields in the front matter."""
    matter = {
        "title": plain(article.headline),
        "kicker": plain(article.kicker),
        "subtitle": plain(article.decks),
        "authors": [credit.name.text for credit in article.credits],
        "source": plain(article.source),
        "date": article.date,
        "dateline": article.dateline and article.dateline.text.text,
    }
    return _front_matter(matter) + "\n\n".join(_sections(article, level=1)) + "\n"


def _front_matter(fields: dict[str, Any]) -> str:
    """YAML, of which JSON's strings and lists are a part; empty fields are left out."""
    lines = [
        f"{key}: {json.dumps(_clean(value), ensure_ascii=False)}\n"
        for key, value in fields.items()
        if value not in (None, [], "")
    ]
    return "".join(["---\n", *lines, "---\n\n"])


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value).replace("\u2028", " ").replace("\u2029", " ")
    return [_clean(part) for part in value] if isinstance(value, list) else value


def _sections(article: Article, level: int) -> Iterator[str]:
    """The passages of an article, each a Markdown block."""
    for block in article.blocks:
        if block.kind is Kind.KICKER:
            yield f"**{escape(block.text.text)}**"
    for block in article.blocks:
        if block.kind is Kind.HEADLINE:
            yield f"{'#' * level} {escape(block.text.text)}"
    for block in article.blocks:
        if block.kind is Kind.DECK:
            yield f"**{escape(block.text.text)}**"
    origin = origin_of(article)
    if origin:
        yield f"*{escape(origin)}*"
    for block, text in opened(article):
        yield from _body(block, escape(text), level)


def _body(block: Block, text: str, level: int) -> Iterator[str]:
    if block.kind in (Kind.PARAGRAPH, Kind.DATELINE):
        yield text
    elif block.kind is Kind.CROSSHEAD:
        yield f"{'#' * (level + 1)} {text}"
    elif block.kind is Kind.CAPTION:
        yield f"*{text}*"
    elif block.kind in (Kind.PULL_QUOTE, Kind.ATTACHMENT):
        yield f"> {text}"
    elif block.kind is Kind.LINK:
        yield _link(block.text.text)
    elif block.kind is Kind.TABLE and block.cells:
        yield _table([[escape(cell.text) for cell in row] for row in block.cells])


def _table(rows: list[list[str]]) -> str:
    """A pipe table; the first row is its head, short rows are filled up."""
    width = max(map(len, rows))
    filled = [row + [""] * (width - len(row)) for row in rows]
    lines = [filled[0], ["---"] * width, *filled[1:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)


def _link(text: str) -> str:
    address = printable(text)
    return f"<{address}>" if _ADDRESS.fullmatch(address) else escape(address)


def escape(text: str) -> str:
    r"""The text so that Markdown shows it as it is, on one line.

    >>> print(escape("1. GPT*4 <b>"))
    1\. GPT\*4 \<b\>
    """
    line = " ".join(printable(text).split())
    line = _INLINE.sub(lambda found: "\\" + found.group(), line)
    return _OPENING.sub(lambda found: (found.group(1) or "") + "\\", line, count=1)

"""A page as plain text: articles as a person wants to read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from zhnews.articles.blocks import Block, Kind
from zhnews.output.characters import printable
from zhnews.page import Article, Page

__all__ = ["article_to_text", "opened", "origin_of", "page_to_text"]

#: Gives a passage the look of its kind, as colours on a terminal.
Style = Callable[[str, Kind], str]

#: Between two articles.
_RULE = "─" * 40


def page_to_text(page: Page, *, style: Style | None = None) -> str:
    """The articles of a page one after the other, control characters left out.

    Args:
        page: What was read.
        style: Gives a passage the look of its kind; none by default.
    """
    texts = [article_to_text(article, style=style) for article in page.articles]
    return f"\n{_RULE}\n\n".join(texts)


def article_to_text(article: Article, *, style: Style | None = None) -> str:
    """One article: kicker, headline, who, whence and when, then the body."""
    look = style or (lambda text, kind: text)
    lines = [
        look(printable(block.text.text), block.kind)
        for kind in (Kind.KICKER, Kind.HEADLINE, Kind.DECK)
        for block in article.blocks
        if block.kind is kind
    ]
    origin = printable(origin_of(article))
    if origin:
        lines.append(look(origin, Kind.BYLINE))
    body = [
        line
        for block, text in opened(article)
        for line in _body_lines(block, printable(text), look)
    ]
    return "".join(f"{line}\n" for line in [*lines, *([""] if lines and body else []), *body])


def origin_of(article: Article) -> str:
    """Who wrote it, from where and when, on one line; may be empty.

    Credits that one organization and role share stand together.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for credit in article.credits:
        organization = credit.organization.text if credit.organization else ""
        groups.setdefault((organization, credit.role), []).append(credit.name.text)
    parts = [
        " ".join(filter(None, (organization, *names))) + f" ({role})"
        for (organization, role), names in groups.items()
    ]
    if article.source:
        parts.append(article.source.text)
    if article.date:
        parts.append(article.date)
    return " · ".join(parts)


def opened(article: Article) -> Iterator[tuple[Block, str]]:
    """The blocks and their texts; a dateline stands before the paragraph it opens."""
    dateline: Block | None = None
    for block in article.blocks:
        if block.kind is Kind.DATELINE and dateline is None:
            dateline = block
        elif block.kind is Kind.PARAGRAPH and dateline is not None:
            yield block, f"{dateline.text.text.strip()}\u3000{block.text.text}"
            dateline = None
        else:
            yield block, block.text.text
    if dateline is not None:
        yield dateline, dateline.text.text


def _body_lines(block: Block, text: str, look: Style) -> Iterator[str]:
    if block.kind is Kind.CROSSHEAD:
        yield ""
        yield look(text, block.kind)
    elif block.kind in (Kind.PARAGRAPH, Kind.DATELINE):
        yield look("\u3000\u3000" + text, block.kind)
    elif block.kind is Kind.CAPTION:
        yield look(f"［图］{text}", block.kind)
    elif block.kind is Kind.PULL_QUOTE:
        yield look(f"｜{text}", block.kind)
    elif block.kind is Kind.TABLE:
        for row in block.cells:
            yield look("\t".join(printable(cell.text) for cell in row), block.kind)
    elif block.kind in (Kind.LINK, Kind.ATTACHMENT):
        yield look(f"→ {text}", block.kind)

"""The four laws as checks of one page: what a test and a fuzzer ask of every text.

Each gives what breaks the law, in words, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhnews.excerpt import Excerpt, Span
from zhnews.numbers import find_dates, find_numbers, find_quantities
from zhnews.page import Article, Page, read_page
from zhnews.repair import repair_text
from zhnews.repair.characters import keep_counterparts
from zhnews.repair.columns import COLUMNS

__all__ = [
    "broken_laws",
    "broken_silence",
    "excerpts_of",
    "misplaced",
    "shows_columns_late",
    "unaccounted",
    "unselected",
]

#: What stands in a text for white space of another kind: a line break in a
#: passage of Latin words, a space of another width.
SPACE = " "

#: What layout alone never is: leaders, page numbers and ornaments have no words.
_WORD = re.compile(r"[\u4e00-\u9fff]{2}")


def blocks_of(page: Page) -> Iterator[Excerpt]:
    """The texts of all blocks of a page."""
    for article in page.articles:
        yield from (block.text for block in article.blocks)
    yield from (block.text for block in (*page.furniture, *page.contents))


def unaccounted(page: Page) -> list[str]:
    """Conservation: each printed character is in one block or in ``dropped``, once."""
    held = bytearray(len(page.raw))
    broken: list[str] = []
    spans = [span for text in blocks_of(page) for span in text.spans]
    for span in (*spans, *(drop.span for drop in page.dropped)):
        if not 0 <= span.start < span.end <= len(page.raw):
            broken.append(f"{span} is no stretch of the text")
        elif any(held[span.start : span.end]):
            broken.append(f"{span} is held twice: {page.raw[span.start : span.end]!r}")
        held[span.start : span.end] = b"\1" * len(span)
    lost = [i for i, mark in enumerate(held) if not mark and not page.raw[i].isspace()]
    if lost:
        broken.append(f"held nowhere: {lost[:5]}, {''.join(page.raw[i] for i in lost[:40])!r}")
    for drop in page.dropped:
        text = page.raw[drop.span.start : drop.span.end]
        if not drop.reason or (drop.reason == "layout" and _WORD.search(text)):
            broken.append(f"dropped without a rule: {text!r}")
    return broken


def excerpts_of(article: Article) -> Iterator[Excerpt]:
    """Every excerpt that an article gives out: its blocks, cells and fields."""
    for block in article.blocks:
        yield block.text
        yield from (cell for row in block.cells for cell in row)
    for credit in article.credits:
        yield credit.name
        if credit.organization is not None:
            yield credit.organization
    if article.source is not None:
        yield article.source
    if article.dateline is not None:
        yield article.dateline.text
    yield from (*article.links, *article.attachments)


def unselected(page: Page) -> list[str]:
    """Selection: every excerpt is the raw text at its spans, one for one."""
    texts = [text for article in page.articles for text in excerpts_of(article)]
    texts += [block.text for block in (*page.furniture, *page.contents)]
    if page.publication is not None:
        texts.append(page.publication)
    return [f"{text!r} is not in the text" for text in texts if not stands_in(text, page.raw)]


def stands_in(text: Excerpt, raw: str) -> bool:
    """Whether an excerpt is what the raw text has at its spans, up to counterparts."""
    printed = "".join(raw[span.start : span.end] for span in text.spans)
    if printed == text.text:
        return True
    if len(printed) != len(text.text):
        return False
    forms = keep_counterparts(Excerpt.of(printed)).text
    return all(
        after in (before, form) or (after == SPACE and before.isspace())
        for before, form, after in zip(printed, forms, text.text, strict=True)
    )


def broken_silence(raw: str) -> list[str]:
    """Silence: repairing twice is repairing once."""
    once = repair_text(raw).text
    twice = repair_text(once).text
    return [] if once == twice else [f"repaired again: {once!r} became {twice!r}"]


def shows_columns_late(raw: str) -> bool:
    """Whether a page shows only after other repairs that its columns were read across.

    The known limit of silence: a repair looks for columns once more only where
    it finds anything else.
    """
    again = repair_text(repair_text(raw).text)
    return any(COLUMNS in line.repairs for line in again.lines)


def misplaced(raw: str) -> list[str]:
    """What is found of numbers and days stands where it says, in order, apart."""
    broken: list[str] = []
    for find in (find_numbers, find_quantities, find_dates):
        before = Span(0, 0)
        for item in find(raw):
            span = Span(item.text.start, item.text.end)
            if raw[span.start : span.end] != item.text.text:
                broken.append(f"{item} is not in the text")
            if span.start < before.end:
                broken.append(f"{item} overlaps the one before")
            before = span
    return broken


def broken_laws(raw: str) -> list[str]:
    """Everything that is wrong with the reading of a text."""
    page = read_page(raw)
    silence = broken_silence(raw)
    if silence and shows_columns_late(raw):
        silence = []
    return [*unaccounted(page), *unselected(page), *silence, *misplaced(raw)]

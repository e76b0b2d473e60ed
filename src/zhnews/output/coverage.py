"""What became of every character? The raw text as stretches, each with its fate."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from attrs import field, frozen

from zhnews.articles.blocks import Block
from zhnews.excerpt import Span
from zhnews.page import Page

__all__ = ["Coverage", "Passage", "Stretch", "coverage"]

_PRINTED = re.compile(r"\S")


@frozen
class Passage:
    """A passage of the page, or a stretch that was dropped.

    Attributes:
        name: Unique on the page: ``a2-0`` is the first block of the second
            article, ``f1`` furniture, ``c1`` contents, ``d1`` dropped.
        kind: The kind of the block in words; "dropped" for what is in none.
        article: The article's number, from 1; None for what is in none.
        reason: The rule that dropped it; else None.
        block: The block; None for what was dropped.
    """

    name: str
    kind: str
    article: int | None = None
    reason: str | None = None
    block: Block | None = None


@frozen
class Stretch:
    """A stretch of the raw text and the passage it became part of.

    Attributes:
        span: Where it stands.
        passage: What it became; None for white space between passages.
    """

    span: Span
    passage: Passage | None


@frozen
class Coverage:
    """The raw text from its first to its last character.

    Attributes:
        passages: What stands on the page, in the order of the articles, then
            furniture, contents, dropped.
        stretches: All of the raw text, in order, without gap or overlap. White
            space inside a passage is part of its stretch.
    """

    passages: tuple[Passage, ...]
    stretches: tuple[Stretch, ...]
    _starts: tuple[int, ...] = field(repr=False)

    def at(self, place: int) -> Passage | None:
        """The passage that holds a character of the raw text; None for none."""
        index = bisect_right(self._starts, place) - 1
        return self.stretches[index].passage if index >= 0 else None


def coverage(page: Page) -> Coverage:
    """What became of every character of a page."""
    claims = list(_claims(page))
    passages = tuple(passage for passage, _ in claims)
    placed = sorted(
        ((span, passage) for passage, spans in claims for span in spans if len(span)),
        key=lambda claim: claim[0],
    )
    stretches = tuple(_fill(page.raw, placed))
    return Coverage(passages, stretches, tuple(stretch.span.start for stretch in stretches))


def _claims(page: Page) -> Iterator[tuple[Passage, tuple[Span, ...]]]:
    """Every passage with the stretches that the page says it holds."""
    for number, article in enumerate(page.articles, 1):
        for index, block in enumerate(article.blocks):
            name = f"a{number}-{index}"
            yield Passage(name, block.kind.value, number, block=block), block.text.spans
    for letter, blocks in (("f", page.furniture), ("c", page.contents)):
        for index, block in enumerate(blocks, 1):
            yield Passage(f"{letter}{index}", block.kind.value, block=block), block.text.spans
    for index, drop in enumerate(page.dropped, 1):
        yield Passage(f"d{index}", "dropped", reason=drop.reason), (drop.span,)


def _fill(raw: str, placed: list[tuple[Span, Passage]]) -> Iterator[Stretch]:
    """The claims in order, neighbours of one passage as one, with what lies between."""
    start = 0  # of the stretch that is being made
    end = 0
    passage: Passage | None = None
    for span, following in placed:
        if span.end <= end:  # (never, while the blocks partition the text)
            continue
        between = span.start > end and _PRINTED.search(raw, end, span.start) is not None
        if following is not passage or between:
            if end > start:
                yield Stretch(Span(start, end), passage)
            if span.start > end:
                yield Stretch(Span(end, span.start), None)
            start, passage = max(span.start, end), following
        end = span.end
    if end > start:
        yield Stretch(Span(start, end), passage)
    if len(raw) > end:
        yield Stretch(Span(end, len(raw)), None)

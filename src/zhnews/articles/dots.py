"""Which mark ends a sentence, on a page that prints one mark for all?

Papers of the Republic set a dot wherever one breathes, and editions and recognition write
it as 、: there it parts clauses and ends paragraphs too. All that weighs where a paragraph
ends asks for a full stop. So one stands in for the last dot of a line that leaves space
behind it, as long as the page is read; what is handed out has the dot that is printed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attrs import evolve

from zhnews.articles.blocks import Block
from zhnews.articles.grouping import Found
from zhnews.excerpt import Excerpt
from zhnews.repair.flow import measure_fit
from zhnews.repair.lines import Line

__all__ = ["as_printed", "end_sentences"]

#: A page has one mark for all if it has so many dots, and for each comma or stop of another
#: kind so many: a list of names has as many dots, but no line that ends with one in a short
#: line, and its page has commas.
FEWEST_DOTS = 12
DOTS_FOR_EACH = 8

_DOT, _STOP = "、", "。"
_OTHERS = "，。；！？,"


def end_sentences(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines, with a full stop for the dot that ends a paragraph, and where these dots stand.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("昨日到貨二十餘船、本街胃口呆滯、\\n" * 6 + "市形疲軟、\\n")
    >>> ended, places = end_sentences(page)
    >>> ended[-1].text.text, len(places)
    ('市形疲軟。', 1)
    >>> end_sentences(split_lines("糧、棉、油均告豐收，\\n市面平穩。"))[1]
    frozenset()
    """
    texts = [line.text.text for line in lines]
    dots = sum(text.count(_DOT) for text in texts)
    if dots < FEWEST_DOTS:
        return lines, frozenset()
    others = sum(text.count(mark) for text in texts for mark in _OTHERS)
    if others * DOTS_FOR_EACH > dots:
        return lines, frozenset()
    ended = list(lines)
    places: set[int] = set()
    for i, (line, fit) in enumerate(zip(lines, measure_fit(lines), strict=True)):
        text = line.text.text
        if text.endswith(_DOT) and fit.full < 2:
            places.add(line.text.place(len(text) - 1))
            ended[i] = evolve(line, text=line.text.replaced(text[:-1] + _STOP))
    return tuple(ended), frozenset(places)


def as_printed(found: Found, places: Collection[int]) -> Found:
    """The articles with the dots that are printed, at the places of the stops put for them."""
    return evolve(
        found,
        drafts=tuple(
            evolve(draft, blocks=_blocks_as_printed(draft.blocks, places)) for draft in found.drafts
        ),
        furniture=_blocks_as_printed(found.furniture, places),
        contents=_blocks_as_printed(found.contents, places),
    )


def _blocks_as_printed(blocks: Iterable[Block], places: Collection[int]) -> tuple[Block, ...]:
    return tuple(
        evolve(
            block,
            text=_as_printed(block.text, places),
            cells=tuple(tuple(_as_printed(cell, places) for cell in row) for row in block.cells),
        )
        for block in blocks
    )


def _as_printed(text: Excerpt, places: Collection[int]) -> Excerpt:
    if _STOP not in text.text:
        return text
    at = (place for span in text.spans for place in range(span.start, span.end))
    pairs = zip(text.text, at, strict=True)
    return text.replaced("".join(_DOT if place in places else mark for mark, place in pairs))

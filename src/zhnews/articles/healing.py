"""Which passages are the parts of one paragraph?

A picture, or the end of a page or column, stands in the middle of its sentence.
"""

from __future__ import annotations

from collections import Counter

from attrs import evolve

from zhnews.articles.leads import is_salutation
from zhnews.articles.passages import Passage
from zhnews.articles.signed_ends import is_signed_behind
from zhnews.articles.vetoes import KEYWORDS
from zhnews.fields.captions import opens_caption
from zhnews.repair.flow import join_lines, would_break

__all__ = ["heal_paragraphs"]

#: A paragraph on one line that ends without a stop is the half of one from this
#: length on, in characters.
SHORTEST_HALF = 30

#: How many passages may stand between the halves of a broken paragraph.
FURTHEST_HALF = 30

#: In how many places a paragraph may be interrupted.
MOST_HALVES = 12

#: Columns that differ by no more, in half-widths, are the same.
SAME_COLUMN = 4


def heal_paragraphs(
    passages: tuple[Passage, ...], begun: frozenset[int] = frozenset()
) -> tuple[Passage, ...]:
    """Join the halves of paragraphs that other passages interrupt.

    A paragraph that ends within a sentence, on a full line, goes on in the
    next one that does not begin as a paragraph does.

    Args:
        passages: The page's passages.
        begun: The ids of the lines below a dateline or source: they begin a text.
    """
    healed: list[Passage] = []
    waiting: int | None = None
    halves: Counter[int] = Counter()
    for passage in passages:
        if waiting is not None and halves[waiting] >= MOST_HALVES:
            waiting = None
        closes = (
            bool(healed) and halves[len(healed) - 1] < MOST_HALVES and _closes(healed[-1], passage)
        )
        if closes:
            waiting = len(healed) - 1
        called = is_salutation(passage.text.text)
        apart = passage.display or called or opens_caption(passage.text)
        if waiting is not None and (closes or not apart):
            before = healed[waiting]
            near = len(healed) - waiting <= FURTHEST_HALF
            near = near and id(passage.lines[0]) not in begun
            if closes or (near and _goes_on(before, passage)):
                healed[waiting] = _joined(before, passage)
                halves[waiting] += 1
                waiting = waiting if _is_unfinished(healed[waiting]) else None
                continue
        healed.append(passage)
        if not apart:
            waiting = len(healed) - 1 if _is_unfinished(passage) else None
    return tuple(healed)


def _joined(before: Passage, passage: Passage) -> Passage:
    lines = (*before.lines, *passage.lines)
    return evolve(
        before,
        text=join_lines(list(lines)),
        lines=lines,
        finished=passage.finished,
        fits=(*before.fits, *passage.fits),
    )


def _closes(before: Passage, passage: Passage) -> bool:
    """Whether a passage begins with the end of a bracket that the last one opened."""
    opened, first = before.text.text, passage.lines[0].text.text
    return ("）" in first or ")" in first) and any(
        opened.count(mark) > opened.count(end) and end in first and mark not in first.split(end)[0]
        for mark, end in (("（", "）"), ("(", ")"))
    )


def _is_unfinished(passage: Passage) -> bool:
    """Whether a paragraph stops in the middle: on a full line, without a stop."""
    text = passage.text.text
    if passage.finished or is_signed_behind(text):
        return False
    last = passage.fits[-1]
    full = last.full > 0 or last.above in ("full", "wider")
    full = full or text[-1] in "，、" or (not last.column and len(text) > SHORTEST_HALF)
    if not full or text[-1] in "：:":
        return False
    return bool(last.full or not KEYWORDS.match(text))


def _goes_on(before: Passage, passage: Passage) -> bool:
    if passage.runs_on or would_break(passage.text.text):
        return True
    if len(before.lines) < 2 or abs(before.column - passage.column) > SAME_COLUMN:
        return False
    first = passage.fits[0]
    return not first.opens and passage.lines[0].indent < 2 and (first.full > 0 or first.column == 0)

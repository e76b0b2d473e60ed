"""Where does an article begin? Cuts where the evidence adds up to one.

The reasons are kept, so that an article can say why it begins where it does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import frozen

from zhnews.articles.evidence import weigh_cut
from zhnews.articles.sheets import Sheet

__all__ = ["Boundary", "find_boundaries", "reasons_of", "starts_of"]

#: Of two cuts one paragraph apart, neither under a line on display, only the
#: better one is made, unless both are as sure as this: few articles have a
#: single paragraph.
SURE = 2.0

#: What the evidence for a cut must add up to more than: a little less than nothing, as
#: a boundary too many costs less than two articles in one. ``LEAST`` holds where no
#: line on display stands over the paragraph, ``LEAST_WHOLE`` where each line of the
#: page is a paragraph; elsewhere, and where there is little text, it is nothing.
LEAST = -0.8
LEAST_WHOLE = -1.1

#: On a page of fewer paragraphs, words say too little of what belongs together.
FEWEST_TEXTS = 8


@frozen
class Boundary:
    """A cut before the block at ``index``.

    Attributes:
        index: The place of the block; it is the paragraph that the article begins with.
        score: What all evidence adds up to; 0 for the first text of the page.
        reasons: The evidence that speaks for it, the strongest first.
    """

    index: int
    score: float
    reasons: tuple[str, ...]


def starts_of(paragraphs: Sequence[int], cuts: Sequence[Boundary]) -> list[int]:
    """For each cut, which of the page's paragraphs its article begins with."""
    return [bisect_left(paragraphs, cut.index) for cut in cuts]


def find_boundaries(sheet: Sheet) -> list[Boundary]:
    """The paragraphs before which an article begins, the first one among them."""
    if not sheet.bodies:
        return []
    cuts = [Boundary(sheet.bodies[0], 0.0, ("the first text of the page",))]
    start = 0
    for k in range(1, len(sheet.bodies)):
        evidence = weigh_cut(sheet, k, start)
        score = sum(evidence.values())
        if score <= _least(sheet, k, start):
            continue
        cut = Boundary(sheet.bodies[k], score, reasons_of(evidence))
        if k - start > 1 or score >= SURE or sheet.shows(k) or sheet.shows(start):
            cuts.append(cut)
        elif start and cuts[-1].score < min(score, SURE):  # the page's first text begins one
            cuts[-1] = cut
        else:
            continue
        start = k
    return cuts


def _least(sheet: Sheet, k: int, start: int) -> float:
    """What the evidence for a cut before the ``k``-th paragraph must add up to."""
    if sheet.shows(k):
        return 0.0 if sheet.wrapped else LEAST_WHOLE
    little = k - start < 2 or len(sheet.bodies) < FEWEST_TEXTS
    return 0.0 if little else LEAST if sheet.wrapped else LEAST_WHOLE


def reasons_of(evidence: dict[str, float]) -> tuple[str, ...]:
    """What speaks for a cut, the strongest first."""
    names = [name for name in evidence if evidence[name] > 0]
    return tuple(sorted(names, key=lambda name: -evidence[name]))

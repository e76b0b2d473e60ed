"""Where does an article begin? Cuts where the evidence adds up to one.

The reasons are kept, so that an article can say why it begins where it does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from attrs import frozen

from zhnews.articles.evidence import Sheet, weigh_cut

__all__ = ["Boundary", "find_body", "find_boundaries", "starts_of"]

#: Of two cuts one paragraph apart, neither under a line on display, only the
#: better one is made, unless both are as sure as this: few articles have a
#: single paragraph.
SURE = 2.0

#: What the evidence for a cut must add up to where no line on display stands, or where
#: each line is a paragraph, at the least: a little less than nothing, as a
#: boundary too many costs less than two articles in one.
LEAST = -0.5

#: On a page of fewer paragraphs, words say too little of what belongs together.
FEWEST_TEXTS = 8

#: What it weighs by how much more the paragraphs on one side of a cut share
#: with a headline than with the one that the body has, in shares of their
#: words; the least of it; the least that such a cut must add up to; and what
#: paragraphs are taken to share with the headline of a body that has none.
HOMELESS_WEIGHT = 8.0
HOMELESS_GAIN = 0.1
HOMELESS_LEAST = -1.2
UNOWNED = 0.04


@frozen
class Boundary:
    """A cut before the block at ``index``.

    Attributes:
        index: The paragraph that the article begins with.
        score: What all evidence adds up to; more than ``LEAST``.
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
        cut = Boundary(sheet.bodies[k], score, _reasons(evidence))
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
        return 0.0 if sheet.wrapped else LEAST
    little = k - start < 2 or len(sheet.bodies) < FEWEST_TEXTS
    return 0.0 if little else LEAST


def find_body(
    title: frozenset[str],
    owners: Sequence[frozenset[str] | None],
    sheet: Sheet,
    cuts: Sequence[Boundary],
) -> Boundary | None:
    """The further cut that gives a headline without a body its own.

    A headline that stands away from all bodies says that there is an article
    more than the cuts have found. The cut goes where one side is about it and
    the other about the headline that the body has so far.

    Args:
        title: The words of the headline.
        owners: The words of each body's headline so far; None where it has none.
        sheet: The page.
        cuts: The cuts so far, one for each body.
    """
    if not cuts:
        return None
    best: Boundary | None = None
    words = sheet.words
    starts = starts_of(sheet.bodies, cuts)
    for start, end, owner in zip(starts, [*starts[1:], len(sheet.bodies)], owners, strict=True):
        passages = words.passages[start:end]
        own = words.affinities(title, passages)
        if not any(own):
            continue
        rival = words.affinities(owner, passages) if owner else [UNOWNED] * len(passages)
        leads = [mine - other for mine, other in zip(own, rival, strict=True)]
        before = list(accumulate(leads))
        for k in range(1, len(leads)):
            gain = max(before[k - 1], before[-1] - before[k - 1])
            if gain < HOMELESS_GAIN:
                continue
            evidence = weigh_cut(sheet, start + k, start)
            score = sum(evidence.values()) + HOMELESS_WEIGHT * min(1.0, gain)
            if score > (best.score if best else HOMELESS_LEAST):
                reasons = ("a headline that has no other body", *_reasons(evidence))
                best = Boundary(sheet.bodies[start + k], score, reasons)
    return best


def _reasons(evidence: dict[str, float]) -> tuple[str, ...]:
    """What speaks for a cut, the strongest first."""
    names = [name for name in evidence if evidence[name] > 0]
    return tuple(sorted(names, key=lambda name: -evidence[name]))

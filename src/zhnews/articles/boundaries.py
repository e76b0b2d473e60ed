"""Where does an article begin? Cuts where the evidence adds up to one.

The reasons are kept, so that an article can say why it begins where it does.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from zhnews.articles.evidence import Sheet, union, weigh_cut

__all__ = ["Boundary", "find_body", "find_boundaries"]

#: What it weighs that a headline without a body shares its words with what
#: follows a cut, by share; the least share; the least that a cut for it must
#: add up to; and how many paragraphs are looked at.
HOMELESS_WEIGHT = 5.0
HOMELESS_GAIN = 0.15
HOMELESS_LEAST = -0.5
FURTHEST = 12


@frozen
class Boundary:
    """A cut before the block at ``index``.

    Attributes:
        index: The paragraph that the article begins with.
        score: What all evidence adds up to; more than 0.
        reasons: The evidence that speaks for it, the strongest first.
    """

    index: int
    score: float
    reasons: tuple[str, ...]


def find_boundaries(sheet: Sheet) -> list[Boundary]:
    """The paragraphs before which an article begins, the first one among them."""
    if not sheet.bodies:
        return []
    cuts = [Boundary(sheet.bodies[0], 0.0, ("the first text of the page",))]
    start = 0
    for k in range(1, len(sheet.bodies)):
        evidence = weigh_cut(sheet, k, start)
        score = sum(evidence.values())
        if score > 0:
            cuts.append(Boundary(sheet.bodies[k], score, _reasons(evidence)))
            start = k
    return cuts


def find_body(
    title: frozenset[str], sheet: Sheet, cuts: Sequence[Boundary]
) -> Boundary | None:
    """The paragraph at which the body of a headline without one begins.

    A headline that stands away from all bodies says that there is an article
    more than the cuts have found: it begins where the headline's words do.
    """
    words, bodies = sheet.words, sheet.bodies
    starts = {cut.index for cut in cuts}
    best: Boundary | None = None
    start = 0
    for k in range(1, len(bodies)):
        if bodies[k] in starts:
            start = k
            continue
        ahead = union(words.passages[i] for i in _stretch(bodies, starts, k))
        past = union(words.passages[start:k])
        gain = words.affinity(title, ahead) - words.affinity(title, past)
        if gain < HOMELESS_GAIN:
            continue
        evidence = weigh_cut(sheet, k, start)
        score = sum(evidence.values()) + HOMELESS_WEIGHT * gain
        if score > (best.score if best else HOMELESS_LEAST):
            reasons = ("a headline that has no other body", *_reasons(evidence))
            best = Boundary(bodies[k], score, reasons)
    return best


def _stretch(bodies: Sequence[int], starts: set[int], k: int) -> range:
    """The paragraphs from the ``k``-th to the next cut, a few at the most."""
    end = k + 1
    while end < min(len(bodies), k + FURTHEST) and bodies[end] not in starts:
        end += 1
    return range(k, end)


def _reasons(evidence: dict[str, float]) -> tuple[str, ...]:
    """What speaks for a cut, the strongest first."""
    names = [name for name in evidence if evidence[name] > 0]
    return tuple(sorted(names, key=lambda name: -evidence[name]))

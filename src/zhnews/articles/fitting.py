"""Which cuts and which headlines fit best together?

Where headlines stand away from their bodies, a cut that the text hardly shows is
sure once a headline is about what follows it, and two lines on display are two
headlines once there are two bodies for them. So cuts, headlines and their homes
are weighed together, and changed one by one as long as the page as a whole gains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import evolve

from zhnews.articles.blocks import Kind
from zhnews.articles.boundaries import Boundary, reasons_of, starts_of
from zhnews.articles.evidence import Sheet, weigh_cut
from zhnews.articles.plans import Layout, Plan
from zhnews.articles.scales import Proposal, Scale

__all__ = ["fit_plan"]

#: The least that a change must gain, the most changes, the least evidence for a cut
#: that is tried, and how much looks may say at the most for or against a headline's
#: beginning with a line, for the other way to be tried too.
LEAST_GAIN = 0.5
MOST_CHANGES = 12
LEAST_CUT = -3.0
MOST_AGAINST = 6.0

#: Where no change alone gains, so many of the headlines and of the cuts that cost
#: least are changed together.
BEST_STARTS = 4
BEST_CUTS = 6

#: A page with more pairs of a line on display and a paragraph is left as it is.
MOST_PAIRS = 2400

#: How many paragraphs a cut may move.
SHIFTS = (-2, -1, 1, 2)


def fit_plan(sheet: Sheet, cuts: list[Boundary], plan: Plan) -> tuple[list[Boundary], Plan]:
    """The cuts and the plan that fit best together, from those to begin with.

    Returns them unchanged where every headline stands over its body, and on a page
    that is too large.
    """
    lines = sum(len(run.lines) for run in plan.runs)
    if not plan.is_stacked or lines * len(sheet.bodies) > MOST_PAIRS:
        return cuts, plan
    scale = Scale.make(sheet, plan)
    first = Proposal(
        tuple(starts_of(sheet.bodies, cuts)),
        {run.over: frozenset(run.starts) for run in plan.runs if run.lines},
    )
    best = _improve(scale, first)
    known = dict(zip(first.cuts, cuts, strict=True))
    fitted = [
        known.get(k) or _boundary(sheet, k, before) for before, k in pairwise((0, *best.cuts))
    ]
    return fitted, Plan.make(sheet, fitted, Layout(best.starts, scale.homes(best)))


def _improve(scale: Scale, proposal: Proposal) -> Proposal:
    """The proposal after all changes that gain, the best one first."""
    weight = scale.weigh(proposal)
    for _ in range(MOST_CHANGES):
        starts = _ranked(scale, _other_starts(scale, proposal))
        further = _ranked(scale, _further_cuts(scale, proposal))
        cuts = _ranked(scale, _other_cuts(scale, proposal))
        found = max((*starts[:1], *further[:1], *cuts[:1]), key=_weight, default=None)
        if found is None or found[0] < weight + LEAST_GAIN:
            both = (
                Proposal(cut.cuts, start.starts)
                for _, start in starts[:BEST_STARTS]
                for _, cut in further[:BEST_CUTS]
            )
            found = next(iter(_ranked(scale, both)), None)
        if found is None or found[0] < weight + LEAST_GAIN:
            break
        weight, proposal = found
    return proposal


def _ranked(scale: Scale, proposals: Iterable[Proposal]) -> list[tuple[float, Proposal]]:
    """Proposals with what speaks for them, the best one first."""
    return sorted(
        ((scale.weigh(proposal), proposal) for proposal in proposals), key=_weight, reverse=True
    )


def _weight(weighed: tuple[float, Proposal]) -> float:
    return weighed[0]


def _other_starts(scale: Scale, proposal: Proposal) -> Iterator[Proposal]:
    """One headline more, or one less."""
    for over, starts in proposal.starts.items():
        if over != scale.size and over not in proposal.cuts:
            continue
        for i, line in enumerate(scale.runs[over].lines):
            if i and line.kind is Kind.HEADLINE and abs(scale.prices[over][i]) < MOST_AGAINST:
                yield evolve(proposal, starts={**proposal.starts, over: starts ^ {i}})


def _further_cuts(scale: Scale, proposal: Proposal) -> Iterator[Proposal]:
    """One cut more."""
    for start, end in pairwise((*proposal.cuts, scale.size)):
        for k in range(start + 1, end):
            if not scale.sheet.shows(k) and scale.cut(k, start) > LEAST_CUT:
                yield evolve(proposal, cuts=tuple(sorted((*proposal.cuts, k))))


def _other_cuts(scale: Scale, proposal: Proposal) -> Iterator[Proposal]:
    """One cut less, or one elsewhere."""
    taken = set(proposal.cuts)
    for k in proposal.cuts[1:]:
        if scale.sheet.shows(k):
            continue
        rest = tuple(cut for cut in proposal.cuts if cut != k)
        yield evolve(proposal, cuts=rest)
        for to in (k + shift for shift in SHIFTS):
            if 0 < to < scale.size and to not in taken and not scale.sheet.shows(to):
                yield evolve(proposal, cuts=tuple(sorted((*rest, to))))


def _boundary(sheet: Sheet, k: int, start: int) -> Boundary:
    """The cut before the ``k``-th paragraph, which the evidence alone did not make."""
    evidence = weigh_cut(sheet, k, start)
    reasons = ("a headline that has no other body", *reasons_of(evidence))
    return Boundary(sheet.bodies[k], sum(evidence.values()), reasons)

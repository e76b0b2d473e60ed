"""Which cuts and which headlines fit best together?

Where headlines stand away from their bodies, a cut that the text hardly shows is
sure once a headline is about what follows it, and two lines on display are two
headlines once there are two bodies for them. So cuts, headlines and their homes
are weighed together, and changed one by one as long as the page as a whole gains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nlargest, nsmallest
from itertools import pairwise

from attrs import evolve, frozen

from zhnews.articles.blocks import Kind
from zhnews.articles.boundaries import Boundary, cut_before, starts_of
from zhnews.articles.plans import Layout, Plan
from zhnews.articles.scales import Proposal, Scale
from zhnews.articles.sheets import Sheet

__all__ = ["fit_plan"]

#: The least that a change must gain, how often all changes are tried, the least
#: evidence for a cut that is tried, and how much looks may say at the most for or
#: against a headline's beginning with a line, for the other way to be tried too.
LEAST_GAIN = 0.5
MOST_SWEEPS = 6
LEAST_CUT = -3.0
MOST_AGAINST = 6.0

#: The evidence of a cut that is neither taken back nor moved.
SURE_CUT = 1.5

#: So many cuts are tried at the most, the likeliest ones, and so many are taken back, those
#: for which least speaks: no page of a paper has more that are in doubt.
MOST_CUTS = 40

#: Where no change alone gains, so many of the headlines and of the cuts that cost
#: least are changed together.
BEST_LINES = 4
BEST_CUTS = 6

#: A page with more pairs of a line on display and a paragraph, with more paragraphs or with
#: more such lines is left as it is.
MOST_PAIRS = 2400
MOST_PARAGRAPHS = 240
MOST_LINES = 100

#: On a page of so many bodies as many lines on display are one headline for each.
FEWEST_EACH = 3

#: How many paragraphs a cut may move.
SHIFTS = (-2, -1, 1, 2)


def fit_plan(sheet: Sheet, cuts: list[Boundary], plan: Plan) -> tuple[list[Boundary], Plan]:
    """The cuts and the plan that fit best together, from those to begin with.

    Returns them unchanged where every headline stands over its body, and on a page
    that is too large.
    """
    lines = sum(len(run.lines) for run in plan.runs)
    size = len(sheet.bodies)
    is_large = size > MOST_PARAGRAPHS or lines > MOST_LINES or lines * size > MOST_PAIRS
    if not plan.is_stacked or is_large:
        return cuts, plan
    scale = Scale.make(sheet, plan)
    first = Proposal(tuple(starts_of(sheet.bodies, cuts)), scale.first)
    each = _one_for_each(plan, cuts)
    best = evolve(first, starts={**first.starts, **each}) if each else _improve(scale, first)
    known = dict(zip(first.cuts, cuts, strict=True))
    fitted = [
        known.get(k) or cut_before(sheet, k, before, "a headline that has no other body")
        for before, k in pairwise((0, *best.cuts))
    ]
    if fitted != cuts:
        plan = Plan.make(sheet, fitted)
    return fitted, plan.laid_out(Layout(best.starts, scale.homes(best)), sheet.words)


def _one_for_each(plan: Plan, cuts: list[Boundary]) -> dict[int, frozenset[int]]:
    """Where headlines begin if each line on display is one; nothing where that is not sure.

    All headlines stand in one place, away from their bodies, with as many lines as there are
    bodies, and the page shows without them where these begin.
    """
    filled = [run for run in plan.runs if run.lines]
    if len(filled) != 1 or len(cuts) < FEWEST_EACH:
        return {}
    lines = filled[0].lines
    if len(lines) != len(cuts) or any(line.kind is not Kind.HEADLINE for line in lines):
        return {}
    if any(cut.score < SURE_CUT for cut in cuts[1:]):
        return {}
    return {filled[0].over: frozenset(range(len(lines)))}


@frozen
class _Change:
    """A change of where articles and headlines begin.

    Attributes:
        cut: The paragraph before which an article begins no more, or now.
        moved: The other one, for a cut that moves.
        line: The paragraph that a line stands over and the line's number, if a
            headline begins with it no more, or now.
    """

    cut: int | None = None
    moved: int | None = None
    line: tuple[int, int] | None = None

    def applied(self, proposal: Proposal) -> Proposal:
        """A proposal changed so."""
        cuts = set(proposal.cuts)
        starts = proposal.starts
        for k in (self.cut, self.moved):
            if k is not None:
                cuts ^= {k}
        if self.line is not None:
            over, i = self.line
            starts = {**starts, over: starts[over] ^ {i}}
        return Proposal(tuple(sorted(cuts)), starts)


def _improve(scale: Scale, proposal: Proposal) -> Proposal:
    """The proposal after all changes that gain, the best ones first."""
    weight = scale.weigh(proposal)
    for _ in range(MOST_SWEEPS):
        lines = _ranked(scale, proposal, _changed_lines(scale, proposal))
        further = _ranked(scale, proposal, _further_cuts(scale, proposal))
        cuts = _ranked(scale, proposal, _changed_cuts(scale, proposal))
        alone = further if scale.is_loose(proposal) else []
        gaining = sorted((*lines, *alone, *cuts), key=_weight, reverse=True)
        if not gaining or gaining[0][0] < weight + LEAST_GAIN:
            both = (
                evolve(cut, line=line.line)
                for _, line in lines[:BEST_LINES]
                for _, cut in further[:BEST_CUTS]
            )
            gaining = _ranked(scale, proposal, both)[:1]
        before = weight
        for gain, change in gaining:
            if gain < before + LEAST_GAIN:
                break
            changed = change.applied(proposal)
            gained = scale.weigh(changed) if weight > before else gain
            if gained >= weight + LEAST_GAIN:
                weight, proposal = gained, changed
        if weight == before:
            break
    return proposal


def _ranked(
    scale: Scale, proposal: Proposal, changes: Iterable[_Change]
) -> list[tuple[float, _Change]]:
    """Changes with what speaks for the proposal changed so, the best one first."""
    weighed = ((scale.weigh(change.applied(proposal)), change) for change in changes)
    return sorted(weighed, key=_weight, reverse=True)


def _weight(weighed: tuple[float, _Change]) -> float:
    return weighed[0]


def _changed_lines(scale: Scale, proposal: Proposal) -> Iterator[_Change]:
    """One headline more, or one less."""
    for over in proposal.starts:
        if over != scale.size and over not in proposal.cuts:
            continue
        for i, line in enumerate(scale.runs[over].lines):
            if i and line.kind is Kind.HEADLINE and abs(scale.prices[over][i]) < MOST_AGAINST:
                yield _Change(line=(over, i))


def _further_cuts(scale: Scale, proposal: Proposal) -> Iterator[_Change]:
    """One cut more."""
    likely = (
        (weight, k)
        for start, end in pairwise((*proposal.cuts, scale.size))
        for k in range(start + 1, end)
        if not scale.sheet.shows(k) and (weight := scale.cut(k, start)) > LEAST_CUT
    )
    for _, k in nlargest(MOST_CUTS, likely):
        yield _Change(cut=k)


def _changed_cuts(scale: Scale, proposal: Proposal) -> Iterator[_Change]:
    """One cut less, or one elsewhere."""
    taken = set(proposal.cuts)
    unlikely = (
        (weight, k)
        for start, k in pairwise(proposal.cuts)
        if not scale.sheet.shows(k) and (weight := scale.cut(k, start)) <= SURE_CUT
    )
    for _, k in nsmallest(MOST_CUTS, unlikely):
        yield _Change(cut=k)
        for to in (k + shift for shift in SHIFTS):
            if 0 < to < scale.size and to not in taken and not scale.sheet.shows(to):
                yield _Change(cut=k, moved=to)

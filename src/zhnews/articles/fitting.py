"""Which cuts and which headlines fit best together?

Where headlines stand away from their bodies, a cut that the text hardly shows is
sure once a headline is about what follows it, and two lines on display are two
headlines once there are two bodies for them. So cuts, headlines and their homes
are weighed together, and changed one by one as long as the page as a whole gains.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, pairwise

from attrs import define, evolve, field, frozen

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.boundaries import Boundary, reasons_of, starts_of
from zhnews.articles.evidence import Sheet, weigh_cut
from zhnews.articles.looks import compare_places
from zhnews.articles.plans import Layout, Plan, Run
from zhnews.articles.roles import Role, price_begins, read_roles, score_roles
from zhnews.articles.words import words_of

__all__ = ["fit_plan"]

#: How likely a word of the headline stands in its body; how much a word says
#: against a body that has it not, where others have it, and where none has; and
#: what is added to a word's count elsewhere, so that few passages don't say too much.
IN_BODY = 0.45
MISSING = -0.7
UNHEARD = -0.3
UNSEEN = 0.35

#: What the words together weigh beside all else, and what they weigh at the most,
#: as pairs of characters of one word come together.
SHARE = 0.6
MOST = 6.0

#: What a line of a headline costs that is about nothing in the body.
ASIDE = 1.0

#: What it weighs that a headline stands over its body, what a headline without a
#: body costs, and how often bodies have headlines, against not, before any is seen.
IN_PLACE = 3.0
HOMELESS = 3.0
WITH_HEADLINE = 2.0
WITHOUT = 1.0

#: What the evidence of a cut weighs, and what is added to it (see boundaries.LEAST).
CUT = 2.0
CUT_GAIN = 0.5

#: What the looks of a headline's lines weigh; and the most that they say against
#: parting two lines that are about passages far from one another.
LOOKS = 1.3
APART = 1.5

#: The least fit of a headline and a body; and how many headlines and bodies at the
#: most may be left over for them to go together against what the words say.
LEAST_FIT = -1.0
MOST_LEFT = 2

#: What a headline costs that stands before one whose body comes earlier.
OUT_OF_ORDER = 0.3

#: The least that a change must gain, the most changes, the least evidence for a cut
#: that is tried, and the most that looks may say against a headline that is.
LEAST_GAIN = 0.5
MOST_CHANGES = 12
LEAST_CUT = -4.0
MOST_AGAINST = 6.0

#: Where no change alone gains, so many of the headlines and of the cuts that cost
#: least are changed together.
BEST_STARTS = 8
BEST_CUTS = 12

#: A page with more pairs of a line on display and a paragraph is left as it is.
MOST_PAIRS = 2400

#: How many paragraphs a cut may move.
SHIFTS = (-2, -1, 1, 2)

Starts = Mapping[int, frozenset[int]]


def fit_plan(sheet: Sheet, cuts: list[Boundary], plan: Plan) -> tuple[list[Boundary], Plan]:
    """The cuts and the plan that fit best together, from those to begin with.

    Returns them unchanged where every headline stands over its body.
    """
    lines = sum(len(run.lines) for run in plan.runs)
    if not plan.is_stacked or lines * len(sheet.bodies) > MOST_PAIRS:
        return cuts, plan
    scale = _Scale.make(sheet, plan)
    first = _Draft(
        tuple(starts_of(sheet.bodies, cuts)),
        {run.over: frozenset(run.starts) for run in plan.runs if run.lines},
    )
    best = _improve(scale, first)
    known = dict(zip(first.cuts, cuts, strict=True))
    fitted = [
        known.get(k) or _boundary(sheet, k, before) for before, k in pairwise((0, *best.cuts))
    ]
    return fitted, Plan.make(sheet, fitted, Layout(best.starts, scale.homes(best)))


@frozen
class _Draft:
    """Where articles and headlines begin.

    Attributes:
        cuts: The paragraphs that articles begin with, by number, in order.
        starts: For the lines over a paragraph, by its number, which of them begin
            a headline.
    """

    cuts: tuple[int, ...]
    starts: Starts


@frozen
class _Title:
    """The lines of one headline that tell what it is about.

    Attributes:
        headline: The lines of the headline itself.
        deck: The lines of its deck.
        over: The paragraph that it stands right over; None where it stands over none.
        fits: How well it fits bodies, as far as that was asked.
    """

    headline: tuple[Block, ...]
    deck: tuple[Block, ...]
    over: int | None
    fits: dict[tuple[int, int], float] = field(factory=dict, init=False)


@define
class _Scale:
    """Weighs drafts of a page; what was weighed before is kept.

    Attributes:
        sheet: The page.
        runs: The lines over each paragraph.
        first: Which of them begin a headline by their looks.
        scores: What their looks say of their roles.
        prices: For each line how much better the looks are if a headline begins there.
    """

    sheet: Sheet
    runs: dict[int, Run]
    first: Starts
    scores: dict[int, list[list[float]]]
    prices: dict[int, list[float]]
    _shares: dict[tuple[int, int, int], float] = field(factory=dict)
    _cuts: dict[tuple[int, int], float] = field(factory=dict)
    _titles: dict[tuple[int, frozenset[int]], list[_Title]] = field(factory=dict)

    @classmethod
    def make(cls, sheet: Sheet, plan: Plan) -> _Scale:
        runs = {run.over: run for run in plan.runs if run.lines}
        scores = {
            over: score_roles(run.lines, run.bodies, several=run.several)
            for over, run in runs.items()
        }
        prices = {over: _prices(runs[over], scores[over], sheet) for over in runs}
        first = {over: frozenset(run.starts) for over, run in runs.items()}
        return cls(sheet, runs, first, scores, prices)

    @property
    def size(self) -> int:
        """How many paragraphs the page has."""
        return len(self.sheet.bodies)

    def cut(self, k: int, start: int) -> float:
        """The evidence of a cut before the ``k``-th paragraph, headlines elsewhere aside."""
        weight = self._cuts.get((k, start))
        if weight is None:
            evidence = weigh_cut(self.sheet, k, start)
            weight = sum(
                weight for name, weight in evidence.items() if not name.startswith(_ELSEWHERE)
            )
            self._cuts[k, start] = weight
        return weight

    def weigh(self, draft: _Draft) -> float:
        """What speaks for a draft of the page."""
        return self._match(draft)[0]

    def homes(self, draft: _Draft) -> dict[int, list[int | None]]:
        """For the headlines over each paragraph their bodies, by number; None without one."""
        homes = self._match(draft)[1]
        numbers = count()
        return {
            over: [homes.get(next(numbers)) for _ in self._titles_over(over, draft.starts[over])]
            for over in self._overs(draft)
        }

    def _match(self, draft: _Draft) -> tuple[float, dict[int, int]]:
        bodies = list(pairwise((*draft.cuts, self.size)))
        numbers = {start: number for number, (start, _) in enumerate(bodies)}
        titles = self._read(draft)
        ranked: list[tuple[float, int, int]] = []
        for n, title in enumerate(titles):
            if not title.headline:
                continue
            place = numbers.get(title.over) if title.over is not None else None
            for number, (start, end) in enumerate(bodies):
                fit = self._fit(title, start, end) + (IN_PLACE if place == number else 0.0)
                if fit > LEAST_FIT:
                    ranked.append((-fit, n, number))
        ranked.sort()
        live = sum(bool(title.headline) for title in titles)
        homes: dict[int, int] = {}
        taken: set[int] = set()
        total = 0.0
        for misfit, n, number in ranked:
            if n in homes or number in taken:
                continue
            if misfit >= 0 and max(live, len(bodies)) - len(homes) > MOST_LEFT:
                continue
            homes[n] = number
            taken.add(number)
            total -= misfit
        total -= HOMELESS * (live - len(homes))
        total += _chance_of(len(homes), len(bodies) - len(homes))
        order = [homes[n] for n in range(len(titles)) if n in homes]
        total -= OUT_OF_ORDER * sum(after < before for before, after in pairwise(order))
        total += sum(CUT * (self.cut(k, start) + CUT_GAIN) for start, k in pairwise(draft.cuts))
        return total + LOOKS * self._looks(draft), homes

    def _looks(self, draft: _Draft) -> float:
        """What the looks of the lines say of where headlines begin, against their best."""
        total = 0.0
        for over in self._overs(draft):
            starts = draft.starts[over]
            for i in starts ^ self.first[over]:
                total += self.prices[over][i] if i in starts else -self.prices[over][i]
        return total

    def _overs(self, draft: _Draft) -> Iterator[int]:
        """Over which paragraphs lines stand that are headlines in this draft."""
        cuts = {*draft.cuts, self.size}
        return (over for over in draft.starts if over in cuts)

    def _read(self, draft: _Draft) -> list[_Title]:
        """The headlines of a draft."""
        return [
            title
            for over in self._overs(draft)
            for title in self._titles_over(over, draft.starts[over])
        ]

    def _titles_over(self, over: int, starts: frozenset[int]) -> list[_Title]:
        titles = self._titles.get((over, starts))
        if titles is None:
            lines = self.runs[over].lines
            roles = read_roles(self.scores[over], starts)
            titles = []
            for begin, end in pairwise((*sorted({0, *starts}), len(lines))):
                of: dict[Role, list[Block]] = {role: [] for role in Role}
                for line, role in zip(lines[begin:end], roles[begin:end], strict=True):
                    of[role].append(line)
                shown = (*of[Role.HEADLINE], *of[Role.MORE]) or tuple(of[Role.KICKER])
                titles.append(_Title(shown, tuple(of[Role.DECK]), None))
            titles[-1] = evolve(titles[-1], over=over)
            self._titles[over, starts] = titles
        return titles

    def _fit(self, title: _Title, start: int, end: int) -> float:
        """How well a headline fits the body from one paragraph to before another."""
        fit = title.fits.get((start, end))
        if fit is None:
            fit = title.fits[start, end] = self._weigh_fit(title, start, end)
        return fit

    def _weigh_fit(self, title: _Title, start: int, end: int) -> float:
        lines = [self._share(line, start, end) for line in title.headline]
        fit = sum(lines)
        if len(lines) > 1:
            fit = max(fit, fit - min(lines) - ASIDE)
        if title.deck:
            fit += max(-ASIDE, sum(self._share(line, start, end) for line in title.deck))
        return min(MOST, SHARE * fit)

    def _share(self, line: Block, start: int, end: int) -> float:
        """What the words of a line say for its being about a body, in log odds."""
        key = (id(line), start, end)
        share = self._shares.get(key)
        if share is None:
            share = 0.0
            topics = self.sheet.words.topics
            size, rest = end - start, self.size - (end - start)
            for word in words_of(line.text.text):
                holders = topics.holders(word)
                inside = bisect_left(holders, end) - bisect_left(holders, start)
                if inside:
                    rate = min(0.9, (len(holders) - inside + UNSEEN) / (rest + 2))
                    by_chance = min(0.9, 1 - (1 - rate) ** size)
                    share += max(0.0, math.log(IN_BODY / by_chance))
                else:
                    share += MISSING if holders else UNHEARD
            self._shares[key] = share
        return share


#: How the names of evidence begin that is weighed here itself.
_ELSEWHERE = ("a headline elsewhere", "another headline")


def _prices(run: Run, scores: Sequence[Sequence[float]], sheet: Sheet) -> list[float]:
    prices = price_begins(scores)
    for i, (above, line) in enumerate(pairwise(run.lines), start=1):
        shown = above.kind is Kind.HEADLINE is line.kind
        if shown and prices[i] < -APART:
            titles = words_of(above.text.text), words_of(line.text.text)
            if compare_places(*titles, sheet.words) == "apart":
                prices[i] = -APART
    return prices


def _chance_of(having: int, wanting: int) -> float:
    """The log of the chance that some bodies have headlines and others have not.

    How often they have is not known beforehand: what is rare on the page costs more.
    """
    a, b = WITH_HEADLINE, WITHOUT
    seen = (
        math.lgamma(having + a) + math.lgamma(wanting + b) - math.lgamma(having + wanting + a + b)
    )
    return seen - math.lgamma(a) - math.lgamma(b) + math.lgamma(a + b)


def _improve(scale: _Scale, draft: _Draft) -> _Draft:
    """The draft after all changes that gain, the best one first."""
    weight = scale.weigh(draft)
    for _ in range(MOST_CHANGES):
        starts = _ranked(scale, (evolve(draft, starts=one) for one in _other_starts(scale, draft)))
        further = _ranked(scale, (evolve(draft, cuts=one) for one in _further_cuts(scale, draft)))
        cuts = _ranked(scale, (evolve(draft, cuts=one) for one in _other_cuts(scale, draft)))
        found = max((*starts[:1], *further[:1], *cuts[:1]), key=_weight, default=None)
        if found is None or found[0] < weight + LEAST_GAIN:
            both = (
                _Draft(cut.cuts, start.starts)
                for _, start in starts[:BEST_STARTS]
                for _, cut in further[:BEST_CUTS]
            )
            found = next(iter(_ranked(scale, both)), None)
        if found is None or found[0] < weight + LEAST_GAIN:
            break
        weight, draft = found
    return draft


def _ranked(scale: _Scale, drafts: Iterable[_Draft]) -> list[tuple[float, _Draft]]:
    """Drafts with what speaks for them, the best one first."""
    return sorted(((scale.weigh(draft), draft) for draft in drafts), key=_weight, reverse=True)


def _weight(weighed: tuple[float, _Draft]) -> float:
    return weighed[0]


def _other_starts(scale: _Scale, draft: _Draft) -> Iterator[Starts]:
    """One headline more, or one less."""
    for over, starts in draft.starts.items():
        if over != scale.size and over not in draft.cuts:
            continue
        for i, line in enumerate(scale.runs[over].lines):
            if i and line.kind is Kind.HEADLINE and abs(scale.prices[over][i]) < MOST_AGAINST:
                yield {**draft.starts, over: starts ^ {i}}


def _further_cuts(scale: _Scale, draft: _Draft) -> Iterator[tuple[int, ...]]:
    """One cut more."""
    for start, end in pairwise((*draft.cuts, scale.size)):
        for k in range(start + 1, end):
            if not scale.sheet.shows(k) and scale.cut(k, start) > LEAST_CUT:
                yield tuple(sorted((*draft.cuts, k)))


def _other_cuts(scale: _Scale, draft: _Draft) -> Iterator[tuple[int, ...]]:
    """One cut less, or one elsewhere."""
    taken = set(draft.cuts)
    for k in draft.cuts[1:]:
        if scale.sheet.shows(k):
            continue
        rest = tuple(cut for cut in draft.cuts if cut != k)
        yield rest
        for to in (k + shift for shift in SHIFTS):
            if 0 < to < scale.size and to not in taken and not scale.sheet.shows(to):
                yield tuple(sorted((*rest, to)))


def _boundary(sheet: Sheet, k: int, start: int) -> Boundary:
    evidence = weigh_cut(sheet, k, start)
    reasons = ("a headline that has no other body", *reasons_of(evidence))
    return Boundary(sheet.bodies[k], sum(evidence.values()), reasons)

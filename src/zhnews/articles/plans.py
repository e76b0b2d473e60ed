"""What do some cuts make of the page: which bodies, which headlines, and which belong together?

A plan follows from its cuts, and from a layout of the headlines where one is known;
``fitting.py`` looks for better ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from attrs import evolve, frozen

from zhnews.articles.areas import Area, Inside, area_ends
from zhnews.articles.blocks import Block, Kind
from zhnews.articles.boundaries import Boundary, starts_of
from zhnews.articles.headlines import Unit, cut_stacks, make_unit, part_halves, stack_lines
from zhnews.articles.homes import heads_follow, match_units, stretch_that_follows
from zhnews.articles.roles import score_roles
from zhnews.articles.sheets import Sheet
from zhnews.articles.topics import Bodies, Topics
from zhnews.articles.words import Words, union

__all__ = ["Layout", "Plan", "Run"]

#: So many source lines under headlines make a digest.
FEWEST_SOURCES = 3

#: The share of the items of a digest that have a source line if it is printed for each.
SOURCED = 0.7


@frozen
class Layout:
    """Where headlines begin and which body each is about, where that is known.

    Attributes:
        starts: Which of the lines over a paragraph, by its number, begin a headline.
        homes: For each of these headlines the number of its body; None without one.
    """

    starts: Mapping[int, Collection[int]]
    homes: Mapping[int, Sequence[int | None]]


@frozen
class Run:
    """The lines on display, bylines and sources that stand together.

    Attributes:
        lines: The lines, parted where two headlines stand side by side on one.
        over: The number of the paragraph that they stand over; as many as
            there are paragraphs where they stand under the last.
        bodies: The bodies that they may be about.
        several: Whether they may be more headlines than one.
        scores: What their looks say of their roles (see ``score_roles``).
        starts: Which of the lines begin a headline.
        units: The headlines that they are.
    """

    lines: tuple[Block, ...]
    over: int
    bodies: Bodies
    several: bool
    scores: Sequence[Sequence[float]]
    starts: tuple[int, ...]
    units: tuple[Unit, ...]

    @classmethod
    def read(cls, lines: Sequence[Block], over: int, bodies: Bodies, *, several: bool) -> Run:
        """Cut lines into headlines as their looks tell."""
        if not lines:
            return cls((), over, bodies, several, (), (), ())
        halves = tuple(part_halves(lines, bodies.words))
        scores = score_roles(halves, bodies, several=several)
        return cls(halves, over, bodies, several, scores, (), ()).begun(None)

    def begun(self, starts: Collection[int] | None) -> Run:
        """The same lines, with headlines that begin at ``starts``; as looks tell where None."""
        if not self.lines:
            return self
        stacks = stack_lines(self.lines, self.scores, starts)
        begins = tuple(accumulate((len(stack.lines) for stack in stacks[:-1]), initial=0))
        return evolve(self, starts=begins, units=tuple(map(make_unit, stacks)))


@frozen
class Plan:
    """Which headline goes to which body, for some cuts.

    Attributes:
        topics: The words of each body.
        areas: What stands over each body, and under the last.
        inner: What each body is made of.
        runs: The lines over each body, and under the last.
        units: The headlines with their bylines: those of the runs, then those
            that stand inside other bodies.
        places: For each unit the body that it stands right over, or None.
        homes: For each unit the body that it is about, or None.
        follows: The paragraphs over which the first headline stands under its body, by number.
    """

    topics: Topics
    areas: list[Area]
    inner: list[Inside]
    runs: tuple[Run, ...]
    units: list[Unit]
    places: list[int | None]
    homes: list[int | None]
    follows: frozenset[int]

    @property
    def wants_headlines(self) -> bool:
        """Whether any body has no headline."""
        return len({home for home in self.homes if home is not None}) < len(self.topics.sets)

    @property
    def is_stacked(self) -> bool:
        """Whether any headline stands away from its body, or may hide under another."""
        loose = sum(len(run.units) for run in self.runs)
        away = None in self.places[:loose]
        stacked = any(len(run.lines) > 1 for run in self.runs)
        return loose > 0 and (away or (stacked and self.wants_headlines))

    @property
    def is_sheet(self) -> bool:
        """Whether it is a sheet of a paper: a digest's headlines stand over their items."""
        return not _is_digest(self.areas)

    def headed(self) -> list[bool]:
        """For each body of a digest whether it has over it what nearly each has, or is the first.

        That is a source line, or a headline that stands in the contents.
        """
        items = self.areas[:-1]
        sourced = [any(one.kind is Kind.SOURCE for one in item.heads) for item in items]
        if sum(sourced) < SOURCED * len(items):
            return [n == 0 or bool(item.heads) for n, item in enumerate(items)]
        return [
            n == 0
            or any(one.kind is not Kind.HEADLINE or "listed" in one.marks for one in item.heads)
            for n, item in enumerate(items)
        ]

    @classmethod
    def make(cls, sheet: Sheet, cuts: Sequence[Boundary]) -> Plan:
        """The plan for some cuts: the looks and words of the headlines tell it.

        Args:
            sheet: The page.
            cuts: Where the articles begin.
        """
        blocks, paragraphs, words = sheet.blocks, sheet.bodies, sheet.words
        topics = _topics(paragraphs, cuts, words)
        ends = area_ends(blocks, paragraphs, cuts)
        areas = [Area.read(blocks[start:end], first=not n) for n, (start, end) in enumerate(ends)]
        digest = _is_digest(areas)
        if digest:
            areas[:-1] = [area.with_openers() for area in areas[:-1]]
        others = Topics([]) if digest else topics
        inner = [
            Inside.read(blocks[ends[n][1] : ends[n + 1][0]], others, n, words)
            for n in range(len(cuts))
        ]
        overs = [*starts_of(paragraphs, cuts), len(paragraphs)]
        runs = tuple(_runs(areas, overs, topics, words))
        return cls(topics, areas, inner, runs, [], [], [], frozenset())._settled(words)

    def laid_out(self, layout: Layout, words: Words) -> Plan:
        """The plan with what is known of its headlines."""
        runs = tuple(run.begun(layout.starts.get(run.over)) for run in self.runs)
        return evolve(self, runs=runs)._settled(words, _known_homes(runs, layout))

    def _settled(self, words: Words, known: Sequence[int | None] = ()) -> Plan:
        """The plan with the homes of its headlines, but for those that are known."""
        size = len(self.topics.sets)
        units = [unit for run in self.runs for unit in run.units]
        places: list[int | None] = []
        for n, run in enumerate(self.runs):
            over = n if n < size else None
            places += [*([None] * (len(run.units) - 1)), over][: len(run.units)]
        foreign = [
            make_unit(stack)
            for inside in self.inner
            for run in inside.foreign
            for stack in cut_stacks(run, Bodies(frozenset(), self.topics, words), several=True)
        ]
        units += foreign
        places += [None] * len(foreign)
        if heads_follow(units, places, self.topics.sets, words):
            places = [place - 1 if place else None for place in places]
            open_to = set(range(size))
            follows = [n for n in range(1, len(self.runs)) if self.runs[n].units]
        else:
            follows = _following(self.runs, self.topics, words)
            for n in follows:
                places[sum(len(run.units) for run in self.runs[:n])] = n - 1
            open_to = {*_wanting(self.areas), *(place for place in places if place is not None)}
        free = dict.fromkeys(sorted(open_to.difference(known)))
        rest = len(known)
        homes = [*known, *match_units(units[rest:], places[rest:], self.topics, words, free)]
        under = frozenset(self.runs[n].over for n in follows)
        return evolve(self, units=units, places=places, homes=homes, follows=under)


def _is_digest(areas: Sequence[Area]) -> bool:
    """Whether source lines under the headlines show a digest."""
    kinds = (block.kind for area in areas for block in area.heads)
    return sum(kind is Kind.SOURCE for kind in kinds) >= FEWEST_SOURCES


def _topics(paragraphs: Sequence[int], cuts: Sequence[Boundary], words: Words) -> Topics:
    """The words of each body."""
    starts = starts_of(paragraphs, cuts)
    bounds = pairwise([*starts, len(paragraphs)])
    sets = [union(words.passages[start:stop]) for start, stop in bounds]
    return Topics(sets, passages=words.topics, starts=starts)


def _wanting(areas: Sequence[Area]) -> list[int]:
    """The bodies without a headline of their own right over them."""
    return [n for n, area in enumerate(areas[:-1]) if not area.is_single_head]


def _following(runs: Sequence[Run], topics: Topics, words: Words) -> list[int]:
    """The runs, by number, whose first headline stands under its body.

    Only one that stands alone may be about the body below.
    """
    numbers = [n for n, run in enumerate(runs) if n and any(one.title for one in run.units)]
    shares = []
    for n in numbers:
        title, alone = runs[n].units[0].title, len(runs[n].units) == 1 and n < len(topics.sets)
        over = words.affinity(title, topics.sets[n]) if alone else 0.0
        shares.append((words.affinity(title, topics.sets[n - 1]), over))
    return [numbers[i] for i in stretch_that_follows(shares)]


def _runs(
    areas: Sequence[Area],
    overs: Sequence[int],
    topics: Topics,
    words: Words,
) -> Iterator[Run]:
    """The lines over each body, and under the last, cut into headlines."""
    wanting = _wanting(areas)
    wanted = dict.fromkeys(wanting)
    for n, (area, over) in enumerate(zip(areas, overs, strict=True)):
        last = n == len(topics.sets)
        several = wanting not in ([], [n]) or last or not area.is_single_head
        bodies = Bodies(frozenset() if last else topics.sets[n], topics, words, wanted)
        yield Run.read(area.heads, over, bodies, several=several)


def _known_homes(runs: Sequence[Run], layout: Layout) -> list[int | None]:
    """What the layout says of the homes of the runs' headlines."""
    homes: list[int | None] = []
    for run in runs:
        homes += layout.homes.get(run.over) or [None] * len(run.units)
    return homes

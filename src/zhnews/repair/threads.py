"""Which column does each cell of a region belong to?

Where a column has no cell on a line, several readings are possible; those that
cost least are followed down the region.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from attrs import field, frozen

from zhnews.repair.cuts import Cut, Kind, Parse
from zhnews.repair.grid import FEW_ROWS
from zhnews.repair.lines import Line

__all__ = ["Column", "Region", "columns_of", "columns_shown", "pairs_of"]

#: The most readings that are followed.
_BEAM = 8

#: What a column's last cell was: none yet; it runs on; it ended a sentence; it
#: did so in a full line, and the paragraph may go on; it was a heading; it runs
#: on, but lines without a cell stand below it; it does not, and they do: the
#: column is likely to have ended.
_NONE, _OPEN, _DONE, _FULL_DONE, _HEAD, _HELD, _GONE = range(7)

#: What a cell costs in a column, by the column's last cell. Text that runs on
#: does so in a full line, a paragraph begins with an indented one.
_COST = {
    Kind.FULL: (0.4, 0.0, 0.8, 0.2, 0.6, 0.1, 1.0),
    Kind.INDENTED: (0.0, 1.0, 0.0, 0.1, 0.0, 1.0, 0.6),
    Kind.ENDED: (0.6, 0.1, 0.5, 0.3, 0.5, 0.2, 1.0),
    Kind.NARROW: (0.8, 0.5, 0.8, 0.7, 0.8, 0.6, 1.0),
    Kind.OTHER: (0.7, 1.1, 0.8, 0.8, 0.5, 1.2, 0.8),
}

#: What it costs that a column has no cell on a line: most where its text runs on.
_MISSING = (0.1, 0.6, 0.1, 0.2, 0.3, 0.1, 0.0)

#: What a column is below a line on which it has no cell.
_AFTER_NONE = (_NONE, _HELD, _GONE, _GONE, _GONE, _HELD, _GONE)

#: What it costs that the last column does not end: there is none to run on in.
_UNENDED = 0.5

#: What each pair of characters that a column has above speaks for text that stands
#: there, on a line that not every column has a cell on; how many are counted.
_AKIN, _MOST_AKIN = 0.05, 6
_PAIR = re.compile("[^\\W\\d]{2}")

#: A cost that nothing outweighs.
_NEVER = 100.0


#: The cells of a column from top to bottom, each with the index of its line.
Column = list[tuple[int, Cut]]


@frozen
class Region:
    """Lines of columns side by side.

    Attributes:
        start: The first line.
        parses: For each line the ways of cutting it, the best first.
        width: The width of a column in half-widths.
        weight: How many lines show where columns end.
    """

    start: int
    parses: tuple[tuple[Parse, ...], ...]
    width: int
    weight: float

    @property
    def end(self) -> int:
        """The line after the last."""
        return self.start + len(self.parses)

    @property
    def columns(self) -> int:
        """How many columns there are."""
        fewest = max(min(len(way.cuts) for way in ways) for ways in self.parses)
        return max(fewest, columns_shown(self.parses))

    def meets(self, other: Region) -> bool:
        """Whether the two share a line."""
        return self.start < other.end and other.start < self.end


def columns_shown(parses: Sequence[tuple[Parse, ...]]) -> int:
    """How many columns several lines show, most of whose cells are text; else two.

    Of a few lines one is enough.
    """
    fewest = 1 if len(parses) <= FEW_ROWS else 2
    shown = (ways[0].cuts for ways in parses)
    counts = Counter(len(cuts) for cuts in shown if sum(cut.kind > Kind.ENDED for cut in cuts) < 2)
    return max((2, *(size for size in counts if counts[size] >= fewest)))


@frozen
class Reading:
    """A way of reading the lines of a region down to one.

    Attributes:
        cost: How unlikely it is.
        states: What the last cell of each column was.
        text: The line.
        cells: The cells of the line, each with its column.
        above: The reading down to the line above.
        pairs: The pairs of characters in a column down to the line, for columns
            that were asked for.
    """

    cost: float
    states: tuple[int, ...]
    text: str = ""
    cells: tuple[tuple[int, Cut], ...] = ()
    above: Reading | None = None
    pairs: dict[int, frozenset[str]] = field(factory=dict, repr=False, eq=False)

    def pairs_in(self, column: int) -> frozenset[str]:
        """The pairs of characters that stand in a column down to the line."""
        lines: list[Reading] = []
        one: Reading | None = self
        while one is not None and column not in one.pairs:
            lines.append(one)
            one = one.above
        pairs = frozenset[str]() if one is None else one.pairs[column]
        for one in reversed(lines):
            for place, cut in one.cells:
                if place == column:
                    pairs |= pairs_of(one.text[cut.start : cut.end])
            one.pairs[column] = pairs
        return pairs


def columns_of(lines: Sequence[Line], region: Region) -> list[Column]:
    """The cells of a region by column, as the likeliest reading has them."""
    columns: list[Column] = [[] for _ in range(region.columns)]
    reading = _best_reading(lines, region)
    at = region.end
    while reading.above is not None:
        at -= 1
        for column, cut in reading.cells:
            columns[column].append((at, cut))
        reading = reading.above
    return [cells[::-1] for cells in columns]


def _best_reading(lines: Sequence[Line], region: Region) -> Reading:
    columns = region.columns
    beam = [Reading(0.0, (_NONE,) * columns)]
    for line, ways in zip(lines[region.start : region.end], region.parses, strict=True):
        text = line.text.text
        found: dict[tuple[int, ...], Reading] = {}
        for reading in beam:
            for parse in ways:
                for places in _places(len(parse.cuts), columns):
                    after = _read_on(reading, text, parse, places)
                    known = found.get(after.states)
                    if known is None or after.cost < known.cost:
                        found[after.states] = after
        beam = sorted(found.values(), key=lambda reading: reading.cost)[:_BEAM]
    return min(beam, key=lambda reading: reading.cost + _UNENDED * (reading.states[-1] == _OPEN))


@lru_cache(maxsize=64)
def _places(cells: int, columns: int) -> tuple[tuple[int, ...], ...]:
    """The columns that so many cells may stand in."""
    return tuple(combinations(range(columns), cells))


def _read_on(reading: Reading, text: str, parse: Parse, places: tuple[int, ...]) -> Reading:
    states = list(reading.states)
    cost = reading.cost + parse.cost
    for column, state in enumerate(states):
        if column not in places:
            cost += _MISSING[state]
            states[column] = _AFTER_NONE[state]
    for column, cut in zip(places, parse.cuts, strict=True):
        state = states[column]
        as_end = _COST[Kind.ENDED][state] if cut.ends else _NEVER
        cost += min(_COST[cut.kind][state], as_end)
        if len(places) < len(states) and cut.kind <= Kind.ENDED:
            shared = reading.pairs_in(column) & pairs_of(text[cut.start : cut.end])
            cost -= _AKIN * min(_MOST_AKIN, len(shared))
        states[column] = _state_after(cut)
    cells = tuple(zip(places, parse.cuts, strict=True))
    return Reading(cost, tuple(states), text, cells, reading)


@lru_cache(maxsize=1024)
def pairs_of(text: str) -> frozenset[str]:
    """The pairs of characters that a text has, marks and figures left out.

    >>> sorted(pairs_of("1.2万人，万人"))
    ['万人']
    """
    return frozenset(pair for pair in map("".join, pairwise(text)) if _PAIR.match(pair))


def _state_after(cut: Cut) -> int:
    if cut.ends:
        return _FULL_DONE if cut.kind is Kind.FULL else _DONE
    return _HEAD if cut.kind is Kind.OTHER else _OPEN

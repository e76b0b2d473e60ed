"""Which lines hold cells of several columns, joined by blanks?

Extractors that keep no white space (pdfplumber by default) set what stands on
one line of print on one line of text, a blank between the columns. Indents and
gutters are lost; the widths are not: the columns that stand side by side are
of one width, and so is every line that fills its column. A cell that is
shorter ends a paragraph, or begins one, or is a heading.

Where a column has no cell on a line, several readings are possible; those that
cost least are followed down the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from attrs import evolve, frozen

from zhnews.repair.cuts import (
    INDENT,
    NARROWEST,
    PLAY,
    STRONG_BLANK,
    Cut,
    Joined,
    Kind,
    Parse,
    join_of,
    least_width,
    parses_of,
)
from zhnews.repair.grid import ends
from zhnews.repair.lines import Line
from zhnews.repair.scan import lines_with, unless_same
from zhnews.repair.seams import Seams, seams_of

__all__ = ["read_halves"]

#: How many lines must have a blank beside a full cell; such a cell beside a
#: shorter one counts half. Half as many are enough where the page has columns
#: of that width elsewhere.
_SUPPORT = 3.5

#: What a line counts most: one with two full cells.
_CLEAREST = 1.5

#: Lines that are read together at most: a page has fewer.
_MOST_LINES = 400

#: The most widths that are tried, and the most readings that are followed.
_MOST_WIDTHS, _BEAM = 12, 8

#: What a column's last cell was: none yet; it runs on; it ended a sentence; it
#: did so in a full line, and the paragraph may go on; it was a heading; it runs
#: on, but lines without a cell stand below it.
_NONE, _OPEN, _DONE, _FULL_DONE, _HEAD, _HELD = range(6)

#: What a cell costs in a column, by the column's last cell. Text that runs on
#: does so in a full line, a paragraph begins with an indented one.
_COST = {
    Kind.FULL: (0.4, 0.0, 0.8, 0.2, 0.6, 0.1),
    Kind.INDENTED: (0.0, 1.0, 0.0, 0.1, 0.0, 1.0),
    Kind.ENDED: (0.6, 0.1, 0.5, 0.3, 0.5, 0.2),
    Kind.NARROW: (0.8, 0.5, 0.8, 0.7, 0.8, 0.6),
    Kind.OTHER: (0.7, 1.1, 0.8, 0.8, 0.5, 1.2),
}

#: What it costs that a column has no cell on a line: most where its text runs on.
_MISSING = (0.1, 0.6, 0.1, 0.2, 0.3, 0.1)

#: What it costs that the last column does not end: there is none to run on in.
_UNENDED = 0.5

#: A cost that nothing outweighs.
_NEVER = 100.0


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
        counts = Counter(len(ways[0].cuts) for ways in self.parses)
        fewest = max(min(len(way.cuts) for way in ways) for ways in self.parses)
        usual = (size for size in counts if counts[size] > 1 or size <= 2)
        return max((fewest, *usual))

    def meets(self, other: Region) -> bool:
        """Whether the two share a line."""
        return self.start < other.end and other.start < self.end


@frozen
class Reading:
    """A way of reading the lines of a region down to one.

    Attributes:
        cost: How unlikely it is.
        states: What the last cell of each column was.
        cells: The cells of the line, each with its column.
        above: The reading down to the line above.
    """

    cost: float
    states: tuple[int, ...]
    cells: tuple[tuple[int, Cut], ...] = ()
    above: Reading | None = None


def read_halves(lines: tuple[Line, ...], name: str) -> tuple[Line, ...]:
    """Columns one after the other, region by region.

    Returns ``lines`` itself where there are none.
    """
    if sum(len(lines[i].text.text) > NARROWEST for i in lines_with(" ", lines)) < _SUPPORT:
        return lines
    kept: list[Line] = []
    for start in range(0, len(lines), _MOST_LINES):
        kept += _read(lines[start : start + _MOST_LINES], name)
    return unless_same(kept, lines)


def _read(lines: Sequence[Line], name: str) -> Sequence[Line]:
    regions = _regions(lines)
    if not regions:
        return lines
    columns = [_column_by_column(lines, region, name) for region in regions]
    seams = [seams_of(kept) for kept in columns]
    if not sum(seams, Seams()).speak_for_columns:
        return lines
    kept: list[Line] = []
    done = 0
    for region, column, seam in zip(regions, columns, seams, strict=True):
        if not seam.speak_against_columns:
            kept += lines[done : region.start]
            kept += column
            done = region.end
    kept += lines[done:]
    return kept


def _regions(lines: Sequence[Line]) -> list[Region]:
    """The regions of columns side by side, from top to bottom."""
    shown = {at: one for at, line in enumerate(lines) if (one := _shown(line)) is not None}
    counts = Counter(size for one in shown.values() for size in one.widths if size >= NARROWEST)
    widths = _frequent(counts)
    if not widths:
        return []
    choices = [(width, _narrower(width, widths)) for width in widths]
    walled = _walled(shown, lines, max(widths))
    likely = {width for width, narrow in choices if _is_clear(walled, width, narrow)}
    if not likely:
        return []
    joined = [shown.get(at) or join_of(line) for at, line in enumerate(lines)]
    found: list[Region] = []
    for width, narrow in choices:
        if not likely.isdisjoint((width - 1, width, width + 1)):
            found += _runs(joined, width, narrow)
    proven = {region.width for region in found if region.weight >= _SUPPORT}
    chosen: list[Region] = []
    for region in sorted(found, key=lambda region: -region.weight):
        known = any(abs(region.width - width) <= 1 for width in proven)
        if known and not any(map(region.meets, chosen)):
            chosen.append(region)
    return sorted(chosen, key=lambda region: region.start)


def _shown(line: Line) -> Joined | None:
    """A line at whose blanks columns may part; None where none of them is strong.

    Most pages have few such lines, and only they tell whether there are columns.
    """
    text = line.text.text
    if " " not in text or not STRONG_BLANK.search(text):
        return None
    joined = join_of(line)
    return joined if joined.shows else None


def _narrower(width: int, widths: Sequence[int]) -> frozenset[int]:
    """Widths that cells beside a picture may have in columns of a width."""
    narrow = {other for other in widths if other < width - INDENT - 2}
    return frozenset(narrow | {other + play for other in narrow for play in (-1, 1)})


@frozen
class Walled:
    """A line that may show columns, and what parts it from the one before.

    Attributes:
        joined: The line.
        wall: The width of the widest line between that cannot be cut, as far as
            it matters; 0 where there is none.
    """

    joined: Joined
    wall: int


def _walled(shown: Mapping[int, Joined], lines: Sequence[Line], widest: int) -> list[Walled]:
    """The lines that may show columns, of widths up to ``widest``."""
    starts = (0, *(at + 1 for at in shown))
    return [
        Walled(one, _wall(lines[start:at], widest))
        for start, (at, one) in zip(starts, shown.items(), strict=False)
    ]


def _wall(lines: Sequence[Line], widest: int) -> int:
    """The width of the widest line that cannot be cut, or of one that no column has room for."""
    wall = 0
    for line in lines:
        width = least_width(line.text.text)
        if width > wall and not join_of(line).blanks:
            wall = width
            if wall > widest + PLAY:
                break
    return wall


def _is_clear(walled: Sequence[Walled], width: int, narrow: frozenset[int]) -> bool:
    """Whether a page may show columns of a width clearly enough: if not, no region does.

    Only lines with strong blanks show any; a line that is wider than a column
    ends a region. The other lines need not be cut to know that.

    Args:
        walled: The lines that have strong blanks.
        width: The width of the columns.
        narrow: Widths that cells beside a picture have.
    """
    run: list[Joined] = []
    runs = [run]
    for one in walled:
        is_wide = one.joined.widest > width + PLAY
        if is_wide or (run and one.wall > width + PLAY):
            run = []
            runs.append(run)
        if not is_wide:
            run.append(one.joined)
    return any(_adds_up(run, width, narrow) for run in runs)


def _adds_up(run: Sequence[Joined], width: int, narrow: frozenset[int]) -> bool:
    """Whether lines of a region may show columns of a width clearly enough."""
    if _CLEAREST * len(run) < _SUPPORT:
        return False
    clearness = 0.0
    for joined in run:
        ways = parses_of(joined, width, narrow)
        clearness = clearness + max(map(_weight, ways)) if ways else 0.0
        if clearness >= _SUPPORT:
            return True
    return False


def _frequent(counts: Counter[int]) -> list[int]:
    """Widths that several cells have, the most frequent first."""
    widths = [
        width
        for width in counts
        if counts[width - 1] + counts[width] + counts[width + 1] > _SUPPORT - 1
        and counts[width] >= max(counts[width - 1], counts[width + 1])
    ]
    return sorted(widths, key=lambda width: (-counts[width], width))[:_MOST_WIDTHS]


def _runs(joined: Sequence[Joined], width: int, narrow: frozenset[int]) -> Iterator[Region]:
    """Stretches of lines that may be cut into cells of a width."""
    parses: list[tuple[Parse, ...]] = []
    for at, one in enumerate(joined):
        ways = parses_of(one, width, narrow)
        if parses and (not ways or _is_below_gap(joined, at)):
            yield from _trimmed(joined, at - len(parses), parses, width)
            parses = []
        if ways:
            parses.append(ways)
    if parses:
        yield from _trimmed(joined, len(joined) - len(parses), parses, width)


def _is_below_gap(joined: Sequence[Joined], at: int) -> bool:
    """Whether more blank lines stand above a line than above those below it."""
    gap = joined[at].line.gap
    return gap > max((one.line.gap for one in joined[at + 1 : at + 3]), default=gap)


def _trimmed(
    joined: Sequence[Joined], start: int, parses: list[tuple[Parse, ...]], width: int
) -> Iterator[Region]:
    """A stretch from its first line of several cells on, where it is running text.

    Lines of one cell at its foot belong to it: one column is longer. But not
    more of them than there are lines of several.
    """
    both = [at for at, ways in enumerate(parses) if max(len(way.cuts) for way in ways) > 1]
    if not both:
        return
    part = parses[both[0] : both[-1] + 1 + len(both)]
    weight = sum(max(map(_weight, ways)) for ways in part)
    region = Region(start + both[0], tuple(part), width, weight)
    if weight >= _SUPPORT / 2 and _is_text(joined, region):
        yield region


def _weight(parse: Parse) -> float:
    """How clearly a line shows where columns end."""
    shown = [cut.shows for cut in parse.cuts]
    return _CLEAREST if shown.count(1.0) > 1 else max(shown)


def _is_text(joined: Sequence[Joined], region: Region) -> bool:
    """Whether the cells are running text, not a list, a table or verse."""
    texts = [
        joined[at].line.text.text[cut.start : cut.end]
        for at, ways in enumerate(region.parses, region.start)
        for cut in ways[0].cuts
        if len(ways[0].cuts) > 1
    ]
    inner = sum(any(mark in text[:-1] for mark in "，。、；：,;:") for text in texts)
    runs_on = sum(not ends(text) and text[-1] not in "，、；：,;:" for text in texts)
    return 3 * min(inner, runs_on) >= len(texts) > 0


def _column_by_column(lines: Sequence[Line], region: Region, name: str) -> list[Line]:
    """The lines of a region, column by column."""
    columns: list[list[tuple[int, Cut]]] = [[] for _ in range(region.columns)]
    reading = _best_reading(region)
    at = region.end
    while reading.above is not None:
        at -= 1
        for column, cut in reading.cells:
            columns[column].append((at, cut))
        reading = reading.above
    kept: list[Line] = []
    for cells in columns:
        for index, (at, cut) in enumerate(reversed(cells)):
            line = lines[at]
            text = line.text[cut.start : cut.end].strip()
            if not text:  # a cell of control characters
                continue
            if text is not line.text:
                named = name in line.repairs
                line = evolve(line, text=text) if named else line.with_text(text, name)
            if kept and not index:  # the column's first: what it follows stands elsewhere
                line = evolve(line, gap=int(ends(kept[-1].text.text)))
            kept.append(line)
    return kept


def _best_reading(region: Region) -> Reading:
    columns = region.columns
    beam = [Reading(0.0, (_NONE,) * columns)]
    for ways in region.parses:
        found: dict[tuple[int, ...], Reading] = {}
        for reading in beam:
            for parse in ways:
                for places in _places(len(parse.cuts), columns):
                    after = _read_on(reading, parse, places)
                    known = found.get(after.states)
                    if known is None or after.cost < known.cost:
                        found[after.states] = after
        beam = sorted(found.values(), key=lambda reading: reading.cost)[:_BEAM]
    return min(beam, key=lambda reading: reading.cost + _UNENDED * (reading.states[-1] == _OPEN))


@lru_cache(maxsize=64)
def _places(cells: int, columns: int) -> tuple[tuple[int, ...], ...]:
    """The columns that so many cells may stand in."""
    return tuple(combinations(range(columns), cells))


def _read_on(reading: Reading, parse: Parse, places: tuple[int, ...]) -> Reading:
    states = list(reading.states)
    cost = reading.cost + parse.cost
    for column, state in enumerate(states):
        if column not in places:
            cost += _MISSING[state]
            states[column] = _HELD if state == _OPEN else state
    for column, cut in zip(places, parse.cuts, strict=True):
        state = states[column]
        as_end = _COST[Kind.ENDED][state] if cut.ends else _NEVER
        cost += min(_COST[cut.kind][state], as_end)
        states[column] = _state_after(cut)
    return Reading(cost, tuple(states), tuple(zip(places, parse.cuts, strict=True)), reading)


def _state_after(cut: Cut) -> int:
    if cut.ends:
        return _FULL_DONE if cut.kind is Kind.FULL else _DONE
    return _HEAD if cut.kind is Kind.OTHER else _OPEN

"""Which lines hold cells of several columns, joined by blanks?

Extractors that keep no white space (pdfplumber by default) set what stands on
one line of print on one line of text, a blank between the columns. Indents and
gutters are lost; the widths are not: the columns that stand side by side are
of one width, and so is every line that fills its column. A cell that is
shorter ends a paragraph, or begins one, or is a heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from attrs import evolve, frozen

from zhnews.repair.lines import Line, width_of

__all__ = ["read_halves", "stops"]

_TOKEN = re.compile("[^ \u3000\xa0]+")

#: The longest line that is looked at, in characters, and the most blanks in it
#: at which columns may part.
_LONGEST, _MOST_BLANKS = 400, 10

#: The least width of a column, in half-widths: eight Han characters. Verse has
#: lines of seven at most.
_NARROWEST = 16

#: How far the width of a full line may be from its column's, in half-widths:
#: figures are narrower or wider than half a Han character.
_PLAY = 2

#: The indent of a paragraph's first line, in half-widths.
_INDENT = 4

#: How many lines must have a blank behind a full cell.
_SUPPORT = 4

#: Lines that are read together at most.
_MOST_LINES = 400

#: The most widths that are tried, the most columns, and the most ways of
#: reading that are followed at once.
_MOST_PEAKS, _MOST_COLUMNS, _BEAM = 12, 6, 8

_STOPS = tuple("。！？!?…")
_CLOSERS = "”’」』）)】》"
_HANGING = "，。、；：！？,.;:!?”’」』）)】》"
_NO_LINE_BEGINS = frozenset(_HANGING + "%％")
_NO_LINE_ENDS = frozenset("“‘「『（(【《")
_INNER = re.compile("[，。、；：！？,;:!?](?!$)")


@frozen
class Blank:
    """A place at which a line may be cut.

    Attributes:
        start: Where the blank begins in the line's text.
        end: Where it ends.
        strong: Whether it is no blank as typesetters put between a Han
            character and a figure or a Latin letter.
    """

    start: int
    end: int
    strong: bool


@frozen
class Row:
    """A line with the places at which it may be cut.

    Attributes:
        line: The line.
        blanks: Where it may be cut.
        loose: Blanks between spaced-out characters, which have no width.
    """

    line: Line
    blanks: tuple[Blank, ...]
    loose: tuple[int, ...]

    def width(self, start: int, end: int) -> int:
        """The width of a stretch in half-widths, were it not spaced out."""
        loose = sum(start < at < end for at in self.loose) if self.loose else 0
        return width_of(self.line.text.text[start:end]) - loose


#: What a cell is: it fills its column; but for an indent; it ends a sentence;
#: a picture makes it narrow; any other, a heading among them.
FULL, INDENTED, ENDED, NARROW, OTHER = range(5)

#: What a column's last cell was: none yet; it runs on; it ended a sentence; it
#: was a heading.
NONE, OPEN, DONE, HEAD = range(4)

#: What a cell costs in a column, by the column's last cell. Text that runs on
#: does so in a full line, a paragraph begins with an indented one.
_COST = {
    FULL: (0.4, 0.0, 0.8, 0.6),
    INDENTED: (0.0, 1.0, 0.0, 0.0),
    ENDED: (0.6, 0.1, 0.5, 0.5),
    NARROW: (0.8, 0.5, 0.8, 0.8),
    OTHER: (0.7, 2.5, 0.8, 0.5),
}

#: What it costs that a column has no cell: most where its text runs on.
_MISSING = (0.1, 0.6, 0.1, 0.3)

#: What it costs to leave a strong blank within a cell, and to cut at a weak one.
_LEFT_WHOLE, _CUT_WEAK = 0.8, 0.6

#: What it costs to cut within a pair of brackets.
_CUT_IN_BRACKETS = 1.5


@frozen
class Piece:
    """A cell of a row.

    Attributes:
        start: Its offset in the line's text.
        end: Where it ends there.
        kind: What it is.
        stops: Whether it ends a sentence.
        shown: Whether it shows where a column ends: a strong blank parts it
            from another cell, and none is within it.
    """

    start: int
    end: int
    kind: int
    stops: bool
    shown: bool


Parse = tuple[Piece, ...]


@frozen
class Reading:
    """A way of reading the rows of a region, as far as it has got.

    Attributes:
        cost: How unlikely it is.
        states: What the last cell of each column was.
        cells: For each row the column of each of its cells, with the cell.
    """

    cost: float
    states: tuple[int, ...]
    cells: tuple[tuple[int, Piece], ...] = ()
    above: Reading | None = None


@frozen
class Region:
    """Rows of columns side by side.

    Attributes:
        start: The first row.
        parses: For each row the ways of cutting it.
        width: The width of a column in half-widths.
        weight: How many rows have a blank behind a full cell.
    """

    start: int
    parses: tuple[tuple[Parse, ...], ...]
    width: int
    weight: float

    @property
    def end(self) -> int:
        """The row after the last."""
        return self.start + len(self.parses)


def read_halves(lines: tuple[Line, ...], name: str) -> tuple[Line, ...]:
    """Columns one after the other, region by region."""
    if sum(map(_is_candidate, lines)) < _SUPPORT:
        return lines
    kept: list[Line] = []
    for start in range(0, len(lines), _MOST_LINES):
        kept += _read(lines[start : start + _MOST_LINES], name)
    same = len(kept) == len(lines) and all(a is b for a, b in zip(kept, lines, strict=True))
    return lines if same else tuple(kept)


def _is_candidate(line: Line) -> bool:
    text = line.text.text
    return _NARROWEST < len(text) <= _LONGEST and " " in text


def stops(text: str) -> bool:
    """Whether a text ends a sentence, or closes a bracket."""
    return text.endswith(("）", ")", "】")) or text.rstrip(_CLOSERS).endswith(_STOPS)


def _row(line: Line) -> Row:
    """A line with its blanks."""
    text = line.text.text
    if " " not in text or len(text) > _LONGEST:
        return Row(line, (), ())
    tokens = [found.span() for found in _TOKEN.finditer(text)]
    alone = [end - start == 1 for start, end in tokens]
    spaced = sum(alone) >= 5
    blanks: list[Blank] = []
    loose: list[int] = []
    for at in range(len(tokens) - 1):
        start, end = tokens[at][1], tokens[at + 1][0]
        long = max(tokens[at][1] - tokens[at][0], tokens[at + 1][1] - tokens[at + 1][0])
        if spaced and end - start == 1 and (alone[at] or alone[at + 1]) and long < _NARROWEST // 2:
            loose.append(start)
            continue
        before, after = text[start - 1], text[end]
        if before not in _NO_LINE_ENDS and after not in _NO_LINE_BEGINS:
            strong = end - start > 1 or _is_narrow(before) == _is_narrow(after)
            blanks.append(Blank(start, end, strong))
    return Row(line, tuple(blanks) if len(blanks) <= _MOST_BLANKS else (), tuple(loose))


def _is_narrow(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _read(lines: Sequence[Line], name: str) -> list[Line]:
    rows = [_row(line) for line in lines]
    kept: list[Line] = []
    done = 0
    for region in _regions(rows):
        kept += lines[done : region.start]
        kept += _column_lines(rows, region, name)
        done = region.end
    kept += lines[done:]
    return kept


def _regions(rows: Sequence[Row]) -> list[Region]:
    """The regions of columns side by side, from top to bottom."""
    widths = Counter(width for row in rows for width in _between(row))
    peaks = _peaks(widths)
    found: list[Region] = []
    for width in peaks:
        narrow = frozenset(p + d for p in peaks if p < width - _INDENT - 2 for d in (-1, 0, 1))
        found += _runs(rows, width, narrow)
    proven = {region.width for region in found if region.weight >= _SUPPORT}
    found = [region for region in found if any(abs(region.width - at) <= 1 for at in proven)]
    chosen: list[Region] = []
    for region in sorted(found, key=lambda region: -region.weight):
        if all(region.end <= other.start or other.end <= region.start for other in chosen):
            chosen.append(region)
    return sorted(chosen, key=lambda region: region.start)


def _between(row: Row) -> list[int]:
    """The widths of what stands between the strong blanks of a row."""
    cuts = [blank for blank in row.blanks if blank.strong]
    if not cuts:
        return []
    starts = [0, *(blank.end for blank in cuts)]
    ends = [*(blank.start for blank in cuts), len(row.line.text)]
    widths = (row.width(start, end) for start, end in zip(starts, ends, strict=True))
    return [width for width in widths if width >= _NARROWEST]


def _peaks(widths: Counter[int]) -> list[int]:
    """Widths that several cells have, the most frequent first."""
    peaks = [
        width
        for width in widths
        if sum(widths[width + play] for play in (-1, 0, 1)) >= _SUPPORT - 1
        and widths[width] >= max(widths[width - 1], widths[width + 1])
    ]
    return sorted(peaks, key=lambda width: -widths[width])[:_MOST_PEAKS]


def _runs(rows: Sequence[Row], width: int, narrow: frozenset[int]) -> Iterator[Region]:
    """Stretches of rows that may be cut into cells of a width."""
    parses: list[tuple[Parse, ...]] = []
    for at, row in enumerate(rows):
        if parses and row.line.gap > max(other.line.gap for other in rows[at + 1 : at + 5] or [row]):
            yield from _trimmed(rows, at - len(parses), parses, width)
            parses = []
        fitting = _parses(row, width, narrow)
        if fitting:
            parses.append(fitting)
        elif parses:
            yield from _trimmed(rows, at - len(parses), parses, width)
            parses = []
    if parses:
        yield from _trimmed(rows, len(rows) - len(parses), parses, width)


def _trimmed(
    rows: Sequence[Row], start: int, parses: list[tuple[Parse, ...]], width: int
) -> Iterator[Region]:
    """A stretch from its first row of several cells on, where it is running text."""
    both = [at for at, fitting in enumerate(parses) if max(map(len, fitting)) > 1]
    if not both:
        return
    first, last = both[0], min(len(parses), both[-1] + 1 + len(both))
    part = parses[first:last]
    weight = sum(max(map(_weight, fitting)) for fitting in part)
    region = Region(start + first, tuple(part), width, weight)
    if weight >= _SUPPORT / 2 and _is_text(rows, region):
        yield region


def _weight(parse: Parse) -> float:
    if len(parse) < 2:
        return 0
    shown = {cell.kind for cell in parse if cell.shown}
    return 1 if FULL in shown else 0.5 if shown & {INDENTED, ENDED} else 0


def _is_text(rows: Sequence[Row], region: Region) -> bool:
    """Whether the cells are running text, not a list, a table or verse."""
    texts = [
        rows[region.start + at].line.text.text[cell.start : cell.end]
        for at, fitting in enumerate(region.parses)
        for cell in fitting[0]
        if len(fitting[0]) > 1
    ]
    inner = sum(_INNER.search(text) is not None for text in texts)
    open_ends = sum(not stops(text) and text[-1] not in "，、；：,;:" for text in texts)
    return 3 * inner >= len(texts) and 3 * open_ends >= len(texts) and len(texts) > 0


def _parses(row: Row, width: int, narrow: frozenset[int]) -> tuple[Parse, ...]:
    """The ways of cutting a row into cells that fit, the best first."""
    found: list[tuple[float, Parse]] = []
    size = len(row.line.text)
    for cuts in _cuts(row, width):
        starts = [0, *(blank.end for blank in cuts)]
        ends = [*(blank.start for blank in cuts), size]
        strong = [False, *(blank.strong for blank in cuts), False]
        cells = [
            _piece(row, start, end, width, narrow, strong=strong[at] or strong[at + 1])
            for at, (start, end) in enumerate(zip(starts, ends, strict=True))
        ]
        kinds = {cell.kind for cell in cells}
        if kinds <= {OTHER, NARROW}:
            continue
        found.append((_blank_cost(row, cuts) + sum(_COST[c.kind][OPEN] for c in cells), tuple(cells)))
    return tuple(parse for _, parse in sorted(found, key=lambda item: item[0])[:_BEAM])


def _blank_cost(row: Row, cuts: Sequence[Blank]) -> float:
    cost = 0.0
    for blank in row.blanks:
        if blank in cuts:
            cost += 0 if blank.strong else _CUT_WEAK
            cost += _CUT_IN_BRACKETS if _in_brackets(row.line.text.text, blank) else 0
        elif blank.strong:
            cost += _LEFT_WHOLE
    return cost


def _in_brackets(text: str, blank: Blank) -> bool:
    before = text.rfind("（", 0, blank.start)
    if before < 0 or text.find("）", before, blank.start) >= 0:
        return False
    after = text.find("）", blank.end)
    return after >= 0 and text.find("（", blank.end, after) < 0


def _cuts(row: Row, width: int) -> Iterator[tuple[Blank, ...]]:
    """The choices of blanks that leave no cell wider than a column."""
    size = len(row.line.text)

    def rest(start: int, index: int, columns: int) -> Iterator[tuple[Blank, ...]]:
        if _fits(row, start, size, width):
            yield ()
        if columns == 1:
            return
        for at in range(index, len(row.blanks)):
            blank = row.blanks[at]
            if not _fits(row, start, blank.start, width):
                return
            for others in rest(blank.end, at + 1, columns - 1):
                yield (blank, *others)

    return rest(0, 0, _MOST_COLUMNS)


def _fits(row: Row, start: int, end: int, width: int) -> bool:
    return row.width(start, end) <= width + _PLAY or _hung(row, start, end, width) <= width + _PLAY


def _hung(row: Row, start: int, end: int, width: int) -> int:
    """The width of a cell without the marks that hang over its right edge."""
    text = row.line.text.text[start:end]
    size = row.width(start, end)
    for mark in reversed(text[-2:]):
        if size <= width or mark not in _HANGING:
            break
        size -= width_of(mark)
    return size


def _piece(
    row: Row, start: int, end: int, width: int, narrow: frozenset[int], *, strong: bool
) -> Piece:
    text = row.line.text.text[start:end]
    size = _hung(row, start, end, width)
    ended = stops(text)
    inside = any(start < blank.start < end for blank in row.blanks if blank.strong)
    if inside and not _INNER.search(text):  # a heading of two halves
        kind = OTHER
    elif abs(size - width) <= _PLAY:
        kind = FULL
    elif abs(size - width + _INDENT) <= 1:
        kind = INDENTED
    elif ended:
        kind = ENDED
    else:
        kind = NARROW if size in narrow else OTHER
    return Piece(start, end, kind, ended, strong and not inside)


def _column_lines(rows: Sequence[Row], region: Region, name: str) -> list[Line]:
    """The lines of a region, column by column."""
    columns = max(min(map(len, fitting)) for fitting in region.parses)
    columns = max(columns, _usual_columns(region))
    reading = _best_reading(region, columns)
    cells: list[list[tuple[int, Piece]]] = [[] for _ in range(columns)]
    at = region.end
    while reading.above is not None:
        at -= 1
        for column, piece in reading.cells:
            cells[column].append((at, piece))
        reading = reading.above
    lines: list[Line] = []
    for column in cells:
        for index, (row, piece) in enumerate(reversed(column)):
            line = rows[row].line
            text = line.text[piece.start : piece.end]
            if len(text) < len(line.text) and name not in line.repairs:
                line = line.with_text(text, name)
            gap = line.gap if index or not lines else int(stops(lines[-1].text.text))
            lines.append(line if gap == line.gap and text is line.text else evolve(line, text=text, gap=gap))
    return lines


def _usual_columns(region: Region) -> int:
    """How many cells the best parses of several rows have."""
    counts = Counter(len(fitting[0]) for fitting in region.parses)
    return max(columns for columns in counts if counts[columns] > 1 or columns <= 2)


def _best_reading(region: Region, columns: int) -> Reading:
    beam = [Reading(0.0, (NONE,) * columns)]
    for fitting in region.parses:
        grown: dict[tuple[int, ...], Reading] = {}
        for reading in beam:
            for parse in (parse for parse in fitting if len(parse) <= columns):
                for places in _places(len(parse), columns):
                    after = _grown(reading, parse, places)
                    best = grown.get(after.states)
                    if best is None or after.cost < best.cost:
                        grown[after.states] = after
        beam = sorted(grown.values(), key=lambda reading: reading.cost)[:_BEAM]
    return beam[0]


@lru_cache(maxsize=64)
def _places(cells: int, columns: int) -> tuple[tuple[int, ...], ...]:
    return tuple(combinations(range(columns), min(cells, columns)))


def _grown(reading: Reading, parse: Parse, places: tuple[int, ...]) -> Reading:
    states = list(reading.states)
    cost = reading.cost
    for column, state in enumerate(reading.states):
        if column not in places:
            cost += _MISSING[state]
    for column, piece in zip(places, parse, strict=False):
        cost += _COST[piece.kind][states[column]]
        states[column] = DONE if piece.stops else HEAD if piece.kind == OTHER else OPEN
    return Reading(cost, tuple(states), tuple(zip(places, parse, strict=False)), reading)

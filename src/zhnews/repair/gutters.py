"""Where are the gutters of a page that was extracted with its white space?

``pdftotext -layout`` and its like set a page on a grid of characters: what
stands side by side in print stands side by side on a line, with blanks
between. A column begins at one place of the grid, line after line, unless the
text on its left took more characters than there was room for: half-width forms
count as much as Han characters do, and push what follows to the right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from zhnews.repair.lines import Line, width_of

__all__ = ["Cell", "Grid", "read_across"]

#: Blanks that part two cells of a line.
BLANKS = re.compile("[ \u3000\xa0]{2,}")

#: The longest line that is looked at, in characters: no page is wider. Longer
#: ones stay whole.
_LONGEST = 600

#: The most cells of a line; one that has more is spaced out.
_MOST_CELLS = 12

#: Blanks from which on a cell stands where its column begins; after fewer it
#: may have been pushed.
_SURE_GAP = 3

#: Blanks that nothing pushes, as on the left of a line's first cell.
_WIDE_GAP = 5

#: How far right of its column's edge the first line of a paragraph begins at
#: most, in places of the grid.
_DEEPEST_INDENT = 5

#: From which share of its column's width on a line is full.
_FULL = 0.8

#: The least width of a column of running text, in half-widths.
_NARROWEST = 10

#: How many lines of a column must run on for it to be running text.
_FLOW = 3

#: How many rows must begin at an edge.
_SUPPORT = 2

#: Lines of one column stand at most this many rows apart: other columns' lines
#: may stand between them.
_NEAR = 4

#: Rows that are read together: about a page. It is cut at a gap this wide
#: (blank lines), and in any case where it grows too long.
_PAGE_ROWS, _PAGE_GAP, _MOST_ROWS = 100, 3, 400

#: How much wider the type of a heading is than that of the text.
_HEADING_TYPE = 1.5

_STOPS = "。！？!?…"
_CLOSERS = "”’」』）)】》"
_INNER = re.compile("[，。、；：！？,;:!?](?!$)")


@frozen
class Cell:
    """What stands between two gaps of a line.

    Attributes:
        row: The index of its line.
        start: Its offset in the line's text.
        end: Where it ends there.
        at: Its place on the grid, from the left margin.
        size: The room it takes in print, in places of the grid.
        gap: The blanks on its left.
        edge: The place on the grid where its column begins.
    """

    row: int
    start: int
    end: int
    at: float
    size: float
    gap: int
    edge: float = 0

    @property
    def to(self) -> float:
        """Where it ends on the grid, had nothing been pushed."""
        return self.at + self.size


Row = tuple[Cell, ...]


@frozen
class Grid:
    """Lines on a grid of characters, or of half-widths.

    Attributes:
        lines: The lines.
        halves: Whether a Han character takes two places of the grid.
    """

    lines: tuple[Line, ...]
    halves: bool = False

    def row(self, index: int) -> Row:
        """The cells of a line, from left to right."""
        text = self.lines[index].text.text
        bounds = [0]
        if len(text) <= _LONGEST:
            for found in BLANKS.finditer(text):
                bounds += found.span()
        if len(bounds) > 2 * _MOST_CELLS:
            bounds = [0]
        bounds.append(len(text))
        return tuple(
            self.cell(index, start, end, start - bounds[2 * at - 1] if at else _WIDE_GAP)
            for at, (start, end) in enumerate(zip(bounds[::2], bounds[1::2], strict=True))
        )

    def cell(self, index: int, start: int, end: int, gap: int = 1) -> Cell:
        """A stretch of a line as a cell."""
        line = self.lines[index]
        text = line.text.text
        before = width_of(text[:start]) if self.halves else start
        size = width_of(text[start:end]) / (1 if self.halves else 2)
        return Cell(index, start, end, line.indent + before, size, gap)

    def text(self, cell: Cell) -> str:
        """What is printed in a cell."""
        return self.lines[cell.row].text.text[cell.start : cell.end]

    def stops(self, cell: Cell) -> bool:
        """Whether a cell ends a sentence, or closes a bracket."""
        text = self.text(cell)
        return text[-1:] in "）)】" or text.rstrip(_CLOSERS)[-1:] in _STOPS

    def full(self, cells: Sequence[Cell]) -> float:
        """From which size on a cell of a column fills it."""
        return _FULL * sorted(cell.size for cell in cells)[len(cells) * 9 // 10]

    def flow(self, cells: Sequence[Cell]) -> int:
        """How many lines of a column run on into the next one.

        0 where it is no running text: a list, a table, verse.
        """
        if len(cells) < 2:
            return 0
        full = self.full(cells)
        if full < _FULL * _NARROWEST / (1 if self.halves else 2):
            return 0
        if sum(_INNER.search(self.text(cell)) is not None for cell in cells) * 4 < len(cells):
            return 0
        return sum(
            cell.size >= full and after.row - cell.row <= _NEAR and not self.stops(cell)
            for cell, after in pairwise(cells)
        )

    def blank_rows(self, above: int, row: int) -> int:
        """How many lines of the raw text lie between two rows."""
        if row == above + 1:
            return self.lines[row].gap
        return max(0, self.lines[row].number - self.lines[above].number - 1)


def read_across(lines: tuple[Line, ...], name: str) -> tuple[Line, ...]:
    """Lines of columns that stand side by side, column by column."""
    kept: list[Line] = []
    for start, end in _stretches(lines):
        kept += _read_stretch(lines[start:end], name)
    same = len(kept) == len(lines) and all(map(_is, kept, lines))
    return lines if same else tuple(kept)


def _is(one: object, other: object) -> bool:
    return one is other


def _stretches(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Lines that are read together: about a page, cut where one may end."""
    start = 0
    for at, line in enumerate(lines):
        size = at - start
        if size >= _MOST_ROWS or (size >= _PAGE_ROWS and line.gap >= _PAGE_GAP):
            yield start, at
            start = at
    yield start, len(lines)


def _read_stretch(lines: tuple[Line, ...], name: str) -> Sequence[Line]:
    if sum(BLANKS.search(line.text.text) is not None for line in lines) <= _FLOW:
        return lines
    grid = _steadier(Grid(lines), Grid(lines, halves=True))
    rows = [grid.row(index) for index in range(len(lines))]
    bands = [Band(grid, band, edges_of(band)) for band in _bands(grid, rows)]
    proven = tuple(sorted({edge for band in bands for edge in band.proven()}))
    if not proven:
        return lines
    cells: list[Cell] = []
    for band in bands:
        cells += band.read(proven)
    return _lines_of(grid, cells, name)


def _steadier(one: Grid, other: Grid) -> Grid:
    """The grid on which more cells begin at the same places."""

    def steadiness(grid: Grid) -> int:
        rows = (grid.row(index) for index in range(len(grid.lines)))
        starts = Counter(cell.at for row in rows for cell in row[1:] if cell.gap >= _SURE_GAP)
        return sum(count * count for count in starts.values())

    return other if steadiness(other) > 1.2 * steadiness(one) else one


def edges_of(rows: Sequence[Row]) -> tuple[float, ...]:
    """Where columns may begin: the places at which several cells do."""
    starts: Counter[float] = Counter()
    for row in rows:
        for cell in row:
            if cell.at > _DEEPEST_INDENT:
                starts[cell.at] += 2 if cell.gap >= _SURE_GAP else 1
    edges: list[float] = []
    for at in sorted(starts):
        if starts[at] < 2 * _SUPPORT - 1:
            continue
        if edges and at - edges[-1] <= _DEEPEST_INDENT:
            if starts[at] > 3 * starts[edges[-1]]:
                edges[-1] = at
            continue
        edges.append(at)
    return tuple(edges)


def _bands(grid: Grid, rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows between the headings that stand over all columns."""
    gaps = sorted(grid.lines[row[0].row].gap for row in rows)
    usual = gaps[len(gaps) // 2]
    start = 0
    for at in range(1, len(rows)):
        gap = grid.lines[rows[at][0].row].gap
        if (
            gap >= max(_PAGE_GAP, usual + 2)
            or (gap > max(1, usual) and _is_heading(grid, rows[at], rows[at + 1 : at + 7]))
            or _is_headed(grid, rows, start, at)
        ):
            yield list(rows[start:at])
            start = at
    yield list(rows[start:])


def _is_headed(grid: Grid, rows: Sequence[Row], start: int, at: int) -> bool:
    """Whether headings over all columns begin at a row: below them each column begins anew."""
    above = rows[at - 1]
    if len(rows[at]) > 1 or (len(above) == 1 and not _reads_on(grid, above[0])):
        return False
    end = next((i for i in range(at, min(at + 6, len(rows))) if len(rows[i]) > 1), at)
    below = rows[end : end + 6]
    size = max((cell.size for row in below for cell in row), default=0)
    heads = [row[0] for row in rows[at:end]]
    if not heads or any(_reads_on(grid, cell) or cell.size >= _FULL * size for cell in heads):
        return False
    left = min(row[0].at for row in (*rows[start:at], *below))
    last = max((row[-1] for row in rows[max(start, at - 3) : at]), key=lambda cell: cell.at)
    return rows[end][0].at >= left + 2 and heads[0].at >= left + 2 and grid.stops(last)


def _reads_on(grid: Grid, cell: Cell) -> bool:
    """Whether a cell ends as running text does, and headings don't."""
    return grid.stops(cell) or grid.text(cell)[-1] in "，、；："


def _is_heading(grid: Grid, row: Row, below: Sequence[Row]) -> bool:
    """Whether a row holds headings alone: shorter than the lines below."""
    if any(_reads_on(grid, cell) for cell in row):
        return False
    if len(row) == 1:
        return True
    return all(
        any(
            other.size * _FULL > cell.size for line in below for other in line if _meet(cell, other)
        )
        for cell in row
    )


def _meet(one: Cell, other: Cell) -> bool:
    return one.at < other.to and other.at < one.to


@frozen
class Run:
    """Rows over which a gutter runs.

    Attributes:
        edge: Where the column on its right begins.
        start: The first row.
        end: The row after the last.
    """

    edge: float
    start: int
    end: int


@frozen
class Band:
    """Rows, region by region.

    Attributes:
        grid: The lines.
        rows: The cells of each row.
        edges: Where columns may begin.
        proven_edges: Where on the page columns of running text do.
    """

    grid: Grid
    rows: list[Row]
    edges: tuple[float, ...]
    proven_edges: tuple[float, ...] = ()

    def proven(self) -> list[float]:
        """The edges that have running text on both sides."""
        rows = [_unpushed(row, self.edges) for row in self.rows]
        return [
            edge
            for edge in self.edges
            if any(
                min(self._flows(rows[run.start : run.end], edge)) >= _FLOW
                for run in self._runs(rows, edge)
            )
        ]

    def read(self, proven: tuple[float, ...]) -> list[Cell]:
        """The cells in the order of reading, those of one column as one.

        Args:
            proven: Edges of the page, used where the band has none nearby.
        """
        own = self.proven()
        others = [at for at in proven if all(abs(at - edge) > _DEEPEST_INDENT for edge in own)]
        kept = [
            edge
            for edge in self.edges
            if edge in own or all(abs(edge - at) > _DEEPEST_INDENT for at in others)
        ]
        band = evolve(self, edges=tuple(sorted((*kept, *others))), proven_edges=proven)
        return band._strip([_unpushed(row, band.edges) for row in self.rows], band.edges, None)

    def _strip(self, rows: list[Row], edges: tuple[float, ...], left: float | None) -> list[Cell]:
        run = self._best_run(rows, edges)
        if run is None:
            return self._column(rows, left)
        run = self._above_notes(rows, self._below_headings(rows, run))
        rows, run = self._with_headings(rows, run)
        inner = [self._cut(row, run.edge) for row in rows[run.start : run.end]]
        lefts = [part for part, _ in inner if part]
        rights = [part for _, part in inner if part]
        above = self._strip(rows[: run.start], edges, left)
        one = self._strip(lefts, tuple(e for e in edges if e < run.edge), left)
        two = self._strip(rights, tuple(e for e in edges if e > run.edge), run.edge)
        below = self._strip(rows[run.end :], edges, left)
        return self._in_order(above, one, two, below)

    def _below_headings(self, rows: list[Row], run: Run) -> Run:
        """A run without the headings that are centred over all its columns."""
        inside = rows[run.start : run.end]
        end = max(row[-1].to for row in inside)
        begin = min(row[0].at for row in inside)
        start = run.start
        while len(rows[start]) == 1 and rows[start][0].at >= run.edge - 1:
            cell = rows[start][0]
            middle = cell.at + cell.size * _HEADING_TYPE / 2
            if self.grid.stops(cell) or abs(middle - (begin + end) / 2) > abs(
                middle - (run.edge + end) / 2
            ):
                break
            start += 1
        return evolve(run, start=start) if start < run.end - 1 else run

    def _above_notes(self, rows: list[Row], run: Run) -> Run:
        """A run without the short lines at its foot that begin at the left margin."""
        inside = rows[run.start : run.end]
        short = _FULL * max(cell.size for row in inside for cell in row)
        left = min(row[0].at for row in inside)
        end = run.end
        while end > run.start + 2 and len(rows[end - 1]) == 1:
            cell = rows[end - 1][0]
            if cell.at > left + 1 or cell.size >= short or _reads_on(self.grid, cell):
                break
            end -= 1
        return evolve(run, end=end)

    def _with_headings(self, rows: list[Row], run: Run) -> tuple[list[Row], Run]:
        """A run with the headings above it, as many as there are columns.

        They are set in larger type, so that they stand further left.
        """
        sizes = Counter(len(row) for row in rows[run.start : run.end])
        columns = max((size for size in sizes if sizes[size] > 1), default=1)
        start = run.start
        rows = list(rows)
        while start and len(rows[start - 1]) == columns > 1:
            row = rows[start - 1]
            if any(self.grid.stops(cell) for cell in row):
                break
            sample = next(r for r in rows[run.start : run.end] if len(r) == columns)
            lefts = sum(cell.at < run.edge - 1 for cell in sample)
            if not 0 < lefts < columns:
                break
            rows[start - 1] = (
                *(evolve(cell, size=min(cell.size, run.edge - cell.at)) for cell in row[:lefts]),
                *(evolve(cell, at=max(cell.at, run.edge)) for cell in row[lefts:]),
            )
            start -= 1
        return rows, evolve(run, start=start)

    def _in_order(
        self, above: list[Cell], one: list[Cell], two: list[Cell], below: list[Cell]
    ) -> list[Cell]:
        """Left before right, but what is set into a column after its paragraph."""
        one_flow, two_flow = self.grid.flow(one), self.grid.flow(two)
        if not above or not self._is_text(above) or min(one_flow, two_flow) >= _FLOW:
            return above + one + two + below
        inset, text = (one, two) if one_flow < two_flow else (two, one)
        if text is two:  # what stands lower than the text is set in full width again
            below = [cell for cell in one if cell.row > two[-1].row] + below
            inset = [cell for cell in one if cell.row <= two[-1].row]
        for at, cell in enumerate([text[-1], *below]):
            if self.grid.stops(cell):
                return above + text + below[:at] + inset + below[at:]
        return above + text + below + inset

    def _is_text(self, cells: list[Cell]) -> bool:
        """Whether a column ends in running text, not in a heading."""
        last = cells[-1]
        return self.grid.stops(last) or (len(cells) > 2 and last.size >= self.grid.full(cells[:-1]))

    def _column(self, rows: list[Row], edge: float | None) -> list[Cell]:
        """The cells of one column, those on one line as one."""
        if not rows:
            return []
        left = min(row[0].at for row in rows) if edge is None else edge
        cells = [
            evolve(row[0], end=row[-1].end, size=row[-1].to - row[0].at, edge=left) for row in rows
        ]
        full = self.grid.full(cells)
        for at, (last, cell) in enumerate(pairwise(cells), 1):
            runs_on = last.size >= full and not self.grid.stops(last)
            pushed = cell.gap < _WIDE_GAP or cell.at - left > _DEEPEST_INDENT
            if runs_on and pushed:  # by what stands on its left, or by a picture
                cells[at] = evolve(cell, at=left)
        return cells

    def _best_run(self, rows: list[Row], edges: tuple[float, ...]) -> Run | None:
        """The gutter that runs over the most rows."""
        best: Run | None = None
        for edge in edges:
            for run in self._runs(rows, edge):
                if best and run.end - run.start <= best.end - best.start:
                    continue
                if self._is_gutter(rows[run.start : run.end], edge):
                    best = run
        return best

    def _runs(self, rows: list[Row], edge: float) -> Iterator[Run]:
        """Stretches of rows in which no cell lies over an edge."""
        start: int | None = None
        for at, row in enumerate(rows):
            if self._crosses(row, edge):
                if start is not None:
                    yield Run(edge, start, at)
                start = None
            elif start is None and row[-1].at >= edge - 1:
                start = at
        if start is not None:
            yield Run(edge, start, len(rows))

    def _is_gutter(self, rows: Sequence[Row], edge: float) -> bool:
        support = sum(any(abs(cell.at - edge) <= 1 for cell in row) for row in rows)
        if support < _SUPPORT or not any(row[0].at < edge - 1 for row in rows):
            return False
        if any(abs(edge - other) <= 1 for other in self.proven_edges):
            return True
        return sum(self._flows(rows, edge)) >= _SUPPORT

    def _flows(self, rows: Sequence[Row], edge: float) -> tuple[int, int]:
        """How many lines run on in the column left of an edge, and in the one right of it."""
        parts = [self._cut(row, edge) for row in rows]
        lefts: list[Cell] = []
        for other in (0, *(e for e in self.edges if e < edge)):
            cells = [cell for left, _ in parts for cell in left if _begins(cell, other)]
            lefts = max(lefts, cells, key=len)
        rights = [right[0] for _, right in parts if right and _begins(right[0], edge)]
        return self.grid.flow(lefts), self.grid.flow(rights)

    def _crosses(self, row: Row, edge: float) -> bool:
        return any(
            cell.at < edge - 1 and cell.to > edge + 0.5 and not self._blank_at(cell, edge)
            for cell in row
        )

    def _cut(self, row: Row, edge: float) -> tuple[Row, Row]:
        """The cells left of an edge, and those right of it."""
        left: list[Cell] = []
        right: list[Cell] = []
        for cell in row:
            if cell.at >= edge - 1:
                right.append(cell)
                continue
            blank = self._blank_at(cell, edge) if cell.to > edge + 0.5 else 0
            if blank:
                left.append(self._part(cell, cell.start, blank))
                right.append(evolve(self._part(cell, blank + 1, cell.end), at=edge))
            else:
                left.append(cell)
        return tuple(left), tuple(right)

    def _part(self, cell: Cell, start: int, end: int) -> Cell:
        part = self.grid.cell(cell.row, start, end)
        return evolve(part, at=cell.at if start == cell.start else part.at)

    def _blank_at(self, cell: Cell, edge: float) -> int:
        """Where one blank alone parts a cell at an edge; 0 where none does."""
        text = self.grid.text(cell)
        blank = text.find(" ")
        while blank > 0:
            left = self._part(cell, cell.start, cell.start + blank)
            if edge - 2 <= left.to <= edge:
                return cell.start + blank
            if left.to > edge:
                return 0
            blank = text.find(" ", blank + 1)
        return 0


def _begins(cell: Cell, edge: float) -> bool:
    return -1 <= cell.at - edge <= _DEEPEST_INDENT


def _unpushed(row: Row, edges: tuple[float, ...]) -> Row:
    """The cells of a row where they would stand had nothing been pushed."""
    cells: list[Cell] = []
    for cell in row:
        at = cell.at
        if cells and cell.gap < _SURE_GAP:
            last = cells[-1].to
            at = next((edge for edge in edges if last < edge <= at), at)
        cells.append(cell if at == cell.at else evolve(cell, at=at))
    return tuple(cells)


def _lines_of(grid: Grid, cells: Sequence[Cell], name: str) -> list[Line]:
    """The cells as lines, each with its indent and gap within its column."""
    lines: list[Line] = []
    last: Cell | None = None
    for cell in cells:
        line = grid.lines[cell.row]
        whole = cell.end - cell.start == len(line.text)
        if last is None:
            gap = line.gap
        elif cell.row > last.row:
            gap = grid.blank_rows(last.row, cell.row)
        else:
            gap = int(grid.stops(last))
        indent = line.indent if whole and not cell.edge else _indent(cell.at - cell.edge)
        if whole:
            lines.append(evolve(line, indent=indent, gap=gap))
        else:
            part = line.with_text(line.text[cell.start : cell.end].strip(), name)
            lines.append(evolve(part, indent=indent, gap=gap))
        last = cell
    return lines


def _indent(places: float) -> int:
    """An indent in half-widths: less than two places are none, a few are two characters."""
    if places < 2:
        return 0
    return max(4, int(places))

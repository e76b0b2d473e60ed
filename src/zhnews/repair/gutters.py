"""Where do gutters run down a page, and in which order are its columns read?

A column begins at one place of the grid, line after line, unless the text on
its left took more characters than there was room for: half-width forms count
as much as Han characters do, and push what follows to the right. A gutter runs
over the rows in which nothing lies across that place; the longest one parts
its rows into two columns, each of which is read on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from zhnews.repair.bands import bands_of
from zhnews.repair.grid import (
    FEW_ROWS,
    FULL,
    GAP,
    INDENT,
    JITTER,
    Cell,
    Grid,
    Row,
    begins,
    columns_in,
    edges_of,
    lines_of,
    set_on_grid,
    unpushed,
)
from zhnews.repair.lines import Line
from zhnews.repair.scan import lines_with, unless_same
from zhnews.repair.seams import seams_of

__all__ = ["read_across"]

#: One of these is in every gap.
_GAPS = ("  ", "\u3000", "\xa0")

#: How many lines of a column must run on for it to be running text.
_FLOW = 3

#: How many rows must begin at an edge, and run on beside it, where a page has
#: shown columns elsewhere.
_SUPPORT = 2

#: What is enough in a short story.
_FEW = 1

#: The least blanks after which a cell may be indented, and was not pushed.
_INDENT_GAP = 5

#: How much wider the type of a heading is than that of the text.
_HEADING_TYPE = 1.5

#: Words that blanks part, as in the line of a page's editors; not those of a
#: line that is letter-spaced.
_STAFF = re.compile(r"[\u4e00-\u9fff]{2}[ \u3000]{1,2}[\u4e00-\u9fff]{2}")

#: The same, or how the paper is reached.
_NOTE = re.compile(rf"{_STAFF.pattern}|[0-9]{{7}}|@|www")

#: Rows that are read together: about a page. It is cut at a gap this wide
#: (blank lines), and in any case where it grows too long.
_PAGE_ROWS, _PAGE_GAP, _MOST_ROWS = 100, 3, 400


def read_across(lines: tuple[Line, ...], name: str) -> tuple[Line, ...]:
    """Lines of columns that stand side by side, column by column.

    Returns ``lines`` itself where there are none.
    """
    spaced = lines_with(_GAPS, lines)
    if sum(GAP.search(lines[i].text.text) is not None for i in spaced) <= _FLOW:
        return lines
    kept: list[Line] = []
    for start, end in _stretches(lines):
        kept += _read_stretch(lines[start:end], name)
    return unless_same(kept, lines)


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
    grid_and_rows = set_on_grid(lines, _FLOW + 1)
    if grid_and_rows is None:
        return lines
    grid, rows = grid_and_rows
    bands = [Band(grid, band, edges_of(band)) for band in bands_of(grid, rows)]
    flows = [max(band.flows(flush=True).values(), default=0) for band in bands]
    if sum(flows) < _FLOW:
        return lines
    proven = tuple(sorted({edge for band in bands for edge in band.proven()}))
    kept = lines_of(grid, [cell for band in bands for cell in band.read(proven)], name)
    cut = [line for line in kept if name in line.repairs]
    seams = seams_of(cut)
    if seams.speak_against_columns or not (max(flows) >= _FLOW or seams.speak_for_columns):
        return lines
    return kept


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
    """Rows that no heading over all columns parts (see ``bands.py``).

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

    def flows(self, *, flush: bool = False) -> dict[float, int]:
        """How many lines run on, at the edges, in each of the columns on both sides."""
        rows = [unpushed(row, self.edges) for row in self.rows]
        return {
            edge: max(min(self._flows(rows[at.start : at.end], edge, flush=flush)) for at in runs)
            for edge in self.edges
            if (runs := tuple(self._runs(rows, edge)))
        }

    def proven(self) -> list[float]:
        """The edges that have running text on both sides."""
        return [edge for edge, flow in self.flows().items() if flow >= _FLOW]

    def read(self, proven: tuple[float, ...]) -> list[Cell]:
        """The cells in the order of reading, those of one column as one.

        Args:
            proven: Edges of the page, used where the band has none nearby.
        """
        own = self.proven()
        others = [at for at in proven if all(abs(at - edge) > INDENT for edge in own)]
        others = [at for at in others if not self._has_left_of(at) and self._has_at(at)]
        kept = [
            edge
            for edge in self.edges
            if edge in own or all(abs(edge - at) > INDENT for at in others)
        ]
        band = evolve(self, edges=tuple(sorted((*kept, *others))), proven_edges=proven)
        return band._strip([unpushed(row, band.edges) for row in self.rows], band.edges, None)

    def _has_at(self, other: float) -> bool:
        """Whether cells begin at an edge of the page, and not more at one of its own nearby."""
        near = [edge for edge in self.edges if abs(edge - other) <= INDENT]
        counts = [sum(_shows(cell, at) for row in self.rows for cell in row) for at in near]
        mine = sum(_shows(cell, other) for row in self.rows for cell in row)
        return mine > 1 and mine >= max(counts, default=0)

    def _has_left_of(self, other: float) -> bool:
        """Whether an edge of its own lies so near on the left that a page's edge would cut it."""
        return any(
            1 < other - edge <= INDENT
            and sum(-1 <= cell.at - edge <= 1 for row in self.rows for cell in row) >= _SUPPORT
            for edge in self.edges
        )

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
        return self._in_order(above, one, two, below, run.edge)

    def _below_headings(self, rows: list[Row], run: Run) -> Run:
        """A run without the headings that are centred over all its columns."""
        inside = rows[run.start : run.end]
        end = max(row[-1].to for row in inside)
        begin = min(row[0].at for row in inside)
        start = run.start
        while len(rows[start]) == 1 and rows[start][0].at >= run.edge - 1:
            cell = rows[start][0]
            middle = cell.at + cell.size * _HEADING_TYPE / 2
            if self.grid.ends(cell) or abs(middle - (begin + end) / 2) > abs(
                middle - (run.edge + end) / 2
            ):
                break
            start += 1
        return evolve(run, start=start) if start < run.end - 1 else run

    def _above_notes(self, rows: list[Row], run: Run) -> Run:
        """A run without the lines at its foot that are of another width, or name editors."""
        inside = rows[run.start : run.end]
        lefts = [row[0] for row in inside if len(row) > 1 and row[0].at < run.edge - 1]
        full = self.grid.full(lefts or [row[0] for row in inside])
        left = min(row[0].at for row in inside)
        end = run.end
        while end > run.start + 2 and len(rows[end - 1]) == 1:
            cell = rows[end - 1][0]
            if cell.at > left + 1 or self.grid.reads_on(cell):
                break
            is_set = full <= cell.size < full / FULL + JITTER + 1
            if is_set and not _STAFF.search(self.grid.text(cell)):
                break
            end -= 1
        while end < run.end and not self.grid.ends(rows[end - 1][0]):
            cell = rows[end][0]  # too short for text, it names the page's section
            if cell.size < full / 4 or _NOTE.search(self.grid.text(cell)):
                break
            end += 1  # a picture makes the text narrow, which runs on
        return evolve(run, end=end)

    def _with_headings(self, rows: list[Row], run: Run) -> tuple[list[Row], Run]:
        """A run with the headings above it, in larger type: as many as there are columns."""
        columns = columns_in(rows[run.start : run.end])
        start = run.start
        rows = list(rows)
        while start and len(rows[start - 1]) == columns > 1:
            row = rows[start - 1]
            if any(self.grid.ends(cell) for cell in row):
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
        self,
        above: list[Cell],
        one: list[Cell],
        two: list[Cell],
        below: list[Cell],
        edge: float,
    ) -> list[Cell]:
        """Left before right, but what is set into a column after its paragraph."""
        if not (above and one and two and self._is_text(above, edge)):
            return above + one + two + below
        one_flow, two_flow = self.grid.flow(one), self.grid.flow(two)
        if min(one_flow, two_flow) >= _FLOW:
            return above + one + two + below
        inset, text = (one, two) if one_flow < two_flow else (two, one)
        if text is two:  # what stands lower than the text is set in full width again
            below = [cell for cell in one if cell.row > two[-1].row] + below
            inset = [cell for cell in one if cell.row <= two[-1].row]
        for at, cell in enumerate([text[-1], *below]):
            if self.grid.ends(cell):
                return above + text + below[:at] + inset + below[at:]
        return above + text + below + inset

    def _is_text(self, cells: list[Cell], edge: float) -> bool:
        """Whether a column ends in running text that lies over an edge, not in a heading."""
        last = cells[-1]
        full = len(cells) > 2 and last.to > edge and last.size >= self.grid.full(cells[:-1])
        return full or self.grid.ends(last)

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
            runs_on = last.size >= full and not self.grid.ends(last)
            pushed = cell.gap < _INDENT_GAP or cell.at - left > INDENT
            if runs_on and pushed:  # by what stands on its left, or by a picture
                cells[at] = evolve(cell, at=left)
        return cells

    def _best_run(self, rows: list[Row], edges: tuple[float, ...]) -> Run | None:
        """The gutter that runs over the most rows."""
        best: Run | None = None
        for edge in edges:
            for run in self._runs(rows, edge):
                longer = best is None or run.end - run.start > best.end - best.start
                if longer and self._is_gutter(rows[run.start : run.end], edge):
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
        support = sum(any(_shows(cell, edge) for cell in row) for row in rows)
        few = _FEW if sum(len(row) > 1 for row in self.rows) <= FEW_ROWS else _SUPPORT
        if support < few or not any(row[0].at < edge - 1 for row in rows):
            return False
        if any(abs(edge - other) <= 1 for other in self.proven_edges):
            return True
        return sum(self._flows(rows, edge)) >= few

    def _flows(self, rows: Sequence[Row], edge: float, *, flush: bool = False) -> tuple[int, int]:
        """How many lines run on in the column left of an edge, and in the one right of it."""
        parts = [self._cut(row, edge) for row in rows]
        lefts: list[Cell] = []
        for other in (0, *(e for e in self.edges if e < edge)):
            cells = [cell for left, _ in parts for cell in left if begins(cell, other)]
            lefts = max(lefts, cells, key=len)
        rights = [right[0] for _, right in parts if right and begins(right[0], edge)]
        return self.grid.flow(lefts, flush=flush), self.grid.flow(rights, flush=flush)

    def _crosses(self, row: Row, edge: float) -> bool:
        """Whether a cell lies over an edge, and no gap or blank parts it there."""
        for at, cell in enumerate(row):
            if cell.at < edge - 1 and cell.to > edge + 0.5:
                is_parted = at + 1 < len(row) and begins(row[at + 1], edge)
                if not is_parted and not self._blank_at(cell, edge):
                    return True
        return False

    def _cut(self, row: Row, edge: float) -> tuple[Row, Row]:
        """The cells left of an edge, and those right of it."""
        left: list[Cell] = []
        right: list[Cell] = []
        for at, cell in enumerate(row):
            if cell.at >= edge - 1:
                right.append(cell)
                continue
            is_parted = at + 1 < len(row) and begins(row[at + 1], edge)
            blank = 0 if is_parted or cell.to <= edge + 0.5 else self._blank_at(cell, edge)
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
            to = cell.at + self.grid.size(text[:blank])
            if edge - 2 <= to <= edge:
                return 0 if text[blank + 2 : blank + 3] == " " else cell.start + blank
            if to > edge:
                return 0
            blank = text.find(" ", blank + 1)
        return 0


def _shows(cell: Cell, edge: float) -> bool:
    """Whether a cell shows that a column begins at an edge: there, or with a sure indent."""
    most = INDENT if cell.gap >= _INDENT_GAP else JITTER
    return -1 <= cell.at - edge <= most

"""Where on the page does each cell of a line stand?

``pdftotext -layout`` and its like set a page on a grid of characters, blanks
between what stands side by side. Some count a Han character as one place of
the grid, some as two: the grid is taken on which more cells begin at the same
places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, frozen

from zhnews.repair.lines import Line, width_of

__all__ = [
    "FEW_ROWS",
    "FULL",
    "GAP",
    "INDENT",
    "JITTER",
    "SURE_GAP",
    "Cell",
    "Grid",
    "Row",
    "begins",
    "columns_in",
    "edges_of",
    "ends",
    "lines_of",
    "set_on_grid",
    "unpushed",
]

#: Blanks that part two cells, and several of them.
_BLANKS = " \u3000\xa0"
GAP = re.compile(f"[{_BLANKS}]{{2,}}")

#: The longest line that is looked at, in characters: no page is wider. Longer
#: ones stay whole, and so do those of more cells: they are spaced out.
_LONGEST, _MOST_CELLS = 600, 12

#: Blanks from which on a cell stands at its own place; after fewer, what
#: stands on its left may have pushed it.
SURE_GAP = 3

#: Blanks that nothing pushes, as on the left of a line's first cell.
_WIDE_GAP = 9

#: How far right of its column's edge the first line of a paragraph begins at
#: most, in places of the grid.
INDENT = 5

#: From which share of its column's width on a line is full.
FULL = 0.8

#: The least width of a column of running text, and how much its full lines may
#: differ, in Han characters.
_NARROWEST, _PLAY = 5, 1.5

#: Lines of one column stand at most this many rows apart: lines of others may
#: stand between them.
_NEAR = 4

#: How much steadier the grid of half-widths must be to be taken.
_STEADIER = 1.2

#: More cells than this must begin at an edge, one after a sure gap counted twice;
#: and the most edges that are looked at.
_SUPPORT, _MOST_EDGES = 2, 24

#: In how many rows of several cells one cell alone shows an edge: a short
#: story has no more.
FEW_ROWS = 3

#: How many places right of its column's edge a line may begin that is not
#: indented: the extractor rounds what is set in the proportions of print.
JITTER = 2

#: Where the first line of a paragraph begins, in places right of its column's edge.
_INDENTS = (JITTER + 1, JITTER + 2)

#: How many places more an indent may take on the grid than in print.
_INDENT_PLAY = 2

_STOPS = tuple("。！？!?…")
_BRACKETS = ("）", ")", "】")
_CLOSERS = "”’」』）)】》"
_INNER = re.compile("[，。、；：！？,;:!?](?!$)")


def ends(text: str) -> bool:
    """Whether a text ends a sentence, or closes a bracket, as a credit does.

    >>> ends("走得慢的人。”"), ends("（李敏摄）"), ends("“一城一策”")
    (True, True, False)
    """
    return text.endswith(_BRACKETS) or text.rstrip(_CLOSERS).endswith(_STOPS)


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


#: The cells of a line, from left to right.
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
        """The cells of a line.

        >>> from zhnews.excerpt import Excerpt
        >>> line = Line(Excerpt.of("春耕备耕   秋收  冬藏"), 0, indent=2)
        >>> [(cell.at, cell.to) for cell in Grid((line,)).row(0)]
        [(2, 6.0), (9, 11.0), (13, 15.0)]
        """
        text = self.lines[index].text.text
        bounds = [0]
        if len(text) <= _LONGEST:
            for found in GAP.finditer(text):
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
        size = self.size(text[start:end])
        return Cell(index, start, end, line.indent + before, size, gap)

    def size(self, text: str) -> float:
        """The room that a text takes in print, in places of the grid.

        What is letter-spaced fills out a column, and has no more room than others.
        """
        if text[1:4:2] == "  " and text[1::2].isspace():
            text = text[::2]
        return width_of(text) / (1 if self.halves else 2)

    def text(self, cell: Cell) -> str:
        """What is printed in a cell."""
        return self.lines[cell.row].text.text[cell.start : cell.end]

    def ends(self, cell: Cell) -> bool:
        """Whether a cell ends a sentence, or closes a bracket."""
        return ends(self.text(cell))

    def reads_on(self, cell: Cell) -> bool:
        """Whether a cell ends as running text does, and headings don't."""
        text = self.text(cell)
        return text[-1] in "，、；：" or ends(text)

    def full(self, cells: Sequence[Cell]) -> float:
        """From which size on a cell of a column fills it."""
        return FULL * sorted(cell.size for cell in cells)[len(cells) * 9 // 10]

    def flow(self, cells: Sequence[Cell], *, flush: bool = False) -> int:
        """How many lines of a column run on into the next one.

        0 where it is no running text: a list, a table, verse.

        Args:
            cells: The lines of the column.
            flush: Whether those that run on must end flush right, most of
                them, as they do where no picture stands.
        """
        if len(cells) < 2:
            return 0
        unit = 2 if self.halves else 1
        width = sorted(cell.size for cell in cells)[len(cells) * 9 // 10]
        if width < _NARROWEST * unit:
            return 0
        if sum(_INNER.search(self.text(cell)) is not None for cell in cells) * 4 < len(cells):
            return 0
        runs_on = [
            cell
            for cell, after in pairwise(cells)
            if after.row - cell.row <= _NEAR and not self.ends(cell)
        ]
        if not flush or not runs_on:
            return sum(cell.size >= FULL * width for cell in runs_on)
        left = min(cell.at for cell in cells) + 1
        sizes = [cell.size + 2 * unit * (cell.at > left) for cell in runs_on]
        usual = sorted(sizes)[len(sizes) // 2]
        flush_right = sum(abs(size - usual) <= _PLAY * unit for size in sizes)
        alike = sum(abs(one - other) <= _PLAY * unit for one, other in pairwise(sizes)) + 1
        most = max(flush_right, alike)  # headings stand between them, or a picture beside
        return most if 2 * most >= len(sizes) else 0

    def gap(self, row: int) -> int:
        """How many blank lines stand above a row."""
        return self.lines[row].gap

    def blank_rows(self, above: int, row: int) -> int:
        """How many lines of the raw text lie between two rows."""
        if row == above + 1:
            return self.gap(row)
        return max(0, self.lines[row].number - self.lines[above].number - 1)


def set_on_grid(lines: tuple[Line, ...], fewest: int) -> tuple[Grid, list[Row]] | None:
    """Lines on the steadier grid, with their cells; None where few have several."""
    if sum(GAP.search(line.text.text) is not None for line in lines) < fewest:
        return None
    grids = (Grid(lines), Grid(lines, halves=True))
    one, other = ([grid.row(index) for index in range(len(lines))] for grid in grids)
    if _steadiness(other) > _STEADIER * _steadiness(one):
        return grids[1], other
    return grids[0], one


def _steadiness(rows: Sequence[Row]) -> int:
    """How often cells begin at the same place; that of a line's first one is sure."""
    starts = Counter(cell.at for row in rows for cell in row[1:] if cell.gap >= SURE_GAP)
    firsts = Counter(row[0].at for row in rows)
    return sum(count * (count + firsts[at]) for at, count in starts.items())


def edges_of(rows: Sequence[Row]) -> tuple[float, ...]:
    """Where columns may begin: the places at which several cells do.

    Of places that are as near to each other as an indent, the left one.
    """
    starts: Counter[float] = Counter()
    fewest = _SUPPORT if sum(len(row) > 1 for row in rows) > FEW_ROWS else 1
    top = 0
    if fewest == 1:  # headings tell nothing of a short story's columns
        top = next((at for at, row in enumerate(rows) if len(row) > 1), 0)
    for row in rows[top:]:
        for cell in row:
            if cell.at > INDENT:
                starts[cell.at] += 2 if cell.gap >= SURE_GAP else 1
    near = {at: sum(starts[at + play] for play in range(JITTER + 1)) for at in list(starts)}
    held = {at: near[at] + sum(starts[at + play] for play in _INDENTS) for at in near}
    edges: list[float] = []
    for at in sorted(near):
        if held[at] <= fewest or (edges and at - edges[-1] <= INDENT):
            if edges and at - edges[-1] <= INDENT and near[at] > 3 * near[edges[-1]]:
                edges[-1] = at
            continue
        edges.append(at)
    edges.sort(key=lambda edge: -near[edge])
    return tuple(sorted(edges[:_MOST_EDGES]))


def columns_in(rows: Sequence[Row]) -> int:
    """How many columns several rows have: the most cells that two of them have."""
    sizes = Counter(len(row) for row in rows)
    return max((size for size in sizes if sizes[size] > 1), default=1)


def begins(cell: Cell, edge: float) -> bool:
    """Whether a cell begins at the edge of a column, or with an indent there."""
    return -1 <= cell.at - edge <= INDENT


def unpushed(row: Row, edges: tuple[float, ...]) -> Row:
    """The cells of a row where they would stand had nothing been pushed."""
    cells: list[Cell] = []
    for cell in row:
        at = cell.at
        if cells and cell.gap < SURE_GAP:
            last = cells[-1].to
            at = next((edge for edge in edges if last - _INDENT_PLAY < edge <= at), at)
        cells.append(cell if at == cell.at else evolve(cell, at=at))
    return tuple(cells)


def lines_of(grid: Grid, cells: Sequence[Cell], name: str) -> list[Line]:
    """The cells as lines, each with its indent and gap within its column."""
    lines: list[Line] = []
    last: Cell | None = None
    for cell in cells:
        line = grid.lines[cell.row]
        own = line.cell(cell.start, cell.end, name)
        if not own.text:  # a cell of control characters
            continue
        whole = len(own.text) == len(line.text)
        if last is None:
            gap = line.gap
        elif cell.row > last.row:
            gap = grid.blank_rows(last.row, cell.row)
        else:
            gap = int(grid.ends(last))
        indent = line.indent if whole and not cell.edge else _indent(cell.at - cell.edge)
        lines.append((line if whole else own).set_at(indent, gap))
        last = cell
    return lines


def _indent(places: float) -> int:
    """An indent in half-widths: less than two places are none, a few are two characters."""
    if places < 2:
        return 0
    return max(4, int(places))

"""Which lines are a table, and what are its cells?

Extractors write a table in four ways: rows with their cells set apart by
spaces or tabs, rows between pipes, HTML, and one cell a line.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import accumulate, pairwise

from attrs import frozen

from zhnews.excerpt import Excerpt
from zhnews.repair.lines import Line

__all__ = ["Row", "Table", "find_tables"]

Row = tuple[Excerpt, ...]

#: The most cells that a row of one cell a line is tried with.
MOST_COLUMNS = 7

#: The most cells that are looked through for a table of one cell a line.
MOST_CELLS = 200

#: The fewest rows, the head among them, that make a table of spaced cells.
FEWEST_ROWS = 3

#: The longest cell of a table of spaced cells or of one cell a line, in
#: characters: longer ones are running text.
LONGEST_CELL = 16

_DIGIT = re.compile(r"\d")
_GAP = re.compile(r"[ \t\u3000\xa0]+")
_FIGURE = re.compile(
    r"[-+−±]?[\d０-９][\d０-９,，.．:：/％%~～—–-]*[\d０-９%％℃]?\s?(?:[\u4e00-\u9fff]{0,3}|[A-Za-z%]{0,4})"
    r"|[-—–/]"
)
_SENTENCE = re.compile(r"[，。；！？]|[：:]\Z")
_PIPE_RULE = re.compile(r"[|:\-\s]+")


@frozen
class Table:
    """A table and the lines it was read from: ``lines[first:last]``."""

    first: int
    last: int
    rows: tuple[Row, ...]


def find_tables(lines: tuple[Line, ...]) -> tuple[Table, ...]:
    """The tables among the lines of a page, in order.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("时间 风力 雨量\\n今夜 8级 大雨\\n明天 10级 暴雨\\n")
    >>> [[cell.text for cell in row] for row in find_tables(page)[0].rows]
    [['时间', '风力', '雨量'], ['今夜', '8级', '大雨'], ['明天', '10级', '暴雨']]
    """
    tables: list[Table] = []
    cells = _Cell.runs(lines)
    i = 0
    while i < len(lines):
        table = _table_at(lines, i, cells)
        if table is None:
            i += 1
        else:
            tables.append(table)
            i = table.last
    return tuple(tables)


@frozen
class _Cell:
    """Whether each line may be a cell that has a line of its own.

    Attributes:
        ends: For each line where the run of cells ends that it stands in.
        figures: How many figures stand above each line, and on the page.
    """

    ends: list[int]
    figures: list[int]

    @classmethod
    def runs(cls, lines: tuple[Line, ...]) -> _Cell:
        ends = [0] * len(lines)
        end = len(lines)
        for i in range(len(lines) - 1, -1, -1):
            if not _is_cell(lines[i].text.text):
                end = i
            ends[i] = end
        figures = accumulate((_is_figure(line.text.text) for line in lines), initial=0)
        return cls(ends, list(figures))

    def is_likely(self, first: int) -> bool:
        """Whether enough cells stand below a line, and enough of them are figures."""
        last = min(self.ends[first], first + MOST_CELLS)
        figures = self.figures[last] - self.figures[first]
        return last - first >= FEWEST_ROWS * 2 and figures * 4 >= last - first


def _table_at(lines: tuple[Line, ...], i: int, cells: _Cell) -> Table | None:
    text = lines[i].text.text
    if text.startswith("|"):
        return _piped(lines, i)
    if "<t" in text and "<table" in text.lower():
        return _html(lines, i)
    if len(text) > MOST_COLUMNS * LONGEST_CELL:
        return None
    if " " in text or "\t" in text or "\u3000" in text:
        return _spaced(lines, i)
    return _stacked(lines, i, min(cells.ends[i], i + MOST_CELLS)) if cells.is_likely(i) else None


def _piped(lines: tuple[Line, ...], first: int) -> Table | None:
    last = first
    rows: list[Row] = []
    while last < len(lines) and lines[last].text.text.startswith("|"):
        text = lines[last].text
        if not _PIPE_RULE.fullmatch(text.text):
            bars = [m.start() for m in re.finditer(r"\|", text.text)] + [len(text)]
            cells = [text[left + 1 : right].strip() for left, right in pairwise(bars)]
            rows.append(tuple(cells[:-1] if not cells[-1] else cells))
        last += 1
    return Table(first, last, tuple(rows)) if rows else None


class _Cells(HTMLParser):
    """Where the text of each cell stands in the markup of a table."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=False)
        self.rows: list[list[list[tuple[int, int]]]] = []
        self.starts = [0]
        for line in markup.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append([])

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and data.strip():
            line, column = self.getpos()
            start = self.starts[line - 1] + column
            self.rows[-1][-1].append((start, start + len(data)))


def _html(lines: tuple[Line, ...], first: int) -> Table | None:
    """An HTML table, on one line or several."""
    last = first
    while last < len(lines) and "</table" not in lines[last].text.text.lower():
        last += 1
    if last == len(lines):
        return None
    rows: list[Row] = []
    for line in lines[first : last + 1]:
        text = line.text
        try:
            found = _Cells(text.text).rows
        except (AssertionError, ValueError):  # markup that the parser gives up on
            continue
        for cells in found:
            row = tuple(Excerpt.join(text[s:e].strip() for s, e in cell) for cell in cells)
            if any(row):
                rows.append(row)
    return Table(first, last + 1, tuple(rows)) if rows else None


def _cells(line: Line) -> Row:
    text = line.text
    bounds = [0]
    for gap in _GAP.finditer(text.text):
        bounds += gap.span()
    bounds.append(len(text))
    return tuple(text[bounds[k] : bounds[k + 1]] for k in range(0, len(bounds), 2))


def _is_cell(text: str) -> bool:
    return 0 < len(text) <= LONGEST_CELL and not _SENTENCE.search(text)


def _spaced(lines: tuple[Line, ...], first: int) -> Table | None:
    """Rows of as many cells each, some of them figures."""
    rows: list[Row] = []
    last = first
    figures = 0
    while last < len(lines):
        cells = _GAP.split(lines[last].text.text)
        if len(cells) < 2 or (rows and len(cells) != len(rows[0])):
            break
        if not all(map(_is_cell, cells)):
            break
        if last > first and len(cells) < 3 and not any(map(_FIGURE.fullmatch, cells)):
            break
        figures += last > first and any(c.isdigit() for cell in cells[1:] for c in cell)
        rows.append(_cells(lines[last]))
        last += 1
    body = len(rows) - 1
    enough = len(rows) >= FEWEST_ROWS or (len(rows) == 2 and len(rows[0]) >= 4)
    return Table(first, last, tuple(rows)) if enough and figures * 2 > body else None


def _stacked(lines: tuple[Line, ...], first: int, last: int) -> Table | None:
    """One cell a line: row after row, or column after column."""
    if any(c.isdigit() for c in lines[first].text.text):
        return None  # a head names its columns
    cells = [line.text for line in lines[first:last]]
    marks = [_is_figure(cell.text) for cell in cells]
    sizes = {n: _rows_of(marks, n) * n for n in range(2, MOST_COLUMNS + 1)}
    size = max(sizes.values())
    columns = next(n for n in sizes if sizes[n] == size)
    if size >= FEWEST_ROWS * columns:
        rows = tuple(tuple(cells[k : k + columns]) for k in range(0, size, columns))
        return Table(first, first + size, rows)
    for columns in range(2, MOST_COLUMNS + 1):
        height, rest = divmod(len(cells), columns)
        if not rest and height >= FEWEST_ROWS and _are_columns(marks, height):
            rows = tuple(tuple(cells[k::height]) for k in range(height))
            return Table(first, last, rows)
    return None


def _is_figure(text: str) -> bool:
    return _DIGIT.search(text) is not None or _FIGURE.fullmatch(text) is not None


def _rows_of(marks: list[bool], columns: int) -> int:
    """How many rows follow a head without figures: all have them in the same columns."""
    if any(marks[:columns]):
        return 0
    pattern = marks[columns : 2 * columns]
    rows = 1
    while pattern == marks[rows * columns : (rows + 1) * columns]:
        rows += 1
    return rows if any(pattern) else 0


def _are_columns(marks: list[bool], height: int) -> bool:
    """Whether each column has a head without figures, and below it all or none."""
    columns = [marks[k : k + height] for k in range(0, len(marks), height)]
    below = [column[1:] for column in columns]
    return (
        not any(column[0] for column in columns)
        and not any(below[0])
        and all(all(cells) or not any(cells) for cells in below)
        and any(all(cells) for cells in below)
    )

"""Which lines are a table, and what are its cells?

Extractors write a table in five ways: rows with their cells set apart by
spaces or tabs, rows between pipes, HTML, LaTeX, and one cell a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from attrs import frozen

from zhnews.articles.html_rows import Row, read_html_rows
from zhnews.excerpt import Excerpt
from zhnews.repair.lines import Line

__all__ = ["Row", "Table", "find_tables"]

#: The most cells that a row of one cell a line is tried with.
MOST_COLUMNS = 7

#: The most cells that are looked through for a table of one cell a line.
MOST_CELLS = 200

#: The fewest rows, the head among them, that make a table of spaced cells.
FEWEST_ROWS = 3

#: The fewest columns that a head names whose cells stand below it in disorder.
FEWEST_COLUMNS = 3

#: The longest cell of a table of spaced cells or of one cell a line, in
#: characters: longer ones are running text. Those that tabs set apart may be longer,
#: and hold spaces.
LONGEST_CELL = 16
LONGEST_TABBED = 24

#: The rule of repair that drops the tags that a converter left around a row's cells.
TAGS = "tag"

_DIGIT = re.compile(r"\d")
_NUMERAL = re.compile(r"[\d〇零一二三四五六七八九十百千]")
_NAMED_FIGURE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,6})\s?\d[\d.,:]*")
_GAP = re.compile(r"[ \t\u3000\xa0]+")
_TAB = re.compile(r"[ \u3000\xa0]*\t[ \t\u3000\xa0]*")
_FIGURE = re.compile(
    r"[-+−±]?[\d０-９][\d０-９,，.．:：/％%~～—–-]*[\d０-９%％℃]?\s?(?:[\u4e00-\u9fff]{0,3}|[A-Za-z%]{0,4})"
    r"|[-—–/]"
)
#: What stands in no cell: a sentence, a colon at the end, what a dateline or a byline has,
#: or who gave the figures and drew them, which stands under a table.
_NO_CELL = re.compile(
    r"[，。；！？]|[：:]\Z|(?:[来來]源|[制製][图圖表])[：:/／]|记者|記者|通[讯訊][员員]|[日报報][电電讯訊]|本[报報刊]|新[华華]社|中[央新]社"
)
_BRACKETS = (("（", "）"), ("(", ")"), ("“", "”"), ("「", "」"), ("《", "》"))
_BRACKET = re.compile(r"[（）()“”「」《》]")
_CELL_TAG = re.compile(r"<t[dh]\b", re.IGNORECASE)
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
    sheet = _Sheet(lines)
    i = 0
    while i < len(lines):
        table = _table_at(sheet, i)
        if table is None:
            i += 1
        else:
            if table.rows:
                tables.append(table)
            i = table.last
    return tuple(tables)


@frozen(slots=False)
class _Sheet:
    """The lines of a page with what is known of all of them.

    Each is found in one walk over the page: a line that begins no table must
    not cost a look at all the lines below it.
    """

    lines: tuple[Line, ...]

    @cached_property
    def cells(self) -> list[bool]:
        """Whether each line may be a cell."""
        return [_is_cell(line.text.text) for line in self.lines]

    @cached_property
    def figures(self) -> list[bool]:
        """Whether each line is a cell with a figure."""
        texts = (line.text.text for line in self.lines)
        return [cell and _is_figure(text) for cell, text in zip(self.cells, texts, strict=True)]

    @cached_property
    def figures_above(self) -> list[int]:
        """How many such cells stand above each line, and on the page."""
        return list(accumulate(self.figures, initial=0))

    @cached_property
    def ends(self) -> list[int]:
        """For each line where the run of cells of one line ends that it stands in."""
        return _ends(self.cells)

    @cached_property
    def rows(self) -> list[Sequence[str]]:
        """The cells of each line, set apart by white space; none where it is no row."""
        return [_row(line.text.text) for line in self.lines]

    @cached_property
    def row_ends(self) -> list[int]:
        """For each line where the rows end that go on from it."""
        rows = self.rows
        goes_on = [
            len(row) > 1
            and len(row) == len(above)
            and (len(row) > 2 or any(map(_FIGURE.fullmatch, row)))
            for above, row in zip([(), *rows], rows, strict=False)
        ]
        ends = _ends([*goes_on, False])
        return [ends[i + 1] if rows[i] else i for i in range(len(rows))]

    @cached_property
    def next_rows(self) -> list[int]:
        """For each line the next one, or itself, that begins enough rows of several cells."""
        begins = (
            end - i >= FEWEST_ROWS and len(row) >= FEWEST_COLUMNS
            for i, (end, row) in enumerate(zip(self.row_ends, self.rows, strict=True))
        )
        return _ends([not begin for begin in begins])

    @cached_property
    def counts_above(self) -> list[int]:
        """How many rows with a figure stand above each line.

        It is a digit behind the first cell, or any numeral where wide gaps set all cells apart.
        """
        rows = zip(self.lines, self.rows, strict=True)
        digits = (
            any(map(_DIGIT.search, row[1:])) or (len(row) > 2 and _is_wide(line.text.text))
            for line, row in rows
        )
        return list(accumulate(digits, initial=0))

    @cached_property
    def table_ends(self) -> list[int]:
        """For each line the next one, or itself, that ends a table in HTML."""
        ends = ["</table" in line.text.text.lower() for line in self.lines]
        return _ends([not end for end in ends])

    @cached_property
    def next_html_row(self) -> list[int]:
        """For each line the next one, or itself, that holds a cell in HTML."""
        return _ends([_CELL_TAG.search(line.text.text) is None for line in self.lines])

    def is_likely(self, first: int) -> bool:
        """Whether enough cells stand below a line, and enough of them are figures."""
        last = min(self.ends[first], first + MOST_CELLS)
        if last - first < FEWEST_ROWS * 2:
            return False
        figures = self.figures_above[last] - self.figures_above[first]
        return figures * 4 >= last - first


def _ends(marks: Sequence[bool]) -> list[int]:
    """For each place the next one, or itself, that is not marked."""
    ends = [0] * len(marks)
    end = len(marks)
    for i in range(len(marks) - 1, -1, -1):
        if not marks[i]:
            end = i
        ends[i] = end
    return ends


def _table_at(sheet: _Sheet, i: int) -> Table | None:
    text = sheet.lines[i].text.text
    if text.startswith("|"):
        return _piped(sheet.lines, i)
    if text.endswith("\\\\") and "&" in text:
        return _typeset(sheet.lines, i)
    if "<t" in text and "<table" in text.lower():
        return _html(sheet, i)
    if "\t" in text and TAGS in sheet.lines[i].repairs:
        return _tagged(sheet.lines, i)
    if len(text) > MOST_COLUMNS * LONGEST_CELL:
        return None
    if " " in text or "\t" in text or "\u3000" in text:
        return _spaced(sheet, i) or _headed(sheet, i)
    return _stacked(sheet, i) if sheet.is_likely(i) else None


def _piped(lines: tuple[Line, ...], first: int) -> Table:
    """Rows between pipes; none where there are only rules."""
    last = first
    rows: list[Row] = []
    while last < len(lines) and lines[last].text.text.startswith("|"):
        text = lines[last].text
        if not _PIPE_RULE.fullmatch(text.text):
            bars = [m.start() for m in re.finditer(r"\|", text.text)] + [len(text)]
            cells = [text[left + 1 : right].strip() for left, right in pairwise(bars)]
            rows.append(tuple(cells[:-1] if not cells[-1] else cells))
        last += 1
    return Table(first, last, tuple(rows))


def _typeset(lines: tuple[Line, ...], first: int) -> Table:
    """Rows as LaTeX writes them, each with two backslashes at its end."""
    rows: list[Row] = []
    for line in lines[first:]:
        text = line.text.text
        if not text.endswith("\\\\"):
            break
        bars = [-1, *(mark.start() for mark in re.finditer("&", text)), len(text) - 2]
        rows.append(tuple(line.text[left + 1 : right].strip() for left, right in pairwise(bars)))
    return Table(first, first + len(rows), tuple(rows))


def _html(sheet: _Sheet, first: int) -> Table | None:
    """An HTML table, on one line or several."""
    last = sheet.table_ends[first]
    if last == len(sheet.lines) or sheet.next_html_row[first] > last:
        return None
    rows = tuple(row for line in sheet.lines[first : last + 1] for row in read_html_rows(line.text))
    return Table(first, last + 1, rows)


def _tagged(lines: tuple[Line, ...], first: int) -> Table | None:
    """Rows whose cells stood in tags of their own, with tabs between them.

    Such a cell may be as long as it likes: a book, and what is said of it.
    """
    rows: list[Row] = []
    for line in lines[first:]:
        row = _cells(line)
        if TAGS not in line.repairs or len(row) == 1 or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
    return Table(first, first + len(rows), tuple(rows)) if len(rows) > 1 else None


def _gap_of(text: str) -> re.Pattern[str]:
    """What sets the cells of a line apart: tabs where it has any, else spaces."""
    return _TAB if "\t" in text else _GAP


def _cells(line: Line) -> Row:
    return tuple(line.text.split(_gap_of(line.text.text)))


def _is_cell(text: str, longest: int = LONGEST_CELL) -> bool:
    if not 0 < len(text) <= longest or _NO_CELL.search(text):
        return False
    return not _BRACKET.search(text) or all(
        text.count(left) == text.count(right) for left, right in _BRACKETS
    )


def _row(text: str) -> Sequence[str]:
    """The cells of a line that is set as a row; none for another."""
    if len(text) > MOST_COLUMNS * LONGEST_CELL:
        return ()
    gap = _gap_of(text)
    if not gap.search(text):
        return ()
    row = gap.split(text)
    longest = LONGEST_TABBED if gap is _TAB else LONGEST_CELL
    return row if all(_is_cell(cell, longest) for cell in row) else ()


def _is_wide(text: str) -> bool:
    """Whether wide gaps set all cells of a line apart, and one of them has a numeral."""
    gaps = _GAP.findall(text)
    return all(len(gap) > 1 for gap in gaps) and _NUMERAL.search(text) is not None


def _spaced(sheet: _Sheet, first: int) -> Table | None:
    """Rows of as many cells each, some of them figures."""
    last = sheet.row_ends[first]
    size = last - first
    columns = len(sheet.rows[first])
    enough = size >= FEWEST_ROWS or (size == 2 and columns >= 4)
    if not enough or (sheet.counts_above[last] - sheet.counts_above[first + 1]) * 2 <= size - 1:
        return None
    return Table(first, last, tuple(_cells(line) for line in sheet.lines[first:last]))


def _headed(sheet: _Sheet, first: int) -> Table | None:
    """A row that names columns, and below it their cells, as the extraction found them.

    Which cell stands in which column is lost: each line is a row of its own.
    """
    columns = len(sheet.rows[first])
    last = first + 1
    if columns < FEWEST_COLUMNS or _DIGIT.search(sheet.lines[first].text.text):
        return None
    if last == len(sheet.lines):
        return None
    for i in range(first + 1, min(sheet.ends[first + 1], first + MOST_CELLS)):
        if sheet.figures[i]:
            last = i + 1
        elif i > last:
            break  # two lines without a figure: a headline
    figures = sheet.figures_above[last] - sheet.figures_above[first + 1]
    if figures < columns * 2 or figures * 4 < (last - first - 1) * 3:
        return None
    rows = (sheet.lines[first + 1 + k].text for k in range(last - first - 1))
    below = (tuple(part for part in _parted(row)) for row in rows)
    return Table(first, last, (_cells(sheet.lines[first]), *below))


def _parted(cell: Excerpt) -> Row:
    """A name and its figure, where the extraction put two cells together: 安陵队12."""
    found = _NAMED_FIGURE.fullmatch(cell.text)
    return (cell[: found.end("name")], cell[found.end("name") :]) if found else (cell,)


def _stacked(sheet: _Sheet, first: int) -> Table | None:
    """One cell a line: row after row, or column after column."""
    if _DIGIT.search(sheet.lines[first].text.text):
        return None  # a head names its columns
    last = min(sheet.ends[first], first + MOST_CELLS, sheet.next_rows[first])
    if last - first < FEWEST_ROWS * 2:
        return None
    marks = sheet.figures[first:last]
    sizes = {n: _rows_of(marks, n) * n for n in range(2, MOST_COLUMNS + 1)}
    size = max(sizes.values())
    columns = next(n for n in sizes if sizes[n] == size)
    if size >= FEWEST_ROWS * columns:
        cells = [line.text for line in sheet.lines[first : first + size]]
        rows = tuple(tuple(cells[k : k + columns]) for k in range(0, size, columns))
        return Table(first, first + size, rows)
    for columns in range(2, MOST_COLUMNS + 1):
        height, rest = divmod(len(marks), columns)
        if not rest and height >= FEWEST_ROWS and _are_columns(marks, height):
            cells = [line.text for line in sheet.lines[first:last]]
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
    if not any(pattern):
        return 0
    rows = 1
    while pattern == marks[rows * columns : (rows + 1) * columns]:
        rows += 1
    return rows


def _are_columns(marks: list[bool], height: int) -> bool:
    """Whether each column has a head without figures, and below it all or none."""
    if any(marks[::height]):
        return False
    below = [marks[k + 1 : k + height] for k in range(0, len(marks), height)]
    return (
        not any(below[0])
        and all(all(cells) or not any(cells) for cells in below)
        and any(all(cells) for cells in below)
    )

"""Where do headings stand over all columns of a page?

They cut it into bands: what stands below one belongs to another story, set in
columns of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from zhnews.chinese import fold
from zhnews.repair.grid import FULL, INDENT, JITTER, Cell, Grid, Row, columns_in
from zhnews.vocab import STANDARD, alternation

__all__ = ["bands_of"]

#: How a row of a table ends: with a figure of its own.
_TABLE_ROW = re.compile("[ \u3000\xa0][-+]?[0-9][0-9.,:]*[%％℃]?$")

#: What running text has, and few headings.
_SENTENCE = re.compile("[，。；]")

#: Blank lines that part the bands of a page in any case: more than stand
#: between any lines else.
_WIDE_GAP = 3

#: How many rows above and below a heading are looked at.
_ABOVE, _BELOW = 3, 6

#: The share of its column's width that a line without a stop takes at most
#: where no text runs on in it.
_SHORT = 0.6

#: The longest name without a word beside it, in Han characters.
_NAME = 6


def bands_of(grid: Grid, rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of a page, cut above the headings that stand over all columns."""
    gaps = sorted(grid.gap(row[0].row) for row in rows)
    usual = gaps[len(gaps) // 2]
    start = 0
    for at in range(1, len(rows)):
        gap = grid.gap(rows[at][0].row)
        if (
            gap >= max(_WIDE_GAP, usual + 2)
            or (gap > max(1, usual) and _holds_headings(grid, rows, at))
            or _begins_headings(grid, rows, start, at, parted=gap > usual)
            or _begins_stories(grid, rows, start, at, parted=gap > usual)
        ):
            yield list(rows[start:at])
            start = at
    yield list(rows[start:])


def _holds_headings(grid: Grid, rows: Sequence[Row], at: int) -> bool:
    """Whether a row holds headings alone: shorter than the lines below them."""
    row = rows[at]
    if any(grid.reads_on(cell) for cell in row):
        return False
    below = [cell for line in rows[at + 1 : at + 1 + _BELOW] for cell in line]
    return len(row) == 1 or all(
        any(cell.size < FULL * other.size and _meet(cell, other) for other in below) for cell in row
    )


def _meet(one: Cell, other: Cell) -> bool:
    return one.at < other.to and other.at < one.to


def _begins_headings(grid: Grid, rows: Sequence[Row], start: int, at: int, *, parted: bool) -> bool:
    """Whether headings over all columns begin at a row, with no gap to tell.

    They stand alone on their rows. The last column above them has ended, and
    the first one below begins a paragraph.
    """
    if len(rows[at]) > 1:
        return False
    end = next((i for i in range(at, min(at + _BELOW, len(rows))) if len(rows[i]) > 1), at)
    below = rows[end : end + _BELOW]
    short = FULL * max((cell.size for row in below for cell in row), default=0)
    left = min(row[0].at for row in (*rows[start:at], *below))
    first = max(start, at - _ABOVE)
    if first == start:  # the band begins with its own headings
        first = next((i for i in range(start, at) if len(rows[i]) > 1), first)

    def is_heading(row: Row) -> bool:
        if len(row) > 1 or grid.reads_on(row[0]):
            return False
        centred = row[0].at > left + INDENT and not _runs_on(grid, rows[first:at], row[0].at)
        return centred or row[0].size < short

    heads = [row[0] for row in rows[at:end]]
    if not heads or not all(map(is_heading, rows[at:end])):
        return False
    if not parted and is_heading(rows[at - 1]) and not _fills_column(rows, start, at - 1):
        return False
    gaps = [grid.gap(row[0].row) for row in rows[at : end + 1]]
    if max(gaps) > gaps[0] + 1:  # a signature: what it stands under is nearer than what follows
        return False
    indented = min(below[0][0].at, heads[0].at) >= left + 2
    middles = [cell.at + cell.size / 2 for cell in heads]
    play = JITTER * (2 if grid.halves else 1)
    one_axis = len({cell.at for cell in heads}) > 1 and max(middles) - min(middles) <= play
    centred = (parted or one_axis) and min(cell.at for cell in heads) > left + INDENT
    return (indented or centred) and _has_ended(grid, rows, start, at)


def _runs_on(grid: Grid, rows: Sequence[Row], place: float) -> bool:
    """Whether the last cell of several rows that begins at a place does not end."""
    for row in reversed(rows):
        for cell in row:
            if abs(cell.at - place) <= JITTER:
                return not grid.ends(cell)
    return False


def _fills_column(rows: Sequence[Row], start: int, at: int) -> bool:
    """Whether a line that stands alone on its row is as wide as the column above it."""
    cell = rows[at][0]
    above = [
        row[0].size
        for row in rows[max(start, at - _BELOW) : at]
        if abs(row[0].at - cell.at) <= INDENT
    ]
    return bool(above) and cell.size >= FULL * max(above)


def _begins_stories(grid: Grid, rows: Sequence[Row], start: int, at: int, *, parted: bool) -> bool:
    """Whether stories begin side by side at a row, each with its heading.

    The last column above has ended. A gap parts them from it, the columns stand
    at other places than above, or the first one had ended some lines before.
    """
    if len(rows[at]) < 2 or at < start + 2:
        return False
    tops, bottoms = rows[at : at + _BELOW], rows[max(start, at - _BELOW) : at]
    if not _holds_headings(grid, rows, at):
        wide = not any(grid.reads_on(cell) for cell in rows[at])
        others = parted and columns_in(tops) != columns_in(bottoms)
        if not (wide and (others or _opens(grid, tops))):
            return False
    above = [row[1].at for row in bottoms if len(row) > 1]
    below = [row[1].at for row in tops if len(row) > 1]
    moved = not above or abs(min(above) - min(below)) > JITTER
    before = [row[0].at for row in rows[max(start, at - _ABOVE) : at]]
    resumed = len(before) > 1 and min(before) > rows[at][0].at + INDENT
    if not (parted or moved or resumed) or _goes_on(grid, rows[at - 1], rows[at]):
        return False
    return _has_ended(grid, rows, start, at)


def _goes_on(grid: Grid, above: Row, row: Row) -> bool:
    """Whether a sentence of the row above goes on in a row, in a column of one width."""
    return any(
        abs(one.at - other.at) <= 1
        and other.size >= FULL * one.size
        and not grid.ends(one)
        and _SENTENCE.search(grid.text(other)) is not None
        for one, other in zip(above, row, strict=False)
    )


def _opens(grid: Grid, rows: Sequence[Row]) -> bool:
    """Whether a row may hold headings as wide as their columns: below them paragraphs begin.

    Or more headings stand below some of them.
    """
    if len(rows) < 2 or len(rows[0]) != len(rows[1]):
        return False
    cells = list(zip(rows[0], rows[1], strict=True))
    begins = [below.at >= cell.at + JITTER for cell, below in cells]
    heads = [cell for cell, _ in cells]
    heads += [below for (_, below), new in zip(cells, begins, strict=True) if not new]
    return any(begins) and not any(_SENTENCE.search(grid.text(cell)) for cell in heads)


def _has_ended(grid: Grid, rows: Sequence[Row], start: int, at: int) -> bool:
    """Whether the last column above a row has ended: with a stop, or with a credit."""
    lasts = [row[-1] for row in rows[max(start, at - _BELOW) : at]]
    right = max(cell.at for cell in lasts[-_ABOVE:]) - INDENT - JITTER
    column = [cell for cell in lasts if cell.at >= right]
    last = column[-1]
    text = grid.text(last)
    if len(column) > 1 and not _SENTENCE.search(before := grid.text(column[-2])):
        text = before + text  # a line of names may be broken
    if grid.ends(last) or _TABLE_ROW.search(text) or _signature().search(fold(text)):
        return True
    short = min(_SHORT * max(cell.size for cell in column), _NAME * (2 if grid.halves else 1))
    return last.size < short and not grid.reads_on(last)


@cache
def _signature() -> re.Pattern[str]:
    """Who wrote what stands above, or when."""
    roles = (word for word in STANDARD.table("roles").words if len(word) > 1)
    day = r"[0-9〇○一二三四五六七八九十]月[^，。]{1,3}日$"
    return re.compile(rf"{alternation(roles)}|摄|[文图][：:／/]|{day}")

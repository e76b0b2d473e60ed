"""Which lines hold cells of several columns, joined by blanks?

Extractors that keep no white space (pdfplumber by default) set what stands on
one line of print on one line of text, a blank between the columns. Indents and
gutters are lost; the widths are not: the columns that stand side by side are
of one width, and so is every line that fills its column. A cell that is
shorter ends a paragraph, or begins one, or is a heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from zhnews.repair.blanks import NARROWEST, STRONG_BLANK, are_set_tight
from zhnews.repair.cuts import (
    INDENT,
    PLAY,
    Joined,
    Kind,
    Parse,
    headings_between,
    join_of,
    least_width,
    parses_of,
)
from zhnews.repair.grid import FEW_ROWS, ends
from zhnews.repair.lines import Line
from zhnews.repair.scan import lines_with, unless_same
from zhnews.repair.seams import Seams, seams_of
from zhnews.repair.threads import Column, Region, columns_of, columns_shown
from zhnews.repair.tops import with_tail, with_tops

__all__ = ["read_halves"]

#: How many lines must have a blank beside a full cell; such a cell beside a
#: shorter one counts half. Half as many are enough where the page has columns
#: of that width elsewhere.
_SUPPORT = 3.5

#: How many are enough for a short story in columns of a width of its own.
_SHORT = 2.0

#: What a line counts most: one with two full cells.
_CLEAREST = 1.5

#: Lines that are read together at most: a page has fewer.
_MOST_LINES = 400

#: The most widths that are tried.
_MOST_WIDTHS = 12


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
    bounds: list[tuple[int, int]] = []
    columns: list[list[Line]] = []
    done = 0
    for found, following in zip(regions, (*regions[1:], None), strict=True):
        region, cells = _above_heading(found, columns_of(lines, found))
        next_start = following.start if following is not None else len(lines)
        start, cells = with_tops(lines, region, cells, done, next_start)
        done, cells = with_tail(lines, region, cells, next_start)
        bounds.append((start, done))
        columns.append(_column_by_column(lines, cells, name))
    seams = [seams_of(kept) for kept in columns]
    if not sum(seams, Seams()).speak_for_columns:
        return lines
    kept: list[Line] = []
    done = 0
    for (start, end), column, seam in zip(bounds, columns, seams, strict=True):
        if not seam.speak_against_columns:
            kept += lines[done:start]
            kept += column
            done = end
    kept += lines[done:]
    return kept


def _above_heading(region: Region, columns: list[Column]) -> tuple[Region, list[Column]]:
    """A region without a line alone at its foot that is a heading of what stands below.

    Text that goes on in the next column fills its own, and no paragraph begins
    below a line that runs on.
    """
    last = region.end - 1
    ending = [column for column in columns if column and column[-1][0] == last]
    if len(ending) != 1 or len(ending[0]) < 2:
        return region, columns
    (_, above), (_, cut) = ending[0][-2:]
    is_text = cut.ends or cut.kind is Kind.FULL or (cut.kind is Kind.INDENTED and above.ends)
    if is_text or not (above.ends or above.kind is Kind.FULL):
        return region, columns
    del ending[0][-1]
    return evolve(region, parses=region.parses[:-1]), columns


def _regions(lines: Sequence[Line]) -> list[Region]:
    """The regions of columns side by side, from top to bottom."""
    tight = are_set_tight(lines)
    shown = {
        at: one
        for at, line in enumerate(lines)
        if " " in line.text.text and (one := _shown(line, tight=tight)) is not None
    }
    counts = Counter(size for one in shown.values() for size in one.widths if size >= NARROWEST)
    widths = _frequent(counts)
    if not widths:
        return []
    choices = [(width, _narrower(width, widths)) for width in widths]
    walled = _walled(shown, lines, max(widths))
    likely = [width for width, narrow in choices if _is_clear(walled, width, narrow)]
    if not likely:
        return []
    joined = [shown.get(at) or join_of(line, tight=tight) for at, line in enumerate(lines)]
    found = [
        region
        for width, narrow in choices
        if any(abs(width - other) <= 1 for other in likely)  # as what is proven is likely
        for region in _runs(joined, width, narrow)
    ]
    proven = {region.width for region in found if region.weight >= _SUPPORT}
    if not proven:
        return []
    chosen: list[Region] = []
    for region in sorted(found, key=lambda region: -region.weight):
        known = any(abs(region.width - width) <= 1 for width in proven)
        if known and not any(map(region.meets, chosen)):
            chosen.append(region)
    return sorted((*chosen, *_short(joined, chosen)), key=lambda region: region.start)


def _short(joined: Sequence[Joined], known: Sequence[Region]) -> list[Region]:
    """Regions of a few lines between those that are known, in columns of their own width."""
    chosen: list[Region] = []
    starts = {region.start for region in known}
    for start, end in _between(known, len(joined)):
        shown = {at: one for at, one in enumerate(joined[start:end]) if one.shows}
        sizes = dict.fromkeys(size for one in shown.values() for size in one.widths)
        widths = [size for size in sizes if size >= NARROWEST]
        walled = _walled(shown, [one.line for one in joined[start:end]], max(widths, default=0))
        found = [
            evolve(region, start=start + region.start)
            for width in widths
            if _is_clear(walled, width, frozenset(), _SHORT)
            for region in _runs(joined[start:end], width, frozenset())
            if region.weight >= _SHORT and start + region.end not in starts  # headings
        ]
        for region in sorted(found, key=lambda region: -region.weight):
            if not any(map(region.meets, chosen)):
                chosen.append(region)
    return chosen


def _between(known: Sequence[Region], end: int) -> Iterator[tuple[int, int]]:
    """Stretches of lines that are in no region."""
    bounds = sorted((region.start, region.end) for region in known)
    starts = (0, *(stop for _, stop in bounds))
    return zip(starts, (*(start for start, _ in bounds), end), strict=True)


def _shown(line: Line, *, tight: bool) -> Joined | None:
    """A line at whose blanks columns may part; None where none of them is strong.

    Most pages have few such lines, and only they tell whether there are columns.
    """
    if not tight and not STRONG_BLANK.search(line.text.text):
        return None
    joined = join_of(line, tight=tight)
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
        if width > wall and (" " not in line.text.text or not join_of(line).blanks):
            wall = width
            if wall > widest + PLAY:
                break
    return wall


def _is_clear(
    walled: Sequence[Walled], width: int, narrow: frozenset[int], least: float = _SUPPORT
) -> bool:
    """Whether a page may show columns of a width clearly enough: if not, no region does.

    Only lines with strong blanks show any; a line that is wider than a column
    ends a region. The other lines need not be cut to know that.

    Args:
        walled: The lines that have strong blanks.
        width: The width of the columns.
        narrow: Widths that cells beside a picture have.
        least: How clearly a region shows them at the least.
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
    return any(_adds_up(run, width, narrow, least) for run in runs)


def _adds_up(run: Sequence[Joined], width: int, narrow: frozenset[int], least: float) -> bool:
    """Whether lines of a region may show columns of a width clearly enough: ``least`` so much."""
    if _CLEAREST * len(run) < least:
        return False
    clearness = 0.0
    for joined in run:
        ways = parses_of(joined, width, narrow)
        clearness = clearness + max(map(_weight, ways)) if ways else 0.0
        if clearness >= least:
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
        if not ways and parses and one.shows:
            ways = headings_between(joined, at, parses[-2:], width, narrow)
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
    part = parses[both[0] :]
    if (following := _next_band(part)) is not None:
        first = both[0] + following
        yield from _trimmed(joined, start, parses[:first], width)
        yield from _trimmed(joined, start + first, parses[first:], width)
        return
    columns = columns_shown(part)
    last = next((at for at, ways in enumerate(part) if not _fits(ways, columns)), len(part))
    weight = sum(max(map(_weight, ways)) for ways in part[:last])
    region = Region(start + both[0], tuple(part[:last]), width, weight)
    if weight >= _SUPPORT / 2 and _is_text(joined, region):
        yield region
    if last < len(part):
        yield from _trimmed(joined, region.end + 1, part[last + 1 :], width)


def _next_band(parses: Sequence[tuple[Parse, ...]]) -> int | None:
    """Where more columns stand side by side than before, and go on so: stories below others.

    Columns that stand side by side begin on one line.
    """
    sizes = [len(ways[0].cuts) for ways in parses]
    most = 0
    for at in range(len(sizes) - FEW_ROWS):
        if at >= FEW_ROWS and min(sizes[at : at + FEW_ROWS + 1]) > most:
            return at
        most = max(most, sizes[at])
    return None


def _fits(ways: Sequence[Parse], columns: int) -> bool:
    """Whether a line may be cut into no more cells than there are columns."""
    return any(len(way.cuts) <= columns for way in ways)


def _weight(parse: Parse) -> float:
    """How clearly a line shows where columns end."""
    shown = [cut.shows for cut in parse.cuts]
    return _CLEAREST if shown.count(1.0) > 1 else max(shown)


def _is_text(joined: Sequence[Joined], region: Region) -> bool:
    """Whether the cells are running text, not a list, a table or verse."""
    is_short = sum(len(ways[0].cuts) > 1 for ways in region.parses) < FEW_ROWS
    texts = [
        joined[at].line.text.text[cut.start : cut.end]
        for at, ways in enumerate(region.parses, region.start)
        for cut in ways[0].cuts
        if is_short or len(ways[0].cuts) > 1
    ]
    inner = sum(any(mark in text[:-1] for mark in "，。、；：,;:") for text in texts)
    runs_on = sum(not ends(text) and text[-1] not in "，、；：,;:" for text in texts)
    return 3 * min(inner, runs_on) >= len(texts) > 0


def _column_by_column(lines: Sequence[Line], columns: Sequence[Column], name: str) -> list[Line]:
    """The lines of a region, column by column."""
    kept: list[Line] = []
    for cells in columns:
        for index, (at, cut) in enumerate(cells):
            line = lines[at].cell(cut.start, cut.end, name)
            if not line.text:  # a cell of control characters
                continue
            if len(line.text) == len(lines[at].text):
                line = lines[at]
            if kept and not index:  # the column's first: what it follows stands elsewhere
                line = line.set_at(line.indent, int(ends(kept[-1].text.text)))
            kept.append(line)
    return kept

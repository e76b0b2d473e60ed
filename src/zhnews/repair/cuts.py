"""Where may a line be cut into cells of one width?

Where an extractor kept no white space, a blank is all that parts columns; but
blanks also stand beside figures, in names and between the halves of a heading.
What a cell may be is told by its width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cached_property

from attrs import field, frozen

from zhnews.repair.blanks import HANGING, Blank, blanks_of
from zhnews.repair.grid import ends
from zhnews.repair.lines import Line, width_of

__all__ = [
    "INDENT",
    "PLAY",
    "Cut",
    "Joined",
    "Kind",
    "Parse",
    "headings_between",
    "join_of",
    "least_width",
    "parses_of",
]

#: The longest line that is looked at, in characters.
_LONGEST = 400

#: The most columns, and the most ways of cutting a line that are kept.
_MOST_COLUMNS, _MOST_PARSES = 6, 8

#: How far the width of a full line may be from its column's, in half-widths:
#: figures are narrower or wider than half a Han character.
PLAY = 2

#: The indent of a paragraph's first line, in half-widths.
INDENT = 4

#: So many lines may hold a heading in each column between those of text.
_MOST_BETWEEN = 3

#: What it costs to leave a strong blank within a cell, to cut at a weak one,
#: and to cut within a pair of brackets.
_LEFT_WHOLE, _CUT_WEAK, _CUT_IN_BRACKETS = 0.8, 0.6, 1.5

#: What it costs to take a cell for each kind, before its column is known.
_LIKELY = (0.0, 1.0, 0.1, 0.5, 2.5)

_SENTENCE = re.compile("[，。；、]")
_FOLIO = re.compile(
    "星期[一二三四五六日天]|第 ?[0-9]+ ?版|[0-9○〇一二三四五六七八九]{2,4}年[^，。]{1,12}日"
    "|[责責主美]任?[编編]|[编編][辑輯](?!同志)|版式|制版|[设設][计計]"
)
#: What of it stands in no column: the page, and the day of the week.
_DAY = re.compile("星期[一二三四五六日天]|第 ?[0-9]+ ?版")
_INNER = re.compile("[，。、；：！？,;:!?](?!$)")
#: How a report begins that is parted from its dateline by a blank: 中新社望溪3月19日电 县气.
_DATELINE = re.compile("[^，。、；：]{2,14}[讯訊电電][ \u3000\xa0]+[^ \u3000\xa0]")
#: The day under a notice or a letter, below which nothing runs on.
_CLOSING = re.compile("[0-9○〇零一二三四五六七八九]{2,4}年[^，。]{2,7}日")


class Kind(IntEnum):
    """What a cell is, by its width and its end."""

    FULL = 0  # fills its column
    INDENTED = 1  # does so but for an indent
    ENDED = 2  # is shorter, and ends a sentence
    NARROW = 3  # has a width that others have too: a picture makes it narrow
    OTHER = 4  # a heading, a byline, the cells of a table


@frozen
class Stretch:
    """What stands between two blanks of a line.

    Attributes:
        start: Its offset in the line's text.
        end: Where it ends there.
        sizes: Its width in half-widths; what it is without the marks that may
            hang over the column's right edge, one after the other.
        ends: Whether it ends a sentence, or announces what is said below.
        is_text: Whether there is a mark within it, as in running text.
        is_parted: Whether a strong blank stands within it.
    """

    start: int
    end: int
    sizes: tuple[int, ...]
    ends: bool
    is_text: bool
    is_parted: bool

    def size(self, width: int) -> int:
        """Its width, marks that hang over the edge of a column left out."""
        return next((size for size in self.sizes if size <= width), self.sizes[-1])


@frozen
class Joined:
    """A line with the places at which it may be cut.

    Attributes:
        line: The line.
        blanks: Where it may be cut.
        loose: Blanks between characters that are spaced out.
        is_folio: Whether it stands over or under all columns.
        measured: The stretches that were asked for.
        parsed: The ways of cutting it that were, by the width of the columns.
    """

    line: Line
    blanks: tuple[Blank, ...] = ()
    loose: tuple[int, ...] = ()
    is_folio: bool = False
    measured: dict[tuple[int, int], Stretch] = field(factory=dict, repr=False, eq=False)
    parsed: dict[object, tuple[Parse, ...]] = field(factory=dict, repr=False, eq=False)

    @property
    def last(self) -> int:
        """The index of the line's end: one more than that of its last blank."""
        return len(self.blanks) + 1

    @property
    def shows(self) -> bool:
        """Whether any blank may part columns."""
        return any(blank.is_strong for blank in self.blanks)

    @property
    def widths(self) -> list[int]:
        """The widths of what stands between its strong blanks, if there are any."""
        strong = [at for at, blank in enumerate(self.blanks, 1) if blank.is_strong]
        if not strong:
            return []
        bounds = zip((0, *strong), (*strong, self.last), strict=True)
        return [self._width(*self._offsets(left, right)) for left, right in bounds]

    def stretch(self, left: int, right: int) -> Stretch:
        """What stands between two blanks, given by their indices from 1; 0 is the beginning."""
        known = self.measured.get((left, right))
        if known is None:
            known = self.measured[left, right] = self._measure(left, right)
        return known

    @cached_property
    def widest(self) -> int:
        """The width of the widest of what stands between its blanks."""
        parts = [self._offsets(left, left + 1) for left in range(self.last)]
        text = self.line.text.text
        return max(_without_hanging(text[a:z], self._width(a, z))[-1] for a, z in parts)

    def _offsets(self, left: int, right: int) -> tuple[int, int]:
        start = self.blanks[left - 1].end if left else 0
        end = self.blanks[right - 1].start if right < self.last else len(self.line.text)
        return start, end

    def _width(self, start: int, end: int) -> int:
        loose = sum(start < at < end for at in self.loose) if self.loose else 0
        return width_of(self.line.text.text[start:end]) - loose

    def _measure(self, left: int, right: int) -> Stretch:
        start, end = self._offsets(left, right)
        text = self.line.text.text[start:end]
        sizes = _without_hanging(text, self._width(start, end))
        dateline = _DATELINE.match(text)
        begin = 0 if dateline is None else start + dateline.end() - 1
        inner = [blank for blank in self.blanks[left : right - 1] if blank.end != begin]
        is_parted = any(blank.is_strong and not blank.is_bracketed for blank in inner)
        is_text = dateline is not None or _INNER.search(text) is not None
        has_ended = ends(text) or text.endswith("：") or _CLOSING.fullmatch(text) is not None
        return Stretch(start, end, tuple(sizes), has_ended, is_text, is_parted)


@frozen
class Cut:
    """A cell that a line may be cut into.

    Attributes:
        start: Its offset in the line's text.
        end: Where it ends there.
        kind: What it is.
        ends: Whether it ends a sentence.
        shows: How well it shows where a column ends: 1 where a strong blank
            parts a full line from another cell, a half for other cells that
            tell of columns, and for a line that is a character too wide or
            too narrow; 0 where there is no such blank, or one within it.
    """

    start: int
    end: int
    kind: Kind
    ends: bool
    shows: float


@frozen
class Parse:
    """A line as cells.

    Attributes:
        cost: How unlikely its cuts are.
        cuts: The cells, from left to right.
    """

    cost: float
    cuts: tuple[Cut, ...]


def least_width(text: str) -> int:
    """The width of a text without the marks that may hang over its column's edge.

    >>> least_width("据统计。”")
    6
    """
    return _without_hanging(text, width_of(text))[-1]


def _without_hanging(text: str, width: int) -> list[int]:
    """The width of a text, and what it is without each of the marks that may hang."""
    sizes = [width]
    for mark in reversed(text[-2:]):
        if mark not in HANGING:
            break
        sizes.append(sizes[-1] - width_of(mark))
    return sizes


def join_of(line: Line, *, tight: bool = False) -> Joined:
    """A line with the places at which it may be cut.

    Args:
        line: The line.
        tight: Whether the page has no blanks beside figures but those between columns.

    >>> from zhnews.excerpt import Excerpt
    >>> line = Line(Excerpt.of("成消费发生在夜间，大型商场每天 时间限时免费，公共厕所"), 0)
    >>> join_of(line).widths
    [30, 22]
    """
    text = line.text.text
    if " " not in text or len(text) > _LONGEST:
        return Joined(line)
    if _is_folio(text):
        return Joined(line, is_folio=_DAY.search(text) is not None)
    blanks, loose = blanks_of(text, tight=tight)
    return Joined(line, blanks, loose)


def _is_folio(text: str) -> bool:
    """Whether a line stands over or under all columns: a folio, or a page's editors."""
    return _SENTENCE.search(text) is None and _FOLIO.search(text) is not None


def parses_of(joined: Joined, width: int, narrow: frozenset[int]) -> tuple[Parse, ...]:
    """The ways of cutting a line into cells of columns, the best first.

    None where all cells are of kinds that tell nothing of the columns.

    Args:
        joined: The line.
        width: The width of the columns, in half-widths.
        narrow: Widths that cells beside a picture have.
    """
    if joined.is_folio or joined.widest > width + PLAY:
        return ()  # whatever the cuts, a cell is wider than the column
    if (known := joined.parsed.get((width, narrow))) is not None:
        return known
    found: list[tuple[float, Parse]] = []
    for cuts in _ways(joined, width, 0, _MOST_COLUMNS):
        cells = tuple(_cut(joined, left, right, width, narrow) for left, right in cuts)
        if any(cell.kind <= Kind.ENDED for cell in cells):
            parse = Parse(_cost(joined, cuts), cells)
            found.append((parse.cost + sum(_LIKELY[cell.kind] for cell in cells), parse))
    found.sort(key=lambda item: item[0])
    known = joined.parsed[width, narrow] = tuple([parse for _, parse in found[:_MOST_PARSES]])
    return known


def headings_between(
    joined: Sequence[Joined],
    at: int,
    above: Sequence[tuple[Parse, ...]],
    width: int,
    narrow: frozenset[int],
) -> tuple[Parse, ...]:
    """The ways of cutting a line on which each column has a heading, as crossheads may meet.

    A few such lines may follow one another between those of text. Where all columns have
    ended above, they may be headings of other stories; where text runs on there, it does so
    in the next column, and the region has ended.

    Args:
        joined: The lines of the page.
        at: The line.
        above: The ways of cutting the lines right above it, up to two.
        width: The width of the columns, in half-widths.
        narrow: Widths that cells beside a picture have.
    """
    cuts = above[-1][0].cuts
    if len(cuts) < 2 or all(cut.ends for cut in cuts):
        return ()
    text = joined[at - 1].line.text.text
    over = above[0][0].cuts if len(above) > 1 else ()
    befores = over if len(over) == len(cuts) else (None,) * len(cuts)
    for cut, before in zip(cuts, befores, strict=True):
        if not cut.ends and not _may_be_heading(text, cut, before):
            return ()
    for line in joined[at + 1 : at + 1 + _MOST_BETWEEN]:
        if ways := parses_of(line, width, narrow):
            is_text = len(ways[0].cuts) == len(cuts)
            return _headings_of(joined[at], width, len(cuts)) if is_text else ()
        if not _headings_of(line, width, len(cuts)):
            break
    return ()


def _may_be_heading(text: str, cut: Cut, above: Cut | None) -> bool:
    """Whether a cell may be a heading: by its width, or by what stands above it in its column."""
    if cut.kind is Kind.OTHER:
        return True
    if _SENTENCE.search(text, cut.start, cut.end):
        return False
    return cut.kind is Kind.NARROW or (
        above is not None and (above.ends or above.kind is Kind.OTHER)
    )


def _headings_of(joined: Joined, width: int, columns: int) -> tuple[Parse, ...]:
    """The ways of cutting a line at strong blanks into a cell for each column."""
    if joined.is_folio or not joined.shows or joined.widest > width + PLAY:
        return ()
    found = []
    for cuts in _ways(joined, width, 0, columns):
        if len(cuts) == columns and all(joined.blanks[left - 1].is_strong for left, _ in cuts[1:]):
            cells = tuple(_cut(joined, left, right, width, frozenset()) for left, right in cuts)
            found.append(Parse(_cost(joined, cuts), cells))
    return tuple(sorted(found, key=lambda parse: parse.cost)[:_MOST_PARSES])


Way = tuple[tuple[int, int], ...]


def _ways(joined: Joined, width: int, left: int, columns: int) -> Iterator[Way]:
    """The choices of blanks that leave no cell wider than a column."""
    for right in range(left + 1, joined.last + 1):
        if joined.stretch(left, right).size(width) > width + PLAY:
            return
        if right - left > 1 and joined.blanks[right - 2].is_wide:
            return
        if right == joined.last:
            yield ((left, right),)
        elif columns > 1:
            for others in _ways(joined, width, right, columns - 1):
                yield ((left, right), *others)


def _cost(joined: Joined, cuts: Way) -> float:
    at = {left for left, _ in cuts}
    cost = 0.0
    for index, blank in enumerate(joined.blanks, 1):
        if index in at:
            cost += 0 if blank.is_strong else _CUT_WEAK
            cost += _CUT_IN_BRACKETS if blank.is_bracketed else 0
        elif blank.is_strong and not blank.is_bracketed:
            cost += _LEFT_WHOLE * (2 if blank.is_stop else 1)
    return cost


def _cut(joined: Joined, left: int, right: int, width: int, narrow: frozenset[int]) -> Cut:
    stretch = joined.stretch(left, right)
    size = stretch.size(width)
    if stretch.is_parted and not stretch.is_text:  # a heading of two halves
        kind = Kind.OTHER
    elif abs(size - width) <= PLAY:
        kind = Kind.FULL
    elif abs(size - width + INDENT) <= PLAY:
        kind = Kind.INDENTED
    elif stretch.ends:
        kind = Kind.ENDED
    else:
        kind = Kind.NARROW if size in narrow else Kind.OTHER
    shows = 0.0
    sides = [joined.blanks[at - 1] for at in (left, right) if 0 < at < joined.last]
    if kind <= Kind.ENDED and not stretch.is_parted and any(side.is_strong for side in sides):
        shows = 1.0 if kind is Kind.FULL and abs(size - width) <= 1 else 0.5
    return Cut(stretch.start, stretch.end, kind, stretch.ends, shows)

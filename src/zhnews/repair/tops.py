"""Which stories stand side by side, from the headings over them to the longest one's end?

Stories that stand side by side begin on one line, each with its headings. A
line of headings alone tells nothing of widths, and one story over all columns
may have a heading of two halves. So a line over columns is only taken apart
where each of them holds a story of its own: none runs on into the next one,
and they end on different lines, or one goes on alone below the others, or these
too begin as reports and headings do, or under a heading whose words are theirs alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from zhnews.chinese import fold
from zhnews.repair.cuts import PLAY, Cut, Joined, Kind, join_of
from zhnews.repair.grid import ends
from zhnews.repair.lines import Line
from zhnews.repair.threads import Column, Region, pairs_of
from zhnews.vocab import STANDARD, alternation

__all__ = ["with_tail", "with_tops"]

#: The most lines of headings, and the most words that are shared out.
_MOST_TOPS, _MOST_WORDS = 8, 9

#: By how many lines the columns of several stories differ at least: those of
#: one story are of one height, but the last one may end a few lines above.
_UNEVEN, _RAGGED = 2, 5

#: How many pairs of characters a heading shares at least with the story below it.
_ABOUT = 2

#: How reports begin: 【本報訊】, 本报讯（, （中央社記者…電）.
_REPORT = re.compile(
    "[【〔［（(\\[]?[^，。、；：]{0,12}?(?:[讯訊电電】〕]|[报報][道導])"
    "|[（(][^，。、；：]{2,20}[電电讯訊导導道][)）]"
)

#: What stands in running text, and not in a heading.
_MARK = re.compile("[，。；]")

#: Where each cell stands in its line.
_Parts = tuple[tuple[int, int], ...]


def with_tops(
    lines: Sequence[Line], region: Region, columns: list[Column], first: int, following: int
) -> tuple[int, list[Column]]:
    """Where a region begins with the headings over its columns, and its columns with them.

    Args:
        lines: The lines of the page.
        region: The region.
        columns: Its columns.
        first: The first line that may belong to it.
        following: The first line of the next region.
    """
    start = region.start
    if len(columns) < 2 or not all(columns):
        return start, columns
    end = _end_of_tail(lines, region, following)
    below = _akin(lines, region, columns, range(len(columns)), end)
    if not _have_ended([column for at, column in enumerate(columns[:-1]) if at != below]):
        return start, columns
    stories = below is not None or _are_stories(lines, columns)  # as one goes on alone
    if not stories and not _are_headed(lines, region, columns, first):
        return start, columns
    columns, texts = _with_headings(lines, region, columns)
    while start > max(first, region.start - _MOST_TOPS):
        parts = _parts(join_of(lines[start - 1]), region.width, texts)
        if parts is None or lines[start].gap > lines[min(start + 1, region.end - 1)].gap:
            break
        start -= 1
        columns = _set_over(columns, start, parts)
    return start, columns


def _with_headings(
    lines: Sequence[Line], region: Region, columns: list[Column]
) -> tuple[list[Column], list[frozenset[str]]]:
    """The columns with the lines of headings at their top shared out anew, and their words.

    Where the heading of one column is as long as its lines, the region was found to
    begin with it, and the others were cut by their widths alone.
    """
    headings: list[tuple[int, Joined]] = []
    for at in range(region.start, min(region.start + _MOST_TOPS, region.end)):
        joined = join_of(lines[at])
        cells = [
            cut for column in columns for place, cut in column[: len(headings) + 1] if place == at
        ]
        if len(cells) < 2 or any(_is_text(lines[at].text.text, cut) for cut in cells):
            break
        headings.append((at, joined))
    rest = [[one for one in column if one[0] >= region.start + len(headings)] for column in columns]
    texts = [_text_of(lines, column) for column in rest]
    if not headings or not all(rest):
        return columns, [_text_of(lines, column) for column in columns]
    for at, joined in reversed(headings):
        parts = _parts(joined, region.width, texts)
        if parts is None:
            rest = [
                [*(one for one in column if one[0] == at), *below]
                for column, below in zip(columns, rest, strict=True)
            ]
        else:
            rest = _set_over(rest, at, parts)
    return rest, texts


def _is_text(text: str, cut: Cut) -> bool:
    """Whether a cell is of running text, or a report begins there behind its dateline."""
    report = _REPORT.match(text, cut.start, cut.end)
    has_more = report is not None and report.end() + 1 < cut.end
    return has_more or _MARK.search(text, cut.start, cut.end) is not None


def _set_over(columns: Sequence[Column], at: int, parts: _Parts) -> list[Column]:
    """The columns with the parts of a line of headings over them."""
    cuts = [Cut(left, right, Kind.OTHER, False, 0.0) for left, right in parts]
    return [[(at, cut), *column] for cut, column in zip(cuts, columns, strict=True)]


def with_tail(
    lines: Sequence[Line], region: Region, columns: list[Column], following: int
) -> tuple[int, list[Column]]:
    """Where a region ends with the lines that go on in one of its columns, and its columns.

    The longest of several stories goes on alone below the others, under crossheads
    too. What stands there comes before the stories on its right.

    Args:
        lines: The lines of the page.
        region: The region.
        columns: Its columns.
        following: The first line of the next region.
    """
    end = _end_of_tail(lines, region, following)
    longest = _longest(lines, region, columns, end)
    others = [] if longest is None else columns[longest + 1 :]
    if not others or not all(column and _begins_story(lines, column) for column in others):
        return region.end, columns
    tail = [
        (at, Cut(0, len(lines[at].text), Kind.OTHER, True, 0.0)) for at in range(region.end, end)
    ]
    return end, [[*column, *tail] if at == longest else column for at, column in enumerate(columns)]


def _end_of_tail(lines: Sequence[Line], region: Region, following: int) -> int:
    """Where the lines end that stand alone below a region and are no wider than its columns."""
    end = region.end
    for at in range(region.end, following):
        line = lines[at]
        joined = join_of(line)
        is_wide = joined.stretch(0, joined.last).size(region.width) > region.width + PLAY
        if is_wide or line.gap > lines[region.end - 1].gap or joined.is_folio:
            break
        if ends(line.text.text):  # else it may be a heading over the next region
            end = at + 1
    return end


def _longest(lines: Sequence[Line], region: Region, columns: list[Column], end: int) -> int | None:
    """The column that goes on below a region: the only one at its foot, or the one that runs on.

    Where all of them have ended, the one that has the words of what follows.
    """
    last = region.end - 1
    longest = [at for at, column in enumerate(columns) if column and column[-1][0] == last]
    if len(longest) > 1:
        open_ones = [at for at in longest if not columns[at][-1][1].ends]
        if not open_ones:
            return _akin(lines, region, columns, longest, end)
        longest = open_ones
    return longest[0] if len(longest) == 1 else None


def _akin(
    lines: Sequence[Line], region: Region, columns: list[Column], among: Sequence[int], end: int
) -> int | None:
    """The one of several columns that has the words of the lines below a region; if any.

    Not of a single line: it may be a heading.
    """
    if end - region.end < _UNEVEN:
        return None
    below = pairs_of("".join(line.text.text for line in lines[region.end : end]))
    shared = sorted((len(below & _text_of(lines, columns[at])), at) for at in among)
    return shared[-1][1] if shared[-1][0] >= _ABOUT + 2 * shared[-2][0] else None


def _have_ended(columns: Sequence[Column]) -> bool:
    """Whether none of the columns runs on into the next one."""
    lasts = [column[-1][1] for column in columns]
    return not any(last.kind <= Kind.INDENTED and not last.ends for last in lasts)


def _are_stories(lines: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Whether columns that have ended hold a story each, by where they end or how they begin."""
    feet = [column[-1][0] for column in columns]
    if max(feet) - min(feet[:-1]) >= _UNEVEN or min(feet[:-1]) - feet[-1] >= _RAGGED:
        return True
    return all(_begins_story(lines, column) for column in columns[1:])


def _are_headed(
    lines: Sequence[Line], region: Region, columns: Sequence[Column], first: int
) -> bool:
    """Whether each column but the first begins a paragraph under a heading about it alone."""
    if any(column[0][1].kind is not Kind.INDENTED for column in columns[1:]):
        return False
    texts = [_text_of(lines, column) for column in columns]
    others = [frozenset().union(*texts[:at], *texts[at + 1 :]) for at in range(len(texts))]
    headed: set[int] = set()
    for line in reversed(lines[max(first, region.start - _MOST_TOPS) : region.start]):
        parts = _parts(join_of(line), region.width, texts)
        if parts is None:
            break
        for at, (left, right) in enumerate(parts):
            pairs = pairs_of(line.text.text[left:right])
            if len(pairs & texts[at]) >= _ABOUT and pairs.isdisjoint(others[at]):
                headed.add(at)
    return headed.issuperset(range(1, len(texts)))


def _begins_story(lines: Sequence[Line], column: Column) -> bool:
    """Whether a column begins with a heading or as a report does, or goes on so after a line."""
    for at, cut in column[:2]:
        text = lines[at].text.text
        is_address = cut.kind is Kind.ENDED and text[cut.end - 1] == "："  # 编辑同志：
        if cut.kind is Kind.OTHER or is_address or _REPORT.match(text, cut.start, cut.end):
            return True
        if cut.ends:  # the last line of a paragraph, and what follows is a crosshead
            return False
    return False


def _text_of(lines: Sequence[Line], column: Column) -> frozenset[str]:
    """The pairs of characters that stand in a column."""
    return pairs_of("".join(lines[at].text.text[cut.start : cut.end] for at, cut in column))


def _parts(joined: Joined, width: int, texts: Sequence[frozenset[str]]) -> _Parts | None:
    """A line of headings as one for each column: those that are about what stands below.

    None where it is no such line.
    """
    text = joined.line.text.text
    strong = [at for at, blank in enumerate(joined.blanks, 1) if blank.is_strong]
    if not len(texts) <= len(strong) + 1 <= _MOST_WORDS or _imprint().search(fold(text)):
        return None
    best: _Parts | None = None
    most = -1, 0, 0
    for parts in _shares(joined, strong, len(texts)):
        cells = [joined.stretch(left, right) for left, right in parts]
        if all(cell.ends for cell in cells) or any(
            cell.size(width) > width + PLAY for cell in cells
        ):
            continue
        shared = sum(
            len(below & pairs_of(text[cell.start : cell.end]))
            for cell, below in zip(cells, texts, strict=True)
        )
        own = [set(text[cell.start : cell.end]) for cell in cells]
        alike = sum(
            len(one & letters) for one, letters in zip(own, _letters_of_one(texts), strict=True)
        )
        fit = shared, alike, -max(cell.size(width) for cell in cells)
        if fit > most:
            best, most = tuple((cell.start, cell.end) for cell in cells), fit
    return best


def _letters_of_one(texts: Sequence[frozenset[str]]) -> list[set[str]]:
    """For each column the characters that stand in no other one: headings abbreviate."""
    letters = [set("".join(pairs)) for pairs in texts]
    others = [set().union(*letters[:at], *letters[at + 1 :]) for at in range(len(letters))]
    return [own - other for own, other in zip(letters, others, strict=True)]


@cache
def _imprint() -> re.Pattern[str]:
    """What stands under all columns, or over them: how the paper is reached."""
    words = alternation(STANDARD.table("labels").words_where("says", "reach"))
    return re.compile(rf"{words}|www|https?:|[0-9]{{7}}")


def _shares(joined: Joined, strong: Sequence[int], columns: int) -> Iterator[_Parts]:
    """The ways of sharing out what stands between blanks; a wide one stands in no cell."""
    wide = {at for at in strong if joined.blanks[at - 1].is_wide}
    for chosen in combinations(strong, columns - 1):
        if wide.issubset(chosen):
            yield tuple(pairwise((0, *chosen, joined.last)))

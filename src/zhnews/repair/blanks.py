"""At which blanks of a line may columns part?

Where an extractor kept no white space, a blank is all that parts columns; but
blanks also stand beside figures, in names, and between characters that are
spaced out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from zhnews.repair.grid import SURE_GAP
from zhnews.repair.lines import Line

__all__ = ["HANGING", "NARROWEST", "STRONG_BLANK", "Blank", "are_set_tight", "blanks_of"]

_TOKEN = re.compile("[^ \u3000\xa0]+")

#: What a line has that has a strong blank: several, or one between two characters
#: both or neither of which are half-width letters or figures.
STRONG_BLANK = re.compile(
    "[ \u3000\xa0](?:[ \u3000\xa0]"
    "|(?<=[A-Za-z0-9].)(?=[A-Za-z0-9])|(?<=[^A-Za-z0-9].)(?=[^A-Za-z0-9])|(?<=[。！？].))"
)

#: A figure or Latin letter right before a Han character and right behind one, and
#: either with a blank between; how many of the first there are to one of the second
#: on a page that has no blanks there but those between columns.
_TIGHT = (
    re.compile(r"[A-Za-z0-9](?=[\u4e00-\u9fff])"),
    re.compile(r"[A-Za-z0-9](?<=[\u4e00-\u9fff].)"),
)
_SPACED = re.compile(
    r" (?:(?<=[A-Za-z0-9] )(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] )(?=[A-Za-z0-9]))"
)
_MUCH_TIGHTER = 4

#: How many lines tell that.
_ENOUGH = 100

#: A figure alone, as in a table, beside a blank.
_CELL = re.compile("(?:^| )[0-9.,%+-]+(?: |$)")

#: The most blanks of a line at which columns may part.
_MOST_BLANKS = 10

#: The least width of a column, in half-widths: eight Han characters. Verse has
#: lines of seven at most.
NARROWEST = 16

#: How many characters that stand alone make a line a spaced-out one; how many do
#: where the line has nothing else.
_SPACED_OUT, _FEWEST_SPACED = 5, 3

#: From how many characters on a word is none that stands between spaced-out ones.
_WORD = 9

#: How soon after a bracket names are parted by blanks, in characters.
_NAMES = 8

#: The longest name or job in brackets, in characters.
_LONGEST_NAME = 5

#: Marks that may hang over the right edge of a column.
HANGING = frozenset("，。、；：！？,.;:!?”’」』）)】》")
#: What stands before a caption, parted from it by a blank.
_CAPTION_LEAD = re.compile("[▲△▼◀▶]|[上下左右][图圖]|[图圖][①-⑨一二三四五六0-9]")
_STOPS = frozenset("。！？")
_NO_LINE_BEGINS = HANGING | frozenset("%％")
_NO_LINE_ENDS = frozenset("“‘「『（(【《")
_MARKS = "".join(HANGING | _NO_LINE_ENDS)


@frozen
class Blank:
    """A place at which a line may be cut.

    Attributes:
        start: Where the blank begins in the line's text.
        end: Where it ends.
        is_strong: Whether it is no blank as typesetters put between a Han
            character and a figure or a Latin letter.
        is_bracketed: Whether it stands within a pair of brackets.
        is_wide: Whether it is wider than what stands within a cell.
        is_stop: Whether a sentence ends before it.
    """

    start: int
    end: int
    is_strong: bool
    is_bracketed: bool
    is_wide: bool
    is_stop: bool


def are_set_tight(lines: Sequence[Line]) -> bool:
    """Whether a page has no blanks between its figures and the Han characters beside them.

    >>> from zhnews.excerpt import Excerpt
    >>> are_set_tight([Line(Excerpt.of("10月18日，57岁的老人 5.3万吨"), 0)])
    True
    >>> are_set_tight([Line(Excerpt.of("10 月 18 日，57 岁的老人"), 0)])
    False
    """
    text = "\n".join([line.text.text for line in lines[:_ENOUGH]])
    tight = sum(len(pattern.findall(text)) for pattern in _TIGHT)
    return tight > _MUCH_TIGHTER * len(_SPACED.findall(text))


def blanks_of(text: str, *, tight: bool = False) -> tuple[tuple[Blank, ...], tuple[int, ...]]:
    """The blanks at which a line may be cut, and those between characters that are spaced out.

    Args:
        text: The line.
        tight: Whether the page has no blanks beside figures but those between columns.

    >>> blanks, loose = blanks_of("时间限时免费，公共厕所 桩 ， 每 晚 开 放")
    >>> [blank.start for blank in blanks], loose
    ([11], (13, 15, 17, 19, 21))
    """
    tokens = [found.span() for found in _TOKEN.finditer(text)]
    sizes = [end - start for start, end in tokens]
    is_spaced_out = sizes.count(1) >= min(_SPACED_OUT, max(_FEWEST_SPACED, len(sizes)))
    blanks: list[Blank] = []
    loose: list[int] = []
    for before, after in pairwise(tokens):
        start, end = before[1], after[0]
        if (
            is_spaced_out
            and end - start == 1
            and _are_letters(text[before[0] : start], text[end : after[1]])
        ):
            loose.append(start)
        elif (
            text[start - 1] not in _NO_LINE_ENDS
            and text[end] not in _NO_LINE_BEGINS
            and not _CAPTION_LEAD.fullmatch(text, *before)
        ):
            is_tight = tight and not _CELL.search(text[before[0] : after[1]])
            blanks.append(_blank(text, start, end, tight=is_tight))
    return tuple(blanks) if len(blanks) <= _MOST_BLANKS else (), tuple(loose)


def _are_letters(one: str, other: str) -> bool:
    """Whether a character, marks before it left out, is beside another, a figure or a word."""
    if len(one) == len(other) == 1:
        return True
    short, long = sorted((one.lstrip(_MARKS) or one, other.lstrip(_MARKS) or other), key=len)
    return len(short) == 1 and (len(long) == 1 or (len(long) < _WORD and long.isascii()))


def _blank(text: str, start: int, end: int, *, tight: bool) -> Blank:
    before, after = _is_narrow(text[start - 1]), _is_narrow(text[end])
    is_strong = end - start > 1 or before == after or tight or text[start - 1] in _STOPS
    is_bracketed = ("（" in text or "）" in text) and _is_bracketed(text, start, end)
    is_stop = text[start - 1] in _STOPS
    return Blank(start, end, is_strong, is_bracketed, end - start >= SURE_GAP, is_stop)


def _is_bracketed(text: str, start: int, end: int) -> bool:
    """Whether a stretch stands within a pair of brackets, or soon after the first of them.

    A column may end before the names in brackets do, and begin within them.
    """
    opened, closed = text.rfind("（", 0, start), text.find("）", end)
    if opened < 0 and "）" not in text[:start]:
        return 0 <= closed - end <= _NAMES and all(
            len(word) <= _LONGEST_NAME for word in text[:closed].split()
        )
    if opened < 0 or text.find("）", opened, start) >= 0:
        return False
    return start - opened <= _NAMES or (closed >= 0 and text.find("（", end, closed) < 0)


def _is_narrow(character: str) -> bool:
    return character.isascii() and character.isalnum()

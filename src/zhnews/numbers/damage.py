"""Which blanks and letters are damage to figures? 增 长 9 . 4 %, 3. 2个百分点, 2O24年.

A justified line or an extractor sets letters apart, and OCR takes 0 for O and a
point for a dot. Figures are looked for in the text without such damage, and
found at their places in the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from typing import Final

from zhnews.numbers.clock import Clock
from zhnews.numbers.figures import HAN
from zhnews.numbers.items import Kept
from zhnews.numbers.stretches import Reading

__all__ = ["is_damaged", "mended", "moved"]

#: Damage inside a figure: a letter that looks like a digit, a dot or a blank at
#: its point, a blank among the digits of a date.
_IN_FIGURE: Final = r"[OolI·•・]|\. [0-9]| \. ?[0-9]| [0-9]{1,3} ?[年月日]"
#: What damage looks like; its first character is searched for fastest.
_DAMAGED: Final = re.compile(
    rf"[0-9 ](?:(?<=[0-9])(?:{_IN_FIGURE})|(?<= )[^\s] [^\s][,。、;:]? [^\s])"
)
#: The same without letters set apart.
_ODD: Final = re.compile(rf"[0-9](?:{_IN_FIGURE})")
_LOOSE: Final = re.compile(r" [^\s] [^\s][,。、;:]? [^\s]")
#: Letters set apart, five or more: fewer are as often cells of a table.
_SPACED: Final = re.compile(r"(?<!\S)(?<![0-9] )(?:\S[,。、;:”)]? ){4,}\S(?!\w)")
_SHORTEST_RUN: Final = 5
#: How many characters of such a line name something: a row of 一 二 三 四 五 counts nothing.
_LEAST_WORDS: Final = 2
_NUMERALS: Final = frozenset("0123456789." + HAN)
#: What a figure with a point counts; 9·11 and 3·15 are days by name.
_COUNTED: Final = (
    "(?= ?(?:[%‰万亿元吨倍米亩斤度℃克升]|个?百分点|公[里斤顷]|平方|立方"
    "|千[米克瓦]|[美欧日港]元|[厘毫]米))"
)
_DOT: Final = re.compile(rf"(?<=[0-9])[·•・](?=[0-9]{{1,2}}{_COUNTED})")
_POINT: Final = re.compile(
    r"(?:(?:(?<=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] )(?=[0-9.]{2,5} [0-9]{1,3} ))"
    r"[0-9]{1,4}\. |(?<![0-9.])(?<![0-9] )[0-9]{1,4} \. ?)"
    rf"[0-9]{{1,3}}{_COUNTED}"
)
#: Digits of a date with a blank among them: 20 24年, 3月1 5日.
_DATED: Final = re.compile(
    "(?<![0-9.])(?<![0-9] )(?:(?:19|20)[0-9] [0-9]|(?:19|20) [0-9]{2}|[12] [09][0-9]{2})(?= ?年)"
    "|(?<=年)1 [0-2](?= ?月)|(?<=月)[123] [0-9](?= ?日)"
)
#: Digits with letters among them that look like digits.
_LETTERS: Final = re.compile(
    r"(?<![0-9A-Za-z.])(?=[0-9]+[OolI])[0-9OolI]{2,8}"
    r"(?=(?:\.[0-9]+)? ?[年月日%万亿元吨岁名个人家户件辆台])"
)
#: Longer digits are no figure.
_LONGEST: Final = 8
_DIGITS: Final = str.maketrans("OolI", "0011")


def is_damaged(text: str) -> bool:
    """Whether a folded text may have damage that hides a figure.

    >>> is_damaged("增 长 9 . 4 %"), is_damaged("增长9.4%")
    (True, False)
    """
    return _DAMAGED.search(text) is not None


def mended(text: str) -> tuple[str, list[int]]:
    """The text without the damage, and which of its characters a blank was taken out before.

    >>> mended("约2O24年 增 长 9 . 4 %")
    ('约2024年 增长9.4%', [8, 9, 10, 11, 12])
    >>> mended("中 3 中 4")
    ('中 3 中 4', [])
    """
    text, closed = _figures_of(text)
    runs = sorted((*_runs_of(text), *closed), key=re.Match.start)
    pieces: list[str] = []
    gaps: list[int] = []
    at = size = 0
    for found in runs:
        start, end = found.span()
        letters = found.group().split(" ")
        if start < at or not _hides_figure(letters):
            continue
        size += start - at
        for letter in letters:
            size += len(letter)
            gaps.append(size)
        gaps.pop()  # nothing was taken out behind the last
        pieces += (text[at:start], *letters)
        at = end
    return "".join((*pieces, text[at:])), gaps


def _figures_of(text: str) -> tuple[str, list[re.Match[str]]]:
    """The text with its letters and dots for digits and points, and blanks inside figures."""
    odd = [found.start() for found in _ODD.finditer(text)]
    edits = []
    for at in odd:
        letters = _LETTERS.match(text, _begin(text, at))
        if letters is not None:
            edits.append((letters.start(), letters.group().translate(_DIGITS)))
        elif _DOT.match(text, at + 1):
            edits.append((at + 1, "."))
    if edits:
        characters = list(text)
        for at, words in edits:
            characters[at : at + len(words)] = words
        text = "".join(characters)
    closed = (
        _POINT.match(text, start) or _DATED.match(text, start)
        for start in map(partial(_begin, text), odd)
    )
    return text, [found for found in closed if found is not None]


def _begin(text: str, at: int) -> int:
    """Where the digits that hold ``at`` begin, as far as a figure is long."""
    start = at
    while start > 0 and at - start < _LONGEST and text[start - 1] in "0123456789OolI":
        start -= 1
    return start


def _runs_of(text: str) -> Iterator[re.Match[str]]:
    """Letters set apart."""
    at = 0
    while (found := _LOOSE.search(text, at)) is not None:
        start = found.start()
        begins = [begin for begin in (start - 1, start - 2, start + 1) if begin >= at]
        run = next((run for begin in begins if (run := _SPACED.match(text, begin))), None)
        at = start + 2 if run is None else run.end()
        if run is not None:
            yield run


def _hides_figure(letters: list[str]) -> bool:
    """Whether blanks are to be taken out: a figure with a point, or letters of words."""
    words = "".join(letters)
    if len(letters) < _SHORTEST_RUN:
        return True
    named = sum("\u4e00" <= letter <= "\u9fff" and letter not in _NUMERALS for letter in words)
    figures = sum(letter in _NUMERALS and letter <= "9" for letter in words)
    return named >= _LEAST_WORDS and 2 * figures <= len(words) + 1


def moved(hit: Kept | Reading | Clock, gaps: list[int]) -> Kept | Reading | Clock:
    """What was found in a mended text, at its place in the text as it is.

    >>> from zhnews.numbers.clock import Clock
    >>> moved(Clock(2, 6, "11:30"), [1, 2, 3, 5])[:2]
    (4, 10)
    """
    start, last = hit[0], hit[1] - 1
    start, end = start + bisect_right(gaps, start), last + bisect_right(gaps, last) + 1
    if isinstance(hit, (Reading, Clock)):
        return hit._replace(start=start, end=end)
    return (start, end, *hit[2:])

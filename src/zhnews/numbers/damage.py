"""Which blanks and letters are damage to figures? 增 长 9 . 4 %, 3. 2个百分点, 2O24年.

A justified line or an extractor sets letters apart, and OCR takes 0 for O and a
point for a dot. Figures are looked for in the text without such damage, and
found at their places in the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from zhnews.numbers.clock import Clock
from zhnews.numbers.figures import HAN
from zhnews.numbers.items import Kept
from zhnews.numbers.stretches import Reading

__all__ = ["is_damaged", "mended", "moved"]

#: What damage looks like; its first character is searched for fastest.
_DAMAGED: Final = re.compile(
    r"[0-9 ](?:(?<=[0-9])(?:[OolI·•・]|\. [0-9]| \.[0-9])|(?<= )[^\s] [^\s][,。、;:]? [^\s])"
)
#: The same without letters set apart.
_ODD: Final = re.compile(r"[0-9](?:[OolI·•・]|\. [0-9]| \.[0-9])")
#: Letters set apart, five or more: fewer are as often cells of a table.
_SPACED: Final = re.compile(r"(?<!\S)(?<![0-9] )(?:\S[,。、;:”)]? ){4,}\S(?!\w)")
#: How many characters of such a line name something: a row of 一 二 三 四 五 counts nothing.
_LEAST_WORDS: Final = 2
_NUMERALS: Final = frozenset("0123456789." + HAN)
#: What a figure with a point counts; 9·11 and 3·15 are days by name.
_COUNTED: Final = (
    "(?= ?(?:[%‰万亿元吨倍米亩斤度℃克升]|个?百分点|公[里斤顷]|平方|立方"
    "|千[米克瓦]|[美欧日港]元|[厘毫]米))"
)
_DOT: Final = re.compile(rf"(?<=[0-9])[·•・](?=[0-9]{{1,2}}{_COUNTED})")
_POINT: Final = re.compile(rf"(?<=[\u4e00-\u9fff])[0-9]{{1,4}}(?: \.|\. )[0-9]{{1,3}}{_COUNTED}")
#: Digits with letters among them that look like digits.
_LETTERS: Final = re.compile(
    r"(?<![0-9A-Za-z.])(?=[0-9]+[OolI])[0-9OolI]{2,8}(?=(?:\.[0-9]+)? ?(?:[年月日%万亿元吨岁名]))"
)
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
    runs = list(_SPACED.finditer(text))
    if _ODD.search(text) is not None:
        text = _LETTERS.sub(lambda found: found.group().translate(_DIGITS), text)
        text = _DOT.sub(".", text)
        runs = sorted((*runs, *_POINT.finditer(text)), key=re.Match.start)
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


def _hides_figure(letters: list[str]) -> bool:
    """Whether blanks are to be taken out: a figure with a point, or letters of words."""
    words = "".join(letters)
    if len(letters) == 2:
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

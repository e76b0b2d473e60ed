"""Which blanks and letters are damage to figures? 增 长 9 . 4 %, 3. 2个百分点, 2O24年.

A justified line or an extractor sets letters apart, and OCR takes 0 for O and a
point for a dot. Figures are looked for in the text without such damage, and
found at their places in the text as it is.
"""

from __future__ import annotations

import re
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
    """The text without the damage, and the place of each of its characters.

    >>> mended("约2O24年 增 长 9 . 4 %")[0]
    '约2024年 增长9.4%'
    >>> mended("中 3 中 4")[0]
    '中 3 中 4'
    """
    text = _LETTERS.sub(lambda found: found.group().translate(_DIGITS), text)
    text = _DOT.sub(".", text)
    places: list[int] = []
    at = 0
    for found in sorted((*_SPACED.finditer(text), *_POINT.finditer(text)), key=re.Match.start):
        start, end = found.span()
        if start < at or not _hides_figure(found.group()):
            continue
        places += range(at, start)
        places += [i for i in range(start, end) if text[i] != " "]
        at = end
    places += range(at, len(text))
    return "".join([text[i] for i in places]), places


def _hides_figure(words: str) -> bool:
    """Whether blanks are to be taken out: a figure with a point, or letters of words."""
    if "0" <= words[0] <= "9" and words.count(" ") == 1:
        return True
    letters = words.replace(" ", "")
    named = sum("\u4e00" <= letter <= "\u9fff" and letter not in _NUMERALS for letter in letters)
    figures = sum(letter in _NUMERALS and letter <= "9" for letter in letters)
    return named >= _LEAST_WORDS and 2 * figures <= len(letters) + 1


def moved(hit: Kept | Reading | Clock, places: list[int]) -> Kept | Reading | Clock:
    """What was found in a mended text, at its place in the text as it is."""
    start, end = places[hit[0]], places[hit[1] - 1] + 1
    if isinstance(hit, (Reading, Clock)):
        return hit._replace(start=start, end=end)
    return (start, end, *hit[2:])

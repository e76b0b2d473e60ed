"""Which part of a year or month do these words name? 上半年, 三季度末, 中旬, 前8个月."""

from __future__ import annotations

from typing import Final

from zhnews.numbers.calendar_words import EDGES, Groups
from zhnews.numbers.numerals import number_of

__all__ = ["ends_word", "read_part", "small_number"]

#: Words that end like 上中旬 and 中下旬 begin: 其中下旬 names 下旬.
_WORD_BEFORE: Final = {"上中旬": frozenset("以马网会"), "中下旬": frozenset("其期集途当")}


def small_number(word: str) -> int:
    """The number of a month, day or quarter.

    >>> small_number("元"), small_number("12"), small_number("廿三")
    (1, 12, 23)
    """
    if word == "元":
        return 1  # 元月
    value = int(word) if word.isdigit() and word.isascii() else number_of(word)
    return int(value or 0)


def ends_word(text: str, start: int, end: int) -> bool:
    """Whether the first character of 上中旬 or 中下旬 belongs to the word before it.

    >>> ends_word("其中下旬有雨", 1, 4), ends_word("预计中下旬有雨", 2, 5)
    (True, False)
    """
    return text[start - 1 : start] in _WORD_BEFORE.get(text[start:end], ())


def read_part(groups: Groups) -> tuple[str, int] | None:
    """The part, with its argument: ("quarter", 3) of 三季度; None where none is named.

    >>> from zhnews.numbers.calendar_words import point
    >>> read_part(Groups(*point().match("第三季度").groups()))
    ('quarter', 3)
    """
    if groups.half:
        return ("half year" if groups.half[2] == "年" else "half month"), "上下".index(
            groups.half[0]
        )
    named = groups.quarter or groups.short_quarter or groups.first_quarter
    if named:
        quarter = {"首季": 1, "末季": 4}.get(named) or small_number(named)
        edge = groups.quarter_end
        return (
            ("quarter", quarter)
            if not edge
            else ("month of", 3 * quarter - (2 if edge == "初" else 0))
        )
    if groups.ten:
        return "ten days", ("上", "中", "下", "上中", "中下").index(groups.ten)
    edge = groups.edge or groups.edge2
    if edge:
        bare_month = not groups.month and not groups.month_word and groups.edge_of == "月"
        if groups.edge_of == "季":
            return "quarter edge", EDGES[edge]
        return ("month edge" if bare_month else "edge"), EDGES[edge]
    if groups.near_quarter:
        return "quarter shift", "上本下".index(groups.near_quarter.replace("这", "本")) - 1
    if groups.front:
        unit = (groups.front_unit or "").removeprefix("个").replace("季度", "季")
        return f"front {unit}", small_number(groups.front)
    if groups.rear:
        unit = (groups.rear_unit or "").removeprefix("个").replace("日", "天")
        return f"last {unit}", small_number(groups.rear)
    if groups.season:
        return "season", 21 + "春夏秋冬".index(groups.season)
    return None

"""Which two numbers share a unit of the calendar? 1至7月, 七八月份, 2017至2022年."""

from __future__ import annotations

import re
from typing import Final

from zhnews.numbers.calendar_words import NEXT_MONTHS, SHORT
from zhnews.numbers.numerals import number_of
from zhnews.numbers.parts import small_number
from zhnews.numbers.years import year_of

__all__ = ["read_short"]


def read_short(text: str, at: int) -> tuple[int, int, str, int] | None:
    """1至7 of 1至7月: both numbers, the unit they share, and the end.

    >>> read_short("1至7月，", 0)
    (1, 7, '月', 4)
    """
    found = SHORT.match(text, at)
    if found is None:
        return _next_months(text, at) if "月" in text[at + 2 : at + 6] else None
    unit = found["unit"][0]
    ends = []
    for word in (found["first"], found["last"]):
        value = year_of(word) if unit == "年" else number_of(word)
        early = 100 if text[at - 1 : at] in ("(", "元") else 1000  # 李白(701—762年)
        if value is None or (unit == "年" and not early <= value < 3000):
            return None
        ends.append(int(value))
    first, last = ends
    limit = {"年": 3000, "月": 12, "日": 31, "号": 31}[unit]
    if not (0 < first < last <= limit):
        return None
    return first, last, unit, found.end()


_NEXT_MONTHS: Final = re.compile(NEXT_MONTHS)


def _next_months(text: str, at: int) -> tuple[int, int, str, int] | None:
    """七八月份, 5、6月: two months in a row."""
    found = _NEXT_MONTHS.match(text, at)
    if found is None:
        return None
    first, last = small_number(found[1] or found[3]), small_number(found[2] or found[4])
    return (first, last, "月", found.end()) if last == first + 1 else None

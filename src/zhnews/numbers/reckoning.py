"""Counted from the issue date, which days do these words name?"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from zhnews.numbers.edtf import NOWHERE, Point, Stretch, point_of, weeks_from
from zhnews.numbers.points import Words

__all__ = ["base_of", "minus", "reckon"]


def reckon(words: Words, issued: date | None, base: Point | None = None) -> Stretch:
    """The days that the words name, as far as they can be known.

    Args:
        words: What was read.
        issued: The issue date, from which 去年 and 昨日 count.
        base: The start of the stretch that the words end; what is missing is
            taken from it: 25日 in 8月20日至25日. Otherwise from ``issued``.

    >>> from zhnews.numbers.points import read_point
    >>> reckon(read_point("上月末", 0), date(2023, 3, 15)).edtf()
    '2023-02-21/2023-02-28'
    >>> reckon(read_point("8月20日", 0), None).edtf()
    'XXXX-08-20'
    """
    if words.day_shift is not None:
        return Stretch(_shifted_day(issued, words.day_shift))
    if words.week_shift is not None:
        return _week(words, issued)
    point = base_of(words, issued, base)
    if words.part:
        return _part_of(point, words)
    return tuple.__new__(Stretch, (point, None, None))


def _shifted_day(issued: date | None, days: int) -> Point:
    if issued is None:
        return NOWHERE
    try:
        return point_of(issued + timedelta(days=days))
    except OverflowError:
        return NOWHERE


def _week(words: Words, issued: date | None) -> Stretch:
    week = weeks_from(issued, words.week_shift or 0) if issued else None
    if week is None:
        return Stretch(NOWHERE)
    monday, sunday = week
    if words.weekday is None:
        return Stretch(point_of(monday), point_of(sunday))
    if words.weekday == 7:
        return Stretch(point_of(sunday - timedelta(days=1)), point_of(sunday))
    return Stretch(point_of(monday + timedelta(days=words.weekday)))


def base_of(words: Words, issued: date | None, base: Point | None) -> Point:
    """Year, month and day without the part: 2024年5月 of 2024年5月底."""
    year, month = words.year, words.month
    anchor = base if base is not None and base != NOWHERE else None
    if year is None and words.year_shift is not None:
        year = issued.year + words.year_shift if issued else None
    elif year is None:
        year = anchor.year if anchor else issued.year if issued else None
    if words.month_shift is not None:
        if issued is None:
            return Point(None, None, words.day)
        months = issued.year * 12 + issued.month - 1 + words.month_shift
        return Point(months // 12, months % 12 + 1, words.day)
    if month is None and _needs_month(words):
        month = anchor.month if anchor else issued.month if issued else None
    return tuple.__new__(Point, (year, month, words.day))


def _needs_month(words: Words) -> bool:
    if words.day is not None:
        return True
    if words.part is None or words.year is not None or words.year_shift is not None:
        return False
    return words.part[0] in (
        "ten days",
        "half month",
        "month edge",
        "quarter edge",
        "quarter shift",
    )


#: The days of 上旬, 中旬, 下旬, 上中旬 and 中下旬; 0 is the last of the month.
_TEN_DAYS: Final = ((1, 10), (11, 20), (21, 0), (1, 20), (11, 0))


def _part_of(point: Point, words: Words) -> Stretch:
    kind, which = words.part or ("", 0)
    year, month = point.year, point.month
    known = year is not None
    if kind == "quarter edge":
        return _quarter_edge(point, words, which)
    if kind == "half year":
        return _months(year, 1 + 6 * which, 6 + 6 * which)
    if kind == "quarter shift":
        quarters = 4 * (year or 0) + ((month or 1) - 1) // 3 + which
        return _months(
            quarters // 4 if known else None, 3 * (quarters % 4) + 1, 3 * (quarters % 4) + 3
        )
    if kind == "quarter":
        return _months(year, 3 * which - 2, 3 * which)
    if kind == "month of":
        return Stretch(Point(year, which) if known else NOWHERE)
    if kind.startswith("front"):
        return _front(point, kind, which)
    if kind.startswith("last"):
        return _rear(point, kind, which)
    if kind == "season":
        return Stretch(NOWHERE, written=f"{year:04d}-{which}" if known else None)
    if kind == "edge":
        return (
            Stretch(Point(year, 12 if which else 1) if known else NOWHERE)
            if month is None
            else _days(year, month, *((21, 0) if which else (1, 10)))
        )
    if month is None:
        return Stretch(NOWHERE)
    if kind == "ten days":
        return _days(year, month, *_TEN_DAYS[which])
    if kind == "half month":
        return _days(year, month, 16 if which else 1, 0 if which else 15)
    return _days(year, month, 21 if which else 1, 0 if which else 10)


def _quarter_edge(point: Point, words: Words, which: int) -> Stretch:
    """季末: the last month of the issue's quarter."""
    if point.year is None or point.month is None or words.year is not None:
        return Stretch(NOWHERE)
    return Stretch(Point(point.year, (point.month - 1) // 3 * 3 + (3 if which else 1)))


def _months(year: int | None, first: int, last: int) -> Stretch:
    if year is None or not 1 <= first <= last <= 12:
        return Stretch(NOWHERE)
    return Stretch(Point(year, first), Point(year, last))


def _days(year: int | None, month: int, first: int, last: int) -> Stretch:
    """Days of a month; ``last`` 0 is its last day, unknown of an unknown February."""
    if not last:
        if year is None and month == 2:
            return Stretch(NOWHERE)
        last = monthrange(2001 if year is None else max(year, 1), month)[1]
    return Stretch(Point(year, month, first), Point(year, month, last))


#: How many months a counted unit has.
_UNIT_MONTHS: Final = {"front 月": 1, "front 季": 3}


def _front(point: Point, kind: str, count: int) -> Stretch:
    """前8个月 of a year, 前4天 of a month."""
    if kind in _UNIT_MONTHS:
        return _months(point.year, 1, count * _UNIT_MONTHS[kind])
    if kind == "front 周":
        if point.year is None or not 1 <= point.year <= 9998:
            return Stretch(NOWHERE)
        week = weeks_from(date(point.year, 1, 4), 0)
        end = weeks_from(date(point.year, 1, 4), count - 1)
        return Stretch(point_of(week[0]), point_of(end[1])) if week and end else Stretch(NOWHERE)
    if point.month is None or not 1 <= count <= 28:
        return Stretch(NOWHERE)
    return _days(point.year, point.month, 1, count)


def _rear(point: Point, kind: str, count: int) -> Stretch:
    """最后3天 of a month or year, 最后两个月, 最后3周."""
    year = point.year
    if year is None or not 1 < year < 9999 or not 1 <= count <= 28:
        return Stretch(NOWHERE)
    if kind == "last 月":
        return _months(year, 13 - count, 12)
    if kind == "last 周":
        end = weeks_from(date(year, 12, 28), 0)  # the last week of ISO 8601
        start = weeks_from(date(year, 12, 28), 1 - count)
        return Stretch(point_of(start[0]), point_of(end[1])) if start and end else Stretch(NOWHERE)
    month = point.month or 12
    last = monthrange(year, month)[1]
    return _days(year, month, last - count + 1, last)


def minus(issued: date, years: int = 0, months: int = 0, days: int = 0) -> date | None:
    """A day that long before; the last of the month where it has no such day.

    >>> minus(date(2024, 2, 29), years=1)
    datetime.date(2023, 2, 28)
    """
    total = issued.year * 12 + issued.month - 1 - 12 * years - months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    try:
        day = min(issued.day, monthrange(year, month + 1)[1])
        return date(year, month + 1, day) - timedelta(days=days)
    except OverflowError:
        return None

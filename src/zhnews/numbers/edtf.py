"""Which days does a date name? Extended Date/Time Format (ISO 8601-2).

A point of the calendar is a year, a month and a day, of which any may be
unknown; a stretch runs from one point to another.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

__all__ = ["NOWHERE", "Point", "Stretch", "decade_of", "point_of", "weeks_from"]


class Point(NamedTuple):
    """A year, month or day, as far as it is stated.

    >>> Point(2024, 3, 7).edtf(), Point(None, 8, 20).edtf(), Point(None, None, 9).edtf()
    ('2024-03-07', 'XXXX-08-20', 'XXXX-XX-09')
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def edtf(self) -> str | None:
        """How it is written; None where nothing is known, or there is no such day."""
        year, month, day = self
        if year is None and month is None and day is None:
            return None
        text = "XXXX" if year is None else f"{year:04d}" if year >= 0 else f"-{-year:04d}"
        if month is None and day is None:
            return text
        if day is None:
            return f"{text}-{month:02d}"
        longest = 31 if month is None else monthrange(2000 if year is None else abs(year), month)[1]
        if day > longest:
            return None
        return f"{text}-XX-{day:02d}" if month is None else f"{text}-{month:02d}-{day:02d}"

    def days(self) -> tuple[date, date] | None:
        """The first and the last day; None where the year is unknown."""
        year, month, day = self
        if year is None or not 1 <= year <= 9999 or (day is not None and month is None):
            return None
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        last = monthrange(year, month)[1]
        if day is None:
            return date(year, month, 1), date(year, month, last)
        if day > last:
            return None
        return date(year, month, day), date(year, month, day)


#: Nothing known.
NOWHERE = Point()


class Stretch(NamedTuple):
    """From one point to another, both included, or what one point covers.

    Attributes:
        first: Where it begins.
        last: Where it ends; None where ``first`` says it all.
        written: The EDTF string where it isn't made of the points (199X).
    """

    first: Point
    last: Point | None = None
    written: str | None = None

    def edtf(self) -> str | None:
        """How it is written; None where an end is unknown."""
        if self.written is not None:
            return self.written
        head = self.first.edtf()
        if self.last is None or head is None:
            return head
        tail = self.last.edtf()
        return None if tail is None else f"{head}/{tail}"

    def days(self) -> tuple[date, date] | None:
        """The first and the last day."""
        head = self.first.days()
        if self.last is None or head is None:
            return head
        tail = self.last.days()
        return None if tail is None else (head[0], tail[1])


def point_of(day: date) -> Point:
    """A day as a point."""
    return Point(day.year, day.month, day.day)


def decade_of(year: int) -> Stretch:
    """The ten years that begin with ``year``: 199X.

    >>> decade_of(1990).edtf()
    '199X'
    """
    return Stretch(Point(year), Point(year + 9), f"{year // 10:03d}X")


def weeks_from(issued: date, weeks: int) -> tuple[date, date] | None:
    """Monday and Sunday of the week so many weeks away; None off the calendar.

    >>> weeks_from(date(2024, 3, 6), -1)
    (datetime.date(2024, 2, 26), datetime.date(2024, 3, 3))
    """
    try:
        monday = issued - timedelta(days=issued.weekday()) + timedelta(weeks=weeks)
        return monday, monday + timedelta(days=6)
    except OverflowError:
        return None

"""Which day? 二〇二四年三月七日, 本月5日 (the issue date is given), 上半年, 9时."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from attrs import frozen

from zhnews.chinese import fold
from zhnews.excerpt import Excerpt, text_of
from zhnews.numbers.clock import read_time
from zhnews.numbers.stretches import read_stretch

__all__ = ["DateMention", "find_dates"]


@frozen
class DateMention:
    """A day, a month, a year, a stretch of the calendar or a time of day.

    Attributes:
        text: The words read: 去年11月, 上午9时.
        kind: ``"date"`` for one day, month or year, ``"period"`` for a stretch
            (上半年, 年底, 1月至7月), ``"time"`` for a time of day.
        edtf: The days in Extended Date/Time Format (ISO 8601-2); unknown
            years and months are ``X``. None where nothing is known without
            an issue date.
        first: The first day; None where the year is unknown.
        last: The last day, included.
        value: ``"HH:MM"`` of a time; the length in ISO 8601 of 近三年 ("P3Y").
        start: The offset in the text that was searched.

    >>> find_dates("截至2022年9月")[0].edtf
    '2022-09'
    """

    text: Excerpt
    kind: str
    edtf: str | None
    first: date | None
    last: date | None
    value: str | None
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the text that was searched."""
        return self.start + len(self.text)


_CANDIDATE: Final = re.compile(
    r"[0-9零〇○一二三四五六七八九十廿卅大今昨明去前后上下本这年月季周星礼民公]"
    r"(?:(?<=[0-9零〇○一二三四五六七八九十廿卅大今昨明去前后上下本这])|(?<=[年月季])[初底末]|(?<=[周])[一二三四五六日]|(?<=星)期|(?<=礼)拜)"
)


def find_dates(text: str | Excerpt, *, issued: date | None = None) -> tuple[DateMention, ...]:
    """Every date, period and time of day that a passage names, in order.

    Args:
        text: The passage.
        issued: The issue date, from which 昨日 and 去年 count; the clock is never asked.

    >>> find_dates("记者昨日获悉", issued=date(2024, 3, 1))[0].edtf
    '2024-02-29'
    """
    source = text_of(text)
    folded = fold(source.text)
    at = 0
    found: list[DateMention] = []
    stated: int | None = None
    while True:
        m = _CANDIDATE.search(folded, at)
        if m is None:
            return tuple(found)
        start = m.start()
        clock = read_time(folded, start)
        if clock:
            found.append(
                DateMention(
                    source[clock.start : clock.end],
                    "time",
                    None,
                    None,
                    None,
                    clock.value,
                    clock.start,
                )
            )
            at = clock.end
            continue
        r = read_stretch(folded, start)
        if r is None:
            run = _RUN.match(folded, start)
            at = run.end() if run else start + 1
            continue
        s = r.stretch(issued, stated)
        if r.words and r.words.year:
            stated = r.words.year
        days = s.days()
        found.append(
            DateMention(
                source[r.start : r.end],
                r.kind,
                s.edtf(),
                days and days[0],
                days and days[1],
                None,
                r.start,
            )
        )
        at = r.end


_RUN = re.compile("[0-9.,]+|[零〇○一二三四五六七八九十百千万亿兆]+")

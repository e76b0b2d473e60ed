"""From when to when? 2020年6月至2021年5月, 1—7月, 20世纪90年代, “十四五”期间."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from zhnews.numbers.calendar_words import DASH, JOIN, SPACE
from zhnews.numbers.edtf import NOWHERE, Point, Stretch, decade_of
from zhnews.numbers.grouped import PARTED_DATE
from zhnews.numbers.numerals import number_of
from zhnews.numbers.points import Words, opens_day, read_point
from zhnews.numbers.reckoning import base_of, reckon
from zhnews.numbers.shared import read_short
from zhnews.numbers.usual_dates import read_usual_point
from zhnews.numbers.years import year_of

__all__ = ["YEAR_OF_A_SEASON", "Reading", "read_long_stretch", "read_stretch"]


class Reading(NamedTuple):
    """A date or period as read: still to be counted from an issue date.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends.
        kind: ``"date"`` or ``"period"``.
        words: The point named first.
        last: The point named last, where two are; a number is the end of
            1—7月, in its unit.
        fixed: Days that don't depend on the issue: the 20th century.
        decade: 90 of 上世纪90年代, where the century is still to be found.
    """

    start: int
    end: int
    kind: str
    words: Words | None = None
    last: Words | tuple[int, int, str] | None = None
    fixed: Stretch | None = None
    decade: tuple[int | None, str] | None = None

    def stretch(
        self, issued: date | None, stated: int | None, beside: Point | None = None
    ) -> Stretch:
        """The days, as far as they can be known.

        Args:
            issued: The issue date.
            stated: The year stated before it, from which 上年 counts.
            beside: The date before it in a list, from which 8日 of 6月7日、8日 has its month.
        """
        if self.fixed is not None:
            return self.fixed
        if self.decade is not None:
            return _decade(self.decade, issued)
        words = self.words
        if words is None:
            return Stretch(NOWHERE)
        if words.from_stated and stated is not None:
            issued = date(max(min(stated, 9999), 1), 1, 1)
        elif words.never_issue:
            issued = None
        if isinstance(self.last, tuple):
            return _short(words, self.last, issued)
        first = reckon(words, issued, beside)
        if self.last is None:
            return first
        base = base_of(words, issued, beside) if words.day_shift is None else first.first
        last = _last(self.last, words, issued, base)
        return _between(first, last)


def _between(first: Stretch, last: Stretch) -> Stretch:
    if first.written is not None or last.written is not None:
        ends = first.edtf(), last.edtf()  # 2023年秋至2024年春
        return Stretch(NOWHERE, written=None if None in ends else f"{ends[0]}/{ends[1]}")
    head, tail = first.first, last.last or last.first
    return Stretch(head, tail) if NOWHERE not in (head, tail) else Stretch(NOWHERE)


def _last(last: Words, first: Words, issued: date | None, base: Point) -> Stretch:
    if first.year is None and last.year is not None and last.month is not None:
        return reckon(last, issued)
    return reckon(last, issued, base)


def _short(words: Words, short: tuple[int, int, str], issued: date | None) -> Stretch:
    first, last, unit = short
    if unit == "年":
        return Stretch(Point(first), Point(last))
    if unit == "月":
        year = base_of(words, issued, None).year
        return Stretch(Point(year, first), Point(year, last))
    probe = Words(words.start, words.end)
    probe.year, probe.year_shift, probe.day = words.year, words.year_shift, first
    probe.month, probe.month_shift = words.month, words.month_shift
    point = base_of(probe, issued, None)
    return Stretch(point, point._replace(day=last))


_CENTURY: Final = re.compile(
    rf"([0-9]{{1,2}}|[一二三四五六七八九十廿]{{1,3}}){SPACE}世纪"
    rf"(?:{SPACE}(?:([0-9]{{2}}|[一二三四五六七八九]十)(?:[、和及]|(?:{SPACE}年代)?[至到{DASH}]{{1,2}}))?([0-9]{{2}}|[一二三四五六七八九]{{1,2}}十){SPACE}年代)?"
)
_DECADE: Final = re.compile(
    rf"((?:1[0-9]|20)?[0-9]0|[一二三四五六七八九]{{1,2}}十|[一二][一二三四五六七八九零〇○]{{2}}[零〇○])"
    rf"{SPACE}年代(?![表理办号价替码销购言])"
)
_PLAN: Final = re.compile(
    r"(十[一二三四五六七八九]|[一二三五六七八九]|十)五[”’]?(?:规划)?"
    r"(期间|时期(?![初末])|(?:时期)?[初末]期?)(?!步)"
)
_TWO_YEARS: Final = re.compile(
    rf"((?:1[0-9]|20)[0-9]{{2}}){SPACE}(?:至|到|[{DASH}]{{1,2}}){SPACE}((?:1[0-9]|20)[0-9]{{2}})"
    rf"(?![0-9.,%万亿千百十个元人家吨台项{DASH}])"
)
_SEASON: Final = re.compile(
    rf"((?:19|20)[0-9]{{2}})[/{DASH}]((?:[0-9]{{2}})?[0-9]{{2}})(?=赛季|学年|财年|年度|榨季|产季)"
)
#: 2024赛季 is named after one year.
YEAR_OF_A_SEASON: Final = r"(?:19|20)[0-9]{2}(?=赛季|学年|财年|榨季|产季)"
_OF_A_SEASON: Final = re.compile(YEAR_OF_A_SEASON)
_NEXT_YEAR: Final = re.compile(r"(?:次年|翌年|第二年)(?=[0-9一二三四五六七八九十])")


def read_stretch(text: str, at: int) -> Reading | None:
    """The date or period that the folded text names at ``at``.

    >>> reading = read_stretch("1—7月份", 0)
    >>> reading.kind, reading.end, reading.stretch(date(2023, 8, 29), None).edtf()
    ('period', 5, '2023-01/2023-07')
    """
    usual = read_usual_point(text, at)
    if usual is None:
        return read_long_stretch(text, at)
    kind = "date" if usual.part is None else "period"
    return tuple.__new__(Reading, (at, usual.end, kind, usual, None, None, None))


def read_long_stretch(text: str, at: int) -> Reading | None:
    """The same for every form that a date takes in print."""
    if text[at + 1 : at + 2] == " " and text[at] in "12":
        parted = _read_parted(text, at)
        if parted is not None:
            return parted
    short = read_short(text, at)
    if short is not None and _may_be_short(text, at, short):
        words = Words(at, short[3])
        return Reading(at, short[3], "period", words, short[:3])
    words_read = read_point(text, at)
    if words_read is None:
        return _quarters(text, Words(at, at)) or _special(text, at)
    return _joined(text, words_read)


def _read_parted(text: str, at: int) -> Reading | None:
    """2 0 2 3 年 1 2 月: an extractor parted the letters of the line."""
    found = PARTED_DATE.match(text, at)
    if found is None or text[at - 1 : at] in _DIGITS or text[at - 2 : at - 1].isdigit():
        return None
    words = Words(at, found.end())
    year, month, day = (int(part.replace(" ", "")) if part else None for part in found.groups())
    words.year, words.month, words.day = year, month, day
    return Reading(at, found.end(), "date", words)


_NO_SHORT_BEFORE: Final = frozenset("0123456789.第每近" + DASH)


def _may_be_short(text: str, at: int, short: tuple[int, int, str, int]) -> bool:
    before, after = text[at - 1 : at], text[short[3] : short[3] + 1]
    if before in _NO_SHORT_BEFORE:
        return False
    if short[2] in ("日", "号"):
        if text[short[3] - 1] == "号" and not opens_day(before):
            return False  # 人民路3-5号
        return after not in set("内间游均之以")
    return True


def _joined(text: str, words: Words) -> Reading | None:
    """The words and, after 至, to what: 2020年6月至2021年5月."""
    end = words.end
    if words.part is None and not words.is_day:
        short = read_short(text, end)
        if short is not None and short[2] == ("日" if words.month is not None else "月"):
            return Reading(words.start, short[3], "period", words, short[:3])
        if words.month is None and words.month_shift is None and words.week_shift is None:
            quarters = _quarters(text, words)
            if quarters is not None:
                return quarters
    kind = (
        "date"
        if words.part is None and (words.week_shift is None or words.weekday not in (None, 7))
        else "period"
    )
    if words.part is not None and words.part[0] == "month of":
        kind = "period"
    join = JOIN.match(text, end)
    last: Words | None = None
    if join is not None:
        at = join.end()
        next_year = _NEXT_YEAR.match(text, at)
        last = read_point(text, next_year.end() if next_year else at, joined=True, era=words.era)
        if last is not None and next_year and last.year is None and last.year_shift is None:
            last.year_shift, last.year = (
                (None, words.year + 1)
                if words.year is not None
                else ((words.year_shift or 0) + 1, None)
            )
    elif text[end : end + 1] in ("与", "和") and words.year is not None:
        other = read_point(text, end + 1)  # 2007年与2009年间
        if (
            other is not None
            and other.year is not None
            and text.startswith(("间", "之间"), other.end)
        ):
            last = other
    if last is None or not _may_end(words, last):
        return Reading(words.start, end, kind, words)
    return Reading(words.start, last.end, "period", words, last)


def _may_end(first: Words, last: Words) -> bool:
    """Whether the second point ends a stretch that the first begins."""
    if first.era is not None and (last.year or 0) < (first.year or 0) and last.year is not None:
        return False
    if last.day is not None and last.month is None and last.month_shift is None:
        return first.day is not None or first.day_shift is not None
    return last.week_shift is None or first.week_shift is not None


_QUARTERS: Final = re.compile(
    rf"第?([一二三1-3]){SPACE}(?:至|到|[{DASH}]){SPACE}第?([二三四2-4]){SPACE}季度(?![初末])"
)

_QUARTER_HEADS: Final = frozenset("第一二三123")


def _quarters(text: str, year: Words) -> Reading | None:
    """一至三季度, 2023年第一至第三季度, after the words of the year."""
    if text[year.end : year.end + 1] not in _QUARTER_HEADS:
        return None
    found = _QUARTERS.match(text, year.end)
    if found is None or (year.end == year.start and text[year.start - 1 : year.start] in _DIGITS):
        return None
    first, last = Words(year.start, found.end()), Words(year.start, found.end())
    first.year, first.year_shift, first.from_stated = year.year, year.year_shift, year.from_stated
    first.part, last.part = ("quarter", _value(found[1])), ("quarter", _value(found[2]))
    if first.part[1] >= last.part[1]:
        return None
    start = year.start - (year.end == year.start and text[year.start - 1 : year.start] == "第")
    return Reading(start, found.end(), "period", first, last)


_DIGITS: Final = frozenset("0123456789.")


def _special(text: str, at: int) -> Reading | None:
    before, words = text[at - 1 : at], text[at : at + 10]
    if before in _DIGITS:
        return None
    plan = _PLAN.match(text, at) if "五" in words else None
    if plan:
        return _plan(plan, text, before)
    century = _CENTURY.match(text, at) if "世" in words else None
    if century:
        number = _value(century[1])
        if not 0 < number <= 30 or before == "第":
            return None
        first = 100 * (number - 1)
        if century[3]:
            days = _decades(first, century[3], century[2])
            return Reading(at, century.end(), "period", fixed=days)
        if text.endswith("公元前", 0, at):
            days = Stretch(Point(1 - 100 * number), Point(100 - 100 * number))
            return Reading(at - 3, century.end(), "period", fixed=days)
        days = Stretch(Point(first), Point(first + 99), f"{number - 1:02d}XX")
        return Reading(at, century.end(), "period", fixed=days)
    decade = _DECADE.match(text, at) if "代" in words else None
    if decade:
        return _read_decade(decade, text)
    if words[0] not in "12":
        return None
    season = _SEASON.match(text, at)
    if (
        season
        and int(season[2][-2:]) == (int(season[1]) + 1) % 100
        and not (before.isascii() and before.isalnum())
    ):
        days = Stretch(Point(int(season[1])), Point(int(season[1]) + 1))
        return Reading(at, season.end(), "period", fixed=days)
    named = _OF_A_SEASON.match(text, at)
    if named and not (before.isascii() and (before.isalnum() or before in set("-/_"))):
        days = Stretch(Point(int(named.group())))
        return Reading(at, named.end(), "date", fixed=days)
    years = _TWO_YEARS.match(text, at)
    if (
        years
        and years[1] < years[2]
        and (years[1] >= "1900" or before + text[years.end() : years.end() + 1] == "()")
        and not (before.isascii() and (before.isalnum() or before in set("-/_")))
    ):
        days = Stretch(Point(int(years[1])), Point(int(years[2])))
        return Reading(at, years.end(), "period", fixed=days)
    return None


def _value(word: str) -> int:
    return int(number_of(word) or 0)


def _plan(found: re.Match[str], text: str, before: str) -> Reading | None:
    """“十四五”期间: five years from 2021; 末 is the last of them."""
    number = _value(found[1])
    quoted = before in ("“", "‘")
    if (not quoted and number < 8) or (
        text[found.start() + len(found[1]) + 1] in "”’" and not quoted
    ):
        return None
    # the first two plans ran from 1953 and 1958, the third from 1966 on
    first = 1953 + 5 * (number - 1) if number < 3 else 1966 + 5 * (number - 3)
    stage = found[2]
    if "初" in stage:
        days = Stretch(Point(first))
    elif "末" in stage:
        days = Stretch(Point(first + 4))
    else:
        days = Stretch(Point(first), Point(first + 4))
    return Reading(found.start() - quoted, found.end(), "period", fixed=days)


def _decades(century: int, word: str, begun: str | None = None) -> Stretch:
    """七八十年代 of a century are two of them, as 70、80年代 are."""
    first = decade_of(century + _tens(begun or (word[0] if len(word) == 3 else word)))
    if len(word) < 3 and begun is None:
        return first
    last = decade_of(century + _tens(word[1] if len(word) == 3 else word))
    return Stretch(first.first, last.last, f"{first.written}/{last.written}")


def _tens(word: str) -> int:
    value = _value(word)
    return value if value >= 10 else 10 * value


def _read_decade(found: re.Match[str], text: str) -> Reading:
    word = found[1]
    if len(word) == 4:
        days = decade_of(year_of(word) or 0)
        return Reading(found.start(), found.end(), "period", fixed=days)
    start, shift = found.start(), None
    for phrase, centuries in (("上个世纪", -1), ("上世纪", -1), ("本世纪", 0)):
        if text.endswith(phrase, 0, start):
            start, shift = start - len(phrase), centuries
            break
    return Reading(start, found.end(), "period", decade=(shift, word))


def _decade(decade: tuple[int | None, str], issued: date | None) -> Stretch:
    """90年代 is the nearest that has begun."""
    shift, word = decade
    if issued is None:
        return Stretch(NOWHERE)
    century = issued.year // 100 * 100
    if shift is None:
        begun = century + _tens(word[-2] if len(word) == 3 else word) <= issued.year
        return _decades(century if begun else century - 100, word)
    return _decades(century + 100 * shift, word)

"""Is it the usual date: nothing before or after it to weigh? 2024年3月7日, 去年, 今天.

Most dates of a newspaper are. Both ways give the same answer, which a test holds.
"""

from __future__ import annotations

import re
from typing import Final

from zhnews.numbers.calendar_words import (
    DASH,
    JOIN,
    RELATIVE_DAY,
    RELATIVE_YEAR,
    WEEKDAYS,
)
from zhnews.numbers.points import Words

__all__ = ["read_usual_point"]

_BLANKS: Final = " \t\xa0"
_MONTH: Final = "(1[0-2]|0?[1-9]) ?月(?: ?(3[01]|[12][0-9]|0?[1-9]) ?日)?"
_USUAL: Final = re.compile(rf"([12][0-9]{{3}}) ?年(?: ?{_MONTH})?|{_MONTH}")
_ISO: Final = re.compile(
    r"([12][0-9]{3})([-./])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9.])"
)
_WEIGHED_BEFORE: Final = frozenset(
    "0123456789.第每两几数零历闰年今约近有元国启祯治熙正隆庆光丰绪统成和"
)
_WEIGHED_AFTER: Final = frozenset(
    "度初底末首上下中本的前头最第一二三四五六七八九十0123456789春夏秋冬年月日号季份个"
    "代之起至到与和假元圆薪租费供息饼球亮刊票嫂历来后多古文以间" + DASH
)
#: Before 今年 and 去年 these belong with its first character: 如今, 过去.
_WEIGHED_BEFORE_WORD: Final = frozenset("以如马过")
#: After it these make another word: 今年轻.
_WEIGHED_AFTER_WORD: Final = _WEIGHED_AFTER | frozenset("轻龄均纪幼迈级(")
_CODES: Final = frozenset("-./_=&#@")
_JOINTS: Final = frozenset("起至到与和" + DASH)
#: After 今天 these begin a title, or a name (今日头条).
_WEIGHED_AFTER_DAY: Final = _JOINTS | frozenset("《头")
_WEIGHED_BEFORE_WEEKDAY: Final = frozenset("零〇○一二三四五六七八九十百两几每个逢半0123456789俩仨")
_WEIGHED_AFTER_WEEKDAY: Final = _JOINTS | frozenset("次遍回生览围贯")
#: Before a quarter: its place, another numeral, or what makes it any quarter.
_WEIGHED_BEFORE_QUARTER: Final = frozenset(
    "第每各几0123456789零〇○一二两三四五六七八九十百千万亿年度的 \t\xa0"
)
_QUARTERS: Final = {"一季": 1, "二季": 2, "三季": 3, "四季": 4}
_YEARS: Final = {word: RELATIVE_YEAR[word] for word in ("今年", "去年", "明年")}
_DAYS: Final = {head + tail: RELATIVE_DAY[head] for head in "今昨明" for tail in "天日晚晨早夜"}


def read_usual_point(text: str, at: int) -> Words | None:
    """The day, month or year at ``at`` in a folded text; None where it takes the long way.

    >>> words = read_usual_point("2022-11-21\\n", 0)
    >>> words.year, words.month, words.day
    (2022, 11, 21)
    >>> read_usual_point("2020年6月至8月", 0) is None
    True
    """
    if text[at] > "9":
        return _in_words(text, at)
    found = _USUAL.match(text, at)
    if found is None:
        return _in_digits(text, at)
    end = found.end()
    if _after(text, end) in _WEIGHED_AFTER or text[at - 1 : at] in _WEIGHED_BEFORE:
        return None
    year, month, day, bare_month, bare_day = found.groups()
    words = Words(at, end)
    if year is not None:
        words.year = int(year)
        if not 1900 <= words.year < 2100:
            return None
    else:
        month, day = bare_month, bare_day
    if month is not None:
        words.month = int(month)
        if day is not None:
            words.day = int(day)
    return words


def _after(text: str, end: int) -> str:
    """The character after, up to three blanks read over."""
    after = text[end : end + 1]
    return text[end : end + 4].lstrip(_BLANKS)[:1] if after and after in _BLANKS else after


def _in_digits(text: str, at: int) -> Words | None:
    """2022-11-21."""
    found = _ISO.match(text, at)
    if found is None:
        return None
    before, end = text[at - 1 : at], found.end()
    if before.isascii() and (before.isalnum() or before in _CODES):
        return None
    if _after(text, end) in _JOINTS and (JOIN.match(text, end) or text[end] in "与和"):
        return None
    words = Words(at, end)
    words.year, words.month, words.day = int(found[1]), int(found[3]), int(found[4])
    return words


def _in_words(text: str, at: int) -> Words | None:
    """今年, 昨日, 一季度, 星期三."""
    end = at + 2
    word, before, after = text[at:end], text[at - 1 : at], _after(text, end)
    if word in _YEARS:
        if before in _WEIGHED_BEFORE_WORD or after in _WEIGHED_AFTER_WORD:
            return None
        words = Words(at, end)
        words.year_shift = _YEARS[word]
        return words
    if word in _DAYS:
        if before == "《" or after in _WEIGHED_AFTER_DAY:
            return None
        words = Words(at, end)
        words.day_shift = _DAYS[word]
        return words
    if word in _QUARTERS:
        end += 1
        if text[at + 2 : end] != "度" or before in _WEIGHED_BEFORE_QUARTER:
            return None
        if _after(text, end) in _WEIGHED_AFTER:
            return None
        words = Words(at, end)
        words.part = ("quarter", _QUARTERS[word])
        return words
    return _weekday(text, at, before) if word == "星期" else None


def _weekday(text: str, at: int, before: str) -> Words | None:
    end = at + 3
    day = WEEKDAYS.get(text[at + 2 : end])
    if day is None or before in _WEIGHED_BEFORE_WEEKDAY:
        return None
    if _after(text, end) in _WEIGHED_AFTER_WEEKDAY:
        return None
    words = Words(at, end)
    words.week_shift, words.weekday = 0, day
    return words

"""Which point of the calendar do these words name? 2024年3月7日, 去年底, 上周五.

The words are read first and counted from the issue date afterwards: what a
reader sees does not depend on the day it was printed.
"""

from __future__ import annotations

import re
from typing import Final

from zhnews.numbers.calendar_words import (
    DASH,
    RELATIVE_DAY,
    RELATIVE_MONTH,
    RELATIVE_WEEK,
    RELATIVE_YEAR,
    WEEKDAYS,
    Groups,
    eras,
    point,
)
from zhnews.numbers.numerals import DIGITS
from zhnews.numbers.parts import ends_word, read_part, small_number
from zhnews.numbers.years import (
    counts_back,
    hides_season,
    is_length,
    is_short_year,
    republican_year,
    year_of,
)

__all__ = ["Words", "opens_day", "read_point"]


class Words:
    """What was read, before it is counted from an issue date.

    Attributes:
        start: Where the words begin.
        end: Where they end.
        year: The year stated; None where none is, or only a word for it.
        year_shift: How many years from the issue's (去年 is -1); None without such a word.
        month: The month stated.
        month_shift: How many months from the issue's.
        day: The day stated.
        day_shift: How many days from the issue's.
        week_shift: How many weeks from the issue's.
        weekday: Monday is 0; 7 the weekend; None for the whole week.
        part: What part of the year or month, with its argument.
        from_stated: 上年 counts from the year stated before it.
        never_issue: 同年12月 counts from nothing else.
        same_month: 同月5日 has year and month of the date before it.
        era: The year before the first of the era named: 1911 of 民国26年.
    """

    year: int | None = None
    year_shift: int | None = None
    month: int | None = None
    month_shift: int | None = None
    day: int | None = None
    day_shift: int | None = None
    week_shift: int | None = None
    weekday: int | None = None
    part: tuple[str, int] | None = None
    from_stated: bool = False
    never_issue: bool = False
    same_month: bool = False
    era: int | None = None

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end

    @property
    def is_day(self) -> bool:
        """Whether a single day is named."""
        return self.day is not None or self.day_shift is not None or self.weekday is not None


#: Where the groups of a part of the year begin, and what they are without one.
_PART: Final = Groups._fields.index("half")
_NO_PART: Final = (None,) * (len(Groups._fields) - _PART)
#: A named tuple without the detour over its names.
_new: Final = tuple.__new__


_CODES: Final = frozenset("-./_=&#@")
#: Before eight digits these say that they are a number of something.
_NUMBERED: Final = frozenset("号码话")
#: Beside 前天 and the like these make another word: 目前, 先天.
_NO_DAY_BEFORE: Final = frozenset("此以之目日年月天先雨饭婚产术")
_NO_DAY_AFTER: Final = frozenset("性然赋生本均")
#: The same beside 周, and after a day of the week: 每周三, 周三次.
_NO_WEEK_BEFORE: Final = frozenset("每几两个逢半0123456789十百")
_NO_WEEK_AFTER: Final = frozenset("期年边转刊报围全密知易岁次率长界内末")
_NO_WEEKDAY_AFTER: Final = frozenset("次遍回生览围贯")
#: Before 今年 and 上年 these belong with its first character: 如今, 马上.
_LIKE_BEFORE: Final = frozenset("以如马")
#: Before 年底, a quarter and 前三天 these make any of many of it, or another word.
_NO_EDGE_BEFORE: Final = frozenset("0123456789今去前明本上下当每年个")
_EVERY: Final = frozenset("每各几")
_NO_FRONT_BEFORE: Final = frozenset("之目此以年")
#: Before 6号 these open a day; after 6日本 these close 本报, and 日 is no 日本.
_OPENS_DAY: Final = frozenset("在于到至从自的这次月定")
_OURS: Final = frozenset("报刊网台社")
#: After a day in characters these count days: 七日三夜, and 二十九日三读通过 does not.
_MORE_THAN_A_DAY: Final = ("多", "余", "三夜", "三餐", "三顿")


def read_point(text: str, at: int, *, joined: bool = False, era: int | None = None) -> Words | None:
    """The point of the calendar that the folded text names at ``at``.

    Args:
        text: The folded text.
        at: Where the words begin; an era before a year is read backwards.
        joined: Whether it ends a stretch: 25日 in 8月20日至25日 needs no more.
        era: Where it ends a stretch that an era begins, the year before its first:
            民国26年至34年.

    >>> words = read_point("去年11月以来", 0)
    >>> words.year_shift, words.month, words.end
    (-1, 11, 5)
    >>> read_point("3个月", 0) is None
    True
    """
    found = point().match(text, at)
    if found is None or found.end() == at:
        return None
    words = Words(at, found.end())
    words.era = era
    groups = _new(Groups, found.groups())
    if groups.iso_year or groups.packed_year or groups.short_year:
        return _dated(words, groups, text)
    if groups.day_word:
        words.day_shift = RELATIVE_DAY[groups.day_word]
        return None if _is_other_word(text, at, words.end) else words
    if groups.week_word or groups.bare_week:
        return _week(words, groups, text)
    if text[words.end - 1] in " \t\xa0的":
        words.end = at + len(text[at : words.end].rstrip(" \t\xa0的"))
    if not _set_year(words, groups, text):
        return None
    if groups.month:
        words.month = small_number(groups.month)
    elif groups.month_word:
        if text[at - 1 : at] in ("以", "连"):
            return None
        words.month_shift = RELATIVE_MONTH[_NOTE.sub("", groups.month_word)]
    if day := groups.day or groups.open_day:
        words.day = small_number(day)
        words.same_month = words.month is None and text.endswith("同月", 0, at)
    words.part = read_part(groups) if groups[_PART:] != _NO_PART else None
    _drop_moon(words)
    if (groups.quarter or groups.short_quarter) and text[at - 1 : at] == "第":
        words.start = at - 1
    return words if _stands(words, groups, text, joined) else None


#: China counts months by the sun from this year on, Japan and 公元 earlier.
_FIRST_SOLAR: Final = 1912
_SOLAR: Final = frozenset((0, 1867))


def _drop_moon(words: Words) -> None:
    """Month and day of 光绪二十四年六月十一日, which are counted by the moon."""
    year, era = words.year, words.era
    if era is not None and era not in _SOLAR and year is not None and year < _FIRST_SOLAR:
        words.month = words.day = words.part = None


#: Before a month these count from the year stated before it, never from the issue's.
_FROM_STATED: Final = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1, "转年": 1, "第二年": 1}


def _count_from_stated(words: Words, text: str) -> None:
    """The year of 同年12月 and 次年5月."""
    for phrase, shift in _FROM_STATED.items():
        if text.endswith(phrase, 0, words.start):
            words.year_shift, words.from_stated, words.never_issue = shift, True, phrase != "当年"


def _dated(words: Words, groups: Groups, text: str) -> Words | None:
    """2022-11-21, 2019.9.6, 20240307."""
    before = text[words.start - 1 : words.start]
    if before.isascii() and (before.isalnum() or before in _CODES):
        return None
    if groups.packed_year and before in _NUMBERED:
        return None  # 学号20210315
    prefix = "iso" if groups.iso_year else "packed" if groups.packed_year else "short"
    values = [int(getattr(groups, f"{prefix}_{name}") or 0) for name in ("year", "month", "day")]
    words.year, words.month, words.day = values
    if prefix == "short":
        words.year += 2000 if values[0] < 50 else 1900
    return words if words.day else None


def _is_other_word(text: str, start: int, end: int) -> bool:
    """先天后天, 如今日子, 目前日均 hold no day."""
    before, word, after = text[start - 1 : start], text[start:end], text[end : end + 1]
    if word[-2:] in ("后天", "后日", "前日", "前天"):
        return before in _NO_DAY_BEFORE or after in _NO_DAY_AFTER
    return before == "《" or (word == "今日" and text.startswith("头条", end)) or after == "《"


def _week(words: Words, groups: Groups, text: str) -> Words | None:
    day = groups.weekday or groups.bare_weekday
    before = text[words.start - 1 : words.start]
    if groups.bare_week and (before in DIGITS or before in _NO_WEEK_BEFORE):
        return None
    after = text[words.end : words.end + 1]
    if day is None and after in _NO_WEEK_AFTER and not (after == "内" and groups.week_word):
        return None
    if day is not None and after in _NO_WEEKDAY_AFTER:
        return None
    if text[words.start : words.start + 2] == "本周" and before == "日":
        return None
    words.week_shift = RELATIVE_WEEK[(groups.week_word or "").removesuffix("个")]
    words.weekday = 7 if day == "末" else WEEKDAYS[day] if day else None
    return words


def _set_year(words: Words, groups: Groups, text: str) -> bool:
    """The year, if it is one: 2024年 is, 15年 and 2000年的历史 are not."""
    word = groups.year_word
    before = text[words.start - 1 : words.start]
    if word:
        # 如今年轻, 3年以上年龄: the characters belong to other words
        if len(word) == 1 and hides_season(word, before):
            return False  # 李明春, 如今冬
        if (before in _LIKE_BEFORE and word[0] in "今上下") or (before == "过" and word == "去年"):
            return False
        words.year_shift = RELATIVE_YEAR[_NOTE.sub("", word)]
        words.from_stated = word == "上年"
        return True
    word = groups.year
    if not word:
        if before == "年" and groups.month:
            _count_from_stated(words, text)
        return True
    if words.era is not None:
        return _set_year_of_era(words, word)
    era, offsets = eras()
    named = era.search(text, max(0, words.start - 6), words.start)
    with_month = bool(groups.month) or "年度" in text[words.start : words.end]
    if not named and not with_month and is_short_year(text, words.start):
        words.year = 1900 + int(word)
        return True
    value = year_of(word, with_month=with_month, named=named is not None)
    if value is None and groups.month and not named:
        value = republican_year(word, before)
    if value is None or before in _NO_YEAR_BEFORE:
        return False
    if named:
        name = named.group().strip()
        words.start = named.start()
        words.era = offsets.get(name)
        words.year = value + offsets[name] if name in offsets else -value + 1
        return True
    if counts_back(text, words.start, before, value):
        return False
    words.year = value
    after = text[words.end : words.end + 2]
    return (
        1900 <= value < 2100 or with_month or (value >= 100 and not is_length(before, after, value))
    )


def _set_year_of_era(words: Words, word: str) -> bool:
    """34年 of 民国26年至34年."""
    value = year_of(word, named=True)
    if value is None:
        return False
    if value < _LONGEST_ERA:
        value += words.era or 0
    words.year = value
    return True


#: No era has so many years; more are of the common one.
_LONGEST_ERA: Final = 200


_NO_YEAR_BEFORE: Final = frozenset("0123456789.第每")


#: 昨（23）日: Taiwan's papers say the figure as well.
_NOTE: Final = re.compile(r"[(][0-9一二三四五六七八九十]{1,4}[)]")
#: Before a month or day these make it a count: 两3月 is none, 第3日 a place.
_COUNTED_BEFORE: Final = frozenset("0123456789.每第两几数零")
#: Before a bare day these say that it is a length: 近20日, 连续5日.
_LENGTH_BEFORE: Final = tuple("近续期时共后每达满了足过逾隔余第整前")
#: Before 一日, 二日 and 三日 these make a saying: 有朝一日, 士别三日, 十年如一日.
_SAYINGS: Final = frozenset("如朝甚慎无载别梁清")
_LENGTH_AFTER: Final = tuple("内间游均之以龄")
_LASTING: Final = ("期为", "限为", "期限", "拘留", "羁押")
_CLOSING: Final = tuple("〕])】")


def _stands(words: Words, groups: Groups, text: str, joined: bool) -> bool:
    """Whether the words say enough to be a date."""
    year = words.year is not None or words.year_shift is not None
    month = words.month is not None or words.month_shift is not None
    before = text[words.start - 1 : words.start]
    if not year and (month or words.day) and before in _COUNTED_BEFORE:
        return False
    kind = words.part[0] if words.part else ""
    if words.day is not None and not month:
        return not year and (joined or _is_bare_day(words, text, before)) and not kind
    bare_month = month and not year and words.month is not None and not words.day
    if bare_month and (before in ("历", "闰") or text.startswith(("初", "三节"), words.end)):
        return False
    if not kind:
        return year or month
    if kind.startswith("last"):
        return year or (month and kind == "last 天")
    if kind in ("ten days", "half month", "front 天", "front 日", "season"):
        return _stands_under_month(words, kind, text, year=year, month=month)
    if kind == "month edge" and year:
        return False
    if kind in ("edge", "month edge", "quarter edge") and not year and not month:
        # bare: 年底, 月末; 底 alone is no date
        return bool(groups.edge2) and before not in _NO_EDGE_BEFORE
    if kind in ("half year", "quarter", "month of"):
        return not month and before not in _EVERY
    if kind == "quarter shift":
        return not month and not year
    if kind == "front 周":
        return year
    return not (kind.startswith("front") and (month or before in _NO_FRONT_BEFORE))


def _stands_under_month(words: Words, kind: str, text: str, *, year: bool, month: bool) -> bool:
    if kind == "season":
        return year and not month
    if kind.startswith("front"):
        return month
    return month or not (year or ends_word(text, words.start, words.end))


_GOES_ON: Final = frozenset(",。、;:!?)”上下晚早凌中前后起至到在发开的")


def opens_day(before: str) -> bool:
    """Before 6号 a name makes it a number of the name: 嫦娥六号.

    >>> opens_day("于"), opens_day("娥")
    (True, False)
    """
    if before and before in DASH:
        return False  # 人民路3-5号; the days of 3—5号 are read together
    return not "\u4e00" <= before <= "\u9fff" or before in _OPENS_DAY


def _is_bare_day(words: Words, text: str, before: str) -> bool:
    """16日发布 is a day, 近20日 and 60日内 are lengths, 3号线 is neither."""
    after = text[words.end : words.end + 1]
    if before in _LENGTH_BEFORE or after in _LENGTH_AFTER:
        return False
    pair = text[words.start - 2 : words.start]
    if pair in _LASTING or (pair[:1] == "连" and text[words.start - 3 : words.start - 2] != "大"):
        return False  # 公示期为7日, 连升7日
    if text[words.end - 1] == "号":
        if before in _CLOSING and text[words.start - 2 : words.start - 1].isdigit():
            return False  # 〔2023〕1号
        if before == "、" and "第" in text[max(0, words.start - 4) : words.start]:
            return False  # 第3、4号
        return opens_day(before) and (after == "" or after in _GOES_ON)
    if before and before.isascii() and before.isalnum():
        return False
    if after == "本" and text[words.end + 1 : words.end + 2] not in _OURS:
        return False
    single = words.end - words.start == 2 and text[words.start] in DIGITS
    if single and (before in _SAYINGS or ("\u4e00" <= after <= "\u9fff" and after not in _GOES_ON)):
        return False  # 一日千里, 十年如一日
    return (
        not (text[words.start] in DIGITS and text.startswith(_MORE_THAN_A_DAY, words.end))
        and text[words.start] != "两"
    )

"""What time of day is it? 上午9时, 20时08分, 清晨五点半, 22:15."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from zhnews.numbers.calendar_words import DASH, SPACE
from zhnews.numbers.figures import HAN
from zhnews.numbers.numerals import number_of

__all__ = ["Clock", "read_time"]

#: Parts of the day, and from what hour on they mean the second half.
_MORNING: Final = (
    "凌晨",
    "清晨",
    "早晨",
    "早上",
    "上午",
    "早",
    "晨",
    "拂晓",
    "黎明",
    "清早",
    "一早",
)
_NOON: Final = ("中午", "正午", "午间")
_EVENING: Final = (
    "下午",
    "午后",
    "傍晚",
    "晚上",
    "晚间",
    "夜间",
    "深夜",
    "当晚",
    "黄昏",
    "夜里",
    "夜晚",
    "晚",
    "夜",
    "午夜",
    "半夜",
    "子夜",
)
_PARTS: Final = sorted((*_MORNING, *_NOON, *_EVENING), key=len, reverse=True)

_PART_ENDS: Final = frozenset(part[-1] for part in _PARTS)
_NUMBER: Final = "[0-9]{1,2}|[一二两三四五六七八九十廿卅卌零〇]{1,3}"


_FIGURES: Final = frozenset("0123456789几" + HAN)
#: The hour to which a time runs.
_LAST: Final = re.compile(
    rf"(?:至|到|[{DASH}]{{1,2}})(?:[01]?[0-9]|2[0-4]|[一二两三四五六七八九十]{{1,2}})[点时](?![几{HAN}])"
)


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<hour>{_NUMBER}){SPACE}
        (?:(?P<unit>时|点钟?)(?![间代候刻期速长段常而尚节装不隔效差政评局势机空薪区辰调乐])
            (?:{SPACE}(?:(?P<minute>{_NUMBER}){SPACE}分(?![钟之别析类成数布歧])
                (?:(?P<second>{_NUMBER}){SPACE}秒)?
              |(?P<half>半)|(?P<quarter>[一三13])刻|(?P<whole>整)|(?P<about>许|左右)
              |(?P<bare>[0-5][0-9](?![0-9.万亿%])
                |[二三四五]?十[一二三四五六七八九]?(?=[^\u4e00-\u9fff]|[的左出起到至开前后才就]|\Z))))?
          |:(?P<colon>[0-5][0-9])(?::(?P<seconds>[0-5][0-9]))?(?![0-9:]))""",
        re.VERBOSE,
    )


class Clock(NamedTuple):
    """A time of day as read.

    Attributes:
        start: Where it begins, with 上午 and the like.
        end: Where it ends.
        value: ``"HH:MM"`` of 24 hours.
    """

    start: int
    end: int
    value: str


#: Before an hour these make a figure, a place or any hour of it.
_NO_TIME_BEFORE: Final = frozenset("0123456789.:第几每")
#: Before an hour these tell that it is one.
_DAY_BEFORE: Final = frozenset("日天晚号晨早")


def read_time(text: str, at: int) -> Clock | None:
    """The time of day that the folded text names, its figure at ``at``.

    >>> read_time("下午3点一刻", 2)
    Clock(start=0, end=6, value='15:15')
    >>> read_time("3点建议", 0) is None
    True
    """
    found = _clock().match(text, at)
    if found is None or (text[at - 1 : at] in _NO_TIME_BEFORE and not _announced(text, at)):
        return None
    if found["half"] and text[found.end() : found.end() + 1] in ("刻", "会", "晌"):
        return None  # 一时半刻
    if found.group() == "一时一刻":
        return None
    hour = number_of(found["hour"])
    minute = _minute(found)
    if not isinstance(hour, int) or not 0 <= hour <= 24 or minute is None or minute > 59:
        return None
    stop = at
    while text[stop - 1 : stop] in _BLANKS and at - stop < _FARTHEST:
        stop -= 1
    part = _part_before(text, stop)
    begin = stop - len(part) if part else at
    first = _first_end(text, at) if not part else None
    if not part and first is None and not _is_clear(text, found):
        return None
    hour = _of_day(hour, part or _part_carried(first, hour) or _part_far(text, at))
    if hour is None or hour * 60 + minute > 24 * 60:
        return None
    return Clock(begin, found.end(), f"{hour:02d}:{minute:02d}")


def _announced(text: str, at: int) -> bool:
    """营业时间:9:00: the colon before the hour is none of its own."""
    return text[at - 1] == ":" and text[at - 3 : at - 1] in _ANNOUNCES


_ANNOUNCES: Final = frozenset(("时间", "时段", "开始", "开放", "营业", "播出"))


def _minute(found: re.Match[str]) -> int | None:
    if found["half"]:
        return 30
    if found["quarter"]:
        return 15 if found["quarter"] in "一1" else 45
    word = found["minute"] or found["bare"] or found["colon"]
    value = number_of(word) if word else 0
    return value if isinstance(value, int) else None


def _part_before(text: str, at: int) -> str:
    if text[at - 1 : at] not in _PART_ENDS:
        return ""
    for part in _PARTS:
        if text.endswith(part, 0, at):
            return part
    return ""


_BLANKS: Final = (" ", "\t", "\xa0")
#: So many blanks may stand between a part of the day and its hour.
_FARTHEST: Final = 3
_JOINTS: Final = frozenset(DASH + "至到")


@cache
def _first() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<part>{'|'.join(_PARTS)})?{SPACE}(?<![0-9.])(?P<hour>{_NUMBER}){SPACE}"
        rf"(?:(?:时|点钟?)(?:{SPACE}(?:(?:{_NUMBER}){SPACE}分?|半|整))?|:[0-5][0-9])"
        rf"{SPACE}(?:至|到|[{DASH}]{{1,2}}){SPACE}\Z"
    )


def _first_end(text: str, at: int) -> re.Match[str] | None:
    """下午2时至 before 5时: the hour from which the time runs."""
    if text[max(0, at - 4) : at].rstrip(" \t\xa0")[-1:] not in _JOINTS:
        return None
    return _first().search(text, max(0, at - 16), at)


def _part_carried(first: re.Match[str] | None, hour: int) -> str:
    """The part of the day that an hour shares with the one it runs from.

    下午2时至5时 ends at 17 o'clock, 晚10时至6时 on the next morning.
    """
    part = (first["part"] or "") if first else ""
    begun = number_of(first["hour"]) if first else None
    if part not in _EVENING or not isinstance(begun, int):
        return ""
    return part if begun % 12 < hour < 12 else ""


def _part_far(text: str, at: int) -> str:
    """今晚 and 7月16日晚 speak for the hour that follows."""
    before = text[max(0, at - 3) : at]
    return "晚" if "晚" in before else ""


def _is_clear(text: str, found: re.Match[str]) -> bool:
    """Without a part of the day: 9时 is a time, 3点 may be three points."""
    if found["colon"]:
        before = text[found.start() - 1 : found.start()]
        return len(found["colon"]) == 2 and before not in set("以比分为胜负")
    sure = any(found[name] for name in ("minute", "half", "quarter", "whole", "bare"))
    arabic = found["hour"].isascii()
    if found["unit"] == "时":
        day = text[found.start() - 1 : found.start()] in _DAY_BEFORE
        return sure or arabic or day or len(found["hour"]) > 1 or found["hour"] in "零〇"
    after = text[found.end() : found.end() + 1]
    if found["hour"] in ("零", "〇", "0") and after not in _FIGURES:
        return True  # 零点
    if after in _JOINTS and _LAST.match(text, found.end()):
        return True  # 7点到8点
    if found["unit"] == "点钟" or (sure and not (found["minute"] and not arabic)):
        return True
    return text[found.start() - 1 : found.start()] in _DAY_BEFORE


def _of_day(hour: int, part: str) -> int | None:
    if part in _MORNING:
        return hour % 12 if hour == 12 and part == "凌晨" else hour
    if part in _NOON:
        return hour + 12 if hour < 4 else hour
    if part:
        if hour == 12:
            return 12 if part in ("下午", "午后") else 24
        late = part in ("深夜", "午夜", "半夜", "子夜", "夜里", "夜") and hour < 5
        return hour + 12 if 0 < hour < 12 and not late else hour
    return hour

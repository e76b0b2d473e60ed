"""How does print write a date? The words of the calendar and their patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from zhnews.vocab import STANDARD, alternation

__all__ = [
    "DASH",
    "DAY",
    "EDGES",
    "JOIN",
    "MONTH",
    "NEXT_MONTHS",
    "RELATIVE_DAY",
    "RELATIVE_MONTH",
    "RELATIVE_WEEK",
    "RELATIVE_YEAR",
    "SHORT",
    "SPACE",
    "WEEKDAYS",
    "Groups",
    "era_ends",
    "eras",
    "point",
]  # fmt: skip

#: Layout puts spaces between a figure and its unit (1 月份).
SPACE: Final = r"[ \t\xa0]{0,3}"
#: What stands between the ends of a stretch.
DASH: Final = "—–~～－―‐‑−-"  # the hyphen last: it stands in character classes
JOIN: Final = re.compile(rf"起?{SPACE}(?:[{DASH}]{{1,2}}|至|到){SPACE}")

MONTH: Final = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
DAY: Final = (
    "3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?"
    "|[一二三四五六七八九]"
)
_COUNT: Final = r"[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
_FOLLOWS_DAY: Final = r"(?:日(?![元圆])|号(?![线楼院馆令文]))"

#: 2023年中国 and 去年底层 are no parts of a year.
_PART: Final = rf"""
    (?P<half>上半年|下半年|上半月|下半月)
    |第?(?P<quarter>[一二三四1-4])(?:(?<=第[一二三四1-4])个)?季度(?!假)(?P<quarter_end>[初末])?
    |(?P<near_quarter>[上本下这])一?个?季度
    |(?P<first_quarter>[首末]季)(?![节军])
    |第?(?<=第)(?P<short_quarter>[一二三四1-4])季(?![度节稻军])
    |(?P<ten>上中|中下|[上中下])旬
    |(?P<edge_of>[年月季])(?P<edge2>[初底末])(?![步次级中一二三四五六七八九十])
    |(?P<edge>初(?![步次级中一二三四五六七八九高衷始创赛审选心代期稿])
        |底(?![层部线蕴气盘子座色价板下座牌特])|末(?![端位尾班梢路日年]))
    |的?最后{SPACE}(?P<rear>{_COUNT}){SPACE}(?P<rear_unit>个?月|天|日|周)
    |的?[前头首]{SPACE}(?P<front>{_COUNT}){SPACE}(?P<front_unit>个?季度?(?![稻节军播])|个?月(?!前)|天|日|周)
    |(?P<season>[春夏秋冬])(?:[季天](?!津)|(?=[,。、;:!?)”\s他她我的在于被由从与又已]|以来|之交|起|(?<!冬)至|至[0-9次翌今明]|到|[今明][春夏]|$|(?<=今冬明春|去冬今春)|(?<=今[春夏秋冬])(?![节游城卷联晖])))
"""

RELATIVE_YEAR: Final = {
    "今年": 0, "本年": 0, "这一年": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2,
    "大前年": -3, "明年": 1, "下年": 1, "下一年": 1, "后年": 2, "大后年": 3,
    "今": 0, "去": -1, "明": 1,
}  # fmt: skip
RELATIVE_MONTH: Final = {
    "本月": 0, "这个月": 0, "本月份": 0, "上月": -1, "上个月": -1, "上月份": -1, "下月": 1,
    "下个月": 1, "上上个月": -2, "上上月": -2, "下下个月": 2, "下下月": 2,
}  # fmt: skip
RELATIVE_DAY: Final = {
    "大前": -3,
    "前": -2,
    "昨": -1,
    "今": 0,
    "明": 1,
    "后": 2,
    "大后": 3,
    "大大后": 4,
}
RELATIVE_WEEK: Final = {"上上": -2, "上": -1, "本": 0, "这": 0, "": 0, "下": 1, "下下": 2}
WEEKDAYS: Final = {word: i for i, word in enumerate("一二三四五六日")} | {"天": 6}
EDGES: Final = {"初": 0, "底": 1, "末": 1}

_YEAR: Final = r"""
    (?:(?P<year>[0-9]{1,4}|[零〇○一二三四五六七八九十百元廿卅卌]{1,5})[ \t\xa0]{0,3}年
        (?!代(?![表理办号价替码销购言]))
      |(?P<year_word>大?前年|(?:大后年|(?<![产成营用工建])后年)(?![均产处销节供吞])
        |[今去明](?:[(][0-9]{2,4}[)])?年(?![轻龄均纪幼迈])|[本上下]年(?![轻龄级幼])|[上下这]一年
        |今(?=[春夏秋冬](?![节游城卷联晖]))|[去明](?=[春夏秋冬](?:[,。、;:!?)”\s]|[季天](?!津)|以来|之交|起|至|到|[今明][春夏]|$))|(?<=今冬)明(?=春)|(?<=去冬)今(?=春)))
"""

_POINT: Final = rf"""
    (?:
     (?P<day_word>大?前|昨|今|明|大{{0,2}}后)(?:[(](?:{DAY})[)])?(?:[天日]|(?<=[今昨明])[晚晨早夜])
    |(?P<week_word>(?:上上|下下|[上下本这])个?)(?:周|星期|礼拜)(?:周|星期|礼拜)?(?P<weekday>[一二三四五六日天末])?
    |(?P<bare_week>周(?=[一二三四五六日])|星期|礼拜)(?P<bare_weekday>[一二三四五六日天])
    |(?P<iso_year>[12][0-9]{{3}})(?P<mark>[-./年 ])(?P<iso_month>1[0-2]|0?[1-9])(?P=mark)
        (?P<iso_day>3[01]|[12][0-9]|0?[1-9])(?![0-9.])
    |(?P<short_year>[0-9]{{2}})-(?P<short_month>1[0-2]|0?[1-9])-(?P<short_day>3[01]|[12][0-9]|0?[1-9])(?![0-9.-])
    |(?P<packed_year>(?:19|20)[0-9]{{2}})(?P<packed_month>0[1-9]|1[0-2])(?P<packed_day>[0-2][0-9]|3[01])(?![0-9.])
    |      (?:{_YEAR}度?(?:的(?=[上下第一二三四]))?)?
      {SPACE}
      (?:(?P<month>{MONTH}|(?<![美欧日港澳加韩公多万亿百千\d])元){SPACE}月(?![薪租费供息饼球亮刊票嫂革怀])(?:份(?!额))?
        |(?P<month_word>(?:上上|下下)个?月|[上下]个?月|这个月
          |[本上下](?:[(](?:{MONTH})[)])?月)(?:份(?!额))?)?
      {SPACE}
      (?:(?P<day>{DAY}){SPACE}{_FOLLOWS_DAY}
        |(?<=月)(?P<open_day>3[01]|[12][0-9]|[1-9])(?=[\s,。、;出起前后至到晚早凌上下)]|$)
          (?!(?:\ [0-9]){{2,8}}\ ?[\u4e00-\u9fff%‰℃]))?
      (?:{SPACE}(?:{_PART}))?
    )
"""


class Groups(NamedTuple):
    """What ``point`` captures, in its order."""

    day_word: str | None
    week_word: str | None
    weekday: str | None
    bare_week: str | None
    bare_weekday: str | None
    iso_year: str | None
    mark: str | None
    iso_month: str | None
    iso_day: str | None
    short_year: str | None
    short_month: str | None
    short_day: str | None
    packed_year: str | None
    packed_month: str | None
    packed_day: str | None
    year: str | None
    year_word: str | None
    month: str | None
    month_word: str | None
    day: str | None
    open_day: str | None
    half: str | None
    quarter: str | None
    quarter_end: str | None
    near_quarter: str | None
    first_quarter: str | None
    short_quarter: str | None
    ten: str | None
    edge_of: str | None
    edge2: str | None
    edge: str | None
    rear: str | None
    rear_unit: str | None
    front: str | None
    front_unit: str | None
    season: str | None


@cache
def point() -> re.Pattern[str]:
    return re.compile(_POINT, re.VERBOSE)


SHORT: Final = re.compile(
    rf"""(?P<first>[0-9]{{1,4}}|[零〇○一二三四五六七八九十]{{1,4}}){SPACE}
    (?:至|到|[{DASH}]{{1,2}}){SPACE}
    (?P<last>[0-9]{{1,4}}|[零〇○一二三四五六七八九十]{{1,4}}){SPACE}
    (?P<unit>年度?|月(?:份(?!额))?|[日号](?![元圆均]))""",
    re.VERBOSE,
)


#: Two months in a row: 七八月份, 5、6月.
NEXT_MONTHS: Final = (
    r"(?:([一二三四五六七八九])、?([二三四五六七八九])|([1-9]|1[01])、([2-9]|1[0-2]))"
    rf"{SPACE}月(?:份(?!额))?(?!{SPACE}[0-9一二三四五六七八九十])"
)


@cache
def era_ends() -> frozenset[str]:
    """How the name of an era may end before a year, with a blank between."""
    return frozenset(word[-1] for word in (*STANDARD.table("eras").words, "公元前")) | set(" \t")


@cache
def eras() -> tuple[re.Pattern[str], dict[str, int]]:
    table = STANDARD.table("eras")
    offsets = {word: int(year) for word, year in table.mapping("year before the first").items()}
    return re.compile(alternation([*table.words, "公元前", "西元前"]) + r"[ \t]{0,2}\Z"), offsets

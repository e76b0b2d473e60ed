"""Which paper, day and page is this? The folio and the masthead."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex
from attrs import frozen

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.days import DAY, iso_day
from zhnews.fields.names import folded
from zhnews.vocab import STANDARD, Vocabulary, alternation

__all__ = ["Folio", "Header", "read_folio", "read_header", "read_publication"]

#: No line at the head of a page is longer, in characters.
LONGEST_LINE = 110


@frozen
class Folio:
    """The line at the head or foot of a page.

    Attributes:
        text: The whole line.
        publication: The paper's name: 泽川日报; else None.
        date: The day of issue as ISO 8601; None where none is printed, or a
            day that cannot be (2月30日).
        weekday: 1 for Monday to 7 for Sunday; else None.
        page: The page as printed: A13, 第24版; else None.
        section: 要闻, 港聞; else None.
    """

    text: Excerpt
    publication: Excerpt | None
    date: str | None
    weekday: int | None
    page: Excerpt | None
    section: Excerpt | None


@frozen
class Header:
    """The parts of a line at the head of a page: each by name, in order."""

    parts: tuple[tuple[str, int, int], ...]

    def has(self, *names: str) -> bool:
        """Whether one of the parts is there."""
        return any(name in names for name, _, _ in self.parts)

    def place(self, name: str) -> tuple[int, int] | None:
        """Where the first part of a name stands."""
        return next(((start, end) for kind, start, end in self.parts if kind == name), None)


def read_folio(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> Folio | None:
    """What a folio line states; None for any other line.

    >>> folio = read_folio("2016.7.23 星期六 安陵商报 A13")
    >>> folio.date, folio.weekday, folio.publication.text, folio.page.text
    ('2016-07-23', 6, '安陵商报', 'A13')
    >>> read_folio("2007年6月11日") is None  # the day under an announcement
    True
    """
    line = text_of(text)
    header = read_header(line, vocabulary)
    if header is None or not _is_folio(header):
        return None
    copy = folded(line.text)

    def part(name: str) -> Excerpt | None:
        place = header.place(name)
        return line[place[0] : place[1]].strip() if place else None

    day = header.place("day")
    weekday = header.place("weekday")
    return Folio(
        line,
        part("publication"),
        iso_day(copy[slice(*day)]) if day else None,
        _weekday(copy[slice(*weekday)]) if weekday else None,
        part("page") or part("number"),
        part("section"),
    )


def _is_folio(header: Header) -> bool:
    if header.has("issue"):
        return header.has("day") and header.has("weekday")
    if header.has("day", "month"):
        return header.has("weekday", "page", "number", "publication", "section", "lunar", "site")
    if header.has("page"):
        return True
    if header.has("number"):
        return header.has("site", "section", "publication")
    return header.has("weekday") and header.has("publication", "section")


_WEEKDAYS = "一二三四五六日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _weekday(printed: str) -> int | None:
    for place, name in enumerate(_ENGLISH):
        if printed.lower().startswith(name):
            return place + 1
    last = printed.strip(" )]")[-1:].replace("天", "日")
    return _WEEKDAYS.index(last) + 1 if last in _WEEKDAYS else None


# -- the parts of a line at the head of a page ------------------------------------

#: What a header has and most running text has not.
_CUE = re.compile(
    r"[版期][^，。]{0,12}$|第\s?[0-9０-９A-DＡ-Ｄ]{1,3}\s?[版期頁页]|星期|禮拜|礼拜|[週周][一二三四五六日]|"
    r"^[\s|｜·●■◆—-]*[0-9０-９]|[A-Z0-9Ａ-Ｚ０-９]{2,}[\s|｜·●■◆—-]*$|[號号]$|刊號|刊号|"
    r"\b(?:CN|ISSN)|(?:day|DAY)\b|[0-9]{4}|^\s*[A-Z][0-9]{1,3}"
)

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


@lru_cache(maxsize=8)
def _part(vocabulary: Vocabulary) -> regex.Pattern[str]:
    furniture = vocabulary.table("furniture")
    sections = alternation(furniture.words_where("kind", "section"))
    titles = alternation(furniture.words_where("kind", "title"))
    month = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    return regex.compile(
        rf"""
          (?P<gap>[\s|/·•●■◆○□,:;()\[\]【】—–~<>《》▲▼+-]++)
        | (?P<day>{DAY})
        | (?P<weekday>(?:星期|周|礼拜)\s?[一二三四五六日天](?!报)|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|MON|TUE|WED|THU|FRI|SAT|SUN)(?i:day|sday|nesday|rsday|urday)?\b\.?)
        | (?P<lunar>(?:农历|夏历|阴历)?[{_STEMS}][{_BRANCHES}](?:[鼠牛虎兔龙蛇马羊猴鸡狗猪])?年(?:\s?闰?[正一二三四五六七八九十冬腊]{{1,2}}月(?:[大小])?\s?(?:初|十|廿|卅|二|三)?[一二三四五六七八九十]{{0,2}}日?)?
            | (?:农历|夏历|阴历)?\s?闰?[正一二三四五六七八九十冬腊]{{1,2}}月(?:[大小]\s?)?(?:初|廿|卅|十|二十|三十)[一二三四五六七八九十]?
            | 今日(?:立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒))
        | (?P<issue>(?:(?:19|20)[0-9]{{2}}年\s?)?\(?(?:总|新|复刊|试刊)?\s?第\s?[0-9〇零一二三四五六七八九十百千]{{1,6}}\s?[期号辑卷]\)?(?:\(总第?\s?[0-9〇零一二三四五六七八九十百千]{{1,6}}\s?[期号]\))?
            | (?:19|20)[0-9]{{2}}年\s?\(总第?\s?[0-9〇零一二三四五六七八九十百千]{{1,6}}\s?[期号]\)
            | (?:今日|本期|今天)?共?\s?[0-9一二三四五六七八九十]{{1,3}}\s?[版页](?!\p{{Han}})(?<=(?:今日|本期|今天|共).{{1,5}})
            | (?:国内统一(?:连续出版物|刊)号|统一刊号|国内刊号|刊号|准印证号?|连续出版物号|国际标准刊号)\s?:?\s?\(?[\p{{Han}}A-Z]{{0,4}}\s?[0-9A-Z/-]{{3,20}}\)?号?
            | CN\s?[0-9]{{2}}\s?-\s?[0-9]{{4}}(?:/\w{{1,2}})? | ISSN\s?[0-9X-]{{8,9}}
            | (?:邮发)?代号\s?:?\s?[0-9]{{1,2}}\s?-\s?[0-9]{{1,4}} | [0-9]{{4}}年[0-9]{{1,2}}月创刊 | 创刊于[0-9]{{4}}年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?
            | \p{{Han}}{{2,16}}(?:委|会|局|社|集团)?(?:机关报|主管|主办|出版|承办)(?!\p{{Han}}))
        | (?P<page>第\s?[A-Z]?\s?[0-9]{{1,3}}\s?(?:-\s?[0-9]{{1,3}}\s?)?[版页](?!\p{{Han}}{{3}})|第[一二三四五六七八九十]{{1,3}}[版页]|[A-Z]?[0-9]{{1,3}}\s?版|[A-Z]{{1,2}}\s?叠?\s?[0-9]{{1,3}}(?:\s?[-/、·]\s?[A-Z]?[0-9]{{1,3}})?(?![0-9A-Za-z.])|[一二三四五六七八九十]版(?!\p{{Han}}))
        | (?P<month>(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})\s?月\s?(?:[0-9]{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})\s?日|{month}\.?\s[0-9]{{1,2}}(?:,\s?[0-9]{{4}})?|[0-9]{{1,2}}\s{month}\.?\s[0-9]{{4}})
        | (?P<site>(?:https?://)?(?:[A-Za-z0-9-]{{1,63}}\.){{1,5}}[A-Za-z]{{2,10}}(?:/[\w./-]{{0,60}})?(?![A-Za-z@]))
        | (?P<number>[0-9]{{1,4}}(?![0-9.:%年月日]))
        | (?P<section>{sections}(?:版|新闻|周刊|专刊|特刊)?(?!\p{{Han}}))
        | (?P<publication>\p{{Han}}{{1,10}}?{titles}(?!\p{{Han}}))
        | (?P<word>\p{{Han}}{{2,8}}+)
        """,
        regex.VERBOSE,
    )


def read_header(line: Excerpt, vocabulary: Vocabulary) -> Header | None:
    """The parts of a line that holds nothing but what stands at a page's head."""
    printed = line.text
    if not 2 <= len(printed) <= LONGEST_LINE or _CUE.search(printed) is None:
        return None
    copy = folded(printed)
    pattern = _part(vocabulary)
    parts: list[tuple[str, int, int]] = []
    at = 0
    words = 0
    while at < len(copy):
        found = pattern.match(copy, at)
        if found is None:
            return None
        name = str(found.lastgroup)
        if name != "gap":
            parts.append((name, *found.span()))
            words += name == "word"
        at = found.end()
    if not parts or words > 2:
        return None
    if words and not any(name in ("day", "weekday", "issue") for name, _, _ in parts):
        return None
    firm = [(name if name != "word" else "section", start, end) for name, start, end in parts]
    return Header(tuple(firm))


# -- the paper's own name --------------------------------------------------------


@cache
def _no_sentence() -> re.Pattern[str]:
    return re.compile(r"[，。！？：；、“”「」（）()0-9A-Za-z]")


def read_publication(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> Excerpt | None:
    """The name of a paper or periodical, where a line is nothing else.

    Use it where a masthead may stand: a headline can end the same way.

    >>> read_publication("島嶼時報").text, read_publication("泽川信息摘编").text
    ('島嶼時報', '泽川信息摘编')
    >>> read_publication("本报讯") is None
    True
    """
    line = text_of(text).strip()
    printed = line.text
    if not 4 <= len(printed) <= 24 or _no_sentence().search(printed):
        return None
    packed = "".join(folded(printed).split())
    if not 4 <= len(packed) <= 14 or (len(packed) < len(printed) and " " in printed.strip("《》")):
        spaced = [part for part in folded(printed).split(" ") if part]
        if any(len(part) > 1 for part in spaced) or not 4 <= len(packed) <= 14:
            return None
    name = packed.strip("《》")
    if not _masthead(vocabulary).fullmatch(name):
        return None
    return line[1:-1] if printed.startswith("《") and printed.endswith("》") else line


@lru_cache(maxsize=8)
def _masthead(vocabulary: Vocabulary) -> regex.Pattern[str]:
    titles = vocabulary.table("furniture").words_where("kind", "title")
    return regex.compile(rf"(?!本|我|据|最新|今日)\p{{Han}}{{1,10}}?{alternation(titles)}")

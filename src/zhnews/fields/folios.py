"""Which paper, day and page is this? The folio and the masthead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import regex
from attrs import frozen

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.days import DAY, iso_day
from zhnews.fields.names import folded
from zhnews.fields.page_editors import read_header_before_editors
from zhnews.fields.page_headers import OWN_NAME, Header, names_known_paper, read_header
from zhnews.vocab import STANDARD, Vocabulary, alternation

__all__ = [
    "Folio",
    "is_folio",
    "is_issue_month",
    "is_named_in_imprint",
    "read_folio",
    "read_issue_day",
    "read_parted_day",
    "read_publication",
]


#: No day is longer, in characters, with its spaces.
LONGEST_DAY = 24


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
    headed = read_header_before_editors(line, vocabulary)
    whole = line
    if headed is not None:
        line, header = headed
    if header is None or not is_folio(header):
        return None
    copy = folded(line.text)

    def part(name: str) -> Excerpt | None:
        place = header.place(name)
        return line[place[0] : place[1]].strip() if place else None

    day = header.place("day")
    weekday = header.place("weekday")
    return Folio(
        whole,
        part("publication"),
        iso_day(copy[slice(*day)]) if day else None,
        _weekday(copy[slice(*weekday)]) if weekday else None,
        part("page") or part("number"),
        part("section"),
    )


def read_issue_day(text: str | Excerpt) -> str | None:
    """The day that a line at a page's head states, where it states no more.

    Use it at the page's head: the same day under an announcement is that of the announcement.

    >>> read_issue_day("2023年5月12日"), read_issue_day("2023年5月12日，")
    ('2023-05-12', None)
    """
    printed = text_of(text).text.strip()
    if len(printed) > LONGEST_DAY or not _issue_day().fullmatch(copy := folded(printed)):
        return None
    return iso_day(copy)


@cache
def _issue_day() -> re.Pattern[str]:
    return re.compile(DAY)


def is_issue_month(text: str) -> bool:
    """Whether a line states a month with its year and no more, as a masthead over its day.

    >>> is_issue_month("2024年 4月"), is_issue_month("2024年4月17日")
    (True, False)
    """
    return _MONTH.fullmatch(text.strip()) is not None


_MONTH = re.compile(r"(?:19|20)[0-9]{2}\s?年\s?[0-9]{1,2}\s?月")
_DAY_OF_MONTH = re.compile(r"[0-9]{1,2}日?")


def read_parted_day(lines: Sequence[str]) -> str | None:
    """The day of issue that a masthead prints in two lines: its day large, under or over the month.

    >>> read_parted_day(["2024年4月", "17", "星期三"]), read_parted_day(["2024年4月", "第3期"])
    ('2024-04-17', None)
    """
    for i, month in enumerate(lines):
        if is_issue_month(month):
            for day in (*lines[i + 1 : i + 2], *lines[max(0, i - 1) : i]):
                if _DAY_OF_MONTH.fullmatch(day.strip()):
                    return iso_day(f"{''.join(month.split())}{day.strip().rstrip('日')}日")
    return None


def is_folio(header: Header) -> bool:
    """Whether the parts are those of a folio, not of a masthead or of a text."""
    if header.has("issue"):
        return header.has("day")
    if header.has("day", "month"):
        # (a paper's name and a day alone are a source line)
        return header.has("weekday", "page", "number", "section", "lunar", "site")
    if header.has("page"):
        return True
    if header.has("number"):
        return header.has("site", "section", "publication")
    if header.has("weekday") and header.has("lunar"):
        return True  # the day stands on a line of its own
    return header.has("publication", "weekday") and header.has("section")


_WEEKDAYS = "一二三四五六日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _weekday(printed: str) -> int | None:
    for place, name in enumerate(_ENGLISH):
        if printed.lower().startswith(name):
            return place + 1
    last = printed.strip(" )]")[-1:].replace("天", "日")
    return _WEEKDAYS.index(last) + 1 if last in _WEEKDAYS else None


def is_named_in_imprint(text: str, below: str) -> bool:
    """Whether a page's first line is the paper's name, as its publisher stands below.

    >>> is_named_in_imprint("今日南屏", "中共南屏县委宣传部主管 南屏县融媒体中心主办")
    True
    >>> is_named_in_imprint("今日南屏", "2023年6月9日 星期五")
    False
    """
    return _NAME.fullmatch(text.strip()) is not None and _PUBLISHER.search(below) is not None


_NAME = re.compile("[\u4e00-\u9fff]{3,8}")
_PUBLISHER = re.compile("主[管辦办]|出版|机关报|機關報")


# -- the paper's own name --------------------------------------------------------


@cache
def _no_sentence() -> re.Pattern[str]:
    return re.compile(r"[，。！？：；、“”「」（）()0-9A-Za-z]")


def read_publication(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> Excerpt | None:
    """The name of a paper or periodical, where a line is nothing else.

    Use it where a masthead may stand: a headline can end the same way.

    >>> read_publication("島嶼時報").text, read_publication("泽川信息摘编").text
    ('島嶼時報', '泽川信息摘编')
    >>> read_publication("泽川日报社出版").text, read_publication("中共泽川市委机关报")
    ('泽川日报', None)
    """
    line = text_of(text).strip()
    printed = line.text
    if not 4 <= len(printed) <= 24 or _no_sentence().search(printed):
        return None
    if (published := _PUBLISHED.search(printed)) is not None:
        line = line[: published.start()].strip()  # 泽川日报社出版
        printed = line.text
    packed = "".join(folded(printed).split())
    if not 4 <= len(packed) <= 14 or (len(packed) < len(printed) and " " in printed.strip("《》")):
        spaced = [part for part in folded(printed).split(" ") if part]
        if any(len(part) > 1 for part in spaced) or not 4 <= len(packed) <= 14:
            return None
    name = packed.strip("《》")
    if not (_masthead(vocabulary).fullmatch(name) or names_known_paper(name, vocabulary)):
        return None
    return line[1:-1] if printed.startswith("《") and printed.endswith("》") else line


#: What its publisher's name has behind that of the paper.
_PUBLISHED = re.compile(r"(?<=[报報])社(?:[编編][辑輯])?出版$")


@lru_cache(maxsize=8)
def _masthead(vocabulary: Vocabulary) -> regex.Pattern[str]:
    titles = vocabulary.table("furniture").words_where("kind", "title")
    return regex.compile(
        rf"(?!本|我|据|最新|今日|.*机关报$)(?:\p{{Han}}{{1,10}}?{alternation(titles)}|{OWN_NAME})"
    )

"""What stands in a line at the head of a page, and in which order?

The day and its weekday, the paper, the page and its section, the number of
the issue: a line with anything else is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

import regex
from attrs import frozen

from zhnews.excerpt import Excerpt
from zhnews.fields.days import DAY
from zhnews.fields.names import folded
from zhnews.fields.outlets import outlets
from zhnews.vocab import Vocabulary, alternation

__all__ = ["OWN_NAME", "Header", "names_known_paper", "read_header", "read_running_head"]

#: No line at the head of a page is longer, in characters.
LONGEST_LINE = 110

#: What a header has and most running text has not.
_CUE = re.compile(
    r"[0-9０-９版期號号頁页]|星期|禮拜|礼拜|[週周][一二三四五六日]|day|DAY|年|机关报|機關報|(?:主[管辦办]|承印|印[刷制製])$"
)

#: What running text has and a header has not.
_RUNNING = re.compile(r"[，。！？；“”「」…的了]")


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


#: What parts the parts; a paper's site puts the ways to its other pages there too.
_GAP = (
    r"(?:[\s|/·•‧・●■◆○□,:;()\[\]【】—–~<>《》▲▼+-]"
    r"|(?<!\p{Han})[上下]一[版期](?!\p{Han}))++"
)

_WEEKDAY = (
    r"(?:星期|周|礼拜)\s?[一二三四五六日天](?!报)"
    r"|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN))\b\.?"
)

_MOON = r"闰?[正一二三四五六七八九十冬腊]{1,2}月(?:[大小]\s?)?"
#: The day of the old calendar beside that of the new: 甲辰年正月廿七.
_LUNAR = (
    r"(?:农历|夏历|阴历)?\s?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
    r"[鼠牛虎兔龙蛇马羊猴鸡狗猪]?年"
    rf"(?:\s?{_MOON}(?:初|廿|卅)?[一二三四五六七八九十]{{0,3}}日?)?"
    rf"|(?:农历|夏历|阴历)?\s?{_MOON}(?:初|廿|卅|十|二十|三十)[一二三四五六七八九十]?日?"
)

_COUNT = r"[0-9〇零一二三四五六七八九十百千万]{1,9}"
#: The number of the issue and of its pages, and what a publisher must print.
_ISSUE = (
    rf"(?:(?:19|20)[0-9]{{2}}年\s?)?\(?(?:总|新|复刊|试刊)?\s?第\s?{_COUNT}\s?[期号辑卷]\)?"
    rf"(?:\(总第?\s?{_COUNT}\s?[期号]\))?"
    rf"|(?:19|20)[0-9]{{2}}年\s?\(总第?\s?{_COUNT}\s?[期号]\)"
    r"|(?:今日|本期|今天|共)共?\s?[0-9一二三四五六七八九十]{1,3}\s?[版页](?!\p{Han})"
    r"|CN\s?[0-9]{2}\s?-\s?[0-9]{4}(?:/\w{1,2})?|ISSN\s?[0-9X-]{8,9}"
    r"|(?:邮发)?代号\s?:?\s?[0-9]{1,2}\s?-\s?[0-9]{1,4}"
    r"|[0-9]{4}年[0-9]{1,2}月创刊|创刊于[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
)

#: The number under which the paper is registered, behind the label.
_REGISTERED = r"\s?:?\s?\(?[\p{Han}A-Z]{0,4}\s?[0-9A-Z/—-]{3,20}(?:/?\([A-Z]\))?\)?号?"

_PAGE = (
    r"第\s?[A-Z]?\s?[0-9]{1,3}\s?(?:-\s?[0-9]{1,3}\s?)?[版页](?!\p{Han}{3})"
    r"|第[一二三四五六七八九十]{1,3}[版页张]|[A-Z]?[0-9]{1,3}\s?版"
    r"|[A-Z]{1,2}\s?叠?\s?[0-9]{1,3}(?:\s?[-/、·]\s?[A-Z]?[0-9]{1,3})?(?![0-9A-Za-z.])"
    r"|[一二三四五六七八九十]版(?!\p{Han})"
)

_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
#: A day without its year, or in English.
_MONTH = (
    r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?"
    r"(?:[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})\s?日"
    rf"|(?:{_NAMES}|{_SHORT}|{_NAMES.upper()}|{_SHORT.upper()})\.?\s[0-9]{{1,2}}(?:,\s?[0-9]{{4}})?"
    rf"|[0-9]{{1,2}}\s(?:{_NAMES}|{_SHORT})\.?\s[0-9]{{4}}"
)

_SITE = r"(?:https?://)?(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,10}(?:/[\w./-]{0,60})?(?![A-Za-z@])"


#: Any other name of a paper; 喜报, 预报 and their like are none.
OWN_NAME = r"\p{Han}{3,8}(?<![简快通捷汇预喜战海申情举警播谎填回书电墙板看订读登])报"

#: The name with its characters set apart: 人　民　日　报.
_SPREAD_NAME = r"(?<!\p{Han})\p{Han}(?:\s{1,2}\p{Han}){1,6}\s{1,2}报(?!\p{Han})"

_CAPITAL = "[A-Z][A-Za-z]"

#: Words that no table knows: the name of a section, of a special issue, either in English.
#: Only a day with its weekday or its page vouches for them.
_OTHERS = frozenset(("word", "latin"))

#: What ends a name: no word goes on with it, but a day may stand right behind.
_END = r"(?:(?!\p{Han})|(?=(?:一九|二[〇零○])[〇零○一二三四五六七八九]{2}年))"


@lru_cache(maxsize=8)
def _part(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """One part of a header; the group's name says which."""
    furniture = vocabulary.table("furniture")
    sections = alternation(furniture.words_where("kind", "section"))
    titles = alternation(furniture.words_where("kind", "title"))
    papers = alternation(
        [name for name in outlets(vocabulary) if name[-1] == "报" and name[0] not in "本我"]
    )
    labels = vocabulary.table("labels")
    registration = alternation(labels.words_where("says", "registration"))
    publishes = alternation(labels.words_where("says", "publishes"))
    terms = alternation(vocabulary.table("solar_terms").words)
    publishers = alternation(vocabulary.table("bodies").words_where("place", "publisher"))
    # 要　闻: a word of two characters is spread, apart from its neighbours
    short = [word for word in furniture.words_where("kind", "section") if len(word) == 2]
    spaced = rf"(?<!\p{{Han}}){alternation([f'{word[0]} {word[1]}' for word in short])}"
    parts = {
        "gap": _GAP,
        "day": DAY,
        "weekday": _WEEKDAY,
        "lunar": rf"{_LUNAR}|今日{terms}",
        "issue": rf"{_ISSUE}|{registration}{_REGISTERED}"
        rf"|\p{{Han}}{{1,16}}{publishers}{publishes}(?!\p{{Han}})",
        "page": _PAGE,
        "month": _MONTH,
        "site": _SITE,
        "number": r"[0-9]{1,4}(?![0-9.:%年月日])",
        "section": rf"(?:{sections}(?:版|新闻|周刊|专刊|特刊)?|{spaced}){_END}",
        "publication": rf"(?:\p{{Han}}{{1,10}}?{titles}|{OWN_NAME}|{papers}|申报){_END}"
        rf"|{_SPREAD_NAME}",
        "spelled": r"(?<![A-Za-z])[A-Z]{3,}(?:\s[A-Z]{2,}){0,3}(?![A-Za-z0-9])",
        "word": r"(?![下上]?[转接续])(?:自由|和平|共和|(?![及由至和与为从起加])\p{Han}){2,6}+"
        r"(?!\p{Han})",
        "latin": rf"(?<![A-Za-z]){_CAPITAL}{{2,14}}(?:\s(?:&\s)?{_CAPITAL}{{1,14}}){{0,3}}"
        r"(?![A-Za-z0-9])",
    }
    return regex.compile("|".join(f"(?P<{name}>{part})" for name, part in parts.items()))


def read_header(line: Excerpt, vocabulary: Vocabulary) -> Header | None:
    """The parts of a line that holds nothing but what stands at a page's head."""
    printed = line.text
    if not 2 <= len(printed) <= LONGEST_LINE or _RUNNING.search(printed):
        return None
    if _CUE.search(printed) is None:
        return None
    copy = folded(printed)
    if copy.count("(") != copy.count(")"):
        return None  # half of a line
    return _parts(copy, vocabulary)


@lru_cache(maxsize=64)  # a page's furniture is read by its lines, its edges and its folio
def _parts(copy: str, vocabulary: Vocabulary) -> Header | None:
    """The parts of a folded line, if it holds nothing else."""
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
            words += name in _OTHERS
        at = found.end()
    if not parts or words > 2:
        return None
    named = {name for name, _, _ in parts}
    if named == {"spelled"}:
        return None
    vouched = "day" in named and bool(named & {"weekday", "lunar", "page"})
    if words and not vouched and not _PAGE_NAMED.fullmatch(copy.strip()):
        return None
    firm = [(name if name != "word" else "section", start, end) for name, start, end in parts]
    return Header(tuple(firm))


#: A page by its number with its name: 第7版　健康生活.
_PAGE_NAMED = regex.compile(r"第\s?[A-Z]?[0-9]{1,3}\s?版[\s:|·/]+\p{Han}{2,6}")


#: No paper's name with its section is longer, in characters.
LONGEST_NAME = 20
#: No paper's name in letters is.
LONGEST_SPELLED = 36


#: How the names of papers end; 简报 and 研究 end the names of columns too.
_PAPER = re.compile(r"(?<![简快通捷汇])报$|[周月旬季]刊$|时讯$")


#: A paper's name in letters: RENMIN RIBAO, GUANGMING DAILY, China Youth Daily.
_SPELLED = regex.compile(
    r"(?:[A-Z]{2,9}\s?){1,5}BAO"
    r"|(?:[A-Z][A-Za-z&]{1,14}\s){1,4}(?:Daily|DAILY|News|NEWS|Times|TIMES|Weekly|WEEKLY)"
)

#: A section with its page: 读者来信　17, 新加坡 | 7, 07 法治社会, B48 信息披露 Disclosure.
_NUMBERED = regex.compile(
    r"\p{Han}{2,6}(?:\s+|\s*[|丨/·]\s*)[A-Z]?[0-9]{1,2}"
    r"|(?:[0-9]{2}|[A-Z]{1,2}[0-9]{1,2})(?:\s+|\s*[|丨/·]\s*)\p{Han}{2,6}(?:\s+[A-Z][A-Za-z]{2,14})?"
)

#: The same at a folio, where one of three characters is no other word: 健康报.
_OWN_NAME = regex.compile(
    rf"(?P<publication>{OWN_NAME}|\p{{Han}}{{2}}(?<![简快通捷预喜战海申情举警播书电墙板看订读登])报)$"
)

#: How a paper's name ends that the table of outlets has: 参考消息.
_KNOWN_PAPER = re.compile("(?:报|消息)$")

_OF_RUNNING_HEADS = frozenset(("gap", "publication", "section", "lunar", "weekday"))


def names_known_paper(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name is that of a paper which the table of outlets has: 参考消息."""
    known = _KNOWN_PAPER.search(name) is not None
    return known and name in vocabulary.table("agencies").words


def read_running_head(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Which of "publication", "section", "lunar", "weekday" a line is made of; else nothing.

    The name in letters is "spelled", and a section's page "number".

    Such a line belongs to the page only where a folio stands beside it: 体育
    stands over articles too.
    """
    if len(text) <= LONGEST_SPELLED and _SPELLED.fullmatch(text.strip()):
        return frozenset(("spelled",))
    if not 2 <= len(text) <= LONGEST_NAME or _RUNNING.search(text):
        return frozenset()
    copy = folded(text)
    if names_known_paper("".join(copy.split()), vocabulary):
        return frozenset(("publication",))
    if _NUMBERED.fullmatch(copy):
        return frozenset(("section", "number"))
    pattern = _part(vocabulary)
    named: list[str] = []
    at = 0
    while at < len(copy):
        found = pattern.match(copy, at)
        if found is None or found.lastgroup not in _OF_RUNNING_HEADS:
            found = _OWN_NAME.match(copy, at)
            if found is None:
                return frozenset()
        if found.lastgroup == "publication" and not _PAPER.search(found[0]):
            return frozenset()
        if found.lastgroup != "gap":
            named.append(str(found.lastgroup))
        at = found.end()
    two = named == ["section", "section"]  # 国际·要闻
    return frozenset(named) if two or len(named) == len(set(named)) else frozenset()

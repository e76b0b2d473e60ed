"""From which outlet is this piece taken?"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex
from attrs import frozen

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.bylines import read_line
from zhnews.fields.days import DAY, iso_day
from zhnews.fields.names import folded, names_between
from zhnews.fields.outlets import named, outlets, titled
from zhnews.fields.readings import Credit, Draft, Reading
from zhnews.vocab import STANDARD, Vocabulary, alternation
from zhnews.vocab.cues import cue_pattern

__all__ = ["Source", "read_agencies", "read_source", "split_trailing_source"]

#: No source line is longer, in characters.
LONGEST_LINE = 70


@frozen
class Source:
    """A source line: the outlet a piece is taken from.

    Attributes:
        text: The whole line.
        outlet: Its name as printed, without 《》: 经济参考报.
        date: The day of publication as ISO 8601; None where none is printed,
            or one that cannot be.
        credits: Who is named with it: 摘自《大众科学》 王小丁/文.
    """

    text: Excerpt
    outlet: Excerpt
    date: str | None
    credits: tuple[Credit, ...] = ()


#: What running text ends with, and no source line.
_NO_END = frozenset("，。；！？")

#: A line without a label holds a full day, and so a digit or a Han numeral year.
#: Each form behind its first character: the search skips to one of these.
_NUMERAL = "〇○零一二三四五六七八九"
_DAY_CUE = re.compile(
    rf"[0-9０-９{_NUMERAL}民](?:(?<=[0-9０-９])[0-9０-９]{{3}}"
    rf"|(?<=[{_NUMERAL}])[{_NUMERAL}]{{3}}\s?年|(?<=民)[国國])"
)


def read_source(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> Source | None:
    """The source that a line states; None for any other line.

    >>> source = read_source("《金融透视》 2022-11-30")
    >>> source.outlet.text, source.date
    ('金融透视', '2022-11-30')
    >>> read_source("来源：新华网").outlet.text
    '新华网'
    >>> clipping = read_source("（摘自《大众科学》 王小丁/文）")
    >>> clipping.outlet.text, clipping.credits[0].name.text
    ('大众科学', '王小丁')
    >>> read_source("2024年3月7日 星期四") is None  # a folio
    True
    """
    passage = text_of(text)
    printed = passage.text
    if not 3 <= len(printed) <= LONGEST_LINE or printed[-1] in _NO_END:
        return None
    if printed[0] in _OPENING and (agencies := read_agencies(passage, vocabulary)) is not None:
        return agencies
    colons = printed.count("：") + printed.count(":")
    if colons > 1 and (labels := _read_labels(passage, vocabulary)) is not None:
        return labels
    labelled = _cue(vocabulary).search(printed, 0, 12) is not None
    clipped = "《" in printed and printed.strip()[:1] in _OPENING
    if not labelled and not clipped and not _DAY_CUE.search(printed):
        return None
    line = folded(printed)
    if clipped and (clipping := _read_clipping(passage, line, vocabulary)) is not None:
        return clipping
    forms = _forms(vocabulary)
    found = forms[0].fullmatch(line) if labelled else None
    signed = found is None or not labelled
    if found is None:
        found = forms[1].fullmatch(line) or forms[2].fullmatch(line) or forms[3].fullmatch(line)
    if found is None or not _is_outlet(found, vocabulary):
        return None
    start, end = found.span("outlet")
    if signed and _signer().search(line, start, end) and "年" in line[end:]:
        return None  # the office that signs an announcement
    return Source(
        passage, passage[start:end].strip(), _day(found), _named(passage, line, found, vocabulary)
    )


def _named(
    passage: Excerpt, line: str, found: regex.Match[str], vocabulary: Vocabulary
) -> tuple[Credit, ...]:
    """Who is named in a source line; right behind the outlet its own reporter."""
    spans = found.spans("author") if "author" in found.re.groupindex else []
    if not spans:
        return ()
    start, end = spans[0]
    outlet = found.span("outlet")
    own = not line[outlet[1] : start].strip() and read_line(line, outlet[0], end, vocabulary)
    reading = own or read_line(line, start, end, vocabulary)
    return reading.credits(passage) if reading else ()


#: What a digest's note in brackets begins with.
_OPENING = ("(", "（", "[", "［", "【")


def split_trailing_source(
    text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD
) -> tuple[Excerpt, Source | None]:
    """A paragraph, and the note in brackets behind its last sentence that says where it is from.

    The first is the text itself where no such note ends it.

    >>> rest, source = split_trailing_source("庆祝活动持续三天。（据新华社电）")
    >>> rest.text, source.outlet.text
    ('庆祝活动持续三天。', '新华社')
    >>> split_trailing_source("他爱读报（据《今晚报》报道）")[1] is None  # within a sentence
    True
    """
    passage = text_of(text)
    found = _NOTE.search(passage.text, max(0, len(passage) - LONGEST_NOTE))
    if found is None:
        return passage, None
    note = passage[found.start() :].strip()
    if note.text[0] in _OPENING:
        source = read_source(note, vocabulary=vocabulary)
    else:
        source = read_agencies(note, vocabulary)
    return (passage, None) if source is None else (passage[: found.start()], source)


#: No such note is longer, in characters; and what it begins with, behind a stop.
LONGEST_NOTE = 40
_NOTE = re.compile(
    r"(?<=[。！？”…」])(?:\s*[（(](?:据|據|综合|綜合|原载|原載|[转轉摘选選])[^（()）]+[)）]\s*\Z"
    r"|\s*[（(]\w{1,6}[社网網](?:[／/、]\w{1,6}[社网網]){0,3}[)）]\s*\Z"
    r"|[ \u3000]{2,}\w{1,6}社(?:[／/、]\w{1,6}社){0,3}\Z)"
)


def read_agencies(passage: Excerpt, vocabulary: Vocabulary) -> Source | None:
    """The agencies under a piece, and no more: （美聯社／法新社）, or set apart from its end."""
    own = passage.text.strip("（）()[]［］【】 \u3000")
    at = passage.text.index(own) if own else 0
    known = outlets(vocabulary)
    names = re.split(r"[/、]", folded(own))
    if not own or any(name not in known or name[0] in "本我" for name in names):
        return None
    return Source(passage, passage[at : at + len(own)], None)


def _read_labels(passage: Excerpt, vocabulary: Vocabulary) -> Source | None:
    """The line under the headlines of a site: each of its pieces has a label.

    来源：新华网 作者：李敏 时间：2021-06-07; in any order, perhaps with the day first and how
    often the piece was read.
    """
    line = folded(passage.text)
    words = vocabulary.table("source_words")
    labels, days = (words.words_where("kind", kind) for kind in ("label", "day"))
    counts = words.words_where("kind", "count")
    known = list(_LABEL.finditer(line))
    if not any(found["label"] in labels for found in known):
        return None
    first = _STAMP.fullmatch(line[: known[0].start()])
    if first is None and line[: known[0].start()].strip(" ([【"):
        return None
    outlet: tuple[int, int] | None = None
    day = first["day"] if first is not None else None
    drafts: list[Draft] = []
    for found, follower in zip(known, [*known[1:], None], strict=True):
        start, end = found.end(), follower.start() if follower is not None else len(line)
        end = start + len(line[start:end].rstrip(" )]】|,;"))
        value = line[start:end].strip()
        if found["label"] in labels:
            said = _OUTLET.fullmatch(value)
            if outlet is not None or said is None or not _is_outlet(said, vocabulary):
                return None
            at = start + line[start:end].index(said["outlet"])
            outlet, day = (at, at + len(said["outlet"])), day or said["day"]
        elif found["label"] in days:
            stamp = _STAMP.fullmatch(value)
            if stamp is None:
                return None
            day = day or stamp["day"]
        elif found["label"] not in counts or not value.isdigit():
            reading = read_line(line, found.start("label"), end, vocabulary)
            if reading is None or not reading.drafts:
                return None
            drafts += reading.drafts
    if outlet is None:
        return None
    credits_ = Reading(tuple(drafts), "byline").credits(passage)
    return Source(passage, passage[slice(*outlet)], iso_day(day) if day else None, credits_)


#: A label and its colon; no mark but white space, a bar or a bracket parts it from what is
#: before it. What stands behind one: an outlet, perhaps with its day, or a day.
_LABEL = regex.compile(r"(?:^|[\s|([【])\s*(?P<label>\p{Han}{2,6})\s?:")
_TIME = r"(?:[\s,T]*[0-9]{1,2}[:时点][0-9]{2}(?:[:分][0-9]{2}秒?)?分?)?"
_STAMP = regex.compile(rf"[\s([【]*(?P<day>{DAY}){_TIME}[\s)\]】|,]*")
_OUTLET = regex.compile(
    rf"《?(?P<outlet>[\p{{Han}}A-Za-z0-9+·&.“”-]{{2,24}})》?(?:[\s,/|(]+(?P<day>{DAY}){_TIME})?"
)


def _read_clipping(passage: Excerpt, line: str, vocabulary: Vocabulary) -> Source | None:
    """The note of a digest under a piece: the paper, its day or number, who wrote the piece.

    （摘自《大众科学》 王小丁/文）, （5月16日《今晚报》）, （王小丁摘自《读者》）.
    """
    found = _clipping().fullmatch(line)
    if found is None:
        return None
    label = found["label"] or found["clips"]
    if not label and not found["issued"] and not found["day"]:
        return None
    drafts: list[Draft] = []
    for group, role in (("clipper", "compiler"), ("author", "author")):
        if found[group]:
            names = names_between(line, *found.span(group), vocabulary, job="signed")
            if not names:
                return None
            drafts += [Draft(name, role, None) for name in names]
    credits_ = Reading(tuple(drafts), "byline").credits(passage)
    day = iso_day(found["issued"]) if found["issued"] else None
    return Source(passage, passage[slice(*found.span("outlet"))], day, credits_)


@cache
def _clipping() -> regex.Pattern[str]:
    day = r"(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|(?:[0-9]{4}\.)?[0-9]{1,2}\.[0-9]{1,2}"
    number = r"(?:[0-9]{4}年?)?\s?第?\s?[0-9]{1,3}期|[0-9]{4}\.[0-9]{1,2}"
    names = r"\p{Han}{2,4}?(?:[\s、]\p{Han}{2,4}?){0,2}"
    return regex.compile(
        rf"""
        \s*[(\[【]\s*
        (?:(?P<clipper>{names})\s?(?P<clips>[摘荐选]自)|(?P<label>原?[摘选转]自|原载于?|据|转载自))?
        \s*[:/]?\s*(?P<day>{day})?\s*
        《(?P<outlet>[^《》]{{2,24}})》(?:杂志|网站|报|客户端)?
        [\s,]*(?P<issued>{day}|{number})?(?:报道|消息)?
        (?:[\s,、/]*(?:作者|文)?\s?[:/]?\s*(?P<author>(?!略?有|内容有|原文){names})(?:\s?[/◎]?\s?文)?)?
        (?:\s*,?(?:原文)?(?:略?有|内容有)(?:删[节改减]|改动|删节和改动))?
        \s*[)\]】]\s*
        """,
        regex.VERBOSE,
    )


@lru_cache(maxsize=8)
def _cue(vocabulary: Vocabulary) -> re.Pattern[str]:
    labels = vocabulary.table("source_words").words_where("kind", "label")
    return cue_pattern((*labels, "据", "综合"))


def _day(found: regex.Match[str]) -> str | None:
    return iso_day(found["day"]) if found["day"] else None


@lru_cache(maxsize=8)
def _forms(vocabulary: Vocabulary) -> tuple[regex.Pattern[str], ...]:
    """The forms: with a label; outlet, day; day, outlet; a periodical's number."""
    known, ending = named(vocabulary), titled(vocabulary)
    time = r"(?:[\s,T]*[0-9]{1,2}[:时点][0-9]{2}(?:[:分][0-9]{2}秒?)?分?)?"
    words = vocabulary.table("source_words")
    label = alternation(words.words_where("kind", "label"))
    when = rf"{alternation(words.words_where('kind', 'day'))}?\s*:?\s*"
    page = r"(?:[\s,]*(?:第\s?)?(?:[A-Z]?[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s?[版期])?"
    day = rf"[\s,/|(·:—-]*{when}(?P<day>{DAY}){time}{page}\s*\)?"
    issue = r"[\s,(]*[0-9]{4}年?第?\s?[0-9]{1,3}(?:-[0-9]{1,2})?期\s*\)?"
    name = r"[\p{Han}A-Za-z0-9+·《》/、“”&.-]"
    outlet = rf"(?P<outlet>{name}(?:{name}|\s(?=[A-Za-z《\p{{Han}}])){{1,24}}?)"
    strict = rf"(?P<outlet>{known}|[\p{{Han}}A-Za-z0-9+·]{{1,14}}{ending})"
    quoted = r"《(?P<outlet>[^《》]{2,24})》(?:网站|客户端|微信公众号)?"
    open_, close = r"\s*[-—–]*\s*[(\[【]?\s*", r"\s*[)\]】]?\s*"
    # 本组稿件均据新华社, 据新华社北京11月5日电
    all_ = (
        r"(?:(?:本组|本版|本栏目?|以上|上述)?(?:稿件|文字|内容|消息|报道|新闻|文图|图文)?"
        r"(?:除署名外)?,?(?:均|皆|都)?)"
    )
    filed = r"(?<=[社报网台])\p{Han}{0,8}(?:[0-9]{1,2}月)?[0-9]{1,2}日[电讯]"
    author = (
        r"(?:\s+(?P<author>(?:作者|记者|编辑|责编|责任编辑)\s*:?\s*"
        r"\p{Han}{2,4}(?:\s\p{Han}{2,4}){0,3}))?"
    )
    before = r"(?:\s*(?P<author>(?:作者|记者)\s*:?\s*\p{Han}{2,4}(?:\s\p{Han}{2,4}){0,3}))?"
    return (
        regex.compile(
            rf"{open_}(?:{label}(?:\s*[:/|]\s*|\s+|(?<!来源)|(?=《|{known}))|{all_}据(?=.{{2,16}}(?:报道|消息|电)?[)\]】]\s*$)"
            rf"|综合自(?=.{{2,30}}[)\]】]\s*$)|综合(?=(?:{known}|\p{{Han}}{{2,8}}{ending}).{{0,24}}(?:报道|消息|电)[)\]】]\s*$)"
            rf"|{all_}(?<=[均皆都])据(?=(?:{known}|\p{{Han}}{{2,8}}{ending})(?:综合)?(?:报道|消息|电|稿)?$))"
            rf"(?:{quoted}|{outlet})(?:{filed}|报道|消息|网站|电)?(?:{day}|{issue})?{author}{close}",
        ),
        regex.compile(rf"{open_}(?:{quoted}|{outlet}){before}{day}{author}{close}"),
        regex.compile(
            rf"{open_}(?P<day>{DAY}){time}[\s,|/·]*(?:{label}\s*:?\s*(?:{quoted}|{outlet})|{quoted}|{strict}){author}{close}",
        ),
        regex.compile(rf"{open_}{quoted}{issue}{close}(?P<day>(?!))?"),
    )


@lru_cache(maxsize=8)
def _no_outlet(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """Words of running text, of labels and of offices, which no outlet's name has."""
    begins = alternation(vocabulary.table("source_words").words_where("kind", "other"))
    ends = alternation(vocabulary.table("bodies").words_where("place", "no-outlet"))
    return regex.compile(
        rf"""
          [编摘翻]译自|(?:记者|作者)\s|^(?:介绍|统计|了解|报道|记者)$|记载$|^不[明详一清]
        | ^(?:{begins}|周[一二三四五六日]|第[0-9]|第[一二三四五六七八九十]+[期版届次]
            |至|自(?!由|然)|从|在|到|昨)
        | (?:{ends}|星期.|(?<!海外|国际|网络|中文|英文|电子)版|期)$
        | ^(?:[0-9]+|[A-Za-z]?[0-9]{{1,3}})$|^[0-9]+[.年/-]|[，。！？：]
        """,
        regex.VERBOSE,
    )


@cache
def _signer() -> regex.Pattern[str]:
    """An office or a school, which signs an announcement and its day; a 新闻中心 is an outlet."""
    offices = alternation(STANDARD.table("bodies").words_where("place", "signer"))
    return regex.compile(rf"(?:{offices}|(?<!媒体|新闻|传媒)中心)\s*$")


def _is_outlet(found: regex.Match[str], vocabulary: Vocabulary) -> bool:
    outlet = found["outlet"].strip()
    if len(outlet) < 2 or _no_outlet(vocabulary).search(outlet):
        return False
    return outlet.count("《") == outlet.count("》")

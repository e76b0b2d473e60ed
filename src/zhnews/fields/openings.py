"""Which words before the first sentence are a dateline?

The forms of the 电头: agency, place, day and mark (新华社北京3月5日电), a
reporter in it (中央社記者甘祐安台北20日電), the same in brackets.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex
from attrs import evolve, frozen

from zhnews.fields.bylines import read_line
from zhnews.fields.lexicon import lexicon
from zhnews.fields.marks import DATE, DAY_BEGINS, HOUR, NOT_A_MARK, mark, marks, to
from zhnews.fields.names import names_between
from zhnews.fields.outlets import any_outlet, named, titled
from zhnews.fields.readings import Draft
from zhnews.vocab import Vocabulary, alternation

__all__ = [
    "BOUNDARY",
    "CLOSE",
    "FURTHEST_MARK",
    "Core",
    "filing",
    "may_go_on",
    "read_filing",
    "read_opening",
    "signed",
]

#: The mark of a dateline stands among so many first characters.
FURTHEST_MARK = 60


@frozen
class Core:
    """A dateline by its offsets in the folded text."""

    start: int
    end: int
    agency: tuple[int, int] | None = None
    place: tuple[int, int] | None = None
    day: str | None = None
    drafts: tuple[Draft, ...] = ()


_JOB = r"(?:(?:特派|特约|实习|见习|首席|全媒体)?记者|特派员|编译|通讯员)"


@cache
def _any_mark() -> re.Pattern[str]:
    """What every dateline has that no bracket opens."""
    return re.compile(alternation(("电", "讯", *marks("dated", "signed"))))


@lru_cache(maxsize=8)
def _plain(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """新华社北京3月5日电, 本报讯."""
    one = any_outlet(vocabulary)
    place = r"(?P<place>[\p{Han}/·、-]{2,15}?)"
    sort = mark("sort") + "{0,2}"
    return regex.compile(
        rf"""
        (?:综合|据|摘自)?+
        (?P<agency>{one}(?:\s?[·/、-]\s?{one}){{0,3}})\s?
        (?:
            {place}??{to(DAY_BEGINS)}\s?(?P<date>{DATE})\s?{HOUR}
            (?P<dated>{sort}(?:[电讯]{NOT_A_MARK}|{mark("dated")}))
          | {place}??{to("电讯", "sort", "bare")}\s?
            (?P<mark>{sort}(?:[电讯]{NOT_A_MARK}|{mark("bare")}))
        )
        """,
        regex.VERBOSE,
    )


@lru_cache(maxsize=8)
def _digest(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """综合新华社、中新社报道."""
    one = any_outlet(vocabulary)
    return regex.compile(
        rf"综合(?P<agency>{one}(?:\s?、\s?{one}){{0,4}})等?(?:媒体)?(?:{mark('told')}|电)"
    )


@lru_cache(maxsize=8)
def _told(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """环球网报道, before the reporters in the same brackets."""
    return regex.compile(rf"(?P<agency>{any_outlet(vocabulary)})(?:综合)?{mark('told')}\s+")


@lru_cache(maxsize=8)
def _signed_so_far(vocabulary: Vocabulary) -> re.Pattern[str]:
    """本报记者 甘祐安: the usual beginning of what ``_reporter`` finds, to the line's end."""
    known = rf"{named(vocabulary)}(?!{titled(vocabulary)})"
    return re.compile(rf"(?:{known}\s?)?{_JOB}\s?[\u4e00-\u9fffA-Za-z·/、\s-]{{0,40}}\Z")


@lru_cache(maxsize=8)
def filing(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """中央社记者甘祐安台北20日电, 记者姚怡君/台北报导, 侨报记者邱晨11月5日纽约报道."""
    to_mark = to(f"{DAY_BEGINS}电讯", "way", "signed")
    return regex.compile(
        rf"""
        (?:(?P<agency>{any_outlet(vocabulary)})\s?)??
        (?P<job>(?:[派常]?驻\p{{Han}}{{1,6}}?)?{_JOB}|(?<=[报社])\p{{Han}}{{2,5}}特派员)\s?
        (?P<body>[\p{{Han}}A-Za-z·/、\s-]{{2,40}}?){to_mark}\s?
        (?:(?P<date>{DATE})\s?(?P<at>\p{{Han}}{{2,8}}?(?={mark("signed")}))?)?
        (?P<mark>[电讯]{NOT_A_MARK}|{mark("way")}*{mark("signed")})
        """,
        regex.VERBOSE,
    )


@lru_cache(maxsize=8)
def _inside(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """Any other words in brackets that end as a dateline does."""
    return regex.compile(
        rf"""
        (?:(?P<agency>{named(vocabulary)})[\s/·]*)?+[\p{{Han}}A-Za-z/·\s《》、]{{0,24}}?
        (?:(?P<date>{DATE})\s?)?
        (?:综合|外电)*{mark("enclosed")}
        """,
        regex.VERBOSE,
    )


#: What may follow a dateline that no day vouches for.
BOUNDARY = regex.compile(r"\s|[(\[:,【—]|$|记者|通讯员|题")

CLOSE = {"(": ")", "[": "]", "【": "】", "〔": "〕", "<": ">", "〈": "〉"}


@lru_cache(maxsize=64)  # a line's opening is asked for by the line, its wraps, its paragraph
def read_opening(line: str, start: int, vocabulary: Vocabulary) -> tuple[Core | None, int]:
    """The dateline at the start of a line, and where it ends."""
    if start >= len(line):
        return None, start
    close = CLOSE.get(line[start])
    if close is not None:
        end = line.find(close, start + 1, start + FURTHEST_MARK)
        if end < 0:
            return None, start
        return _bracketed(line, start + 1, end, vocabulary), end + 1
    if not _any_mark().search(line, start):
        return None, start
    plain = _plain(vocabulary).match(line, start)
    if plain is not None and _is_dateline(line, plain, vocabulary):
        return _core(plain), plain.end()
    if line[start] == "本":
        local = _LOCAL.match(line, start)
        if local is not None:
            return Core(start, local.end()), local.end()
    if line.startswith("综合", start):
        digest = _digest(vocabulary).match(line, start)
        if digest is not None and BOUNDARY.match(line, digest.end()):
            return Core(start, digest.end(), digest.span("agency")), digest.end()
    found = filing(vocabulary).match(line, start)
    if found is not None and _ends_well(line, found):
        core = read_filing(line, found, vocabulary)
        if core is not None:
            return core, found.end()
    return None, start


#: Old papers and those of small towns name no paper: 本埠讯, 本市讯（记者 李敏）.
_LOCAL = regex.compile(r"本[市埠省县港澳坡]专?讯(?=[\s:(])")


@lru_cache(maxsize=64)
def may_go_on(line: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether a text that no dateline opens may be opened by one with more text behind it.

    A column breaks datelines; but most lines that begin like one cannot become one.
    """
    if start >= len(line):
        return True
    close = CLOSE.get(line[start])
    if close is not None:
        reach = start + FURTHEST_MARK
        return len(line) < reach and line.find(close, start + 1, reach) < 0
    if _signed_so_far(vocabulary).match(line, start) and not _any_mark().search(line, start):
        return True
    patterns = [_plain(vocabulary), filing(vocabulary)]
    if line[start] == "综":
        patterns.append(_digest(vocabulary))
    for pattern in patterns:
        found = pattern.match(line, start, partial=True)
        if found is not None and (found.partial or found.end() == len(line)):
            return True
    return False


def _ends_well(line: str, found: regex.Match[str]) -> bool:
    tail = line[found.end() : found.end() + 1]
    return tail == ":" or (
        (tail.isspace() or not tail) and bool(found["date"] or _filed().search(found[0]))
    )


@cache
def _filed() -> regex.Pattern[str]:
    """A place between the name and 报道; 李敏 摄影报道 says what was done."""
    return regex.compile(
        rf"(?:\s(?!{mark('done')}*报[道导])|/(?!摄影))[\p{{Han}}·-]{{2,10}}报[道导]$"
    )


def _core(found: regex.Match[str]) -> Core:
    agency, place = found.span("agency"), found.span("place")
    return Core(
        found.start(),
        found.end(),
        agency if agency[0] >= 0 else None,
        place if place[0] >= 0 else None,
        found["date"],
    )


def _is_dateline(line: str, found: regex.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether running text does not merely begin like a dateline."""
    place = found["place"] or ""
    if not lexicon(vocabulary).is_place(place) or "特派员" in place:
        return False
    if found["dated"]:
        if found["dated"][-2:] in ("报道", "报导", "消息"):
            return BOUNDARY.match(line, found.end()) is not None
        return True
    own = found["agency"].startswith(("本", "我")) or found["agency"].endswith(("报", "社"))
    if found["mark"][-1] == "讯" and found["mark"] != "电讯" and own and len(place) <= 3:
        return True
    if len(place) > 3 and place not in lexicon(vocabulary).places:
        return False
    return BOUNDARY.match(line, found.end()) is not None


def _bracketed(line: str, start: int, end: int, vocabulary: Vocabulary) -> Core | None:
    """What stands inside the brackets of 【本報訊】 and （…20日電）."""
    inner = line.find("(", start, end)  # 【本報訊（記者 陳大文）】
    stop = inner if inner > start else end
    filed_at = _placed(vocabulary).fullmatch(line, start, stop)
    plain = _plain(vocabulary).fullmatch(line, start, stop)
    if (
        plain is not None
        and not (filed_at and filed_at["agency"])
        and _is_dateline(line[:stop], plain, vocabulary)
    ):
        return signed(_core(plain), _in_brackets(line, inner, end, vocabulary))
    outlet = _told(vocabulary).match(line, start, stop)
    told = read_line(line, outlet.end(), stop, vocabulary) if outlet is not None else None
    if outlet is not None and told is not None and told.drafts:
        core = Core(start, stop, outlet.span("agency"))
        return signed(core, told.drafts)  # 【环球网报道 记者 李明】
    found = filing(vocabulary).fullmatch(line, start, stop)
    filed = read_filing(line, found, vocabulary) if found is not None else None
    if filed is not None:
        return filed
    if filed_at is not None and (
        filed_at["date"] or filed_at["place"] in lexicon(vocabulary).places
    ):
        sent = filed_at.span("agency") if filed_at["agency"] else None
        return Core(start, stop, sent, filed_at.span("place"), filed_at["date"])
    if line[start - 1] == "(":
        own = _own_report(vocabulary).fullmatch(line, start, stop)
        return Core(start, stop, own.span("agency")) if own and line[stop + 1 :].strip() else None
    reading = read_line(line, start, stop, vocabulary)
    if reading is not None and reading.drafts and reading.kind == "byline":
        owner = reading.drafts[0].organization
        return Core(start, stop, owner, drafts=reading.drafts)
    other = _inside(vocabulary).fullmatch(line, start, stop)
    if other is None or not (other["agency"] or other["date"] or _GENERIC.match(line, start, stop)):
        return None
    agency = other.span("agency")
    drafts = _filer(line, start, stop, vocabulary)
    return Core(start, stop, agency if agency[0] >= 0 else None, None, other["date"], drafts)


#: Papers of Taiwan leave out 记者, and file from any town: 陈世宗/大甲报导.
_FILER = regex.compile(r"(?P<names>\p{Han}{2,4}(?<!组|部|中心|新闻))/\p{Han}{2,6}报导")


def _filer(line: str, start: int, stop: int, vocabulary: Vocabulary) -> tuple[Draft, ...]:
    """The reporter whom a dateline names without a job."""
    found = _FILER.fullmatch(line, start, stop)
    names = names_between(line, *found.span("names"), vocabulary) if found is not None else None
    return tuple(Draft(name, "reporter", None) for name in names or ())


@lru_cache(maxsize=8)
def _placed(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """The place first: （吉隆坡5日讯） in Malaysia and Singapore, and in old papers
    【南京五日中央社电】, 【开封十二日下午八时发专电】.
    """
    return regex.compile(
        rf"(?P<place>\p{{Han}}{{2,8}}?)(?P<date>{DATE})?"
        rf"(?(date){HOUR}发?(?P<agency>{named(vocabulary)})?)(?:综合?|[专急特快])?[讯电]"
    )


@lru_cache(maxsize=8)
def _own_report(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """A paper of Hong Kong names itself in round brackets: （星岛日报报道）."""
    return regex.compile(
        rf"(?![据综转摘原])(?P<agency>{any_outlet(vocabulary)})(?:专题|独家)?(?:报道|报导|专?讯)"
    )


_GENERIC = regex.compile(
    r"(?:特|专|外|港|综合|又)讯|本[市埠省县港澳坡](?:消息|新闻|专?讯)|[又同]电|\p{Han}{2,8}专讯|综合|即时|.{0,8}(?:中心|组|新闻)?/综合|.{2,8}/.{2,6}报导"
)


def _in_brackets(line: str, inner: int, end: int, vocabulary: Vocabulary) -> tuple[Draft, ...]:
    """The reporters of 【本報訊（記者 陳大文）】."""
    close = line.find(")", inner, end) if inner >= 0 else -1
    reading = read_line(line, inner + 1, close, vocabulary) if close > 0 else None
    return reading.drafts if reading is not None else ()


#: Marks before which a place may stand.
_FILED = ("报道", "报导", "专访", "特稿", "专电", "专讯")


def read_filing(line: str, found: regex.Match[str], vocabulary: Vocabulary) -> Core | None:
    """中央社记者甘祐安台北20日电: the names, and the place behind them."""
    left, right = found.span("body")
    filed = found["date"] is not None or found["mark"][-2:] in _FILED
    cut = _names_end(line, left, right, vocabulary) if filed and not found["at"] else right
    names = names_between(line, left, cut, vocabulary, job="glued")
    if not names:
        return None
    while cut < right and not line[cut].isalpha():
        cut += 1
    cut, right = found.span("at") if found["at"] else (cut, right)
    place = (
        (cut, right) if line[cut:right] and not _no_place().fullmatch(line, cut, right) else None
    )
    agency = found.span("agency") if found["agency"] else None
    role = {"编译": "compiler", "通讯员": "correspondent"}.get(found["job"], "reporter")
    drafts = tuple(Draft(name, role, agency) for name in names)
    return Core(found.start(), found.end(), agency, place, found["date"], drafts)


@cache
def _no_place() -> regex.Pattern[str]:
    """What stands before 报道 and is no place: how it was done."""
    return regex.compile(rf"即时|{mark('way')}{{1,2}}")


def _names_end(line: str, left: int, right: int, vocabulary: Vocabulary) -> int:
    """Where the names end and the place begins: 姚怡君／台北, 李明 北京, 甘祐安台北."""
    slash = line.rfind("/", left, right)
    if slash > left:
        return slash
    last = right
    while last > left and (line[last - 1].isalpha() or line[last - 1] == "·"):
        last -= 1
    run = line[last:right]
    places = lexicon(vocabulary).places
    known = lexicon(vocabulary)
    if last > left and line[last - 1].isspace():
        if run in places:
            return last
        if known.stands_alone(run):
            return right  # 记者李敏 王建国报道
        if line[right : right + 1] != " ":
            return last
    for cut in range(2, len(run) - 1):
        if run[cut:] in places:
            return last + cut
    if len(run) >= 4 and not known.unsurnamed.fullmatch(run):
        if run[:2] in known.compounds:
            return last + min(4, len(run) - 2 if len(run) > 4 else 4)
        return last + (2 if len(run) == 4 else 3)
    return right


def signed(core: Core, drafts: tuple[Draft, ...]) -> Core:
    """The core with its reporters; those of no other house are the agency's."""
    own = {draft.name for draft in drafts if draft.role == "reporter"}
    owned = tuple(
        Draft(draft.name, draft.role, draft.organization or core.agency)
        if draft.name in own
        else draft
        for draft in drafts
    )
    return evolve(core, drafts=(*core.drafts, *owned))

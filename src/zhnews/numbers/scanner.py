"""Where may a number or a date stand? One pass over the text.

The text is searched for characters that can begin one; what they begin is read
there and nowhere else, so that text without figures costs a search.
"""

from __future__ import annotations

import re
from decimal import localcontext
from functools import cache, lru_cache
from typing import Final

from zhnews.chinese import fold
from zhnews.numbers.calendar_words import DASH, DAY, MONTH, NEXT_MONTHS, SPACE, era_ends
from zhnews.numbers.clock import Clock, read_time
from zhnews.numbers.crowds import CROWD, past_crowd
from zhnews.numbers.damage import is_damaged, mended, moved
from zhnews.numbers.figures import HAN
from zhnews.numbers.items import Kept, kept
from zhnews.numbers.numerals import EXACT
from zhnews.numbers.plain_figures import GOES_ON
from zhnews.numbers.reader import Reader
from zhnews.numbers.stretches import YEAR_OF_A_SEASON, Reading, read_stretch
from zhnews.numbers.units import lexicon
from zhnews.numbers.usual import DATED_AFTER, LONGEST, read_plain
from zhnews.numbers.years import is_short_year
from zhnews.vocab import Vocabulary

__all__ = ["DAYS", "candidate", "folded", "hits_of", "read_numeral", "scan", "traditional_letters"]

#: Full-width signs that the patterns know, and what folding makes of them.
_WIDE: Final = {
    "％": "%", "，": ",", "．": ".", "（": "(", "）": ")", "：": ":", "；": ";", "～": "~",
    "－": "-", "／": "/", "＋": "+", "＝": "=", "＄": "$", "？": "?", "！": "!", "＠": "@",
    "＃": "#", "＿": "_", "＆": "&", "「": "“", "」": "”", "『": "‘", "』": "’", "\u3000": " ",
    "馀": "余",
}  # fmt: skip


@cache
def traditional_letters() -> re.Pattern[str]:
    """Any character that only traditional script has."""
    return re.compile(f"[{_traditional()}]")


@cache
def _to_fold() -> re.Pattern[str]:
    """Any character for which a text is folded: of traditional script, or a wide letter."""
    return re.compile(f"[{_traditional()}０-９Ａ-Ｚａ-ｚ]")


@cache
def _traditional() -> str:
    block = "".join(map(chr, range(0x4E00, 0xA000)))
    pairs = zip(block, fold(block), strict=True)
    return "".join([a for a, b in pairs if a != b and not _is_common(a)])


def _is_common(character: str) -> bool:
    """Whether simplified texts print it too (乾隆, 夥同)."""
    if character in "後於麽":  # in the set of GB 2312, but of no use there
        return False
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def folded(text: str) -> str:
    """What ``fold`` makes of a text, for the characters of this package's patterns.

    Folding looks at every character; here a search tells first whether there
    is anything but a few full-width signs to fold.

    >>> folded("增长３．５％，約")
    '增长3.5%,约'
    """
    return fold(text) if _to_fold().search(text) else _narrowed(text)


def _narrowed(text: str) -> str:
    """The text with its full-width signs half-width."""
    if not text.isascii():
        for wide, narrow in _WIDE.items():
            text = text.replace(wide, narrow)
    return text


_WEEKDAY: Final = re.compile(r"[ \t\xa0]{0,3}[(]?(?:周|星期|礼拜)[一二三四五六日天][)]?")
#: A figure that a unit of the calendar or the clock may follow.
_DATED: Final = re.compile(
    rf"(?:[0-9]{{1,4}}|[{HAN}元]{{1,5}}){SPACE}"
    rf"(?:[年时点世]|:[0-9]|个?季|(?:至|到|[{DASH}]{{1,2}}){SPACE}第?[0-9{HAN}]{{1,4}}{SPACE}[年月日号季-])"
    rf"|(?:{MONTH}){SPACE}月|(?:{DAY}){SPACE}[日号]|{NEXT_MONTHS}"
    r"|[十一二三四五六七八九]{1,2}五[”’]?(?:规划)?[期时初末]"
    rf"|[12] [0-9] [0-9] [0-9] ?年|{YEAR_OF_A_SEASON}"
    rf"|[12][0-9]{{3}}(?:[./-][0-9]| [0-9]{{1,2}} |{SPACE}(?:至|到|[{DASH}]))|(?:19|20)[0-9]{{6}}"
)
#: Years that are counted, and no year: 三十年, 15年. Those of an era are told by
#: what stands before them.
_COUNTED_YEARS: Final = re.compile(
    f"(?:[1-9][0-9]|[一二三四五六七八九]?十[一二三四五六七八九]?)年(?![代度的 \\t\\xa00-9{HAN}])"
)
#: Words that count from the issue date, after their first character.
_RELATIVE: Final = """
    (?<=今)[年天日晚晨早夜(（]|(?<=昨)[天日晚晨夜(（]|(?<=明)[年天日晚晨早(（]|(?<=去)[年(（]|(?<=[今去明])[春夏秋冬]|(?<=首)(?:季|(?=[0-9一二两三四五六七八九十]{1,2}个?[月季]))|(?<=前)[年天日]
    |(?<=后)[年天日]|(?<=大)(?:前|大?后)[年天日]
    |(?<=前)(?=(?:[ \u3000][ \t\xa0\u3000]{0,2})?[0-9一二两三四五六七八九十])
    |(?<=[上下])(?:年|半年|半月|旬|个?月|一年|一?个?季度|个?周|个?星期|个?礼拜|[上下]个?[周月星礼])
    |(?<=本)(?:年|月|周|季度|星期|礼拜|[(（](?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[)）]月)|(?<=这)(?:个月|一年|一?个?季度|个?周|个?星期|个?礼拜)
    |(?<=上)中旬|(?<=中)下?旬|(?<=[年月季])[初底末]|(?<=周)[一二三四五六日]
    |(?<=元)[月年]|(?<=星)期[一二三四五六日天]|(?<=礼)拜[一二三四五六日天]
"""


@lru_cache(maxsize=8)
def candidate(vocabulary: Vocabulary) -> re.Pattern[str]:
    """One character that may begin something, with what must follow it.

    It opens with a class of characters, which the engine searches fastest, and
    knows the signs of both widths: only where it finds something are they folded.
    """
    words = lexicon(vocabulary)
    after_digit = _class({*words.heads, *_BESIDE})
    counted = {
        word[0] for word, sort in words.sorts.items() if sort not in ("classifier", "ordinal")
    }
    after_one = _class(counted | set("时成折半分点又至到、—－-~～ .,%‰千百万亿兆比"))
    first = "今昨明去前后大上下本这中年月季周星礼首元"
    return re.compile(
        rf"""[0-9{HAN}几数半{first}](?:
            (?<=[0-9十百千万亿兆廿卅卌佰仟])
            |(?<=[二三四五六七八九两])(?:(?=[{after_digit}{HAN}]|\W|\Z)|(?<=[第是为等前比].))
            |(?<=[壹贰叁肆伍陆柒捌玖拾俩仨〇○])(?=[{HAN} \u3000又点折]|\Z)
            |(?<=第一)|(?<=一)(?=[{after_one}{HAN}]|个(?:[多半月小]|星期|礼拜|季度|百分|钟|世纪|标)|\Z)
            |(?<=零)(?:(?=[{HAN}下点时]|\Z)|(?<=比.))|(?<=参)(?=[拾佰仟万亿])
            |(?<=几)(?![乎何几])|(?<=数)(?=[十百千万亿家次天日月年周人名小个种项公米吨辆座艘起件处])
            |(?<=半)(?=[百年个小天日月{_class(counted)}])
            |{_RELATIVE}
        ){GOES_ON}?""",
        re.VERBOSE,
    )


def _class(characters: set[str]) -> str:
    """What stands in a class of characters for them and their full-width forms."""
    wide = {sign for sign, narrow in _WIDE.items() if narrow in characters}
    return "".join(sorted(map(re.escape, characters | wide)))


#: Two scripts by turns are damage, not a numeral; a range has two ends, not five.
_ONES: Final = frozenset("一二两三四五六七八九零〇○")
_GARBLED: Final = re.compile(
    r"(?:[一二两三四五六七八九零〇○][0-9]{1,9}){3,4000}|(?:[0-9][一二两三四五六七八九零〇○]){3,4000}"
)
_CHAIN: Final = re.compile(rf"(?:(?:[0-9]{{1,9}}|[{HAN}]{{1,9}})[至到]){{4,4000}}")
#: Before a month these say that it is counted by the moon: 农历, 旧历, 阴历; 闰.
_MOON_ENDS: Final = frozenset("历闰")
_MOON: Final = ("农历", "旧历", "阴历", "夏历", "闰")
_BY_MOON: Final = re.compile(rf"(?:{MONTH})月(?:初?(?:{DAY})[日号]?)?")
_LUNAR_HEADS: Final = frozenset("正一二三四五六七八九十冬腊闰")
_LUNAR: Final = re.compile(
    r"(?:二月二|三月三|六月六|七月七|九月九)(?![日号十个])"
    r"|(?:十[一二]?|[一二三四五六七八九])月"
    r"(?:初[一二三四五六七八九十]|(?:廿|二?十)[一二三四五六七八九]|[二三]?十|廿)(?![一二三四五六七八九日号个多余])"
)


#: What may follow a numeral of one character beside units: 三成, 三点五, 三至五, 三季度.
_BESIDE: Final = "成折分点又半个多余来几比至到、季世时号月期初末这那"


#: What is found of the calendar and the clock; all else counts something.
DAYS: Final = (Reading, Clock)


@lru_cache(maxsize=2)  # the quantities and the dates of one text are asked for in turn
def hits_of(text: str, vocabulary: Vocabulary) -> tuple[Kept | Reading | Clock, ...]:
    """What ``scan`` finds in a text, before folding."""
    if _to_fold().search(text):
        plain = fold(text).replace("馀", "余")
    elif candidate(vocabulary).search(text) is None and not is_damaged(text):
        return ()
    else:
        plain = _narrowed(text)
    with localcontext(EXACT):  # the host program's context may round
        if not is_damaged(plain):
            return tuple(scan(plain, vocabulary))
        whole, gaps = mended(plain)
        hits = scan(whole, vocabulary)
        return tuple([moved(hit, gaps) for hit in hits] if gaps else hits)


def scan(text: str, vocabulary: Vocabulary) -> list[Kept | Reading | Clock]:
    """Everything counted, measured or dated in a folded text, in order.

    What is found does not overlap.
    """
    search = candidate(vocabulary).search
    reader = Reader(text, vocabulary)
    hits: list[Kept | Reading | Clock] = []
    keep = hits.append
    at, due = 0, CROWD
    while (found := search(text, at)) is not None:
        start = found.start()
        hit: Kept | Reading | Clock | int | None
        if text[start] in _NUMERALS:
            hit = read_plain(reader, found)
            if hit is None:
                by_moon = text[start - 1 : start] in _MOON_ENDS and _past_moon(text, start)
                hit = by_moon or read_numeral(found, reader)
            elif not hit:  # THE_LONG_WAY
                hit = reader.read_long(found)
        else:
            hit = read_stretch(text, start)
        if hit is None:
            at = start + 1
        elif isinstance(hit, int):
            at = hit if hit > start else start + 1
        elif not isinstance(hit, DAYS):
            keep(kept(hit) if hit[0] >= reader.floor else (start, *hit[1:]))
            at = reader.floor = hit[1]
        else:
            if hit[0] < reader.floor:  # 今晚8时: 晚 is of the day before it
                hit = hit._replace(start=start)
            at = reader.floor = hit[1]
            keep(hit)
            if text[at : at + 1] in _WEEK and isinstance(hit, Reading) and _is_day(hit):
                weekday = _WEEKDAY.match(text, at)
                at = weekday.end() if weekday else at
        if len(hits) == due:
            at, due = past_crowd(text, hits[-CROWD][0], at, vocabulary), due + CROWD
    return hits


def read_numeral(found: re.Match[str], reader: Reader) -> Kept | Reading | Clock | int | None:
    """What a numeral begins: a date or a time, or else a quantity."""
    text, (start, stop) = reader.text, found.span()
    if found.lastindex is not None and stop - start <= LONGEST:
        after = text[stop : stop + 1]
        if after not in DATED_AFTER:
            return reader.read(found)
        if after in _CALENDAR and found.lastindex == 1 and _is_dated(text[start:stop], after):
            return read_stretch(text, start) or reader.read(found)
    dated = _DATED.match(text, start)
    if dated is None:
        return _past_damage(text, start) or reader.read(found)
    if text[dated.end() - 1] == "年" and _COUNTED_YEARS.match(text, start):
        before = text[start - 1 : start]
        if before not in era_ends() and not is_short_year(text, start):
            return reader.read(found)
    lunar = _LUNAR.match(text, start) if text[start] in _LUNAR_HEADS else None
    if lunar is not None:
        return lunar.end()  # 八月十五 is left as text: a calendar of its own
    if ":" in dated.group():
        return read_time(text, start) or reader.read(found)
    timed = text[dated.end() - 1] in ("时", "点")
    hit = (read_time(text, start) if timed else None) or read_stretch(text, start)
    return hit or reader.read(found)


def _past_moon(text: str, start: int) -> int | None:
    """Where the day of 农历八月十五日 ends, which the calendar does not have."""
    found = _BY_MOON.match(text, start) if text.endswith(_MOON, 0, start) else None
    return found.end() if found is not None else None


def _past_damage(text: str, start: int) -> int | None:
    """Where damage that looks like a numeral ends; None where there is none."""
    following = text[start + 1 : start + 2]
    damage = None
    if following in _ONES if text[start] <= "9" else "0" <= following <= "9":
        damage = _GARBLED.match(text, start)
    elif following in ("至", "到"):
        damage = _CHAIN.match(text, start)
    return damage.end() if damage is not None else None


def _is_day(hit: Reading) -> bool:
    """Whether a single day was read, which the day of the week behind it only explains."""
    words = hit.words if hit.last is None else hit.last
    return isinstance(words, tuple) or (words is not None and words.day is not None)


def _is_dated(digits: str, after: str) -> bool:
    """2024年, 3月: digits that are a year or a month and no count."""
    if after == "年":
        return len(digits.rstrip()) == 4
    return digits.rstrip() in _MONTHS


_MONTHS: Final = frozenset(str(month) for month in range(1, 13))


_CALENDAR: Final = ("年", "月")
_NUMERALS: Final = frozenset("0123456789几数半" + HAN)
_WEEK: Final = ("(", "周", "星", "礼", " ", "\t", "\xa0")

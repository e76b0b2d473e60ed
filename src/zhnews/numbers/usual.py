"""Is it the usual case: a figure, a unit, nothing to weigh? 16条, 3.5万吨, 三成, 四十年.

Most figures of a newspaper are. They are read here with a match and a few
look-ups; whatever has a dash, a sign, a smaller unit or an unusual neighbour
goes the long way. Both ways give the same answer, which a test holds.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from zhnews.numbers.amounts import ROLLING_ENDS, whole
from zhnews.numbers.bare import STATES, is_arabic_number, may_be_han_number
from zhnews.numbers.calendar_words import DASH, era_ends
from zhnews.numbers.counters import NO_UNIT, Counter
from zhnews.numbers.durations import iso
from zhnews.numbers.figures import HAN, plain_value
from zhnews.numbers.grouped import goes_on
from zhnews.numbers.items import Kept
from zhnews.numbers.judging import counts_in_characters, may_count
from zhnews.numbers.plain_figures import MORE, MORE_REST, REST, WHOLE, end_of, worth_of
from zhnews.numbers.ranges import JOINTS, RANGE_ON
from zhnews.numbers.surroundings import Surroundings
from zhnews.numbers.units import Unit

__all__ = [
    "DATED_AFTER", "LONGEST", "NOT_ORDINAL", "THE_LONG_WAY", "read_plain", "read_usual",
]  # fmt: skip

#: Ordinal words that are none: 第一时间, 第三方.
NOT_ORDINAL: Final = (
    "时间", "方", "者", "手资料", "手的", "夫人", "把手", "书记", "财经",
)  # fmt: skip

#: Numerals of one character that count years.
_COUNTED: Final = frozenset("123456789一二两三四五六七八九")
#: After a figure: what may make a date, a time, a plan or a chain of it.
DATED_AFTER: Final = frozenset(
    "年月日号时点世季个期初末规至到赛学财榨产:、./”’ \t\xa00123456789" + HAN + DASH
)
#: Shorter digits have no comma among them.
_SHORT: Final = 5
#: Figures of fewer digits are no year.
_SHORTER_THAN_A_YEAR: Final = 3
#: Longer figures of a cell may be a year.
_LONGEST_CELL: Final = 4
#: Longer figures may be a day without marks: 20240307.
LONGEST: Final = 7
#: Before the figure: what may be a sign, a code, an ordinal or a numeral.
_WEIGHED_BEFORE: Final = frozenset(
    "#$¥￥€£₩&+-./:=@_ \t\xa0第负下比∶−点双ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    f"0123456789{HAN}"
)
_BLANKS: Final = " \t\xa0"
_BLANK: Final = frozenset(_BLANKS)
_SCALES: Final = frozenset("百千万亿")
_ONES: Final = frozenset("一二两三四五六七八九")
_NUMERALS: Final = frozenset("0123456789" + HAN)
_FIGURES: Final = _NUMERALS.union(".几数")
#: After a loose character these may go on with the figure.
_WEIGHED_LOOSE: Final = frozenset("个点多余来几半分又成折")


#: No place in a text to look on from.
THE_LONG_WAY: Final = 0


def read_usual(here: Surroundings, found: re.Match[str]) -> Kept | int | None:
    """The item, or where to look on if there is none, or None for the long way.

    Args:
        here: The text.
        found: Where a numeral stands, with the groups of ``FIGURE``.

    >>> from zhnews.numbers.plain_figures import FIGURE
    >>> from zhnews.vocab import STANDARD
    >>> text = "约260亿元债券四十年"
    >>> read_usual(Surroundings(text, STANDARD), FIGURE.match(text, 1))[:4]
    (0, 6, 'money', 26000000000)
    >>> read_usual(Surroundings(text, STANDARD), FIGURE.match(text, 8))[2:4]
    ('duration', 'P40Y')
    """
    text, at = here.text, found.start()
    before = text[at - 1] if at else ""
    if before in _WEIGHED_BEFORE and before != "第" and _is_weighed(text, at):
        return None
    if found.lastindex is None:
        return at + 1 if before != "第" and _is_loose_word(here, at) else None
    if before == "第":
        return _ordinal(text, found)
    counter = here.counters.at(text, found.end())
    if counter is None:
        return None
    return _bare(here, found) if counter is NO_UNIT else _counted(here, found, counter)


def read_plain(here: Surroundings, found: re.Match[str]) -> Kept | int | None:
    """The same where nothing makes a date or a time of day of the figure.

    ``THE_LONG_WAY`` says that nothing does, and only the long way tells what it
    counts; None that the calendar has to be asked first.

    The arguments are those of ``read_usual``.
    """
    text = here.text
    at, stop = found.span()
    if stop - at > LONGEST:
        return None
    before, after = text[at - 1 : at], text[stop : stop + 1]
    if before in _WEIGHED_BEFORE and _is_weighed(text, at):
        asked = found.lastindex is None or after in DATED_AFTER or before == "第"
        return None if asked else THE_LONG_WAY
    if found.lastindex is None:
        if after not in _BLANK:
            return None
        return stop if _is_loose_word(here, at) and not _is_dated(text, stop) else None
    counter = here.counters.at(text, stop)
    if counter is NO_UNIT:
        asked = after in DATED_AFTER and (
            after not in JOINTS
            or stop - at > _SHORTER_THAN_A_YEAR
            or text[stop + 1 : stop + 2] in RANGE_ON
        )
        return None if asked else _bare(here, found) or THE_LONG_WAY
    if counter is None:
        return None if after in DATED_AFTER else THE_LONG_WAY
    if counter.dated:  # 三年: no year has one character, except one of an era
        single = after == "年" and stop - at == 1 and text[at] in _COUNTED
        if not single or before in era_ends():
            return None
        return _counted(here, found, counter)
    return _counted(here, found, counter) or THE_LONG_WAY


def _is_dated(text: str, stop: int) -> bool:
    """Whether 年 and the like stand after a figure, blanks read over."""
    return text[stop : stop + 6].lstrip(_BLANKS)[:1] in DATED_AFTER


def _is_weighed(text: str, at: int) -> bool:
    """Whether more than a blank stands before the figure."""
    return text[at - 1] not in _BLANKS or text[at - 2 : at - 1] == "负"


def _ordinal(text: str, found: re.Match[str]) -> Kept | int | None:
    """第11届, 第一."""
    if found.lastindex in (MORE, MORE_REST) or text[found.start()] in _SCALES:
        return None
    value, stop = worth_of(found), end_of(found)
    after = text[stop : stop + 1]
    if after in JOINTS:
        return None  # 第3至5名
    if not isinstance(value, int) or (after.isascii() and (after.isalpha() or after in ("_", "@"))):
        return None
    if text.startswith(NOT_ORDINAL, stop):
        return stop
    return (found.start() - 1, stop, "ordinal", value, *_NOTHING_MORE)


def _bare(here: Surroundings, found: re.Match[str]) -> Kept | int | None:
    """5, 13.7万: a figure without a unit, nothing beside it that may be one."""
    last = found.lastindex
    if last == REST:
        return _bare_characters(here, found)
    text, at, stop = here.text, found.start(), end_of(found)
    after = text[stop : stop + 1]
    if last == WHOLE and after == "\n" and stop - at < _LONGEST_CELL and _is_cell(text, at):
        return (at, stop, "number", int(text[at:stop]), *_NOTHING_MORE)
    if last in (MORE, MORE_REST) or _before(text, at) in here.beside.before:
        return None
    if after and after in _BLANKS:
        after = text[stop : stop + 6].lstrip(_BLANKS)[:1]
        if after in here.beside.after or not after:
            return None
        if "0" <= after <= "9" and stop - at < _LONGEST_CELL and goes_on(text, stop):
            return None
    elif after in here.beside.after:
        if after not in JOINTS or text[stop + 1 : stop + 2] in RANGE_ON:
            return None
    elif after.isascii() and after.isalpha():
        return None
    if found[3] is None and not is_arabic_number(text, at, stop, text[at:stop], hedged=False):
        return stop
    return (at, stop, "number", worth_of(found), *_NOTHING_MORE)


def _is_cell(text: str, at: int) -> bool:
    """Whether a figure at a line's end is all of it, as in a table of one cell a line."""
    return text[at - 1 : at] == "\n" and text[at] != "0"


#: What a number has beside place, kind and value.
_NOTHING_MORE: Final = (None, None, None, None, None, None, ())


def _bare_characters(here: Surroundings, found: re.Match[str]) -> int | None:
    """一 of 一方面: characters that count nothing."""
    text, (at, stop) = here.text, found.span()
    packed, after = text[at:stop], text[stop : stop + 1]
    idle = _is_idle(here, found)
    if not idle and not _is_whole(here, found):
        return None
    if after in here.beside.joints and (after != "、" or text[stop + 1 : stop + 2] in _FIGURES):
        return None
    if _before(text, at) in here.beside.before:
        return None
    return stop if idle or not may_be_han_number(text, at, packed, after) else None


def _is_idle(here: Surroundings, found: re.Match[str]) -> bool:
    """百强, 千家万户, 万元: a scale alone counts nothing unless a hedge stands before it."""
    text, (at, stop) = here.text, found.span()
    if stop - at > 1 or text[at] not in _SCALES:
        return False
    before = text[at - 1] if at else ""
    return before != "上" and before not in here.hedges.ends


def _is_whole(here: Surroundings, found: re.Match[str]) -> bool:
    """Whether characters are one figure, and all of it."""
    text, at = here.text, found.start()
    packed = text[at : found.end(REST)]
    if packed in _ONES:
        return True
    if packed[0] in _SCALES or plain_value(packed) is None:
        return False
    if len(packed) == 1 or packed[-1] not in "千百" or found.lastindex == MORE_REST:
        return True
    return here.lexicon.unit_at(text, found.end() - 1) is None  # three 千米, or 3000 米


def _is_loose_word(here: Surroundings, at: int) -> bool:
    """一 区 一 策: a character of a letter-spaced line that no unit follows."""
    text = here.text
    if text[at] not in _ONES or text[at + 1 : at + 2] not in (" ", "\t", "\xa0"):
        return False
    after = text[at + 1 : at + 7].lstrip(_BLANKS)[:1]
    if not "\u4e00" <= after <= "\u9fff" or after in _NUMERALS:
        return False
    if after in here.beside.after:
        unit = here.lexicon.unit_at(text, at + 1)
        if unit is None or unit.sort != "classifier" or after in _WEIGHED_LOOSE:
            return False  # 一 县 counts nothing, 一 米 may
    return text[at - 1 : at] not in STATES and _before(text, at) not in here.beside.before


def _counted(here: Surroundings, found: re.Match[str], counter: Counter) -> Kept | int | None:
    """The item, with its hedges."""
    text, last, (at, stop) = here.text, found.lastindex, found.span()
    size, word, sort, kind, unit, code, weighed, _ = counter
    end = stop + size
    after = text[end : end + 1]
    if after in weighed and not _may_follow(here, end, counter):
        return None
    approx: str | None = None
    value: int | Decimal | None
    if last == WHOLE and stop - at < _SHORT:
        value = int(text[at:stop])
    else:
        value, approx = worth_of(found), "over" if last in (MORE, MORE_REST) else None
        judged = _judge(here, found, counter) if last in (REST, MORE_REST) else True
        if not judged:
            return None if judged is None else end if sort == "classifier" else stop
        if value is None:
            return None
    start, hedges = at, here.hedges
    if text[at - 1 : at] in hedges.ends:
        hedge = hedges.find_before(text, at, here.floor)
        if hedge is not None:
            start, approx = hedge[0], approx or hedge[1]
    if after in hedges.after:
        hedge = hedges.find_after(text, end)
        if hedge is not None:
            end, approx = hedge[0], approx or hedge[1]
    if sort == "time":
        return _lasting(here, start, end, (value, word, approx))
    if sort == "tenths":
        value *= 10
    elif sort == "ordinal" and not isinstance(value, int):
        return None
    item = (start, end, kind, value, None, None, unit, code, approx, None, ())
    return item if code is None else _money(here, item, at)


def _judge(here: Surroundings, found: re.Match[str], counter: Counter) -> bool | None:
    """Whether characters and unit count something; None where the long way tells."""
    at, stop = found.span()
    if not _is_whole(here, found):
        hedged = here.text[stop + counter.size : stop + counter.size + 1] in here.hedges.after
        hedged = hedged or counter.word == "把"  # 千把块
        return False if _is_idle(here, found) and not hedged else None
    unit = _new(Unit, (counter.word, counter.sort, stop + counter.size))
    judge = counts_in_characters if found.lastindex == REST else may_count
    return judge(here, at, here.text[at : found.end(REST)], unit)


#: A named tuple without the detour over its names.
_new: Final = tuple.__new__


def _may_follow(here: Surroundings, end: int, counter: Counter) -> bool:
    """Whether a character that has to be weighed behind a unit is of no weight.

    A range has another end; after one blank it is the next that counts; and a
    length or a sum goes on with another unit, not with its own (3年3年).
    """
    text = here.text
    after = text[end]
    if after in _NUMERALS:
        if counter.sort not in ("time", "money"):
            return False
        if after <= "9" and text.startswith(counter.word, end + 1):
            return True
        again = _AGAIN.match(text, end)
        return again is not None and not _completes(here, again.end(), counter)
    if after in JOINTS:
        ranges = text[end + 1 : end + 2] in RANGE_ON
        return not ranges and after not in here.lexicon.other_words.get(counter.word, ())
    return after == " " and counter.word != "个" and text[end + 1 : end + 2] not in counter.weighed


_AGAIN: Final = re.compile(r"[0-9]{1,9}")
#: After digits: what goes on with the figure, or with the sum or length before it.
_DIGITS_GO_ON: Final = frozenset(".,点多余来几个 \t\xa0分角毛" + HAN)


def _completes(here: Surroundings, at: int, counter: Counter) -> bool:
    """Whether digits that end at ``at`` may be of the length or sum before: 3年6个月, 9秒83."""
    text = here.text
    if text.startswith(counter.word, at):
        return False
    if text[at : at + 1] in _DIGITS_GO_ON or text[at : at + 1].isdigit() or counter.word[0] == "秒":
        return True
    unit = here.lexicon.word_at(text, at)
    return unit is not None and unit.sort == counter.sort


def _money(here: Surroundings, item: Kept, at: int) -> Kept | None:
    """The sum with its currency: 260亿元, 人民币285元; its figure stands at ``at``."""
    start, end, kind, value, low, high, unit, code = item[:8]
    before = _before(here.text, start)
    if before in here.lexicon.signs:
        if start < at:
            return None  # 人民币约三万元
        sign = here.currency_before(at)
        if sign is not None:
            start, code = sign[0], code or sign[2]
            if here.text[start - 1 : start] in here.hedges.ends:
                return None
            return (start, end, kind, value, low, high, unit, code, *item[8:])
    elif start == at and before in here.hedges.before:
        return None  # a hedge with blanks behind it
    return item


def _lasting(
    here: Surroundings, start: int, end: int, length: tuple[int | Decimal, str, str | None]
) -> Kept | None:
    """三年, 48小时: a length that begins and ends nowhere in the calendar."""
    value, word, approx = length
    if approx == "nearly" or here.text[start - 1 : start] in ROLLING_ENDS:
        return None
    written, parts = _length(value, *here.lexicon.times[word])
    return (start, end, "duration", written, None, None, None, None, approx, None, parts)


@lru_cache(maxsize=4096)  # as for figures
def _length(
    value: int | Decimal, designator: str, times: Decimal | int
) -> tuple[str, tuple[tuple[str, int | Decimal], ...]]:
    parts = ((designator, value if times == 1 else whole(value * times)),)
    return iso(parts), parts


def _before(text: str, at: int) -> str:
    """The last character before, blanks read over."""
    before = text[at - 1] if at else ""
    if before not in _BLANK:
        return before
    return text[max(0, at - 4) : at].rstrip(_BLANKS)[-1:]

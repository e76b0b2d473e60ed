"""Is it the usual case: a figure, a unit, nothing to weigh? 16条, 3.5万吨, 三成, 四十年.

Most figures of a newspaper are. They are read here with a match and a few
look-ups; whatever has a dash, a sign, a smaller unit or an unusual neighbour
goes the long way. Both ways give the same answer, which a test holds.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from zhnews.numbers.amounts import whole
from zhnews.numbers.bare import STATES, is_arabic_number, may_be_han_number
from zhnews.numbers.durations import iso
from zhnews.numbers.figures import HAN, plain_value
from zhnews.numbers.items import Item
from zhnews.numbers.judging import counts_in_characters
from zhnews.numbers.surroundings import Surroundings
from zhnews.numbers.tails import COMPLETED, NOT_TENTHS
from zhnews.numbers.units import Lexicon, Unit

__all__ = ["NOT_ORDINAL", "read_usual"]

#: Ordinal words that are none: 第一时间, 第三方.
NOT_ORDINAL: Final = ("时间", "方", "者", "手资料", "手的", "夫人", "把手")

_DIGITS: Final = re.compile(
    r"([0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\.([0-9]{1,8}))?(?: ?(万亿|[万亿]))?"
    r"(?! ?(?:[0-9.万亿兆百千十佰仟零多余来几点分又比:∶k\t\xa0-]|,[0-9])) ?"
)
_SHIFT: Final[dict[str | None, int]] = {None: 0, "万": 4, "亿": 8, "万亿": 12}
_CHARACTERS: Final = re.compile(
    rf"[一二两三四五六七八九十百千零〇][一二两三四五六七八九十百千万亿零〇]{{0,8}}"
    rf"(?![{HAN}0-9 \t\xa0点多余来几分又比:∶/半]|个亿)"
)
#: Before the figure: what may be a sign, a code, an ordinal or a numeral.
_WEIGHED_BEFORE: Final = frozenset(
    "#$&+-./:=@_ \t\xa0第负下比∶−点双ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    f"0123456789{HAN}"
)
_BLANKS: Final = " \t\xa0"
#: After the unit: what continues a range, a rate, a sum or a hedge.
_WEIGHED_AFTER: Final = frozenset("-—–~～－―‐‑−/至到半多余强弱又整正钱 \t\xa0.几级块角毛分")
_ONES: Final = frozenset("一二两三四五六七八九")
_NUMERALS: Final = frozenset("0123456789" + HAN)
#: After a unit of time: what goes on counting, or makes a day or an age of it.
_WEIGHED_AFTER_TIME: Final = _WEIGHED_AFTER | frozenset("和加前之以大代")
#: How words end that make a length a stretch of the calendar: 未来, 过去的, 近.
_ROLLING_ENDS: Final = frozenset("近去来后前的这上下 \t")
#: Units that a smaller one may follow, or that need the words beside them.
_WEIGHED_UNITS: Final = frozenset("块角毛分日折")
#: 个 before these belongs to a longer unit or to none: 个半小时, 个多月.
_WEIGHED_GE: Final = frozenset(" \t\xa0百多半余来亿")
#: What is told only by the long way.
_DOUBTFUL: Final = Unit("", "", -1)


def read_usual(here: Surroundings, at: int) -> Item | int | None:
    """The item, or where to look on if there is none, or None for the long way.

    >>> from zhnews.vocab import STANDARD
    >>> read_usual(Surroundings("约260亿元债券", STANDARD), 1)[:4]
    (0, 6, 'money', 26000000000)
    >>> read_usual(Surroundings("四十年", STANDARD), 0).value
    'P40Y'
    """
    text = here.text
    if at:
        before = text[at - 1]
        if before in _WEIGHED_BEFORE:
            if before == "第":
                return _ordinal(text, at)
            if before not in _BLANKS or text[at - 2 : at - 1] == "负":
                return None
    return _in_digits(here, at) if text[at] <= "9" else _in_characters(here, at)


def _ordinal(text: str, at: int) -> Item | int | None:
    """第11届, 第一."""
    stop, value = _figure(text, at)
    after = text[stop : stop + 1]
    if not isinstance(value, int) or (after.isascii() and (after.isalpha() or after in ("_", "@"))):
        return None
    if text.startswith(NOT_ORDINAL, stop):
        return stop
    return Item(at - 1, stop, "ordinal", value)


def _figure(text: str, at: int) -> tuple[int, int | Decimal | None]:
    if text[at] <= "9":
        digits = _DIGITS.match(text, at)
        return (_end(digits), _value(digits)) if digits else (at, None)
    found = _CHARACTERS.match(text, at)
    return (found.end(), plain_value(found.group())) if found else (at, None)


def _in_digits(here: Surroundings, at: int) -> Item | int | None:
    found = _DIGITS.match(here.text, at)
    if found is None:
        return None
    unit = _unit(here.text, found.end(), here.lexicon)
    if unit is None:
        return _bare(here, found)
    return _measured(here, at, _value(found), unit) if unit.word else None


def _bare(here: Surroundings, found: re.Match[str]) -> Item | int | None:
    """5, 13.7万: a figure without a unit, nothing beside it that may be one."""
    text, at, stop = here.text, found.start(), _end(found)
    if _before(text, at) in here.beside.before:
        return None
    after = text[stop : stop + 1]
    if after and after in _BLANKS:
        after = text[stop : stop + 6].lstrip(_BLANKS)[:1]
        if after in here.beside.after or not after:
            return None
    elif after in here.beside.after or (after.isascii() and after.isalpha()):
        return None
    if found[3] is None and not is_arabic_number(text, at, stop, text[at:stop], hedged=False):
        return stop
    return Item(at, stop, "number", _value(found))


def _in_characters(here: Surroundings, at: int) -> Item | int | None:
    text = here.text
    found = _CHARACTERS.match(text, at)
    if found is None:
        return at + 1 if _is_loose_word(here, at) else None
    packed, stop = found.group(), found.end()
    value = plain_value(packed)
    if value is None or (packed[0] in "百千" and (len(packed) == 1 or text[at - 1 : at] == "上")):
        return None  # 百里, 上百
    if packed[-1] in "千百" and len(packed) > 1 and here.lexicon.unit_at(text, stop - 1):
        return None  # 三千米: the last character may be of the unit
    unit = _unit(text, stop, here.lexicon)
    if unit is None:
        after = text[stop : stop + 1]
        if _before(text, at) in here.beside.before or after in here.beside.joints:
            return None
        return None if may_be_han_number(text, at, packed, after) else stop
    if not unit.word:
        return None
    if not counts_in_characters(here, at, packed, unit):
        return max(unit.end if unit.sort == "classifier" else stop, at + 1)
    return _measured(here, at, value, unit)


def _is_loose_word(here: Surroundings, at: int) -> bool:
    """一 区 一 策: a character of a letter-spaced line that no unit follows."""
    text = here.text
    if text[at] not in _ONES or text[at + 1 : at + 2] not in (" ", "\t", "\xa0"):
        return False
    after = text[at + 1 : at + 7].lstrip(_BLANKS)[:1]
    if not "\u4e00" <= after <= "\u9fff" or after in _NUMERALS or after in here.beside.after:
        return False
    return text[at - 1 : at] not in STATES and _before(text, at) not in here.beside.before


def _unit(text: str, at: int, lexicon: Lexicon) -> Unit | None:
    """What the figure counts, where that is plain."""
    head = text[at : at + 1]
    if head == "%":
        return Unit("%", "percent", at + 1)
    if head == "成" and text[at + 1 : at + 2] not in NOT_TENTHS[head]:
        return Unit(head, "tenths", at + 1)
    unit = lexicon.unit_at(text, at) if head == "个" else lexicon.word_at(text, at)
    if unit is None:
        return None
    if unit.word == "个" and text[unit.end : unit.end + 1] in _WEIGHED_GE:
        return _DOUBTFUL
    word = unit.word
    if word in _WEIGHED_UNITS or word[-1] <= "z":
        return _DOUBTFUL
    if text[unit.end : unit.end + 1] in lexicon.other_words.get(word, ()):
        return _DOUBTFUL
    return unit


def _measured(here: Surroundings, at: int, value: int | Decimal, unit: Unit) -> Item | None:
    """The item, with its hedges."""
    text, (word, sort, end) = here.text, unit
    after = text[end : end + 1]
    if after == " ":
        after = text[end + 1 : end + 2]
    if after in (_WEIGHED_AFTER_TIME if sort == "time" else _WEIGHED_AFTER):
        return None
    if after in _NUMERALS and _goes_on(text, unit):
        return None
    start, approx = at, None
    if text[at - 1 : at] in here.hedges.ends:
        start, approx = here.hedges.find_before(text, at, here.floor) or (at, None)
    if after in here.hedges.after:
        hedge = here.hedges.find_after(text, end)
        if hedge is not None:
            end, approx = hedge[0], approx or hedge[1]
    if sort in _KINDS:
        kind, unit_word = _KINDS[sort], "%" if sort == "tenths" else word
        value = value * 10 if sort == "tenths" else value
        return Item(start, end, kind, value, None, None, unit_word, None, approx)
    if sort == "time":
        return _lasting(here, (start, end), value, word, approx)
    if sort == "ordinal":
        ordinal = Item(start, end, "ordinal", value, None, None, None, None, approx)
        return ordinal if isinstance(value, int) else None
    if start == at or _before(text, start) not in here.beside.before:
        return _money(here, Item(start, end, "money", value, approx=approx), word)
    return None  # 人民币约三万元


_KINDS: Final = {
    "measure": "measure", "classifier": "measure", "percent": "percent", "tenths": "percent"
}  # fmt: skip


def _money(here: Surroundings, item: Item, word: str) -> Item | None:
    """The sum with its currency: 260亿元, 人民币285元."""
    money = here.lexicon.money[word]
    if money.share != 1:
        return None
    start, code = item.start, money.code
    before = _before(here.text, start)
    if before in here.beside.before:
        if item.approx is not None or before not in here.lexicon.signs:
            return None
        sign = here.currency_before(start)
        if sign is not None:
            start, code = sign[0], code or sign[2]
            if here.text[start - 1 : start] in here.hedges.ends:
                return None
    return item._replace(start=start, unit=money.unit, code=code)


def _goes_on(text: str, unit: Unit) -> bool:
    """Whether a numeral after the unit may complete it: 三米九, 6元5角, 3年5个月."""
    word, sort, end = unit
    if sort in ("time", "money"):
        again = _AGAIN.match(text, end)  # 3年3年: nothing goes on with its own unit
        return again is None or not text.startswith(word, again.end())
    return sort == "tenths" or word in COMPLETED


_AGAIN: Final = re.compile(r"[0-9]{1,9}")


def _lasting(
    here: Surroundings, place: tuple[int, int], value: int | Decimal, word: str, approx: str | None
) -> Item | None:
    """三年, 48小时: a length that begins and ends nowhere in the calendar."""
    start, end = place
    if approx == "nearly" or here.text[start - 1 : start] in _ROLLING_ENDS:
        return None
    designator, times = here.lexicon.times[word]
    if not times:
        return None
    parts = ((designator, value if times == 1 else whole(value * times)),)
    return Item(start, end, "duration", iso(parts), None, None, None, None, approx, None, parts)


def _before(text: str, at: int) -> str:
    """The last character before, blanks read over."""
    before = text[at - 1 : at]
    return (
        text[max(0, at - 4) : at].rstrip(_BLANKS)[-1:] if before and before in _BLANKS else before
    )


def _end(found: re.Match[str]) -> int:
    """Where the figure ends, without the blank before its unit."""
    end = found.end()
    return end - 1 if found.string[end - 1] == " " else end


def _value(found: re.Match[str]) -> int | Decimal:
    if found.lastindex == 1 and found.end(1) - found.start() < 4:
        return int(found[1])
    figure, fraction, scale = found.groups()
    if "," in figure:
        figure = figure.replace(",", "")
    places = _SHIFT[scale]
    if fraction is None:
        return int(figure + "0" * places) if places else int(figure)
    places -= len(fraction)
    if places >= 0:
        return int(figure + fraction + "0" * places)
    value = Decimal(f"{figure}{fraction}e{places}")
    return int(value) if value == int(value) else value

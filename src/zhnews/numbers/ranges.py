"""From how much to how much? 3—4亿, 8万元至10万元, -3℃至-4℃, 三、四百人."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from zhnews.numbers import durations
from zhnews.numbers.amounts import amounts, turned, whole
from zhnews.numbers.bare import is_number
from zhnews.numbers.calendar_words import DASH
from zhnews.numbers.figures import HAN, Figure, Value, read_figure, scaled
from zhnews.numbers.grouped import goes_on, read_grouped
from zhnews.numbers.items import Item
from zhnews.numbers.numerals import number_of
from zhnews.numbers.surroundings import NEGATIVE, Surroundings
from zhnews.numbers.tails import RATE, Tail, complete_money, read_tail

__all__ = ["JOINTS", "MAY_JOIN", "RANGE_ON", "joined"]

_GAP: Final = r"[ \t\xa0]{0,3}"
#: Two dashes are one joint if they are alike; in -5℃～-3℃ the second is a sign.
_JOIN: Final = re.compile(
    rf"{_GAP}(?:([{DASH}])(?:\1|[{DASH}](?![0-9]))?|至|到){_GAP}(?=[-−负零0-9{HAN}$¥￥.])"
)
#: What stands between the ends, and what may follow it: a blank, a sign, a figure.
JOINTS: Final = frozenset(DASH + "至到")
RANGE_ON: Final = frozenset(DASH + " \t\xa0负零0123456789$¥￥." + HAN)
#: What may follow the first end: a joint, a rate, a stop, a blank.
_CONTINUES: Final = JOINTS.union("/、 \t\xa0")
#: The same after a figure, with the k of 10k~15k.
MAY_JOIN: Final = _CONTINUES | {"k"}
_SIGNS: Final = ("$", "¥", "￥")
_SIGNED: Final = frozenset(sign[0] for sign in NEGATIVE)
#: A named tuple without the detour over its names.
_new: Final = tuple.__new__


class _End(NamedTuple):
    """One end of a range: its figure, its unit, its sign and where it begins with that."""

    figure: Figure
    tail: Tail | None
    sign: int
    start: int


def joined(here: Surroundings, figure: Figure, tail: Tail | None) -> Item | None:
    """One item with both ends, where the figure begins a range.

    Args:
        here: The text.
        figure: The first figure.
        tail: Its unit, where it has one of its own.
    """
    if figure.value is None:
        return None
    text = here.text
    end = figure.end if tail is None else tail.end
    if tail is None and text[end : end + 1] == "k":
        end += 1
    if tail is not None and tail.kind == "money":
        _, end = complete_money(text, tail, here.lexicon)
    following = text[end : end + 1]
    if following not in _CONTINUES:
        return None
    if following in JOINTS and text[end + 1 : end + 2] not in RANGE_ON:
        return None
    rate = RATE.match(text, end) if tail is not None and following == "/" else None
    join = _JOIN.match(text, rate.end() if rate else end)
    if join is None:
        return _listed(here, figure) if tail is None else None
    sign, at = _sign_after(text, join.end())
    last = _last_figure(text, at + text.startswith(_SIGNS, at))
    if last is None or last.value is None or figure.packed == last.packed == "一":
        return None
    start, first_sign = here.sign(figure.start)
    first_end = _new(_End, (figure, tail, first_sign, start))
    last_end = _new(_End, (last, read_tail(text, last, here.lexicon), sign, at))
    hyphen = join.group().strip() == "-"
    return _ranged(here, first_end, last_end) if _agree(text, first_end, last_end, hyphen) else None


def _last_figure(text: str, at: int) -> Figure | None:
    """The figure of the other end."""
    figure = read_figure(text, at)
    if figure is None or text[figure.end : figure.end + 1] != " ":
        return figure
    if goes_on(text, figure.end):
        return read_grouped(text, at) or figure
    return figure


def _listed(here: Surroundings, figure: Figure) -> Item | None:
    """三、四百人: neighbours with a stop between them."""
    text = here.text
    if figure.arabic or not text.startswith("、", figure.end):
        return None
    if len(figure.packed) > 1:
        return _listed_ones(here, figure)
    last = read_figure(text, figure.end + 1)
    if last is None or last.value is None or last.arabic:
        return None
    if text[figure.start - 1 : figure.start] in ("第", "", "\n"):
        return None
    head = number_of(last.packed[0])
    if head is None or figure.value is None or head != figure.value + 1:
        return None
    tail = read_tail(text, last, here.lexicon)
    if tail is None and len(last.packed) == 1:
        return None
    start = here.sign(figure.start)[0]
    return _ranged(here, _End(figure, None, 1, start), _End(last, tail, 1, last.start))


def _listed_ones(here: Surroundings, figure: Figure) -> Item | None:
    """十七、八岁: the ones of the second end alone."""
    text, first = here.text, figure.packed
    if first[-2] != "十" or figure.value is None or text[figure.start - 1 : figure.start] == "第":
        return None
    last = read_figure(text, figure.end + 1)
    ones = number_of(first[-1])
    if last is None or len(last.packed) > 1 or ones is None or last.value != ones + 1:
        return None
    tail = read_tail(text, last, here.lexicon)
    if tail is None or tail.word == "日":
        return None
    start = here.sign(figure.start)[0]
    last = last._replace(value=figure.value + 1)
    return _ranged(here, _End(figure, None, 1, start), _End(last, tail, 1, last.start))


def _agree(text: str, first: _End, last: _End, hyphen: bool) -> bool:
    """Whether two figures can be the ends of one range."""
    head, tail = first.tail, last.tail
    if tail is None:
        if head is not None:
            return False
        if text.startswith("k", last.figure.end):
            return True
        plain = is_number(text, last.figure, False) or _are_decimals(first, last)
        return plain and not hyphen and first.figure.value != last.figure.value
    if head is None:
        return not hyphen or (tail.word != "分" and first.figure.packed != "一")
    if head.kind == "money":
        return tail.kind == "money" and (head.code == tail.code or not head.code)
    return tail.kind == head.kind and (head.kind == "duration" or head.unit == tail.unit)


def _are_decimals(first: _End, last: _End) -> bool:
    """2.0—2.8: a rate; codes have no points."""
    return "." in first.figure.packed and "." in last.figure.packed


def _ranged(here: Surroundings, first: _End, last: _End) -> Item | None:
    value = first.figure.value if first.tail else scaled(first.figure, last.figure)
    if value is None or last.figure.value is None:
        return None
    if last.tail is None:
        return here.hedged(_unmeasured(here, first, last, value))
    if last.tail.kind == "duration":
        return _lasting(here, first, last, last.tail, value)
    return _measured(here, first, last, last.tail, value)


def _item(  # noqa: PLR0913, PLR0917 (one for each field)
    start: int,
    end: int,
    kind: str,
    first: Value,
    last: Value,
    unit: str | None = None,
    code: str | None = None,
) -> Item:
    low, high = (first, last) if first <= last else (last, first)
    return _new(Item, (start, end, kind, None, low, high, unit, code, "range", None, ()))


def _unmeasured(here: Surroundings, first: _End, last: _End, value: Value) -> Item:
    """20~100, $5-$8, 10k~15k."""
    figure = last.figure
    other = figure.value or 0
    if here.text.startswith("k", figure.end):
        return _item(first.start, figure.end + 1, "money", value * 1000, other * 1000, "元", "")
    low, high = first.sign * value, last.sign * other
    money = here.currency_before(first.start)
    if money is None:
        return _item(first.start, figure.end, "number", low, high)
    return _item(money[0], figure.end, "money", low, high, money[1], money[2])


def _measured(here: Surroundings, first: _End, last: _End, tail: Tail, value: Value) -> Item | None:
    figure = first.figure
    if value != figure.value:
        figure = figure._replace(value=value)
    low = amounts(here, figure, first.tail or tail)[0]
    high, _, _, end = amounts(here, last.figure, tail)
    if low is None or high is None:
        return None
    sign = last.sign
    if first.tail is None and here.text.endswith("零下", 0, figure.start):
        sign = -1  # 零下3至5度 is below zero at both ends
    unit, code = tail.unit, None
    money = here.currency_before(first.start)
    if tail.kind == "money":
        code = tail.code or (money[2] if money else "")
    elif tail.kind == "ordinal":
        unit = None
    start = money[0] if money else first.start
    return here.hedged(_item(start, end, tail.kind, first.sign * low, sign * high, unit, code))


def _lasting(here: Surroundings, first: _End, last: _End, tail: Tail, value: Value) -> Item | None:
    """3至5年, 13天—8周."""
    start = first.figure.start
    other = last.figure.value or 0
    if tail.word == "分":
        return here.hedged(_item(start, tail.end, "measure", value, other, "分"))
    if value > other and (first.tail is None or first.tail.word == tail.word):
        value, other = other, value  # 距今5300年至4300年
    ends = []
    for amount, unit in ((value, first.tail or tail), (other, tail)):
        designator, times = ("M", 1) if unit.word == "个月" else here.lexicon.times[unit.word]
        if not times:
            return None
        ends.append(durations.iso(((designator, whole(amount * times)),)))
    item = Item(start, tail.end, "duration", None, ends[0], ends[1], approx="range")
    return turned(here, here.hedged(item))


def _sign_after(text: str, at: int) -> tuple[int, int]:
    """The sign of the second end, and where its figure begins."""
    if text[at] not in _SIGNED:
        return 1, at
    for word in NEGATIVE:
        if text.startswith(word, at):
            return -1, at + len(word)
    return 1, at

"""Which figure stands here? A numeral in running text, with 多, 余, 几 inside it.

Whether the figure counts anything is for others to say: 三 of 三亚 is a figure
to this module.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from zhnews.numbers.numerals import DIGITS, SCALES, number_of

__all__ = [
    "HAN",
    "SCALE",
    "Figure",
    "are_neighbours",
    "plain_value",
    "product_of",
    "read_figure",
    "scaled",
]

Value = int | Decimal

#: Characters of numerals, after folding.
HAN: Final = "零〇○一二两三四五六七八九十百千万亿兆廿卅卌壹贰叁参肆伍陆柒捌玖拾佰仟俩仨"
SCALE: Final = "十百千万亿兆拾佰仟"
_GAP: Final = r"[ \t\xa0]"

#: Repeats are bounded: a line of 16 000 digits costs one step for each match.
FIGURE: Final = re.compile(
    rf"""
    (?:(?P<arabic>(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,8}}(?![0-9])|[0-9]{{1,30}})(?:\.[0-9]{{1,20}})?)
      |\.[0-9]{{1,20}}
      |(?P<some>[几数]){_GAP}?(?=[{SCALE}])
      |[{HAN}]{{1,40}})
    (?:{_GAP}{{0,3}}(?=[百千万亿兆佰仟])[{HAN}]{{1,24}}
      |(?<=[几数])[{HAN}]{{1,6}}
      |(?<=[{SCALE}零])(?:{_GAP}{{1,3}}(?=[0-9]{{1,4}}{_GAP}?[{SCALE}]))?(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,3}}|[0-9]{{1,8}})(?![0-9])
      |(?<=[{SCALE}]){_GAP}{{1,3}}[{HAN}]{{1,16}}
      |(?<=[一二两三四五六七八九]){_GAP}{{1,3}}(?=[{SCALE}])[{HAN}]{{1,16}}
      |个亿
    ){{0,12}}
    (?:{_GAP}?点{_GAP}?[0-9零〇○一二两三四五六七八九壹贰叁参肆伍陆柒捌玖]{{1,20}}[万亿]{{0,2}})?
    (?:(?:{_GAP}|个(?=[多来]亿))?(?P<more>[多余来几])(?:{_GAP}?(?P<scale>万亿|[百千万亿兆]))?)?
    """,
    re.VERBOSE,
)
_APPROX: Final = {"多": "over", "余": "over", "来": "about", "几": "several"}
_NEIGHBOURS: Final = re.compile(
    r"([^、]*?)([一二两三四五六七八九])、?([二两三四五六七八九])([十百千万亿兆]?[百千万亿兆]{0,2})"
)
#: After 一两 these are counted, one or two of them; else it weighs.
_ONE_OR_TWO: Final = frozenset(
    "个天年周日次名位人件种项句家场岁小分块元亩公米条座只间辆张处回篇里所届代秒批"
)
_SPACES: Final = re.compile(r"[ \t\xa0]+")


class Figure(NamedTuple):
    """A numeral in running text.

    Attributes:
        start: Where it begins.
        end: Where it ends, with a 多 or 余 that stands inside it.
        value: The number; None for 几十, 三四百.
        low: The lesser of two neighbouring numerals: 300 of 三四百.
        high: The greater of them.
        approx: ``"over"``, ``"about"``, ``"several"``, ``"range"`` or None.
        packed: The numeral without spaces, 多 and the like.
        more: Where 多, 余, 来 or 几 stands; -1 where none does.
    """

    start: int
    end: int
    value: Value | None
    low: Value | None
    high: Value | None
    approx: str | None
    packed: str
    more: int

    @property
    def arabic(self) -> bool:
        """Whether it begins with digits."""
        return self.packed[0] <= "9"

    @property
    def bare_scale(self) -> bool:
        """Whether it is 百, 千 or 万 without a digit, as in 上万, 百余."""
        return (
            self.packed[0] in "百千万亿兆佰仟" and len(self.packed) == 1
        ) or self.packed == "万亿"


def read_figure(text: str, at: int) -> Figure | None:
    """The figure that begins at ``at`` in a folded text.

    >>> read_figure("3000多万美元", 0).value, read_figure("3000多万美元", 0).end
    (30000000, 6)
    >>> figure = read_figure("三四百人", 0)
    >>> figure.low, figure.high
    (300, 400)
    """
    found = FIGURE.match(text, at)
    if found is None:
        return None
    words = found.group()
    if words == "一两" and text[found.end() : found.end() + 1] in _ONE_OR_TWO:
        return Figure(at, at + 2, None, 1, 2, "range", words, -1)
    figure = _figure(words, *found.groups())
    if figure is None or not at:
        return figure
    _, end, value, low, high, approx, packed, more = figure
    place = more + at if more >= 0 else -1
    return _new(Figure, (at, end + at, value, low, high, approx, packed, place))


#: A named tuple without the detour over its names.
_new: Final = tuple.__new__


@lru_cache(maxsize=4096)  # figures repeat within a page; a bounded table holds them
def _figure(
    text: str, arabic: str | None, some: str | None, more: str | None, scale: str | None
) -> Figure | None:
    """The figure that the words are, or begin with; their groups are those of ``FIGURE``."""
    end = len(text)
    place = text.rindex(more) if more else -1
    core = text[: place if more else end]
    packed = core if core.isalnum() else _SPACES.sub("", core)
    if packed[-1] == "个":
        packed = packed[:-1]  # 三个多亿
    elif packed.endswith("个亿"):
        packed = packed[:-2] + "亿"  # 两个亿
    if more == "来" and packed[-1] not in "十百千万亿0":
        more, end, place, scale = None, place, -1, None
        end = len(text[:end].rstrip())
    if packed[-1] == "两" and len(packed) > 1 and not more:
        packed, end = packed[:-1], end - 1  # 三十两 weighs: no numeral ends in 两
    elif "两" in packed[1:] and (weighs := _WEIGHS.search(text)) is not None:
        packed, end = weighs[1], weighs.end()  # 二两五钱
        return Figure(0, end, number_of(packed), None, None, None, packed, -1)
    if some:
        return Figure(0, end, None, None, None, "several", packed, place)
    value = _value(packed, arabic)
    if value is None and _OLD.fullmatch(packed):
        value = _old_value(packed)
    if value is None:
        pair = _pair(packed, product_of(scale) if scale else 1)
        if pair is not None:
            return Figure(0, end, None, *pair, "range", packed, place)
        return _shorter(text, arabic, packed, end)
    if more == "几":
        if packed[-1] not in "十百千万0":
            return Figure(0, place, value, None, None, None, packed, -1)
        return Figure(0, end, None, None, None, "several", packed, place)
    if scale:
        value, packed = value * product_of(scale), packed + scale
    return Figure(0, end, value, None, None, _APPROX[more] if more else None, packed, place)


#: 两 behind these weighs: 十六两一斤.
_WEIGHS: Final = re.compile(
    "^([一二三四五六七八九十百]{0,5}[一二三四五六七八九十])(?=两)(?!两[百千万亿])"
)
#: How hundreds of millions were written before 亿: 四万万五千万, 四万五千万.
_OLD: Final = re.compile(
    "[一二三四五六七八九十]{1,3}(?:万万[一二三四五六七八九十百千]+万?|万[一二三四五六七八九]千万)"
)


def _old_value(packed: str) -> Value | None:
    """四万万五千万 is 450 million, as 四万五千万 is."""
    if "万万" in packed:
        return number_of(packed.replace("万万", "亿", 1))
    value = number_of(packed[:-1])
    return value * 10**4 if value is not None else None


def product_of(scale: str) -> int:
    """What characters of scale multiply by.

    >>> product_of("万亿")
    1000000000000
    """
    result = 1
    for character in scale:
        result *= SCALES[character]
    return result


def _value(packed: str, arabic: str | None) -> Value | None:
    joint = packed[len(arabic) : len(arabic) + 1] if arabic else ""
    if joint in ("百", "千", "佰", "仟") and arabic and len(arabic) > 2 and "." not in arabic:
        return None  # 2022千企: the year is no part of the number
    if not arabic and len(packed) == 2 and are_neighbours(packed[0], packed[1]):
        return None  # 三五 is three to five, not 35
    if packed[0] in "万亿兆" and len(packed) > 1 and packed[1] in "万亿兆" and packed != "万亿":
        return None
    return number_of(packed)


def are_neighbours(first: str, last: str) -> bool:
    """Whether two digits in a row mean from one to the other: 三四, and 三五.

    >>> are_neighbours("三", "四"), are_neighbours("三", "一")
    (True, False)
    """
    low, high = DIGITS.get(first, -9), DIGITS.get(last, -9)
    return low > 0 and (high == low + 1 or (low, high) == (3, 5))


@lru_cache(maxsize=4096)  # as for every numeral: figures repeat
def plain_value(packed: str) -> Value | None:
    """The value of characters that are one numeral; None where they may be more.

    >>> plain_value("四十"), plain_value("三五"), plain_value("三十两")
    (40, None, None)
    """
    if len(packed) > 1 and (
        "两" in packed[1:] or (len(packed) == 2 and are_neighbours(packed[0], packed[1]))
    ):
        return None
    return number_of(packed)


def _pair(packed: str, factor: int) -> tuple[Value, Value] | None:
    """三四百: two neighbouring numerals."""
    pair = _NEIGHBOURS.fullmatch(packed)
    if pair is None or not are_neighbours(pair[2], pair[3]):
        return None
    low = number_of(pair[1] + pair[2] + pair[4])
    high = number_of(pair[1] + pair[3] + pair[4])
    return (low * factor, high * factor) if low and high and low < high else None


def _shorter(text: str, arabic: str | None, packed: str, end: int) -> Figure | None:
    """A numeral that ends earlier than it looked."""
    first = _SPACES.split(text[:end])[0]
    parts = (
        [(packed[:-1], end - 1)] if packed[-1] in "千百兆" and text[end - 1] == packed[-1] else []
    )
    if arabic:  # 1030万千伏安: 千 is of the unit
        parts.append((arabic, len(arabic)))
    elif first and first != text[:end]:
        parts.append((first, len(first)))
    for part, stop in parts:
        value = number_of(part)
        if value is not None:
            return Figure(0, stop, value, None, None, None, part, -1)
    return None


def scaled(first: Figure, last: Figure) -> Value | None:
    """The value of ``first`` under the scale of ``last``: 3 of 3—4亿 is 300 million."""
    value = first.value
    if value is None or last.value is None or first.packed[-1] in "万亿兆":
        return value
    stem = last.packed.rstrip("万亿兆")
    if stem != last.packed:
        coefficient, scale = number_of(stem) if stem else None, product_of(last.packed[len(stem) :])
    elif last.packed[-1] in SCALE and not set(last.packed[:-1]) & set(SCALE):
        coefficient, scale = number_of(last.packed[:-1]), SCALES[last.packed[-1]]
    else:
        return value
    return value * scale if coefficient is not None and value < coefficient else value

"""Which part of the whole? 百分之五, 七分之一, 1/3, 一半."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from zhnews.numbers import durations
from zhnews.numbers.calendar_words import DASH
from zhnews.numbers.figures import HAN, Figure, Value, read_figure
from zhnews.numbers.items import Item
from zhnews.numbers.numerals import DIGITS
from zhnews.numbers.units import Lexicon

__all__ = ["BEGINS", "read_half", "read_share"]

_GAP: Final = r"[ \t\xa0]{0,3}"
_OF: Final = re.compile(rf"{_GAP}分{_GAP}之{_GAP}[负-]?(?=[0-9.{HAN}])")
_SLASH: Final = re.compile(r"/([0-9]{1,6})(?![0-9./年月])")
_AND: Final = re.compile(rf"{_GAP}又{_GAP}(?=[0-9{HAN}])")
_TO: Final = re.compile(rf"{_GAP}(?:至|到|[{DASH}]){_GAP}(?P<of>百分之)?(?=[0-9{HAN}])")
_HUNDRED: Final = re.compile(rf"{_GAP}分(?:{_GAP}之)?{_GAP}(?=[0-9.百{HAN}])")


#: What stands between a figure and the rest of a share.
BEGINS: Final = frozenset("分/又半 \t\xa0")
_YEARS: Final = ("19", "20")  # 2023/24赛季


def read_share(text: str, figure: Figure) -> Item | None:
    """A percentage or fraction in words, its first figure given.

    >>> from zhnews.numbers.figures import read_figure
    >>> text = "百分之十二点五"
    >>> share = read_share(text, read_figure(text, 0))
    >>> share.kind, share.value
    ('percent', Decimal('12.5'))
    """
    rest = text[figure.end : figure.end + 1]
    if rest not in BEGINS:
        return None
    if rest in " \t\xa0":
        rest = text[figure.end : figure.end + 3].lstrip(" \t\xa0")[:1]
    if rest == "分":
        return _percent(text, figure) if figure.packed in ("百", "佰") else _fraction(text, figure)
    if rest == "/" and figure.packed.isdigit():
        return _slashed(text, figure)
    if rest == "又":
        return _mixed(text, figure)
    if (
        figure.packed == "一"
        and rest == "半"
        and text[figure.end + 1 : figure.end + 2] not in tuple("年个天小公米径儿")
    ):
        return Item(figure.start, figure.end + 1, "fraction", Fraction(1, 2))
    return None


def _percent(text: str, figure: Figure) -> Item | None:
    found = _HUNDRED.match(text, figure.end)
    if found is None or text.startswith("点", figure.end + 1):
        return None
    said = "之" in found.group()
    if text[found.end()] in "百佰":  # 百分之百, and 百分之百二十 does not exist
        return Item(figure.start, found.end() + 1, "percent", 100, unit="%")
    part = read_figure(text, found.end())
    if part is None or (not said and (part.value is None or len(part.packed) < 2)):
        return None
    approx = part.approx
    last = _last_percent(text, part)
    if last is not None and part.value is not None and last.value is not None:
        low, high = sorted((part.value, last.value))
        return Item(figure.start, last.end, "percent", None, low, high, "%", None, "range")
    return Item(
        figure.start, part.end, "percent", part.value, part.low, part.high, "%", None, approx
    )


def _last_percent(text: str, part: Figure) -> Figure | None:
    """八 of 百分之五至八 and of 百分之五至百分之八."""
    join = _TO.match(text, part.end)
    last = read_figure(text, join.end()) if join else None
    if join is None or last is None or part.value is None or last.value is None:
        return None
    after = text[last.end : last.end + 1]
    plain = join["of"] or not "\u4e00" <= after <= "\u9fff" or after in "的左以之间"
    return last if plain and after != "%" else None


def _fraction(text: str, figure: Figure) -> Item | None:
    found = _OF.match(text, figure.end)
    if found is None:
        return _short_fraction(text, figure)
    part = read_figure(text, found.end())
    if part is None or not part.value or not figure.value:
        return None
    end, approx = part.end, part.approx
    if approx and text.startswith("数", end):
        end, approx = part.more, None  # 三分之二多数
    sign = -1 if found.group()[-1] in "负-" else 1
    value = _over(sign * part.value, figure.value)
    return Item(figure.start, end, "fraction", value, approx=approx)


_SHORT: Final = re.compile(r"分([一二三四五六七八九])(?=[的左以强弱,。、;:)]|\Z)")


def _short_fraction(text: str, figure: Figure) -> Item | None:
    """三分一, as Hong Kong's papers print a third."""
    found = _SHORT.match(text, figure.end)
    if found is None or figure.value is None or figure.arabic:
        return None
    part = DIGITS[found[1]]
    whole = figure.value
    if not part < whole <= _LARGEST_SPOKEN:
        return None
    return Item(figure.start, found.end(), "fraction", _over(part, whole))


#: Hong Kong says 十分一, and no larger share in this way.
_LARGEST_SPOKEN: Final = 10


def _over(part: Value, whole: Value) -> Fraction:
    """One value over another; most are whole, and need no division of fractions."""
    if isinstance(part, int) and isinstance(whole, int):
        return Fraction(part, whole)
    return Fraction(part) / Fraction(whole)


#: The lower figure of no blood pressure is less, in mmHg.
_LEAST_PRESSURE: Final = 30


def _slashed(text: str, figure: Figure) -> Item | None:
    found = _SLASH.match(text, figure.end)
    if found is None or not int(found[1]) or figure.value is None:
        return None
    if figure.value > int(found[1]) >= _LEAST_PRESSURE:
        return None  # a pressure of 140/90 is no share of anything
    if (len(found[1]) > 1 and found[1][0] == "0") or (
        figure.packed[:2] in _YEARS and len(figure.packed) == 4
    ):
        return None
    return Item(figure.start, found.end(), "fraction", Fraction(figure.value) / int(found[1]))


def _mixed(text: str, figure: Figure) -> Item | None:
    """一又二分之一; Hong Kong leaves 之 out (一又十分一)."""
    found = _AND.match(text, figure.end)
    below = read_figure(text, found.end()) if found else None
    if below is None or not below.value or figure.value is None:
        return None
    of = _OF.match(text, below.end)
    stop = of.end() if of else below.end + 1 if text.startswith("分", below.end) else -1
    part = read_figure(text, stop) if stop > 0 else None
    if part is None or part.value is None:
        return None
    value = Fraction(figure.value) + _over(part.value, below.value)
    return Item(figure.start, part.end, "fraction", value)


_NO_HALF_BEFORE: Final = frozenset("上下一大多过前后夜两双各")
_NOT_HALF: Final = frozenset("报导岛成决路夜生壁径球边空封场程职票托点途老晌线潮")


def read_half(text: str, at: int, lexicon: Lexicon) -> Item | None:
    """半年, 半个小时, 半公里; 半导体 and 上半年 are none.

    >>> from zhnews.numbers.units import lexicon
    >>> from zhnews.vocab import STANDARD
    >>> read_half("半个小时", 0, lexicon(STANDARD)).value
    'PT30M'
    >>> read_half("半导体", 0, lexicon(STANDARD)) is None
    True
    """
    before = text[at - 1 : at]
    if text.startswith("斤八两", at + 1) or (before == "年" and text.startswith("载", at + 1)):
        return None  # 半斤八两, 一年半载 are sayings
    if text.startswith("百", at + 1) and text[at + 2 : at + 3] not in tuple("分"):
        return Item(at, at + 2, "number", 50)
    if before in _NO_HALF_BEFORE and text[at - 2 : at] != "超过":
        return None
    if text.startswith("个月", at + 1):
        return Item(at, at + 3, "duration", "P0.5M", parts=(("M", Decimal("0.5")),))
    more = text[at + 1 : at + 3] in ("个多", "个来")
    if more and text.startswith("月", at + 3):
        return Item(at, at + 4, "duration", "P0.5M", approx="over", parts=(("M", Decimal("0.5")),))
    unit = lexicon.unit_at(text, at + (3 if more else 1))
    if unit is None or text[unit.end : unit.end + 1] in _NOT_HALF:
        return None
    if (
        unit.sort == "time"
        and unit.word not in ("分", "秒", "周", "月", "季度")
        and unit.word in lexicon.times
    ):
        designator, times = lexicon.times[unit.word]
        if unit.word == "世纪":
            return Item(at, unit.end, "duration", "P50Y", parts=(("Y", 50),))
        if times == 1 and not text.startswith(("报", "制", "刊", "谈"), unit.end):
            parts = durations.as_half(designator)
            approx = "over" if more else None
            return Item(at, unit.end, "duration", durations.iso(parts), approx=approx, parts=parts)
    if (
        unit.sort == "measure"
        and not more
        and unit.word
        not in (
            "方",
            "转",
            "度",
            "节",
            "里",
            "成",
            "两",
            "安",
            "卡",
        )
    ):
        return Item(at, unit.end, "measure", Decimal("0.5"), unit=unit.word)
    return None

"""How long? 一年零四个月, 48小时, 半年: lengths of time in ISO 8601."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from zhnews.numbers.figures import Value, read_figure
from zhnews.numbers.units import Lexicon

__all__ = ["LENGTH_ON", "Length", "add_half", "iso", "more_of"]

#: Years, months, weeks, days, hours, minutes and seconds.
_ORDER: Final = "YMWDHNS"
_DATE: Final = "YMWD"
#: How what completes a length begins: a smaller unit, or half of its own.
LENGTH_ON: Final = frozenset("多余零又和加0123456789一二两三四五六七八九十半")
_BETWEEN: Final = re.compile(r"[多余]?(?:零|又|余|和|加)?(?=[0-9一二两三四五六七八九十半])")


class Length(NamedTuple):
    """A length of time, unit by unit.

    Attributes:
        parts: Amounts by designator; N stands for minutes.
        end: Where the words end.
    """

    parts: tuple[tuple[str, Value], ...]
    end: int


def iso(parts: tuple[tuple[str, Value], ...]) -> str:
    """A length in ISO 8601.

    >>> iso((("Y", 1), ("M", 4))), iso((("H", Decimal("2.5")),))
    ('P1Y4M', 'PT2.5H')
    """
    if len(parts) == 1:
        (designator, amount), *_ = parts
        before, after = _WRITTEN[designator]
        return f"{before}{_plain(amount)}{after}"
    date = time = ""
    for designator, amount in sorted(parts, key=lambda part: _ORDER.index(part[0])):
        number = _plain(amount)
        if designator in _DATE:
            date += number + designator
        else:
            time += number + ("M" if designator == "N" else designator)
    return f"P{date}T{time}" if time else f"P{date}"


#: What stands before and after the amount of a length of one unit.
_WRITTEN: Final = {
    "Y": ("P", "Y"), "M": ("P", "M"), "W": ("P", "W"), "D": ("P", "D"),
    "H": ("PT", "H"), "N": ("PT", "M"), "S": ("PT", "S"),
}  # fmt: skip


def _plain(amount: Value) -> str:
    return format(amount.normalize(), "f") if isinstance(amount, Decimal) else str(amount)


_HALVES: Final[dict[str, tuple[str, Value]]] = {
    "Y": ("M", 6), "D": ("H", 12), "H": ("N", 30), "N": ("S", 30),
    "M": ("M", Decimal("0.5")), "W": ("W", Decimal("0.5")), "S": ("S", Decimal("0.5")),
}  # fmt: skip


def add_half(parts: tuple[tuple[str, Value], ...]) -> tuple[tuple[str, Value], ...]:
    """Half of the last unit more: 一年半 is a year and six months.

    >>> add_half((("Y", 1),)), add_half((("W", 2),))
    ((('Y', 1), ('M', 6)), (('W', Decimal('2.5')),))
    """
    designator, amount = parts[-1]
    if designator not in _HALVES:
        return parts
    half, more = _HALVES[designator]
    if half == designator:
        return (*parts[:-1], (designator, amount + more))
    return (*parts, (half, more))


#: What may follow a unit in one length, largest first: 4分11秒, 8天又二十个小时.
_SMALLER: Final = {"Y": "MWDH", "M": "WDH", "W": "DH", "D": "HN", "H": "NS", "N": "S", "S": ""}


def more_of(text: str, first: Length, lexicon: Lexicon) -> Length:
    """The length with the smaller units that follow it."""
    parts, end = list(first.parts), first.end
    while len(parts) < 7:
        gap = _BETWEEN.match(text, end)
        figure = read_figure(text, gap.end()) if gap else None
        if figure is None or figure.value is None:
            break
        unit = _unit(text, figure.end, lexicon)
        if unit is None or unit[0] not in _SMALLER[parts[-1][0]]:
            break
        parts.append((unit[0], figure.value * unit[1] if unit[1] != 1 else figure.value))
        end = unit[2]
    if parts[-1][0] == "S" and parts[-1][1] == int(parts[-1][1]):
        end = _hundredths(text, parts, end)
    return Length(tuple(parts), end)


def _unit(text: str, at: int, lexicon: Lexicon) -> tuple[str, Value, int] | None:
    if text.startswith("分", at) and not text.startswith(("分钟", "分之"), at):
        return "N", 1, at + 1
    unit = lexicon.unit_at(text, at)
    if unit is None or unit.sort != "time" or unit.word in ("分", "日"):
        return None
    designator, times = lexicon.times[unit.word]
    return (designator, int(times), unit.end) if times and times == int(times) else None


_HUNDREDTHS: Final = re.compile(r"[0-9]{1,2}(?![0-9.年月日个人家万亿%])")


def _hundredths(text: str, parts: list[tuple[str, Value]], end: int) -> int:
    """9秒83 and 4分01秒35 of the track."""
    found = _HUNDREDTHS.match(text, end)
    if found is None:
        return end
    parts[-1] = ("S", Decimal(f"{parts[-1][1]}.{found.group()}"))
    return found.end()


def as_half(designator: str) -> tuple[tuple[str, Value], ...]:
    """Half a unit: 半年 is six months, 半天 twelve hours."""
    half, amount = _HALVES[designator]
    return ((half, amount),)


def ratio(value: Value | Fraction) -> Fraction:
    """A value as an exact fraction."""
    return Fraction(value)

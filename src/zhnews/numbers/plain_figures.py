"""Is it a plain figure: nothing in it or after it to weigh? 16, 3.5万, 四十, 20多.

Most figures are. They are found with one match, whose groups tell the rest;
every other form is for the pattern that knows all of them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from zhnews.numbers.figures import HAN, Figure, plain_value

__all__ = [
    "FIGURE", "GOES_ON", "MORE", "MORE_REST", "REST", "WHOLE", "end_of", "plain_figure",
    "worth_of",
]  # fmt: skip

#: Characters that a plain figure begins with.
_BEGINS: Final = "一二两三四五六七八九十百千万亿零〇"
#: A plain figure after its first character. In digits: whole, fraction, scale,
#: and 多 or 余 (20多年, 1.2万余户); in characters: the rest, and 多 or 余.
GOES_ON: Final = (
    r"(?:(?<=[0-9])([0-9]{0,11}|[0-9]{0,2}(?:,[0-9]{3}){1,3})(?:\.([0-9]{1,8}))?"
    r"(?:[ ]?(万亿|[万亿]))?([多余])?"
    r"(?![ ]?(?:[万亿兆百千十佰仟零多余来几点又比:∶k\t\xa0]|分(?!钟)|,[0-9])"
    r"|[0-9]|[.-][!-~]|[ ][.-]"
    r"|(?(3)[ ][0-9]|(?!)))[ ]?"
    rf"|(?<=[{_BEGINS}])([{_BEGINS}]{{0,8}})([多余])?"
    rf"(?![{HAN}0-9 \t\xa0点多余来几又比:∶/半]|分(?!钟)|个亿))"
)
#: A numeral, 几, 数 or 半 with what goes on after it, if that is plain.
FIGURE: Final = re.compile(f"[0-9{HAN}几数半](?:{GOES_ON})?")
#: The groups of it: digits alone; 多 after digits; characters alone; 多 after them.
WHOLE, MORE, REST, MORE_REST = 1, 4, 5, 6
_SHIFT: Final[dict[str | None, int]] = {None: 0, "万": 4, "亿": 8, "万亿": 12}
_HUNDRED_MILLIONS: Final = ("亿", "多亿", "来亿")
#: Shorter digits have no comma among them.
_SHORT: Final = 5
_BLANK: Final = frozenset(" \t\xa0")
_NUMERALS: Final = frozenset("0123456789" + HAN)
#: A named tuple without the detour over its names.
_new: Final = tuple.__new__


def plain_figure(found: re.Match[str]) -> Figure | None:
    """The figure, if it is a plain one: what ``read_figure`` reads there, without another match.

    >>> plain_figure(FIGURE.match("20多年"))[:6]
    (0, 3, 20, None, None, 'over')
    """
    last = found.lastindex
    if last is None:
        return None
    text, (at, stop) = found.string, found.span()
    after, end = text[stop : stop + 1], stop - (text[stop - 1] == " ")
    if after in _BLANK or (after == "个" and text.startswith(_HUNDRED_MILLIONS, stop + 1)):
        return None  # 3  百, 3个亿, 3个多亿
    if last == WHOLE and stop - at < _SHORT:
        packed = text[at:end]
        return _new(Figure, (at, end, int(packed), None, None, None, packed, -1))
    value = worth_of(found)
    if value is None or (after in _NUMERALS and found[3] is not None):
        return None  # 三五, 3万五
    if last in (MORE, MORE_REST):
        place, approx, packed = end - 1, "over", text[at : end - 1]
    else:
        place, approx, packed = -1, None, text[at:end]
    if " " in packed:
        packed = packed.replace(" ", "")
    return _new(Figure, (at, end, value, None, None, approx, packed, place))


def end_of(found: re.Match[str]) -> int:
    """Where the figure ends, without the blank before its unit."""
    end = found.end()
    return end - 1 if found.string[end - 1] == " " else end


def worth_of(found: re.Match[str]) -> int | Decimal | None:
    """The value of a plain figure; None of characters that are more than one."""
    last, at = found.lastindex, found.start()
    if last == WHOLE:
        digits = found.string[at : found.end()]
        return int(digits) if "," not in digits else int(digits.replace(",", ""))
    if last in (REST, MORE_REST):
        return plain_value(found.string[at : found.end(REST)])
    return _shifted(found.string[at : found.end(WHOLE)], found[2], found[3])


@lru_cache(maxsize=4096)  # figures repeat within a page; a bounded table holds them
def _shifted(digits: str, fraction: str | None, scale: str | None) -> int | Decimal:
    """130亿, 1856.7亿: by moving the point."""
    figure = digits.replace(",", "")
    places = _SHIFT[scale]
    if fraction is None:
        return int(figure + "0" * places)
    places -= len(fraction)
    if places >= 0:
        return int(figure + fraction + "0" * places)
    value = Decimal(f"{figure}{fraction}e{places}")
    return int(value) if value == int(value) else value

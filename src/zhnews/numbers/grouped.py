"""Is the blank inside a figure? 3 021.55点, 1 500万元: thousands set apart (GB/T 15835-2011).

Or each digit, where an extractor parted the letters of a line: 2 0 2 3 年, 3 5 0 人, 9 0 . 4 吨.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from zhnews.numbers.figures import Figure, product_of

__all__ = ["PARTED_DATE", "goes_on", "read_grouped"]

#: Groups of three. Digits alone with one blank among them are as often two cells of a table.
_GROUPED: Final = re.compile(
    r"(?<![0-9.-])(?<![0-9],)[1-9][0-9]{0,2}(?:(?: [0-9]{3}){2,4}(?:\.[0-9]{1,8})?"
    r"| [0-9]{3}(?:\.[0-9]{1,8}|(?= ?[\u4e00-\u9fff%‰℃—–~～])))(?![0-9.,]| [0-9])"
)
#: No cell with a figure stands before the first digit, and a unit behind the last.
_NO_CELL: Final = r"(?<![0-9.,] )"
_TO_UNIT: Final = r"(?= ?[\u4e00-\u9fff%‰℃])"

#: Digits one by one; two of them are as often two cells.
_PARTED: Final = re.compile(
    rf"{_NO_CELL}[1-9](?: [0-9]){{1,8}} ?\. ?[0-9](?: [0-9]){{0,3}}{_TO_UNIT}"
    rf"|{_NO_CELL}[1-9](?: [0-9]){{2,8}}{_TO_UNIT}"
)
#: The same where a cell may begin, at a text's start or behind a label: a point is parted too.
_WHOLLY_PARTED: Final = re.compile(
    rf"{_NO_CELL}[1-9](?:(?: [0-9]){{1,8}} \. [0-9](?: [0-9]){{0,3}}|(?: [0-9]){{2,8}}){_TO_UNIT}"
)
#: A year of parted digits, with its month and day.
PARTED_DATE: Final = re.compile(
    r"([12] [0-9] [0-9] [0-9]) ?年(?: ?(1 ?[0-2]|0 ?[1-9]|[1-9]) ?月"
    r"(?: ?([12] ?[0-9]|3 ?[01]|0 ?[1-9]|[1-9]) ?日)?)?"
)
#: Before a blank these end another cell; before the digits they make a label of the first.
_LABELS: Final = frozenset("图表第例题章节号版页附注月日\n")


def goes_on(text: str, stop: int) -> bool:
    """Whether a blank and three digits follow, where a figure ends, or digits one by one.

    >>> goes_on("3 021.55点", 1), goes_on("3 21 点", 1), goes_on("3 2 1 点", 1)
    (True, False, True)
    """
    if text[stop + 2 : stop + 3] in _PARTS:
        after = text[stop + 3 : stop + 4]
        return text[stop + 1 : stop + 2].isdigit() and (after.isdigit() or after == ".")
    return text[stop + 1 : stop + 4].isdigit() and not text[stop + 4 : stop + 5].isdigit()


def read_grouped(text: str, at: int) -> Figure | None:
    """The figure whose thousands are set apart by blanks, or each of its digits.

    >>> read_grouped("报3 021.55点", 1).value
    Decimal('3021.55')
    >>> read_grouped("3 021点", 0) is None, read_grouped("3 5 0 人", 0).value
    (True, 350)
    """
    before = text[max(0, at - 2) : at].strip(" ")[-1:]
    if before.isascii() and before.isalnum():
        return None
    if not before or before in _LABELS:
        found = _WHOLLY_PARTED.match(text, at)
    else:
        found = _GROUPED.match(text, at) or _PARTED.match(text, at)
    if found is None:
        return None
    packed = found.group().replace(" ", "")
    value = Decimal(packed) if "." in packed else int(packed)
    scale = _SCALE.match(text, found.end())
    end = scale.end() if scale else found.end()
    if scale:
        value, packed = value * product_of(scale[1]), packed + scale[1]
        value = int(value) if value == int(value) else value
    more = _MORE.match(text, end)
    if more:
        scale = _SCALE.match(text, more.end())
        if scale:
            value, packed = value * product_of(scale[1]), packed + scale[1]
        stop = scale.end() if scale else more.end()
        return Figure(at, stop, value, None, None, "over", packed, end)
    return Figure(at, end, value, None, None, None, packed, -1)


#: What follows the second of parted digits: the next, or a point.
_PARTS: Final = (" ", ".")
_MORE: Final = re.compile(" ?[多余]")
_SCALE: Final = re.compile(" ?(万亿|万|亿)")

"""What do the readers of numbers hand on? A quantity as read, by offsets."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple, cast

__all__ = ["ROLLING", "Amount", "Item", "Kept", "kept"]

if TYPE_CHECKING:
    from collections.abc import Callable

#: A decimal or whole number, a fraction, or a length of time in ISO 8601.
Amount = int | Decimal | Fraction | str


class Item(NamedTuple):
    """A quantity as read. The names are those of ``Quantity``.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends.
        kind: What it is.
        value: The number, a fraction, or the length of time; None where it is open.
        low: The least of a range.
        high: The greatest.
        unit: What is counted.
        code: The currency; empty where the script of the line decides.
        approx: The hedge.
        rolling: The words that make a length a stretch of the calendar: 近 of
            近三年, 前 of 27年前; None where none do.
        parts: A length, unit by unit.
    """

    start: int
    end: int
    kind: str
    value: Amount | None = None
    low: Amount | None = None
    high: Amount | None = None
    unit: str | None = None
    code: str | None = None
    approx: str | None = None
    rolling: str | None = None
    parts: tuple[tuple[str, int | Decimal], ...] = ()


#: Where an item has its ``rolling``.
ROLLING: Final = Item._fields.index("rolling")
#: An item as it is kept: a plain tuple of its fields. Python's garbage collector
#: gives up plain tuples of numbers and strings at once, named ones never.
Kept = tuple[
    int, int, str, Amount | None, Amount | None, Amount | None, str | None, str | None,
    str | None, str | None, tuple[tuple[str, int | Decimal], ...],
]  # fmt: skip
kept: Final = cast("Callable[[Kept], Kept]", tuple)

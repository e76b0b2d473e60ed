"""What is found? A quantity or a date, with its value and its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, cast

from attrs import frozen

from zhnews.excerpt import Excerpt, excerpt_at

__all__ = ["DateMention", "Quantity", "new_mention", "new_quantity", "plain"]


class _Placed:
    """Words at one place, as an excerpt from when they are asked for.

    An excerpt is three objects. A text of nothing but numbers has one for
    every other character, and the garbage collector would walk over them all.
    Until then an instance has ``_words`` and ``_place``; one made by its constructor
    has ``text`` alone.
    """

    __slots__ = ("__weakref__", "_place", "_words", "text")

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name != "text":
                msg = f"{type(self).__name__!r} object has no attribute {name!r}"
                raise AttributeError(msg)
            text = excerpt_at(self._words, self._place, self._place + len(self._words))
            object.__setattr__(self, "text", text)
            return text


class _QuantitySlots(_Placed):
    """Where a quantity keeps what it has."""

    __slots__ = ("approx", "currency", "high", "kind", "low", "start", "unit", "value")


class _NewQuantity(_QuantitySlots):
    """A quantity until it is frozen, as with excerpts."""

    __slots__ = ()

    def __init__(  # noqa: PLR0913, PLR0917 (one for each field)
        self: Any,
        words: str,
        place: int,
        kind: str,
        value: Decimal | Fraction | str | None,
        low: Decimal | str | None,
        high: Decimal | str | None,
        unit: str | None,
        currency: str | None,
        approx: str | None,
        start: int,
    ) -> None:
        self._words = words
        self._place = place
        self.kind = kind
        self.value = value
        self.low = low
        self.high = high
        self.unit = unit
        self.currency = currency
        self.approx = approx
        self.start = start
        self.__class__ = Quantity


@frozen
class Quantity(_QuantitySlots):
    """A number as the paper states it, with its unit and its place.

    万 and 亿 belong to the number, not to the unit, as print mixes them under
    GB/T 15835-2011 (numerals in public texts): 3.5万吨 is 35 000 吨.

    Attributes:
        text: The words read, with unit and hedge: 约3.5万吨.
        kind: ``"number"``, ``"ordinal"``, ``"percent"``, ``"fraction"``,
            ``"money"``, ``"measure"`` or ``"duration"``.
        value: The number stated, in ``unit``; a fraction exactly; a length of
            time in ISO 8601 (``"P1Y4M"``). None where the paper states a
            range (3至5万吨) or only 几, 数.
        low: The least value of a stated range; else None.
        high: The greatest value of a stated range; else None.
        unit: The base unit as printed, in simplified script (吨, 元, %); None for
            a bare count.
        currency: The code of ISO 4217; None where it isn't money, or where 元
            alone stands in a text of traditional script.
        approx: What the paper says of its own figure: ``"about"``,
            ``"nearly"``, ``"over"``, ``"under"``, ``"several"``, ``"range"``;
            None where it does not hedge.
        start: The offset in the text that was searched.
    """

    text: Excerpt
    kind: str
    value: Decimal | Fraction | str | None
    low: Decimal | str | None
    high: Decimal | str | None
    unit: str | None
    currency: str | None
    approx: str | None
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the text that was searched."""
        return self.start + len(self.text)

    def to_dict(self) -> dict[str, Any]:
        """Plain values, under the keys of ``zhnews numbers``."""
        return _row(
            self, value=plain(self.value), low=plain(self.low), high=plain(self.high),
            unit=self.unit, currency=self.currency, approx=self.approx,
        )  # fmt: skip


def plain(value: Decimal | Fraction | str | None) -> str | None:
    """A value as a plain string: no exponent, no trailing zeros.

    >>> plain(Decimal("1.50")), plain(Fraction(2, 4)), plain(Decimal(13000000000))
    ('1.5', '1/2', '13000000000')
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


class _MentionSlots(_Placed):
    """Where a mention keeps what it has."""

    __slots__ = ("edtf", "first", "kind", "last", "start", "value")


class _NewMention(_MentionSlots):
    """A mention until it is frozen, as with excerpts."""

    __slots__ = ()

    def __init__(  # noqa: PLR0913, PLR0917 (one for each field)
        self: Any,
        words: str,
        place: int,
        kind: str,
        edtf: str | None,
        first: date | None,
        last: date | None,
        value: str | None,
        start: int,
    ) -> None:
        self._words = words
        self._place = place
        self.kind = kind
        self.edtf = edtf
        self.first = first
        self.last = last
        self.value = value
        self.start = start
        self.__class__ = DateMention


@frozen
class DateMention(_MentionSlots):
    """A day, a month, a year, a stretch of the calendar or a time of day.

    Attributes:
        text: The words read: 去年11月, 上午9时.
        kind: ``"date"`` for one day, month or year, ``"period"`` for a stretch
            (上半年, 年底, 1月至7月), ``"time"`` for a time of day.
        edtf: The days in Extended Date/Time Format (ISO 8601-2); unknown
            years and months are ``X``. None where nothing is known without
            an issue date.
        first: The first day; None where the year is unknown.
        last: The last day, included.
        value: ``"HH:MM"`` of a time; the length in ISO 8601 of 近三年 (``"P3Y"``).
        start: The offset in the text that was searched.
    """

    text: Excerpt
    kind: str
    edtf: str | None
    first: date | None
    last: date | None
    value: str | None
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the text that was searched."""
        return self.start + len(self.text)

    def to_dict(self) -> dict[str, Any]:
        """Plain values, under the keys of ``zhnews numbers``."""
        return _row(
            self, value=self.value, edtf=self.edtf,
            first=self.first.isoformat() if self.first else None,
            last=self.last.isoformat() if self.last else None,
        )  # fmt: skip


#: How many are made: without the cost of a frozen ``__init__``. In place of the
#: excerpt they are given its words and where in the raw text these begin.
new_quantity: Final = cast("Callable[..., Quantity]", _NewQuantity)
new_mention: Final = cast("Callable[..., DateMention]", _NewMention)


#: The keys of ``zhnews numbers``, in their order.
_KEYS = (
    "text", "start", "end", "kind", "value", "low", "high", "unit", "currency", "approx",
    "edtf", "first", "last",
)  # fmt: skip


def _row(mention: Quantity | DateMention, **values: str | None) -> dict[str, Any]:
    """Plain values under all the keys; None for what a mention of its sort has not."""
    place = {"text": mention.text.text, "start": mention.start, "end": mention.end}
    return dict.fromkeys(_KEYS) | place | {"kind": mention.kind} | values

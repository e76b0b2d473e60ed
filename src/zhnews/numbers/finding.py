"""What does a passage count and date? Quantities and dates together."""

from __future__ import annotations

from datetime import date

from zhnews.excerpt import Excerpt, checked
from zhnews.numbers.making import Maker, check_issued
from zhnews.numbers.mentions import DateMention, Quantity
from zhnews.numbers.scanner import DAYS
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["find_numbers"]


def find_numbers(
    text: str | Excerpt, *, issued: date | None = None, vocabulary: Vocabulary = STANDARD
) -> tuple[Quantity | DateMention, ...]:
    """Quantities and dates together, in order and without overlap.

    Args:
        text: The passage.
        issued: The issue date. With it 27年前 is a year; without it a length of time.
        vocabulary: The tables.

    >>> [found.kind for found in find_numbers("2021年增长23.8%")]
    ['date', 'percent']
    """
    maker = Maker(checked(text), check_issued(issued))
    return tuple(
        maker.quantity(hit)
        if not isinstance(hit, DAYS) and not maker.is_dated(hit)
        else maker.mention(hit)
        for hit in maker.hits(vocabulary)
    )

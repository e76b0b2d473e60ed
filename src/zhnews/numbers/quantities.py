"""How much of what? Money, measures, shares, lengths of time, ranges, hedges."""

from __future__ import annotations

from zhnews.excerpt import Excerpt, checked
from zhnews.numbers.items import ROLLING
from zhnews.numbers.making import Maker
from zhnews.numbers.mentions import Quantity
from zhnews.numbers.scanner import DAYS
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["Quantity", "find_quantities"]


def find_quantities(
    text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD
) -> tuple[Quantity, ...]:
    """Every quantity that a passage states, in order.

    Args:
        text: The passage.
        vocabulary: The tables of units, currencies and hedges.

    >>> for quantity in find_quantities("累计完成交付超过165万套，同比增长3.8%"):
    ...     print(quantity.text, quantity.value, quantity.unit, quantity.approx)
    超过165万套 1650000 套 over
    3.8% 3.8 % None
    """
    maker = Maker(checked(text), None)
    quantity = maker.quantity
    return tuple(
        [
            quantity(hit)
            for hit in maker.hits(vocabulary)
            if not isinstance(hit, DAYS) and (hit[ROLLING] is None or not maker.is_stretch(hit))
        ]
    )

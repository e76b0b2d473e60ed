"""How are weights added so that their order changes nothing?

The words of a set stand in an order that no two runs have in common. Sums of
multiples of one small number are exact, in any order.
"""

from __future__ import annotations

__all__ = ["GRAIN", "grained"]

#: Weights are multiples of this.
GRAIN = 2.0**-24


def grained(weight: float) -> float:
    """The nearest weight that can be added exactly.

    >>> grained(0.1) + grained(0.2) + grained(0.3) == grained(0.3) + grained(0.2) + grained(0.1)
    True
    """
    return round(weight / GRAIN) * GRAIN

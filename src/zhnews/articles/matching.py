"""Which headline goes to which body, so that the headlines of a page fit best together?

A headline that says little of its body is known by those beside it: a page that was
read in order gives its headlines in the order of their bodies.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

__all__ = ["improve_match", "match_first"]

#: What a headline without a body costs, and how often bodies have headlines, against
#: not, before any is seen.
HOMELESS = 3.0
WITH_HEADLINE = 2.0
WITHOUT = 1.0

#: How often a headline stands behind the one whose body comes before its own, against
#: not, before any is seen; and what that weighs beside the words.
IN_ORDER = 3.0
OUT_OF_ORDER = 1.0
ORDER = 0.6

#: For each headline the bodies that it may go to, by number, each behind how badly it fits.
Rows = Sequence[Sequence[tuple[float, int]]]


def match_first(rows: Rows) -> dict[int, int]:
    """For headlines their bodies: the best fit is taken first, one headline a body.

    >>> match_first([[(-2.0, 0), (-1.0, 1)], [(-3.0, 0), (-0.5, 1)]])
    {1: 0, 0: 1}
    """
    ranked = sorted((misfit, n, number) for n, row in enumerate(rows) for misfit, number in row)
    homes: dict[int, int] = {}
    taken: set[int] = set()
    for _, n, number in ranked:
        if n in homes or number in taken:
            continue
        homes[n] = number
        taken.add(number)
    return homes


def improve_match(
    homes: dict[int, int], rows: Rows, live: int, bodies: int
) -> tuple[float, dict[int, int]]:
    """What speaks for a match, and the match, after every change of it that gains.

    Args:
        homes: The bodies of headlines to begin with.
        rows: The bodies that each headline may go to.
        live: How many of the rows are a headline's; another, as a deck alone, costs nothing
            without a body.
        bodies: How many bodies there are.

    >>> rows = [[(-2.0, 0)], [(-1.0, 2), (-0.9, 1)], [(-3.0, 2)]]
    >>> improve_match({0: 0, 2: 2}, rows, 3, 3)[1]
    {0: 0, 2: 2, 1: 1}
    """
    fits = [{number: -misfit for misfit, number in row} for row in rows]
    weight = _weigh_match(homes, fits, live, bodies)
    while True:
        tried = ((_weigh_match(one, fits, live, bodies), one) for one in _changes(homes, fits))
        best, changed = max(tried, key=lambda one: one[0], default=(weight, homes))
        if best <= weight + 1e-9:
            return weight, homes
        weight, homes = best, changed


def _changes(homes: dict[int, int], fits: Sequence[dict[int, float]]) -> Iterator[dict[int, int]]:
    """Matches with one headline elsewhere; one that had its body takes what is free."""
    holders = {number: n for n, number in homes.items()}
    for n, row in enumerate(fits):
        for number in row:
            if homes.get(n) == number:
                continue
            changed = homes | {n: number}
            other = holders.get(number)
            if other is None:
                yield changed
                continue
            del changed[other]
            taken = set(changed.values())
            free = {to: fit for to, fit in fits[other].items() if to not in taken}
            yield changed | {other: max(free, key=free.__getitem__)} if free else changed


def _weigh_match(
    homes: dict[int, int], fits: Sequence[dict[int, float]], live: int, bodies: int
) -> float:
    """What speaks for a match: how well the headlines fit, their order, and what is left."""
    total = sum(fits[n][number] for n, number in homes.items())
    total -= HOMELESS * (live - len(homes))
    total += _chance_of(len(homes), bodies - len(homes), WITH_HEADLINE, WITHOUT)
    order = [homes[n] for n in sorted(homes)]
    steps = max(0, len(order) - 1)
    back = sum(after < before for before, after in pairwise(order))
    none = _chance_of(steps, 0, IN_ORDER, OUT_OF_ORDER)
    return total + ORDER * (_chance_of(steps - back, back, IN_ORDER, OUT_OF_ORDER) - none)


@lru_cache(maxsize=4096)  # small numbers, for each change that is tried
def _chance_of(having: int, wanting: int, a: float, b: float) -> float:
    """The log of the chance that some have a thing and others have not.

    How often they have is not known beforehand: what is rare on the page costs more.

    Args:
        having: How many have it.
        wanting: How many have not.
        a: How often one has it, before any is seen.
        b: How often one has not.
    """
    seen = (
        math.lgamma(having + a) + math.lgamma(wanting + b) - math.lgamma(having + wanting + a + b)
    )
    return seen - math.lgamma(a) - math.lgamma(b) + math.lgamma(a + b)

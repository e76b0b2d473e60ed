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

#: Sums that are no further apart than this may differ by their rounding alone.
ROUNDING = 1e-9

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
        ordered = weight - _weigh_order(homes)
        size = len(homes)
        sizes = range(max(0, size - 1), min(bodies, size + 1) + 1)
        counted = {n: _weigh_count(n, live, bodies) for n in sizes}
        best, changed = weight, homes
        for gain, moves in _changes(homes, fits):
            more = sum(n not in homes for n in moves) - sum(to is None for to in moves.values())
            if ordered + gain + counted[size + more] - counted[size] < best - ROUNDING:
                continue  # even in the best of orders
            one = {n: to for n, to in (homes | moves).items() if to is not None}
            weighed = _weigh_match(one, fits, live, bodies)
            if weighed > best:
                best, changed = weighed, one
        if best <= weight + ROUNDING:
            return weight, homes
        weight, homes = best, changed


def _changes(
    homes: dict[int, int], fits: Sequence[dict[int, float]]
) -> Iterator[tuple[float, dict[int, int | None]]]:
    """One headline elsewhere, and what the fits gain; one that had its body takes what is free.

    Without any free the other stays without a body.
    """
    holders = {number: n for n, number in homes.items()}
    free: dict[int, tuple[float, int | None]] = {}  # for a headline the best that is free
    for n, row in enumerate(fits):
        home = homes.get(n)
        before = 0.0 if home is None else row[home]
        for number, fit in row.items():
            if number == home:
                continue
            other = holders.get(number)
            if other is None:
                yield fit - before, {n: number}
                continue
            if other not in free:
                others = ((to, own) for to, own in fits[other].items() if to not in holders)
                to, own = max(others, key=_fit, default=(None, 0.0))
                free[other] = own, to
            own, to = free[other]
            if home is not None and (left := fits[other].get(home)) is not None:
                own, to = (left, home) if to is None or left > own else (own, to)
            yield fit - before + own - fits[other][number], {n: number, other: to}


def _fit(place: tuple[int | None, float]) -> float:
    return place[1]


def _weigh_match(
    homes: dict[int, int], fits: Sequence[dict[int, float]], live: int, bodies: int
) -> float:
    """What speaks for a match: how well the headlines fit, their order, and what is left."""
    total = sum(fits[n][number] for n, number in homes.items())
    return total + _weigh_count(len(homes), live, bodies) + _weigh_order(homes)


def _weigh_count(having: int, live: int, bodies: int) -> float:
    """What speaks for so many headlines that have a body."""
    chance = _chance_of(having, bodies - having, WITH_HEADLINE, WITHOUT)
    return chance - HOMELESS * (live - having)


def _weigh_order(homes: dict[int, int]) -> float:
    """What the order of the headlines says against a match; 0 where it is that of the bodies."""
    order = [homes[n] for n in sorted(homes)]
    steps = max(0, len(order) - 1)
    back = sum(after < before for before, after in pairwise(order))
    none = _chance_of(steps, 0, IN_ORDER, OUT_OF_ORDER)
    return ORDER * (_chance_of(steps - back, back, IN_ORDER, OUT_OF_ORDER) - none)


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

"""Where does the subject change, if the page's words alone are asked?

Passages on one subject use the same words again. Of all ways to cut the page into
stretches, the words are likeliest in the one whose stretches each keep to a few of
them: the statistical segmentation of Utiyama and Isahara (ACL 2001), on pairs of
characters, and with less weight for common ones.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import add, sub

__all__ = ["subject_changes"]

#: No stretch is longer, in passages; a page that goes on pays nothing for a further one.
LONGEST = 32

#: A word that comes more often in a stretch counts as if it came so often; one that comes
#: more often on the page is about every subject on it.
OFTEN = 4
TOO_OFTEN = 20

#: How much likelier the second, third … place of a word in one stretch makes it.
_GAINS = [
    n * math.log(n + 1) - 2 * (n - 1) * math.log(n) + (n - 2) * math.log(n - 1)
    for n in range(2, OFTEN + 1)
]

#: For the end of each stretch, what every start makes it cost, from the farthest one.
_Costs = list[list[float]]


def subject_changes(
    size: int, places: Mapping[str, Sequence[int]], shares: Mapping[str, float]
) -> tuple[float, ...]:
    """How much the words speak for a change of subject before each passage.

    Args:
        size: How many passages there are.
        places: For each word that several passages have, their numbers.
        shares: What common words weigh, as a share of a rare one.

    Returns:
        For each passage how much likelier the best way to cut is that cuts before it than
        the best one that does not: the logarithm, in units of what one cut more costs.

    >>> places = {"小麦": [0, 1], "收割": [0, 1], "台风": [2, 3], "登陆": [2, 3]}
    >>> [round(change, 1) for change in subject_changes(4, places, {})]
    [0.0, -1.0, 0.3, -1.0]
    """
    places = {word: where for word, where in places.items() if len(where) <= TOO_OFTEN}
    sizes, gains = _count(size, places, shares)
    price = math.log(sum(sizes) + 2)
    vocabulary = 1 + sum(shares.get(word, 1.0) for word in places)
    costs = _costs(sizes, gains, vocabulary, price)
    before = _best_before(costs)
    after, through = _best_after(costs, before)
    return (0.0, *((through[k] - before[k] - after[k]) / price for k in range(1, size)))


def _count(
    size: int, places: Mapping[str, Sequence[int]], shares: Mapping[str, float]
) -> tuple[list[float], list[dict[int, float]]]:
    """How many words each passage has, and what their earlier places, by number, gain it."""
    sizes = [0.0] * size
    gains: list[dict[int, float]] = [{} for _ in range(size)]
    for word, where in places.items():
        share = shares.get(word, 1.0)
        for n, last in enumerate(where):
            sizes[last] += share
            own = gains[last]
            for gain, first in zip(_GAINS, where[max(0, n - OFTEN + 1) : n][::-1]):
                own[first] = own.get(first, 0.0) + gain * share
    return sizes, gains


def _costs(
    sizes: Sequence[float], gains: Sequence[Mapping[int, float]], vocabulary: float, price: float
) -> _Costs:
    upto = list(accumulate(sizes, initial=0.0))
    gained = [0.0] * len(sizes)  # what the words up to here gain by their place in a passage
    costs = []
    for end in range(1, len(upto)):
        base = max(0, end - LONGEST)
        for first, gain in gains[end - 1].items():
            gained[first] += gain
        total = upto[end]
        lengths = [total - before for before in upto[base:end]]
        likely = list(accumulate(reversed(gained[base:end])))
        likely.reverse()
        spread = [length * math.log(length + vocabulary) + price for length in lengths]
        own = list(map(sub, spread, likely))
        if base:
            own[0] -= price
        costs.append(own)
    return costs


def _best_before(costs: _Costs) -> list[float]:
    """For each passage, and the page's end, what the best way to cut up to it costs."""
    best = [0.0]
    for own in costs:
        best.append(min(map(add, best[-len(own) :], own)))
    return best


def _best_after(costs: _Costs, before: Sequence[float]) -> tuple[list[float], list[float]]:
    """What the best way from each passage on costs, and the best of those not cut there."""
    size = len(costs)
    best = [math.inf] * size + [0.0]
    through = [math.inf] * (size + 1)
    for end in range(size, 0, -1):
        own = costs[end - 1]
        base = end - len(own)
        whole = list(map(add, own, [best[end]] * len(own)))
        best[base:end] = map(min, best[base:end], whole)
        least = accumulate(map(add, before[base : end - 1], whole), min)
        through[base + 1 : end] = map(min, through[base + 1 : end], least)
    return best, through

"""Where does the subject change, if the page's words alone are asked?

Passages on one subject use the same words again. Of all ways to cut the page into
stretches, the words are likeliest in the one whose stretches each keep to a few of
them: the statistical segmentation of Utiyama and Isahara (ACL 2001), on pairs of
characters, and with less weight for common ones.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from operator import add, sub

from zhnews.articles.grains import grained

__all__ = ["subject_changes"]

#: No stretch is longer, in passages; one that is as long may go on without a price.
LONGEST = 32

#: A word that comes more often in a stretch counts as if it came so often (``_count`` looks
#: back for as many places); one that comes more often on the page is about every subject on it.
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
    if not places:  # no word speaks for a change, and each cut has its price
        return (0.0, *[-1.0] * (size - 1)) if size else ()
    sizes, gains, vocabulary = _count(size, places, shares)
    price = math.log(sum(sizes) + 2)
    costs = _costs(sizes, gains, vocabulary, price)
    cut, before = _best_before(costs, price)
    through = _best_through(costs, before, price)
    changes = [(through[k] - cut[k]) / price for k in range(1, size)]
    return (0.0, *changes) if size else ()


def _count(
    size: int, places: Mapping[str, Sequence[int]], shares: Mapping[str, float]
) -> tuple[list[float], list[list[float]], float]:
    """How many words each passage has, and what they gain by those before it, up to the nearest.

    And one more than the number of different words.
    """
    sizes = [0.0] * size
    gains = [[0.0] * min(last, LONGEST - 1) for last in range(size)]
    vocabulary = 1.0
    for word, where in places.items():
        if len(where) > TOO_OFTEN:
            continue
        share, (second, third, fourth) = _gains_of(shares.get(word, 1.0))
        vocabulary += share
        one = two = three = -LONGEST  # its places before the last, the nearest first
        for last in where:
            sizes[last] += share
            if last - one < LONGEST:
                gain = gains[last]
                gain[one - last] += second
                if last - two < LONGEST:
                    gain[two - last] += third
                    if last - three < LONGEST:
                        gain[three - last] += fourth
            one, two, three = last, one, two
    return sizes, gains, vocabulary


@cache
def _gains_of(share: float) -> tuple[float, tuple[float, ...]]:
    """What a word of such a share counts, and what its further places in a stretch gain."""
    return grained(share), tuple(grained(gain * share) for gain in _GAINS)


def _costs(
    sizes: Sequence[float], gains: Sequence[Sequence[float]], vocabulary: float, price: float
) -> _Costs:
    upto = list(accumulate(sizes, initial=0.0))
    gained = [0.0] * len(sizes)  # what the words up to here gain by their place in a passage
    costs = []
    for end, gain in enumerate(gains, start=1):
        likely, own = 0.0, []
        for first, more in zip(range(end - 1, -1, -1), (0.0, *reversed(gain)), strict=False):
            gained[first] += more
            likely += gained[first]
            length = upto[end] - upto[first]
            own.append(length * math.log(length + vocabulary) + price - likely)
        costs.append(own[::-1])
    return costs


def _best_before(costs: _Costs, price: float) -> tuple[list[float], list[float]]:
    """What the best way up to each passage, and to the page's end, costs.

    With a cut there; and with one or with a stretch that goes on, as it is the longest.
    """
    cut, best = [0.0], [0.0]
    for own in costs:
        cut.append(min(map(add, best[-len(own) :], own)))
        goes_on = best[-LONGEST] + own[0] - price if len(own) == LONGEST else math.inf
        best.append(min(cut[-1], goes_on))
    return cut, best


def _best_through(costs: _Costs, before: Sequence[float], price: float) -> list[float]:
    """For each passage how much the best way without a cut there costs, up to it.

    What the best way from the passage on costs is taken off.
    """
    size = len(costs)
    after = [math.inf] * size + [0.0]
    through = [math.inf] * (size + 1)
    for end in range(size, 0, -1):
        base = end - len(costs[end - 1])
        whole = [cost + after[end] for cost in costs[end - 1]]
        if end - base == LONGEST:
            whole[0] -= price
            through[end] = min(through[end], before[base] + whole[0])
        least = math.inf
        for first, cost in enumerate(whole, start=base):
            # Compared in place: a call of min would cost more than all else here.
            through[first] = least if least < through[first] else through[first]
            after[first] = cost if cost < after[first] else after[first]
            whole_way = before[first] + cost
            least = whole_way if whole_way < least else least
    return list(map(sub, through, after))

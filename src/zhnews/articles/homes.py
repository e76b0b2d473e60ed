"""Which body does each headline go home to?

A headline that stands over its body stays there; one that the extraction left
elsewhere goes to the body with which it shares rare words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from heapq import heapify, heappop, heapreplace

from zhnews.articles.headlines import Unit
from zhnews.articles.topics import Topics
from zhnews.articles.words import Words

__all__ = ["heads_follow", "keep_apart", "match_units", "stretch_that_follows"]

#: The least share of a unit's words that a body must have for the unit to go
#: there, by weight.
LEAST_AFFINITY = 0.08

#: What it is worth that a unit stands right over a body.
IN_PLACE = 0.25

#: How many times more the headlines must share with the bodies over them than
#: with those under them, for a page that prints them so.
FOLLOWING = 1.5

#: And how much of their words they must share besides, all of them together.
LEAST_FOLLOWING = 0.2

#: On a part of a page so many headlines must do so, and share more.
FEWEST_FOLLOWING = 2
LEAST_FOLLOWING_PART = 0.6


def match_units(
    units: Sequence[Unit],
    places: Sequence[int | None],
    bodies: Topics,
    words: Words,
    free: Collection[int],
) -> list[int | None]:
    """The body that each unit is about, best match first, one unit a body.

    Args:
        units: The units to bring home.
        places: For each, the body that it stands right over; None elsewhere.
        bodies: The words of each body.
        words: The page's words.
        free: The numbers of the bodies that are not taken, in order.

    Returns:
        For each unit the number of its body, or None where none fits.
    """
    open_to: list[dict[int, float]] = []
    for u, unit in enumerate(units):
        fits = bodies.fits(unit.title, words, free) if unit.title else {}
        own = {b: fit for b, fit in fits.items() if fit >= LEAST_AFFINITY}
        if unit.title and (place := places[u]) is not None:
            own[place] = fits.get(place, 0.0) + IN_PLACE
        open_to.append(own)
    homes: list[int | None] = [None] * len(units)
    taken: set[int] = set()
    best = [_best_home(u, own) for u, own in enumerate(open_to) if own]
    heapify(best)
    while best:
        u, b = (-number for number in best[0][2:])
        if b not in taken:
            homes[u] = b
            taken.add(b)
            heappop(best)
            continue
        del open_to[u][b]
        if open_to[u]:
            heapreplace(best, _best_home(u, open_to[u]))
        else:
            heappop(best)
    return keep_apart(homes, places)


def keep_apart(homes: Sequence[int | None], places: Sequence[int | None]) -> list[int | None]:
    """The homes, but two headlines that would change their places each stay over a body.

    Two articles on one subject share its words: each headline may fit the other as well.

    >>> keep_apart([1, 0, None], [0, 1, 2]), keep_apart([1, 2, 0], [0, 1, 2])
    ([0, 1, None], [1, 2, 0])
    """
    kept = list(homes)
    units = {place: u for u, place in enumerate(places) if place is not None}
    for u, place in enumerate(places):
        home = kept[u]
        other = units.get(home) if home is not None and home != place else None
        if other is not None and place is not None and kept[other] == place:
            kept[u], kept[other] = place, home
    return kept


def _best_home(u: int, fits: Mapping[int, float]) -> tuple[float, int, int, int]:
    """The body that the ``u``-th unit fits best, the nearest of several.

    Returns how badly it fits, how far it is, and less than nothing by the numbers of
    the unit and of the body: what comes first goes first.
    """
    best = max(fits.values())
    distance, body = min((abs(u - b), -b) for b, fit in fits.items() if fit == best)
    return -best, distance, -u, body


def heads_follow(
    units: list[Unit], places: list[int | None], topics: Sequence[frozenset[str]], words: Words
) -> bool:
    """Whether the headlines of the page stand under their bodies, not over them.

    Args:
        units: The headlines.
        places: For each, the body that it stands right over; None elsewhere.
        topics: The words of each body.
        words: The page's words.
    """
    over = under = 0.0
    for unit, place in zip(units, places, strict=True):
        if unit.title and place:
            over += words.affinity(unit.title, topics[place])
            under += words.affinity(unit.title, topics[place - 1])
    return under > FOLLOWING * over + LEAST_FOLLOWING


def stretch_that_follows(shares: Sequence[tuple[float, float]]) -> range:
    """The headlines of a part of the page that stand under their bodies, if there is one.

    A text may hold several pages, and each was read in its own way.

    Args:
        shares: For headlines in order, how much each shares with the body above it, and
            with the one below.

    >>> stretch_that_follows([(0.1, 0.5), (0.4, 0.0), (0.5, 0.1), (0.0, 0.4)])
    range(1, 3)
    >>> stretch_that_follows([(0.1, 0.5), (0.2, 0.1), (0.0, 0.4)])
    range(0, 0)
    """
    best, stretch = LEAST_FOLLOWING_PART, range(0)
    gain, start = 0.0, 0
    for i, (above, below) in enumerate(shares):
        if gain <= 0:
            gain, start = 0.0, i
        gain += above - FOLLOWING * below
        if gain > best and i + 1 - start >= FEWEST_FOLLOWING:
            best, stretch = gain, range(start, i + 1)
    return stretch

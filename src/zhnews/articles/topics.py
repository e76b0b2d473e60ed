"""With which of several bodies or titles does a line share words, and how much?"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from zhnews.articles.words import Words

__all__ = ["Bodies", "Topics", "places_of"]

#: More sets than this are compared with a title by an index of their words; and
#: a word that more of them have is left out of it, so that time does not grow
#: with the square of the page. No sheet of a paper has as many passages.
MANY = 128


@frozen(slots=False)
class Topics:
    """Several sets of words, of bodies or titles, to compare one with all of them.

    Attributes:
        sets: The sets; all their words, or all that they are compared with,
            are words of passages.
        places: For each word that several sets have, the numbers of these sets; found
            where it is not given.
        often: Whether there is an index in any case: small sets are asked for often.
        passages: What they are unions of, if of neighbours: an index is there then.
        starts: The first passage of each.
    """

    sets: Sequence[frozenset[str]]
    places: Mapping[str, Sequence[int]] | None = None
    often: bool = False
    passages: Topics | None = None
    starts: Sequence[int] = ()

    @cached_property
    def _holders(self) -> Mapping[str, Sequence[int]]:
        """For each word, or each that several sets have, the numbers of these sets."""
        return places_of(self.sets) if self.places is None else self.places

    @cached_property
    def _known(self) -> dict[str, Sequence[int]]:
        """The same for the words that were asked for, where the passages tell."""
        return {}

    @cached_property
    def _last_holder(self) -> Mapping[str, int]:
        """For each word the number of the last set that has it."""
        holder: dict[str, int] = {}
        for number, words in enumerate(self.sets):
            holder.update(dict.fromkeys(words, number))
        return holder

    def holders(self, word: str) -> Sequence[int]:
        """The numbers of the sets that have a word, in order."""
        if self.passages is not None:
            known = self._known.get(word)
            if known is None:
                own = (bisect_right(self.starts, k) - 1 for k in self.passages.holders(word))
                known = self._known[word] = tuple(dict.fromkeys(own))
            return known
        several = self._holders.get(word, ())
        if several or self.places is None:
            return several
        last = self._last_holder.get(word)
        return () if last is None else (last,)

    def shared(
        self, words: frozenset[str], weights: Words, among: Collection[int] | None = None
    ) -> dict[int, float]:
        """What words weigh that a set has too, for each set that has any.

        Args:
            words: The words.
            weights: What they weigh.
            among: The numbers of the sets that are asked, in order; all where None.
        """
        asked = range(len(self.sets)) if among is None else among
        if len(asked) <= MANY and not self.often:
            weigh, sets = weights.weigh, self.sets
            return {n: weigh(both) for n in asked if (both := words & sets[n])}
        shared: defaultdict[int, float] = defaultdict(float)
        for word in words:
            numbers = self.holders(word)
            if 0 < len(numbers) <= MANY:
                weight = weights.weights.get(word, weights.heaviest)
                for number in numbers:
                    shared[number] += weight
        return {n: shared[n] for n in sorted(shared) if among is None or n in among}

    def fits(
        self, title: frozenset[str], weights: Words, among: Collection[int] | None = None
    ) -> dict[int, float]:
        """The affinity of a title to each set that it shares anything with (see ``shared``).

        >>> from zhnews.articles.words import weigh_words, words_of
        >>> words = weigh_words(["小麦收割", "台风登陆"])
        >>> words.topics.fits(words_of("台风登陆"), words)
        {1: 1.0}
        """
        shared = self.shared(title, weights, among)
        total = (weights.weigh(title) or 1.0) if shared else 1.0
        return {number: weight / total for number, weight in shared.items()}


@frozen
class Bodies:
    """The bodies that a line on display may be about.

    Attributes:
        below: The words of the one right below; empty where there is none.
        topics: The words of all.
        words: The page's words.
        wanting: The numbers of those that want a headline, in order; all where None.
    """

    below: frozenset[str]
    topics: Topics
    words: Words
    wanting: Collection[int] | None = None

    def fit(self, title: frozenset[str]) -> float:
        """The affinity of a title to the body that it is most about."""
        return max(self.fits(title).values())

    def fits(self, title: frozenset[str]) -> dict[int, float]:
        """The affinity of a title to the bodies; that right below is number -1."""
        elsewhere = self.topics.fits(title, self.words, self.wanting)
        return {-1: self.words.affinity(title, self.below), **elsewhere}


def places_of(sets: Iterable[frozenset[str]]) -> Mapping[str, Sequence[int]]:
    """For each word the numbers of the sets that have it."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(sets):
        for word in words:
            places[word].append(number)
    return places

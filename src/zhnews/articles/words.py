"""Which words do two passages share, and how much does it say?

A word here is a pair of neighbouring Han characters, or a Latin word or a
number: that costs no dictionary, and a name cut in pairs is still rare. Rare
words tell: each weighs as much as it is found in few of the page's passages.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

__all__ = ["Topics", "Words", "weigh_words", "words_of"]

#: A word in more passages than this is the page's, and ties none to another.
COMMON = 8

#: How many passages apart a word may stand and still tie them, and how much
#: less it does so with each passage between.
FURTHEST_TIE = 8
FADING = 0.6

#: The ties across a break are measured against this many passages either side.
TIED = 3

#: A word that more sets than this have tells none of them from the others; it
#: is left out where one is compared with all, so that time does not grow with
#: the square of the page. No sheet of a paper has as many passages.
MOST_HOLDERS = 128

#: Weights are multiples of this: their sums are exact, whatever the order in
#: which a set gives its words, so that every run gives the same answer.
GRAIN = 2.0**-20

#: Runs of Han characters, cut at the characters that are grammar rather than
#: matter in most of their uses; Latin words; figures.
_RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+|[A-Za-z]{2,}|\d+(?:\.\d+)?")
_GRAMMAR = re.compile(r"[的了在是和与及等不也就都要有为对从到将被把这那其之以而着过]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a passage.

    >>> sorted(words_of("台风“银河”登陆"))
    ['台风', '登陆', '银河']
    """
    words: set[str] = set()
    for found in _RUN.finditer(text):
        run = found.group()
        if run.isascii():
            words.add(run.lower())
            continue
        for part in _GRAMMAR.split(run):
            words.update(map("".join, pairwise(part)))
    return frozenset(words)


@frozen
class Words:
    """The words of a page's passages and what each weighs.

    Attributes:
        topics: The words of each passage.
        weights: For each word, the logarithm of how many times fewer passages
            have it than there are; 0 for a word that all have.
        heaviest: The weight of a word that one passage has.
        threads: For each passage, what ties it to those before it: the weight
            of the rare words that stand on both sides of the break, nearer
            ones more, for a hundred characters. About 0.5 between articles, 4
            within one.
    """

    topics: Topics
    weights: dict[str, float]
    heaviest: float
    threads: tuple[float, ...]

    @property
    def passages(self) -> Sequence[frozenset[str]]:
        """The words of each passage."""
        return self.topics.sets

    def weight(self, words: Iterable[str]) -> float:
        """What some words weigh together."""
        weights = self.weights
        return sum(weights.get(word, 0.0) for word in words)

    def weigh(self, words: Iterable[str]) -> float:
        """What some words weigh together, those that no passage has too."""
        weights = self.weights
        return sum(weights.get(word, self.heaviest) for word in words)

    def affinity(self, words: frozenset[str], others: frozenset[str]) -> float:
        """The share of the words' weight that the others have too, 0 to 1.

        Words that no passage has weigh as much as those of a single one.
        """
        total = self.weigh(words)
        return self.weight(words & others) / total if total else 0.0


@frozen
class Topics:
    """Several sets of words, as bodies or titles, to compare one with all at once.

    Attributes:
        sets: The sets.
        holders: For each word the numbers of the sets that have it.
    """

    sets: Sequence[frozenset[str]]
    holders: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, sets: Sequence[frozenset[str]]) -> Topics:
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(sets):
            for word in words:
                holders[word].append(number)
        return cls(sets, holders)

    def shared(self, words: Iterable[str], weights: Words) -> dict[int, float]:
        """What words weigh that a set has too, for each set that has any."""
        shared: defaultdict[int, float] = defaultdict(float)
        for word in words:
            numbers = self.holders.get(word, ())
            weight = weights.weights.get(word, 0.0)
            if weight and len(numbers) <= MOST_HOLDERS:
                for number in numbers:
                    shared[number] += weight
        return shared

    def fits(self, title: frozenset[str], weights: Words) -> dict[int, float]:
        """The affinity of a title to each set that it shares anything with.

        >>> words = weigh_words(["小麦收割", "台风登陆"])
        >>> Topics.of(words.passages).fits(words_of("台风过境"), words)
        {1: 0.333...}
        """
        shared = self.shared(title, weights)
        total = weights.weigh(title) if shared else 0.0
        return {number: weight / total for number, weight in shared.items()}


def weigh_words(texts: Sequence[str]) -> Words:
    """The words of a page's passages, each weighed by how rare it is there.

    >>> words = weigh_words(["全县小麦收割", "小麦收购价格", "台风登陆"])
    >>> words.threads[1] > words.threads[2]
    True
    """
    passages = tuple(words_of(text) for text in texts)
    counts = Counter(word for words in passages for word in words)
    total = len(passages) + 1
    logs = {count: _in_grains(math.log(total / count)) for count in {1, *counts.values()}}
    weights = {word: logs[count] for word, count in counts.items()}
    threads = _threads(texts, passages, counts, weights)
    return Words(Topics.of(passages), weights, logs[1], threads)


def _in_grains(weight: float) -> float:
    return round(weight / GRAIN) * GRAIN


def _threads(
    texts: Sequence[str],
    passages: tuple[frozenset[str], ...],
    counts: Mapping[str, int],
    weights: Mapping[str, float],
) -> tuple[float, ...]:
    """What ties each passage to those before it, for a hundred characters."""
    places: dict[str, list[int]] = {}
    for j, words in enumerate(passages):
        for word in words:
            if 1 < counts[word] <= COMMON:
                places.setdefault(word, []).append(j)
    ties = [0.0] * (len(passages) + 1)
    for word, where in places.items():
        # A word all over the page (its town) ties less than one that stands close together.
        close = weights[word] * (1 - (where[-1] - where[0]) / len(passages))
        for i, j in pairwise(where):
            if j - i <= FURTHEST_TIE:
                tie = _in_grains(close * FADING ** (j - i - 1))
                for k in range(i + 1, j + 1):
                    ties[k] += tie
    sizes = [len(text) for text in texts]
    for k in range(len(passages)):
        size = min(sum(sizes[max(0, k - TIED) : k]), sum(sizes[k : k + TIED]))
        ties[k] = 100 * ties[k] / size if size else 0.0
    return tuple(ties)

"""Which words do two passages share, and how much does it say?

A word here is a pair of neighbouring Han characters, or a Latin word or a
number: that costs no dictionary, and a name cut in pairs is still rare. Rare
words tell: each weighs as much as it is found in few of the page's passages.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from itertools import pairwise

from attrs import frozen

__all__ = ["Words", "weigh_words", "words_of"]

#: A word in more passages than this is the page's, and ties none to another.
COMMON = 8

#: How many passages apart a word may stand and still tie them, and how much
#: less it does so with each passage between.
FURTHEST_TIE = 8
FADING = 0.6

#: The ties across a break are measured against this many passages either side.
TIED = 3

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
        passages: The words of each passage.
        weights: For each word, the logarithm of how many times fewer passages
            have it than there are; 0 for a word that all have.
        heaviest: The weight of a word that one passage has.
        threads: For each passage, what ties it to those before it: the weight
            of the rare words that stand on both sides of the break, nearer
            ones more, for a hundred characters. About 0.5 between articles, 4
            within one.
    """

    passages: tuple[frozenset[str], ...]
    weights: dict[str, float]
    heaviest: float
    threads: tuple[float, ...]

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


def weigh_words(texts: Sequence[str]) -> Words:
    """The words of a page's passages, each weighed by how rare it is there.

    >>> words = weigh_words(["全县小麦收割", "小麦收购价格", "台风登陆"])
    >>> words.threads[1] > words.threads[2]
    True
    """
    passages = tuple(words_of(text) for text in texts)
    counts = Counter(word for words in passages for word in words)
    total = len(passages) + 1
    weights = {word: math.log(total / count) for word, count in counts.items()}
    return Words(passages, weights, math.log(total), _threads(texts, passages, counts, weights))


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
                tie = close * FADING ** (j - i - 1)
                for k in range(i + 1, j + 1):
                    ties[k] += tie
    sizes = [len(text) for text in texts]
    for k in range(len(passages)):
        size = min(sum(sizes[max(0, k - TIED) : k]), sum(sizes[k : k + TIED]))
        ties[k] = 100 * ties[k] / size if size else 0.0
    return tuple(ties)

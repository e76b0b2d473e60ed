"""Which words do two passages share, and how much does it say?

A word here is a pair of neighbouring Han characters, or a Latin word or a
number: that costs no dictionary, and a name cut in pairs is still rare. Rare
words tell: each weighs as much as it is found in few of the page's passages.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

__all__ = ["Words", "weigh_words", "words_of"]

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
            words.update(map("".join, zip(part, part[1:], strict=False)))
    return frozenset(words)


@frozen
class Words:
    """The words of a page's passages and what each weighs.

    Attributes:
        passages: The words of each passage.
        repeated: Those of them that stand in another passage too.
        weights: For each word, the logarithm of how many times fewer passages
            have it than there are; 0 for a word that all have.
        heaviest: The weight of a word that one passage has.
    """

    passages: tuple[frozenset[str], ...]
    repeated: tuple[frozenset[str], ...]
    weights: dict[str, float]
    heaviest: float

    def weight(self, words: Iterable[str]) -> float:
        """What some words weigh together."""
        weights = self.weights
        return sum(weights.get(word, 0.0) for word in words)

    def affinity(self, words: frozenset[str], others: frozenset[str]) -> float:
        """The share of the words' weight that the others have too, 0 to 1.

        Words that no passage has weigh as much as those of a single one.
        """
        weights = self.weights
        total = sum(weights.get(word, self.heaviest) for word in words)
        return self.weight(words & others) / total if total else 0.0

    def evidence(self, before: Sequence[int], after: Sequence[int]) -> float:
        """How many repeated words the poorer of two stretches has, by weight."""
        left = frozenset[str]().union(*(self.repeated[i] for i in before))
        right = frozenset[str]().union(*(self.repeated[i] for i in after))
        return min(self.weight(left), self.weight(right))

    def cohesion(self, before: Sequence[int], after: Sequence[int]) -> float:
        """How much two stretches of passages are about one thing, 0 to 1.

        The weight of the words on both sides, against the geometric mean of
        what each side's words weigh. Only words that stand in two passages or
        more count: the others cannot tell.
        """
        left = frozenset[str]().union(*(self.repeated[i] for i in before))
        right = frozenset[str]().union(*(self.repeated[i] for i in after))
        size = math.sqrt(self.weight(left) * self.weight(right))
        return self.weight(left & right) / size if size else 0.0


def weigh_words(texts: Sequence[str]) -> Words:
    """The words of a page's passages, each weighed by how rare it is there.

    >>> words = weigh_words(["全县小麦收割", "小麦收购价格", "台风登陆"])
    >>> words.cohesion([0], [1]) > words.cohesion([1], [2])
    True
    """
    passages = tuple(words_of(text) for text in texts)
    counts = Counter(word for words in passages for word in words)
    total = len(passages) + 1
    weights = {word: math.log(total / count) for word, count in counts.items()}
    twice = frozenset(word for word, count in counts.items() if count > 1)
    return Words(passages, tuple(words & twice for words in passages), weights, math.log(total))

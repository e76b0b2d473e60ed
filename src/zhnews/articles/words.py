"""Which words do two passages share, and how much does it say?

A word here is a pair of neighbouring Han characters, or a Latin word or a
number: that costs no dictionary, and a name cut in pairs is still rare. Rare
words tell: each weighs as much as it is found in few of the page's passages, and
less if it is common in the language (``common.tsv``).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise, repeat

from attrs import field, frozen

from zhnews.articles.grains import GRAIN, grained
from zhnews.articles.subjects import subject_changes
from zhnews.articles.topics import Topics, places_of
from zhnews.vocab import rows_of

__all__ = ["Words", "common_letters", "title_words", "union", "weigh_words", "words_of"]

#: A word in more passages than this is the page's, and ties none to another.
COMMON = 8

#: How many passages apart a word may stand and still tie them, and how much
#: less it does so with each passage between.
FURTHEST_TIE = 8
FADING = 0.6

#: A turn is seen in this many passages on either side, if so many words recur.
TURNING = 5
FEWEST_RECURRING = 2

#: So many windows of passages are kept: those of a break are asked for a few breaks on.
MOST_WINDOWS = 32

#: The ties across a break are measured against this many passages either side.
TIED = 3

#: A character in so many common words is common itself.
COMMON_LETTER = 4

#: Characters that are grammar rather than matter in most of their uses: they
#: part words.
_GRAMMAR = "的了在是和与及等不也就都要有为对从到将被把这那其之以而着过"

#: Runs of other Han characters; Latin words; figures.
_HAN = "".join(
    f"{chr(ord(before) + 1)}-{chr(ord(after) - 1)}"
    for before, after in pairwise(["\u33ff", *sorted(_GRAMMAR), "\ua000"])
    if ord(after) - ord(before) > 1
)
_RUN = re.compile(rf"[{_HAN}\U00020000-\U0003ffff]{{2,}}|[A-Za-z]{{2,}}|\d+(?:\.\d+)?")
_PAIR = re.compile("..")


def words_of(text: str) -> frozenset[str]:
    """The words of a passage.

    >>> sorted(words_of("台风“银河”登陆"))
    ['台风', '登陆', '银河']
    """
    words: list[str] = []
    for run in _RUN.findall(text):
        if run.isascii():
            words.append(run.lower())
        else:  # the pairs that begin at even places, and those at odd ones
            words += _PAIR.findall(run)
            words += _PAIR.findall(run, 1)
    return frozenset(words)


@lru_cache(maxsize=256)  # each plan of a page asks of the same lines
def title_words(title: str) -> frozenset[str]:
    """The words of a line on display."""
    return words_of(title)


def union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """All the words of several sets."""
    return frozenset[str]().union(*sets)


@frozen
class Window:
    """The recurring words of a few passages.

    Attributes:
        once: All of them.
        again: Those that several of these passages have.
        weight: What these weigh.
    """

    once: set[str]
    again: set[str]
    weight: float


@frozen
class Words:
    """The words of a page's passages and what each weighs.

    Attributes:
        topics: The words of each passage.
        recurring: Those words of each passage that others have too.
        weights: For each word that several passages have, the logarithm of
            how many times fewer these are than all; for a common word a share of it.
        heaviest: The weight of any other word.
        threads: For each passage, what ties it to those before it: the weight
            of the rare words that stand on both sides of the break, nearer
            ones more, for a hundred characters. About 0.5 between articles, 4
            within one.
        changes: For each passage, how much all words of the page speak for a change of
            subject before it (see ``subjects.subject_changes``).
    """

    topics: Topics
    recurring: Sequence[frozenset[str]]
    weights: dict[str, float]
    heaviest: float
    threads: tuple[float, ...]
    changes: tuple[float, ...]
    _windows: dict[tuple[int, int], Window] = field(factory=dict, init=False, repr=False, eq=False)
    _bests: dict[frozenset[str], tuple[int, float]] = field(
        factory=dict, init=False, repr=False, eq=False
    )

    @property
    def passages(self) -> Sequence[frozenset[str]]:
        """The words of each passage."""
        return self.topics.sets

    def weigh(self, words: Iterable[str]) -> float:
        """What some words weigh together, those that no passage has too."""
        return sum(map(self.weights.get, words, repeat(self.heaviest)))

    def turn(self, start: int, k: int) -> float | None:
        """How much the passages change their subject before the ``k``-th, 0 to 1.

        The share, by weight, of the words that recur on one side, within a few
        passages, and are not on the other; None where hardly any recur, or none can.

        >>> words = weigh_words(["小麦收割", "小麦收购", "台风登陆", "台风警报"])
        >>> words.turn(0, 2), words.turn(0, 1)
        (1.0, None)
        """
        if k - start < 2:
            return None
        before = self._window(max(start, k - TURNING), k)
        after = self._window(k, min(k + TURNING, len(self.recurring)))
        if not (before.again or after.again):
            return None
        both = before.again & after.again
        if len(before.again) + len(after.again) - len(both) < FEWEST_RECURRING:
            return None
        twice = self.weigh(both)
        recurring = before.weight + after.weight - twice
        shared = self.weigh(before.again & after.once) + self.weigh(after.again & before.once)
        return 1.0 - (shared - twice) / (recurring or 1.0)

    def _window(self, start: int, end: int) -> Window:
        """The recurring words of some passages: what is after one break is before another."""
        known = self._windows.get((start, end))
        if known is None:
            if len(self._windows) >= MOST_WINDOWS:
                self._windows.clear()
            once, again = _once_and_again(self.recurring[start:end])
            known = self._windows[start, end] = Window(once, again, self.weigh(again))
        return known

    def best_passage(self, title: frozenset[str]) -> tuple[int, float]:
        """The passage that a title is most about, the first of several, and how well it fits."""
        known = self._bests.get(title)
        if known is None:
            fits = self.topics.fits(title, self)
            best = max(fits, key=fits.__getitem__, default=0)
            known = self._bests[title] = best, fits.get(best, 0.0)
        return known

    def affinity(self, words: frozenset[str], others: frozenset[str]) -> float:
        """The share of the words' weight that the others have too, 0 to 1.

        Words that no passage has weigh as much as those of a single one. The
        others are words of passages.
        """
        shared = words & others
        return self.weigh(shared) / (self.weigh(words) or 1.0) if shared else 0.0

    def affinity_to_any(self, words: frozenset[str], others: Iterable[frozenset[str]]) -> float:
        """The share of the words' weight that any of the others has."""
        return self.affinity(words, union([words & other for other in others]))

    def affinities(self, words: frozenset[str], others: Iterable[frozenset[str]]) -> list[float]:
        """The same for several others."""
        total = self.weigh(words) or 1.0
        return [
            self.weigh(shared) / total if (shared := words & other) else 0.0 for other in others
        ]


def weigh_words(texts: Sequence[str]) -> Words:
    """The words of a page's passages, each weighed by how rare it is there.

    >>> words = weigh_words(["全县小麦收割", "小麦收购价格", "台风登陆"])
    >>> words.threads[1] > words.threads[2]
    True
    """
    passages = tuple([words_of(text) for text in texts])
    _, several = _once_and_again(passages)
    recurring = tuple([words & several for words in passages])
    places = places_of(recurring)
    total = len(passages) + 1
    by_count = {n: grained(math.log(total / n)) for n in set(map(len, places.values()))}
    heaviest = grained(math.log(total))
    own = {word: by_count[len(where)] for word, where in places.items()}
    weights = _common_weights(heaviest) | own
    shares = common_words()
    for word in shares.keys() & places.keys():
        weights[word] = grained(by_count[len(places[word])] * shares[word])
    threads = _threads(texts, places, weights)
    changes = subject_changes(len(texts), places, shares)
    return Words(Topics(passages, places), recurring, weights, heaviest, threads, changes)


@cache
def common_words() -> dict[str, float]:
    """The words that are common in the language, each with its share of a rare word's weight."""
    rows = rows_of(__package__, "common")
    return {word: int(share) / 100 for word, share in rows}


@cache
def common_letters() -> frozenset[str]:
    """The characters that many common words are made of: alone they say nothing.

    >>> {"大", "茶"} & common_letters()
    {'大'}
    """
    counts = Counter(letter for word in common_words() for letter in set(word))
    return frozenset(letter for letter, count in counts.items() if count >= COMMON_LETTER)


@lru_cache(maxsize=64)  # many pages have as many passages as others
def _common_weights(heaviest: float) -> dict[str, float]:
    """What these words weigh on a page where a rare word weighs so much."""
    return {word: grained(heaviest * share) for word, share in common_words().items()}


def _once_and_again(passages: Sequence[frozenset[str]]) -> tuple[set[str], set[str]]:
    """All words of some passages, and those that several of them have."""
    once: set[str] = set()
    again: set[str] = set()
    for words in passages:
        again |= once & words
        once |= words
    return once, again


def _threads(
    texts: Sequence[str],
    places: Mapping[str, Sequence[int]],
    weights: Mapping[str, float],
) -> tuple[float, ...]:
    """What ties each passage to those before it, for a hundred characters."""
    fading = [FADING**between / GRAIN for between in range(FURTHEST_TIE)]
    steps = [0] * (len(texts) + 1)  # how much more ties a passage than the last, in grains
    for word, where in places.items():
        first, last = where[0], where[-1]
        if len(where) > COMMON or (len(where) == 2 and last - first > FURTHEST_TIE):
            continue
        # A word all over the page (its town) ties less than one that stands close together.
        close = weights[word] * (1 - (last - first) / len(texts))
        i = first
        for j in where[1:]:
            if j - i <= FURTHEST_TIE:
                tie = int(close * fading[j - i - 1])
                steps[i + 1] += tie
                steps[j + 1] -= tie
            i = j
    sizes = list(accumulate(map(len, texts), initial=0))
    ties = [tie * GRAIN for tie in accumulate(steps)]
    for k in range(len(texts)):
        before = sizes[k] - sizes[max(0, k - TIED)]
        after = sizes[min(k + TIED, len(texts))] - sizes[k]
        ties[k] = 100 * ties[k] / min(before, after) if before and after else 0.0
    return tuple(ties)

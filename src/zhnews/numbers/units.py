"""What does the figure count? Units, classifiers and money that stand after it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from attrs import frozen

from zhnews.vocab import Vocabulary

__all__ = ["KINDS", "Lexicon", "Makes", "Money", "Unit", "lexicon", "longer_words"]


class Unit(NamedTuple):
    """A unit as read.

    Attributes:
        word: The unit, without 个 before it.
        sort: ``"measure"``, ``"classifier"``, ``"ordinal"``, ``"time"`` or ``"money"``.
        end: Where it ends.
    """

    word: str
    sort: str
    end: int


class Money(NamedTuple):
    """A currency: its code (empty: the script decides), unit and share of it."""

    code: str
    unit: str
    share: Decimal


class Makes(NamedTuple):
    """What a unit makes of the figure before it.

    Attributes:
        kind: The kind of item: ``"money"``, ``"measure"``, ``"ordinal"`` or ``"duration"``.
        unit: The unit of the item.
        code: The currency; empty where the script decides, None for no money.
        factor: What the figure is multiplied by.
        sort: The sort of the unit.
        others: Characters that make another word of it.
    """

    kind: str
    unit: str
    code: str | None
    factor: Decimal | int
    sort: str
    others: frozenset[str]


#: The kinds of items that units make, by sort; all others make measures.
KINDS: Final = {"time": "duration", "money": "money", "ordinal": "ordinal"}


@frozen
class Lexicon:
    """The tables of units for one vocabulary, ready to be asked at a place.

    Attributes:
        sorts: The words and their sorts.
        heads: The characters that words begin with.
        longer: The lengths of the words that begin with two characters, longest first.
        money: What each currency word means.
        signs: Currency words before a figure, by last character.
        times: What ISO 8601 calls a unit of time.
        other_words: Characters that make another word of a unit.
        phrases: Words that look like a count and are none.
        names: The longer ones by their first two characters: 三次产业.
        makes: What each word makes of a figure.
    """

    sorts: dict[str, str]
    heads: frozenset[str]
    longer: dict[str, tuple[int, ...]]
    money: dict[str, Money]
    signs: dict[str, tuple[str, ...]]
    times: dict[str, tuple[str, Decimal | int]]
    other_words: dict[str, frozenset[str]]
    phrases: frozenset[str]
    names: dict[str, tuple[str, ...]]
    makes: dict[str, Makes]

    def unit_at(self, text: str, at: int) -> Unit | None:
        """The unit that stands at ``at``, longest first; blanks before it are read over.

        >>> from zhnews.vocab import STANDARD
        >>> lexicon(STANDARD).unit_at("万千瓦时", 1)
        Unit(word='千瓦时', sort='measure', end=4)
        >>> lexicon(STANDARD).unit_at("个百分点", 0)
        Unit(word='百分点', sort='measure', end=4)
        """
        head = text[at : at + 1]
        if head in (" ", "\t", "\xa0"):
            rest = text[at : at + 6]
            at += len(rest) - len(rest.lstrip(" \t\xa0"))
            head = text[at : at + 1]
        if head == "个":
            inner = self.word_at(text, at + 1)
            if inner is not None and _follows_ge(inner, text):
                return inner
        return self.word_at(text, at)

    def is_phrase(self, text: str, start: int, end: int) -> bool:
        """Whether numeral and unit are a set phrase, or begin a longer one.

        >>> from zhnews.vocab import STANDARD
        >>> words = lexicon(STANDARD)
        >>> words.is_phrase("三次产业", 0, 2), words.is_phrase("三次会议", 0, 2)
        (True, False)
        """
        if text[start:end] in self.phrases:
            return True
        longer = self.names.get(text[start : start + 2])
        return longer is not None and text.startswith(longer, start)

    def word_at(self, text: str, at: int) -> Unit | None:
        """The longest unit that begins at ``at``."""
        sorts = self.sorts
        pair = text[at : at + 2]
        if pair in self.longer:
            for size in self.longer[pair]:
                word = text[at : at + size]
                end = at + len(word)
                if word in sorts and not _goes_on(word, text, end):
                    return _new(Unit, (word, sorts[word], end))
        word = pair[:1]
        if word in sorts and not _goes_on(word, text, at + 1):
            return _new(Unit, (word, sorts[word], at + 1))
        return None

    def sign_before(self, text: str, at: int) -> str | None:
        """The currency word that ends before ``at``, as in 人民币285元."""
        for word in self.signs.get(text[at - 1 : at], ()):
            if text.endswith(word, 0, at):
                return word
        return None


#: A named tuple without the detour over its names.
_new: Final = tuple.__new__


#: Phrases of so many characters are a numeral and its unit; longer ones go on.
_SHORT_PHRASE: Final = 2
#: The units of time of one character that 个 stands before.
_AFTER_GE: Final = ("月", "周", "钟")


def _goes_on(word: str, text: str, end: int) -> bool:
    """Whether letters go on behind it: 5 m of 5 mobile."""
    if not "A" <= word[-1] <= "z":
        return False
    after = text[end : end + 1]
    return after.isascii() and after.isalnum()


#: Before these 点 is of another word: 5个点位.
_SPOTS: Final = frozenset("位子儿心球名缀上")


def _follows_ge(unit: Unit, text: str) -> bool:
    """个 stands before 百分点, 小时 and 月, not before 米 and 年 (5个年轻人)."""
    if unit.word == "点":  # 0.3个点; 3个点子 are ideas
        return text[unit.end : unit.end + 1] not in _SPOTS
    if unit.sort == "time":
        return len(unit.word) > 1 or unit.word in _AFTER_GE
    return unit.sort == "measure" and len(unit.word) > 1


@lru_cache(maxsize=8)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The tables of a vocabulary, ready to be asked."""
    currencies = vocabulary.table("currencies")
    sorts = {
        word: "money" for word in currencies.words if currencies.mapping("side")[word] != "before"
    }
    sorts |= vocabulary.table("units").mapping("sort")
    times = vocabulary.table("time_units")
    sorts |= {word: "time" for word in times.words if word != "月"}
    signs: dict[str, list[str]] = {}
    for word, side in currencies.mapping("side").items():
        if side != "after":
            signs.setdefault(word[-1], []).append(word)
    money = {row[0]: Money(row[1], row[2], Decimal(row[3])) for row in currencies.rows}
    others = {unit: frozenset(letters) for unit, letters in vocabulary.table("unit_words").rows}
    makes = {
        word: _makes(word, sort, money, others.get(word, frozenset()))
        for word, sort in sorts.items()
    }
    phrases = vocabulary.table("set_phrases").words
    names: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        if len(phrase) > _SHORT_PHRASE:
            names[phrase[:2]] = (*names.get(phrase[:2], ()), phrase)
    return Lexicon(
        sorts,
        frozenset(word[0] for word in sorts),
        longer_words(sorts),
        money,
        {tail: tuple(sorted(rows, key=len, reverse=True)) for tail, rows in signs.items()},
        {row[0]: (row[1], _whole(Decimal(row[2]))) for row in times.rows},
        others,
        frozenset(phrases),
        names,
        makes,
    )


def longer_words(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of words by their first two characters, longest first.

    >>> longer_words(["年", "年度", "小时", "小时候"])
    {'年度': (2,), '小时': (3, 2)}
    """
    sizes: dict[str, set[int]] = {}
    for word in words:
        if len(word) > 1:
            sizes.setdefault(word[:2], set()).add(len(word))
    return {pair: tuple(sorted(found, reverse=True)) for pair, found in sizes.items()}


def _whole(value: Decimal) -> Decimal | int:
    return int(value) if value == int(value) else value


def _makes(word: str, sort: str, money: dict[str, Money], others: frozenset[str]) -> Makes:
    if sort == "money":
        code, unit, share = money[word]
        return Makes("money", unit, code, share, sort, others)
    return Makes(KINDS.get(sort, "measure"), word, None, 1, sort, others)

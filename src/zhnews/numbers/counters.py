"""Which unit needs nothing weighed beside it? What is known of each before a text is read.

Most figures of a newspaper have such a unit, and what stands after it can be
told from one character.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from zhnews.numbers.figures import HAN
from zhnews.numbers.tails import COMPLETED, NOT_TENTHS, SMALLER
from zhnews.numbers.units import Lexicon, lexicon, longer_words
from zhnews.vocab import Vocabulary

__all__ = ["NO_UNIT", "Counter", "Counters", "counters"]

_NUMERALS: Final = frozenset("0123456789" + HAN)
#: After the unit: what continues a range, a rate, a sum or a hedge.
_WEIGHED_AFTER: Final = frozenset("-—–~～―－‐‑−/至到半多余强弱不又整正钱 \t\xa0.几级块角毛分")
#: After a unit of time: what goes on counting, or makes a day or an age of it.
_WEIGHED_AFTER_TIME: Final = _WEIGHED_AFTER | frozenset("和加前之以大代")
#: Units that a smaller one may follow, or that need the words beside them.
_WEIGHED_UNITS: Final = frozenset((*"块角毛分折款版栋幢", "单元"))
#: After 级 these are steps that one climbs: 90级台阶.
_STEPS: Final = frozenset("台石阶楼")
#: 个 before these belongs to a longer unit or to none: 个半小时, 个多月.
_WEIGHED_GE: Final = frozenset(" \t\xa0百多半余来亿季")
#: How words begin that make a date or a time of a figure: 年, 月, 时, 季度.
_DATED: Final = frozenset("年月日号时点世季期初末" + HAN)
_KINDS: Final = {"classifier": "measure", "tenths": "percent", "time": "duration"}


class Counter(NamedTuple):
    """A unit that needs nothing weighed, and what it makes of a figure.

    Attributes:
        size: How many characters it has, 个 before it counted.
        word: The unit, without 个 before it.
        sort: ``"measure"``, ``"classifier"``, ``"ordinal"``, ``"time"``,
            ``"money"``, ``"percent"`` or ``"tenths"``.
        kind: The kind of item it makes.
        unit: The unit of the item.
        code: The currency; empty where the script decides, None for no money.
        weighed: Characters after it that take the long way.
        dated: Whether figure and unit may be a date or a time of day.
    """

    size: int
    word: str
    sort: str
    kind: str
    unit: str | None
    code: str | None
    weighed: frozenset[str]
    dated: bool


#: No unit stands there.
NO_UNIT: Final = Counter(0, "", "", "", None, None, frozenset(), False)


class Counters(NamedTuple):
    """The units of one vocabulary, for a figure that stands before them.

    Attributes:
        rows: What is known of each; None where it takes the long way.
        longer: The lengths of those that begin with two characters, longest first.
    """

    rows: dict[str, Counter | None]
    longer: dict[str, tuple[int, ...]]

    def at(self, text: str, start: int) -> Counter | None:
        """The unit at ``start``, ``NO_UNIT``, or None where only the long way tells.

        >>> from zhnews.vocab import STANDARD
        >>> counters(STANDARD).at("个百分点", 0)[:4]
        (4, '百分点', 'measure', 'measure')
        >>> counters(STANDARD).at("块", 0) is None
        True
        """
        rows, longer = self
        pair = text[start : start + 2]
        if pair in longer:
            for size in longer[pair]:
                word = text[start : start + size]
                if word in rows:
                    return rows[word]
        return rows.get(pair[:1], NO_UNIT)


@lru_cache(maxsize=8)
def counters(vocabulary: Vocabulary) -> Counters:
    """The units of a vocabulary, ready to be asked."""
    words = lexicon(vocabulary)
    known = [*words.sorts, *("个" + word for word in words.sorts)]
    rows = {word: _row(word, words) for word in known}
    rows["%"] = _counter("%", "%", "percent", "%", frozenset())
    rows["成"] = _counter("成", "成", "tenths", "%", _NUMERALS | NOT_TENTHS["成"])
    # a share is asked for before a unit (a user's own 成色), as in tails
    return Counters(rows, longer_words(word for word in rows if word[0] != "成"))


def _row(word: str, words: Lexicon) -> Counter | None:
    unit = words.unit_at(word, 0)
    if unit is None or unit.word in _WEIGHED_UNITS or unit.word[-1] <= "z":
        return None
    code = None
    name: str | None = unit.word
    if unit.sort == "money":
        money = words.money[unit.word]
        if money.share != 1:
            return None
        name, code = money.unit, money.code
    elif unit.sort in ("ordinal", "time"):
        if unit.sort == "time" and not words.times[unit.word][1]:
            return None
        name = None
    weighed = words.other_words.get(unit.word, frozenset())
    if unit.sort in ("time", "money") or unit.word in SMALLER or unit.word == "度":
        weighed |= _NUMERALS
    elif unit.word in COMPLETED:
        weighed |= frozenset(HAN)
    if unit.word == "个":
        weighed |= _WEIGHED_GE
    elif unit.word == "级":
        weighed |= _STEPS
    counter = _counter(word[: unit.end], unit.word, unit.sort, name, weighed)
    return counter._replace(code=code)


def _counter(word: str, name: str, sort: str, unit: str | None, weighed: frozenset[str]) -> Counter:
    after = _WEIGHED_AFTER_TIME if sort == "time" else _WEIGHED_AFTER
    dated = word[0] in _DATED or word.startswith("个季")
    return Counter(
        len(word), name, sort, _KINDS.get(sort, sort), unit, None, after | weighed, dated
    )

"""What stands beside a figure? Signs, currency words, hedges."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from zhnews.numbers.counters import Counters, counters
from zhnews.numbers.figures import HAN, Figure
from zhnews.numbers.hedges import Hedges, hedges, may_count_scale
from zhnews.numbers.items import Item
from zhnews.numbers.units import Lexicon, lexicon
from zhnews.vocab import Vocabulary

__all__ = ["NEGATIVE", "Surroundings"]

#: What makes a figure negative, before it.
NEGATIVE: Final = ("零下", "负", "-", "−")


class Beside(NamedTuple):
    """Characters next to a bare figure that have to be weighed.

    Attributes:
        before: What may be a hedge or a currency.
        after: What may be a unit, a share, a joint or a hedge.
        joints: What may go on with a range after characters.
        heads: How signs, currency words and hedges may end, blanks among them.
        tails: How hedges that follow may begin.
    """

    before: frozenset[str]
    after: frozenset[str]
    joints: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]


_JOINTS: Final = frozenset("-—–~～－―‐‑−/至到、 \t\xa0%‰成折个_@分又点比来几")


@lru_cache(maxsize=8)
def _beside(vocabulary: Vocabulary) -> Beside:
    words, said = lexicon(vocabulary), hedges(vocabulary)
    ends = said.ends.union(words.signs)
    return Beside(
        ends - set(" \t\xa0"),
        _JOINTS.union(HAN, _HEDGES_BEHIND, "半", words.heads, said.after),
        _JOINTS,
        ends.union(_SIGN_ENDS, " \t\xa0上"),
        _HEDGES_BEHIND.union(said.after),
    )


@lru_cache(maxsize=8)
def _known(vocabulary: Vocabulary) -> tuple[Lexicon, Counters, Hedges, Beside]:
    """All that is known of words, with one look-up for each text."""
    beside = _beside(vocabulary)
    return lexicon(vocabulary), counters(vocabulary), hedges(vocabulary), beside


class Surroundings:
    """One folded text, and what its tables say of the words beside a figure.

    Attributes:
        text: The folded text.
        floor: Where the item before ended; nothing is read before it.
        counters: The units that need nothing weighed.
        lexicon: The tables of units and currencies.
        hedges: The table of hedges.
        beside: What has to be weighed beside a bare figure.
    """

    __slots__ = ("beside", "counters", "floor", "hedges", "lexicon", "text")

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.floor = 0
        self.lexicon, self.counters, self.hedges, self.beside = _known(vocabulary)

    def sign(self, start: int) -> tuple[int, int]:
        """Where the figure begins with its sign, and the sign."""
        text = self.text
        at = start
        if not at or text[at - 1] not in _SIGN_ENDS:
            return start, 1
        if text[at - 1 : at] in (" ", "\t") and text[at - 2 : at - 1] == "负":
            at -= 1
        for word in NEGATIVE:
            if at - len(word) >= self.floor and text.endswith(word, 0, at):
                begin = at - len(word)
                before = text[begin - 1 : begin]
                if word in ("-", "−"):
                    joined = before in tuple("-−%℃°)") or (before.isascii() and before.isalnum())
                    return (start, 1) if joined else (begin, -1)
                if word == "负" and before in tuple("胜担背肩抱欺自辜正"):
                    return start, 1
                return begin, -1
        return start, 1

    def currency_before(self, start: int) -> tuple[int, str, str] | None:
        """人民币, US$ and the like: where it begins, the unit and the code."""
        text = self.text
        at = start
        while at > self.floor and text[at - 1] in " \t\xa0" and start - at < 3:
            at -= 1
        last = text[at - 1 : at]
        if last in self.hedges.before:
            hedge = self.hedges.find_before(text, at, self.floor)
            if hedge is not None:  # 人民币约285元
                at = hedge[0]
        elif last not in self.lexicon.signs:
            return None
        word = self.lexicon.sign_before(text, at)
        if word is None or at - len(word) < self.floor:
            return None
        money = self.lexicon.money[word]
        return at - len(word), money.unit, money.code

    def multiplies(self, start: int) -> bool:
        """Whether a verb before it makes 番 a doubling: 翻了两番, 增长两番."""
        before = self.text[max(self.floor, start - 4) : start]
        return any(verb in before for verb in ("翻", "增"))

    def hedge(self, start: int, figure: Figure) -> tuple[int, str] | None:
        found = self.hedges.find_before(self.text, start, self.floor)
        if found is None and figure.packed[0] in "百千万亿" and may_count_scale(self.text, start):
            return start - 1, "over"
        return found

    def hedged(self, item: Item) -> Item:
        """The item with the hedges around it."""
        text, hedges = self.text, self.hedges
        begin, end = item[0], item[1]
        before, following = text[begin - 1 : begin], text[end : end + 1]
        behind = following in self.beside.tails
        if not behind and before not in self.beside.heads:
            return item
        start, _, kind, value, low, high, unit, code, approx, rolling, parts = item
        if before in hedges.ends:
            found = hedges.find_before(text, begin, self.floor)
            if found is not None:
                start = found[0]
                approx = approx or found[1]
        if start == begin > self.floor and text[begin] in _SCALES and may_count_scale(text, begin):
            start, approx = begin - 1, approx or "over"
        if behind:
            after = hedges.find_after(text, end)
            if after is not None:
                end = after[0]
                approx = approx or after[1]
            else:
                end, approx = _hedge_after(text, item, approx)
        elif start == begin:
            return item
        return tuple.__new__(
            Item, (start, end, kind, value, low, high, unit, code, approx, rolling, parts)
        )


#: How signs end, with a blank that may stand between, and hedges of one character.
_SIGN_ENDS: Final = frozenset("下负-− \t")
_SCALES: Final = frozenset("百千万亿")
_HEDGES_BEHIND: Final = frozenset("多余强弱不")
#: 不到 behind a figure where nobody fails to arrive: 一年不到, 一半不到的人.
_NOT_REACHED: Final = re.compile(r"不到(?=[,。、;:!?)”]|的|\Z)")
_WHO_ARRIVE: Final = frozenset(("人", "名", "位", "次", "个"))
_MORE_AFTER: Final = frozenset("次家个位元方少样种边维级所项地出余头数云为")


_COUNTS: Final = ("duration", "measure", "money", "number")
_STRONG: Final = frozenset("化大制力势国劲硬")


def _hedge_after(text: str, item: Item, approx: str | None) -> tuple[int, str | None]:
    """一年多, 30%多, 七分之一强: hedges of one character, kept apart from other words."""
    end = item.end
    word = text[end : end + 1]
    after = text[end + 1 : end + 2]
    if word in ("多", "余"):
        counted = item.kind in _COUNTS or (word == "多" and after != "亏")
        more = counted and approx is None and after not in _MORE_AFTER
        return (end + 1, "over") if more else (end, approx)
    if word == "不" and item.unit not in _WHO_ARRIVE and _NOT_REACHED.match(text, end):
        return end + 2, approx or "under"
    if word in ("强", "弱") and item.kind in ("fraction", "percent") and after not in _STRONG:
        return end + 1, approx or ("over" if word == "强" else "nearly")
    return end, approx

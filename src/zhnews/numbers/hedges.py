"""What does the paper say of its own figure? 约, 近, 超过, 以上, 左右."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from attrs import frozen

from zhnews.vocab import Vocabulary

__all__ = ["Hedges", "hedges"]

#: Characters that make another word of a hedge: 附近, 最近, 中超, 节约, 条约.
_OTHER_WORDS: Final = {
    "近": frozenset("附最新邻靠亲临远相毗走拉逼贴"),
    "超": frozenset("中英德意法西苏村赶高反买卖"),
    "约": frozenset("条合节契签违公制预特纽履毁邀大赴守"),
    "多": frozenset(),
    "上": frozenset("以海线网晚早马路市史世会天基身事头边面手次加赶遇升向之地同岸船车楼山水纸床桌"),
}
#: What may stand between a hedge and its figure: 超过了80, 至少有3家.
_BETWEEN: Final = frozenset("了有要为达占合需")


_BLANKS: Final = frozenset(" \t\xa0")


@frozen
class Hedges:
    """The hedges of one vocabulary, by the character next to the figure.

    Attributes:
        before: Hedges and their meanings, by their last character, longest first.
        after: Those that follow, by their first.
        ends: Every character next to a figure that a hedge may stand before.
    """

    before: dict[str, tuple[tuple[str, str], ...]]
    after: dict[str, tuple[tuple[str, str], ...]]
    ends: frozenset[str]

    def find_before(self, text: str, at: int, floor: int) -> tuple[int, str] | None:
        """The hedge that ends before ``at``, not before ``floor``, and its meaning."""
        if at <= floor:
            return None
        stop, last = at, text[at - 1]
        if last in _BLANKS:
            stop -= 1
            last = text[stop - 1] if stop > floor else ""
        rows = self.before.get(last)
        if rows is None and last in _BETWEEN and stop - 2 >= floor:
            stop -= 1
            rows = self.before.get(text[stop - 1])
            if rows is not None:
                rows = tuple(row for row in rows if len(row[0]) > 1 or row[0] == "约")
        for word, meaning in rows or ():
            start = stop - len(word)
            if start >= floor and text.startswith(word, start):
                if (
                    len(word) == 1
                    and text[start - 1 : start] in _OTHER_WORDS.get(word, ())
                    and not (word == "超" and text[start - 2 : start] == "其中")  # 中超: a league
                ):
                    return None
                return start, meaning
        return None

    def find_after(self, text: str, at: int) -> tuple[int, str] | None:
        """The hedge that begins at ``at``: where it ends and what it means."""
        rows = self.after.get(text[at : at + 1])
        for word, meaning in rows or ():
            if text.startswith(word, at):
                return at + len(word), meaning
        return None


def may_count_scale(text: str, at: int) -> bool:
    """Whether 上 before 百 or 万 means "up to": 上百 does, 海上百 does not.

    >>> may_count_scale("上百家", 1), may_count_scale("海上百余艘", 2)
    (True, False)
    """
    if text[at - 1 : at] != "上" or text[at - 3 : at - 1] in ("成千", "成百"):
        return False  # 成千上万
    return text[at - 2 : at - 1] not in (_OTHER_WORDS["上"] if at > 1 else ())


@lru_cache(maxsize=8)
def hedges(vocabulary: Vocabulary) -> Hedges:
    """The hedges of a vocabulary, ready to be asked."""
    before: dict[str, list[tuple[str, str]]] = {}
    after: dict[str, list[tuple[str, str]]] = {}
    for word, meaning, side in vocabulary.table("hedges").rows:
        if side == "before":
            before.setdefault(word[-1], []).append((word, meaning))
        else:
            after.setdefault(word[0], []).append((word, meaning))
    return Hedges(
        {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in before.items()},
        {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in after.items()},
        frozenset(before) | _BETWEEN | frozenset(" \t\xa0"),
    )

"""Is this numeral part of a word? 五道口, 三亚, 三番五次 count nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from zhnews.chinese import cut_words

__all__ = ["IDIOM_NUMERALS", "is_idiom", "is_part_of_word"]

#: How much of the text around a numeral is cut into words.
_BEFORE: Final = 3
_AFTER: Final = 4
#: Words of jieba's dictionary that only hold a count and what stands beside it:
#: 这两天, 近几年, 三年多.
_BESIDE_BEFORE: Final = frozenset("这那近前后每上下头约共达仅有为同过整足")
_BESIDE_AFTER: Final = frozenset("来多后前间内之以中里半期的人大")
#: Numerals of idioms, which have two of them.
IDIOM_NUMERALS: Final = frozenset("一二两三四五六七八九十百千万双半")
#: Measures that go on with a smaller one, and are no idioms: 七亩二分.
_COMPOUND: Final = frozenset(("亩分", "亩厘", "斤两", "两钱", "丈尺", "丈寸", "尺寸", "尺分"))
#: A unit and the thing it counts, where the dictionary has them in a word (两辆车, 六|头牛). No
#: places and firms are named so, as 三棵树, 三间房 and 三只羊 are.
_COUNTED_THINGS: Final = frozenset((
    "头牛", "头猪", "头驴", "头羊", "头象", "匹马", "辆车", "盏灯", "扇门", "扇窗", "首歌",
    "封信", "句话", "句诗", "本书", "道菜", "道题", "条路", "条船", "条鱼", "条河", "条狗",
    "件事", "张床", "张牌", "张票", "朵花", "门课", "部戏", "架飞", "套房", "间屋", "口井",
    "块地", "根烟",
))  # fmt: skip
#: Before a count these say to how many it goes, and make no idiom with it: 一式两份, 一次两片.
_SHARED_OUT: Final = frozenset(("一式", "一次", "一人"))
_SHARES: Final = frozenset("份片粒丸支袋包盒瓶张本只台套辆间斤")


def is_idiom(text: str, at: int) -> bool:
    """Whether numeral, word, numeral, word stand there: 三番五次, 一村一品.

    >>> is_idiom("七上八下", 0), is_idiom("八章四十二条", 0), is_idiom("十几万人", 0)
    (True, False, False)
    """
    four = text[at : at + 4]
    return (
        len(four) == 4
        and four[0] in IDIOM_NUMERALS
        and four[2] in IDIOM_NUMERALS
        and _is_han(four[1])
        and four[1] not in IDIOM_NUMERALS
        and _is_han(four[3])
        and four[3] not in IDIOM_NUMERALS
        and four[1] not in "年天日周月时个至到比点分元角块毛成几多余来"
        and four[1] + four[3] not in _COMPOUND
        and not (four[2] == "半" and four[1] in "斤里亩尺寸丈吨升米")
        and not (four[:2] in _SHARED_OUT and four[3] in _SHARES)
    )


def is_part_of_word(text: str, start: int, end: int) -> bool:
    """Whether a longer word holds the characters from ``start`` to ``end``.

    >>> is_part_of_word("北京五道口的书店", 2, 4), is_part_of_word("共有五家书店", 2, 4)
    (True, False)
    """
    if text[end - 1 : end + 1] in _COUNTED_THINGS and text[start] != "一":
        return False
    left = max(0, start - _BEFORE)
    return _is_part(text[left : end + _AFTER], start - left, end - left)


@lru_cache(maxsize=4096)  # bounded: the same few words stand around most numerals
def _is_part(window: str, start: int, end: int) -> bool:
    left = start
    while left > 0 and _is_han(window[left - 1]):
        left -= 1
    right = end
    while right < len(window) and _is_han(window[right]):
        right += 1
    return _crosses(window[left:right], start - left, end - left)


def _crosses(window: str, start: int, end: int) -> bool:
    at = 0
    for word in cut_words(window):
        stop = at + len(word)
        if at < end and stop > start:
            if at < start and window[start - 1] not in _BESIDE_BEFORE:
                return True
            if stop > end and not set(window[end:stop]) <= _BESIDE_AFTER:
                return True
        at = stop
    return False


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"

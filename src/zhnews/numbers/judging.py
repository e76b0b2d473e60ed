"""Do numeral and unit count something, or make another word? 五道口, 四处, 一家."""

from __future__ import annotations

from typing import Final

from zhnews.numbers.figures import SCALE, Figure
from zhnews.numbers.surroundings import Surroundings
from zhnews.numbers.tails import Tail
from zhnews.numbers.words import is_idiom, is_part_of_word

__all__ = ["counts", "in_word"]

#: Before these 一 is an article: 同一天, 每一年, 唯一.
_NO_ONE: Final = frozenset("同每这那某哪另唯统前后次翌首")
#: Units that a single character of a numeral does not count: 三方, 五环, 四伏.
_DIGITS_ONLY: Final = frozenset("方环伏安卡手分牛线巴")
#: Units so common that no other word begins with them and a numeral.
_SAFE_UNITS: Final = frozenset(("个", "项", "种", "名", "个月", "小时", "分钟", "美元", "百分点"))


def counts(here: Surroundings, figure: Figure, tail: Tail) -> bool:
    """Whether numeral and unit count something, or make another word."""
    if figure.arabic:
        return True
    text, packed = here.text, figure.packed
    before = text[figure.start - 1 : figure.start]
    if packed == "一" and (tail.sort in ("classifier", "ordinal") or before in _NO_ONE):
        return False
    if packed == "二" and tail.sort == "classifier" and tail.word != "个":
        return False  # things are counted with 两
    if text[figure.start : tail.end] in here.lexicon.phrases:
        return False
    if len(packed) == 1 and tail.word in _DIGITS_ONLY:
        return False
    if packed in ("零", "〇", "○") and (tail.sort == "classifier" or len(tail.word) == 1):
        return False
    if len(packed) == 1 and packed in "壹贰叁参肆伍陆柒捌玖拾佰仟俩仨":
        return False
    if (tail.word == "级" or text[tail.end : tail.end + 1] == "级") and not set(packed) - set(
        SCALE
    ):
        return False  # 千亿级
    if figure.bare_scale and figure.more < 0 and here.hedge(figure.start, figure) is None:
        return False
    if is_idiom(text, figure.start) or (figure.start > 1 and is_idiom(text, figure.start - 2)):
        return False
    if len(packed) > 1 and not figure.bare_scale:
        return True
    if tail.word in _SAFE_UNITS and packed != "一" and figure.more < 0:
        return True
    return not in_word(here, figure, tail.end)


def in_word(here: Surroundings, figure: Figure, end: int) -> bool:
    """Whether a dictionary word holds a numeral of one or two characters."""
    if figure.arabic or len(figure.packed) > 2 or figure.more >= 0:
        return False
    if here.text[figure.start - 1 : figure.start] in tuple("近超逾约上"):
        return False
    return is_part_of_word(here.text, figure.start, end)

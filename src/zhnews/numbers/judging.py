"""Do numeral and unit count something, or make another word? 五道口, 四处, 一家."""

from __future__ import annotations

import re
from typing import Final

from zhnews.numbers.figures import HAN, SCALE, Figure, are_neighbours
from zhnews.numbers.surroundings import Surroundings
from zhnews.numbers.tails import Tail
from zhnews.numbers.units import Unit
from zhnews.numbers.words import IDIOM_NUMERALS, is_idiom, is_part_of_word

__all__ = ["counts", "counts_in_characters", "in_word", "may_count"]

#: Before these 一 is an article: 同一天, 每一年, 唯一.
_NO_ONE: Final = frozenset("同每这那某哪另唯统前后次翌首")
#: Units that a single character of a numeral does not count: 三方, 五环, 四伏.
_DIGITS_ONLY: Final = frozenset("方环伏安卡手分牛线巴国市死伤金银铜石负平城")
#: Units so common that no other word begins with them and a numeral.
_SAFE_UNITS: Final = frozenset(("个", "项", "种", "名", "个月", "小时", "分钟", "美元", "百分点"))
#: Numerals of cheques, which one alone does not count with; and 俩, 仨.
_FORMAL: Final = frozenset("壹贰叁参肆伍陆柒捌玖拾佰仟俩仨")
_ZEROS: Final = frozenset("零〇○")
_SCALE: Final = frozenset(SCALE)
_ONES: Final = frozenset("一二三四五六七八九")
#: Before 三元 and 五角 these speak of a price.
_PRICED: Final = frozenset("价跌涨落升降付罚售卖缴交收赔赚欠费每值仅斤宜")
#: Before a numeral these keep it apart from the word before them.
_APART: Final = frozenset("近超逾约上翻")


def counts(here: Surroundings, figure: Figure, tail: Tail) -> bool:
    """Whether numeral and unit count something, or make another word."""
    if tail.word in _HOUSES and _is_address(here.text, figure.start, tail):
        return False
    if figure.arabic or (tail.word == "分" and here.text.startswith("半钟", tail.end)):
        return True
    unit = Unit(tail.word, tail.sort, tail.end)
    if not figure.bare_scale and figure.more < 0:
        return counts_in_characters(here, figure.start, figure.packed, unit)
    if not may_count(here, figure.start, figure.packed, unit):
        return False
    if figure.more >= 0:
        return True
    if here.hedge(figure.start, figure) is None:
        return here.hedges.find_after(here.text, unit.end) is not None  # 万元以上
    return unit.word in _SAFE_UNITS or not in_word(here, figure, unit.end)


#: What an address counts houses, stairs and rooms with: 3栋2单元501室.
_HOUSES: Final = frozenset(("栋", "幢", "单元"))
_ROOM: Final = re.compile(rf"[0-9{HAN}]{{1,4}}(?:单元|[室号])")


def _is_address(text: str, start: int, tail: Tail) -> bool:
    """Whether a house stands before a numeral of stairs, or stairs or a room behind its unit."""
    if tail.word == "单元" and text[start - 1 : start] in tuple("栋幢楼座号"):
        return True
    return _ROOM.match(text, tail.end) is not None


def counts_in_characters(here: Surroundings, start: int, packed: str, unit: Unit) -> bool:
    """The same for a numeral of characters with nothing in it that hedges.

    Args:
        here: The text.
        start: Where the numeral begins.
        packed: The numeral; more than 百, 千, 万 or 亿 alone.
        unit: What stands after it.

    >>> from zhnews.vocab import STANDARD
    >>> here = Surroundings("五道菜和五道口", STANDARD)
    >>> counts_in_characters(here, 0, "五", Unit("道", "classifier", 2))
    True
    >>> counts_in_characters(here, 4, "五", Unit("道", "classifier", 6))
    False
    """
    if not may_count(here, start, packed, unit):
        return False
    if len(packed) > 1 or (unit.word in _SAFE_UNITS and packed != "一"):
        return True
    if unit.word == "成" and here.text[unit.end : unit.end + 1] in _ONES:
        return True  # 九成五以上
    if unit.word == "两" and here.text[unit.end + 1 : unit.end + 2] == "钱":
        return True  # 二两五钱
    return here.text[start - 1 : start] in _APART or not is_part_of_word(here.text, start, unit.end)


def may_count(here: Surroundings, start: int, packed: str, unit: Unit) -> bool:
    """Whether nothing in numeral and unit speaks against it."""
    text, (word, sort, end) = here.text, unit
    if packed == "一" and (sort in ("classifier", "ordinal") or text[start - 1 : start] in _NO_ONE):
        return False
    if packed == "二" and sort == "classifier" and word != "个":
        return False  # things are counted with 两
    if word in _NAMED and _names(here, start, word):
        return False  # 三番谈判, 中铁十二局
    if here.lexicon.is_phrase(text, start, end):
        return _counts_all_the_same(text, start, packed, unit)
    spoken = sort in ("classifier", "ordinal") or word == "分"
    if spoken and len(packed) == 2 and _is_name(packed):
        return False
    if len(packed) == 1:
        if (word in _DIGITS_ONLY and end - start == 1 + len(word)) or packed in _FORMAL:
            return False
        if packed in _ZEROS and (sort == "classifier" or len(word) == 1):
            return False
    if (word == "级" or text[end : end + 1] == "级") and _SCALE.issuperset(packed):
        return False  # 千亿级
    if text[start + 2 : start + 3] in IDIOM_NUMERALS and is_idiom(text, start):
        return False
    if end - start > 2 or start < 2 or text[start - 2] not in IDIOM_NUMERALS:
        return True  # 双向六车道: 六车 is no end of an idiom
    return not is_idiom(text, start - 2)


def _counts_all_the_same(text: str, start: int, packed: str, unit: Unit) -> bool:
    """Whether a phrase that counts nothing, 三元 or 百家, does here."""
    before, smaller = text[start - 1 : start], text[unit.end + 1 : unit.end + 2]
    if unit.sort == "money" and (before in _PRICED or smaller in ("角", "毛")):
        return True  # 较昨跌三元, 三元五角
    if packed == "百" and before in _APART:
        return True  # 上百家企业
    return unit.word == "角" and smaller == "分"  # 五角六分 is no star


_NAMED: Final = frozenset("番局")
#: Builders number their bureaus: 中铁十二局, 中建三局, 中交二局.
_FIRMS: Final = frozenset("铁建交电")


def _names(here: Surroundings, start: int, word: str) -> bool:
    """Whether what stands before tells that nothing is doubled, and no set is played."""
    return not here.multiplies(start) if word == "番" else here.text[start - 1 : start] in _FIRMS


def _is_name(packed: str) -> bool:
    """三一重工, 五八同城: two digits without 十 count nothing, unless they are neighbours."""
    return packed[0] in _ONES and packed[1] in _ONES and not are_neighbours(packed[0], packed[1])


def in_word(here: Surroundings, figure: Figure, end: int) -> bool:
    """Whether a dictionary word holds a numeral of one or two characters."""
    packed = figure.packed
    if packed[0] <= "9" or len(packed) > 2 or figure.more >= 0:
        return False
    if here.text[figure.start - 1 : figure.start] in _APART:
        return False
    return is_part_of_word(here.text, figure.start, end)

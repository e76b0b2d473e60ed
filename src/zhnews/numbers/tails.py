"""What stands after a figure? %, 成, a unit, and what completes it (6块8毛, 七亩二分)."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from zhnews.numbers.figures import HAN, Figure, Value, read_figure
from zhnews.numbers.numerals import DIGITS
from zhnews.numbers.units import KINDS, Lexicon, Unit

__all__ = [
    "COMPLETED",
    "COMPLETES",
    "NOT_TENTHS",
    "RATE",
    "SMALLER",
    "Tail",
    "complete_measure",
    "complete_money",
    "read_tail",
    "tenths",
]

_BLANK: Final = (" ", "\t", "\xa0")
#: After a figure these begin more than a unit, or stand before it.
_WEIGHED: Final = frozenset(" \t\xa0%‰成折个百块")
#: Words that begin with a sign of a share: 成为 and 折叠 are no tenths.
NOT_TENTHS: Final = {
    "成": frozenset("为立员功果就长熟都交绩品效型本份因人群片年语婚色套批吨千万倍天日家"),
    "折": frozenset("叠射旧腾磨算回返桨断损戟页扇中"),
}
#: The base of a rate ends before a verb: 20元/股跌到8元/股 is no range.
RATE: Final = re.compile(r"/[^\s0-9,。、;:!?()“”《》至到/—–~―跌涨降增减提调-]{1,6}")


class Tail(NamedTuple):
    """What stands after a figure.

    Attributes:
        kind: The kind of item it makes: ``"percent"``, ``"money"``, ``"measure"``,
            ``"ordinal"`` or ``"duration"``.
        unit: The unit of the item.
        code: The currency; empty where the script decides, None for no money.
        factor: What the figure is multiplied by: 10 for 成.
        end: Where it ends.
        word: The word read.
        sort: The sort of the unit.
    """

    kind: str
    unit: str | None
    code: str | None
    factor: Value
    end: int
    word: str
    sort: str


def read_tail(text: str, figure: Figure, lexicon: Lexicon) -> Tail | None:
    """The unit of a figure, or None.

    >>> from zhnews.numbers.units import lexicon
    >>> from zhnews.vocab import STANDARD
    >>> read_tail("30元/吨", read_figure("30元/吨", 0), lexicon(STANDARD)).unit
    '元'
    """
    at = figure.end
    head = text[at : at + 1]
    if head in _WEIGHED:
        return _read_weighed(text, figure, lexicon, at, head)
    unit = lexicon.word_at(text, at)
    return None if unit is None else _tail(text, figure, lexicon, unit)


def _read_weighed(text: str, figure: Figure, lexicon: Lexicon, at: int, head: str) -> Tail | None:
    """The same where more than the unit is to be looked at: blanks, shares, 个, 百."""
    if head in _BLANK:
        stop = at + 5
        while at < stop and text[at : at + 1] in _BLANK:
            at += 1
        head = text[at : at + 1]
    if head == "%":
        return Tail("percent", "%", None, 1, at + 1, "%", "percent")
    if head == "‰":
        return Tail("percent", "‰", None, 1, at + 1, "‰", "percent")
    if head in ("成", "折") and text[at + 1 : at + 2] not in NOT_TENTHS[head]:
        return Tail("percent", "%", None, 10, at + 1, head, "percent")
    unit = lexicon.unit_at(text, at)
    if unit is None or (unit.word == "个" and text[unit.end : unit.end + 1] in _SPACED):
        return _spaced_point(text, at) or _after_half(text, at, lexicon) or _plain(unit)
    if at > figure.end and not figure.arabic and unit.sort == "classifier":
        return None
    tail = _tail(text, figure, lexicon, unit)
    if tail is not None and tail.word == "块" and tail.sort != "money":
        return _yuan_or_piece(text, unit.end, lexicon)
    return tail


def _tail(text: str, figure: Figure, lexicon: Lexicon, unit: Unit) -> Tail | None:
    """The unit and what it makes; None where it is of another word."""
    word, _, end = unit
    if word == "升" and _rises(text, figure, end):
        return None
    if word in _MODELS and figure.arabic and _MODEL.fullmatch(figure.packed):
        return None
    kind, name, code, factor, sort, others = lexicon.makes[word]
    if others and text[end : end + 1] in others:
        return None
    if kind == "ordinal" and (
        figure.value is None
        or figure.value != int(figure.value)
        or (word == "级" and text.startswith(_STEPS, end))
    ):
        kind = "measure"
    return _new(Tail, (kind, name, code, factor, end, word, sort))


#: Steps, which 级 counts.
_STEPS: Final = ("台阶", "石阶", "阶梯", "楼梯", "石级")
#: Of these a year or a number with a point is the name: 2011款, 2.0版.
_MODELS: Final = ("款", "版")
_MODEL: Final = re.compile(r"(?:19|20)[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}")
#: Litres have a word of their own for the other end; what rises has none.
_RISES_TO: Final = re.compile(rf"[至到为][0-9.{HAN}]{{1,8}}(?![0-9.{HAN}升])")


def _rises(text: str, figure: Figure, end: int) -> bool:
    """Whether 升 is a verb: 由12升至15."""
    return text[figure.start - 1 : figure.start] in ("由", "从") and bool(
        _RISES_TO.match(text, end)
    )


#: A named tuple without the detour over its names.
_new: Final = tuple.__new__
_SPACED: Final = frozenset(" \t\xa0百多半余来")
_POINT: Final = re.compile(r"个?[ \t\xa0]{0,4}百[ \t\xa0]{0,4}分[ \t\xa0]{0,4}点")


def _spaced_point(text: str, at: int) -> Tail | None:
    """个 百 分 点, with the blanks of a loose line."""
    found = _POINT.match(text, at)
    return Tail("measure", "百分点", None, 1, found.end(), "百分点", "measure") if found else None


def _plain(unit: Unit | None) -> Tail | None:
    return Tail("measure", unit.word, None, 1, unit.end, unit.word, unit.sort) if unit else None


def _after_half(text: str, at: int, lexicon: Lexicon) -> Tail | None:
    """个多小时, 个半月: the unit after 多 or 半."""
    if not text.startswith(("个多", "个半", "个余", "个来"), at):
        return None
    unit = lexicon.unit_at(text, at + 2)
    if text.startswith("月", at + 2):
        return Tail("duration", None, None, 1, at + 3, "个月", "time")
    if unit is None or unit.sort not in ("time", "measure"):
        return None
    return Tail(KINDS.get(unit.sort, "measure"), unit.word, None, 1, unit.end, unit.word, unit.sort)


def _yuan_or_piece(text: str, end: int, lexicon: Lexicon) -> Tail:
    """五块 is money at the end of a clause or before more money, else five pieces."""
    after = text[end : end + 1]
    piece = "\u4e00" <= after <= "\u9fff" and after not in "多左上以至到一二两三四五六七八九零的、"
    if piece:
        return Tail("measure", "块", None, 1, end, "块", "classifier")
    return Tail("money", "元", "", 1, end, "块", "money")


def tenths(text: str, figure: Figure, end: int, word: str) -> tuple[Value | None, int]:
    """八成六 is 86 percent, 三八折 38, 一成半 15; the value in percent and the end."""
    value = figure.value
    if word == "折" and len(figure.packed) == 2:
        first, last = figure.packed[0], figure.packed[1]
        if first in DIGITS and last in DIGITS:
            return 10 * DIGITS[first] + DIGITS[last], end  # 五五折
        if figure.arabic and figure.packed.isdigit() and last != "0":
            return int(figure.packed), end  # 75折
    if value is None:
        return None, end
    value *= 10
    rest = text[end : end + 3].lstrip(" ")
    if word == "成" and rest[:1] == "半":
        return value + 5, end + text[end : end + 3].index("半") + 1
    more = rest[:1]
    if word == "成" and figure.arabic and _TENTH_DIGIT.match(text, end):
        return value + int(text[end]), end + 1  # 9成8, as Taiwan's papers print it
    if word == "成" and more in DIGITS and rest[1:2] not in DIGITS and not _counts_on(rest[1:2]):
        return value + DIGITS[more], end + text[end : end + 3].index(more) + 1
    return value, end


_TENTH_DIGIT: Final = re.compile(
    r"[1-9](?![0-9.,%/:‰+×-]|[ \t\xa0]?[0-9十百千万亿个家项名位成年月日号时点倍元人岁米公只台座])"
)
_COUNTED_ON: Final = frozenset("十百千万亿个家项名位成年月")


def _counts_on(after: str) -> bool:
    return after in _COUNTED_ON


#: How what completes a sum begins.
COMPLETES: Final = frozenset("0123456789.几数又整正钱" + HAN)
_CENTS: Final = {"角": Decimal("0.1"), "毛": Decimal("0.1"), "分": Decimal("0.01")}


def complete_money(text: str, tail: Tail, lexicon: Lexicon) -> tuple[Decimal | int, int]:
    """What follows the main unit: 8毛 of 6块8毛; the sum and the end.

    >>> from zhnews.numbers.units import lexicon
    >>> from zhnews.vocab import STANDARD
    >>> text, words = "五块七毛八", lexicon(STANDARD)
    >>> complete_money(text, read_tail(text, read_figure(text, 0), words), words)
    (Decimal('0.78'), 5)
    """
    end = tail.end
    if text[end : end + 1] not in COMPLETES:
        return 0, end
    total: Decimal | int = 0
    share = Decimal(tail.factor)
    while share > Decimal("0.01"):
        zero = text[end : end + 1] in ("零", "又")
        figure = read_figure(text, end + zero)
        if (
            figure is None
            or figure.value is None
            or not 0 < figure.value < 100
            or "." in figure.packed
        ):
            break
        word = text[figure.end : figure.end + 1]
        cents = _CENTS.get(word)
        if cents is None:
            unit = lexicon.unit_at(text, figure.end)
            money = lexicon.money.get(unit.word) if unit else None
            cents = money.share if money and money.share < share else None
            if cents is None:
                spoken = _without_each(text, figure)
                last = _spoken(text, tail, spoken, Decimal("0.01") if zero else share / 10)
                if last is not None:
                    total, end = total + last, spoken.end
                break
            end = unit.end if unit else end
        elif text[figure.end + 1 : figure.end + 2] in ("之", "钟"):
            break
        else:
            end = figure.end + 1
        total, share = total + figure.value * cents, cents
    if (
        text[end : end + 1] in ("整", "正")
        and text[end + 1 : end + 2] not in tuple("个体合在式常治理改")
    ) or text[end : end + 1] == "钱":
        end += 1
    return total, end


def _without_each(text: str, figure: Figure) -> Figure:
    """五 of 五块五一斤: 一斤 says for how much the price is."""
    if _EACH.match(text, figure.start) is None:
        return figure
    head = figure.packed[0]
    return figure._replace(end=figure.start + 1, value=DIGITS[head], packed=head)


_EACH: Final = re.compile(
    "[二三四五六七八九]一[斤个把只张瓶碗份袋盒公里米克吨尺条根包杯本支件串块捆]"
)
_NINE: Final = frozenset("123456789")


def _spoken(text: str, tail: Tail, figure: Figure, share: Decimal) -> Decimal | None:
    """一块二 is 1.2 元, 三块零四 3.04, 七毛八 0.78: a last digit without its unit."""
    if tail.word not in ("块", "元", "角", "毛"):
        return None
    if figure.packed not in DIGITS and (tail.word == "元" or figure.packed not in _NINE):
        return None  # 4块5 is said as 四块五 is; nobody says 4元5
    after = text[figure.end : figure.end + 1]
    if figure.value is None or ("\u4e00" <= after <= "\u9fff" and after not in "的到至左上以一、"):
        return None
    return figure.value * share


#: Units of which a smaller one may complete a measure: 七亩二分, 三斤二两.
SMALLER: Final[dict[str, dict[str, Decimal]]] = {
    "亩": {"分": Decimal("0.1"), "厘": Decimal("0.01")},
    "斤": {"两": Decimal("0.1"), "钱": Decimal("0.01")},
    "两": {"钱": Decimal("0.1")},
    "丈": {"尺": Decimal("0.1"), "寸": Decimal("0.01")},
    "尺": {"寸": Decimal("0.1"), "分": Decimal("0.01")},
    "米": {"分米": Decimal("0.1")},
}
_SPOKEN: Final = frozenset(("米", "斤", "尺", "丈", "吨", "公里", "倍", "亩", "里", "度"))
#: Units that a numeral may complete.
COMPLETED: Final = _SPOKEN.union(SMALLER)
_TAIL_DIGITS: Final = re.compile(
    r"[一二三四五六七八九]{1,2}(?![一二两三四五六七八九十百千万亿年月日个位名家种次人分倍点成])"
)


#: After these 半 goes with what follows: 三里半小时到, 一斤半价.
_HALF_OF_ANOTHER: Final = ("年", "个", "天", "小时", "数", "径", "价", "票", "以", "日", "月")
#: 1米85 is a height, 38度5 a temperature.
_CENTIMETRES: Final = re.compile(r"[0-9]{1,2}(?![0-9.年月日米厘万亿%×xX*秒分])")
_TENTH_DEGREE: Final = re.compile(r"[1-9](?![0-9.\u4e00-\u9fff%×-])")


def complete_measure(text: str, tail: Tail) -> tuple[Decimal | Fraction | int, int]:
    """What completes a measure: 二分 of 七亩二分, 九 of 三米九, 半 of 一吨半."""
    end = tail.end
    if tail.word not in COMPLETED and text[end : end + 1] != "半":
        return 0, end
    if text[end : end + 1] == "半" and not text.startswith(_HALF_OF_ANOTHER, end + 1):
        return Decimal("0.5"), end + 1
    smaller = SMALLER.get(tail.word)
    total: Decimal | int = 0
    while smaller:
        figure = read_figure(text, end)
        if figure is None or figure.value is None or not 0 < figure.value < 100:
            break
        word = next((w for w in smaller if text.startswith(w, figure.end)), None)
        if word is None:
            break
        total, end = total + figure.value * smaller[word], figure.end + len(word)
    if end == tail.end and tail.word in ("米", "度"):
        decimals = (_CENTIMETRES if tail.word == "米" else _TENTH_DEGREE).match(text, end)
        if decimals:
            return Decimal(f"0.{decimals.group()}"), decimals.end()
    if end == tail.end and tail.word in _SPOKEN:
        found = _TAIL_DIGITS.match(text, end)
        after = text[found.end() : found.end() + 1] if found else ""
        if found and not "\u4e00" <= after <= "\u9fff":
            digits = "".join(str(DIGITS[c]) for c in found.group())
            return Decimal(f"0.{digits}"), found.end()
    return total, end

"""How much do figure and unit come to? 6块8毛, 一年零四个月, 一吨半."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from zhnews.numbers import durations
from zhnews.numbers.figures import Figure, Value
from zhnews.numbers.items import Item
from zhnews.numbers.surroundings import Surroundings
from zhnews.numbers.tails import Tail, complete_measure, complete_money, tenths

__all__ = ["ROLLING_ENDS", "amounts", "lasting", "turned", "whole"]

#: The left side of a stretch that a length names: 近三年, 过去的5年.
_ROLLING: Final = re.compile(
    r"(?:(?:最近|过去|未来|今后|此前|近)(?:的|这)?|(?<![以马海网路线地])[上下])[ \t]?\Z"
)
#: How those words end, with a blank that may follow.
ROLLING_ENDS: Final = frozenset("近去来后前的这上下 \t")
_AGO: Final = re.compile(r"(?:之前|以前|前)(?![夕后三景半期沿端])")
#: After these 近 hedges the length itself: 历时近30年.
_MEASURED: Final = frozenset("时有了达过隔约长距用费花教业艺龄驶续验延拖存守作活住待等赛迟晚早历")
#: After a length these say the same: 近30年的历史.
_LENGTH_OF: Final = re.compile("之久|的?(?:时间|历史|努力|经验|光阴|光景|等待|工龄|教龄|党龄)")
#: After a stretch that ends today these say what is the most of it.
_OF_A_STRETCH: Final = ("最", "新高", "新低", "来最", "来新", "以来")
#: Hours that a report looks back on: 近24小时.
_LOOKED_BACK_ON: Final = frozenset((6, 12, 24, 36, 48, 72))


def amounts(
    here: Surroundings, figure: Figure, tail: Tail
) -> tuple[Value | None, Value | None, Value | None, int]:
    """Value, low and high in the unit, and where the words end."""
    end = tail.end
    if tail.word in ("成", "折"):
        value, end = tenths(here.text, figure, end, tail.word)
        return value, _times(figure.low, 10), _times(figure.high, 10), end
    value, low, high, factor = figure.value, figure.low, figure.high, tail.factor
    if factor != 1:
        value, low, high = _times(value, factor), _times(low, factor), _times(high, factor)
    if value is None:
        return None, low, high, end
    more: Value | Fraction = 0
    if tail.kind == "money":
        more, end = complete_money(here.text, tail, here.lexicon)
    elif tail.sort == "measure":
        more, end = complete_measure(here.text, tail)
    if more and not isinstance(more, Fraction):
        value += more
    if tail.end > figure.end + 2 and here.text.startswith("个半", figure.end):
        value += Decimal("0.5")
    return value, low, high, end


def lasting(here: Surroundings, figure: Figure, tail: Tail) -> Item | int:
    """三年, 48小时, 一年零四个月."""
    text = here.text
    if tail.word == "分" or (tail.word == "日" and figure.value is None and figure.low is None):
        return _points(here, figure, tail)
    start, approx, end = figure.start, figure.approx, tail.end
    designator, times = ("M", 1) if tail.word == "个月" else here.lexicon.times[tail.word]
    if not times:
        return figure.end
    if figure.value is None:
        low, high = (((designator, _times(v, times)),) for v in (figure.low, figure.high))
        item = Item(start, end, "duration", None, _iso(low), _iso(high), approx="range")
        return here.hedged(item)
    if text[end : end + 1] == "大" and text[end + 1 : end + 2] in (*tuple("的了,。、;"), ""):
        item = Item(start, end, "measure", figure.value, unit=tail.word, approx=approx)
        return here.hedged(item)  # 90天大: an age
    parts: tuple[tuple[str, Value], ...] = ((designator, whole(figure.value * times)),)
    inner = text[figure.end : figure.end + 2]
    if inner in ("个半",):
        parts = durations.add_half(parts)
    elif inner in ("个多", "个余", "个来"):
        approx = "about" if inner == "个来" else "over"
    elif text[end : end + 1] in durations.LENGTH_ON:
        parts, end = durations.more_of(text, durations.Length(parts, end), here.lexicon)
        if text[end : end + 1] == "半" and text[end + 1 : end + 2] not in tuple("年个天小日以夜"):
            parts, end = durations.add_half(parts), end + 1
    item = Item(start, end, "duration", durations.iso(parts), approx=approx, parts=parts)
    return turned(here, here.hedged(item))


def _points(here: Surroundings, figure: Figure, tail: Tail) -> Item | int:
    """分 alone counts points, 4分11秒 time."""
    if figure.value is None:
        item = Item(
            figure.start,
            tail.end,
            "measure",
            None,
            figure.low,
            figure.high,
            "分",
            approx=figure.approx,
        )
        return here.hedged(item)
    parts: tuple[tuple[str, Value], ...] = (("N", figure.value),)
    if here.text.startswith("半钟", tail.end):
        parts, end = (*parts, ("S", 30)), tail.end + 2
        return here.hedged(Item(figure.start, end, "duration", durations.iso(parts), parts=parts))
    length = durations.more_of(here.text, durations.Length(parts, tail.end), here.lexicon)
    if len(length.parts) > 1:
        item = Item(
            figure.start,
            length.end,
            "duration",
            durations.iso(length.parts),
            parts=length.parts,
        )
    else:
        item = Item(
            figure.start,
            tail.end,
            "measure",
            figure.value,
            unit=tail.word,
            approx=figure.approx,
        )
    return here.hedged(item)


def turned(here: Surroundings, item: Item) -> Item:
    """近三年 and 27年前 turn a length into a stretch or a day."""
    text = here.text
    before = None
    if text[item.start - 1 : item.start] in ROLLING_ENDS:
        before = _ROLLING.search(text, max(here.floor, item.start - 5), item.start)
    if before is not None:
        word = before.group()
        if word[0] != "近" or not _is_hedged(text, item, before.start()):
            return item._replace(start=before.start(), rolling=word.strip())
    if item.approx is not None and item.approx != "nearly":
        return item
    near = item.approx == "nearly" and text[item.start] == "近"
    if near and not _is_hedged(text, item, item.start):
        approx = "over" if "多" in text[item.start : item.end] else None
        return item._replace(rolling="近", approx=approx)
    counted = item.approx is None and item.value is not None
    return item._replace(rolling="前") if counted and _AGO.match(text, item.end) else item


def _is_hedged(text: str, item: Item, start: int) -> bool:
    """Whether 近 at ``start`` hedges a length: 历时近30年, 近两小时, and not 近三年."""
    if text.startswith(_OF_A_STRETCH, item.end):
        return False  # 达近9年最高水平
    if text[start - 1 : start] in _MEASURED or _LENGTH_OF.match(text, item.end):
        return True
    if not item.parts:
        return False
    designator, amount = item.parts[0]
    return designator in ("N", "S") or (designator == "H" and amount not in _LOOKED_BACK_ON)


def _times(value: Value | None, factor: Value) -> Value | None:
    return None if value is None else value * factor if factor != 1 else value


def whole(value: Value) -> Value:
    """A value as a whole number where it is one."""
    return int(value) if isinstance(value, Decimal) and value == int(value) else value


def _iso(parts: tuple[tuple[str, Value | None], ...]) -> str:
    return durations.iso(
        tuple((name, whole(amount)) for name, amount in parts if amount is not None)
    )

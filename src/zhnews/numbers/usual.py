"""Is it the usual case: digits, one unit, nothing to weigh? 16条, 3.5万吨, 23.8%.

Most figures of a newspaper are. They are read here with two look-ups; whatever
has a dash, a sign, a smaller unit or a hedge behind it goes the long way. Both
ways give the same answer, which a test holds.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from zhnews.numbers.hedges import Hedges
from zhnews.numbers.items import Item
from zhnews.numbers.units import Lexicon

__all__ = ["read_usual"]

_FIGURE: Final = re.compile(
    r"([0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\.([0-9]{1,8}))?(?: ?(万亿|[万亿]))?"
    r"(?! ?[0-9,.万亿兆百千十佰仟零多余来几点分又比:∶k\t\xa0-]) ?"
)
_SHIFT: Final[dict[str | None, int]] = {None: 0, "万": 4, "亿": 8, "万亿": 12}
#: Before the figure: what may be a sign, a code, an ordinal or a currency.
_WEIGHED_BEFORE: Final = frozenset(
    "!\"#$%&'*+-./:<=>?@[\\]^_`{|}~ \t\xa0第负下比∶￥¥€£₩−币金纸点半双上"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    "零〇○一二两三四五六七八九十百千万亿兆廿卅卌壹贰叁参肆伍陆柒捌玖拾佰仟俩仨"
)
#: After the unit: what continues a range, a rate, a sum or a hedge.
_WEIGHED_AFTER: Final = frozenset(
    "-—–~～－―‐‑−/至到半多余强弱零又整正钱人美港新台欧日韩 \t\xa0.0123456789"
    "零〇○一二两三四五六七八九十百千万亿兆廿卅级块角毛分"
)
#: Units that a smaller one may follow, or that need the words beside them.
_WEIGHED_UNITS: Final = frozenset("个块角毛分")


def read_usual(text: str, at: int, floor: int, lexicon: Lexicon, hedges: Hedges) -> Item | None:
    """The item, or None where it takes the long way.

    >>> from zhnews.numbers.hedges import hedges
    >>> from zhnews.numbers.units import lexicon
    >>> from zhnews.vocab import STANDARD
    >>> read_usual("约260亿元债券", 1, 0, lexicon(STANDARD), hedges(STANDARD))[:4]
    (0, 6, 'money', 26000000000)
    """
    if at:
        before = text[at - 1]
        if before == " ":
            before = text[at - 2 : at - 1]
        if before in _WEIGHED_BEFORE:
            return None
    found = _FIGURE.match(text, at)
    if found is None:
        return None
    counted = _counted(text, found.end(), lexicon)
    if counted is None:
        return None
    kind, unit, code, end = counted
    after = text[end : end + 1]
    if after == " ":
        after = text[end + 1 : end + 2]
    if after in _WEIGHED_AFTER:
        return None
    start, approx = hedges.find_before(text, at, floor) or (at, None)
    if after in hedges.after:
        hedge = hedges.find_after(text, end)
        if hedge is not None:
            end, approx = hedge[0], approx or hedge[1]
    return Item(start, end, kind, _value(found), None, None, unit, code, approx)


def _counted(text: str, at: int, lexicon: Lexicon) -> tuple[str, str, str | None, int] | None:
    """Kind, unit and currency of what the figure counts, and where it ends."""
    head = text[at : at + 1]
    if head == "%":
        return "percent", "%", None, at + 1
    for word, sort in lexicon.words.get(head, ()):
        if not text.startswith(word, at):
            continue
        end = at + len(word)
        after = text[end : end + 1]
        if word == "个":
            return None if after in _AFTER_GE else ("measure", word, None, end)
        if word in _WEIGHED_UNITS or sort in ("time", "ordinal") or word[-1] <= "z":
            return None
        if after in lexicon.other_words.get(word, ()):
            return None
        if sort != "money":
            return "measure", word, None, end
        money = lexicon.money[word]
        return ("money", money.unit, money.code, end) if money.share == 1 else None
    return None


#: 个 before these may belong to a longer unit: 个百分点, 个月, 个半小时.
_AFTER_GE: Final = frozenset(
    "百基月小星礼季钟工世年周天日半多余来亿加标量比单昼刻秒学课英公平立千兆吉毫微纳米克"
)


def _value(found: re.Match[str]) -> int | Decimal:
    whole, fraction, scale = found.groups()
    if "," in whole:
        whole = whole.replace(",", "")
    places = _SHIFT[scale]
    if fraction is None:
        return int(whole + "0" * places)
    places -= len(fraction)
    if places >= 0:
        return int(whole + fraction + "0" * places)
    value = Decimal(f"{whole}{fraction}e{places}")
    return int(value) if value == int(value) else value

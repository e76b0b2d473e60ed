"""Is this figure a number, and of what? One figure with its unit, hedge and range.

A numeral is a number because something measured, counted or dated stands
around it. What can be told from the characters beside it is told first; words
are cut only where a single character is left to decide (三亚, 五道口).
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from zhnews.numbers.amounts import amounts, lasting, turned
from zhnews.numbers.bare import CODED, LETTERS, RATIO, is_code, is_number, is_ratio, skip_code
from zhnews.numbers.calendar_words import DASH
from zhnews.numbers.figures import HAN, Figure, read_figure
from zhnews.numbers.grouped import goes_on, read_grouped
from zhnews.numbers.items import Item, Kept
from zhnews.numbers.judging import counts, in_word
from zhnews.numbers.numerals import SCALES, number_of
from zhnews.numbers.plain_figures import plain_figure
from zhnews.numbers.ranges import JOINTS, MAY_JOIN, RANGE_ON, joined
from zhnews.numbers.scorelines import ends_score, is_score
from zhnews.numbers.shares import BEGINS as SHARES
from zhnews.numbers.shares import read_half, read_share
from zhnews.numbers.surroundings import Surroundings
from zhnews.numbers.tails import COMPLETES, Tail, read_tail
from zhnews.numbers.usual import NOT_ORDINAL, read_usual
from zhnews.numbers.words import is_part_of_word

__all__ = ["Reader"]


class Reader(Surroundings):
    """Reads the quantities of one folded text."""

    __slots__ = ()

    def read(self, found: re.Match[str]) -> Kept | int:
        """The item whose first numeral was found, or where to look on.

        Args:
            found: A numeral, 半, 几 or 数, with the groups of ``FIGURE``.
        """
        text, (at, stop) = self.text, found.span()
        if found.lastindex is None:
            loose = text[stop : stop + 1] in _BLANK and text[at] > "9"
            usual = read_usual(self, found) if loose else None
        elif text[stop : stop + 1] in JOINTS and text[at - 1 : at] != "第":
            ranges = text[stop + 1 : stop + 2] in RANGE_ON
            usual = None if ranges else read_usual(self, found)
        else:
            usual = read_usual(self, found)
        return self.read_long(found) if usual is None else usual

    def read_long(self, found: re.Match[str], whole: Figure | None = None) -> Item | int:
        """The same for every form that a figure takes in print.

        Args:
            found: A numeral, 半, 几 or 数.
            whole: The figure that it is the head of, where that is known.
        """
        text, at = self.text, found.start()
        figure = whole or plain_figure(found) or self._figure(at)
        if not isinstance(figure, Figure):
            return figure
        before, after = text[at - 1 : at], text[figure.end : figure.end + 1]
        if before in _BESIDE or after in _BESIDE:
            beside = self._beside(figure, before, after)
            if beside is not None:
                return beside
        if before == "." or figure.packed[-1] in _PREFIXES:
            figure = self._whole(figure)
            before = text[figure.start - 1 : figure.start]
            after = text[figure.end : figure.end + 1]
        if after in SHARES:
            share = read_share(text, figure)
            if share is not None:
                return self._shared(figure, share)
        tail = read_tail(text, figure, self.lexicon)
        if tail is None:
            more = after == " " and whole is None and goes_on(text, figure.end)
            grouped = self._grouped(at) if more else None
            return self.read_long(found, grouped) if grouped else self._alone(figure, at)
        if (before in RATIO or after in RATIO) and is_ratio(text, figure):
            return Item(at, figure.end, "number", figure.value)
        if tail.word == "把" and figure.bare_scale:
            return self._loosely(figure)
        after = text[tail.end : tail.end + 1]
        if after in MAY_JOIN or (tail.kind == "money" and after in COMPLETES):
            pair = joined(self, figure, tail)
            if pair is not None:
                return pair
        if not counts(self, figure, tail):
            return max(tail.end if tail.sort == "classifier" else figure.end, at + 1)
        return self._measured(figure, tail)

    def _grouped(self, at: int) -> Figure | None:
        """3 021.55, and 3 5 0 where a unit follows: digits parted for no reason need one."""
        text, figure = self.text, read_grouped(self.text, at)
        if figure is None or not text[at + 1] == " " == text[at + 3]:
            return figure
        return figure if read_tail(text, figure, self.lexicon) else None

    def _figure(self, at: int) -> Figure | Item | int:
        """A figure that is not plain, or what stands there if it is none."""
        text, head = self.text, self.text[at]
        if head == "半":
            half = read_half(text, at, self.lexicon)
            if half is None:
                return at + 1
            if half.kind == "duration" and text[half.end : half.end + 1] in JOINTS:
                pair = self._from_half(half)
                if pair is not None:
                    return pair
            return turned(self, self.hedged(half)) if half.kind == "duration" else self.hedged(half)
        coded = head <= "9" and text[at - 1 : at] in LETTERS
        if coded and self.lexicon.sign_before(text, at) is None:
            return skip_code(text, at)  # told before the figure is read
        figure = read_figure(text, at)
        if figure is None:
            return self._several(at) if head in "几数" else _skip(text, at)
        return figure

    def _from_half(self, half: Item) -> Item | None:
        """半年至一年: a range that half a unit begins."""
        figure = read_figure(self.text, half.end + 1)
        if half.approx is not None or figure is None or figure.value is None:
            return None
        tail = read_tail(self.text, figure, self.lexicon)
        last = lasting(self, figure, tail) if tail is not None and tail.kind == "duration" else None
        if not isinstance(last, Item) or last.start != figure.start or last.value is None:
            return None
        item = half._replace(end=last.end, value=None, low=half.value, high=last.value, parts=())
        return self.hedged(item._replace(approx="range"))

    def _beside(self, figure: Figure, before: str, after: str) -> Item | int | None:
        """What a sign, a letter or 第 beside a figure makes of it; None where nothing."""
        text, at = self.text, figure.start
        coded = figure.arabic and (before in CODED or after in CODED)
        if coded and is_code(text, at, figure.end, self.lexicon):
            if ends_score(text, at, figure.end):
                return Item(at, figure.end, "number", figure.value)
            return skip_code(text, at)
        return self._ordinal(figure) if before == "第" else None

    def _alone(self, figure: Figure, at: int) -> Item | int:
        """The item that the figure makes without a unit of its own."""
        text = self.text
        if figure.approx == "about" and not figure.packed.endswith("万"):
            figure = figure._replace(end=figure.more, approx=None)
        start, end = figure.start, figure.end
        following = text[end : end + 1]
        if (following in RATIO or text[start - 1 : start] in RATIO) and is_ratio(text, figure):
            return Item(at, end, "number", figure.value)
        if following in MAY_JOIN:
            joint = figure.arabic and following in DASH and "0" <= text[end + 1 : end + 2] <= "9"
            if joint and is_score(text, start, end):
                return Item(at, end, "number", figure.value)
            pair = joined(self, figure, None)
            if pair is not None:
                return pair
        return self._bare(figure)

    def _whole(self, figure: Figure) -> Figure:
        """The figure with the point before it, without a prefix that is the unit's."""
        text, at = self.text, figure.start
        if text[at - 1 : at] == "." and at > self.floor and not text[at - 2 : at - 1].isalnum():
            return read_figure(text, at - 1) or figure
        if figure.packed[-1] in _PREFIXES and len(figure.packed) > 1 and figure.more < 0:
            return self._without_prefix(figure)
        return figure

    def _without_prefix(self, figure: Figure) -> Figure:
        """3千瓦 is three 千瓦; 三千米 in characters is 3000 米."""
        prefix, end = figure.packed[-1], figure.end - 1
        unit = self.lexicon.unit_at(self.text, end)
        if unit is None or unit.word[0] != prefix or self.text[end] != prefix:
            return figure
        if unit.word == "千米" and not figure.arabic:
            return figure
        value = number_of(figure.packed[:-1])
        if value is None or figure.low is not None or _is_one_numeral(figure, value):
            return figure
        return figure._replace(end=end, value=value, packed=figure.packed[:-1])

    def _ordinal(self, figure: Figure) -> Item | int:
        """第11届: the place in a series."""
        value = figure.value
        if value is None or value != int(value) or self.text.startswith(NOT_ORDINAL, figure.end):
            return figure.end
        last = self._last_place(figure)
        if last is not None:
            high = int(last.value or 0)
            return Item(
                figure.start - 1, last.end, "ordinal", None, int(value), high, approx="range"
            )
        return Item(figure.start - 1, figure.end, "ordinal", int(value))

    def _last_place(self, figure: Figure) -> Figure | None:
        """五 of 第三至五名 and 第三至第五."""
        text = self.text
        if text[figure.end : figure.end + 1] not in JOINTS:
            return None
        at = figure.end + 1 + text.startswith("第", figure.end + 1)
        last = read_figure(text, at)
        if last is None or last.value is None or last.more >= 0 or last.arabic != figure.arabic:
            return None
        after = text[last.end : last.end + 1]
        follows = (figure.value or 0) < last.value < _MOST_PLACES and last.value == int(last.value)
        return last if follows and after not in _NO_PLACE_AFTER else None

    def _shared(self, figure: Figure, share: Item) -> Item:
        start, sign = self.sign(figure.start)
        item = share._replace(start=start)
        if sign < 0 and isinstance(item.value, (int, Decimal, Fraction)):
            item = item._replace(value=-item.value)
        return self.hedged(item)

    def _several(self, at: int) -> Item | int:
        """几家, 数次, 数月: a count that the paper leaves open."""
        text = self.text
        figure = Figure(at, at + 1, None, None, None, "several", text[at], -1)
        tail = read_tail(text, figure, self.lexicon)
        before = text[at - 1 : at]
        if text.startswith("数月", at) and (before in _BEFORE_SEVERAL or not _is_han(before)):
            return Item(at, at + 2, "duration", approx="several")
        if tail is None or tail.kind not in ("measure", "duration") or before in _THESE:
            return at + 1
        if tail.word == "番" and not self.multiplies(at):
            return at + 1  # 几番周折
        if text[at] == "数" and (
            tail.word not in _SEVERAL or (_is_han(before) and before not in _BEFORE_SEVERAL)
        ):
            return at + 1
        if is_part_of_word(text, at, tail.end):
            return at + 1
        return self._open(figure, tail)

    def _open(self, figure: Figure, tail: Tail) -> Item:
        unit = None if tail.kind == "duration" else tail.unit
        return Item(figure.start, tail.end, tail.kind, unit=unit, code=tail.code, approx="several")

    def _bare(self, figure: Figure) -> Item | int:
        """A numeral without a unit: 13.7万, 前100的."""
        text = self.text
        start, sign, code, hedge = figure.start, 1, None, None
        if text[start - 1 : start] in self.beside.heads:
            start, sign = self.sign(start)
            code = self.currency_before(start)
            hedge = self.hedge(start, figure) if code is None else None
        if code is not None and figure.value is not None:
            approx = figure.approx or self._hedged_within(start)
            start, unit, name = code
            item = Item(start, figure.end, "money", sign * figure.value, unit=unit, code=name)
            return self.hedged(item._replace(approx=approx))
        if text[figure.end : figure.end + 1] == "k" and figure.arabic and figure.value is not None:
            return self._salary(figure)
        if not self._is_said_about(figure) and (
            not is_number(text, figure, hedge is not None) or in_word(self, figure, figure.end)
        ):
            return figure.end
        value = sign * figure.value if figure.value is not None else None
        low, high, approx = figure.low, figure.high, figure.approx
        return self.hedged(
            _new(
                Item, (start, figure.end, "number", value, low, high, None, None, approx, None, ())
            )
        )

    def _is_said_about(self, figure: Figure) -> bool:
        """一万出头: what stands behind says that the characters count."""
        if figure.arabic or len(figure.packed) == 1 or figure.packed == "万一":
            return False
        return self.hedges.find_after(self.text, figure.end) is not None

    def _loosely(self, figure: Figure) -> Item | int:
        """千把块: about a thousand; 千把剪刀 counts nothing."""
        end = figure.end + 1
        loose = figure._replace(end=end, approx="about", more=figure.end)
        tail = read_tail(self.text, loose, self.lexicon)
        return self._measured(loose, tail) if tail is not None else end

    def _salary(self, figure: Figure) -> Item:
        """15k: what a lowercase k counts in Chinese text is pay."""
        value = (figure.value or 0) * 1000
        item = Item(figure.start, figure.end + 1, "money", value, unit="元", code="")
        return self.hedged(item)

    def _measured(self, figure: Figure, tail: Tail) -> Item | int:
        """A figure with its unit."""
        if figure.value is None and figure.low is None:
            return self.hedged(self._open(figure, tail)._replace(approx=figure.approx))
        if tail.kind == "duration":
            return lasting(self, figure, tail)
        start, sign = figure.start, 1
        before = self.text[start - 1 : start]
        if before in _SIGNS and tail.sort in ("classifier", "ordinal"):
            return self._bare(figure)  # ￥120起
        beside = before in self.beside.heads
        if beside:
            start, sign = self.sign(start)
        if sign < 0 and tail.sort in ("classifier", "ordinal") and self.text[start] in "-−":
            return figure.end  # 歼-20列装
        value, low, high, end = amounts(self, figure, tail)
        approx = figure.approx or _more_within(self.text, figure.end, tail.end)
        code = tail.code
        if beside and tail.kind == "money":
            prefix = self.currency_before(start)
            if prefix is not None:
                approx = approx or self._hedged_within(start)
                start = prefix[0]
                code = code or prefix[2]
        if sign < 0:
            value, low, high = (None if v is None else -v for v in (value, high, low))
        unit = tail.unit
        if tail.kind == "ordinal":
            unit, value = None, int(value) if value is not None else None
        kind = tail.kind
        return self.hedged(
            _new(Item, (start, end, kind, value, low, high, unit, code, approx, None, ()))
        )

    def _hedged_within(self, start: int) -> str | None:
        """约 of 人民币约285元."""
        hedge = self.hedges.find_before(self.text, start, self.floor)
        return hedge[1] if hedge is not None else None


def _more_within(text: str, start: int, end: int) -> str | None:
    """两个多百分点: 多 between 个 and the unit."""
    return "over" if end > start + 2 and text.startswith(("个多", "个余"), start) else None


def _is_one_numeral(figure: Figure, value: int | Decimal) -> bool:
    """一万四千瓦 is 14000 瓦: a numeral that 千 ends counts on, and is no 千瓦."""
    return figure.value is not None and value * SCALES[figure.packed[-1]] != figure.value


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _skip(text: str, at: int) -> int:
    """Past a numeral that cannot be read: 三百百."""
    found = _RUN.match(text, at)
    return found.end() if found else at + 1


#: A named tuple without the detour over its names.
_new: Final = tuple.__new__
#: A range of places ends below it; beyond, the figures are years or codes.
_MOST_PLACES: Final = 1000
#: After figures these make a stretch of the calendar, a share or a code of them.
_NO_PLACE_AFTER: Final = frozenset("年月日季周时%-/.")
#: Beside a figure these may make a code or a place in a series of it.
_BESIDE: Final = CODED | {"第"}
_BLANK: Final = frozenset(" \t\xa0")
#: Scales that may be the prefix of a unit: 千 of 千瓦.
_PREFIXES: Final = frozenset("千百兆")
#: Before a figure these make money of it, whatever counts things behind it.
_SIGNS: Final = frozenset("$¥￥€£₩")
_THESE: Final = frozenset("这那哪第")
#: Units that 数 counts, and what may stand before it: 已数次, no 分数.
_SEVERAL: Final = frozenset((
    "家", "次", "天", "日", "年", "周", "人", "名", "小时", "个", "种", "项", "个月", "公里", "米",
    "吨", "辆", "座", "艘", "起", "件", "处",
))  # fmt: skip
_BEFORE_SEVERAL: Final = frozenset("的了达有近在经过历约及和用后内这已获生毁坏时续费")
_RUN: Final = re.compile(rf"[0-9.,]{{1,4000}}|[{HAN}]{{1,400}}")

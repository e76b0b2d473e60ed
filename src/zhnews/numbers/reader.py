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

from zhnews.numbers import durations
from zhnews.numbers.bare import is_code, is_number, is_ratio, skip_code
from zhnews.numbers.figures import HAN, SCALE, Figure, Value, read_figure, scaled
from zhnews.numbers.hedges import hedges, may_count_scale
from zhnews.numbers.items import Item
from zhnews.numbers.numerals import number_of
from zhnews.numbers.points import DASH
from zhnews.numbers.shares import read_half, read_share
from zhnews.numbers.tails import RATE, Tail, complete_measure, complete_money, read_tail, tenths
from zhnews.numbers.units import lexicon
from zhnews.numbers.usual import read_usual
from zhnews.numbers.words import is_idiom, is_part_of_word
from zhnews.vocab import Vocabulary

__all__ = ["Reader"]

_GAP: Final = r"[ \t\xa0]{0,3}"
_JOIN: Final = re.compile(rf"{_GAP}(?:[{DASH}]{{1,2}}|至|到){_GAP}(?=[-−负零0-9{HAN}$¥￥.])")
_NEGATIVE: Final = ("零下", "负", "-", "−")
#: The left side of a stretch that a length names: 近三年, 过去的5年.
_ROLLING: Final = re.compile(
    r"(?:(?:最近|过去|未来|今后|此前|近)(?:的|这)?|(?<![以马海网路线地])[上下])[ \t]?\Z"
)
#: After these 近 hedges the length itself: 历时近30年.
_MEASURED: Final = frozenset("时有了达过隔约长距用费花")
_ONE_LENGTH: Final = re.compile(r"[年天日月周时分秒]")
#: Ordinal words that are none: 第一时间, 第三方.
_NOT_ORDINAL: Final = ("时间", "方", "者", "手资料", "手的", "夫人", "把手")
#: Before these 一 is an article: 同一天, 每一年, 唯一.
_NO_ONE: Final = frozenset("同每这那某哪另唯统前后次翌首")
#: Units that a single character of a numeral does not count: 三方, 五环, 四伏.
_DIGITS_ONLY: Final = frozenset("方环伏安卡手分牛线巴")
#: Units so common that no other word begins with them and a numeral.
_SAFE_UNITS: Final = frozenset(("个", "项", "种", "名", "个月", "小时", "分钟", "美元", "百分点"))


class Reader:
    """Reads the quantities of one folded text.

    Attributes:
        text: The folded text.
    """

    __slots__ = ("hedges", "lexicon", "text")

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.lexicon = lexicon(vocabulary)
        self.hedges = hedges(vocabulary)

    def read(self, at: int, floor: int) -> Item | int:
        """The item whose first numeral stands at ``at``, or where to look on.

        Args:
            at: A numeral, 半, 几 or 数.
            floor: Where the item before ended; nothing is read before it.
        """
        text = self.text
        head = text[at]
        if head <= "9":
            usual = read_usual(text, at, floor, self.lexicon, self.hedges)
            if usual is not None:
                return usual
        return self.read_long(at, floor)

    def read_long(self, at: int, floor: int) -> Item | int:
        """The same for every form that a figure takes in print."""
        text = self.text
        head = text[at]
        if head == "半":
            return read_half(text, at, self.lexicon) or at + 1
        figure = read_figure(text, at)
        if figure is None:
            return self._several(at, floor) if head in "几数" else _skip(text, at)
        before = text[at - 1 : at]
        if before == "." and at > floor and not text[at - 2 : at - 1].isalnum():
            figure = read_figure(text, at - 1) or figure
        elif figure.packed[-1] in "千百兆" and len(figure.packed) > 1 and figure.more < 0:
            figure = self._without_prefix(figure)
        if head <= "9" and (before.isascii() or text[figure.end : figure.end + 1].isascii()):
            if is_code(text, at, figure.end, self.lexicon):
                return skip_code(text, at)
        if before == "第":
            return self._ordinal(figure)
        share = read_share(text, figure)
        if share is not None:
            return self._shared(figure, share, floor)
        tail = read_tail(text, figure, self.lexicon)
        if figure.approx == "about" and tail is None and not figure.packed.endswith("万"):
            figure = figure._replace(end=figure.more, approx=None)
        if is_ratio(text, figure):
            return Item(at, figure.end, "number", figure.value)
        joined = self._joined(figure, tail, floor)
        if joined is not None:
            return joined
        if tail is None:
            return self._bare(figure, floor)
        if not self._counts(figure, tail, floor):
            return max(tail.end if tail.sort == "classifier" else figure.end, at + 1)
        return self._measured(figure, tail, floor)

    def _without_prefix(self, figure: Figure) -> Figure:
        """3千瓦 is three 千瓦; 三千米 in characters is 3000 米."""
        prefix, end = figure.packed[-1], figure.end - 1
        unit = self.lexicon.unit_at(self.text, end)
        if unit is None or unit.word[0] != prefix or self.text[end] != prefix:
            return figure
        if unit.word == "千米" and not figure.arabic:
            return figure
        value = number_of(figure.packed[:-1])
        if value is None:
            return figure
        return figure._replace(end=end, value=value, packed=figure.packed[:-1])

    # --- one figure -------------------------------------------------------------------------

    def _ordinal(self, figure: Figure) -> Item | int:
        """第11届: the place in a series."""
        value = figure.value
        if value is None or value != int(value) or self.text.startswith(_NOT_ORDINAL, figure.end):
            return figure.end
        return Item(figure.start - 1, figure.end, "ordinal", int(value))

    def _shared(self, figure: Figure, share: Item, floor: int) -> Item:
        start, sign = self._sign(figure.start, floor)
        item = share._replace(start=start)
        if sign < 0 and isinstance(item.value, (int, Decimal, Fraction)):
            item = item._replace(value=-item.value)
        return self._hedged(item, floor)

    def _several(self, at: int, floor: int) -> Item | int:
        """几家, 数次, 数月: a count that the paper leaves open."""
        text = self.text
        figure = Figure(at, at + 1, None, None, None, "several", text[at], -1)
        tail = read_tail(text, figure, self.lexicon)
        before = text[at - 1 : at]
        if tail is None or tail.kind not in ("measure", "duration") or before in tuple("这那哪第"):
            return at + 1
        if text[at] == "数" and (
            tail.word not in ("家", "次", "天", "日", "年", "周", "人", "名", "小时", "个", "种", "项", "个月", "公里", "米")
            or ("\u4e00" <= before <= "\u9fff" and before not in "的了达有近在经过历约及和用后内这已")
        ):
            return at + 1
        if is_part_of_word(text, at, tail.end):
            return at + 1
        return self._open(figure, tail)

    def _open(self, figure: Figure, tail: Tail) -> Item:
        unit = None if tail.kind == "duration" else tail.unit
        return Item(figure.start, tail.end, tail.kind, unit=unit, code=tail.code, approx="several")

    def _bare(self, figure: Figure, floor: int) -> Item | int:
        """A numeral without a unit: 13.7万, 前100的."""
        start, sign = self._sign(figure.start, floor)
        code = self._currency_before(start, floor)
        hedge = self._hedge(start if code is None else code[0], figure, floor)
        text = self.text
        if code is not None and figure.value is not None:
            start, unit, name = code
            item = Item(start, figure.end, "money", sign * figure.value, unit=unit, code=name)
            return self._hedged(item._replace(approx=figure.approx), floor)
        if text[figure.end : figure.end + 1] == "k" and figure.arabic and figure.value is not None:
            return self._salary(figure, floor)
        if not is_number(text, figure, hedge is not None) or self._in_word(figure, figure.end):
            return figure.end
        value = sign * figure.value if figure.value is not None else None
        item = Item(start, figure.end, "number", value, figure.low, figure.high, approx=figure.approx)
        return self._hedged(item, floor)

    def _salary(self, figure: Figure, floor: int) -> Item:
        """15k: what a lowercase k counts in Chinese text is pay."""
        value = (figure.value or 0) * 1000
        item = Item(figure.start, figure.end + 1, "money", value, unit="元", code="")
        return self._hedged(item, floor)

    def _measured(self, figure: Figure, tail: Tail, floor: int) -> Item | int:
        """A figure with its unit."""
        if figure.value is None and figure.low is None:
            return self._hedged(self._open(figure, tail)._replace(approx=figure.approx), floor)
        if tail.kind == "duration":
            return self._lasting(figure, tail, floor)
        start, sign = self._sign(figure.start, floor)
        if sign < 0 and tail.sort in ("classifier", "ordinal") and self.text[start] in "-−":
            return figure.end  # 歼-20列装
        value, low, high, end = self._amounts(figure, tail)
        approx = figure.approx
        code = tail.code
        if tail.kind == "money":
            prefix = self._currency_before(start, floor)
            if prefix is not None:
                start = prefix[0]
                code = code or prefix[2]
        if sign < 0:
            value, low, high = (None if v is None else -v for v in (value, high, low))
        item = Item(start, end, tail.kind, value, low, high, tail.unit, code, approx)
        if tail.kind == "ordinal":
            item = item._replace(unit=None, value=int(value) if value is not None else None)
        return self._hedged(item, floor)

    def _amounts(
        self, figure: Figure, tail: Tail
    ) -> tuple[Value | None, Value | None, Value | None, int]:
        """Value, low and high in the unit, and where the words end."""
        end = tail.end
        if tail.word in ("成", "折"):
            value, end = tenths(self.text, figure, end, tail.word)
            return value, _times(figure.low, 10), _times(figure.high, 10), end
        value = _times(figure.value, tail.factor)
        more: Value | Fraction = 0
        if tail.kind == "money" and value is not None:
            more, end = complete_money(self.text, tail, self.lexicon)
        elif tail.sort == "measure" and value is not None:
            more, end = complete_measure(self.text, tail)
        if value is not None and more and not isinstance(more, Fraction):
            value += more
        if self._halved(figure, tail):
            value = value + Decimal("0.5") if value is not None else None
        return value, _times(figure.low, tail.factor), _times(figure.high, tail.factor), end

    def _halved(self, figure: Figure, tail: Tail) -> bool:
        return self.text[figure.end : figure.end + 2] == "个半" and tail.end > figure.end + 2

    # --- lengths of time --------------------------------------------------------------------

    def _lasting(self, figure: Figure, tail: Tail, floor: int) -> Item | int:
        """三年, 48小时, 一年零四个月."""
        text = self.text
        if tail.word == "分" or (tail.word == "日" and figure.value is None and figure.low is None):
            return self._points(figure, tail, floor)
        start, approx, end = figure.start, figure.approx, tail.end
        designator, times = ("M", 1) if tail.word == "个月" else self.lexicon.times[tail.word]
        if not times:
            return figure.end
        if figure.value is None:
            low, high = (((designator, _times(v, times)),) for v in (figure.low, figure.high))
            item = Item(start, end, "duration", None, _iso(low), _iso(high), approx="range")
            return self._hedged(item, floor)
        if text[end : end + 1] == "大" and text[end + 1 : end + 2] in tuple("的了,。、;") + ("",):
            item = Item(start, end, "measure", figure.value, unit=tail.word, approx=approx)
            return self._hedged(item, floor)  # 90天大: an age
        parts: tuple[tuple[str, Value], ...] = ((designator, _whole(figure.value * times)),)
        inner = text[figure.end : figure.end + 2]
        if inner in ("个半",):
            parts = durations.add_half(parts)
        elif inner in ("个多", "个余"):
            approx = "over"
        else:
            parts, end = durations.more_of(text, durations.Length(parts, end), self.lexicon)
            if text[end : end + 1] == "半" and text[end + 1 : end + 2] not in tuple("年个天小日以夜"):
                parts, end = durations.add_half(parts), end + 1
        item = Item(start, end, "duration", durations.iso(parts), approx=approx, parts=parts)
        return self._turned(self._hedged(item, floor), floor)

    def _points(self, figure: Figure, tail: Tail, floor: int) -> Item | int:
        """分 alone counts points, 4分11秒 time."""
        if figure.value is None:
            item = Item(figure.start, tail.end, "measure", None, figure.low, figure.high, "分", approx=figure.approx)
            return self._hedged(item, floor)
        parts: tuple[tuple[str, Value], ...] = (("N", figure.value),)
        length = durations.more_of(self.text, durations.Length(parts, tail.end), self.lexicon)
        if len(length.parts) > 1:
            item = Item(figure.start, length.end, "duration", durations.iso(length.parts), parts=length.parts)
        else:
            item = Item(figure.start, tail.end, "measure", figure.value, unit=tail.word, approx=figure.approx)
        return self._hedged(item, floor)

    def _turned(self, item: Item, floor: int) -> Item:
        """近三年 and 27年前 turn a length into a stretch or a day."""
        text = self.text
        before = _ROLLING.search(text, max(floor, item.start - 5), item.start)
        if before is not None:
            word = before.group()
            if word[0] != "近" or text[before.start() - 1 : before.start()] not in _MEASURED:
                return item._replace(start=before.start(), rolling=word.strip())
        if item.approx == "nearly" and text[item.start] == "近":
            if text[item.start - 1 : item.start] not in _MEASURED:
                approx = "over" if "多" in text[item.start : item.end] else None
                return item._replace(rolling="近", approx=approx)
        for word in ("之前", "以前", "前") if item.approx is None and item.value is not None else ():
            if text.startswith(word, item.end) and text[item.end + len(word) : item.end + len(word) + 1] not in tuple("夕后三景半期沿端"):
                return item._replace(rolling="前")
        return item

    # --- ranges -----------------------------------------------------------------------------

    def _joined(self, figure: Figure, tail: Tail | None, floor: int) -> Item | None:
        """3—4亿, 8万元至10万元, -3℃至-4℃: one item with both ends."""
        if figure.value is None:
            return None
        text = self.text
        end = figure.end if tail is None else tail.end
        if tail is None and text[end : end + 1] == "k":
            end += 1
        if tail is not None and tail.kind == "money":
            _, end = complete_money(text, tail, self.lexicon)
        rate = RATE.match(text, end) if tail is not None else None
        stop = rate.end() if rate else end
        join = _JOIN.match(text, stop)
        if join is None:
            return self._listed(figure, tail, floor)
        last_sign, at = _sign_after(text, join.end())
        sign = self.lexicon.signs and text[at : at + 1] in "$¥￥" and text[at : at + 1] != ""
        last = read_figure(text, at + bool(sign))
        if last is None or last.value is None or (not figure.arabic and not last.arabic and _clashes(figure, last)):
            return None
        last_tail = read_tail(text, last, self.lexicon)
        return self._ranged(figure, tail, last, last_tail, floor, last_sign, hyphen=join.group().strip() == "-")

    def _listed(self, figure: Figure, tail: Tail | None, floor: int) -> Item | None:
        """三、四百人: neighbours with a stop between them."""
        text = self.text
        if tail is not None or figure.arabic or len(figure.packed) > 1 or text[figure.end : figure.end + 1] != "、":
            return None
        last = read_figure(text, figure.end + 1)
        if last is None or last.value is None or last.arabic or text[figure.start - 1 : figure.start] in ("第", "", "\n"):
            return None
        head = number_of(last.packed[0])
        if head is None or figure.value is None or head != figure.value + 1:
            return None
        last_tail = read_tail(text, last, self.lexicon)
        if last_tail is None and len(last.packed) == 1:
            return None
        return self._ranged(figure, None, last, last_tail, floor, 1, hyphen=False)

    def _ranged(
        self, figure: Figure, tail: Tail | None, last: Figure, last_tail: Tail | None,
        floor: int, last_sign: int, *, hyphen: bool,
    ) -> Item | None:  # fmt: skip
        if not self._agree(figure, tail, last, last_tail, hyphen=hyphen):
            return None
        text = self.text
        both = last_tail
        first_value = figure.value if tail is not None else scaled(figure, last)
        if first_value is None or last.value is None:
            return None
        start, sign = self._sign(figure.start, floor)
        code = self._currency_before(start, floor)
        if both is None:
            if code is not None:
                ends = sorted((sign * first_value, last_sign * last.value))
                return self._hedged(Item(code[0], last.end, "money", None, *ends, code[1], code[2], "range"), floor)
            if text[last.end : last.end + 1] == "k" and figure.arabic:
                ends = sorted((first_value * 1000, last.value * 1000))
                return Item(start, last.end + 1, "money", None, *ends, "元", "", "range")
            ends = sorted((sign * first_value, last_sign * last.value))
            return self._hedged(Item(start, last.end, "number", None, *ends, approx="range"), floor)
        if both.kind == "duration":
            return self._range_of_time(figure, tail, last, both, first_value, start, floor)
        first, _, _, _ = self._amounts(figure._replace(value=first_value), tail or both)
        final, _, _, end = self._amounts(last, both)
        if first is None or final is None:
            return None
        if code is not None:
            start = code[0]
        if text[figure.start - 2 : figure.start] == "零下" and last_sign == 1:
            last_sign = -1  # 零下3至5度 is below zero at both ends
        low, high = sorted((sign * first, last_sign * final))
        unit = None if both.kind == "ordinal" else both.unit
        name = (both.code or (code[2] if code else "")) if both.kind == "money" else None
        return self._hedged(Item(start, end, both.kind, None, low, high, unit, name, "range"), floor)

    def _range_of_time(
        self, figure: Figure, tail: Tail | None, last: Figure, both: Tail, value: Value, start: int, floor: int
    ) -> Item | None:  # fmt: skip
        if both.word == "分":
            low, high = sorted((value, last.value or 0))
            return self._hedged(Item(start, both.end, "measure", None, low, high, "分", approx="range"), floor)
        ends = []
        for amount, unit in ((value, tail or both), (last.value or 0, both)):
            designator, times = ("M", 1) if unit.word == "个月" else self.lexicon.times[unit.word]
            if not times:
                return None
            ends.append(durations.iso(((designator, _whole(amount * times)),)))
        item = Item(start, both.end, "duration", None, ends[0], ends[1], approx="range")
        return self._turned(self._hedged(item, floor), floor)

    def _agree(
        self, figure: Figure, tail: Tail | None, last: Figure, last_tail: Tail | None, *, hyphen: bool
    ) -> bool:  # fmt: skip
        """Whether two figures can be the ends of one range."""
        if tail is None and last_tail is None:
            salary = self.text[last.end : last.end + 1] == "k"
            return salary or (not hyphen and is_number(self.text, last, False) and figure.value != last.value)
        if tail is None:
            return not (hyphen and last_tail is not None and last_tail.word in ("号", "型", "分")) and figure.packed != "一" or not hyphen
        if last_tail is None:
            return False
        if tail.kind == "duration":
            return last_tail.kind == "duration"
        if tail.kind == "money":
            return last_tail.kind == "money" and (tail.code == last_tail.code or not tail.code)
        return tail.unit == last_tail.unit

    # --- what stands before -----------------------------------------------------------------

    def _sign(self, start: int, floor: int) -> tuple[int, int]:
        """Where the figure begins with its sign, and the sign."""
        text = self.text
        at = start
        if text[at - 1 : at] in (" ", "\t") and text[at - 2 : at - 1] == "负":
            at -= 1
        for word in _NEGATIVE:
            if at - len(word) >= floor and text.endswith(word, 0, at):
                begin = at - len(word)
                before = text[begin - 1 : begin]
                if word in ("-", "−"):
                    joined = before in tuple("-−%℃°)") or (before.isascii() and before.isalnum())
                    return (start, 1) if joined else (begin, -1)
                if word == "负" and before in tuple("胜担背肩抱欺自辜"):
                    return start, 1
                return begin, -1
        return start, 1

    def _currency_before(self, start: int, floor: int) -> tuple[int, str, str] | None:
        """人民币, US$ and the like: where it begins, the unit and the code."""
        text = self.text
        at = start
        while at > floor and text[at - 1] in " \t\xa0" and start - at < 3:
            at -= 1
        hedge = self.hedges.find_before(text, at, floor)
        if hedge is not None:  # 人民币约285元
            at = hedge[0]
        word = self.lexicon.sign_before(text, at)
        if word is None or at - len(word) < floor:
            return None
        money = self.lexicon.money[word]
        return at - len(word), money.unit, money.code

    def _hedge(self, start: int, figure: Figure, floor: int) -> tuple[int, str] | None:
        found = self.hedges.find_before(self.text, start, floor)
        if found is None and figure.packed[0] in "百千万亿" and may_count_scale(self.text, start):
            return start - 1, "over"
        return found

    def _hedged(self, item: Item, floor: int) -> Item:
        """The item with the hedges around it."""
        text = self.text
        found = self.hedges.find_before(text, item.start, floor)
        start, approx = item.start, item.approx
        if found is not None:
            start, meaning = found
            approx = approx or meaning
        elif text[item.start] in "百千万亿" and may_count_scale(text, item.start) and item.start > floor:
            start, approx = start - 1, approx or "over"
        end = item.end
        after = self.hedges.find_after(text, end)
        if after is not None:
            end = after[0]
            approx = approx or after[1]
        else:
            end, approx = _hedge_after(text, item, approx)
        return item._replace(start=start, end=end, approx=approx)

    # --- words, idioms, names ---------------------------------------------------------------

    def _counts(self, figure: Figure, tail: Tail, floor: int) -> bool:
        """Whether numeral and unit count something, or make another word."""
        if figure.arabic:
            return True
        text, packed = self.text, figure.packed
        before = text[figure.start - 1 : figure.start]
        if packed == "一" and (tail.sort in ("classifier", "ordinal") or before in _NO_ONE):
            return False
        if packed == "二" and tail.sort == "classifier" and tail.word != "个":
            return False  # things are counted with 两
        if text[figure.start : tail.end] in self.lexicon.phrases:
            return False
        if len(packed) == 1 and tail.word in _DIGITS_ONLY:
            return False
        if packed in ("零", "〇", "○") and (tail.sort == "classifier" or len(tail.word) == 1):
            return False
        if len(packed) == 1 and packed in "壹贰叁参肆伍陆柒捌玖拾佰仟俩仨":
            return False
        if (tail.word == "级" or text[tail.end : tail.end + 1] == "级") and not set(packed) - set(SCALE):
            return False  # 千亿级
        if figure.bare_scale and figure.more < 0 and self._hedge(figure.start, figure, floor) is None:
            return False
        if is_idiom(text, figure.start) or (figure.start > 1 and is_idiom(text, figure.start - 2)):
            return False
        if len(packed) > 1 and not figure.bare_scale:
            return True
        if tail.word in _SAFE_UNITS and packed != "一" and figure.more < 0:
            return True
        return not self._in_word(figure, tail.end)

    def _in_word(self, figure: Figure, end: int) -> bool:
        """Whether a dictionary word holds a numeral of one or two characters."""
        if figure.arabic or len(figure.packed) > 2 or figure.more >= 0:
            return False
        if self.text[figure.start - 1 : figure.start] in tuple("近超逾约上"):
            return False
        return is_part_of_word(self.text, figure.start, end)


def _skip(text: str, at: int) -> int:
    """Past a numeral that cannot be read: 三百百."""
    found = _RUN.match(text, at)
    return found.end() if found else at + 1


_RUN: Final = re.compile(rf"[0-9.,]{{1,4000}}|[{HAN}]{{1,400}}")


def _clashes(figure: Figure, last: Figure) -> bool:
    return figure.packed in ("一",) and last.packed in ("一",)


def _sign_after(text: str, at: int) -> tuple[int, int]:
    """The sign of the second end of a range, and where its figure begins."""
    for word in _NEGATIVE:
        if text.startswith(word, at):
            return -1, at + len(word)
    return 1, at


def _times(value: Value | None, factor: Value) -> Value | None:
    return None if value is None else value * factor if factor != 1 else value


def _whole(value: Value) -> Value:
    return int(value) if isinstance(value, Decimal) and value == int(value) else value


def _iso(parts: tuple[tuple[str, Value | None], ...]) -> str:
    return durations.iso(tuple((name, _whole(amount)) for name, amount in parts if amount is not None))


_MORE_AFTER: Final = frozenset("次家个位元方少样种边维级所项地出余头数云为")


def _hedge_after(text: str, item: Item, approx: str | None) -> tuple[int, str | None]:
    """一年多, 七分之一强: hedges of one character, kept apart from other words."""
    end = item.end
    word = text[end : end + 1]
    after = text[end + 1 : end + 2]
    if word in ("多", "余") and item.kind in ("duration", "measure", "money", "number") and approx is None:
        if after not in _MORE_AFTER:
            return end + 1, "over"
    elif word in ("强", "弱") and item.kind in ("fraction", "percent"):
        if after not in tuple("化大制力势国劲硬"):
            return end + 1, approx or ("over" if word == "强" else "nearly")
    return end, approx

"""What is handed out of what was read? Values, currencies, days."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from zhnews.chinese import fold
from zhnews.excerpt import Excerpt, text_of
from zhnews.numbers.clock import Clock
from zhnews.numbers.edtf import NOWHERE, Point, Stretch
from zhnews.numbers.figures import HAN
from zhnews.numbers.items import ROLLING, Amount, Item, Kept, kept
from zhnews.numbers.mentions import DateMention, Quantity, new_mention, new_quantity
from zhnews.numbers.numerals import number_of
from zhnews.numbers.reckoning import minus
from zhnews.numbers.scanner import folded, hits_of, traditional_letters
from zhnews.numbers.stretches import Reading
from zhnews.vocab import Vocabulary

__all__ = ["Maker", "check_issued"]


def check_issued(issued: date | None) -> date | None:
    """The issue date as a plain day.

    Raises:
        TypeError: It is neither a date nor None.
    """
    if issued is None or isinstance(issued, date):
        return issued.date() if isinstance(issued, datetime) else issued
    msg = f"issued takes a datetime.date or None, not {type(issued).__name__}"
    if isinstance(issued, str):
        msg += ": make one of it, for example with datetime.date.fromisoformat(page.issue_date)"
    raise TypeError(msg)


_GRAINS: Final = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}


#: What stands between the dates of a list: 6月7日、8日.
_LISTS: Final = ("、", "和", "及", "与")
#: The same, and how 同月5日 begins.
_BESIDE: Final = (*_LISTS, "月")


class Maker:
    """Makes the values of one text from what was read in it."""

    __slots__ = (
        "clear",
        "issued",
        "line",
        "listed",
        "offset",
        "source",
        "stated",
        "stated_at",
        "text",
    )

    def __init__(self, source: str | Excerpt, issued: date | None) -> None:
        self.source = source
        if isinstance(source, str):
            self.text, self.offset = source, 0
        else:
            #: Where it stands in the raw text, if that is in one stretch; else -1.
            self.offset = source.start if len(source.spans) == 1 else -1
            self.text = source.text
        self.issued = issued
        self.stated: int | None = None
        self.stated_at = 0
        #: Where the date before ended, and what it was.
        self.listed: tuple[int, Point] = (-1, NOWHERE)
        self.line: tuple[int, int, str | None] = (0, -1, None)
        #: From where to where no character is of traditional script alone.
        self.clear = (0, -1)

    def hits(self, vocabulary: Vocabulary) -> tuple[Kept | Reading | Clock, ...]:
        text = self.text
        whole = _whole_number(text)
        return (kept(whole),) if whole is not None else hits_of(text, vocabulary)

    def is_stretch(self, hit: Kept) -> bool:
        """近三年 is a stretch of the calendar, whether its days are known or not."""
        return hit[ROLLING] is not None and hit[ROLLING] != "前"

    def is_dated(self, hit: Kept) -> bool:
        """27年前 is a date where there is a day to count from."""
        *_, rolling, parts = hit
        if rolling is None:
            return False
        if rolling != "前":
            return True
        return self.issued is not None and len(parts) == 1 and parts[0][0] in _GRAINS

    # --- quantities -------------------------------------------------------------------------

    def quantity(self, hit: Kept) -> Quantity:
        start, end, kind, value, low, high, unit, code, approx, _, _ = hit
        if isinstance(value, int):
            value = Decimal(value)
        if low is not None or high is not None:
            low, high = _bound(low), _bound(high)
        if code is not None:
            code = code or self._currency_of(start, end, unit)
        offset = self.offset
        if offset < 0:
            text = text_of(self.source)[start:end]
            return Quantity(text, kind, value, low, high, unit, code, approx, start)
        return new_quantity(
            self.text[start:end], offset + start, kind, value, low, high, unit, code, approx, start
        )

    def _currency_of(self, at: int, stop: int, unit: str | None) -> str | None:
        """元 alone is CNY in a line of simplified script."""
        if unit != "元":
            return None
        start, end, answer = self.line
        if not start <= at < end:
            text = self.text
            start = text.rfind("\n", max(0, at - _LINE), at) + 1
            end = text.find("\n", stop, stop + _LINE)
            start, end = max(start, at - _LINE), (end if end >= 0 else stop + _LINE)
            clear = self._is_clear(start, end)
            answer = "CNY" if clear or not _is_traditional(text[start:end]) else None
            self.line = (start, end, answer)
        return answer

    def _is_clear(self, start: int, end: int) -> bool:
        """Whether a line has no character of traditional script alone."""
        if not self.clear[0] <= start <= self.clear[1]:
            found = traditional_letters().search(self.text, start)
            self.clear = (start, found.start() if found else len(self.text))
        return end <= self.clear[1]

    # --- dates ------------------------------------------------------------------------------

    def mention(self, hit: Kept | Reading | Clock) -> DateMention:
        if isinstance(hit, Clock):
            return self._mention(hit, "time", value=hit.value)
        if not isinstance(hit, Reading):
            item = Item(*hit)
            return self._ago(item) if item.rolling == "前" else self._rolling(item)
        beside = self._beside(hit) if self.text[hit.start - 1 : hit.start] in _BESIDE else None
        days = hit.stretch(self.issued, self._stated_before(hit.start), beside)
        self._remember(hit)
        if hit.words is not None and hit.words.part is None:
            self.listed = hit.end, days.last or days.first
        return self._mention(hit, hit.kind, *_named(days))

    def _mention(  # noqa: PLR0913, PLR0917 (one for each field)
        self,
        hit: Item | Reading | Clock,
        kind: str,
        edtf: str | None = None,
        first: date | None = None,
        last: date | None = None,
        value: str | None = None,
    ) -> DateMention:
        start, end = hit[:2]
        offset = self.offset
        if offset < 0:
            text = text_of(self.source)[start:end]
            return DateMention(text, kind, edtf, first, last, value, start)
        return new_mention(
            self.text[start:end], offset + start, kind, edtf, first, last, value, start
        )

    def _beside(self, hit: Reading) -> Point | None:
        """The date that stands before this one in a list, where this one needs it."""
        words, (end, point) = hit.words, self.listed
        if words is not None and words.same_month:
            near = end >= 0 and hit.start - end < _LINE
            return point if near and "\n" not in self.text[end : hit.start] else None
        if words is None or end != hit.start - 1 or point.month is None:
            return None
        if words.month is not None:
            return point if words.month >= point.month else None  # 2023年12月、1月
        return point if words.day is not None and words.day > (point.day or 99) else None

    def _stated_before(self, at: int) -> int | None:
        if self.stated is not None and self.text.find("\n", self.stated_at, at) >= 0:
            self.stated = None
        self.stated_at = at  # what was searched is not searched again
        return self.stated

    def _remember(self, hit: Reading) -> None:
        for words in (hit.words, hit.last):
            year = getattr(words, "year", None)
            if year is None and self.stated is not None and getattr(words, "never_issue", False):
                year = self.stated + getattr(words, "year_shift", 0)  # 次年5月 states one too
            if year is not None:
                self.stated, self.stated_at = year, hit.end

    def _ago(self, hit: Item) -> DateMention:
        """27年前: the year, at the grain of its unit."""
        designator, amount = hit.parts[0]
        day = self._shift(((designator, amount),)) if self.issued else None
        if day is None:
            return self._mention(hit, "date")
        edtf = {"Y": f"{day.year:04d}", "M": f"{day.year:04d}-{day.month:02d}"}.get(
            designator, day.isoformat()
        )
        first, last = day, day
        if designator == "Y":
            first, last = date(day.year, 1, 1), date(day.year, 12, 31)
        elif designator == "M":
            first = day.replace(day=1)
            last = (minus(first, months=-1, days=1)) or day
        return self._mention(hit, "date", edtf, first, last)

    def _rolling(self, hit: Item) -> DateMention:
        """近三年: so long a stretch, ending or beginning with the issue."""
        value = hit.value if isinstance(hit.value, str) else None
        forward = (hit.rolling or "").startswith(("未来", "今后", "下"))
        other = self._shift(hit.parts, forward=forward) if self.issued and hit.parts else None
        if other is None or self.issued is None:
            return self._mention(hit, "period", value=value)
        first, last = (self.issued, other) if forward else (other, self.issued)
        return self._mention(hit, "period", f"{first}/{last}", first, last, value)

    def _shift(
        self, parts: tuple[tuple[str, int | Decimal], ...], *, forward: bool = False
    ) -> date | None:
        amounts = {"years": 0, "months": 0, "days": 0}
        for designator, amount in parts:
            name = _GRAINS.get(designator)
            if name is None or amount != int(amount) or amount > 99999:
                return None
            sign = -1 if forward else 1
            if name == "weeks":
                amounts["days"] += sign * 7 * int(amount)
            else:
                amounts[name] += sign * int(amount)
        return minus(self.issued, **amounts) if self.issued else None


@lru_cache(maxsize=1024)  # the same few days are named all over a page
def _named(days: Stretch) -> tuple[str | None, date | None, date | None]:
    """A stretch in EDTF, its first and its last day."""
    return (days.edtf(), *(days.days() or (None, None)))


#: A line is looked at so far to either side to tell its script.
_LINE: Final = 200
#: The share of Han characters from which a line is traditional; about one in
#: three are in such texts, few in others. Numerals say nothing: cheques have 萬.
_TRADITIONAL_SHARE: Final = 0.05


_FIGURES: Final = frozenset(HAN)


@cache
def _han() -> re.Pattern[str]:
    return re.compile(r"[\u3400-\u9fff]")


def _is_traditional(line: str) -> bool:
    counted = [
        found
        for found in traditional_letters().finditer(line)
        if folded(found.group()) not in HAN or line[found.start() - 1 : found.start()].isdigit()
    ]
    if not counted:
        return False
    others = sum(c not in _FIGURES for c in _han().findall(line))
    return len(counted) > _TRADITIONAL_SHARE * others


def _bound(value: Amount | None) -> Decimal | str | None:
    if value is None or isinstance(value, str):
        return value
    return (
        Decimal(value) if isinstance(value, int) else value if isinstance(value, Decimal) else None
    )


_SPACES: Final = re.compile(r"\s+")
_LONGEST_WHOLE: Final = 60


def _whole_number(text: str) -> Item | None:
    """A text that is a numeral and nothing else, as a cell of a table is."""
    if len(text) > _LONGEST_WHOLE or fold(text.rstrip()[-1:]) not in _LAST:
        return None
    bare = folded(text).strip()
    if (
        not bare
        or bare in ("万", "亿", "兆", "万一", "万亿", "百", "千")
        or (bare.isdigit() and len(bare) > 9)
        or "分" in bare
        or (bare[-1] == "两" and len(bare) > 1)
    ):
        return None
    if bare.isascii():
        return None
    value = number_of(_SPACES.sub("", bare))
    start = len(text) - len(text.lstrip())
    if value is None or _is_pair(bare):
        return None
    return Item(start, start + len(bare), "number", value)


_LAST: Final = frozenset(HAN + "0123456789")


def _is_pair(bare: str) -> bool:
    """三五 is three to five."""
    return len(bare) == 2 and all(c in "一二三四五六七八九两" for c in bare)

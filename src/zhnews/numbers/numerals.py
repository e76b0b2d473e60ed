"""Which number is this string?

Simplified, traditional and formal characters, digits of both widths, and the
mixture of them that print uses under GB/T 15835-2011: 三万五千, 3.5万, 5兆8,937亿.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, localcontext
from functools import lru_cache
from typing import Final, Literal

from zhnews.chinese import fold
from zhnews.excerpt import no_text

__all__ = ["NumeralError", "Script", "format_numeral", "parse_numeral"]

Script = Literal["simplified", "traditional", "formal", "formal-traditional"]

#: What each digit stands for, after folding. 参 is what folding makes of 參.
DIGITS: Final = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {
    "〇": 0, "○": 0, "两": 2, "俩": 2, "仨": 3,
    "壹": 1, "贰": 2, "叁": 3, "参": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
#: Tens that are one character: 廿四 is 24.
TENS: Final = {"廿": 20, "卅": 30, "卌": 40}
#: Scales inside a section of four places.
SMALL_SCALES: Final = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
#: Scales that close a section. 兆 is 10^12, as in Taiwan and the contract of
#: this library; the unit prefix (兆瓦) is not a numeral.
LARGE_SCALES: Final = {"万": 10**4, "亿": 10**8, "兆": 10**12}
SCALES: Final = SMALL_SCALES | LARGE_SCALES

#: Digits in a row have three places before a scale: 一二〇万; 一二万 is one or two.
_SHORTEST_SCALED: Final = 3
_ZEROS: Final = "零〇○"
#: The usual figure of the press, read without the walk over its characters.
_SHIFTS: Final = {
    "": 0,
    "十": 1,
    "百": 2,
    "千": 3,
    "万": 4,
    "千万": 7,
    "亿": 8,
    "万亿": 12,
    "兆": 12,
}
_USUAL: Final = re.compile(
    rf"([0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?:\.([0-9]+))?({'|'.join(_SHIFTS)})"
)
_ARABIC: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+", re.ASCII)
_SIGNS: Final = {"负": -1, "-": -1, "−": -1, "+": 1}
_PARTS: Final = {"百分之": 2, "千分之": 3, "万分之": 4}
#: Arithmetic without rounding, whatever the host program has set.
EXACT: Final = Context(prec=2 * 400 + 20)
#: No figure of the press is longer; what is longer is a code or damage.
LONGEST_NUMERAL: Final = 400


class NumeralError(ValueError):
    """A string that is no numeral, with the place and the reason."""


def parse_numeral(text: str) -> int | Decimal:
    """The number a whole string stands for.

    Spaces inside are read over, as layout puts them there. A last digit
    without its scale takes the next one down, as in speech: 两千三 is 2300.

    Args:
        text: The numeral and nothing else: 三万五千, 3.5万, 贰拾捌万, 负三点五, 百分之五.

    Raises:
        NumeralError: It is not a numeral; the message says where and why.
        TypeError: ``text`` is not ``str``.

    >>> parse_numeral("三万五千"), parse_numeral("5兆8,937億"), parse_numeral("二〇二四")
    (35000, 5893700000000, 2024)
    >>> parse_numeral("３．５万"), parse_numeral("負三點五"), parse_numeral("百分之五")
    (35000, Decimal('-3.5'), Decimal('0.05'))
    >>> parse_numeral("三百百")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    zhnews.numbers.numerals.NumeralError: cannot read '三百百' as a number: '百' at 2 may not ...
    """
    if not isinstance(text, str):
        raise no_text(text, "parse_numeral() takes str")
    if len(text) > LONGEST_NUMERAL:
        msg = f"cannot read {text[:12]!r}... as a number: {len(text)} characters are too many"
        raise NumeralError(msg)
    folded = fold(text)
    places = [i for i, character in enumerate(folded) if not character.isspace()]
    packed = "".join(folded[i] for i in places)
    try:
        return value_of(packed)
    except _Misplaced as fault:
        at = places[fault.at] if fault.at < len(places) else len(text)
        msg = f"cannot read {text!r} as a number: {fault.reason(text, at)}"
        raise NumeralError(msg) from None


class _Misplaced(Exception):  # noqa: N818 (never leaves this package)
    """Where a numeral stops being one."""

    def __init__(self, at: int, why: str = "") -> None:
        super().__init__(at, why)
        self.at = at
        self.why = why

    def reason(self, text: str, at: int) -> str:
        if not text.strip():
            return "it is empty"
        if at >= len(text):
            return self.why or "it ends too early"
        before = text[:at].rstrip()
        if self.why or not before:
            return f"{text[at]!r} at {at} {self.why or 'is no numeral'}"
        return f"{text[at]!r} at {at} may not follow {before[-1]!r}"


def number_of(packed: str) -> int | Decimal | None:
    """The value of a folded numeral without spaces; None where it is none.

    >>> number_of("十四"), number_of("四十十")
    (14, None)
    """
    try:
        return value_of(packed)
    except _Misplaced:
        return None


@lru_cache(maxsize=4096)  # figures repeat within a page; a bounded table holds them
def value_of(packed: str) -> int | Decimal:
    """The value of a folded numeral without spaces."""
    usual = _USUAL.fullmatch(packed)
    if usual:
        return _shifted(usual[1].replace(",", ""), usual[2] or "", usual[3])
    if "." in packed or "点" in packed or "分" in packed:
        with localcontext(EXACT):  # the host program's context may round
            return _signed(packed)
    return _signed(packed)


def _shifted(whole: str, fraction: str, scale: str) -> int | Decimal:
    """130亿, 1856.7亿: by moving the point."""
    places = _SHIFTS[scale] - len(fraction)
    if places >= 0:
        return int(whole + fraction + "0" * places)
    return _plain(Decimal(f"{whole}{fraction}e{places}"))


def _signed(packed: str) -> int | Decimal:
    sign, start = 1, 0
    if packed[:1] in _SIGNS:
        sign, start = _SIGNS[packed[0]], 1
    places = _PARTS.get(packed[start : start + 3])
    if places is not None:
        inner = packed[start + 3 :]
        if inner in ("百", "千", "万"):
            return sign * SCALES[inner] / Decimal(10**places)
        return _plain(sign * _read(packed, start + 3) / Decimal(10**places))
    return _plain(sign * _read(packed, start))


def _plain(value: int | Decimal) -> int | Decimal:
    """An ``int`` where the value is whole."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value


def _read(text: str, start: int) -> int | Decimal:
    if start >= len(text):
        raise _Misplaced(len(text))
    point = text.find("点", start)
    if point < 0:
        return _Sections(text, start, len(text)).total()
    whole: int | Decimal = _Sections(text, start, point).total() if point > start else 0
    end = point + 1
    while end < len(text) and (text[end] in DIGITS or "0" <= text[end] <= "9"):
        end += 1
    if end == point + 1:
        raise _Misplaced(end)
    digits = "".join(str(DIGITS.get(c, c)) for c in text[point + 1 : end])
    value = whole + Decimal(f"0.{digits}")
    for at in range(end, len(text)):
        if text[at] not in SCALES:
            raise _Misplaced(at)
        if at > end and SCALES[text[at]] < SCALES[text[at - 1]]:
            raise _Misplaced(at)
        value *= SCALES[text[at]]
    return value


class _Sections:
    """One reading of a numeral, from left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.at, self.end = text, start, end
        #: Closed sections and their scales: 四千万 is (40 000 000, 万).
        self.closed: list[tuple[int | Decimal, int]] = []
        self.section: int | Decimal = 0
        self.digit: int | Decimal | None = None
        self.last_scale = 0  # the scale just read; 0 after a digit
        self.scale = 10**9  # the last scale within this section
        self.gap = False  # a zero stands before the digit: 一百零五

    def total(self) -> int | Decimal:
        digits = self._positional()
        if digits is not None:
            return digits
        while self.at < self.end:
            self._step()
        if self.digit is not None:
            self.section += self.digit * self._implied_scale()
        return self.section + sum(value for value, _ in self.closed)

    def _positional(self) -> int | None:
        """二〇二四: digits alone, place by place."""
        part = self.text[self.at : self.end]
        scale = LARGE_SCALES.get(part[-1:], 1) if len(part) > _SHORTEST_SCALED else 1
        if scale > 1:
            part = part[:-1]  # 一二〇万, in older papers
        if len(part) > 1 and all(c in DIGITS for c in part):
            return scale * int("".join(str(DIGITS[c]) for c in part))
        return None

    def _step(self) -> None:
        character = self.text[self.at]
        if character in _ZEROS:
            self._zero()
        elif character in DIGITS or character in TENS or character in ".0123456789":
            self._digit(character)
        elif character in SMALL_SCALES:
            self._small(SMALL_SCALES[character])
        elif character in LARGE_SCALES:
            self._large(LARGE_SCALES[character])
        else:
            raise _Misplaced(self.at, "is no numeral")

    def _zero(self) -> None:
        if self.digit is not None:
            raise _Misplaced(self.at)
        if self.at + 1 == self.end and (self.section or self.closed):
            raise _Misplaced(self.end)
        self.gap, self.last_scale = True, 0
        self.at += 1

    def _digit(self, character: str) -> None:
        if self.digit is not None:
            raise _Misplaced(self.at)
        self.last_scale = 0
        if character in TENS:
            if self.scale <= 10:
                raise _Misplaced(self.at)
            self.section, self.scale, self.at = self.section + TENS[character], 10, self.at + 1
            self.gap = False
            return
        found = _ARABIC.match(self.text, self.at, self.end)
        if found:
            number = found.group().replace(",", "")
            self.digit = Decimal(number) if "." in number else int(number)
            self.at = found.end()
            if len(number) > 1:
                self.gap = True  # 3万4000: its own places, not the next scale down
        else:
            if character == ".":
                raise _Misplaced(self.at)
            self.digit = DIGITS[character]
            self.at += 1
        if self.section and self.digit >= self.scale and self.scale < 10**9:
            raise _Misplaced(self.at - 1)

    def _small(self, scale: int) -> None:
        bare = self.digit is None  # 十五, and 一百十五 in speech; 千百 and 万千 are none
        if scale >= self.scale or (bare and scale > 10 and (self.section or self.closed)):
            raise _Misplaced(self.at)
        self.section += (1 if self.digit is None else self.digit) * scale
        self.digit, self.gap = None, False
        self.scale = self.last_scale = scale
        self.at += 1

    def _large(self, scale: int) -> None:
        value = self.section + (0 if self.digit is None else self.digit * self._implied_in(scale))
        if not value and self.digit is None:
            value = self._repeated(scale)
        else:
            while self.closed and self.closed[-1][1] < scale:
                value += self.closed.pop()[0]
            if self.closed and self.closed[-1][1] <= scale:
                raise _Misplaced(self.at)
            value *= scale
        self.closed.append((value, scale))
        self.section, self.digit, self.gap = 0, None, False
        self.scale, self.last_scale = 10**9, scale
        self.at += 1

    def _repeated(self, scale: int) -> int | Decimal:
        """万亿, 万万, 亿亿: a scale of a scale; a bare 万 at the start is 10 000."""
        if not self.closed:
            follows = self.at + 1 < self.end and self.text[self.at + 1] in SCALES
            if self.gap or (follows and self.text[self.at : self.end] != "万亿"):
                raise _Misplaced(self.at + (not self.gap))
            return scale
        value, last = self.closed[-1]
        if self.last_scale != last or last > scale or value >= last * 10**4:
            raise _Misplaced(self.at)
        if self.at + 1 < self.end and last == scale == 10**4 and value == last:
            raise _Misplaced(self.at + 1)
        self.closed.pop()
        while self.closed and self.closed[-1][1] < scale:
            value += self.closed.pop()[0]
        return value * scale

    def _implied_in(self, scale: int) -> int:
        return 1 if scale == 10**12 or not self.section else self._implied_scale()

    def _implied_scale(self) -> int:
        """两千三 is 2300, 一万三 13 000, 一百零五 105, 十五 15."""
        if self.gap or not (self.section or self.closed):
            return 1
        if self.section:
            return max(self.scale // 10, 1)
        last = self.closed[-1][1]
        return last // 10


_WORDS: Final = {
    "simplified": ("零一二三四五六七八九", "十百千", "万亿", "点", "负"),
    "traditional": ("零一二三四五六七八九", "十百千", "萬億", "點", "負"),
    "formal": ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿", "点", "负"),
    "formal-traditional": ("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬億", "點", "負"),
}
#: Beyond it 亿亿 would be needed twice, and nobody could read it.
LARGEST: Final = 10**16


def format_numeral(number: int | Decimal, script: Script = "simplified") -> str:
    """A number in Chinese characters.

    ``parse_numeral`` reads back what this writes.

    Args:
        number: Any whole number or decimal up to 10^16, of either sign.
        script: ``"simplified"`` 一万二, ``"traditional"`` 一萬二, and the
            characters of cheques, ``"formal"`` 壹万贰 and
            ``"formal-traditional"`` 壹萬貳.

    Raises:
        ValueError: The number is too large or not finite, or there is no such script.

    >>> format_numeral(10240), format_numeral(12, "formal"), format_numeral(10**12, "traditional")
    ('一万零二百四十', '壹拾贰', '一萬億')
    >>> format_numeral(Decimal("-3.05"))
    '负三点零五'
    """
    if script not in _WORDS:
        msg = f"there is no script {script!r}: choose from {', '.join(_WORDS)}"
        raise ValueError(msg)
    finite = not isinstance(number, Decimal) or number.is_finite()
    if not finite or not -LARGEST <= number <= LARGEST:
        msg = f"cannot write {number}: the largest numeral is 10^16"
        raise ValueError(msg)
    digits, _, _, point, minus = _WORDS[script]
    plain = format(abs(number), "f") if isinstance(number, Decimal) else str(abs(number))
    whole, _, fraction = plain.partition(".")
    words = _write(int(whole), script) or digits[0]
    if script in ("simplified", "traditional") and words.startswith("一十"):
        words = words[1:]
    tail = point + "".join(digits[int(d)] for d in fraction) if fraction else ""
    sign = minus if number < 0 else ""
    return sign + words + tail


def _write(number: int, script: Script) -> str:
    """A positive number; empty for 0."""
    digits, small, large, _, _ = _WORDS[script]
    for scale, word in ((10**8, large[1]), (10**4, large[0])):
        high, low = divmod(number, scale)
        if high:
            gap = digits[0] if low and low < scale // 10 else ""
            return _write(high, script) + word + gap + _write(low, script)
    words, gap = "", ""
    for place in (3, 2, 1, 0):
        digit, number = divmod(number, 10**place)
        if digit:
            words += gap + digits[digit] + (small[place - 1] if place else "")
            gap = ""
        elif words:
            gap = digits[0]
    return words

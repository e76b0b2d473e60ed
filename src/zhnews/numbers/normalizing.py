"""How would the same text read with one form for every number?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from zhnews.excerpt import no_text
from zhnews.numbers.finding import find_numbers
from zhnews.numbers.mentions import DateMention, Quantity, plain
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["normalize_numbers"]

_BEFORE: Final = {"about": "约", "nearly": "近", "over": "超过", "under": "不足"}
_SAME: Final = ("kind", "value", "low", "high", "unit", "edtf", "approx")


def normalize_numbers(
    text: str, *, issued: date | None = None, vocabulary: Vocabulary = STANDARD
) -> str:
    """A copy of a text in which every number found has one form.

    Figures are written in digits, a range with ~, days in ISO 8601 where they
    are known; what was not found as a number stays as it was. Doing it twice
    is doing it once.

    Args:
        text: The text.
        issued: The issue date; without it 去年 stays 去年.
        vocabulary: The tables.

    >>> normalize_numbers("贰拾捌万伍仟元，约三百人，百分之五")
    '285000元，约300人，5%'
    >>> normalize_numbers("记者昨日获悉", issued=date(2024, 3, 1))
    '记者2024-02-29获悉'
    >>> normalize_numbers("千方百计稳就业")
    '千方百计稳就业'
    """
    if not isinstance(text, str):
        raise no_text(text, "normalize_numbers() takes str")
    lines = text.split("\n")
    return "\n".join(_line(line, issued, vocabulary) for line in lines)


def _line(line: str, issued: date | None, vocabulary: Vocabulary) -> str:
    """One line, if what it then says is what it said; else as it was.

    Two numerals may grow into one when both are digits (二百三十三，五百 is
    233，500): then the bare ones stay in characters.
    """
    stated = _values(line, issued, vocabulary)
    if not stated:
        return line
    every = _written(line, issued, vocabulary, bare=True)
    kept = _values(every, issued, vocabulary) == stated
    if kept and _written(every, issued, vocabulary, bare=True) == every:
        return every
    some = _written(line, issued, vocabulary, bare=False)
    if some == line or _values(some, issued, vocabulary) != stated:
        return line
    return some if _line(some, issued, vocabulary) == some else line


def _values(line: str, issued: date | None, vocabulary: Vocabulary) -> list[tuple[object, ...]]:
    found = (each.to_dict() for each in find_numbers(line, issued=issued, vocabulary=vocabulary))
    return [tuple(each[key] for key in _SAME) for each in found]


def _written(line: str, issued: date | None, vocabulary: Vocabulary, *, bare: bool) -> str:
    """The line with the forms; without those of bare numbers unless ``bare``."""
    done, at = [], 0
    for found in find_numbers(line, issued=issued, vocabulary=vocabulary):
        form = _form(found) if bare or found.kind not in ("number", "fraction") else None
        if form is not None and _same(form, found, issued, vocabulary):
            done += [line[at : found.start], form]
            at = found.end
    return "".join([*done, line[at:]])


def _form(found: Quantity | DateMention) -> str | None:
    """The canonical form; None where the words are left as they are."""
    if isinstance(found, DateMention):
        return _date(found)
    if found.kind == "duration" or found.approx == "several":
        return None
    if found.kind == "ordinal":
        if found.low is not None:
            return None
        return f"第{plain(found.value)}" if found.text.text.startswith("第") else None
    unit = found.unit or ""
    if (
        found.kind == "money"
        and found.currency is not None
        and unit == "元"
        and found.currency != "CNY"
    ):
        return None
    hedge = _BEFORE.get(found.approx or "", "")
    if found.low is not None and found.high is not None:
        return f"{plain(found.low)}{unit}~{plain(found.high)}{unit}"
    value = found.value
    if isinstance(value, Fraction):
        return f"{hedge}{value.numerator}/{value.denominator}"
    return f"{hedge}{plain(value)}{unit}" if isinstance(value, Decimal) else None


def _date(found: DateMention) -> str | None:
    """ISO 8601 for one day, the time of day for a time."""
    if found.kind == "time":
        return found.value
    if found.kind == "date" and found.first is not None and found.first == found.last:
        return found.first.isoformat()
    return None


def _same(
    form: str, found: Quantity | DateMention, issued: date | None, vocabulary: Vocabulary
) -> bool:
    """Whether the form alone reads as the same item: then it may stand for it."""
    again = find_numbers(form, issued=issued, vocabulary=vocabulary)
    if len(again) != 1 or again[0].text.text != form:
        return False
    first, second = found.to_dict(), again[0].to_dict()
    return all(first[key] == second[key] for key in _SAME)

"""Numerals: what a string of figures stands for, and how a figure is written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhnews.numbers.numerals import LARGEST, NumeralError, Script, format_numeral, parse_numeral

SCRIPTS: tuple[Script, ...] = ("simplified", "traditional", "formal", "formal-traditional")
WHOLE = st.integers(min_value=-LARGEST, max_value=LARGEST)
DECIMALS = st.decimals(
    min_value=-LARGEST, max_value=LARGEST, allow_nan=False, allow_infinity=False, places=6
)


@given(number=WHOLE, script=st.sampled_from(SCRIPTS))
def test_a_whole_number_is_read_back_as_it_was_written(number: int, script: Script) -> None:
    """A cheque must say the sum that was meant, in any script."""
    assert parse_numeral(format_numeral(number, script)) == number


@given(number=DECIMALS, script=st.sampled_from(SCRIPTS))
def test_a_decimal_is_read_back_as_it_was_written(number: Decimal, script: Script) -> None:
    """三点零五 keeps its zero."""
    assert parse_numeral(format_numeral(number, script)) == number


@given(st.text(alphabet="0123456789,.零〇一二两三十百千万亿兆廿点负-分之 ", max_size=20))
def test_a_string_is_a_number_or_an_error_that_says_where(text: str) -> None:
    """Whoever types a numeral wrongly learns where, and nothing else is raised."""
    try:
        said = str(parse_numeral(text))
    except NumeralError as error:
        said = str(error)

    assert said.startswith("cannot read") or Decimal(said).is_finite()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三万五千", 35000),
        ("5兆8,937億", 5893700000000),
        ("二〇二四", 2024),
        ("贰拾捌万伍仟", 285000),
        ("两千三", 2300),
        ("一百零五", 105),
        ("廿四", 24),
        ("四万万", 400000000),
        ("３．５万", 35000),
        ("三 千 五 百", 3500),
        ("负三点五", Decimal("-3.5")),
        ("百分之五", Decimal("0.05")),
    ],
)
def test_a_numeral_of_print_is_read(text: str, value: int | Decimal) -> None:
    """Each form stands in newspapers or on cheques."""
    assert parse_numeral(text) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("三百百", "'百' at 2 may not follow '百'"),
        ("万万五", "'万' at 1 may not follow '万'"),
        ("三四百", "'四' at 1 may not follow '三'"),
        ("一百零", "it ends too early"),
        ("", "it is empty"),
        ("三家", "'家' at 1 is no numeral"),
        ("1" * 5000, "5000 characters are too many"),
    ],
)
def test_what_is_no_numeral_is_refused_with_the_place(text: str, reason: str) -> None:
    """三百百 is a slip of the pen; its reader would point at the second 百."""
    with pytest.raises(NumeralError, match=reason):
        parse_numeral(text)


def test_a_numeral_is_text() -> None:
    """Bytes have to be decoded first."""
    with pytest.raises(TypeError, match="takes str"):
        parse_numeral(b"35")  # type: ignore[arg-type]


def test_a_number_beyond_reading_is_not_written() -> None:
    """Past 10^16 亿亿 would have to be said twice."""
    with pytest.raises(ValueError, match="10\\^16"):
        format_numeral(LARGEST + 1)

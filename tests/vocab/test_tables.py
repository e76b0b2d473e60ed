"""Tables of words: what is shipped, and rows of one's own."""

from __future__ import annotations

import pytest

from zhnews import STANDARD, TableError


@pytest.mark.parametrize(
    ("table", "rows", "told"),
    [
        ("agency", [("泽川社",)], "agencies, "),
        ("agencies", ["泽川社"], r"\('泽川社',\)"),
        ("agencies", "社", r"\('社',\)"),
        ("agencies", [("泽川社", "agency")], "the columns word, not"),
        ("roles", [("见闻员",)], "the columns word, role"),
        ("notices", [("告示",)], "weights were learned"),
    ],
)
def test_a_row_that_does_not_fit_is_told_at_once(
    table: str, rows: list[tuple[str, ...]], told: str
) -> None:
    """And how it would: who adds words does not know the tables by heart."""
    with pytest.raises(TableError, match=told):
        STANDARD.adding(table, rows)


def test_rows_of_ones_own_leave_the_standard_alone() -> None:
    """A vocabulary is a value."""
    mine = STANDARD.adding("agencies", [("泽川社",)])

    assert "泽川社" in mine.table("agencies").words
    assert "泽川社" not in STANDARD.table("agencies").words

"""Tables of words: what is shipped, and rows of one's own."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from zhnews import STANDARD, TableError

TABLES = sorted(
    path.name.removesuffix(".tsv")
    for path in files("zhnews.vocab").iterdir()
    if path.name.endswith(".tsv")
)


@pytest.mark.parametrize(
    ("table", "rows", "told"),
    [
        ("agency", [("泽川社",)], "agencies, "),
        ("agencies", ["泽川社"], r"\('泽川社',\)"),
        ("agencies", "社", r"\('社',\)"),
        ("agencies", [("泽川社", "agency")], "the columns word, not"),
        ("roles", [("见闻员",)], "the columns word, role"),
        ("notices", [("告示",)], "weights were learned"),
        ("source_words", [("稿件来自", "labels")], "label, day, count, other; .*not 'labels'"),
        ("picture_words", [("旧影", "x")], "the kind in picture_words may be stock, .*not 'x'"),
        ("units", [("标煤", "measur")], "the sort in units may be measure, .*not 'measur'"),
        ("units", [("箱", "measure+classifier")], "not 'measure\\+classifier'"),
        ("roles", [("见闻员", "boss", "before", "job")], "the role in roles .*not 'boss'"),
        ("roles", [("见闻员", "reporter", "befor", "job")], "the side in roles .*not 'befor'"),
        ("roles", [("见闻员", "reporter", "before", "jobs")], "the kind in roles .*not 'jobs'"),
        ("roles", [("见闻员", "author+author", "both", "job")], "not 'author\\+author'"),
        ("hedges", [("啷当", "aboutt", "before")], "the meaning in hedges .*not 'aboutt'"),
        ("time_units", [("刻", "Q", "15")], "Y, M, W, D, H, N, S; not 'Q'"),
        ("time_units", [("刻", "N", "一刻")], "the times in time_units may be a number"),
        ("currencies", [("贝", "", "贝", "abc", "after")], "may be a number; not 'abc'"),
        ("currencies", [("贝", "usd", "贝", "1", "after")], "three capitals, or nothing"),
        ("units", [("標煤", "measure")], "simplified script: give '标煤' for '標煤'"),
        ("readers", [("侨胞 ",)], "give '侨胞' for '侨胞 '"),
        ("readers", [(" ",)], "the columns word, not"),
        ("unit_words", [("元", "寶")], "may be simplified script; not '寶'"),
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


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("currencies", ("贝", "", "贝", "0.01", "after")),
        ("roles", ("文图", "author+photographer", "both", "task")),
        ("time_units", ("刻", "N", "15")),
        ("surnames", ("於",)),  # shipped so: both characters are family names
    ],
)
def test_a_row_that_fits_is_taken(table: str, row: tuple[str, ...]) -> None:
    """With an empty code, two roles, a decimal."""
    assert row in STANDARD.adding(table, [row]).table(table).rows


@pytest.mark.parametrize("name", TABLES)
def test_the_shipped_rows_fit_their_own_table(name: str) -> None:
    """What is refused to a user does not stand in what is shipped."""
    table = STANDARD.table(name)
    if table.fixed:
        return

    assert all(table.values[1:]), f"{name}: a column does not say what it may hold"
    assert STANDARD.adding(name, table.rows).table(name).rows == table.rows


def test_the_page_for_users_names_every_table() -> None:
    """Those that take rows in its list, those that do not behind it."""
    page = (Path(__file__).parents[2] / "docs/how-to/vocabulary.md").read_text("utf-8")
    listed, told = page.split("These tables take rows:")[1].split("The others are fixed")

    for name in TABLES:
        assert f"`{name}`" in (told if STANDARD.table(name).fixed else listed)

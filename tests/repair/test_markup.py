"""Marks of markdown, HTML and LaTeX: evidence for the reader, and no text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import headlines
from zhnews.repair import repair_text


@pytest.mark.parametrize(
    ("raw", "evidence"),
    [
        ("# 放下油锯", "heading mark 1"),
        ("### 放下油锯", "heading mark 3"),
        ("<h2>放下油锯</h2>", "heading mark 2"),
        ("**放下油锯**", "emphasis"),
        ("放下**油锯**", "inline emphasis"),
        ("- 放下油锯", "list mark"),
    ],
)
def test_what_the_marks_say_stays_as_evidence(raw: str, evidence: str) -> None:
    """A line marked as a heading, or all bold, is likely a headline."""
    page = repair_text(raw)

    assert page.text == "放下油锯"
    assert evidence in page.lines[0].repairs


@given(
    headlines(), st.sampled_from(["# {}", "## {} ##", "**{}**", "# **{}**", "<p>{}</p>", "- {}"])
)
@settings(max_examples=60)
def test_a_marked_headline_is_read_without_its_marks(headline: str, form: str) -> None:
    """The page never printed them."""
    assert repair_text(form.format(headline)).text == repair_text(headline).text


@pytest.mark.parametrize(
    "raw",
    [
        "| 指标 | **同比** |\n|---|---|\n| 投资 | 7.2% |",
        "<table><tr><td>指标<br>（亿元）</td></tr></table>",
        "<table>\n<tr>\n<td><b>指标</b></td>\n</tr>\n</table>",
    ],
)
def test_a_table_comes_through_untouched(raw: str) -> None:
    """Its marks say where a cell ends."""
    assert repair_text(raw).text == raw


def test_a_break_in_html_begins_a_line() -> None:
    """The lines of one raw line share its number, and know their place."""
    page = repair_text("<p>放下油锯<br/>种回一座山</p>")

    assert [(line.text.text, line.number, line.text.start) for line in page.lines] == [
        ("放下油锯", 0, 3),
        ("种回一座山", 0, 12),
    ]


def test_a_bold_passage_cut_by_a_column_loses_its_marks_on_both_lines() -> None:
    """The model marked the passage before the column's end cut it."""
    assert (
        repair_text("**有的银行推出\n长辈版应用。**字大了").text
        == "有的银行推出\n长辈版应用。字大了"
    )


def test_masked_names_keep_their_stars() -> None:
    """A court's notice prints them."""
    raw = "被告人张**、李某*，身份证号1201**********1234"

    assert repair_text(raw).text == raw

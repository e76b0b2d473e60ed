"""Marks of markdown, HTML and LaTeX: evidence for the reader, and no text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import headlines
from zhnews import read_page
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
        "| 指标 | 同比 |\n|---|---|\n| 投资 | 7.2% |",
        "<table><tr><td>指标<br>（亿元）</td></tr></table>",
        "<table>\n<tr>\n<td><b>指标</b></td>\n</tr>\n</table>",
    ],
)
def test_a_table_comes_through_untouched(raw: str) -> None:
    """Its marks say where a cell ends."""
    assert repair_text(raw).text == raw


@pytest.mark.parametrize(
    ("raw", "cells"),
    [
        ("<table><tr><td>**指标**</td><td>$14.5\\%$</td></tr></table>", ["指标", "14.5%"]),
        ("| **指标** | $1 4 . 5 \\%$ |\n|---|---|", ["指标", "14.5%"]),
        ("\\begin{tabular}{|c|c|}\n\\hline 指标 & 14.5\\% \\\\\n\\end{tabular}", ["指标", "14.5%"]),
    ],
)
def test_a_cell_is_read_without_the_marks_inside_it(raw: str, cells: list[str]) -> None:
    """A reader sees words and figures, in bold type perhaps, and no stars."""
    (article,) = read_page(f"# 前五个月外贸增长\n\n据海关统计，增长14.5%。\n\n{raw}\n").articles

    assert [[cell.text for cell in row] for row in article.tables[0]] == [cells]


def test_a_headline_broken_in_html_is_one() -> None:
    """Both its lines stand between the tags of one heading."""
    (article,) = read_page(
        "<h1>夜市油烟扰民<br/>部门联合整治</h1>\n<p>本报记者 方砚</p>\n"
        "<p>近日，家住文庙街道的市民张女士向本报反映，楼下夜市的油烟让居民苦不堪言。</p>\n"
    ).articles

    assert article.headline is not None
    assert article.headline.text.replace(" ", "") == "夜市油烟扰民部门联合整治"


def test_a_comment_is_no_picture() -> None:
    """The page number in it is the model's; the edge of the page in it is printed."""
    page = read_page(
        '<!-- PageHeader="2025年6月4日 星期三 第3版" -->\n<!-- page 2 -->\n# 前五个月外贸增长\n\n'
        "据海关统计，今年前五个月增长14.5%。\n"
    )

    assert [block.text.text for block in page.furniture] == ["2025年6月4日 星期三 第3版"]
    assert [paragraph.text for article in page.articles for paragraph in article.paragraphs] == [
        "据海关统计，今年前五个月增长14.5%。"
    ]


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

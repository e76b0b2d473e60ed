"""Datelines that columns break, and headlines that stand before one."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhnews.articles.datelines import find_openings
from zhnews.fields.datelines import may_yet_open, split_dateline
from zhnews.page import Article, read_page
from zhnews.repair.flow import join_lines
from zhnews.repair.lines import split_lines

PAGES = sorted((Path(__file__).parents[1] / "pages/given").glob("*.txt"))


def first_article(raw: str) -> Article:
    """The first article of a page."""
    return read_page(raw).articles[0]


@pytest.mark.parametrize(
    "printed",
    [
        "本报临沣\n5月31日电\n（见习记者\n李敏 通讯员\n王磊）即日起\n，市区九个公\n交场站开放。",
        "本报临沣5\n月31日电（\n见习记者 李\n敏 通讯员 王\n磊）即日起，\n市区九个公交\n场站开放。",
    ],
)
def test_a_dateline_broken_by_a_narrow_column_is_read_whole(printed: str) -> None:
    """The lines make one dateline, though some look like a headline or a byline."""
    article = first_article(f"公交场站夜间开放充电桩\n{printed}\n")

    assert article.dateline is not None
    assert article.dateline.text.text == "本报临沣5月31日电"
    assert [credit.name.text for credit in article.credits] == ["李敏", "王磊"]


def test_a_space_at_the_start_of_a_line_parts_two_names() -> None:
    """朱　颜 ends a line and 柳依依 begins the next: the space between them is printed."""
    article = first_article("本报讯（记者 朱　颜\n　柳依依 祁连）国家统计局昨天发\n布一项调查。\n")

    assert [credit.name.text for credit in article.credits] == ["朱颜", "柳依依", "祁连"]


def test_running_text_that_ends_a_line_like_a_dateline_is_none() -> None:
    """来自同一台电 / 脑 is broken inside a word."""
    assert find_openings(split_lines("多张来自同一台电\n脑的照片昨天公布。\n")) == []


def test_a_line_under_a_byline_begins_its_own_dateline() -> None:
    """The reporters of the line above are no part of 新华社北京5月27日电."""
    page = split_lines("本报记者 褚云帆\n新华社北京5月27日电 农户昨天\n开始收割。\n")

    assert [(found.first, found.last) for found in find_openings(page)] == [(1, 2)]


def test_a_photographers_byline_is_no_dateline() -> None:
    """本报记者 李敏 摄影报道 stands under a headline and names who did both."""
    assert find_openings(split_lines("本报记者 李敏 摄影报道\n昨天清晨，盐工开始收盐。\n")) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.stem[:3]))
def test_what_cannot_become_a_dateline_does_not_with_more_lines(path: Path) -> None:
    """A text that no dateline opens is given up only where none ever will."""
    lines = split_lines(path.read_text("utf-8"))

    for first in range(len(lines)):
        given_up = False
        for last in range(first + 1, min(first + 5, len(lines)) + 1):
            text = join_lines(list(lines[first:last]))
            opens = split_dateline(text)[0] is not None
            assert not (given_up and opens), text.text
            given_up = given_up or not (opens or may_yet_open(text.text))


def test_a_dateline_in_brackets_below_a_report_is_the_reports() -> None:
    """An agency's feature says at its end where and when it was filed."""
    page = read_page(
        "“铿锵玫瑰”再度盛开\n王镜宇\n"
        "　　当终场哨声响起，替补席上的姑娘们冲进场内，抱成一团，久久不愿分开。\n"
        "　　看台上的姑娘们也抱成一团。她们说，更难的是世界杯预选赛。\n"
        "（新华社广州7月9日电）\n"
    )
    (article,) = page.articles
    assert article.dateline is not None
    assert article.dateline.text.text == "新华社广州7月9日电"
    assert article.paragraphs[-1].text.endswith("世界杯预选赛。")

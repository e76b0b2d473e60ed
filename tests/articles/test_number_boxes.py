"""Are figures that a paper sets apart told from headlines?"""

from __future__ import annotations

import pytest

from zhnews.page import read_page

CANTEENS = """社区食堂：开得起来，更要开得下去
本报记者 贺兰青
今年以来，我市新建社区食堂48家，不少老人在家门口吃上了热乎饭。
按照市里出台的办法，社区食堂房租全免，水电按民用价格执行。
去年全市发放助餐补贴1140万元，惠及老人2.6万名。
采访中，多位业内人士建议，社区食堂布点要先摸清需求。
{box}
金秋招聘月活动启动
本报讯（记者 宁静远）9月至10月，我市举办线上线下招聘会36场。
活动重点面向高校毕业生和返乡农民工。
"""


@pytest.mark.parametrize(
    "box",
    [
        "48家\n今年全市新建社区食堂\n2.6万名\n去年享受助餐补贴的老人",
        "数说食堂\n48家 今年全市新建社区食堂\n2.6万名 享受助餐补贴的老人",
    ],
)
def test_figures_set_apart_head_no_article(box: str) -> None:
    """A figure with its unit, then what it counts, twice or more."""
    articles = read_page(CANTEENS.format(box=box)).articles

    assert [str(article.headline) for article in articles] == [
        "社区食堂：开得起来，更要开得下去",
        "金秋招聘月活动启动",
    ]
    assert "2.6万名" in articles[0].pull_quotes[-1].text


def test_numbered_headings_are_no_figures() -> None:
    """2 and 2.1 count nothing: they have no unit."""
    page = read_page(CANTEENS.format(box="2 数据与方法\n2.1 数据来源"))

    assert not any(article.pull_quotes for article in page.articles)

"""What stands at a page's head line by line: the paper's name, its day, its section."""

from __future__ import annotations

import pytest

from zhnews.page import Page, read_page

STORY = """大桥今日通车
　　本报讯（记者 屈平）今日上午，历时三年建设的临江大桥将正式通车，双向六车道。
　　通车后，江南江北两岸车程由四十分钟缩短至八分钟。
"""


def headed(*head: str) -> Page:
    """A page with a story below these lines."""
    return read_page("\n".join((*head, STORY)))


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (("临江日报", "LINJIANG DAILY", "2019年11月4日　星期一", "15　理论"), "2019-11-04"),
        (("中国青工报", "China Young Workers Daily", "2013/10/17　星期四", "T3"), "2013-10-17"),
        (("参 考 消 息", "2009年2月17日　星期二", "经济广角", "4"), "2009-02-17"),
        (("健康报", "2014年6月11日", "第7版　健康生活"), "2014-06-11"),
        (("2022年3月15日　星期二", "法治经纬", "04"), "2022-03-15"),
        (("临江证券报", "2011年8月4日　星期四", "B012", "信息披露"), "2011-08-04"),
    ],
)
def test_every_line_of_the_head_is_the_pages(head: tuple[str, ...], day: str) -> None:
    """No reader takes the name, the day, the page or the section for a headline."""
    page = headed(*head)
    assert page.issue_date == day
    assert [block.text.text for block in page.furniture] == [
        line.replace(" ", "") if line.startswith("参") else line for line in head
    ]
    assert [article.headline and article.headline.text for article in page.articles] == [
        "大桥今日通车"
    ]


def test_a_masthead_in_characters_that_no_ending_tells_is_the_papers_name() -> None:
    """参考消息 is a paper, though it ends as any news item's headline may."""
    page = headed("参考消息", "2009年2月17日　星期二", "4")
    assert page.publication is not None
    assert page.publication.text == "参考消息"


def test_a_headline_under_the_day_is_none_of_the_head() -> None:
    """Only what stands between two lines of the head is a section that no table knows."""
    page = headed("2022年3月15日　星期二", "春耕正忙")
    assert "春耕正忙" not in [block.text.text for block in page.furniture]


FRONT = (
    "2024年4月",
    "17",
    "星期三",
    "农历甲辰年三月初九",
    "中共临江市委机关报",
    "临江日报社出版",
    "国内统一连续出版物号 CN 51-0027",
    "第 18263 期 今日 8 版",
    "LINJIANG RIBAO",
)


def test_a_front_pages_head_parts_its_day_over_lines() -> None:
    """The day stands large under its month: a reader reads them as one, and all as the head."""
    page = headed(*FRONT)

    assert page.issue_date == "2024-04-17"
    assert page.publication is not None
    assert page.publication.text == "临江日报"
    assert [block.text.text for block in page.furniture] == list(FRONT)


def test_the_weekday_on_a_line_of_its_own_belongs_to_the_head() -> None:
    """A weekday under the day, over the editors, leads in to no headline."""
    head = ("4", "环球", "2020年2月18日", "星期二", "编辑/孟可 校对/冯丽")
    page = headed(*head)

    assert [block.text.text for block in page.furniture] == list(head)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (("对话", "2021年11月26日 星期五", "05", "本版责编 罗艳"), "2021-11-26"),
        (("2018年12月25日 第1423期 主编：王小平 第三版", "临江大学报"), "2018-12-25"),
        (("临江钢铁报", "2023年4月3日", "星期一", "第1256期", "值班编委 刘强"), "2023-04-03"),
    ],
)
def test_the_head_of_a_page_may_stand_in_any_order(head: tuple[str, ...], day: str) -> None:
    """A section over the day, the issue's number for the page's, the editors among them."""
    page = headed(*head)

    assert page.issue_date == day
    assert [block.text.text for block in page.furniture] == list(head)


def test_who_prints_the_paper_is_no_headline() -> None:
    """The printer stands in the imprint at the foot of a front page."""
    page = read_page(f"{STORY}社址：临江市人民路8号\n临江日报印务公司印刷\n")

    assert [block.text.text for block in page.furniture] == [
        "社址：临江市人民路8号",
        "临江日报印务公司印刷",
    ]

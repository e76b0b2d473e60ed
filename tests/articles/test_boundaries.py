"""Where articles begin: what the press prints at their heads and ends."""

from __future__ import annotations

import pytest

from typeset import LIBRARY, STORM, WHEAT, column, read
from zhnews.page import read_page


def starts(*parts: str) -> list[str]:
    """How the first paragraph of each article begins."""
    return [article.paragraphs[0].text[:6] for article in read(*parts).articles]


def test_a_dateline_begins_an_article() -> None:
    """新华社北京3月5日电 stands nowhere but at the head of a report."""
    page = read(column(*WHEAT), column(*STORM))

    assert [len(article.paragraphs) for article in page.articles] == [2, 2]
    assert page.articles[1].why[0] == "a dateline"


def test_a_signature_ends_an_article() -> None:
    """（李敏） behind the last sentence: what follows is by another."""
    first = column(WHEAT[0][17:], WHEAT[1] + "（李敏）")
    second = column(STORM[0][10:], STORM[1] + "（王芳）")

    assert starts(first, second) == [WHEAT[0][17:23], STORM[0][10:16]]


def test_a_source_line_begins_an_item_of_a_digest() -> None:
    """来源 stands under each headline."""
    page = read(
        "全国小麦播种面积增加二百万亩",
        "来源：新华社 2024-03-05",
        column(WHEAT[0][17:]),
        "台风“银河”登陆泽川",
        "来源：泽川日报 2024-03-06",
        column(STORM[0][10:]),
    )

    assert [str(article.source) for article in page.articles] == ["新华社", "泽川日报"]


def test_paragraphs_that_share_their_words_stay_together() -> None:
    """The same names and things on both sides: it is one report."""
    page = read("临沣市图书馆新馆开馆", column(*LIBRARY))

    assert [len(article.paragraphs) for article in page.articles] == [2]


def test_a_line_on_display_inside_a_report_is_a_crosshead() -> None:
    """Short, in the middle of one story: it heads a part, not an article."""
    page = read(
        "临沣市图书馆怎样开到深夜",
        "本报记者 赵强",
        column("临沣市图书馆的馆长说，图书馆每天开到深夜，读者下班以后也能借书还书。"),
        column("图书馆的读者一年有三十万人，馆长说，其中一半在晚上来。"),
        "自助借还",
        column("图书馆的自助借还机由读者自己操作，馆长说，深夜借书的读者用它最多。"),
    )

    assert [len(page.articles), len(page.articles[0].crossheads)] == [1, 1]


@pytest.mark.parametrize("mark", ["問：", "问："])
def test_questions_and_answers_are_one_article(mark: str) -> None:
    """A talk has many short turns; none of them is an article."""
    page = read(
        "图书馆怎样开到深夜",
        column(
            f"{mark}图书馆为什么开到深夜？",
            "答：读者下班以后才有时间，我们调整了班次，请志愿者来帮忙，效果不错。",
            f"{mark}经费够吗？",
            "答：市里拨了专款，水电费由财政负担，今年没有问题。",
        ),
    )

    assert [len(article.paragraphs) for article in page.articles] == [4]


def test_each_boundary_says_why() -> None:
    """The editor who checks the page sees the strongest reason first."""
    page = read(column(*WHEAT), column(*STORM), column(*LIBRARY))

    assert all(article.why for article in page.articles)


def test_a_column_s_name_over_a_headline_begins_a_comment() -> None:
    """A box beside a report is about what the report is about, and is another article."""
    report, comment = read_page(
        "新能源车下乡\n本报记者 丁一\n"
        "数据显示，今年前4个月，全县新能源汽车销量达1860辆，同比增长62.4%，占新车销量的48%。\n"
        "农户刘大力的车去年冬天换过一次电池。业内人士建议，品牌方应在县城布局授权维修点。\n"
        "记者观察\n下乡，更要下心\n"
        "新能源车进村，是消费升级的缩影。卖出去只是第一步，把维修、保险跟上，农民才会真正放心。\n"
    ).articles

    assert report.crossheads == ()
    assert comment.kicker is not None
    assert comment.headline is not None
    assert (comment.kicker.text, comment.headline.text) == ("记者观察", "下乡，更要下心")

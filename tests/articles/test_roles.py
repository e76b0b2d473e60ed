"""What each line on display is, as a reader of the page would say."""

from __future__ import annotations

import pytest

from typeset import WHEAT, column, read
from zhnews.page import read_page

#: A report without the dateline that would name a reporter of its own.
BODY = column(WHEAT[0].split("）")[1], *WHEAT[1:])


def parts(*lines: str) -> tuple[str | None, str | None, list[str], list[str]]:
    """Kicker, headline, decks and names of the article with these lines over it."""
    article = read(*lines, BODY).articles[0]
    return (
        str(article.kicker) if article.kicker else None,
        str(article.headline) if article.headline else None,
        [str(deck) for deck in article.decks],
        [credit.name.text for credit in article.credits if credit.name],
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ("国际观察", "谁在推高小麦的价格？", "本报记者 李敏"),
            ("国际观察", "谁在推高小麦的价格？", [], ["李敏"]),
            id="a column's name over a headline",
        ),
        pytest.param(
            ("新春走基层", "麦田里的守望者", "——记全国劳动模范陈大文", "本报记者 李敏"),
            ("新春走基层", "麦田里的守望者", ["——记全国劳动模范陈大文"], ["李敏"]),
            id="kicker, headline, deck, byline",
        ),
        pytest.param(
            ("全县小麦生产调度会要求", "抓住农时 种足种好 确保丰收"),
            ("全县小麦生产调度会要求", "抓住农时 种足种好 确保丰收", [], []),
            id="a meeting that demands leads in to what it demands",
        ),
        pytest.param(
            ("全国小麦播种面积", "增加二百万亩"),
            (None, "全国小麦播种面积增加二百万亩", [], []),
            id="a headline in two lines",
        ),
        pytest.param(
            ("种好麦子要舍得花力气", "关山月"),
            (None, "种好麦子要舍得花力气", [], ["关山月"]),
            id="a bare name is the author's",
        ),
    ],
)
def test_the_lines_over_a_body(
    lines: tuple[str, ...], expected: tuple[str | None, str | None, list[str], list[str]]
) -> None:
    """By their lengths, their order and what papers write in them."""
    assert parts(*lines) == expected


def test_a_company_s_code_stands_over_the_title_of_what_it_makes_known() -> None:
    """Papers of the exchanges print the code, the company's name, then what it is about."""
    page = read_page(
        "证券代码：600881　证券简称：泽川重工　公告编号：临2015-047\n泽川重工股份有限公司\n"
        "关于股票停牌进展的公告\n　　泽川重工股份有限公司因筹划重大资产重组，股票自2015年7月20日起停牌。\n"
        "　　停牌期间，公司将根据重组的进展情况，及时履行信息披露义务。\n　　特此公告。\n"
    )
    article = page.articles[0]

    assert article.headline is not None
    assert article.headline.text == "泽川重工股份有限公司关于股票停牌进展的公告"
    assert article.kicker is not None
    assert article.kicker.text.startswith("证券代码：600881")


@pytest.mark.parametrize("name", ["【两会访谈】", "[走基层·一线]"])
def test_a_column_s_name_in_brackets_stands_over_the_headline(name: str) -> None:
    """No headline is all in brackets and has another below it."""
    article = read_page(
        f"{name}\n让农民的腰包更鼓\n　　1月20日一早，代表石远强就把建议又改了一遍。\n"
        "　　“我今年带来的建议，还是关于农民增收。”他说，希望更多年轻人回乡。\n"
    ).articles[0]

    assert article.kicker is not None
    assert article.kicker.text == name
    assert article.headline is not None
    assert article.headline.text == "让农民的腰包更鼓"

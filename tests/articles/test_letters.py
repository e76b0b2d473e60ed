"""Letters and what readers send: signed with a place and a name."""

from __future__ import annotations

from zhnews.page import Article, read_page
from zhnews.vocab import STANDARD

LETTERS = """公交站台何时能避雨
编辑同志：
　　我家住在城南新村，门口的公交站台没有雨棚，一到下雨天，等车的人只能撑着伞站在路边。
　　希望有关部门尽快解决。
长沙市 周立新
快递包装能不能少一点
　　网购一支钢笔，拆了三层纸盒、两层泡沫，最后还有一圈胶带。这样的包装既浪费又污染环境。
　　建议行业出台标准，给快递包装“瘦身”。
湖北 襄阳 读者 李志强
"""


def headlines(articles: tuple[Article, ...]) -> list[str | None]:
    """The headlines in order."""
    return [article.headline.text if article.headline else None for article in articles]


def test_the_sender_under_a_letter_is_no_headline() -> None:
    """The line ends the letter above; the next headline stands under it."""
    articles = read_page(LETTERS).articles

    assert headlines(articles) == ["公交站台何时能避雨", "快递包装能不能少一点"]
    assert [credit.name.text for article in articles for credit in article.credits] == [
        "周立新",
        "李志强",
    ]


def test_the_sender_under_a_headline_wrote_what_is_below() -> None:
    """Town papers name their contributors so."""
    page = read_page(
        "我的老父亲\n民主村 彭德才\n　　父亲今年七十三了，背驼得像一张弓，可他还是闲不住，"
        "天不亮就扛着锄头下地去了。\n　　我劝他歇一歇，他总是说：“地里的草不等人。”\n"
    )

    assert headlines(page.articles) == ["我的老父亲"]
    assert [credit.name.text for credit in page.articles[0].credits] == ["彭德才"]


def test_the_office_of_the_paper_signs_its_notices() -> None:
    """本报编辑部 stands under what it says, and over the next headline."""
    page = read_page(
        "致读者\n　　为庆祝元宵节，本报2月9日休刊一天，2月10日恢复正常出版。\n本报编辑部\n"
        "征稿启事\n　　“我与改革开放”征文活动即日起面向全国读者征稿，来稿字数不超过1500字。\n"
    )

    assert "本报编辑部" in [text.text for article in page.articles for text in article.paragraphs]
    assert headlines(page.articles)[-1] == "征稿启事"


def test_the_line_over_a_table_is_its_title() -> None:
    """Nothing of the next article stands there: that has a headline of its own."""
    page = read_page(
        "熔断暂停 沪指涨1.97%\n　　周五，沪深两市高开后快速下挫，午后震荡回升。截至收盘，沪指上涨1.97%。\n"
        "昨日涨幅前列\n代码\t名称\t收盘价\n600313\t安陵种业\t9.87\n002041\t南屏种业\t17.22\n"
        "央行开展逆回购\n　　本报讯（记者 李敏）央行昨日开展700亿元7天期逆回购操作，中标利率持平。\n"
    )

    assert headlines(page.articles) == ["熔断暂停 沪指涨1.97%", "央行开展逆回购"]
    assert [text.text for article in page.articles for text in article.captions] == ["昨日涨幅前列"]


def test_one_line_says_of_several_pieces_where_they_are_from() -> None:
    """均据新华社 stands under the last of them."""
    page = read_page(
        "首相顾问访朝\n　　日本内阁官房参与日前访问朝鲜，日方称访问旨在解决绑架问题。\n"
        "八旬老翁登顶\n　　日本登山家23日登上珠穆朗玛峰，成为登顶的最高龄者。\n均据新华社\n"
    )

    assert headlines(page.articles) == ["首相顾问访朝", "八旬老翁登顶"]
    assert [article.source and article.source.text for article in page.articles] == [None, "新华社"]


def test_a_readers_name_of_ones_own_signs_too() -> None:
    """What the caller adds to the table of readers is asked wherever it is."""
    page = read_page(
        LETTERS.replace("读者", "股民"), vocabulary=STANDARD.adding("readers", [("股民",)])
    )

    assert [credit.name.text for credit in page.articles[1].credits] == ["李志强"]

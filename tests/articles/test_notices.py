"""Notices, small advertisements and short items: lines that end without a stop."""

from __future__ import annotations

import pytest

from zhnews.page import Article, read_page

ADS = """招聘启事
　　某物业公司诚聘保安十名，男，45岁以下，月薪3500元，包食宿。联系电话：0755-26551234 陈小姐
　　酒楼急聘厨师长一名，要求五年以上经验。电话：13712345678
旺铺转让
　　南山区旺铺120平方米，因店主回乡低价转让。电话：13800138000
拍卖公告
　　受市中级人民法院委托，我公司定于2013年12月18日上午10时举行拍卖会，公开拍卖下列标的：
　　1．东门南路房产一套，建筑面积86.3平方米，参考价215万元；
　　2．小型轿车一辆，参考价9.6万元。
　　联系电话：0755-82091234 联系人：张先生
　　泽川市联合拍卖有限公司
　　2013年11月28日
"""


def texts(article: Article) -> list[str]:
    """The paragraphs of an article."""
    return [text.text for text in article.paragraphs]


def test_each_advertisement_ends_with_whom_to_call() -> None:
    """No stop stands behind a number, and what is below it does not run on."""
    jobs, shop, auction = read_page(ADS).articles

    assert [len(texts(jobs)), len(texts(shop))] == [2, 1]
    assert auction.headline is not None
    assert auction.headline.text == "拍卖公告"


def test_each_lot_of_an_auction_is_a_paragraph() -> None:
    """A colon calls for the list, and a semicolon ends its items."""
    auction = read_page(ADS).articles[2]

    assert [text[:2] for text in texts(auction)] == ["受市", "1．", "2．", "联系", "泽川", "20"]


@pytest.mark.parametrize("mark", ["△", "▲"])
def test_short_items_name_who_sent_them(mark: str) -> None:
    """The mark is that of an item: nobody took a picture."""
    page = read_page(
        f"简讯\n{mark}4月22日，文学院举办第十二届读书节。（文学院 李倩）\n"
        f"{mark}4月23日，图书馆开展“世界读书日”荐书活动。（图书馆 张磊）\n"
    )
    articles = page.articles

    assert sum(len(texts(article)) for article in articles) == 2
    assert not any(article.captions for article in articles)
    assert [credit.name.text for article in articles for credit in article.credits] == [
        "李倩",
        "张磊",
    ]


def test_a_dash_under_a_quotation_says_whose_words_they_are() -> None:
    """A deck stands under a headline, and not under text."""
    page = read_page(
        "声音\n　　“我不怕被超越，我怕的是没有人来超越。”\n——一位老工匠在收徒仪式上说\n"
        "　　“孩子的作业，成了家长的作业。”\n——家长刘女士在座谈会上说\n"
    )
    found = [text for article in page.articles for text in texts(article)]

    assert "——一位老工匠在收徒仪式上说" in found
    assert "——家长刘女士在座谈会上说" in found


@pytest.mark.parametrize("day", ["二〇一三年十一\n月二十八日", "二〇一三年十一月二十八\n日"])
def test_a_column_breaks_who_gives_a_notice_and_its_day(day: str) -> None:
    """Neither half is a headline of anything."""
    raw = (
        "停水通告\n　　因管道改造，本公司定于明日八时\n至二十时停止供水，请用户提前储水，\n"
        f"不便之处，敬请谅解。\n泽川市自来水\n集团有限公司\n　　{day}\n\n"
        "小麦收割过半\n　　本报讯 今天上午，收割机在田里来\n回作业，预计本周完成。\n"
    )
    notice, report = read_page(raw).articles

    assert texts(notice)[-2:] == ["泽川市自来水集团有限公司", day.replace("\n", "")]
    assert [str(notice.headline), str(report.headline)] == ["停水通告", "小麦收割过半"]

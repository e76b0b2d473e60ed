"""Running heads, and telephone numbers under notices."""

from __future__ import annotations

import pytest

from zhnews.articles.labels import label_lines
from zhnews.page import read_page
from zhnews.repair.lines import split_lines


def furniture(raw: str) -> list[str]:
    """The lines of a page that are labelled as the page's furniture."""
    return [
        block.text.text
        for known in label_lines(split_lines(raw))
        for block in known.blocks
        if block.kind.value == "furniture"
    ]


@pytest.mark.parametrize(
    ("head", "folio"),
    [
        ("体育", "2017-02-22 星期三 澜川都市报"),
        ("望溪周刊", "第13版 2011年1月22日 星期六 天下"),
        ("島南新報 生活", "B8 民國113年7月31日 星期三"),
        ("国际·要闻", "2008年6月19日　星期四　第三版"),
        ("新加坡 | 7", "联合早报　2013年7月5日　星期五"),
        ("B48 信息披露 Disclosure", "2015年6月17日 星期三 证券时报"),
    ],
)
def test_a_section_or_paper_named_at_the_folio_is_furniture(head: str, folio: str) -> None:
    """The folio was set on two lines."""
    assert furniture(f"{head}\n{folio}\n输球不可怕\n昨天晚上，") == [head, folio]
    assert furniture(f"昨天晚上，\n{folio}\n{head}") == [folio, head]


def test_the_day_at_a_page_s_head_is_furniture() -> None:
    """The folio was set on two lines; under an announcement a day is the announcement's."""
    assert furniture("2023年5月12日\n星期五 癸卯年三月廿三\n输球不可怕")[0] == "2023年5月12日"
    assert furniture("特此公告。\n2023年5月12日\n星期五 癸卯年三月廿三") == [
        "星期五 癸卯年三月廿三"
    ]


def test_the_day_at_a_page_s_head_is_the_issue_s() -> None:
    """The weekday and the day of the old calendar stand on another line."""
    page = read_page("2023年5月12日\n星期五 癸卯年三月廿三\n输球不可怕\n　　昨天晚上，球队输了。\n")

    assert page.issue_date == "2023-05-12"


def test_a_section_that_the_folio_names_already_is_not_named_again() -> None:
    """体育 stands in the folio; 观点 is the column's title of the article below."""
    assert furniture("2017-02-22 星期三 体育\n观点\n输球不可怕") == ["2017-02-22 星期三 体育"]


def test_a_column_of_a_paper_is_no_paper() -> None:
    """理论研究 ends as the names of periodicals do, and stands over an article."""
    assert furniture("第3版 2011年1月22日 星期六\n理论研究\n山洪预警为何难通") == [
        "第3版 2011年1月22日 星期六"
    ]


def test_a_title_repeated_at_a_page_number_is_a_running_title() -> None:
    """A long paper names itself at the head of each of its pages."""
    raw = "山洪预警为何难通\n摘要：本文\n- 52 -\n山洪预警为何难通\n通过七起过程\n- 53 -"

    assert furniture(raw) == ["- 52 -", "山洪预警为何难通", "- 53 -"]


def test_the_telephone_under_a_notice_is_no_furniture() -> None:
    """The water company's number is part of what it announces."""
    assert furniture("来水初期如有浑浊，放清后即可使用。\n客服热线：96116\n市自来水公司") == []
    assert furniture("放清后即可使用。\n新闻热线：4599533\n市自来水公司") == ["新闻热线：4599533"]


def test_a_site_without_a_page_is_the_papers_own() -> None:
    """www.example-news.cn stands at the foot; an article's link names a page."""
    assert furniture("昨天晚上，\nwww.example-news.cn") == ["www.example-news.cn"]
    assert furniture("昨天晚上，\nwww.example-news.cn/2021/a.html") == []


@pytest.mark.parametrize(
    "head", ["人民观察报", "RENMIN RIBAO", "农历壬寅年三月十二", "读者来信　17"]
)
def test_what_stands_at_a_folio_may_be_named_in_many_ways(head: str) -> None:
    """A paper with a name of its own, its name in letters, the old calendar, a section's page."""
    assert furniture(f"{head}\n2022年4月12日　星期二\n春耕备耕忙") == [
        head,
        "2022年4月12日　星期二",
    ]


def test_good_news_over_an_article_is_no_paper() -> None:
    """喜报 ends as the names of papers do."""
    assert furniture("2022年4月12日　星期二\n全县夏粮喜报\n今年夏粮") == ["2022年4月12日　星期二"]


def test_the_editors_under_the_folio_are_the_page_s() -> None:
    """No article has begun above them; further down they may be an article's."""
    top = "2022年4月12日　星期二"
    editors = "责任编辑/刘建伟　白广全"

    assert furniture(f"{top}\n{editors}\n春耕备耕忙") == [top, editors]
    assert furniture(f"{top}\n春耕备耕忙\n今年夏粮丰收。\n{editors}") == [top]


def test_a_number_that_a_column_parts_from_its_notice_is_no_furniture() -> None:
    """咨询 / 电话：021-62785566 is the end of the sentence above."""
    raw = "第五届绿色包装论坛将在上海举行。咨询\n电话：021-62785566\n纸价再涨\n受木浆涨价影响，"

    assert furniture(raw) == []
    assert furniture("第五届绿色包装论坛将举行。\n新闻热线：021-62785566\n纸价再涨\n") == [
        "新闻热线：021-62785566"
    ]

"""Texts that break off above a jump line: they are no headlines, and what is below is new."""

from __future__ import annotations

import pytest

from zhnews.page import Page, read_page

TOP = """旧设备处置引发争议
　　本报讯（记者 李敏）经批准，临沣市第二人
民医院拟对一批报废医疗设备公开处置，包括X光
机2台、呼吸机6台、病床140张，处置底价合计9.7
万元。
　　有意者请于8月11日至15日工作时间，持营业
执照副本到本院设备科报名并查看实物，报名截止
后统一竞价，价高者得。
"""

NEXT = """春耕备耕开局良好
　　本报讯（记者 王强）昨天，全县春耕备耕工
作会议召开，会议要求各乡镇抓紧备足化肥。
　　会议强调，农时不等人。
"""


def headlines(page: Page) -> list[str | None]:
    """The headlines of a page's articles."""
    return [article.headline.text if article.headline else None for article in page.articles]


@pytest.mark.parametrize(
    "last",
    [
        "　　记者来到现场看到，不少市民\n（下转第5版）\n",
        "　　记者来到现场看到，不少市民（下转第5版）\n",
        "　　记者来到现场看到，不少市民正在查看设备，工\n作人员说\n▲下转第5版\n",
        "　　记者来到现场\n看到（下转2版）\n",
    ],
)
def test_a_text_that_breaks_off_is_no_headline(last: str) -> None:
    """Its rest stands on another page; the headline below it is that of the next article."""
    page = read_page(TOP + last + NEXT)

    assert headlines(page) == ["旧设备处置引发争议", "春耕备耕开局良好"]
    assert page.articles[0].paragraphs[-1].text.startswith("记者来到现场")
    assert ["转" in block.text.text for block in page.furniture] == [True]


def test_what_stands_below_a_jump_line_is_another_article() -> None:
    """Where the headlines stand at the head of the page, the jump line parts the texts."""
    body = NEXT.partition("\n")[2].replace("本报讯（记者 王强）昨天，", "")
    heads = "旧设备处置引发争议\n春耕备耕开局良好\n"
    page = read_page(heads + TOP.partition("\n")[2] + "（下转第5版）\n" + body)

    first, second = page.articles
    assert first.paragraphs[-1].text.endswith("价高者得。")
    assert second.paragraphs[0].text.startswith("全县春耕备耕工作会议")

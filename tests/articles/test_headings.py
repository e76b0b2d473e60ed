"""Lines that a recognition model marked as headings."""

from __future__ import annotations

from zhnews import read_page

TEXT = (
    "# 纸坊沟里的“云上造纸人”\n\n本报记者 冷杉\n\n"
    "清明刚过，纸坊沟的水还冷。天没亮，邵长河已经站在了抄纸槽边，双手端着竹帘。\n\n"
    "五年前，沟里会造纸的只剩下4户。年轻人嫌苦，一年下来挣不到两万元。\n\n"
)
MORE = (
    "转机出现在2021年。返乡大学生冯小满把手机架在了纸槽边，第一场直播就有3.7万人看。\n\n"
    "如今，纸坊沟有了28户造纸人家，去年卖出古法手工纸96万张。\n"
)


def test_a_marked_line_below_a_picture_is_a_crosshead() -> None:
    """It stands between whole paragraphs, and the picture's credit above is no text."""
    picture = "![](images/1.jpg)\n邵长河在抄纸。 施雨桐 摄\n\n"
    (article,) = read_page(f"{TEXT}{picture}# 一部手机，二十八户\n\n{MORE}").articles

    assert [one.text for one in article.crossheads] == ["一部手机，二十八户"]
    assert len(article.paragraphs) == 4


def test_a_marked_line_that_goes_on_is_text() -> None:
    """A model marks a line of text as well: the sentence goes on below it."""
    (article,) = read_page(f"{TEXT}# 县里还投入520万元，\n修起了传习馆。\n\n{MORE}").articles

    assert not article.crossheads
    assert article.paragraphs[2].text == "县里还投入520万元，修起了传习馆。"

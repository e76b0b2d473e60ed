"""Pages that print one mark for comma and stop alike."""

from __future__ import annotations

from zhnews import read_page
from zhnews.articles.dots import end_sentences
from zhnews.repair import split_lines

DISPATCHES = (
    "財部整理稅捐",
    "【中央社南京廿三日電】財政部以各省苛捐雜稅、名目繁多、人",
    "民負擔過重、特令各省財政廳限期查明、列表呈報、以便分別廢",
    "除、聞已據報者有七省、共計廢除三百餘種云、",
    "英首相將訪德",
    "【路透社倫敦廿二日電】此間可靠方面消息、首相將於下月初訪",
    "問柏林、會商空軍公約問題、外交部發言人不願加以證實、但亦",
    "未否認、",
    "米價昨續跌",
    "【本市消息】昨日豆米市塲、到貨二十餘船、本街胃口呆滯、市",
    "形疲軟、高貨跌一角、中次跌一角半、統市成交二千四百餘包、",
    "電車工人要求加薪",
    "【本市消息】電車公司工人三千餘人、以物價高漲、生活難以維",
    "持、推派代表提出要求十一項、限三日內答覆、",
)


def test_a_dot_ends_the_dispatch_above_a_headline() -> None:
    """A reader sees four dispatches, each under its headline, none of which goes on."""
    page = read_page("\n".join(DISPATCHES))

    assert [article.headline.text for article in page.articles if article.headline] == [
        "財部整理稅捐",
        "英首相將訪德",
        "米價昨續跌",
        "電車工人要求加薪",
    ]
    assert [len(article.paragraphs) for article in page.articles] == [1, 1, 1, 1]


def test_the_dots_are_handed_out_as_they_are_printed() -> None:
    """The stop that stands for a dot is nowhere to be seen."""
    page = read_page("\n".join(DISPATCHES))
    texts = [text.text for article in page.articles for text in article.paragraphs]

    assert texts[1].endswith("但亦未否認、")
    assert not any("。" in text for text in texts)


def test_a_list_of_names_ends_no_paragraph() -> None:
    """Where a page knows commas and stops, a dot parts words and ends nothing."""
    report = "会议今天闭幕，会上表彰了先进，宣读了决定，听取了汇报。"
    names = "受表彰的有李敏、王强、周立新、\n陈默、赵云、钱进、孙立、吴清、\n"

    assert end_sentences(split_lines(names * 2 + report))[1] == frozenset()

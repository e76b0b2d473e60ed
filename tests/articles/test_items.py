"""Items of lists: each is a passage of its own."""

from __future__ import annotations

from zhnews.articles.items import find_items
from zhnews.page import read_page
from zhnews.repair.lines import split_lines

STUDY = (
    "为什么倒春寒比冬天还冷\n王璐\n　　本文利用1961年以来的逐日气温资料，分析了倒春寒过程的气候特征。\n"
    "　　近60年，南方倒春寒过程年均发生2.3次，最多为1976年的7次。\n参考文献\n"
)


def paragraphs(raw: str) -> list[str]:
    """All paragraphs of a page."""
    return [text.text for article in read_page(raw).articles for text in article.paragraphs]


def test_each_book_at_the_end_of_a_study_is_a_paragraph() -> None:
    """They are numbered, and end without a full stop."""
    books = [
        "[1] 王绍武. 现代气候学概论[M]. 北京：气象出版社，2005.",
        "[2] 李爽. 冷空气[J]. 大气，2011.",
    ]

    assert paragraphs(STUDY + "\n".join(books))[-2:] == books


def test_each_programme_of_a_station_is_a_paragraph() -> None:
    """No programme runs on from the one before it."""
    raw = (
        "高温津贴标准上调\n　　昨天，市人社局发布通知，从今年起提高高温津贴的标准。\n"
        "电视节目\n20:06 电视剧：推拿（5—6）\n22:00 晚间新闻\n"
    )

    assert paragraphs(raw)[-2:] == ["20:06 电视剧：推拿（5—6）", "22:00 晚间新闻"]


def test_each_notice_of_a_court_is_a_paragraph() -> None:
    """It names the court last, without a stop; the next calls somebody else."""
    notices = [
        "王志强：本院受理原告安陵银行诉你金融借款合同纠纷一案，现依法向你公告送达起诉状副本。"
        "自公告之日起经过60日即视为送达。 安陵市城东区人民法院",
        "李春花：本院受理原告马文诉你离婚纠纷一案，已审理终结，现依法向你公告送达判决书。 "
        "南屏县人民法院",
    ]

    assert [text.replace(" ", "") for text in paragraphs("送达公告\n" + "\n".join(notices))] == [
        text.replace(" ", "") for text in notices
    ]


def test_an_hour_in_running_text_begins_no_item() -> None:
    """One line that a column breaks before its hour is the middle of a sentence."""
    page = split_lines("　　记者昨天上午\n8:30 左右来到现场，\n看到工人正在抢修。\n")

    assert find_items(page) == []


def test_lost_papers_are_notices_and_no_captions() -> None:
    """▲ marks each notice here, not a picture."""
    lost = ["▲李长春遗失残疾证，证号5106，声明作废。", "▲王桂兰遗失道路运输证，声明作废。"]
    page = read_page("遗失声明\n" + "\n".join(lost))

    assert [text.text for text in page.articles[0].paragraphs] == lost
    assert page.articles[0].captions == ()


def test_the_day_under_a_notice_ends_it() -> None:
    """The next heading does not run on from the day."""
    page = read_page(
        "讣告\n　　我国植物学家吴鸿基先生，因病于2009年2月14日在北京逝世，享年93岁。\n"
        "　　遵照吴鸿基先生遗愿，丧事从简，不举行告别仪式。\n2009年2月16日\n更正\n"
        "　　本报2月13日第3版《春到洞庭》一文中，“王家河”应为“汪家河”，特此更正。\n"
    )

    assert [article.headline and article.headline.text for article in page.articles] == [
        "讣告",
        "更正",
    ]


def test_short_news_behind_triangles_is_no_caption() -> None:
    """Each item says in brackets who sent it in; a picture's credit would say 摄."""
    items = [
        "△10月8日，校团委举办夜跑活动，两千余名学生参加。（校团委）",
        "△10月9日，工会组织教职工参观省博物馆。（工　会）",
        "△10月12日，外语学院与西班牙莱昂大学签署合作协议。（外语学院）",
    ]
    page = read_page("校园短波\n" + "\n".join(items))

    assert not any(article.captions for article in page.articles)


def test_an_item_that_ends_with_a_semicolon_is_no_heading() -> None:
    """A box's list: the next number stands below, and the last item ends it."""
    page = read_page(
        "痛风不只是“富贵病”\n"
        "　　痛风的根源是尿酸过高。尿酸是嘌呤代谢的产物，三分之二由肾脏排出体外。\n"
        "　　1.每天饮水2000毫升以上；\n　　2.戒酒，尤其是啤酒；\n"
        "　　3.肥胖者减重，但每月不超过2公斤；\n　　4.遵医嘱服药，不要擅自停药。\n"
    )

    assert not any(article.crossheads for article in page.articles)
    texts = [text.text for article in page.articles for text in article.paragraphs]
    assert "2.戒酒，尤其是啤酒；" in texts

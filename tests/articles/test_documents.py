"""Laws, circulars and the notices of listed companies: each part has its own set words."""

from __future__ import annotations

import pytest

from zhnews.page import Article, read_page

LAW = """泽川市湿地保护条例
（2021年6月3日泽川市第九届人民
代表大会常务委员会第二十次会议通
过）
第一章 总则
第一条 为了加强湿地保护，维护生
态功能，根据有关法律，制定本条例。
第二条 本市行政区域内湿地的保护
和管理，适用本条例。
第二章 保护措施
第三条 在湿地内禁止下列行为：
（一）擅自排干湿地；
（二）倾倒垃圾。
第四条 市、县人民政府应当将湿地
保护经费列入本级财政预算。
"""

CIRCULAR = """市政府办公室关于做好防汛工作的通知
各县（市、区）人民政府，市政府各部门：
    主汛期将至，降雨偏多。经市政府同意，现就有关事项通知如下：
    一、落实责任。各级行政首长负总责，分级负责，逐座水库落实责任人。
    二、备足物资。草袋、块石按定额储备，抢险队伍随时待命，确保召之即来。
泽川市人民政府办公室
2019年5月6日
"""

COMPANY = """证券代码：600000 证券简称：泽川水泥 公告编号：2020-011
泽川水泥股份有限公司关于竞得土地使用权的公告
本公司董事会及全体董事保证本公告内容不存在任何虚假记载，并对其真实性承担责任。
泽川水泥股份有限公司（以下简称“公司”）近日参加国有土地挂牌出让，竞得一宗工业用地。
该宗地面积12.6万平方米，成交价款8300万元，拟用于建设骨料生产线。
特此公告。
泽川水泥股份有限公司董事会
2020年4月8日
证券代码：000000 证券简称：澜江航运 公告编号：2020-031
澜江航运股份有限公司关于独立董事辞职的公告
本公司及董事会全体成员保证信息披露的内容真实、准确、完整，没有虚假记载。
公司董事会近日收到独立董事提交的书面辞职报告，该报告自送达董事会时生效。
特此公告。
澜江航运股份有限公司董事会
2020年4月8日
"""


def texts(article: Article) -> list[str]:
    """The paragraphs of an article."""
    return [text.text for text in article.paragraphs]


def test_each_article_of_a_law_is_a_paragraph() -> None:
    """Chapters stand over them, and who passed the law under its title, however lines break."""
    (law,) = read_page(LAW).articles

    assert str(law.headline) == "泽川市湿地保护条例"
    assert [text.text for text in law.crossheads] == ["第一章 总则", "第二章 保护措施"]
    assert [text[:3] for text in texts(law)] == [
        "（20",
        "第一条",
        "第二条",
        "第三条",
        "（一）",
        "（二）",
        "第四条",
    ]


@pytest.mark.parametrize(
    "call",
    [
        "各县（市、区）人民政府，市政府各部门：",
        "各县（市、区）人民政府，市政\n府各部门：",
        "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
    ],
)
def test_a_circular_calls_those_it_is_sent_to(call: str) -> None:
    """They are no deck of its title, and who signs the day is no headline."""
    (circular,) = read_page(
        CIRCULAR.replace("各县（市、区）人民政府，市政府各部门：", call)
    ).articles

    assert str(circular.headline) == "市政府办公室关于做好防汛工作的通知"
    assert texts(circular)[0] == call.replace("\n", "")
    assert texts(circular)[-2:] == ["泽川市人民政府办公室", "2019年5月6日"]
    assert len(texts(circular)) == 6


def test_a_company_gives_its_word_at_the_head_of_a_notice() -> None:
    """What it makes known comes below, though that opens as a report does."""
    land, director = read_page(COMPANY).articles

    assert str(land.headline) == "泽川水泥股份有限公司关于竞得土地使用权的公告"
    assert str(director.kicker).startswith("证券代码：000000")
    assert [len(texts(land)), len(texts(director))] == [6, 5]


def test_the_title_of_a_notice_on_two_lines_does_not_run_on_into_its_text() -> None:
    """What ends short of the column with the kind of the notice is its title."""
    raw = (
        "泽川基金管理有限公司关于旗下部\n分基金参加优惠活动的公告\n"
        "为更好地满足投资者的需求，公司决\n定自5月7日起参加费率优惠活动。详\n"
        "情请致电客户服务中心。\n泽川基金管理有限公司\n2020年5月6日\n"
    )
    (notice,) = read_page(raw).articles

    assert str(notice.headline) == "泽川基金管理有限公司关于旗下部分基金参加优惠活动的公告"
    assert texts(notice)[0].startswith("为更好地")

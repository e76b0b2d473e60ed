"""A character printed on both sides of a break is one character."""

from __future__ import annotations

import pytest

from zhnews.repair import repair_text

UPPER = "统计数字显示，海南跨境电商零售进口额比上年同期增长两成以上，零售进口业保持快速增长的势头；去年四月海关总署发文通知暂停跨"
LOWER = "跨境电商线下自提模式，疫情导致的游客数量下降和监管趋严，海南的跨境电商零售进口业遭到一定冲击，但仍呈现出十分良好的发展势头。"


def test_a_paragraph_cut_by_its_page_has_the_character_once() -> None:
    """暂停跨 / 跨境: the page's end repeated what the next page begins with."""
    page = repair_text(f"{UPPER}\n\n{LOWER}")

    assert page.text == f"{UPPER[:-1]}\n{LOWER}"
    assert page.dropped[0].reason == "repeated at a break"


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("这里的人们还没有", "有关部门正在研究"), ("来的都是年轻人", "人民公园的长椅上")],
)
def test_two_words_that_meet_are_left_alone(upper: str, lower: str) -> None:
    """还没有 / 有关部门 reads on."""
    raw = f"{upper}\n\n\n\n{lower}\n预计明年完成"

    assert [line.text.text for line in repair_text(raw).lines] == [upper, lower, "预计明年完成"]


def test_an_echo_at_the_head_of_a_column_goes() -> None:
    """The last character of a column, once more on a line of its own."""
    raw = "全省食用油专项整治行动电视电\n电\n话会议召开，决定从即日起开始"

    assert repair_text(raw).text == "全省食用油专项整治行动电视电\n话会议召开，决定从即日起开始"


def test_a_character_is_printed_once_where_a_column_goes_on_in_the_next() -> None:
    """请到窗 / 窗口咨询: no blank line tells of the column's end, the word does."""
    raw = "七个页面，最后弹出一句“请到窗\n窗口咨询”。这样的“一键办理”，\n不少人遇到过。"

    assert repair_text(raw).lines[0].text.text.endswith("请到")


def test_a_mark_that_ends_a_line_does_not_begin_the_next() -> None:
    """增长4. / .6%: the point was printed once."""
    raw = "出口1529.4亿元，进口888.2亿元，增长4.\n.6%。\n从主体看，民营企业进出口占六成。"

    assert repair_text(raw).text.startswith("出口1529.4亿元，进口888.2亿元，增长4\n.6%。")


def test_what_no_dictionary_settles_is_settled_by_its_like() -> None:
    """七十岁也 / 也不敢退 alone may be so; beside 数字曾 / 曾跌到 it is the extractor's."""
    alone = "我们最盼的是养老保险。村医\n平均年龄五十四岁，干到七十岁也\n也不敢退。"
    both = f"{alone}\n上世纪九十年代，这个数字曾\n曾跌到五十一，保护部门将它们迁走。"

    assert repair_text(alone).text == alone
    assert repair_text(both).text.count("也也") == 0
    assert len(repair_text(both).dropped) == 2


def test_words_said_twice_over_a_line_end_stay() -> None:
    """管理 / 理念, 常 / 常 and 摇 / 摇头 read on."""
    raw = (
        "少数企业沿用多年以来的传统管理\n理念，这种想法在行业里还常\n常见到。记者问起时，他摇\n"
        "摇头，说明年年底以前一定改过来，\n来的人都记着。"
    )

    assert repair_text(raw).text == raw


def test_a_line_that_is_one_mark_stays() -> None:
    """Nothing would be left of it."""
    assert repair_text("。\n。1").text == "。\n。1"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("记者昨天采访了市工信局", "局长赵建华，他说今年的产量"),
        ("参加会议的有住建部", "部长和各省的代表，会上通过"),
        ("书记在讲话中要求县文旅局", "局党组成员带头，把责任落实"),
    ],
)
def test_who_heads_an_office_stands_behind_its_name(above: str, below: str) -> None:
    """The dictionary knows few offices by their short names: 市工信局 / 局长 is said once each."""
    raw = f"今年的产量又比去年增加了两成，\n{above}\n{below}\n明年还要再上一个台阶，他说。"

    assert repair_text(raw).text == raw

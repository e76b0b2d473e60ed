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

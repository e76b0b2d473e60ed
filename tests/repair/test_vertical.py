"""Lines set downwards: one character a line is one line, cells are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhnews.repair import repair_text


@given(st.permutations("安陵湿地首次记录到黑鹳别把材料当政绩").map("".join), st.integers(5, 18))
def test_a_vertical_headline_is_read_as_a_line(characters: str, size: int) -> None:
    """Whether or not blank lines stand between its characters."""
    headline = characters[:size]

    assert repair_text("\n".join(headline)).text == headline
    assert repair_text("\n\n".join(headline)).text == headline


def test_its_gap_and_indent_are_those_of_its_first_character() -> None:
    """What stands above a headline tells where an article begins."""
    page = repair_text("上文结束了。\n\n　安\n　陵\n　湿\n　地")

    assert (page.lines[1].gap, page.lines[1].indent) == (1, 2)
    assert page.lines[1].repairs == ("vertical",)


def test_a_column_of_cells_stays() -> None:
    """胜, 平, 负 stand among other cells."""
    raw = "球队\n胜\n平\n负\n积分"

    assert repair_text(raw).text == raw


def test_the_point_of_a_number_is_set_downwards_with_it() -> None:
    """A magnitude stands in the headline, a figure a line."""
    page = repair_text("外\n海\n規\n模\n5\n.\n2\n地\n震\n")

    assert page.text.strip() == "外海規模5.2地震"


def test_a_blank_parts_two_headlines_that_stand_one_after_the_other() -> None:
    """Between the characters of each there is none, or a smaller one."""
    first, second = "路灯“罢工”何时休", "我市启动秋季灭蚊行动"

    page = "\n".join(first) + "\n\n" + "\n".join(second)
    assert repair_text(page).text.split("\n") == [first, second]

    wide = "\n\n".join(first) + "\n\n\n" + "\n\n".join(second)
    assert repair_text(wide).text.split("\n") == [first, second]


def test_a_blank_inside_a_headline_parts_no_character_from_it() -> None:
    """What stands behind it is too short for a line of its own."""
    assert repair_text("安\n陵\n湿\n地\n黑\n\n鹳\n到了").lines[0].text.text == "安陵湿地黑鹳"

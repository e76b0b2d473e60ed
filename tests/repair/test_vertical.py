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

"""Letter-spacing: layout spaces go, spaces that part words and cells stay."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from press.typesetting import loosened
from strategies import paragraphs
from zhnews.repair import repair_text


@given(paragraphs(), st.integers(0, 40), st.integers(8, 30))
@settings(max_examples=60)
def test_a_loosened_line_is_read_as_if_it_were_tight(text: str, start: int, size: int) -> None:
    """A justified line is the same words, set wider."""
    line = "".join(text[start : start + size].split())
    assume(len(line) > 7 and not any(character.isascii() for character in line))

    assert repair_text(loosened(line)).text == repair_text(line).text


@pytest.mark.parametrize(
    "raw",
    [
        "本报记者 耿星河 路小满",
        "应用丰富 带动产业快速发展",
        "打造AI for Science 的科研新范式",
        "李　敏",
        "名次 球队 胜 负 积分",
        "1  安陵队  12  2  28",
        "2021 年 6 月 5 日",
    ],
)
def test_spaces_that_part_something_stay(raw: str) -> None:
    """Names, halves of a headline, Latin words, cells, and numerals set apart."""
    assert repair_text(raw).text == raw


def test_only_white_space_goes() -> None:
    """Letter-spacing is layout: nothing printed is dropped for it."""
    page = repair_text("房 地 产 调 控 ， 今 年 6 0 岁")

    assert page.text == "房地产调控，今年60岁"
    assert not page.dropped
    assert page.lines[0].repairs == ("letter-spacing",)


def test_the_short_end_of_a_letter_spaced_headline_is_read_with_it() -> None:
    """公 告 alone might be a name; under a letter-spaced line it is its end."""
    assert repair_text("泽 川 市 法 院 拍 卖\n公 告").text == "泽川市法院拍卖\n公告"
    assert repair_text("申先生\n李 敏").text == "申先生\n李 敏"

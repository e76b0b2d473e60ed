"""Lines in their column: which are full, which run on, how they are joined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhnews.repair.flow import join_lines, measure_fit, stops, would_break
from zhnews.repair.lines import split_lines

TEXT = "截至三月五日，全县各乡镇已经备足化肥一万二千吨，农药三千吨，比上年同期多出二成以上。"


def wrapped(text: str, width: int) -> str:
    """A text cut into lines of so many characters."""
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


@pytest.mark.parametrize("end", ["水平。", "水平。”", "水平！", "水平。（作者系教授）", "等等……"])
def test_a_sentence_ends_with_its_stop_and_what_closes_behind_it(end: str) -> None:
    """A reader stops at a stop, with the quotes and notes that belong to it."""
    assert stops(end)


@pytest.mark.parametrize("end", ["水平，", "水平", "“一城一策”", "：", "（记者 李敏）", ""])
def test_a_text_that_breaks_off_does_not_stop(end: str) -> None:
    """A comma, a quoted name or a byline in brackets ends no sentence."""
    assert not stops(end)


def test_no_paragraph_begins_with_a_closing_mark() -> None:
    """避头尾: a comma or a closing bracket hangs on to what is before it."""
    assert would_break("，有关部门")
    assert would_break("）的报告")
    assert not would_break("有关部门")


@given(st.integers(6, 20))
def test_all_lines_but_the_last_are_full_at_any_width(width: int) -> None:
    """A column's lines are as long as it is wide; the rest of the text is short."""
    lines = split_lines(wrapped(TEXT * 3, width))
    fits = measure_fit(lines)

    assert all(fit.full == 2 for fit in fits[:-1])
    assert {fit.column for fit in fits[:-1]} == {2 * width}


@given(st.integers(6, 20))
def test_the_first_line_of_a_paragraph_that_lost_its_indent_opens(width: int) -> None:
    """It would be full with two characters before it."""
    above, first, below = TEXT[: width * 4], "据" * (width - 2), "有" * width * 4
    lines = split_lines(f"{wrapped(above, width)}\n{first}\n{wrapped(below, width)}")
    at = next(i for i, line in enumerate(lines) if line.text.text == first)

    assert measure_fit(lines)[at].below == "opens"


def test_a_picture_narrows_the_column_below_a_line() -> None:
    """The column above a line need not be the column below it."""
    raw = f"{wrapped(TEXT[:40], 20)}\n{wrapped(TEXT[:40], 10)}"
    fits = measure_fit(split_lines(raw))

    assert (fits[2].above, fits[2].below) == ("scant", "full")


def test_spaces_beside_figures_do_not_widen_a_line() -> None:
    """Layout programs set a thin space there; it is half of a typed one."""
    raw = "装了 26 套自动监测仪器\n每天 4 小时上传一次数\n据全部公开谁都做不了\n"

    assert len({fit.column for fit in measure_fit(split_lines(raw))}) == 1


def test_only_latin_words_are_joined_with_a_space() -> None:
    """Chinese is set without spaces; the break parted two English words."""
    assert (
        join_lines(list(split_lines("打造AI for\nScience的科\n研"))).text
        == "打造AI for Science的科研"
    )


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("引进non-fun-\ngible模型", "引进non-fungible模型"),
        ("约占GD\nP的两成", "约占GDP的两成"),
        ("登录www.example.\ncom报名", "登录www.example.com报名"),
        ("化肥3.\n5亿斤", "化肥3.5亿斤"),
    ],
)
def test_a_word_that_a_line_end_cuts_is_whole_again(raw: str, text: str) -> None:
    """The hyphen says that the word goes on; an address and an abbreviation have no space."""
    assert join_lines(list(split_lines(raw))).text == text


@pytest.mark.parametrize("raw", ["NBA\nMVP in 2024", "AI-\nGC", "E-mail\nbox"])
def test_words_that_are_whole_stay_apart(raw: str) -> None:
    """What goes on below is a word of its own, or a hyphen that belongs to it."""
    assert "".join(join_lines(list(split_lines(raw))).text.split()) == "".join(raw.split())


@given(st.lists(st.text(alphabet="看深度。，（）“”12 A", min_size=1, max_size=12), max_size=12))
def test_joining_keeps_every_character(texts: list[str]) -> None:
    """Lines lose their breaks, and nothing else."""
    lines = split_lines("\n".join(texts))
    joined = join_lines(list(lines)).text if lines else ""

    assert "".join(joined.split()) == "".join("".join(texts).split())


@given(st.text(max_size=200))
def test_any_text_has_a_fit_for_each_line(raw: str) -> None:
    """Not knowing the column is an answer too."""
    lines = split_lines(raw)

    assert len(measure_fit(lines)) == len(lines)

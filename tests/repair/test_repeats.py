"""Repeated lines: the second copy of a headline's runs, on lines of their own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhnews.repair import repair_text, split_lines
from zhnews.repair.repeats import keep_first_copies

RUNS = st.lists(
    st.text(alphabet="守住一条江蓝色朋友圈旧厂房变身", min_size=2, max_size=6),
    min_size=3,
    max_size=6,
    unique=True,
)


def over_lines(runs: list[str]) -> str:
    """Each run, a line break, the run again, as a PDF draws its second copy."""
    lines = [runs[0]]
    lines += [left + right for left, right in pairwise(runs)]
    return "\n".join([*lines, runs[-1]])


def test_the_runs_of_a_printed_line_are_joined() -> None:
    """The page shows one line: 见习记者 石楠."""
    page = repair_text("见习记者\n见习记者 石楠\n石楠")

    assert [line.text.text for line in page.lines] == ["见习记者 石楠"]
    assert page.lines[0].repairs == ("repeated line",)


def test_blank_lines_between_the_copies_make_no_difference() -> None:
    """Some extractors write a blank line after each line."""
    assert repair_text("贵在\n\n贵在“慢半拍\n\n慢半拍”").text == "贵在“慢半拍”"


@given(RUNS)
def test_a_chain_is_read_as_its_runs(runs: list[str]) -> None:
    """Whatever the runs are, each is kept at least once, and in order."""
    text = repair_text(over_lines(runs)).text
    at = 0
    for run in runs:
        found = text.replace("\n", "").find(run[:1], at)
        assert found >= 0


@pytest.mark.parametrize(
    "raw",
    [
        "小船儿推开波浪\n让我们荡起双桨\n让我们荡起双桨\n海面倒映着美丽",
        "6.1%\n6.1%\n4.0%",
        "合格\n合格\n合格",
        "加油！\n加油！",
        "数字经济\n数字经济点亮乡村\n本报记者 李敏",
    ],
)
def test_what_is_said_again_on_purpose_stays(raw: str) -> None:
    """Verse, equal cells, calls, and a headline that begins with its section."""
    assert repair_text(raw).text == raw


def test_a_line_that_is_kept_is_the_very_line() -> None:
    """Rules leave alone what they do not touch."""
    lines = split_lines("涨了三成。\n车厢里的买卖\n车厢里的买卖\n车还没开，集市就开张了。")
    kept = keep_first_copies(lines)

    assert kept[0] is lines[0]
    assert kept[2] is lines[3]


def test_the_copies_are_dropped_under_the_rule_s_name() -> None:
    """A user can ask what was done to the page."""
    page = repair_text("涨了三成。\n车厢里的买卖\n车厢里的买卖\n车还没开，集市就开张了。")

    assert [(drop.span.start, drop.reason) for drop in page.dropped] == [(13, "repeated line")]


DOUBLED_HEADLINES = (
    "鸡鸡蛋蛋价价格格连连降降四四周周\n\n全市均价回落。\n\n夜夜班班公公交交延延长长\n\n从昨天起。\n"
)


def test_a_line_of_pairs_was_doubled_where_other_headlines_were() -> None:
    """The page prints its headlines glyph by glyph, and 年集 is one."""
    page = repair_text(f"{DOUBLED_HEADLINES}\n欧阳春晓\n\n年年集集\n\n腊月二十三。")

    assert "年集" in page.text.splitlines()


@pytest.mark.parametrize("line", ["高高兴兴", "家家户户"])
def test_a_reduplicated_word_alone_is_none_on_other_pages(line: str) -> None:
    """Nothing on the page was doubled."""
    page = repair_text(f"夜班公交延长\n\n{line}\n\n从昨天起。")

    assert line in page.text.splitlines()

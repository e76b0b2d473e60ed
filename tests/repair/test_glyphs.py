"""Doubled glyphs: what fake bold printed twice is read once, and words stay."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from press.damage import DOUBLINGS, Doubling, thrice
from strategies import headlines
from zhnews.excerpt import Excerpt
from zhnews.repair import repair_text
from zhnews.repair.copies import View, find_copies
from zhnews.repair.glyphs import LONGEST_LINE, keep_one_copy

BODY = "截至3月5日，全县已备足化肥一万二\n千吨，比上年增加两成。\n"


def printed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


@pytest.mark.parametrize("doubling", DOUBLINGS, ids=lambda doubling: doubling.__name__)
@given(headlines())
@settings(max_examples=40)
def test_a_doubled_headline_is_read_once(doubling: Doubling, headline: str) -> None:
    """However the extractor wrote the two copies, the page shows one headline."""
    assume(len(printed(headline)) > 6)
    raw = BODY + "\n".join(doubling(headline)) + "\n" + BODY

    text = repair_text(raw).text

    assert printed(text) == printed(BODY + headline + BODY)


@given(headlines(), st.integers(2, 5))
@settings(max_examples=40)
def test_any_number_of_copies_is_one(headline: str, copies: int) -> None:
    """Some faces are drawn three or four times."""
    assume(len(printed(headline)) > 9)

    assert repair_text(headline * copies).text == repair_text(headline).text


@given(headlines())
@settings(max_examples=60)
def test_a_headline_printed_once_is_left_alone(headline: str) -> None:
    """Nothing in it is an artifact."""
    assert (
        repair_text(BODY + headline + "\n" + BODY).text == (BODY + headline + "\n" + BODY).strip()
    )


@pytest.mark.parametrize(
    "word", ["看看", "人人", "研究研究", "浩浩荡荡", "方方面面", "哈哈哈", "1111"]
)
def test_a_reduplicated_word_is_not_an_artifact(word: str) -> None:
    """研究研究 is a verb said twice; a rule about printing leaves it alone."""
    line = Excerpt.of(word)

    assert keep_one_copy(line) is line


@pytest.mark.parametrize("word", ["看看", "浩浩荡荡", "方方"])
def test_a_doubled_reduplicated_word_keeps_its_form(word: str) -> None:
    """In a line that is doubled elsewhere, 看看看看 was printed 看看."""
    raw = f"本报记者本报记者 {word}{word}"

    assert repair_text(raw).text == f"本报记者 {word}"


def test_two_headlines_on_one_line_are_parted_by_their_setting() -> None:
    """The one is letter-spaced, the other not: they were set apart on the page."""
    page = repair_text("自 来 水 价自 来 水 价拍卖公告拍卖公告")

    assert [line.text.text for line in page.lines] == ["自来水价", "拍卖公告"]
    assert {line.number for line in page.lines} == {0}


def test_the_rows_of_a_table_keep_equal_cells() -> None:
    """| 合格 | 合格 | says that both are."""
    raw = "| 合格品 | 合格品 |\n|---|---|\n<tr><td>是</td><td>是</td></tr>"

    assert repair_text(raw).text == raw


def test_evidence_stays_on_the_line() -> None:
    """A line that was drawn twice is likely a headline."""
    page = repair_text("深度合成技术深度合成技术")

    assert page.lines[0].repairs == ("doubled glyphs",)


@given(st.text(alphabet="看深度合成“” ，。1", max_size=60))
def test_keeping_one_copy_only_selects(raw: str) -> None:
    """Whatever is kept can be read off the raw text at its spans."""
    kept = keep_one_copy(Excerpt.of(raw))

    assert kept.text == "".join(raw[span.start : span.end] for span in kept.spans)


@given(st.text(alphabet="看深度合成 ", max_size=60))
def test_copies_are_what_they_say(raw: str) -> None:
    """Each run stands as often as it is said to, one after the other, none over another."""
    view = View.of(raw)
    end = 0
    for run in find_copies(view):
        assert run.start >= end
        assert view.text[run.start : run.end] == view.copy(run) * run.count
        end = run.end


def test_a_line_too_long_for_display_type_is_not_looked_at() -> None:
    """That keeps the time in proportion; the docstring of the limit states the cost."""
    raw = "".join(chr(0x4E00 + i) for i in range(3 * LONGEST_LINE)) * 2

    assert repair_text(raw).text == raw


def test_three_copies_over_a_line() -> None:
    """Three are one, as two are."""
    assert repair_text(thrice("全省秋粮收购价格稳中有升")[0]).text == "全省秋粮收购价格稳中有升"

"""The stretches of the raw text are all of it, each with what it became."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handmade import RAW, handmade_page, hostile_page
from zhnews.output import coverage
from zhnews.page import read_page


@given(st.text(alphabet="春耕备耕 \n本报记者李敏。，1\t", max_size=80))
def test_the_stretches_are_the_whole_text_in_order(raw: str) -> None:
    """A proof that leaves a character out proves nothing."""
    stretches = coverage(read_page(raw)).stretches

    assert "".join(raw[one.span.start : one.span.end] for one in stretches) == raw


def test_what_is_in_no_passage_is_white_space() -> None:
    """Every printed character has a fate."""
    stretches = coverage(handmade_page()).stretches
    rest = [RAW[one.span.start : one.span.end] for one in stretches if one.passage is None]

    assert rest
    assert not "".join(rest).strip()


def test_a_place_gives_its_passage() -> None:
    """Where 街头的春天 stands is the headline of the second article."""
    passage = coverage(handmade_page()).at(RAW.index("街头"))

    assert passage is not None
    assert (passage.name, passage.kind, passage.article) == ("a2-0", "headline", 2)


def test_lines_that_were_joined_are_one_stretch() -> None:
    """One paragraph over two lines is coloured as one."""
    stretches = coverage(handmade_page()).stretches
    joined = [one for one in stretches if RAW[one.span.start : one.span.end].startswith("截至")]

    assert [RAW[one.span.start : one.span.end] for one in joined] == [
        "截至3月5日，全县已备足\n化肥1.2万吨。"
    ]


def test_passages_that_overlap_are_shown_once() -> None:
    """A page that breaks the law of conservation still gets a proof."""
    stretches = coverage(hostile_page("春耕")).stretches

    assert [len(one.span) for one in stretches] == [2]

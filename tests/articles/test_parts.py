"""Blocks of a page: what each passage gives up, and what goes on behind an interruption."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhnews.articles.parts import build_blocks
from zhnews.repair.lines import split_lines

BODY = "全县各乡镇已经备足化肥一万二千吨，农药三千吨，能够满足春耕的需要。"
MORE = "县农业部门组织了二百多名技术人员下乡，帮助农户检修农机、选种育秧。"


def blocks(raw: str) -> list[tuple[str, str]]:
    """The kinds and texts of a page's blocks."""
    return [(block.kind.value, block.text.text) for block in build_blocks(split_lines(raw))]


def test_a_paragraph_gives_up_its_dateline_and_its_credit() -> None:
    """They say of the text where it is from; they are none of it."""
    assert blocks(f"本报讯（记者 李敏）{BODY}（王磊）\n{MORE}\n{MORE}\n")[:3] == [
        ("dateline", "本报讯（记者 李敏）"),
        ("paragraph", BODY),
        ("byline", "（王磊）"),
    ]


def test_a_paragraph_gives_up_where_it_is_continued() -> None:
    """（下转第4版） sends the reader to another page."""
    assert blocks(f"{MORE}\n{BODY}（下转第4版）\n")[1:] == [
        ("paragraph", BODY),
        ("furniture", "（下转第4版）"),
    ]


@pytest.mark.parametrize("between", ["- 12 -", "本报记者 李敏 摄", "2023年5月18日 星期四 要闻"])
def test_the_halves_of_a_paragraph_come_together(between: str) -> None:
    """A page number or a picture's credit stands in the middle of a sentence."""
    at = BODY.index("农药")
    found = blocks(f"{MORE}\n{BODY[:at]}\n{between}\n{BODY[at:]}\n{MORE}{MORE}\n")

    assert ("paragraph", BODY) in found


@pytest.mark.parametrize(
    "closing", ["2023年5月18日", "二〇二三年五月十八日", "（本文有删节）", "数据来源：市统计局"]
)
def test_what_closes_a_notice_is_no_headline(closing: str) -> None:
    """Its date, a note in brackets, the source of its figures have no stop either."""
    kinds = {text: kind for kind, text in blocks(f"停水通告\n{BODY}\n{MORE}\n{closing}\n")}

    assert kinds.get(closing) != "headline"


@settings(max_examples=60)
@given(st.text(alphabet="看深度。，（）“”12 A摄\n\n\u3000|", max_size=200))
def test_no_character_is_in_two_blocks(raw: str) -> None:
    """What is printed once is said once."""
    spans = sorted(
        (span.start, span.end)
        for block in build_blocks(split_lines(raw))
        for span in block.text.spans
    )

    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))

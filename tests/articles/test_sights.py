"""What a line looks like among its neighbours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhnews.articles.sights import (
    AGAINST,
    AGAINST_BUNDLES,
    LOOKS,
    OWN,
    OWN_BUNDLES,
    PAIRED,
    measure_setting,
    see_lines,
)
from zhnews.repair.flow import measure_fit
from zhnews.repair.lines import split_lines

COLUMN = "截至三月五日，全县\n已备足化肥一万二千\n吨，比上年同期多出\n三千吨。\n"


def looks(raw: str, name: str) -> list[str]:
    """One of the looks of each line."""
    lines = split_lines(raw)
    sights = list(see_lines(lines, measure_fit(lines), frozenset(), {}))
    return [sight.own[LOOKS.index(name)] for sight in sights]


def test_a_page_of_columns_is_wrapped_and_clean_text_is_not() -> None:
    """In a column most lines end within a sentence; in clean text none does."""
    wrapped, whole = split_lines(COLUMN * 3), split_lines("全县备足化肥一万二千吨。\n" * 6)

    assert measure_setting(wrapped, measure_fit(wrapped)).wrapped
    assert not measure_setting(whole, measure_fit(whole)).wrapped


def test_the_end_of_a_line_tells_whether_it_runs_on() -> None:
    """A comma or 的 holds what follows; a stop lets go of it."""
    assert looks("全县已备足，\n这是全县的\n化肥已备足。\n他说：\n春耕备耕\n", "end") == [
        "comma",
        "held",
        "stop",
        "colon",
        "bare",
    ]


def test_a_bracket_left_open_is_seen_and_so_is_its_end() -> None:
    """（下转第 asks for 4版）, whatever stands between."""
    raw = "食堂负责人说。（下转第\n4版）\n"

    assert looks(raw, "open") == ["open", "whole"]
    assert looks(raw, "closes") == ["whole", "closes"]


def test_numbered_headings_and_speakers_show_how_they_begin() -> None:
    """一、 and 2.1 number a heading; 答： answers."""
    raw = "一、问题的提出\n2.1 数据来源\n答：手稳。\n——对话站长\n2023年5月18日\n"

    assert looks(raw, "start") == ["number", "number", "talk", "dash", "date"]


@given(st.text(alphabet="看深度。，（）“”12 A\n\n", max_size=120))
def test_every_line_of_any_page_has_all_its_looks(raw: str) -> None:
    """Weights are looked up by place: no look may be missing."""
    lines = split_lines(raw)
    sights = list(see_lines(lines, measure_fit(lines), frozenset(), {}))

    assert [len(sight.own) for sight in sights] == [len(LOOKS)] * len(lines)
    assert [len(sight.against) for sight in sights[1:]] == [len(PAIRED)] * (
        len(lines) - 1 if lines else 0
    )


def test_the_bundles_hold_every_group_of_looks() -> None:
    """A group in no bundle would weigh nothing."""
    for groups, bundles in ((OWN, OWN_BUNDLES), (AGAINST, AGAINST_BUNDLES)):
        for group in groups:
            assert any(set(group) <= set(bundle) for bundle in bundles), group

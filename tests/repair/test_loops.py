"""What a recognition model says over and over."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from zhnews import read_page
from zhnews.repair import repair_text

PARAGRAPH = (
    "市教育局同时公布，今年义务教育阶段招生报名时间为6月20日至26日，报名全部在网上进行，"
    "家长无需到校排队。"
)


def test_a_paragraph_said_twice_is_no_caption() -> None:
    """A paper draws a headline twice, or a caption, but no whole paragraph."""
    page = read_page(
        "# 六所新校秋季投用\n\n今年秋季学期，我市将有6所新建学校投入使用。\n\n"
        f"{PARAGRAPH}\n\n{PARAGRAPH}\n"
    )
    (article,) = page.articles

    assert [paragraph.text for paragraph in article.paragraphs][1:] == [PARAGRAPH]


def test_lines_said_in_turn_are_kept_once() -> None:
    """The model wrote the question and its answer again and again."""
    talk = "记者：水质这些年变化大吗？\n答：很大。\n"

    assert repair_text(talk * 6).text == talk.strip()


def test_a_refrain_stays() -> None:
    """A song says its lines again; no song says two lines four times in a row."""
    song = "归来吧，归来哟，\n浪迹天涯的游子。\n"

    assert len(repair_text(song * 2).lines) == 4


def test_rows_of_a_table_stay() -> None:
    """Equal rows are so many rows."""
    rows = "\n".join(["| 合格产品 | 合格产品 | 合格产品 |"] * 6)

    assert repair_text(rows).text == rows


@given(st.text("的水，。\n", max_size=400), st.integers(1, 60))
@settings(max_examples=60, deadline=None)
def test_repairing_twice_is_repairing_once(part: str, times: int) -> None:
    """What is left of a loop is none."""
    once = repair_text(part * times).text

    assert repair_text(once).text == once

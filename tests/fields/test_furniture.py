"""Which lines belong to the page?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fields.cases import rows
from zhnews.fields.furniture import read_furniture, split_jumps


@pytest.mark.parametrize("row", rows("furniture"))
def test_furniture_is_told_from_text(row: dict[str, Any]) -> None:
    """Folios, editors, hotlines and jump lines are; a credit and a headline are not."""
    assert read_furniture(row["text"]) == row["kind"]


@pytest.mark.parametrize(
    ("text", "rest", "jumps"),
    [
        ("（上接第1版）今年以来，产量增长。", "今年以来，产量增长。", ["（上接第1版）"]),
        ("产量增长。（下转第4版）", "产量增长。", ["（下转第4版）"]),
        ("產量增長。（下轉A4版）", "產量增長。", ["（下轉A4版）"]),
        ("产量增长。【下转第四版】", "产量增长。", ["【下转第四版】"]),
        ("产量增长。（完）", "产量增长。（完）", []),
        ("车转第4圈。", "车转第4圈。", []),
    ],
)
def test_a_jump_line_leaves_its_paragraph(text: str, rest: str, jumps: list[str]) -> None:
    """The bracket sends the reader to another page; it is no sentence."""
    kept, taken = split_jumps(text)

    assert kept.text == rest
    assert [jump.text for jump in taken] == jumps


@given(st.text(max_size=80))
def test_any_line_may_be_asked_about(text: str) -> None:
    """Not knowing is an answer: nothing is raised."""
    assert read_furniture(text) is None or isinstance(read_furniture(text), str)

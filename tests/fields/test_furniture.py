"""Which lines belong to the page?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fields.cases import rows
from zhnews.fields.furniture import read_furniture


@pytest.mark.parametrize("row", rows("furniture"))
def test_furniture_is_told_from_text(row: dict[str, Any]) -> None:
    """Folios, editors, hotlines and jump lines are; a credit and a headline are not."""
    assert read_furniture(row["text"]) == row["kind"]


@given(st.text(max_size=80))
def test_any_line_may_be_asked_about(text: str) -> None:
    """Not knowing is an answer: nothing is raised."""
    assert read_furniture(text) is None or isinstance(read_furniture(text), str)

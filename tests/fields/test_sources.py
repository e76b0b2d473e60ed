"""Which lines state the outlet that a piece is taken from?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fields.cases import rows
from zhnews import STANDARD
from zhnews.fields.sources import read_source


@pytest.mark.parametrize("row", rows("sources"))
def test_a_source_line_states_an_outlet(row: dict[str, Any]) -> None:
    """经济参考报 2022-11-22 is one; the day under an announcement is none."""
    source = read_source(row["text"])
    outlet = source.outlet.text if source else None

    assert (outlet, source.date if source else None) == (row["outlet"], row["date"])


@given(st.text(alphabet="来源：新华网报《》0123456789-年月日 （）据转自", max_size=40))
def test_the_outlet_stands_in_the_line(text: str) -> None:
    """Nothing is made up: the outlet is a slice of the line."""
    source = read_source(text)

    assert source is None or source.outlet.text in text


def test_a_site_may_label_its_sources_otherwise() -> None:
    """The label is a row of a table; a caller can add one."""
    mine = STANDARD.adding("source_words", [("稿件出自", "label")])

    source = read_source("稿件出自：新华网", vocabulary=mine)

    assert source is not None
    assert source.outlet.text == "新华网"

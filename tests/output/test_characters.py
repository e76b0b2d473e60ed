"""What reaches a terminal or a file is text and nothing else."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from zhnews.output import printable


@given(st.text(alphabet=st.characters(codec=None)))
def test_printable_text_encodes_and_holds_no_control(text: str) -> None:
    """A page cannot move the cursor, colour the screen or turn the line round."""
    shown = printable(text)

    shown.encode("utf-8")
    assert not [mark for mark in shown if unicodedata.category(mark) == "Cc" and mark not in "\t\n"]


@given(st.text(alphabet="春耕　备 耕\n\t，。1a"))
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    """Press text holds nothing that would have to go."""
    assert printable(text) == text

"""Names printed without a space, and lines that only look like some."""

from __future__ import annotations

import pytest

from zhnews.fields.credits import looks_like_name, read_credit_line


@pytest.mark.parametrize("line", ["杜怀远著", "杜怀远 著", "杜 怀 远 著"])
def test_the_author_of_a_serial_is_named_without_what_he_did(line: str) -> None:
    """著 says that the book is his, with and without the space that letter-spacing takes."""
    credit = read_credit_line(line)
    assert credit is not None
    assert [(one.name.text, one.role) for one in credit.credits] == [("杜怀远", "author")]


@pytest.mark.parametrize("line", ["水库放鱼百万尾", "小贴士", "小知识"])
def test_what_only_begins_like_a_name_is_a_title(line: str) -> None:
    """Nobody is called so: a headline about fish, and what is printed over a box."""
    assert not looks_like_name(line)

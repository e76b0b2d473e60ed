"""What is on the page? How the way in answers what it cannot take."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from zhnews.page import read_page


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("春耕".encode(), r"not bytes: decode first"),
        (Path("page.txt"), r"read it first, for example raw\.read_text"),
        (None, "not NoneType"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(raw: Any, told: str) -> None:
    """A heuristic never raises; a caller's mistake is told at once."""
    with pytest.raises(TypeError, match=told):
        read_page(raw)


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ({"vocabulary": {"agencies": ["泽川社"]}}, r"made by its adding\(\), not \{'agencies'"),
        ({"rules": ["doubled glyphs"]}, r"those in zhnews\.RULES, not 'doubled glyphs'"),
    ],
)
def test_an_option_of_another_type_is_refused_with_what_would_do(
    option: dict[str, Any], told: str
) -> None:
    """The names of rules, and tables as lists, are what one would try first."""
    with pytest.raises(TypeError, match=told):
        read_page("春耕备耕\n", **option)


def test_a_text_without_print_is_an_empty_page() -> None:
    """There is nothing on it, and nothing is wrong with it."""
    page = read_page(" \n\u3000\n")

    assert (page.articles, page.furniture, page.contents, page.dropped) == ((), (), (), ())

"""Where does it stand? Text with its place, used as people use text."""

from __future__ import annotations

import pytest

from zhnews.excerpt import Excerpt, Span

LINE = Excerpt.of("春耕备耕", 3)


def test_an_excerpt_is_searched_and_printed_as_its_text() -> None:
    """What a headline says is asked for most often."""
    assert "备耕" in LINE
    assert "秋收" not in LINE
    assert f"{LINE:>6}|" == "  春耕备耕|"


def test_each_character_of_an_excerpt_knows_its_place() -> None:
    """Half a text is still one that can be shown on the page."""
    assert [(one.text, one.start) for one in LINE] == list(
        zip("春耕备耕", (3, 4, 5, 6), strict=True)
    )
    assert LINE[-1] == Excerpt("耕", (Span(6, 7),))


def test_there_is_no_character_behind_the_last() -> None:
    """An excerpt ends where its text does."""
    with pytest.raises(IndexError):
        LINE[4]


def test_a_string_has_no_place_and_joins_no_excerpt() -> None:
    """What is put together would stand nowhere on the page."""
    with pytest.raises(TypeError, match="'Excerpt' and 'str'"):
        LINE + "报"  # type: ignore[operator]  # what the test is about

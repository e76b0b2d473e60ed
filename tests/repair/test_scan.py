"""What is looked for first, and where nothing is looked for again, hides nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import zhnews.repair
from strategies import damaged, press_lines, press_text
from zhnews.repair import RULES, repair_lines, split_lines
from zhnews.repair.scan import Gathered, lines_with

PAGES = Path(__file__).parents[1] / "pages"
RAW = [path.read_text("utf-8") for path in sorted((PAGES / "given").glob("*.txt"))]

#: The id of no text: with it, every line of a page is asked for every sign.
NONE = frozenset({-1})


@given(st.one_of(press_text(), press_lines(), damaged()))
@settings(max_examples=60)
def test_a_rule_finds_on_the_page_what_it_finds_line_by_line(raw: str) -> None:
    """Literals and first characters only save the look at the other lines."""
    lines = split_lines(raw)

    for rule in RULES:
        at_once = rule.keep(Gathered(lines))
        one_by_one = rule.keep(Gathered.of(lines, NONE))
        assert at_once == one_by_one, rule.name
        lines = tuple(at_once)


@pytest.mark.parametrize("raw", RAW)
def test_a_second_look_at_all_lines_finds_no_more(
    raw: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What every rule has left alone it leaves alone again."""
    few = repair_lines(split_lines(raw))
    monkeypatch.setattr(zhnews.repair, "_left_alone", lambda before, after: frozenset())

    assert repair_lines(split_lines(raw)) == few


@given(damaged())
@settings(max_examples=60)
def test_so_it_is_on_pages_of_any_kind(raw: str) -> None:
    """The same, on pages that are made and damaged."""
    with pytest.MonkeyPatch.context() as patch:
        few = repair_lines(split_lines(raw))
        patch.setattr(zhnews.repair, "_left_alone", lambda before, after: frozenset())
        assert repair_lines(split_lines(raw)) == few


@given(press_lines(), st.lists(st.sampled_from("本记，。*<《 "), max_size=3))
@settings(max_examples=60)
def test_lines_that_hold_a_string_are_found(raw: str, literals: list[str]) -> None:
    """Each of them, and no other."""
    lines = split_lines(raw)

    assert lines_with(literals, lines) == [
        i for i, line in enumerate(lines) if any(one in line.text.text for one in literals)
    ]

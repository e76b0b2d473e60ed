"""What holds for every rule, and the page of the reference that is made from them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules_page import PAGE, rules_page
from strategies import damaged, paragraphs, press_text
from zhnews.repair import RULES, Repaired, repair_text, split_lines
from zhnews.repair.rules import Rule
from zhnews.repair.scan import on_lines_with

PAGES = Path(__file__).parents[1] / "pages"
RAW = sorted((PAGES / "given").glob("*.txt"))
GOLD = sorted((PAGES / "gold").glob("*.json"))


def kept_places(page: Repaired) -> list[int]:
    """The places of the raw text that the lines hold, in order of the lines."""
    return [
        place
        for line in page.lines
        for span in line.text.spans
        for place in range(span.start, span.end)
    ]


def test_names_of_rules_are_unique() -> None:
    """What was dropped is booked under a name: it must say which rule it was."""
    names = [rule.name for rule in RULES]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_repairs_and_what_it_costs(rule: Rule) -> None:
    """A user chooses among the rules by these two sentences."""
    assert rule.artifact.endswith((".", "。"))
    assert rule.cost.endswith((".", "。"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_gives_back_what_it_has_nothing_to_say_on(rule: Rule) -> None:
    """The very tuple: that is how the caller sees, at no cost, that nothing happened."""
    lines = split_lines("新华社北京3月5日电（记者 李敏）全县已备足化肥1.2万吨。\n\n　　春耕备耕\n")

    assert rule.keep(lines) is lines


def test_the_reference_page_is_up_to_date() -> None:
    """It is made from the rules: run tests/rules_page.py after changing one."""
    assert PAGE.read_text("utf-8") == rules_page()


@given(damaged() | press_text())
@settings(max_examples=60)
def test_repair_only_selects(raw: str) -> None:
    """Each character kept is the raw one at its place, or its one-to-one counterpart."""
    page = repair_text(raw)
    changed = {change.place: change.after for change in page.changes}

    for line in page.lines:
        places = [place for span in line.text.spans for place in range(span.start, span.end)]
        assert line.text.text == "".join(changed.get(place, raw[place]) for place in places)


@given(damaged() | press_text())
@settings(max_examples=60)
def test_no_two_lines_end_at_one_break(raw: str) -> None:
    """A space that a line break or a blank stands for can be taken from it once."""
    ends = [line.end for line in repair_text(raw).lines if line.end >= 0]

    assert len(set(ends)) == len(ends)


@given(damaged() | press_text())
@settings(max_examples=60)
def test_every_printed_character_is_kept_once_or_dropped_once(raw: str) -> None:
    """Nothing gets lost on the way, and nothing is there twice."""
    page = repair_text(raw)
    kept = kept_places(page)
    dropped = [i for drop in page.dropped for i in range(drop.span.start, drop.span.end)]
    both = kept + dropped

    assert len(set(both)) == len(both)
    assert {i for i, character in enumerate(raw) if not character.isspace()} <= set(both)


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_repairing_a_page_twice_is_repairing_it_once(path: Path) -> None:
    """A repaired page shows no artifact; so nothing more is taken from it."""
    text = repair_text(path.read_bytes().decode("utf-8")).text

    assert repair_text(text).text == text


def test_the_gold_s_paragraphs_come_back_as_they_are() -> None:
    """What editors read off all pages is clean: nothing is dropped or changed in it."""
    golds = [json.loads(path.read_text("utf-8")) for path in GOLD]
    texts = [text for gold in golds for one in gold["articles"] for text in one["paragraphs"]]
    page = repair_text("\n".join(dict.fromkeys(texts)))

    assert sum(len(drop.span) for drop in page.dropped) * 100_000 < len(page.raw)
    assert len(page.changes) * 100_000 < len(page.raw)


@given(st.lists(paragraphs(), min_size=1, max_size=6))
@settings(max_examples=60)
def test_running_text_comes_back_as_it_was(texts: list[str]) -> None:
    """Clean paragraphs, one a line: repair is silent."""
    raw = "\n".join(dict.fromkeys(texts))

    page = repair_text(raw)

    assert not page.dropped
    assert not page.changes


def test_a_rule_of_ones_own_stands_beside_the_others() -> None:
    """Rules are values in a tuple: a user adds one without registering it."""
    own = Rule(
        "draft mark",
        on_lines_with(re.compile("^稿：", re.MULTILINE), "draft mark", lambda text: text[2:]),
        "稿： at the head of a line.",
        "None known.",
    )

    page = repair_text("稿：社论", rules=(*RULES, own))

    assert page.text == "社论"
    assert page.dropped[0].reason == "draft mark"

"""Lines as extractors leave them, and as they were printed: text in, text out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zhnews.repair import repair_text

CASES = Path(__file__).parents[1] / "cases" / "repair.jsonl"
ROWS: list[dict[str, str]] = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]


def rows(*sorts: str) -> list[object]:
    """The rows of some sorts as parameters, named by their rule and their text."""
    return [
        pytest.param(row["raw"], row["text"], id=f"{row['rule']}: {row['raw'][:24]!r}")
        for row in ROWS
        if row["sort"] in sorts
    ]


@pytest.mark.parametrize(("raw", "text"), rows("found", "made"))
def test_what_the_extractor_did_is_undone(raw: str, text: str) -> None:
    """A reader of the page sees the line once, without marks and layout spaces."""
    assert repair_text(raw).text == text


@pytest.mark.parametrize(("raw", "text"), rows("left"))
def test_what_only_looks_like_an_artifact_is_left_alone(raw: str, text: str) -> None:
    """The paper printed it so: reduplicated words, equal cells, calls, names."""
    assert raw == text
    assert repair_text(raw).text == text


@pytest.mark.xfail(strict=True, reason="the cost that the rule states")
@pytest.mark.parametrize(("raw", "text"), rows("known"))
def test_what_the_rules_cost(raw: str, text: str) -> None:
    """These are read wrongly today: a change that mends one moves its row."""
    assert repair_text(raw).text == text


@pytest.mark.parametrize(("raw", "text"), rows("found", "made", "left"))
def test_repairing_twice_is_repairing_once(raw: str, text: str) -> None:
    """What was repaired shows no artifact."""
    assert repair_text(text).text == text or "\n\n" in raw


def test_rows_are_in_order_and_none_is_twice() -> None:
    """A row that stands twice would count one claim as two."""
    raws = [row["raw"] for row in ROWS]

    assert len(set(raws)) == len(raws)
    assert {row["sort"] for row in ROWS} <= {"found", "made", "left", "known"}

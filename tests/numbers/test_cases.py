"""The sentences of tests/cases: every item is found, and nothing else."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cases import score_numbers
from zhnews.numbers import find_numbers

CASES = Path(__file__).parents[1] / "cases"


def rows(name: str) -> list[Any]:
    """Each row under its id."""
    lines = (CASES / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [pytest.param(row, id=row["id"]) for row in map(json.loads, lines)]


@pytest.mark.parametrize("case", rows("news") + rows("traps"))
def test_a_sentence_counts_what_its_reader_counts(case: dict[str, Any]) -> None:
    """The sentences stand in print; what they count was read by hand."""
    issued = date.fromisoformat(case["anchor"]) if case["anchor"] else None

    given = [found.to_dict() for found in find_numbers(case["text"], issued=issued)]

    assert score_numbers.faults(case["text"], given) is None
    verdict = score_numbers.judge(case, given)
    assert not verdict.extra
    assert all(match is not None for _, match in verdict.pairs)


@pytest.mark.parametrize("case", rows("figures"))
def test_a_made_up_sentence_counts_what_its_reader_counts(case: dict[str, Any]) -> None:
    """The sentences are in the manner of the press; they were read before they were run."""
    test_a_sentence_counts_what_its_reader_counts(case)

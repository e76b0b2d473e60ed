"""One form for every number, and no other change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zhnews.numbers import normalize_numbers

TRAPS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "traps.jsonl")
    .read_text("utf-8")
    .splitlines()
]


@pytest.mark.parametrize(
    "text", [pytest.param(row["text"], id=row["id"]) for row in TRAPS if not row["expected"]]
)
def test_what_counts_nothing_is_left_as_it_was(text: str) -> None:
    """千方百计 is no sum."""
    assert normalize_numbers(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("约三百人", "约300人"),
        ("百分之十二点五", "12.5%"),
        ("贰拾捌万伍仟元", "285000元"),
        ("百分之二十至百分之四十", "20%~40%"),
        ("20至40%", "20%~40%"),
        ("二百三十三，五百七十七", "二百三十三，五百七十七"),
    ],
)
def test_a_number_takes_its_form_where_it_stays_the_same(text: str, written: str) -> None:
    """Two figures that would grow into one stay in characters."""
    assert normalize_numbers(text) == written

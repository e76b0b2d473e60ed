"""The rows of tests/cases, as parameters: text in, what a reader reads off out.

A row of the sort "known" is a known failure: it must fail, so that nobody
forgets to move it once it is right.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from zhnews.fields.credits import Credit

CASES = Path(__file__).parents[1] / "cases"


def rows(name: str) -> list[Any]:
    """The rows of one file; each is named by its text."""
    lines = (CASES / f"{name}.jsonl").read_text("utf-8").splitlines()
    parameters = []
    for row in map(json.loads, lines):
        marks = [pytest.mark.xfail(strict=True)] if row["sort"] == "known" else []
        parameters.append(pytest.param(row, id=row["text"], marks=marks))
    return parameters


def plain(found: tuple[Credit, ...]) -> list[list[str | None]]:
    """Credits as the rows write them: name, role, organization."""
    return [
        [credit.name.text, credit.role, credit.organization.text if credit.organization else None]
        for credit in found
    ]

"""Which lines could be names?"""

from __future__ import annotations

from typing import Any

import pytest

from fields.cases import rows
from zhnews.fields.names import looks_like_name, names_between
from zhnews.vocab import STANDARD


@pytest.mark.parametrize("row", rows("names"))
def test_a_name_alone_is_told_from_a_word(row: dict[str, Any]) -> None:
    """A surname with one or two characters may be a name; a common word is none."""
    assert looks_like_name(row["text"]) is row["name"]


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("耿星河路小满", ["耿星河", "路小满"]),
        ("沙鸥蓝田玉", ["沙鸥", "蓝田玉"]),
        ("楚天舒段小舟", ["楚天舒", "段小舟"]),
        ("欧阳明月李敏", ["欧阳明月", "李敏"]),
        ("李敏王建国赵文博", ["李敏", "王建国", "赵文博"]),
    ],
)
def test_a_run_of_names_is_cut_at_surnames(run: str, names: list[str]) -> None:
    """Print without spaces leaves names side by side."""
    found = names_between(run, 0, len(run), STANDARD, job="glued")

    assert found is not None
    assert ["".join(run[a:b] for a, b in name) for name in found] == names

"""The page of the API names all that ``import zhnews`` gives."""

from __future__ import annotations

from pathlib import Path

import zhnews

PAGE = Path(__file__).parents[2] / "docs/reference/api.md"


def test_every_public_name_stands_in_the_reference() -> None:
    """Who meets a name in an example looks for it there."""
    lines = PAGE.read_text("utf-8").splitlines()
    named = {line.rpartition(".")[2] for line in lines if line.startswith("::: ")}

    assert set(zhnews.__all__) - named == {"RULES", "STANDARD"}  # values, told at the top

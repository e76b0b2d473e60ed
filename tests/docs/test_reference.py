"""The pages that are made from the code say what the code says."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MADE = runpy.run_path(str(ROOT / ".ci/reference.py"))


@pytest.mark.parametrize("page", sorted(MADE["PAGES"]))
def test_a_page_of_the_reference_is_up_to_date(page: str) -> None:
    """Run ``python .ci/reference.py`` after changing a table or an option."""
    written = (ROOT / "docs/reference" / page).read_text("utf-8")

    # (where lines are broken is click's affair)
    assert written.split() == MADE["PAGES"][page]().split()

"""What the pages show of the command is what the command says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = "docs/tutorial/page.txt"
SUMMARY = re.compile(r"^zhnews: 1 document.*\nzhnews: dropped.*\n", re.MULTILINE)


@pytest.mark.parametrize("shown", ["tutorial/first-page.md", "how-to/audit.md"])
def test_the_summary_of_the_tutorial_page_is_as_shown(shown: str) -> None:
    """Who follows the tutorial should see what it shows."""
    command = [sys.executable, "-m", "zhnews.cli", "parse", PAGE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=120)
    text = (ROOT / "docs" / shown).read_text("utf-8")

    assert SUMMARY.findall(text) == [done.stderr.decode()]

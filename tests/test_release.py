"""What is released agrees with itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import zhnews

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")

#: The pages that people meet outside the docs site, where nothing checks their links.
PAGES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "seeds/README.md"]


@pytest.mark.parametrize("page", PAGES)
def test_links_between_files_lead_somewhere(page: str) -> None:
    """A newcomer who follows one finds what it promises."""
    text = (ROOT / page).read_text("utf-8")
    targets = [target for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]

    assert [
        one for one in targets if not (ROOT / page).parent.joinpath(one.split("#")[0]).exists()
    ] == []


def test_the_readme_has_two_commands() -> None:
    """One reads the seeds, one runs the tests; `.ci/run` runs both as they are written."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)

    assert ["zhnews parse" in blocks[0], "pytest" in blocks[1]] == [True, True]
    assert [block.count("\n") for block in blocks] == [1, 1]


def test_the_version_is_the_same_everywhere() -> None:
    """A citation names the version that was used."""
    citation = (ROOT / "CITATION.cff").read_text("utf-8")

    assert f"\nversion: {zhnews.__version__}\n" in citation


def test_every_example_of_the_docs_can_be_run() -> None:
    """A fence that holds a prompt is marked as one, so that nothing is left untested."""
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        fences = re.findall(
            r"^```(\w*)\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE
        )
        assert not [kind for kind, body in fences if body.startswith(">>>") and kind != "pycon"], (
            page
        )

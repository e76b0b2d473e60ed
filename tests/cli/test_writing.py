"""Output is whole, inside its folder, or not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhnews.cli.documents import Document
from zhnews.cli.jobs import ParseJob, Reader
from zhnews.cli.writing import part_of, place_in, write_whole


@given(st.text(alphabet="ab./\\春", min_size=1, max_size=12))
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    """A document called ../x is refused, whatever else it is called."""
    folder = Path("out")
    try:
        target = place_in(folder, name, ".json")
    except ValueError:
        return

    assert Path(os.path.normpath(target)).is_relative_to(folder)
    assert ".." not in target.parts


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    """The old file is better than half of the new one."""
    target = tmp_path / "a.json"
    write_whole(target, b"old", run=1)
    with pytest.raises(TypeError):
        write_whole(target, "new", run=1)  # type: ignore[arg-type]

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """Somebody's link in the output folder does not lead the output elsewhere."""
    outside = tmp_path / "precious"
    outside.write_bytes(b"kept")
    target = tmp_path / "out/a.json"
    target.parent.mkdir()
    target.symlink_to(outside)
    write_whole(target, b"new", run=1)

    assert outside.read_bytes() == b"kept"
    assert target.read_bytes() == b"new"


def test_what_a_lost_process_left_is_taken_away(tmp_path: Path) -> None:
    """Its unfinished file goes; other runs' are left alone."""
    document = Document(Path("a.txt"), "a")
    left = part_of(tmp_path / "a.json", run=1)
    other = part_of(tmp_path / "a.json", run=2)
    left.touch()
    other.touch()
    ParseJob(Reader(), "json", tmp_path, run=1).clean_up(document)

    assert list(tmp_path.iterdir()) == [other]

"""How does output reach its place? Whole, inside the folder, or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

__all__ = ["open_output", "part_of", "place_in", "write_whole"]

#: File systems take names of up to 255 bytes; this leaves room for a suffix.
_LONGEST_NAME = 200


def place_in(folder: Path, name: str, suffix: str) -> Path:
    """The file in a folder that a document's output goes to.

    Raises:
        ValueError: It would lie outside the folder.

    >>> place_in(Path("out"), "2021/page", ".json").as_posix()
    'out/2021/page.json'
    """
    parts = Path(name).parts
    if not parts or Path(name).is_absolute() or ".." in parts:
        msg = f"{name!r} would lie outside {folder}"
        raise ValueError(msg)
    return folder.joinpath(*parts[:-1], parts[-1] + suffix)


def write_whole(path: Path, data: bytes, run: int) -> None:
    """Write a file so that it is there whole or not at all.

    Args:
        path: Where it goes; folders are made.
        data: All of it.
        run: A number that no other run has that writes there now.
    """
    with _replacing(path, run) as file:
        file.write(data)


@contextlib.contextmanager
def open_output(path: Path | None) -> Iterator[BinaryIO]:
    """A file that appears when all of it is written; standard output for None."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with _replacing(path, os.getpid()) as file:
        yield file


def part_of(path: Path, run: int) -> Path:
    """Where a file is written before it takes its place."""
    name = os.fsdecode(os.fsencode(path.name)[:_LONGEST_NAME])
    return path.with_name(f".{name}.{run}.part")


@contextlib.contextmanager
def _replacing(path: Path, run: int) -> Iterator[BinaryIO]:
    if path.exists() and not path.is_file():  # /dev/null, a FIFO: written as they are
        with path.open("wb") as file:
            yield file
        return
    part = part_of(path, run)
    path.parent.mkdir(parents=True, exist_ok=True)
    part.unlink(missing_ok=True)  # of a run that was killed
    try:
        with part.open("xb") as file:
            yield file
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise

"""Which documents are meant? Files, folders and ``-`` as documents with names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from attrs import frozen

__all__ = ["Document", "NamesClash", "find_documents"]


@frozen
class Document:
    """One text to read.

    Attributes:
        path: The file; None for standard input.
        name: What its output is called, without suffix: the file's stem, and
            before it the folders below the one that was named.
    """

    path: Path | None
    name: str

    @property
    def label(self) -> str:
        """What the document is called in messages: the path as it was given."""
        return "-" if self.path is None else str(self.path)

    @property
    def doc(self) -> str:
        """What it is called in the output: its file, below the folder that was named.

        >>> Document(Path("archive/2021/page.txt"), "2021/page").doc
        '2021/page.txt'
        """
        return "-" if self.path is None else Path(self.name).with_name(self.path.name).as_posix()


class NamesClash(ValueError):  # noqa: N818 (what it is, not that it is an error)
    """Two documents whose outputs would have one name."""


def find_documents(
    inputs: Iterable[str], pattern: str = "*.txt", *, unique: bool = False
) -> list[Document]:
    """The documents that the arguments name, in order, each once.

    Folders are searched to the bottom for files that match ``pattern``; links
    to folders are not followed, so that a loop of links has an end.

    Args:
        inputs: Paths, or ``-``.
        pattern: Which files of a folder are meant.
        unique: Whether their names must differ, as those of files to write.

    Raises:
        NamesClash: Two outputs would have one name.
    """
    found: dict[Path | None, Document] = {}
    for given in inputs:
        for document in _documents_at(given, pattern):
            found.setdefault(document.path, document)
    names: dict[str, Document] = {}
    for document in found.values() if unique else ():
        other = names.setdefault(document.name, document)
        if other is not document:
            msg = f"{other.label} and {document.label} would both be written as {document.name}"
            raise NamesClash(msg)
    return list(found.values())


def _documents_at(given: str, pattern: str) -> Iterator[Document]:
    if given == "-":
        yield Document(None, "stdin")
        return
    path = Path(given)
    if not path.is_dir():
        yield Document(path, path.stem or "document")
        return
    for folder, folders, files in os.walk(path):
        folders.sort()
        for file in sorted(files):
            if fnmatch(file, pattern) and Path(folder, file).is_file():
                below = Path(folder, file).relative_to(path)
                yield Document(Path(folder, file), str(below.with_name(below.stem)))

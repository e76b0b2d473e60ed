"""What is done to one document? Read, parsed, written; and what came of it."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from attrs import field, frozen

from zhnews.cli.decoding import UnreadableError, decode
from zhnews.cli.documents import Document, find_documents
from zhnews.cli.forms import Form, form_named
from zhnews.cli.saying import count_dropped, say
from zhnews.cli.writing import part_of, place_in, write_whole
from zhnews.page import Page, read_page

__all__ = ["Outcome", "ParseJob", "Reader", "read_file"]


#: Errors after which no further file can be written either.
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}


@frozen
class Outcome:
    """What came of one document.

    Attributes:
        document: Which.
        problem: Why it could not be read or written, in one line; else None.
        full: Whether nothing more can be written.
        output: What is to be printed; None where a file was written.
        skipped: Whether it had been done before.
        articles: How many articles it holds.
        headless: How many of them have no headline.
        characters: How many characters that are not white space it has.
        dropped: How many characters each rule dropped.
    """

    document: Document
    problem: str | None = None
    full: bool = False
    output: str | None = None
    skipped: bool = False
    articles: int = 0
    headless: int = 0
    characters: int = 0
    dropped: dict[str, int] = field(factory=dict)


@frozen
class Reader:
    """How bytes become text.

    Attributes:
        encoding: The encoding of all input; None finds it out for each.
        errors: What to do with broken bytes: "strict" or "replace".
    """

    encoding: str | None = None
    errors: str = "strict"

    def read(self, document: Document) -> str:
        """The document's text.

        Raises:
            UnreadableError: It cannot be read, and why.
        """
        try:
            data = sys.stdin.buffer.read() if document.path is None else document.path.read_bytes()
        except (OSError, ValueError) as error:  # ValueError: NUL in a name
            reason = getattr(error, "strerror", None) or str(error)
            msg = f"cannot be read: {reason}"
            raise UnreadableError(msg) from None
        return decode(data, self.encoding, self.errors)


def read_file(file: str, reader: Reader) -> str | None:
    """The text of a file, or of ``-``; None, and a line about it, where it cannot be read."""
    document = find_documents([file])[0] if not Path(file).is_dir() else None
    try:
        if document is None:
            msg = "is a folder, not a file"
            raise UnreadableError(msg)
        return reader.read(document)
    except UnreadableError as error:
        say(f"{file}: {error}")
        return None


@frozen
class ParseJob:
    """Read a document, parse it, and write it in a form.

    Attributes:
        reader: How bytes become text.
        form: The name of the form.
        folder: Where files go; None gives the output back.
        resume: Leave out what is there and no older than its document.
        spans: Whether JSON has the places.
        spreadsheet: Whether CSV is for spreadsheets.
        colours: Whether text is for a terminal.
        run: A number that tells this run's unfinished files from another's.
        read: What is done to the text.
    """

    reader: Reader
    form: str
    folder: Path | None = None
    resume: bool = False
    spans: bool = False
    spreadsheet: bool = False
    colours: bool = False
    run: int = 0
    read: Callable[[str], Page] = read_page

    def __call__(self, document: Document) -> Outcome:
        """Do it; what goes wrong with the document is part of the outcome."""
        form = self.renderer()
        target = self._target(document)
        if self.resume and target and _is_done(target, document):
            return Outcome(document, skipped=True)
        try:
            raw = self.reader.read(document)
        except UnreadableError as error:
            return Outcome(document, problem=str(error))
        page = self.read(raw)
        output = form.render(page, document.doc)
        if target:
            data = (form.opening + output).encode("utf-8", "replace")
            try:
                write_whole(target, data, self.run)
            except OSError as error:
                problem = f"cannot write {target}: {error.strerror or error}"
                return Outcome(document, problem, full=error.errno in _FULL)
        return _outcome(document, page, None if target else output)

    def clean_up(self, document: Document) -> None:
        """Take away what a lost process left of the document's output."""
        target = self._target(document)
        if target:
            with suppress(OSError):
                part_of(target, self.run).unlink(missing_ok=True)

    def renderer(self) -> Form:
        """The form with its options."""
        return form_named(
            self.form, spans=self.spans, spreadsheet=self.spreadsheet, colours=self.colours
        )

    def _target(self, document: Document) -> Path | None:
        if self.folder is None:
            return None
        return place_in(self.folder, document.name, self.renderer().suffix)


def _outcome(document: Document, page: Page, output: str | None) -> Outcome:
    return Outcome(
        document,
        output=output,
        articles=len(page.articles),
        headless=sum(article.headline is None for article in page.articles),
        characters=sum(map(len, page.raw.split())),
        dropped=dict(count_dropped(page.dropped)),
    )


def _is_done(target: Path, document: Document) -> bool:
    try:
        done = target.stat().st_mtime
        return document.path is None or done >= document.path.stat().st_mtime
    except OSError:
        return False

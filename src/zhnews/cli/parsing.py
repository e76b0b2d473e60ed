"""How does ``zhnews parse`` go about it?"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import click

from zhnews.cli.documents import Document, NamesClash, find_documents
from zhnews.cli.forms import Form, form_for
from zhnews.cli.jobs import Outcome, ParseJob, Reader
from zhnews.cli.report import Report, with_progress
from zhnews.cli.saying import say
from zhnews.cli.writing import open_output
from zhnews.many import Failure, map_many

__all__ = ["parse_documents"]

#: The forms with room for where each text stands.
WITH_SPANS = ("json", "jsonl")


def parse_documents(  # noqa: PLR0913 (the command's options)
    *,
    inputs: tuple[str, ...],
    form: str | None,
    folder: Path | None,
    output: Path | None,
    jobs: int,
    pattern: str,
    resume: bool,
    spans: bool,
    spreadsheet: bool,
    quiet: bool,
    encoding: str | None,
    errors: str,
) -> int:
    """Parse documents and write them; the exit status."""
    form = form or form_for(output)
    _check(folder, output, form, resume=resume, spans=spans, spreadsheet=spreadsheet)
    try:
        documents = find_documents(inputs, pattern, unique=folder is not None)
    except NamesClash as error:
        raise click.UsageError(str(error)) from None
    if not documents and not quiet:
        say(f"{', '.join(inputs)}: no file matches {pattern}; --pattern takes another pattern")
    if any(document.path is None for document in documents):
        jobs = 1  # a worker process has no standard input
    job = ParseJob(
        Reader(encoding, errors),
        form,
        folder,
        resume=resume,
        spans=spans,
        spreadsheet=spreadsheet,
        colours=folder is None and output is None and for_terminal(),
        run=os.getpid(),
    )
    report = Report()
    results = map_many(job, documents, processes=jobs or os.cpu_count() or 1)
    outcomes = with_progress(_outcomes(results, documents, job), len(documents))
    if folder:
        _write_files(folder, outcomes, report)
    else:
        with open_output(output) as file:
            _write_stream(file, outcomes, job.renderer(), len(documents) != 1, report)
    if not quiet:
        for line in report.lines():
            say(line)
    return 1 if report.unread else 0


def _check(  # noqa: PLR0913 (the command's options)
    folder: Path | None,
    output: Path | None,
    form: str,
    *,
    resume: bool,
    spans: bool,
    spreadsheet: bool,
) -> None:
    """Refuse options that say nothing together, or exclude each other."""
    if folder and output:
        msg = "--output-dir and --output exclude each other"
        raise click.UsageError(msg)
    if resume and not folder:
        msg = "--resume needs --output-dir: it looks at the files there"
        raise click.UsageError(msg)
    if spans and form not in WITH_SPANS:
        msg = f"--spans needs --format {' or '.join(WITH_SPANS)}: {form} has no room for places"
        raise click.UsageError(msg)
    if spreadsheet and form != "csv":
        msg = "--spreadsheet needs --format csv"
        raise click.UsageError(msg)


def for_terminal() -> bool:
    """Whether standard output is a terminal that is to have colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _outcomes(
    results: Iterator[Outcome | Failure], documents: list[Document], job: ParseJob
) -> Iterator[Outcome]:
    """What came of each document; a lost worker's half file is taken away."""
    for result in results:
        if isinstance(result, Failure):
            document = documents[result.index]
            job.clean_up(document)
            yield Outcome(document, problem=f"cannot be parsed: {result.reason}")
        else:
            yield result


def _write_files(folder: Path, outcomes: Iterator[Outcome], report: Report) -> None:
    """Let the job write each document's file; stop where the disk is full."""
    folder.mkdir(parents=True, exist_ok=True)
    for outcome in outcomes:
        report.add(outcome)
        if outcome.full:
            break


def _write_stream(
    file: BinaryIO, outcomes: Iterator[Outcome], form: Form, several: bool, report: Report
) -> None:
    before, between, after = form.several if several else ("", "", "")
    written = 0
    file.write((before + form.opening).encode())
    for outcome in outcomes:
        report.add(outcome)
        if outcome.output is not None:
            text = (between if written else "") + outcome.output
            file.write(text.encode("utf-8", "replace"))
            written += 1
    file.write(after.encode())

"""The commands: what they take, and which functions do the work."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from zhnews import __version__
from zhnews.cli.saying import say

__all__ = ["run"]

#: What shells give for an interrupt, a closed pipe, a request to end.
INTERRUPTED, PIPE_CLOSED, TERMINATED = 130, 141, 143

#: The forms of zhnews parse; zhnews.cli.forms makes them.
FORM_NAMES = ("json", "jsonl", "text", "markdown", "csv", "jsonld")


def run(arguments: list[str] | None = None) -> int:
    """Run the command; its exit status."""
    if sys.stdout is None or sys.stdin is None:  # closed by whoever called
        say("standard input and output must be open")
        return 1
    signal.signal(signal.SIGTERM, _end)
    try:
        if "_ZHNEWS_COMPLETE" in os.environ:  # a shell asks for completions
            app.main(prog_name="zhnews")
        # (click's own main would give a closed pipe the status of bad input)
        with app.make_context(
            "zhnews", sys.argv[1:] if arguments is None else arguments
        ) as context:
            status = app.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        say("interrupted; the files that are there are whole")
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return PIPE_CLOSED
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        say(f"cannot write: {name}{error.strerror or error}")
        _silence_stdout()
        return 1
    return status if isinstance(status, int) else 0


def _silence_stdout() -> None:
    """Keep Python from complaining once more when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(*_: object) -> None:
    """End as for an interrupt, so that no unfinished file is left."""
    sys.exit(TERMINATED)


class _Commands(click.Group):
    """The commands. A file's name in the place of one is told from a misspelt one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; an error where there is none."""
        if self.get_command(ctx, args[0]) is None and Path(args[0]).exists():
            ctx.fail(f"{args[0]!r} is no command; zhnews parse {args[0]} reads it")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="zhnews %(version)s")
def app() -> None:
    """Read the raw text of Chinese newspaper pages as articles.

    \b
    Examples:
      zhnews parse page.txt
      zhnews parse --format json --output-dir out pages/
      zhnews proof page.txt -o page.html
      echo '截至3月5日，全县已备足化肥1.2万吨。' | zhnews numbers
    """


def _known_encoding(_: object, __: object, name: str | None) -> str | None:
    try:
        "a".encode(name or "utf-8")
    except (LookupError, UnicodeError):
        msg = f"there is no encoding {name!r}; Chinese text has utf-8, gb18030 or big5hkscs"
        raise click.BadParameter(msg) from None
    return name


class _OutputFile(click.Path):
    """A file to write. What ends in a slash was meant as a folder."""

    def __init__(self, *, allow_dash: bool = False) -> None:
        super().__init__(dir_okay=False, allow_dash=allow_dash, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; an error where it is that of a folder."""
        if str(value).endswith(("/", os.sep)) or Path(value).is_dir():
            known = ctx.command.params if ctx else ()
            hint = (
                "; --output-dir writes into one" if any(p.name == "folder" for p in known) else ""
            )
            self.fail(f"{str(value)!r} is a folder, not a file{hint}", param, ctx)
        return super().convert(value, param, ctx)


def input_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What every command that reads documents takes."""
    for option in (
        click.option(
            "--errors",
            type=click.Choice(["strict", "replace"]),
            default="strict",
            show_default=True,
            help="What to do with broken bytes: report the document, or read U+FFFD for them.",
        ),
        click.option(
            "--encoding",
            metavar="NAME",
            callback=_known_encoding,
            help="The encoding of the input; else found out for each file.",
        ),
    ):
        command = option(command)
    return command


@app.command()
@click.argument("inputs", nargs=-1, required=True, metavar="[FILES|FOLDERS|-]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORM_NAMES),
    help="The form of the output.  [default: what the file of --output ends in, else json]",
)
@click.option(
    "--output-dir",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write a file for each document into this folder.",
)
@click.option(
    "-o",
    "--output",
    type=_OutputFile(),
    help="Write all documents into one file.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="How many processes; 0 for one per core.",
)
@click.option(
    "--pattern",
    default="*.txt",
    show_default=True,
    help="Which files of a folder are read.",
)
@click.option("--resume", is_flag=True, help="Leave out documents whose output is up to date.")
@click.option(
    "--spans",
    is_flag=True,
    help="In JSON: add where every text stands, and what was dropped.",
)
@click.option(
    "--spreadsheet",
    is_flag=True,
    help="CSV for spreadsheets: a byte order mark, and ' before what begins like a formula.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say only what could not be read.")
@input_options
def parse(**options: Any) -> int:
    """Read pages as articles.

    Documents are files of text, folders of them (searched to the bottom), or -
    for standard input. Take the text out of a PDF first, for example with
    pdftotext, and out of a picture with a recognition model.

    The exit status is 0 when all could be read, 1 when some could not (the
    others are written), 2 for wrong usage.

    \b
    Examples:
      zhnews parse page.txt
      zhnews parse --format text page.txt | less
      zhnews parse --format jsonl -o articles.jsonl pages/
      zhnews parse --format json --output-dir out -j 4 --resume archive/
      pdftotext -layout page.pdf - | zhnews parse -
    """
    from zhnews.cli.parsing import parse_documents

    return parse_documents(**options)


@app.command()
@click.argument("files", nargs=-1, metavar="[FILES|-]...")
@click.option(
    "--issued",
    "--anchor",
    "issued",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The issue date: what 今年 and 昨日 count from.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "text"]),
    default="jsonl",
    show_default=True,
    help="A JSON array for each line, or a line for each item.",
)
@input_options
def numbers(**options: Any) -> int:
    """Find the numbers, dates and amounts in lines of text.

    Prints one JSON array for each line: of the files, one after the other, or
    of standard input, which is UTF-8 unless --encoding says otherwise.

    An item has text, start and end in the line, kind, value or low and high,
    unit, currency and approx; a date has edtf, first and last. The exit status
    is 1 when a file or a line could not be read.

    \b
    Examples:
      zhnews numbers --issued 2024-03-07 lines.txt
      echo '同比增长23.8%' | zhnews numbers --format text
    """
    from zhnews.cli.counting import number_lines

    return number_lines(**options)


@app.command("repair")
@click.argument("file", metavar="FILE|-")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The repaired text, or with it what was dropped and changed, and why.",
)
@click.option(
    "-o",
    "--output",
    type=_OutputFile(),
    help="Write into this file.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of what was dropped.")
@input_options
def repair_command(**options: Any) -> int:
    """Repair the layout artifacts of one page, and nothing else.

    \b
    Examples:
      zhnews repair page.txt > repaired.txt
      zhnews repair --format json page.txt
    """
    from zhnews.cli.single import repair_document

    return repair_document(**options)


@app.command()
@click.argument("file", metavar="FILE|-")
@click.option(
    "-o",
    "--output",
    type=_OutputFile(allow_dash=True),
    help="Where to write the proof.  [default: the file's name with .html, in the current folder]",
)
@input_options
def proof(**options: Any) -> int:
    """Show what became of every character of a page, in one HTML file.

    The raw text stands beside the articles; pointing at either side shows its
    counterpart. The file loads nothing from anywhere.

    \b
    Examples:
      zhnews proof page.txt
      zhnews proof page.txt -o page.html
    """
    from zhnews.cli.single import proof_document

    return proof_document(**options)

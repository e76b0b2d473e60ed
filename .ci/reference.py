"""Writes the pages of the reference that are made from the code itself.

    python .ci/reference.py

A test compares what stands in the pages with what this makes.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from zhnews.cli.app import app

REFERENCE = Path(__file__).parents[1] / "docs/reference"


def command_page() -> str:
    """What ``--help`` prints, for the command and each of its parts."""
    parts = ["# Command\n\nWhat `--help` prints on a wide terminal. How to use it is in"]
    parts.append(" [a page of its own](../how-to/command.md).\n")
    commands: list[tuple[str, click.Command]] = [("zhnews", app)]
    commands += [(f"zhnews {name}", app.commands[name]) for name in sorted(app.commands)]
    for name, command in commands:
        context = click.Context(command, info_name=name, terminal_width=88, **app.context_settings)
        parts.append(f"\n## {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "".join(parts)


def vocabulary_page() -> str:
    """The heads of the tables: what they hold, whose convention, what the columns are."""
    parts = [
        "# Vocabulary tables\n\nWhat the press calls things: the tables in `zhnews.vocab`, with "
        "their heads. Rows are in simplified script.\nA head says what the table holds, whose "
        "convention that is, where the rows come from, and what the columns of a row are.\n"
        "To add rows of your own, see [how to](../how-to/vocabulary.md); a table that is\n"
        "`fixed` takes none.\n"
    ]
    folder = files("zhnews.vocab")
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if not path.name.endswith(".tsv"):
            continue
        name = path.name.removesuffix(".tsv")
        lines = path.read_text("utf-8").splitlines()
        head = [line[2:] for line in lines if line.startswith("# ")]
        text = "\n".join(head).removeprefix(f"{path.name}: ")
        parts.append(f"\n## {name}\n\n```text\n{text}\n```\n")
    return "".join(parts)


PAGES = {"command.md": command_page, "vocabulary.md": vocabulary_page}

if __name__ == "__main__":
    for page, make in PAGES.items():
        (REFERENCE / page).write_text(make(), "utf-8")

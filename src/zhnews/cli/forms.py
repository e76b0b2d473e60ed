"""Which forms does the command write, and how do they follow one another?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from attrs import frozen

from zhnews.articles.blocks import Kind
from zhnews.output import (
    csv_header,
    page_to_csv,
    page_to_json,
    page_to_jsonl,
    page_to_jsonld,
    page_to_markdown,
    page_to_text,
)
from zhnews.output.csv_table import BOM
from zhnews.page import Page

__all__ = ["Form", "form_for", "form_named"]


@frozen
class Form:
    """A form of output.

    Attributes:
        render: A page, and what it is called, in this form.
        suffix: How its files end.
        opening: What stands before the first document, in a file of one too.
        several: Before, between and after several documents in one stream.
    """

    render: Callable[[Page, str], str]
    suffix: str
    opening: str = ""
    several: tuple[str, str, str] = ("", "", "")


#: How the files of each form end.
_SUFFIXES = {
    "json": ".json",
    "jsonl": ".jsonl",
    "text": ".txt",
    "markdown": ".md",
    "csv": ".csv",
    "jsonld": ".jsonld",
}

#: JSON values one after the other are no JSON: several stand in a list.
_LIST = ("[\n", ",\n", "]\n")

#: Between two documents that people read.
_DOUBLE_RULE = f"\n{'═' * 40}\n\n"

#: The looks of passages on a terminal.
_LOOKS: dict[Kind, dict[str, bool]] = {
    Kind.HEADLINE: {"bold": True},
    Kind.CROSSHEAD: {"bold": True},
    Kind.KICKER: {"dim": True},
    Kind.BYLINE: {"dim": True},
    Kind.CAPTION: {"italic": True},
}


def form_for(output: Path | None) -> str:
    """The form that a file of this name is taken to be of: JSON where its ending tells none.

    >>> form_for(Path("articles.csv")), form_for(Path("articles")), form_for(None)
    ('csv', 'json', 'json')
    """
    suffix = output.suffix.lower() if output else ""
    return next((name for name, ending in _SUFFIXES.items() if ending == suffix), "json")


def form_named(
    name: str, *, spans: bool = False, spreadsheet: bool = False, colours: bool = False
) -> Form:
    """The form of a name.

    Args:
        name: One of those that the help lists.
        spans: JSON with the places of every text.
        spreadsheet: CSV for spreadsheets: with a byte order mark, and with no
            cell that begins like a formula.
        colours: Text with the looks of a terminal.
    """
    suffix = _SUFFIXES.get(name, "")
    match name:
        case "json":
            return Form(
                lambda page, doc: page_to_json(page, document=doc, spans=spans),
                suffix,
                several=_LIST,
            )
        case "jsonl":
            return Form(lambda page, doc: page_to_jsonl(page, document=doc, spans=spans), suffix)
        case "text":
            style = _style if colours else None
            return Form(
                lambda page, _: page_to_text(page, style=style),
                suffix,
                several=("", _DOUBLE_RULE, ""),
            )
        case "markdown":
            return Form(
                lambda page, doc: page_to_markdown(page, document=doc),
                suffix,
                several=("", "\n", ""),
            )
        case "csv":
            return Form(
                lambda page, doc: page_to_csv(page, document=doc, safe=spreadsheet, header=False),
                suffix,
                opening=(BOM if spreadsheet else "") + csv_header(),
            )
        case "jsonld":
            return Form(lambda page, _: page_to_jsonld(page), suffix, several=_LIST)
    msg = f"there is no form {name!r}"
    raise ValueError(msg)


def _style(text: str, kind: Kind) -> str:
    return click.style(text, **_LOOKS[kind]) if kind in _LOOKS else text

"""Which forms does the command write, and how do they follow one another?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from attrs import frozen

from zhnews.output import page_to_json, page_to_jsonl, page_to_text
from zhnews.page import Page

__all__ = ["FORMS", "Form", "forms"]


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


def _json(page: Page, name: str, *, spans: bool) -> str:
    return page_to_json(page, document=name, spans=spans)


def _jsonl(page: Page, name: str, *, spans: bool) -> str:
    return page_to_jsonl(page, document=name, spans=spans)


def _text(page: Page, _name: str) -> str:
    return page_to_text(page)


def forms(*, spans: bool = False) -> dict[str, Form]:
    """The forms by name."""
    return {
        "json": Form(partial(_json, spans=spans), ".json", several=("[\n", ",\n", "]\n")),
        "jsonl": Form(partial(_jsonl, spans=spans), ".jsonl"),
        "text": Form(_text, ".txt", several=("", f"\n{'═' * 40}\n\n", "")),
    }


#: The names, in the order in which the help lists them.
FORMS = tuple(forms())

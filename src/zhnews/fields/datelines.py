"""From whom, where and when? The 电头 that opens a report."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.bylines import Credit
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["Dateline", "read_dateline", "split_dateline"]


@frozen
class Dateline:
    """The 电头: agency, place and day before the first sentence of a report.

    Attributes:
        text: As printed, without enclosing brackets and without the bracket
            with the reporters: 新华社北京3月5日电.
        agency: 新华社, 本报; None where only a reporter stands there.
        place: 北京; else None.
        date: The day as ISO 8601, where it is printed in full or the issue
            date is known; else None.
        credits: The reporters printed with it.
    """

    text: Excerpt
    agency: Excerpt | None
    place: Excerpt | None
    date: str | None
    credits: tuple[Credit, ...]


def split_dateline(
    text: str | Excerpt, *, issued: date | None = None, vocabulary: Vocabulary = STANDARD
) -> tuple[Dateline | None, Excerpt]:
    """The dateline that opens a paragraph, and the paragraph after it."""
    return None, text_of(text)


def read_dateline(
    text: str | Excerpt, *, issued: date | None = None, vocabulary: Vocabulary = STANDARD
) -> Dateline | None:
    """The dateline that opens a text; None where none does."""
    return split_dateline(text, issued=issued, vocabulary=vocabulary)[0]

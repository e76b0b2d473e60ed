"""Which paper, day and page is this? The folio and the masthead."""

from __future__ import annotations

from attrs import frozen

from zhnews.excerpt import Excerpt, text_of
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["Folio", "read_folio", "read_publication"]


@frozen
class Folio:
    """The line at the head or foot of a page.

    Attributes:
        text: The whole line.
        publication: The paper's name: 泽川日报; else None.
        date: The day of issue as ISO 8601; None where none is printed, or a
            day that cannot be (2月30日).
        weekday: 1 for Monday to 7 for Sunday; else None.
        page: The page as printed: A13, 第24版; else None.
        section: 要闻, 港聞; else None.
    """

    text: Excerpt
    publication: Excerpt | None
    date: str | None
    weekday: int | None
    page: Excerpt | None
    section: Excerpt | None


def read_folio(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> Folio | None:
    """What a folio line states; None for any other line."""
    text_of(text)
    return None


def read_publication(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> Excerpt | None:
    """The name of a paper or periodical, where a line is nothing else."""
    text_of(text)
    return None

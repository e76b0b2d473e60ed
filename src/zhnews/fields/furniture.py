"""Does this line belong to the page rather than to an article?"""

from __future__ import annotations

from zhnews.excerpt import Excerpt, text_of
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["read_furniture", "split_jumps"]


def read_furniture(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> str | None:
    """What kind of page furniture a line is; None where it is none."""
    text_of(text)
    return None


def split_jumps(text: str | Excerpt) -> tuple[Excerpt, tuple[Excerpt, ...]]:
    """A paragraph without the jump lines at its ends, and those lines."""
    return text_of(text), ()

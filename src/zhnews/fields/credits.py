"""Who? The persons credited in a passage, and where their names stand."""

from __future__ import annotations

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.bylines import Credit, CreditLine, read_credit_line
from zhnews.fields.names import looks_like_name
from zhnews.vocab import STANDARD, Vocabulary

__all__ = [
    "Credit",
    "CreditLine",
    "find_credits",
    "looks_like_name",
    "read_credit_line",
    "split_trailing_credit",
]


def find_credits(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> tuple[Credit, ...]:
    """The credits of a text, from the places where credits stand."""
    text_of(text)
    return ()


def split_trailing_credit(
    text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD
) -> tuple[Excerpt, CreditLine | None]:
    """A paragraph or caption, and the credit that ends it."""
    return text_of(text), None

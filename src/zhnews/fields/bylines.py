"""Is this passage nothing but a credit, and whom does it name?

The forms of a byline, a signature, a picture credit, an editor's line.
"""

from __future__ import annotations

from attrs import frozen

from zhnews.excerpt import Excerpt, text_of
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["Credit", "CreditLine", "read_credit_line"]


@frozen
class Credit:
    """A person named for a part in the piece or in its pictures.

    Attributes:
        name: The name, without the space that spreads a name of two
            characters over three (李　敏).
        role: "reporter" (an intern too), "correspondent", "author",
            "photographer", "editor", "compiler", "translator" or "illustrator".
        organization: Whose reporter it is, as printed (本报, 新华社); else None.
    """

    name: Excerpt
    role: str
    organization: Excerpt | None


@frozen
class CreditLine:
    """A passage that holds nothing but credits.

    Attributes:
        text: The whole passage.
        credits: Who is named; empty for 新华社发, for （作者系某大学教授） and
            for an office whose holder stands on the next line (本报记者).
        kind: "byline", "photo", "editor" or "author-note".
        organization: What an author's note says the author belongs to, or
            whose a picture without a person's name is; else None.
    """

    text: Excerpt
    credits: tuple[Credit, ...]
    kind: str
    organization: Excerpt | None = None


def read_credit_line(
    text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD
) -> CreditLine | None:
    """The credits of a passage that holds nothing else; None for any other."""
    text_of(text)
    return None

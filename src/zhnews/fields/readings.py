"""What does a grammar read off a credit line? The persons, and their parts."""

from __future__ import annotations

from attrs import frozen

from zhnews.excerpt import Excerpt
from zhnews.fields.names import Name

__all__ = ["Credit", "CreditLine", "Draft", "Reading"]


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


@frozen
class Draft:
    """A credit by its offsets in the line."""

    name: Name
    role: str
    organization: tuple[int, int] | None


@frozen
class Reading:
    """What the grammar reads off a folded line, by offsets."""

    drafts: tuple[Draft, ...]
    kind: str
    organization: tuple[int, int] | None = None
    page: bool = False

    def on(self, text: Excerpt) -> CreditLine:
        """The same with the excerpts of the line as printed."""
        return CreditLine(text, self.credits(text), self.kind, _slice(text, self.organization))

    def credits(self, text: Excerpt) -> tuple[Credit, ...]:
        """The credits with their excerpts."""
        return tuple(
            Credit(text.keep(draft.name), draft.role, _slice(text, draft.organization))
            for draft in self.drafts
        )


def _slice(text: Excerpt, place: tuple[int, int] | None) -> Excerpt | None:
    return text[place[0] : place[1]] if place else None

"""What is this passage? Lines as blocks: passages of one kind."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from zhnews.excerpt import Excerpt

__all__ = ["Block", "Kind"]


class Kind(str, Enum):
    """What a passage is, in the trade's words."""

    HEADLINE = "headline"
    KICKER = "kicker"  # 引题, 栏目: above the headline
    DECK = "deck"  # 副题: below it
    CROSSHEAD = "crosshead"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    PULL_QUOTE = "pull quote"
    TABLE = "table"
    BYLINE = "byline"  # any line of credits: byline, signature, photographer, editor
    DATELINE = "dateline"
    SOURCE = "source"
    LINK = "link"
    ATTACHMENT = "attachment"
    FURNITURE = "furniture"
    CONTENTS = "contents"


@frozen
class Block:
    """A passage of one kind.

    Attributes:
        kind: What it is.
        text: All its text, as repaired, with its places. White space between
            lines that were joined is none of it.
        cells: The rows of a table, each a tuple of cells; empty for all else.
    """

    kind: Kind
    text: Excerpt
    cells: tuple[tuple[Excerpt, ...], ...] = ()

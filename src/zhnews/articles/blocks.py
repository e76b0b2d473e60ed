"""What is this passage? Lines as blocks: passages of one kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum

from attrs import evolve, frozen

from zhnews.excerpt import Excerpt
from zhnews.repair.lines import width_of

__all__ = [
    "CLOSING",
    "FLUSH",
    "NO_MARKS",
    "OPENING",
    "PEN_NAME",
    "VERSE",
    "Block",
    "Kind",
    "join_blocks",
    "join_where",
]

#: A mark of a block: it closes what stands above.
CLOSING = "closing"

#: A mark of a block: it has no indent on a page whose paragraphs have one.
FLUSH = "flush"

#: A mark of a byline: it is about the text below it, though another stands right above.
OPENING = "opening"

#: A mark of a block: it is a line of a poem.
VERSE = "verse"


#: A mark of a block: its words are somebody's name, though they have no surname.
PEN_NAME = "pen name"


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


#: The marks of a block of which nothing else is known: one set for all of them.
NO_MARKS: frozenset[str] = frozenset()


@frozen
class Block:
    """A passage of one kind.

    Attributes:
        kind: What it is.
        text: All its text, as repaired, with its places. White space between
            lines that were joined is none of it.
        cells: The rows of a table, each a tuple of cells; empty for all else.
        column: The width of the column it is set in, in half-widths; 0 where
            it stands in none.
        marks: What else is known of it, as evidence: the rules of repair that
            changed any of its lines (what fake bold doubled is likely a
            headline), the kind of a credit line, "listed" where it stands in
            the table of contents too.
        gap: How many blank lines stand above it.
        size: How many lines it was set in.
    """

    kind: Kind
    text: Excerpt
    cells: tuple[tuple[Excerpt, ...], ...] = ()
    column: int = 0
    marks: frozenset[str] = NO_MARKS
    gap: int = 0
    size: int = 1

    @property
    def is_picture_credit(self) -> bool:
        """Whether it names who took a picture."""
        return self.kind is Kind.BYLINE and "photo" in self.marks

    @property
    def is_signature(self) -> bool:
        """Whether it names who wrote, edited or sent the text."""
        return self.kind is Kind.BYLINE and "photo" not in self.marks

    @property
    def closes_text(self) -> bool:
        """Whether it says where the text above is from: （摘自《大众科学》）, 均据新华社."""
        if self.kind is not Kind.SOURCE:
            return False
        text = self.text.text.lstrip()
        return text[:1] in "（(【[" or "均据" in text or CLOSING in self.marks

    def fills_column(self, slack: int) -> bool:
        """Whether it is at most ``slack`` half-widths short of its column."""
        return self.column > 0 and width_of(self.text.text) >= self.column - slack


def join_blocks(blocks: Sequence[Block]) -> Block:
    """Several lines of one part as one block, of the first one's kind.

    >>> lines = [Block(Kind.DECK, Excerpt.of("春耕")), Block(Kind.DECK, Excerpt.of("备耕", 3))]
    >>> join_blocks(lines).text.text, join_blocks(lines).size
    ('春耕备耕', 2)
    """
    if len(blocks) == 1:
        return blocks[0]
    return evolve(
        blocks[0],
        text=Excerpt.join(block.text for block in blocks),
        marks=frozenset[str]().union(*(block.marks for block in blocks)),
        size=sum(block.size for block in blocks),
    )


def join_where(blocks: Iterable[Block], runs_over: Callable[[Block, Block], bool]) -> list[Block]:
    """The blocks, each joined to the one before it that runs over into it.

    >>> lines = [Block(Kind.DECK, Excerpt.of("春耕、")), Block(Kind.DECK, Excerpt.of("备耕", 3))]
    >>> len(join_where(lines, lambda above, line: above.text.text.endswith("、")))
    1
    """
    joined: list[Block] = []
    for block in blocks:
        if joined and runs_over(joined[-1], block):
            joined[-1] = join_blocks([joined[-1], block])
        else:
            joined.append(block)
    return joined

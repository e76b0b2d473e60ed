"""Where is a text parted that is longer than any page?

A year of a paper may come as one text. What stands on one of its pages says nothing of
another, and no headline there has its article here: such a text is read a portion at a
time, which also keeps the time a page takes the same, however many come with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zhnews.articles.blocks import Block, Kind
from zhnews.repair.flow import stops

__all__ = ["MOST_BLOCKS", "portions"]

#: A text with more blocks is parted. No page has as many, and hardly a digest of many days.
MOST_BLOCKS = 1000

#: A headline's own lines; and what hardly stands under a line that is none.
_DISPLAY = (Kind.HEADLINE, Kind.KICKER)
_SIGNS = (Kind.BYLINE, Kind.DATELINE, Kind.SOURCE)

#: A headline with its kicker and deck has no more lines.
_MOST_LINES = 5


def portions(blocks: Sequence[Block], most: int = MOST_BLOCKS) -> Iterator[Sequence[Block]]:
    """The blocks in portions of a page or several, in order.

    Each portion but the last is at least half as long as it may be, and ends where the likeliest
    place is for a page or an article to begin.

    Args:
        blocks: The blocks.
        most: How many blocks a portion has at the most.

    >>> from zhnews.excerpt import Excerpt
    >>> item = (Block(Kind.HEADLINE, Excerpt.of("小麦收割")),
    ...         Block(Kind.PARAGRAPH, Excerpt.of("全县小麦收割过半。")))
    >>> [len(portion) for portion in portions(item * 4, 5)]
    [4, 4]
    """
    start = 0
    while len(blocks) - start > most:
        ends = range(start + most, start + most // 2, -1)
        end = max(ends, key=lambda i: _begins(blocks, i))  # the last of the likeliest
        yield blocks[start:end]
        start = end
    yield blocks[start:]


def _begins(blocks: Sequence[Block], i: int) -> int:
    """How likely a page or an article begins with a block; what interrupts a sentence does not."""
    above = blocks[i - 1]
    if above.kind in _DISPLAY or (above.kind is Kind.PARAGRAPH and not stops(above.text.text)):
        return 0
    if blocks[i].kind is Kind.FURNITURE:
        return 4 if above.kind is not Kind.FURNITURE and _heads(blocks, i + 1) else 1
    return _heads(blocks, i) + 1


def _heads(blocks: Sequence[Block], i: int) -> int:
    """Whether a headline begins with a block: 2 with who wrote below it, 1 without, else 0."""
    below = (block.kind for block in blocks[i : i + _MOST_LINES])
    if next(below, None) not in _DISPLAY:
        return 0
    return 2 if next((kind for kind in below if kind not in _DISPLAY), None) in _SIGNS else 1

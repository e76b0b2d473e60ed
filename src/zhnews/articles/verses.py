"""Which lines on display are verses?

A poem is set in short lines without stops, as headlines are. It is told by what stands
around it, a headline and the poet's name, and by its words: headlines save on pronouns and
particles, poems do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate
from statistics import median

from attrs import evolve

from zhnews.articles.blocks import VERSE, Block, Kind
from zhnews.fields.credits import looks_like_name
from zhnews.fields.rubrics import is_column

__all__ = ["mark_verses"]

#: No poem that is looked for has fewer lines, or more, and no verse is longer, in characters.
FEWEST_LINES = 8
MOST_LINES = 120
LONGEST_VERSE = 18
#: In most poems half of the lines are no longer.
USUAL_VERSE = 13

#: The headline of the next piece has no more lines under the name of its column, and that is
#: no shorter than this, in characters, where other lines stand between.
MOST_HEADING = 3
SHORTEST_COLUMN = 4

#: What print sets before the poet's name.
_MARKS = frozenset("□■◎◆◇○●◈▢")

#: The share of the lines that have one of these words.
SPOKEN_SHARE = 0.4
_SPOKEN = re.compile("[我你她他它们們的了着著地得是在像把被这這那谁誰啊呢吧吗嗎一]")


def mark_verses(blocks: Sequence[Block]) -> list[Block]:
    """Take for text the lines of poems.

    >>> from zhnews.excerpt import Excerpt
    >>> lines = ("秋日", "林野", "站了一个夏天", "你把影子站成了", "田野的一部分", "枝头的灯笼",
    ...          "是谁一盏一盏点亮", "等归人", "风把它们吹熄了", "又点亮")
    >>> poem = mark_verses([Block(Kind.HEADLINE, Excerpt.of(line)) for line in lines])
    >>> [block.kind.value for block in poem[:3]], poem[-1].kind.value
    (['headline', 'byline', 'paragraph'], 'paragraph')
    """
    marked = list(blocks)
    named = cache(lambda i: looks_like_name(blocks[i].text))
    others = [0 if _may_be_verse(block) else i for i, block in enumerate(blocks)]
    others = list(accumulate(others, max))  # the last line up to each that is no verse
    i = 1
    while i + FEWEST_LINES < len(blocks):
        if others[i + FEWEST_LINES] > i:
            i = others[i + FEWEST_LINES]
            continue
        last = _end_of_verses(blocks, i + 1, named) if _names_poet(blocks, i, named) else i
        if _is_poem(blocks[i + 1 : last]):
            if blocks[i].kind is Kind.HEADLINE:
                marked[i] = evolve(blocks[i], kind=Kind.BYLINE, marks=blocks[i].marks | {"byline"})
            marked[i + 1 : last] = [
                evolve(line, kind=Kind.PARAGRAPH, marks=line.marks | {VERSE})
                for line in blocks[i + 1 : last]
            ]
            i = last
        else:
            i += 1
    return marked


def _names_poet(blocks: Sequence[Block], i: int, named: Callable[[int], bool]) -> bool:
    """Whether a line names who wrote, right under a headline.

    Where the headlines were left elsewhere, a text stands above it, or what ends one.
    """
    block = blocks[i]
    if _is_untitled(blocks, i):
        return True
    if blocks[i - 1].kind is not Kind.HEADLINE:
        return False
    return block.is_signature or (block.kind is Kind.HEADLINE and named(i))


def _is_untitled(blocks: Sequence[Block], i: int) -> bool:
    """Whether a byline with its mark (□ 林野) has no headline above it."""
    block = blocks[i]
    return (
        block.is_signature
        and block.text.text[0] in _MARKS
        and blocks[i - 1].kind in (Kind.PARAGRAPH, Kind.BYLINE)
    )


def _end_of_verses(blocks: Sequence[Block], first: int, named: Callable[[int], bool]) -> int:
    """Where the lines on display from one on end; the headline of the next piece is none.

    Who wrote that stands close below it; what has more space above than the line over it is
    the title of one more poem (山中).
    """
    last = first
    is_named = False
    while last < min(len(blocks), first + MOST_LINES) and _may_be_verse(blocks[last]):
        is_named = last > first and blocks[last].gap <= blocks[last - 1].gap and named(last)
        if is_named:
            break
        last += 1
    if not is_named and (last == len(blocks) or not _begins_piece(blocks[last])):
        return last
    if _is_untitled(blocks, first - 1):
        return last  # the next piece has none either
    last -= 1  # the headline of the next piece
    for at in range(last - 1, max(first, last - MOST_HEADING), -1):
        if len(blocks[at].text) >= SHORTEST_COLUMN and is_column(blocks[at].text.text.strip()):
            last = at  # 长篇连载 / 青溪渡 / 第十八回
            break
    while last - 1 > first and is_column(blocks[last - 1].text.text.strip()):
        last -= 1
    return last


def _may_be_verse(block: Block) -> bool:
    return block.kind is Kind.HEADLINE and len(block.text) <= LONGEST_VERSE


def _begins_piece(block: Block) -> bool:
    """Whether the line above such a block is a headline."""
    return block.is_signature or block.kind in (
        Kind.HEADLINE,
        Kind.PARAGRAPH,
        Kind.DATELINE,
        Kind.SOURCE,
    )


def _is_poem(lines: Sequence[Block]) -> bool:
    if len(lines) < FEWEST_LINES:
        return False
    texts = [line.text.text for line in lines]
    spoken = sum(_SPOKEN.search(text) is not None for text in texts)
    return median(map(len, texts)) <= USUAL_VERSE and spoken >= SPOKEN_SHARE * len(texts)

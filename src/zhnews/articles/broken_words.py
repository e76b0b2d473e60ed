"""Which lines on display go on with the last word or the quotation of the line above?

A headline wider than its column is broken anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.roles import BROKEN_WORD
from zhnews.articles.words import common_words
from zhnews.chinese import fold, parts_word
from zhnews.fields.credits import looks_like_name
from zhnews.fields.rubrics import completes_title
from zhnews.repair.lines import width_of
from zhnews.repair.vertical import VERTICAL

__all__ = ["are_whole", "goes_on", "is_name_under_short", "is_quoted_on"]

#: A line of this length, in characters, is the end of a headline's last word where it looks so;
#: a longer one where the line above is no shorter than this, and the word is a common one.
LONGEST_END = 4
SHORTEST_BROKEN = 5

#: Where so many paragraphs of this length, in characters, and so large a share of them stand
#: on one line each, no headline as short as this is broken.
FEWEST_WHOLE = 5
WHOLE_SHARE = 0.8
LONG_LINE = 40
LONGEST_UNBROKEN = 6
#: Nor is it where its column is so many times as wide.
FAR_TOO_SHORT = 4

#: A name under a headline that may be broken has so many characters.
SHORTEST_FULL_NAME, LONGEST_NAME = 3, 4

_HAN = re.compile(r"[\u3400-\u9fff]+")
_QUOTES = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("（", "）"))
_OPENS_QUOTE = re.compile("[“‘「『《（]")


def are_whole(blocks: Sequence[Block]) -> bool:
    """Whether nearly all long paragraphs stand on one line, as no column of a paper is so wide."""
    sizes = [
        block.size
        for block in blocks
        if block.kind is Kind.PARAGRAPH and len(block.text) >= LONG_LINE
    ]
    return sizes.count(1) >= max(FEWEST_WHOLE, WHOLE_SHARE * len(sizes))


def is_name_under_short(above: Block, block: Block, *, whole: bool) -> bool:
    """Whether a line may be a name under a headline too short to be broken: 老屋的雨 / 林一舟."""
    return (
        above.kind is Kind.HEADLINE
        and BROKEN_WORD not in above.marks
        and (whole or FAR_TOO_SHORT * width_of(above.text.text) <= above.column)
        and SHORTEST_FULL_NAME <= len(block.text) <= LONGEST_NAME
        and len(above.text) <= LONGEST_UNBROKEN
        and looks_like_name(block.text)
    )


def goes_on(above: Block, block: Block, below: Sequence[Block]) -> bool:
    """Whether a line is the end of a word that the line on display above begins.

    One character alone ends a headline that ran over (“板凳先生”走 / 了), or goes on
    with one that is set upright, a character a line (守 / 井 / 人). Headlines wider than
    their column are broken within words (市政府常务会议研 / 究民生实事); where two parts
    of a headline meet hardly ever stands what looks like a word.
    """
    if above.kind is not Kind.HEADLINE:
        return False
    if _is_character(block):
        upright = _is_character(above)
        return upright or not any(map(_is_character, below))
    head, rest = above.text.text, block.text.text
    if completes_title(head, rest):
        return True
    if len(rest) > LONGEST_END and (
        len(head) < SHORTEST_BROKEN
        or VERTICAL in above.marks | block.marks
        or fold(head[-1] + rest[0]) not in common_words()
    ):
        return False
    return parts_word(head, rest)


def is_quoted_on(above: Sequence[Block], block: Block, below: Sequence[Block]) -> bool:
    """Whether a line on display goes on with a quotation that those above leave open.

    A headline wider than its column is broken anywhere: 山区茶产业“小 / 而散”的治理路径.
    """
    head = ""
    for one in reversed(above):
        if one.kind is not Kind.HEADLINE:
            break
        head = one.text.text + head
        if BROKEN_WORD not in one.marks:
            break
    if _OPENS_QUOTE.search(head) is None:
        return False
    rest = (block.text.text, *(one.text.text for one in below if one.kind is Kind.HEADLINE))
    for mark, end in _QUOTES:
        if head.rfind(mark) > head.rfind(end):
            marked = next((text for text in rest if mark in text or end in text), "")
            return end in marked.partition(mark)[0]
    return False


def _is_character(block: Block) -> bool:
    """Whether a line on display is a single character."""
    alone = block.kind is Kind.HEADLINE and len(block.text) == 1
    return alone and _HAN.fullmatch(block.text.text) is not None

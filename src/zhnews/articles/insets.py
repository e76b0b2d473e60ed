"""Where was a paragraph broken off for a picture's caption?

A picture may stand inside a paragraph. The extraction then reads half of it, the
caption with the photographer, and the other half: …遞上信 / 班師傅每日開爐。 /
鍾靈攝 / 封，說是….
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from zhnews.articles.blocks import FLUSH, Block, Kind, join_blocks
from zhnews.chinese import parts_word
from zhnews.fields.captions import read_caption_mark
from zhnews.repair.flow import stops, would_break

__all__ = ["free_captions"]

#: A caption inside a paragraph is one sentence of so many characters.
SHORTEST_CAPTION, LONGEST_CAPTION = 5, 34

_SENTENCE = re.compile(r"[^。！？!?：:；;“「『]+[。.]")


def free_captions(blocks: Sequence[Block]) -> list[Block]:
    """Take captions out of the paragraphs that their pictures stand in.

    >>> from zhnews.excerpt import Excerpt
    >>> lines = ["有熟客遞上信", "班師傅每日開爐。", "鍾靈攝", "封，說是飲茶。"]
    >>> text, caption, credit, rest = (Excerpt.of(line, 9 * n) for n, line in enumerate(lines))
    >>> both = Block(Kind.PARAGRAPH, Excerpt.join([text, caption]), size=2)
    >>> photo = Block(Kind.BYLINE, credit, marks=frozenset({"photo"}))
    >>> parted = free_captions([both, photo, Block(Kind.PARAGRAPH, rest)])
    >>> [block.text.text for block in parted]
    ['有熟客遞上信封，說是飲茶。', '班師傅每日開爐。', '鍾靈攝']
    """
    freed = list(blocks)
    for i in range(len(freed) - 2, -1, -1):
        if not freed[i + 1].is_picture_credit or not _may_hold_caption(freed[i]):
            continue
        after = _text_below(freed, i + 1)
        if after is None:
            continue
        cut = _caption_start(freed[i], freed[after])
        if cut:
            whole, rest = freed[i], freed.pop(after)
            text = evolve(whole, text=whole.text[:cut])
            freed[i : i + 1] = [
                join_blocks([text, rest]),
                evolve(whole, kind=Kind.CAPTION, text=whole.text[cut:], size=1),
            ]
    return freed


def _may_hold_caption(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and block.size > 1 and block.text.text[-1] == "。"


def _text_below(blocks: Sequence[Block], credit: int) -> int | None:
    """Where the text goes on below pictures, or None where it does not."""
    at = credit + 1
    while at + 1 < len(blocks) and blocks[at + 1].is_picture_credit:
        at += 2  # another caption with its credit
    below = blocks[at] if at < len(blocks) else None
    return at if below is not None and below.kind is Kind.PARAGRAPH else None


def _caption_start(block: Block, below: Block) -> int:
    """Where the caption begins at the end of a block; 0 if no half paragraph stands before it."""
    text, rest = block.text.text, below.text.text
    goes_on = FLUSH in below.marks and FLUSH not in block.marks
    at = 0
    best = (0, 0)
    for span in block.text.spans[:-1]:
        at += span.end - span.start
        left, caption = text[:at], text[at:]
        if (
            SHORTEST_CAPTION <= len(caption) <= LONGEST_CAPTION
            and (_SENTENCE.fullmatch(caption) or read_caption_mark(caption) is not None)
            and not stops(left)
            and not parts_word(left, caption)
        ):
            joins = parts_word(left, rest) or would_break(rest)
            score = 2 * joins + goes_on + (read_caption_mark(caption) is not None)
            best = max(best, (score, -at))
    return -best[1] if best[0] > 0 else 0

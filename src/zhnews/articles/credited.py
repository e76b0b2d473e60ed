"""Does a caption with its picture's credit begin here, and over which lines does it run?

A column breaks both: …向居民講解。（記者張 / 敏攝）. What stands before a credit in brackets
is a caption, whether it ends with a stop or not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhnews.articles.blocks import Block, Kind
from zhnews.fields.captions import opens_caption
from zhnews.fields.credits import split_trailing_credit
from zhnews.repair.flow import join_lines, stops
from zhnews.repair.lines import Line
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["CAPTION_MARKS", "find_picture"]

#: What the captions of papers of Hong Kong begin with; one may be a name alone: ▲陳大文.
CAPTION_MARKS = "■▲▼△▽◀▶◄►"

#: Over how many lines a caption and its credit are broken, at the most.
MOST_LINES = 5

#: No caption of one sentence is longer, in characters, and none is shorter.
LONGEST_CAPTION, SHORTEST_CAPTION = 60, 5

#: So many lines above tell how wide the column is; and how far a full line may fall short of
#: it, in half-widths.
COLUMN, LOOSE = 3, 3

#: What every credit of a photographer has.
_TAKEN = re.compile("[摄攝]")

#: What parts sentences inside a text.
_SENTENCES = re.compile("[。！？](?![”」』）]?$)")


def find_picture(
    lines: tuple[Line, ...], i: int, vocabulary: Vocabulary = STANDARD
) -> tuple[int, tuple[Block, ...]] | None:
    """The line below a caption and its credit that begin on a line, and the blocks of both.

    The caption has its mark, or stands below the end of a sentence and is one itself; the
    credit is broken, or stands in brackets. None where no such caption begins.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("校門外昨日起排隊。\\n家長陪同子女到校報到（本報記\\n者攝）\\n新園地")
    >>> last, blocks = find_picture(page, 1)
    >>> last, [block.text.text for block in blocks]
    (3, ['家長陪同子女到校報到', '（本報記者攝）'])
    >>> find_picture(page, 2) is None
    True
    """
    texts = [line.text.text for line in lines[i : i + MOST_LINES]]
    taken = next((n for n, text in enumerate(texts) if _TAKEN.search(text)), None)
    if taken is None:
        return None
    marked = texts[0][0] in CAPTION_MARKS or opens_caption(lines[i].text)
    if not marked and (not i or not stops(lines[i - 1].text.text)):
        return None
    if any(stops(text) for text in texts[:taken]):
        return None
    for last in range(i + taken + 1, min(i + taken + 2, i + len(texts)) + 1):
        if not _is_wrapped(lines[i:last], () if marked else lines[max(0, i - COLUMN) : i]):
            continue
        whole = join_lines(list(lines[i:last]))
        caption, credit = split_trailing_credit(whole, vocabulary=vocabulary)
        if credit is None or credit.kind != "photo" or _is_no_caption(caption.text.strip()):
            continue
        if whole.text[-1] not in "）)" and not (marked and last > i + 1):
            continue
        tail = whole[len(caption) :].strip()
        byline = Block(Kind.BYLINE, tail, marks=frozenset({credit.kind}))
        return last, (Block(Kind.CAPTION, caption.strip(), size=last - i), byline)
    return None


def _is_wrapped(lines: Sequence[Line], column: Sequence[Line]) -> bool:
    """Whether each line fills the measure of those below it, and of the column above."""
    below = max((line.width for line in column), default=0) if len(lines) > 1 else 0
    for line in reversed(lines[:-1]):
        below = max(below, line.width)
        if line.width + LOOSE < below:
            return False
    return len(lines) == 1 or lines[-1].width <= below + LOOSE


def _is_no_caption(text: str) -> bool:
    inside = text.rstrip("。！？”」』）)")
    return (
        not SHORTEST_CAPTION <= len(text) <= LONGEST_CAPTION
        or _SENTENCES.search(inside) is not None
    )

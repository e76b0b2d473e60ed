"""Over which lines of a column does a caption run?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from zhnews.excerpt import Excerpt
from zhnews.fields.captions import opens_caption
from zhnews.fields.credits import split_trailing_credit
from zhnews.repair.flow import INDENT, Fit, join_lines, stops
from zhnews.repair.lines import Line, width_of
from zhnews.vocab import Vocabulary

__all__ = ["PICTURE_ENDS", "caption_end", "captions_above", "pictures"]

#: Over how many lines a caption of one sentence is looked for above the credit of
#: its picture, and how long it is, in characters.
MOST_CAPTION_LINES = 4
_SENTENCE = re.compile(r"[^。！？：；“「\n]{6,40}[。.]")

#: A caption with its credit behind it runs over no more lines, and is no longer, in characters.
MOST_LINES = 8
LONGEST_CAPTION = 160

#: By so much may the widths of a column's full lines differ, in half-widths.
UNEVEN = 4

#: How the credit of a picture ends: 李敏 摄, 新华社发, 受访者供图; and where a break may end it.
PICTURE_ENDS = frozenset("摄攝发發影图圖")
_MAY_END = PICTURE_ENDS | {"供"}
_BRACKETED = re.compile("(?:[摄攝]影?|影|提供|供[图圖]|[图圖照]片)[）)]$")


def pictures(lines: Sequence[Line], vocabulary: Vocabulary) -> list[tuple[int, int, Excerpt]]:
    """The captions over several lines with their picture's credit behind the last sentence.

    Each as its first line, the line after its last, and its text.

    >>> from zhnews.repair.lines import split_lines
    >>> from zhnews.vocab import STANDARD
    >>> page = split_lines("图为村民在为茶园除草、\\n施肥。 本报记者 李敏摄\\n他说。")
    >>> [(first, last) for first, last, _ in pictures(page, STANDARD)]
    [(0, 2)]

    A photographer in brackets stands behind a caption without a stop too, on one line or on more.

    >>> page = split_lines("校門外昨日起排隊。\\n家長陪同子女到校（本報記\\n者攝）\\n新園地")
    >>> [(first, last) for first, last, _ in pictures(page, STANDARD)]
    [(1, 3)]
    """
    found: list[tuple[int, int, Excerpt]] = []
    for last, line in enumerate(lines):
        printed = line.text.text
        bracketed = _BRACKETED.search(printed) is not None
        if not last or not (bracketed or printed[-1] in _MAY_END):
            continue
        first = _first_of(lines, last)
        alone = first == last and not (bracketed and stops(lines[last - 1].text.text))
        if alone or (found and first < found[-1][1]):
            continue
        text = join_lines(list(lines[first : last + 1]))
        if len(text) > LONGEST_CAPTION:
            continue
        caption, credit = split_trailing_credit(text, vocabulary=vocabulary)
        ended = bracketed or stops(caption.text.rstrip())
        if credit is not None and credit.kind == "photo" and caption and ended:
            found.append((first, last + 1, text))
    return found


def _first_of(lines: Sequence[Line], last: int) -> int:
    """Where the text begins that ends with a line: all lines above that one are full."""
    full, gap = width_of(lines[last - 1].text.text), lines[last].gap
    if full < width_of(lines[last].text.text) - UNEVEN:
        return last
    first = last
    while first and last - first < MOST_LINES and lines[first].gap == gap:
        above = lines[first - 1].text.text
        if (
            opens_caption(lines[first].text)
            or stops(above)
            or above[-1] in _MAY_END
            or abs(width_of(above) - full) > UNEVEN
        ):
            return first
        first -= 1
    return first if not first or lines[first].gap > gap else last


def captions_above(lines: Sequence[Line], severed: Mapping[int, str]) -> list[int]:
    """The lines that run on from none, as a caption stands at its picture's credit.

    It is one sentence, which begins with a line below a stop; and what stands
    under the credit is no part of it. Above a caption that is known there is no other.
    """
    begins: list[int] = []
    for i, by in severed.items():
        if by not in ("picture", "captioned") or not 0 < i <= len(lines):
            continue
        if not stops(lines[i - 1].text.text):
            continue
        if i < len(lines):
            begins.append(i)
        if by == "captioned":
            continue
        for first in range(i - 1, max(0, i - 1 - MOST_CAPTION_LINES), -1):
            if stops(lines[first - 1].text.text):
                if _SENTENCE.fullmatch(join_lines(list(lines[first:i])).text):
                    begins.append(first)
                break
    return begins


def caption_end(lines: Sequence[Line], fits: Sequence[Fit], i: int) -> int:
    """The line below a caption that ends with a sentence, on a line that is not full.

    The place of its first line where it does not end so within a few lines.
    """
    if stops(lines[i].text.text):
        return i + 1
    for last in range(i + 1, min(len(lines), i + MOST_CAPTION_LINES)):
        if stops(lines[last].text.text):
            return last + 1 if not fits[last].full or _stands_in(lines, i, last) else i
    return i


def _stands_in(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether lines stand within a paragraph that goes on below them, in a narrower measure."""
    if not first or last + 1 >= len(lines) or stops(lines[first - 1].text.text):
        return False
    around = min(width_of(lines[at].text.text) for at in (first - 1, last + 1))
    return all(width_of(lines[at].text.text) <= around - INDENT for at in range(first, last + 1))

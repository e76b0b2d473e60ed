"""Over which lines of a column does a caption run?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from zhnews.repair.flow import INDENT, Fit, join_lines, stops
from zhnews.repair.lines import Line, width_of

__all__ = ["caption_end", "captions_above"]

#: Over how many lines a caption of one sentence is looked for above the credit of
#: its picture, and how long it is, in characters.
MOST_CAPTION_LINES = 4
_SENTENCE = re.compile(r"[^。！？：；“「\n]{6,40}[。.]")


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

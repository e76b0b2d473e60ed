"""Which lines were set downwards, one character a line?

Headlines and kickers are, and the extractor gives each character its own line.
"""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import evolve

from zhnews.excerpt import Excerpt
from zhnews.repair.lines import Line
from zhnews.repair.scan import HAN, Lines, page_of

__all__ = ["VERTICAL", "keep_upright"]

VERTICAL = "vertical"

#: Two lines of one character, one after the other; the character may be doubled.
_SIGN = re.compile(r"\n(\S)\1?\n(\S)\2?\n")

_MARK = re.compile(r"[“”‘’「」『』《》〈〉（）()【】、，。：；！？…—·0-9０-９A-Za-z]")

#: From how many lines on a column of characters is a vertical line whatever
#: stands around it. Three may be cells: 胜, 平, 负.
CERTAIN = 4

#: How many different Han characters it has at least: 是, 是, 否, 否 are cells.
FEWEST_DIFFERENT = 3

#: A line no longer than this may be a cell, in characters.
LONGEST_CELL = 6


def keep_upright(lines: Lines) -> Lines:
    """Read lines of one character each as one line.

    >>> from zhnews.repair.lines import split_lines
    >>> [line.text.text for line in keep_upright(split_lines("湿\\n地\\n黑\\n鹳\\n见到了"))]
    ['湿地黑鹳', '见到了']
    >>> len(keep_upright(split_lines("球队\\n胜\\n平\\n负\\n积分\\n1\\n2\\n3\\n4")))
    9
    """
    if not _SIGN.search(f"\n{page_of(lines)}\n"):
        return lines
    kept: list[Line] = []
    touched = False
    i = 0
    while i < len(lines):
        end = i
        while end < len(lines) and (_fits(lines[end].text.text) or _is_point(lines, end)):
            end += 1
        if _is_vertical(lines, i, end):
            for start, stop in pairwise([i, *_begins(lines, i, end), end]):
                text = Excerpt.join(line.text for line in lines[start:stop])
                kept.append(evolve(lines[start].with_text(text, VERTICAL), end=lines[stop - 1].end))
            touched = True
        else:
            end = max(end, i + 1)
            kept.extend(lines[i:end])
        i = end
    return tuple(kept) if touched else lines


def _begins(lines: Lines, start: int, end: int) -> list[int]:
    """Where in a column of characters the next line begins: behind a blank wider than others.

    Each part is a line by itself; else the blank is one inside a line.
    """
    usual = min(line.gap for line in lines[start + 1 : end])
    wide = [at for at in range(start + 1, end) if lines[at].gap > usual]
    bounds = [start, *wide, end]
    return wide if all(_has_words(lines[a:b]) for a, b in pairwise(bounds)) else []


def _fits(text: str) -> bool:
    """Whether a line is one character, or one that was drawn twice."""
    if len(text) == 2 and text[0] == text[1]:
        return HAN.match(text) is not None
    return len(text) == 1 and bool(HAN.match(text) or _MARK.match(text))


def _is_point(lines: Lines, i: int) -> bool:
    """Whether a line is the point of a number set downwards: 5 . 2."""
    if lines[i].text.text not in (".", "．") or not 0 < i < len(lines) - 1:
        return False
    return lines[i - 1].text.text.isdigit() and lines[i + 1].text.text.isdigit()


def _is_vertical(lines: Lines, start: int, end: int) -> bool:
    """Whether a column of single characters is a line, and not cells."""
    if not _has_words(lines[start:end]):
        return False
    if end - start >= CERTAIN:
        return True
    around = [lines[i] for i in (start - 1, end) if 0 <= i < len(lines)]
    return all(len(line.text) > LONGEST_CELL for line in around)


def _has_words(column: Lines) -> bool:
    """Whether most of a column's characters are Han, and not always the same few."""
    han = [line.text.text for line in column if HAN.match(line.text.text)]
    return 2 * len(han) >= len(column) and len(set(han)) >= FEWEST_DIFFERENT

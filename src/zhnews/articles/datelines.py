"""Over which lines does the dateline run that opens a paragraph?

A column of ten characters breaks nearly every dateline: inside the day
(9月 / 15日讯), before the bracket with the reporters, between their names.
Its lines are one passage, whatever each of them looks like by itself.
"""

from __future__ import annotations

import re

from attrs import frozen

from zhnews.articles.wraps import with_space
from zhnews.excerpt import Excerpt
from zhnews.fields.credits import read_credit_line
from zhnews.fields.datelines import may_open, may_yet_open, split_dateline
from zhnews.repair.flow import join_lines
from zhnews.repair.lines import Line
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["Opening", "find_openings"]

#: Over how many lines a dateline may run: a column of eight characters parts
#: one with five reporters in so many.
MOST_LINES = 7

#: The longest line that a dateline is wrapped in, in characters: columns are
#: no wider.
LONGEST_LINE = 44

#: What every dateline has, cheaply asked: its outlet, a reporter or a bracket; and
#: how far from its line's start that is looked for, in characters.
_CUE = re.compile(r"[报報社网網讯訊刊台臺视視]|记者|記者|(?<!.)[【〔（(\[]")
NEAREST = 14

#: A reporter below the dateline, whose 报道 stands on the next line.
_JOB_WAITS = re.compile(r"\s*\w{0,6}(?:记者|記者|通讯员|通訊員)[\w·\s、]{0,20}")

_OPEN, _CLOSE = frozenset("【（(〔["), frozenset("】）)〕]>〉")


@frozen
class Opening:
    """The lines that a dateline runs over: ``lines[first:last]`` of the page.

    Attributes:
        first: The number of its first line.
        last: The number of the line after its last.
        lines: Its lines; a space at a line's start belongs to the text, as it
            stands between two names.
        whole: Whether nothing but the dateline stands on its last line.
    """

    first: int
    last: int
    lines: tuple[Line, ...]
    whole: bool


def find_openings(lines: tuple[Line, ...], vocabulary: Vocabulary = STANDARD) -> list[Opening]:
    """The datelines at the starts of lines, in order, not overlapping.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("春耕\\n本报泽川9月\\n15日讯（记者 李\\n　敏）截至昨天，\\n化肥已备足。")
    >>> [(found.first, found.last) for found in find_openings(page)]
    [(1, 4)]
    """
    found: list[Opening] = []
    after = 0
    texts = [line.text.text for line in lines]
    for i, text in enumerate(texts):
        if i < after or not _CUE.search(text, 0, NEAREST):
            continue
        if not may_open("".join(texts[i : i + MOST_LINES])):
            continue
        opening = _opening_at(lines, i, vocabulary)
        if opening is not None:
            found.append(opening)
            after = opening.last
    return found


def _opening_at(lines: tuple[Line, ...], first: int, vocabulary: Vocabulary) -> Opening | None:
    best: Opening | None = None
    opened = False  # a bracket that never closes leads nowhere
    parts: list[Line] = []
    for last in range(first + 1, min(len(lines), first + MOST_LINES) + 1):
        line = lines[last - 1]
        if parts and (len(line.text) > LONGEST_LINE or _begins(line, vocabulary)):
            break
        parts.append(with_space(parts[-1], line, vocabulary) if parts else line)
        text = join_lines(parts)
        dateline, rest = split_dateline(text, vocabulary=vocabulary)
        opened = _opens_bracket(rest.text)
        if dateline is None:
            best = None  # 来自同一台电 / 脑: the line's end was no word's end
            if not may_yet_open(text.text, vocabulary=vocabulary):
                break
        elif len(parts) == 1 or len(rest) < len(line.text):
            best = Opening(first, last, tuple(parts), not rest.strip())
        elif not opened and not _JOB_WAITS.fullmatch(rest.text):
            break  # it ends above this line
    if opened:
        return None
    if best is not None and best.whole and _is_byline(join_lines(list(best.lines)), vocabulary):
        return None
    return best


def _is_byline(text: Excerpt, vocabulary: Vocabulary) -> bool:
    """Whether a line that reads as a dateline is a byline: 本报记者 李敏 北京报道.

    In brackets, or in the words of Taiwan (記者陳大文／台北報導), it is none.
    """
    if text.text[-1] in _CLOSE or text.text.endswith(("報導", "报导")):
        return False
    return read_credit_line(text, vocabulary=vocabulary) is not None


def _opens_bracket(text: str) -> bool:
    """Whether a bracket with the reporters is open: （见习记者."""
    opened = text.lstrip()[:1] in _OPEN
    return opened and not any(mark in text for mark in _CLOSE)


def _begins(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a dateline of its own begins with the line."""
    return split_dateline(line.text, vocabulary=vocabulary)[0] is not None

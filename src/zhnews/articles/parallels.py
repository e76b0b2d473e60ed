"""Which lines are crossheads because others are built alike?

A piece is cut by crossheads in parallel: so many characters, a mark, so many more
(意见难统一，社区搭台议 / 资金怎么筹，三方来分担). Where one of them is on display, a line
built like it that begins what runs on below is another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhnews.articles.vetoes import DISPLAY, OPENS, RUNS
from zhnews.repair.flow import stops
from zhnews.repair.lines import Line, width_of

__all__ = ["mark_parallels"]

#: No such line is longer, in characters, and no part of it is shorter.
LONGEST = 20
SHORTEST_PART = 3

#: The line below is at least so many times as wide: a crosshead ends before its column does.
TIMES_WIDER = 1.4

#: What parts the halves of a crosshead.
_MARK = re.compile("([，：、！？— \u3000]+)")


def mark_parallels(states: list[int], lines: Sequence[Line]) -> None:
    """Put on display what is built like a crosshead: the states are changed in place.

    Args:
        states: What each line does, as the reading of the page has it.
        lines: The lines.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines('''居民盼了多年，事情终于有了眉目。
    ... 意见难统一，社区搭台议
    ... 桃园社区党委书记说，最难的是意见统一。
    ... 资金怎么筹，三方来分担
    ... 每部电梯由市里补贴，其余由居民按楼层''')
    >>> states = [OPENS, DISPLAY, OPENS, OPENS, RUNS]
    >>> mark_parallels(states, page)
    >>> states == [OPENS, DISPLAY, OPENS, DISPLAY, OPENS]
    True
    """
    missed = [
        i
        for i in range(1, len(states) - 1)
        if states[i] == OPENS and states[i + 1] == RUNS and _may_be_crosshead(lines, i)
    ]
    if not missed:
        return
    shown = {
        _build(lines[i].text.text)
        for i in range(1, len(states) - 1)
        if states[i] == DISPLAY
        and DISPLAY not in states[i - 1 : i + 2 : 2]
        and len(lines[i].text) <= LONGEST
        and _may_be_crosshead(lines, i)
    }
    for i in missed:
        if _build(lines[i].text.text) in shown:
            states[i : i + 2] = [DISPLAY, OPENS]


def _may_be_crosshead(lines: Sequence[Line], i: int) -> bool:
    """Whether a short line of several parts stands below a sentence's end, above a wider line."""
    text = lines[i].text.text
    if len(text) > LONGEST or stops(text) or not stops(lines[i - 1].text.text):
        return False
    if width_of(lines[i + 1].text.text) < TIMES_WIDER * width_of(text):
        return False
    build = _build(text)
    return len(build) > 1 and min(map(int, build[::2])) >= SHORTEST_PART


def _build(text: str) -> tuple[str, ...]:
    """How a line is built: the lengths of its parts, and the marks between them."""
    parts = _MARK.split(text)
    return tuple([part if at % 2 else str(len(part)) for at, part in enumerate(parts)])

"""Which lines are crossheads because others are built alike?

A piece is cut by crossheads in parallel: so many characters, a mark, so many more
(意见难统一，社区搭台议 / 资金怎么筹，三方来分担). Where one of them is on display, a line
built like it that begins a paragraph is another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhnews.articles.vetoes import DISPLAY, OPENS
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
_OPEN = "，、；：—“‘（《"


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
    >>> states = [OPENS, DISPLAY, OPENS, OPENS, OPENS]
    >>> mark_parallels(states, page)
    >>> states == [OPENS, DISPLAY, OPENS, DISPLAY, OPENS]
    True
    """
    missed = {
        i: build
        for i in range(1, len(states) - 1)
        if states[i] == OPENS and states[i + 1] != DISPLAY and (build := _build_of(lines, i))
    }
    if not missed:
        return
    shown = {
        _build_of(lines, i)
        for i in range(1, len(states) - 1)
        if states[i] == DISPLAY and DISPLAY not in states[i - 1 : i + 2 : 2]
    }
    for i, build in missed.items():
        if build in shown:
            states[i : i + 2] = [DISPLAY, OPENS]


def _build_of(lines: Sequence[Line], i: int) -> tuple[str, ...]:
    """How a line is built that may be a crosshead; nothing for any other.

    The lengths of its parts and the marks between them. It ends without a stop, below a
    sentence's end and over a wider line.
    """
    text = lines[i].text.text
    if len(text) > LONGEST or stops(text) or not stops(lines[i - 1].text.text):
        return ()
    if text[-1] in _OPEN or width_of(lines[i + 1].text.text) < TIMES_WIDER * width_of(text):
        return ()
    parts = _MARK.split(text)
    if len(parts) == 1 or min(map(len, parts[::2])) < SHORTEST_PART:
        return ()
    return tuple([part if at % 2 else str(len(part)) for at, part in enumerate(parts)])

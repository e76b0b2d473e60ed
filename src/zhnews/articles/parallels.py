"""Which lines are crossheads because others are built alike?

A piece is cut by crossheads in parallel: so many characters, a mark, so many more
(意见难统一，社区搭台议 / 资金怎么筹，三方来分担). Where one of them is on display, a line
built like it that begins a paragraph is another; and where none is, two that text runs on from
are enough. Where crossheads give the word to one after the other (业界：回本要十年 /
街坊：最怕加租), who speaks is alike, and what they say may be longer or shorter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from zhnews.articles.vetoes import DISPLAY, OPENS, RUNS
from zhnews.repair.flow import stops
from zhnews.repair.lines import Line, width_of

__all__ = ["built_alike", "mark_parallels"]

#: No such line is longer, in characters, and no part of it is shorter.
LONGEST = 20
SHORTEST_PART = 3

#: Who speaks in a crosshead is named in no more characters.
LONGEST_SPEAKER = 4

#: The line below is at least so many times as wide: a crosshead ends before its column does.
TIMES_WIDER = 1.4

#: How a crosshead is built behind the one who speaks: at any length.
_SPOKEN = ("：", "")

#: What parts the halves of a crosshead.
_MARK = re.compile("([，：、！？— \u3000]+)")
_SPACE = re.compile("[ \u3000]")
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
        i: _build(lines[i].text.text)
        for i in range(1, len(states) - 1)
        if states[i] == OPENS and states[i + 1] != DISPLAY and _may_be_crosshead(lines, i)
    }
    if not missed:
        return
    if any(build[1:] == _SPOKEN for build in missed.values()):
        turns = Counter(line.text.text.partition("：")[0] for line in lines)
        missed = {
            i: build
            for i, build in missed.items()
            if build[1:] != _SPOKEN
            or (states[i + 1] == RUNS and not _speaks_again(lines[i], turns))
        }
    shown = {
        _build(lines[i].text.text)
        for i in range(1, len(states) - 1)
        if states[i] == DISPLAY
        and DISPLAY not in states[i - 1 : i + 2 : 2]
        and _may_be_crosshead(lines, i)
    }
    often = Counter(build for i, build in missed.items() if states[i + 1] == RUNS)
    for i, build in missed.items():
        if build in shown or (often[build] > 1 and states[i + 1] == RUNS):
            states[i : i + 2] = [DISPLAY, OPENS]


def built_alike(text: str, other: str) -> bool:
    """Whether two lines on display are built alike, in parts: crossheads of one piece are.

    A space parts the halves of headlines, which are often of one length (筑牢防线 守护家园).

    >>> built_alike("意见难统一，社区搭台议", "资金怎么筹，三方来分担")
    True
    >>> built_alike("业界：回本要十年", "街坊：最怕加租"), built_alike("春耕备耕", "防汛抗旱")
    (True, False)
    >>> built_alike("筑牢防线 守护家园", "改善民生 增进福祉")
    False
    """
    if max(len(text), len(other)) > LONGEST or _SPACE.search(text):
        return False
    build = _build(text)
    return _has_parts(build) and build == _build(other)


def _may_be_crosshead(lines: Sequence[Line], i: int) -> bool:
    """Whether a short line of several parts stands below a sentence's end, above a wider line."""
    text = lines[i].text.text
    if len(text) > LONGEST or stops(text) or not stops(lines[i - 1].text.text):
        return False
    if text[-1] in _OPEN or width_of(lines[i + 1].text.text) < TIMES_WIDER * width_of(text):
        return False
    return _has_parts(_build(text))


def _speaks_again(line: Line, turns: Counter[str]) -> bool:
    """Whether who speaks in a line does so in others: it is a turn in a talk."""
    speaker, colon, _ = line.text.text.partition("：")
    return bool(colon) and turns[speaker] > 1


def _has_parts(build: tuple[str, ...]) -> bool:
    """Whether a line has more parts than one, none too short, or says who speaks."""
    if build[1:] == _SPOKEN:
        return True
    return len(build) > 1 and min(map(int, build[::2])) >= SHORTEST_PART


def _build(text: str) -> tuple[str, ...]:
    """How a line is built: the lengths of its parts, and the marks between them.

    >>> _build("意见难统一，社区搭台议"), _build("业界：回本要十年")
    (('5', '，', '5'), ('2', '：', ''))
    """
    parts = _MARK.split(text)
    if len(parts) == 3 and parts[1] == "：" and 2 <= len(parts[0]) <= LONGEST_SPEAKER:
        return str(len(parts[0])), *_SPOKEN
    return tuple([part if at % 2 else str(len(part)) for at, part in enumerate(parts)])

"""Where did a recognition model say the same over and over?

A model that loses its place on the page repeats what it wrote last, until it is stopped:
a clause within a line, a paragraph, or several lines in turn. The page printed it once.
"""

from __future__ import annotations

import re

from zhnews.repair.lines import Line
from zhnews.repair.scan import HAN, Gathered, Lines, dropping, gathered, is_table_row

__all__ = ["LOOP", "keep_first_turns"]

#: The name of the rule.
LOOP = "model's loop"

#: A line of this length, in characters, is said twice by a model alone: fake bold is for
#: lines on display.
LONGEST_DRAWN_TWICE = 45

#: So often a model says shorter lines, or several in turn: verse and slogans stop before.
FEWEST_TURNS = 4

#: The shortest line, or lines in turn, and how many of them, at most.
SHORTEST_TURN = 12
MOST_IN_TURN = 8

#: Within a line, a turn is no longer; so many characters of turns are no slogan; and so far
#: apart are the places that are looked at.
LONGEST_CLAUSE = 80
LEAST_OF_TURNS = 120
STEP = 60

#: The characters that a turn is looked for by.
_PROBE = 6

_WORDS = re.compile(r"[^\W\d_]")


def keep_first_turns(lines: Lines) -> Lines:
    """Keep the first turn of what a model says over and over.

    What it began to say once more, at the very end, goes too.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("全市共新增学位9300个，" * 20 + "全市共")
    >>> [line.text.text for line in keep_first_turns(page)]
    ['全市共新增学位9300个，']
    >>> len(keep_first_turns(split_lines("归来吧，归来哟\\n" * 3)))
    3
    """
    page = gathered(lines)
    texts = page.texts
    changed = {
        i: kept
        for i in page.unsettled
        if len(texts[i]) > LEAST_OF_TURNS and (kept := _without_turns(lines[i])) is not lines[i]
    }
    gone = _said_again(page)
    if not changed and not gone:
        return lines
    return tuple([changed.get(i, line) for i, line in enumerate(lines) if i not in gone])


def _without_turns(line: Line) -> Line:
    """A line with one turn of each clause that it says over and over."""
    text = line.text.text
    if is_table_row(text):
        return line
    parts: list[tuple[int, int]] = []
    at = 0
    while at + LEAST_OF_TURNS <= len(text):
        again = text.find(text[at : at + _PROBE], at + 1, at + LONGEST_CLAUSE + _PROBE)
        if again < 0 or text[at:again] != text[again : 2 * again - at]:
            at += STEP
            continue
        size = again - at
        end = _end_of_turns(text, at, size)
        start = at
        while start and text[start - 1] == text[start - 1 + size]:
            start -= 1
        turns = (end - start) // size
        words = len(set(_WORDS.findall(text[at:again])))
        if end - start >= LEAST_OF_TURNS and turns >= FEWEST_TURNS and words > 2:
            parts.append((start + size, end))
        at = max(end, at + STEP)
    return line.with_text(dropping(line.text, parts).strip(), LOOP) if parts else line


def _end_of_turns(text: str, start: int, size: int) -> int:
    """Where a text stops saying what it said ``size`` characters before."""
    turn = text[start : start + size]
    at = start + size
    while text.startswith(turn, at):
        at += size
    while at < len(text) and text[at] == text[at - size]:
        at += 1
    return at


def _said_again(page: Gathered) -> frozenset[int]:
    """The indices of the lines that say again what one line above, or several in turn, say."""
    texts = page.texts
    gone: set[int] = set()
    places: dict[str, int] = {}
    beyond = 0
    for at in page.twice:
        if at < beyond:
            continue
        size = at - places.get(texts[at], at)
        places[texts[at]] = at
        if not 0 < size <= MOST_IN_TURN:
            continue
        end = at
        while end < len(texts) and texts[end] == texts[end - size]:
            end += 1
        turn = texts[at - size : at]
        if _is_loop(turn, (end - at) // size + 1):
            if end == len(texts) - 1 and _is_begun(texts[end], texts[end - size]):
                end += 1
            gone.update(range(at, end))
        beyond = end
    return frozenset(gone)


def _is_loop(turn: list[str], turns: int) -> bool:
    """Whether lines are said so often that the page cannot have printed it."""
    if any(map(is_table_row, turn)) or not any(map(HAN.search, turn)):
        return False
    if turns < FEWEST_TURNS:
        return turns > 1 and min(map(len, turn)) >= LONGEST_DRAWN_TWICE
    return sum(map(len, turn)) >= SHORTEST_TURN


def _is_begun(text: str, whole: str) -> bool:
    """Whether a line is the beginning of another one."""
    return len(text) >= _PROBE and whole.startswith(text)

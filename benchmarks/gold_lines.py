"""Which state is each line of a page in, by the page's gold?

A line is looked up in the passages of the gold. Where it might stand in
several places, the one counts that hangs together with the lines around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from zhnews.articles.vetoes import DISPLAY, OPENS, RUNS

__all__ = ["align"]

#: Shorter lines are too common to be found in the gold by their text.
SHORTEST = 2

#: Longer ones are looked for with a dateline before them or a credit behind them.
LONG = 6

#: How many lines on either side may go on where a line leaves off.
REACH = 12

BRACKETS = (("（", "）"), ("(", ")"), ("【", "】"), ("[", "]"), ("〔", "〕"))


@frozen
class Spot:
    """Where a line stands in the gold.

    Attributes:
        passage: The passage's number.
        start: Where the line begins in it; -1 where something stands before it.
        end: Where the line ends in it.
        size: The passage's length.
    """

    passage: int
    start: int
    end: int
    size: int


def align(lines: Sequence[str], gold: dict[str, Any]) -> list[int | None]:
    """What each line is: of the places where it might stand, the one that hangs together."""
    shown: list[str] = []
    texts: list[str] = []
    cells: set[str] = set()
    datelines: dict[str, str] = {}
    for article in gold["articles"]:
        shown += filter(None, (article["headline"], article["kicker"], *article["subheads"]))
        shown += article["pull_quotes"]
        texts += (*article["paragraphs"], *article["captions"])
        cells |= {_bare(cell) for rows in article["tables"] for row in rows for cell in row}
        if article["dateline"] and article["paragraphs"]:
            datelines[_bare(article["paragraphs"][0])] = _bare(article["dateline"])
    passages = [_bare(text) for text in (*shown, *texts)]
    spots = [_spots(line, passages) if line not in cells else [] for line in lines]
    states: list[int | None] = []
    for i, line in enumerate(lines):
        ranked: dict[int, int] = {}
        for spot in spots[i]:
            joins = _joins(spot, spots[max(0, i - REACH) : i], spots[i + 1 : i + 1 + REACH])
            state = DISPLAY if spot.passage < len(shown) else OPENS if spot.start <= 0 else RUNS
            text = passages[spot.passage]
            head = line[: line.find(text[:4])] if spot.start < 0 else ""
            unknown = i > 0 and state == OPENS and states[i - 1] is None
            if unknown and _ends_dateline(lines[i - 1], head, datelines.get(text)):
                state, states[i - 1] = RUNS, OPENS
            ranked[state] = max(joins, ranked.get(state, 0))
        best = [state for state, joins in ranked.items() if joins == max(ranked.values())]
        states.append(best[0] if len(best) == 1 else None)
        if i and states[i] is None and states[i - 1] in (OPENS, RUNS) and not spots[i]:
            states[i] = RUNS if _closes(lines[i - 1], line) else None
    return states


def _closes(above: str, line: str) -> bool:
    """Whether a line closes the bracket that the one above it leaves open."""
    return any(
        above.rfind(mark) > above.rfind(end) and line.count(end) > line.count(mark)
        for mark, end in BRACKETS
    )


def _bare(text: str) -> str:
    return "".join(text.split())


def _ends_dateline(above: str, head: str, dateline: str | None) -> bool:
    """Whether a line goes on with, or stands behind, the dateline of the line above it."""
    if not dateline:
        return False
    if any(head.count(end) > head.count(mark) for mark, end in BRACKETS):
        return True
    rest = head.strip("】）)]〕:：")
    if rest:
        return dateline.endswith(rest) and above.endswith(dateline[: -len(rest)][-4:])
    return not head and (dateline[:4] in above or above.endswith(dateline[-4:]))


def _spots(line: str, passages: Sequence[str]) -> list[Spot]:
    spots = []
    for n, text in enumerate(passages):
        at = text.find(line) if len(line) >= SHORTEST else -1
        while at >= 0:
            spots.append(Spot(n, at, at + len(line), len(text)))
            at = text.find(line, at + 1)
        if len(line) > LONG and text[:4] in line and text.startswith(line[line.find(text[:4]) :]):
            if not text.startswith(line):
                spots.append(Spot(n, -1, len(line) - line.find(text[:4]), len(text)))
        elif len(line) > LONG:  # before a credit
            for size in range(min(len(text) - 1, len(line) - 1), 3, -1):
                if line.startswith(text[-size:]):
                    spots.append(Spot(n, len(text) - size, len(text), len(text)))
                    break
    return spots


def _joins(spot: Spot, above: Sequence[list[Spot]], below: Sequence[list[Spot]]) -> int:
    """How well a place hangs together with those of the lines around it."""
    follows = spot.start <= 0 or any(
        other.passage == spot.passage and other.end == spot.start
        for near in above
        for other in near
    )
    goes_on = spot.end == spot.size or any(
        other.passage == spot.passage and other.start == spot.end
        for near in below
        for other in near
    )
    return 1 + 2 * follows + 2 * goes_on

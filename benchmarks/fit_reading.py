"""Learn how lines are read, from pages whose reading is known.

    python -m benchmarks.fit_reading FOLDER [FOLDER ...] [--held FOLDER ...] [--write]

Each folder holds ``<name>.txt`` and ``<name>.json`` pairs, as ``python -m
tests.press`` writes them. Every line that the grammars do not know is looked
up in the gold: it opens a paragraph, runs on, or stands on display. An
averaged structured perceptron learns the weights of ``reading.tsv``.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

import zhnews.articles
from zhnews.articles.parts import prepare_lines
from zhnews.articles.passages import ARCS, DISPLAY, OPENS, RUNS, best_reading
from zhnews.articles.sights import see_lines
from zhnews.repair import repair_lines, split_lines
from zhnews.repair.flow import measure_fit

Sight = tuple[str, ...]
Page = tuple[list[Sight], list[int | None]]

#: Shorter lines are too common to be found in the gold by their text.
SHORTEST = 2

#: Longer ones are looked for with a dateline before them or a credit behind them.
LONG = 6

BRACKETS = ("（）", "()", "【】", "[]", "〔〕")

#: How many lines on either side may go on where a line leaves off.
REACH = 12

HEAD = """\
# reading.tsv: what each look of a line weighs for each step from the line above.
# made by: python -m benchmarks.fit_reading, from generated and given pages.
# columns: look, {}
"""


def read_case(path: Path) -> Page:
    """The looks of a page's lines, and what each line is, where the gold tells."""
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
    lines, _ = repair_lines(split_lines(path.read_text("utf-8")))
    placed, rest, severed = prepare_lines(lines)
    listed = frozenset(
        "".join(block.text.text.split())
        for _, blocks in placed
        for block in blocks
        if block.kind.value == "contents"
    )
    if not rest:
        return [], []
    sights = see_lines(rest, measure_fit(rest), listed, severed)
    return sights, align([_bare(line.text.text) for line in rest], gold)


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
            if i and state == OPENS and states[i - 1] is None:
                if _ends_dateline(lines[i - 1], head, datelines.get(text)):
                    state, states[i - 1] = RUNS, OPENS
            ranked[state] = max(joins, ranked.get(state, 0))
        best = [state for state, joins in ranked.items() if joins == max(ranked.values())]
        states.append(best[0] if len(best) == 1 else None)
    return states


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
        other.passage == spot.passage and other.end == spot.start for near in above for other in near
    )
    goes_on = spot.end == spot.size or any(
        other.passage == spot.passage and other.start == spot.end for near in below for other in near
    )
    return 1 + 2 * follows + 2 * goes_on


def fill(sights: Sequence[Sight], states: list[int | None], weights: dict[str, list[float]]) -> list[int]:
    """The best reading that agrees with the known states."""
    forced = []
    for sight, state in zip(sights, states, strict=True):
        forced.append(sight if state is None else (*sight, f"={state}"))
    return best_reading(forced, weights | FORCE)


FORCE = {f"={state}": [0.0 if arc % 3 == state else -1e6 for arc in range(6)] for state in range(3)}


def arcs_of(states: Sequence[int]) -> list[int]:
    """The arc that leads to each line; the first line's are those from text."""
    arcs = [states[0]]
    for above, state in zip(states, states[1:], strict=False):
        arcs.append(state + 3 * (above == DISPLAY))
    return arcs


def fit(pages: Sequence[Page], rounds: int, seed: int = 7) -> dict[str, list[float]]:
    """Averaged weights after some rounds over the pages, in shuffled order."""
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(ARCS))
    totals: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(ARCS))
    order = [page for page in pages if page[0]]
    dice = random.Random(seed)
    clock = 1
    for _ in range(rounds):
        dice.shuffle(order)
        for sights, states in order:
            guess = best_reading(sights, weights)
            if all(state in (None, read) for state, read in zip(states, guess, strict=True)):
                clock += 1
                continue
            truth = fill(sights, states, weights)
            for sight, right, wrong in zip(sights, arcs_of(truth), arcs_of(guess), strict=True):
                if right == wrong:
                    continue
                for name in sight:
                    weights[name][right] += 1.0
                    totals[name][right] += clock
                    weights[name][wrong] -= 1.0
                    totals[name][wrong] -= clock
            clock += 1
    return {
        name: [w - t / clock for w, t in zip(row, totals[name], strict=True)]
        for name, row in weights.items()
    }


def judge(pages: Sequence[Page], weights: dict[str, list[float]]) -> str:
    """The share of known lines that are read right."""
    right = known = 0
    for sights, states in pages:
        if sights:
            for state, read in zip(states, best_reading(sights, weights), strict=True):
                known += state is not None
                right += state == read
    return f"{right} of {known} lines ({right / max(1, known):.4f})"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--held", nargs="*", type=Path, default=[])
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--write", action="store_true", help="write the table into the package")
    options = parser.parse_args()
    pages = [read_case(path) for folder in options.folders for path in sorted(folder.glob("*.txt"))]
    weights = fit(pages, options.rounds)
    print(f"{len(pages)} pages: {judge(pages, weights)}")
    for folder in options.held:
        held = [read_case(path) for path in sorted(folder.glob("*.txt"))]
        print(f"{folder.name}: {judge(held, weights)}")
    if options.write:
        rows = [HEAD.format(", ".join(ARCS))]
        for name, row in sorted(weights.items()):
            if any(abs(w) >= 0.05 for w in row):
                rows.append("\t".join((name, *(f"{w:.2f}" for w in row))) + "\n")
        table = Path(zhnews.articles.__path__[0]) / "reading.tsv"
        table.write_text("".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()

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
    shown: list[str] = []
    texts: list[str] = []
    for article in gold["articles"]:
        shown += filter(None, (article["headline"], article["kicker"], *article["subheads"]))
        shown += article["pull_quotes"]
        texts += (*article["paragraphs"], *article["captions"])
    shown = ["".join(text.split()) for text in shown]
    texts = ["".join(text.split()) for text in texts]
    return sights, [_state("".join(line.text.text.split()), shown, texts) for line in rest]


def _state(line: str, shown: list[str], texts: list[str]) -> int | None:
    if len(line) < SHORTEST:
        return None
    if any(line in text for text in shown):
        return DISPLAY
    states = set()
    for text in texts:
        at = text.find(line)
        if at >= 0:
            states.add(OPENS if at == 0 else RUNS)
        elif len(line) > 6 and text[:4] in line and text.startswith(line[line.find(text[:4]) :]):
            states.add(OPENS)  # behind a dateline
        elif len(line) > 6 and any(line.startswith(text[-n:]) for n in (12, 8, 5) if len(text) > n):
            states.add(RUNS)  # before a credit
    return states.pop() if len(states) == 1 else None


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

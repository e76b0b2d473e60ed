"""Learn how lines are read, from pages whose reading is known.

    python -m benchmarks.fit_reading FOLDER [FOLDER ...] [--held FOLDER ...] [--write]

Each folder holds ``<name>.txt`` and ``<name>.json`` pairs, as ``python -m
tests.press`` writes them; a folder named twice counts twice. Every line that
the grammars do not know is looked up in the gold: it opens a paragraph, runs
on, or stands on display. The weights of ``reading.tsv`` are those of a
conditional random field.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import evolve, frozen
from benchmarks.gold_lines import align
from benchmarks.learning import climb, log_sum, read_options

import zhnews.articles
from zhnews.articles.parts import prepare_lines
from zhnews.articles.passages import STEPS, best_path, picks
from zhnews.articles.sights import AGAINST, LOOKS, OWN, PAIRED, Sight, see_lines
from zhnews.articles.vetoes import OPENS, RUNS
from zhnews.repair import repair_lines, split_lines
from zhnews.repair.flow import measure_fit
from zhnews.repair.lines import Line

Pick = Callable[[tuple[str, ...]], tuple[str, ...]]
Page = tuple[list[Sight], list[int | None]]
Slopes = defaultdict[int, list[float]]

#: On fewer pages a group of looks is chance.
FEWEST_PAGES = 8

#: Smaller weights, in hundredths, are left out of the table.
LEAST = 4

#: From which error on a line it is learned, and the score of what cannot be.
SURE = 0.02
NEVER = -1e4

#: A paragraph set as one line is cut by the end of its page this often, if it
#: is so long, at a place that leaves so much before and behind it, in characters:
#: before it is a line of the page at least.
CUTS = 0.06
LONG = 60
BEFORE = 27
BEHIND = 15

TABLE = Path(zhnews.articles.__path__[0]) / "reading.tsv"

HEAD = f"""\
# reading.tsv: what the looks of a line weigh for what it is, in hundredths.
# convention: columns of one width, indents and stops as Chinese papers set them.
# source: learned by python -m benchmarks.fit_reading from pages of tests/press
#   (invented articles, set and damaged in many ways) and the given pages.
# columns: looks (those of the line above have ^), their values, weights
# weights: three for a line's own looks (opens runs display), nine for looks
#   against the line above ({" ".join(STEPS)}).
"""


def read_case(path: Path, dice: random.Random | None = None) -> Page:
    """The looks of a page's lines, and what each line is, where the gold tells.

    Args:
        path: The page's text; its gold stands beside it.
        dice: Cut some long paragraphs, as the ends of pages do.
    """
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
    lines, _ = repair_lines(split_lines(path.read_text("utf-8")))
    prepared = prepare_lines(lines)
    placed, rest, severed = prepared.placed, prepared.rest, prepared.severed
    listed = frozenset(
        "".join(block.text.text.split())
        for _, blocks in placed
        for block in blocks
        if block.kind.value == "contents"
    )
    if not rest:
        return [], []
    states = align(["".join(line.text.text.split()) for line in rest], gold)
    for i, line in enumerate(rest):  # the gold has no dateline's lines
        if id(line) in prepared.begun:
            states[i] = OPENS
        elif id(line) in prepared.bound:
            states[i] = RUNS
    if dice is not None:
        rest, states, severed = cut_paragraphs(rest, states, severed, dice)
    return list(see_lines(rest, measure_fit(rest), listed, severed)), states


def cut_paragraphs(
    lines: Sequence[Line],
    states: Sequence[int | None],
    severed: dict[int, str],
    dice: random.Random,
) -> tuple[tuple[Line, ...], list[int | None], dict[int, str]]:
    """The lines with some long ones cut in two, as page ends cut paragraphs."""
    cut: list[Line] = []
    read: list[int | None] = []
    moved: dict[int, str] = {}
    for i, (line, state) in enumerate(zip(lines, states, strict=True)):
        if i in severed:
            moved[len(cut)] = severed[i]
        at = dice.randint(BEFORE, max(BEFORE, len(line.text) - BEHIND))
        long = len(line.text) > LONG and state != RUNS
        if long and dice.random() < CUTS and line.text.text[at - 1] not in "。！？”；":
            rest = line.text[at:].strip()
            gap = line.gap if dice.random() < 0.6 else 3
            cut += [evolve(line, text=line.text[:at]), evolve(line, text=rest, gap=gap, indent=0)]
            read += [state, RUNS]
        else:
            cut.append(line)
            read.append(state)
    return tuple(cut), read, moved


@frozen
class Case:
    """A page as numbers.

    Attributes:
        own: For each line the numbers of its own groups of looks.
        against: For each line those against the line above it.
        states: What each line is, where the gold tells.
    """

    own: list[list[int]]
    against: list[list[int]]
    states: list[int | None]


@frozen
class Names:
    """The groups of looks that are learned, each with its number."""

    own: dict[tuple[str, ...], int]
    against: dict[tuple[str, ...], int]

    def case(self, page: Page) -> Case:
        """A page by the numbers of what its lines look like."""
        sights, states = page
        own = [[self.own[n] for n in _groups(OWN_PICKS, s.own) if n in self.own] for s in sights]
        against = [
            [self.against[n] for n in _groups(AGAINST_PICKS, s.against) if n in self.against]
            for s in sights
        ]
        return Case(own, against, states)

    @classmethod
    def of(cls, pages: Sequence[Page]) -> Names:
        """The groups that are seen on some pages."""
        own: Counter[tuple[str, ...]] = Counter()
        against: Counter[tuple[str, ...]] = Counter()
        for sights, _ in pages:
            own.update({name for s in sights for name in _groups(OWN_PICKS, s.own)})
            against.update({n for s in sights for n in _groups(AGAINST_PICKS, s.against)})
        return cls(_numbered(own), _numbered(against))


def _groups(taken: Sequence[tuple[str, Pick]], values: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [(name, *pick(values)) for name, pick in taken] if values else []


OWN_PICKS = [(" ".join(g), pick) for g, pick in zip(OWN, picks(OWN, LOOKS), strict=True)]
AGAINST_PICKS = [
    (" ".join(g), pick) for g, pick in zip(AGAINST, picks(AGAINST, PAIRED), strict=True)
]


def _numbered(seen: Counter[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    usual = sorted(name for name, count in seen.items() if count >= FEWEST_PAGES)
    return {name: number for number, name in enumerate(usual)}


@frozen
class Learned:
    """Weights by the numbers of ``Names``: three a group of own looks, nine of the others."""

    own: list[list[float]]
    against: list[list[float]]

    @classmethod
    def make(cls, names: Names, value: float) -> Learned:
        """The same weight for all."""
        return cls([[value] * 3 for _ in names.own], [[value] * 9 for _ in names.against])

    def steps(self, case: Case) -> list[list[float]]:
        """The score of each step to each line."""
        scores = []
        for own, against in zip(case.own, case.against, strict=True):
            a = b = c = 0.0
            for number in own:
                row = self.own[number]
                a += row[0]
                b += row[1]
                c += row[2]
            score = [a, b, c] * 3
            for number in against:
                score = [x + w for x, w in zip(score, self.against[number], strict=True)]
            scores.append(score)
        return scores


def fit(cases: Sequence[Case], names: Names, rounds: int, seed: int = 7) -> Learned:
    """The weights under which the known readings are likeliest.

    A conditional random field, by stochastic gradient (AdaGrad) with a penalty
    on large weights.
    """
    learned, sums = Learned.make(names, 0.0), Learned.make(names, 0.01)
    dice = random.Random(seed)
    order = [case for case in cases if case.own]
    for _ in range(rounds):
        dice.shuffle(order)
        for case in order:
            steps = learned.steps(case)
            told = chances(_forced(steps, case.states))
            read = chances(steps)
            own: Slopes = defaultdict(lambda: [0.0] * 3)
            against: Slopes = defaultdict(lambda: [0.0] * 9)
            for i, (right, guess) in enumerate(zip(told, read, strict=True)):
                off = [a - b for a, b in zip(right, guess, strict=True)]
                if max(off) < SURE:
                    continue
                _gather(own, case.own[i], [off[k] + off[k + 3] + off[k + 6] for k in range(3)])
                _gather(against, case.against[i], off)
            climb(learned.own, sums.own, own)
            climb(learned.against, sums.against, against)
    return learned


def _gather(slopes: Slopes, numbers: list[int], slope: list[float]) -> None:
    for number in numbers:
        slopes[number] = [a + b for a, b in zip(slopes[number], slope, strict=True)]


def chances(steps: Sequence[Sequence[float]]) -> list[list[float]]:
    """How likely each step to each line is, by the forward-backward algorithm."""
    ahead = [[steps[0][0], NEVER, steps[0][2]]]
    for row in steps[1:]:
        a, b, c = ahead[-1]
        ahead.append([log_sum([a + row[k], b + row[k + 3], c + row[k + 6]]) for k in range(3)])
    behind = [0.0, 0.0, 0.0]
    whole = log_sum(ahead[-1])
    likely: list[list[float]] = []
    for i in range(len(steps) - 1, 0, -1):
        row, before = steps[i], ahead[i - 1]
        likely.append([math.exp(before[k // 3] + row[k] + behind[k % 3] - whole) for k in range(9)])
        x, y, z = behind
        behind = [log_sum([row[k] + x, row[k + 1] + y, row[k + 2] + z]) for k in (0, 3, 6)]
    first = [math.exp(w + b - whole) for w, b in zip(ahead[0], behind, strict=True)]
    likely.append([*first, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])
    likely.reverse()
    return likely


def _forced(steps: list[list[float]], states: Sequence[int | None]) -> list[list[float]]:
    """The scores with those ruled out that do not agree with the known states."""
    return [
        row if state is None else [w if at % 3 == state else NEVER for at, w in enumerate(row)]
        for row, state in zip(steps, states, strict=True)
    ]


def judge(cases: Sequence[Case], learned: Learned) -> str:
    """The share of known lines that are read right."""
    right = known = 0
    for case in cases:
        if case.own:
            for state, read in zip(case.states, best_path(learned.steps(case)), strict=True):
                known += state is not None
                right += state == read
    return f"{right} of {known} lines ({right / max(1, known):.4f})"


def table_of(names: Names, learned: Learned) -> str:
    """The weights as rows: a group of looks, their values, the weights in hundredths."""
    rows = [HEAD]
    for numbers, weights in ((names.own, learned.own), (names.against, learned.against)):
        for name, number in numbers.items():
            parts = [round(100 * w) for w in weights[number]]
            if any(abs(w) >= LEAST for w in parts):
                looks, values = name[0], " ".join(name[1:])
                rows.append(f"{looks}\t{values}\t{' '.join(map(str, parts))}\n")
    return "".join(rows)


def main() -> None:
    """Command line."""
    options = read_options(__doc__, TABLE, rounds=5)
    dice = random.Random(5)
    paths = [path for folder in options.folders for path in sorted(folder.glob("*.txt"))]
    pages = [read_case(path, dice) for path in paths]
    names = Names.of(pages)
    cases = [names.case(page) for page in pages]
    learned = fit(cases, names, options.rounds)
    print(f"{len(pages)} pages: {judge(cases, learned)}")
    for folder in options.held:
        held = [names.case(read_case(path)) for path in sorted(folder.glob("*.txt"))]
        print(f"{folder.name}: {judge(held, learned)}")
    if options.write:
        options.write.write_text(table_of(names, learned), encoding="utf-8")


if __name__ == "__main__":
    main()

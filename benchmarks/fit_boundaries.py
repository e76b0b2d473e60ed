"""Learn what each kind of evidence for a boundary weighs, from pages whose articles are known.

    python -m benchmarks.fit_boundaries FOLDER [FOLDER ...]

Each folder holds ``<name>.txt`` and ``<name>.json`` pairs, as ``python -m
tests.press`` writes them. Every paragraph of a page but the first is a case: does
an article begin with it? The weights of a logistic regression are printed as the
rows of ``evidence.tsv``.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from zhnews.articles import build_blocks
from zhnews.articles.evidence import see_cut
from zhnews.articles.headlines import part_displays
from zhnews.articles.sheets import Sheet
from zhnews.repair import repair_lines, split_lines

#: Characters of a paragraph that say which gold article it is from.
GRAM = 6

#: Strength of the pull towards 0: rare evidence must not weigh everything.
RIDGE = 1.0

#: Which half is fitted on.
SEED = 7

#: Evidence met less often is chance.
FEWEST_CASES = 15

Case = tuple[dict[str, float], bool]


def read_cases(path: Path) -> Iterator[Case]:
    """The evidence before each paragraph of a page but the first, and whether an article begins."""
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
    grams: dict[str, Counter[int]] = defaultdict(Counter)
    for number, article in enumerate(gold["articles"]):
        text = "".join("".join(article["paragraphs"]).split())
        for i in range(len(text) - GRAM + 1):
            grams[text[i : i + GRAM]][number] += 1
        for paragraph in article["paragraphs"]:
            grams["".join(paragraph.split())][number] += 1
    lines, _ = repair_lines(split_lines(path.read_text("utf-8")))
    sheet = Sheet.of(part_displays(build_blocks(lines)))
    start, before = 0, None
    for k, i in enumerate(sheet.bodies):
        text = "".join(sheet.blocks[i].text.text.split())
        votes: Counter[int] = Counter()
        for j in range(max(1, len(text) - GRAM + 1)):
            votes.update(grams.get(text[j : j + GRAM], {}).keys())
        home = votes.most_common(1)[0][0] if votes else before
        if k:
            yield see_cut(sheet, k, start), home != before
        if home != before:
            start = k
        before = home


def fit(cases: Sequence[Case], rounds: int = 400, rate: float = 1.0) -> dict[str, float]:
    """Weights of a logistic regression, by gradient descent with momentum."""
    weights: dict[str, float] = defaultdict(float)
    speed: dict[str, float] = defaultdict(float)
    sizes: dict[str, float] = defaultdict(float)
    for evidence, _ in cases:
        for name, value in evidence.items():
            sizes[name] += value * value
    for _ in range(rounds):
        slope: dict[str, float] = defaultdict(float)
        for evidence, begins in cases:
            score = sum(weights[name] * value for name, value in evidence.items())
            error = begins - 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
            for name, value in evidence.items():
                slope[name] += error * value
        for name, size in sizes.items():
            step = (slope[name] - RIDGE * weights[name]) / (size + RIDGE)
            speed[name] = 0.8 * speed[name] + rate * step
            weights[name] += speed[name]
    return dict(weights)


def judge(cases: Sequence[Case], weights: dict[str, float]) -> str:
    """How well the weights tell the cases apart."""
    hits = wrong = missed = 0
    for evidence, begins in cases:
        cut = sum(weights.get(name, 0.0) * value for name, value in evidence.items()) > 0
        hits += cut and begins
        wrong += cut and not begins
        missed += begins and not cut
    f1 = 2 * hits / (2 * hits + wrong + missed)
    return f"{hits} right, {wrong} too many, {missed} missed: F1 {f1:.3f}"


def main(folders: Sequence[str]) -> None:
    """Fit on half of the pages and judge on the others; print the weights of all."""
    paths = sorted(path for folder in folders for path in Path(folder).glob("*.txt"))
    random.Random(SEED).shuffle(paths)
    train = [case for path in paths[::2] for case in read_cases(path)]
    held = [case for path in paths[1::2] for case in read_cases(path)]
    weights = fit(train)
    print(f"fitted on {len(train)}: {judge(train, weights)}")
    print(f"held out, {len(held)}: {judge(held, weights)}")
    counts = Counter(name for evidence, _ in (*train, *held) for name in evidence)
    for name, weight in sorted(fit([*train, *held]).items(), key=lambda item: -item[1]):
        if counts[name] >= FEWEST_CASES:
            print(f"{name}\t{weight:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])

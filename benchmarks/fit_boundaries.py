"""Learn what each kind of evidence for a boundary weighs, from pages whose articles are known.

    python -m benchmarks.fit_boundaries FOLDER [FOLDER ...] [--held FOLDER ...] [--write]

Each folder holds ``<name>.txt`` and ``<name>.json`` pairs, as ``python -m
tests.press`` writes them. Every paragraph of a page but the first is a case: does
an article begin with it? The weights of ``evidence.tsv`` are those of a logistic
regression.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.learning import read_options

import zhnews.articles
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

#: Evidence that says more than was learned. A dateline heads a report, a signature or a jump
#: line ends what stands above it, a stack of headlines and a signed one are over another text,
#: and on hardly a page learned from does one stand within a text; the pull towards 0 would let
#: many common words win.
SURE = {
    "a dateline": 7.5,
    "a part from another page": 7.5,
    "a signature before": 4.2,
    "a part that goes on elsewhere before": 4.0,
    "several headlines": 4.0,
    "a byline under the headline": 3.5,
}

#: Evidence that the pages learned from hardly have, weighed by hand: no heading inside a text
#: is called 国际短讯, and the note that names nobody is of the byline above; a column's name
#: over a headline begins an article, a comment in a box too (记者观察 / 下乡，更要下心), and the
#: more so that of a comment or over a signed one, as does a company's word for what its notice
#: says; one item goes on with the next, and one crosshead with another that is built like it.
RARE = {
    "the name of a roundup": 7.0,
    "a column over a signed headline": 4.0,
    "a comment's name at the headline": 4.0,
    "the name of a column at the headline": 2.5,
    "a notice's pledge": 4.0,
    "a display built like another": -4.0,
    "an item like the one above": -4.0,
    "a pledge before": -6.0,
    "what the author is, below": -6.0,
}

TABLE = Path(zhnews.articles.__path__[0]) / "evidence.tsv"

HEAD = """\
# evidence.tsv: what each kind of evidence weighs for an article to begin with a paragraph.
# source: learned by python -m benchmarks.fit_boundaries from generated pages, the given pages
#   and documents, and their articles joined without layout; but a dateline, a
#   jump line, a signature, a signed headline and a stack of headlines weigh more, as they
#   part two texts whatever words these share.
# columns: evidence, weight
"""

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


def table_of(cases: Sequence[Case], weights: dict[str, float]) -> str:
    """The weights of the evidence that is met often enough, as rows, the heaviest first."""
    counts = Counter(name for evidence, _ in cases for name in evidence)
    firm = {name: max(weight, SURE.get(name, weight)) for name, weight in weights.items()}
    often = {name: weight for name, weight in firm.items() if counts[name] >= FEWEST_CASES}
    ranked = sorted((often | RARE).items(), key=lambda item: -item[1])
    return HEAD + "".join(f"{name}\t{weight:.2f}\n" for name, weight in ranked)


def main() -> None:
    """Command line: fit on half of the pages and judge on the others; then fit on all."""
    options = read_options(__doc__, TABLE, rounds=400)
    paths = sorted(path for folder in options.folders for path in folder.glob("*.txt"))
    random.Random(SEED).shuffle(paths)
    train = [case for path in paths[::2] for case in read_cases(path)]
    others = [case for path in paths[1::2] for case in read_cases(path)]
    weights = fit(train, options.rounds)
    print(f"fitted on {len(train)}: {judge(train, weights)}")
    print(f"on the other half, {len(others)}: {judge(others, weights)}")
    cases = [*train, *others]
    weights = fit(cases, options.rounds)
    for folder in options.held:
        held = [case for path in sorted(folder.glob("*.txt")) for case in read_cases(path)]
        print(f"{folder.name}: {judge(held, weights)}")
    if options.write:
        options.write.write_text(table_of(cases, weights), encoding="utf-8")


if __name__ == "__main__":
    main()

"""How well are the scored documents read? Scores by row, and the floors they may not fall under.

``PYTHONPATH=tests python -m pages.scores`` prints them; with ``--raise`` it raises the
floors to a little under what is reached now, and lowers the ceilings. None ever falls.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from press import FAMILIES, make_page
from press.scorer import scorer
from zhnews.page import read_page

__all__ = ["CEILINGS", "FLOORS", "ROWS", "measured", "read_floors", "scorer"]

PAGES = Path(__file__).parent
SEEDS = PAGES.parents[1] / "seeds"
TABLE = PAGES / "floors.tsv"

#: The metrics that may not fall, and those that may not rise.
FLOORS = ("overall", "article_f1", "body_f1", "break_f1", "headline", "credit_f1")
CEILINGS = ("headlines_invented", "furniture_leak", "lost", "invented")

#: How far a score may be under its last best: the next change may cost one case.
SLACK = 0.005

#: The given pages of each family, by their numbers.
GIVEN = {
    "native": range(1, 6),
    "plain": range(6, 11),
    "ocr": range(11, 15),
    "digest": range(15, 19),
    "hant": range(19, 22),
    "hard": range(22, 25),
}

#: The seeds of the pages made of each family: no rule was written for these. So many that
#: one boundary more or less moves no score by more than a hundredth.
MADE = range(9000, 9024)

Document = tuple[dict[str, Any], str]  # gold and raw text


def _seed(gold: Path) -> list[Document]:
    raw = (SEEDS / f"{gold.stem}.txt").read_bytes().decode("utf-8")
    return [(json.loads(gold.read_text("utf-8")), raw)]


def _given(numbers: Iterable[int]) -> list[Document]:
    paths = [next((PAGES / "given").glob(f"{number:03}_*.json")) for number in numbers]
    return [
        (json.loads(path.read_text("utf-8")), path.with_suffix(".txt").read_bytes().decode("utf-8"))
        for path in paths
    ]


def _made(family: str) -> list[Document]:
    pages = [make_page(family, seed) for seed in MADE]
    return [(page.gold, page.raw) for page in pages]


def _rows() -> dict[str, Callable[[], list[Document]]]:
    golds = sorted((PAGES / "gold").glob("*.json"))
    return {
        **{f"seed {path.stem[:3]}": partial(_seed, path) for path in golds},
        **{f"given {family}": partial(_given, numbers) for family, numbers in GIVEN.items()},
        **{f"made {family}": partial(_made, family) for family in FAMILIES},
    }


#: What is scored: a seed document, the given pages of a family, or made ones.
ROWS = _rows()


@cache
def measured(row: str) -> dict[str, float | None]:
    """All metrics of a row."""
    score = scorer()
    counts = [
        score.count_document(
            score.Document.from_json(gold),
            score.Document.from_json(read_page(raw).to_dict()),
            raw,
        )
        for gold, raw in ROWS[row]()
    ]
    metrics: dict[str, float | None] = score.measure(score.add_counts(counts))
    return metrics


def read_floors() -> dict[str, dict[str, float]]:
    """The bounds of each row, by metric; one that is not defined has none."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    columns = (*FLOORS, *CEILINGS)
    floors = {}
    for line in lines:
        name, *values = line.split("\t")
        pairs = zip(columns, values, strict=True)
        floors[name] = {metric: float(value) for metric, value in pairs if value != "-"}
    return floors


def write_floors() -> None:
    """Raise the floors to a little under what is reached now; each keeps its best."""
    head = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("#")]
    known = read_floors()
    lines = []
    for row in ROWS:
        metrics, before = measured(row), known.get(row, {})
        cells = [_best(max, _bound(metrics[name], -SLACK), before.get(name)) for name in FLOORS]
        cells += [_best(min, _bound(metrics[name], SLACK), before.get(name)) for name in CEILINGS]
        lines.append("\t".join([row, *cells]))
    TABLE.write_text("\n".join([*head, *lines, ""]), "utf-8")


def _best(better: Callable[..., str], bound: str, before: float | None) -> str:
    """The better of a bound and the one before; a count stays a whole number."""
    if bound == "-" or before is None:
        return bound
    return better(bound, f"{before:.3f}" if "." in bound else str(int(before)), key=float)


def _bound(value: float | None, slack: float) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{max(0.0, value + slack):.3f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m pages.scores", description=__doc__)
    parser.add_argument("--raise", dest="write", action="store_true", help="write the floors")
    if parser.parse_args(argv).write:
        write_floors()
    print(scorer().table({row: measured(row) for row in ROWS}, with_raw=True))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

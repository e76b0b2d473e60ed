"""How well does zhnews read pages that nobody looked at? A table, and what went wrong.

``python -m tests.press.measure --seed 1000 --count 18`` makes the pages, reads
them, and prints the scores of each family as ``tests/pages/score.py`` counts
them; ``--causes 5`` lists what was missed and what was made up, five of each.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from zhnews.page import read_page

from .pages import FAMILIES, Page, make_page
from .scorer import scorer

#: What an article holds once, and what it holds several of.
_SINGLES = ("headline", "dateline", "source", "date")
_SEVERAL = ("subheads", "credits", "captions", "links", "attachments", "cells")

Finding = tuple[str, str]  # the kind of mistake, and the case


def _differences(kind: str, gold: Iterable[Any], pred: Iterable[Any]) -> Iterator[Finding]:
    left, right = Counter(gold), Counter(pred)
    yield from ((f"{kind} missed", repr(item)) for item in left - right)
    yield from ((f"{kind} made up", repr(item)) for item in right - left)


def findings(page: Page, gold: Any, pred: Any, score: Any) -> Iterator[Finding]:
    """What a reading of a page got wrong, by the parts of the gold."""
    pairing = score.pair_articles(gold.articles, pred.articles)
    for wanted, given in pairing.pairs:
        for name in _SINGLES:
            one, other = getattr(wanted, name), getattr(given, name)
            if one != other:
                how = "wrong" if one and other else "missed" if one else "made up"
                yield f"{name} {how}", f"{one!r} read as {other!r}"
        for name in _SEVERAL:
            yield from _differences(name, getattr(wanted, name), getattr(given, name))
        if not score.is_match(wanted, given):
            sizes = f"{len(wanted.body)} characters read as {len(given.body)}"
            yield "body cut wrong", f"{wanted.headline!r}: {sizes}"
        else:
            breaks = [score.break_contexts(article.paragraphs) for article in (wanted, given)]
            yield from _differences("break", *breaks)
    yield from (("article missed", repr(a.headline or a.body[:20])) for a in pairing.missed)
    yield from (("article made up", repr((a.headline, a.body[:40]))) for a in pairing.spare)
    yield from _differences("furniture", gold.furniture, pred.furniture)
    yield from _differences("contents", gold.contents, pred.contents)
    if gold.issue_date != pred.issue_date:
        yield "issue date", f"{gold.issue_date!r} read as {pred.issue_date!r}"


def measure(
    families: Sequence[str], seeds: Iterable[int], score: Any
) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Scores by family, and mistakes by kind, each case with its page's name."""
    seeds = list(seeds)
    rows: dict[str, Any] = {}
    mistakes: dict[str, list[str]] = defaultdict(list)
    total = []
    for family in families:
        counts = []
        for seed in seeds:
            page = make_page(family, seed)
            gold = score.Document.from_json(page.gold)
            pred = score.Document.from_json(read_page(page.raw).to_dict())
            counts.append(score.count_document(gold, pred, page.raw))
            for kind, case in findings(page, gold, pred, score):
                mistakes[kind].append(f"{page.name}: {case}")
        rows[family] = score.measure(score.add_counts(counts))
        total.extend(counts)
    return rows | {"TOTAL": score.measure(score.add_counts(total))}, dict(mistakes)


def main(argv: Sequence[str] | None = None) -> int:
    """Command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.press.measure", description=__doc__)
    parser.add_argument("--seed", type=int, default=1000, help="seed of the first page")
    parser.add_argument("--count", type=int, default=10, help="pages of each family")
    parser.add_argument("--family", choices=sorted(FAMILIES), action="append")
    parser.add_argument("--causes", type=int, default=0, help="cases shown of each mistake")
    args = parser.parse_args(argv)
    score = scorer()
    seeds = range(args.seed, args.seed + args.count)
    rows, mistakes = measure(args.family or tuple(FAMILIES), seeds, score)
    print(score.table(rows, with_raw=True))
    for kind, cases in sorted(mistakes.items(), key=lambda item: -len(item[1])):
        print(f"{kind}: {len(cases)}")
        for case in cases[: args.causes]:
            print(f"    {case}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

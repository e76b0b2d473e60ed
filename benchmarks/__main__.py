"""Measure how fast zhnews is, beside what people would otherwise use.

    python -m benchmarks                 # writes benchmarks/RESULTS.md, .json and speed.svg
    python -m benchmarks --rounds 1 --quick --out /tmp/now
    python -m benchmarks --compare benchmarks/results.json

The peers (ftfy, trafilatura, cn2an, jionlp, recognizers-text) are measured
where they are installed.
"""

from __future__ import annotations

import argparse
import json
import logging
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

import jieba
from attrs import asdict
from benchmarks import report
from benchmarks.peers import PEERS, lines_of, peers_on, sample_of, version_of
from benchmarks.processes import growth, imports, memory, two_processes
from benchmarks.tasks import WORDS, tasks_on
from benchmarks.texts import Texts, load_texts
from benchmarks.timing import measure

#: How often the texts are repeated to see how time grows.
TIMES = (1, 10, 100)

#: How many pages are read in one process and in two.
PAGES = 2_000

#: How many fresh processes an import is timed in.
IMPORTS = 11

_PACKAGES = ("zhnews", "regex", "attrs", "jieba", *PEERS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write the figures down, and compare them with another run's."""
    options = _parser().parse_args(arguments)
    logging.getLogger("jieba").setLevel(logging.CRITICAL)
    jieba.initialize()
    corpora = load_texts()
    figures: report.Figures = {
        "versions": {"Python": platform.python_version()}
        | {package: version_of(package) for package in _PACKAGES},
        "rounds": options.rounds,
        "texts": {corpus.name: _measured(corpus, options.rounds) for corpus in corpora},
        "peers": [],
        "imports": {},
        "memory": {},
        "growth": {},
        "pages": PAGES,
        "processes": {},
    }
    if not options.quick:
        figures |= _further(corpora, options.rounds)
    before = options.compare.read_text("utf-8") if options.compare else None
    options.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(figures, ensure_ascii=False, indent=1) + "\n"
    (options.out / "results.json").write_text(text, "utf-8")
    figures = json.loads(text)
    (options.out / "RESULTS.md").write_text(report.page(figures), "utf-8")
    (options.out / "speed.svg").write_text(report.plot(figures), "utf-8")
    sys.stdout.write(report.page(figures))
    if before:
        sys.stdout.write("\n" + report.changes(figures, before) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rounds", type=int, default=7, help="how often each task runs")
    parser.add_argument("--quick", action="store_true", help="only the tasks: no fresh processes")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="where to write")
    parser.add_argument("--compare", type=Path, help="the results.json of another run")
    return parser


def _measured(corpus: Texts, rounds: int) -> report.Figures:
    speeds = measure(tasks_on(corpus), corpus.size, rounds)
    return {
        "about": corpus.about,
        "sizes": [len(text) for text in corpus.texts],
        "speeds": {name: asdict(speed) for name, speed in speeds.items()},
    }


def _further(corpora: Sequence[Texts], rounds: int) -> report.Figures:
    """What takes long, or processes of its own."""
    seeds, pages = corpora[0], corpora[1]
    return {
        "peers": [
            _beside_peers(seeds, rounds, quick=True),
            _beside_peers(lines_of(seeds), rounds, quick=True),
            _beside_peers(sample_of(seeds), rounds, quick=False),
        ],
        "imports": imports(IMPORTS),
        "memory": memory(),
        "growth": growth(seeds, TIMES),
        "processes": two_processes(pages, PAGES),
    }


def _beside_peers(corpus: Texts, rounds: int, *, quick: bool) -> report.Figures:
    own = ("read_page", "find_quantities + find_dates", WORDS)
    tasks = {name: task for name, task in tasks_on(corpus).items() if name in own}
    speeds = measure(tasks | peers_on(corpus, quick=quick), corpus.size, min(rounds, 3))
    return {
        "about": corpus.about,
        "size": corpus.size,
        "speeds": {name: asdict(speed) for name, speed in speeds.items()},
    }


if __name__ == "__main__":
    sys.exit(main())

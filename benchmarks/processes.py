"""What does a fresh process take? Import time, memory, growth, and two processes."""

from __future__ import annotations

import subprocess
import sys
from statistics import fmean, median
from time import perf_counter, process_time

from benchmarks.texts import SEEDS, Texts

from zhnews import read_page, read_pages

__all__ = ["growth", "imports", "memory", "two_processes"]

#: How often the texts are read once over; ten times over is read a tenth as often.
RUNS = 30

_IMPORT = "import time; t = time.perf_counter(); import {}; print(time.perf_counter() - t)"

#: Linux counts the parent's memory in ru_maxrss; its own is under VmHWM.
_MEMORY = """
import resource, sys
from pathlib import Path
from zhnews import read_page
for name in {names}:
    read_page(Path(name).read_text("utf-8"))
status = Path("/proc/self/status")
if status.exists():
    size = int(status.read_text().partition("VmHWM:")[2].split()[0]) / 2**10
else:
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
print(size, "jieba" in sys.modules)
"""


def _run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=600
    )
    return done.stdout.strip()


def imports(rounds: int) -> dict[str, float]:
    """How many seconds an import takes in a fresh process: the median of some."""
    names = ("regex, attrs", "zhnews")
    times: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            times[name].append(float(_run(_IMPORT.format(name))))
    return {name: median(spent) for name, spent in times.items()}


def memory() -> dict[str, float]:
    """The most memory that a run over the seeds takes, in MiB.

    Over those that are read without a dictionary, and over all.
    """
    names = [str(path) for path in sorted(SEEDS.glob("*.txt"))]
    plain = [name for name in names if _run(_MEMORY.format(names=[name])).endswith("False")]
    runs = {"those that need no jieba": plain, "all of them": names}
    return {
        about: float(_run(_MEMORY.format(names=chosen)).split()[0])
        for about, chosen in runs.items()
    }


def growth(corpus: Texts, times: tuple[int, ...]) -> dict[str, dict[int, float]]:
    """The seconds that so many times the texts take, as one text and as many.

    A long run has its share of what comes now and then: a full collection, one in
    ten times over the texts, and whatever else the machine does. So what is short is
    measured as often, before and after what is long, and the mean taken: a median
    would leave that out of the one and not of the other.
    """
    least, *others = times
    found: dict[str, dict[int, float]] = {}
    for way in ("one text", "many texts"):
        short = [_seconds(corpus, least, way) for _ in range(RUNS)]
        long: dict[int, float] = {}
        for count in others:
            runs = max(1, RUNS // count)
            long[count] = fmean(_seconds(corpus, count, way) for _ in range(runs))
            short += [_seconds(corpus, least, way) for _ in range(RUNS)]
        found[way] = {least: fmean(short), **long}
    return found


def _seconds(corpus: Texts, count: int, way: str) -> float:
    texts = corpus.texts * count
    if way == "one text":
        texts = ("\n".join(texts),)
    start = process_time()
    for text in texts:
        read_page(text)
    return process_time() - start


def two_processes(corpus: Texts, count: int) -> dict[int, float]:
    """The seconds that so many pages take, in one process and in two."""
    repeats = -(-count // len(corpus.texts))
    texts = (corpus.texts * repeats)[:count]
    found = {}
    for processes in (1, 2):
        start = perf_counter()
        for _ in read_pages(texts, processes=processes):
            pass
        found[processes] = perf_counter() - start
    return found

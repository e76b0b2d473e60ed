"""How long does each task take? Interleaved, so that all meet the same machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median
from time import process_time

from attrs import frozen

__all__ = ["Speed", "measure"]


@frozen
class Speed:
    """How fast a task is.

    Attributes:
        best: Characters a second in the fastest round.
        median: Characters a second in the middling round.
    """

    best: float
    median: float


def measure(tasks: Mapping[str, Callable[[], object]], size: int, rounds: int) -> dict[str, Speed]:
    """The speed of each task on a text of ``size`` characters.

    One round runs every task once; the clock is this process's own time.
    """
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for task in tasks.values():
        task()  # tables, patterns and dictionaries load on first use
    for _ in range(rounds):
        for name, task in tasks.items():
            start = process_time()
            task()
            times[name].append(process_time() - start)
    return {
        name: Speed(size / max(min(spent), 1e-9), size / max(median(spent), 1e-9))
        for name, spent in times.items()
    }

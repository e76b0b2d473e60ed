"""What do the learners of weights share: their options, and how they climb?"""

from __future__ import annotations

import argparse
import math
from collections.abc import Hashable, Mapping, MutableSequence, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

__all__ = ["climb", "log_sum", "read_options"]

#: How far a step goes uphill, and what large weights cost.
PACE = 0.1
PENALTY = 0.1

Name_contra = TypeVar("Name_contra", bound=Hashable, contravariant=True)


class Rows(Protocol[Name_contra]):
    """A row of weights for each name, or for each number."""

    def __getitem__(self, name: Name_contra, /) -> MutableSequence[float]: ...


def climb(
    weights: Rows[Name_contra],
    sums: Rows[Name_contra],
    slopes: Mapping[Name_contra, Sequence[float]],
) -> None:
    """Take a step uphill (AdaGrad), the smaller the more has been climbed before."""
    for name, slope in slopes.items():
        row, climbed = weights[name], sums[name]
        for at, rise in enumerate(slope):
            up = rise - PENALTY * row[at]
            climbed[at] += up * up
            row[at] += PACE * up / math.sqrt(climbed[at])


def log_sum(values: Sequence[float]) -> float:
    """The logarithm of a sum, from the logarithms of what is added.

    >>> round(math.exp(log_sum([math.log(2), math.log(3)])), 9)
    5.0
    """
    most = max(values)
    return most + math.log(sum(math.exp(value - most) for value in values))


def read_options(about: str | None, table: Path, rounds: int) -> argparse.Namespace:
    """The command line: ``folders``, ``held``, ``rounds``, and ``write``, a path or None.

    Args:
        about: What the command does.
        table: Where the weights are written if no other path is given.
        rounds: How often all cases are learned from.
    """
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--held", nargs="*", type=Path, default=[])
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--write", type=Path, nargs="?", const=table, help="write the table")
    return parser.parse_args()

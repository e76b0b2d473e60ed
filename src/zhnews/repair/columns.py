"""Which lines were read across columns that stand side by side?"""

from __future__ import annotations

from zhnews.repair.gutters import read_across
from zhnews.repair.halves import read_halves
from zhnews.repair.lines import Line

__all__ = ["COLUMNS", "take_columns_apart"]

#: The rule's name.
COLUMNS = "columns read across"


def take_columns_apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Read columns one after the other that were read across."""
    return read_halves(read_across(lines, COLUMNS), COLUMNS)

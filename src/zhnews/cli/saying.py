"""How does the command speak? Lines on standard error, safe for a terminal."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhnews.repair import Dropped

__all__ = ["by_rule", "count_dropped", "on_one_line", "say"]


def on_one_line(text: str) -> str:
    """A text as it may stand on a terminal: one line, no controls, no broken bytes.

    >>> on_one_line("a\\nb\\x1b[2J.txt")
    'a\\\\nb\\\\x1b[2J.txt'
    """
    return "".join(
        mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in text
    )


def say(message: str) -> None:
    """Say one line on standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    line = f"zhnews: {on_one_line(message)}\n"
    sys.stderr.write(line.encode(encoding, "replace").decode(encoding))
    sys.stderr.flush()


def count_dropped(dropped: Iterable[Dropped]) -> Counter[str]:
    """How many characters each rule dropped."""
    counts: Counter[str] = Counter()
    for drop in dropped:
        counts[drop.reason] += len(drop.span)
    return counts


def by_rule(counts: Counter[str]) -> str:
    """Rules with what they dropped, most first.

    >>> by_rule(Counter({"separator": 6, "doubled glyphs": 12}))
    'doubled glyphs 12, separator 6'
    """
    return ", ".join(f"{rule} {count}" for rule, count in counts.most_common())

"""How does the command speak? Lines on standard error, safe for a terminal."""

from __future__ import annotations

import sys

__all__ = ["on_one_line", "say"]


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

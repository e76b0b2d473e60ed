"""Shows the examples of docstrings as examples, and no base that is nobody's business.

The house writes them as plain doctests; Markdown would take ``>>>`` for a quotation.
"""

from __future__ import annotations

import re
from typing import Any

import griffe

_ROLE = re.compile(r":(?:func|class|data|meth|mod|attr):`~?([\w.]+)`")


def fenced(text: str) -> str:
    """A docstring with its examples in fences, and its roles as code."""
    lines: list[str] = []
    inside = False
    for line in text.splitlines():
        if line.lstrip().startswith(">>> ") and not inside:
            inside = True
            lines.append(" " * (len(line) - len(line.lstrip())) + "```pycon")
        elif inside and not line.strip():
            inside = False
            lines.append("```")
        lines.append(line)
    if inside:
        lines.append("```")
    return _ROLE.sub(r"`\1`", "\n".join(lines))


class Doctests(griffe.Extension):
    """Fences the doctests of every docstring, and leaves out private bases."""

    def on_object(self, *, obj: Any, **_: Any) -> None:
        """Called for each object that has been loaded."""
        if obj.docstring:
            obj.docstring.value = fenced(obj.docstring.value)
        if obj.is_class:
            obj.bases = [base for base in obj.bases if not str(base).startswith("_")]

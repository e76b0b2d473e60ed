"""Makes docs/reference/repair-rules.md from the rules and their cases.

Run it after a rule was changed: ``python tests/rules_page.py``.
"""

from __future__ import annotations

import json
from pathlib import Path

from zhnews.repair import RULES

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "repair-rules.md"
CASES = ROOT / "tests" / "cases" / "repair.jsonl"

#: How many examples of each kind a rule shows.
EXAMPLES = 3

HEAD = """# The rules of repair

What `repair_text` and `read_page` do to the lines of a page, in this order, and what each rule
may get wrong (*the cost*). The name of a rule is the `reason` of what it dropped. To leave one
out or add your own, see [only repair](../how-to/repair.md#choose-the-rules). In the examples, `⏎`
is a line break.

Three more reasons come from `read_page` itself, for what stands around passages: `table markup`
(the marks around cells), `contents leader` (dots and page numbers in a table of contents) and
`layout` (ornaments such as ★, and the numbers of entries).

This page is made from the rules (`tests/rules_page.py`) and their cases
(`tests/cases/repair.jsonl`).
"""


def rules_page() -> str:
    """The reference page, as text."""
    rows = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    parts = [HEAD]
    for number, rule in enumerate(RULES, 1):
        parts.append(f"## {number}. {rule.name}\n\n{rule.artifact}\n\n*The cost:* {rule.cost}\n")
        repaired = _shown(rows, rule.name, "found", "made")
        left = _shown(rows, rule.name, "left")
        if repaired or left:
            lines = [f"{_line(row['raw'])}  →  {_line(row['text'])}" for row in repaired]
            lines += [f"{_line(row['raw'])}  is left alone" for row in left]
            parts.append("```text\n" + "\n".join(lines) + "\n```\n")
    return "\n".join(parts)


def _shown(rows: list[dict[str, str]], rule: str, *sorts: str) -> list[dict[str, str]]:
    """A few short rows of a rule that can be read in print."""
    fit = [row for row in rows if row["rule"] == rule and row["sort"] in sorts]
    return [row for row in fit if len(row["raw"]) < 60 and _is_seen(row["raw"])][:EXAMPLES]


def _is_seen(text: str) -> bool:
    return all(character.isprintable() or character in "\n\t　" for character in text)


def _line(text: str) -> str:
    return text.replace("\n", " ⏎ ").replace("\t", " ⇥ ") or "nothing"


if __name__ == "__main__":
    PAGE.write_text(rules_page(), "utf-8")

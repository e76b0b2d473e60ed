"""How do the commands go about it that take one document?"""

from __future__ import annotations

from pathlib import Path

from zhnews.cli.jobs import Reader, read_file
from zhnews.cli.saying import by_rule, count_dropped, say
from zhnews.cli.writing import open_output
from zhnews.output import page_to_html, printable, to_json
from zhnews.page import read_page
from zhnews.repair import Repaired, repair_text

__all__ = ["proof_document", "repair_document"]


def repair_document(  # noqa: PLR0913 (the command's options)
    *, file: str, form: str, output: Path | None, quiet: bool, encoding: str | None, errors: str
) -> int:
    """Write the repaired text of a document; the exit status."""
    raw = read_file(file, Reader(encoding, errors))
    if raw is None:
        return 1
    repaired = repair_text(raw)
    text = printable(repaired.text) + "\n" if form == "text" else _as_json(repaired)
    with open_output(output) as out:
        out.write(text.encode("utf-8", "replace"))
    if not quiet:
        dropped = count_dropped(repaired.dropped)
        rules = f": {by_rule(dropped)}" if dropped else ""
        say(f"dropped {sum(dropped.values())} characters{rules}")
    return 0


def _as_json(repaired: Repaired) -> str:
    dropped = [
        {"start": drop.span.start, "end": drop.span.end, "reason": drop.reason}
        for drop in repaired.dropped
    ]
    changes = [
        {"place": change.place, "before": change.before, "after": change.after}
        for change in repaired.changes
    ]
    form = {"text": repaired.text, "dropped": dropped, "changes": changes}
    return to_json(form, indent=1) + "\n"


def proof_document(*, file: str, output: Path | None, encoding: str | None, errors: str) -> int:
    """Write the proof of a document; the exit status."""
    raw = read_file(file, Reader(encoding, errors))
    if raw is None:
        return 1
    name = "stdin" if file == "-" else Path(file).name
    target = Path(f"{Path(name).stem}.html") if output is None else output
    html = page_to_html(read_page(raw), title=name)
    with open_output(None if str(target) == "-" else target) as out:
        out.write(html.encode("utf-8", "replace"))
    if str(target) != "-":
        say(f"wrote {target}")
    return 0

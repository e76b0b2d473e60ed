"""What do the lines of standard input count?"""

from __future__ import annotations

import json
import sys
from datetime import date

from zhnews.cli.saying import say
from zhnews.numbers import find_numbers
from zhnews.output import printable

__all__ = ["number_lines"]


def number_lines(anchor: date | None, form: str) -> int:
    """Print what each line holds; 1 where a line was no UTF-8."""
    out = sys.stdout.buffer
    broken = 0
    for data in sys.stdin.buffer:
        line = data.removesuffix(b"\n").removesuffix(b"\r")
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            text = line.decode("utf-8", "replace")
            broken += 1
        items = [item.to_dict() for item in find_numbers(text, issued=anchor)]
        if form == "jsonl":
            out.write(json.dumps(items, ensure_ascii=False).encode() + b"\n")
        else:
            out.write("".join(map(_row, items)).encode())
    out.flush()
    if broken:
        lines = "1 line was" if broken == 1 else f"{broken} lines were"
        say(f"{lines} no UTF-8: read with U+FFFD for broken bytes")
    return 1 if broken else 0


def _row(item: dict[str, object]) -> str:
    told = [
        f"{key}={value}"
        for key, value in item.items()
        if value is not None and key not in ("text", "start", "end", "kind")
    ]
    return printable("\t".join([str(item["text"]), str(item["kind"]), " ".join(told)])) + "\n"

"""What do the lines of files, or of standard input, count?"""

from __future__ import annotations

import json
import sys
from datetime import date, datetime

from zhnews.cli.jobs import Reader, read_file
from zhnews.cli.saying import say
from zhnews.numbers import find_numbers
from zhnews.output import printable

__all__ = ["number_lines"]


def number_lines(
    *, files: tuple[str, ...], issued: datetime | None, form: str, encoding: str | None, errors: str
) -> int:
    """Print what each line holds; 1 where a file or a line could not be read.

    Files are read whole, as other commands read them. Of standard input each line is
    answered as it comes, as UTF-8, unless an encoding is given.
    """
    day = issued.date() if issued else None
    reader = Reader(encoding, errors)
    unread = False
    for file in files or ("-",):
        if file == "-" and encoding is None:
            unread |= _count_stream(day, form) > 0 and errors == "strict"
            continue
        text = read_file(file, reader)
        unread |= text is None
        for line in text.removesuffix("\n").split("\n") if text else ():
            _count_line(line.removesuffix("\r"), day, form)
    sys.stdout.buffer.flush()
    return 1 if unread else 0


def _count_stream(issued: date | None, form: str) -> int:
    """Print what each line of standard input holds; how many were no UTF-8."""
    broken = 0
    for data in sys.stdin.buffer:
        line = data.removesuffix(b"\n").removesuffix(b"\r")
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            text = line.decode("utf-8", "replace")
            broken += 1
        _count_line(text, issued, form)
    if broken:
        lines = "1 line was" if broken == 1 else f"{broken} lines were"
        sys.stdout.buffer.flush()
        say(f"{lines} no UTF-8: read with U+FFFD for broken bytes; or give the right --encoding")
    return broken


def _count_line(text: str, issued: date | None, form: str) -> None:
    items = [item.to_dict() for item in find_numbers(text, issued=issued)]
    if form == "jsonl":
        printed = json.dumps(items, ensure_ascii=False) + "\n"
    else:
        printed = "".join(map(_row, items))
    sys.stdout.buffer.write(printed.encode("utf-8", "replace"))


def _row(item: dict[str, object]) -> str:
    told = [
        f"{key}={value}"
        for key, value in item.items()
        if value is not None and key not in ("text", "start", "end", "kind")
    ]
    return printable("\t".join([str(item["text"]), str(item["kind"]), " ".join(told)])) + "\n"

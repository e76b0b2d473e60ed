"""A stand-in for ``zhnews numbers`` until the command exists: JSON for each line."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date

from zhnews.numbers import find_numbers


def main() -> None:
    """Read lines from standard input, print one array for each."""
    parser = argparse.ArgumentParser(prog="zhnews numbers")
    parser.add_argument("--anchor", type=date.fromisoformat)
    parser.add_argument("--format", choices=("jsonl",), default="jsonl")
    options = parser.parse_args()
    text = sys.stdin.buffer.read().decode("utf-8")
    for line in text.removesuffix("\n").split("\n") if text else ():
        found = [each.to_dict() for each in find_numbers(line, issued=options.anchor)]
        print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()

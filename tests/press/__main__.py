"""Write generated pages: ``python -m tests.press DIR --seed N --count K [--family F]``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from .pages import FAMILIES, make_page


def main(argv: Sequence[str] | None = None) -> int:
    """Command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.press", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the .txt and .json files go")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first page")
    parser.add_argument("--count", type=int, default=5, help="pages of each family")
    parser.add_argument("--family", choices=sorted(FAMILIES), action="append")
    args = parser.parse_args(argv)
    for family in args.family or FAMILIES:
        for seed in range(args.seed, args.seed + args.count):
            make_page(family, seed).write(args.folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

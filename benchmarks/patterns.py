"""Is there a text on which a pattern takes long? Each one, on short texts that it nearly knows.

``python -m benchmarks.patterns`` collects the patterns that reading the given pages
compiles, and asks each for a piece repeated, between a beginning that it may know and an
end that it may not. Where parts of a pattern can share out a text among them in many ways,
it tries them all before it says no: minutes, on fifty characters. What takes longer than
``--limit`` thousandths of a second is printed with the text, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import product
from types import FrameType
from typing import Any, NoReturn

import regex

#: Pieces beside those of ``benchmarks.growth``.
PIECES = (
    "0 ", "0-", "0.", "03", "0)", "(0", "a ", "a.", "a@", "A", "0a", "字a", "字 ", "字、", "字，",
    "字·", "·字", "/字", "：字", "字\n", "0\n", " \n", "- ", "--", "——", "  ", "\u3000", "……3",
    "3……", "年3", "3月", "第3", "3版", " 第3版", "（字）", "(字)", "【字】", "“字”", "李 敏 ",
    "记者 ", "摄 ", "文/图", "图/", ": ", "<a ", "</", '="', "&#", "![", "](", "**", "__", "||",
)  # fmt: skip

#: What may stand before them, and behind.
BEGINNINGS = (
    "", "责任编辑：李敏", "本报记者 ", "（", "新华社北京", "图为", "第3版 ", "2024年3月7日 ",
    "<table", "来源：", "电话：",
)  # fmt: skip
ENDS = ("", "年x", "。", "@", "\x00", "）字", "！字")

#: A search that takes longer is broken off, in seconds.
LONGEST = 0.5

Search = Callable[[str], object]


def patterns() -> dict[str, Search]:
    """What searches for each pattern that the package compiles, by where it does and what."""
    found: dict[str, Search] = {}

    def watched(compile_: Callable[..., Any], **bounds: float) -> Callable[..., Any]:
        def compiled(*args: Any, **options: Any) -> Any:
            pattern = compile_(*args, **options)
            place = _place()
            if place:
                found[f"{place} {pattern.pattern[:60]!r}"] = partial(pattern.search, **bounds)
            return pattern

        return compiled

    plain, rich = re.compile, regex.compile
    re.compile, regex.compile = watched(plain), watched(rich, timeout=LONGEST)
    try:
        from benchmarks.texts import load_texts

        from zhnews import find_credits, find_numbers, normalize_numbers, read_page

        for text in (text for corpus in load_texts() for text in corpus.texts):
            read_page(text)
            for read in (find_numbers, find_credits, normalize_numbers):
                read(text[:3000])
    finally:
        re.compile, regex.compile = plain, rich
    return found


def _place() -> str | None:
    """The module and the line of the package that compiles."""
    for frame in reversed(traceback.extract_stack()):
        _, package, name = frame.filename.replace("\\", "/").rpartition("/zhnews/")
        if package:
            return f"{name}:{frame.lineno}"
    return None


def texts(size: int) -> Iterator[str]:
    """Pieces repeated to a length, with beginnings and ends."""
    from benchmarks.growth import MARKS
    from benchmarks.growth import PIECES as OTHERS

    for piece in dict.fromkeys((*MARKS, *OTHERS.values(), *PIECES)):
        body = (piece * (size // len(piece) + 1))[:size]
        for beginning, end in product(BEGINNINGS, ENDS):
            yield beginning + body + end


def seconds(search: Search, text: str) -> float:
    """How long a search takes."""
    start = time.process_time()
    with _bounded():
        search(text)
    return time.process_time() - start


@contextmanager
def _bounded() -> Iterator[None]:
    def give_up(number: int, frame: FrameType | None) -> NoReturn:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    except TimeoutError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def main(argv: Sequence[str] | None = None) -> int:
    """Command line; returns the exit status: 1 where a pattern takes long."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.patterns", description=__doc__)
    parser.add_argument("--size", type=int, default=48, help="characters of repeated pieces")
    parser.add_argument("--limit", type=float, default=250.0, help="thousandths of a second")
    args = parser.parse_args(argv)
    asked = patterns()
    print(f"{len(asked)} patterns", flush=True)
    slow = False
    for name, search in asked.items():
        for text in texts(args.size):
            taken = seconds(search, text)
            if taken * 1000 > args.limit and seconds(search, text) * 1000 > args.limit:
                print(f"{taken * 1000:.0f}\t{name}\t{text!r}", flush=True)
                slow = True
                break
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())

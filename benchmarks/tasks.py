"""What is measured? The limits, the whole walk, its stages, and what others do."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

import jieba
import regex
from benchmarks.texts import Texts

from zhnews import find_credits, find_dates, find_quantities, read_page, repair_text
from zhnews.articles import build_blocks, find_articles
from zhnews.repair import repair_lines, split_lines

__all__ = ["ONE_PASS", "WORDS", "tasks_on"]

#: The names of the two tasks that all others are compared with.
ONE_PASS = r"one pass of \p{Han}+"
WORDS = "jieba.cut"

_HAN = regex.compile(r"\p{Han}+")

Task = Callable[[], object]


def tasks_on(corpus: Texts) -> dict[str, Task]:
    """The tasks on some texts, by name."""
    texts = corpus.texts
    lines = [split_lines(text) for text in texts]
    repaired = [repair_lines(page)[0] for page in lines]
    blocks = [build_blocks(page) for page in repaired]
    return {
        ONE_PASS: _each(lambda text: _exhaust(_HAN.finditer(text)), texts),
        WORDS: _each(lambda text: _exhaust(jieba.cut(text)), texts),
        "read_page": _each(read_page, texts),
        "repair_text": _each(repair_text, texts),
        "find_quantities + find_dates": _each(
            lambda text: (find_quantities(text), find_dates(text)), texts
        ),
        "find_credits": _each(find_credits, texts),
        "stage: split_lines": _each(split_lines, texts),
        "stage: repair_lines": _each(repair_lines, lines),
        "stage: build_blocks": _each(build_blocks, repaired),
        "stage: find_articles": _each(find_articles, blocks),
    }


def _each(act: Callable[..., object], values: Iterable[object]) -> Task:
    kept = tuple(values)
    return lambda: [act(value) for value in kept]


def _exhaust(values: Iterable[object]) -> None:
    deque(values, maxlen=0)

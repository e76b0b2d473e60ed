"""Memory follows the page that is read, not the pages read before."""

from __future__ import annotations

import gc
import tracemalloc

import pytest

from press import FAMILIES, make_page
from zhnews.page import read_page

#: The most that is held while a page is read, in bytes a character: its lines,
#: blocks and their places. Measured: about 150.
MOST_BYTES = 400

#: What may still be held after a few hundred pages more, in bytes: caches of a
#: fixed size that fill.
MOST_KEPT = 1_000_000


def held_after(pages: int, *, start: int) -> int:
    """What is held once so many pages, no two the same, were read."""
    bank = [make_page(family, seed).raw[:400] for family in FAMILIES for seed in range(3)]
    for number in range(start, start + pages):
        read_page(f"{bank[number % len(bank)]}\n第{number}页")
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def stream(pages: int) -> int:
    """How much more is held after a stream of pages than after its beginning."""
    tracemalloc.start()
    try:
        before = held_after(60, start=0)
        return held_after(pages, start=60) - before
    finally:
        tracemalloc.stop()


def test_a_stream_of_pages_leaves_nothing_behind() -> None:
    """No cache grows with what was read."""
    assert stream(60) < MOST_KEPT


@pytest.mark.long
def test_a_long_stream_of_pages_leaves_nothing_behind() -> None:
    """Ten thousand pages."""
    assert stream(10_000) < MOST_KEPT


def test_a_page_takes_memory_by_its_length() -> None:
    """Some hundred bytes a character while it is read, far fewer afterwards."""
    raw = "\n".join(make_page("native", seed).raw for seed in range(8))[:15_000]
    read_page(raw[:5000])
    gc.collect()
    tracemalloc.start()
    try:
        read_page(raw)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < MOST_BYTES * len(raw)

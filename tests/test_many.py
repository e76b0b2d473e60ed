"""Many pages are a stream: in order, each failure in its place, never all in memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chores import die_on_three, double, fail_on_three
from zhnews.many import WINDOW, Failure, _Pool, map_many, read_pages
from zhnews.page import Page
from zhnews.repair import RULES, Rule

PAGE = "春耕备耕\n本报记者　李敏\n　　截至3月5日，全县已备足化\n肥1.2万吨。\n"


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_the_order_of_the_items(processes: int) -> None:
    """The third result belongs to the third page, however long the second took."""
    assert list(map_many(double, range(200), processes=processes)) == [2 * n for n in range(200)]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_failure_stands_in_its_place(processes: int) -> None:
    """One bad page does not end the run, and one can tell which it was."""
    results = list(map_many(fail_on_three, range(6), processes=processes))

    assert results == [0, 1, 2, Failure(3, "ValueError: three is too many"), 4, 5]


def test_a_worker_that_dies_is_reported_and_the_others_go_on() -> None:
    """The page it died of is named; those it had not begun are done by others."""
    results = list(map_many(die_on_three, range(40), processes=2))

    assert results[3] == Failure(3, "the worker process ended by signal 9")
    assert results[:3] + results[4:] == [n for n in range(40) if n != 3]


def test_one_text_is_not_taken_for_many() -> None:
    """Its characters are no pages."""
    with pytest.raises(TypeError, match="put it in a list"):
        read_pages(PAGE)


def test_an_item_that_cannot_be_sent_fails_alone() -> None:
    """What does not pickle is reported like any other failure."""
    first, bad, last = map_many(double, [1, lambda: None, 2], processes=2)

    assert (first, last) == (2, 4)
    assert isinstance(bad, Failure)


def test_items_are_taken_as_they_are_needed() -> None:
    """A stream of a million pages does not wait in memory."""
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number

    results = map_many(double, items(), processes=2)
    for _ in range(10):
        next(results)

    assert taken <= 10 + 2 * WINDOW + 2
    results.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("processes", [1, 2])
def test_no_items_give_no_results(processes: int) -> None:
    """An empty folder is no error."""
    assert list(map_many(double, [], processes=processes)) == []


def test_pages_and_failures_share_the_stream() -> None:
    """Bytes are no text: that page fails, and says what to do."""
    texts: list[Any] = [PAGE, PAGE.encode(), PAGE]
    results = list(read_pages(texts, processes=2))

    assert [type(result) for result in results] == [Page, Failure, Page]
    assert "decode" in results[1].reason  # type: ignore[union-attr]


def test_workers_read_what_one_process_reads() -> None:
    """Same text, same answer."""
    assert list(read_pages([PAGE] * 3, processes=2)) == list(read_pages([PAGE] * 3))


def test_fewer_than_one_process_is_refused() -> None:
    """At once, not when the first page is asked for."""
    with pytest.raises(ValueError, match="at least 1"):
        read_pages([], processes=0)


def test_a_script_whose_workers_cannot_start_is_told_why(tmp_path: Path) -> None:
    """Once, instead of a failure for each text."""
    script = tmp_path / "archive.py"
    script.write_text(
        "import zhnews\nlist(zhnews.read_pages(['春耕'] * 500, processes=2))\n", "utf-8"
    )

    run = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=60
    )

    assert run.returncode == 1
    assert (
        run.stderr.strip().splitlines()[-1].startswith("RuntimeError: the worker processes ended")
    )
    assert '`if __name__ == "__main__":`' in run.stderr


def test_rules_of_ones_own_go_to_the_workers() -> None:
    """Those that are shipped, but for one; a function within a function cannot."""
    own = Rule("draft mark", lambda lines: lines, "Marks of a draft.", "Nothing.")

    pages = list(read_pages([PAGE] * 3, processes=2, rules=RULES[1:]))

    assert pages == list(read_pages([PAGE] * 3, rules=RULES[1:]))
    with pytest.raises(TypeError, match="the rule 'draft mark' cannot be sent"):
        read_pages([PAGE], processes=2, rules=(*RULES, own))


def test_no_worker_is_started_for_nothing() -> None:
    """Two items are given to two workers, whatever number is allowed."""
    pool = _Pool(double, 8)

    assert list(pool.map([1, 2])) == [2, 4]
    assert len(pool.workers) == 2

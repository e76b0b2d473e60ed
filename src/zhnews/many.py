"""How are many pages read? As a stream, in order, one failure at a time.

Worker processes hold a few texts each; results come back in the order of the
input. A text that fails, or that takes its worker down with it, is reported in
its place, and the others go on.
"""

from __future__ import annotations

import pickle
import queue
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from attrs import define, field, frozen

from zhnews.page import Page, read_page
from zhnews.repair.rules import RULES, Rule
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["Failure", "map_many", "read_pages"]

#: How many items a worker is given ahead, so that it never waits for the
#: reader of the results.
AHEAD = 3

#: How many results may wait for a slow one before them, for each worker. The
#: cost: a page a hundred times as long as the others stalls the stream.
WINDOW = 16


@frozen
class Failure:
    """What stands in the stream for an item that could not be read.

    Attributes:
        index: The item's place in the input, from 0.
        reason: What happened, in one line.
    """

    index: int
    reason: str


def read_pages(
    texts: Iterable[str],
    *,
    processes: int = 1,
    rules: tuple[Rule, ...] = RULES,
    vocabulary: Vocabulary = STANDARD,
) -> Iterator[Page | Failure]:
    """Read many pages: a stream of pages, in the order of the texts.

    Memory does not grow with the number of texts. With more than one process,
    the workers are started afresh (``spawn``), so a script needs the usual
    ``if __name__ == "__main__":``.

    Args:
        texts: The raw texts; taken as they are needed.
        processes: How many to read at once; 1 reads in this process.
        rules: The repairs to make, in order. Rules of your own must pickle
            where there are several processes: functions of a module do.
        vocabulary: The tables to read with.

    Yields:
        For each text its page, or a :class:`Failure`.

    Raises:
        TypeError: ``texts`` is one text, or a rule cannot be sent to other processes.
        ValueError: ``processes`` is less than 1.
        RuntimeError: no worker can start, as in a script that lacks the line above.

    >>> [type(page).__name__ for page in read_pages(["春耕备耕\\n", b"not text"])]
    ['Page', 'Failure']
    """
    if isinstance(texts, (str, bytes)):
        msg = f"read_pages() takes several texts, not one {type(texts).__name__}: put it in a list"
        raise TypeError(msg)
    options: dict[str, Any] = {"vocabulary": vocabulary}
    if rules is not RULES:  # (those that are shipped are everywhere, and need not travel)
        options["rules"] = rules
    return map_many(partial(read_page, **options), texts, processes=processes)


def map_many(
    function: Callable[[Any], Any], items: Iterable[Any], *, processes: int = 1
) -> Iterator[Any]:
    """Apply a function to many items, in order, each failure in its place.

    Args:
        function: What is done to each; it must pickle.
        items: What it is done to; taken as they are needed.
        processes: How many worker processes; 1 works in this one.

    Raises:
        ValueError: ``processes`` is less than 1.
        TypeError: the function does not pickle.
        RuntimeError: no worker can start.
    """
    if processes < 1:
        msg = f"processes must be at least 1, not {processes}"
        raise ValueError(msg)
    if processes == 1:
        return _map_here(function, items)
    try:
        pickle.dumps(function)
    except Exception as error:
        msg = f"{_nearest(function)} cannot be sent to other processes: {_reason(error)}"
        raise TypeError(msg) from None
    return _Pool(function, processes).map(items)


def _map_here(function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
    for index, item in enumerate(items):
        try:
            result = function(item)
        except Exception as error:  # (isolates whatever one page does)
            result = Failure(index, _reason(error))
        yield result


def _nearest(function: Callable[[Any], Any]) -> str:
    """What of a function to name in an error: the first of its rules that does not pickle."""
    rules = function.keywords.get("rules", ()) if isinstance(function, partial) else ()
    for rule in rules:
        try:
            pickle.dumps(rule)
        except Exception:
            return f"the rule {rule.name!r}"
    return "what is to be done"


def _reason(error: BaseException) -> str:
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _work(function: Callable[[Any], Any], connection: Connection) -> None:
    """A worker's life: take items, give results, until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    items: queue.SimpleQueue[tuple[int, Any] | None] = queue.SimpleQueue()

    def receive() -> None:
        # A thread drains the line, so that parent and worker never both wait
        # for the other to read.
        try:
            while True:
                items.put(connection.recv())
        except (EOFError, OSError):
            items.put(None)

    threading.Thread(target=receive, daemon=True).start()
    try:
        connection.send(None)  # it has started
    except OSError:  # nobody is there to read it
        return
    while (given := items.get()) is not None:
        index, item = given
        try:
            result = function(item)
        except Exception as error:
            result = Failure(index, _reason(error))
        try:
            connection.send((index, result))
        except OSError:  # nobody is there to read it
            return


@define(eq=False)
class _Worker:
    process: Any
    connection: Connection
    given: deque[tuple[int, Any]] = field(factory=deque)
    has_started: bool = False


class _Pool:
    """Worker processes, and what each has been given."""

    def __init__(self, function: Callable[[Any], Any], processes: int) -> None:
        self.function = function
        self.size = processes
        self.context = get_context("spawn")
        self.workers: list[_Worker] = []
        self.again: deque[tuple[int, Any]] = deque()  # what a dead worker had not begun
        self.done: dict[int, Any] = {}
        self.stillborn = 0  # how many workers ended before they started, the last ones in a row

    def map(self, items: Iterable[Any]) -> Iterator[Any]:
        source = enumerate(items)
        following = 0  # the index that is yielded next
        try:
            while True:
                self._hand_out(source, following)
                if following not in self.done and any(one.given for one in self.workers):
                    self._collect()
                while following in self.done:
                    yield self.done.pop(following)
                    following += 1
                    if not self.done:
                        break
                if not self.done and not self.again and not any(w.given for w in self.workers):
                    self._hand_out(source, following)
                    if not any(worker.given for worker in self.workers):
                        return
        finally:
            self._stop()

    def _hand_out(self, source: Iterator[tuple[int, Any]], following: int) -> None:
        """Give items to the workers, fewest first, as far as the window allows."""
        while True:
            if self._is_full():
                return
            item = self.again.popleft() if self.again else None
            if item is None:
                waiting = len(self.done) + sum(len(one.given) for one in self.workers)
                if waiting >= WINDOW * self.size:
                    return
                item = next(source, None)
            if item is None:
                return
            worker = self._idlest()
            worker.given.append(item)
            try:
                worker.connection.send(item)
            except OSError:  # it died at rest: not of this item
                self.again.append(worker.given.pop())
                self._bury(worker)
            except Exception as error:  # an item that cannot be sent
                worker.given.pop()
                self.done[item[0]] = Failure(item[0], _reason(error))

    def _is_full(self) -> bool:
        return len(self.workers) == self.size and all(
            len(worker.given) >= AHEAD for worker in self.workers
        )

    def _idlest(self) -> _Worker:
        if len(self.workers) < self.size:
            self.workers.append(self._start())
            return self.workers[-1]
        return min(self.workers, key=lambda one: len(one.given))

    def _start(self) -> _Worker:
        mine, theirs = self.context.Pipe()
        process = self.context.Process(target=_work, args=(self.function, theirs), daemon=True)
        process.start()
        theirs.close()  # so that its death ends the line
        return _Worker(process, mine)

    def _collect(self) -> None:
        """Wait for results; a closed line is a dead worker."""
        by_line = {worker.connection: worker for worker in self.workers if worker.given}
        for line in wait(list(by_line)):
            worker = by_line[line]  # type: ignore[index]
            try:
                received = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if received is None:
                worker.has_started = True
                self.stillborn = 0
                continue
            index, result = received
            worker.given.popleft()
            self.done[index] = result

    def _bury(self, worker: _Worker) -> None:
        """Report what a dead worker was at; what it had not begun goes to others.

        Raises:
            RuntimeError: as many workers as there may be ended before they started.
        """
        self.workers.remove(worker)
        worker.connection.close()
        worker.process.join(1)
        code = worker.process.exitcode
        how = f"by signal {-code}" if code is not None and code < 0 else f"with status {code}"
        self.stillborn += not worker.has_started
        if self.stillborn >= self.size:
            msg = (
                f"the worker processes ended {how} before they started: what reads with several "
                'must stand in a file, under `if __name__ == "__main__":`'
            )
            raise RuntimeError(msg) from None
        if worker.given and worker.has_started:
            index, _ = worker.given.popleft()
            self.done[index] = Failure(index, f"the worker process ended {how}")
        self.again.extendleft(reversed(worker.given))

    def _stop(self) -> None:
        for worker in self.workers:
            worker.connection.close()
        for worker in self.workers:
            worker.process.terminate()
            worker.process.join()

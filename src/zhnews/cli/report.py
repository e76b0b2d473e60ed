"""What does the command say of its work? Lines on standard error."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import define, field

from zhnews.cli.jobs import Outcome
from zhnews.cli.saying import by_rule, say

__all__ = ["Report", "with_progress"]


@define
class Report:
    """The count of what was done."""

    documents: int = 0
    unread: int = 0
    skipped: int = 0
    articles: int = 0
    headless: int = 0
    characters: int = 0
    dropped: Counter[str] = field(factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count one document, and say so at once where it could not be read."""
        if outcome.problem is not None:
            self.unread += 1
            say(f"{outcome.document.label}: {outcome.problem}")
            return
        if outcome.skipped:
            self.skipped += 1
            return
        self.documents += 1
        self.articles += outcome.articles
        self.headless += outcome.headless
        self.characters += outcome.characters
        self.dropped.update(outcome.dropped)

    def lines(self) -> list[str]:
        """What was done, for people."""
        lines = [
            f"{_counted(self.documents, 'document')}, {_counted(self.articles, 'article')}"
            f", {self.headless} without a headline"
        ]
        if self.skipped:
            lines.append(f"{_counted(self.skipped, 'document')} left out: done before")
        if self.unread:
            lines.append(f"{_counted(self.unread, 'document')} could not be read")
        if self.dropped:
            total = sum(self.dropped.values())
            rules = by_rule(self.dropped)
            lines.append(f"dropped {total} of {self.characters} characters: {rules}")
        return lines


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def with_progress(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """The same outcomes, with a bar on a terminal when there are several."""
    if total < 2 or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("parsing", total=total)
        for outcome in outcomes:
            yield outcome
            progress.advance(task)

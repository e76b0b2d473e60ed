"""Which rules are there, and in which order?"""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from zhnews.excerpt import Excerpt
from zhnews.repair.lines import Line

__all__ = ["RULES", "Rule", "on_each_line"]


@frozen
class Rule:
    """One repair.

    Attributes:
        name: What is booked as the reason; unique among the rules.
        keep: Gives back the lines as they are kept: the very tuple it was
            given when there is nothing to repair, and the very lines that it
            leaves alone. It only selects: the texts it gives are slices of
            those it got, or one-to-one counterparts.
        artifact: What it repairs, in one sentence, with an example.
        cost: What it may get wrong.
    """

    name: str
    keep: Callable[[tuple[Line, ...]], tuple[Line, ...]]
    artifact: str
    cost: str


def on_each_line(
    name: str, keep: Callable[[Excerpt], Excerpt]
) -> Callable[[tuple[Line, ...]], tuple[Line, ...]]:
    """A rule about single lines as a rule about the page.

    A line of which nothing is kept goes; its gap is added to the next line's.
    """

    def apply(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        kept: list[Line] = []
        touched = False
        for line in lines:
            text = keep(line.text)
            if text is line.text:
                kept.append(line)
                continue
            touched = True
            text = text.strip()
            if text:
                kept.append(line.with_text(text, name))
        return tuple(kept) if touched else lines

    return apply


RULES: tuple[Rule, ...] = ()

"""Does text run on from line to line, or across its blanks?

Columns that were read across run on downwards: a word is broken where a line
ends, and goes on where the next line of the column begins. In a table, in
verse and where a blank crept into a line, no word is broken there.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, pairwise

from attrs import frozen

from zhnews.chinese import parts_word
from zhnews.repair.lines import Line

__all__ = ["Seams", "seams_of"]

#: The share of the breaks between the lines of columns that must go through a
#: word. In columns of news it is one in four; where texts meet that have
#: nothing to do with each other, one in thirty.
_SHARE = 0.08


#: Lines that are looked at: they tell as well as all of a page.
_ENOUGH = 120


@frozen
class Seams:
    """How text runs on over breaks.

    Attributes:
        down: Breaks between the lines of a column.
        broken_down: Those of them that go through a word.
        broken_across: The breaks between cells of one line that do.
    """

    down: int = 0
    broken_down: int = 0
    broken_across: int = 0

    def __add__(self, other: Seams) -> Seams:
        return Seams(
            self.down + other.down,
            self.broken_down + other.broken_down,
            self.broken_across + other.broken_across,
        )

    @property
    def speak_for_columns(self) -> bool:
        """Whether words run on downwards, not across."""
        return self.broken_down >= max(1, 2 * self.broken_across, _SHARE * self.down)

    @property
    def speak_against_columns(self) -> bool:
        """Whether words run on across rather than downwards."""
        return self.broken_across > self.broken_down


def seams_of(lines: Iterable[Line]) -> Seams:
    """How text runs on over the breaks of lines that were read column by column.

    >>> from zhnews.excerpt import Excerpt
    >>> cells = [Line(Excerpt.of(text), row) for row, text in [(0, "还要看服"), (1, "务能不能")]]
    >>> seams_of(cells)
    Seams(down=1, broken_down=1, broken_across=0)
    """
    seams = Seams()
    last: dict[int, Line] = {}
    kept = tuple(islice(lines, _ENOUGH))
    for one, other in pairwise(kept):
        if one.number < other.number:
            seams += Seams(1, _breaks_word(one, other))
    for line in kept:
        if line.number in last:
            seams += Seams(broken_across=_breaks_word(last[line.number], line))
        last[line.number] = line
    return seams


def _breaks_word(one: Line, other: Line) -> bool:
    return parts_word(one.text.text, other.text.text)

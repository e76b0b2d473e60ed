"""Which runs of a line stand twice?

A grammar of repetition, without judgement: what is an artifact and what is
said twice on purpose is decided in :mod:`zhnews.repair.glyphs`. Runs are
compared without white space, as letter-spaced lines are doubled too.
"""

from __future__ import annotations

from collections import Counter
from operator import add, eq

from attrs import frozen

from zhnews.excerpt import Excerpt

__all__ = ["SHORTEST_COPY", "Copies", "View", "find_copies", "keep_first"]

#: The shortest run that may be evidence, in characters: words repeat one or two
#: (看看, 研究研究).
SHORTEST_COPY = 3

#: The longest run looked for, in characters: a display line is shorter.
LONGEST_RUN = 200

#: How many places are tried for the second copy of a run.
_TRIES = 16

#: Marks that print doubles (—— and ……); one of them is no run.
_ROWS = frozenset("—–―─━…⋯=~*＿－＝～")

#: Marks that stand in rows; a pair of them may be one that was drawn twice.
_LEADERS = frozenset("·•.-_")


@frozen
class Copies:
    """A run that stands more than once, in a text without white space.

    Attributes:
        start: Where the first copy begins.
        size: The length of one copy.
        count: How many copies there are, at least 2.
    """

    start: int
    size: int
    count: int

    @property
    def end(self) -> int:
        """Where the last copy ends."""
        return self.start + self.size * self.count


@frozen
class View:
    """A line without white space.

    Attributes:
        text: The printed characters.
        places: The offset of each in the line.
        spaced: Whether white space stands before each.
    """

    text: str
    places: tuple[int, ...]
    spaced: tuple[bool, ...]

    @classmethod
    def of(cls, line: str) -> View:
        """The view of a line."""
        if len(line.split()) == 1 and not (line[0].isspace() or line[-1].isspace()):
            return cls(line, tuple(range(len(line))), (False,) * len(line))
        places = tuple([i for i, character in enumerate(line) if not character.isspace()])
        spaced = tuple([i > 0 and line[i - 1].isspace() for i in places])
        return cls("".join([line[i] for i in places]), places, spaced)

    def copy(self, run: Copies) -> str:
        """One copy of a run."""
        return self.text[run.start : run.start + run.size]

    def is_spaced(self, run: Copies) -> bool:
        """Whether a run is letter-spaced: by half of its inner places or more."""
        return 2 * sum(self.spaced[run.start + 1 : run.start + run.size]) >= run.size - 1


def find_copies(view: View) -> list[Copies]:
    """The runs of a line that stand twice or more, one after the other.

    Read from the left, the longest run first. Copies with white space between
    them are none (equal cells of a table), unless all is letter-spaced.

    >>> find_copies(View.of("本报记者本报记者 李芃达李芃达"))
    [Copies(start=0, size=4, count=2), Copies(start=8, size=3, count=2)]
    >>> find_copies(View.of("合格品 合格品 ——"))
    []
    """
    text = view.text
    pairs = list(map(add, text, text[1:]))
    if len(set(pairs)) == len(pairs) and not any(map(eq, text, text[1:])):
        return []  # no character twice, no pair again
    again = {pair for pair, count in Counter(pairs).items() if count > 1 or pair[0] == pair[1]}
    copies: list[Copies] = []
    i = 0
    while i < len(pairs):
        size = _longest_copy(view, i) if pairs[i] in again else 0
        if not size:
            i += 1
            continue
        size = _root(text[i : i + size])
        run = text[i : i + size]
        end = i + 2 * size
        while text.startswith(run, end) and _touch(view, end - size, size):
            end += size
        copies.append(Copies(i, size, (end - i) // size))
        i = end
    return copies


def _longest_copy(view: View, start: int) -> int:
    """The length of the longest run that begins here and is said again; 0 for none."""
    text = view.text
    pair = text[start : start + 2]
    last = start + min((len(text) - start) // 2, LONGEST_RUN) + 2
    for _ in range(_TRIES):
        at = text.rfind(pair, start + 2, last)
        if at < 0:
            break
        if text.startswith(text[start:at], at) and _touch(view, start, at - start):
            return at - start
        last = at + 1
    return 1 if _is_doubled(text, start) and _touch(view, start, 1) else 0


def _is_doubled(text: str, start: int) -> bool:
    """Whether a character stands twice, and that is not how print sets it."""
    character = text[start]
    if character != text[start + 1] or character in _ROWS:
        return False
    if character not in _LEADERS:
        return True
    return text[start - 1 : start] != character and text[start + 2 : start + 3] != character


def _touch(view: View, start: int, size: int) -> bool:
    """Whether nothing but letter-spacing stands between two copies."""
    if not view.spaced[start + size]:
        return True
    return size >= SHORTEST_COPY and view.is_spaced(Copies(start, size, 2))


def _root(run: str) -> int:
    """The length of what a run repeats: a run may stand three or four times."""
    size = (run + run).find(run, 1)
    return size if size >= SHORTEST_COPY else len(run)


def keep_first(text: Excerpt, view: View, copies: list[Copies]) -> Excerpt:
    """A text with the first copy of each run only; its view tells the places.

    >>> line = Excerpt.of("颱颱風風 A13A13")
    >>> view = View.of(line.text)
    >>> keep_first(line, view, find_copies(view)).text
    '颱風 A13'
    """
    if not copies:
        return text
    kept: list[tuple[int, int]] = []
    position = 0
    for run in copies:
        kept.append((position, view.places[run.start + run.size - 1] + 1))
        position = view.places[run.end - 1] + 1
    kept.append((position, len(text)))
    return text.keep(kept)

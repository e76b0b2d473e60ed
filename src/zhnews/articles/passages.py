"""Which lines are one passage, and which stand on display?

Each line opens a paragraph, runs on from the line above, or stands on display
(headlines, crossheads). What a line looks like speaks for each of these, and
the best reading of the page as a whole wins: a line is on display because what
stands around it is not. What each look weighs is learned from pages whose
reading is known; the weights are in ``reading.tsv``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from zhnews.articles.sights import BOLD, see_lines
from zhnews.excerpt import Excerpt
from zhnews.repair.flow import Fit, join_lines, measure_fit, stops
from zhnews.repair.lines import Line

__all__ = ["ARCS", "BOLD", "Passage", "best_reading", "build_passages"]

#: What a line may be: it opens a paragraph, runs on, or stands on display.
OPENS, RUNS, DISPLAY = range(3)

#: The steps from one line to the next, as (state above, state): running text
#: above is one state, whether it opened or ran on.
ARCS = ("text opens", "text runs", "text display", "shown opens", "shown runs", "shown display")

Weights = Mapping[str, Sequence[float]]

_NEVER = -1e9


@frozen
class Passage:
    """Lines that belong together.

    Attributes:
        text: Their text, joined.
        lines: The lines, in order.
        display: Whether it stands on display, rather than being running text.
        finished: Whether it ends with a sentence.
        fits: How each line is set in its column.
    """

    text: Excerpt
    lines: tuple[Line, ...]
    display: bool
    finished: bool
    fits: tuple[Fit, ...]

    @property
    def column(self) -> int:
        """The width of the column that most of its lines stand in; 0 for none."""
        columns = Counter(fit.column for fit in self.fits if fit.column)
        return columns.most_common(1)[0][0] if columns else 0

    @property
    def repairs(self) -> frozenset[str]:
        """The rules of repair that changed any of its lines."""
        return frozenset(rule for line in self.lines for rule in line.repairs)


def build_passages(
    lines: tuple[Line, ...],
    listed: frozenset[str] = frozenset(),
    severed: Mapping[int, str] | None = None,
) -> tuple[Passage, ...]:
    """Put lines together to paragraphs and lines on display.

    Args:
        lines: Repaired lines, without those that a grammar knows.
        listed: Titles of the page's table of contents, without white space.
        severed: For a line above which a grammar's line stood, what it was.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("春耕备耕\\n截至三月五日，全县各乡\\n已经备足化肥一万二千吨，\\n农药三千吨。")
    >>> [(passage.text.text, passage.display) for passage in build_passages(page)]
    [('春耕备耕', True), ('截至三月五日，全县各乡已经备足化肥一万二千吨，农药三千吨。', False)]
    """
    if not lines:
        return ()
    fits = measure_fit(lines)
    states = best_reading(see_lines(lines, fits, listed, severed or {}), reading_weights())
    for first, last in _bold_captions(lines, severed or {}):
        states[first:last] = [OPENS] + [RUNS] * (last - first - 1)
    passages: list[Passage] = []
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or states[i] != RUNS:
            chunk = lines[start:i]
            text = join_lines(list(chunk))
            shown = states[start] == DISPLAY
            passages.append(Passage(text, chunk, shown, stops(text.text), fits[start:i]))
            start = i
    return tuple(passages)


def best_reading(sights: Sequence[tuple[str, ...]], weights: Weights) -> list[int]:
    """The states of the lines that together score best (Viterbi).

    Args:
        sights: The evidence of each line.
        weights: What each piece of evidence weighs on each of the ``ARCS``.
    """
    arcs = _weigh(sights[0], weights)
    scores = [arcs[0], _NEVER, arcs[2]]
    steps: list[tuple[int, int, int]] = []
    for sight in sights[1:]:
        arcs = _weigh(sight, weights)
        opens, runs, shown = scores
        text = opens if opens >= runs else runs
        before = OPENS if opens >= runs else RUNS
        step = [before, before, before]
        for state in range(3):
            from_text, from_shown = text + arcs[state], shown + arcs[state + 3]
            if from_shown > from_text:
                step[state] = DISPLAY
            scores[state] = max(from_text, from_shown)
        steps.append((step[0], step[1], step[2]))
    state = max(range(3), key=lambda s: scores[s])
    states = [state]
    for way in reversed(steps):
        state = way[state]
        states.append(state)
    states.reverse()
    return states


def _weigh(sight: tuple[str, ...], weights: Weights) -> list[float]:
    arcs = [0.0] * len(ARCS)
    for name in sight:
        row = weights.get(name)
        if row is not None:
            arcs = [a + w for a, w in zip(arcs, row, strict=True)]
    return arcs


@cache
def reading_weights() -> Weights:
    """The learned weights: a row a name, a column an arc."""
    lines = files(__package__).joinpath("reading.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: tuple(map(float, row[1:])) for row in rows}


def _bold_captions(lines: tuple[Line, ...], severed: Mapping[int, str]) -> list[tuple[int, int]]:
    """Runs of lines in bold type that end with a sentence, as captions do."""
    runs: list[tuple[int, int]] = []
    first: int | None = None
    for i, line in enumerate(lines):
        if BOLD.isdisjoint(line.repairs):
            first = None
            continue
        if first is None or i in severed:
            first = i
        if stops(line.text.text):
            runs.append((first, i + 1))
            first = None
    return runs

"""Which lines are one passage, and which stand on display?

Each line opens a paragraph, runs on from the line above, or stands on display
(headlines, crossheads). What a line looks like speaks for each of these, and
the best reading of the page as a whole wins: a line is on display because what
stands around it is not. What each look weighs is learned from pages whose
reading is known; the weights are in ``reading.tsv``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from struct import Struct

from attrs import frozen

from zhnews.articles.blocks import NO_MARKS
from zhnews.articles.parallels import mark_parallels
from zhnews.articles.questions import find_questions
from zhnews.articles.sights import (
    AGAINST,
    AGAINST_BUNDLES,
    BOLD,
    LOOKS,
    OWN,
    OWN_BUNDLES,
    PAIRED,
    Sight,
    see_lines,
)
from zhnews.articles.vetoes import DISPLAY, OPENS, RUNS, find_vetoes
from zhnews.excerpt import Excerpt
from zhnews.fields.captions import read_caption_mark
from zhnews.repair.flow import Fit, join_lines, measure_fit, stops
from zhnews.repair.lines import Line
from zhnews.vocab import rows_of

__all__ = ["Passage", "best_reading", "build_passages"]

#: The names of the states, and of the steps from one line's to the next's.
STATES = ("opens", "runs", "display")
STEPS = tuple(f"{above}>{state}" for above in STATES for state in STATES)

#: Some of a line's looks, and what takes them from all of them.
Looks = tuple[str, ...]
Pick = Callable[[Looks], Looks]

#: The weights of one group of looks: for each value of the group a weight for
#: each step, packed in one number.
Group = Mapping[Looks, int]

#: Of how many ways to look in a bundle the weight is kept. A thousand pages have
#: fewer.
MOST_WAYS = 2**13

_NEVER = -(10**9)


class Bundle(dict[Looks, int]):
    """What the groups of a bundle weigh together, by the looks that were met.

    Looks that are new are worked out when they are asked for.
    """

    def __init__(self, takes: Sequence[Pick], groups: Sequence[Group]) -> None:
        super().__init__()
        self._groups = tuple(zip(takes, groups, strict=True))

    def __missing__(self, looks: Looks) -> int:
        if len(self) >= MOST_WAYS:
            self.clear()
        weight = self[looks] = sum(group.get(take(looks), 0) for take, group in self._groups)
        return weight


@frozen
class Weights:
    """What is learned of the groups of looks, in bundles.

    Attributes:
        own: For ``OWN``: each bundle behind what takes its looks from a line's.
        against: For ``AGAINST``, likewise.
    """

    own: tuple[tuple[Pick, Bundle], ...]
    against: tuple[tuple[Pick, Bundle], ...]


@frozen
class Passage:
    """Lines that belong together.

    Attributes:
        text: Their text, joined.
        lines: The lines, in order.
        display: Whether it stands on display, rather than being running text.
        finished: Whether it ends with a sentence.
        fits: How each line is set in its column.
        runs_on: Whether its first line goes on with a paragraph that
            something on display interrupts.
    """

    text: Excerpt
    lines: tuple[Line, ...]
    display: bool
    finished: bool
    fits: tuple[Fit, ...]
    runs_on: bool = False

    @property
    def column(self) -> int:
        """The width of the column that most of its lines stand in; 0 for none."""
        columns = [fit.column for fit in self.fits if fit.column]
        if len(set(columns)) > 1:
            return Counter(columns).most_common(1)[0][0]
        return columns[0] if columns else 0

    @property
    def repairs(self) -> frozenset[str]:
        """The rules of repair that changed any of its lines."""
        rules = {rule for line in self.lines for rule in line.repairs}
        return frozenset(rules) if rules else NO_MARKS


def build_passages(
    lines: tuple[Line, ...],
    listed: frozenset[str] = frozenset(),
    severed: Mapping[int, str] | None = None,
    begun: frozenset[int] = frozenset(),
    bound: frozenset[int] = frozenset(),
) -> tuple[Passage, ...]:
    """Put lines together to paragraphs and lines on display.

    Args:
        lines: Repaired lines, without those that a grammar knows.
        listed: Titles of the page's table of contents, without white space.
        severed: For a line above which a grammar's line stood, what it was.
        begun: The ids of the lines that open a paragraph: with a dateline, or below one.
        bound: The ids of the lines that run on, as those in which a dateline ends.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines(
    ...     "春耕备耕\\n截至三月五日，全县各乡\\n已经备足化肥一万二千吨，\\n农药三千吨。"
    ... )
    >>> [(passage.text.text, passage.display) for passage in build_passages(page)]
    [('春耕备耕', True), ('截至三月五日，全县各乡已经备足化肥一万二千吨，农药三千吨。', False)]
    """
    if not lines:
        return ()
    fits = measure_fit(lines)
    severed = severed or {}
    questions = find_questions(lines, fits, severed, begun)
    sights = see_lines(lines, fits, listed, severed, questions)
    barred = find_vetoes(lines, fits, severed, begun, bound)
    barred += [(i, state) for i in questions for state in (OPENS, RUNS)]
    states = best_reading(sights, reading_weights(), barred)
    mark_parallels(states, lines)
    for first, last in _bold_captions(lines, severed, questions):
        states[first:last] = [OPENS] + [RUNS] * (last - first - 1)
    starts = [
        i for i, state in enumerate(states) if not i or state != RUNS or states[i - 1] == DISPLAY
    ]
    passages: list[Passage] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        chunk = lines[start:end]
        text = join_lines(list(chunk))
        shown = states[start] == DISPLAY
        runs_on = states[start] == RUNS
        passages.append(Passage(text, chunk, shown, stops(text.text), fits[start:end], runs_on))
    return tuple(passages)


def best_reading(
    sights: Iterable[Sight], weights: Weights, barred: Iterable[tuple[int, int]] = ()
) -> list[int]:
    """The states of the lines that together score best (Viterbi).

    Args:
        sights: The looks of each line.
        weights: What they weigh.
        barred: Places of lines, each with a state that the line cannot be in.
    """
    steps: list[Sequence[float]] = [weigh(sight, weights) for sight in sights]
    for i, never in barred:
        steps[i] = [
            _NEVER if step % len(STATES) == never else score for step, score in enumerate(steps[i])
        ]
    return best_path(steps)


def best_path(steps: Sequence[Sequence[float]]) -> list[int]:
    """The states along the best path.

    Args:
        steps: For each line the score of each of the ``STEPS`` to it; those
            of the first line are as if a line that opens stood above it.
    """
    opens, _, shown = steps[0][:3]
    runs: float = _NEVER
    ways: list[tuple[int, int, int]] = []
    for oo, orun, od, ro, rr, rd, do, drun, dd in steps[1:]:
        to_opens = (opens + oo, runs + ro, shown + do)
        to_runs = (opens + orun, runs + rr, shown + drun)
        to_shown = (opens + od, runs + rd, shown + dd)
        opens, runs, shown = max(to_opens), max(to_runs), max(to_shown)
        ways.append((to_opens.index(opens), to_runs.index(runs), to_shown.index(shown)))
    last = (opens, runs, shown)
    state = last.index(max(last))
    states = [state]
    for back in reversed(ways):
        state = back[state]
        states.append(state)
    states.reverse()
    return states


def weigh(sight: Sight, weights: Weights) -> tuple[int, ...]:
    """The score of each step to a line; all are too high by one number, which changes nothing."""
    packed = _ZEROS
    for pick, bundle in weights.own:
        packed += bundle[pick(sight.own)]
    if sight.against:
        for pick, bundle in weights.against:
            packed += bundle[pick(sight.against)]
    return _PACKED.unpack(packed.to_bytes(_PACKED.size, "little"))


def _pack(weights: Sequence[int]) -> int:
    """Weights for the nine steps as one number, so that one addition adds them all.

    Each has 32 bits; a sum stays far within them.
    """
    return sum(weight << 32 * i for i, weight in enumerate(weights))


#: How the scores of a line lie in one number, and all of them 0: half of what
#: 32 bits hold, as weights may be negative.
_PACKED = Struct(f"<{len(STEPS)}I")
_ZEROS = _pack([1 << 31] * len(STEPS))


def picks(groups: Sequence[Sequence[str]], looks: Sequence[str]) -> tuple[Pick, ...]:
    """For each group of looks what takes it from a line's looks."""
    found = []
    for group in groups:
        places = [looks.index(name) for name in group]
        alone = slice(places[0], places[0] + 1)
        found.append(itemgetter(*places) if len(places) > 1 else itemgetter(alone))
    return tuple(found)


@cache
def reading_weights() -> Weights:
    """The learned weights of ``reading.tsv``."""
    tables: dict[Looks, dict[Looks, int]] = {group: {} for group in (*OWN, *AGAINST)}
    rows = rows_of(__package__, "reading")
    for group, looks, weights in rows:
        states_or_steps = list(map(int, weights.split(" ")))
        steps = states_or_steps * (len(STEPS) // len(states_or_steps))
        tables[tuple(group.split(" "))][tuple(looks.split(" "))] = _pack(steps)
    return Weights(
        tuple(_bundles({group: tables[group] for group in OWN}, OWN_BUNDLES, LOOKS)),
        tuple(_bundles({group: tables[group] for group in AGAINST}, AGAINST_BUNDLES, PAIRED)),
    )


def _bundles(
    groups: dict[Looks, Group], bundles: Sequence[Looks], looks: Looks
) -> Iterator[tuple[Pick, Bundle]]:
    """The groups in bundles: each in the first that has its looks."""
    for bundle, pick in zip(bundles, picks(bundles, looks), strict=True):
        held = [group for group in groups if set(group) <= set(bundle)]
        yield pick, Bundle(picks(held, bundle), [groups.pop(group) for group in held])
    assert not groups, f"in no bundle: {groups.keys()}"


def _bold_captions(
    lines: tuple[Line, ...], severed: Mapping[int, str], questions: frozenset[int]
) -> list[tuple[int, int]]:
    """Runs of lines in bold type that end with a sentence, as captions do."""
    runs: list[tuple[int, int]] = []
    first: int | None = None
    for i, line in enumerate(lines):
        if BOLD.isdisjoint(line.repairs) or i in questions:
            first = None
            continue
        if first is None or i in severed or read_caption_mark(line.text) is not None:
            first = i
        if stops(line.text.text):
            runs.append((first, i + 1))
            first = None
    return runs

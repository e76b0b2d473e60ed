"""What did the extractor do to the page? The rules, in the order they apply.

A rule says what it keeps. :func:`repair_lines` works out what was dropped and
books it under the rule's name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from attrs import frozen

from zhnews.excerpt import Excerpt, Span, span_at, text_of
from zhnews.repair.columns import COLUMNS
from zhnews.repair.lines import Line, line_of, split_lines, tight
from zhnews.repair.rules import RULES, Rule
from zhnews.repair.scan import Gathered

__all__ = [
    "RULES",
    "Change",
    "Dropped",
    "Line",
    "Repaired",
    "Rule",
    "in_order",
    "repair_lines",
    "repair_text",
    "split_lines",
    "uncovered",
]

#: How often repaired lines are looked at again, so that repairing what was
#: repaired finds nothing more.
MOST_ROUNDS = 3

_PRINTED = re.compile(r"\S+")


@frozen
class Dropped:
    """A stretch of the raw text that no field holds.

    Attributes:
        span: Where it stands: half-open, in code points.
        reason: The name of the rule that left it out; or "table markup",
            "contents leader" or "layout" for what stands around passages.
    """

    span: Span
    reason: str


@frozen
class Change:
    """A character that stands in the output as its counterpart.

    Attributes:
        place: Where it stands in the raw text.
        before: The character printed.
        after: Its counterpart: 金 for ⾦.
    """

    place: int
    before: str
    after: str


@frozen
class Repaired:
    """A page's lines without the artifacts of layout.

    Attributes:
        raw: The text given.
        lines: What is left of it, line by line.
        dropped: What was left out, each stretch with its rule, in order.
    """

    raw: str
    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...]

    @property
    def text(self) -> str:
        """The lines as text, one a line."""
        return "\n".join(line.text.text for line in self.lines)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The characters that were put as their counterparts, in order."""
        return tuple(change for line in self.lines for change in changes_of(self.raw, line.text))


def changes_of(raw: str, text: Excerpt) -> list[Change]:
    """The characters of an excerpt that are not those of the raw text."""
    changes: list[Change] = []
    offset = 0
    for span in text.spans:
        kept = text.text[offset : offset + len(span)]
        if kept != raw[span.start : span.end]:
            pairs = zip(range(span.start, span.end), raw[span.start : span.end], kept, strict=True)
            changes.extend(Change(at, old, new) for at, old, new in pairs if old != new)
        offset += len(span)
    return changes


def repair_text(raw: str, *, rules: tuple[Rule, ...] = RULES) -> Repaired:
    """Repair the layout artifacts of a page, and nothing else.

    Args:
        raw: The text as an extractor or a recognition model made it.
        rules: What to repair, in order; part of :data:`RULES`, or your own.

    Returns:
        The lines that are left, with what was dropped and why.

    Raises:
        TypeError: ``raw`` is no ``str``.

    >>> page = repair_text("深度合成深度合成\\n房 地 产 调 控\\n")
    >>> page.text
    '深度合成\\n房地产调控'
    >>> page.dropped
    (Dropped(span=Span(start=4, end=8), reason='doubled glyphs'),)
    """
    text = text_of(raw).text
    lines, dropped = repair_lines(split_lines(text), rules)
    return Repaired(text, lines, dropped)


def repair_lines(
    lines: tuple[Line, ...], rules: tuple[Rule, ...] = RULES
) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """Apply the rules one after the other; what each left out is dropped.

    Raises:
        TypeError: ``rules`` holds anything but rules.

    >>> lines, dropped = repair_lines(split_lines("——————\\n社论"))
    >>> [line.text.text for line in lines], [drop.reason for drop in dropped]
    (['社论'], ['separator'])
    """
    for rule in rules:
        if not isinstance(rule, Rule):
            msg = f"rules are values, as those in zhnews.RULES, not {rule!r}"
            raise TypeError(msg)
    kept, dropped, fired = _applied(lines, rules)
    for _ in range(MOST_ROUNDS):
        if not fired:
            break
        settled, lines = _left_alone(lines, kept), kept
        kept, more, fired = _applied_again(lines, rules, settled)
        dropped += more
    return kept, in_order(dropped)


def in_order(dropped: Iterable[Dropped]) -> tuple[Dropped, ...]:
    """What was dropped, by its place."""
    return tuple(sorted(dropped, key=lambda drop: (drop.span.start, drop.span.end)))


def _left_alone(before: tuple[Line, ...], after: tuple[Line, ...]) -> frozenset[int]:
    """The ids of the texts that the lines had before and have still."""
    known = {id(line.text) for line in before}
    return frozenset([found for line in after if (found := id(line.text)) in known])


def _applied(
    lines: tuple[Line, ...], rules: tuple[Rule, ...], settled: frozenset[int] = frozenset()
) -> tuple[tuple[Line, ...], list[Dropped], set[str]]:
    """The lines that the rules keep, what each left out, and the rules that did something.

    Args:
        lines: The lines.
        rules: The rules.
        settled: The ids of the texts that all of them have left alone before. The
            caller holds these texts, so that no other one gets their ids.
    """
    dropped: list[Dropped] = []
    fired: set[str] = set()
    page = Gathered.of(lines, settled)
    for rule in rules:
        kept = rule.keep(page)
        if kept is not page:
            dropped.extend(Dropped(span, rule.name) for span in spans_lost(page, kept))
            fired.add(rule.name)
            page = Gathered.of(kept, settled)
    return tuple(page) if fired else lines, dropped, fired


def _applied_again(
    lines: tuple[Line, ...], rules: tuple[Rule, ...], settled: frozenset[int]
) -> tuple[tuple[Line, ...], list[Dropped], set[str]]:
    """What is left to repair when the repaired lines are read by themselves.

    One rule may lay bare what another one repairs: a mark behind a doubled
    run, two lines that are one line twice but for its spaces. Columns are not
    looked for where nothing else is found: that takes as long as all the rest.
    """
    bare = tuple([line_of(line.text, at, 0, 0, line.end) for at, line in enumerate(lines)])
    others = tuple(rule for rule in rules if rule.name != COLUMNS)
    kept, dropped, fired = _applied(bare, others, settled)
    if not fired:
        return lines, [], fired
    kept, more, further = _applied(kept, rules, _left_alone(bare, kept))
    known = {id(line.text): line for line in lines}
    kept = tuple(known.get(id(line.text)) or _at(lines[line.number], line) for line in kept)
    return kept, [*dropped, *more], fired | further


def _at(before: Line, line: Line) -> Line:
    """A line where another one stood."""
    repairs = tuple(dict.fromkeys((*before.repairs, *line.repairs)))
    return line_of(line.text, before.number, before.indent, before.gap, line.end, repairs)


def spans_lost(before: tuple[Line, ...], after: tuple[Line, ...]) -> list[Span]:
    """The stretches, without white space at their ends, that a rule did not keep."""
    if len(before) == len(after):  # most rules change lines and leave out none
        changed = [(old, new) for old, new in zip(before, after, strict=True) if old is not new]
        before, after = tuple([old for old, _ in changed]), tuple([new for _, new in changed])
    same = {id(line.text) for line in after}
    known = {id(line.text) for line in before}
    old = [line.text for line in before if id(line.text) not in same]
    new = [line.text for line in after if id(line.text) not in known]
    if len(old) == len(new):
        pairs = [pair for pair in zip(old, new, strict=True) if not _is_printed_alike(*pair)]
        old, new = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    kept = sorted((span.start, span.end) for text in new for span in text.spans)
    lost: list[Span] = []
    for text in old:
        offset = 0
        for span in text.spans:
            for start, end in _subtract(span, kept):
                shift = offset - span.start
                lost.extend(
                    span_at(found.start() - shift, found.end() - shift)
                    for found in _PRINTED.finditer(text.text, start + shift, end + shift)
                )
            offset += len(span)
    return lost


def _is_printed_alike(old: Excerpt, new: Excerpt) -> bool:
    """Whether two excerpts differ by white space or by counterparts alone."""
    if old.spans == new.spans:
        return True
    if old.start != new.start or old.end != new.end:
        return False
    return tight(old.text) == tight(new.text)


def _subtract(span: Span, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of a span when the kept stretches, in order, are taken out."""
    rest: list[tuple[int, int]] = []
    start, end = span.start, span.end
    for i in range(max(0, bisect_left(kept, (start, 0)) - 1), len(kept)):
        left, right = kept[i]
        if left >= end:
            break
        if right > start:
            if left > start:
                rest.append((start, left))
            start = right
    if start < end:
        rest.append((start, end))
    return rest


def uncovered(raw: str, spans: Iterable[Span]) -> list[Span]:
    """The printed stretches of a text that none of the spans covers, in order.

    >>> uncovered("春耕 备耕", [Span(0, 1)])
    [Span(start=1, end=2), Span(start=3, end=5)]
    """
    rest: list[Span] = []
    position = 0
    for start, end in (*sorted((span.start, span.end) for span in spans), (len(raw), len(raw))):
        if start > position and not raw[position:start].isspace():
            rest.extend(span_at(*found.span()) for found in _PRINTED.finditer(raw, position, start))
        position = max(position, end)
    return rest

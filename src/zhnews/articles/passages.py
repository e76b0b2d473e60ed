"""Which lines are one passage, and which stand on display?

Each line opens a paragraph, runs on from the line above, or stands on display
(headlines, crossheads, captions). What speaks for each is a small score, and
the best reading of the page as a whole wins: a line is on display because
what stands around it is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from attrs import frozen

from zhnews.excerpt import Excerpt
from zhnews.repair.flow import Fit, join_lines, measure_fit, stops, would_break
from zhnews.repair.lines import Line

__all__ = ["BOLD", "Passage", "build_passages"]

#: Rules of repair whose name is evidence of display: how much, for a line.
DISPLAY_RULES = {
    "heading mark": 9.0,
    "vertical": 9.0,
    "doubled glyphs": 4.5,
    "repeated line": 4.5,
    "emphasis": 3.0,
    "letter-spacing": 0.3,
}

#: What a full stop, a comma inside the line, and the like say of display.
STOP_AT_END = -5.0
COMMA_AT_END = -5.0
STOP_INSIDE = -3.0
COMMA_INSIDE = -1.2
FULL_LINE = -2.0
OPENING_LINE = -4.0
SHORT_LINE = 1.0
TWO_HALVES = 1.0
DASH_BEFORE = 3.0
OPEN_BRACKET_AT_END = -2.0
LISTED = 9.0  # it stands in the page's table of contents
WIDER_THAN_COLUMN = 1.0
LONG_LINE = -3.0  # longer than any headline: 40 characters
VERY_LONG_LINE = -8.0

#: How many lines must agree on a column for a full line of it to be running
#: text: a headline's two lines agree too.
LEAST_SUPPORT = 3

#: A headline of one line is no longer than this, in half-widths.
LONGEST_HEADLINE = 80

#: Rules of repair that tell of bold print, and what it says against running on
#: that only one of two lines is in it.
BOLD = frozenset({"doubled glyphs", "repeated line"})
OTHER_TYPE = -4.0

_COMMA_END = re.compile(r"[，、；,;—–-]\Z")
_COLON_END = re.compile(r"[：:]\Z")
_OPEN_END = re.compile(r"[“‘（《〈【「『〔(\[]\Z")
_STOP_INSIDE = re.compile(r"[。；;！？!?][^”’」』）)]")
_COMMA_INSIDE = re.compile(r"[，、,]")
_HALVES = re.compile(r"[\u4e00-\u9fff”’」』》！？%\d][ \u3000][“‘「『《\u4e00-\u9fffA-Z\d]")
_DASH = re.compile(r"——|―|──|--")

_OPENS, _RUNS, _DISPLAY, _SET = range(4)
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


@frozen
class Setting:
    """How a whole page is set: what its lines have in common.

    Attributes:
        wrapped: The share of lines that end without a stop: about 0.8 where
            lines are wrapped at a column, 0.3 where a line is a paragraph.
        gap: The usual number of blank lines between two lines.
        indented: Paragraphs open with an indent, kept or lost.
        measure: The width of line that most lines have, in half-widths.
    """

    wrapped: bool
    gap: int
    indented: bool
    measure: int


def measure_setting(lines: tuple[Line, ...], fits: tuple[Fit, ...]) -> Setting:
    """What the lines of a page have in common."""
    long = [line for line in lines if len(line.text) > 5]
    loose = sum(not stops(line.text.text) for line in long)
    columns = Counter(fit.column for fit in fits if fit.column)
    gaps = Counter(line.gap for line in lines[1:])
    breaks = opens = 0
    for line, fit, after, following in zip(lines, fits, fits[1:], lines[1:], strict=False):
        if fit.column and not fit.full and stops(line.text.text):
            breaks += 1
            opens += after.opens or following.indent >= line.indent + 2
    in_columns = sum(fit.column > 0 for fit in fits)
    return Setting(
        wrapped=loose > 0.55 * len(long) and in_columns > 0.5 * len(lines),
        gap=gaps.most_common(1)[0][0] if gaps else 0,
        indented=opens * 2 >= breaks,
        measure=columns.most_common(1)[0][0] if columns else 0,
    )


def build_passages(
    lines: tuple[Line, ...],
    listed: frozenset[str] = frozenset(),
    severed: Mapping[int, float] | None = None,
) -> tuple[Passage, ...]:
    """Put lines together to paragraphs and lines on display.

    Args:
        lines: Repaired lines, without those that a grammar knows.
        listed: Titles of the page's table of contents, without white space.
        severed: For a line above which a grammar's line stood, what that says
            against its running on, below 0.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("春耕备耕\\n截至三月五日，全县各乡\\n已经备足化肥一万二千吨，\\n农药三千吨。")
    >>> [(passage.text.text, passage.display) for passage in build_passages(page)]
    [('春耕备耕', True), ('截至三月五日，全县各乡已经备足化肥一万二千吨，农药三千吨。', False)]
    """
    if not lines:
        return ()
    fits = measure_fit(lines)
    setting = measure_setting(lines, fits)
    states = _best_reading(lines, fits, setting, listed, severed or {})
    for first, last in _bold_captions(lines, severed or {}):
        states[first:last] = [_OPENS] + [_RUNS] * (last - first - 1)
    passages: list[Passage] = []
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or states[i] != _RUNS:
            chunk = lines[start:i]
            text = join_lines(list(chunk))
            passages.append(
                Passage(text, chunk, states[start] == _DISPLAY, stops(text.text), fits[start:i])
            )
            start = i
    return tuple(passages)


def _bold_captions(lines: tuple[Line, ...], severed: Mapping[int, float]) -> list[tuple[int, int]]:
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


def _best_reading(
    lines: tuple[Line, ...],
    fits: tuple[Fit, ...],
    setting: Setting,
    listed: frozenset[str],
    severed: Mapping[int, float],
) -> list[int]:
    """The states of the lines that together score best (Viterbi)."""
    display = display_score(lines[0], fits[0], fits[min(1, len(fits) - 1)], setting, listed)
    scores = [0.0, _NEVER, display]
    steps: list[tuple[int, int, int]] = []
    for i in range(1, len(lines)):
        on = continuation_score(lines[i - 1], fits[i - 1], lines[i], fits[i], setting)
        tie = severed.get(i, 0.0) + type_score(lines[i - 1], lines[i])
        below = fits[min(i + 1, len(fits) - 1)]
        display = display_score(lines[i], fits[i], below, setting, listed)
        above = lines[i - 1].text.text
        opens, runs, shown = scores
        body = max(opens, runs)
        end = body + min(0.0, -on) + ending_score(above)
        head = -6.0 if would_break(lines[i].text.text) else 0.0
        to_opens = (end + head, shown + head)
        to_runs = (body + min(0.0, on) + tie, shown + resume_score(lines[i - 1], lines[i]))
        to_display = (end + display, shown + display)
        from_body = _OPENS if opens >= runs else _RUNS
        steps.append(
            (
                from_body if to_opens[0] >= to_opens[1] else _DISPLAY,
                from_body if to_runs[0] >= to_runs[1] else _DISPLAY,
                from_body if to_display[0] >= to_display[1] else _DISPLAY,
            )
        )
        scores = [max(to_opens), max(to_runs), max(to_display)]
    state = max(range(3), key=lambda s: scores[s])
    states = [state]
    for step in reversed(steps):
        state = step[state]
        states.append(state)
    states.reverse()
    return states


def ending_score(text: str) -> float:
    """What speaks against running text ending with this line, from 0 down."""
    if stops(text):
        return 0.0
    if _COLON_END.search(text):
        return -0.5
    return -5.0 if _COMMA_END.search(text) else -3.5


def type_score(above: Line, line: Line) -> float:
    """What speaks against two lines running on when only one is in bold type."""
    same = BOLD.isdisjoint(above.repairs) == BOLD.isdisjoint(line.repairs)
    return 0.0 if same else OTHER_TYPE


def resume_score(above: Line, line: Line) -> float:
    """What speaks for a line running on from one on display: below 0, against.

    A caption in bold type is on display until its sentence ends.
    """
    if would_break(line.text.text):
        return 0.0
    bold = not BOLD.isdisjoint(above.repairs) and not BOLD.isdisjoint(line.repairs)
    return 0.0 if bold and stops(line.text.text) else -4.0


def continuation_score(above: Line, fit: Fit, line: Line, own: Fit, setting: Setting) -> float:
    """What speaks for a line running on from the one above: below 0, against."""
    text = above.text.text
    if would_break(line.text.text):
        return 6.0
    if line.indent >= above.indent + 2 and line.indent <= above.indent + 8:
        indent = -3.0
    else:
        indent = 0.0
    gap = -1.0 if line.gap > setting.gap else 0.0
    if stops(text):
        if not setting.wrapped or not (fit.full or fit.opens):
            return -6.0 + indent
        if own.opens:
            return -3.0 + indent + gap
        if not setting.indented:
            return (-0.5 if fit.full == 2 else -4.0) + indent + gap
        return (2.0 if own.full == 2 else 0.5 if fit.full else -1.0) + indent + gap
    score = 2.0 + indent + gap
    if _COMMA_END.search(text):
        score += 3.0
    elif _COLON_END.search(text):
        score -= 3.0
    if setting.wrapped:
        score += (-2.5, 1.0, 3.0)[fit.full]
        if fit.opens and not fit.full:
            score += 2.0
    return score


def display_score(
    line: Line, fit: Fit, below: Fit, setting: Setting, listed: frozenset[str]
) -> float:
    """What speaks for a line standing on display: below 0, against."""
    text = line.text.text
    score = -1.0
    for rule in line.repairs:
        score += DISPLAY_RULES.get(rule.rstrip(" 123456"), 0.0)
    if listed and "".join(text.split()) in listed:
        score += LISTED
    width = line.width
    if stops(text):
        score += STOP_AT_END
    elif _COMMA_END.search(text):
        score += COMMA_AT_END
    elif _OPEN_END.search(text):
        score += OPEN_BRACKET_AT_END
    if _STOP_INSIDE.search(text):
        score += STOP_INSIDE
    elif _COMMA_INSIDE.search(text):
        score += COMMA_INSIDE
    if setting.wrapped:
        if fit.full and fit.support >= LEAST_SUPPORT:
            score += FULL_LINE
        elif fit.opens and not below.opens:
            score += OPENING_LINE
        elif width < setting.measure - 4:
            score += SHORT_LINE
        if setting.measure and width > setting.measure + 6:
            score += WIDER_THAN_COLUMN
    elif width <= LONGEST_HEADLINE:
        score += 2.0
    if _HALVES.search(text):
        score += TWO_HALVES
    if _DASH.match(text):
        score += DASH_BEFORE
    if width > LONGEST_HEADLINE:
        score += LONG_LINE if width <= 2 * LONGEST_HEADLINE else VERY_LONG_LINE
    return score

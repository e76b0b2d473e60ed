"""What speaks for an article beginning with this paragraph, and against it?

Each kind of evidence has a name and a weight; the weights are learned from
pages whose articles are known (``benchmarks/fit_boundaries.py``) and stand in
``evidence.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from zhnews.articles.blocks import VERSE, Block, Kind
from zhnews.articles.leads import closing_marks, opening_marks
from zhnews.articles.series import opens_series
from zhnews.articles.sheets import (
    MOST_HEADLINE_LINES,
    SHORT,
    Gap,
    Sheet,
    heading_level,
    is_ended,
    is_headed,
    is_quotation,
    is_signed,
)
from zhnews.articles.words import title_words, union
from zhnews.chinese import fold
from zhnews.fields.credits import looks_like_name
from zhnews.fields.rubrics import is_column, is_comment, is_notice, is_roundup
from zhnews.numbers import find_quantities
from zhnews.repair.lines import width_of
from zhnews.vocab import rows_of

__all__ = ["evidence_weights", "limit_cut", "score_break", "score_cut", "see_cut", "weigh_cut"]

#: Threads (see Words.threads) across a break, from none to many: each step has
#: its own weight, under a line on display, without one, and where headlines stand elsewhere.
TIES = (0.1, 0.35, 0.7, 1.2, 1.9, 3.0, 4.5, 7.0)
TIE_NAMES = (
    "no word",
    "hardly a word",
    "few words",
    "some words",
    "several words",
    "a good many words",
    "many words",
    "very many words",
    "the same words",
)

#: Turns (see Words.turn), from none to a full one, by what does not turn.
TURNS = (0.3, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95)
TURN_NAMES = (
    "all that recurs",
    "nearly all that recurs",
    "most that recurs",
    "half of what recurs",
    "some that recurs",
    "little that recurs",
    "hardly anything that recurs",
    "nothing that recurs",
)

#: How much the words of the page as a whole speak for a change of subject (see
#: Words.changes): each step between two of these bounds has its own weight, and counts
#: for as much of it as the words go.
CHANGES = (-4.0, -1.0, 0.0, 1.0, 4.0)
CHANGE_NAMES = ("a thinkable", "a possible", "a likely", "a clear")

#: The lengths, in characters, at which a line on display gets another name.
LENGTHS = (6, SHORT, 14)

#: What stands before each item of a list or of short news.
ITEM_MARKS = frozenset("●○■□◆◇★☆▲△▶▷◎※·•")

#: The evidence that one item goes on with the next.
LIKE = "an item like the one above"

#: No bare name under a headline is longer, in characters, and a headline whose width differs
#: from its column's by more than this, in half-widths, does not run over.
LONGEST_NAME = 4
NOT_QUITE_FULL = 4

#: How many paragraphs either side a headline is held against.
REACH = 2

#: A number at the head of a display, over folded text; a figure may stand right before
#: the words (2.1数据来源), and ``_is_numbered`` asks whether it counts. The weights were
#: learned with this pattern: it is not that of ``areas``, which decides alone.
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,2}\)"
    r"|\d{1,2}(?!\d)(?:\.\d{1,2}){0,3}[、.\s]?(?!年|月|日|个|条|项|家|强)\S|第[一二三四五六七八九十]{1,3}[章节部])"
)


def weigh_cut(sheet: Sheet, k: int, start: int, *, elsewhere: bool = True) -> dict[str, float]:
    """What speaks for and against a cut before the ``k``-th paragraph.

    Args:
        sheet: The page.
        k: The number of the paragraph.
        start: That of the first paragraph of the article so far.
        elsewhere: Whether headlines that stand elsewhere are asked too.
    """
    return _break(sheet, k)[0] | _weighed(see_article(sheet, k, start, elsewhere=elsewhere))


def score_cut(sheet: Sheet, k: int, start: int, *, elsewhere: bool = True) -> float:
    """What speaks for a cut before the ``k``-th paragraph, less what speaks against it.

    The arguments are those of ``weigh_cut``.
    """
    seen = see_article(sheet, k, start, elsewhere=elsewhere)
    return sum(_weighed(seen).values(), _break(sheet, k)[1])


def limit_cut(sheet: Sheet, k: int, start: int) -> float:
    """The most that ``score_cut`` may say, found without a look at how far the words turn."""
    gap = sheet.gaps[k]
    key = k, start if gap.speaks or gap.bare else max(start, k - REACH)
    limit = sheet.limits.get(key)
    if limit is None:
        rest = _weighed(_see_rest(sheet, *key, elsewhere=True)).values()
        limit = sum(rest, _break(sheet, k)[1] + _best_turn(_where(sheet, gap.shown)))
        sheet.limits[key] = limit
    return limit


@cache
def _best_turn(where: str) -> float:
    """The most that a turn speaks for a cut."""
    weights = evidence_weights()
    return max(0.0, *(weights.get(_turn_name(step, where), 0.0) for step in TURN_NAMES))


def score_break(sheet: Sheet, k: int) -> float:
    """The part of ``score_cut`` that is the same whatever article stands before."""
    return _break(sheet, k)[1]


def _break(sheet: Sheet, k: int) -> tuple[dict[str, float], float]:
    """The evidence of a break, weighed by name, and its sum; kept on the sheet."""
    known = sheet.breaks.get(k)
    if known is None:
        weighed = _weighed(see_break(sheet, k))
        known = sheet.breaks[k] = weighed, sum(weighed.values())
    return known


def _weighed(seen: dict[str, float]) -> dict[str, float]:
    weights = evidence_weights()
    return {name: weights.get(name, 0.0) * size for name, size in seen.items()}


@cache
def evidence_weights() -> dict[str, float]:
    """The learned weights of the evidence, by name."""
    rows = rows_of(__package__, "evidence")
    return {name: float(weight) for name, weight in rows}


def see_cut(sheet: Sheet, k: int, start: int) -> dict[str, float]:
    """The evidence before the ``k``-th paragraph, with its size: 1, or a share.

    The arguments are those of ``weigh_cut``.
    """
    return see_break(sheet, k) | see_article(sheet, k, start)


def see_break(sheet: Sheet, k: int) -> dict[str, float]:
    """The evidence of what stands near the break before the ``k``-th paragraph."""
    gap = sheet.gaps[k]
    shown = gap.shown
    marks = ["nothing else", *_kind_marks(gap)]
    if shown:
        marks += _display_marks(sheet, gap)
    where = _where(sheet, shown)
    ties = TIE_NAMES[bisect_left(TIES, sheet.words.threads[k])]
    marks.append(f"{ties} on both sides{where}")
    if sheet.scripts and None is not sheet.scripts[k - 1] != sheet.scripts[k]:
        marks.append("another script")
    if k in sheet.broken_off:
        marks.append("a part that goes on elsewhere before")
    if k in sheet.continued:  # its first words go on with what stands elsewhere
        marks.append("a part from another page")
    else:
        marks += _text_marks(sheet.blocks[sheet.bodies[k - 1]], sheet.blocks[sheet.bodies[k]])
        if LIKE in marks and is_ended(gap.blocks):
            marks.remove(LIKE)  # who sends in an item of short news signs that one
    if k in sheet.parallels:
        marks.append("a display built like another")
    if k in sheet.within_signed:
        marks.append("what the author is, below")
    return dict.fromkeys(marks, 1.0) | _changes(sheet.words.changes[k], where)


def see_article(sheet: Sheet, k: int, start: int, *, elsewhere: bool = True) -> dict[str, float]:
    """The evidence of the article so far, from the ``start``-th paragraph to the ``k``-th."""
    return _see_turn(sheet, k, start) | _see_rest(sheet, k, start, elsewhere=elsewhere)


def _see_turn(sheet: Sheet, k: int, start: int) -> dict[str, float]:
    """How far the words turn."""
    turn = sheet.words.turn(start, k)
    if turn is None:
        return {}
    step = TURN_NAMES[bisect_left(TURNS, turn)]
    return {_turn_name(step, _where(sheet, sheet.gaps[k].shown)): 1.0}


def _turn_name(step: str, where: str) -> str:
    return f"{step} is on both sides{where}"


def _see_rest(sheet: Sheet, k: int, start: int, *, elsewhere: bool) -> dict[str, float]:
    """The evidence of the article so far but for the turn of its words."""
    gap = sheet.gaps[k]
    shown = gap.shown
    seen: dict[str, float] = {}
    if gap.speaks:
        further = _any_between(sheet.speakers, sheet.bodies[start] - 1, sheet.bodies[k - 1])
        seen["a further speaker" if further else "a first speaker"] = 1.0
    if k - start == 1:
        headed = "" if sheet.shows(start) else " without a display"
        seen[f"one paragraph{headed} before{_where(sheet, shown)}"] = 1.0
    if gap.bare:
        further = _any_between(sheet.bare, start + 1, k)
        seen["a further display of its kind" if further else "the first of its kind"] = 1.0
    if shown or (elsewhere and sheet.detached.sets):
        key = k, max(start, k - REACH)
        titles = sheet.titles.get(key)
        if titles is None:
            titles = sheet.titles[key] = _title_shares(sheet, *key, shown)
        seen |= titles
    return seen


def _is_numbered(title: str) -> bool:
    """Whether a line begins with its number, as 2.1 数据来源 does; 3名教师获奖 counts."""
    folded = fold(title)
    if _NUMBERED.match(folded) is None:
        return False
    return not (folded[0].isdigit() and any(not one.text.start for one in find_quantities(title)))


def _any_between(places: Sequence[int], first: int, end: int) -> bool:
    """Whether any of some places, in order, is from ``first`` on and before ``end``."""
    at = bisect_left(places, first)
    return at < len(places) and places[at] < end


def _where(sheet: Sheet, shown: Sequence[Block]) -> str:
    """Which breaks this one is weighed like."""
    return " of a display" if shown else "" if sheet.heads_in_place else ", headlines elsewhere"


def _changes(change: float, where: str) -> dict[str, float]:
    """How far the words go up the steps towards a change of subject."""
    return {
        f"{name} change of subject{where}": min(1.0, (change - low) / (high - low))
        for name, (low, high) in zip(CHANGE_NAMES, pairwise(CHANGES), strict=True)
        if change > low
    }


def _kind_marks(gap: Gap) -> list[str]:
    """The evidence of what stands between two paragraphs, whatever it says."""
    kinds = {block.kind for block in gap.blocks}
    marks = []
    if Kind.DATELINE in kinds:
        marks.append("a dateline")
    if Kind.SOURCE in kinds:
        marks.append("a source line")
    if Kind.LINK in kinds or Kind.ATTACHMENT in kinds:
        marks.append("a link or an attachment before")
    if not gap.shown and is_ended(gap.blocks):
        marks.append("a signature before")
    return marks


def _display_marks(sheet: Sheet, gap: Gap) -> list[str]:
    """The evidence of lines on display."""
    shown = gap.shown
    longest = max(len(block.text) for block in shown)
    marks = [f"a display of length {sum(longest > bound for bound in LENGTHS)}"]
    if len(shown) > MOST_HEADLINE_LINES or _parts_displays(gap):
        marks.append("several headlines")
    if is_ended(gap.above):
        marks.append("a signature before")
    named = _ends_with_name(shown)
    signed = named or is_signed(gap.below)
    if signed:
        marks.append("a byline under the headline")
    marks += _column_marks(shown, signed=signed)
    if not (named or is_headed(gap.below)):
        signs = sheet.signs_headlines and not is_notice(shown[0].text.text)  # nobody signs those
        how = "where others are" if signs else "as on all the page"
        marks.append(f"a display with nothing below, {how}")
    if is_quotation(shown):
        marks.append("a display in quotation marks")
    elif _is_numbered(shown[0].text.text) or opens_series(shown[0].text.text):
        marks.append("a numbered heading")
    elif len(shown) > 1:
        marks.append("a kicker or deck at the headline")
    marks += _level_marks(sheet, shown)
    if is_notice(shown[0].text.text):
        marks.append("the title of a notice")
    if any(is_roundup(block.text.text) for block in shown):
        marks.append("the name of a roundup")
    if any("listed" in block.marks for block in shown):
        marks.append("a headline in the contents")
    return marks


def _column_marks(shown: Sequence[Block], *, signed: bool) -> list[str]:
    """The evidence of the name of a column that stands first of the lines on display."""
    first = shown[0].text.text
    if len(shown) == 1 or not is_column(first) or is_quotation(shown) or _is_numbered(first):
        return []
    marks = ["the name of a column at the headline"]
    if is_comment(first):
        marks.append("a comment's name at the headline")
    return [*marks, "a column over a signed headline"] if signed else marks


def _level_marks(sheet: Sheet, shown: Sequence[Block]) -> list[str]:
    """The evidence of the marks that a recognition model wrote before headings.

    Bold type alone is of a lower level than any mark.
    """
    levels = [level for block in shown if (level := heading_level(block))]
    if levels and len(sheet.levels) == 1:
        return ["a heading mark of the only level"]
    if levels and min(levels) == sheet.levels[0]:
        return ["a heading mark of the first level"]
    bold = sheet.levels and all("emphasis" in block.marks for block in shown)
    return ["a heading mark of a lower level"] if levels or bold else []


def _ends_with_name(shown: Sequence[Block]) -> bool:
    """Whether the last line on display is a bare name under a headline that does not run over."""
    if len(shown) < 2 or len(shown[-1].text) > LONGEST_NAME:
        return False
    above, last = shown[-2], shown[-1]
    free = abs(width_of(above.text.text) - above.column)
    return free > NOT_QUITE_FULL and looks_like_name(last.text)


def _parts_displays(gap: Gap) -> bool:
    """Whether any byline stands between two of the lines on display: it is of the upper one."""
    signed, below, above = (
        sum(block.is_signature for block in blocks) for blocks in (gap.blocks, gap.below, gap.above)
    )
    return signed > below + above


def _text_marks(before: Block, own: Block) -> list[str]:
    """The evidence of the paragraphs themselves."""
    marks = opening_marks(own.text.text)
    if VERSE not in before.marks:  # which ends without a stop
        marks += closing_marks(before.text.text)
    if own.text.text[0] in ITEM_MARKS and own.text.text[0] == before.text.text[0]:
        marks.append(LIKE)
    if before.size > 2 and own.size > 2 and abs(before.column - own.column) > 3:
        marks.append("a change of column")
    if own.gap > before.gap + 1:
        marks.append("more space above")
    return marks


def _title_shares(sheet: Sheet, k: int, first: int, shown: Sequence[Block]) -> dict[str, float]:
    """How much the headlines share with what follows, and with what precedes from ``first`` on."""
    words = sheet.words
    sides = (slice(k, k + REACH), slice(first, k))
    if shown:
        title = union(title_words(block.text.text) for block in shown[-MOST_HEADLINE_LINES * 2 :])
        near = [union(title & passage for passage in words.passages[side]) for side in sides]
        names = ("a display about what follows", "a display about what precedes")
        return dict(zip(names, words.affinities(title, near), strict=True))
    near = [union(sheet.detached_shared[side]) for side in sides]
    if not any(near):
        return {}
    follows, precedes = (sheet.detached.shared(side, words) for side in near)
    weights = sheet.detached_weights
    gains = [
        (follows.get(n, 0.0) - precedes.get(n, 0.0)) / weights[n] for n in {*follows, *precedes}
    ]
    return {
        "a headline elsewhere about what follows": max(0.0, 0.0, *gains),
        "another headline about what precedes": -min(0.0, 0.0, *gains),
    }

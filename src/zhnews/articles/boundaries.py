"""Where does an article begin? Cuts the page where the evidence adds up to most.

The reasons are kept, so that an article can say why it begins where it does.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from attrs import frozen

from zhnews.articles.blocks import Kind
from zhnews.articles.evidence import score_break, score_cut, weigh_cut
from zhnews.articles.sheets import Sheet
from zhnews.articles.signatures import is_byline, names_writer

__all__ = ["Boundary", "cut_before", "find_boundaries", "starts_of"]

#: A cut under a line on display for which so much speaks is sure: more says no more, lest
#: the article above should seem better for being longer.
ENOUGH = 4.0

#: A break for which less than this speaks is no cut, whatever article stands before it.
HOPELESS = -4.0

#: An article that begins more paragraphs back looks the same to a cut, however far.
NEAR = 6

#: The least evidence for a cut inside an article that two have signed.
LEAST_SIGNED = -3.0


@frozen
class Boundary:
    """A cut before the block at ``index``.

    Attributes:
        index: The place of the block; it is the paragraph that the article begins with.
        score: What all evidence adds up to; 0 for the first text of the page.
        reasons: The evidence that speaks for it, the strongest first.
    """

    index: int
    score: float
    reasons: tuple[str, ...]


def starts_of(paragraphs: Sequence[int], cuts: Sequence[Boundary]) -> list[int]:
    """For each cut, which of the page's paragraphs its article begins with."""
    return [bisect_left(paragraphs, cut.index) for cut in cuts]


def find_boundaries(sheet: Sheet) -> list[Boundary]:
    """The paragraphs before which an article begins, the first one among them.

    Of all ways to cut the page the one for which most speaks, and a cut more in an
    article that two have signed.
    """
    if not sheet.bodies:
        return []
    ways = {0: _Way(0, 0.0, None)}
    recent = [0]
    for k in range(1, len(sheet.bodies)):
        if not sheet.gaps[k].blocks and (
            sheet.goes_on_in_verse(k) or score_break(sheet, k) < HOPELESS
        ):
            continue
        ways[k] = _best_way(sheet, k, [ways[start] for start in recent])
        recent = [*_still_asked(recent, k, ways), k]
    starts = _trace(max(ways.values(), key=attrgetter("gain")))
    first = Boundary(sheet.bodies[0], 0.0, ("the first text of the page",))
    cuts = [first, *(cut_before(sheet, k, start) for start, k in pairwise(starts))]
    return list(_signed_once(sheet, cuts))


def cut_before(sheet: Sheet, k: int, start: int, *reasons: str) -> Boundary:
    """The cut before the ``k``-th paragraph, with what speaks for it.

    Args:
        sheet: The page.
        k: The number of the paragraph.
        start: That of the first paragraph of the article so far.
        reasons: What speaks for it before all evidence.
    """
    evidence = weigh_cut(sheet, k, start)
    score = sum(evidence.values())
    return Boundary(sheet.bodies[k], score, (*reasons, *_reasons_of(evidence)))


def _signed_once(sheet: Sheet, cuts: list[Boundary]) -> Iterator[Boundary]:
    """The cuts, with one more in an article whose dateline and end name different writers."""
    starts = starts_of(sheet.bodies, cuts)
    for cut, (start, end) in zip(cuts, pairwise([*starts, len(sheet.bodies)]), strict=True):
        yield cut
        if end - start < 2 or not _is_signed_twice(sheet, start, end):
            continue
        ranked = [(score_cut(sheet, k, start), k) for k in range(start + 1, end)]
        score, k = max(ranked)
        if score > LEAST_SIGNED:
            yield cut_before(sheet, k, start, "another signature")


def _is_signed_twice(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the paragraphs from ``start`` to ``end`` have two writers, each for a part."""
    over = sheet.blocks[sheet.bodies[start] - 1] if sheet.bodies[start] else None
    if over is None or over.kind is not Kind.DATELINE or not names_writer(over):
        return False
    below = sheet.blocks[sheet.bodies[end - 1] + 1 :]
    if not below or not is_byline(below[0]) or "byline" not in below[0].marks:
        return False
    return len(below) == 1 or below[1].kind in (Kind.HEADLINE, Kind.DATELINE)


@frozen
class _Way:
    """The best way to cut a page up to a paragraph, if an article begins there.

    Attributes:
        start: The number of the paragraph.
        gain: How much speaks for it.
        before: The way up to the article before; None where there is none.
    """

    start: int
    gain: float
    before: _Way | None


def _best_way(sheet: Sheet, k: int, before: Sequence[_Way]) -> _Way:
    """The best way up to the ``k``-th paragraph, over one of some ways before it.

    The best of these are asked first, so that few others have to be looked at to the end.
    """
    most, best = -math.inf, before[0]
    for way in sorted(before, key=attrgetter("gain"), reverse=True):
        gain = way.gain + _gain(sheet, k, way.start, least=most - way.gain)
        if gain > most or (gain == most and way.start < best.start):
            most, best = gain, way
    return _Way(k, most, best)


def _gain(sheet: Sheet, k: int, start: int, *, least: float) -> float:
    """How much speaks for a cut before the ``k``-th paragraph, if at ``least`` so much.

    The article before it begins at ``start``.
    """
    gain = score_cut(sheet, k, start, least=least)
    return min(ENOUGH, gain) if sheet.shows(k) else gain


def _still_asked(starts: Sequence[int], k: int, ways: Mapping[int, _Way]) -> list[int]:
    """The starts that may be best for a later cut: of those far back only the best one."""
    far = [start for start in starts if start <= k - NEAR]
    near = [start for start in starts if start > k - NEAR]
    return [max(far, key=lambda start: ways[start].gain), *near] if far else near


def _trace(way: _Way) -> list[int]:
    """The paragraphs that the articles of a way begin with, from the first."""
    starts = [way.start]
    while way.before is not None:
        way = way.before
        starts.append(way.start)
    return starts[::-1]


def _reasons_of(evidence: dict[str, float]) -> tuple[str, ...]:
    """What speaks for a cut, the strongest first."""
    names = [name for name in evidence if evidence[name] > 0]
    return tuple(sorted(names, key=lambda name: -evidence[name]))

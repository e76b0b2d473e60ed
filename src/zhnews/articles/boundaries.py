"""Where does an article begin? Cuts the page where the evidence adds up to most.

The reasons are kept, so that an article can say why it begins where it does.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from operator import attrgetter, itemgetter

from attrs import frozen

from zhnews.articles.blocks import Kind
from zhnews.articles.evidence import limit_cut, score_break, score_cut, weigh_cut
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

#: Sums that are further apart than this differ by more than their rounding.
ROUNDING = 1e-6

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
    ways = [_Way(sheet, 0, 0.0)]
    recent = ways[:]
    for k in range(1, len(sheet.bodies)):
        if not sheet.gaps[k].blocks and (
            sheet.goes_on_in_verse(k) or score_break(sheet, k) < HOPELESS
        ):
            continue
        ways.append(_Way.over(sheet, k, recent))
        recent = [*_still_asked(recent, k), ways[-1]]
    starts = _best_of(ways).starts
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


@frozen(eq=False)
class _Way:
    """The best way to cut a page up to a paragraph, if an article begins there.

    Which it is, is found when it is asked for: few ways are ever near the best one, and
    what the turn of the words says of a cut takes longest to find.

    Attributes:
        sheet: The page.
        start: The number of the paragraph.
        limit: The most that may speak for it.
        before: The ways up to the article before, each behind the most that may speak for
            it and for the cut behind it; the likeliest first.
    """

    sheet: Sheet
    start: int
    limit: float
    before: Sequence[tuple[float, _Way]] = ()

    @classmethod
    def over(cls, sheet: Sheet, k: int, ways: Sequence[_Way]) -> _Way:
        """The best way up to the ``k``-th paragraph, over one of some ways before it."""
        limits = [way.limit + _gain(sheet, k, limit_cut(sheet, k, way.start)) for way in ways]
        before = sorted(zip(limits, ways, strict=True), key=itemgetter(0), reverse=True)
        return cls(sheet, k, before[0][0], before)

    @property
    def gain(self) -> float:
        """How much speaks for it."""
        return self._best[0]

    @property
    def starts(self) -> list[int]:
        """The paragraphs that its articles begin with, from the first."""
        starts: list[int] = []
        way: _Way | None = self
        while way is not None:
            starts.append(way.start)
            way = way._best[1]
        return starts[::-1]

    @cached_property
    def _best(self) -> tuple[float, _Way | None]:
        """How much speaks for it, and the way up to the article before."""
        if not self.before:
            return 0.0, None
        most, best = -math.inf, self.before[0][1]
        for limit, way in self.before:
            if limit < most - ROUNDING:
                break
            if limit - way.limit + way.gain < most - ROUNDING:
                continue
            score = score_cut(self.sheet, self.start, way.start)
            gain = way.gain + _gain(self.sheet, self.start, score)
            if gain > most or (gain == most and way.start < best.start):
                most, best = gain, way
        return most, best


def _gain(sheet: Sheet, k: int, score: float) -> float:
    """How much a cut before the ``k``-th paragraph with such a score counts."""
    return min(ENOUGH, score) if sheet.shows(k) else score


def _best_of(ways: Sequence[_Way]) -> _Way:
    """The way for which most speaks, the first of several."""
    best = ways[0]
    for way in sorted(ways, key=attrgetter("limit"), reverse=True):
        if way.limit < best.gain - ROUNDING:
            break
        if (way.gain, -way.start) > (best.gain, -best.start):
            best = way
    return best


def _still_asked(ways: Sequence[_Way], k: int) -> list[_Way]:
    """The ways that may be best for a later cut: of those far back only the best one."""
    far = [way for way in ways if way.start <= k - NEAR]
    near = [way for way in ways if way.start > k - NEAR]
    return [_best_of(far), *near] if far else near


def _reasons_of(evidence: dict[str, float]) -> tuple[str, ...]:
    """What speaks for a cut, the strongest first."""
    names = [name for name in evidence if evidence[name] > 0]
    return tuple(sorted(names, key=lambda name: -evidence[name]))

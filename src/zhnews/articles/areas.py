"""What stands between two articles, and between the paragraphs of one?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from zhnews.articles.blocks import OPENING, Block, Kind, join_where
from zhnews.articles.boundaries import Boundary, starts_of
from zhnews.articles.sheets import MOST_HEADLINE_LINES, displays
from zhnews.articles.topics import Topics
from zhnews.articles.words import Words, title_words, union
from zhnews.chinese import parts_word

__all__ = ["Area", "Inside", "area_ends"]

#: What stands with a picture or beside the text and may have strayed.
FLOATS = (Kind.CAPTION, Kind.PULL_QUOTE, Kind.TABLE)

#: What is left behind the last paragraph of an article and ends it.
CLOSERS = (Kind.BYLINE, Kind.LINK, Kind.ATTACHMENT)

#: No headline that strayed is shorter, in characters.
SHORTEST_HEADLINE = 7

#: No crosshead is longer, in characters.
LONGEST_CROSSHEAD = 40

_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("（", "）"))
#: A heading with its number, as print sets it between paragraphs: with a chapter's word,
#: and a figure only where a heading follows. ``evidence`` and ``looks`` know others: theirs
#: are looks that weights were learned with.
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．](?![一二三四五六七八九十])|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|第[一二三四五六七八九十]{1,3}[章节節部]|\d{1,2}(?:[.．]\d{1,2}){0,3}[、.．\s]\s?[\u4e00-\u9fff]"
)

#: What a line on display inside an article must share more with another body,
#: by weight, not to be a crosshead.
FOREIGN_GAIN = 0.3


@frozen
class Area:
    """What stands between two articles.

    Attributes:
        closers: What closes the one above: signatures, links, attachments.
        heads: Lines on display, bylines and sources for what is below.
        datelines: The dateline of the one below, or the byline that opens it.
        openers: The crossheads with which the text of that one opens.
        strays: Captions with their credits, pull quotes, tables.
    """

    closers: tuple[Block, ...]
    heads: tuple[Block, ...]
    datelines: tuple[Block, ...]
    strays: tuple[list[Block], ...]
    openers: tuple[Block, ...] = ()

    @classmethod
    def read(cls, blocks: Sequence[Block], *, first: bool) -> Area:
        """Sort what stands there; over the first article nothing closes one above."""
        datelines = [block for block in blocks if _opens(block)]
        kept, strays = _without_floats([block for block in blocks if not _opens(block)])
        closing = 0 if first else _closers(kept)
        return cls(tuple(kept[:closing]), tuple(kept[closing:]), tuple(datelines), tuple(strays))

    def with_openers(self) -> Area:
        """The area of a digest: what is on display under an item's source opens its text."""
        sources = [i for i, block in enumerate(self.heads) if block.kind is Kind.SOURCE]
        shown = displays(self.heads)
        if not sources or not shown or not shown[0] < sources[-1] < shown[-1]:
            return self
        below = self.heads[sources[-1] + 1 :]
        openers = [
            evolve(block, kind=Kind.CROSSHEAD) for block in below if block.kind is Kind.HEADLINE
        ]
        rest = [block for block in below if block.kind is not Kind.HEADLINE]
        heads = (*self.heads[: sources[-1] + 1], *rest)
        return evolve(self, heads=heads, openers=tuple(openers))

    @property
    def is_single_head(self) -> bool:
        """Whether they may be one headline: few lines on display, no byline between them."""
        shown = displays(self.heads)
        signed = (
            any(b.kind is Kind.BYLINE for b in self.heads[shown[0] : shown[-1]]) if shown else False
        )
        return 0 < len(shown) <= MOST_HEADLINE_LINES and not signed


@frozen
class Inside:
    """What stands between the paragraphs of one article, and they themselves.

    Attributes:
        own: Paragraphs, crossheads and what else is the article's.
        foreign: Runs of lines on display that are about another article.
        strays: Captions with their credits, pull quotes, tables.
    """

    own: tuple[Block, ...]
    foreign: tuple[list[Block], ...]
    strays: tuple[list[Block], ...]

    @classmethod
    def read(cls, blocks: Sequence[Block], topics: Topics, number: int, words: Words) -> Inside:
        """Sort the blocks of the article with this number, by the words of all bodies.

        Where no words are given, as on pages that print no headline away from
        its body, nothing is foreign.
        """
        kept, strays = _without_floats(blocks)
        own: list[Block] = []
        foreign: list[list[Block]] = []
        run: list[Block] = []
        for block in [*kept, None]:
            if block is not None and block.kind is Kind.HEADLINE:
                run.append(block)
                continue
            if run and _is_foreign(run, topics, number, words):
                foreign.append(run)
            else:
                own.extend(evolve(one, kind=Kind.CROSSHEAD) for one in join_where(run, _runs_over))
            run = []
            if block is not None:
                own.append(block)
        return cls(tuple(own), tuple(foreign), tuple(strays))


def area_ends(
    rest: Sequence[Block], paragraphs: Sequence[int], cuts: Sequence[Boundary]
) -> list[tuple[int, int]]:
    """For each article the stretch of blocks over it, and the one under the last.

    Each is the place of its first block in ``rest`` and the place after its last.
    """
    areas = []
    for cut, at in zip(cuts, starts_of(paragraphs, cuts), strict=True):
        areas.append((paragraphs[at - 1] + 1 if at else 0, cut.index))
    areas.append((paragraphs[-1] + 1 if paragraphs else 0, len(rest)))
    return areas


def _without_floats(area: Sequence[Block]) -> tuple[list[Block], list[list[Block]]]:
    """Take out captions with their credits, pull quotes and tables."""
    kept: list[Block] = []
    strays: list[list[Block]] = []
    previous: Block | None = None
    for block in area:
        if block.kind in FLOATS:
            strays.append([block])
        elif (
            previous is not None
            and strays
            and block.is_picture_credit
            and previous is strays[-1][-1]
        ):
            strays[-1].append(block)
        else:
            kept.append(block)
        previous = block
    return kept, strays


def _closers(area: list[Block]) -> int:
    """How many of the first blocks close the article above."""
    shown = next(iter(displays(area)), len(area))
    closing = 0
    while closing < shown and (area[closing].kind in CLOSERS or area[closing].closes_text):
        closing += 1
    return closing


def _opens(block: Block) -> bool:
    """Whether it is about the text below, whatever stands above."""
    return block.kind is Kind.DATELINE or OPENING in block.marks


def _runs_over(above: Block, line: Block) -> bool:
    """Whether a crosshead goes on in the line below it.

    A quotation ends there, a word does, or a numbered heading that has no other
    below it.
    """
    upper, lower = above.text.text, line.text.text
    if _NUMBERED.match(lower) or len(upper) + len(lower) > LONGEST_CROSSHEAD:
        return False
    opened = any(upper.count(mark) > upper.count(end) for mark, end in _QUOTES)
    rest = _NUMBERED.match(upper) and len(lower) < len(upper)
    return bool(opened or rest or upper[-1] in "，、：—") or parts_word(upper, lower)


def _is_foreign(run: list[Block], topics: Topics, number: int, words: Words) -> bool:
    """Whether lines on display inside an article are about another one.

    A numbered heading stands where it belongs: 二、现状与数据. A line of a few
    characters says too little to be about anything far away.
    """
    if _NUMBERED.match(run[0].text.text) or sum(len(one.text) for one in run) < SHORTEST_HEADLINE:
        return False
    title = union(title_words(block.text.text) for block in run)
    fits = topics.fits(title, words)
    here = fits.pop(number, 0.0)
    return max(fits.values(), default=0.0) > here + FOREIGN_GAIN

"""What does the finder of boundaries see of a page?

The blocks without furniture, the words of the paragraphs, and what stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from attrs import define, field, frozen

from zhnews.articles.blocks import VERSE, Block, Kind
from zhnews.articles.parallels import built_alike
from zhnews.articles.topics import Topics
from zhnews.articles.words import Words, title_words, union, weigh_words
from zhnews.chinese import script_of
from zhnews.fields.jumps import comes_from_elsewhere, goes_on_elsewhere

__all__ = [
    "MOST_HEADLINE_LINES",
    "SHORT",
    "Gap",
    "Sheet",
    "displays",
    "heading_level",
    "is_ended",
    "is_headed",
    "is_quotation",
    "is_signed",
]

#: No headline with its kicker and deck has more lines.
MOST_HEADLINE_LINES = 5

#: What the names of the rule about heading marks begin with; the level follows.
HEADING = "heading mark "

#: How much of a paragraph is read for its script, in characters.
SCRIPT = 60

#: A title with fewer words tells nothing.
FEWEST_WORDS = 2

#: A longer line on display is hardly a crosshead.
SHORT = 10

#: So many headlines with a byline, a dateline or a source line below show how
#: the page prints them.
ENOUGH_SIGNED = 2

#: How many lines on display further the one stands, at most, that a crosshead is built like.
NEAR_PARALLELS = 3

_IN_QUOTES = re.compile(r"[“「‘『][^”」’』]+[”」’』]")


@frozen
class Gap:
    """What stands between two paragraphs.

    Attributes:
        blocks: All of it.
        shown: The lines on display.
        above: What stands over the first of these.
        below: What stands under the last of these.
        speaks: Whether any of it names who speaks below.
        bare: Whether it is one line on display, or one quotation in several.
    """

    blocks: Sequence[Block] = ()
    shown: Sequence[Block] = ()
    above: Sequence[Block] = ()
    below: Sequence[Block] = ()
    speaks: bool = False
    bare: bool = False

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Gap:
        """The gap that some blocks fill."""
        if not blocks:
            return NO_GAP
        places = displays(blocks)
        shown = [blocks[i] for i in places]
        above, below = (blocks[: places[0]], blocks[places[-1] + 1 :]) if shown else ((), ())
        bare = len(blocks) == len(shown) and (len(shown) == 1 or is_quotation(shown))
        return cls(blocks, shown, above, below, any(map(_is_speaker, blocks)), bare)


#: Most paragraphs stand right under the one before.
NO_GAP = Gap()


@define
class Sheet:
    """A page's blocks as the finder of boundaries sees them.

    Attributes:
        blocks: The blocks without furniture and contents.
        bodies: Which of them are paragraphs.
        words: The words of the paragraphs.
        continued: The numbers of the paragraphs that go on with a piece of another page.
        broken_off: The numbers of the paragraphs above which a piece ends that goes on on
            another page.
        breaks: What was found to speak for a break before a paragraph, by its number, and
            what that adds up to (see ``evidence.score_break``).
        titles: What headlines share with the paragraphs near a break, by its number and
            that of the first paragraph before it that was asked.
        limits: The most that may speak for a cut, likewise (see ``evidence.limit_cut``).
    """

    blocks: Sequence[Block]
    bodies: Sequence[int]
    words: Words
    continued: frozenset[int] = frozenset()
    broken_off: frozenset[int] = frozenset()
    breaks: dict[int, tuple[dict[str, float], float]] = field(factory=dict, init=False, repr=False)
    titles: dict[tuple[int, int], dict[str, float]] = field(factory=dict, init=False, repr=False)
    limits: dict[tuple[int, int], float] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> Sheet:
        """The sheet of all blocks of a page."""
        printed = list(blocks)
        own = [block for block in printed if block.kind not in (Kind.FURNITURE, Kind.CONTENTS)]
        bodies = [i for i, block in enumerate(own) if block.kind is Kind.PARAGRAPH]
        resumed = _resumed(printed)
        continued = frozenset(k for k, i in enumerate(bodies) if own[i].text.start in resumed)
        left = _left(printed)
        broken_off = frozenset(k + 1 for k, i in enumerate(bodies) if own[i].text.start in left)
        words = weigh_words([own[i].text.text for i in bodies])
        return cls(own, bodies, words, continued, broken_off)

    @cached_property
    def gaps(self) -> list[Gap]:
        """What stands over each paragraph, and under the one before it."""
        places = pairwise([-1, *self.bodies])
        return [Gap.of(self.blocks[before + 1 : after]) for before, after in places]

    @cached_property
    def speakers(self) -> list[int]:
        """Which of the blocks name who speaks below."""
        return [i for i, block in enumerate(self.blocks) if _is_speaker(block)]

    @cached_property
    def scripts(self) -> list[str | None]:
        """For each paragraph its script, or that before where it is unsure; none if all are one."""
        scripts: list[str | None] = []
        for i in self.bodies:
            script = script_of(self.blocks[i].text.text[:SCRIPT])
            scripts.append(script or (scripts[-1] if scripts else None))
        return scripts if len({*scripts} - {None}) > 1 else []

    def shows(self, k: int) -> bool:
        """Whether a line on display stands right over the ``k``-th paragraph."""
        return bool(self.gaps[k].shown)

    def goes_on_in_verse(self, k: int) -> bool:
        """Whether the ``k``-th paragraph and the one before it are lines of a poem."""
        above, own = self.blocks[self.bodies[k - 1]], self.blocks[self.bodies[k]]
        return VERSE in above.marks and VERSE in own.marks

    @cached_property
    def bare(self) -> list[int]:
        """The paragraphs but the first that one thing on display stands over, and nothing else."""
        return [k for k, gap in enumerate(self.gaps) if k and gap.bare]

    @cached_property
    def parallels(self) -> frozenset[int]:
        """Those of ``bare`` whose line is built like that of one near it, as crossheads are."""
        found: set[int] = set()
        shown = ((k, self.gaps[k].shown) for k in self.bare)
        titled = [(k, lines[0].text.text) for k, lines in shown if len(lines) == 1]
        for at, (k, title) in enumerate(titled):
            for other, near in titled[at + 1 : at + 1 + NEAR_PARALLELS]:
                if built_alike(title, near):
                    found |= {k, other}
        return frozenset(found)

    @cached_property
    def levels(self) -> list[int]:
        """The levels of heading marks on the page, the highest (1) first."""
        levels = {heading_level(block) for block in self.blocks}
        return sorted(level for level in levels if level)

    @cached_property
    def heads_in_place(self) -> bool:
        """Whether any headline stands over its body: else cuts do not show one.

        It is told from a crosshead by its length, its lines, or its byline.
        """
        return any(
            len(gap.shown) > 1
            or is_headed(gap.below)
            or any(len(block.text) > SHORT for block in gap.shown)
            for gap in self.gaps[1:]
            if gap.shown
        )

    @cached_property
    def signs_headlines(self) -> bool:
        """Whether the page prints its headlines with something of their own below."""
        return sum(is_headed(gap.below) for gap in self.gaps[1:]) >= ENOUGH_SIGNED

    @cached_property
    def within_signed(self) -> frozenset[int]:
        """The paragraphs but the first between a byline and the note that says what its author is.

        The note names nobody: （作者单位：市委党校）. No article begins there.
        """
        if not any(map(_is_author_note, self.blocks)):
            return frozenset()
        found: set[int] = set()
        since: list[int] = []  # the paragraphs since the byline
        signed = False
        k = 0
        for block in self.blocks:
            if _is_author_note(block):
                found.update(since[1:] if signed else ())
                signed, since = False, []
            elif block.kind is Kind.HEADLINE or block.kind is Kind.DATELINE:
                signed, since = False, []
            elif block.is_signature:
                signed, since = not since, []
            elif block.kind is Kind.PARAGRAPH:
                since.append(k)
            k += block.kind is Kind.PARAGRAPH
        return frozenset(found)

    @cached_property
    def detached(self) -> Topics:
        """The words of the lines on display that stand over no body of their own.

        They stand under the last paragraph, or with more headlines than one. One that
        comes again says nothing more.
        """
        titles: list[frozenset[str]] = []
        for before, after in pairwise([-1, *self.bodies, len(self.blocks)]):
            run = self.blocks[before + 1 : after]
            shown = displays(run)
            if not shown:
                continue
            several = len(shown) > MOST_HEADLINE_LINES or is_signed(run[shown[0] : shown[-1]])
            if several or after == len(self.blocks):
                titles.extend(title_words(run[i].text.text) for i in shown)
        telling = dict.fromkeys(title for title in titles if len(title) >= FEWEST_WORDS)
        return Topics(list(telling), often=True)

    @cached_property
    def detached_shared(self) -> list[frozenset[str]]:
        """The words of all these lines that each paragraph has."""
        titles = union(self.detached.sets)
        return [titles & passage for passage in self.words.passages]

    @cached_property
    def detached_weights(self) -> list[float]:
        """What the words of each of these lines weigh."""
        return [self.words.weigh(title) for title in self.detached.sets]


def _resumed(blocks: Sequence[Block]) -> set[int]:
    """Where the paragraphs begin that have a jump line back at their head: （上接第1版）.

    It stands behind its paragraph where it was a part of it, and over it where it was not.
    """
    starts: set[int] = set()
    for i, jump in enumerate(blocks):
        if jump.kind is Kind.FURNITURE and comes_from_elsewhere(jump.text.text):
            near = [block for block in blocks[max(0, i - 1) : i + 2] if block is not jump]
            below = [block for block in near if block.text.start > jump.text.start]
            starts.update(block.text.start for block in below[:1] if block.kind is Kind.PARAGRAPH)
    return starts


def _left(blocks: Sequence[Block]) -> set[int]:
    """Where the paragraphs begin that a jump line on ends: （下转第4版）."""
    return {
        above.text.start
        for above, jump in pairwise(blocks)
        if jump.kind is Kind.FURNITURE
        and above.kind is Kind.PARAGRAPH
        and goes_on_elsewhere(jump.text.text)
    }


def is_quotation(lines: Iterable[Block]) -> bool:
    """Whether lines together are one quotation and nothing else."""
    return _IN_QUOTES.fullmatch("".join(line.text.text for line in lines)) is not None


def displays(blocks: Sequence[Block]) -> list[int]:
    """Which of the blocks are lines on display."""
    return [i for i, block in enumerate(blocks) if block.kind is Kind.HEADLINE]


def heading_level(block: Block) -> int | None:
    """The level of the heading mark that a recognition model wrote; None without."""
    levels = (rule[len(HEADING) :] for rule in block.marks if rule.startswith(HEADING))
    return next((int(level) for level in levels if level.strip().isdigit()), None)


def _is_author_note(block: Block) -> bool:
    return block.kind is Kind.BYLINE and "author-note" in block.marks


def _is_speaker(block: Block) -> bool:
    return block.kind is Kind.CROSSHEAD and block.text.text[-1] in "：:"


def is_signed(blocks: Sequence[Block]) -> bool:
    """Whether any of the blocks names who wrote."""
    return any(block.is_signature for block in blocks)


def is_ended(blocks: Sequence[Block]) -> bool:
    """Whether any of the blocks ends the text above: its writer, or in brackets its source."""
    return is_signed(blocks) or any(block.closes_text for block in blocks)


def is_headed(blocks: Sequence[Block]) -> bool:
    """Whether any of the blocks stands between a headline and its body."""
    kinds = (Kind.DATELINE, Kind.SOURCE)
    return is_signed(blocks) or any(block.kind in kinds for block in blocks)

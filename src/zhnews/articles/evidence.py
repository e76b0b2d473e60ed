"""What speaks for an article beginning with this paragraph, and against it?

Each kind of evidence has a name and a weight; the weights are learned from
pages whose articles are known (``benchmarks/fit_boundaries.py``) and stand in
``evidence.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise

from attrs import define

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.words import Topics, Words, is_notice, union, words_of
from zhnews.chinese import fold, is_traditional
from zhnews.vocab import STANDARD, alternation, read_rows

__all__ = ["MOST_HEADLINE_LINES", "Sheet", "displays", "evidence_weights", "weigh_cut"]

#: Threads (see Words.threads) across a break, from none to many: each step has
#: its own weight, under a line on display and without one.
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

#: How much fewer threads there are across a break than across those near it, so many
#: either side, in shares: each step has its own weight.
NEAR = 3
DIPS = (0.0, 0.25, 0.5, 0.7, 0.85)
DIP_NAMES = ("more", "as many", "somewhat fewer", "fewer", "far fewer", "next to no")

#: How much of a paragraph is read for its script, in characters.
SCRIPT = 60

#: How many paragraphs either side a headline is held against.
REACH = 2

#: No headline with its kicker and deck has more lines.
MOST_HEADLINE_LINES = 5

#: What the names of the rule about heading marks begin with; the level follows.
HEADING = "heading mark "

#: A title with fewer words tells nothing.
FEWEST_WORDS = 2

#: The lengths, in characters, at which a line on display gets another name:
#: crossheads are mostly of up to ten.
LENGTHS = (6, 10, 14)

#: So many headlines with a byline, a dateline or a source line below show how
#: the page prints them.
ENOUGH_SIGNED = 2

#: A paragraph that is only a date, closing a notice, is no longer than this.
LONGEST_CLOSING = 16

#: How much of a paragraph is read for how it opens, in characters.
OPENING = 40

_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,2}\)"
    r"|\d{1,2}(?!\d)(?:\.\d{1,2}){0,3}[、.\s]?(?!年|月|日|个|条|项|家|强)\S|第[一二三四五六七八九十]{1,3}[章节部])"
)
_TALK = re.compile(r"(?:记者|主持人|问|答|(?!摘要|关键词|提要|附注|编者)[\u4e00-\u9fff]{2,3})\s?:")
_ABSTRACT = re.compile(r"[【\[]?(?:摘\s?要|内容提要|编者按|引\s?子|楔\s?子)")
_LISTED = re.compile(
    r"(?:[二三四五六七八九]是|其[二三四]|第[二三四五六七八九十][,、]"
    r"|\([二三四五六七八九十2-9]\)|最后[,是]|其次)"
)
_TITLED = re.compile(r"《[^》]{1,12}》(?:提出|要求|明确|指出|强调)")
_QUOTED = re.compile(r"[“‘]")
_SOURCED = re.compile(r"记者从|据.{2,16}(?:消息|报道)")
_DATED = re.compile(r"(?:\d{4}\s?年)?\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{1,2}\s?日[,上下]")
_YEAR = re.compile(r"\d{4}\s?年(?!\s?\d)")


@define
class Sheet:
    """A page's blocks as the finder of boundaries sees them.

    Attributes:
        blocks: The blocks without furniture and contents.
        bodies: Which of them are paragraphs.
        words: The words of the paragraphs.
    """

    blocks: Sequence[Block]
    bodies: Sequence[int]
    words: Words

    def between(self, k: int) -> Sequence[Block]:
        """What stands between the ``k``-th paragraph and the one before it."""
        return self.blocks[self.bodies[k - 1] + 1 : self.bodies[k]]

    def dip(self, k: int) -> float | None:
        """How much less ties the ``k``-th paragraph to those before than its neighbours are tied.

        A share, less than 0 where it is tied more; None near the ends of the page.
        """
        threads = self.words.threads
        before, after = threads[max(1, k - NEAR) : k], threads[k + 1 : k + 1 + NEAR]
        if not before or not after:
            return None
        usual = min(max(before), max(after))
        return (usual - threads[k]) / (usual + 0.3)

    @cached_property
    def scripts(self) -> list[bool]:
        """For each paragraph whether it is in traditional script; none if all are in one."""
        texts = [self.blocks[i].text.text for i in self.bodies]
        scripts = [is_traditional(text[:SCRIPT]) for text in texts]
        return scripts if len(set(scripts)) > 1 else []

    @cached_property
    def wrapped(self) -> bool:
        """Whether paragraphs are set in several lines, or one a line."""
        return any(self.blocks[i].size > 1 for i in self.bodies)

    def shows(self, k: int) -> bool:
        """Whether a line on display stands right over the ``k``-th paragraph."""
        between = self.between(k) if k else self.blocks[: self.bodies[0]]
        return bool(displays(between))

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
        for k in range(1, len(self.bodies)):
            between = self.between(k)
            shown = displays(between)
            if shown and (
                len(shown) > 1
                or is_headed(between[shown[-1] + 1 :])
                or any(len(between[i].text) > LENGTHS[1] for i in shown)
            ):
                return True
        return False

    @cached_property
    def signs_headlines(self) -> bool:
        """Whether the page prints its headlines with something of their own below."""
        signed = 0
        for k in range(1, len(self.bodies)):
            between = self.between(k)
            shown = displays(between)
            signed += bool(shown) and is_headed(between[shown[-1] + 1 :])
        return signed >= ENOUGH_SIGNED

    @cached_property
    def detached(self) -> Topics:
        """The words of the lines on display that stand over no body of their own.

        They stand under the last paragraph, or with more headlines than one.
        """
        titles: list[frozenset[str]] = []
        for before, after in pairwise([-1, *self.bodies, len(self.blocks)]):
            run = self.blocks[before + 1 : after]
            shown = displays(run)
            if not shown:
                continue
            several = len(shown) > MOST_HEADLINE_LINES or is_signed(run[shown[0] : shown[-1]])
            if several or after == len(self.blocks):
                titles.extend(words_of(run[i].text.text) for i in shown)
        return Topics([title for title in titles if len(title) >= FEWEST_WORDS], often=True)

    @cached_property
    def detached_shared(self) -> list[frozenset[str]]:
        """The words of all these lines that each paragraph has."""
        titles = union(self.detached.sets)
        return [titles & passage for passage in self.words.passages]

    @cached_property
    def detached_weights(self) -> list[float]:
        """What the words of each of these lines weigh."""
        return [self.words.weigh(title) for title in self.detached.sets]


def weigh_cut(sheet: Sheet, k: int, start: int) -> dict[str, float]:
    """What speaks for and against a cut before the ``k``-th paragraph.

    ``start`` is the first paragraph of the article so far.
    """
    weights = evidence_weights()
    return {name: weights.get(name, 0.0) * size for name, size in see_cut(sheet, k, start).items()}


@cache
def evidence_weights() -> dict[str, float]:
    """The learned weights of the evidence, by name."""
    _, rows = read_rows(files(__package__).joinpath("evidence.tsv").read_text("utf-8"))
    return {name: float(weight) for name, weight in rows}


def see_cut(sheet: Sheet, k: int, start: int) -> dict[str, float]:
    """The evidence before the ``k``-th paragraph, with its size: 1, or a share."""
    between = sheet.between(k)
    shown = [block for block in between if block.kind is Kind.HEADLINE]
    marks = ["nothing else", *_kind_marks(between, bool(shown))]
    if shown:
        marks += _display_marks(sheet, between, shown)
    step = bisect_left(TIES, sheet.words.threads[k])
    where = " of a display" if shown else "" if sheet.heads_in_place else ", headlines elsewhere"
    marks.append(f"{TIE_NAMES[step]} on both sides{where}")
    turn = sheet.words.turn(start, k)
    if turn is not None:
        marks.append(f"{TURN_NAMES[bisect_left(TURNS, turn)]} is on both sides{where}")
    if (dip := sheet.dip(k)) is not None:
        marks.append(f"{DIP_NAMES[bisect_left(DIPS, dip)]} words than across breaks near{where}")
    if sheet.scripts and sheet.scripts[k] != sheet.scripts[k - 1]:
        marks.append("another script")
    if any(_is_speaker(block) for block in between):
        earlier = range(max(0, sheet.bodies[start] - 1), sheet.bodies[k - 1])
        further = any(_is_speaker(sheet.blocks[i]) for i in earlier)
        marks.append("a further speaker" if further else "a first speaker")
    if k - start == 1:
        marks.append("one paragraph before")
    marks += _text_marks(sheet.blocks[sheet.bodies[k - 1]], sheet.blocks[sheet.bodies[k]])
    return dict.fromkeys(marks, 1.0) | _title_shares(sheet, k, start, shown)


def displays(blocks: Sequence[Block]) -> list[int]:
    """Which of the blocks are lines on display."""
    return [i for i, block in enumerate(blocks) if block.kind is Kind.HEADLINE]


def heading_level(block: Block) -> int | None:
    """The level of the heading mark that a recognition model wrote; None without."""
    levels = (rule[len(HEADING) :] for rule in block.marks if rule.startswith(HEADING))
    return next((int(level) for level in levels if level.strip().isdigit()), None)


def is_signed(blocks: Sequence[Block]) -> bool:
    """Whether any of the blocks names who wrote."""
    return any(block.is_signature for block in blocks)


def is_headed(blocks: Sequence[Block]) -> bool:
    """Whether any of the blocks stands between a headline and its body."""
    kinds = (Kind.DATELINE, Kind.SOURCE)
    return is_signed(blocks) or any(block.kind in kinds for block in blocks)


def _is_speaker(block: Block) -> bool:
    return block.kind is Kind.CROSSHEAD and block.text.text[-1] in "：:"


def _kind_marks(between: Sequence[Block], shown: bool) -> list[str]:
    """The evidence of what stands between two paragraphs, whatever it says."""
    kinds = {block.kind for block in between}
    marks = []
    if Kind.DATELINE in kinds:
        marks.append("a dateline")
    if Kind.SOURCE in kinds:
        marks.append("a source line")
    if Kind.LINK in kinds or Kind.ATTACHMENT in kinds:
        marks.append("a link or an attachment before")
    if not shown and is_signed(between):
        marks.append("a signature before")
    return marks


def _display_marks(sheet: Sheet, between: Sequence[Block], shown: list[Block]) -> list[str]:
    """The evidence of lines on display."""
    places = displays(between)
    first, last = places[0], places[-1]
    longest = max(len(block.text) for block in shown)
    marks = [f"a display of length {sum(longest > bound for bound in LENGTHS)}"]
    if is_signed(between[:first]):
        marks.append("a signature before")
    if is_signed(between[last + 1 :]):
        marks.append("a byline under the headline")
    if not is_headed(between[last + 1 :]):
        how = "where others are" if sheet.signs_headlines else "as on all the page"
        marks.append(f"a display with nothing below, {how}")
    if len(shown) > 1:
        marks.append("a kicker or deck at the headline")
    elif _NUMBERED.match(fold(shown[0].text.text)):
        marks.append("a numbered heading")
    levels = [level for block in shown if (level := heading_level(block))]
    if levels:
        which = "the first" if min(levels) == sheet.levels[0] else "a lower"
        marks.append(f"a heading mark of {which if len(sheet.levels) > 1 else 'the only'} level")
    if is_notice(shown[0].text.text):
        marks.append("the title of a notice")
    if any("listed" in block.marks for block in shown):
        marks.append("a headline in the contents")
    return marks


@cache
def _openings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How paragraphs open, the surest sign first; over folded text."""
    table = STANDARD.table("openings")
    says = ("continues", "lead", "lately")
    words = {what: alternation(table.words_where("says", what)) for what in says}
    return (
        ("an abstract or an editor's note", _ABSTRACT),
        ("a word that continues", re.compile(fold(words["continues"]))),
        ("a word that continues", _TITLED),
        ("a quotation at its head", _QUOTED),
        ("a date at its head", _DATED),
        ("a lead", re.compile(rf"[^,。]{{0,24}}{words['lead']}")),
        ("a lead", _SOURCED),
        ("of late", re.compile(words["lately"])),
        ("of late", _YEAR),
    )


def _text_marks(before: Block, own: Block) -> list[str]:
    """The evidence of the paragraphs themselves."""
    text = fold(own.text.text[:OPENING])
    marks = []
    if _TALK.match(text):
        marks.append("a turn in a talk")
    if _LISTED.match(text):
        marks.append("a list that goes on")
    if len(own.text) <= LONGEST_CLOSING and _DATED.match(text):
        return ["a closing date"]
    name = next((name for name, pattern in _openings() if pattern.match(text)), None)
    if name:
        marks.append(name)
    if before.size > 2 and own.size > 2 and abs(before.column - own.column) > 3:
        marks.append("a change of column")
    if own.gap > before.gap + 1:
        marks.append("more space above")
    if before.text.text[-1] not in "。！？…”’」』）)!?.：:":
        marks.append("an unfinished paragraph before")
    return marks


def _title_shares(sheet: Sheet, k: int, start: int, shown: list[Block]) -> dict[str, float]:
    """How much the headlines share with what follows, and with what precedes."""
    words = sheet.words
    if not shown and not sheet.detached.sets:
        return {}
    sides = (slice(k, k + REACH), slice(max(start, k - REACH), k))
    if shown:
        title = union(words_of(block.text.text) for block in shown[-MOST_HEADLINE_LINES * 2 :])
        near = [union(title & passage for passage in words.passages[side]) for side in sides]
        names = ("a display about what follows", "a display about what precedes")
        return dict(zip(names, words.affinities(title, near), strict=True))
    near = [union(sheet.detached_shared[side]) for side in sides]
    follows, precedes = (sheet.detached.shared(side, words) for side in near)
    weights = sheet.detached_weights
    gains = [
        (follows.get(n, 0.0) - precedes.get(n, 0.0)) / weights[n] for n in {*follows, *precedes}
    ]
    return {
        "a headline elsewhere about what follows": max(0.0, 0.0, *gains),
        "another headline about what precedes": -min(0.0, 0.0, *gains),
    }

"""Which passages are printed again out of a body?

A pull quote says in display type what stands in the text; nearly all its
clauses can be found there. Each passage is looked for in the bodies around it
at once, by its longest clauses.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from attrs import evolve, frozen

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.vetoes import KEYWORDS
from zhnews.repair.lines import tight

__all__ = ["mark_pull_quotes"]

#: A pull quote has this many characters, so much of it stands in the body, and
#: no shorter clause counts: headlines too share words with their bodies.
SHORTEST_QUOTE, LONGEST_QUOTE = 14, 220
QUOTED_SHARE = 0.85
SHORTEST_CLAUSE = 4

#: A shorter one, from so many characters, is set out of a paragraph above it, word for word,
#: with a comma inside: a headline stands over the text that it quotes. Where the body does
#: not have it between quotation marks, it is one of so many blocks above.
SHORTEST_SAID = 10
ABOVE = 6

#: How much longer than what is quoted the body is, for a passage that may be
#: running text itself.
LONGER = 1.2

#: How far from its body a pull quote may stand, in characters: more than the
#: fullest page has.
FURTHEST = 20_000

#: What ends something said.
_ENDS = ("”", "」", "。", "！", "？", "……")

_CLAUSE = re.compile(r"[^，。；：！？、“”‘’「」,;:!?]+")
_FIGURE = re.compile(r"[\d.,]+[%％万亿兆]*[\u4e00-\u9fff]{0,3}")

#: What a figure that is set apart counts is said in no more characters.
LONGEST_COUNTED = 16

#: A figure with its unit, which numbered headings do not have; with what it counts on one
#: line; and the title of a box of figures.
_MEASURED = re.compile(r"[\d.,]+(?:[%％]|[\u4e00-\u9fff]{1,4})")
_COUNTED = re.compile(
    rf"{_MEASURED.pattern}[ \u3000：]{{1,3}}[^\d，。；：]{{2,{LONGEST_COUNTED}}}|"
    rf"[^\d，。；：]{{2,{LONGEST_COUNTED}}}[ \u3000：]{{1,3}}{_MEASURED.pattern}"
)
_BOX_TITLE = re.compile(
    r"[【]?(?:数[说說读讀]|數[说說读讀]|数字|數字|一[组組][数數]字?)[^，。；：]{0,8}"
)


def mark_pull_quotes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Find the text that is printed again out of a body.

    Nearly all its clauses stand in a paragraph elsewhere; a figure right above
    one (3000亿元) is its display.
    """
    bodies = _Bodies.of(blocks)
    marked = list(blocks)
    for first, last in _number_boxes(blocks):
        marked[first:last] = [evolve(one, kind=Kind.PULL_QUOTE) for one in blocks[first:last]]
    for first, last in _display_runs(blocks):
        text = tight("".join(block.text.text for block in blocks[first:last]))
        long = SHORTEST_QUOTE <= len(text) <= LONGEST_QUOTE
        short = bodies.says(text, first) or _is_said_above(blocks, first, text)
        if (long and bodies.quote(text, first)) or short:
            marked[first:last] = [
                evolve(block, kind=Kind.PULL_QUOTE) for block in blocks[first:last]
            ]
    for i, block in enumerate(marked):
        text = tight(block.text.text) if block.kind is Kind.HEADLINE else ""
        if text and (bodies.says(text, i) or _is_said_above(blocks, i, text)):
            marked[i] = evolve(block, kind=Kind.PULL_QUOTE)
        elif _may_be_quote(marked, i) and bodies.quote(tight(block.text.text), i, longer=LONGER):
            marked[i] = evolve(block, kind=Kind.PULL_QUOTE)
            if (
                i
                and blocks[i - 1].kind is Kind.HEADLINE
                and _FIGURE.fullmatch(tight(blocks[i - 1].text.text))
            ):
                marked[i - 1] = evolve(blocks[i - 1], kind=Kind.PULL_QUOTE)
    return tuple(marked)


def _number_boxes(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Runs of lines on display below a text that are figures, with what each counts.

    Papers set the figures of a report apart (数说, 数读): 48家 / 新建食堂 / 2.6万名 / 老人受益, or
    106家 关停企业 / 41公里 新建绿道. Two figures make such a box, each with its words behind.
    """
    boxes: list[tuple[int, int]] = []
    at = 1
    while at < len(blocks):
        last = _box_end(blocks, at) if blocks[at - 1].kind is Kind.PARAGRAPH else at
        if last > at:
            boxes.append((at, last))
        at = max(last, at) + 1
    return boxes


def _box_end(blocks: Sequence[Block], first: int) -> int:
    """Where the figures end that are set apart from a line on; that place where there are none."""
    at = first
    if at < len(blocks) and _counts(blocks[at], _BOX_TITLE):
        at += 1
    figures = 0
    while at < len(blocks):
        if _counts(blocks[at], _COUNTED):
            at += 1
        elif (
            _counts(blocks[at], _MEASURED)
            and at + 1 < len(blocks)
            and blocks[at + 1].kind is Kind.HEADLINE
            and len(blocks[at + 1].text) <= LONGEST_COUNTED
        ):
            at += 2
        else:
            break
        figures += 1
    return at if figures > 1 else first


def _counts(block: Block, form: re.Pattern[str]) -> bool:
    return block.kind is Kind.HEADLINE and form.fullmatch(block.text.text.strip()) is not None


def _may_be_quote(blocks: Sequence[Block], i: int) -> bool:
    """Whether a block can be a pull quote, by its kind, its length and its neighbours.

    A line on display is a headline, rather, where it says one thing only.
    """
    block = blocks[i]
    if block.kind not in (Kind.HEADLINE, Kind.PARAGRAPH, Kind.CAPTION):
        return False
    if not SHORTEST_QUOTE <= len(block.text) <= LONGEST_QUOTE or KEYWORDS.match(block.text.text):
        return False
    if i and blocks[i - 1].kind in (Kind.SOURCE, Kind.DATELINE):
        return False  # the lead, which a later paragraph may repeat
    if block.kind is not Kind.HEADLINE:
        return True
    following = blocks[i + 1 : i + 2]
    headed = any(one.kind in (Kind.SOURCE, Kind.BYLINE, Kind.DATELINE) for one in following)
    return (
        not headed
        and "listed" not in block.marks
        and ("，" in block.text.text or "," in block.text.text)
    )


def _may_be_said(text: str) -> bool:
    """Whether a text is short, but has more than one clause."""
    return SHORTEST_SAID <= len(text) < SHORTEST_QUOTE and "，" in text


def _is_said_above(blocks: Sequence[Block], i: int, text: str) -> bool:
    """Whether a paragraph above says a short text word for word, more than one clause of it."""
    if not _may_be_said(text):
        return False
    above = blocks[max(0, i - ABOVE) : i]
    return any(one.kind is Kind.PARAGRAPH and text in tight(one.text.text) for one in above)


def _display_runs(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Runs of two to four lines on display, with a comma inside, none a headline's."""
    runs: list[tuple[int, int]] = []
    for first, block in enumerate(blocks):
        if block.kind is not Kind.HEADLINE:
            continue
        for last in range(first + 2, min(len(blocks), first + 4) + 1):
            if blocks[last - 1].kind is not Kind.HEADLINE:
                break
            if any("，" in one.text.text for one in blocks[first:last]):
                runs.append((first, last))
    return runs


@frozen
class _Bodies:
    """The paragraphs of a page as one text, to be searched at once.

    Attributes:
        text: The paragraphs without white space, a line each; a line without
            text for each other block.
        starts: Where the line of each block begins, and where the text ends.
    """

    text: str
    starts: list[int]

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> _Bodies:
        texts = [
            f"{tight(block.text.text)}\n" if block.kind is Kind.PARAGRAPH else "\n"
            for block in blocks
        ]
        return cls("".join(texts), list(accumulate(map(len, texts), initial=0)))

    def quote(self, text: str, own: int, *, longer: float = 1.0) -> bool:
        """Whether nearly all the clauses of a text stand in a body other than its own."""
        clauses = [clause for clause in _CLAUSE.findall(text) if len(clause) >= SHORTEST_CLAUSE]
        total = sum(map(len, clauses))
        if total < SHORTEST_QUOTE - 2:
            return False
        first = bisect_left(self.starts, self.starts[own] - FURTHEST)
        end = self.starts[bisect_right(self.starts, self.starts[own] + FURTHEST) - 1]
        for probe in _probes(clauses, total):
            at = self.text.find(probe, self.starts[first], end)
            while at >= 0:
                body = bisect_right(self.starts, at) - 1
                left, right = self.starts[body], self.starts[body + 1]
                if (
                    body != own
                    and right - left - 1 > len(text) * longer
                    and self._holds(clauses, total, left, right)
                ):
                    return True
                at = self.text.find(probe, right, end)
        return False

    def says(self, text: str, own: int) -> bool:
        """Whether somebody says a short text and nothing else, in a body above its own."""
        if not _may_be_said(text):
            return False
        above = self.starts[own]
        said = (f"{mark}{text}{end}" for mark in "“「" for end in _ENDS)
        return any(self.text.find(one, 0, above) >= 0 for one in said)

    def _holds(self, clauses: list[str], total: int, left: int, right: int) -> bool:
        body = self.text[left:right]
        found = sum(len(clause) for clause in clauses if clause in body)
        return found >= QUOTED_SHARE * total and found >= SHORTEST_QUOTE - 2


def _probes(clauses: list[str], total: int) -> list[str]:
    """The longest clauses: as many as cannot all be missing from the body."""
    probes: list[str] = []
    missing = 0
    for clause in sorted(clauses, key=len, reverse=True):
        probes.append(clause)
        missing += len(clause)
        if total - missing < QUOTED_SHARE * total:
            break
    return probes

"""Where does an article begin? What speaks for a cut before a paragraph.

Each kind of evidence is a row of :data:`EVIDENCE` with its weight; a cut is
made where they add up to more than nothing. The reasons are kept, so that an
article can say why it begins where it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import frozen

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.words import Words, words_of

__all__ = [
    "EVIDENCE",
    "MOST_HEADLINE_LINES",
    "Boundary",
    "detached_titles",
    "find_body",
    "find_boundaries",
    "marks_of_cut",
    "measures_of_cut",
]

#: What may speak for a cut before a paragraph, or against it, and how much.
#: Learned from generated pages by ``python -m benchmarks.fit_boundaries``, none
#: of which the given pages and documents are.
EVIDENCE: dict[str, float] = {
    "a dateline": 4.3,
    "a byline under the headline": 3.6,
    "an abstract or an editor's note": 3.5,
    "a lead": 2.7,
    "few words on both sides of a display": 2.2,
    "hardly a word on both sides of a display": 2.0,
    "a source line": 1.7,
    "a signature before": 1.7,
    "hardly a word on both sides": 1.6,
    "a first speaker": 1.5,
    "a heading mark of the first level": 1.3,
    "a link or an attachment before": 1.3,
    "a headline elsewhere about what follows": 1.2,
    "a headline in the contents": 1.2,
    "some words on both sides of a display": 1.2,
    "a date at its head": 1.2,
    "few words on both sides": 1.1,
    "a display about what follows": 1.0,
    "no word on both sides of a display": 1.0,
    "no word on both sides": 0.9,
    "a line on display": 0.9,
    "some words on both sides": 0.7,
    "a long line on display": 0.7,
    "several words on both sides of a display": 0.5,
    "a kicker or deck at the headline": 0.4,
    "an unfinished paragraph before": 0.2,
    "more space above": 0.1,
    "another headline about what precedes": -0.0,
    "a good many words on both sides of a display": -0.2,
    "a change of column": -0.4,
    "several words on both sides": -0.4,
    "a quotation at its head": -0.7,
    "of late": -0.8,
    "a good many words on both sides": -1.1,
    "a list that goes on": -1.4,
    "many words on both sides of a display": -1.5,
    "a heading mark of a lower level": -1.5,
    "a word that continues": -1.6,
    "a display about what precedes": -1.8,
    "the same words on both sides of a display": -1.9,
    "nothing else": -1.9,
    "many words on both sides": -2.0,
    "a turn in a talk": -2.0,
    "very many words on both sides of a display": -2.0,
    "a numbered heading": -2.3,
    "very many words on both sides": -2.7,
    "the same words on both sides": -2.8,
    "a further speaker": -4.0,
}

#: Threads (see Words.threads) across a break, from none to many: each step has
#: its own weight, under a line on display and without one.
TIES = (0.15, 0.5, 1.0, 1.7, 2.6, 4.0, 6.0, 9.0)
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

#: How many paragraphs either side cohesion is read from.
REACH = 2

#: No headline with its kicker and deck has more lines.
MOST_HEADLINE_LINES = 5

#: What it weighs that a headline without a body shares its words with what
#: follows a cut, by share; the least that a cut for it must add up to; and how
#: many paragraphs are looked at.
HOMELESS_WEIGHT = 5.0
HOMELESS_LEAST = -0.5
HOMELESS_GAIN = 0.15
FURTHEST = 12

#: What the names of the rule about heading marks begin with; the level follows.
HEADING = "heading mark "

#: A title with fewer words tells nothing.
FEWEST_WORDS = 2

#: The longest line on display that is no longer than crossheads are, in
#: characters.
LONGEST_CROSSHEAD = 13

_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}[、.．\s]?\S|第[一二三四五六七八九十]{1,3}[章节節部])"
)
_TALK = re.compile(r"(?:记者|記者|主持人|问|問|答|(?!摘要|关键词|關鍵|提要|附注|编者)[\u4e00-\u9fff]{2,3})\s?[：:]")
_ABSTRACT = re.compile(r"[【\[]?(?:摘\s?要|内容提要|编者按|編者按|引\s?子|楔\s?子)")
_LISTED = re.compile(
    r"(?:[二三四五六七八九]是|其[二三四]|第[二三四五六七八九十][，、]"
    r"|[（(][二三四五六七八九十2-9][)）]|最后[，是]|其次)"
)
_CONTINUES = re.compile(
    r"(?:此外|同时|同時|与此同时|與此同時|另外|另据|据介绍|據介紹|据了解|據了解|据悉|據悉|他|她|它|其中|对此|對此"
    r"|因此|所以|但|然而|不过|不過|而|并且|目前，|例如|比如|这|這|该|該|上述|记者了解到|记者看到|为此|為此"
    r"|下一步|除了|除此|接着|接著|随后|隨後|后来|後來|之后|之後|于是|於是|当天|當天|会议|會議|通知|报告|報告"
    r"|《[^》]{1,12}》(?:提出|要求|明确|指出|强调))"
)
_QUOTED = re.compile(r"[“「‘『]")
_LEAD = re.compile(
    r"(?:[^，。]{0,24}(?:近日|日前|昨日|昨天|昨晚|昨晨|今日|今天|今晨|本月|上月|上週|上周|本周|前晚)"
    r"|记者从|記者從|据.{2,16}(?:消息|报道)|[^，。]{2,16}(?:获悉|獲悉))"
)
_DATED = re.compile(r"(?:\d{4}\s?年)?\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{1,2}\s?日[，上下]")
_LATELY = re.compile(
    r"(?:今年|去年|自去年|近年|近年来|近年來|近期|当前|當前|入冬|入夏|入秋|入春|春节|春節|国庆|連日|连日"
    r"|\d{4}\s?年(?!\s?\d))"
)


@frozen
class Boundary:
    """A cut before the block at ``index``.

    Attributes:
        index: The first block of the article: its paragraph or dateline.
        score: What all evidence adds up to; more than 0.
        reasons: The evidence that speaks for it, the strongest first.
    """

    index: int
    score: float
    reasons: tuple[str, ...]


def find_boundaries(blocks: Sequence[Block], words: Words, bodies: Sequence[int]) -> list[Boundary]:
    """The paragraphs before which an article begins, the first one among them.

    Args:
        blocks: The blocks of the page.
        words: The words of its paragraphs, in the order of ``bodies``.
        bodies: Which blocks are paragraphs.
    """
    if not bodies:
        return []
    cuts = [Boundary(bodies[0], 0.0, ("the first text of the page",))]
    titles = detached_titles(blocks, bodies)
    start = 0
    for k in range(1, len(bodies)):
        evidence = weigh_cut(blocks, words, bodies, k, start, titles)
        score = sum(evidence.values())
        if score > 0:
            cuts.append(Boundary(bodies[k], score, _reasons(evidence)))
            start = k
    return cuts


def find_body(
    title: frozenset[str],
    blocks: Sequence[Block],
    words: Words,
    bodies: Sequence[int],
    cuts: Sequence[Boundary],
) -> Boundary | None:
    """The paragraph at which the body of a headline without one begins.

    A headline that stands away from all bodies says that there is an article
    more than the cuts have found: it begins where the headline's words do.
    """
    titles = detached_titles(blocks, bodies)
    starts = {cut.index for cut in cuts}
    best: tuple[float, int, dict[str, float]] | None = None
    start = 0
    for k in range(1, len(bodies)):
        if bodies[k] in starts:
            start = k
            continue
        ahead = _union(words.passages[i] for i in _stretch(bodies, starts, k))
        past = _union(words.passages[start:k])
        gain = words.affinity(title, ahead) - words.affinity(title, past)
        if gain < HOMELESS_GAIN:
            continue
        evidence = weigh_cut(blocks, words, bodies, k, start, titles)
        score = sum(evidence.values()) + HOMELESS_WEIGHT * gain
        if best is None or score > best[0]:
            best = (score, k, evidence)
    if best is None or best[0] <= HOMELESS_LEAST:
        return None
    reasons = _reasons(best[2])
    return Boundary(bodies[best[1]], best[0], ("a headline that has no other body", *reasons))


def _stretch(bodies: Sequence[int], starts: set[int], k: int) -> range:
    """The paragraphs from the ``k``-th to the next cut, a few at the most."""
    end = k + 1
    while end < min(len(bodies), k + FURTHEST) and bodies[end] not in starts:
        end += 1
    return range(k, end)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


def _reasons(evidence: dict[str, float]) -> tuple[str, ...]:
    """What speaks for a cut, the strongest first."""
    names = [name for name in evidence if evidence[name] > 0]
    return tuple(sorted(names, key=lambda name: -evidence[name]))


def weigh_cut(
    blocks: Sequence[Block],
    words: Words,
    bodies: Sequence[int],
    k: int,
    start: int,
    titles: Sequence[frozenset[str]],
) -> dict[str, float]:
    """What speaks for and against a cut before the ``k``-th paragraph.

    ``start`` is the first paragraph of the article so far.
    """
    evidence = {name: EVIDENCE[name] for name in marks_of_cut(blocks, words, bodies, k, start)}
    evidence["nothing else"] = EVIDENCE["nothing else"]
    for name, value in measures_of_cut(blocks, words, bodies, k, start, titles).items():
        evidence[name] = EVIDENCE[name] * value
    return evidence


def marks_of_cut(
    blocks: Sequence[Block], words: Words, bodies: Sequence[int], k: int, start: int
) -> list[str]:
    """The evidence before the ``k``-th paragraph that is there or is not."""
    between = blocks[bodies[k - 1] + 1 : bodies[k]]
    levels = (heading_level(block) for block in blocks)
    first_level = min((level for level in levels if level), default=1)
    marks = _between_marks(between, first_level)
    step = sum(words.threads[k] > bound for bound in TIES)
    shown = any(block.kind is Kind.HEADLINE for block in between)
    marks.append(f"{TIE_NAMES[step]} on both sides{' of a display' if shown else ''}")
    if any(_is_speaker(block) for block in between):
        earlier = any(_is_speaker(block) for block in blocks[bodies[start] - 1 : bodies[k - 1]])
        marks.append("a further speaker" if earlier else "a first speaker")
    return [*marks, *_text_marks(blocks[bodies[k - 1]], blocks[bodies[k]])]


def _is_speaker(block: Block) -> bool:
    return block.kind is Kind.CROSSHEAD and block.text.text[-1] in "：:"


def measures_of_cut(
    blocks: Sequence[Block],
    words: Words,
    bodies: Sequence[int],
    k: int,
    start: int,
    titles: Sequence[frozenset[str]],
) -> dict[str, float]:
    """The evidence before the ``k``-th paragraph that is more or less."""
    ahead = range(k, min(len(bodies), k + REACH))
    behind = range(max(start, k - REACH), k)
    measures: dict[str, float] = {}
    between = blocks[bodies[k - 1] + 1 : bodies[k]]
    shown = [block for block in between if block.kind is Kind.HEADLINE]
    if shown:
        title = _union(words_of(block.text.text) for block in shown)
        after = _union(words.passages[i] for i in ahead)
        past = _union(words.passages[i] for i in behind)
        measures["a display about what follows"] = words.affinity(title, after)
        measures["a display about what precedes"] = words.affinity(title, past)
    elif titles:
        after = _union(words.passages[i] for i in ahead)
        past = _union(words.passages[i] for i in behind)
        gains = [words.affinity(t, after) - words.affinity(t, past) for t in titles]
        losses = [words.affinity(t, past) - words.affinity(t, after) for t in titles]
        measures["a headline elsewhere about what follows"] = max(0.0, *gains)
        measures["another headline about what precedes"] = max(0.0, *losses)
    return measures


def detached_titles(blocks: Sequence[Block], bodies: Sequence[int]) -> list[frozenset[str]]:
    """The words of the lines on display that stand over no body of their own.

    They stand under the last paragraph, or with more headlines than one.
    """
    titles: list[frozenset[str]] = []
    edges = [-1, *bodies, len(blocks)]
    for before, after in pairwise(edges):
        run = blocks[before + 1 : after]
        shown = [i for i, block in enumerate(run) if block.kind is Kind.HEADLINE]
        if not shown:
            continue
        several = len(shown) > MOST_HEADLINE_LINES or _is_signed(run[shown[0] : shown[-1]])
        if several or after == len(blocks):
            titles.extend(words_of(run[i].text.text) for i in shown)
    return [title for title in titles if len(title) >= FEWEST_WORDS]


def heading_level(block: Block) -> int | None:
    """The level of the heading mark that a recognition model wrote; None without."""
    levels = (rule[len(HEADING) :] for rule in block.marks if rule.startswith(HEADING))
    return next((int(level) for level in levels if level.strip().isdigit()), None)


def _between_marks(between: Sequence[Block], first_level: int) -> list[str]:
    """The evidence of what stands between two paragraphs."""
    kinds = [block.kind for block in between]
    shown = [block for block in between if block.kind is Kind.HEADLINE]
    marks = []
    if Kind.DATELINE in kinds:
        marks.append("a dateline")
    if Kind.SOURCE in kinds:
        marks.append("a source line")
    if Kind.LINK in kinds or Kind.ATTACHMENT in kinds:
        marks.append("a link or an attachment before")
    if shown:
        first = kinds.index(Kind.HEADLINE)
        last = len(kinds) - 1 - kinds[::-1].index(Kind.HEADLINE)
        marks.append("a line on display")
        if _is_signed(between[:first]):
            marks.append("a signature before")
        if _is_signed(between[last + 1 :]):
            marks.append("a byline under the headline")
        if len(shown) > 1:
            marks.append("a kicker or deck at the headline")
        if max(len(block.text) for block in shown) > LONGEST_CROSSHEAD:
            marks.append("a long line on display")
        if len(shown) == 1 and _NUMBERED.match(shown[0].text.text):
            marks.append("a numbered heading")
        levels = [level for block in shown if (level := heading_level(block))]
        if levels and min(levels) <= first_level:
            marks.append("a heading mark of the first level")
        elif levels:
            marks.append("a heading mark of a lower level")
        if any("listed" in block.marks for block in shown):
            marks.append("a headline in the contents")
    elif _is_signed(between):
        marks.append("a signature before")
    return marks


def _is_signed(blocks: Sequence[Block]) -> bool:
    return any(block.kind is Kind.BYLINE and "photo" not in block.marks for block in blocks)


def _text_marks(before: Block, own: Block) -> list[str]:
    """The evidence of the paragraphs themselves."""
    text = own.text.text
    marks = []
    if _TALK.match(text):
        marks.append("a turn in a talk")
    if _LISTED.match(text):
        marks.append("a list that goes on")
    opening = (
        ("an abstract or an editor's note", _ABSTRACT),
        ("a word that continues", _CONTINUES),
        ("a quotation at its head", _QUOTED),
        ("a date at its head", _DATED),
        ("a lead", _LEAD),
        ("of late", _LATELY),
    )
    name = next((name for name, pattern in opening if pattern.match(text)), None)
    if name:
        marks.append(name)
    if before.size > 2 and own.size > 2 and abs(before.column - own.column) > 3:
        marks.append("a change of column")
    if own.gap > before.gap + 1:
        marks.append("more space above")
    if before.text.text[-1] not in "。！？…”’」』）)!?.：:":
        marks.append("an unfinished paragraph before")
    return marks

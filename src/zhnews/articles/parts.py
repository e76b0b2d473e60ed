"""Which blocks is the page made of? Lines as blocks, in reading order.

What a grammar knows is labelled first; the other lines become paragraphs and
lines on display; then each paragraph gives up what is none of its running
text: the dateline before it, the credit behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import evolve, frozen

from zhnews.articles.blocks import CLOSING, FLUSH, NO_MARKS, Block, Kind
from zhnews.articles.captions import ARROWS, BEHIND_PICTURE
from zhnews.articles.floats import mark_floats
from zhnews.articles.healing import heal_paragraphs
from zhnews.articles.items import find_items
from zhnews.articles.labels import label_lines
from zhnews.articles.leads import closes_text, greets_paper
from zhnews.articles.parting import part_lines
from zhnews.articles.passages import Passage, build_passages
from zhnews.articles.severs import SEVERS, severs
from zhnews.articles.sights import BOLD
from zhnews.articles.signed_ends import find_signatures, space_signatures
from zhnews.articles.tails import credit_block, split_tail
from zhnews.articles.wraps import goes_on
from zhnews.excerpt import Excerpt
from zhnews.fields.captions import read_caption_mark
from zhnews.fields.credits import (
    read_credit_line,
    split_leading_credit,
    split_trailing_credit,
)
from zhnews.fields.datelines import split_dateline
from zhnews.fields.jumps import strip_jumps
from zhnews.repair.lines import Line, tight
from zhnews.repair.scan import PICTURE
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["build_blocks"]

#: No caption is longer, in characters.
LONGEST_CAPTION = 120

#: A page's paragraphs are indented if so large a share of at least so many are.
FEWEST_PARAGRAPHS = 4
INDENTED_SHARE = 0.75

#: So many passages without a stop that begin with one arrow are headlines of short
#: news, which have it for a bullet.
FEWEST_BULLETS = 3
BULLET = "bullet"


def build_blocks(
    lines: tuple[Line, ...], *, vocabulary: Vocabulary = STANDARD
) -> tuple[Block, ...]:
    """The blocks of a page, in reading order; what is on display is HEADLINE.

    Args:
        lines: Repaired lines.
        vocabulary: The press's words.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines(
    ...     "春耕备耕\\n截至三月五日，全县各乡\\n已经备足化肥一万二千吨，\\n农药三千吨。"
    ... )
    >>> [(block.kind.value, len(block.text)) for block in build_blocks(page)]
    [('headline', 4), ('paragraph', 29)]
    """
    lines = space_signatures(part_lines(lines, vocabulary), vocabulary)
    prepared = prepare_lines(lines, vocabulary)
    placed, rest, severed = prepared.placed, prepared.rest, prepared.severed
    index = {id(line): i for i, line in enumerate(lines)} | prepared.remade
    titles = frozenset(
        tight(block.text.text)
        for _, blocks in placed
        for block in blocks
        if block.kind is Kind.CONTENTS
    )
    signed = frozenset(id(rest[i]) for i, by in severed.items() if by == "byline" and i < len(rest))
    read = build_passages(rest, titles, severed, prepared.begun, prepared.bound)
    items = frozenset(id(rest[i]) for i in find_items(rest))
    passages = heal_paragraphs(read, prepared.begun | signed | items)
    indented = _are_indented(passages)
    bullets = _bullets(passages)
    for passage in passages:
        first = index[id(passage.lines[0])]
        marks = _place_marks(lines[first], indented=indented)
        if passage.text.text[0] in bullets and not passage.finished:
            marks |= {BULLET}
        above = lines[first - 1].text.text if first else ""
        placed.append((first, _blocks_of(passage, marks, titles, above, vocabulary)))
    placed.sort(key=lambda item: item[0])
    return mark_floats([block for _, blocks in placed for block in blocks], vocabulary)


def _bullets(passages: Sequence[Passage]) -> frozenset[str]:
    """The arrows that stand before headlines of short news, and before no captions."""
    opening = Counter(
        passage.text.text[0]
        for passage in passages
        if passage.text.text[0] in ARROWS and not passage.finished
    )
    return frozenset(mark for mark, count in opening.items() if count >= FEWEST_BULLETS)


def _are_indented(passages: Sequence[Passage]) -> bool:
    """Whether nearly all paragraphs of a page open with an indent that is kept."""
    paragraphs = [passage for passage in passages if not passage.display]
    indented = sum(passage.lines[0].indent >= 2 for passage in paragraphs)
    return len(paragraphs) >= FEWEST_PARAGRAPHS and indented >= INDENTED_SHARE * len(paragraphs)


def _place_marks(line: Line, *, indented: bool) -> frozenset[str]:
    """What the place of a line tells."""
    marks: set[str] = set()
    if PICTURE in line.repairs:
        marks.add(BEHIND_PICTURE)
    if indented and line.indent < 2:
        marks.add(FLUSH)
    return frozenset(marks) if marks else NO_MARKS


@frozen
class Prepared:
    """A page's lines, parted by what the grammars know of them.

    Attributes:
        placed: The known blocks with the number of their first line.
        rest: The other lines.
        severed: For each of these that follows known ones, what those were.
        begun: The ids of those that begin a text: a dateline does, and what
            stands below one.
        bound: The ids of those that go on with the dateline or signature above them.
        remade: The ids of those that were made anew, each with the number of the
            line that it was.
    """

    placed: list[tuple[int, tuple[Block, ...]]]
    rest: tuple[Line, ...]
    severed: dict[int, str]
    begun: frozenset[int]
    bound: frozenset[int]
    remade: dict[int, int]


def prepare_lines(lines: tuple[Line, ...], vocabulary: Vocabulary = STANDARD) -> Prepared:
    """What the grammars know, the other lines, and what stood between these."""
    placed: list[tuple[int, tuple[Block, ...]]] = []
    rest: list[Line] = []
    severed: dict[int, str] = {}
    begun: set[int] = set()
    bound: set[int] = set()
    remade: dict[int, int] = {}
    at = 0
    signatures = find_signatures(lines, vocabulary)
    within = {i for first, last in signatures for i in range(first + 1, last)}
    bound.update(id(lines[i]) for i in within)
    for known in label_lines(lines, vocabulary):
        if known.first in within:
            continue
        rest.extend(lines[at : known.first])
        at = known.last
        if known.opening:
            if not known.first or not _leads_on(lines[known.first - 1], known.opening[0]):
                begun.add(id(known.opening[0]))
            bound.update(map(id, known.opening[1:]))
            remade |= {id(line): known.first + n for n, line in enumerate(known.opening)}
            rest.extend(known.opening)
            continue
        placed.append((known.first, known.blocks))
        names = {severs(block) for block in known.blocks} | {severed.get(len(rest), "")}
        severed[len(rest)] = next(name for name in SEVERS if name in names)
        if known.blocks[-1].kind is Kind.DATELINE and at < len(lines):
            begun.add(id(lines[at]))
    rest.extend(lines[at:])
    return Prepared(placed, tuple(rest), severed, frozenset(begun), frozenset(bound), remade)


def _leads_on(line: Line, below: Line) -> bool:
    """Whether the sentence of a line goes on below it: …，据 / 新华社北京3月5日电."""
    # none goes on in brackets: papers that know no full stop end with 、 above 【南京五日电】
    end = "：“《（据據" if below.text.text[0] in "【〔" else "，、：“《（据據"
    return line.text.text[-1] in end


def _blocks_of(
    passage: Passage,
    place: frozenset[str],
    titles: frozenset[str],
    above: str,
    vocabulary: Vocabulary,
) -> tuple[Block, ...]:
    """A passage as blocks; ``place`` is what its place tells, ``above`` the line over it."""
    text = passage.text
    marks = passage.repairs | place if place else passage.repairs
    rest, jumps = strip_jumps(text) if passage.display else (text, [])
    if jumps:
        known = _blocks_of(evolve(passage, text=rest), place, titles, above, vocabulary)
        return (*known, *(evolve(known[-1], kind=Kind.FURNITURE, text=jump) for jump in jumps))
    if titles and tight(text.text) in titles:
        marks |= {"listed"}
    shown = passage.display or BULLET in marks
    whole = Block(
        Kind.HEADLINE if shown else Kind.PARAGRAPH,
        text,
        column=passage.column,
        marks=marks,
        gap=passage.lines[0].gap,
        size=len(passage.lines),
    )
    beside = _beside_text(whole, above, vocabulary) if len(text) <= LONGEST_CAPTION else None
    if beside is not None:
        return beside
    if greets_paper(text.text):
        return (evolve(whole, kind=Kind.PARAGRAPH),)
    if closes_text(text.text):
        whole = evolve(whole, kind=Kind.PARAGRAPH, marks=marks | {CLOSING})
    if shown:
        return (whole,)
    text, head = _split_head(text, whole, vocabulary)
    text, tail = split_tail(text, whole, vocabulary)
    body = whole if text is passage.text else evolve(whole, text=text)
    return (*head, *([body] if text else []), *tail)


def _beside_text(whole: Block, above: str, vocabulary: Vocabulary) -> tuple[Block, ...] | None:
    """A passage that is a credit, or a caption with its own; None for any other."""
    text, marks = whole.text, whole.marks
    credit = read_credit_line(text, vocabulary=vocabulary)
    if credit is not None and not goes_on(above, text.text):
        return (evolve(whole, kind=Kind.BYLINE, marks=marks | {credit.kind}),)
    marked = BULLET not in marks and read_caption_mark(text) is not None
    if not marked and (BOLD.isdisjoint(marks) or text.text[-1] != "。"):
        return None
    caption, credit = split_trailing_credit(text, vocabulary=vocabulary)
    signed = () if credit is None else (credit_block(whole, credit),)
    if caption and text.text[0] in ARROWS and credit and credit.kind == "byline":
        # an item of short news, with who sent it: ▲中心小学举行开学典礼。（刘红）
        return (evolve(whole, kind=Kind.PARAGRAPH, text=caption), *signed)
    return (*([evolve(whole, kind=Kind.CAPTION, text=caption)] if caption else []), *signed)


def _split_head(text: Excerpt, whole: Block, vocabulary: Vocabulary) -> tuple[Excerpt, list[Block]]:
    """What stands before the first sentence of a paragraph: its dateline, or who wrote."""
    dateline, rest = split_dateline(text, vocabulary=vocabulary)
    if dateline is not None:
        head = text[: len(text) - len(rest)]
        return rest, [evolve(whole, kind=Kind.DATELINE, text=head)]
    rest, credit = split_leading_credit(text, vocabulary=vocabulary)
    return rest, [] if credit is None else [credit_block(whole, credit)]

"""Which blocks stand beside the running text? Captions, pull quotes, speakers.

What a passage is shows only among its neighbours: a caption stands at a
picture's credit, a pull quote is printed again in the body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.passages import BOLD
from zhnews.excerpt import Excerpt

__all__ = ["BEHIND_PICTURE", "FLUSH", "join_display", "mark_floats"]

#: Marks of a block: a picture's mark-up stood above it; it has no indent on a
#: page whose paragraphs have one.
BEHIND_PICTURE = "behind a picture"
FLUSH = "flush"

#: A passage that stands right above a picture's credit is its caption up to
#: this length, in characters; above it is running text.
LONGEST_UNMARKED_CAPTION = 60

#: A caption of one sentence that nothing but its place tells is no longer.
LONGEST_SENTENCE = 34

#: A pull quote has this many characters, so much of it stands in the body, and
#: no shorter clause counts: headlines too share words with their bodies.
SHORTEST_QUOTE, LONGEST_QUOTE = 14, 220
QUOTED_SHARE = 0.85
SHORTEST_CLAUSE = 4

#: A body is so many times longer than what it is quoted by.
LONGER = 1.2

#: Over how many lines on display a pull quote may be set.
MOST_QUOTE_LINES = 6

#: Fewer lines that name speakers are no page of statements.
FEWEST_SPEAKERS = 2

#: Over how many lines the office and name of a speaker may be set.
MOST_SPEAKER_LINES = 4

_CLAUSE = re.compile(r"[^，。；：！？、“”‘’「」,;:!?]+")
_SPEAKER = re.compile(r"[^，。；！？：:“”]{8,70}[：:]")
_FIGURE = re.compile(r"[\d.,]+[%％万亿兆]*[\u4e00-\u9fff]{0,3}")
_PARTS = re.compile(r"(?<=[。！？])[ \u3000]+(?=\S)")

#: One sentence, neither a question nor speech: what a caption is.
_SENTENCE = re.compile(r"[^。！？!?：:；;“「『\n]{4,}[。.]")
_TALK = re.compile(r"(?:记者|記者|主持人|[问問答])[：:\s]")


def mark_floats(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks with captions, pull quotes and speakers under their kinds."""
    marked = mark_captions(join_display(join_speakers(blocks)))
    return mark_speakers(mark_pull_quotes(join_quotes(marked)))


def join_display(blocks: Sequence[Block]) -> list[Block]:
    """Join the lines of a display in bold type that runs over the line's end.

    Its first line is full: the next one is shorter, or it ends mid-word.
    """
    joined: list[Block] = []
    for block in blocks:
        if joined and _runs_over(joined[-1], block):
            joined[-1] = _as_one([joined[-1], block])
        else:
            joined.append(block)
    return joined


def _runs_over(above: Block, block: Block) -> bool:
    return (
        above.kind is block.kind is Kind.HEADLINE
        and above.text.text[-1] in "，、；：“（—"
        and not BOLD.isdisjoint(above.marks)
        and not BOLD.isdisjoint(block.marks)
    )


def _as_one(blocks: Sequence[Block]) -> Block:
    return evolve(
        blocks[0],
        text=Excerpt.join(block.text for block in blocks),
        size=sum(block.size for block in blocks),
        marks=frozenset().union(*(block.marks for block in blocks)),
    )


def join_speakers(blocks: Sequence[Block]) -> list[Block]:
    """Join the lines that name the office and the name of who speaks below."""
    joined: list[Block] = []
    for block in blocks:
        joined.append(block)
        if not block.text.text.endswith(("：", ":")):
            continue
        for size in range(MOST_SPEAKER_LINES, 1, -1):
            lines = joined[-size:]
            if (
                len(lines) == size
                and all(line.kind is Kind.HEADLINE for line in lines[:-1])
                and lines[-1].kind in (Kind.HEADLINE, Kind.PARAGRAPH)
                and _SPEAKER.fullmatch("".join(line.text.text for line in lines))
                and not any(line.gap > lines[0].gap for line in lines[1:])
            ):
                joined[-size:] = [_as_one(lines)]
                break
    return joined


def mark_speakers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Take for crossheads the lines that name who speaks in what follows.

    A page of statements has several: office and name, and a colon.
    """
    speakers = [
        i
        for i, block in enumerate(blocks)
        if block.kind in (Kind.PARAGRAPH, Kind.HEADLINE) and _SPEAKER.fullmatch(block.text.text)
    ]
    if len(speakers) < FEWEST_SPEAKERS:
        return tuple(blocks)
    marked = list(blocks)
    for i in speakers:
        marked[i] = evolve(blocks[i], kind=Kind.CROSSHEAD)
    return tuple(marked)


def mark_captions(blocks: Sequence[Block]) -> list[Block]:
    """Take for captions what stands above a picture's credit, or beside a caption.

    Of several short paragraphs above one credit each is the caption of a
    picture of its own.
    """
    marked = list(blocks)
    for i, block in enumerate(blocks):
        if block.kind is Kind.BYLINE and "photo" in block.marks:
            above = i - 1
            while above >= 0 and _may_be_caption(blocks[above], first=above == i - 1):
                marked[above] = evolve(blocks[above], kind=Kind.CAPTION)
                above -= 1
    for i, block in enumerate(marked):
        if block.kind is Kind.PARAGRAPH and _is_sentence(block) and _stands_apart(marked, i):
            marked[i] = evolve(block, kind=Kind.CAPTION)
    return [part for block in marked for part in _parted(block)]


def _may_be_caption(block: Block, *, first: bool) -> bool:
    longest = LONGEST_UNMARKED_CAPTION if first else LONGEST_UNMARKED_CAPTION // 2
    kinds = (Kind.PARAGRAPH, Kind.HEADLINE) if first else (Kind.PARAGRAPH,)
    return block.kind in kinds and len(block.text) <= longest


def _is_sentence(block: Block) -> bool:
    """Whether each part of a short block, set apart by spaces, is one sentence."""
    text = block.text.text
    if len(text) > 2 * LONGEST_SENTENCE or text[-1] not in "。." or _TALK.match(text):
        return False
    return all(
        len(part) <= LONGEST_SENTENCE and _SENTENCE.fullmatch(part) for part in _PARTS.split(text)
    )


def _stands_apart(blocks: Sequence[Block], i: int) -> bool:
    """Whether a sentence is no running text: by its marks, or by what it stands between."""
    block = blocks[i]
    if not block.marks.isdisjoint((BEHIND_PICTURE, FLUSH)):
        return True
    above = blocks[i - 1] if i else None
    at_picture = above is not None and (above.kind is Kind.CAPTION or "photo" in above.marks)
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    ends = below is None or below.kind not in (Kind.PARAGRAPH, Kind.CROSSHEAD)
    return (at_picture and ends) or len(_PARTS.split(block.text.text)) > 1


def _parted(block: Block) -> list[Block]:
    """The captions that stand side by side on a line."""
    if block.kind is not Kind.CAPTION or not _PARTS.search(block.text.text):
        return [block]
    if not _is_sentence(block):
        return [block]
    bounds = [0]
    for gap in _PARTS.finditer(block.text.text):
        bounds += gap.span()
    bounds.append(len(block.text))
    return [evolve(block, text=block.text[a:b]) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]


class _Bodies:
    """The bodies of a page, in which a quote is looked for."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.texts = [
            _bare(block.text.text) if block.kind is Kind.PARAGRAPH else "" for block in blocks
        ]
        self.whole = "\n".join(self.texts)

    def quotes(self, text: str, body: str) -> bool:
        """Whether nearly all the clauses of a text stand in a body."""
        clauses = [clause for clause in _CLAUSE.findall(text) if len(clause) >= SHORTEST_CLAUSE]
        found = sum(len(clause) for clause in clauses if clause in body)
        return found >= QUOTED_SHARE * sum(map(len, clauses)) and found >= SHORTEST_QUOTE - 2

    def hold(self, text: str, place: int, *, own: bool) -> bool:
        """Whether a passage, other than the one at ``place``, says a text again.

        Args:
            text: The text.
            place: Where it stands.
            own: It is one of the bodies itself: they hold it once.
        """
        clauses = [clause for clause in _CLAUSE.findall(text) if len(clause) >= SHORTEST_CLAUSE]
        once = sum(len(clause) for clause in clauses if self.whole.count(clause) > own)
        if once < SHORTEST_QUOTE - 2 or once < QUOTED_SHARE * sum(map(len, clauses)):
            return False  # the usual case, without a look at each body
        return any(
            len(body) > len(text) * LONGER and self.quotes(text, body)
            for k, body in enumerate(self.texts)
            if k != place
        )


def join_quotes(blocks: Sequence[Block]) -> list[Block]:
    """Join the lines on display over which a sentence of a body is set."""
    runs: list[tuple[int, int]] = []
    start = 0
    for i in range(1, len(blocks) + 1):
        if i == len(blocks) or blocks[i].kind is not Kind.HEADLINE or blocks[start].kind is not Kind.HEADLINE:
            if i - start > 1:
                runs.append((start, i))
            start = i
    if not runs:
        return list(blocks)
    bodies = _Bodies(blocks)
    joined = list(blocks)
    for first, last in reversed(runs):
        found = _quote_among(blocks, first, last, bodies)
        if found is not None:
            a, b = found
            joined[a:b] = [evolve(_as_one(blocks[a:b]), kind=Kind.PULL_QUOTE)]
    return joined


def _quote_among(
    blocks: Sequence[Block], first: int, last: int, bodies: _Bodies
) -> tuple[int, int] | None:
    """The longest stretch of lines on display that a body says word for word."""
    for a in range(first, last - 1):
        for b in range(min(last, a + MOST_QUOTE_LINES), a + 1, -1):
            text = "".join(_bare(block.text.text) for block in blocks[a:b])
            if len(text) >= SHORTEST_QUOTE and text in bodies.whole:
                return a, b
    return None


def mark_pull_quotes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Find the text that is printed again out of a body.

    Nearly all its clauses stand in a paragraph elsewhere; a figure right above
    one (3000亿元) is its display.
    """
    bodies = _Bodies(blocks)
    marked = list(blocks)
    for i, block in enumerate(blocks):
        if block.kind not in (Kind.HEADLINE, Kind.PARAGRAPH, Kind.CAPTION):
            continue
        if not SHORTEST_QUOTE <= len(block.text) <= LONGEST_QUOTE:
            continue
        if i and blocks[i - 1].kind in (Kind.SOURCE, Kind.DATELINE):
            continue  # the lead, which a later paragraph may repeat
        if block.kind is Kind.HEADLINE and not _may_be_quote(block, marked[i + 1 : i + 2]):
            continue
        own = block.kind is Kind.PARAGRAPH
        if not bodies.hold(_bare(block.text.text), i, own=own):
            continue
        marked[i] = evolve(block, kind=Kind.PULL_QUOTE)
        above = blocks[i - 1] if i else None
        if above and above.kind is Kind.HEADLINE and _FIGURE.fullmatch(_bare(above.text.text)):
            marked[i - 1] = evolve(above, kind=Kind.PULL_QUOTE)
    return tuple(marked)


def _may_be_quote(block: Block, following: list[Block]) -> bool:
    """A line on display is a headline, rather, where it says one thing only."""
    headed = any(one.kind in (Kind.SOURCE, Kind.BYLINE, Kind.DATELINE) for one in following)
    return not headed and "listed" not in block.marks and "，" in block.text.text.replace(",", "，")


def _bare(text: str) -> str:
    return "".join(text.split())

"""Which blocks stand beside the running text? Captions, pull quotes, speakers.

What a passage is shows only among its neighbours: a caption stands at a
picture's credit, a pull quote is printed again in the body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from attrs import evolve

from zhnews.articles.blocks import FLUSH, Block, Kind, join_blocks, join_where
from zhnews.articles.insets import free_captions
from zhnews.articles.leads import is_salutation
from zhnews.articles.quotes import mark_pull_quotes
from zhnews.articles.sights import BOLD
from zhnews.chinese import fold
from zhnews.excerpt import Excerpt
from zhnews.fields.captions import opens_caption
from zhnews.repair.flow import stops
from zhnews.vocab import STANDARD

__all__ = ["BEHIND_PICTURE", "CLOSING", "mark_floats", "mark_last_captions"]

#: Marks of a block: a picture's mark-up stood above it; it closes what stands above.
BEHIND_PICTURE = "behind a picture"
CLOSING = "closing"

#: A passage that stands right above a picture's credit is its caption up to
#: this length, in characters; above it is running text.
LONGEST_UNMARKED_CAPTION = 60

#: A caption of one sentence that nothing but its place tells is no longer.
LONGEST_SENTENCE = 34

#: A sentence behind the signature is a caption up to this length, in characters.
LONGEST_LAST_CAPTION = 36

#: The caption of a second picture, told by that of the first right above, is no longer.
LONGEST_SECOND_CAPTION = 24

#: So many blank lines more than over other paragraphs are the place of a picture.
MORE_SPACE = 2

#: A line on display is no longer, in characters.
LONGEST_DISPLAY = 25

#: Fewer lines that name speakers are no page of statements.
FEWEST_SPEAKERS = 2

#: Over how many lines the office and name of a speaker may be set.
MOST_SPEAKER_LINES = 4

#: How far a line of a speaker's office may fall short of its column, in
#: half-widths: the office is broken at words.
NOT_QUITE_FULL = 8

#: An office with a name is longer than this, in characters, with its colon.
SHORTEST_SPEAKER = 6

_SPEAKER = re.compile(r"[^，。；！？：:“”]{8,70}[：:]")
_PARTS = re.compile(r"(?<=[。！？])[ \u3000]+(?=\S)")

#: One sentence, neither a question nor speech: what a caption is.
_SENTENCE = re.compile(r"[^。！？!?：:；;“「『\n]{4,}[。.]")
#: Where somebody stands in a picture: 鲜于谷（左）, 李敏（前排右二）.
_IN_PICTURE = re.compile(r"[（(](?:[前后後]排)?(?:[左右中]|[左右][一二三四五六1-6]|居中)[)）]")
#: What somebody says in an interview, a note in brackets, a letter's first line.
_SPOKEN = re.compile(r"[\u4e00-\u9fff]{1,6}[：:]|[（(]|[^，。]{0,40}声明作废")
_TALK = re.compile(r"(?:记者|記者|主持人|[问問答])[：:\s]")


def mark_floats(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks with captions, pull quotes and speakers under their kinds."""
    shown = show_over_datelines(join_speakers(close_notices(free_captions(blocks))))
    marked = mark_captions(join_display(shown))
    return mark_speakers(join_quotes(mark_pull_quotes(marked), marked))


def show_over_datelines(blocks: Sequence[Block]) -> list[Block]:
    """Take for display the short line without a stop right over a dateline.

    A dateline opens an article: what stands over it is no running text.
    """
    return [
        evolve(block, kind=Kind.HEADLINE) if _is_over_dateline(block, below) else block
        for block, below in zip_longest(blocks, blocks[1:])
    ]


def _is_over_dateline(block: Block, below: Block | None) -> bool:
    return (
        below is not None
        and below.kind is Kind.DATELINE
        and block.kind is Kind.PARAGRAPH
        and block.size == 1
        and CLOSING not in block.marks
        and block.text.text[-1] not in "。！？!?…”」：:，、；"
        and len(block.text) <= LONGEST_DISPLAY
    )


def close_notices(blocks: Sequence[Block]) -> list[Block]:
    """Take for text the line between a notice and its date: who gives it."""
    closed = list(blocks)
    for i in range(1, len(blocks) - 1):
        block, below = blocks[i], blocks[i + 1]
        if (
            CLOSING in below.marks
            and below.text.text.endswith("日")
            and block.kind is Kind.HEADLINE
            and closed[i - 1].kind is Kind.PARAGRAPH
            and fold(block.text.text).endswith(STANDARD.table("bodies").words)
        ):
            closed[i] = evolve(block, kind=Kind.PARAGRAPH, marks=block.marks | {CLOSING})
    return closed


def join_display(blocks: Sequence[Block]) -> list[Block]:
    """Join the lines of a display in bold type that runs over the line's end.

    Its first line is full: the next one is shorter, or it ends mid-word.
    """
    return join_where(blocks, _runs_over)


def _runs_over(above: Block, block: Block) -> bool:
    return (
        above.kind is block.kind is Kind.HEADLINE
        and above.text.text[-1] in "，、；：“（—"
        and not BOLD.isdisjoint(above.marks)
        and not BOLD.isdisjoint(block.marks)
    )


def join_speakers(blocks: Sequence[Block]) -> list[Block]:
    """Join the lines that name the office and the name of who speaks below."""
    joined: list[Block] = []
    for block in blocks:
        joined.append(block)
        if not block.text.text.endswith(("：", ":")) or is_salutation(block.text.text):
            continue
        for size in range(MOST_SPEAKER_LINES, 1, -1):
            lines = joined[-size:]
            if (
                len(lines) == size
                and all(_runs_on(line, lines[-1], apart=lines[0].gap > 0) for line in lines[:-1])
                and lines[-1].kind in (Kind.HEADLINE, Kind.PARAGRAPH)
                and _SPEAKER.fullmatch("".join(line.text.text for line in lines))
                and not any(line.gap > lines[0].gap for line in lines[1:])
            ):
                joined[-size:] = [join_blocks(lines)]
                break
    return joined


def _runs_on(line: Block, last: Block, *, apart: bool) -> bool:
    """Whether a line of a speaker's office goes on below.

    It fills its column, stands apart from what is above, or is left open; or what the
    last line has is too short for an office.
    """
    goes_on = (
        apart
        or line.fills_column(NOT_QUITE_FULL)
        or line.text.text.endswith("、")
        or len(last.text) <= SHORTEST_SPEAKER
    )
    return line.kind is Kind.HEADLINE and goes_on and line.text.text[-1] not in "：:。"


def mark_speakers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Take for crossheads the lines that name who speaks in what follows.

    A page of statements has several: office and name, and a colon.
    """
    speakers = [
        i
        for i, block in enumerate(blocks)
        if block.kind in (Kind.PARAGRAPH, Kind.HEADLINE)
        and _SPEAKER.fullmatch(block.text.text)
        and not _leads_to_list(block.text.text)
    ]
    if len(speakers) < FEWEST_SPEAKERS:
        return tuple(blocks)
    marked = list(blocks)
    for i in speakers:
        marked[i] = evolve(blocks[i], kind=Kind.CROSSHEAD)
    return tuple(marked)


def _leads_to_list(text: str) -> bool:
    """Whether the words before a colon say that a list follows, and nobody speaks."""
    words = STANDARD.table("labels").words_where("says", "list")
    return fold(text).rstrip(":").endswith(words)


def mark_captions(blocks: Sequence[Block]) -> list[Block]:
    """Take for captions what stands above a picture's credit, or beside a caption.

    Of several sentences above one credit that are set alike each is the caption
    of a picture of its own.
    """
    marked = list(blocks)
    for i, block in enumerate(blocks):
        if block.is_picture_credit:
            above = i - 1
            while (
                above >= 0
                and blocks[above].text.end <= block.text.start  # no paragraph around it
                and _may_be_caption(blocks[above], first=above == i - 1)
                and (above == i - 1 or _is_set_as(blocks[above], blocks[i - 1]))
            ):
                marked[above] = evolve(blocks[above], kind=Kind.CAPTION)
                above -= 1
    usual = Counter(block.gap for block in blocks if block.kind is Kind.PARAGRAPH)
    space = usual.most_common(1)[0][0] + MORE_SPACE if usual else 0
    for i, block in enumerate(marked):
        if (
            block.kind is Kind.PARAGRAPH
            and _is_sentence(block)
            and (_stands_apart(marked, i) or (block.gap >= space and _interrupts(marked, i)))
        ):
            marked[i] = evolve(block, kind=Kind.CAPTION)
    return [part for block in marked for part in _parted(block)]


def _may_be_caption(block: Block, *, first: bool) -> bool:
    if _SPOKEN.match(block.text.text) or block.text.text[-1] in "？?：:":
        return False
    longest = LONGEST_UNMARKED_CAPTION if first else LONGEST_UNMARKED_CAPTION // 2
    kinds = (Kind.PARAGRAPH, Kind.HEADLINE) if first else (Kind.PARAGRAPH,)
    return block.kind in kinds and len(block.text) <= longest


def _is_set_as(block: Block, caption: Block) -> bool:
    """Whether a sentence is set as the caption below it: flush, or behind a picture."""
    return _is_sentence(block) and all(
        mark in block.marks or mark not in caption.marks for mark in (FLUSH, BEHIND_PICTURE)
    )


def _is_sentence(block: Block) -> bool:
    """Whether each part of a short block, set apart by spaces, is one sentence."""
    text = block.text.text
    if len(text) > 2 * LONGEST_SENTENCE or text[-1] not in "。." or _TALK.match(text):
        return False
    return all(
        len(part) <= LONGEST_SENTENCE and _SENTENCE.fullmatch(part) for part in _PARTS.split(text)
    )


def _stands_apart(blocks: Sequence[Block], i: int) -> bool:
    """Whether a sentence is no running text: by its marks, its words, or its neighbours."""
    block = blocks[i]
    if not block.marks.isdisjoint((BEHIND_PICTURE, FLUSH)) or _IN_PICTURE.search(block.text.text):
        return True
    above = blocks[i - 1] if i else None
    at_picture = above is not None and (above.kind is Kind.CAPTION or "photo" in above.marks)
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    ends = below is None or below.kind not in (Kind.PARAGRAPH, Kind.CROSSHEAD)
    second = at_picture and len(block.text) <= LONGEST_SECOND_CAPTION
    return (second and (ends or _is_whole(blocks[:i]))) or len(_PARTS.split(block.text.text)) > 1


def _is_whole(above: Sequence[Block]) -> bool:
    """Whether the text above the pictures that stand last is no half of a paragraph."""
    text = next((one for one in reversed(above) if one.kind is Kind.PARAGRAPH), None)
    return text is None or stops(text.text.text)


def _interrupts(blocks: Sequence[Block], i: int) -> bool:
    """Whether a block stands between paragraphs: the text goes on below a picture."""
    around = [one.kind for one in (*blocks[max(0, i - 1) : i], *blocks[i + 1 : i + 2])]
    return len(around) == 2 and set(around) == {Kind.PARAGRAPH}


def _parted(block: Block) -> list[Block]:
    """The captions that stand side by side on a line."""
    if block.kind is not Kind.CAPTION:
        return [block]
    if _PARTS.search(block.text.text) and _is_sentence(block):
        return [evolve(block, text=part) for part in block.text.split(_PARTS)]
    lines = _sentences_by_line(block.text)
    return [evolve(block, text=part) for part in lines] if len(lines) > 1 else [block]


def _sentences_by_line(text: Excerpt) -> list[Excerpt]:
    """The captions of several pictures, each one sentence that begins a line of its own."""
    parts: list[Excerpt] = []
    at = start = 0
    if opens_caption(text):
        return [text]  # one caption may have several sentences
    for span in text.spans[:-1]:
        at += span.end - span.start
        if text.text[at - 1] == "。":
            parts.append(text[start:at])
            start = at
    parts.append(text[start:])
    return parts if all(_SENTENCE.fullmatch(part.text) for part in parts) else [text]


def join_quotes(blocks: Sequence[Block], before: Sequence[Block]) -> list[Block]:
    """Join the lines on display that make one pull quote.

    Args:
        blocks: The blocks, pull quotes among them.
        before: The same ones, before any was taken for a pull quote.
    """
    joined: list[Block] = []
    open_ = False
    for block, was in zip(blocks, before, strict=True):
        quote = block.kind is Kind.PULL_QUOTE
        if quote and open_:
            joined[-1] = join_blocks([joined[-1], block])
        else:
            joined.append(block)
        open_ = quote and was.kind is Kind.HEADLINE
    return joined


def mark_last_captions(blocks: Sequence[Block]) -> list[Block]:
    """Take for captions the short sentences that stand behind an article's signature.

    The extraction left them there: a signature ends the running text.
    """
    signed = (i for i in range(len(blocks) - 1, -1, -1) if blocks[i].is_signature)
    last = next(signed, len(blocks))
    behind = [one for one in blocks[last + 1 :] if one.kind is Kind.PARAGRAPH]
    if not all(
        len(one.text) <= LONGEST_LAST_CAPTION and _may_be_caption(one, first=True) for one in behind
    ):
        return list(blocks)  # running text goes on below it: it is no signature
    return [
        evolve(one, kind=Kind.CAPTION) if i > last and one.kind is Kind.PARAGRAPH else one
        for i, one in enumerate(blocks)
    ]

"""Which passages are the captions of pictures?

What a passage is shows only among its neighbours: a caption stands at a picture's
credit, at another caption, or in the place of a picture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from attrs import evolve

from zhnews.articles.blocks import FLUSH, VERSE, Block, Kind
from zhnews.articles.leads import speaker_in_talk, turn_in_talk
from zhnews.excerpt import Excerpt
from zhnews.fields.captions import VOID, opens_caption, read_caption_mark
from zhnews.repair.flow import stops

__all__ = [
    "ARROWS",
    "BEHIND_PICTURE",
    "IN_PICTURE",
    "free_items",
    "mark_captions",
    "mark_last_captions",
]

#: The mark of a block: a picture's mark-up stood above it.
BEHIND_PICTURE = "behind a picture"

#: A passage that stands right above a picture's credit is its caption up to
#: this length, in characters; above it is running text.
LONGEST_UNMARKED_CAPTION = 60

#: One that stands below a picture's place as well is no longer, in characters.
LONGEST_CAPTION = 120

#: A caption of one sentence that nothing but its place tells is no longer.
LONGEST_SENTENCE = 34

#: A sentence behind the signature is a caption up to this length, in characters.
LONGEST_LAST_CAPTION = 36

#: The caption of a second picture, told by that of the first right above, is no longer.
LONGEST_SECOND_CAPTION = 24

#: So many blank lines more than over other paragraphs are the place of a picture.
MORE_SPACE = 2

#: What points from a caption to its picture, and stands before items of short news too.
ARROWS = frozenset("▲▼▶△▽▷↑↓←→")

_PARTS = re.compile(r"(?<=[。！？])[ \u3000]+(?=\S)")

#: One sentence, neither a question nor speech: what a caption is.
_SENTENCE = re.compile(r"[^。！？!?：:；;“「『\n]{4,}[。.]")
#: Where somebody stands in a picture: 鲜于谷（左）, 李敏（前排右二）.
IN_PICTURE = r"[（(](?:[前后後]排)?(?:[左右中]|[左右][一二三四五六1-6]|居中)[)）]"
_IN_PICTURE = re.compile(IN_PICTURE)
#: What somebody says in an interview, a note in brackets, a letter's first line.
_SPOKEN = re.compile(rf"[\u4e00-\u9fff]{{1,6}}[：:]|[（(]|[^，。]{{0,40}}{VOID}")


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
                and _may_be_caption(blocks[above], _longest(blocks, above, i))
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


def free_items(blocks: Sequence[Block]) -> list[Block]:
    """Take for text what an arrow marks as an item of short news: its sender stands behind it.

    >>> from zhnews.excerpt import Excerpt
    >>> item = Block(Kind.CAPTION, Excerpt.of("▲城东街道新建口袋公园5个。"))
    >>> sender = Block(Kind.BYLINE, Excerpt.of("（周舟）"), marks=frozenset({"byline"}))
    >>> free_items([item, sender])[0].kind.value
    'paragraph'
    >>> photo = Block(Kind.BYLINE, Excerpt.of("（周舟 摄）"), marks=frozenset({"photo"}))
    >>> free_items([item, photo])[0].kind.value
    'caption'
    """
    return [
        evolve(block, kind=Kind.PARAGRAPH) if _is_sent_in(block, below) else block
        for block, below in zip_longest(blocks, blocks[1:])
    ]


def _is_sent_in(block: Block, below: Block | None) -> bool:
    return (
        below is not None
        and block.kind is Kind.CAPTION
        and below.kind is Kind.BYLINE
        and block.text.text[0] in ARROWS
        and below.text.text[0] in "（("
        and "byline" in below.marks
    )


def _longest(blocks: Sequence[Block], i: int, credit: int) -> int:
    """How long a caption may be, by its place above a picture's credit and below a picture.

    Under a headline, the text below a picture is the news that the picture shows.
    """
    if i < credit - 1:
        return LONGEST_UNMARKED_CAPTION // 2
    headed = i > 0 and blocks[i - 1].kind is Kind.HEADLINE
    shown = BEHIND_PICTURE in blocks[i].marks and not headed
    return LONGEST_CAPTION if shown else LONGEST_UNMARKED_CAPTION


def _may_be_caption(block: Block, longest: int) -> bool:
    if _SPOKEN.match(block.text.text) or block.text.text[-1] in "？?：:" or VERSE in block.marks:
        return False
    first = longest >= LONGEST_UNMARKED_CAPTION
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
    if len(text) > 2 * LONGEST_SENTENCE or text[-1] not in "。." or _talks().match(text):
        return False
    return all(
        len(part) <= LONGEST_SENTENCE and _SENTENCE.fullmatch(part) for part in _PARTS.split(text)
    )


@cache
def _talks() -> re.Pattern[str]:
    """Who speaks in a talk, before a colon or a space."""
    return re.compile(rf"{turn_in_talk()}|{speaker_in_talk()}\s")


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


def mark_last_captions(blocks: Sequence[Block]) -> list[Block]:
    """Take for captions the short sentences that stand behind an article's end.

    The extraction left them there: a signature ends the running text, and so does the
    note in brackets that says where its figures come from.
    """
    marked = _with_note(blocks)
    last = next((i for i in range(len(marked) - 1, -1, -1) if _ends_text(marked[i])), len(marked))
    behind = [one for one in marked[last + 1 :] if one.kind is Kind.PARAGRAPH]
    if not all(map(_may_be_last, behind)):
        return marked  # running text goes on below it: it is no end
    return [
        evolve(one, kind=Kind.CAPTION) if i > last and one.kind is Kind.PARAGRAPH else one
        for i, one in enumerate(marked)
    ]


def _may_be_last(block: Block) -> bool:
    text = block.text.text
    longest = LONGEST_UNMARKED_CAPTION if _SENTENCE.fullmatch(text) else LONGEST_LAST_CAPTION
    return len(text) <= longest and _may_be_caption(block, LONGEST_UNMARKED_CAPTION)


def _ends_text(block: Block) -> bool:
    return block.is_signature or (block.kind is Kind.PARAGRAPH and _is_note(block))


def _is_note(block: Block) -> bool:
    """Whether a block says in brackets where figures come from."""
    text = block.text.text
    return text[0] in "（(" and text[-1] in "）)" and read_caption_mark(text) == "data"


def _with_note(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with such a note as text where there is no figure or table it could be of."""
    note = next((one for one in blocks if one.kind is Kind.CAPTION and _is_note(one)), None)
    if note is None or any(map(_shows_figures, blocks)):
        return list(blocks)
    others = [block for block in blocks if block is not note]
    above = sum(block.text.start < note.text.start for block in others)
    return [*others[:above], evolve(note, kind=Kind.PARAGRAPH), *others[above:]]


def _shows_figures(block: Block) -> bool:
    if block.kind is Kind.CAPTION:
        return read_caption_mark(block.text) in ("figure", "table")
    return block.kind is Kind.TABLE

"""What stands beside the running text, and in which order is it asked?

What a passage is shows only among its neighbours. ``captions`` and ``speakers`` tell of
two kinds, ``insets`` and ``quotes`` of two more; here are the lines that a dateline, a
notice or bold type tells, and what is joined before and after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, zip_longest

from attrs import evolve

from zhnews.articles.blocks import CLOSING, PEN_NAME, Block, Kind, join_blocks, join_where
from zhnews.articles.captions import free_items, mark_captions
from zhnews.articles.insets import free_captions
from zhnews.articles.quotes import mark_pull_quotes
from zhnews.articles.sights import BOLD
from zhnews.articles.speakers import join_speakers, mark_speakers
from zhnews.articles.verses import mark_verses
from zhnews.articles.words import common_words
from zhnews.chinese import fold
from zhnews.fields.senders import read_sender
from zhnews.repair.flow import stops
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["mark_floats"]

#: A line on display is no longer, in characters.
LONGEST_DISPLAY = 25

#: How an office speaks of itself, and of the paper that it answers.
_OFFICIAL = re.compile(r"(?<!自)我[局委办厅校院所公处]|[贵貴][报報社]")

#: Who gives a notice is named on no more lines, of the narrowest column.
MOST_GIVERS = 6


def mark_floats(blocks: list[Block], vocabulary: Vocabulary = STANDARD) -> tuple[Block, ...]:
    """The blocks with captions, pull quotes and speakers under their kinds."""
    closed = title_tables(
        sign_answers(close_notices(mark_verses(free_captions(free_items(sign_subjects(blocks))))))
    )
    signed = sign_columns(sign_letters(attribute_quotes(closed), vocabulary))
    shown = show_over_datelines(join_speakers(signed))
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


def sign_subjects(blocks: Sequence[Block]) -> list[Block]:
    """Set who wrote a dispatch over its subject, below which it is printed.

    A dispatch states its subject behind the dateline (新华社北京3月5日电　题：春天的约定);
    the names below it end no text.
    """
    signed = list(blocks)
    for i, block in enumerate(blocks[2:], start=2):
        subject = blocks[i - 1]
        if (
            block.is_signature
            and subject.kind is Kind.PARAGRAPH
            and blocks[i - 2].kind is Kind.DATELINE
            and subject.text.text.startswith(("题：", "題：", "题:", "題:"))
        ):
            signed[i - 1 : i + 1] = [block, subject]
    return signed


def close_notices(blocks: Sequence[Block]) -> list[Block]:
    """Take for text the lines between a notice and its date: who gives it.

    A company's board stands below its name. A name whose first line is none is one that
    its column breaks: 泽川市自来水 / 集团有限公司.
    """
    closed: list[Block] = []
    for block in blocks:
        if CLOSING in block.marks and block.text.text.endswith("日"):
            first = len(closed)
            while first and closed[first - 1].kind is Kind.HEADLINE:
                first -= 1
            lines = closed[first:]
            if first and closed[first - 1].kind is Kind.PARAGRAPH and len(lines) <= MOST_GIVERS:
                closed[first:] = _givers(lines)
        closed.append(block)
    return closed


def _givers(lines: Sequence[Block]) -> list[Block]:
    """The lines as text where they name who gives a notice; else as they are."""
    if not lines or not _gives(lines[-1]):
        return list(lines)
    givers = lines if all(map(_gives, lines)) else [join_blocks(lines)]
    return [evolve(one, kind=Kind.PARAGRAPH, marks=one.marks | {CLOSING}) for one in givers]


def _gives(block: Block) -> bool:
    """Whether a line on display is the name of who may give a notice."""
    return block.kind is Kind.HEADLINE and fold(block.text.text).endswith(
        STANDARD.table("bodies").words_where("place", "notice")
    )


def sign_answers(blocks: Sequence[Block]) -> list[Block]:
    """Take for text the name of an office below its answer to a reader, which has no day.

    What it says tells who speaks: 我局, 贵报.
    """
    signed = list(blocks)
    for i, (above, block) in enumerate(pairwise(blocks), start=1):
        if above.kind is Kind.PARAGRAPH and _gives(block) and _OFFICIAL.search(above.text.text):
            signed[i] = evolve(block, kind=Kind.PARAGRAPH, marks=block.marks | {CLOSING})
    return signed


def title_tables(blocks: Sequence[Block]) -> list[Block]:
    """Take for the title of a table the one line on display between a text and the table.

    A headline stands below the table: where a text does, the line is the headline of that, and
    where nothing does, that of the table alone.
    """
    titled = list(blocks)
    for i, block in enumerate(blocks[:-1]):
        if block.kind is not Kind.HEADLINE or blocks[i + 1].kind is not Kind.TABLE or not i:
            continue
        below = i + 2
        while below < len(blocks) and blocks[below].kind is Kind.TABLE:
            below += 1
        heads = below < len(blocks) and blocks[below].kind is Kind.HEADLINE
        if blocks[i - 1].kind in _ENDS and heads and block.size == 1:
            titled[i] = evolve(block, kind=Kind.CAPTION)
    return titled


#: What may stand over the title of a table.
_ENDS = (Kind.PARAGRAPH, Kind.BYLINE, Kind.SOURCE, Kind.TABLE)


def attribute_quotes(blocks: Sequence[Block]) -> list[Block]:
    """Take for text the line behind a dash that says whose words stand above it.

    A deck begins with a dash too; but it stands under a headline.
    """
    below = (
        evolve(block, kind=Kind.PARAGRAPH) if _is_attribution(above, block) else block
        for above, block in pairwise(blocks)
    )
    return [*blocks[:1], *below]


def _is_attribution(above: Block, block: Block) -> bool:
    return (
        block.kind is Kind.HEADLINE
        and block.text.text.startswith(("——", "──", "--"))
        and above.kind is Kind.PARAGRAPH
        and stops(above.text.text)
        and len(block.text) <= LONGEST_DISPLAY
    )


def sign_letters(blocks: Sequence[Block], vocabulary: Vocabulary = STANDARD) -> list[Block]:
    """Take for a signature the line that names a place and a person, at either end of a text.

    It stands under the last paragraph, with no paragraph below it, or between the headline and
    the first one. What says in brackets where the author is from stands where headlines are left
    elsewhere, too.
    """
    signed = list(blocks)
    for i, block in enumerate(blocks):
        if i == 0 or block.kind is not Kind.HEADLINE or _APART.search(block.text.text) is None:
            continue
        below = blocks[i + 1].kind if i + 1 < len(blocks) else None
        around = blocks[i - 1].kind, below in (Kind.PARAGRAPH, Kind.DATELINE)
        at_end = around in _AT_ENDS or block.text.text[-1] in "）)"
        if at_end and read_sender(block.text, vocabulary=vocabulary) is not None:
            signed[i] = evolve(block, kind=Kind.BYLINE, marks=block.marks | {"byline"})
    return signed


def sign_columns(blocks: Sequence[Block]) -> list[Block]:
    """Take for a signature the pen name between the headline of a column and its text.

    Pen names have no surname (甘草, 思旋): its place below a column's name and a headline tells,
    and its two or three characters, unless they head a first part (前言).
    """
    signed = list(blocks)
    for i, block in enumerate(blocks):
        if i < 2 or block.kind is not Kind.HEADLINE or i + 1 == len(blocks):
            continue
        over = blocks[i - 2 : i]
        if (
            all(one.kind is Kind.HEADLINE and one.size == 1 for one in over)
            and (i == 2 or blocks[i - 3].kind is not Kind.HEADLINE)
            and len(over[0].text) <= LONGEST_COLUMN_NAME
            and blocks[i + 1].kind is Kind.PARAGRAPH
            and _PEN_NAME.fullmatch(block.text.text)
            and fold("".join(block.text.text.split())) not in _front_words()
            and not _is_broken(*over)
        ):
            signed[i] = evolve(block, kind=Kind.BYLINE, marks=block.marks | {"byline", PEN_NAME})
    return signed


#: A pen name as it is set, two characters perhaps apart; what counts ends a broken headline
#: (占 / 近三成). And the longest name of a column above, in characters.
_PEN_NAME = re.compile(
    r"(?!.*[一二三四五六七八九十百千万萬亿億元成半年月日的了些])"
    r"(?:[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff])"
)
LONGEST_COLUMN_NAME = 6


#: Lines of one width (but for a character) are those of a headline that its column breaks; no
#: column is narrower, in characters.
NARROWEST = 5


def _is_broken(above: Block, block: Block) -> bool:
    """Whether a line may be one that a column breaks, so that the line below is its end."""
    alike = abs(len(above.text) - len(block.text)) <= 1 or block.fills_column(2)
    return alike and len(block.text) >= NARROWEST


@cache
def _front_words() -> frozenset[str]:
    """What stands over the first part of a text, or says where, and names nobody."""
    labels = STANDARD.table("labels").words_where("says", "abstract")
    notes = STANDARD.table("formulas").words_where("kind", "note", "both")
    places = STANDARD.table("places").words
    return frozenset((*labels, *notes, *places)) | common_words().keys()


#: What parts a name from the place or office beside it.
_APART = re.compile("[ \u3000（(]")

#: Where a letter's signature may stand: what is above it, and whether a text begins below.
_AT_ENDS = frozenset({(Kind.PARAGRAPH, False), (Kind.HEADLINE, True)})


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

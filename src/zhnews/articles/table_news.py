"""Which tables are articles by themselves, with a heading and no text?

Print sets standing tables as it sets articles: 积分榜, 赛程, 行情, each under a heading of its
own, and what stands below is another headline. So told are the heading by its last word and
the name of a column above the heading. Any other table belongs to the text that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import evolve

from zhnews.articles.blocks import Block, Kind, join_blocks
from zhnews.chinese import fold
from zhnews.fields.rubrics import is_column
from zhnews.vocab import STANDARD, alternation

__all__ = ["split_table_news"]

#: The name of a column and the heading under it have no more lines, and no heading is longer,
#: in characters.
MOST_HEADING_LINES = 3
LONGEST_HEADING = 20

#: No note under a table is longer, in characters.
LONGEST_NOTE = 40


def split_table_news(blocks: Sequence[Block]) -> tuple[list[Block], list[tuple[Block, ...]]]:
    """The other blocks, and the tables with the headings over them and the notes below.

    >>> from zhnews.excerpt import Excerpt
    >>> def page(heading: str) -> list[Block]:
    ...     kinds = (Kind.PARAGRAPH, Kind.HEADLINE, Kind.TABLE)
    ...     texts = ("比赛昨天结束。", heading, "云陂35")
    ...     return [Block(kind, Excerpt.of(text)) for kind, text in zip(kinds, texts)]
    >>> rest, tables = split_table_news(page("积分榜（前六名）"))
    >>> len(rest), [block.kind.value for block in tables[0]]
    (1, ['headline', 'table'])
    >>> split_table_news(page("近五年的产量"))[1]
    []
    """
    if not any(block.kind is Kind.TABLE for block in blocks):
        return list(blocks), []
    rest: list[Block] = []
    found: list[tuple[Block, ...]] = []
    at = 0
    while at < len(blocks):
        end = _end(blocks, at)
        if end == at:
            rest.append(blocks[at])
            at += 1
            continue
        lines = [block for block in blocks[at:end] if block.kind is Kind.HEADLINE]
        kickers = [evolve(line, kind=Kind.KICKER) for line in lines[:1] if _is_column(lines)]
        shown = join_blocks(lines[len(kickers) :])
        found.append((*kickers, shown, *blocks[at + len(lines) : end]))
        at = end
    return rest, found


def _end(blocks: Sequence[Block], at: int) -> int:
    """Where the article ends whose heading stands at a place; that place where none does."""
    if blocks[at].kind is not Kind.HEADLINE:
        return at
    first = at
    while first < min(len(blocks), at + MOST_HEADING_LINES) and _is_heading(blocks[first]):
        first += 1
    if first == at or first == len(blocks) or blocks[first].kind is not Kind.TABLE:
        return at
    lines = blocks[at:first]
    starts = any(_is_column(lines[k:]) for k in range(1, len(lines)))  # further below
    headed = at and blocks[at - 1].kind is Kind.HEADLINE
    if starts or not (_is_column(lines) or (_names_table(lines[-1].text.text) and not headed)):
        return at
    end = first
    while end < len(blocks) and (blocks[end].kind is Kind.TABLE or _is_note(blocks[end])):
        end += 1
    below = next((one for one in blocks[end:] if one.kind is not Kind.FURNITURE), None)
    return end if below is None or below.kind is Kind.HEADLINE else at


def _is_heading(block: Block) -> bool:
    return block.kind is Kind.HEADLINE and len(block.text) <= LONGEST_HEADING


def _is_column(lines: Sequence[Block]) -> bool:
    """Whether the name of a column stands over a heading."""
    return len(lines) > 1 and is_column(lines[0].text.text)


def _is_note(block: Block) -> bool:
    """Whether a block says of a table whence or of which day its figures are."""
    if block.kind is Kind.SOURCE:
        return True
    return (
        block.kind is Kind.PARAGRAPH
        and len(block.text) <= LONGEST_NOTE
        and _NOTE.match(block.text.text) is not None
    )


_NOTE = re.compile(r"[（(][^（()）]*[)）]\Z|(?:注|说明|說明|单位|單位)\s?[:：]|.{0,4}[来來]源[:：]")


def _names_table(heading: str) -> bool:
    return _table_names().search(fold(heading)) is not None


@cache
def _table_names() -> re.Pattern[str]:
    """How the headings of standing tables end, over folded text; a bracket may follow."""
    words = alternation(STANDARD.table("columns").words_where("place", "table"))
    return re.compile(rf"{words}(?:\([^()]{{1,12}}\))?\Z")

"""Which lines name who speaks in what stands below?

A page of statements sets the office and the name over each, with a colon, often over
several lines: 全国政协委员、铁道 / 集团公司董事长李敏：
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from attrs import evolve

from zhnews.articles.blocks import Block, Kind, join_blocks
from zhnews.articles.leads import is_salutation
from zhnews.chinese import fold
from zhnews.vocab import STANDARD

__all__ = ["join_speakers", "mark_speakers"]

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


def join_speakers(blocks: Sequence[Block]) -> list[Block]:
    """Join the lines that name the office and the name of who speaks below.

    What they say is running text: a line with a colon over another line on display leads
    in to that one (记者走访六个地铁口： / 禁停区里车最多).
    """
    last = [_names_speaker(block, below) for block, below in zip_longest(blocks, blocks[1:])]
    if sum(last) < FEWEST_SPEAKERS:
        return list(blocks)
    joined: list[Block] = []
    for block, ends in zip(blocks, last, strict=True):
        joined.append(block)
        if not ends:
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


def _names_speaker(block: Block, below: Block | None) -> bool:
    return (
        block.text.text.endswith(("：", ":"))
        and below is not None
        and below.kind is not Kind.HEADLINE
        and not is_salutation(block.text.text)
    )


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

"""What does a line that a grammar knows do to the text around it?

It ends an article, opens or signs one, interrupts one. What stands above （下转第4版） breaks
off anywhere, in a sentence or in a word: it looks like a line on display then, and is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.leads import closing_marks
from zhnews.fields.jumps import goes_on_elsewhere, jump_way, split_jumps
from zhnews.repair.flow import stops
from zhnews.repair.lines import Line

__all__ = ["SEVERS", "as_seen", "find_broken_off", "severs"]

#: What such a line is to the text around it, the strongest first; a picture's caption is
#: known or not.
SEVERS = ("end", "byline", "table", "captioned", "picture", "jump", "furniture", "")

#: What is weighed as if it were another: to a line's looks it is that.
_SEEN = {"captioned": "picture", "jump": "furniture"}

#: How many lines above a jump line are asked for what tells running text.
MOST_LINES = 6

#: What running text has, and few lines on display have.
_RUNNING = re.compile("[，。；]")

#: What a line ends with that has a jump line in brackets behind its text.
_JUMP_CUE = re.compile("[转轉][^，。！？]{1,20}[)）】〕\\]]$")


def severs(block: Block) -> str:
    """What a block that a grammar knows is to the text around it: one of ``SEVERS``."""
    if block.kind is Kind.CAPTION or "photo" in block.marks:
        return "captioned" if block.kind is Kind.CAPTION else "picture"
    if block.kind is Kind.FURNITURE and goes_on_elsewhere(block.text.text):
        return "jump"
    if block.kind in (Kind.FURNITURE, Kind.TABLE, Kind.BYLINE):
        return str(block.kind.value)
    return "end"


def as_seen(severed: Mapping[int, str]) -> dict[int, str]:
    """For lines what stood above them, as their looks are weighed."""
    return {i: _SEEN.get(by, by) for i, by in severed.items()}


def find_broken_off(
    lines: Sequence[Line], severed: Mapping[int, str], indented: Collection[int] = ()
) -> Iterator[int]:
    """The numbers of the lines of texts that break off in a sentence, with a jump line below.

    Args:
        lines: Repaired lines, without those that a grammar knows.
        severed: For a line above which a grammar's line stood, what it was.
        indented: The numbers of the lines that open a paragraph with its indent.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("春耕备耕\\n记者在田头看到，不少农\\n户\\n夏种开局良好")
    >>> list(find_broken_off(page, {3: "jump"}))
    [2, 1]
    """
    for i, by in severed.items():
        if by == "jump" and i:
            yield from _broken_off(lines, i - 1, lines[i - 1].text.text, indented)
    for i in _with_jumps(lines):
        rest, jumps = split_jumps(lines[i].text)
        if rest and jumps and jump_way(jumps[-1].text) == "on":
            yield from _broken_off(lines, i, rest.text, indented)


def _with_jumps(lines: Sequence[Line]) -> list[int]:
    """The numbers of the lines that may have a jump line in brackets behind their text."""
    return [
        i
        for i, line in enumerate(lines)
        if line.text.text[-1] in ")）】〕]" and _JUMP_CUE.search(line.text.text)
    ]


def _broken_off(
    lines: Sequence[Line], last: int, text: str, indented: Collection[int]
) -> list[int]:
    """The last lines of a text, from that which tells that it runs; none where none does.

    Args:
        lines: The lines.
        last: The number of the last one.
        text: That line without a jump line behind it.
        indented: The numbers of the lines that open a paragraph with its indent.
    """
    for at in range(last, max(-1, last - MOST_LINES), -1):
        printed = text if at == last else lines[at].text.text
        if stops(printed) or "a closing date before" in closing_marks(printed):
            return []
        if _RUNNING.search(printed) or at in indented:
            return list(range(last, at - 1, -1))
    return []

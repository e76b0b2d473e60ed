"""Which header stands on one line with the editors of the page?

Papers print the folio and the editors of the page on one line: A06 城事 2020年12月3日
星期四 责编/张帆 美编/周强.
"""

from __future__ import annotations

import re
from functools import cache

from zhnews.excerpt import Excerpt
from zhnews.fields.bylines import credit_cue, read_line
from zhnews.fields.jobs import jobs
from zhnews.fields.names import folded
from zhnews.fields.page_headers import Header, read_header
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["read_header_before_editors"]

#: No header before the people's names is shorter, in characters.
SHORTEST_HEAD = 6

#: The first digit of a header stands among so many characters: the paper's name may
#: stand before the day.
FURTHEST_DIGIT = 32

#: What every header has, near its start: a day or a page.
_DIGIT = re.compile("[0-9０-９〇一二三四五六七八九]")


@cache
def _reached() -> re.Pattern[str]:
    """How the people of the page are reached, over folded text."""
    words = STANDARD.table("labels").words_where("says", "number", "mail")
    labels = "|".join(r"\s?".join(word) if len(word) == 2 else word for word in words)
    return re.compile(
        rf"(?<=\s)[\u4e00-\u9fff]{{0,4}}(?:{labels})\s?[:/]?\s?(?=[\w(+])", re.IGNORECASE
    )


def read_header_before_editors(
    line: Excerpt, vocabulary: Vocabulary
) -> tuple[Excerpt, Header] | None:
    """The words of a header that has the people of the page behind it, and its parts.

    None for any other line.

    >>> from zhnews.vocab import STANDARD
    >>> line = Excerpt.of("A06 城事 2020年12月3日 星期四 责编/张帆 美编/周强")
    >>> read_header_before_editors(line, STANDARD)[0].text
    'A06 城事 2020年12月3日 星期四'
    """
    printed = line.text
    if not printed[:1].strip() or not _DIGIT.search(printed, 0, FURTHEST_DIGIT):
        return None
    copy = folded(printed)
    reached = _reached().search(copy, SHORTEST_HEAD)
    if reached is None and not credit_cue(vocabulary).search(printed, SHORTEST_HEAD):
        return None
    pattern = jobs(vocabulary).pattern
    first = next(
        (found for found in pattern.finditer(copy) if found.start() >= SHORTEST_HEAD), None
    )
    if first is None and reached is not None:  # nobody is named, but how the page is reached
        rest = line[: reached.start()].strip()
        header = read_header(rest, vocabulary)
        return (rest, header) if header is not None else None
    if first is None or not copy[first.start() - 1].isspace():
        return None
    label = _reached().search(copy, first.end())  # how they are reached stands behind them
    end = label.start() if label is not None else len(copy)
    reading = read_line(copy, first.start(), end, vocabulary)
    if reading is None or not (reading.page or reading.kind == "editor"):
        return None
    rest = line[: first.start()].strip()
    header = read_header(rest, vocabulary)
    return (rest, header) if header is not None else None

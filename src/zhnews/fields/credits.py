"""Who? The persons credited in a passage, and where their names stand.

A credit stands in few places: on a line of its own, in the brackets behind a
dateline, in a bracket or behind the last stop at a passage's end. A person
named anywhere else is spoken of, not credited.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from zhnews.excerpt import NOTHING, Excerpt, text_of
from zhnews.fields.bylines import (
    RUNNING,
    credit_cue,
    read_credit_line,
    read_line,
    read_printed,
    read_signed,
    read_titled_picture,
)
from zhnews.fields.datelines import may_open, split_dateline
from zhnews.fields.names import folded, looks_like_name
from zhnews.fields.readings import Credit, CreditLine, Reading
from zhnews.vocab import STANDARD, Vocabulary

__all__ = [
    "Credit",
    "CreditLine",
    "find_credits",
    "looks_like_name",
    "read_credit_line",
    "split_leading_credit",
    "split_trailing_credit",
]

#: How far from the end a credit may begin, in characters.
LONGEST_TAIL = 110

#: The same for a credit without brackets.
LONGEST_BARE = 60

#: How many credits may follow each other: （记者 …）（责任编辑 …）.
MOST_TAILS = 4

#: What a credit has not, as characters: the last one is found from the end.
_RUNNING = frozenset(RUNNING.pattern.strip("[]"))

_OPEN, _CLOSE = "([【〔", ")]】〕"

#: Where a sentence ends, and a credit behind it may begin.
_STOPS = "。！？!?；…”’）)】〕」』"


def find_credits(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> tuple[Credit, ...]:
    """The credits of a text, from the places where credits stand.

    >>> [credit.name.text for credit in find_credits("图为菜农在车厢里交易。段小舟 摄")]
    ['段小舟']
    >>> find_credits("记者采访了通讯员李明。")
    ()
    """
    passage = text_of(text)
    found: list[Credit] = []
    for start, end in _lines(passage.text):
        printed = passage.text[start:end]
        whole = read_printed(printed, vocabulary)
        if whole is not None:
            found.extend(whole.credits(passage[start:end]))
            continue
        if may_open(printed):
            dateline, rest = split_dateline(passage[start:end], vocabulary=vocabulary)
            found.extend(dateline.credits if dateline is not None else ())
            printed = rest.text
        tail = _tail_of(printed, vocabulary)
        if tail is not None:
            at = end - len(printed)
            signed = passage[at + tail.start : at + tail.end]
            found.extend(credit for one in tail.readings for credit in one.credits(signed))
    return tuple(found)


def _lines(text: str) -> list[tuple[int, int]]:
    if "\n" not in text:
        return [(0, len(text))]
    return [found.span() for found in re.finditer(r"[^\n]+", text)]


def split_trailing_credit(
    text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD
) -> tuple[Excerpt, CreditLine | None]:
    """A paragraph or caption, and the credit that ends it.

    The first is the text itself where no credit ends it.

    >>> caption, credit = split_trailing_credit("居民在“邻里食堂”就餐。林小桥 摄")
    >>> print(caption, credit.credits[0].name, credit.credits[0].role)
    居民在“邻里食堂”就餐。 林小桥 photographer
    >>> split_trailing_credit("食堂负责人说。（下转第4版）")[1] is None
    True
    """
    passage = text_of(text)
    found = _tail_of(passage.text, vocabulary)
    if found is None:
        return passage, None
    tail = passage[found.start : found.end]
    parts = [reading.on(tail) for reading in found.readings]
    credit = CreditLine(
        tail[found.at :].strip(),
        tuple([credit for part in parts for credit in part.credits]),
        parts[0].kind,
        next((part.organization for part in parts if part.organization), None),
    )
    rest = passage[: found.start + found.at]
    return (rest if rest.text.strip() else NOTHING), credit


def split_leading_credit(
    text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD
) -> tuple[Excerpt, CreditLine | None]:
    """A paragraph without the bracket before its first sentence that names reporters, and that.

    Town papers leave out 本报讯. The first is the text itself where no such bracket opens it.

    >>> rest, credit = split_leading_credit("（通讯员 李敏）3月15日，我校举行科技节。")
    >>> print(rest, credit.credits[0].name, credit.credits[0].role)
    3月15日，我校举行科技节。 李敏 correspondent
    >>> split_leading_credit("（记者 李敏）")[1] is None  # a byline
    True
    """
    passage = text_of(text)
    opening = _REPORTERS.match(passage.text)
    if opening is None or len(passage) - opening.end() < SHORTEST_SENTENCE:
        return passage, None
    credit = read_credit_line(passage[: opening.end()].strip(), vocabulary=vocabulary)
    if credit is None or credit.kind != "byline" or not credit.credits:
        return passage, None
    return passage[opening.end() :].strip(), credit


#: A bracket before a sentence with somebody's job in it; and the shortest sentence behind
#: one, in characters.
_REPORTERS = re.compile(
    r"\s*[（(](?=[^（()）。，]{0,30}(?:记者|記者|通讯员|通訊員))[^（()）。，]{4,60}[)）]"
)
SHORTEST_SENTENCE = 8


class _Tail(NamedTuple):
    """The credits that end a passage.

    Attributes:
        readings: What they say, by offsets from ``start``.
        start: Where the part of the passage begins that was read.
        end: Where it ends, without white space.
        at: Where in it the credits begin.
    """

    readings: list[Reading]
    start: int
    end: int
    at: int


def _tail_of(line: str, vocabulary: Vocabulary) -> _Tail | None:
    end = len(line.rstrip())
    if end < 4 or line[end - 1] in "。！？!?；;：:，,、”’」』》…":
        return None
    titled = read_titled_picture(line[:end])
    if titled is not None:
        return _Tail([titled[1]], 0, end, len(line[: titled[0]].rstrip()))
    start = max(0, end - LONGEST_TAIL)
    signed = line[end - 1] in "）)】]〕"
    if not signed and not credit_cue(vocabulary).search(line, max(start, end - LONGEST_BARE)):
        return None
    copy = folded(line[start:end])
    right = len(copy)
    readings: list[Reading] = []
    for _ in range(MOST_TAILS):
        found = _last_credit(copy, right, vocabulary, whole=start == 0)
        if found is None:
            break
        cut, reading = found
        readings.insert(0, reading)
        right = len(copy[:cut].rstrip())
    return _Tail(readings, start, end, right) if readings else None


def _last_credit(
    copy: str, end: int, vocabulary: Vocabulary, *, whole: bool
) -> tuple[int, Reading] | None:
    """The credit that ends at an offset, and where it begins."""
    if end < 2:
        return None
    if copy[end - 1] in _CLOSE:
        start = _opening(copy, end)
        if start is None:
            return None
        reading = read_line(copy, start, end, vocabulary) or _signature(
            copy, start, end, vocabulary
        )
        if reading is not None and not _is_bare_office(reading):
            joined = None
            if reading.kind == "photo" and start and copy[start - 1] not in _STOPS:
                joined = _unbracketed(copy, end, vocabulary, whole=whole)
            return joined or (start, reading)  # 新华社发（周牧 摄） is one credit
        if start and copy[start - 1] == "摄":
            return _unbracketed(copy, end, vocabulary, whole=whole)  # 李敏摄（影像中国）
        return None
    return _unbracketed(copy, end, vocabulary, whole=whole)


def _opening(copy: str, end: int) -> int | None:
    """Where the bracket opens that closes before an offset."""
    depth = 0
    for at in range(end - 1, -1, -1):
        if copy[at] in _CLOSE:
            depth += 1
        elif copy[at] in _OPEN:
            depth -= 1
            if depth == 0:
                return at
    return None


def _is_bare_office(reading: Reading) -> bool:
    return not reading.drafts and reading.kind == "byline"


def _signature(copy: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """（钟离 袁小溪）: bare names in a bracket behind the last sentence."""
    before = copy[:start].rstrip()
    if not before or before[-1] not in "。！？!?…”’)】〕":
        return None
    return read_signed(copy, start + 1, end - 1, vocabulary)


def _unbracketed(
    copy: str, end: int, vocabulary: Vocabulary, *, whole: bool
) -> tuple[int, Reading] | None:
    """…就餐。林小桥 摄: a credit behind a stop, or behind a space."""
    if copy[end - 1] in _RUNNING:
        return None
    first = max(0, end - LONGEST_BARE)
    first = next((at + 1 for at in range(end - 1, first - 1, -1) if copy[at] in _RUNNING), first)
    begins = [0] if whole and not first else []
    begins += [
        at
        for at in range(max(1, first), end - 1)
        if copy[at - 1] in _STOPS or (copy[at - 1].isspace() and not copy[at].isspace())
    ]
    for start in begins:
        reading = read_line(copy, start, end, vocabulary)
        if reading is None or _is_bare_office(reading) or reading.page:
            continue
        return start, reading
    return None

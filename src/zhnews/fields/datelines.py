"""From whom, where and when? The 电头 that opens a report.

新华社北京3月5日电（记者 …）, 本报讯, 【本報訊】, （中央社記者…台北20日電）.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from attrs import frozen

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.behind import with_reporters
from zhnews.fields.days import iso_day
from zhnews.fields.names import folded
from zhnews.fields.openings import FURTHEST_MARK, may_go_on, read_opening
from zhnews.fields.readings import Credit, Reading
from zhnews.vocab import STANDARD, Vocabulary
from zhnews.vocab.cues import cue_pattern

__all__ = [
    "Dateline",
    "may_open",
    "may_yet_open",
    "read_dateline",
    "split_dateline",
    "split_trailing_dateline",
]

#: No dateline is longer, in characters, with the reporters behind it.
LONGEST_OPENING = 160

#: How many days after its issue a report may be dated: papers of the evening
#: and of other time zones print tomorrow's day. One later is last year's.
LATEST = timedelta(days=3)


@frozen
class Dateline:
    """The 电头: agency, place and day before the first sentence of a report.

    Attributes:
        text: As printed, without enclosing brackets and without the bracket
            with the reporters: 新华社北京3月5日电.
        agency: 新华社, 本报; None where only a reporter stands there.
        place: 北京; else None.
        date: The day as ISO 8601, where it is printed in full or the issue
            date is known; else None.
        credits: The reporters printed with it.
    """

    text: Excerpt
    agency: Excerpt | None
    place: Excerpt | None
    date: str | None
    credits: tuple[Credit, ...]


def split_dateline(
    text: str | Excerpt, *, issued: date | None = None, vocabulary: Vocabulary = STANDARD
) -> tuple[Dateline | None, Excerpt]:
    """The dateline that opens a paragraph, and the paragraph after it.

    Args:
        text: A paragraph.
        issued: The day of issue, for the year and month of the dateline.
        vocabulary: The press's words.

    >>> dateline, rest = split_dateline("新华社泽川10月8日电（记者 汪若谷）入秋以来，收购顺利。")
    >>> print(dateline.text, dateline.place, dateline.credits[0].name, rest)
    新华社泽川10月8日电 泽川 汪若谷 入秋以来，收购顺利。
    >>> split_dateline("本报讯号的来历，说来话长。")[0] is None
    True
    """
    paragraph = text_of(text)
    printed = paragraph.text
    if len(printed) < 3 or not may_open(printed):
        return None, paragraph
    line = folded(printed[:LONGEST_OPENING])
    start = len(line) - len(line.lstrip())
    core, end = read_opening(line, start, vocabulary)
    if core is None:
        return None, paragraph
    core, end = with_reporters(line, core, end, vocabulary)
    while end < len(line) and (line[end].isspace() or line[end] in ":,—"):
        end += 1
    reading = Reading(core.drafts, "byline")
    dateline = Dateline(
        paragraph[core.start : core.end].strip(),
        paragraph[slice(*core.agency)] if core.agency else None,
        paragraph[slice(*core.place)] if core.place else None,
        _day(core.day, issued),
        reading.credits(paragraph),
    )
    return dateline, paragraph[end:]


def read_dateline(
    text: str | Excerpt, *, issued: date | None = None, vocabulary: Vocabulary = STANDARD
) -> Dateline | None:
    """The dateline that opens a text; None where none does.

    >>> read_dateline("【本報訊】（記者 伍詠茵）來往南岸的渡輪下月加價。").text.text
    '本報訊'
    >>> read_dateline("新华社大楼前，人来人往。") is None
    True
    """
    return split_dateline(text, issued=issued, vocabulary=vocabulary)[0]


#: A bracket behind the last sentence of a report in which nothing but a dateline stands.
_BEHIND = re.compile(r"(?<=[。！？”…])\s*[（(][^（()）。，]{4,30}[电電讯訊][)）]\s*\Z")
LONGEST_BEHIND = 40


def split_trailing_dateline(
    text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD
) -> tuple[Excerpt, Excerpt | None]:
    """A paragraph, and the dateline in brackets behind its last sentence.

    National papers sign the reports of their own correspondents so. The first is the text
    itself where none ends it.

    >>> [part.text for part in split_trailing_dateline("大坝已经加固。（本报罗马2月17日电）")]
    ['大坝已经加固。', '（本报罗马2月17日电）']
    >>> split_trailing_dateline("他等了很久。（其间停了一次电）")[1] is None
    True
    """
    passage = text_of(text)
    found = _BEHIND.search(passage.text, max(0, len(passage) - LONGEST_BEHIND))
    if found is None:
        return passage, None
    note = passage[found.start() :].strip()
    dateline, rest = split_dateline(note, vocabulary=vocabulary)
    if dateline is None or rest.text.strip("）) "):
        return passage, None
    return passage[: found.start()], note


def may_yet_open(printed: str, *, vocabulary: Vocabulary = STANDARD) -> bool:
    """Whether a text that no dateline opens may be opened by one with more behind it.

    >>> may_yet_open("本报泽川9月"), may_yet_open("本报泽川9月，")
    (True, False)
    """
    line = folded(printed[:LONGEST_OPENING])
    return may_go_on(line, len(line) - len(line.lstrip()), vocabulary)


def may_open(printed: str) -> bool:
    """Whether a text near its start has what every dateline has: the cheapest test."""
    cue = _cue().search(printed, 0, FURTHEST_MARK)
    if cue is None or printed.lstrip()[0] in _BRACKETS:
        return cue is not None
    return _mark_cue().search(printed, cue.start(), LONGEST_OPENING) is not None


#: What opens a dateline that stands in brackets.
_BRACKETS = frozenset("（(【〔[［<＜〈")

#: What closes a dateline that stands in no bracket; and what else has one that does.
_MARKS = ("讯", "电", "消息", "报道", "报导", "特稿", "专稿", "专访")


@cache
def _mark_cue() -> re.Pattern[str]:
    return cue_pattern(_MARKS)


@cache
def _cue() -> re.Pattern[str]:
    return cue_pattern((*_MARKS, "记者", "日文章", "日社"))


def _day(printed: str | None, issued: date | None) -> str | None:
    """The day, in the last month or year where it lies after the issue."""
    if printed is None:
        return None
    packed = "".join(printed.split())
    day = iso_day(packed, issued)
    if day is None or issued is None or "年" in packed:
        return day
    if date.fromisoformat(day) <= issued + LATEST:
        return day
    if "月" in packed:
        before = issued.year - 1, 12, 1
    else:
        last = issued.replace(day=1) - timedelta(days=1)
        before = last.year, last.month, 1
    return iso_day(packed, date(*before))

"""Who stands behind a dateline, as its reporters?

In brackets (（记者 李敏）), before 报道 or a colon (记者李敏报道：), or filing from a place
of their own (【大公報訊】記者李明北京五日電).
"""

from __future__ import annotations

import regex
from attrs import evolve

from zhnews.fields.bylines import read_line, read_signed
from zhnews.fields.names import names_between
from zhnews.fields.openings import (
    BOUNDARY,
    CLOSE,
    FURTHEST_MARK,
    Core,
    filing,
    read_filing,
    signed,
)
from zhnews.fields.readings import Draft, Reading
from zhnews.vocab import Vocabulary

__all__ = ["with_reporters"]

_JOBS = regex.compile(
    r"\s*+(?=[\p{Han}·]{0,12}(?:记者|通讯员|实习生|评论员|报道员|特派员))", regex.VERBOSE
)
_REPORT = regex.compile(
    r"(?:报道|报导)\s*(?=[:,\s]|$)|(?<=记者[\p{Han}·]{2,6})(?:报道|报导)(?=\p{Han})|[:]|\s+"
)


def with_reporters(line: str, core: Core, end: int, vocabulary: Vocabulary) -> tuple[Core, int]:
    """The same with the reporters who stand behind the dateline."""
    at = end
    while at < len(line) and line[at].isspace():
        at += 1
    if at < len(line) and line[at] in "([":
        close = line.find(CLOSE[line[at]], at)
        if close > 0:
            found = _bracket_of_reporters(line, core, at, close, vocabulary)
            if found is not None:
                return found
    if line[end : end + 1] == ")" and core.end == end:  # 【本报讯（记者 …）】
        return core, end
    jobs = _JOBS.match(line, end)
    if jobs is None:
        return _reporting(line, core, end, vocabulary)
    filed_by = filing(vocabulary).match(line, jobs.end())
    if filed_by is not None and filed_by["date"] and BOUNDARY.match(line, filed_by.end()):
        filed = read_filing(line, filed_by, vocabulary)  # 【大公报讯】记者李明北京五日电：
        if filed is not None:
            both = evolve(core, place=filed.place, day=filed.day)
            return signed(both, filed.drafts), filed_by.end()
    best: tuple[int, Reading] | None = None
    for stop in _REPORT.finditer(line, jobs.end(), jobs.end() + FURTHEST_MARK):
        reading = read_line(line, jobs.end(), stop.end(), vocabulary) if stop[0] != ":" else None
        reading = reading or read_line(line, jobs.end(), stop.start(), vocabulary)
        if reading is not None and reading.drafts:
            best = stop.end(), reading
        if stop[0][-1:] in (":", "道", "导"):
            break
    if best is None:
        return core, end
    return signed(core, best[1].drafts), best[0]


#: Who reports, without a job or with that of the last: 肖逸飞、记者陈国全报道：.
_REPORTING = regex.compile(r"\s*+(?P<names>[\p{Han}·、\s]{2,36}?)(?:报道|报导)\s?:")


def _reporting(line: str, core: Core, end: int, vocabulary: Vocabulary) -> tuple[Core, int]:
    found = _REPORTING.match(line, end)
    reading = read_signed(line, *found.span("names"), vocabulary) if found is not None else None
    if found is None or reading is None:
        return core, end
    return signed(core, reading.drafts), found.end()


def _bracket_of_reporters(
    line: str, core: Core, at: int, close: int, vocabulary: Vocabulary
) -> tuple[Core, int] | None:
    reading = read_line(line, at + 1, close, vocabulary)
    if reading is not None:
        return signed(core, reading.drafts), close + 1
    names = names_between(line, at + 1, close, vocabulary)
    if names:
        return signed(core, tuple(Draft(name, "author", None) for name in names)), close + 1
    mixed = read_signed(line, at + 1, close, vocabulary)  # （李敏、记者王建国）
    if mixed is not None:
        return signed(core, mixed.drafts), close + 1
    inner = line[at + 1 : close]
    if len(inner) < 10 and core.end == at and inner.isalpha() and "记者" not in inner:
        return evolve(core, end=close + 1), close + 1  # 央视网消息（新闻联播）
    return None

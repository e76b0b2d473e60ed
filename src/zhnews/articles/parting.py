"""Which lines hold two passages?

An extractor that reads a page across puts on one line what stands side by
side: a headline and the dateline of its text, the end of a pull quote and a
caption, the half of a caption and a byline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from zhnews.excerpt import Excerpt
from zhnews.fields.captions import opens_caption
from zhnews.fields.credits import read_credit_line
from zhnews.fields.datelines import split_dateline
from zhnews.repair.flow import stops
from zhnews.repair.lines import Line
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["part_lines"]

#: A caption behind a stop is no longer, in characters: what is longer is a
#: paragraph that tells what a picture shows. Nor is a line that holds the half of a
#: caption and a byline.
LONGEST_CAPTION = 60

#: Where a caption may begin inside a line: behind a stop and a space.
_BEHIND_STOP = re.compile(r"(?<=[。！？”」])[ \u3000]+(?=\S)")

#: What a column leaves of a caption for the line of its picture's credit: 食。 秦川 摄.
_END_OF_CAPTION = re.compile(
    r"[^，。！？：；“”「」（）()]{1,5}。[ \u3000]+(?=\S{2,8}[ \u3000]?[摄攝/／]?)"
)

#: Where a byline may begin inside a line: behind a space.
_BYLINE = re.compile(r"[ \u3000]+(?=\S{0,10}(?:记者|記者)[ \u3000])")

_OPEN = (("“", "”"), ("「", "」"), ("《", "》"), ("（", "）"))

#: An outlet inside a line, which a headline may stand before; how long that is at the
#: least, and how far from the line's start the outlet ends at the most, in
#: characters; and what no headline has, or ends with.
_NO_END = "，。；：！？、“‘《（(据據合"
_INSIDE = re.compile(
    rf"本[报報刊](?<=[^{_NO_END}]..)|新[华華]社(?<=[^{_NO_END}]...)|中新[社网網](?<=[^{_NO_END}]...)"
)
SHORTEST_HEADLINE, FARTHEST_OUTLET = 4, 32
_DATELINE_ENDS = ("讯", "訊", "电", "電")
_NO_HEADLINE = re.compile(r"[，。；：]|[据據从從由在的]$")


def part_lines(lines: tuple[Line, ...], vocabulary: Vocabulary = STANDARD) -> tuple[Line, ...]:
    """The lines, those cut that hold two passages.

    A byline beside the half of a caption goes before it, as its other half
    stands on the next line.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("山村通了定制公交本报讯（记者 李敏）昨天起，")
    >>> [line.text.text for line in part_lines(page)]
    ['山村通了定制公交', '本报讯（记者 李敏）昨天起，']
    """
    parted: list[Line] = []
    for i, line in enumerate(lines):
        text = line.text
        spaced = " " in text.text or "\u3000" in text.text
        above = lines[i - 1].text.text if i else ""
        if cut := _headline_end(text, vocabulary) or (
            spaced and (_caption_start(text) or _credit_start(text, above, vocabulary))
        ):
            parted += [
                evolve(line, text=text[:cut].strip(), end=-1),
                evolve(line, text=text[cut:], indent=0, gap=0),
            ]
        elif cut := spaced and _byline_start(lines, i, vocabulary):
            parted += [
                evolve(line, text=text[cut:], indent=0),
                evolve(line, text=text[:cut].strip(), gap=0, end=-1),
            ]
        else:
            parted.append(line)
    return tuple(parted)


def _caption_start(text: Excerpt) -> int:
    """Where a caption with a firm mark begins behind a sentence; 0 where none does."""
    for found in _BEHIND_STOP.finditer(text.text, max(0, len(text) - LONGEST_CAPTION)):
        if opens_caption(text[found.end() :]):
            return found.end()
    return 0


def _credit_start(text: Excerpt, above: str, vocabulary: Vocabulary) -> int:
    """Where a credit begins behind the last characters of a wrapped caption; 0 where none does."""
    found = _END_OF_CAPTION.match(text.text)
    if found is None or not above or stops(above):
        return 0
    return found.end() if read_credit_line(text[found.end() :], vocabulary=vocabulary) else 0


def _byline_start(lines: Sequence[Line], i: int, vocabulary: Vocabulary) -> int:
    """Where a byline begins behind the first half of a caption; 0 where none does.

    The half opens a bracket or a quotation that the next line closes.
    """
    text = lines[i].text.text
    found = _BYLINE.search(text, 1)
    if found is None or i + 1 == len(lines) or len(text) > LONGEST_CAPTION:
        return 0
    half, below = text[: found.start()], lines[i + 1].text.text
    if not any(half.count(a) > half.count(z) and z in below for a, z in _OPEN):
        return 0
    opened = max(half.rfind("（"), half.rfind("("))
    if opened >= 0 and read_credit_line(half[opened + 1 :], vocabulary=vocabulary) is not None:
        return 0  # （记者 李敏 见习记者 王建国 below a dateline
    byline = read_credit_line(lines[i].text[found.end() :], vocabulary=vocabulary)
    return found.end() if byline is not None else 0


def _headline_end(text: Excerpt, vocabulary: Vocabulary) -> int:
    """Where a headline ends that a dateline follows on its line; 0 where none does."""
    found = _INSIDE.search(text.text, SHORTEST_HEADLINE, FARTHEST_OUTLET)
    if found is None or _NO_HEADLINE.search(text.text[: found.start()]):
        return 0
    if text.text[: found.start()].rstrip()[-1:] in _DATELINE_ENDS:
        first, rest = split_dateline(text[: found.start()], vocabulary=vocabulary)
        if first is not None and not rest.text.strip():
            return 0  # 新华社泽川十二日电 新华社记者李敏报道：
    dateline, _ = split_dateline(text[found.start() :], vocabulary=vocabulary)
    firm = dateline is not None and (
        dateline.credits or re.search(r"\d\s?日|日[电電讯訊]", dateline.text.text)
    )
    return found.start() if firm else 0

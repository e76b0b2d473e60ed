"""Where was a line broken, and how are the pieces joined again?

In a column, lines are of one width: a line is full when the first word of the
next one would not have fitted on it. A full line that does not end in a stop
runs on; a short one ends a paragraph; a line that would be full with an indent
of two characters before it opens one.
"""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import frozen

from zhnews.excerpt import Excerpt, Span
from zhnews.repair.lines import Line, width_of

__all__ = ["Fit", "join_lines", "measure_fit", "stops", "would_break"]

#: How far a justified line may fall short of its column, in half-widths:
#: punctuation is set tight or loose by up to one character.
LOOSE = 2

#: The indent of a paragraph's first line, in half-widths: two characters.
INDENT = 4

#: How many lines either side tell the width of a column. Less, and a picture's
#: few narrow lines outvote it; more, and they are not seen.
NEIGHBOURS = 4

#: Lines longer than this are no column's: 50 characters, in half-widths.
WIDEST_COLUMN = 100

#: The part of a line that cannot be parted: opening marks, a word or a Han
#: character, and the marks that may not begin a line (kinsoku).
_WORD = re.compile(
    r"[“‘（《〈【「『〔(\[]{0,3}(?:[A-Za-z0-9.,·:/%$+-]{1,24}|.)[，。、；：！？”’）》〉】」』〕,;:!?)\]％%℃…—]{0,4}"
)

#: The end of a sentence, with the quotes and brackets that close behind it; or
#: a closing bracket behind such an end: a signature, a note.
_STOP = re.compile(
    r"(?:[。！？!?…⋯][”’」』）)】》〉\"']{0,4}|\.[”’」』）)\"']{1,4}"
    r"|[。！？!?…][”’」』]{0,2}[（(〔【][^（）()]{1,60}[）)〕】])\Z"
)
_STOP_MARKS = frozenset("。！？!?…⋯”’」』）)】》〉\"'〕.")

#: What may not stand at the beginning of a paragraph.
_MID_SENTENCE = re.compile(r"[，。、；：！？”’）》〉」』〕,;!?)%％℃…]|[a-z]|\.\d")

_LATIN_END = re.compile(r"[A-Za-z0-9)\]][,.;:!?]?\Z")
_LATIN_START = re.compile(r"[A-Za-z(\[]")


@frozen
class Fit:
    """How a line is set in its column.

    Attributes:
        column: The width of the column, in half-widths; 0 where the line
            stands in none.
        full: The first word of the next line would not have fitted: 2 in the
            widest column near it, 1 in a narrower one, else 0.
        opens: It would be full with an indent before it: a paragraph's first
            line whose indent was lost.
        support: How many lines near it agree on the width.
    """

    column: int
    full: int
    opens: bool
    support: int = 0


def stops(text: str) -> bool:
    """Whether a text ends with a sentence.

    >>> stops("涨至合理水平。”"), stops("走得慢的人。（作者系教授）"), stops("“一城一策”")
    (True, True, False)
    """
    return text[-1:] in _STOP_MARKS and _STOP.search(text[-70:]) is not None


def would_break(text: str) -> bool:
    """Whether a text cannot begin a paragraph, by its first character.

    >>> would_break("，有关部门"), would_break("有关部门")
    (True, False)
    """
    return _MID_SENTENCE.match(text) is not None


def measure_fit(lines: tuple[Line, ...]) -> tuple[Fit, ...]:
    """How each line is set, told from the lines around it.

    >>> lines = split_lines("截至三月五日，全\\n县已备足化肥一万二\\n千吨。\\n")
    >>> [(fit.column, fit.full, fit.opens) for fit in measure_fit(lines)]
    [(18, 0, True), (18, 2, False), (18, 2, False), (18, 0, False)]
    """
    widths = [line.width for line in lines]
    heads = [_first_word(line.text.text) for line in lines]
    count = len(lines)
    fits: list[Fit] = []
    for i, width in enumerate(widths):
        after, support = _supported(widths[i : i + NEIGHBOURS + 1])
        before, other = _supported(widths[max(0, i - NEIGHBOURS) : i + 1])
        below, _ = _supported(widths[i + 1 : i + NEIGHBOURS + 1])
        wide, narrow = max(after, before), min(after, before)
        word = heads[i + 1] if i + 1 < count else 0
        if not wide or width > WIDEST_COLUMN or not word:
            fits.append(Fit(wide, 0, False, max(support, other)))
            continue
        reach = width + word
        spaced = "letter-spacing" in lines[i].repairs
        full = 2 if reach > wide - LOOSE + 1 or spaced else 1 if narrow and reach > narrow else 0
        opens = full < 2 and any(
            column - LOOSE - 1 < reach + INDENT <= column + INDENT + 1 for column in (wide, below)
        )
        fits.append(Fit(wide, full, opens, support if after == wide else other))
    return tuple(fits)


def _supported(widths: list[int]) -> tuple[int, int]:
    """The width of the widest lines that agree, and how many do; 0 where none.

    Lines of one column differ by a character or two, as punctuation is set
    tight or loose; their mean is its width.
    """
    ordered = sorted((width for width in widths if width <= WIDEST_COLUMN), reverse=True)
    for wider, narrower in pairwise(ordered):
        if wider - narrower <= LOOSE:
            agreeing = [width for width in ordered if wider - 2 * LOOSE <= width <= wider]
            return round(sum(agreeing) / len(agreeing)), len(agreeing)
    return 0, 0


def _first_word(text: str) -> int:
    found = _WORD.match(text)
    return width_of(found.group()) if found else 0


def join_lines(lines: list[Line]) -> Excerpt:
    """The text of lines that run on, with a space only between Latin words.

    The space is the line break that stood between them.

    >>> from zhnews.repair.lines import split_lines
    >>> join_lines(list(split_lines("打造AI for\\nScience的科\\n研范式"))).text
    '打造AI for Science的科研范式'
    """
    if len(lines) == 1:
        return lines[0].text
    parts: list[Excerpt] = []
    for line, following in pairwise(lines):
        parts.append(line.text)
        if (
            line.end >= 0
            and _LATIN_START.match(following.text.text)
            and _LATIN_END.search(line.text.text)
        ):
            parts.append(Excerpt(" ", (Span(line.end, line.end + 1),)))
    parts.append(lines[-1].text)
    return Excerpt.join(parts)

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

#: A line that is letter-spaced fills its column if it takes this share of it
#: without the spaces.
SPACED_SHARE = 0.6

#: The width of what is above the first line and below the last: like no other.
_NO_LINE = -WIDEST_COLUMN

_FIGURE_SPACE = re.compile(r"(?<=[\dA-Za-z%.]) | (?=[\dA-Za-z])")

#: The part of a line that cannot be parted: opening marks, a word or a Han
#: character, and the marks that may not begin a line (kinsoku).
_WORD = re.compile(
    r"[“‘（《〈【「『〔(\[]{0,3}(?:[A-Za-z0-9.,·:/%$+-]{1,24}|.)[，。、；：！？”’）》〉】」』〕,;:!?)\]％%℃…—]{0,4}"
)

#: The end of a sentence, with the quotes and brackets that close behind it; or
#: a closing bracket behind such an end: a signature, a note.
_STOP = re.compile(
    r"(?:[。！？!?…⋯][”’」』）)】》〉\"']{0,4}|\.[”’」』）)\"']{1,4}"
    r"|[。！？!?…][”’」』]{0,2}[ \u3000]{0,40}[（(〔【][^（）()]{1,60}[）)〕】])\Z"
)
_STOP_MARKS = frozenset("。！？!?…⋯")
_CLOSERS = frozenset("”’」』）)】》〉\"'〕")

#: What may not stand at the beginning of a paragraph.
_MID_SENTENCE = re.compile(r"[，。、；：！？”’）》〉」』〕,;!?)%％℃…]|[a-z]|\.\d")

_LATIN_END = re.compile(r"[A-Za-z0-9)\]][,.;:!?]?\Z")
_LATIN_START = re.compile(r"[A-Za-z(\[]")


#: A word with the hyphen at which it was cut, and its rest; an abbreviation that
#: was cut, and its rest; an address.
_HYPHENATED = re.compile(r"[a-z]{2}-\Z")
_WORD_REST = re.compile(r"[a-z]{2}")
_CUT_CAPITALS = re.compile(r"(?<![A-Za-z ])[A-Z]{1,4}\Z")
_CAPITALS_REST = re.compile(r"[A-Z]{1,2}(?![A-Za-z 0-9])")
_ADDRESS = re.compile(r"(?:www\.|://|@)[^\s\u4e00-\u9fff]*[./@]\Z")


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
        above: How it fills the column of the lines above it alone: "full",
            "opens", "short", "scant" (half of it, or less), "wider", "none".
        below: How it fills the column of the lines below it alone.
    """

    column: int
    full: int
    opens: bool
    support: int = 0
    above: str = "none"
    below: str = "none"


def stops(text: str) -> bool:
    """Whether a text ends with a sentence.

    >>> stops("涨至合理水平。”"), stops("走得慢的人。（作者系教授）"), stops("“一城一策”")
    (True, True, False)
    """
    last = text[-1:]
    return last in _STOP_MARKS or (last in _CLOSERS and _STOP.search(text[-70:]) is not None)


def would_break(text: str) -> bool:
    """Whether a text cannot begin a paragraph, by its first character.

    >>> would_break("，有关部门"), would_break("有关部门")
    (True, False)
    """
    return _MID_SENTENCE.match(text) is not None


def measure_fit(lines: tuple[Line, ...]) -> tuple[Fit, ...]:
    """How each line is set, told from the lines around it.

    A picture may stand beside half a paragraph: the column above a line need
    not be the column below it.

    >>> from zhnews.repair.lines import split_lines
    >>> text = "截至三月五日，全\\n县已备足化肥一万二\\n千吨，比上年同期多\\n三千吨。"
    >>> [fit.full for fit in measure_fit(split_lines(text))]
    [2, 2, 2, 0]
    """
    if not lines:
        return ()
    spaced = ["letter-spacing" in line.repairs for line in lines]
    widths = [_set_width(line.text.text) for line in lines]
    known = [
        0 if stretched or width > WIDEST_COLUMN else width
        for width, stretched in zip(widths, spaced, strict=True)
    ]
    if not any(known):
        return (Fit(0, 0, opens=False),) * len(lines)
    heads = [_first_word(line.text.text) for line in lines[1:]]
    heads.append(0)
    # What stands below one line stands above another: each window is measured once.
    padded = [_NO_LINE] * NEIGHBOURS + known + [_NO_LINE] * NEIGHBOURS
    among = [_supported(padded[i : i + NEIGHBOURS + 1]) for i in range(len(known) + NEIGHBOURS)]
    beside = [_supported(padded[i : i + NEIGHBOURS]) for i in range(len(known) + NEIGHBOURS + 1)]
    fits: list[Fit] = []
    for i, (width, word) in enumerate(zip(widths, heads, strict=True)):
        after, support = among[i + NEIGHBOURS]
        before, other = among[i]
        upper, _ = beside[i]
        lower, _ = beside[i + NEIGHBOURS + 1]
        wide, narrow = max(after, before), min(after, before)
        reach = width + (word or LOOSE)
        full, opens = 0, False
        if wide and word and width <= WIDEST_COLUMN:
            near = reach > narrow > 0
            full = 2 if reach > wide - LOOSE + 1 or spaced[i] else int(near)
            opens = full < 2 and (_lacks_indent(reach, wide) or _lacks_indent(reach, lower))
        fits.append(
            Fit(
                round(wide),
                full,
                opens,
                support if after == wide else other,
                _filling(width, reach, upper, spaced=spaced[i]),
                _filling(width, reach, lower, spaced=spaced[i]),
            )
        )
    return tuple(fits)


def _set_width(text: str) -> float:
    """The width of a line as it is set, in half-widths.

    The space beside a figure is none that was typed: it is half as wide.
    """
    if " " not in text:
        return width_of(text)
    return width_of(text) - len(_FIGURE_SPACE.findall(text)) / 2


def _lacks_indent(reach: float, column: float) -> bool:
    """Whether a line would fill a column with an indent before it."""
    return column - LOOSE - 1 < reach + INDENT <= column + INDENT + 1


def _filling(width: float, reach: float, column: float, *, spaced: bool) -> str:
    """How a line fills a column; one that is letter-spaced is set to fill it."""
    if not column:
        return "none"
    if width > column + LOOSE + 1:
        return "wider"
    if reach > column - LOOSE or (spaced and width > column * SPACED_SHARE):
        return "full"
    if _lacks_indent(reach, column):
        return "opens"
    return "short" if width > column / 2 else "scant"


def _supported(widths: list[float]) -> tuple[float, int]:
    """The width of the widest lines that agree, and how many do; 0 where none.

    Lines of one column differ by a character or two, as punctuation is set
    tight or loose; their mean is its width. A width of 0 is not known.
    """
    ordered = sorted(widths, reverse=True)
    for wider, narrower in pairwise(ordered):
        if narrower <= 0:
            break
        if wider - narrower <= LOOSE:
            least = wider - 2 * LOOSE
            agreeing = [width for width in ordered if least <= width <= wider]
            return sum(agreeing) / len(agreeing), len(agreeing)
    return 0, 0


def _first_word(text: str) -> int:
    found = _WORD.match(text)
    return width_of(found.group()) if found else 0


def _is_cut(text: str, below: str) -> bool:
    """Whether a line ends within an abbreviation or an address that goes on below."""
    if text[-1] in "./@":
        return _ADDRESS.search(text) is not None
    return bool(_CAPITALS_REST.match(below) and _CUT_CAPITALS.search(text))


def join_lines(lines: list[Line]) -> Excerpt:
    """The text of lines that run on, with a space only between Latin words.

    The space is the line break that stood between them. A word that was cut is
    whole again, without the hyphen that says so.

    >>> from zhnews.repair.lines import split_lines
    >>> join_lines(list(split_lines("打造AI for\\nScience的科\\n研范式"))).text
    '打造AI for Science的科研范式'
    >>> join_lines(list(split_lines("数字藏品（non-fun-\\ngible）与GD\\nP增速"))).text
    '数字藏品（non-fungible）与GDP增速'
    """
    if len(lines) == 1:
        return lines[0].text
    parts: list[Excerpt] = []
    for line, following in pairwise(lines):
        text, below = line.text.text, following.text.text
        if _HYPHENATED.search(text) and _WORD_REST.match(below):
            parts.append(line.text[:-1])
            continue
        parts.append(line.text)
        if (
            line.end >= 0
            and _LATIN_START.match(below)
            and _LATIN_END.search(text)
            and not _is_cut(text, below)
        ):
            parts.append(Excerpt(" ", (Span(line.end, line.end + 1),)))
    parts.append(lines[-1].text)
    return Excerpt.join(parts)

"""Which characters were printed once and read twice?

Where a PDF has no bold face, headings are drawn twice, a hair apart, and the
extractor reads both: the whole line twice, run by run, or glyph by glyph.
Runs are compared without white space, as letter-spaced lines are doubled too.
"""

from __future__ import annotations

import re

from attrs import frozen

from zhnews.chinese import cut_words, fold
from zhnews.excerpt import Excerpt
from zhnews.repair.lines import Line
from zhnews.repair.scan import Lines, page_of

__all__ = [
    "DOUBLED",
    "Copies",
    "find_copies",
    "keep_one_copy",
    "keep_one_of_each",
    "keep_runs_once",
]

DOUBLED = "doubled glyphs"

#: The shortest run that is evidence by itself, in characters: words repeat one
#: or two (看看, 研究研究). The cost: 社论社论 alone stays doubled, and 怎么办怎么办
#: does not.
SHORTEST_COPY = 3

#: The longest line looked at and the longest run, in characters without white
#: space: display lines are shorter, and time grows with the line's square.
LONGEST_LINE = 600
LONGEST_RUN = 200

#: How many places are tried for the second copy of a run.
_TRIES = 16

_OPENERS = "“「『‘"
_CLOSERS = "”」』’"
_QUOTES = _OPENERS + _CLOSERS
_EDGES = frozenset(_QUOTES + "《》（）()【】，。、；：！？,.;:!?—…/|·□■●▲◎★")
_SENTENCE_END = tuple("！？，；!?,;")

#: A run said twice at the start of a line, or behind a space or a quote; a
#: short one that stands alone; a doubled quote; two glyphs doubled.
SIGN = re.compile(
    r"""^(.{3,60}?)[ ]?\1
    |(?<![^\s“”「」])(?:(\S{3,40}?)\2|(?!\d+\s)(\S{2})\3(?!\S)|(?!\d)(\S)\4[ ]?(?!\d)(\S)\5)
    |““|””|「「|」」""",
    re.MULTILINE | re.VERBOSE,
)

#: A run said twice anywhere, looked for only on a page that shows the sign.
_ANYWHERE = re.compile(r"(\w{4,24}?)\1")

_WORD = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


@frozen
class Copies:
    """A run that stands more than once, in a text without white space.

    Attributes:
        start: Where the first copy begins.
        size: The length of one copy.
        count: How many copies there are, at least 2.
    """

    start: int
    size: int
    count: int

    @property
    def end(self) -> int:
        """Where the last copy ends."""
        return self.start + self.size * self.count


@frozen
class _View:
    """A line without white space.

    Attributes:
        text: The printed characters.
        places: The offset of each in the line.
        spaced: Whether white space stands before each.
    """

    text: str
    places: tuple[int, ...]
    spaced: tuple[bool, ...]

    @classmethod
    def of(cls, line: str) -> _View:
        places = tuple(i for i, character in enumerate(line) if not character.isspace())
        spaced = tuple(i > 0 and line[i - 1].isspace() for i in places)
        return cls("".join(line[i] for i in places), places, spaced)

    def is_edge(self, at: int) -> bool:
        """Whether something ends before the character at ``at``, or begins there."""
        if at <= 0 or at >= len(self.text) or self.spaced[at]:
            return True
        return self.text[at - 1] in _EDGES or self.text[at] in _EDGES

    def is_gap(self, at: int) -> bool:
        """Whether a token ends before the character at ``at``."""
        if at <= 0 or at >= len(self.text) or self.spaced[at]:
            return True
        return self.text[at - 1] in _QUOTES or self.text[at] in _QUOTES


def find_copies(text: str, spaced: tuple[bool, ...] = ()) -> list[Copies]:
    """The runs of a text that stand twice or more, one after the other.

    Read from the left, the longest run first. Copies with white space between
    them are none (equal cells of a table), unless all is letter-spaced.

    >>> find_copies("本报记者本报记者李芃达李芃达")
    [Copies(start=0, size=4, count=2), Copies(start=8, size=3, count=2)]
    """
    copies: list[Copies] = []
    i = 0
    while i < len(text) - 1:
        size = _longest_copy(text, i, spaced)
        if not size:
            i += 1
            continue
        size = _root(text[i : i + size])
        run = text[i : i + size]
        end = i + 2 * size
        while text.startswith(run, end) and not (spaced and end < len(text) and spaced[end]):
            end += size
        copies.append(Copies(i, size, (end - i) // size))
        i = end
    return copies


def _longest_copy(text: str, start: int, spaced: tuple[bool, ...]) -> int:
    """The length of the longest run that begins here and is said again; 0 for none."""
    reach = min((len(text) - start) // 2, LONGEST_RUN)
    pair = text[start : start + 2]
    last = start + reach + 2
    for _ in range(_TRIES):
        at = text.rfind(pair, start + 2, last)
        if at < 0:
            break
        size = at - start
        if text.startswith(text[start:at], at) and _touch(start, size, spaced):
            return size
        last = at + 1
    return 1 if text[start] == text[start + 1] and _touch(start, 1, spaced) else 0


def _touch(start: int, size: int, spaced: tuple[bool, ...]) -> bool:
    """Whether nothing but letter-spacing stands between two copies."""
    if not spaced or not spaced[start + size]:
        return True
    inner = sum(spaced[start + 1 : start + size])
    return size >= SHORTEST_COPY and 2 * inner >= size - 1


def _root(run: str) -> int:
    """The length of what a run repeats: a run may stand three or four times."""
    size = (run + run).find(run, 1)
    return size if size >= SHORTEST_COPY else len(run)


def keep_one_copy(text: Excerpt) -> Excerpt:
    """Keep one copy of each run that fake bold printed twice.

    One run of three characters or more is evidence, where it is set off by the
    line's ends, a space or a mark; so are runs that fill the line. Only then
    shorter runs of the line are taken for copies too.

    >>> keep_one_copy(Excerpt.of("左图左图 在在““相约北京相约北京””文化节文化节")).text
    '左图 在“相约北京”文化节'
    >>> keep_one_copy(Excerpt.of("一遍遍研究研究，看看，浩浩荡荡")).text
    '一遍遍研究研究，看看，浩浩荡荡'
    """
    if len(text) > 2 * LONGEST_LINE:
        return text
    view = _View.of(text.text)
    if len(view.text) > LONGEST_LINE:
        return text
    return _without(text, view, _artifacts(view))


def keep_runs_once(text: Excerpt) -> Excerpt:
    """Keep one copy of each run of a line that is nothing but runs said twice.

    However short the runs are: to be asked only where the lines around show
    the artifact.

    >>> keep_runs_once(Excerpt.of("交互交互。。")).text, keep_runs_once(Excerpt.of("看看书")).text
    ('交互。', '看看书')
    """
    view = _View.of(text.text)
    copies = find_copies(view.text, view.spaced)
    whole = sum(run.size * run.count for run in copies) == len(view.text)
    return _without(text, view, copies) if whole and _HAN.search(view.text) else text


def _without(text: Excerpt, view: _View, copies: list[Copies]) -> Excerpt:
    """The text with the first copy of each run."""
    if not copies:
        return text
    kept: list[tuple[int, int]] = []
    position = 0
    for run in copies:
        last = run.start + run.size - 1
        kept.append((position, view.places[last] + 1))
        position = view.places[run.end - 1] + 1
    kept.append((position, len(text)))
    return text.keep(kept)


def _artifacts(view: _View) -> list[Copies]:
    copies = find_copies(view.text, view.spaced)
    if not copies:
        return []
    blocks = _blocks(view, copies)
    strong = [block for block in blocks if _is_strong(view, block)]
    if strong:
        return [
            run
            for block in blocks
            if block in strong or _stands_alone(view, block)
            for run in block
        ]
    if _fill_the_line(view, copies):
        return copies
    return _doubled_quotes(view, copies)


def _blocks(view: _View, copies: list[Copies]) -> list[list[Copies]]:
    """Runs that follow one another without a space."""
    blocks: list[list[Copies]] = []
    for run in copies:
        if blocks and blocks[-1][-1].end == run.start and not view.spaced[run.start]:
            blocks[-1].append(run)
        else:
            blocks.append([run])
    return blocks


def _is_strong(view: _View, block: list[Copies]) -> bool:
    """Whether a block is evidence by itself."""
    start, end = block[0].start, block[-1].end
    edges = view.is_edge(start) + view.is_edge(end)
    for run in block:
        copy = view.text[run.start : run.start + run.size]
        if run.size < SHORTEST_COPY or len(set(copy)) < 2 or not _says_something(copy):
            continue
        if copy.endswith(_SENTENCE_END) or (copy.endswith("。") and run.size < 6):
            continue  # said again on purpose: 加油！加油！
        if edges == 2 or (edges and run.size >= 5) or run.size >= 8:
            return True
    return False


def _says_something(copy: str) -> bool:
    """Whether a run can be evidence: words can, a number only with separators."""
    if _HAN.search(copy):
        return True
    if _WORD.search(copy):
        return len(copy) > 4 or any(character.isdigit() for character in copy)
    return len(copy) > 5 and not copy.isdigit() and any(character.isdigit() for character in copy)


def _stands_alone(view: _View, block: list[Copies]) -> bool:
    """Whether a block of short runs is set off by spaces or quotes on both sides."""
    return view.is_gap(block[0].start) and view.is_gap(block[-1].end)


def _fill_the_line(view: _View, copies: list[Copies]) -> bool:
    """Whether the line is nothing but short runs said twice, and no word or name."""
    if len(copies) < 2 or sum(run.size * run.count for run in copies) != len(view.text):
        return False
    marks = any(view.text[run.start] in _EDGES for run in copies)
    if not _HAN.search(view.text):
        return False
    if any(run.size > 1 for run in copies):
        return marks or sum(run.size for run in copies) > SHORTEST_COPY
    return (marks and len(copies) > 2) or not _is_reduplication(view.text, len(copies))


def _is_reduplication(text: str, pairs: int) -> bool:
    """Whether a line of doubled characters says what it should: 浩浩荡荡, 高高兴兴.

    A dictionary cuts 台台风风 through the pairs (台|台风|风), and a word of doubled
    characters between them.
    """
    across = along = 0
    at = 0
    for word in cut_words(fold(text)):
        if len(word) > 1:
            if at % 2 or len(word) % 2:
                across += 1
            else:
                along += 1
        at += len(word)
    return not (across > along or (pairs > 3 and not along))


def _doubled_quotes(view: _View, copies: list[Copies]) -> list[Copies]:
    """Doubled quotes, where no single one shows that they are nested."""
    quotes = [run for run in copies if run.size == 1 and view.text[run.start] in _QUOTES]
    singles = sum(character in _QUOTES for character in view.text)
    return quotes if sum(run.count for run in quotes) == singles else []


def keep_one_of_each(lines: Lines) -> Lines:
    """Keep one copy of what the lines of a page hold twice.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("新华社记者新华社记者 周周 牧牧摄摄\\n看看")
    >>> [line.text.text for line in keep_one_of_each(page)]
    ['新华社记者 周 牧摄', '看看']
    """
    if not SIGN.search(page_of(lines)):
        return lines
    kept = [_keep_in(line) for line in lines]
    return (
        tuple(kept) if any(new is not old for new, old in zip(kept, lines, strict=True)) else lines
    )


def _keep_in(line: Line) -> Line:
    text = line.text
    if not (SIGN.search(text.text) or _ANYWHERE.search(text.text)):
        return line
    for _ in range(8):
        again = keep_one_copy(text)
        if again is text:
            break
        text = again
    return line if text is line.text else line.with_text(text.strip(), DOUBLED)

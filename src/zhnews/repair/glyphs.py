"""Which characters were printed once and read twice?

Where a PDF has no bold face, headings are drawn twice, a hair apart, and the
extractor reads both: the whole line twice, run by run, or glyph by glyph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from attrs import evolve

from zhnews.chinese import cut_words, fold
from zhnews.excerpt import Excerpt
from zhnews.repair.copies import SHORTEST_COPY, Copies, View, find_copies, keep_first
from zhnews.repair.lines import Line
from zhnews.repair.scan import HAN, Gathered, Lines, gathered, is_table_row, with_lines
from zhnews.repair.vertical import VERTICAL

__all__ = ["DOUBLED", "SURE_CALL", "keep_each_run_once", "keep_one_copy", "keep_one_of_each"]

DOUBLED = "doubled glyphs"

#: The longest line looked at, in characters: display lines are shorter, and a
#: page extracted line by line has no longer ones. The cost: a paragraph that
#: is one line and was doubled by runs stays so.
LONGEST_LINE = 600

#: From which length a run is evidence with one end set off by a space or a mark,
#: or both by marks alone (“怎么办怎么办”), and with none, in characters:
#: 又一个又一个 stands inside sentences.
SURE_AT_AN_END = 5
SURE_ANYWHERE = 8

#: From which length a sentence said again is no call, in characters: one that ends
#: in 。 (快跑。快跑。), and one that ends in another mark (中国女排，加油！).
SURE_SENTENCE = 5
SURE_CALL = 10

_QUOTES = frozenset("“”「」『』‘’")
_GLUE = _QUOTES | frozenset("《》〈〉（）()【】·—")
_EDGES = _QUOTES | frozenset("《》（）()【】，。、；：！？,.;:!?—…/|·□■●▲◎★")
_NO_MARKS: frozenset[str] = frozenset()

#: Marks that print never doubles.
_SINGLE = frozenset("《》（）()【】，、；：,;:■●▲◎★")
_CALL_ENDS = tuple("！？，；!?,;")

#: White space, character by character: a search for one of several characters is
#: twice as fast as one for a class.
_SPACE = r" \t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

#: A run said twice behind a space or a quote; a short one that stands alone, or
#: before another one; two glyphs doubled; a doubled date. The first character of
#: each stands again soon: few do, which spares the rest. The text has a line break
#: before and after it.
_SIGN = re.compile(
    rf"[{_SPACE}“”「」《（](?=(\S)[^\n]{{0,19}}\1)"
    r"(?:(\S{3,20}?)\2|(?![1-9])(\S\S)\3(?=\s|(?!\d)(\S\S?)\4)"
    r"|(?!\d)(\S)\5{1,3}[ \u3000]{0,2}(?!\d)(\S)\6|(?:(\d)\7){1,4}([年月日])\8)"
)

#: A run said twice at the end of a line, for the line read backwards.
_END_SIGN = re.compile(r"\n(\S{3,60}?)\1")

#: A run with a space in it said twice at the start of a line, or a long one: in a
#: line longer than this.
_LONG = 41
_LONG_SIGN = re.compile(r"\n(?:([^ \n]{1,40}[ ].{1,100}?)[ ]?\1|(\S{21,60}?)\2)")

#: Doubled quotes.
_DOUBLE_QUOTES = ("““", "””", "「「", "」」")
_QUOTE_SIGN = re.compile("|".join(_DOUBLE_QUOTES))

#: A folio that was drawn twice: a number below ten with its zero, or a letter
#: and a number, which papers put at the outer end of a page's head.
_FOLIO = re.compile(r"^(0[1-9]|[A-H][0-9]{1,2})\1(?=\s|$)|(?<=\s)(0[1-9]|[A-H][0-9]{1,2})\2$")

#: A run said twice anywhere, looked for only in lines near one that is doubled.
_NEAR = 3
_ANYWHERE = re.compile(r"(\w{5,16}?)\1")

#: A short line that is twice what it says, of characters that are said twice or all of it:
#: a heading or a name near others that were drawn twice; and the last character of one.
_SHORT = re.compile(r"([\u4e00-\u9fff])(?!\1)([\u4e00-\u9fff])\1\2\Z|(?:([\u4e00-\u9fff])\3){3,}\Z")
_REST = re.compile(r"([\u4e00-\u9fff])\1\Z")

_WORD = re.compile(r"[^\W\d_]")


def keep_one_of_each(lines: Lines) -> Lines:
    """Keep one copy of what the lines of a page hold twice.

    Two headlines that the extractor put on one line, the one letter-spaced and
    the other not, become two lines.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("新华社记者新华社记者 周周 牧牧摄摄\\n看看")
    >>> [line.text.text for line in keep_one_of_each(page)]
    ['新华社记者 周 牧摄', '看看']
    >>> [line.text.text for line in keep_one_of_each(split_lines("自 来 水自 来 水拍卖会拍卖会"))]
    ['自 来 水', '拍卖会']
    """
    kept = {i: new for i in _signed(gathered(lines)) if (new := _without_copies(lines[i]))}
    if not kept:
        return lines
    sure = {i: new[-1] for i, new in kept.items()}
    around = {j for i in kept for j in range(i - _NEAR, i + _NEAR + 1) if 0 <= j < len(lines)}
    for j in around.difference(kept):
        line = lines[j]
        if _SHORT.match(line.text.text) or _is_rest(line, sure.get(j - 1)):
            kept[j] = [line.with_text(keep_each_run_once(line.text), DOUBLED)]
        elif _ANYWHERE.search(line.text.text) and (new := _without_copies(line)):
            kept[j] = new
    if all(len(new) == 1 for new in kept.values()):
        return with_lines(lines, {i: new[0] for i, new in kept.items()})
    return tuple([new for i, line in enumerate(lines) for new in kept.get(i, (line,))])


def _is_rest(line: Line, above: Line | None) -> bool:
    """Whether a line is the last character of a word, twice, that a doubled one above broke."""
    if above is None or not _REST.match(line.text.text):
        return False
    return len(cut_words(fold(above.text.text[-1] + line.text.text[0]))) == 1


def _signed(lines: Gathered) -> set[int]:
    """The indices of the lines that show a sign of something said twice."""
    asked = lines.unsettled
    part = Gathered([lines[i] for i in asked]) if lines.settled else lines
    page = f"\n{part.page}\n"
    places = [found.start() + 1 for found in _SIGN.finditer(page)]
    if any(mark in page for mark in _DOUBLE_QUOTES):
        places += [found.start() for found in _QUOTE_SIGN.finditer(page)]
    signed = {asked[min(bisect_right(part.starts, at - 1), len(asked)) - 1] for at in places}
    return signed.union(
        [
            i
            for i, text in zip(asked, part.texts, strict=True)
            if text.find(text[-3:], 0, -3) >= 0
            or ((" " in text or len(text) > _LONG) and text.find(text[:3], 3) > 0)
            if _is_doubled_at_an_end(text)
        ]
    )


def _is_doubled_at_an_end(text: str) -> bool:
    """Whether a line begins or ends with a run said twice."""
    if _LONG_SIGN.match(f"\n{text}\n"):
        return True
    return _END_SIGN.match(f"\n{text[::-1]}\n") is not None


def _without_copies(line: Line) -> list[Line]:
    """The lines that a line is without its second copies; none where it has none."""
    if len(line.text) > 2 * LONGEST_LINE or is_table_row(line.text.text):
        return []
    view = View.of(line.text.text)
    copies = _artifacts(view) if len(view.text) <= LONGEST_LINE else []
    cuts = _cuts(view, copies)
    if copies and not cuts:
        return [line.with_text(_settled(keep_first(line.text, view, copies)), DOUBLED)]
    if not copies and VERTICAL in line.repairs:
        copies = _all_pairs(view)
    if not copies:
        return []
    pieces: list[Excerpt] = []
    start = 0
    for cut in [*cuts, len(view.text)]:
        part = line.text[view.places[start] : view.places[cut - 1] + 1]
        pieces.append(_settled(part))
        start = cut
    first, *others = [line.with_text(text, DOUBLED) for text in pieces]
    lines = [first, *(other.set_at(0, 0) for other in others)]
    return [*(evolve(one, end=-1) for one in lines[:-1]), lines[-1]]


def _settled(text: Excerpt) -> Excerpt:
    """One copy of each run, and of each run of what is left."""
    for _ in range(8):
        kept = keep_one_copy(text)
        if kept is text:
            break
        text = kept
    return text.strip()


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
    view = View.of(text.text)
    return keep_first(text, view, _artifacts(view))


def keep_each_run_once(text: Excerpt) -> Excerpt:
    """Keep one copy of each run of a line that is nothing but runs said twice.

    However short the runs are: to be asked only where the lines around show
    the artifact.

    >>> keep_each_run_once(Excerpt.of("交互交互。。")).text
    '交互。'
    >>> keep_each_run_once(Excerpt.of("看看书")).text
    '看看书'
    """
    view = View.of(text.text)
    copies = find_copies(view)
    return keep_first(text, view, copies) if _fill(view, copies) else text


def _artifacts(view: View) -> list[Copies]:
    copies = find_copies(view)
    if not copies:
        return []
    blocks = _blocks(view, copies)
    strong = [_is_strong(view, block) for block in blocks]
    if any(strong):
        filled = _fill(view, copies)
        return [
            run
            for block, sure in zip(blocks, strong, strict=True)
            if sure or _stands_alone(view, block, filled)
            for run in block
        ]
    if _fill(view, copies) and _is_no_word(view, copies):
        return copies
    return _doubled_quotes(view, copies) or _doubled_folio(view, copies)


def _blocks(view: View, copies: list[Copies]) -> list[list[Copies]]:
    """Runs that follow one another without a space."""
    blocks: list[list[Copies]] = []
    for run in copies:
        if blocks and blocks[-1][-1].end == run.start and not view.spaced[run.start]:
            blocks[-1].append(run)
        else:
            blocks.append([run])
    return blocks


def _is_set_off(view: View, at: int, marks: frozenset[str]) -> bool:
    """Whether a space, an end of the line or a mark stands at a place."""
    if at <= 0 or at >= len(view.text) or view.spaced[at]:
        return True
    return view.text[at - 1] in marks or view.text[at] in marks


def _is_strong(view: View, block: list[Copies]) -> bool:
    """Whether a block is evidence by itself."""
    ends = (block[0].start, block[-1].end)
    set_off = sum(_is_set_off(view, at, _EDGES) for at in ends)
    apart = [_is_set_off(view, at, _NO_MARKS) for at in ends]
    if len(block) > 1 or any(apart):
        needed = (SURE_ANYWHERE, SURE_AT_AN_END, SHORTEST_COPY)[set_off]
    else:
        needed = SURE_AT_AN_END if set_off else SURE_ANYWHERE
    for run in block:
        copy = view.copy(run)
        if run.size < needed or len(set(copy)) < 2 or not _says_something(copy):
            continue
        if run.size < SURE_CALL and copy.endswith(_CALL_ENDS):
            continue  # said again on purpose: 加油！加油！
        if run.size < SURE_SENTENCE and copy.endswith("。"):
            continue
        if all(apart) or _WORD.search(copy):
            return True  # else a row of numbers: 3.3%、13.3%、1
    return _doubles_a_mark(view, block)


def _doubles_a_mark(view: View, block: list[Copies]) -> bool:
    """Whether a mark was drawn twice with the words beside it: 记记者者：：, （（记者记者."""
    if not any(run.size == 1 and view.text[run.start] in _SINGLE for run in block):
        return False
    return sum(run.size for run in block if HAN.search(view.copy(run))) > 1


def _says_something(copy: str) -> bool:
    """Whether a run can be evidence: words can, a number only with separators."""
    if HAN.search(copy):
        return True
    digits = any(character.isdigit() for character in copy)
    if _WORD.search(copy):
        return digits or len(copy) > 4
    return digits and len(copy) > 5 and not copy.isdigit()


def _stands_alone(view: View, block: list[Copies], filled: bool) -> bool:
    """Whether a block of short runs is set off by spaces or quotes on both sides.

    A number is only taken for a copy where all the line is doubled.
    """
    if not filled and all(view.copy(run).isdigit() for run in block):
        return False
    return all(_is_set_off(view, at, _QUOTES) for at in (block[0].start, block[-1].end))


def _fill(view: View, copies: list[Copies]) -> bool:
    """Whether a line is nothing but runs said twice, with words in it.

    Quotes and brackets may stand once: they were not always drawn twice.
    """
    if not HAN.search(view.text):
        return False
    position = 0
    for run in copies:
        if not _GLUE.issuperset(view.text[position : run.start]):
            return False
        position = run.end
    return _GLUE.issuperset(view.text[position:])


def _is_no_word(view: View, copies: list[Copies]) -> bool:
    """Whether short runs that fill a line are no reduplicated word or name."""
    if len(copies) < 2:
        return False
    marks = any(view.text[run.start] in _EDGES for run in copies)
    if any(run.size > 1 for run in copies):
        short = [view.copy(run) * 2 for run in copies if run.size == 1]
        words = all(len(cut_words(fold(pair))) == 1 for pair in short)
        return marks or sum(run.size for run in copies) > SHORTEST_COPY or not words
    if len(copies) > SHORTEST_COPY and any(view.text[run.start].isdigit() for run in copies):
        return True  # 22002244年年
    pairs = "".join(view.copy(run) * 2 for run in copies)
    return (marks and len(copies) > 2) or not _is_reduplication(pairs)


def _is_reduplication(pairs: str) -> bool:
    """Whether a line of doubled characters says what it should: 浩浩荡荡, 高高兴兴.

    A dictionary cuts 台台风风 through the pairs (台|台风|风), and words of doubled
    characters between them.
    """
    across = along = words = 0
    at = 0
    for word in cut_words(fold(pairs)):
        size = len(word)
        if size > 1 and (at % 2 or size % 2):
            across += 1
        elif size > 1:
            along += size // 2
            words += size if size > 2 else 0
        at += size
    if 2 * words >= len(pairs):
        return True
    count = len(pairs) // 2
    return not across and (count < SHORTEST_COPY or along + (count == SHORTEST_COPY) >= count)


def _all_pairs(view: View) -> list[Copies]:
    """The pairs of a vertical line each of whose characters was drawn twice."""
    copies = find_copies(view)
    return copies if _fill(view, copies) and all(run.size == 1 for run in copies) else []


def _doubled_quotes(view: View, copies: list[Copies]) -> list[Copies]:
    """Doubled quotes, where no single one shows that they are nested."""
    quotes = [run for run in copies if run.size == 1 and view.text[run.start] in _QUOTES]
    singles = sum(character in _QUOTES for character in view.text)
    return quotes if sum(run.count for run in quotes) == singles else []


def _doubled_folio(view: View, copies: list[Copies]) -> list[Copies]:
    """A doubled folio at an end of the line."""
    line = "".join(
        f" {character}" if space else character
        for character, space in zip(view.text, view.spaced, strict=True)
    )
    found = _FOLIO.search(line)
    if not found:
        return []
    start = len("".join(line[: found.start()].split()))
    return [run for run in copies if run.start == start]


def _cuts(view: View, copies: list[Copies]) -> list[int]:
    """Where a line of doubled runs changes from letter-spaced to close, or back."""
    cuts: list[int] = []
    runs = [run for run in copies if run.size >= SHORTEST_COPY and HAN.search(view.copy(run))]
    for left, right in pairwise(runs):
        between = view.text[left.end : right.start]
        if _QUOTES.issuperset(between) and view.is_spaced(left) != view.is_spaced(right):
            opening = len(between) - len(between.rstrip("“「『‘"))
            cuts.append(right.start - opening)
    return cuts

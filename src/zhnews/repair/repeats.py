"""Which lines say again what the line above said?

Fake bold is sometimes drawn so far apart that the second copy lands on a line
of its own: line by line, or run by run (本报记者 / 本报记者 石楠 / 石楠). The runs of
one printed line are joined again.
"""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import evolve, frozen

from zhnews.chinese import cut_words, fold
from zhnews.excerpt import Excerpt
from zhnews.repair.glyphs import DOUBLED, SURE_CALL, keep_each_run_once
from zhnews.repair.lines import Line, tight
from zhnews.repair.scan import HAN, Lines, gathered, is_table_row, unless_same

__all__ = ["REPEATED", "keep_first_copies", "keep_one_ending"]

REPEATED = "repeated line"

#: The rules whose names on a line say that its glyphs were drawn twice.
_EVIDENCE = frozenset((DOUBLED, REPEATED))

#: How often lines are compared anew: those joined may repeat their neighbours.
_PASSES = 4

#: Marks that may be printed once between runs that are doubled.
_GLUE = frozenset("“”‘’「」『』《》（）()【】·、，,：:—-/|")
_QUOTES = frozenset("“”‘’「」『』")

_WORD = re.compile(r"[^\W\d_]")
_TILE = re.compile(r"[^\W\d_]|[^\W_].?[^\W_]")

#: How a line ends that is said again on purpose, or that a list goes on from.
_CALL = re.compile(r"[！!？?，,；;、]\Z")
_STOP = re.compile(r"[。！？!?…][”’」』]?\Z")

#: Lines longer than this are no display lines, in characters.
LONGEST_DISPLAY_LINE = 120

#: The shortest line taken for a copy of the one above by itself, in characters;
#: and that on a page which shows the artifact elsewhere. The cells of a table
#: may be equal.
SHORTEST_LINE = 4
SHORTEST_WITH_EVIDENCE = 2

#: So many lines doubled glyph by glyph show that a page prints its headlines so; a line
#: that is nothing but pairs of characters.
ENOUGH_BY_GLYPHS = 2
_PAIRS = re.compile(r"(?:([\u4e00-\u9fff])\1\s*){2,8}")

#: The least that the lines of a chain have in common, in characters.
SHORTEST_CHAIN = 3

#: Of how many lines a headline is that was drawn twice as a whole, and its least
#: length, in characters.
_BLOCKS = (2, 3)
SHORTEST_BLOCK = 8

#: How many other signs on the page make it likely that a short line, or one
#: among lines of its length, was drawn twice.
ENOUGH_EVIDENCE = 2


@frozen
class _Group:
    """Lines that may be one printed line.

    Attributes:
        first: The index of the first.
        sizes: For each further line, how many characters of its head (without
            white space) repeat the tail of the line above.
        same: All lines are equal.
        sure: The lines are evidence by themselves.
    """

    first: int
    sizes: tuple[int, ...]
    same: bool
    sure: bool

    @property
    def last(self) -> int:
        """The index of the last line."""
        return self.first + len(self.sizes)


def keep_first_copies(lines: Lines) -> Lines:
    """Keep the first copy of what lines say again, and join the runs of a line.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("泽川首季经济\\n泽川首季经济“开门红\\n开门红” GDP增长\\nGDP增长")
    >>> [line.text.text for line in keep_first_copies(page)]
    ['泽川首季经济“开门红” GDP增长']
    >>> page = split_lines("归来吧\\n归来吧\\n浪迹天涯的游子\\n6.1%\\n6.1%")
    >>> len(keep_first_copies(page))
    5
    """
    lines = _without_second_blocks(lines)
    for _ in range(_PASSES):
        kept = _without_repeats(lines)
        if kept is lines:
            break
        lines = kept
    return lines


def _without_second_blocks(lines: Lines) -> Lines:
    """The lines without those of a headline of several lines that was drawn twice as a whole."""
    page = gathered(lines)
    texts = page.texts
    kept: list[Line] = []
    at = beyond = 0
    for i in page.twice:
        if i < beyond or texts[i] not in texts[i + 2 : i + 2 + len(_BLOCKS)]:
            continue
        for size in _BLOCKS:
            end = _end_of_copies(texts, i, size)
            twice = end == i + 2 * size
            if end == i + size or (twice and not _is_headline(texts, i, size)):
                continue
            if twice:  # as fake bold is drawn; what stands there more often is said so often
                kept += lines[at:i]
                kept += [line.with_text(line.text, REPEATED) for line in lines[i : i + size]]
                at = end
            beyond = end
            break
    return (*kept, *lines[at:]) if kept else lines


def _end_of_copies(texts: list[str], first: int, size: int) -> int:
    """Where so many lines stop being said again, one copy right below the other."""
    end = first + size
    while end + size <= len(texts) and texts[end : end + size] == texts[first : first + size]:
        end += size
    return end


def _is_headline(texts: list[str], first: int, size: int) -> bool:
    """Whether lines said again below them are a headline's, and no cells, calls or verse."""
    block = texts[first : first + size]
    if len(set(block)) < size or not all(map(HAN.search, block)):
        return False
    if any(is_table_row(text) or _CALL.search(text) or _STOP.search(text) for text in block):
        return False
    letters = sum(len(_WORD.findall(text)) for text in block)
    beside = texts[max(0, first - 1) : first] + texts[first + 2 * size : first + 2 * size + 1]
    alike = any(5 * letters < 9 * size * len(tight(text)) < 15 * letters for text in beside)
    return letters >= SHORTEST_BLOCK and not alike


def _without_repeats(lines: Lines) -> Lines:
    page = gathered(lines)
    texts = page.texts
    shared = {i for i, (upper, lower) in enumerate(pairwise(texts)) if lower[:2] in upper}
    shared.update(page.meetings)
    links = [i for i in sorted(shared) if _may_overlap(texts[i], texts[i + 1])]
    marked = _marked(lines)
    if not links and not marked:
        return lines
    groups = _groups(texts, links)
    taken = _accept(texts, groups, marked)
    parts = _parts_of_doubled(texts, taken, marked)
    if not taken and not parts:
        return lines
    return _merge(lines, taken, parts)


def _marked(lines: Lines) -> list[int]:
    """The indices of the lines whose glyphs were drawn twice, as their repairs say."""
    repaired = [(i, line.repairs) for i, line in enumerate(lines) if line.repairs]
    return [i for i, repairs in repaired if not _EVIDENCE.isdisjoint(repairs)]


def _may_overlap(upper: str, lower: str) -> bool:
    """A fast test that lets no overlap of two characters by."""
    if upper == lower or lower.startswith(upper):
        return True
    at = upper.rfind(lower[:2])
    if at >= 0 and lower.startswith(upper[at:]):
        return True
    return upper[-1:] == lower[:1] and (len(lower) < SHORTEST_LINE or lower[0] in _QUOTES)


def _overlap(upper: str, lower: str) -> int:
    """How long the longest tail of one text is that is the head of another."""
    size = min(len(upper), len(lower), LONGEST_DISPLAY_LINE)
    while size and not upper.endswith(lower[:size]):
        size -= 1
    return size


def _groups(texts: list[str], links: list[int]) -> list[_Group]:
    """Lines linked by overlaps, as groups of equal lines and chains of runs."""
    groups: list[_Group] = []
    sizes: dict[int, int] = {}
    plain: dict[int, str] = {}
    for i in links:
        if is_table_row(texts[i]) or is_table_row(texts[i + 1]):
            continue
        upper, lower = tight(texts[i]), tight(texts[i + 1])
        if len(lower) <= LONGEST_DISPLAY_LINE and len(upper) <= LONGEST_DISPLAY_LINE:
            plain[i], plain[i + 1] = upper, lower
            sizes[i] = _overlap(upper, lower)
    i = -1
    for start in links:
        if start < i or start not in sizes:
            continue
        i = start
        if plain[i] == plain[i + 1]:
            while i in sizes and plain[i] == plain[i + 1]:
                i += 1
            groups.append(_Group(start, tuple(sizes[k] for k in range(start, i)), True, False))
            continue
        while i + 1 in sizes and plain[i + 1] != plain[i + 2] and _is_tiled(plain, sizes, i + 1):
            i += 1
        i += 1
        sure = i - start > 1 and sum(sizes[k] for k in range(start, i)) >= SHORTEST_CHAIN
        groups.append(_Group(start, tuple(sizes[k] for k in range(start, i)), False, sure))
    return groups


def _is_tiled(plain: dict[int, str], sizes: dict[int, int], i: int) -> bool:
    """Whether a line is the run above and the run below it, and nothing else."""
    text = plain[i]
    between = text[sizes[i - 1] : len(text) - sizes[i]]
    return (
        sizes[i - 1] + sizes[i] <= len(text)
        and _TILE.search(text) is not None
        and _GLUE.issuperset(between)
    )


def _accept(texts: list[str], groups: list[_Group], marked: list[int]) -> list[_Group]:
    """The groups that are artifacts: by themselves, by the page, by a neighbour."""
    taken = [group for group in groups if group.sure]
    seen = {tight(texts[group.first]) for group in groups if group.same}
    signs = len(taken) + len(marked) + sum(len(text) >= SHORTEST_LINE for text in seen)
    repeated = {i for group in groups for i in range(group.first, group.last + 1)}
    for group in groups:
        if group.same and _is_copied(texts, group, repeated, signs):
            taken.append(group)
    near = set(marked)
    held: set[int] = set()
    for group in taken:
        near.update((group.first, group.last))
        held.update(range(group.first, group.last + 1))
    waiting = [group for group in groups if group.first not in held and group.last not in held]
    for group in (*waiting, *reversed(waiting)):
        lines = range(group.first, group.last + 1)
        if held.isdisjoint(lines) and _is_by(texts, group, near):
            taken.append(group)
            near.update((group.first, group.last))
            held.update(lines)
    return sorted(taken, key=lambda group: group.first)


def _is_copied(texts: list[str], group: _Group, repeated: set[int], signs: int) -> bool:
    """Whether equal lines are one line drawn twice, rather than said twice."""
    text = tight(texts[group.first])
    words = len(_WORD.findall(text))
    if words < SHORTEST_WITH_EVIDENCE or not HAN.search(text):
        return False
    if signs > ENOUGH_EVIDENCE:
        return True
    if len(text) < SHORTEST_LINE or (len(text) < SURE_CALL and _CALL.search(text)):
        return False
    return not _is_among_peers(texts, group, repeated, len(text))


def _is_among_peers(texts: list[str], group: _Group, repeated: set[int], size: int) -> bool:
    """Whether lines of like length stand around, as in verse, lists and tables."""
    before, after = group.first - 1, group.last + 1
    if before < 0 or after >= len(texts) or before in repeated or after in repeated:
        return False
    if _STOP.search(texts[before]):
        return False
    return all(5 * size < 9 * len(tight(texts[i])) < 15 * size for i in (before, after))


def _is_by(texts: list[str], group: _Group, near: set[int]) -> bool:
    """Whether lines that are no evidence themselves stand by some that are."""
    if near.isdisjoint((group.first - 1, group.first, group.last, group.last + 1)):
        return False
    upper, lower = tight(texts[group.first]), tight(texts[group.last])
    if not HAN.search(lower):
        return False
    if group.same:
        return True
    size = group.sizes[-1]
    if size >= SHORTEST_LINE - 1 and near.intersection((group.first, group.last)):
        return True
    return size >= 2 and size in (len(upper), len(lower))


def _parts_of_doubled(texts: list[str], taken: list[_Group], marked: list[int]) -> set[int]:
    """Lines that say again how a doubled line beside them begins or ends."""
    known = {i for group in taken for i in range(group.first, group.last + 1)}.union(marked)
    parts: set[int] = set()
    for i in marked:
        text = tight(texts[i])
        for j, fits in ((i + 1, text.startswith), (i - 1, text.endswith)):
            if 0 <= j < len(texts) and j not in known:
                other = tight(texts[j])
                if SHORTEST_LINE <= len(other) < len(text) and fits(other):
                    parts.add(j)
    return parts


def _merge(lines: Lines, taken: list[_Group], parts: set[int]) -> Lines:
    kept: list[Line] = []
    position = 0
    for group in taken:
        if group.first < position:
            continue
        kept.extend(lines[i] for i in range(position, group.first) if i not in parts)
        kept.append(_joined(lines[group.first : group.last + 1], group))
        position = group.last + 1
    kept.extend(lines[i] for i in range(position, len(lines)) if i not in parts)
    return tuple(kept)


def _joined(lines: Lines, group: _Group) -> Line:
    first = lines[0]
    if group.same:
        return evolve(first.with_text(first.text, REPEATED), end=lines[-1].end)
    texts = [first.text]
    for line, size in zip(lines[1:], group.sizes, strict=True):
        texts.append(line.text[_offset(line.text.text, size) :])
    return evolve(first.with_text(Excerpt.join(texts).strip(), REPEATED), end=lines[-1].end)


def _offset(text: str, size: int) -> int:
    """Where the first ``size`` printed characters of a text end."""
    at = 0
    while size:
        size -= not text[at].isspace()
        at += 1
    return at


def keep_one_ending(lines: Lines) -> Lines:
    """Keep one copy of a short line that ends a doubled headline or caption.

    Where a page doubles its headlines glyph by glyph, a line of such pairs is one
    (年年集集), though print has words like it (高高兴兴).

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("帮 旅 客 搬 运 背\\n帮 旅 客 搬 运 背\\n篓。篓。\\n看看")
    >>> [line.text.text for line in keep_one_ending(keep_first_copies(page))]
    ['帮 旅 客 搬 运 背', '篓。', '看看']
    """
    evidence = _marked(lines)
    if not evidence:
        return lines
    kept = list(lines)
    marked = set(evidence)
    near = {j for i in evidence for j in (i - 1, i + 1)}
    by_glyphs = sum(_is_by_glyphs(lines[i]) for i in evidence) >= ENOUGH_BY_GLYPHS
    for i, line in enumerate(lines):
        if not (i in near or by_glyphs) or i in marked or len(line.text) > LONGEST_DISPLAY_LINE:
            continue
        if i in near or _PAIRS.fullmatch(line.text.text):
            text = keep_each_run_once(line.text)
            if text is not line.text and not _is_word(line.text.text):
                kept[i] = line.with_text(text, DOUBLED)
                near.add(i + 1)
    return unless_same(kept, lines)


def _is_by_glyphs(line: Line) -> bool:
    """Whether a line was doubled glyph by glyph: what is kept stands in as many places."""
    return DOUBLED in line.repairs and len(line.text.spans) >= max(2, len(tight(line.text.text)))


def _is_word(text: str) -> bool:
    """Whether a dictionary has the text as a word: 看看, 研究研究."""
    return len(cut_words(fold(text))) == 1

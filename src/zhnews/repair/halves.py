"""Which lines are halves of two columns, joined by a blank?

Extractors that keep no white space (pdfplumber by default) set what stands on
one line of print on one line of text, a blank between the columns. Their
indents and the gutter are lost; the widths are not: within a column the lines
are of one width, so that line after line the blank stands at one place. Where
the left half is shorter it ends a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from zhnews.excerpt import Excerpt
from zhnews.repair.lines import Line, width_of

__all__ = ["read_halves"]

_BLANKS = re.compile("[ \u3000\xa0]+")

#: The longest line that is looked at, in characters.
_LONGEST = 600

#: A line with a blank for every so many characters is spaced out.
_SPACED_OUT = 5

#: The least width of a column, in half-widths: eight Han characters. Verse has
#: lines of seven at most.
_NARROWEST = 16

#: How far a full line's width may be from its column's, in half-widths: a
#: character that may not begin a line hangs over, figures are narrow or wide.
_PLAY = 3

#: The indent of a paragraph's first line, in half-widths.
_INDENT = 4

#: How many lines must have a blank at one place.
_SUPPORT = 4

#: The least share of them among the lines of two halves.
_SHARE = 0.4

#: Lines that are read together at most.
_MOST_LINES = 400

#: The most widths that are tried.
_MOST_PEAKS = 12

#: The most columns.
_MOST_COLUMNS = 6

#: How well a blank's place fits: the left half fills its column; it begins a
#: paragraph, or ends one; it is a heading, and the right half is full.
_SET_FULL, _INDENTED, _ENDED, _HEADED = 4, 3, 2, 1

_STOPS = tuple("。！？!?…")
_CLOSERS = "”’」』）)】》"
_NO_LINE_BEGINS = frozenset("，。、；：！？,.;:!?”’」』）)】》%％")
_HANGING = "，。、；：！？,.;:!?”’」』）)】》"
_NO_LINE_ENDS = frozenset("“‘「『（(【《")
_INNER = re.compile("[，。、；：！？,;:!?](?!$)")


@frozen
class Split:
    """A place at which a line may be cut.

    Attributes:
        left: The width of what stands left of the blank, in half-widths.
        right: The width of what stands right of it.
        start: Where the blank begins in the line's text.
        end: Where it ends.
        strong: Whether it is no blank as typesetters put between a Han
            character and a figure or a Latin letter.
    """

    left: int
    right: int
    start: int
    end: int
    strong: bool


@frozen
class Row:
    """A line with the places at which it may be cut."""

    line: Line
    splits: tuple[Split, ...]


@frozen
class Pair:
    """A line as its halves; one may be missing.

    Attributes:
        line: The line.
        left: What belongs to the left column.
        right: What belongs to the right one.
        rank: How well the place of the blank fits its columns.
    """

    line: Line
    left: Excerpt | None
    right: Excerpt | None
    rank: int = 0


@frozen
class Region:
    """Lines of two columns.

    Attributes:
        start: The first row.
        pairs: The halves of each row.
        width: The width of the left column, in half-widths.
    """

    start: int
    pairs: tuple[Pair, ...]
    width: int

    @property
    def end(self) -> int:
        """The row after the last."""
        return self.start + len(self.pairs)

    @property
    def weight(self) -> int:
        """How many rows show the gutter; twice those that do so by a full line."""
        return sum(min(pair.rank, _SET_FULL) // 2 for pair in self.pairs)


def read_halves(lines: tuple[Line, ...], name: str) -> tuple[Line, ...]:
    """The left column's halves before the right one's, region by region."""
    if sum(map(_is_candidate, lines)) < _SUPPORT:
        return lines
    kept: list[Line] = []
    for start in range(0, len(lines), _MOST_LINES):
        kept += _read(lines[start : start + _MOST_LINES], name, _MOST_COLUMNS)
    same = len(kept) == len(lines) and all(a is b for a, b in zip(kept, lines, strict=True))
    return lines if same else tuple(kept)


def _is_candidate(line: Line) -> bool:
    text = line.text.text
    return _NARROWEST < len(text) <= _LONGEST and " " in text


def _read(lines: Sequence[Line], name: str, columns: int) -> list[Line]:
    rows = [_row(line) for line in lines]
    kept: list[Line] = []
    done = 0
    for region in _regions(rows) if columns > 1 else ():
        start, heads = _headings(rows, region, done)
        pairs = (*heads, *region.pairs)
        kept += lines[done:start]
        lefts = _half(pairs, "left", name)
        rights = _half(pairs, "right", name)
        if rights and lefts:
            rights[0] = evolve(rights[0], gap=int(stops(lefts[-1].text.text)))
        kept += _read(lefts, name, columns - 1)
        kept += _read(rights, name, columns - 1)
        done = region.end
    kept += lines[done:]
    return kept


def _half(pairs: Sequence[Pair], side: str, name: str) -> list[Line]:
    lines: list[Line] = []
    for pair in pairs:
        text: Excerpt | None = getattr(pair, side)
        if text is None:
            continue
        line = pair.line
        whole = pair.left is None or pair.right is None
        named = whole or name in line.repairs
        lines.append(evolve(line, text=text) if named else line.with_text(text, name))
    return lines


def _row(line: Line) -> Row:
    text = line.text.text
    if not _is_candidate(line):
        return Row(line, ())
    blanks = list(_BLANKS.finditer(text))
    if len(blanks) * _SPACED_OUT > len(text):
        return Row(line, ())
    splits: list[Split] = []
    left = last = 0
    whole = width_of(text)
    for blank in blanks:
        start, end = blank.span()
        left += width_of(text[last:start])
        blank_width = width_of(blank.group())
        before, after = text[start - 1], text[end]
        if before not in _NO_LINE_ENDS and after not in _NO_LINE_BEGINS:
            strong = end - start > 1 or _is_narrow(before) == _is_narrow(after)
            splits.append(Split(left, whole - left - blank_width, start, end, strong))
        left += blank_width
        last = end
    return Row(line, tuple(splits))


def _is_narrow(character: str) -> bool:
    return character.isascii() and character.isalnum()


def stops(text: str) -> bool:
    """Whether a text ends a sentence, or closes a bracket."""
    return text.endswith(("）", ")", "】")) or text.rstrip(_CLOSERS).endswith(_STOPS)


def _regions(rows: Sequence[Row]) -> list[Region]:
    """The regions of two columns, from top to bottom."""
    widths = Counter(
        split.left
        for row in rows
        for split in row.splits
        if split.strong and split.left >= _NARROWEST
    )
    found: list[Region] = []
    for width in _peaks(widths):
        right = _right_width(rows, width)
        found += [region for region in _runs(rows, width, right) if _is_text(region)]
    proven = {region.width for region in found if region.weight >= 2 * _SUPPORT}
    found = [region for region in found if any(abs(region.width - at) <= 1 for at in proven)]
    chosen: list[Region] = []
    while found:
        best = max(found, key=lambda region: region.weight)
        chosen.append(best)
        found = [part for region in found for part in _without(region, best) if _is_text(part)]
    return sorted(chosen, key=lambda region: region.start)


def _without(region: Region, other: Region) -> Iterator[Region]:
    """What of a region lies above another one, and below it."""
    if other.start > region.start:
        yield evolve(region, pairs=region.pairs[: other.start - region.start])
    if other.end < region.end:
        cut = max(0, other.end - region.start)
        yield evolve(region, start=region.start + cut, pairs=region.pairs[cut:])


def _peaks(widths: Counter[int]) -> list[int]:
    """Widths that several lines have, from narrow to wide."""
    near = {width: sum(widths[width + play] for play in (-1, 0, 1)) for width in widths}
    peaks = [
        width
        for width in near
        if near[width] >= _SUPPORT - 1
        and all(near[width] >= near.get(width + play, 0) for play in (-2, -1, 1, 2))
    ]
    return sorted(sorted(peaks, key=lambda width: -near[width])[:_MOST_PEAKS])


def _right_width(rows: Sequence[Row], width: int) -> int:
    return max(
        split.right
        for row in rows
        for split in row.splits
        if split.strong and abs(split.left - width) <= 1
    )


def _runs(rows: Sequence[Row], width: int, right: int) -> Iterator[Region]:
    """Stretches of rows that fit columns of these widths."""
    pairs: list[Pair] = []
    for at, row in enumerate(rows):
        pair = _pair(row, width, right, pairs)
        if pair is not None:
            pairs.append(pair)
        elif pairs:
            yield from _trimmed(at - len(pairs), pairs, width)
            pairs = []
    if pairs:
        yield from _trimmed(len(rows) - len(pairs), pairs, width)


def _trimmed(start: int, pairs: list[Pair], width: int) -> Iterator[Region]:
    both = [at for at, pair in enumerate(pairs) if pair.left and pair.right]
    full = [at for at, pair in enumerate(pairs) if pair.rank == _SET_FULL]
    if full and _SHARE * len(both) <= len(full):
        first = full[0]
        while first and pairs[first - 1].left and pairs[first - 1].right:
            first -= 1
        last = min(len(pairs), both[-1] + 1 + len(both))
        yield Region(start + first, tuple(pairs[first:last]), width)


def _pair(row: Row, width: int, right: int, above: Sequence[Pair]) -> Pair | None:
    """A row's halves, where it fits columns of these widths."""
    text = row.line.text
    ended = _has_ended(pair.left for pair in reversed(above))
    best: tuple[int, Split] | None = None
    for split in row.splits:
        if split.right <= right + _PLAY:
            rank = _rank(split, text.text, width, right, ended)
            if rank and (best is None or rank > best[0]):
                best = rank, split
    if best:
        rank, split = best
        return Pair(row.line, text[: split.start], text[split.end :], rank)
    return _single(row, width, right, above)


def _rank(split: Split, text: str, width: int, right: int, ended: bool) -> int:
    left = split.left
    if left > width:  # what may not begin a line hangs over
        hanging = text[: split.start].rstrip(_HANGING)
        left -= 2 * (split.start - len(hanging))
    if abs(left - width) <= 1 or width - _PLAY <= left <= width < split.left:
        return _SET_FULL if split.strong else _INDENTED
    if abs(split.left - width) <= _PLAY and split.strong:
        return _INDENTED
    if ended and abs(split.left - width + _INDENT) <= 2 and split.strong:
        return _INDENTED
    if split.left < width and stops(text[: split.start]):
        return _ENDED
    full_right = any(abs(split.right - right + indent) <= 2 for indent in (0, _INDENT))
    return _HEADED if split.left < width and full_right and split.strong else 0


def _single(row: Row, width: int, right: int, above: Sequence[Pair]) -> Pair | None:
    """A row of one column alone: the other's text has ended, or a picture stands there."""
    text = row.line.text
    size = width_of(text.text)
    if not above or size > max(width, right) + _PLAY:
        return None
    left_ended = _has_ended(pair.left for pair in reversed(above))
    right_ended = _has_ended(pair.right for pair in reversed(above))
    is_long = size >= width - _INDENT - _PLAY and _INNER.search(text.text) is not None
    is_full = abs(size - width) <= 1 and not any(split.strong for split in row.splits)
    fits = is_long if left_ended and right_ended else is_long or is_full or stops(text.text)
    if not fits:
        return None
    if left_ended and not right_ended:
        return Pair(row.line, None, text)
    return Pair(row.line, text, None) if size <= width + _PLAY else None


def _has_ended(halves: Iterable[Excerpt | None]) -> bool:
    """Whether the last half of a column ended a sentence; so where there is none."""
    last = next((half for half in halves if half is not None), None)
    return last is None or stops(last.text)


def _is_text(region: Region) -> bool:
    """Whether both columns are running text, not a list, a table or verse."""
    both = [(pair.left, pair.right) for pair in region.pairs if pair.left and pair.right]
    for side in (0, 1):
        texts = [pair[side].text for pair in both]
        inner = sum(_INNER.search(text) is not None for text in texts)
        open_ends = sum(not stops(text) and text[-1] not in "，、；：,;:" for text in texts)
        if 3 * inner < len(texts) or 3 * open_ends < len(texts):
            return False
    return region.weight >= _SUPPORT


def _headings(rows: Sequence[Row], region: Region, done: int) -> tuple[int, list[Pair]]:
    """Headings above a region, where several stories stand side by side."""
    return region.start, []

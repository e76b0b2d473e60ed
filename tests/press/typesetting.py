"""Where does a line end? Blocks are set into the lines of a column.

A full-width character is one unit wide, a half-width one half a unit. A stop
or a closing mark may not begin a line, an opening mark may not end one
(避头尾): the line takes the mark in, or gives a character away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from attrs import evolve, field, frozen

from .desk import Block, Story

#: Marks that may not begin a line, and marks that may not end one.
NO_START = frozenset("，。、；：？！）》」』”’】〕…—％%·,.;:?!)")
NO_END = frozenset("（《「『“‘【〔(")
_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,%/:@_?=&+\-]*|……|——|.", re.DOTALL)
_DIGITS = re.compile(r"(?<![A-Za-z0-9.\-])\d[\d.,]*\d|(?<![A-Za-z0-9.\-])\d(?![\d.])")


@frozen
class Line:
    """A set line: its text without indent, the kind of its block, and its place.

    Attributes:
        block: A number for the block; lines of one block share it.
        indent: Units of white space that the typesetting shows before it.
        loose: Justified by spaces between all characters.
        width: The measure it was set to.
    """

    text: str
    kind: str
    block: int = 0
    indent: float = 0
    loose: bool = False
    width: float = 0
    rows: tuple[tuple[str, ...], ...] = ()


@frozen
class Setting:
    """How a page is set.

    Attributes:
        width: Units a line; 0 sets a block as one line.
        head_width: Units a line of a headline.
        narrow: Chance that a picture narrows a story's column for some lines.
        loose: Chance that a line with slack is spaced out.
        digits: Spaces around numerals: "", "both", "after" or "some".
        split: Chance that a number at the line's end is cut.
        hang: Whether a line may take one stop more than its measure.
        indent: Units before the first line of a paragraph.
    """

    width: int = 20
    head_width: int = 16
    narrow: float = 0.2
    loose: float = 0.1
    digits: str = ""
    split: float = 0.05
    hang: bool = True
    indent: int = 2
    captions: str = field(default="place")  # place, inside or end


def width_of(text: str) -> float:
    """Units that a text takes: half a unit for a half-width character."""
    return sum(0.5 if ord(char) < 0x2000 and char != "·" else 1.0 for char in text)


def space_numerals(text: str, how: str, rng: Random) -> str:
    """Spaces around numerals, as some layout programs put them.

    >>> space_numerals("铺设管网437公里", "both", Random(0))
    '铺设管网 437 公里'
    """
    if not how:
        return text

    def spaced(match: re.Match[str]) -> str:
        if how == "some" and rng.random() < 0.5:
            return match[0]
        before = "" if how == "after" or match.start() == 0 else " "
        after = "" if match.end() == len(text) or text[match.end()] in "%％℃，。、" else " "
        return before + match[0] + after

    return _DIGITS.sub(spaced, text)


class Measure:
    """The width of one line after the other, with the hole that a picture makes."""

    def __init__(self, setting: Setting, rng: Random) -> None:
        self.width = setting.width
        self.hole = range(0)
        self.narrowed = setting.width
        self.count = 0
        if setting.width >= 12 and rng.random() < setting.narrow:
            start = rng.randint(3, 14)
            self.hole = range(start, start + rng.randint(5, 12))
            self.narrowed = rng.randint(max(5, setting.width // 3), setting.width - 4)

    def next(self) -> int:
        self.count += 1
        return self.narrowed if self.count - 1 in self.hole else self.width


def break_lines(
    text: str, measure: Measure, rng: Random, setting: Setting, indent: float = 0
) -> Iterator[tuple[str, float]]:
    """The lines of a text, each with the width it was set to."""
    tokens = list(_tokens(text, measure, rng, setting))
    line: list[str] = []
    limit, used = float(measure.next()), indent
    for token in tokens:
        size = width_of(token)
        if line and used + size > limit:
            hangs = setting.hang and token in NO_START and used + size <= limit + 1
            if hangs:
                line.append(token)
                used += size
                continue
            carried: list[str] = []
            if token.strip()[:1] in NO_START:
                while len(line) > 1 and (not carried or carried[0][:1] in NO_START):
                    carried.insert(0, line.pop())
            while len(line) > 1 and line[-1] in NO_END:
                carried.insert(0, line.pop())
            yield "".join(line).strip(" "), limit
            line, limit = carried, float(measure.next())
            used = width_of("".join(line))
        if not line and token == " ":
            continue
        line.append(token)
        used += size
    if line:
        yield "".join(line).strip(" "), limit


def _tokens(text: str, measure: Measure, rng: Random, setting: Setting) -> Iterator[str]:
    narrowest = min(measure.width, measure.narrowed) - 3
    for token in _TOKEN.findall(text):
        word = len(token) > 1 and token[0].isascii()
        if word and (width_of(token) > narrowest or rng.random() < setting.split):
            yield from token
        else:
            yield token


def loosened(text: str) -> str:
    """A line spaced out to its measure.

    >>> loosened("中午时分，")
    '中 午 时 分 ，'
    """
    return " ".join(text.replace(" ", "").replace("　", ""))


def set_block(
    block: Block, number: int, setting: Setting, measure: Measure, rng: Random
) -> Iterator[Line]:
    """The lines of one block."""
    if block.kind == "table":
        yield Line("", "table", number, rows=block.rows, width=setting.width)
        return
    body = block.kind in ("para", "note", "attach")
    text = (
        space_numerals(block.text, setting.digits, rng)
        if body or block.kind == "caption"
        else block.text
    )
    if not setting.width:
        yield Line(text, block.kind, number, setting.indent if body else 0)
        return
    if block.kind in ("head", "deck", "kicker", "byline", "crosshead"):
        yield from _set_head(block, number, setting, rng)
        return
    if block.kind in ("caption", "photo", "pull"):
        box = Setting(width=max(5, min(setting.width, rng.randint(7, 18))), narrow=0, split=0)
        for line, width in break_lines(text, Measure(box, rng), rng, box):
            yield Line(line, block.kind, number, 0, False, width)
        return
    indent = float(setting.indent) if body else 0.0
    first = True
    for line, width in break_lines(text, measure, rng, setting, indent):
        slack = width - width_of(line) - (indent if first else 0)
        loose = slack >= 0.5 and rng.random() < setting.loose
        yield Line(line, block.kind, number, indent if first else 0, loose, width)
        first = False


def _set_head(block: Block, number: int, setting: Setting, rng: Random) -> Iterator[Line]:
    """Headlines break between their halves first, then by width."""
    width = setting.head_width
    parts = [block.text]
    if block.kind in ("head", "deck") and width_of(block.text) > width:
        parts = block.text.split(" ")
    if block.kind in ("kicker", "byline"):
        width = max(width, setting.width)
    balanced = rng.random() < 0.75
    for part in parts:
        box = Setting(width=max(width, 5), narrow=0, split=0, hang=True)
        count = -(-width_of(part) // box.width)
        if balanced and count > 1:  # no word is left alone on the last line
            box = evolve(box, width=int(-(-width_of(part) // count)) + 1)
        for line, size in break_lines(part, Measure(box, rng), rng, box):
            yield Line(line, block.kind, number, 0, False, size)


def set_story(
    story: Story, first: int, setting: Setting, rng: Random
) -> tuple[list[Line], list[Line], list[Line]]:
    """The lines of a story: those of its head, of its body, and of floats set elsewhere."""
    measure = Measure(setting, rng)
    head: list[Line] = []
    body: list[Line] = []
    floats: list[Line] = []
    inside: list[Line] = []
    for offset, block in enumerate(story.blocks):
        lines = list(set_block(block, first + offset, setting, measure, rng))
        if block in story.head:
            head.extend(lines)
        elif block.kind in ("caption", "photo", "pull") and setting.captions != "place":
            (floats if setting.captions == "end" else inside).extend(lines)
        elif inside and block.kind == "para" and len(lines) > 3:
            cut = rng.randint(1, len(lines) - 2)
            body.extend([*lines[:cut], *inside, *lines[cut:]])
            inside = []
        else:
            body.extend(lines)
    return head, [*body, *inside], floats

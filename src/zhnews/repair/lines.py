"""What does the typesetting show? Raw text as lines that know their place.

Every line break that extractors write ends a line here; what stood on the
line's left (indent) and above it (gap) is kept as evidence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Protocol, cast

from attrs import frozen

from zhnews.excerpt import Excerpt, excerpt_at

__all__ = ["Line", "line_of", "split_lines", "tight", "width_of"]

#: A character that takes half the width of a Han character.
_NARROW = re.compile(r"[\x00-\u10ff\uff61-\uffdc]")

#: How many blank lines a form feed stands for: a page ends there.
_PAGE_GAP = 3


class _LineSlots:
    """Where a line keeps what it has."""

    __slots__ = ("__weakref__", "end", "gap", "indent", "number", "repairs", "text")


class _NewLine(_LineSlots):
    """A line until it is frozen, as with ``excerpt._NewSpan``."""

    __slots__ = ()

    def __init__(  # noqa: PLR0913, PLR0917 (one for each field)
        self: Any,
        text: Excerpt,
        number: int,
        indent: int,
        gap: int,
        end: int,
        repairs: tuple[str, ...] = (),
    ) -> None:
        self.text = text
        self.number = number
        self.indent = indent
        self.gap = gap
        self.repairs = repairs
        self.end = end
        self.__class__ = Line


@frozen
class Line(_LineSlots):
    """A line of the page.

    Attributes:
        text: What is printed, without white space at its ends.
        number: The line's number in the raw text, from 0; lines that a repair
            took apart share it.
        indent: The white space on the left, in half-widths: an ideographic
            space counts 2, a tab 4.
        gap: How many blank lines stand above; a form feed counts 3.
        repairs: The names of the rules that changed the line, in order. They
            are evidence: a line that fake bold doubled is likely a headline.
        end: Where the line break stands in the raw text, or the blank behind a
            part of a line: a space between two words that it parts is taken from
            there, and so no two lines share it. -1 where there is none.
    """

    text: Excerpt
    number: int
    indent: int = 0
    gap: int = 0
    repairs: tuple[str, ...] = ()
    end: int = -1

    @property
    def width(self) -> int:
        """The width of the text in half-widths: a Han character takes 2."""
        return width_of(self.text.text)

    def with_text(self, text: Excerpt, rule: str) -> Line:
        """The line as a rule leaves it, with the rule's name."""
        repairs = (*self.repairs, rule)
        return line_of(text, self.number, self.indent, self.gap, self.end, repairs)

    def cell(self, start: int, end: int, rule: str) -> Line:
        """What stands between two offsets, as the rule parts it from the rest.

        >>> line = split_lines("李敏 王强\\n")[0]
        >>> line.cell(0, 3, "parted").end, line.cell(3, 5, "parted").end
        (2, 5)
        """
        printed = self.text.text
        behind = start + len(printed[start:end].rstrip())
        text = self.text[start:behind].strip()
        if behind == len(printed):
            at = self.end
        else:
            at = self.text.place(behind) if printed[behind].isspace() else -1
        repairs = self.repairs if rule in self.repairs else (*self.repairs, rule)
        return line_of(text, self.number, self.indent, self.gap, at, repairs)

    def set_at(self, indent: int, gap: int) -> Line:
        """The line with another indent, and another gap above it."""
        return line_of(self.text, self.number, indent, gap, self.end, self.repairs)


class _MakesLine(Protocol):
    def __call__(  # noqa: PLR0913, PLR0917 (one for each field)
        self,
        text: Excerpt,
        number: int,
        indent: int,
        gap: int,
        end: int,
        repairs: tuple[str, ...] = (),
        /,
    ) -> Line: ...


#: A line: its text, number, indent, gap and end; what has changed it, if anything has.
line_of = cast("_MakesLine", _NewLine)


@lru_cache(maxsize=4096)
def width_of(text: str) -> int:
    """The width of a text in half-widths: Han characters take 2, ASCII 1.

    >>> width_of("2021年"), width_of("“一城一策”")
    (6, 12)
    """
    return 2 * len(text) - len(_NARROW.findall(text)) if text else 0


def tight(text: str) -> str:
    """A text without its white space.

    >>> tight("房 地 产")
    '房地产'
    """
    return "".join(text.split())


def split_lines(raw: str) -> tuple[Line, ...]:
    """Split raw text into its lines; blank ones become the next line's gap.

    >>> [(line.text.text, line.indent, line.gap) for line in split_lines("社论\\n\\n　　春耕 \\n")]
    [('社论', 0, 0), ('春耕', 4, 1)]
    """
    lines: list[Line] = []
    gap = 0
    start = 0
    two = "\r\n" in raw
    for number, printed in enumerate(raw.splitlines(keepends=True)):
        text = printed.strip()
        after = start + len(printed)
        if text:
            indent, at = 0, start
            if printed[0] != text[0]:
                space = printed[: printed.index(text[0])]
                indent, at = _indent(space), start + len(space)
            end = after - 2 if two and printed[-2:] == "\r\n" else after - 1
            lines.append(line_of(excerpt_at(text, at, at + len(text)), number, indent, gap, end))
            gap = 0
        else:
            gap += 1
        if printed[-1] == "\f":
            gap += _PAGE_GAP
        start = after
    if lines and lines[-1].end == start - 1 and not _ends_line(raw):
        last = lines[-1]
        lines[-1] = line_of(last.text, last.number, last.indent, last.gap, -1)
    return tuple(lines)


def _ends_line(raw: str) -> bool:
    """Whether a text ends with a line break."""
    return not raw[-1:].splitlines()[0]


def _indent(space: str) -> int:
    return sum(4 if mark == "\t" else 2 if mark == "\u3000" else 1 for mark in space)

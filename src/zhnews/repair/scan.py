"""Which lines show a sign of an artifact?

Most pages show none. A rule looks for its sign on the whole page at once, and
only then at lines: that keeps repair cheap where there is nothing to repair.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import TypeAlias

from attrs import evolve

from zhnews.excerpt import Excerpt, Span
from zhnews.repair.lines import Line

__all__ = [
    "HAN",
    "Lines",
    "dropping",
    "is_table_row",
    "on_lines_with",
    "page_of",
]

Lines: TypeAlias = tuple[Line, ...]

#: A Han character.
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")

#: How often a rule is applied to one line: what it takes out may lay bare
#: another mark of the same kind (``# # 社论``).
_PASSES = 8

_TABLE_TAG = re.compile(
    r"</?(?:table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col)\b", re.IGNORECASE
)


def page_of(lines: Lines) -> str:
    """The lines as one text, one a line.

    >>> from zhnews.repair.lines import split_lines
    >>> page_of(split_lines("社论\\n\\n春耕"))
    '社论\\n春耕'
    """
    return "\n".join([line.text.text for line in lines])


def unless_same(kept: list[Line], lines: Lines) -> Lines:
    """The lines kept, one for each; the very tuple given where all are the same."""
    same = all(new is old for new, old in zip(kept, lines, strict=True))
    return lines if same else tuple(kept)


def is_table_row(text: str) -> bool:
    """Whether a line is of a table in markdown or HTML: its marks part the cells.

    >>> is_table_row("| 指标 | 增速 |"), is_table_row("<td>指标</td>"), is_table_row("甲 | 乙")
    (True, True, False)
    """
    if text[:1] == "|":
        return text.count("|") > 1
    return "<" in text and _TABLE_TAG.search(text) is not None


def dropping(text: Excerpt, parts: Iterable[tuple[int, int]]) -> Excerpt:
    """An excerpt without some stretches, given by their offsets, in order.

    >>> dropping(Excerpt.of("**社论**"), [(0, 2), (4, 6)]).text
    '社论'
    """
    kept: list[tuple[int, int]] = []
    position = 0
    for start, end in parts:
        if start > position:
            kept.append((position, start))
        position = max(position, end)
    if not kept and position == 0:
        return text
    if position < len(text):
        kept.append((position, len(text)))
    if len(text.spans) != 1:
        return text.keep(kept)
    first = text.spans[0].start  # the usual case, without an excerpt for each part
    printed = text.text
    return Excerpt(
        "".join([printed[start:end] for start, end in kept]),
        tuple([Span(first + start, first + end) for start, end in kept]),
    )


def _lines_of(sign: re.Pattern[str], page: str, lines: Lines) -> set[int]:
    """The indices of the lines in which a page shows a sign."""
    found = sign.search(page)
    if not found:
        return set()
    starts = list(accumulate((len(line.text.text) + 1 for line in lines), initial=0))
    shown: set[int] = set()
    while found:
        first, last = bisect_right(starts, found.start()), bisect_right(starts, found.end())
        shown.update(range(first - 1, last))
        # One sign is enough: on to the next line, or past what spans several.
        found = sign.search(page, max(starts[min(first, len(lines))], found.end()))
    return shown


def on_lines_with(
    sign: re.Pattern[str],
    name: str,
    keep: Callable[[Excerpt], Excerpt],
    *,
    literals: tuple[str, ...] = (),
) -> Callable[[Lines], Lines]:
    """A rule about single lines as a rule about the page.

    Only lines that show the sign are handed to ``keep``. A line of which
    nothing is kept goes; it is a blank line then, above the next one.

    Args:
        sign: What a line shows that may hold the artifact.
        name: The rule's name, which such a line keeps as evidence.
        keep: What is kept of a line; the line itself where there is nothing to
            repair.
        literals: One of them is in every text that shows the sign: they are
            looked for first, as that costs next to nothing.
    """

    def settled(text: Excerpt) -> Excerpt:
        for _ in range(_PASSES):
            kept = keep(text) if sign.search(text.text) else text
            if kept is text:
                break
            text = kept.strip()
        return text

    def apply(lines: Lines) -> Lines:
        page = page_of(lines)
        if literals and not any(literal in page for literal in literals):
            return lines
        shown = _lines_of(sign, page, lines)
        if not shown:
            return lines
        kept: list[Line] = []
        gap = 0
        touched = False
        for i, line in enumerate(lines):
            text = settled(line.text) if i in shown else line.text
            if text is line.text:
                kept.append(evolve(line, gap=line.gap + gap) if gap else line)
            elif not text:
                touched = True
                gap += line.gap + 1
                continue
            else:
                touched = True
                kept.append(evolve(line.with_text(text, name), gap=line.gap + gap))
            gap = 0
        return tuple(kept) if touched else lines

    return apply

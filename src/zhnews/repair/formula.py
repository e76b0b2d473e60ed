r"""Which marks of LaTeX did a recognition model put there?

Only marks around what was printed go: PM_{2.5}, \%. A command that stands for
a character (\times) stays, as the character itself is not in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhnews.excerpt import Excerpt
from zhnews.repair.scan import dropping, is_table_row

__all__ = ["FORMULA", "keep_printed"]

#: What shows a formula: a backslash, a raised or lowered group, dollars.
FORMULA = re.compile(r"[\\$]|[_^]\{|_(?<=[A-Za-z)]_)[0-9]|\^(?<=m\^)[23]")

#: A formula: between dollars, \( and \), or \[ and \]. Between dollars it shows a sign of
#: LaTeX, or is a figure or a word of Latin letters alone: US$5 and $5至$10 are money. Words
#: of the page stand in it behind a command only. Brackets after a backslash alone may be
#: printed: \[1\].
_FORMULA = re.compile(
    r"(?<![A-Za-z\\$])\$(?:(?P<inline>"
    r"(?=[^$\n]{0,200}?[\\_^{}%]|[ ]?[0-9.,:/–~ -]{1,20}\$|[A-Za-z][A-Za-z0-9-]{0,11}\$"
    r"|[-–~+=×/]\$)"
    r"[^$\n\u3400-\u9fff]{1,200})(?<!\\)\$(?![0-9])"
    r"|(?P<set>[ ]?(?:\\[A-Za-z]|[\^_{])[^$\n]{1,200})(?<!\\)\$)"
    r"|\$\$(?P<block>(?=[^$\n]{0,200}?[\\_^{}=])[^$\n]{1,300})\$\$"
    r"|\\\((?P<round>[^\n\u3400-\u9fff]{1,200}?|[ ]?\\[A-Za-z][^\n]{1,200}?)\\\)"
    r"|\\\[(?P<square>(?= |[^\n()\[\]]{0,200}?[\\_^{}][^\n\\]*\\\])[^\n]{0,200}?)\\\]"
)

#: Commands that set type and print nothing themselves, and those among them for words.
_WORDS = r"text|textbf|textit|textrm|textsf|mbox|emph"
_TYPE = (
    r"mathrm|mathbf|mathit|mathsf|mathcal|mathnormal|boldsymbol|operatorname|underline|overline"
    r"|rm|bf|it|left|right|[bB]ig|displaystyle|textstyle|limits"
)

#: What prints nothing within a formula; words keep their spaces.
_UNPRINTED = re.compile(
    rf"(?P<open>\\(?:{_WORDS})[ ]?\{{)[^{{}}\n]*(?P<close>\}})"
    r"|(?P<escape>\\)[%&#$_{}]"
    rf"|(?P<command>\\(?:{_TYPE})(?![A-Za-z])\*?|\\[,;:! ]|\\q?quad(?![A-Za-z])|[{{}}~]"
    r"|[_^](?=\s?[^\s_^]))"
    r"|(?P<space>\s+)"
)

#: A command of which the braces tell its parts.
_PARTED = re.compile(r"\\(?:[dt]?frac|sqrt|binom|begin|end)(?![A-Za-z])")

#: A word before a space, and one behind it; letters set apart are one word.
_WORD_BEFORE = re.compile(r"(?:\\[A-Za-z]|[A-Za-z]{2})\Z")

#: A command whose argument is printed; a raised or lowered group.
_GROUP = re.compile(
    r"(?:\\(?:mathrm|mathbf|mathit|mathsf|text|textbf|textit|textrm|rm|bf|operatorname|underline"
    r"|emph|mbox|section|subsection|subsubsection|title|caption)\*?[ ]?|[_^])"
    r"\{(?P<group>[^{}\n]{1,300})\}"
)

#: The lowered number of a chemical formula: CO_2; the raised one of a measure: m^2.
_LOWERED = re.compile(r"(?<=[A-Za-z)])_(?=[0-9])|(?<=m)\^(?=[23](?![0-9]))")

#: A backslash before a mark that print has; a space that LaTeX sets.
_ESCAPE = re.compile(r"\\(?=[%&#$.()\[\]!~{}_*+>-])")
_SET_SPACE = re.compile(r"\\(?:[,;: ]|quad\b|qquad\b)")

#: What a cell of a table holds between its marks, which stay.
_CELL = re.compile(r"(?:\A|[|>])(?P<cell>[^|<>\n]+)")

#: An address may hold any of the marks.
_ADDRESS = re.compile(r"://|www\.|@")


def keep_printed(text: Excerpt) -> Excerpt:
    r"""Leave out the marks of LaTeX around what was printed.

    A formula's spaces go too, as LaTeX prints none of them.

    >>> keep_printed(Excerpt.of(r"PM_{2.5}下降$6.1\%$，CO_2")).text
    'PM2.5下降6.1%，CO2'
    >>> keep_printed(Excerpt.of(r"增长$1 4 . 5 \%$，达\( 1200 \mathrm{~m}^{3} \)")).text
    '增长14.5%，达1200m3'
    >>> keep_printed(Excerpt.of(r"US$5至$10，C:\Users，30\times40")).text
    'US$5至$10，C:\\Users，30\\times40'
    """
    line = text.text
    if _ADDRESS.search(line):
        return text
    cells = [(0, len(line))]
    if is_table_row(line):
        cells = [found.span("cell") for found in _CELL.finditer(line)]
    return dropping(text, sorted(part for cell in cells for part in _marks(line, *cell)))


def _marks(line: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches between two offsets that are marks of LaTeX."""
    for found in _FORMULA.finditer(line, first, last):
        start, end = found.span(found.lastgroup or 0)
        yield from ((found.start(), start), *_unprinted(line, start, end), (end, found.end()))
    for found in _GROUP.finditer(line, first, last):
        yield from ((found.start(), found.start("group")), (found.end("group"), found.end()))
    for pattern in (_LOWERED, _SET_SPACE, _ESCAPE):
        yield from (found.span() for found in pattern.finditer(line, first, last))


def _unprinted(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a formula, by its offsets, that print nothing."""
    if _PARTED.search(line, start, end):
        return
    for found in _UNPRINTED.finditer(line, start, end):
        if found.lastgroup == "close":
            yield found.span("open")
            yield found.span("close")
        elif found.lastgroup != "space":
            yield found.span(found.lastgroup or 0)
        elif not (
            line[found.end() : found.end() + 1].isalpha()
            and _WORD_BEFORE.search(line, start, found.start())
        ):
            yield found.span()

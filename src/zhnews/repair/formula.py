r"""Which marks of LaTeX did a recognition model put there?

Only marks around what was printed go: PM_{2.5}, \%. A command that stands for
a character (\times) stays, as the character itself is not in the text.
"""

from __future__ import annotations

import re

from zhnews.excerpt import Excerpt
from zhnews.repair.scan import dropping, is_table_row

__all__ = ["FORMULA", "keep_printed"]

#: What shows a formula: a backslash, a raised or lowered group, dollars.
FORMULA = re.compile(r"[\\$]|[_^]\{|_(?<=[A-Za-z)]_)[0-9]|\^(?<=m\^)[23]")

#: Words, numbers or a formula between dollars. US$5 and $5至$10 are money.
_INLINE = re.compile(
    r"(?<![A-Za-z\\$])\$(?P<inline>(?=[^$\n]{0,200}?[\\_^{}%]|[0-9.,]{1,20}\$)[^$\n\u3400-\u9fff]{1,200}"
    r"|\\(?:text|textbf|mathrm|mbox) ?\{[^{}$\n]{1,200}\})"
    r"(?<!\\)\$(?![0-9])"
)

#: A formula between \( and \), or \[ and \].
_BRACKETED = re.compile(
    r"\\[(\[](?P<display>[^\n()\[\]]{0,200}?[\\_^{}][^\n()\[\]]{0,200}?)\\[)\]]"
)

#: A command whose argument is printed; a raised or lowered group.
_GROUP = re.compile(
    r"(?:\\(?:mathrm|mathbf|mathit|mathsf|text|textbf|textit|textrm|rm|bf|operatorname|underline"
    r"|emph|mbox|section|subsection|subsubsection|title|caption)\*?[ ]?|[_^])"
    r"\{(?P<group>[^{}\n]{1,300})\}"
)

#: The lowered number of a chemical formula: CO_2; the raised one of a measure: m^2.
_LOWERED = re.compile(r"(?<=[A-Za-z)])_(?=[0-9])|(?<=m)\^(?=[23](?![0-9]))")

#: A backslash before a mark that print has; a space that LaTeX sets.
_ESCAPE = re.compile(r"\\(?=[%&#$.()\[\]!~{}_])")
_SET_SPACE = re.compile(r"\\(?:[,;: ]|quad\b|qquad\b)")

#: An address may hold any of the marks.
_ADDRESS = re.compile(r"://|www\.|@")


def keep_printed(text: Excerpt) -> Excerpt:
    r"""Leave out the marks of LaTeX around what was printed.

    >>> keep_printed(Excerpt.of(r"PM_{2.5}下降$6.1\%$，CO_2")).text
    'PM2.5下降6.1%，CO2'
    >>> keep_printed(Excerpt.of(r"US$5至$10，C:\Users，30\times40")).text
    'US$5至$10，C:\\Users，30\\times40'
    """
    line = text.text
    if is_table_row(line) or _ADDRESS.search(line):
        return text
    parts: list[tuple[int, int]] = []
    for pattern, group in (
        (_INLINE, "inline"),
        (_BRACKETED, "display"),
        (_GROUP, "group"),
    ):
        for found in pattern.finditer(line):
            parts += [
                (found.start(), found.start(group)),
                (found.end(group), found.end()),
            ]
    for pattern in (_LOWERED, _SET_SPACE, _ESCAPE):
        parts += [found.span() for found in pattern.finditer(line)]
    return dropping(text, sorted(parts))

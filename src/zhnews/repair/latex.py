r"""Which commands of LaTeX did a recognition model put around lines?

Some models (GOT, Nougat) write a page as a document in LaTeX. What a command says of a
line, a title or a section, stays as evidence. The marks of a table stay as they are,
& and \\, as they say where its cells end.
"""

from __future__ import annotations

import re

from attrs import evolve

from zhnews.repair.lines import Line
from zhnews.repair.scan import PICTURE, Lines, dropping, gathered, lines_with

__all__ = ["keep_typeset"]

#: What a command with the words of a line tells of it.
_TELLS = {
    "title": "heading mark 1",
    "chapter": "heading mark 1",
    "section": "heading mark 2",
    "subsection": "heading mark 3",
    "subsubsection": "heading mark 4",
    "paragraph": "emphasis",
    "caption": PICTURE,
    "author": "",
    "date": "",
}
_OPENING = re.compile(
    rf"^\\(?P<name>{'|'.join(_TELLS)})\*?[ ]?\{{(?P<words>[^{{}}\n]*)(?P<end>\}}?)$"
)

#: Commands that print nothing.
_SILENT = re.compile(
    r"\\(?:begin|end)\{[a-z]{3,20}\*?\}(?:\[[^\[\]\n]{0,40}\])?(?:\{[|lcrpm{}@.\d>< ]{1,80}\})?"
    r"|\\(?:hline|centering|maketitle|noindent|newpage|clearpage|toprule|midrule|bottomrule)"
    r"(?![A-Za-z])"
    r"|\\(?:documentclass|usepackage|label|[vh]space|cline)\*?(?:\[[^\[\]\n]{0,80}\])?"
    r"\{[^{}\n]{0,80}\}"
)

#: So many lines at most stand between the braces of a command.
MOST_LINES = 4


def keep_typeset(lines: Lines) -> Lines:
    r"""Keep lines without the commands around them; what these tell stays as evidence.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("\\title{\n放下油锯\n}\n\\section*{种回一座山}\n\\noindent 头几年")
    >>> [(line.text.text, *line.repairs) for line in keep_typeset(page)]
    [('放下油锯', 'heading mark 1'), ('种回一座山', 'heading mark 2'), ('头几年', 'LaTeX command')]
    """
    marked = lines_with(("\\",), lines)
    if not marked:
        return lines
    texts = gathered(lines).texts
    changed: dict[int, Line | None] = {}
    for i in marked:
        if found := _OPENING.match(texts[i]):
            changed |= _told(lines, i, found)
        elif parts := [silent.span() for silent in _SILENT.finditer(texts[i])]:
            kept = dropping(lines[i].text, parts).strip()
            changed[i] = lines[i].with_text(kept, "LaTeX command") if kept else None
    return _with_gaps(lines, changed) if changed else lines


def _told(lines: Lines, first: int, found: re.Match[str]) -> dict[int, Line | None]:
    """The lines that stand between the braces of a command, with what it tells of them."""
    name = _TELLS[found["name"]] or "LaTeX command"
    words = lines[first].text[found.start("words") : found.end("words")].strip()
    told: dict[int, Line | None] = {first: lines[first].with_text(words, name) if words else None}
    if found["end"]:
        return told
    for i in range(first + 1, min(first + 2 + MOST_LINES, len(lines))):
        text = lines[i].text
        ends = text.text.endswith("}")
        rest = text[:-1].strip() if ends else text
        told[i] = lines[i].with_text(rest, name) if rest else None
        if ends:
            return told
    return {}


def _with_gaps(lines: Lines, changed: dict[int, Line | None]) -> Lines:
    """The lines with some as they are kept; one that is not is a blank line."""
    kept: list[Line] = []
    gap = 0
    for i, line in enumerate(lines):
        new = changed.get(i, line)
        if new is None:
            gap += line.gap + 1
            continue
        kept.append(evolve(new, gap=new.gap + gap) if gap else new)
        gap = 0
    return tuple(kept)

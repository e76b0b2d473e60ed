"""Which marks of markdown did a recognition model put there?

Models that read page images write markdown; the page never printed its marks.
What they say of a line (a heading, all bold) stays as evidence. The rows of a
table stay as they are: their marks say where a cell ends.
"""

from __future__ import annotations

import re
from itertools import chain

from zhnews.excerpt import Excerpt
from zhnews.repair.lines import Line
from zhnews.repair.scan import (
    Lines,
    dropping,
    gathered,
    is_table_row,
    lines_with,
    page_of,
    with_lines,
)

__all__ = [
    "FENCE",
    "RULES_AND_DOTS",
    "SEPARATOR",
    "keep_emphasized",
    "keep_line",
    "keep_unfenced",
    "keep_unseparated",
]

#: A line of marks between passages: three dashes, stars or rules, or four dots,
#: as …… is a sentence broken off. A table's |---| is none. A converter's page break
#: holds a number: {3}------, --- Page 3 ---, or a file's name: ≦ 3.jpg ≧. What is read of
#: rules and specks is short and mixed: — |.
_DRAWN = "".join(map(chr, range(0x2500, 0x2580)))
_RULES = "-—–―_=*~#＝－＊～＿﹏〰※☆★◇◆○●□■△▲✦✻" + _DRAWN
_DOTS = ".·•…⋯。"
SEPARATOR = re.compile(
    rf"^(?:[ \t\u3000]?[{_RULES}]){{3,}}$|^(?:[ \t\u3000]?[{_DOTS}]){{4,}}$|^[{_DRAWN}]+$"
    r"|^[|_~^`]$|^(?!\|.*\||(?P<same>.)(?P=same)+$)(?=[-—–]{0,4} ?[|~_=])[-—–_=~| ]{2,6}$"
    r"|^>{1,3}$|^\{[0-9]{1,4}\}-{8,}$"
    r"|^(?P<edge>[-=*#_~])(?P=edge){2,40} ?(?:(?:page|第) ?)?[0-9]{1,4} ?[页頁]? ?(?P=edge){3,40}$"
    r"|^(?:≦|={3,}) ?[^\n≦≧]{1,200}\.(?:jpe?g|png|tiff?|bmp|webp|pdf) ?(?:≧|={3,})$",
    re.MULTILINE | re.IGNORECASE,
)

#: What such a line begins with.
RULES_AND_DOTS = frozenset(_RULES + _DOTS + "|{≦>^`")

#: The first or last line of a block of code.
FENCE = re.compile(r"^(?:`{3,}|~{3,})[ ]?[A-Za-z0-9_+-]{0,20}$", re.MULTILINE)

#: Marks before a heading, a list's entry or a quotation. A space parts them from
#: it: #话题# and —— are printed. A bar of its own is the rule beside a column. A page
#: number may stand between dashes: - 12 -.
_LINE_MARKS = re.compile(
    r"(?:(?:[*•◦▪‣>]|\|(?![^\n]*\|)|-(?![^\n]*[-—–]$|[ \t]*[0-9]+$)|#{1,6})[ \t\u3000]+)+(?=[^\s])"
)
_LINE_SIGN = re.compile(r"\n(?:[-*•◦▪‣>|]|#{1,6})[ \t\u3000]")
_BAR_SIGN = re.compile(r"\|\n(?<=[ \t\u3000]\|\n)")
#: The rule beside a column, read as a bar behind the line.
_BAR = re.compile(r"[ \t\u3000]+\|\Z")
_CLOSING = re.compile(r"[ \t]+#{1,6}$")

#: Stars or underscores around words. Masked names keep theirs (张**、王*明): such
#: marks stand behind a surname, or in longer rows.
_EMPHASIS = re.compile(
    r"(?<![*\\])(?P<mark>\*{2,3})(?![*\s、，。；：）)])(?P<bold>[^*\n]{1,2000}?)(?<!\s)(?P=mark)(?!\*)"
    r"|(?<![\w_\\])(?P<low>__|_)(?![_\s])(?P<under>[^_\n]{1,400}?)(?<!\s)(?P=low)(?![\w_])"
    r"|(?<![\w*\\])\*(?![*\s])(?P<italic>[^*\n]{1,400}?)(?<!\s)\*(?![\w*])"
    r"|~~(?![~\s])(?P<struck>[^~\n]{1,400}?)(?<!\s)~~"
    r"|(?<!`)`(?P<code>[^`\n]{1,200})`(?!`)"
)
#: A cell of a table all of which is bold.
_BOLD_CELL = re.compile(r"(?<=[|>\s])(\*\*)(?=\S)([^*|<>\n]{1,100})(?<=\S)(\*\*)(?=\s*[|<])")
#: A single character before the stars, with nothing or a mark before it.
_SURNAME = re.compile(r"(?:\A|[、，；：:（(和与及\s])[\u4e00-\u9fff]\Z")
_STARS = re.compile(r"(?<!\*)\*\*(?!\*)")

#: How many lines on a bold passage that was cut may end.
_LONGEST_CUT = 12


def keep_unseparated(text: Excerpt) -> Excerpt:
    """Leave out a line that is only a rule between passages.

    >>> keep_unseparated(Excerpt.of("* * *")).text, keep_unseparated(Excerpt.of("——")).text
    ('', '——')
    """
    return text[:0] if SEPARATOR.fullmatch(text.text) else text


def keep_unfenced(text: Excerpt) -> Excerpt:
    """Leave out the fence of a block of code; what it holds stays.

    >>> keep_unfenced(Excerpt.of("```markdown")).text, keep_unfenced(Excerpt.of("~~")).text
    ('', '~~')
    """
    return text[:0] if FENCE.fullmatch(text.text) else text


def keep_line(lines: Lines) -> Lines:
    """Keep headings and entries without the marks before them.

    A heading's level stays as evidence.

    >>> from zhnews.repair.lines import split_lines
    >>> page = keep_line(split_lines("## 放下油锯\\n#话题#\\n- 种回一座山\\n- 12 -"))
    >>> [(line.text.text, *line.repairs) for line in page]
    [('放下油锯', 'heading mark 2'), ('#话题#',), ('种回一座山', 'list mark'), ('- 12 -',)]
    """
    page = f"\n{page_of(lines)}\n"
    if not (_LINE_SIGN.search(page) or _BAR_SIGN.search(page)):
        return lines
    return tuple([_without_line_mark(_without_bar(line)) for line in lines])


def _without_bar(line: Line) -> Line:
    text = line.text
    found = _BAR.search(text.text) if text.text.count("|") == 1 else None
    if found is None or SEPARATOR.fullmatch(text.text):
        return line
    return line.with_text(text[: found.start()], "bar")


def _without_line_mark(line: Line) -> Line:
    text = line.text
    found = _LINE_MARKS.match(text.text)
    if not found or SEPARATOR.fullmatch(text.text):
        return line
    level = found.group().count("#")
    if not level:
        return line.with_text(text[found.end() :], "list mark")
    closing = _CLOSING.search(text.text, found.end())
    text = text[found.end() : closing.start() if closing else len(text)]
    return line.with_text(text, f"heading mark {min(level, 6)}")


def keep_emphasized(lines: Lines) -> Lines:
    """Keep words without the marks that emphasize them.

    That a whole line was bold stays as evidence. A bold passage that a column's
    end cut into two lines loses its marks too.

    >>> from zhnews.repair.lines import split_lines
    >>> page = keep_emphasized(split_lines("**面对面**\\n**适老化**改造\\n张**、王*明\\n3*4*5"))
    >>> [(line.text.text, *line.repairs) for line in page]
    [('面对面', 'emphasis'), ('适老化改造', 'inline emphasis'), ('张**、王*明',), ('3*4*5',)]
    """
    marked = lines_with(("*", "_", "`", "~"), lines)
    if not marked:
        return lines
    settled = gathered(lines).settled
    kept = {
        i: line if id(line.text) in settled else _without_emphasis(line)
        for i, line in ((i, lines[i]) for i in marked)
    }
    _mend_cut(kept)
    if all(line is lines[i] for i, line in kept.items()):
        return lines
    return with_lines(lines, kept)


def _without_emphasis(line: Line) -> Line:
    text = line.text.text
    if sum(map(text.count, "*_`~")) < 2 or SEPARATOR.fullmatch(text):
        return line
    if is_table_row(text):
        bold = [
            span for found in _BOLD_CELL.finditer(text) for span in (found.span(1), found.span(3))
        ]
        return line.with_text(dropping(line.text, bold), "inline emphasis") if bold else line
    inner = [
        (found.span(), found.span(found.lastgroup or 0))
        for found in _EMPHASIS.finditer(text)
        if not (found["mark"] and _is_masked(text, found.start()))
    ]
    if not inner:
        return line
    marks = chain.from_iterable(((s, i), (j, e)) for (s, e), (i, j) in inner)
    start = found.end() if (found := _LINE_MARKS.match(text)) else 0
    whole = [outer for outer, _ in inner] == [(start, len(text))]
    kept = dropping(line.text, marks).strip()
    return line.with_text(kept, "emphasis" if whole else "inline emphasis") if kept else line


def _is_masked(text: str, at: int) -> bool:
    """Whether stars stand for the rest of a name."""
    return _SURNAME.search(text[max(0, at - 2) : at]) is not None


def _mend_cut(lines: dict[int, Line]) -> None:
    """Leave out the marks of a bold passage that begins on one line and ends on another."""
    opened: int | None = None
    for i, line in lines.items():
        text = line.text.text
        if "**" not in text or is_table_row(text):
            continue
        stars = [found.span() for found in _STARS.finditer(text)]
        if len(stars) != 1:
            continue
        (start, end) = stars[0]
        if opened is not None and i - opened <= _LONGEST_CUT and start > 0:
            for at in (opened, i):
                found = _STARS.search(lines[at].text.text)
                if found:
                    text_left = dropping(lines[at].text, [found.span()])
                    lines[at] = lines[at].with_text(text_left.strip(), "inline emphasis")
            opened = None
        elif end < len(text) and not text[end].isspace() and not _is_masked(text, start):
            opened = i

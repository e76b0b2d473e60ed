"""Which marks did a recognition model put there?

Models that read page images write markdown, and sometimes HTML or LaTeX: the
page never printed those marks. A table's pipes and tags stay, as they say where
its cells end.
"""

from __future__ import annotations

import re

from zhnews.excerpt import Excerpt
from zhnews.repair.lines import Line
from zhnews.repair.scan import Lines, page_of

__all__ = ["HEADING", "SEPARATOR", "keep_headings", "keep_unseparated"]

#: A line of marks between passages. Three dashes, stars or rules; four dots, as
#: …… is a sentence broken off. A table's |---| is none.
SEPARATOR = re.compile(
    r"^(?:[ \t]*[-—–―_=*~#＝－＊～＿﹏〰※☆★◇◆○●□■△▲✦✻\u2500-\u257f]){3,}[ \t]*$"
    r"|^(?:[ \t]*[.·•…⋯。]){4,}[ \t]*$|^[\u2500-\u257f]+$",
    re.MULTILINE,
)

#: Markdown's heading marks, which a space parts from the heading.
HEADING = re.compile(r"^(#{1,6})[ \t\u3000]+(?=\S)", re.MULTILINE)


def keep_unseparated(text: Excerpt) -> Excerpt:
    """Leave out a line that is only a rule between passages.

    >>> keep_unseparated(Excerpt.of("* * *")).text, keep_unseparated(Excerpt.of("——")).text
    ('', '——')
    """
    return text[:0] if SEPARATOR.fullmatch(text.text) else text


def keep_headings(lines: Lines) -> Lines:
    """Keep a heading without its marks; their number stays as evidence.

    >>> from zhnews.repair.lines import split_lines
    >>> page = keep_headings(split_lines("## 放下油锯\\n#话题#"))
    >>> [(line.text.text, line.repairs) for line in page]
    [('放下油锯', ('heading mark 2',)), ('#话题#', ())]
    """
    if not HEADING.search(page_of(lines)):
        return lines
    return tuple(_without_heading_mark(line) for line in lines)


def _without_heading_mark(line: Line) -> Line:
    found = HEADING.match(line.text.text)
    if not found:
        return line
    return line.with_text(line.text[found.end() :], f"heading mark {len(found[1])}")

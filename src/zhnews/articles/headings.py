"""Which lines are headings for sure, as a recognition model marked them?

A model writes its mark before a headline or a crosshead, or sets it in bold type, and now and
then does so with a line of text. Where the lines beside it are whole, it is no part of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zhnews.repair.flow import stops
from zhnews.repair.lines import Line

__all__ = ["find_headings"]

#: No heading that its mark and its place alone tell is longer, in characters.
LONGEST_HEADING = 25

#: Marks that neither headings nor sentences end with, in text that goes on.
_OPEN = frozenset("，、；：,;:“‘（(《—")


def find_headings(lines: Sequence[Line]) -> Iterator[int]:
    """The places of the marked lines that end in no mark, between text that is whole.

    The line above ends with a sentence, and a blank line stands below: a model parts
    paragraphs so.

    >>> from zhnews.repair.lines import split_lines
    >>> from zhnews.repair.markup import keep_line
    >>> text = "他说完了。\\n# 放下油锯\\n\\n1999年，林场停伐。\\n# 那天，\\n没有人说话。"
    >>> list(find_headings(keep_line(split_lines(text))))
    [1]
    """
    for i, line in enumerate(lines[1:-1], start=1):
        if not any(rule.startswith(("heading mark", "emphasis")) for rule in line.repairs):
            continue
        text = line.text.text
        if len(text) > LONGEST_HEADING or text[-1] in _OPEN or stops(text):
            continue
        if lines[i + 1].gap and stops(lines[i - 1].text.text):
            yield i

"""Which lines stand over a text, as what is above and below them tells?

A short numbered line, the title of a notice, what stands between a column's name and a
byline: the text begins below, however full the line is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from zhnews.fields.names import looks_like_name
from zhnews.fields.rubrics import is_column
from zhnews.repair.flow import Fit, stops
from zhnews.repair.lines import Line, width_of

__all__ = [
    "LONGEST_HEADLINE",
    "heads_table",
    "is_below_title_or_name",
    "is_between_column_and_byline",
    "is_under_heading",
]

#: No headline on one line is longer, in characters.
LONGEST_HEADLINE = 45

#: A heading inside a text is no longer, in characters; and how one with a number begins.
LONGEST_HEADING = 24
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、[^，。；：]+\Z")

#: A bare name is so many times narrower than the text below it, at the least.
NARROW_NAME = 3

#: How the title of a notice or a circular ends.
_ENDS_TITLE = re.compile(
    "的(?:公告|通告|公示|启事|啟事|通[报報]|通知|[声聲]明|[决決]定|意[见見])\\Z"
)


def heads_table(lines: Sequence[Line], fits: Sequence[Fit], i: int) -> bool:
    """Whether a table above the ``i``-th line has its title above it: a short line below a stop."""
    return (
        i > 1
        and fits[i - 1].full == 0
        and not stops(lines[i - 1].text.text)
        and stops(lines[i - 2].text.text)
    )


def is_under_heading(
    lines: Sequence[Line], fits: Sequence[Fit], severed: Mapping[int, str], i: int
) -> bool:
    """Whether a line stands under a short numbered heading, or with a byline under a deck."""
    above = lines[i - 1].text.text
    if fits[i - 1].full == 2 or stops(above) or len(above) > LONGEST_HEADING:
        return False
    return _HEADING.match(above) is not None or (
        severed.get(i) == "byline" and above.startswith(("——", "──"))
    )


def is_between_column_and_byline(lines: Sequence[Line], severed: Mapping[int, str], i: int) -> bool:
    """Whether a line over a byline is a headline: a column's name alone stands over it."""
    own, above = lines[i].text.text, lines[i - 1].text.text
    return (
        i not in severed
        and len(own) <= LONGEST_HEADLINE
        and not stops(own)
        and is_column(above.strip())
        and (i < 2 or i - 1 in severed or stops(lines[i - 2].text.text))
    )


def is_below_title_or_name(
    lines: Sequence[Line], fits: Sequence[Fit], severed: Mapping[int, str], i: int
) -> bool:
    """Whether a line stands below what ends short of its column and is no text.

    It is the end of a notice's title (… / 活动的公告), a bare name under a headline, or
    what a byline stands under.
    """
    above = lines[i - 1].text.text
    if fits[i - 1].full or stops(above):
        return False
    if severed.get(i) == "byline" or _ENDS_TITLE.search(above):
        return True
    if i < 2 or fits[i - 2].full or stops(lines[i - 2].text.text):
        return False
    narrow = NARROW_NAME * width_of(above) <= width_of(lines[i].text.text)
    return narrow and fits[i].full > 0 and looks_like_name(above)

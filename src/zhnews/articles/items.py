"""Which lines are items of a list, each a passage of its own?

The books and papers at the end of a study, the programmes of a station, the numbers of a
lottery, the notices of a court, the line-ups of a match: none of them ends with a stop, or
need to, and the next does not run on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from zhnews.repair.lines import Line

__all__ = ["find_items", "names_side"]

#: How many lines apart the items of one list begin at most: an item may be wrapped.
FURTHEST = 4

_KINDS = tuple(
    re.compile(form)
    for form in (
        r"[\[［]\d{1,3}[\]］]\s?\S",  # [1] 王绍武. 现代气候学概论[M].
        r"\d{1,2}[:：]\d{2}(?:[-—–~]\d{1,2}[:：]\d{2})?\s+\S",  # 20:06 电视剧：推拿
        r"[\u4e00-\u9fffA-Z0-9]{2,10}第?\s?\d{5,7}\s?期",  # 双色球第2013076期：红球 03 08
        # 李春花：本院受理原告马文兵诉你离婚纠纷一案
        r"[\u4e00-\u9fff·、（）()]{2,60}[:：]\s?本院(?:已?经?[受審审]理|于|於|定于|依法|根据)",
        # 云陂队：江一帆、魏东（后备）、柳成
        r"[\u4e00-\u9fff]{2,8}[:：]\s?(?:[\u4e00-\u9fff·]{2,5}(?:[（(][^（()）]{1,6}[)）])?[、/]){2}",
    )
)
#: What any of them begins with, or has in it: the cheapest test.
_BEGINS = frozenset("[［0123456789")
_HAS = ("期", "本院")
_NAMED = frozenset("：:")


def find_items(lines: Sequence[Line]) -> list[int]:
    """The numbers of the lines that begin an item: two or more of a kind near each other.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("央视一套\\n20:06 电视剧：推拿\\n22:00 晚间新闻\\n8:30，他到了。")
    >>> find_items(page)
    [1, 2]
    """
    found: set[int] = set()
    marked = [i for i, line in enumerate(lines) if _may_begin(line.text.text)]
    if len(marked) < 2:
        return []
    for kind in _KINDS:
        places = [i for i in marked if kind.match(lines[i].text.text)]
        for above, below in pairwise(places):
            if below - above <= FURTHEST:
                found |= {above, below}
    return sorted(found)


def names_side(text: str) -> bool:
    """Whether a line begins a line-up and breaks off in it: the next line has its rest.

    >>> names_side("云陂队：江一帆、魏东、"), names_side("本报记者：江一帆、")
    (True, False)
    """
    return text[-1:] == "、" and _KINDS[-1].match(text) is not None


def _may_begin(text: str) -> bool:
    if text[0] in _BEGINS or _HAS[0] in text or _HAS[1] in text:
        return True
    return "、" in text and not _NAMED.isdisjoint(text[:10])

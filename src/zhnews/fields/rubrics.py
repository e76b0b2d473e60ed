"""Is a line a rubric, a title that comes back from issue to issue? Columns, official notices.

A rubric says of what kind the text below it is, and nothing of what is in it.
"""

from __future__ import annotations

import re
from functools import cache

from zhnews.chinese import fold
from zhnews.vocab import STANDARD, alternation

__all__ = ["is_column", "is_notice"]

#: No column's name is longer, in characters.
LONGEST_COLUMN = 9


def is_column(title: str) -> bool:
    """Whether a line is the name of a column or a section, as a kicker is.

    >>> is_column("国际观察"), is_column("关注食品安全"), is_column("一条河的故事")
    (True, True, False)
    """
    if len(title) > LONGEST_COLUMN or "的" in title or is_notice(title):
        return False
    return _columns().fullmatch(fold(title)) is not None


@cache
def _columns() -> re.Pattern[str]:
    table, furniture = STANDARD.table("columns"), STANDARD.table("furniture")
    sections = alternation(furniture.words_where("kind", "section"))
    ends = alternation(table.words_where("place", "ends", "either"))
    begins = alternation(table.words_where("place", "begins", "either"))
    return re.compile(rf"{sections}|[\u4e00-\u9fff·]*{ends}|{begins}[\u4e00-\u9fff]*")


def is_notice(title: str) -> bool:
    """Whether a line ends as the title of an official notice: it is complete.

    >>> is_notice("泽川市中级人民法院拍卖公告"), is_notice("公告栏前看变化")
    (True, False)
    """
    return fold(title).endswith(_notices())


@cache
def _notices() -> tuple[str, ...]:
    return STANDARD.table("notices").words

"""How are the day, the hour and the mark of a dateline written?

Pieces of patterns over folded text: 3月5日, 八日下午十时, 电, 讯, 报道.
"""

from __future__ import annotations

from zhnews.vocab import STANDARD, alternation

__all__ = ["DATE", "DAY_BEGINS", "HOUR", "NOT_A_MARK", "mark", "marks", "to"]

_NUMBER = r"[0-9〇一二三四五六七八九十廿卅]{1,3}"
DATE = (
    r"(?:(?:(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})\s?年\s?)?"
    rf"(?:{_NUMBER}\s?月\s?)?{_NUMBER}\s?日)"
)

#: The hour at which a telegram was sent: 北平八日下午十时专电.
HOUR = rf"(?:[上下中]午|[早晨晚午夜])?(?:{_NUMBER}\s?[时点](?:半|{_NUMBER}\s?分)?)?"

#: Words that follow 讯 and 电 inside a longer word (讯息, 电视台).
NOT_A_MARK = (
    r"(?<!通讯)(?<!资讯)(?<![a-z])(?![息问号速飞员]|视台?|[子话脑力台影信网动器池梯缆源价量商竞工厂磁气"
    r"站塔路流车饭机灯荷压大])"
)

#: A character that a day may begin with.
DAY_BEGINS = "0-9〇○零一二三四五六七八九十廿卅"


def marks(*kinds: str) -> tuple[str, ...]:
    """The words of datelines, of some kinds."""
    return STANDARD.table("marks").words_where("kind", *kinds)


def mark(*kinds: str) -> str:
    """Any of the words of datelines, of some kinds, as a pattern."""
    return alternation(marks(*kinds))


def to(characters: str, *kinds: str) -> str:
    """Asked where a place or a name may end: whether there stands what may come next.

    So most of these places are left at one character.
    """
    return rf"(?=[\s{characters}{''.join(sorted({word[0] for word in marks(*kinds)}))}])"

"""Is a line a rubric, a title that comes back from issue to issue? Columns, official notices.

A rubric says of what kind the text below it is, and nothing of what is in it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from zhnews.chinese import fold, forms_of
from zhnews.vocab import STANDARD, alternation

__all__ = [
    "completes_title",
    "is_code_line",
    "is_column",
    "is_comment",
    "is_notice",
    "is_roundup",
    "stands_over_headline",
]

#: No column's name is longer, in characters, and no kind of notice.
LONGEST_COLUMN = 9
LONGEST_NOTICE = 8

#: No comment's name is longer: 记者采访手记.
LONGEST_COMMENT = 6

#: How the second half of a notice's title begins.
_BEGINS_NOTICE = ("关于", "關於", "第", "2", "２")


def is_column(title: str) -> bool:
    """Whether a line is the name of a column or a section, as a kicker is.

    >>> is_column("国际观察"), is_column("关注食品安全"), is_column("一条河的故事")
    (True, True, False)

    What comes out in parts has the number of the part behind the name.

    >>> is_column("长篇连载⑰"), is_column("第17号桥")
    (True, False)
    """
    return len(title) <= LONGEST_COLUMN and _is_column(title)


@lru_cache(maxsize=1024)  # each line of a page is asked several times
def _is_column(title: str) -> bool:
    if "的" in title or is_notice(title):
        return False
    return _columns().fullmatch(fold(title)) is not None


@cache
def _columns() -> re.Pattern[str]:
    table, furniture = STANDARD.table("columns"), STANDARD.table("furniture")
    sections = alternation(furniture.words_where("kind", "section"))
    ends = alternation(table.words_where("place", "ends", "either"))
    begins = alternation(table.words_where("place", "begins", "either"))
    whole = alternation(table.words_where("place", "whole"))
    number = r"(?:[①-⑳㉑-㊿]|\((?:\d{1,3}|[一二三四五六七八九十]{1,4})\))"
    return re.compile(
        rf"{sections}|{whole}|[\u4e00-\u9fff·]*{ends}{number}?|{begins}[\u4e00-\u9fff]*"
    )


def is_roundup(title: str) -> bool:
    """Whether a line is the name of a column of short news: no heading inside a text is so called.

    >>> is_roundup("国际短讯"), is_roundup("一句话新闻"), is_roundup("专家观点")
    (True, True, False)
    """
    if len(title) > LONGEST_COLUMN:
        return False
    return _HAN.fullmatch(title) is not None and fold(title).endswith(_roundups())


_HAN = re.compile("[\u4e00-\u9fff]+")


@cache
def _roundups() -> tuple[str, ...]:
    return STANDARD.table("columns").words_where("place", "roundup")


def is_comment(title: str) -> bool:
    """Whether a line is the name of a comment, as is printed beside the report it is about.

    >>> is_comment("本报快评"), is_comment("记者手记"), is_comment("国际观察")
    (True, True, False)
    """
    return len(title) <= LONGEST_COMMENT and title[-1:] in "评評记記" and _is_comment(title)


def _is_comment(title: str) -> bool:
    words = STANDARD.table("columns").words_where("place", "comment")
    return _HAN.fullmatch(title) is not None and fold(title).endswith(words)


def is_notice(title: str) -> bool:
    """Whether a line ends as the title of an official notice: it is complete.

    >>> is_notice("泽川市中级人民法院拍卖公告"), is_notice("公告栏前看变化")
    (True, False)
    """
    return title[-1:] in _notice_ends() and fold(title[-LONGEST_NOTICE:]).endswith(_notices())


def completes_title(upper: str, lower: str) -> bool:
    """Whether a line is the second half of a notice's title, under the name of who gives it.

    It says what the notice is about: 招标公告 alone may be a title of its own.

    >>> completes_title("泽川重工股份有限公司", "关于股票停牌的公告")
    True
    >>> completes_title("泽川供水公司", "停水通告")
    False
    """
    if not lower.startswith(_BEGINS_NOTICE) or not is_notice(lower) or is_notice(upper):
        return False
    return fold(upper).endswith(STANDARD.table("bodies").words_where("place", "notice"))


def stands_over_headline(line: str) -> bool:
    """Whether a line is printed over headlines only: a column's name in brackets, a code.

    >>> stands_over_headline("【两会访谈】"), stands_over_headline("“让腰包更鼓”")
    (True, False)
    """
    return _BRACKETED.fullmatch(line.strip()) is not None or is_code_line(line)


_BRACKETED = re.compile(
    r"(?:【[^【】]{2,12}】|\[[^\[\]]{2,12}\]|［[^［］]{2,12}］|〔[^〔〕]{2,12}〕)"
)


def is_code_line(line: str) -> bool:
    """Whether a line gives the code under which a company's shares are traded.

    It stands over the title of what the company makes known.

    >>> is_code_line("证券代码：600881　证券简称：泽川重工　公告编号：临2015-047")
    True
    """
    return _CODE.match(line) is not None


_CODE = re.compile(
    r"\s*(?:[证證]券|股票|[债債]券|基金|[ABH]\s?股)(?:代[码碼]|[简簡][称稱])\s?[:：]"
)


@cache
def _notices() -> tuple[str, ...]:
    return STANDARD.table("notices").words


@cache
def _notice_ends() -> frozenset[str]:
    return forms_of(word[-1] for word in _notices())

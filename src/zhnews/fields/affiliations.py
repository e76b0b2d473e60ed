"""Where does a signature say that its author is from?

A school or an office before the name (文学院 王悦, 宣传部 张瑞 摄), the class of a
pupil (三（2）班 李梓涵), the town of a reader who writes (湖北武汉市 陈默).
"""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from zhnews.vocab import STANDARD, Vocabulary, alternation

__all__ = ["behind_class", "behind_institution", "behind_town"]

_CLASS = (
    r"[\p{Han}0-9]{0,16}?(?:[0-9]{2,4}级|[一二三四五六七八九]年级"
    r"|[\p{Han}0-9]{0,12}(?:\([0-9一二三四五六七八九十]{1,2}\)|[0-9一二三四五六])\s?班)"
)

_GAP = r"[\s\p{Zs}]+"

_BEHIND_CLASS = regex.compile(rf"(?:[\p{{Han}}0-9]{{2,20}}{_GAP})?{_CLASS}{_GAP}(?=\p{{Han}})")


@cache
def _behind_office() -> regex.Pattern[str]:
    """An office or a school; some words that end one end a name too (王学会)."""
    table = STANDARD.table("bodies")
    one, two, three = (alternation(table.words_where("place", f"name{n}")) for n in (1, 2, 3))
    office = (
        rf"(?:\p{{Han}}[\p{{Han}}0-9]*?{one}"
        rf"|[\p{{Han}}0-9]{{2,}}?{two}|[\p{{Han}}0-9]{{3,}}?{three})"
    )
    return regex.compile(
        rf"(?:\p{{Han}}{{2,12}}{_GAP})?(?=[\p{{Han}}0-9]{{3,20}}{_GAP}){office}{_GAP}"
    )


def behind_institution(line: str, start: int, end: int) -> int:
    """Where the names begin behind an institution and a space; ``start`` where there is none.

    >>> behind_institution("宣传部 张瑞", 0, 6), behind_institution("王小明 张瑞", 0, 6)
    (4, 0)
    """
    found = _behind_office().match(line, start, end)
    return found.end() if found is not None else start


def behind_class(line: str, start: int, end: int) -> int:
    """Where the names begin behind a pupil's class; ``start`` where there is none.

    >>> behind_class("文学院2022级 林小满", 0, 12), behind_class("三(2)班 李梓涵", 0, 9)
    (9, 6)
    """
    if "级" not in line and "班" not in line:
        return start
    found = _BEHIND_CLASS.match(line, start, end)
    return found.end() if found is not None else start


@lru_cache(maxsize=8)
def _town(vocabulary: Vocabulary) -> regex.Pattern[str]:
    places = alternation([word for word in vocabulary.table("places").words if len(word) < 5])
    return regex.compile(
        rf"(?:{places})(?:省|市|自治区)?\p{{Han}}{{0,8}}?(?<=\p{{Han}}{{2}}[省市县区州旗]){_GAP}"
    )


def behind_town(line: str, start: int, end: int, vocabulary: Vocabulary) -> int:
    """Where the name begins behind a town that the tables know the region of.

    >>> from zhnews.vocab import STANDARD
    >>> behind_town("湖北武汉市 陈默", 0, 8, STANDARD), behind_town("王小明 陈默", 0, 6, STANDARD)
    (6, 0)
    """
    found = _town(vocabulary).match(line, start, end)
    return found.end() if found is not None else start

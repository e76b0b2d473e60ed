"""Which year do these digits mean? 二〇二四年 is one, 15年 a length, 98年 either."""

from __future__ import annotations

import re
from typing import Final

from zhnews.numbers.numerals import DIGITS, number_of

__all__ = [
    "counts_back",
    "hides_season",
    "is_length",
    "is_short_year",
    "republican_year",
    "year_of",
]

#: Before a number of years these say that it is a year, after it that it is none.
_SINCE: Final = frozenset("在于到至自从(")
_LENGTH_OF_YEARS: Final = frozenset("的历前来后多古文以")
#: Before these the years of a length are round: 1500年以前.
_ROUND_BEFORE: Final = frozenset("以前后")
#: 98年他下岗, 在98年, 98年初. Anniversaries are counted in fives and tens, and 99年 is
#: as often a length.
_SHORT_YEAR: Final = re.compile(
    r"(?:(?<=[在于自从至到])|(?<![^,。、;:!?(“”)\n ]))"
    r"9[1-46-8]年(?=[初底末春夏秋冬他她我你]|(?<=[在于自从至到]9.年)(?![的历前来后多古文以之间内里中]))"
)


def is_short_year(text: str, at: int) -> bool:
    """Whether two digits are a year of the last century.

    >>> is_short_year("98年他下了岗", 0), is_short_year("98年来", 0), is_short_year("从98年起", 1)
    (True, False, True)
    """
    return text[at] == "9" and _SHORT_YEAR.match(text, at) is not None


def is_length(before: str, after: str, value: int) -> bool:
    """Whether years are counted, as what stands beside them says: 618年的历史."""
    if before in _SINCE:
        return False
    if value >= 1000 and value % 100 and after[:1] in _ROUND_BEFORE:
        return False  # 1840年以来
    return value < 1000 or after[:1] in _LENGTH_OF_YEARS or after in ("间,", "之久")


#: Later years are hardly named; a hedge tells that they are counted.
_LAST_YEAR: Final = 2100


def counts_back(text: str, at: int, before: str, value: int) -> bool:
    """Whether four digits count years: 距今2000年, 约2200年.

    >>> counts_back("距今约2000年", 3, "约", 2000), counts_back("建于约1950年", 3, "约", 1950)
    (True, False)
    """
    if value >= _LAST_YEAR and before in ("约", "近", "逾", "超"):
        return True
    return before in ("今", "约", "近", "有") and "距今" in text[max(0, at - 4) : at]


def republican_year(word: str, before: str) -> int | None:
    """八十一年三月: before a month, years counted in tens are Taiwan's, without 民國.

    >>> republican_year("八十一", ""), republican_year("八一", "")
    (1992, None)
    """
    if "十" not in word or len(word) == 1:
        return None
    if "\u4e00" <= before <= "\u9fff" and before not in _SINCE:
        return None  # 判处十五年六月
    value = number_of(word)
    return int(value) + 1911 if value else None


def year_of(word: str, *, with_month: bool = False, named: bool = False) -> int | None:
    """The year that these digits before 年 mean; None where they count years.

    >>> year_of("二〇二四"), year_of("08"), year_of("18", with_month=True), year_of("15")
    (2024, 2008, 2018, None)
    """
    if named:
        value = 1 if word == "元" else number_of(word)
        return int(value) if value else None
    arabic = word.isascii()
    if not arabic and not all(c in DIGITS for c in word):
        return None
    value = int(word) if arabic else int("".join(str(DIGITS[c]) for c in word))
    if len(word) == 4:
        return value if 1000 <= value < 3000 or with_month else None
    if len(word) == 3:
        if with_month and 90 <= value < 200:
            return value + 1911  # Taiwan's papers leave 民國 out before a month
        return value if with_month or arabic else None
    if len(word) != 2:
        return None
    plain = with_month or word[0] in "0零〇" or (not arabic and _is_no_range(word))
    late = 50 if arabic or with_month else _FIRST_OF_THE_LAST_CENTURY
    return (value + 2000 if value < late else value + 1900) if plain else None


#: 三七年 and 四九年, with nothing more, are of the last century.
_FIRST_OF_THE_LAST_CENTURY: Final = 30


def _is_no_range(word: str) -> bool:
    """九八年 and 六五年 are years, 七八年 seven or eight of them."""
    first, last = DIGITS[word[0]], DIGITS[word[1]]
    return first > 2 and last not in (first, first + 1) and (first, last) != (3, 5)


#: Before 去冬 and 明春 these are no part of a name; before 今春 these make another word.
_BEFORE_SEASON: Final = frozenset("在自从于到至的比将春夏秋冬")
_BEFORE_THIS_SEASON: Final = frozenset("如而当古现迄")


def hides_season(word: str, before: str) -> bool:
    """Whether the one character of 今春 or 明春 belongs to what stands before it.

    >>> hides_season("明", "李"), hides_season("今", "菜"), hides_season("今", "如")
    (True, False, True)
    """
    if word == "今":
        return before in _BEFORE_THIS_SEASON
    return "\u4e00" <= before <= "\u9fff" and before not in _BEFORE_SEASON

"""Which full day does a line of a page or a source print?

Only days with their year: 2024年3月7日, 2024-03-07, 民國一一三年三月七日.
"""

from __future__ import annotations

import re
from datetime import date

from zhnews.numbers.dates import find_dates

__all__ = ["DAY", "PRINTED_DAY", "iso_day"]

_DIGIT = "[0-9〇○零一二三四五六七八九]"

#: A day with its year, in a folded text; spaces may stand between its parts.
DAY = (
    r"(?:公元)?(?:"
    rf"(?:(?:19|20)[0-9]{{2}}|[一二]{_DIGIT}{{3}}|(?:中华)?民国\s?(?:{_DIGIT}|[百十廿卅]){{1,6}})\s?年\s?"
    r"(?:[0-9]{1,2}|[元正一二三四五六七八九十]{1,2})\s?月\s?"
    r"(?:[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})\s?[日号]"
    r"|(?:19|20)[0-9]{2}\s?(?P<mark_>[-/.])\s?[0-9]{1,2}\s?(?P=mark_)\s?[0-9]{1,2}(?![0-9])"
    r")"
)

#: A day set in full in a raw text, of either script.
PRINTED_DAY = (
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月"
    r"\s?[\d一二三四五六七八九十]{1,3}\s?日"
)

_PLAIN = re.compile(r"((?:19|20)[0-9]{2})[年/.-]([0-9]{1,2})[月/.-]([0-9]{1,2})[日号]?")


def iso_day(printed: str, issued: date | None = None) -> str | None:
    """A day as ISO 8601; None for one that cannot be, or whose year is unknown.

    >>> iso_day("2016. 7. 23"), iso_day("民国一一三年三月七日"), iso_day("2024年2月30日")
    ('2016-07-23', '2024-03-07', None)
    """
    packed = "".join(printed.split())
    plain = _PLAIN.fullmatch(packed)
    if plain is not None:
        try:
            return date(*map(int, plain.groups())).isoformat()
        except ValueError:
            return None
    for found in find_dates(packed, issued=issued):
        if found.first is not None and found.first == found.last:
            return found.first.isoformat()
    return None

"""Which day? 二〇二四年三月七日, 本月5日 (the issue date is given), 上半年, 9时."""

from __future__ import annotations

from datetime import date

from zhnews.excerpt import Excerpt, checked
from zhnews.numbers.items import ROLLING
from zhnews.numbers.making import Maker, check_issued
from zhnews.numbers.mentions import DateMention
from zhnews.numbers.scanner import DAYS
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["DateMention", "find_dates"]


def find_dates(
    text: str | Excerpt, *, issued: date | None = None, vocabulary: Vocabulary = STANDARD
) -> tuple[DateMention, ...]:
    """Every date, period and time of day that a passage names, in order.

    Args:
        text: The passage.
        issued: The issue date, from which 昨日 and 去年 count; the clock is never asked.
        vocabulary: The tables of units, which tell 5日 from 5日元.

    >>> find_dates("记者昨日获悉", issued=date(2024, 3, 1))[0].edtf
    '2024-02-29'
    >>> [str(mention.text) for mention in find_dates("截至2022年9月底，今年以来")]
    ['2022年9月底', '今年']
    """
    maker = Maker(checked(text), check_issued(issued))
    return tuple(
        [
            maker.mention(hit)
            for hit in maker.hits(vocabulary)
            if isinstance(hit, DAYS) or (hit[ROLLING] is not None and maker.is_dated(hit))
        ]
    )

"""Are these still the figures of a text? Five hundred in a row, no word or blank among them.

No paper prints that, but for a list, which has a stop after every figure. Cells
of a table that ran together or a dump of a machine look so, and nobody can tell
what counts what there: the rest of such a row is passed over in one step,
however long it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from zhnews.numbers.calendar_words import DASH
from zhnews.numbers.figures import HAN
from zhnews.numbers.units import lexicon
from zhnews.vocab import Vocabulary

__all__ = ["CROWD", "past_crowd"]

#: So many figures in a row are asked whether they are of a text.
CROWD: Final = 500
#: What stands between figures beside units: joints, hedges, stops, words of the calendar.
_BETWEEN: Final = (
    f"几数半第约近超逾达余多来至到月日号时点世纪季度初末分秒比成折又之,.:;、/%‰+×*$¥￥(){DASH}"
)
#: What parts the figures of a list.
_STOPS: Final = (",", "、", ";")


def past_crowd(text: str, first: int, at: int, vocabulary: Vocabulary) -> int:
    """Where to look on after so many figures.

    Args:
        text: The folded text.
        first: Where the first of them begins.
        at: Where the last one ends.
        vocabulary: The units.

    >>> from zhnews.vocab import STANDARD
    >>> past_crowd("3年5.6%至7万元增长8%", 0, 3, STANDARD)
    10
    >>> past_crowd("全长3米，宽2米", 0, 4, STANDARD)
    4
    """
    crowd = _wordless(vocabulary).match(text, first)
    if crowd is None or crowd.end() < at:
        return at
    listed = sum(text.count(stop, first, at) for stop in _STOPS) > CROWD // 2
    return at if listed else crowd.end()


@lru_cache(maxsize=8)
def _wordless(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Figures, units and what joins them, without a word or a blank."""
    heads = "".join(map(re.escape, {*lexicon(vocabulary).heads, *_BETWEEN} - set(" \t\n\xa0")))
    return re.compile(f"[0-9{HAN}{heads}]+")

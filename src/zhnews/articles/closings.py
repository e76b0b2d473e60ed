"""How does a notice end?

With its last words (特此公告。), whom to call, and who gives it with the day: lines that are
short and end without a stop, as headlines do.
"""

from __future__ import annotations

import re
from functools import cache

from zhnews.articles.leads import closing_marks
from zhnews.chinese import fold
from zhnews.fields.captions import VOID
from zhnews.fields.days import PRINTED_DAY
from zhnews.repair.flow import stops
from zhnews.repair.lines import tight
from zhnews.vocab import STANDARD, alternation

__all__ = [
    "LONGEST_CALLED",
    "ends_a_day",
    "says_last_words",
    "says_whom_to_call",
    "signs_a_day",
    "stands_under_a_day",
]

#: No day under an announcement is longer, in characters.
LONGEST_DAY = 16

#: A body's name over it is no longer, in characters.
LONGEST_SIGNER = 30

#: What a break leaves of whom to call (联系人：仇先 / 生) is no longer, in characters.
LONGEST_CALLED = 2

#: The words that a notice ends with, and how long they are, in characters.
_LAST_WORDS = re.compile(rf"(?:(?<![^。，])特此[^，。]{{2,6}}|{VOID})。\Z")
LONGEST_LAST_WORDS = 12


def says_whom_to_call(text: str) -> bool:
    """Whether a line ends with a number or a name to call."""
    return ("：" in text or ":" in text) and _called().search(fold(text)) is not None


@cache
def _called() -> re.Pattern[str]:
    """How a notice ends that says whom to call, over folded text."""
    labels = STANDARD.table("labels")
    number = alternation(labels.words_where("says", "number"))
    purpose = alternation(labels.words_where("says", "call"))
    return re.compile(
        rf"[,。;\s](?:{purpose}?{number}|联系人)\s?:\s?"
        r"(?:[0-9][0-9\s-]{6,20}(?:[\s(]?[\u4e00-\u9fff]{2,4}\)?)?|[\u4e00-\u9fff]{2,4})。?\Z"
        rf"|\A[^,。;:]{{0,24}}{number}\s?:\s?[0-9][0-9\s-]{{6,20}}\Z"
    )


def ends_a_day(above: str, text: str) -> bool:
    """Whether the day that closes an announcement stands on two lines (二〇二二年八月九 / 日)."""
    return (
        text[-1] == "日"
        and len(text) <= LONGEST_DAY
        and 2 <= len(above) <= LONGEST_DAY
        and re.fullmatch(PRINTED_DAY, tight(above + text)) is not None
    )


def stands_under_a_day(above: str, text: str) -> bool:
    """Whether a line without a comma stands under the day that closes an announcement."""
    return (
        len(above) <= LONGEST_DAY
        and above[-1] in "日）)"
        and "，" not in text
        and "a closing date before" in closing_marks(above)
    )


def signs_a_day(above: str, text: str) -> bool:
    """Whether a body's name stands over the day that closes its notice."""
    return (
        len(text) <= LONGEST_DAY
        and text[-1] == "日"
        and LONGEST_CALLED < len(above) <= LONGEST_SIGNER
        and re.fullmatch(PRINTED_DAY, tight(text)) is not None
        and not stops(above)
        and fold(above).endswith(STANDARD.table("bodies").words_where("place", "notice"))
    )


def says_last_words(text: str) -> bool:
    """Whether a line ends with the last words of a notice.

    >>> says_last_words("特此公告。"), says_last_words("公司特此公告。")
    (True, False)
    """
    return _LAST_WORDS.search(text[-LONGEST_LAST_WORDS:]) is not None

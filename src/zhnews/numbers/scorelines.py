"""Is the dash between two figures that of a score? 以6-4、6-3战胜对手, 109-104获胜."""

from __future__ import annotations

import re
from typing import Final

from zhnews.numbers.calendar_words import DASH

__all__ = ["ends_score", "is_score"]

_SCORE: Final = re.compile(rf"(?<![0-9.{DASH}])[0-9]{{1,3}}[{DASH}][0-9]{{1,3}}(?![0-9.%{DASH}])")
_LIST: Final = rf"[0-9]{{1,3}}[{DASH}][0-9]{{1,3}}(?:[(][0-9]{{1,2}}[)])?"
#: What announces scores, with those that stand before this one.
_SAID_BEFORE: Final = re.compile(rf"(?:比分(?:是|为|以)?|(?<![所可难予加])以)(?:{_LIST}[、,和])*\Z")
#: What a score is followed by, and others between.
_SAID_BEHIND: Final = re.compile(
    rf"(?:[(][0-9]{{1,2}}[)])?(?:[、,和]{_LIST})*"
    r"(?:的总?比分|战胜|险胜|大胜|完胜|小胜|轻取|负于|告负|获胜|取胜|胜出"
    r"|领先|落后|战平|逼平|战成平|力克|击败|惜败|完败|不敌)"
)
#: Without one of these there is neither.
_SAID: Final = re.compile("[以胜分负平败敌克取]|领先|落后")
#: After the scores that 以 announces the sentence goes on so.
_ENDS: Final = frozenset("、,和(战击险大完小力逆不负惜告获取胜领落横轻淘拿")
_FARTHEST: Final = 40


def is_score(text: str, start: int, end: int) -> bool:
    """Whether a figure is one side of a score that is written with a dash.

    >>> is_score("以6-4、6-3战胜", 1, 2), is_score("每天3-5次", 2, 3)
    (True, False)
    """
    near = text[max(0, start - _FARTHEST) : end + _FARTHEST]
    if _SAID.search(near) is None:
        return False
    if text[end : end + 1] not in _DASHES:
        start = text.rfind(text[start - 1], 0, start)
        while start > 0 and "0" <= text[start - 1] <= "9":
            start -= 1
    found = _SCORE.match(text, start)
    if found is None:
        return False
    if _SAID_BEHIND.match(text, found.end()):
        return True
    said = _SAID_BEFORE.search(text, max(0, start - _FARTHEST), start)
    if said is None:
        return False
    return said.group()[0] == "比" or text[found.end() : found.end() + 1] in _ENDS


def ends_score(text: str, start: int, end: int) -> bool:
    """Whether a figure behind a dash and a digit is the second side of a score.

    >>> ends_score("以6-4、6-3战胜", 3, 4), ends_score("以6-4、6-3战胜", 1, 2)
    (True, False)
    """
    behind = text[start - 1 : start] in _DASHES and "0" <= text[start - 2 : start - 1] <= "9"
    return behind and is_score(text, start, end)


_DASHES: Final = frozenset(DASH)

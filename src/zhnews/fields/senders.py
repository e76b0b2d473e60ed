"""Who sends this, and from where? The line under a letter, or under a reader's headline.

A town, a house or an office and the name, with no word that says what the person did
(长沙市 周立新, 湖北 襄阳 读者 李志强, 省农科院研究员 李国强). A headline may look the same:
what stands around the line has to tell.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.names import folded, names_between
from zhnews.fields.notes import institution_of
from zhnews.fields.readings import CreditLine, Draft, Reading
from zhnews.vocab import STANDARD, Vocabulary, alternation

__all__ = ["read_sender"]

#: No such line is longer, in characters.
LONGEST_LINE = 28

#: How the names of places and houses end that a reader gives.
_HOUSE = (
    "省|市|县|区|州|旗|镇|乡|村|屯|社区|小区|街道|路|街|院|校|厂|矿|店|局|站|所|公司|集团|中心|"
    "大学|中学|小学|法院|检察院|农场|林场|牧场|合作社|农业社|公社|大队|生产队|支队|中队|部队"
)
#: What a reader is.
_PERSON = (
    "读者|市民|村民|居民|网友|农民|学生|教师|家长|业主|职工|退休[职教]工|退休教师|退休干部|老党员"
)

_SPACE = r"[\s\p{Zs}]+"


@lru_cache(maxsize=8)
def _from(vocabulary: Vocabulary) -> regex.Pattern[str]:
    places = alternation(vocabulary.table("places").words)
    offices = alternation(vocabulary.table("titles").words)
    own = rf"(?:\p{{Han}}{{1,14}}?(?:{_HOUSE}|{_PERSON})|{_PERSON}|\p{{Han}}{{2,14}}?{offices})"
    town = rf"{places}(?:省|市|县|区)?(?:{places}(?:市|县|区)?)?"
    return regex.compile(rf"(?>(?:{own}|{town}){_SPACE}){{1,3}}")


def read_sender(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> CreditLine | None:
    """The author whom a line names behind a place, a house or an office; None for another.

    Weak evidence: use it where such a line may stand.

    >>> [read_sender(line).credits[0].name.text for line in ("长沙市 周立新", "永丰农业社 李 敏")]
    ['周立新', '李敏']
    >>> read_sender("长沙市 春耕备耕"), read_sender("周立新")
    (None, None)
    """
    passage = text_of(text)
    if not 5 <= len(passage) <= LONGEST_LINE:
        return None
    line = folded(passage.text)
    found = _from(vocabulary).match(line)
    if found is None:
        return None
    names = names_between(line, found.end(), len(line), vocabulary)
    if not names or len(names) > 2 or (len(names) == 2 and names[0][-1][1] == names[1][0][0]):
        return None  # two names are set apart
    owner = institution_of(line, found.start(), len(line[: found.end()].rstrip()), vocabulary)
    drafts = tuple(Draft(name, "author", owner) for name in names)
    return Reading(drafts, "byline").on(passage)

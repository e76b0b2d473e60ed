"""Who sends this, and from where? The line under a letter, or under a reader's headline.

A town, a house or an office and the name, with no word that says what the person did
(长沙市 周立新, 湖北 襄阳 读者 李志强, 省农科院研究员 李国强), or behind it in brackets
(林淑芬（嘉义县，家庭主妇）). A headline may look the same: what stands around the line has to
tell.
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

_SPACE = r"[\s\p{Zs}]+"


@lru_cache(maxsize=8)
def _from(vocabulary: Vocabulary) -> regex.Pattern[str]:
    places = alternation(vocabulary.table("places").words)
    offices = alternation(vocabulary.table("titles").words)
    houses = vocabulary.table("bodies").words_where("place", "sender")
    readers = vocabulary.table("readers").words
    house, reader = alternation((*houses, *readers)), alternation(readers)
    own = rf"(?:\p{{Han}}{{1,14}}?{house}|{reader}|\p{{Han}}{{2,14}}?{offices})"
    # no table has all the counties: 湖南安化
    town = rf"{places}(?:省|市|县|区)?(?:{places}(?:市|县|区)?|\p{{Han}}{{2,3}}(?={_SPACE}))?"
    return regex.compile(rf"(?>(?:{own}|{town}){_SPACE}){{1,3}}")


@lru_cache(maxsize=8)
def _said_behind(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """A name, and behind it a place and what its bearer does: 林淑芬(嘉义县,家庭主妇)."""
    places = alternation(vocabulary.table("places").words)
    offices = alternation(vocabulary.table("titles").words)
    town = rf"{places}(?:省|市|县|区|乡|镇)?(?:\p{{Han}}{{1,3}}[市县区乡镇])?"
    job = r"\p{Han}{2,16}"
    return regex.compile(
        rf"(?P<names>\p{{Han}}{{2,4}})\s?(?:/\s?{job})?"
        rf"(?:\((?:{town}(?:[\s,/、]+{job})?|{job}[\s,/、]+{town}|\p{{Han}}{{0,14}}?{offices})\))"
    )


def read_sender(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> CreditLine | None:
    """The author whom a line names behind a place, a house or an office; None for another.

    Weak evidence: use it where such a line may stand.

    >>> [read_sender(line).credits[0].name.text for line in ("长沙市 周立新", "永丰农业社 李 敏")]
    ['周立新', '李敏']
    >>> [
    ...     read_sender(line).credits[0].name.text
    ...     for line in ("林淑芬（嘉義縣，家庭主婦）", "黃武雄／作家（台北市）")
    ... ]
    ['林淑芬', '黃武雄']
    >>> read_sender("长沙市 春耕备耕"), read_sender("周立新")
    (None, None)
    """
    passage = text_of(text)
    if not 5 <= len(passage) <= LONGEST_LINE:
        return None
    line = folded(passage.text)
    said = _said_behind(vocabulary).fullmatch(line) if line[-1] == ")" else None
    if said is not None:
        named = names_between(line, *said.span("names"), vocabulary)
        drafts = tuple(Draft(name, "author", None) for name in named or ())
        return Reading(drafts, "byline").on(passage) if drafts else None
    found = _from(vocabulary).match(line)
    if found is None:
        return None
    names = names_between(line, found.end(), len(line), vocabulary)
    if not names or len(names) > 2 or (len(names) == 2 and names[0][-1][1] == names[1][0][0]):
        return None  # two names are set apart
    owner = institution_of(line, found.start(), len(line[: found.end()].rstrip()), vocabulary)
    drafts = tuple(Draft(name, "author", owner) for name in names)
    return Reading(drafts, "byline").on(passage)

"""Where does a line say what somebody did? The role words and their owners.

The patterns of the byline grammar, compiled from the tables on first use.
"""

from __future__ import annotations

from functools import lru_cache

import regex
from attrs import frozen

from zhnews.fields.outlets import named, titled
from zhnews.vocab import Vocabulary, alternation

__all__ = [
    "Jobs",
    "jobs",
    "owner_pattern",
]

#: Role words of one character: they count only where they stand alone or
#: before a colon or a slash, as they also stand in names (张博文).
_ALONE = r"(?<![^\s/、,|:;&(丨。！？；”’)】])(?:{})(?=\s*[:/|丨◎]|[\s/、,;&()]|$)"

#: 译 in a bracket may touch the name too: （李敏译）.
_TRANSLATED = r"(?<=\(\p{Han}{2,4})译(?=\)|$)"

#: 图 between two slashes, where letter-spacing glued it to a name (文/宋青禾图/奚望).
_SECOND = r"(?<=文\s?/\s?[\p{Han}·]{2,20})(?:图|摄影?)(?=\s?/)"

#: 文 between two slashes, behind a name and glued to the next (宋青禾/文奚望/摄).
_FIRST = r"(?<=\p{Han}{2}\s?/\s?)文(?=\p{Han}{2,4}\s?/\s?(?:图|摄影?)(?!\p{Han}))"

#: 文 and 图 where letter-spacing glued both to two names (记者魏子衿文毕升图): of names
#: in print 文 is the last character of few, and 图 of none.
_GLUED = (
    r"(?<=记者\p{Han}{2,4})文(?=\p{Han}{2,4}[图摄](?:\)|$))"
    r"|(?<=记者\p{Han}{2,4}文\p{Han}{2,4})图(?=\)|$)"
)

#: 摄 stands in hardly any name, so it may touch one (李敏摄).
_PICTURE = r"(?<=\p{Han}\s?)(?<![拍录统镇勾翻盗偷自])摄(?=[\s、,;&()]|$)"


@frozen
class Jobs:
    """The role words of one vocabulary.

    Attributes:
        pattern: Any of them, where it may stand.
        roles: Each with its roles; "author+photographer" for 文/图.
        sides: Each with the side of the name: "before", "after" or "both".
        kinds: Each with its kind: "job", "task" or "page".
    """

    pattern: regex.Pattern[str]
    roles: dict[str, str]
    sides: dict[str, str]
    kinds: dict[str, str]


@lru_cache(maxsize=8)
def jobs(vocabulary: Vocabulary) -> Jobs:
    """The role words and the pattern that finds them in a folded line."""
    table = vocabulary.table("roles")
    long = [word for word in table.words if len(word) > 1]
    single = [word for word in table.words if len(word) == 1]
    behind = set(table.words_where("side", "after"))
    rests: dict[str, list[str]] = {}  # by the first character, which most words differ in
    for word in sorted(long, key=len, reverse=True):
        rest = _rest(word) + (r"(?!\p{Han})" if word in behind else "")
        rests.setdefault(regex.escape(word[0]), []).append(rest)
    words = "|".join(f"{first}(?:{'|'.join(some)})" for first, some in rests.items())
    alone = _ALONE.format("|".join(map(regex.escape, single)) or "(?!)")
    first = "".join(sorted({word[0] for word in table.words} | {"摄"}))
    return Jobs(
        # Most places are left at their first character.
        regex.compile(
            f"(?=[{regex.escape(first)}])(?:(?:{words})|{_PICTURE}|{_SECOND}|{_FIRST}|{_GLUED}|{_TRANSLATED}"
            f"|{alone})"
        ),
        table.mapping("role"),
        table.mapping("side"),
        table.mapping("kind"),
    )


def _rest(word: str) -> str:
    """The word behind its first character, with what print may put inside: 主 编：, 文 / 图."""
    rest = regex.escape(word[1:])
    if len(word) == 2:
        return rf"(?:{rest}|(?<!\p{{Han}}.)\s+{rest}(?=\s*[:/]))"
    return rest.replace("/", r"\s*/\s*").replace("、", r"\s*、\s*")


@lru_cache(maxsize=8)
def owner_pattern(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """Whose reporter it is: what stands right before 记者, 通讯员, 摄影."""
    known, ending = named(vocabulary), titled(vocabulary)
    bodies = alternation(vocabulary.table("bodies").words_where("place", "byline"))
    return regex.compile(
        rf"""
        (?P<organization>
            {known}(?:[·/-]{known})*+(?=$|[派常]?驻|赴|特派|\p{{Han}}{{2,3}}$)
            | (?:{known}|\p{{Han}}{{1,12}}?{ending})·[\p{{Han}}A-Za-z0-9]{{2,6}}(?=$)
            | [\p{{Han}}A-Za-z0-9+·-]{{1,16}}?{ending}(?:/[\p{{Han}}A-Za-z0-9+·-]{{1,16}}?{ending})?
              (?=$|[派常]?驻|赴|特派)
            | [\p{{Han}}A-Za-z0-9]{{1,12}}报道(?=$)
            | \p{{Han}}{{2,18}}{bodies}(?=$)
        )?
        (?P<posting>(?:[派常]?驻|赴|特派)?\p{{Han}}{{0,8}})
        """,
        regex.VERBOSE,
    )

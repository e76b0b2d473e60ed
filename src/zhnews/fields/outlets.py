"""Which words name a paper or an agency?"""

from __future__ import annotations

from functools import lru_cache

import regex

from zhnews.vocab import Vocabulary, alternation

__all__ = ["any_outlet", "named", "outlets", "titled"]


def named(vocabulary: Vocabulary) -> str:
    """A pattern for the papers and agencies that the tables name."""
    return alternation(outlets(vocabulary))


def titled(vocabulary: Vocabulary) -> str:
    """A pattern for how the names of papers and agencies end."""
    return alternation(_endings(vocabulary))


def _endings(vocabulary: Vocabulary) -> tuple[str, ...]:
    return vocabulary.table("organizations").words_where("kind", "ending")


#: A paper's name has no other's inside (充电桩开放本报 is a headline and 本报).
_NO_OTHER = r"(?![\p{Han}A-Za-z0-9+]{1,13}(?:本[报刊社台网]|新华社|中新[社网]))"


def any_outlet(vocabulary: Vocabulary) -> str:
    """A pattern for one paper or agency, known or ending as they do."""
    known, ending = named(vocabulary), titled(vocabulary)
    firsts = regex.escape("".join(sorted({word[0] for word in _endings(vocabulary)})))
    # Most places where a name may end are left at one character.
    other = rf"{_NO_OTHER}[\p{{Han}}A-Za-z0-9+]{{1,14}}?(?=[{firsts}]){ending}"
    return rf"(?:{known}(?!{ending})|{other}(?:APP|客户端)?)"


@lru_cache(maxsize=8)
def outlets(vocabulary: Vocabulary) -> frozenset[str]:
    """The papers and agencies that the tables name."""
    own = vocabulary.table("organizations").words_where("kind", "self")
    return frozenset((*vocabulary.table("agencies").words, *own))

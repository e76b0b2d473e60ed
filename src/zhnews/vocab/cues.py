"""Does a raw text hold one of these words, in either script and width?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product

from zhnews.chinese import fold
from zhnews.vocab import alternation

__all__ = ["cue_pattern", "in_either_script"]


@cache
def _variants() -> dict[str, list[str]]:
    """Each character with those that fold to it."""
    characters = "".join(chr(code) for code in range(0x4E00, 0xA000))
    marks = "".join(chr(code) for code in range(0xFF01, 0xFF5F)) + "「」『』〝〞\u3000"
    variants: dict[str, list[str]] = {}
    for printed, same in zip(characters + marks, fold(characters + marks), strict=True):
        if printed != same:
            variants.setdefault(same, [same]).append(printed)
    return variants


def _as_printed(word: str) -> Iterator[str]:
    """A word of a table in every form that folds to it: 记者, 記者."""
    return map("".join, product(*(_variants().get(character, [character]) for character in word)))


def in_either_script(words: Iterable[str]) -> str:
    """A pattern for any of the words of a table as raw text has them.

    >>> in_either_script(["记者", "主持人"])
    '(?:主持人|記者|记者)'
    """
    return alternation(form for word in words for form in _as_printed(word))


def cue_pattern(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern for the words in either script and width, to run over raw text.

    It costs a tenth of folding a line, so that a line without a cue is left
    at once.

    >>> bool(cue_pattern(["记者", "通讯员"]).search("本報記者陳大文"))
    True
    """
    needed = [word for word in words if not any(other in word for other in words if other != word)]
    return re.compile(in_either_script(needed))

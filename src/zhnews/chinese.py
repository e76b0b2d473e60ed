"""Which characters are the same, which make a word?

The two dictionaries of others that zhnews uses are here and nowhere else:
OpenCC's table of characters and jieba's of words. Each loads on first use.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jieba import Tokenizer

__all__ = ["cut_words", "fold", "forms_of", "is_traditional", "parts_word", "script_of"]

#: Quotation marks of the traditional script, the ideographic space, and the character 丨,
#: which print has for a bar (文丨李敏) and for no word.
_MARKS = {
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "\u3000": " ",
    "〝": "“",
    "〞": "”",
    "丨": "|",
}

#: Full-width forms of ASCII lie this far above it (Unicode block FF00).
_WIDTH = 0xFEE0
_WIDE = {chr(code): chr(code - _WIDTH) for code in range(0xFF01, 0xFF5F)}

#: What a text in simplified script has to fold.
_FOLDED = _MARKS | _WIDE
_FOLDABLE = re.compile(f"[{''.join(_FOLDED)}]")

#: jieba's time grows with the square of a run it does not know: what it is
#: handed at once is cut to this many characters. The cost: a word that lies
#: over the cut is lost.
_LONGEST_RUN = 400

#: The share of Han characters with a simplified form from which a text is in
#: traditional script: such texts have about one in three, simplified ones a few
#: (乾隆, 著作).
_TRADITIONAL_SHARE = 0.12

#: A text of so many characters with no such character is in simplified script.
_SURELY_SIMPLIFIED = 15

#: How many characters on each side of a seam tell whether a word runs over it.
_CONTEXT = 4


@cache
def _simplified() -> dict[int, str]:
    """OpenCC's characters of the traditional script and their simplified ones."""
    table: dict[int, str] = {}
    lines = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8")
    for line in lines.splitlines():
        traditional, _, simplified = line.partition("\t")
        first = simplified.split(" ")[0]
        if len(traditional) == 1 and len(first) == 1 and traditional != first:
            table[ord(traditional)] = first
    return table


@cache
def _folding() -> Mapping[int, str]:
    return _simplified() | {ord(mark): other for mark, other in _FOLDED.items()}


def fold(text: str) -> str:
    """A copy of the same length in which equal things look equal.

    Traditional characters become simplified, full-width forms of ASCII become
    ASCII (so （ is ( and ０ is 0), corner quotes become “”, an ideographic
    space a plain one. Patterns run over the copy; offsets hold in the original.

    >>> fold("【本報訊】（記者　陳大文）「好」")
    '【本报讯】(记者 陈大文)“好”'
    """
    if text.isascii():
        return text
    if _traditional_sign().search(text):
        return text.translate(_folding())
    # A few marks, or none: to look up every character would take twice as long.
    marks = _FOLDABLE.findall(text)
    for mark in set(marks) if marks else ():
        text = text.replace(mark, _FOLDED[mark])
    return text


def forms_of(characters: Iterable[str]) -> frozenset[str]:
    """Han characters of simplified script, and those of traditional script that fold to them.

    They tell at a glance of most texts that these hold no word, without a folded copy.

    >>> sorted(forms_of("报告"))
    ['告', '報', '报']
    """
    simplified = frozenset(characters)
    forms = (chr(code) for code, other in _simplified().items() if other in simplified)
    return simplified.union(forms)


def is_traditional(text: str) -> bool:
    """Whether a text is printed in traditional script.

    >>> is_traditional("樓梯底，三尺闊，一張櫈仔"), is_traditional("乾隆年间的著作，现藏省博物馆")
    (True, False)
    >>> is_traditional("OK 😀")
    False
    """
    traditional, han = _count_traditional(text)
    return traditional > _TRADITIONAL_SHARE * han


def script_of(text: str) -> str | None:
    """The script of a passage, "Hant" or "Hans"; None where it says too little to be sure.

    >>> script_of("樓梯底，三尺闊，一張櫈仔"), script_of("全县小麦收割过半，预计本月底结束。")
    ('Hant', 'Hans')
    >>> script_of("一座城市容不下疲倦的人，卻不是小事"), script_of("五月五日")
    (None, None)
    >>> script_of("問：够吗？") is None
    True
    """
    traditional, han = _count_traditional(text)
    if traditional > max(1, _TRADITIONAL_SHARE * han):
        return "Hant"
    return "Hans" if not traditional and len(text) >= _SURELY_SIMPLIFIED else None


def _count_traditional(text: str) -> tuple[int, int]:
    """How many characters have a simplified form, and how many are Han; both 0 without any."""
    if not _traditional_sign().search(text):
        return 0, 0
    han = regex.findall(r"\p{Han}", text)  # none where the sign is an emoji
    return sum(map(_traditional().__contains__, han)), len(han)


@cache
def _traditional() -> frozenset[str]:
    """The characters that have a simplified counterpart."""
    return frozenset(map(chr, _simplified()))


@cache
def _traditional_sign() -> re.Pattern[str]:
    """One of them, or any character beyond the basic plane: told apart, they slow the search."""
    basic = "".join([chr(code) for code in _simplified() if code < 0x10000])
    return re.compile(f"[{basic}\U00010000-\U0010ffff]")


@cache
def _tokenizer() -> Tokenizer:
    """A tokenizer of our own: jieba's global one belongs to the host program."""
    import jieba  # (loads its dictionary: on first use only)

    class Quiet(jieba.Tokenizer):  # type: ignore[misc]
        """Reads jieba's dictionary without its log lines and its cache file."""

        def initialize(self, dictionary: str | None = None) -> None:
            with self.lock:
                if not self.FREQ:  # type: ignore[has-type]
                    self.FREQ, self.total = self.gen_pfdict(self.get_dict_file())
                    self.initialized = True

    logging.getLogger("jieba").addHandler(logging.NullHandler())
    return Quiet()


@cache
def _words() -> Mapping[str, int]:
    """The dictionary's words, each with how often it is used; beginnings of words with 0."""
    tokenizer = _tokenizer()
    tokenizer.initialize()
    words: Mapping[str, int] = tokenizer.FREQ
    return words


def cut_words(text: str) -> list[str]:
    """The words of a text, by jieba's dictionary, without its guesses.

    Words are of simplified script; fold a traditional text first.

    >>> cut_words("推进供电服务")
    ['推进', '供电', '服务']
    """
    words: list[str] = []
    for start in range(0, len(text), _LONGEST_RUN):
        words.extend(_tokenizer().cut(text[start : start + _LONGEST_RUN], HMM=False))
    return words


def parts_word(left: str, right: str) -> bool:
    """Whether a word runs over the seam between two texts.

    In running text one break in four goes through a word; where texts meet that
    have nothing to do with each other, one in thirty.

    >>> parts_word("沣江治理亲", "历者口述"), parts_word("新馆开馆", "李敏")
    (True, False)
    """
    left, right = left[-_CONTEXT:], right[:_CONTEXT]
    if not (left[-1:].isalpha() and right[:1].isalpha()):
        return False
    both = fold(left + right)
    return _may_part(both, len(left)) and len(left) not in accumulate(map(len, cut_words(both)))


def _may_part(text: str, at: int) -> bool:
    """A fast test that lets no word by which runs over a place in a text."""
    if text[at - 1].isascii() and text[at].isascii():
        return True  # a word of Latin letters and figures stands in no dictionary
    words = _words()  # the beginning of each word stands in it too
    return any(
        words.get(text[start:end])
        for start in reversed(range(at))
        if text[start : at + 1] in words
        for end in range(at + 1, len(text) + 1)
    )

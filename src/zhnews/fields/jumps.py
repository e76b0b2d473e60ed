"""Which line or bracket sends the reader to another page?

下转第4版, 上接第1版: a line of its own, or in brackets at a paragraph's end or head.
"""

from __future__ import annotations

import re
from functools import cache

import regex

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.names import folded
from zhnews.vocab import STANDARD, alternation

__all__ = [
    "comes_from_elsewhere",
    "goes_on_elsewhere",
    "is_jump",
    "jump_way",
    "split_jumps",
    "strip_jumps",
]

#: What a jump line may hold, and what none ends with.
_JUMP_CUE = re.compile(r"[转轉接见見续續刊][^，。！？的]{0,14}[版页頁叠0-9０-９][^，。！？]{0,10}$")
_NO_JUMP = frozenset("，。！？")

_PAGE = (
    r"(?:第\s?)?(?:[A-Z]{0,2}\s?[0-9]{1,3}|[一二三四五六七八九十]{1,3}|头)\s?[版页叠]?"
    r"(?:\s?(?:[-、,~至]|[—–]{1,2})\s?(?:第\s?)?[A-Z]?[0-9]{1,3}\s?[版页叠]?)?"
)


#: What may stand before the words of a jump line.
_LEAD = r"[\s▲▼▶►→←◀◄☞＞>《<(\[【〔]*"


@cache
def _turn() -> str:
    """The words that stand before the page: 下转, 详细报道见."""
    table = STANDARD.table("jumps")
    turns = sorted(table.words_where("kind", "on", "back", "turn"), key=len, reverse=True)
    turn = "|".join(r"\s?".join(word) for word in turns)
    return rf"(?:{alternation(table.words_where('kind', 'piece'))}?\s?(?P<turn>{turn}))"


@cache
def _jump() -> str:
    return (
        rf"{_LEAD}{_turn()}\s?{_PAGE}(?:(?<=[版页叠])[·《\s-]{{0,2}}\p{{Han}}{{0,6}}》?"
        r"|(?<=[0-9])(?:[·《\s-]{1,2}\p{Han}{0,6}》?)?)"
        r"[\s▲▼▶►→←◀◄☞>＞)\]】〕》]*"
    )


@cache
def _jumps() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{_jump()}){{1,3}}")


@cache
def _jump_at_end() -> regex.Pattern[str]:
    return regex.compile(rf"[(\[【〔]{_jump()}$")


@cache
def _jump_at_start() -> regex.Pattern[str]:
    return regex.compile(rf"\s*[(\[【〔]{_jump()}(?<=[)\]】〕]\s*)")


@cache
def _opening_turn() -> regex.Pattern[str]:
    return regex.compile(_LEAD + _turn())


def jump_way(jump: str) -> str:
    """Where the piece of a jump line goes on: "on", "back", or "turn" for more about it.

    Empty for what does not begin as jump lines do.

    >>> jump_way("（下转第4版）"), jump_way("（上　接第1版）"), jump_way("详见第3版")
    ('on', 'back', 'turn')
    """
    found = _opening_turn().match(folded(jump))
    kinds = STANDARD.table("jumps").mapping("kind")
    return kinds["".join(found["turn"].split())] if found is not None else ""


def goes_on_elsewhere(printed: str) -> bool:
    """Whether a line says nothing but where the piece above it goes on.

    >>> goes_on_elsewhere("（下转第4版）"), goes_on_elsewhere("（上接第1版）")
    (True, False)
    """
    return is_jump(printed) and jump_way(printed) == "on"


def comes_from_elsewhere(printed: str) -> bool:
    """Whether a line says nothing but where the piece below it began.

    >>> comes_from_elsewhere("（上接第1版）"), comes_from_elsewhere("（下转第4版）")
    (True, False)
    """
    return is_jump(printed) and jump_way(printed) == "back"


def is_jump(printed: str) -> bool:
    """Whether a line says nothing but where the piece goes on, or comes from.

    >>> is_jump("（下转第4版）"), is_jump("下转基层")
    (True, False)
    """
    if printed[-1:] in _NO_JUMP or not _JUMP_CUE.search(printed):
        return False
    copy = folded(printed)
    whole = copy.count("(") == copy.count(")")  # not half of a line
    return whole and _jumps().fullmatch(copy) is not None


#: No jump line is longer, in characters; and what one has at a paragraph's head,
#: and at its end.
_LONGEST_JUMP = 30
_JUMPS_BACK, _JUMPS_ON = re.compile("[接轉转續续]"), re.compile("[接轉转見见]")


def split_jumps(text: str | Excerpt) -> tuple[Excerpt, tuple[Excerpt, ...]]:
    """A paragraph without the bracketed jump lines at its ends, and those lines.

    >>> rest, jumps = split_jumps("（上接第1版）今年以来，产量增长。（下转第4版）")
    >>> print(rest, [jump.text for jump in jumps])
    今年以来，产量增长。 ['（上接第1版）', '（下转第4版）']
    """
    rest = text_of(text)
    jumps: list[Excerpt] = []
    opening = rest.text[:_LONGEST_JUMP]
    if _JUMPS_BACK.search(opening):
        head = _jump_at_start().match(folded(opening))
        if head is not None:
            jumps.append(rest[: head.end()].strip())
            rest = rest[head.end() :].strip()
    closing = rest.text[-_LONGEST_JUMP:]
    if _JUMPS_ON.search(closing):
        start = max(closing.rfind(mark) for mark in "（([【〔")
        tail = _jump_at_end().match(folded(closing), start) if start >= 0 else None
        if tail is not None:
            cut = len(rest) - len(closing) + start
            jumps.append(rest[cut:].strip())
            rest = rest[:cut].strip()
    return rest, tuple(jumps)


def strip_jumps(text: Excerpt) -> tuple[Excerpt, list[Excerpt]]:
    """A line on display without all jump lines at its ends, and those; it is never left empty.

    >>> rest, jumps = strip_jumps(Excerpt.of("春耕备耕（上接第1版）（下转第4版）"))
    >>> print(rest, [jump.text for jump in jumps])
    春耕备耕 ['（上接第1版）', '（下转第4版）']
    """
    jumps: list[Excerpt] = []
    while True:
        rest, found = split_jumps(text)
        if not found or not rest:
            return text, jumps
        text = rest.strip()
        jumps[:0] = found

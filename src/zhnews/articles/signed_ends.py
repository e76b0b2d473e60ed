"""Which lines end with whom their text is by?

A signature in brackets behind the last sentence is broken by its column as any text is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from zhnews.articles.wraps import join_credits, with_space
from zhnews.fields.bylines import SENTENCE, read_credit_line
from zhnews.fields.names import looks_like_name
from zhnews.repair.lines import Line
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["ends_signed", "find_signatures", "is_signed_behind", "space_signatures"]

#: A bracket that the end of a paragraph opens, behind a stop, and a line leaves open; and
#: the line that closes it, and holds nothing else but a jump line in brackets.
_OPENED = re.compile(r"(?<=[。！？”’」』）)])\s?[（(][^（()）]{0,60}$")
_CLOSED = re.compile(r"[^（(]{1,60}[）)](?:\s?[（(][^（()）]{2,20}[）)])?")

#: Over how many lines a signature is broken at the most.
MOST_LINES = 5


def find_signatures(
    lines: Sequence[Line], vocabulary: Vocabulary = STANDARD
) -> list[tuple[int, int]]:
    """The signatures in brackets that a column breaks: the first line and the one after the last.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("要求十五日内书面答复。（本报记\\n者 柏　松 通讯\\n员 史　册）\\n大河行")
    >>> find_signatures(page)
    [(0, 3)]
    """
    found: list[tuple[int, int]] = []
    for i, line in enumerate(lines):
        text = line.text.text
        if "（" not in text and "(" not in text:
            continue
        at = max(text.rfind("（"), text.rfind("("))
        if "）" in text[at:] or ")" in text[at:]:
            continue
        opened = _OPENED.search(text)
        if opened is None:
            continue
        for last in range(i + 1, min(len(lines), i + MOST_LINES)):
            below = lines[last].text.text
            if SENTENCE.search(below):
                break
            if "）" in below or ")" in below:
                if _CLOSED.fullmatch(below) and _is_signature(
                    lines[i : last + 1], opened.start(), vocabulary
                ):
                    found.append((i, last + 1))
                break
    return found


def _is_signature(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands behind a place of the first line names who wrote, down to its bracket."""
    own = evolve(lines[0], text=lines[0].text[at:].strip())
    whole = join_credits([own, *lines[1:]], vocabulary)
    end = min(place for mark in "）)" if (place := whole.text.find(mark)) >= 0) + 1
    return read_credit_line(whole[:end], vocabulary=vocabulary) is not None


def space_signatures(
    lines: tuple[Line, ...], vocabulary: Vocabulary = STANDARD
) -> tuple[Line, ...]:
    """The lines, with a space where a break parts two names of a signature.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("一律要求十五日内书面答复。（柏　松\\n史　册）")
    >>> space_signatures(page)[1].text.text
    ' 史　册）'
    """
    spaced = list(lines)
    for first, last in find_signatures(lines, vocabulary):
        for i in range(first + 1, last):
            spaced[i] = with_space(spaced[i - 1], spaced[i], vocabulary)
    return tuple(spaced)


#: A byline behind the last sentence of a paragraph, its names set apart.
_SIGNED = re.compile(
    r"[。！？”][^。，！？”]{0,10}(?:[记記]者|通[讯訊][员員])"
    r"(?:[ \u3000、]+[\u4e00-\u9fff·]{2,4}){1,4}\Z"
)
LONGEST_SIGNED = 48
_MORE = re.compile(r"[ \u3000、（(]|.{0,6}(?:[记記]者|通[讯訊][员員]|[实實][习習]生)|[文图圖摄攝]")


def is_signed_behind(text: str) -> bool:
    """Whether a text has a byline behind its last sentence, its names set apart.

    >>> is_signed_behind("预计明晚恢复。本报记者 李敏"), is_signed_behind("他问记者 李敏")
    (True, False)
    """
    end = text[-LONGEST_SIGNED:]
    return ("者" in end or "员" in end or "員" in end) and _SIGNED.search(end) is not None


def ends_signed(above: str, text: str, vocabulary: Vocabulary = STANDARD) -> bool:
    """Whether a line ends with whom its text is by, and nothing more of that stands below.

    >>> ends_signed("预计明晚恢复。本报记者 李敏", "读者来信")
    True
    >>> ends_signed("预计明晚恢复。本报记者 李敏", "王芳"), ends_signed("记者李敏", "走进车间")
    (False, False)
    """
    return (
        is_signed_behind(above)
        and len(text) > 1
        and _MORE.match(text) is None
        and not looks_like_name(text, vocabulary=vocabulary)
    )

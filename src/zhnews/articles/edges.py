"""Which lines belong to the page by what stands beside them?

The paper's name or the name of the section is furniture where it stands at
the folio, and the running title of a long piece at its page number. A
telephone number under a notice belongs to the notice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from attrs import frozen

from zhnews.chinese import fold
from zhnews.fields.folios import is_issue_month, is_named_in_imprint, read_issue_day
from zhnews.fields.furniture import read_furniture
from zhnews.fields.page_headers import read_running_head
from zhnews.repair.flow import stops
from zhnews.repair.lines import Line, tight
from zhnews.vocab import STANDARD, Vocabulary, alternation

__all__ = ["find_notice_lines", "find_running_heads"]

#: What a line states that is a day and no more.
_DAY = frozenset(("day",))

#: What it names that stands over its publisher: 今日南屏.
_PAPER = frozenset(("publication",))

#: What it names that stands between two lines of the page's head: 法治经纬, under the day.
_NAMED = frozenset(("section",))
_SECTION = re.compile("[\u4e00-\u9fff·]{2,6}")

#: The name of a section over the whole head is no longer, in characters: 对话.
LONGEST_SECTION = 4

#: How many lines above the day may be the paper's name and its section.
MOST_ABOVE = 3

#: A notice that asks for texts has said so not more than so many lines above the address.
MOST_ASKING = 16
_ASKS = re.compile("[征徵][稿文集]|[约約]稿")
#: No page's head has more lines.
LONGEST_HEAD = 16

#: The kinds of furniture that a running head stands at.
_AT_FOLIO = frozenset(("folio", "page-number"))


@frozen
class _Edge:
    """A stretch of furniture, ``lines[first:last]``, and what it states already.

    Attributes:
        first: The number of its first line.
        last: The number of the line after its last.
        named: The parts of a running head that it holds.
        numbered: Whether it holds a page number.
    """

    first: int
    last: int
    named: frozenset[str]
    numbered: bool


def find_running_heads(
    lines: Sequence[Line], furniture: Sequence[tuple[int, int]], vocabulary: Vocabulary = STANDARD
) -> list[int]:
    """The numbers of the lines that are running heads.

    Args:
        lines: The lines of the page.
        furniture: Which of them are known as furniture: the first of each
            piece, and the one after its last.
        vocabulary: The press's words.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("体育\\n2017-02-22 星期三 澜川都市报\\n观点\\n输球不可怕")
    >>> find_running_heads(page, [(1, 2)])
    [0]

    A day by itself is the issue's at the page's very head; anywhere else it is that of
    an announcement.
    """
    known = {i for first, last in furniture for i in range(first, last)}
    edges = _edges(lines, furniture, vocabulary)
    numbered = any(edge.numbered for edge in edges)
    printed = Counter(tight(line.text.text) for line in lines) if numbered else Counter[str]()
    heads: list[int] = []
    top = 0  # so many lines at the page's head are known
    for edge in edges:
        named = edge.named
        for first, step in ((edge.first - 1, -1), (edge.last, 1)):
            at = first
            # what stands beside a line of the page's head may be of the head as well
            while 0 <= at < len(lines):
                if at in known:
                    if at >= LONGEST_HEAD:
                        break
                    at += step  # other furniture of the page's head stands between
                    continue
                while top in known:
                    top += 1
                text = lines[at].text.text
                parts = read_running_head(text, vocabulary)
                if not parts and (
                    _begins_page(lines, at, top, vocabulary)
                    or (at <= MOST_ABOVE and _is_day_at_head(lines, at))
                ):
                    parts = _in_page_head(lines, known, at)
                repeated = edge.numbered and printed[tight(text)] > 1 and not stops(text)
                if not repeated and (not parts or parts & named):
                    break
                named |= parts
                known.add(at)
                heads.append(at)
                at += step
    return sorted(heads)


def _begins_page(lines: Sequence[Line], at: int, top: int, vocabulary: Vocabulary) -> bool:
    """Whether nothing stands above a line but what stands at a page's head."""
    return at - top <= MOST_ABOVE and all(
        read_running_head(lines[i].text.text, vocabulary) for i in range(top, at)
    )


def _is_day_at_head(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a day, and no text stands above it."""
    return read_issue_day(lines[at].text.text) is not None and not any(
        stops(line.text.text) for line in lines[:at]
    )


def _in_page_head(lines: Sequence[Line], known: Collection[int], at: int) -> frozenset[str]:
    """What a line in the page's head is that no table knows: the day, a name."""
    text = lines[at].text.text
    if read_issue_day(text) is not None or is_issue_month(text):
        return _DAY
    if not at and 1 in known and is_named_in_imprint(text, lines[1].text.text):
        return _PAPER
    if not at and 1 in known and len(text) <= LONGEST_SECTION and _SECTION.fullmatch(text):
        return _NAMED
    between = at - 1 in known and at + 1 in known and _SECTION.fullmatch(text.strip())
    return _NAMED if between else frozenset()


def _edges(
    lines: Sequence[Line], furniture: Sequence[tuple[int, int]], vocabulary: Vocabulary
) -> list[_Edge]:
    """The stretches of furniture that hold a folio or a page number."""
    edges: list[_Edge] = []
    runs: list[list[int]] = []
    for first, last in sorted(furniture):
        if runs and runs[-1][1] == first:
            runs[-1][1] = last
        else:
            runs.append([first, last])
    for first, last in runs:
        texts = [line.text.text for line in lines[first:last]]
        kinds = {read_furniture(text, vocabulary=vocabulary) for text in texts}
        if kinds.isdisjoint(_AT_FOLIO) and not ("masthead" in kinds and first <= MOST_ABOVE):
            continue
        words = (word for text in texts for word in re.split(r"[\s|·•/／,，]+", text) if word)
        named = frozenset(part for word in words for part in read_running_head(word, vocabulary))
        edges.append(_Edge(first, last, named, "page-number" in kinds))
    return edges


def find_notice_lines(lines: Sequence[Line], furniture: Sequence[tuple[int, int]]) -> list[int]:
    """The numbers of the lines that only seem to be furniture: a notice's own number.

    It stands under the notice's text, and no other furniture beside it.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("来水初期如有浑浊，放清后即可使用。\\n客服热线：96116\\n市自来水公司")
    >>> find_notice_lines(page, [(1, 2)])
    [1]
    """
    known = {i for first, last in furniture for i in range(first, last)}
    return [
        first
        for first, _ in furniture
        if first
        and first - 1 not in known
        and first + 1 not in known
        and (
            _is_called(lines[first - 1].text.text, lines[first].text.text)
            or _asks_for_texts(lines, known, first)
        )
    ]


def _asks_for_texts(lines: Sequence[Line], known: Collection[int], i: int) -> bool:
    """Whether a line that says where to send texts is of the notice above, which asks for them."""
    if not lines[i].text.text.startswith(("来稿", "來稿")):
        return False
    for at in range(i - 1, max(-1, i - 1 - MOST_ASKING), -1):
        if at in known:
            return False
        if _ASKS.search(lines[at].text.text) is not None:
            return True
    return False


def _is_called(above: str, text: str) -> bool:
    """Whether a number is that of the notice above, or goes on with its last words."""
    customers, waits, number = _calls()
    line = fold(text)
    if customers.match(line):
        return stops(above)
    return number.match(line) is not None and waits.search(fold(above)) is not None


@cache
def _calls() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Whom the readers of a notice call, and hardly ever the paper itself, over folded text.

    Such a number by itself; a line that goes on with a number on the next, and the number
    there: …。咨询 / 电话：021-62785566.
    """
    labels = STANDARD.table("labels")
    number = alternation(labels.words_where("says", "number"))
    customers = alternation(labels.words_where("says", "call", "serve"))
    waits = alternation(labels.words_where("says", "call", "order"))
    return (
        re.compile(rf"\s*{customers}{number}"),
        re.compile(rf"(?:{waits}|,)$"),
        re.compile(rf"{number}\s?:"),
    )

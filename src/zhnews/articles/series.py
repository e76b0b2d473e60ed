"""Which lines are the headings of a series? 误区一：流感就是重感冒, 误区二：….

Print counts the parts of a long piece under one word: myths, cases, scenes, questions. Or it
says what each part is: 现象：盲道成了停车道, 原因：投放多，框不够.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from zhnews.chinese import fold
from zhnews.repair.flow import INDENT, LOOSE, stops
from zhnews.repair.lines import Line
from zhnews.vocab import STANDARD

__all__ = ["find_series", "opens_series"]

#: No such heading is longer, in characters.
LONGEST = 24
#: One that says what its part is, is longer.
SHORTEST = 5

#: What all parts are counted under that say what they are.
_PART = "part"

_COUNT = "一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩"
#: The word before its number or behind it, and the mark or the space that parts it from what
#: is said; in running text 其一, 第二 and 之三 count too.
_HEADING = re.compile(
    rf"(?![^：:]?[其第之])(?:(?P<word>[\u4e00-\u9fff]{{2,3}}?)(?P<number>[{_COUNT}]|\d{{1,2}})"
    rf"|(?P<first>[{_COUNT}])(?P<asked>问))[：:\u3000 ][^。；]+\Z"
)


def opens_series(text: str) -> bool:
    """Whether a line looks like a heading of a series.

    >>> opens_series("误区三：打过疫苗就不会得流感"), opens_series("一问：谁来定菜单？")
    (True, True)
    >>> opens_series("原因：投放多，框不够"), opens_series("第一，坚持适用为先。")
    (True, False)
    """
    return _read(text) is not None


@cache
def _part_words() -> frozenset[str]:
    return frozenset(STANDARD.table("headings").words)


def _read(text: str) -> tuple[str, str] | None:
    """What is counted, and its number; for the word of a part, that its kind is."""
    if len(text) > LONGEST or text[-1] in "，、；：。":
        return None
    if text[2:3] in ("：", ":") and len(text) > SHORTEST and "。" not in text:
        word = fold(text[:2])
        if word in _part_words():
            return _PART, word
    found = _HEADING.match(text)
    if found is None:
        return None
    return found["word"] or found["asked"], found["number"] or found["first"]


def find_series(lines: Sequence[Line]) -> list[int]:
    """The places of the lines that are headings of a series: of one word, two or more.

    None is the page's last line: a heading has its text below. A line that says what its
    part is leaves more free than an indent: it is no paragraph's first line.

    >>> from zhnews.repair.lines import split_lines
    >>> text = "误区一：流感就是重感冒\\n不是一回事。\\n误区二：发热就吃药\\n不必。"
    >>> find_series(split_lines(text))
    [0, 2]
    """
    series: dict[str, list[tuple[int, str]]] = {}
    for i, line in enumerate(lines[:-1]):
        text = line.text.text
        if len(text) <= LONGEST and (read := _read(text)) is not None:
            if i and not stops(lines[i - 1].text.text) and len(lines[i - 1].text) > LONGEST:
                continue  # running text
            if read[0] is _PART and lines[i + 1].width - line.width <= INDENT + LOOSE:
                continue
            series.setdefault(read[0], []).append((i, read[1]))
    counted = (places for places in series.values() if len({one for _, one in places}) > 1)
    return sorted(i for places in counted for i, _ in places)

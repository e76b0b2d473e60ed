"""Which lines open the parts of an official document?

Laws and rules are set in chapters and articles (第一章, 第一条), and say under their title who
passed them, and when; a circular calls all that it is sent to, and then what it is about.
None of this is told by the width of a line, where the lines of a column are broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhnews.articles.leads import is_salutation
from zhnews.chinese import fold
from zhnews.repair.flow import Fit, stops
from zhnews.repair.lines import Line

__all__ = [
    "calls_for_list",
    "find_articles_of_law",
    "find_calls",
    "find_notes_of_passing",
    "names_chapter",
]

#: The first line of a salutation that a column breaks is no longer, and the second, in
#: characters; a circular's takes no more lines.
LONGEST_CALL, LONGEST_REST = 8, 5
MOST_CALL_LINES = 4

#: A note on who passed a law takes no more lines.
MOST_NOTE_LINES = 5

#: So many articles of a law, at the least, follow one another.
FEWEST_ARTICLES = 2

_NUMERALS = "〇零一二三四五六七八九十百"
_ARTICLE = re.compile(
    rf"第([{_NUMERALS}]{{1,6}})[条條](?:之[一二三四五六七八九十]{{1,2}})?[\s　]+\S"
)
_CHAPTER = re.compile(rf"第[{_NUMERALS}]{{1,4}}[章节節编編][\s　]+[^，。；：\d]{{2,20}}\Z")
_DATED = re.compile(r"[（(]\s?(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
_PASSED = re.compile(
    r"(?:通过|通過|公布|发布|發布|修[订訂正]|批准|施行|印[发發])[^（）()]{0,6}[）)]\s*\Z"
)
_LIST_BELOW = re.compile(r"(?:如下|下列|以下)[^，。：]{0,12}[：:]\Z")

#: What the line above a circular's salutation ends with, where it fills its column: its title.
_TITLES = ("通知", "通报", "通報", "意见", "意見", "决定", "決定", "的函", "批复", "批覆")


def find_articles_of_law(lines: Sequence[Line]) -> list[int]:
    """The numbers of the lines that begin an article of a law.

    >>> from zhnews.repair.lines import split_lines
    >>> law = split_lines("第一条 为了规范养犬行为，制\\n定本条例。\\n第二条 市区内适用本\\n条例。")
    >>> find_articles_of_law(law)
    [0, 2]
    """
    places = [i for i, line in enumerate(lines) if _ARTICLE.match(line.text.text)]
    return places if len(places) >= FEWEST_ARTICLES else []


def names_chapter(text: str) -> bool:
    """Whether a line is the heading of a chapter.

    >>> names_chapter("第二章 登记和免疫"), names_chapter("第二章规定，养犬应当登记。")
    (True, False)
    """
    return _CHAPTER.match(text) is not None


def calls_for_list(text: str) -> bool:
    """Whether a line ends with the words that lead to a list: no heading does.

    >>> calls_for_list("就有关事项通知如下："), calls_for_list("编辑同志：")
    (True, False)
    """
    return text[-1] in "：:" and _LIST_BELOW.search(text) is not None


def find_notes_of_passing(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where it is said in brackets who passed a law: the first line, and the one after the last.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("养犬条例\\n（2023年8月30日市人大\\n常委会通过）\\n第一条")
    >>> list(find_notes_of_passing(page))
    [(1, 3)]
    """
    for i, line in enumerate(lines):
        if line.text.text[0] not in "（(" or _DATED.match(line.text.text) is None:
            continue
        for last in range(i, min(len(lines), i + MOST_NOTE_LINES)):
            if _PASSED.search(lines[last].text.text):
                yield i, last + 1
            if lines[last].text.text[-1] in "）)":
                break


def find_calls(lines: Sequence[Line], fits: Sequence[Fit]) -> Iterator[tuple[int, int]]:
    """Where salutations stand that a column breaks: the first line, and the one after the last.

    >>> from zhnews.repair.flow import measure_fit
    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("编辑同\\n志：\\n我是贵报的一名老读者。")
    >>> list(find_calls(page, measure_fit(page)))
    [(0, 2)]
    """
    for i, line in enumerate(lines):
        text = line.text.text
        if text[-1] not in "：:" or not i:
            continue
        above = lines[i - 1].text.text
        if (
            len(text) <= LONGEST_REST
            and len(above) <= LONGEST_CALL
            and not stops(above)
            and is_salutation(above + text)
        ):
            yield i - 1, i + 1
            continue
        for first in range(i - 1, max(-1, i - MOST_CALL_LINES), -1):
            if stops(lines[first].text.text):
                break
            if lines[first].text.text.startswith("各") and _stands_below_title(lines, fits, first):
                if is_salutation("".join([one.text.text for one in lines[first : i + 1]])):
                    yield first, i + 1
                break


def _stands_below_title(lines: Sequence[Line], fits: Sequence[Fit], i: int) -> bool:
    """Whether a line may stand right below the title of a circular."""
    if not i:
        return True
    above = lines[i - 1].text.text
    return not fits[i - 1].full or fold(above).endswith(_TITLES)

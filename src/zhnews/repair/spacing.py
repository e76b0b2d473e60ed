"""Which spaces did the layout put between characters?

Justified lines and display type are set with space between the characters.
What parts words, names, cells and the halves of a headline stays.
"""

from __future__ import annotations

import re
from itertools import islice

from zhnews.excerpt import Excerpt
from zhnews.repair.scan import Lines, dropping, on_lines_with, with_lines

__all__ = [
    "AT_MARK",
    "LETTER_SPACING",
    "keep_close",
    "keep_letters_together",
    "keep_together",
]

LETTER_SPACING = "letter-spacing"

_HAN = "[\u3007\u3400-\u9fff\U00020000-\U0003ffff]"

#: Marks that are set close to a character.
_MARKS = r"“”‘’（）《》〈〉【】「」『』〔〕()\[\]，。、；：！？,.;:!?%％℃…—·"
_MARK = rf"[{_MARKS}]"

#: What stands between two spaces where a line is letter-spaced: one character
#: with its marks (，占 or 策”), or marks alone.
_UNIT = rf"(?=\S){_MARK}{{0,3}}(?:[^\s{_MARKS}]{_MARK}{{0,3}})?"

#: What shows that a line may be letter-spaced: two Han characters, or two digits,
#: set apart, one of them alone; or wide spaces around a character.
_LONE = re.compile(
    rf" (?:{_MARK}?{_HAN}{_MARK}? {_MARK}?{_HAN}|(?<=[0-9] )[0-9.](?![0-9])|[ ]{{1,3}}\S[ ]{{2,4}})"
    r"|\u3000\S\u3000"
)

_RUN = re.compile(rf"(?<!\S){_UNIT}(?: {_UNIT})+(?!\S)")
_CHARACTER = re.compile(rf"[^\s{_MARKS}]")

#: Two neighbours set apart. 5 月 6 日 has none: it is printed like that.
_PAIR = re.compile(rf"{_HAN}{_MARK}{{0,3}} {_MARK}{{0,3}}{_HAN}")

#: Two Han characters with one space between them, or none; and a space beside a Han
#: character or a mark. What recognition sets apart throughout has numbers among it, set
#: close: 城 区 12 条 公 交 线 路.
_APART = re.compile(rf"{_HAN}(?= {_HAN})")
_TIGHT = re.compile(rf"{_HAN}(?={_HAN})")
_BESIDE = re.compile(
    rf"(?<=\S) (?=\S)(?:(?=(?:{_HAN}|[，。、；：！？）》」』”’（《「『“‘]))"
    rf"|(?<=(?:{_HAN}|[，。、；：！？）》」』”’（《「『“‘]) ))"
)

#: A whole line with one wide space between any two characters.
_WIDE = re.compile(r"\S(\u3000| {2,4})\S(?:\1\S){3,}")

#: A number whose digits are set apart, before its unit or at the line's end.
_NUMBER = re.compile(
    r"(?<![0-9.])[0-9](?: [0-9.](?![0-9])){1,12}(?= ?[%％\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])[0-9](?: [0-9.](?![0-9])){1,12}$"
)

_SPACED_DIGITS = re.compile("[0-9] [0-9.]")

_SPACE = re.compile(r"\s+")

#: A line of two Han characters set apart: the end of a letter-spaced headline, or
#: a name.
_TWO = re.compile(rf"{_HAN}[ \u3000]{_HAN}")

#: A space on the inner side of a mark. One after 。！？ or a closing quote stays:
#: it may part a caption from its credit, or the halves of a headline.
AT_MARK = re.compile(
    r"[ \u3000](?:(?<=\S.)(?=[，。、；：！？）》」』”’])|(?<=[，、；：（《「『“‘].)(?=\S))"
)

#: The shortest letter-spaced run, in characters: a row of a table may have two
#: cells of one character (胜 负).
SHORTEST_RUN = 3

#: A run of fewer characters among short words is a row of cells (胜 平 负).
SURE_RUN = 6

#: A line is set apart throughout where so many pairs are, and so many times as many as are not.
FEWEST_APART = 5
TIMES_APART = 4

#: The longest word that may be a cell of such a row, in characters.
LONGEST_CELL = 4


def keep_letters_together(lines: Lines) -> Lines:
    """Leave out the spaces within letter-spaced lines, short last ones too.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("泽 川 市 法 院 拍 卖\\n公 告\\n申先生\\n李 敏")
    >>> [line.text.text for line in keep_letters_together(page)]
    ['泽川市法院拍卖', '公告', '申先生', '李 敏']
    """
    kept = _keep_runs_together(lines)
    spaced = [i for i, line in enumerate(kept) if line.repairs and LETTER_SPACING in line.repairs]
    near = {j for i in spaced for j in (i - 1, i, i + 1) if 0 <= j < len(kept)}
    short = [(i, kept[i].text) for i in near if _TWO.fullmatch(kept[i].text.text)]
    close = {i: dropping(text, [(1, len(text) - 1)]) for i, text in short}
    changed = {i: kept[i].with_text(text, LETTER_SPACING) for i, text in close.items()}
    return with_lines(kept, changed) if changed else kept


def keep_together(text: Excerpt) -> Excerpt:
    """Leave out the spaces within letter-spaced runs.

    >>> keep_together(Excerpt.of("房 地 产 调 控 ， 今 年 6 0 岁")).text
    '房地产调控，今年60岁'
    >>> keep_together(Excerpt.of("李　敏 文/图 AI for Science 5 月 6 日")).text
    '李　敏 文/图 AI for Science 5 月 6 日'
    >>> keep_together(Excerpt.of("城 区 12 条 公 交 线 路 今 起 调 整 AI App")).text
    '城区12条公交线路今起调整AI App'
    """
    line = text.text
    runs = [run.span() for run in _RUN.finditer(line) if _is_letter_spaced(run, line)]
    if _SPACED_DIGITS.search(line):
        runs += [number.span() for number in _NUMBER.finditer(line)]
    if not runs and _WIDE.fullmatch(line):
        runs = [(0, len(line))]
    spaces = {space.span() for start, end in runs for space in _SPACE.finditer(line, start, end)}
    if _is_set_apart(line):
        spaces.update(space.span() for space in _BESIDE.finditer(line))
    return dropping(text, sorted(spaces))


def _is_set_apart(line: str) -> bool:
    """Whether nearly all the Han characters of a line stand a space apart."""
    spaces = line.count(" ")
    if spaces < FEWEST_APART:
        return False
    most = spaces // TIMES_APART  # with more that are set close, the rest need not be counted
    close = sum(1 for _ in islice(_TIGHT.finditer(line), most + 1))
    if close > most:
        return False
    apart = len(_APART.findall(line))
    return apart >= FEWEST_APART and apart >= TIMES_APART * close


_keep_runs_together = on_lines_with(_LONE, LETTER_SPACING, keep_together, literals=(" ", "\u3000"))


def _is_letter_spaced(run: re.Match[str], line: str) -> bool:
    """Whether single characters are letters of words, and not cells of a row."""
    size = len(_CHARACTER.findall(run.group()))
    if size < SHORTEST_RUN or not _PAIR.search(run.group()):
        return False
    if size >= SURE_RUN:
        return True
    others = line[: run.start()].split() + line[run.end() :].split()
    if size + len(others) >= SURE_RUN and all(len(other) == 1 for other in others):
        return True  # 本 报 记 者  李 敏: a wider space parts words
    return len(others) < 2 or any(len(other) > LONGEST_CELL for other in others)


def keep_close(text: Excerpt) -> Excerpt:
    """Leave out a space that was set on the inner side of a mark.

    Then characters may stand alone that had only the mark beside them.

    >>> keep_close(Excerpt.of("连日来 ，又有“ 流动集市 ”开张")).text
    '连日来，又有“流动集市”开张'
    >>> keep_close(Excerpt.of("泽川首季经济“开门红” GDP增长6.1%")).text
    '泽川首季经济“开门红” GDP增长6.1%'
    """
    close = dropping(text, [found.span() for found in AT_MARK.finditer(text.text)])
    return text if close is text else keep_together(close)

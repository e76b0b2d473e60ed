"""Which spaces did the layout put between characters?

Justified lines and display type are set with space between the characters.
What parts words, names, cells and the halves of a headline stays.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from attrs import frozen

from zhnews.excerpt import Excerpt
from zhnews.repair.scan import dropping

__all__ = ["AT_MARK", "LONE", "keep_close_to_marks", "keep_together"]

#: A lone character between two spaces: no letter-spaced run is without one.
LONE = re.compile(r" \S{1,2} |\u3000\S\u3000")

#: A single space on the inner side of a mark. A space after 。！？ or a closing
#: quote stays: it may part a caption from its credit, or halves of a headline.
AT_MARK = re.compile(
    r"[ \u3000](?:(?<=\S.)(?=[，。、；：！？）》」』”’])|(?<=[，、；：（《「『“‘].)(?=\S))"
)

#: Marks that are set close to a character and are none themselves.
_MARKS = frozenset("“”‘’（）《》〈〉【】「」『』〔〕()[]，。、；：！？,.;:!?…—·")

_TOKEN = re.compile(r"\S+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_SPACE = re.compile(" ")

#: A number whose digits are set apart, before its unit or at the line's end.
_NUMBER = re.compile(
    r"(?<![0-9.])[0-9](?: [0-9.](?![0-9])){1,12}(?= ?[%％\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])[0-9](?: [0-9.](?![0-9])){1,12}$"
)

#: The shortest letter-spaced run, in characters: a row of a table may have two
#: cells of one character (胜 负).
SHORTEST_RUN = 3

#: The shortest run set with ideographic or wide spaces, in characters: two names
#: of two characters have four (李　敏　王　芳).
SHORTEST_WIDE_RUN = 5


@frozen
class _Token:
    """What stands between two spaces, and the one character in it, if it is one."""

    start: int
    end: int
    core: str | None


def keep_together(text: Excerpt) -> Excerpt:
    """Leave out the spaces within letter-spaced runs.

    >>> keep_together(Excerpt.of("房 地 产 调 控 ， 今 年 6 0 岁")).text
    '房地产调控，今年60岁'
    >>> keep_together(Excerpt.of("李　敏 文/图 AI for Science 5 月 6 日")).text
    '李　敏 文/图 AI for Science 5 月 6 日'
    """
    tokens = [_Token(*found.span(), _core(found.group())) for found in _TOKEN.finditer(text.text)]
    spaces: list[tuple[int, int]] = []
    for run in _runs(text.text, tokens):
        spaces.extend((left.end, right.start) for left, right in pairwise(run))
    for number in _NUMBER.finditer(text.text):
        spaces.extend(space.span() for space in _SPACE.finditer(text.text, *number.span()))
    return dropping(text, sorted(spaces))


def _core(token: str) -> str | None:
    """The one printed character of a token, "" for a mark; None for more."""
    rest = [character for character in token[:6] if character not in _MARKS]
    if len(rest) > 1 or len(token) > 5:
        return None
    return rest[0] if rest else ""


def _runs(text: str, tokens: list[_Token]) -> list[list[_Token]]:
    """The runs of tokens of one character that are set apart by equal spaces."""
    runs: list[list[_Token]] = []
    gaps = [text[left.end : right.start] for left, right in pairwise(tokens)]
    for gap, members in groupby(
        range(len(gaps)),
        key=lambda i: gaps[i] if _is_single(tokens[i]) and _is_single(tokens[i + 1]) else None,
    ):
        indices = list(members)
        if gap is not None:
            run = tokens[indices[0] : indices[-1] + 2]
            if _is_letter_spaced(gap, run, tokens):
                runs.append(run)
    return runs


def _is_single(token: _Token) -> bool:
    return token.core is not None


def _is_letter_spaced(gap: str, run: list[_Token], tokens: list[_Token]) -> bool:
    cores = [token.core for token in run if token.core]
    if gap == " ":
        if _is_row(run, tokens):
            return False
        return len(cores) >= SHORTEST_RUN and _has_pair(cores, _HAN)
    return len(cores) >= SHORTEST_WIDE_RUN and len(run) == len(tokens) and _has_pair(cores, _HAN)


def _has_pair(cores: list[str], kind: re.Pattern[str]) -> bool:
    """Whether two neighbours are of a kind: 5 月 6 日 has no two Han characters."""
    return any(kind.match(left) and kind.match(right) for left, right in pairwise(cores))


def _is_row(run: list[_Token], tokens: list[_Token]) -> bool:
    """Whether a run is a row's cells: it stands among other short cells."""
    others = [token for token in tokens if token.core is None]
    return (
        len(run) < 2 * SHORTEST_RUN
        and len(others) > 1
        and all(token.end - token.start <= 4 for token in others)
    )


def keep_close_to_marks(text: Excerpt) -> Excerpt:
    """Leave out a space that was set on the inner side of a mark.

    >>> keep_close_to_marks(Excerpt.of("连日来 ，又有“ 流动集市 ”开张")).text
    '连日来，又有“流动集市”开张'
    >>> keep_close_to_marks(Excerpt.of("泽川首季经济“开门红” GDP增长6.1%")).text
    '泽川首季经济“开门红” GDP增长6.1%'
    """
    return dropping(text, [found.span() for found in AT_MARK.finditer(text.text)])

"""Do the credits of a line go on in the line below, and how do they join there?

A column breaks a list of names as it breaks any text: between two of them,
inside one (端木 / 蕻), inside a role word (通讯 / 员). No space is printed
where a break stands between two names, so one is put there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import regex
from attrs import evolve

from zhnews.chinese import parts_word
from zhnews.excerpt import Excerpt, Span
from zhnews.fields.affiliations import behind_institution
from zhnews.fields.captions import read_caption_mark
from zhnews.fields.lexicon import lexicon
from zhnews.fields.names import folded, looks_like_name
from zhnews.fields.outlets import outlets
from zhnews.repair.flow import join_lines
from zhnews.repair.lines import Line
from zhnews.vocab import STANDARD, Vocabulary, alternation

__all__ = [
    "credits_run_on",
    "goes_on",
    "join_credits",
    "with_space",
]

#: The longest line that credits go on in, in characters: some eight names.
LONGEST_REST = 40

#: The longest rest of a part of a dotted name, in characters; and no first part of one is
#: longer (乌云其其格 / 热合曼·托合提 are two).
LONGEST_PART = 3
LONGEST_FIRST = 7

#: The end of a line on display that looks like a credit is no longer, in characters.
LONGEST_TAIL = 6

#: What somebody did is a line of its own up to this length, in characters.
LONGEST_ALONE = 2

#: How far a line of credits may fall short of the lines of its column and still
#: be full, in half-widths: a name is not broken where a space is.
NOT_QUITE_FULL = 5

_JOB = re.compile(r"记者|記者|通讯员|通訊員|实习生|實習生|撰文|摄影|攝影|[文图圖][/／|:：]")
#: What opens a byline of its own, which goes on with none above.
_OPENS_BYLINE = re.compile("本[报報刊](?:首席|见习|見習|实习|實習)?(?:记者|記者)[ \u3000]")
_BRACKET = re.compile("[（(【〔]")
_BRACKETS = (("（", "）"), ("(", ")"), ("【", "】"), ("〔", "〕"))

#: The last words of a line and the first ones of the next, in folded text.
_LAST = regex.compile(r"[\p{Han}·•]++$")
_FIRST = regex.compile(r"^[\p{Han}·•]++")

#: A name of two characters that a space spreads over three (柏　松). Of an odd number of
#: characters apart the first ends the name above (柳依 / 依 顾　盼), or the last begins the
#: one below (王　磊　蒋 / 梦蝶). A task is no half of a name: 卓玛央 / 金 文/图.
_APART_LAST = regex.compile(r"(?<!\p{Han})\p{Han}(?:\s+\p{Han})++$")
_SPREAD_FIRST = regex.compile(
    r"^\p{Han}\s+\p{Han}(?<!\s[文图](?=\s?/)|\s[摄文图](?=$))(?=(?:\s+\p{Han}\s+\p{Han})*+(?!\p{Han}|\s+\p{Han}(?!\p{Han})))"
)

#: What somebody did, where it opens a line and another one's task ends it (文 穆桂 图), and
#: where it ends one: only what no name ends with may touch the name.
_TASK_FIRST = regex.compile(r"(?:文|图|摄|摄影|文/图|图/文)\s(?=.*\s(?:图|摄|摄影)$)")


#: What all who are named above did, on a line of its own below them.
_FOR_ALL = regex.compile(r"文\s?/\s?[图摄]|图\s?/\s?文|摄影报[道导]")


@lru_cache(maxsize=8)
def _tasks(vocabulary: Vocabulary) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """What somebody did, on a line of its own (or what a break leaves of it), and at a line's end.

    By itself most that is longer names a column (图片报道). At a line's end only what no name
    ends with may touch the name.
    """
    roles = vocabulary.table("roles")
    behind = set(roles.words_where("side", "after", "both"))
    tasks = behind.intersection(roles.words_where("kind", "task"))
    alone = alternation(word for word in tasks if len(word) <= LONGEST_ALONE)
    return (
        regex.compile(rf"{alone}|摄影报[道导]|[文图]?/[文图]|[道导]"),
        regex.compile(rf"(?:\s{alternation(tasks)}|\s?(?:文\s?/\s?[图摄]|图\s?/\s?文))$"),
    )


@lru_cache(maxsize=8)
def _roles(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """A word behind or before which names stand."""
    long = tuple(word for word in vocabulary.table("roles").words if len(word) > 1)
    return regex.compile(alternation((*long, "摄", "文", "图")))


def credits_run_on(
    lines: Sequence[Line], first: int, last: int, vocabulary: Vocabulary = STANDARD
) -> bool:
    """Whether the credits of ``lines[first : last - 1]`` may go on in the line after these.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("本报记者 李敏 通讯员 端木\\n蕻\\n大河行")
    >>> credits_run_on(page, 0, 2), credits_run_on(page, 1, 3)
    (True, False)
    >>> credits_run_on(split_lines("本报记者 郑浩\\n通讯员 王颖\\n文/图"), 0, 2)
    True
    """
    head = "".join(line.text.text for line in lines[first : last - 1])
    tail = (line := lines[last - 1]).text.text
    if len(tail) > LONGEST_REST:
        return False
    if _BRACKET.search(head) and any(head.count(mark) > head.count(end) for mark, end in _BRACKETS):
        return True
    if tail[0] in "（(【〔□■" or read_caption_mark(tail) is not None:
        return False
    if _tasks(vocabulary)[0].fullmatch(folded(tail)):
        return True
    if last < len(lines) and _JOB.match(tail) and _FOR_ALL.fullmatch(folded(lines[last].text.text)):
        return line.gap <= 1
    if not _JOB.search(head + tail) or (_OPENS_BYLINE.match(tail) and head[-1] not in "、/／:："):
        return False
    above, below = folded(head), folded(tail)
    return (
        _is_broken(above, below, vocabulary)
        or _parts_office(above, below, vocabulary)
        or _waits(above, below, vocabulary)
        or (
            line.gap <= max(1, lines[first].gap)
            and (
                (_JOB.search(head) is not None and _names_first(below, vocabulary))
                or (_names_only(below, vocabulary) and _is_full(lines, first, last))
            )
        )
    )


def _is_broken(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """Whether the break stands inside a name or a role word."""
    left, right = _LAST.search(above), _FIRST.match(below)
    if left is None or right is None or right[0] in lexicon(vocabulary).notes:
        return False  # 文图 / 编者按: no 图编
    crossing = _roles(vocabulary).search(left[0][-5:] + right[0][:5])
    cut = len(left[0][-5:])
    while crossing is not None:
        if crossing.start() < cut < crossing.end():
            return True
        crossing = _roles(vocabulary).search(left[0][-5:] + right[0][:5], crossing.start() + 1)
    name = _roles(vocabulary).split(left[0])[-1]
    alone = above[: left.start()].endswith((" ", "、", ":", "/", "|")) or len(name) < len(left[0])
    rest = _roles(vocabulary).split(right[0])[0]
    if not alone or not name or not looks_like_name(name + rest, vocabulary=vocabulary):
        return False
    if len(rest) == 1 or name.endswith(("·", "•")):
        return True
    if "·" in name + rest:  # any two words make a name with a dot; 热合曼·托 is none
        if _opens_dotted(name, rest, vocabulary):
            return True
        return len(name.rpartition("·")[2]) == 1 and len(rest) <= LONGEST_PART
    if lexicon(vocabulary).unsurnamed.fullmatch(name + rest):  # 扎西 / 顿珠
        return True
    return not looks_like_name(name, vocabulary=vocabulary)  # 梁志強 / 人物: whole as it is


def _parts_office(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """Whether the break stands between a paper and the job there: 图/本报 / 记者 王磊."""
    owner, job = _LAST.search(above), _roles(vocabulary).match(below)
    named = owner is not None and (owner[0] == "本报" or owner[0] in outlets(vocabulary))
    return named and job is not None and len(job[0]) > 1


def _waits(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """Whether a role word ends the line above, and names follow below."""
    left = _LAST.search(above)
    roles = list(_roles(vocabulary).finditer(left[0])) if left is not None else []
    waits = bool(roles) and roles[-1].end() == len(left[0] if left else "")
    waits = waits and roles[-1][0] not in ("摄", "文", "图", "摄影", "报道")
    return (waits or above[-1] in "、/:") and _names_only(below, vocabulary)


def _names_only(below: str, vocabulary: Vocabulary) -> bool:
    """Whether a line names persons, and perhaps what they did."""
    task = _tasks(vocabulary)[1].search(below)
    return looks_like_name(below[: task.start()] if task else below, vocabulary=vocabulary)


def _names_first(below: str, vocabulary: Vocabulary) -> bool:
    """Whether a line begins with names that have no role word, and is no name's alone.

    So nothing but the line above says what they do: 孟浩 通讯员, 文 穆桂 图, 澹台月 曹操之.
    """
    if _TASK_FIRST.match(below) or _are_several(below, vocabulary):
        return True
    role = _roles(vocabulary).search(below)
    if role is None or not role.start() or len(role[0]) == 1:
        return False
    before, behind = below[: role.start()].strip(), below[role.end() :].strip()
    return looks_like_name(before, vocabulary=vocabulary) and (
        not behind or _names_only(behind, vocabulary)
    )


def _are_several(below: str, vocabulary: Vocabulary) -> bool:
    """Whether a line names two persons or more, with a space or a comma between them."""
    parts = re.split(r"[\s、]+", below.strip())
    return len(parts) > 1 and all(
        len(part) > 1 and looks_like_name(part, vocabulary=vocabulary) for part in parts
    )


def _is_full(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the line above fills the column that the lines below it stand in."""
    width = lines[last - 2].width
    below = [line.width for line in lines[last : last + 3]]
    return bool(below) and width + NOT_QUITE_FULL >= max(below)


def join_credits(lines: Sequence[Line], vocabulary: Vocabulary = STANDARD) -> Excerpt:
    """The text of credits on several lines, with a space where the break parts two names.

    >>> from zhnews.repair.lines import split_lines
    >>> join_credits(split_lines("本报记者 袁隆\\n于飞 摄")).text
    '本报记者 袁隆 于飞 摄'
    >>> join_credits(split_lines("本报记者 端木\\n蕻 摄")).text
    '本报记者 端木蕻 摄'
    """
    parts = list(lines[:1])
    for line in lines[1:]:
        parts.append(with_space(parts[-1], line, vocabulary))
    return join_lines(parts)


def with_space(above: Line, line: Line, vocabulary: Vocabulary = STANDARD) -> Line:
    """The line, with the space that parts its first name from the last one above."""
    parts = line.indent or _part_names(above.text.text, line.text.text, vocabulary)
    return _spaced(above, line) if parts else line


def _spaced(above: Line, line: Line) -> Line:
    """The line behind the break that stands above it, as a space."""
    if above.end < 0 or line.text.text[:1].isspace():  # no break, or spaced already
        return line
    space = Excerpt(" ", (Span(above.end, above.end + 1),))
    return evolve(line, text=Excerpt.join([space, line.text]))


def _part_names(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """Whether a whole name, or that of an office, ends one line and a name begins the next."""
    ending, opening = folded(above[-LONGEST_REST:]), folded(below[:LONGEST_REST])
    if _TASK_FIRST.match(folded(below)):
        return True
    left, right = _LAST.search(ending), _FIRST.match(opening)
    if left is None or right is None:
        return False
    last = _roles(vocabulary).split(left[0])[-1]
    first = next((part for part in _roles(vocabulary).split(right[0]) if part), "")
    if len(last) == 1 and (spread := _APART_LAST.search(ending)):
        apart = spread[0].split()
        last = "".join(apart[-2:]) if len(apart) % 2 == 0 else last
    if last[-2:-1] in ("·", "•"):
        return False  # 阿依古丽·买 / 买提: no part of a name behind its dot is one character
    if len(first) == 1 and (spread := _SPREAD_FIRST.match(opening)):
        first = "".join(spread[0].split())
    return (
        len(last) > 1
        and len(first) > 1
        and (looks_like_name(last, vocabulary=vocabulary) or _is_body(last))
        and looks_like_name(first, vocabulary=vocabulary)
        and not _opens_dotted(last, first, vocabulary)
    )


def _is_body(word: str) -> bool:
    """Whether a word is whom the author whose name follows works for: 炼铁厂."""
    return behind_institution(f"{word} ", 0, len(word) + 1) > 0


def _opens_dotted(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is the beginning of the name with a dot behind it: 阿依 / 古丽·买买提."""
    first, dot, _ = right.partition("·")
    if not dot or "·" in left or len(left + first) > LONGEST_FIRST:
        return False
    return lexicon(vocabulary).unsurnamed.fullmatch(left + first) is not None


def goes_on(above: str, text: str) -> bool:
    """Whether what looks like a credit begins with the end of the last word above.

    >>> goes_on("——沣江治理亲", "历者口述"), goes_on("一条河的三十年", "李敏口述")
    (True, False)
    """
    return len(text) <= LONGEST_TAIL and text.isalpha() and parts_word(above, text)

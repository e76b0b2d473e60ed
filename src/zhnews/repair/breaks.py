"""Which character was printed on both sides of a page's or a column's end?"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from zhnews.chinese import cut_words, fold
from zhnews.repair.lines import Line
from zhnews.repair.scan import Lines

__all__ = ["AT_BREAK", "keep_one_at_break"]

AT_BREAK = "repeated at a break"

#: From which length a line is a paragraph and not a column's line, in
#: characters: where it ends within a sentence, its page ended.
PARAGRAPH = 60

#: The shortest lines between which a single character is an echo, in characters:
#: a column's line, and no cell.
SHORTEST_LINE = 8

#: How much of a line is cut into words, in characters.
_REACH = 12

#: Characters that often are words of their own: 还有 / 有关部门 reads on.
_WORDS = frozenset(
    "的了是在有和与與为為等对對将將中上下不也就都而及其以到从從由于於向之这這那个個人大小多会會"
    "要能可说說新老一二三四五六七八九十百千万萬亿億年月日时時分元省市县縣区區"
)


def keep_one_at_break(lines: Lines) -> Lines:
    """Keep one of two equal characters where a break parts a word.

    The dictionary must know the word that the lower one begins, and none that
    ends with the upper one.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("发文通知暂停跨\\n\\n\\n跨境电商\\n线下自提\\n模式")
    >>> [line.text.text for line in keep_one_at_break(page)]
    ['发文通知暂停', '跨境电商', '线下自提', '模式']
    >>> len(keep_one_at_break(split_lines("还没有\\n\\n\\n有关部门\\n公布")))
    3
    """
    equal = [
        i
        for i, (upper, lower) in enumerate(pairwise(lines))
        if upper.text.text[-1:] == lower.text.text[:1] != ""
    ]
    if not equal:
        return lines
    usual = Counter(line.gap for line in lines[1:]).most_common(1)[0][0]
    kept: list[Line | None] = list(lines)
    for i in equal:
        upper, lower = lines[i], lines[i + 1]
        if len(lower.text) == 1:
            if _is_echo(lines[i : i + 3]):
                kept[i + 1] = None
            continue
        long = min(len(upper.text), len(lower.text)) >= PARAGRAPH
        if (long or lower.gap > usual) and _is_said_twice(upper, lower):
            kept[i] = upper.with_text(upper.text[:-1].strip(), AT_BREAK)
    same = all(new is old for new, old in zip(kept, lines, strict=True))
    return lines if same else tuple(line for line in kept if line)


def _is_echo(lines: Lines) -> bool:
    """Whether a line of one character repeats it before the text goes on."""
    if len(lines) < 3 or min(len(lines[0].text), len(lines[2].text)) < SHORTEST_LINE:
        return False
    return "\u4e00" <= lines[1].text.text <= "\u9fff"


def _is_said_twice(upper: Line, lower: Line) -> bool:
    character = fold(lower.text.text[0])
    if not "\u4e00" <= character <= "\u9fff" or character in _WORDS or len(upper.text) < 3:
        return False
    head = cut_words(fold(lower.text.text[:_REACH]))
    tail = cut_words(fold(upper.text.text[-_REACH:]))
    both = cut_words(fold(upper.text.text[-_REACH:] + lower.text.text[:_REACH]))
    return len(head[0]) > 1 and tail[-1] == character and character * 2 not in both

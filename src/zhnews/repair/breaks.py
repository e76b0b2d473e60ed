"""Which character was printed on both sides of a break?"""

from __future__ import annotations

from collections import Counter

from zhnews.chinese import cut_words, fold
from zhnews.repair.lines import Line
from zhnews.repair.scan import Lines, gathered

__all__ = ["AT_BREAK", "keep_one_at_break"]

AT_BREAK = "repeated at a break"

#: From which length a line is a paragraph and not a column's line, in
#: characters: where it ends within a sentence, its page ended.
PARAGRAPH = 60

#: The shortest lines between which a single character is an echo, in characters:
#: a column's line, and no cell.
SHORTEST_LINE = 5

#: How much of a line is cut into words, in characters.
_REACH = 12

#: How many repetitions a page must show for the unsure ones to be such: 岁也 /
#: 也不敢 on a page that has 网上 / 上走红 too. Words meet so once in a hundred
#: thousand characters of a column.
_SEVERAL = 2

#: Marks that no line begins with: one that ends the line above and begins the
#: next was printed once.
_CLOSING = frozenset("，。、；：”’」』》,.;%％")

#: Characters that often are words of their own, as in 还有 / 有关部门, and verbs
#: that are said twice, as in 摇 / 摇头.
_WORDS = frozenset(
    "的了是在有和與与為为等对對將将中上下不也就都而及其以到从從由于於向之这這那個个人大小多会會"
    "要能可说說新老一二三四五六七八九十百千万萬亿億年月日时時分元省市县縣区區"
    "看听聽想讲講谈談试試走跑坐聊吹洗摇搖点點拍挥揮擦摸数數尝嚐问問歇笑"
)

#: Characters that end the names of offices, which the dictionary does not know, and begin
#: the title of who heads one: 市工信局 / 局长.
_OFFICES = frozenset(
    "局部厅廳院校市县縣区區镇鎮乡鄉村会會处處科所站队隊厂廠社馆館台臺团團州署室组組"
)


def keep_one_at_break(lines: Lines) -> Lines:
    """Keep one of two equal characters where a break parts a word.

    The dictionary must know the word that the lower one begins, and none that
    ends with the upper one. Where a page shows several, the dictionary need
    only know no word that has both.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("发文通知暂停跨\\n\\n\\n跨境电商\\n线下自提\\n模式")
    >>> [line.text.text for line in keep_one_at_break(page)]
    ['发文通知暂停', '跨境电商', '线下自提', '模式']
    >>> len(keep_one_at_break(split_lines("还没有\\n\\n\\n有关部门\\n公布")))
    3
    """
    equal = gathered(lines).meetings
    if not equal:
        return lines
    usual = Counter(line.gap for line in lines[1:]).most_common(1)[0][0]
    kept: list[Line | None] = list(lines)
    found = 0
    unsure: list[int] = []
    for i in equal:
        upper, lower = lines[i], lines[i + 1]
        if len(lower.text) == 1:
            if _is_echo(lines[i : i + 3]):
                kept[i + 1] = None
                found += 1
        elif lower.gap > usual or _are_set(upper, lower):
            if _is_said_twice(upper, lower):
                kept[i] = _without_last(upper)
                found += 1
            elif _may_be_said_twice(upper, lower):
                unsure.append(i)
    if found + len(unsure) >= _SEVERAL:
        for i in unsure:
            kept[i] = _without_last(lines[i])
    same = all(new is old for new, old in zip(kept, lines, strict=True))
    return lines if same else tuple(line for line in kept if line)


def _without_last(line: Line) -> Line:
    return line.with_text(line.text[:-1].strip(), AT_BREAK)


def _are_set(upper: Line, lower: Line) -> bool:
    """Whether two lines are a column's, by their length or by the mark that begins the lower."""
    return min(len(upper.text), len(lower.text)) >= SHORTEST_LINE or lower.text.text[0] in _CLOSING


def _is_echo(lines: Lines) -> bool:
    """Whether a line of one character repeats it before the text goes on."""
    if len(lines) < 3 or min(len(lines[0].text), len(lines[2].text)) < SHORTEST_LINE:
        return False
    return "\u4e00" <= lines[1].text.text <= "\u9fff"


def _is_said_twice(upper: Line, lower: Line) -> bool:
    character = fold(lower.text.text[0])
    if character in _CLOSING:
        return (
            upper.text.text[-2:-1] not in ("", " ", character) and lower.text.text[1] != character
        )
    if not "\u4e00" <= character <= "\u9fff" or character in _WORDS or len(upper.text) < 3:
        return False
    if _heads_an_office(lower):
        return False
    head, tail, both = _words_around(upper, lower)
    return len(head) > 1 and tail == character and character * 2 not in both


def _heads_an_office(lower: Line) -> bool:
    """Whether a line begins with the title of who heads an office: 局长, 局党组书记."""
    text = lower.text.text
    return text[0] in _OFFICES and text[1:2] in ("长", "長", "党", "黨")


def _may_be_said_twice(upper: Line, lower: Line) -> bool:
    """Whether two equal characters are neither a word said twice nor two words that meet.

    管理 / 理念 and 年 / 年底 read on.
    """
    character = fold(lower.text.text[0])
    if not "\u4e00" <= character <= "\u9fff" or len(upper.text) < 3 or _heads_an_office(lower):
        return False
    head, tail, both = _words_around(upper, lower)
    if any(character * 2 in word for word in both):
        return False
    return len(head) == 1 or len(tail) == 1


def _words_around(upper: Line, lower: Line) -> tuple[str, str, list[str]]:
    """The first word of a line, the last of the one above, and the words of both together."""
    head, tail = fold(lower.text.text[:_REACH]), fold(upper.text.text[-_REACH:])
    return cut_words(head)[0], cut_words(tail)[-1], cut_words(tail + head)

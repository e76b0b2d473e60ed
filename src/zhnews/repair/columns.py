"""Which lines were read across columns that stand side by side?

Text as ``pdftotext -layout`` gives it keeps the page's white space, and the
columns stand at steady places (:mod:`zhnews.repair.gutters`); other extractors
join what stands on one line of print by a blank, and the columns show by their
widths alone (:mod:`zhnews.repair.halves`). Both leave everything as it is on a
page that has no columns of running text side by side.
"""

from __future__ import annotations

from attrs import evolve

from zhnews.repair.gutters import read_across
from zhnews.repair.halves import read_halves
from zhnews.repair.lines import Line, line_of

__all__ = ["COLUMNS", "take_columns_apart"]

#: The rule's name.
COLUMNS = "columns read across"

#: How often a page is looked at again once columns were found on it.
_MOST_PASSES = 3


def take_columns_apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Read columns one after the other that were read across.

    Region by region, the left column from top to bottom, then the next one.
    Every half keeps its place in the raw text; its indent is what it is from
    its column's left edge, its gap the blank lines above it in its column.
    Returns ``lines`` itself where there is nothing to take apart.

    >>> from zhnews.repair.lines import split_lines
    >>> page = '''
    ... 　　夏夜里，不少街道灯 加到一万人次，复游率
    ... 火通明，摊前人头攒动。 接近四成。夜市的成色，
    ... 据统计，六成消费发生在 还要看服务跟不跟得上，
    ... 夜间，两年来日均客流增 摊位有没有人去收拾。'''
    >>> print(*(line.text for line in take_columns_apart(split_lines(page))), sep="\\n")
    夏夜里，不少街道灯
    火通明，摊前人头攒动。
    据统计，六成消费发生在
    夜间，两年来日均客流增
    加到一万人次，复游率
    接近四成。夜市的成色，
    还要看服务跟不跟得上，
    摊位有没有人去收拾。

    Headings of two halves, the cells of a table, and verse stay whole.

    >>> table = split_lines('''时间　　　风力　　　　雨量
    ... 今夜　　　8级—10级　　大雨到暴雨
    ... 明天上午　10级—12级　 暴雨到大暴雨
    ... 明天夜里　7级—9级　　 中到大雨''')
    >>> take_columns_apart(table) is table
    True
    """
    kept = _taken_apart(lines)
    for _ in range(_MOST_PASSES):
        if kept is lines:
            break
        lines, kept = kept, _taken_apart_again(kept)
    return kept


def _taken_apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return read_halves(read_across(lines, COLUMNS), COLUMNS)


def _taken_apart_again(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """What still shows columns when the lines are read by themselves.

    So that repairing what was repaired finds nothing more: its text has no
    indents and no gaps.
    """
    known = {id(line.text): line for line in lines}
    numbered = enumerate(lines)
    bare = tuple([line_of(one.text, at, 0, 0, one.end, one.repairs) for at, one in numbered])
    kept = _taken_apart(bare)
    if kept is bare:
        return lines
    return tuple(
        known.get(id(line.text)) or evolve(line, number=lines[line.number].number) for line in kept
    )

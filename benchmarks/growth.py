"""How does time grow with hostile input? Families of text at several lengths.

``python -m benchmarks.growth`` reads each family with ``read_page``,
``repair_text``, ``find_quantities``, ``find_dates`` and ``find_credits``, and
prints the time a character takes as a multiple of what ordinary text took just
before it. The clock is this process's own: what else the machine does counts
little. ``--sizes`` gives the lengths, ``--families`` a few of them,
``--markdown`` a table for the docs.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

import jieba

from zhnews import find_credits, find_dates, find_quantities, read_page, repair_text

ROOT = Path(__file__).parents[1]

#: How much ordinary text the others are compared with, in characters: as long
#: as no page of it comes twice.
ORDINARY = 20_000

#: What is measured, by name.
FUNCTIONS: dict[str, Callable[[str], object]] = {
    "read_page": read_page,
    "repair_text": repair_text,
    "find_quantities": find_quantities,
    "find_dates": find_dates,
    "find_credits": find_credits,
}

#: Characters that a pattern names, each repeated to the end.
MARKS = (
    "一三十百万亿零〇两几半多余点分之年月日时0１9.．,，、。；：:…—-~·%％$￥€“”‘’「」"
    "『』《》【】()（）[]〔〕<>|/\\#*_`=+&@!！?？的了是在本报记者摄图文附转接版责任编"
    "辑问答电讯社李王口国目录a ZＡ㈠①Ⅲ□■●▲☆⽇\u3000\t\x0c\u200b\xad\u2028\x00\ud800"
    "\U00020000\U0001f600"
)

#: Short pieces, each repeated to the end.
PIECES = {
    "numerals alternate": "3年",
    "numerals mixed": "3三",
    "numerals chained": "三百万",
    "ten thousands": "万亿",
    "decimals": "1.",
    "thousands": "1,000,",
    "percentages": "5%",
    "ranges": "3-",
    "ranges in words": "三至",
    "dates": "2024年3月7日",
    "ISO dates": "2024-03-07",
    "times": "8:30",
    "fractions": "三分之",
    "percent words": "百分之",
    "money": "人民币3元",
    "hedges": "约近超",
    "names": "李敏",
    "names with spaces": "李 敏 ",
    "names with commas": "李敏、",
    "bylines": "本报记者 李敏 ",
    "bylines in brackets": "（记者李敏）",
    "agencies": "新华社",
    "datelines": "新华社北京3月5日电",
    "photographers": "李敏摄",
    "roles": "记者通讯员",
    "editors": "责任编辑：",
    "doubled pairs": "““””",
    "doubled glyphs": "美美编编",
    "quotes": "“深度”",
    "colons": "记者：",
    "leaders": "…… ",
    "dots and digits": "春耕……1",
    "spaced letters": "房 ",
    "spaced words": "春耕  ",
    "open tags": "<p",
    "tags": "<p>字</p>",
    "table tags": "<table><tr><td>1",
    "comments": "<!--",
    "entities": "&amp;",
    "half entities": "&a",
    "links": "http://a.cn/",
    "link marks": "[字](",
    "images": "![字](",
    "fences": "```",
    "emphasis": "**字",
    "stars": "* ",
    "underscores": "_字",
    "formulas": "PM_{",
    "dollars": "$字",
    "backslashes": "\\%",
    "pipes": "|字",
    "attachments": "附：",
    "jumps": "（下转第4版）",
    "Latin words": "data ",
    "sentences": "他说好。",
    "clauses": "他说，",
    "reduplication": "看看",
}

#: Pieces that open and never close, or close all at the end.
NESTS = ("()", "（）", "《》", "“”", "【】", "「」", "[]", "<>", "{}", "〔〕", "‘’", "『』")


def ordinary(size: int) -> str:
    """Ordinary text: the given pages, one after the other."""
    pages = sorted((ROOT / "tests/pages/given").glob("*.txt"))
    text = "\n".join(path.read_bytes().decode("utf-8") for path in pages)
    return filled(text, size)


def filled(piece: str, size: int) -> str:
    """A piece repeated to a length."""
    return (piece * (size // len(piece) + 1))[:size]


def paragraphs() -> list[str]:
    """Running text of the press."""
    texts = []
    for path in sorted((ROOT / "tests/pages/gold").glob("*.json")):
        articles = json.loads(path.read_text("utf-8"))["articles"]
        texts += [text for article in articles for text in article["paragraphs"]]
    return texts


#: Lines of a page, one of each kind.
KINDS = (
    "春耕备耕开局良好", "农事", "本报记者　李敏", "林野", "图为春耕现场。李敏摄", "一、农机下地",
    "本报讯（记者李敏）截至3月5日，全县已备足化肥1.2万吨。", "你像月光", "问：好吗？", "答：好。",
    "“种好每一亩地”", "来源：新华社", "责任编辑：李敏", "今夜 8级 12%", "泽川县县长李敏：",
    "全县各乡已经备足化肥一万二千吨，农机下地两千台，春耕备耕开局良好，", "（下转第4版）", "",
)  # fmt: skip


def _lines(make: Callable[[int], str], size: int) -> str:
    made: list[str] = []
    length = 0
    while length < size:
        made.append(make(len(made)))
        length += len(made[-1]) + 1
    return "\n".join(made)[:size]


def _han(number: int, size: int) -> str:
    rng = Random(number)
    return "".join(chr(rng.randrange(0x4E00, 0x9000)) for _ in range(size))


def _name(number: int) -> str:
    return "李王张刘陈杨赵黄周吴"[number % 10] + _han(number, 2)


def _near_equal(number: int) -> str:
    words = "截至三月五日，全县各乡已经备足化肥一万二千吨，农机下地两千台，春耕备耕开局良好。"
    at = number % len(words)
    return words[:at] + chr(0x4E00 + number % 5000) + words[at:]


#: Whole pages, by what they are made of.
PAGES: dict[str, Callable[[int], str]] = {
    "one line of prose": lambda size: filled("".join(paragraphs()), size),
    "one-character lines": lambda size: filled("字\n", size),
    "various one-character lines": lambda size: "\n".join(_han(7, size // 2))[:size],
    "lines of one digit": lambda size: filled("3\n", size),
    "lines of one bracket": lambda size: filled("（\n", size),
    "blank lines": lambda size: filled("\n \n", size),
    "headlines": lambda size: _lines(lambda n: _han(n, 12), size),
    "headlines over bylines": lambda size: _lines(
        lambda n: "本报记者 李敏" if n % 2 else _han(n, 12), size
    ),
    "headlines in bold": lambda size: _lines(lambda n: "# " + _han(n, 12), size),
    "headlines over one paragraph each": lambda size: _lines(
        lambda n: _han(n, 60) + "。" if n % 2 else _han(n + 1, 12), size
    ),
    "headlines, then paragraphs": lambda size: (
        _lines(lambda n: _han(n, 12), size // 2)
        + "\n"
        + _lines(lambda n: _han(n, 60) + "。", size // 2)
    ),
    "near-equal headlines": lambda size: _lines(lambda n: _near_equal(n)[:14], size),
    "near-equal paragraphs": lambda size: _lines(_near_equal, size),
    "equal paragraphs": lambda size: filled(_near_equal(0) + "\n", size),
    "equal lines": lambda size: filled("春耕备耕开局良好\n", size),
    "unlike paragraphs": lambda size: _lines(lambda n: _han(n, 60) + "。", size),
    "short paragraphs": lambda size: _lines(lambda n: _han(n, 4) + "。", size),
    "paragraphs of clauses": lambda size: _lines(
        lambda n: "，".join(_han(n * 50 + k, 5) for k in range(20)) + "。", size
    ),
    "names under verses": lambda size: filled("你像月光\n林野\n", size),
    "lines of all kinds": lambda size: _lines(lambda n: KINDS[(n * n + n // 7) % len(KINDS)], size),
    "lines of all kinds, no two alike": lambda size: _lines(
        lambda n: _han(n, 3) + KINDS[(n * n + n // 7) % len(KINDS)], size
    ),
    "bylines on lines": lambda size: filled("本报记者 李敏\n", size),
    "bylines, no two alike": lambda size: _lines(lambda n: f"本报记者 {_name(n)}", size),
    "editors, no two alike": lambda size: _lines(lambda n: f"责任编辑：{_name(n)}", size),
    "captions, no two alike": lambda size: _lines(
        lambda n: f"图为{_han(n, 4)}现场。{_name(n)}摄", size
    ),
    "datelines, no two alike": lambda size: _lines(
        lambda n: f"新华社北京{n % 12 + 1}月{n % 28 + 1}日电（记者{_name(n)}）{_han(n, 20)}。", size
    ),
    "lines of four characters": lambda size: _lines(lambda n: _han(n, 4), size),
    "captions on lines": lambda size: filled("图为春耕现场。李敏摄\n", size),
    "sources on lines": lambda size: filled("来源：新华社 2024-03-07\n", size),
    "attachments on lines": lambda size: filled("附：（\n", size),
    "links on lines": lambda size: filled("http://a.cn/a\n", size),
    "open brackets on lines": lambda size: filled("（春耕备耕\n", size),
    "table of spaced cells": lambda size: filled("今夜 8级 12%\n", size),
    "table of one cell a line": lambda size: filled("今夜\n8\n12\n", size),
    "table of pipes": lambda size: filled("|今夜|8|\n", size),
    "table never closed": lambda size: filled("<table>\n", size),
    "table of HTML": lambda size: filled("<table><tr><td>今夜</td></tr></table>\n", size),
    "table of HTML on one line": lambda size: (
        "<table>" + filled("<tr><td>今夜</td></tr>", size - 15) + "</table>"
    ),
    "contents": lambda size: _lines(lambda n: f"{_han(n, 8)}……{n}", size),
    "two columns read across": lambda size: _lines(
        lambda n: _han(n, 14) + "    " + _han(n + 1, 14), size
    ),
    "two columns of one text": lambda size: filled("春耕备耕开局良好    夏收夏种开局良好\n", size),
    "many columns": lambda size: filled("春耕  夏收  秋种  冬藏  春耕  夏收  秋种  冬藏\n", size),
    "doubled lines": lambda size: _lines(lambda n: _han(n, 8) * 2, size),
    "lines twice": lambda size: _lines(lambda n: _han(n // 2, 8), size),
    "chains of runs": lambda size: _lines(lambda n: _han(n, 4) + _han(n + 1, 4), size),
    "speakers": lambda size: filled("泽川县人民政府县长李敏：\n", size),
    "questions": lambda size: filled("问：好吗？\n答：好。\n", size),
    "crossheads": lambda size: _lines(
        lambda n: _han(n, 60) + "。" if n % 3 else "一、" + _han(n + 1, 5), size
    ),
    "telephones before a day": lambda size: filled(
        "责任编辑：李敏" + "03" * 16 + "2024年3月7日 星期四 第3版\n", size
    ),
    "form feeds": lambda size: filled("春耕备耕\f", size),
    "random press characters": lambda size: "".join(Random(1).choices(MARKS + "\n", k=size)),
    "random digits": lambda size: "".join(Random(2).choices("0123456789", k=size)),
    "random numerals": lambda size: "".join(
        Random(3).choices("一二三四五六七八九十百千万亿零两", k=size)
    ),
    "random numbers and units": lambda size: "".join(
        Random(4).choices("0123456789.,%年月日时万亿元吨个至—-约", k=size)
    ),
    "random surnames": lambda size: "".join(Random(5).choices("李王张刘陈杨 、记者摄", k=size)),
    "random brackets": lambda size: "".join(Random(6).choices("()（）《》“”【】[]<>", k=size)),
}


def families() -> dict[str, Callable[[int], str]]:
    """All families by name: what makes a text of a length."""
    made: dict[str, Callable[[int], str]] = dict(PAGES)
    made |= {name: partial(filled, piece) for name, piece in PIECES.items()}
    for pair in NESTS:
        opening, closing = pair[0], pair[1]
        made[f"open {opening}"] = partial(filled, opening)
        made[f"nested {opening}{closing}"] = partial(_nested, opening, closing)
    return made | {f"only {mark!r}": partial(filled, mark) for mark in dict.fromkeys(MARKS)}


def _nested(opening: str, closing: str, size: int) -> str:
    return opening * (size // 2) + closing * (size // 2)


class Taken(NamedTuple):
    """What reading a text took.

    Attributes:
        seconds: The time.
        finds: How many items were found; 0 for a function that gives no items.
    """

    seconds: float
    finds: int


def taken(function: Callable[[str], object], text: str, limit: float) -> Taken:
    """The best of up to three runs; a slow one is run once.

    Each run is given a text of its own: an answer may be kept from the last one.
    """
    best, finds = float("inf"), 0
    for run in range(3):
        text = f"{text}\n{run}"
        start = time.process_time()
        found = function(text)
        best = min(best, time.process_time() - start)
        finds = len(found) if isinstance(found, tuple) else 0
        if best > limit:
            break
    return Taken(best, finds)


class Growth(NamedTuple):
    """How a text of a family compares with ordinary text.

    Attributes:
        function: What read it.
        family: The family's name.
        size: Its length, in characters.
        ratio: How many times as long a character takes.
        micros: How long that is, in millionths of a second.
        by_find: How many times as long an item takes that is found; infinite where none is.
    """

    function: str
    family: str
    size: int
    ratio: float
    micros: float
    by_find: float


def growth(
    sizes: Sequence[int], names: Iterable[str], functions: Iterable[str]
) -> Iterable[Growth]:
    """The families at several lengths.

    A family that is over 30 times at one size is not tried at the next.
    """
    all_families = families()
    for name in functions:
        function = FUNCTIONS[name]
        jieba.initialize()  # loaded once, whatever the text
        known = ordinary(ORDINARY)
        function(known)  # tables and patterns
        for family in names:
            for size in sizes:
                usual = taken(function, known, 0.5)
                text = all_families[family](size)
                own = taken(function, text, 0.5)
                each = own.seconds / len(text)
                ratio = each / (usual.seconds / ORDINARY)
                by_find = ratio
                if usual.finds:
                    find = own.seconds / own.finds if own.finds else float("inf")
                    by_find = find / (usual.seconds / usual.finds)
                yield Growth(name, family, size, ratio, each * 1e6, by_find)
                if ratio > 30:
                    break


def main(argv: Sequence[str] | None = None) -> int:
    """Command line; returns the exit status: 1 where both ratios are over the limit."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--sizes", default="10000,100000", help="lengths, in characters")
    parser.add_argument("--families", nargs="*", help="all unless named")
    parser.add_argument("--functions", nargs="*", choices=sorted(FUNCTIONS))
    parser.add_argument("--limit", type=float, default=4.0, help="the highest ratio allowed")
    parser.add_argument("--over", type=float, default=0.0, help="print ratios from here on")
    args = parser.parse_args(argv)
    sizes = [int(size) for size in args.sizes.split(",")]
    worst = 0.0
    for one in growth(sizes, args.families or families(), args.functions or FUNCTIONS):
        worst = max(worst, min(one.ratio, one.by_find))
        if one.ratio >= args.over:
            print(*one[:3], *(f"{number:.2f}" for number in one[3:]), sep="\t", flush=True)
    return int(worst > args.limit)


if __name__ == "__main__":
    raise SystemExit(main())

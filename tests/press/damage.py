"""What did the extractor do? Damage to set lines, and to the characters of a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from random import Random

from attrs import field, frozen

from .typesetting import Line, loosened, width_of

_QUOTES = "“”‘’「」『』《》"
_RUNS = re.compile(rf"[{_QUOTES}]|[^\s{_QUOTES}]+|\s+")


# ---------------------------------------------------------------- doubled by fake bold


def whole(text: str) -> list[str]:
    """技术规范 twice on one line."""
    return [text + text]


def by_run(text: str) -> list[str]:
    """Each run and each quotation mark twice: ““灯会灯会””回来了回来了."""
    runs = (run if run.isspace() else run * 2 for run in _RUNS.findall(text))
    return ["".join(runs)]


def by_run_without_quotes(text: str) -> list[str]:
    """Each run twice, the quotation marks once."""
    return ["".join(r if r.isspace() or r in _QUOTES else r * 2 for r in _RUNS.findall(text))]


def by_character(text: str) -> list[str]:
    """灯灯会会."""
    return ["".join(char if char.isspace() else char * 2 for char in text)]


def on_next_line(text: str) -> list[str]:
    """The line, and the line again."""
    return [text, text]


def by_run_over_lines(text: str) -> list[str]:
    """Each run twice, with a line break between its two copies."""
    lines = [""]
    for run in _RUNS.findall(text):
        lines[-1] += run
        if not run.isspace():
            lines.append(run)
    return [line for line in (part.strip() for part in lines) if line]


def thrice(text: str) -> list[str]:
    """Three copies on one line."""
    return [text * 3]


def thrice_over_lines(text: str) -> list[str]:
    """The line three times."""
    return [text] * 3


Doubling = Callable[[str], list[str]]
DOUBLINGS: tuple[Doubling, ...] = (
    whole,
    by_run,
    by_run_without_quotes,
    by_character,
    on_next_line,
    by_run_over_lines,
    thrice,
    thrice_over_lines,
)
#: The common ones, the first three of each kind in print.
USUAL: tuple[Doubling, ...] = (whole, by_run, on_next_line, by_run_over_lines, by_character)


# ---------------------------------------------------------------- lines


@frozen
class Damage:
    """What happens to the lines of a page.

    Attributes:
        doubled: How the lines of a kind are doubled.
        spaced: Chance that a headline or byline is letter-spaced.
        vertical: Chance that a headline stands one character a line.
        blanks: Blank lines between "all" lines, "blocks", "some" blocks or "none".
        indent: What an indent of two units comes out as.
        height: Lines a column; 0 for no column breaks.
        column: What a column break leaves: "none", "blank", "rule", "feed" or "repeat".
        unspaced: Whether spaces in heads and furniture are lost.
        glued: Chance that a headline's last line and the next come out as one.
        table: How a table comes out: "cells", "blank", "spaces", "tabs", "wide".
    """

    doubled: Mapping[str, Doubling] = field(factory=dict)
    spaced: float = 0.0
    vertical: float = 0.0
    blanks: str = "none"
    indent: str = ""
    height: int = 0
    column: str = "none"
    unspaced: bool = False
    glued: float = 0.0
    table: str = "cells"


def broken_columns(lines: Sequence[Line], damage: Damage, rng: Random) -> list[Line]:
    """Lines with what stands at the end of each column."""
    if not damage.height:
        return list(lines)
    result: list[Line] = []
    for count, line in enumerate(lines, 1):
        result.append(line)
        last = count == len(lines)
        if count % damage.height or last or line.kind == "table":
            continue
        if damage.column == "repeat" and line.kind == "para" and rng.random() < 0.6:
            following = lines[count]
            if following.kind == "para" and following.block == line.block:
                # the last character is printed again at the top of the next column
                result.append(Line(line.text[-1], "echo", line.block))
        elif damage.column == "blank":
            result.append(Line("", "gap"))
        elif damage.column == "rule":
            result.append(Line(rng.choice(("---", "----", "***", "—————")), "gap"))
        elif damage.column == "feed":
            result.append(Line("\f", "gap"))
    return result


def printed(lines: Sequence[Line], damage: Damage, rng: Random) -> list[str]:
    """The lines of the raw text."""
    result: list[str] = []
    echo = ""
    before: Line | None = None
    vertical: dict[int, bool] = {}
    for line in lines:
        if line.kind == "echo":
            echo = line.text
            continue
        if before is not None and _blank(before, line, damage.blanks, rng):
            result.append("")
        upright = line.kind == "head" and vertical.setdefault(
            line.block, rng.random() < damage.vertical
        )
        copies = list(line.text.replace(" ", "")) if upright else _copies(line, damage, rng)
        if damage.blanks == "all" and not upright:
            copies = [part for copy in copies for part in ("", copy)][1:]
        if echo:
            copies[0], echo = echo + copies[0], ""
        glue = (
            before is not None
            and before.kind in ("head", "deck")
            and line.kind in ("deck", "byline")
            and damage.blanks == "none"
            and rng.random() < damage.glued
        )
        if glue and result:
            result[-1] += copies.pop(0)
        result.extend(copies)
        before = line
    return result


def _blank(before: Line, line: Line, how: str, rng: Random) -> bool:
    if how == "all":
        return True
    if before.block == line.block and line.block:
        return False
    return how == "blocks" or (how == "some" and rng.random() < 0.5)


def _copies(line: Line, damage: Damage, rng: Random) -> list[str]:
    if line.kind == "table":
        return _table(line.rows, damage.table)
    text = line.text
    if (line.kind in ("head", "byline", "deck") and rng.random() < damage.spaced) or line.loose:
        text = loosened(text)
    elif damage.unspaced and line.kind in ("head", "byline", "furniture", "deck", "photo"):
        text = text.replace(" ", "")
    if line.indent and damage.indent:
        text = damage.indent + text
    doubled = damage.doubled.get(line.kind)
    return doubled(text) if doubled and text.strip() else [text]


def _table(rows: Sequence[Sequence[str]], how: str) -> list[str]:
    if how == "cells":
        return [cell for row in rows for cell in row if cell]
    if how == "blank":
        return [part for row in rows for cell in row if cell for part in (cell, "")][:-1]
    if how == "wide":
        widths = [max(width_of(row[i]) for row in rows) for i in range(len(rows[0]))]
        return [
            "".join(
                cell + " " * int(2 * (width - width_of(cell)) + 4)
                for cell, width in zip(row, widths, strict=True)
            ).rstrip()
            for row in rows
        ]
    return [("\t" if how == "tabs" else " ").join(row) for row in rows]


# ---------------------------------------------------------------- columns read across


def side_by_side(
    columns: Sequence[Sequence[str]], rng: Random, collapsed: bool, ruler: str = "cells"
) -> list[str]:
    """Columns read line by line across the page.

    Where the columns stand is measured as extractors do: on the screen
    ("cells"), or in characters of the line, a full-width character being as
    wide as two of them ("half") or as one ("full").

    >>> side_by_side([["春耕", "备耕"], ["秋收"]], Random(1), collapsed=True)
    ['春耕 秋收', '备耕']
    """
    height = max(map(len, columns))
    padded = [[*column, *[""] * (height - len(column))] for column in columns]
    gap = rng.randint(2, 7)
    loose = ruler != "cells" and rng.random() < 0.4
    unit = 1 if ruler == "full" else 2
    widths = [max((unit * width_of(text) for text in column), default=0) for column in padded]
    result = []
    for row in zip(*padded, strict=True):
        if collapsed:
            result.append(" ".join(cell.strip() for cell in row if cell.strip()))
            continue
        line, at = "", 0.0
        for cell, width in zip(row, widths, strict=True):
            reached = 2 * width_of(line) if ruler == "cells" else len(line)
            spaces = int(at - reached) + (rng.choice((-1, 0, 0, 1)) if loose and line else 0)
            line += " " * max(spaces, 2 if line else 0) + cell
            at += width + gap
        result.append(line.rstrip())
    return result


# ---------------------------------------------------------------- characters

_SUPPLEMENT = dict(
    zip(
        "见贝车门风飞马龙青长页鱼鸟黄西民麦韦齐",
        "⻅⻉⻋⻔⻛⻜⻢⻰⻘⻓⻚⻥⻦⻩⻄⺠⻨⻙⻬",
        strict=True,
    )
)
_VERTICAL = dict(
    zip(
        "（）《》〈〉「」『』【】〔〕，。、：；",
        "︵︶︽︾︿﹀﹁﹂﹃﹄︻︼︹︺︐︒︑︓︔",
        strict=True,
    )
)
_HALF = str.maketrans("，：；？！（）", ",:;?!()")


@cache
def lookalikes() -> Mapping[str, tuple[str, ...]]:
    """Characters and the radicals or compatibility forms that a font may give for them."""
    table: dict[str, list[str]] = {char: [form] for char, form in _SUPPLEMENT.items()}
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFA2E)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table.setdefault(plain, []).append(chr(code))
    return {char: tuple(forms) for char, forms in table.items()}


def with_lookalikes(text: str, rng: Random, radicals: bool) -> str:
    """Some characters come out as radicals (or as compatibility ideographs) throughout."""
    table = {
        char: [f for f in forms if (ord(f) < 0x3000) == radicals]
        for char, forms in lookalikes().items()
    }
    present = sorted(char for char in set(text) if table.get(char))
    chosen = set(rng.sample(present, min(len(present), rng.randint(3, 25))))
    return "".join(rng.choice(table[char]) if char in chosen else char for char in text)


def with_vertical_marks(text: str) -> str:
    """Marks in the forms of vertical setting: ︵︶︽︾﹁﹂."""
    return "".join(_VERTICAL.get(char, char) for char in text)


def with_half_width_marks(text: str) -> str:
    """Commas, colons and brackets come out half-width."""
    return text.translate(_HALF)


def with_full_width_digits(text: str) -> str:
    """Digits come out full-width."""
    return text.translate({ord("0") + i: chr(0xFF10 + i) for i in range(10)})


def with_invisible(text: str, rng: Random) -> str:
    """Zero-width spaces, soft hyphens, byte order marks, control characters."""
    char = rng.choice("\u200b\u00ad\ufeff\u200e\u200d\u0003\ue5e5\u2060")
    rate = rng.choice((0.002, 0.01))
    body = "".join(c + char if rng.random() < rate else c for c in text)
    return ("\ufeff" if rng.random() < 0.5 else "") + body


def wrapped(lines: Iterable[str], width: int) -> Iterator[str]:
    """Lines cut at a width in half units, as a terminal cuts them."""
    for line in lines:
        for start in range(0, max(len(line), 1), width):
            yield line[start : start + width]

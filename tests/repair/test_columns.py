"""Columns that stand side by side are read one after the other; all else stays."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press import make_page
from press.articles import bank
from strategies import damaged, press_text
from zhnews.repair.columns import COLUMNS, take_columns_apart
from zhnews.repair.lines import Line, split_lines, width_of

TESTS = Path(__file__).parents[1]
GIVEN = TESTS / "pages" / "given"
CASES = [
    json.loads(row) for row in (TESTS / "cases" / "columns.jsonl").read_text("utf-8").splitlines()
]

#: Families of generated pages whose columns follow one another in the text.
IN_ORDER = ("native", "plain", "ocr", "digest", "hant", "archive", "vertical", "briefs", "mixed")


# ---------------------------------------------------------------- a small press of columns

#: A set line: its indent in Han characters, and its text.
Set = tuple[int, str]

_UNIT = re.compile(r"[A-Za-z0-9.,%]+|.")
_NO_START = frozenset("，。、；：？！）》」』”’】…%")


def set_paragraph(text: str, width: int) -> Iterator[Set]:
    """A paragraph in lines of so many Han characters, the first one indented by two."""
    indent, line = 2, ""
    for unit in _UNIT.findall(text):
        room = 2 * (width - indent) - width_of(line)
        if width_of(unit) > room and unit not in _NO_START:
            yield indent, line
            indent, line = 0, ""
        line += unit
    yield indent, line


def set_columns(rng: Random, columns: int) -> list[list[Set]]:
    """Paragraphs of the press in columns of one height."""
    paragraphs = [p.text for article in bank() for p in article.passages if p.kind == "para"]
    width, height = rng.randrange(11, 24), rng.randrange(6, 25)
    lines: list[Set] = []
    while len(lines) < columns * height:
        lines += set_paragraph(rng.choice(paragraphs).strip(), width)
    height = -(-len(lines) // columns)
    return [lines[start : start + height] for start in range(0, len(lines), height)]


def rows_of(columns: Sequence[Sequence[Set]]) -> Iterator[tuple[Set, ...]]:
    return zip_longest(*columns, fillvalue=(0, ""))


def on_grid(columns: Sequence[Sequence[Set]], gap: int, halves: bool) -> str:
    """As ``pdftotext -layout`` sets it: a long line pushes what stands on its right."""

    def size(text: str) -> int:
        return width_of(text) if halves else len(text)

    widths = [max(size(text) for _, text in column) for column in columns]
    rows: list[str] = []
    for cells in rows_of(columns):
        row, at = "", 0
        for (indent, text), width in zip(cells, widths, strict=True):
            if text:
                row += " " * max(at - size(row), 2 * bool(row)) + " " * (2 * indent) + text
            at += width + gap
        rows.append(row)
    return "\n".join(rows)


def joined(columns: Sequence[Sequence[Set]]) -> str:
    """As extractors set it that keep no white space: a blank between the cells of a row."""
    return "\n".join(" ".join(text for _, text in cells if text) for cells in rows_of(columns))


def texts(lines: Sequence[Line]) -> list[str]:
    return [line.text.text for line in lines]


def in_order(columns: Sequence[Sequence[Set]], lines: Sequence[Line]) -> float:
    """The share of the set lines that are followed by the line that follows in print."""
    printed = [text.strip() for column in columns for _, text in column]
    read = texts(lines)
    pairs = set(pairwise(read))
    return sum(pair in pairs for pair in pairwise(printed)) / (len(printed) - 1)


# ---------------------------------------------------------------- columns come apart


@pytest.mark.parametrize("columns", [2, 3, 4])
@pytest.mark.parametrize("halves", [False, True])
def test_columns_on_a_grid_are_read_one_after_the_other(columns: int, halves: bool) -> None:
    """The reader of a page goes down a column before he goes on to the next."""
    shares = []
    for seed in range(25):
        page = set_columns(Random(seed), columns)
        lines = take_columns_apart(split_lines(on_grid(page, 2 + seed % 5, halves)))
        shares.append(in_order(page, lines))

    assert sum(shares) / len(shares) > 0.93


@pytest.mark.parametrize(("columns", "share"), [(2, 0.93), (3, 0.92), (4, 0.90)])
def test_columns_joined_by_blanks_are_read_one_after_the_other(columns: int, share: float) -> None:
    """Indents and gutters are lost, but the lines of a column are of one width."""
    shares = []
    for seed in range(25):
        page = set_columns(Random(seed), columns)
        shares.append(in_order(page, take_columns_apart(split_lines(joined(page)))))

    assert sum(shares) / len(shares) > share


@pytest.mark.parametrize("number", ["022", "023", "024"])
def test_every_paragraph_of_the_given_pages_is_read_as_a_whole(number: str) -> None:
    """Pictures, headlines side by side and stories below one another included."""
    (path,) = GIVEN.glob(f"{number}_*.txt")
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
    lines = take_columns_apart(split_lines(path.read_text("utf-8")))
    read = re.sub(r"\s", "", "".join(texts(lines)))

    for article in gold["articles"]:
        for paragraph in article["paragraphs"]:
            assert re.sub(r"\s", "", paragraph) in read


def test_most_of_a_generated_page_of_columns_is_read_in_order() -> None:
    """Pages that no rule was made for: six characters in a row of every paragraph."""
    found = total = 0
    for seed in range(1000, 1030):
        page = make_page("hard", seed)
        lines = take_columns_apart(split_lines(page.raw))
        read = re.sub(r"\s", "", "".join(texts(lines)))
        for article in page.gold["articles"]:
            for paragraph in article["paragraphs"]:
                text = re.sub(r"\s", "", paragraph)
                grams = [text[at : at + 6] for at in range(max(1, len(text) - 5))]
                found += sum(gram in read for gram in grams)
                total += len(grams)

    assert found / total > 0.975


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_rows(case: dict[str, list[str]]) -> None:
    """Text in, text out; what says nothing of ``read`` is to be left alone."""
    lines = split_lines("\n".join(case["raw"]))
    read = take_columns_apart(lines)

    assert texts(read) == case.get("read", texts(lines))
    if "read" not in case:
        assert read is lines


# ---------------------------------------------------------------- what the halves carry

STORY = [
    "    夏夜里，不少街道灯      加到一万人次，复游率",
    "火通明，摊前人头攒动。      接近四成。夜市的成色，",
    "据统计，六成消费发生在      还要看服务跟不跟得上。",
    "夜间，大型商场每天销售          地铁末班车能不能延",
    "超过全天一半。两年来增      长半小时，停车位够不够，",
    "                            是人们最关心的事情。",
]


def test_a_half_keeps_its_place_and_the_name_of_the_rule() -> None:
    """Whoever asks what was done to the page is shown where each half stands."""
    raw = "\n".join(STORY)
    read = take_columns_apart(split_lines(raw))
    line = read[6]

    assert line.text.text == "接近四成。夜市的成色，"
    assert raw[line.text.start : line.text.end] == line.text.text
    assert (line.number, line.repairs) == (1, (COLUMNS,))


def test_an_indent_is_counted_from_the_columns_edge() -> None:
    """The first line of a paragraph is indented in every column, not only the left one."""
    read = take_columns_apart(split_lines("\n".join(STORY)))
    indented = [line.text.text for line in read if line.indent >= 4]

    assert indented == ["夏夜里，不少街道灯", "地铁末班车能不能延"]
    assert {line.indent for line in read} == {0, 4}


def test_a_paragraph_that_runs_on_in_the_next_column_has_no_gap() -> None:
    """Nothing stands between the foot of a column and the top of the next."""
    read = take_columns_apart(split_lines("\n".join(STORY)))

    assert [line.gap for line in read] == [0] * 11


# ---------------------------------------------------------------- laws


@pytest.mark.parametrize("family", IN_ORDER)
def test_pages_whose_columns_are_in_order_come_back_as_they_were(family: str) -> None:
    """Letter-spacing, names and headlines of two halves have blanks too."""
    for seed in range(12):
        lines = split_lines(make_page(family, seed).raw)

        assert take_columns_apart(lines) is lines


def test_the_given_pages_whose_columns_are_in_order_come_back_as_they_were() -> None:
    """The same for the pages that were given."""
    paths = sorted(GIVEN.glob("*.txt"))[:21]

    assert len(paths) == 21
    for path in paths:
        lines = split_lines(path.read_text("utf-8"))

        assert take_columns_apart(lines) is lines


def kept_and_given(raw: str) -> tuple[list[int], list[int]]:
    """The places of the printed characters before, and after, sorted."""
    lines = split_lines(raw)

    def places(some: Sequence[Line]) -> list[int]:
        spans = (span for line in some for span in line.text.spans)
        return sorted(at for span in spans for at in range(span.start, span.end) if raw[at].strip())

    return places(take_columns_apart(lines)), places(lines)


@given(st.one_of(press_text(), damaged("hard")))
@settings(max_examples=60)
def test_no_printed_character_is_lost_or_read_twice(raw: str) -> None:
    """The rule changes the order of reading, and nothing else."""
    kept, given_ = kept_and_given(raw)

    assert kept == given_


@given(st.lists(st.text(alphabet="夜市灯火，。 　a1\ud800\0（）", max_size=60), max_size=40))
@settings(max_examples=60)
def test_any_text_is_read(rows: list[str]) -> None:
    """Not knowing is an answer: no text raises."""
    kept, given_ = kept_and_given("\n".join(rows))

    assert kept == given_


@pytest.mark.parametrize("seed", [*range(0, 400, 10), 237])
def test_reading_twice_is_reading_once(seed: int) -> None:
    """What was taken apart shows no columns any more."""
    once = take_columns_apart(split_lines(make_page("hard", seed).raw))
    again = take_columns_apart(split_lines("\n".join(texts(once))))

    assert texts(again) == texts(once)

"""Tables as extractors write them: spaced rows, pipes, HTML, one cell a line."""

from __future__ import annotations

import pytest

from zhnews.articles.tables import find_tables
from zhnews.page import read_page
from zhnews.repair.lines import split_lines

WEATHER = [
    ["城市", "天气", "最低", "最高"],
    ["临沣", "多云", "16℃", "24℃"],
    ["岚港", "小雨", "18℃", "23℃"],
    ["望溪", "阴", "13℃", "20℃"],
]
MEDALS = [["名次", "代表队", "积分"], ["1", "安陵", "28"], ["2", "泽川", "27"], ["3", "沧浦", "25"]]


def cells(raw: str) -> list[list[list[str]]]:
    """The tables of a text as plain strings."""
    tables = find_tables(split_lines(raw))
    return [[[cell.text for cell in row] for row in table.rows] for table in tables]


@pytest.mark.parametrize("table", [WEATHER, MEDALS], ids=["weather", "medals"])
@pytest.mark.parametrize("gap", [" ", "\t", "　", "    "])
def test_rows_of_spaced_cells_are_a_table(table: list[list[str]], gap: str) -> None:
    """The reader sees rows and columns whatever stands between the cells."""
    raw = "\n".join(gap.join(row) for row in table)

    assert cells(raw) == [table]


@pytest.mark.parametrize("table", [WEATHER, MEDALS], ids=["weather", "medals"])
@pytest.mark.parametrize("blank", ["\n", "\n\n", "\n\n\n\n"])
def test_one_cell_a_line_is_a_table_where_the_figures_line_up(
    table: list[list[str]], blank: str
) -> None:
    """Each row has its figures in the same columns; the head has none."""
    raw = blank.join(cell for row in table for cell in row)

    assert cells(raw) == [table]


def test_columns_may_be_written_one_after_the_other() -> None:
    """An extractor that reads a table downwards gives a head and its figures."""
    raw = "\n".join(
        row[k]
        for k in range(3)
        for row in [
            ["时间", "风力", "雨量"],
            *[["今夜", "8级", "大雨"], ["上午", "10级", "暴雨"], ["下午", "7级", "中雨"]],
        ]
    )

    assert cells(raw)[0][1] == ["今夜", "8级", "大雨"]


def test_pipes_and_html_are_tables_without_their_markup() -> None:
    """A recognition model writes tables as markup; the cells are what is printed."""
    piped = "| 城市 | 最低 |\n|---|---|\n| 临沣 | 16℃ |\n"
    html = "<table><tr><td>城市</td><td>最低</td></tr><tr><td>临沣</td><td>16℃</td></tr></table>"

    assert cells(piped) == cells(html) == [[["城市", "最低"], ["临沣", "16℃"]]]


@pytest.mark.parametrize(
    "raw",
    [
        "本报记者 李敏\n本报记者 王磊\n本报记者 赵晓棠\n",
        "春耕备耕\n农机进村\n化肥到位\n种子下田\n小麦返青\n水库放水\n",
        "截至三月五日，全县\n已备足化肥1.2万吨\n，比上年同期增长\n8.3%。\n",
        "一、问题的提出\n二、成因\n三、对策\n四、结语\n五、附录\n六、注释\n",
    ],
    ids=["bylines", "headlines", "body", "headings"],
)
def test_lines_without_columns_of_figures_are_no_table(raw: str) -> None:
    """A reader sees bylines, headlines and running text here."""
    assert cells(raw) == []


def test_a_long_column_of_short_lines_takes_linear_time() -> None:
    """A page of figures alone has no head; nothing is tried twice for long."""
    assert find_tables(split_lines("1\n" * 20_000)) == ()


def test_cells_in_disorder_below_a_head_are_a_table() -> None:
    """The extraction found the cells where they lie, and two of them as one."""
    raw = "名次 球队 胜\n1\n安陵队12\n2\n3\n泽川队11\n沧浦队9\n绿皮车上的“流动集市”\n记者 李敏\n"
    table = find_tables(split_lines(raw))[0]

    assert (table.first, table.last) == (0, 7)
    assert [cell.text for row in table.rows for cell in row][:6] == [
        *("名次", "球队", "胜"),
        *("1", "安陵队", "12"),
    ]


def test_words_with_spaces_over_figures_in_text_are_no_table() -> None:
    """A headline of three parts stands over one figure only."""
    assert find_tables(split_lines("春耕 夏耘 秋收\n3000亿元\n今年以来，产量增长。\n")) == ()


def test_a_tab_sets_cells_apart_that_have_spaces_in_them() -> None:
    """同比增减 (%) is the head of one column."""
    rows = [
        ["年份", "运输量(万吨)", "比上年同期增减 (%)"],
        ["2019", "10552.25", "18.3"],
        ["2020", "12682.20", "20.2"],
    ]

    assert cells("\n".join("\t".join(row) for row in rows)) == [rows]


@pytest.mark.parametrize(
    "raw",
    [
        "三百尾 鲟鱼放归\n新华社临 沣5月9日电\n（记者马识 途）300尾人\n",
        "本报记者 苗圃 通讯员 李敏\n2023 2024 2025 2026\n",
    ],
)
def test_a_report_with_blanks_in_it_is_no_table(raw: str) -> None:
    """No cell holds a dateline, a byline or half of a bracket."""
    assert cells(raw) == []


def test_short_lines_over_the_rows_of_a_table_are_no_cells() -> None:
    """As many as a table of one cell a line has columns: the search for its rows ends."""
    raw = "甲表\n乙水\n丙火\n丁木\n戊土\n己金\n今夜 8级 12%\n明晨 9级 13%\n后天 7级 11%\n"
    (article,) = read_page(raw).articles

    assert [len(row) for row in article.tables[0]] == [3, 3, 3]

"""CSV holds an article in each row, and can be made harmless to spreadsheets."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from handmade import handmade_page, hostile_page
from zhnews.output import page_to_csv, printable
from zhnews.output.csv_table import COLUMNS


def rows(text: str) -> list[dict[str, str]]:
    """The rows as a CSV reader sees them."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_holds_an_article() -> None:
    """A table of articles is what one wants in a spreadsheet."""
    first, second = rows(page_to_csv(handmade_page(), document="a.txt"))

    assert (first["doc"], first["number"], first["headline"]) == ("a.txt", "1", "春耕备耕")
    assert first["credits"] == "李敏 (reporter, 新华社)\n林小桥 (photographer)"
    assert first["tables"].splitlines()[1] == "2023\t9,000"
    assert second["body"] == "下午三点，街上*很*静。"
    assert second["source"] == ""


def test_the_columns_are_named_once() -> None:
    """Several documents make one table."""
    assert tuple(rows(page_to_csv(handmade_page()))[0]) == COLUMNS
    assert not page_to_csv(handmade_page(), header=False).startswith("doc")


def test_lines_end_as_the_standard_says() -> None:
    """RFC 4180 asks for CRLF."""
    assert page_to_csv(handmade_page()).split("\r\n")[0] == ",".join(COLUMNS)


@given(st.sampled_from("=+-@\t＝＋－＠"), st.text(max_size=8))
def test_no_cell_begins_like_a_formula_when_asked(mark: str, rest: str) -> None:
    """A spreadsheet that opens the file computes nothing and calls nobody."""
    for row in rows(page_to_csv(hostile_page(mark + rest), safe=True)):
        assert not [cell for cell in row.values() if cell.lstrip(" ").startswith(mark)]


@given(st.text(alphabet=st.characters(codec=None, exclude_characters="\r\n"), max_size=12))
def test_a_hostile_page_reads_back(text: str) -> None:
    """Commas, quotes and line ends stay inside their cells."""
    (row,) = rows(page_to_csv(hostile_page(text)))

    assert row["headline"] == printable(text)

"""A batch of texts becomes a batch of articles, and a bad row stays one row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhnews.page import read_page

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
arrow: Any = pytest.importorskip("zhnews.output.arrow")

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("0*.txt"))


def texts(**columns: list[Any]) -> Any:
    """A table of texts."""
    return pa.table(columns)


def test_a_row_is_an_article() -> None:
    """The rows say what the plain form says."""
    raw = SEEDS[-1].read_text("utf-8")
    rows = arrow.articles_of(texts(doc=["a"], text=[raw]), keep=["doc"]).to_pylist()
    articles = [article.to_dict() for article in read_page(raw).articles]

    for number, (row, article) in enumerate(zip(rows, articles, strict=True), 1):
        assert (row.pop("doc"), row.pop("number"), row.pop("error")) == ("a", number, None)
        for paragraph in row["paragraphs"]:
            stretches = [raw[span["start"] : span["end"]] for span in paragraph["spans"]]
            assert len("".join(stretches)) == len(paragraph["text"])
        row["paragraphs"] = [paragraph["text"] for paragraph in row["paragraphs"]]
        assert {key: row[key] for key in article} == article


def test_a_text_that_cannot_be_read_gives_its_reason() -> None:
    """One null in a million rows is one row with an error."""
    raw = SEEDS[-1].read_text("utf-8")
    rows = arrow.articles_of(
        texts(doc=["a", "b", "c"], text=[raw, None, raw]), keep=["doc"]
    ).to_pylist()
    failed = [row for row in rows if row["error"]]

    assert [row["doc"] for row in failed] == ["b"]
    assert failed[0]["error"].startswith("TypeError")
    assert failed[0]["headline"] is None
    assert {row["doc"] for row in rows} == {"a", "b", "c"}


def test_no_texts_give_no_rows_of_the_same_schema() -> None:
    """An empty partition is no error."""
    empty = texts(text=pa.array([], pa.string()))
    batch = arrow.articles_of(empty)

    assert batch.num_rows == 0
    assert batch.schema == arrow.schema_with(empty)


def test_record_batches_and_tables_are_the_same_to_it() -> None:
    """Engines hand over the one or the other, and want it back."""
    table = texts(doc=["a"], text=[SEEDS[-1].read_text("utf-8")])
    batch = arrow.articles_of(table.to_batches()[0], keep=["doc"])

    assert isinstance(batch, pa.RecordBatch)
    assert arrow.articles_of(table, keep=["doc"]).equals(pa.Table.from_batches([batch]))


def test_a_column_that_is_not_there_is_named() -> None:
    """With the columns that are."""
    with pytest.raises(KeyError, match="no column 'txt'; the columns are doc, text"):
        arrow.articles_of(texts(doc=["a"], text=["春"]), text="txt")


def test_articles_go_through_parquet(tmp_path: Path) -> None:
    """What is written is what is read."""
    table = texts(
        doc=[path.stem for path in SEEDS], text=[path.read_text("utf-8") for path in SEEDS]
    )
    batch = arrow.articles_of(table, keep=["doc"])
    parquet.write_table(batch, tmp_path / "articles.parquet")

    assert parquet.read_table(tmp_path / "articles.parquet").to_pylist() == batch.to_pylist()


@given(st.lists(st.text(max_size=30) | st.none(), max_size=4))
def test_any_texts_give_a_batch(raws: list[str | None]) -> None:
    """Whatever stands in them."""
    batch = arrow.articles_of(texts(text=pa.array(raws, pa.string())))

    batch.validate(full=True)
    assert sum(error is not None for error in batch.column("error").to_pylist()) >= raws.count(None)

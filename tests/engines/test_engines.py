"""The engines that run on many machines read the same articles as one process.

Each runs for real, on this machine, Parquet in and Parquet out, with one text
that cannot be read. Skipped where the engine is not installed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
arrow: Any = pytest.importorskip("zhnews.output.arrow")

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("0*.txt"))

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Parquet file of texts, in several row groups, one of them null."""
    names = [path.stem for path in SEEDS if path.stat().st_size < 100_000]
    texts: list[str | None] = [
        path.read_text("utf-8") for path in SEEDS if path.stat().st_size < 100_000
    ]
    table = pa.table({"doc": [*names, "broken"], "text": pa.array([*texts, None], pa.string())})
    path = tmp_path_factory.mktemp("pages") / "pages.parquet"
    parquet.write_table(table, path, row_group_size=2)
    return path


@pytest.fixture(scope="module")
def expected(pages: Path) -> Rows:
    """What one process reads."""
    return in_order(arrow.articles_of(parquet.read_table(pages), keep=["doc"]).to_pylist())


def in_order(rows: Rows) -> Rows:
    """Rows by document and number: engines may shuffle them."""
    return sorted(rows, key=lambda row: (row["doc"], row["number"] or 0))


def test_one_process_reads_every_page_and_reports_the_broken_one(expected: Rows) -> None:
    """What the engines are compared with is not empty."""
    assert len({row["doc"] for row in expected}) == 5
    assert [row["doc"] for row in expected if row["error"]] == ["broken"]


def test_duckdb(pages: Path, tmp_path: Path, expected: Rows) -> None:
    """A query hands over batches and takes the articles back."""
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    reader = connection.sql(f"SELECT doc, text FROM '{pages}'").to_arrow_reader(2)
    batches = [arrow.articles_of(batch, keep=["doc"]) for batch in reader]
    articles = pa.Table.from_batches(batches)
    connection.register("articles", articles)
    connection.execute(f"COPY articles TO '{tmp_path / 'out.parquet'}' (FORMAT parquet)")

    assert in_order(parquet.read_table(tmp_path / "out.parquet").to_pylist()) == expected


def test_dask(pages: Path, expected: Rows) -> None:
    """A delayed call for each row group."""
    dask = pytest.importorskip("dask")

    def read_group(index: int) -> Any:
        group = parquet.ParquetFile(pages).read_row_group(index)
        return arrow.articles_of(group, keep=["doc"])

    groups = range(parquet.ParquetFile(pages).num_row_groups)
    tables = dask.compute(*[dask.delayed(read_group)(index) for index in groups])

    assert in_order(pa.concat_tables(tables).to_pylist()) == expected


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A Spark of two threads on this machine."""
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        pytest.skip("no Java here")
    os.environ["PYSPARK_PYTHON"] = sys.executable  # its workers need zhnews too
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_spark(spark: Any, pages: Path, tmp_path: Path, expected: Rows) -> None:
    """mapInArrow with the schema that the module gives."""
    from pyspark.sql.pandas.types import from_arrow_schema

    texts = spark.read.parquet(str(pages)).repartition(2)
    schema = from_arrow_schema(arrow.schema_with(parquet.read_table(pages), keep=["doc"]))

    def read(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield arrow.articles_of(batch, keep=["doc"])

    texts.mapInArrow(read, schema).write.parquet(str(tmp_path / "out"))

    assert in_order(parquet.read_table(tmp_path / "out").to_pylist()) == expected


def test_ray(pages: Path, tmp_path: Path, expected: Rows) -> None:
    """map_batches in Arrow's format."""
    ray = pytest.importorskip("ray")
    data = pytest.importorskip("ray.data")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    try:
        dataset = data.read_parquet(str(pages)).map_batches(
            partial(arrow.articles_of, keep=["doc"]), batch_format="pyarrow", batch_size=2
        )
        dataset.write_parquet(str(tmp_path / "out"))
    finally:
        ray.shutdown()

    assert in_order(parquet.read_table(tmp_path / "out").to_pylist()) == expected

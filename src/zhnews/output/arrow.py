"""Many pages as Arrow: a batch of texts to a batch of articles.

The one function here is what the engines for many machines call: Spark's
``mapInArrow``, Ray Data's ``map_batches``, Dask, DuckDB. A text that cannot be
read gives one row with its reason in ``error`` and never stops the job.

Needs the extra "arrow" (pyarrow).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import pyarrow as pa

from zhnews.many import Failure, read_pages
from zhnews.page import Page
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["SCHEMA", "articles_of", "schema_with"]

#: What an engine hands over is what it is given back.
Texts = TypeVar("Texts", pa.RecordBatch, pa.Table)

_TEXT = pa.string()
_TEXTS = pa.list_(pa.string())

#: Half-open, in code points of the raw text.
_SPAN = pa.struct([pa.field("start", pa.int32()), pa.field("end", pa.int32())])

_CREDIT = pa.struct(
    [
        pa.field("name", _TEXT),
        pa.field("role", _TEXT),
        pa.field("organization", _TEXT),
    ]
)

_PARAGRAPH = pa.struct([pa.field("text", _TEXT), pa.field("spans", pa.list_(_SPAN))])

#: The columns of an article. A row is an article; a text that cannot be read is
#: one row in which all but ``error`` is null.
SCHEMA = pa.schema(
    [
        pa.field("number", pa.int32(), metadata={"doc": "from 1, in the order of the page"}),
        pa.field("publication", _TEXT),
        pa.field("issue_date", _TEXT),
        pa.field("headline", _TEXT),
        pa.field("kicker", _TEXT),
        pa.field("subheads", _TEXTS),
        pa.field("credits", pa.list_(_CREDIT)),
        pa.field("source", _TEXT),
        pa.field("date", _TEXT),
        pa.field("dateline", _TEXT),
        pa.field("paragraphs", pa.list_(_PARAGRAPH)),
        pa.field("captions", _TEXTS),
        pa.field("pull_quotes", _TEXTS),
        pa.field("links", _TEXTS),
        pa.field("attachments", _TEXTS),
        pa.field("tables", pa.list_(pa.list_(_TEXTS))),
        pa.field("error", _TEXT, metadata={"doc": "why the text could not be read, else null"}),
    ]
)

#: Arrow's strings are UTF-8, which has no bytes for half of a surrogate pair.
_SURROGATE = re.compile("[\ud800-\udfff]")


def schema_with(table: pa.RecordBatch | pa.Table, keep: Iterable[str] = ()) -> pa.Schema:
    """The schema of what :func:`articles_of` gives.

    Args:
        table: The texts, or an empty batch of their schema.
        keep: The columns of the texts that are repeated for each article.
    """
    kept = [table.schema.field(name) for name in keep]
    return pa.schema([*kept, *SCHEMA])


def articles_of(
    table: Texts,
    *,
    text: str = "text",
    keep: Iterable[str] = (),
    vocabulary: Vocabulary = STANDARD,
) -> Texts:
    """The articles of many pages, a row each.

    Args:
        table: Texts, one page a row.
        text: The column of the raw texts.
        keep: Columns to repeat for each article, as the name of the document.
        vocabulary: The tables to read with.

    Returns:
        A batch for a batch, a table for a table: the kept columns and those of
        :data:`SCHEMA`. A page without articles
        has no row; a text that cannot be read (a null, say) has one, with the
        reason in ``error``.

    Raises:
        KeyError: There is no such column.

    >>> batch = pa.RecordBatch.from_pydict({"doc": ["a"], "text": ["春耕\\n　　农户备耕。\\n"]})
    >>> articles_of(batch, keep=["doc"]).column("doc").to_pylist()
    ['a']
    """
    keep = list(keep)
    for name in (text, *keep):
        if name not in table.schema.names:
            msg = f"there is no column {name!r}; the columns are {', '.join(table.schema.names)}"
            raise KeyError(msg)
    texts = (cell.as_py() for cell in table.column(text))
    origin: list[int] = []
    rows: list[dict[str, Any]] = []
    for index, page in enumerate(read_pages(texts, vocabulary=vocabulary)):
        for row in _rows(page):
            origin.append(index)
            rows.append(row)
    indices = pa.array(origin, pa.int64())
    kept: list[Any] = [_one_chunk(table.column(name).take(indices)) for name in keep]
    made: list[Any] = [pa.array([row.get(one.name) for row in rows], one.type) for one in SCHEMA]
    return type(table).from_arrays([*kept, *made], schema=schema_with(table, keep))


def _one_chunk(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _rows(page: Page | Failure) -> Iterator[dict[str, Any]]:
    if isinstance(page, Failure):
        yield {"error": page.reason}
        return
    issue = {
        "publication": page.publication and page.publication.text,
        "issue_date": page.issue_date,
    }
    for number, article in enumerate(page.articles, 1):
        row = article.to_dict()
        row["paragraphs"] = [
            {
                "text": paragraph.text,
                "spans": [{"start": span.start, "end": span.end} for span in paragraph.spans],
            }
            for paragraph in article.paragraphs
        ]
        yield _encodable({"number": number} | issue | row)


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_encodable(part) for part in value]
    if isinstance(value, dict):
        return {key: _encodable(part) for key, part in value.items()}
    return value

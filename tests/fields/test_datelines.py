"""Which words before the first sentence are a dateline?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fields.cases import plain, rows
from zhnews.excerpt import Excerpt
from zhnews.fields.datelines import read_dateline, split_dateline


@pytest.mark.parametrize("row", rows("datelines"))
def test_a_dateline_is_taken_apart_as_a_reader_would(row: dict[str, Any]) -> None:
    """Agency, place and reporters leave the paragraph; running text stays."""
    dateline, rest = split_dateline(row["text"])

    if row["dateline"] is None:
        assert dateline is None
        assert rest.text == row["text"]
        return
    assert dateline is not None
    agency, place = dateline.agency, dateline.place
    assert {
        "dateline": dateline.text.text,
        "agency": agency.text if agency else None,
        "place": place.text if place else None,
        "credits": plain(dateline.credits),
        "rest": rest.text,
    } == {key: row[key] for key in ("dateline", "agency", "place", "credits", "rest")}


@pytest.mark.parametrize(
    ("text", "issued", "day"),
    [
        ("新华社北京3月5日电 今天", date(2024, 3, 6), "2024-03-05"),
        ("新华社北京12月31日电 今天", date(2024, 1, 2), "2023-12-31"),
        ("（中央社台北28日電）今天", date(2024, 3, 1), "2024-02-28"),
        ("新华社北京2024年3月5日电 今天", None, "2024-03-05"),
        ("新华社北京2月30日电 今天", date(2024, 3, 6), None),
        ("新华社北京3月5日电 今天", None, None),
        ("【大公報訊】記者李望賢北京五日電：今日", date(2024, 3, 6), "2024-03-05"),
        ("本报讯 今天", date(2024, 3, 6), None),
    ],
)
def test_the_day_is_counted_back_from_the_issue(
    text: str, issued: date | None, day: str | None
) -> None:
    """A report is dated before its issue, if only last year or last month."""
    dateline = read_dateline(text, issued=issued)

    assert dateline is not None
    assert dateline.date == day


@given(st.text(alphabet="本报讯电新华社北京3月5日（）【】记者李敏报道：，今天", max_size=40))
def test_splitting_off_a_dateline_only_selects(text: str) -> None:
    """The rest ends the text, and the dateline can be read off it."""
    dateline, rest = split_dateline(Excerpt.of(text, 7))

    assert text.endswith(rest.text)
    if dateline is not None:
        start = dateline.text.start - 7
        assert text[start : start + len(dateline.text)] == dateline.text.text

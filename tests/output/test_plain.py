"""The plain form holds what the page says, and where it says it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handmade import RAW, handmade_page, hostile_page
from zhnews.output import (
    article_to_dict,
    page_to_dict,
    page_to_json,
    page_to_jsonl,
    to_json,
)
from zhnews.page import read_page

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/reference/page.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_plain_form_has_the_keys_of_the_gold() -> None:
    """A parse is compared with what an editor wrote down, key for key."""
    form = page_to_dict(handmade_page())

    assert list(form) == ["publication", "issue_date", "articles", "furniture", "contents"]
    assert list(form["articles"][0]) == [
        "headline",
        "kicker",
        "subheads",
        "credits",
        "source",
        "date",
        "dateline",
        "paragraphs",
        "captions",
        "pull_quotes",
        "links",
        "attachments",
        "tables",
    ]


def test_every_field_of_an_article_is_plain_text() -> None:
    """What a reader of the page would write down for it."""
    form = article_to_dict(handmade_page().articles[0])

    assert form == {
        "headline": "春耕备耕",
        "kicker": "专栏",
        "subheads": ["——来自田间的报告", "一、备足化肥"],
        "credits": [
            {"name": "李敏", "role": "reporter", "organization": "新华社"},
            {"name": "林小桥", "role": "photographer", "organization": None},
        ],
        "source": None,
        "date": "2024-03-06",
        "dateline": "新华社泽川3月6日电",
        "paragraphs": [
            "截至3月5日，全县已备足化肥1.2万吨。",
            '=1+1 <script>alert("春")</script> 也是正文。',
        ],
        "captions": ["农户在查看化肥。"],
        "pull_quotes": ["好种出好苗"],
        "links": ["http://www.example.com/a?b=1&c=2"],
        "attachments": ["名单"],
        "tables": [[["年份", "吨数"], ["2023", "9,000"], ["=2024|", "12,000"]]],
    }


def read_at(raw: str, text: Any, place: Any) -> None:
    """Compare a text, or a list of them, with the raw text at its places."""
    if isinstance(text, str):
        assert text == "".join(raw[start:end] for start, end in place)
    elif isinstance(text, list):
        for part, other in zip(text, place, strict=True):
            read_at(raw, part, other)
    elif isinstance(text, dict):
        for key in text:
            if key not in ("role", "date"):
                read_at(raw, text[key], place[key])


def test_places_say_where_each_text_stands() -> None:
    """Whoever doubts a field can look it up on the page."""
    form = page_to_dict(handmade_page(), spans=True)

    for article in form["articles"]:
        read_at(
            RAW, {key: part for key, part in article.items() if key != "spans"}, article["spans"]
        )
    read_at(RAW, form["furniture"], form["spans"]["furniture"])
    read_at(RAW, form["publication"], form["spans"]["publication"])
    assert [RAW[drop["start"] : drop["end"]] for drop in form["dropped"]] == ["春耕备耕", "附："]


@pytest.mark.parametrize("spans", [False, True])
@pytest.mark.parametrize(
    "document", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem
)
def test_the_schema_describes_what_is_written(document: Path, spans: bool) -> None:
    """Who reads the JSON in another language has only the schema to go by."""
    page = read_page(document.read_text("utf-8"))

    VALIDATOR.validate(json.loads(page_to_json(page, document=document.name, spans=spans)))


def test_the_schema_describes_a_page_made_by_hand() -> None:
    """It covers the fields that the seeds happen not to have."""
    VALIDATOR.check_schema(SCHEMA)
    VALIDATOR.validate(handmade_page().to_dict(spans=True))
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(handmade_page().to_dict() | {"articles": [{"headline": 3}]})


def test_the_gold_has_the_form_that_the_schema_describes() -> None:
    """Gold and output are one form."""
    for gold in sorted((ROOT / "tests/pages/gold").glob("*.json")):
        VALIDATOR.validate(json.loads(gold.read_text("utf-8")))


def test_json_lines_hold_an_article_each() -> None:
    """One line is one article, whole, with the paper and the day of its page."""
    lines = page_to_jsonl(handmade_page(), document="a.txt").splitlines()

    assert [json.loads(line)["headline"] for line in lines] == ["春耕备耕", "街头的春天"]
    assert json.loads(lines[1])["publication"] == "泽川日报"
    assert json.loads(lines[1])["number"] == 2


@given(st.text())
def test_json_reads_back_as_it_was_and_encodes_as_utf8(text: str) -> None:
    """Lone surrogates, NUL, line separators: all come back from valid JSON."""
    encoded = to_json({"text": text}).encode("utf-8")

    assert json.loads(encoded) == {"text": text}
    assert len(encoded.decode().splitlines()) == 1


@given(st.text(alphabet=st.characters(codec=None), max_size=20))
def test_json_of_a_hostile_page_is_valid(text: str) -> None:
    """Whatever a page holds, a JSON reader can read it."""
    form = json.loads(page_to_json(hostile_page(text), spans=True).encode("utf-8"))

    assert form["articles"][0]["source"] == text

"""JSON-LD says what the page says, in schema.org's words only."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from handmade import handmade_page, hostile_page
from zhnews.output import article_to_jsonld, page_to_jsonld

PROPERTIES: dict[str, Any] = json.loads(
    Path(__file__).with_name("schema_org.json").read_text("utf-8")
)


def check_properties(node: Any) -> None:
    """Every property of every node is one of its type's."""
    if isinstance(node, list):
        for part in node:
            check_properties(part)
    elif isinstance(node, dict):
        for key, value in node.items():
            assert key == "@type" or key in PROPERTIES[node["@type"]]
            check_properties(value)


def test_an_article_is_a_news_article() -> None:
    """What search engines and archives read."""
    page = handmade_page()
    node = article_to_jsonld(page.articles[0], page=page)

    assert node["headline"] == "春耕备耕"
    assert node["alternativeHeadline"] == ["专栏", "——来自田间的报告"]
    assert node["datePublished"] == "2024-03-06"
    assert node["author"] == [
        {
            "@type": "Person",
            "name": "李敏",
            "jobTitle": "reporter",
            "affiliation": {"@type": "Organization", "name": "新华社"},
        }
    ]
    assert node["isPartOf"] == {
        "@type": "PublicationIssue",
        "datePublished": "2024-03-07",
        "isPartOf": {"@type": "Newspaper", "name": "泽川日报"},
    }
    assert node["inLanguage"] == "zh-Hans"


def test_an_article_without_a_date_has_the_date_of_its_issue() -> None:
    """It was published with the issue."""
    page = handmade_page()

    assert article_to_jsonld(page.articles[1], page=page)["datePublished"] == "2024-03-07"


def test_what_the_page_does_not_say_is_left_out() -> None:
    """A missing source is no empty string."""
    assert "sourceOrganization" not in article_to_jsonld(handmade_page().articles[1])


def test_every_property_is_schema_orgs() -> None:
    """A misspelt property says nothing to anyone."""
    page = handmade_page()
    check_properties([article_to_jsonld(article, page=page) for article in page.articles])
    check_properties(article_to_jsonld(hostile_page("春").articles[0], page=hostile_page("春")))


@given(st.text(alphabet=st.characters(codec=None), max_size=12))
def test_a_hostile_page_gives_valid_json(text: str) -> None:
    """Lone surrogates and NUL included."""
    graph = json.loads(page_to_jsonld(hostile_page(text)).encode("utf-8"))["@graph"]

    assert graph[0].get("headline", "") == text

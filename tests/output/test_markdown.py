"""Markdown shows the page's text and none of its own marks."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handmade import handmade_page, hostile_page
from zhnews.output import article_to_markdown, page_to_markdown, printable
from zhnews.output.markdown import escape

markdown_it = pytest.importorskip("markdown_it")


class _Text(HTMLParser):
    """The text of an HTML page, and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)


def rendered(markdown: str) -> _Text:
    """Markdown as a CommonMark reader with tables shows it."""
    reader = _Text()
    reader.feed(markdown_it.MarkdownIt("commonmark").enable("table").render(markdown))
    return reader


def split_matter(markdown: str) -> tuple[dict[str, object], str]:
    """The front matter, and what follows it."""
    _, matter, body = markdown.split("---\n", 2)
    pairs = (line.split(": ", 1) for line in matter.splitlines())
    return {key: json.loads(value) for key, value in pairs}, body


def test_an_article_has_its_fields_in_the_front_matter() -> None:
    """Site generators read title, date and authors from there."""
    matter, _ = split_matter(article_to_markdown(handmade_page().articles[0]))

    assert matter == {
        "title": "春耕备耕",
        "kicker": "专栏",
        "subtitle": ["——来自田间的报告"],
        "authors": ["李敏", "林小桥"],
        "date": "2024-03-06",
        "dateline": "新华社泽川3月6日电",
    }


def test_passages_are_headings_paragraphs_and_tables() -> None:
    """The structure of the article is the structure of the document."""
    _, body = split_matter(article_to_markdown(handmade_page().articles[0]))
    reader = rendered(body)

    assert [reader.elements.count(name) for name in ("h1", "h2", "table", "blockquote", "a")] == [
        1, 1, 1, 2, 1,
    ]  # fmt: skip
    assert '=1+1 <script>alert("春")</script> 也是正文。' in reader.text
    assert "script" not in reader.elements


def test_a_page_has_a_section_for_each_article() -> None:
    """Several articles are one document, with a heading each."""
    matter, body = split_matter(page_to_markdown(handmade_page(), document="a.txt"))

    assert matter == {
        "doc": "a.txt",
        "publication": "泽川日报",
        "date": "2024-03-07",
        "articles": 2,
    }
    assert rendered(body).elements.count("h2") == 2


@given(st.text(alphabet="春1.)#*_`~-+=>|<&;[]()!\\\"'\t x\x1b\ud800", min_size=1, max_size=12))
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    """Nothing that a page prints turns into Markdown."""
    shown = rendered(escape(text)).text

    assert "".join(shown.split()) == "".join(printable(text).split())


@given(st.text(max_size=12))
def test_a_hostile_page_gives_no_element_of_its_own(text: str) -> None:
    """Only the elements of the form come out, whatever stands on the page."""
    _, body = split_matter(page_to_markdown(hostile_page(text)))

    assert set(rendered(body).elements) <= {
        "p",
        "em",
        "strong",
        "h2",
        "h3",
        "blockquote",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "hr",
    }

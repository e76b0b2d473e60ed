"""The proof shows every character, and runs nothing that the page says."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from handmade import RAW, handmade_page, hostile_page
from zhnews.output import page_to_html
from zhnews.page import Page


class _Proof(HTMLParser):
    """The elements of a proof, and the text of its two panes."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.handlers: list[str] = []
        self.raw = ""
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.inside = self.inside or tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.raw += data


def read(page: Page) -> _Proof:
    """The proof of a page as a browser takes it apart."""
    reader = _Proof()
    reader.feed(page_to_html(page, title="a.txt"))
    return reader


def test_all_of_the_raw_text_is_shown() -> None:
    """What is not on the proof cannot be checked."""
    assert read(handmade_page()).raw == RAW


def test_a_script_on_the_page_is_shown_and_not_run() -> None:
    """The page's <script> is text; the proof's own is the only one."""
    proof = read(handmade_page())

    assert proof.elements.count("script") == 1
    assert '<script>alert("春")</script>' in proof.raw


def test_both_sides_name_the_same_passages() -> None:
    """Each passage of the articles has its place in the raw text."""
    html = page_to_html(handmade_page())
    raw, articles = html.split('<section id="read"', 1)
    names = re.compile(r'data-id="([\w-]+)"')

    assert set(names.findall(raw)) == set(names.findall(articles))


def test_dropped_text_stands_under_its_rule() -> None:
    """One can look through what a rule dropped, and hide it."""
    html = page_to_html(handmade_page())

    assert 'data-reason="doubled glyphs"' in html
    assert re.search(r'<details open data-rule="\d+"><summary[^>]*>doubled glyphs', html)


def test_what_cannot_be_seen_is_named() -> None:
    """A zero-width space is there although nobody sees it."""
    assert '<i class="unseen">200B</i>' in page_to_html(hostile_page("春\u200b耕"))
    assert '<i class="unseen">0000×9000</i>' in page_to_html(hostile_page("\x00" * 9000))


def test_nothing_is_loaded_from_anywhere() -> None:
    """It opens on a plane, and tells nobody that it was opened."""
    html = page_to_html(handmade_page())
    proof = read(handmade_page())

    assert not {"img", "link", "iframe", "object"} & set(proof.elements)
    assert "default-src 'none'" in html
    assert not re.search(r"(?:src|href)=.?(?:https?:)?//", html)
    assert "url(" not in html


@given(st.text(alphabet=st.characters(codec=None), max_size=12))
def test_a_hostile_page_adds_no_element_and_no_handler(text: str) -> None:
    """Every field of it may hold anything."""
    proof = read(hostile_page(text))
    html = page_to_html(hostile_page(text))

    html.encode("utf-8")
    assert not set("\x00\x1b\x7f\x9b") & set(html)
    assert proof.handlers == []
    assert proof.elements.count("script") == 1

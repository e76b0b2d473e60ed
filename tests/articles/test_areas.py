"""What stands inside an article: its own headings, and other articles' headlines."""

from __future__ import annotations

import pytest

from zhnews.articles.areas import Inside
from zhnews.articles.blocks import Block, Kind
from zhnews.articles.topics import Topics
from zhnews.articles.words import weigh_words
from zhnews.excerpt import Excerpt

#: Two bodies that share no word.
BODIES = ("台风在沿海登陆，渔船回港避风，水库泄洪。", "小麦苗情长势良好，冬小麦返青，麦田灌水。")


def read(*texts: str) -> Inside:
    """The first body with some lines on display behind it."""
    words = weigh_words(BODIES)
    blocks = [Block(Kind.PARAGRAPH, Excerpt.of(BODIES[0]))]
    blocks += [Block(Kind.HEADLINE, Excerpt.of(text)) for text in texts]
    return Inside.read(blocks, Topics(words.passages), 0, words)


def crossheads(*texts: str) -> list[str]:
    """The crossheads among these lines."""
    own = read(*texts).own
    return [block.text.text for block in own if block.kind is Kind.CROSSHEAD]


def test_a_line_about_another_article_is_its_headline() -> None:
    """The extraction left it here; it shares its words with the other body."""
    assert [block.text.text for block in read("冬小麦苗情长势良好").foreign[0]] == [
        "冬小麦苗情长势良好"
    ]


def test_a_numbered_heading_stays_where_it_stands() -> None:
    """二、 has a first heading above it, whatever it is about."""
    assert crossheads("二、冬小麦苗情长势良好") == ["二、冬小麦苗情长势良好"]


@pytest.mark.parametrize(
    "lines",
    [
        ("“水是什么颜色，看", "那天染什么布”"),
        ("一、复盘：预警", "去了哪里"),
        ("律师解答劳动者关", "心的五个问题"),
    ],
)
def test_a_crosshead_over_two_lines_is_one(lines: tuple[str, str]) -> None:
    """A quotation, a number or a word says that it goes on below."""
    assert crossheads(*lines) == ["".join(lines)]


def test_two_headings_are_two() -> None:
    """The lower one has a number of its own, or says something of its own."""
    assert crossheads("二、总体要求", "（一）指导思想") == ["二、总体要求", "（一）指导思想"]
    assert crossheads("渔船回港", "水库泄洪") == ["渔船回港", "水库泄洪"]


def test_a_few_characters_are_about_nothing_far_away() -> None:
    """麦田 is in the other body too, and a crosshead all the same."""
    assert crossheads("麦田返青") == ["麦田返青"]

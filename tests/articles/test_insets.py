"""A picture inside a paragraph: its caption is none of the text, and the halves are one."""

from __future__ import annotations

import pytest

from zhnews.articles.blocks import FLUSH, Block, Kind
from zhnews.articles.insets import free_captions
from zhnews.excerpt import Excerpt

PHOTO = "鍾靈攝"


def read(lines: list[str], below: str, *marks: str) -> list[tuple[str, str]]:
    """The parts of a block of some lines over a photographer's name and a paragraph."""
    texts, start = [], 0
    for text in (*lines, PHOTO, below):
        texts.append(Excerpt.of(text, start))
        start += len(text) + 1
    blocks = [
        Block(Kind.PARAGRAPH, Excerpt.join(texts[:-2]), size=len(lines)),
        Block(Kind.BYLINE, texts[-2], marks=frozenset({"photo"})),
        Block(Kind.PARAGRAPH, texts[-1], marks=frozenset(marks)),
    ]
    return [(block.kind.value, block.text.text) for block in free_captions(blocks)]


@pytest.mark.parametrize("lines", [["班師傅每日凌晨開爐。"], ["班師傅每日", "凌晨開爐。"]])
def test_a_word_that_goes_on_below_the_picture_parts_its_caption(lines: list[str]) -> None:
    """信 / 封 is one word; what stands between its halves is not of the text."""
    assert read(["有熟客遞上信", *lines], "封，說是給師傅飲茶。") == [
        ("paragraph", "有熟客遞上信封，說是給師傅飲茶。"),
        ("caption", "班師傅每日凌晨開爐。"),
        ("byline", PHOTO),
    ]


def test_a_line_without_indent_goes_on_with_the_half_above() -> None:
    """All paragraphs of the page have one."""
    parts = read(["去年他與六位師傅", "麥家聰為招牌通電。"], "合作，把過程拍成教材。", FLUSH)

    assert parts[:2] == [
        ("paragraph", "去年他與六位師傅合作，把過程拍成教材。"),
        ("caption", "麥家聰為招牌通電。"),
    ]


def test_a_whole_paragraph_over_a_picture_is_left_alone() -> None:
    """Nothing goes on below: the next one begins anew."""
    lines = ["有熟客遞上信封，說是", "給師傅飲茶。"]

    assert read(lines, "他只收下一句話。")[0] == ("paragraph", "".join(lines))

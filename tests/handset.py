"""Blocks set by hand, one below the other, and what they are taken for."""

from __future__ import annotations

from attrs import evolve

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.floats import mark_floats
from zhnews.excerpt import Excerpt

BODY = "食堂刚开业时，每天只有八九十人就餐。如今日均就餐620人次，其中老年人占四成，已经实现微利。"
CAPTION = "列车长帮旅客搬运背篓。"


def block(kind: Kind, text: str, *marks: str, column: int = 0) -> Block:
    """A block of a text."""
    return Block(kind, Excerpt.of(text), marks=frozenset(marks), column=column)


def kinds(*blocks: Block) -> list[tuple[str, str]]:
    """The kinds and texts of what is marked, each block behind the last one."""
    placed: list[Block] = []
    start = 0
    for one in blocks:
        placed.append(evolve(one, text=Excerpt.of(one.text.text, start)))
        start += len(one.text) + 1
    return [(one.kind.value, one.text.text) for one in mark_floats(placed)]


PHOTO = block(Kind.BYLINE, "李敏 摄", "photo")
TEXT = block(Kind.PARAGRAPH, BODY)

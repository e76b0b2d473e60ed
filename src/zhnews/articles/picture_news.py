"""Which pictures are news by themselves, with a caption and no text?

Print puts a rubric over them (图片新闻), which says that no text is to be looked for; a
headline may stand between.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import evolve

from zhnews.articles.blocks import Block, Kind, join_blocks
from zhnews.chinese import fold
from zhnews.vocab import STANDARD

__all__ = ["split_picture_news"]

#: The headline under the rubric has no more lines.
MOST_HEADLINE_LINES = 2

#: No more pictures stand under one rubric, with a caption and a credit each.
MOST_PICTURES = 6


def split_picture_news(blocks: Sequence[Block]) -> tuple[list[Block], list[tuple[Block, ...]]]:
    """The other blocks, and the pictures with their rubric, headline, captions and credits.

    >>> from zhnews.excerpt import Excerpt
    >>> blocks = [
    ...     Block(Kind.HEADLINE, Excerpt.of("图片新闻")),
    ...     Block(Kind.CAPTION, Excerpt.of("果农在给桃树疏果。")),
    ...     Block(Kind.BYLINE, Excerpt.of("薛俊 摄"), marks=frozenset({"photo"})),
    ... ]
    >>> rest, news = split_picture_news(blocks)
    >>> len(rest), [block.kind.value for block in news[0]]
    (0, ['kicker', 'caption', 'byline'])
    >>> split_picture_news(blocks[:1])[1]
    []
    """
    rest: list[Block] = []
    news: list[tuple[Block, ...]] = []
    at = 0
    while at < len(blocks):
        end = _end(blocks, at)
        if end == at:
            rest.append(blocks[at])
            at += 1
            continue
        rubric, *below = blocks[at:end]
        headline = [block for block in below if block.kind is Kind.HEADLINE]
        shown = [join_blocks(headline)] if headline else []
        pictures = [block for block in below if block.kind is not Kind.HEADLINE]
        news.append((evolve(rubric, kind=Kind.KICKER), *shown, *pictures))
        at = end
    return rest, news


def _end(blocks: Sequence[Block], at: int) -> int:
    """Where the picture news ends whose rubric stands at a place; that place where none does."""
    if blocks[at].kind is not Kind.HEADLINE:
        return at
    end = at + 1
    while end < len(blocks) and end <= at + MOST_HEADLINE_LINES:
        if blocks[end].kind is not Kind.HEADLINE:
            break
        end += 1
    first = end
    captioned = first < len(blocks) and blocks[first].kind is Kind.CAPTION
    if not captioned or not _is_rubric(blocks[at].text.text):
        return at
    while end < min(len(blocks), first + 2 * MOST_PICTURES) and (
        blocks[end].kind is Kind.CAPTION or blocks[end].is_picture_credit
    ):
        end += 1
    signed = any(block.is_picture_credit for block in blocks[first:end])
    return end if signed else at


def _is_rubric(text: str) -> bool:
    return fold(text.strip("【】[]■◆●□ \u3000")) in _rubrics()


@cache
def _rubrics() -> frozenset[str]:
    return frozenset(STANDARD.table("columns").words_where("place", "picture"))

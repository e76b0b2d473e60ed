"""Which pictures are news by themselves, with a caption and no text?

Print puts a rubric over them (图片新闻), which says that no text is to be looked for; a
headline may stand between. Without a rubric the caption tells news as a report does: it
opens with its day, and no text stands below it.
"""

from __future__ import annotations

import re
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

#: How the caption of a picture begins that is news by itself, and how long it is at the least.
_TOLD = re.compile(
    r"(?:\d{1,2}月)?\d{1,2}日|近日|日前|连日来|連日來|[昨今]日|[昨今]天|.{1,6}期间，"
)
SHORTEST_NEWS = 20
_NO_WORD = re.compile(r"[^\w]")


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
            told = _told_end(blocks, at)
            if told > at:
                news.append(tuple(blocks[at:told]))
            else:
                rest.append(blocks[at])
            at = max(told, at + 1)
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


def _told_end(blocks: Sequence[Block], at: int) -> int:
    """Where a picture's headline, caption and credit end; the same place where there are none.

    The text above has ended, and what stands below is another headline, or nothing.
    """
    end = at + 3
    if len(blocks) < end or blocks[at].kind is not Kind.HEADLINE:
        return at
    caption, credit = blocks[at + 1 : end]
    if caption.kind is not Kind.CAPTION or not credit.is_picture_credit:
        return at
    if _TOLD.match(caption.text.text) is None or len(caption.text) < SHORTEST_NEWS:
        return at
    below = blocks[end].kind if end < len(blocks) else Kind.HEADLINE
    ended = not at or blocks[at - 1].kind is not Kind.HEADLINE
    return end if ended and below is Kind.HEADLINE and _is_told(blocks[at], caption) else at


def _is_told(headline: Block, caption: Block) -> bool:
    """Whether a headline is about what a caption tells: they share two characters in a row."""
    title = _NO_WORD.sub("", headline.text.text)
    return any(title[i : i + 2] in caption.text.text for i in range(len(title) - 1))


def _is_rubric(text: str) -> bool:
    return fold(text.strip("【】[]■◆●□ \u3000")) in _rubrics()


@cache
def _rubrics() -> frozenset[str]:
    return frozenset(STANDARD.table("columns").words_where("place", "picture"))

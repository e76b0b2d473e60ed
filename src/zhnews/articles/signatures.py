"""Whose byline is it? No article is signed twice.

Where a headline was lost, its byline stays behind: under the headline of another
article, whose dateline names its own reporter, or under the text above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from zhnews.articles.blocks import OPENING, Block, Kind
from zhnews.chinese import fold

__all__ = ["is_byline", "mark_openers", "names_writer", "share_bylines"]

#: On so many texts a byline between two of them is needed to show where bylines stand.
FEWEST_OPENERS = 2


def mark_openers(blocks: Sequence[Block]) -> list[Block]:
    """Mark the bylines that are about the text below them, where two texts stand around some.

    The bylines of a page stand on one side of their texts. Where headlines were left
    elsewhere, the first text, with one above it, and the last, with none below, tell which.

    >>> from zhnews.excerpt import Excerpt
    >>> byline = Block(Kind.BYLINE, Excerpt.of("□ 李敏"))
    >>> text = Block(Kind.PARAGRAPH, Excerpt.of("风停了。"))
    >>> [OPENING in block.marks for block in mark_openers([byline, text] * 3)]
    [True, False, True, False, True, False]
    >>> [OPENING in block.marks for block in mark_openers([text, byline] * 3)]
    [False, False, False, False, False, False]
    """
    own = [i for i, block in enumerate(blocks) if block.kind is not Kind.FURNITURE]
    texts = [n for n, i in enumerate(own) if blocks[i].kind is Kind.PARAGRAPH]
    signed = [n for n, i in enumerate(own) if blocks[i].is_signature and is_byline(blocks[i])]
    if len(signed) <= FEWEST_OPENERS or not texts:
        return list(blocks)
    between = [
        own[n]
        for n in signed
        if 0 < n < len(own) - 1
        and blocks[own[n - 1]].kind is Kind.PARAGRAPH is blocks[own[n + 1]].kind
    ]
    if len(between) < FEWEST_OPENERS or signed[0] != texts[0] - 1 or signed[-1] > texts[-1]:
        return list(blocks)
    marked = list(blocks)
    for i in (own[signed[0]], *between):
        marked[i] = evolve(blocks[i], marks=blocks[i].marks | {OPENING})
    return marked


def share_bylines(articles: Sequence[Sequence[Block]]) -> list[list[Block]]:
    """The articles, with what signs one a second time in one without byline and headline.

    Args:
        articles: The blocks of each article, in reading order.

    >>> from zhnews.excerpt import Excerpt
    >>> above = [
    ...     Block(Kind.HEADLINE, Excerpt.of("小麦收割过半")),
    ...     Block(Kind.BYLINE, Excerpt.of("本报记者 李敏")),
    ...     Block(Kind.PARAGRAPH, Excerpt.of("全县小麦收割过半。")),
    ...     Block(Kind.BYLINE, Excerpt.of("本报记者 王芳")),
    ... ]
    >>> below = [Block(Kind.PARAGRAPH, Excerpt.of("台风今晨登陆。"))]
    >>> [block.text.text for block in share_bylines([above, below])[1]]
    ['本报记者 王芳', '台风今晨登陆。']
    """
    shared = [list(blocks) for blocks in articles]
    wanting = [i for i, blocks in enumerate(shared) if _wants_byline(blocks)]
    for i, blocks in enumerate(shared):
        if not wanting:
            break
        signed = [n for n, block in enumerate(blocks) if names_writer(block)]
        if i + 1 in wanting and _ends_signed(blocks):
            surplus, home = len(blocks) - 1, i + 1
        elif len(signed) > 1 and len(wanting) == 1 and _is_foreign(blocks, *signed[:2]):
            surplus, home = signed[0], wanting[0]
        else:
            continue
        shared[home].insert(0, blocks.pop(surplus))
        wanting.remove(home)
    return shared


def _wants_byline(blocks: Sequence[Block]) -> bool:
    """Whether an article has text, and nothing says who wrote it or what it is called."""
    kinds = {block.kind for block in blocks}
    return (
        Kind.PARAGRAPH in kinds
        and Kind.HEADLINE not in kinds
        and not any(names_writer(block) or _is_signed(block) for block in blocks)
    )


def _ends_signed(blocks: Sequence[Block]) -> bool:
    """Whether a byline ends an article that is signed already, be it in brackets."""
    return is_byline(blocks[-1]) and any(
        names_writer(block) or _is_signed(block) for block in blocks[:-1]
    )


def _is_foreign(blocks: Sequence[Block], first: int, second: int) -> bool:
    """Whether the first of two signatures in a head is another's.

    It stands over a dateline that names the reporter, or is a bare name over a byline
    that says what its names are.
    """
    between = {block.kind for block in blocks[first + 1 : second]}
    if not is_byline(blocks[first]) or not between <= {Kind.DECK}:
        return False
    if blocks[second].kind is Kind.DATELINE:
        return True
    return "byline" not in blocks[first].marks and "byline" in blocks[second].marks


def names_writer(block: Block) -> bool:
    """Whether a line says who wrote: a byline, or a dateline with the reporter's name."""
    if block.kind is Kind.DATELINE:
        return "记者" in fold(block.text.text)
    return is_byline(block)


def _is_signed(block: Block) -> bool:
    """Whether a line says who wrote or edited; what an author is, is no name."""
    return block.is_signature and "author-note" not in block.marks


def is_byline(block: Block) -> bool:
    """Whether a line signs a text as a byline does: without brackets."""
    return block.is_signature and block.text.text[0] not in "（(【[〔"

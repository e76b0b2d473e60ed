"""What stands behind the last sentence of a paragraph?"""

from __future__ import annotations

from attrs import evolve

from zhnews.articles.blocks import CLOSING, Block, Kind
from zhnews.excerpt import Excerpt
from zhnews.fields.credits import CreditLine, split_trailing_credit
from zhnews.fields.datelines import split_trailing_dateline
from zhnews.fields.jumps import split_jumps
from zhnews.fields.sources import split_trailing_source
from zhnews.vocab import Vocabulary

__all__ = ["credit_block", "split_tail"]


def credit_block(whole: Block, credit: CreditLine) -> Block:
    """The block of a credit that stood at the end of another."""
    return evolve(whole, kind=Kind.BYLINE, text=credit.text, marks=whole.marks | {credit.kind})


def split_tail(text: Excerpt, whole: Block, vocabulary: Vocabulary) -> tuple[Excerpt, list[Block]]:
    """A paragraph, and what stands behind its last sentence: credits, jumps, where it is from.

    >>> from zhnews.vocab import STANDARD
    >>> whole = Block(Kind.PARAGRAPH, Excerpt.of("大坝已经加固。（本报罗马2月17日电）"))
    >>> rest, tail = split_tail(whole.text, whole, STANDARD)
    >>> rest.text, [(block.kind.value, block.text.text) for block in tail]
    ('大坝已经加固。', [('source', '（本报罗马2月17日电）')])
    """
    tail: list[Block] = []
    marks = whole.marks | {CLOSING}
    while text:
        rest, credit = split_trailing_credit(text, vocabulary=vocabulary)
        if credit is not None:
            part = text[len(rest) :].strip()
            tail.insert(0, credit_block(whole, evolve(credit, text=part)))
        else:
            rest, jumps = split_jumps(text)
            if jumps:
                tail[:0] = [evolve(whole, kind=Kind.FURNITURE, text=jump) for jump in jumps]
            else:
                rest, origin = _split_origin(text, vocabulary)
                if origin is None:
                    break
                tail.insert(0, evolve(whole, kind=Kind.SOURCE, text=origin, marks=marks))
        text = rest.strip()
    return text, tail


def _split_origin(text: Excerpt, vocabulary: Vocabulary) -> tuple[Excerpt, Excerpt | None]:
    """A paragraph, and the note behind it that says where it is from, or was filed."""
    rest, source = split_trailing_source(text, vocabulary=vocabulary)
    if source is not None:
        return rest, source.text
    return split_trailing_dateline(text, vocabulary=vocabulary)

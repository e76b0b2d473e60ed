"""What goes to the press? An article becomes a story ready to be set.

A story is a row of blocks, as printed, and the gold that says what each of
them means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from attrs import evolve, frozen

from . import signing, signing_hant
from .articles import Article, Passage
from .signature import Credit, House, Signature, picture_credit

#: Blocks that stand over the body.
HEAD_KINDS = ("kicker", "head", "deck", "byline")
#: Blocks that may stand anywhere near the body.
FLOAT_KINDS = ("caption", "photo", "pull")


_FORMS = signing.FORMS | signing_hant.FORMS


@frozen
class Block:
    """A passage as printed: kicker, head, deck, byline, para, crosshead, caption, photo,
    pull, table, foot, jump, source, attach, link or note."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@frozen
class Story:
    """Blocks in the order of print, and the gold of one article."""

    blocks: tuple[Block, ...]
    gold: dict[str, Any]
    furniture: tuple[str, ...] = ()

    @property
    def head(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind in HEAD_KINDS)

    @property
    def body(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind not in HEAD_KINDS)

    def without_head(self) -> Story:
        """The story when the extraction lost everything over the body but the byline."""
        kept = tuple(b for b in self.blocks if b.kind not in ("kicker", "head", "deck"))
        lost = {b.text for b in self.blocks if b.kind == "deck"}
        subheads = [text for text in self.gold["subheads"] if text not in lost]
        gold = self.gold | {"headline": None, "kicker": None, "subheads": subheads}
        return Story(kept, gold, self.furniture)


def sign(article: Article, house: House, rng: Random, with_names: bool = True) -> Story:
    """The article with its byline, dateline, captions and their credits."""
    article = evolve(article, passages=tuple(_captioned(article, rng)))
    forms = _FORMS[article.genre] if with_names else (signing.unsigned,)
    signature = rng.choice(forms)(article, house, rng)
    gold = _empty_gold() | {
        "headline": " ".join(article.head),
        "kicker": article.kicker,
        "dateline": signature.dateline,
    }
    over = [
        Block("kicker", article.kicker or ""),
        Block("head", " ".join(article.head)),
        Block("deck", article.deck or ""),
        Block("byline", signature.byline or ""),
    ]
    signed = list(signature.credits)
    body = list(_body(article, house, rng, signature, signed))
    gold["credits"] = [{"name": n, "role": r, "organization": o} for n, r, o in signed]
    gold["subheads"] = [article.deck] if article.deck else []
    _fill(gold, article.passages)
    return Story(tuple(b for b in [*over, *body] if b.text or b.rows), gold)


#: What tells two pictures apart, and what points to one.
_PAIRS = (("上图：", "下图："), ("左图 ", "右图 "), ("图①：", "图②："), ("图一：", "图二："))
_PAIRS_HANT = (("上圖：", "下圖："), ("左圖：", "右圖："), ("圖一：", "圖二："))


def _captioned(article: Article, rng: Random) -> Iterator[Passage]:
    """The passages, with words before the captions that tell which picture is meant."""
    captions = [p.text for p in article.passages if p.kind == "caption"]
    marks: tuple[str, ...] = ("",) * len(captions)
    if rng.random() < 0.35 and all(text[0] not in "图圖上下" for text in captions):
        if len(captions) == 2:
            marks = rng.choice(_PAIRS_HANT if article.traditional else _PAIRS)
        elif len(captions) == 1:
            marks = (rng.choice(("▲", "▲ ", "↑")),)
    left = list(marks)
    for passage in article.passages:
        is_caption = passage.kind == "caption"
        yield evolve(passage, text=left.pop(0) + passage.text) if is_caption else passage


def _empty_gold() -> dict[str, Any]:
    scalars = ("headline", "kicker", "source", "date", "dateline")
    lists = ("subheads", "credits", "paragraphs", "captions", "pull_quotes")
    return dict.fromkeys(scalars) | {
        name: [] for name in (*lists, "links", "attachments", "tables")
    }


def _fill(gold: dict[str, Any], passages: Sequence[Passage]) -> None:
    homes = {
        "para": "paragraphs",
        "note": "paragraphs",
        "crosshead": "subheads",
        "caption": "captions",
        "pull": "pull_quotes",
        "attach": "attachments",
    }
    for passage in passages:
        if passage.kind == "table":
            gold["tables"].append([list(row) for row in passage.rows])
        else:
            gold[homes[passage.kind]].append(passage.text)


def _body(
    article: Article, house: House, rng: Random, signature: Signature, signed: list[Credit]
) -> list[Block]:
    paragraphs = [i for i, p in enumerate(article.passages) if p.kind == "para"]
    blocks: list[Block] = []
    for i, passage in enumerate(article.passages):
        text = passage.text
        if i == paragraphs[0]:
            text = signature.lead + text
        if i == paragraphs[-1]:
            text += signature.tail
        if passage.kind == "attach":
            text = rng.choice(("附：", "附件：")) + text
        blocks.append(Block(passage.kind, text, passage.rows))
        if passage.kind == "caption":
            credit_line, credit = picture_credit(house, rng)
            blocks.append(Block("photo", credit_line))
            if credit:
                signed.append(credit)
    if signature.foot:
        blocks.append(Block("foot", signature.foot))
    return blocks

"""What is on the page? Articles, and what belongs to the page itself."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from zhnews.articles.blocks import Block, Kind
from zhnews.excerpt import Excerpt
from zhnews.fields.credits import Credit
from zhnews.fields.datelines import Dateline
from zhnews.plain import places, plain
from zhnews.repair import Dropped

__all__ = ["Article", "Page"]


@frozen
class Article:
    """An article, as a careful editor would cut it out.

    Attributes:
        blocks: Its passages in reading order; every other view is read off
            them.
        credits: Who wrote, photographed, edited or compiled it.
        source: The outlet it is taken from, as printed; else None.
        dateline: The 电头, without the brackets around it; else None.
        date: The ISO date printed for the article itself; else None.
        why: Why it begins where it does, the strongest reason first.
    """

    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...] = ()
    source: Excerpt | None = None
    dateline: Dateline | None = None
    date: str | None = None
    links: tuple[Excerpt, ...] = ()
    attachments: tuple[Excerpt, ...] = ()
    why: tuple[str, ...] = ()

    def texts(self, kind: Kind) -> tuple[Excerpt, ...]:
        """The texts of the blocks of one kind, in order."""
        return tuple(block.text for block in self.blocks if block.kind is kind)

    @property
    def headline(self) -> Excerpt | None:
        """The main headline, as printed; None where the page has none."""
        return next(iter(self.texts(Kind.HEADLINE)), None)

    @property
    def kicker(self) -> Excerpt | None:
        """The line above the headline (引题, 栏目); else None."""
        return next(iter(self.texts(Kind.KICKER)), None)

    @property
    def decks(self) -> tuple[Excerpt, ...]:
        """The lines under the headline (副题)."""
        return self.texts(Kind.DECK)

    @property
    def crossheads(self) -> tuple[Excerpt, ...]:
        """The headings inside the body, numbering as printed."""
        return self.texts(Kind.CROSSHEAD)

    @property
    def paragraphs(self) -> tuple[Excerpt, ...]:
        """The running text."""
        return self.texts(Kind.PARAGRAPH)

    @property
    def captions(self) -> tuple[Excerpt, ...]:
        """Captions of pictures and titles of figures, without credits."""
        return self.texts(Kind.CAPTION)

    @property
    def pull_quotes(self) -> tuple[Excerpt, ...]:
        """Text printed again out of the body, or set apart as a display."""
        return self.texts(Kind.PULL_QUOTE)

    @property
    def tables(self) -> tuple[tuple[tuple[Excerpt, ...], ...], ...]:
        """Tables: rows of cells."""
        return tuple(block.cells for block in self.blocks if block.kind is Kind.TABLE)

    def to_dict(self, *, spans: bool = False) -> dict[str, Any]:
        """The article in plain strings, with the keys of the plain form.

        Args:
            spans: Add ``spans``: for each text its stretches of the raw text,
                as ``[start, end]`` pairs, under the same keys.
        """
        fields = {
            "headline": self.headline,
            "kicker": self.kicker,
            "subheads": (*self.decks, *self.crossheads),
            "credits": [
                {"name": one.name, "role": one.role, "organization": one.organization}
                for one in self.credits
            ],
            "source": self.source,
            "date": self.date,
            "dateline": self.dateline and self.dateline.text,
            "paragraphs": self.paragraphs,
            "captions": self.captions,
            "pull_quotes": self.pull_quotes,
            "links": self.links,
            "attachments": self.attachments,
            "tables": self.tables,
        }
        form: dict[str, Any] = plain(fields)
        if spans:
            form["spans"] = places(fields)
        return form


@frozen
class Page:
    """A page, or a whole digest, as articles.

    Attributes:
        raw: The text given.
        articles: In reading order of their bodies.
        furniture: What belongs to the page and to no article.
        contents: The entries of a table of contents, titles only.
        dropped: What is in no block, each stretch with its reason.
        publication: The paper's or periodical's name where the page states
            it; else None.
        issue_date: ISO date of the issue where the page states one; else None.
    """

    raw: str
    articles: tuple[Article, ...]
    furniture: tuple[Block, ...]
    contents: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    publication: Excerpt | None = None
    issue_date: str | None = None

    def to_dict(self, *, spans: bool = False) -> dict[str, Any]:
        """The page in plain strings, with the keys of the plain form.

        Args:
            spans: Add ``spans``, here and in each article, and ``dropped``:
                where every text stands, and what is in none, with the reason.
        """
        fields = {
            "publication": self.publication,
            "issue_date": self.issue_date,
            "articles": (),  # its place among the keys
            "furniture": [block.text for block in self.furniture],
            "contents": [block.text for block in self.contents],
        }
        articles = [article.to_dict(spans=spans) for article in self.articles]
        form: dict[str, Any] = plain(fields) | {"articles": articles}
        if spans:
            form["spans"] = {key: part for key, part in places(fields).items() if key != "articles"}
            form["dropped"] = [
                {"start": drop.span.start, "end": drop.span.end, "reason": drop.reason}
                for drop in self.dropped
            ]
        return form

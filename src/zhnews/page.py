"""What is on the page? Articles, and what belongs to the page itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from attrs import frozen

from zhnews.articles import (
    Block,
    Draft,
    Found,
    Kind,
    as_printed,
    build_blocks,
    end_sentences,
    find_articles,
)
from zhnews.articles.blocks import PEN_NAME
from zhnews.articles.ornaments import name_ornament
from zhnews.excerpt import Excerpt, no_text
from zhnews.fields.credits import Credit, read_credit_line
from zhnews.fields.datelines import Dateline, read_dateline
from zhnews.fields.folios import (
    Folio,
    is_named_in_imprint,
    read_folio,
    read_issue_day,
    read_parted_day,
    read_publication,
)
from zhnews.fields.links import read_attachment, read_link_line
from zhnews.fields.names import read_names
from zhnews.fields.senders import read_sender
from zhnews.fields.sources import Source, read_agencies, read_source
from zhnews.plain import places, plain
from zhnews.repair import RULES, Dropped, Rule, in_order, repair_lines, split_lines, uncovered
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["Article", "Page", "read_page"]


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

    def __repr__(self) -> str:
        """One line, for who looks at it: all it holds is pages long."""
        headline = None if self.headline is None else self.headline.text
        return f"<Article {headline!r}: {sum(map(len, self.paragraphs))} characters of text>"

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

    def __repr__(self) -> str:
        """One line, for who looks at it: all it holds is pages long."""
        return f"<Page with {len(self.articles)} articles, of {len(self.raw)} characters>"

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


def read_page(
    raw: str, *, rules: tuple[Rule, ...] = RULES, vocabulary: Vocabulary = STANDARD
) -> Page:
    """Read the raw text of a newspaper page, or of a whole digest, as articles.

    Args:
        raw: The text that a PDF extractor or a recognition model made; the text, not the
            name of its file.
        rules: The repairs to make, in order.
        vocabulary: The press's words; :data:`zhnews.STANDARD` with rows of
            your own where yours uses others.

    Returns:
        The page. Every character of ``raw`` that is no white space is in
        exactly one block or in ``dropped``.

    Raises:
        TypeError: ``raw`` is no ``str``, or an option is not what it should be.

    >>> page = read_page(
    ...     "春耕备耕\\n截至三月五日，全县各乡\\n已经备足化肥一万二千吨，\\n农药三千吨。"
    ... )
    >>> page.articles
    (<Article '春耕备耕': 29 characters of text>,)
    >>> page.articles[0].headline.text, page.articles[0].paragraphs[0].text
    ('春耕备耕', '截至三月五日，全县各乡已经备足化肥一万二千吨，农药三千吨。')
    """
    if not isinstance(raw, str):
        raise no_text(raw, "read_page() takes str")
    if not isinstance(vocabulary, Vocabulary):
        msg = f"vocabulary is zhnews.STANDARD, or made by its adding(), not {vocabulary!r}"
        raise TypeError(msg)
    lines, dropped = repair_lines(split_lines(raw), rules)
    lines, ended = end_sentences(lines)
    blocks = build_blocks(lines, vocabulary=vocabulary)
    del lines  # the collector would walk over them as long as they are kept
    found = find_articles(blocks)
    found = as_printed(found, ended) if ended else found
    folios = [
        folio
        for block in found.furniture
        if (folio := read_folio(block.text, vocabulary=vocabulary)) is not None
    ]
    days = (read_issue_day(block.text) for block in found.furniture)
    issue_date = (
        next((folio.date for folio in folios if folio.date), None)
        or next(filter(None, days), None)
        or read_parted_day([block.text.text for block in found.furniture])
    )
    issued = date.fromisoformat(issue_date) if issue_date else None
    return Page(
        raw=raw,
        articles=tuple(_read_article(draft, issued, vocabulary) for draft in found.drafts),
        furniture=found.furniture,
        contents=found.contents,
        dropped=_account(raw, found, dropped),
        publication=_publication(folios, found.furniture, vocabulary),
        issue_date=issue_date,
    )


def _read_article(draft: Draft, issued: date | None, vocabulary: Vocabulary) -> Article:
    """The fields of an article, read off its blocks."""
    credits_: list[Credit] = []
    dateline: Dateline | None = None
    source: Source | None = None
    links: list[Excerpt] = []
    attachments: list[Excerpt] = []
    for i, block in enumerate(draft.blocks):
        if block.kind is Kind.BYLINE:
            credits_.extend(_signed(block, vocabulary))
        elif block.kind is Kind.DATELINE and dateline is None:
            dateline = _opening(draft.blocks[i : i + 2], issued, vocabulary)
            credits_[:0] = dateline.credits if dateline else ()
        elif block.kind is Kind.SOURCE and source is None:
            source = read_source(block.text, vocabulary=vocabulary)
            source = source or read_agencies(block.text, vocabulary)
            credits_.extend(source.credits if source else ())
            if source is None and dateline is None:  # it stands below the text
                dateline = read_dateline(block.text, issued=issued, vocabulary=vocabulary)
        elif block.kind is Kind.LINK:
            links.append(read_link_line(block.text) or block.text)
        elif block.kind is Kind.ATTACHMENT:
            attachments.append(read_attachment(block.text) or block.text)
    return Article(
        blocks=draft.blocks,
        credits=_named_once(credits_),
        source=source.outlet if source else None,
        dateline=dateline,
        date=source.date if source else None,
        links=tuple(links),
        attachments=tuple(attachments),
        why=draft.why,
    )


def _opening(
    blocks: Sequence[Block], issued: date | None, vocabulary: Vocabulary
) -> Dateline | None:
    """The dateline that a block holds; what one says in round brackets the text below tells.

    （星岛日报报道） opens a report, and by itself may name its source.
    """
    alone = read_dateline(blocks[0].text, issued=issued, vocabulary=vocabulary)
    if alone is not None or len(blocks) == 1:
        return alone
    text = Excerpt.join([block.text for block in blocks])
    return read_dateline(text, issued=issued, vocabulary=vocabulary)


def _named_once(credits_: list[Credit]) -> tuple[Credit, ...]:
    """The credits without an author whom a note names again, with where the author works.

    The byline has the name, the note at the foot the name and the office.
    """
    told = {one.name.text for one in credits_ if one.role == "author" and one.organization}
    bare = {one.name.text for one in credits_ if one.role == "author" and not one.organization}
    twice = told & bare
    return tuple(
        one
        for one in credits_
        if one.role != "author" or one.organization or one.name.text not in twice
    )


def _signed(block: Block, vocabulary: Vocabulary) -> tuple[Credit, ...]:
    """The persons that a line of credits names; a bare name is the author's."""
    text = block.text
    if PEN_NAME in block.marks:
        whole = text.keep(found.span() for found in re.finditer(r"\S+", text.text))
        return (Credit(whole, "author", None),)
    line = read_credit_line(text, vocabulary=vocabulary) or read_sender(text, vocabulary=vocabulary)
    if line is not None:
        return line.credits
    return tuple(Credit(name, "author", None) for name in read_names(text, vocabulary=vocabulary))


def _publication(
    folios: list[Folio], furniture: tuple[Block, ...], vocabulary: Vocabulary
) -> Excerpt | None:
    """The paper's name, from a folio or from a masthead."""
    named = [folio.publication for folio in folios if folio.publication is not None]
    mastheads = (read_publication(block.text, vocabulary=vocabulary) for block in furniture)
    known = next(iter(named), None) or next((name for name in mastheads if name is not None), None)
    if known is None and len(furniture) > 1:
        first, second = (block.text for block in furniture[:2])
        return first if is_named_in_imprint(first.text, second.text) else None
    return known


def _account(raw: str, found: Found, dropped: tuple[Dropped, ...]) -> tuple[Dropped, ...]:
    """What is in no block: what the rules dropped, and what is only layout."""
    articles = (block for draft in found.drafts for block in draft.blocks)
    blocks = (*articles, *found.furniture, *found.contents)
    kept = [span for block in blocks for span in block.text.spans]
    booked = [drop.span for drop in dropped]
    layout = [Dropped(span, name_ornament(raw, span)) for span in uncovered(raw, [*kept, *booked])]
    return in_order([*dropped, *layout])

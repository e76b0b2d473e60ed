"""A page as CSV: a row an article (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from zhnews.excerpt import Excerpt
from zhnews.fields.credits import Credit
from zhnews.output.characters import printable
from zhnews.page import Article, Page

__all__ = ["BOM", "COLUMNS", "csv_header", "page_to_csv"]

#: The columns. Where a cell holds several values, each is a line of it.
COLUMNS = (
    "doc",
    "publication",
    "issue_date",
    "number",
    "headline",
    "kicker",
    "subheads",
    "credits",
    "source",
    "date",
    "dateline",
    "body",
    "captions",
    "pull_quotes",
    "links",
    "attachments",
    "tables",
)

#: What tells spreadsheets that a file is UTF-8.
BOM = "\ufeff"

#: What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"),
#: and the full-width forms of it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def page_to_csv(page: Page, *, document: str = "", safe: bool = False, header: bool = True) -> str:
    """The articles of a page, a row each.

    Args:
        page: What was read.
        document: What the page is called; the first column.
        safe: Put ``'`` before cells that a spreadsheet would take for
            formulas. The cost: such cells are not the text of the page.
        header: Begin with the names of the columns.
    """
    rows = [
        [
            document,
            _text(page.publication),
            page.issue_date or "",
            str(number),
            *_cells(article),
        ]
        for number, article in enumerate(page.articles, 1)
    ]
    return (csv_header() if header else "") + _lines(rows, safe=safe)


def csv_header() -> str:
    """The names of the columns, as a line of CSV."""
    return _lines([list(COLUMNS)], safe=False)


def _cells(article: Article) -> list[str]:
    return [
        _text(article.headline),
        _text(article.kicker),
        _several((*article.decks, *article.crossheads)),
        "\n".join(map(_credit, article.credits)),
        _text(article.source),
        article.date or "",
        article.dateline.text.text if article.dateline else "",
        _several(article.paragraphs),
        _several(article.captions),
        _several(article.pull_quotes),
        _several(article.links),
        _several(article.attachments),
        "\n\n".join(
            "\n".join("\t".join(cell.text for cell in row) for row in table)
            for table in article.tables
        ),
    ]


def _credit(credit: Credit) -> str:
    known = filter(None, (credit.role, _text(credit.organization)))
    return f"{credit.name.text} ({', '.join(known)})"


def _text(excerpt: Excerpt | None) -> str:
    return excerpt.text if excerpt else ""


def _several(excerpts: Iterable[Excerpt]) -> str:
    return "\n".join(excerpt.text for excerpt in excerpts)


def _lines(rows: list[list[str]], *, safe: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        cells = [printable(cell) for cell in row]
        writer.writerow([harmless(cell) for cell in cells] if safe else cells)
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("春耕")
    ("'=1+1", '春耕')
    """
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell

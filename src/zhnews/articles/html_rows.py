"""What are the cells of rows in HTML?"""

from __future__ import annotations

import re

from zhnews.excerpt import Excerpt

__all__ = ["Row", "read_html_rows"]

Row = tuple[Excerpt, ...]

#: A tag, with its name where a table is made of it; or an entity.
_TAG = re.compile(
    r"<(?:(?P<name>/?t(?:[rdh]|able)\b)|(?=[/!]?[a-z]))[^<>]*>|&#?\w{1,32};", re.IGNORECASE
)


def read_html_rows(text: Excerpt) -> list[Row]:
    """The rows that the tags on a line part, each a tuple of cells; empty rows left out.

    What stands outside all cells, as a title before the table, is a row of its own.

    >>> rows = read_html_rows(Excerpt.of("<tr><td>今夜</td><td>8级</td></tr>"))
    >>> [[cell.text for cell in row] for row in rows]
    [['今夜', '8级']]
    """
    rows: list[list[list[Excerpt]]] = []
    inside = False
    at = 0
    for start, end, name in [*_tags(text.text), (len(text), len(text), "")]:
        if part := text[at:start].strip():
            if inside:
                rows[-1][-1].append(part)
            else:
                rows.append([[part]])
        at = end
        if name in ("td", "th"):
            rows[-1:] = [[*(rows[-1] if rows else []), []]]
        elif name == "tr":
            rows.append([])
        inside = name in ("td", "th") or (inside and not name)
    found = (tuple(Excerpt.join(parts) for parts in cells) for cells in rows)
    return [row for row in found if any(row)]


def _tags(text: str) -> list[tuple[int, int, str]]:
    """The tags of a line, with the names of those that a table is made of."""
    return [(*tag.span(), (tag["name"] or "").lower()) for tag in _TAG.finditer(text)]

"""What for is the print that no block holds? Marks around cells, leaders, ornaments."""

from __future__ import annotations

import re

from zhnews.excerpt import Span

__all__ = ["name_ornament"]

#: What stands between the cells of a table.
_TABLE_MARKUP = re.compile(r"[|:-]*[|][|:-]*|.*</?(?:table|thead|tbody|tr|td|th)\b.*|.*>", re.I)
#: A tag that is not closed yet; white space may part it.
_OPEN_TAG = re.compile(r"<[/!]?[a-z][^<>]*\Z", re.I)
#: No tag is longer, in characters.
LONGEST_TAG = 500

#: What stands behind the entries of a table of contents: dots or an arrow, and the page.
_LEADER = re.compile(
    r"[.．·…⋯‥・→►▶▷▸☞>＞》-]*(?:[详詳]?[见見])?[（(第]?[A-Z]{0,2}"
    r"(?:\d{0,4}|[一二三四五六七八九十]{1,3})[版页)）]?"
)


def name_ornament(raw: str, span: Span) -> str:
    """The reason under which a stretch is booked that is in no block.

    >>> name_ornament("★春耕备耕", Span(0, 1)), name_ornament("春耕 ……3版", Span(3, 7))
    ('layout', 'contents leader')
    """
    text = raw[span.start : span.end]
    if _TABLE_MARKUP.fullmatch(text) or _OPEN_TAG.search(
        raw, max(0, span.end - LONGEST_TAG), span.end
    ):
        return "table markup"
    return "contents leader" if _LEADER.fullmatch(text) and text != "-" else "layout"

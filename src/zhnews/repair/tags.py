"""Which marks of HTML did a recognition model put there, and which of links?

The tags of a table stay as they are: they say where its cells end. Tabs do so too.
"""

from __future__ import annotations

import re

from attrs import evolve

from zhnews.excerpt import Excerpt
from zhnews.repair.lines import Line
from zhnews.repair.scan import PICTURE, Lines, dropping, is_table_row, page_of

__all__ = [
    "CENTERED",
    "COMMENT",
    "ENTITY",
    "IMAGE",
    "LINK",
    "keep_captions",
    "keep_entities",
    "keep_links",
    "keep_uncommented",
    "keep_untagged",
]

#: A picture's place in markdown, HTML or LaTeX, a comment that says so, a token for a picture
#: or the caption below, or a line that says [图片].
IMAGE = re.compile(
    r"!\[(?P<alt>[^\[\]\n]{0,300})\]\([^()\s]*(?: \"[^\"\n]{0,200}\")?\)"
    r"|<img\b[^<>]*>|<!--[ ]?(?:image|img|picture|figure|photo|图|圖)[^\n]{0,300}?-->"
    r"|\\includegraphics\*?(?:\[[^\[\]\n]{0,200}\])?\{[^{}\n]{0,300}\}"
    r"|<\|ref\|>(?:image|figure|chart|picture)(?:_caption)?<\|/ref\|>"
    r"(?:<\|det\|>[\[\]\d,. ]{0,100}<\|/det\|>)?"
    r"|^(?:\[|【|<\|?)[ ]?(?:图片?|圖片?|图像|照片|插图|image|img|picture|figure|photo)"
    r"[ ]?[#\d]{0,4}(?:\]|】|\|?>)$",
    re.IGNORECASE | re.MULTILINE,
)

#: What a model writes for a picture that it says nothing of.
_NO_CAPTION = re.compile(
    r"(?:图|圖|图片|圖片|图像|照片|插图|配图|示意图|二维码|logo|标志)?[\s\d._-]*\Z",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"[\u3400-\u9fff]")

#: HTML's elements, other than a table's: those that begin a line, and the others.
_BLOCK = (
    "p|br|div|h[1-6]|li|ul|ol|hr|section|article|header|footer|figure|figcaption|blockquote"
    "|center|pre|title|body|html|head|main|aside"
)
_INLINE = (
    "b|i|u|s|em|strong|span|font|small|big|sup|sub|a|mark|code|del|ins|strike|tt|cite|label"
    "|wbr|bdo|img|page|ruby|rt|rp|rb|math|page_number|watermark"
)
_TAG = re.compile(
    rf"</?(?:(?P<block>{_BLOCK})|(?:{_INLINE}))(?:\s[^<>\n]{{0,500}})?/?>",
    re.IGNORECASE,
)
#: A comment. Some hold what is printed at the page's edge (Azure): PageHeader="临海日报".
COMMENT = re.compile(
    r'<!--(?:[ ]?Page(?:Header|Footer|Number)="(?P<printed>[^"\n]{1,200})"[ ]?|[^\n]{0,500}?)-->'
)

#: An element of type alone around all of a line.
_BOLD = re.compile(r"<(b|strong)>[^<>]+</\1>", re.IGNORECASE)

#: The name of this rule on a line that an element sets in the middle, as captions are.
CENTERED = "centered"
_CENTERED = re.compile(
    r"<(div|p)\b[^<>]*\bcenter\b[^<>]*>[^<>]+</\1>|<center>[^<>]+</center>", re.IGNORECASE
)

_TABLE_START = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table>", re.IGNORECASE)

#: An entity of which a character can be kept (&), or that is a space.
ENTITY = re.compile(
    r"&(?:(?P<and>(?:amp;)+)|nbsp;|ensp;|emsp;|thinsp;|zwnj;|zwj;|shy;|#160;|#xa0;|#12288;|#x3000;)",
    re.IGNORECASE,
)

#: A link in markdown, the call of a footnote ([^1]), and an address in angle brackets.
LINK = re.compile(
    r"\[(?<!!\[)(?P<words>[^\[\]\n]{1,300})\]\((?P<place>(?:https?://|www\.|mailto:|/|#|\.)[^()\s]{0,1000})\)"
    r"|\[\^[A-Za-z0-9_-]{1,20}\](?::[ ]?)?"
    r"|<(?P<address>(?:https?://|ftp://|www\.|mailto:)[^<>\s]{1,1000}|[\w.+-]{1,64}@[\w.-]{1,255})>"
)


def keep_captions(text: Excerpt) -> Excerpt:
    """Leave out a picture's place; the words that stand for it stay.

    >>> keep_captions(Excerpt.of("![老赵在巡山。](a/1.jpg)")).text
    '老赵在巡山。'
    >>> keep_captions(Excerpt.of("![图片](a/1.jpg)")).text, keep_captions(Excerpt.of("（图）")).text
    ('', '（图）')
    """
    if is_table_row(text.text):
        return text
    parts: list[tuple[int, int]] = []
    for found in IMAGE.finditer(text.text):
        start, end = found.span()
        if found["alt"] and _CAPTION.search(found["alt"]) and not _NO_CAPTION.match(found["alt"]):
            parts += [(start, found.start("alt")), (found.end("alt"), end)]
        else:
            parts.append((start, end))
    return dropping(text, parts)


def keep_uncommented(text: Excerpt) -> Excerpt:
    """Leave out a comment; what it says is printed at the page's edge stays.

    >>> keep_uncommented(Excerpt.of('<!-- PageHeader="临海日报" -->')).text
    '临海日报'
    >>> keep_uncommented(Excerpt.of("<!-- page 3 -->社论")).text
    '社论'
    """
    parts: list[tuple[int, int]] = []
    for found in COMMENT.finditer(text.text):
        start, end = found.span()
        at, to = found.span("printed") if found["printed"] else (end, end)
        parts += [(start, at), (to, end)]
    return dropping(text, parts)


def keep_entities(text: Excerpt) -> Excerpt:
    """Keep the character of an entity that names itself; leave out spaces.

    Others stay as they are: &lt; does not hold the character it stands for.

    >>> keep_entities(Excerpt.of("AT&amp;T&nbsp;公司 &lt;")).text
    'AT&T公司 &lt;'
    """
    parts = [
        found.span("and") if found["and"] else found.span() for found in ENTITY.finditer(text.text)
    ]
    return dropping(text, parts)


def keep_links(text: Excerpt) -> Excerpt:
    """Keep a link's words, an address without its brackets, and no call of a footnote.

    Where the link is all of the line, its address stays too.

    >>> keep_links(Excerpt.of("见<https://a.example/1>")).text
    '见https://a.example/1'
    >>> keep_links(Excerpt.of("据[官网](https://a.example)消息（[1]）")).text
    '据官网消息（[1]）'
    """
    if is_table_row(text.text):
        return text
    parts: list[tuple[int, int]] = []
    for found in LINK.finditer(text.text):
        start, end = found.span()
        if found["address"]:
            parts += [(start, start + 1), (end - 1, end)]
            continue
        if not found["words"]:
            parts.append((start, end))
            continue
        left, right = found.span("words")
        parts += [(start, left)]
        if (start, end) == (0, len(text)) and found["place"] not in found["words"]:
            parts += [(right, found.start("place")), (end - 1, end)]
        else:
            parts += [(right, end)]
    return dropping(text, parts)


def keep_untagged(lines: Lines) -> Lines:
    """Keep what stands between tags; where a tag begins a line, a line begins.

    >>> from zhnews.repair.lines import split_lines
    >>> page = keep_untagged(split_lines("<h2>放下油锯</h2><p>1999年<br>林场</p>\\n产量<5，PH>3"))
    >>> [(line.text.text, *line.repairs) for line in page]
    [('放下油锯', 'heading mark 2'), ('1999年', 'tag'), ('林场', 'tag'), ('产量<5，PH>3',)]
    >>> [line.text.text for line in keep_untagged(split_lines("<p>春耕</p>\\t<p>备耕</p>"))]
    ['春耕\\t备耕']

    What stands below a picture's place keeps showing that, when the tags around the place go.
    """
    page = page_of(lines)
    if "<" not in page or not _TAG.search(page):
        return lines
    kept: list[Line] = []
    inside = False
    gap = 0
    pictured = False
    for line in lines:
        text = line.text.text
        if "<" in text:
            begins = _TABLE_START.search(text)
            inside = (inside or bool(begins)) and not _TABLE_END.search(text)
            if not (inside or begins or is_table_row(text)):
                parts = _untagged(line)
                if parts and pictured:
                    parts[0] = parts[0].with_text(parts[0].text, PICTURE)
                pictured = not parts and (pictured or PICTURE in line.repairs)
                gap = 0 if parts else gap + line.gap + 1
                kept.extend(parts)
                continue
        shown = line.with_text(line.text, PICTURE) if pictured else line
        kept.append(evolve(shown, gap=line.gap + gap) if gap else line)
        gap, pictured = 0, False
    return tuple(kept)


def _is_cell_edge(text: str, tag: re.Match[str]) -> bool:
    """Whether a tag stands at a tab: what a converter leaves of the cells of a row."""
    start, end = tag.span()
    return text.startswith("\t", end) or (start > 0 and text[start - 1] == "\t")


def _untagged(line: Line) -> list[Line]:
    """The lines that a line is without its tags; what tabs set apart stays one line."""
    text = line.text
    found = list(_TAG.finditer(text.text))
    if not found:
        return [line]
    names: list[str] = []
    pieces: list[list[Excerpt]] = [[]]
    name = "emphasis" if _BOLD.fullmatch(text.text) else "tag"
    position = 0
    for tag in found:
        pieces[-1].append(text[position : tag.start()])
        position = tag.end()
        block = tag["block"]
        if block and not _is_cell_edge(text.text, tag):
            names.append(name)
            pieces.append([])
            opens = block[0] in "hH" and block[1:].isdigit() and text.text[tag.start() + 1] != "/"
            if block.lower() != "br" or not name.startswith("heading"):
                name = f"heading mark {block[1]}" if opens else "tag"
    names.append(name)
    pieces[-1].append(text[position:])
    if _CENTERED.fullmatch(text.text):
        names = [CENTERED] * len(names)
    kept: list[Line] = []
    for name, parts in zip(names, pieces, strict=True):
        piece = Excerpt.join(parts).strip()
        if piece:
            new = line.with_text(piece, name)
            kept.append(evolve(new, gap=0, indent=0) if kept else new)
    return kept

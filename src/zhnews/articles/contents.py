"""Which lines list what stands inside, and on which page?"""

from __future__ import annotations

import re

from attrs import frozen

from zhnews.articles.blocks import Block, Kind
from zhnews.excerpt import Excerpt
from zhnews.fields.furniture import read_furniture
from zhnews.repair.lines import Line
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["Contents", "find_contents"]

#: No heading of a table of contents is longer, in characters.
LONGEST_HEADING = 16

_CONTENTS_HEADING = re.compile(
    r"(?:(?:本[期刊]|今[日天]|[内內]容|[内內]页|新[闻聞]|要[闻聞]|版面|精彩)\s*)?"
    r"(?:目\s*[录錄次]|要目|[導导]\s*[读讀]|(?<=[日天期页])看[点點])(?:\s*contents)?|contents",
    re.IGNORECASE,
)
_SECTION = re.compile(r"[\u4e00-\u9fff]{2,8}")

#: A page by its number (第3, A12-14), by a number in words, or by what is no count of anything.
_BY_NUMBER = r"第?[A-Z]{0,2}\d{1,3}(?:[-—–~、]\d{1,3})?"
_IN_WORDS = r"第[一二三四五六七八九十]{1,3}"
_BY_CODE = r"[A-Z]\d{1,2}|P\d{1,3}"

_CONTENTS_ENTRY = re.compile(
    r"(?:\d{1,2}[.、．]\s?)?(?P<title>(?![（(\[【]?[上下]\s?[转轉接])\S.{1,80}?)"
    r"(?:(?:\t\s*|\s*(?:[.．·…⋯‥・]\s?){2,}\s*|[ \u3000]{2,}|(?<![\d\s])\s?[-—–_]{1,40}\s?)"
    r"[（(第]?\d{1,4}[版页)）]?"
    r"|(?:\s|\s?[→►▶▷▸▲△☞>＞/／|｜]{1,2}\s?|\s?(?=[（(\[【]))[（(\[【]?(?:[详詳]?[见見])?\s?"
    rf"(?:{_BY_NUMBER}|{_IN_WORDS})\s?版[）)\]】]?)"
)
#: An entry that has its page before its title, as lists of what is inside have it.
_PAGED_ENTRY = re.compile(
    rf"[（(\[【]?(?:{_BY_NUMBER}\s?版|{_BY_CODE})"
    r"[）)\]】]?(?:\s*[:：|｜/／·•→►▶▷▸>＞]+\s*|\s+)(?P<title>\S.{3,60})"
)

#: The page of an entry, on the line below its title: ▷第六版, 》》A5版, 详见第3版.
_PAGE_BELOW = re.compile(
    r"[（(\[【→►▶▷▸☞>＞》\s]*(?:[详詳]?[见見]|[刊转轉]于?)?\s?"
    rf"(?:(?:{_BY_NUMBER}|{_IN_WORDS})\s?版|{_BY_CODE})"
    r"[）)\]】→►▶▷◀◁《<\s]*"
)
#: The title of such an entry stands on no more lines.
MOST_TITLE_LINES = 3


@frozen
class Contents:
    """A table of contents, ``lines[first:last]``.

    Attributes:
        first: The number of its first line.
        last: The number of the line after its last.
        blocks: Its heading, as furniture, and its entries.
    """

    first: int
    last: int
    blocks: tuple[Block, ...]


def find_contents(lines: tuple[Line, ...], vocabulary: Vocabulary = STANDARD) -> list[Contents]:
    """Tables of contents: their heading, entries and section headings.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("今日导读\\n海岛医生的三十年 5版\\n一条河的重生 8版\\n春耕备耕")
    >>> [[block.kind.value for block in found.blocks] for found in find_contents(page)]
    [['furniture', 'contents', 'contents']]
    """
    entries = [i for i, line in enumerate(lines) if _entry(line) is not None]
    regions = _listed(lines, set(entries))
    if len(entries) < 3:
        return regions
    start = 0
    while start < len(entries):
        end = start
        while end + 1 < len(entries) and entries[end + 1] - entries[end] <= 3:
            end += 1
        if end - start >= 2:
            regions.append(_region(lines, entries[start], entries[end] + 1, vocabulary))
        start = end + 1
    return regions


def _listed(lines: tuple[Line, ...], entries: set[int]) -> list[Contents]:
    """What stands inside, as a front page lists it: two entries or more right under their heading.

    Their heading vouches for them; a page may stand before its title or behind it.
    """
    found = []
    for i, line in enumerate(lines):
        if len(line.text) > LONGEST_HEADING or not _CONTENTS_HEADING.fullmatch(line.text.text):
            continue
        blocks = [Block(Kind.FURNITURE, line.text)]
        for number in range(i + 1, len(lines)):
            text = lines[number].text
            paged = _PAGED_ENTRY.fullmatch(text.text)
            title = text[paged.start("title") :] if paged else _entry(lines[number])
            if title is None:
                break
            blocks.append(Block(Kind.CONTENTS, title))
        if len(blocks) > 2 and not entries.issuperset(range(i + 1, i + 4)):
            found.append(Contents(i, i + len(blocks), tuple(blocks)))
        elif len(blocks) == 1:
            found += _paged_below(lines, i)
    return found


def _paged_below(lines: tuple[Line, ...], heading: int) -> list[Contents]:
    """What stands inside, where the page of each entry stands on the line below its title."""
    blocks = [Block(Kind.FURNITURE, lines[heading].text)]
    first = at = heading + 1
    while at < min(len(lines), first + MOST_TITLE_LINES + 1):
        text = lines[at].text.text
        page = _PAGE_BELOW.fullmatch(text) is not None
        if (page and at == first) or _CONTENTS_HEADING.fullmatch(text):
            break
        if not page:
            at += 1
            continue
        title = Excerpt.join(line.text for line in lines[first : at + 1])
        blocks.append(Block(Kind.CONTENTS, title[: len(title) - len(lines[at].text)]))
        first = at = at + 1
    return [Contents(heading, first, tuple(blocks))] if len(blocks) > 2 else []


def _region(lines: tuple[Line, ...], first: int, last: int, vocabulary: Vocabulary) -> Contents:
    """A run of entries with the headings over and between them.

    The extraction may put the heading of the first section over that of the whole.
    """
    heading = first
    while heading > max(0, first - 3) and len(lines[heading - 1].text) <= 12:
        heading -= 1
        if _CONTENTS_HEADING.fullmatch(lines[heading].text.text):
            entries = first
            first = heading
            if heading + 1 == entries and _has_section_above(lines, heading, last, vocabulary):
                first -= 1
            break
    blocks: list[Block] = []
    for line in lines[first:last]:
        title = _entry(line)
        if _CONTENTS_HEADING.fullmatch(line.text.text):
            blocks.append(Block(Kind.FURNITURE, line.text))
        else:
            blocks.append(Block(Kind.CONTENTS, title or line.text))
    return Contents(first, last, tuple(blocks))


def _has_section_above(
    lines: tuple[Line, ...], heading: int, last: int, vocabulary: Vocabulary
) -> bool:
    """Whether the heading of a section stands right over that of the contents.

    Other sections have theirs over their entries, and it is as short as those.
    """
    sections = [line for line in lines[heading + 1 : last] if _entry(line) is None]
    above = lines[heading - 1].text if heading else None
    return (
        above is not None
        and bool(sections)
        and len(above) <= max(len(line.text) for line in sections)
        and _SECTION.fullmatch(above.text) is not None
        and read_furniture(above, vocabulary=vocabulary) is None
    )


def _entry(line: Line) -> Excerpt | None:
    """The title of a line that ends with leaders or a gap and a page number."""
    text = line.text
    if not text.text[-1].isdigit() and text.text[-1] not in "版页)）":
        return None
    found = _CONTENTS_ENTRY.fullmatch(text.text)
    return text[found.start("title") : found.end("title")] if found else None

"""Which lines does a grammar know, whatever stands around them?

Bylines, source lines, links, attachments, furniture, tables and contents are
recognised before the articles are: they show where articles begin and end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from attrs import frozen

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.caption_lines import PICTURE_ENDS, pictures
from zhnews.articles.captions import BEHIND_PICTURE
from zhnews.articles.contents import find_contents
from zhnews.articles.datelines import Opening, find_openings
from zhnews.articles.edges import find_notice_lines, find_running_heads
from zhnews.articles.tables import Row, Table, find_tables
from zhnews.articles.wraps import credits_run_on, goes_on, join_credits
from zhnews.excerpt import Excerpt
from zhnews.fields.bylines import RUNNING
from zhnews.fields.credits import read_credit_line, split_trailing_credit
from zhnews.fields.furniture import read_furniture
from zhnews.fields.links import read_attachment, read_link_line
from zhnews.fields.sources import read_source
from zhnews.repair.flow import join_lines, stops
from zhnews.repair.lines import Line
from zhnews.repair.scan import PICTURE
from zhnews.repair.tags import CENTERED
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["Labelled", "label_lines"]

#: No line that a grammar knows as a whole is longer, in characters.
LONGEST_LINE = 160

#: Over how many lines a credit or an attachment may be wrapped.
MOST_WRAPS = 4

_BRACKETS = {"《": "》", "（": "）", "(": ")", "【": "】", "〔": "〕", "<": ">"}
_ISSUE = re.compile(r"第\s?[0-9０-９〇零一二三四五六七八九十百]{1,7}\s?期")
_BRACKET = re.compile(r"[《》（）()【】〔〕<>]")
_OPENING = frozenset("（(【〔")
_URL_REST = re.compile(r"[A-Za-z0-9/_.?=&%#~:+-]+")
_URL_ENDS = (".html", ".htm", ".shtml", ".pdf", ".doc", ".docx", ".jsp", ".aspx", ".php")
#: What the captions of papers of Hong Kong begin with; one may be a name alone: ▲陳大文.
_CAPTION_MARKS = "■▲▼△▽◀▶◄►"
_NAME_ALONE = re.compile(rf"[{_CAPTION_MARKS}]\s?\w{{2,4}}(?=\s\S)")
#: A picture's credit that ends otherwise: 摄影：李敏, 资料照片.
_CREDIT_BEHIND = re.compile(
    r"。\s*(?:(?:[摄攝]影|[图圖]片?|供[图圖])[:：/／]\s?[^\s。，]{2,12}|[资資]料(?:[图圖]|照)片)\Z"
)


@frozen
class Labelled:
    """What a grammar knows of ``lines[first:last]``.

    Attributes:
        first: The number of the first line.
        last: The number of the line after the last.
        blocks: What the lines are; none where they are only the beginning of a
            paragraph.
        opening: The lines with which that paragraph begins: a dateline, and
            what stands behind it on the last.
    """

    first: int
    last: int
    blocks: tuple[Block, ...]
    opening: tuple[Line, ...] = ()


def label_lines(lines: tuple[Line, ...], vocabulary: Vocabulary = STANDARD) -> list[Labelled]:
    """What the grammars know among the lines, in order, not overlapping.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("目录\\n春耕\\t1\\n夏收\\t2\\n秋种\\t3\\n春耕\\n")
    >>> [[block.kind.value for block in known.blocks] for known in label_lines(page)]
    [['furniture', 'contents', 'contents', 'contents']]
    """
    known: dict[int, Labelled] = {}
    for found in (
        *_contents(lines, vocabulary),
        *_tables(lines, vocabulary),
        *_datelines(lines, vocabulary),
        *_pictures(lines, vocabulary),
    ):
        known.setdefault(found.first, found)
    labelled: list[Labelled] = []
    i = 0
    while i < len(lines):
        label = known.get(i) or _label_at(lines, i, vocabulary)
        if label is None:
            i += 1
        else:
            labelled.append(label)
            i = label.last
    return _with_edges(lines, labelled, vocabulary)


def _with_edges(
    lines: tuple[Line, ...], labelled: list[Labelled], vocabulary: Vocabulary
) -> list[Labelled]:
    """The labels, corrected by what stands beside the page's furniture."""
    labelled = _with_masthead(labelled, vocabulary)
    furniture = [
        (known.first, known.last)
        for known in labelled
        if known.blocks and known.blocks[0].kind is Kind.FURNITURE
    ]
    if not furniture:
        return labelled
    labelled = _with_editors(labelled)
    notices = set(find_notice_lines(lines, furniture))
    labelled = [known for known in labelled if known.first not in notices]
    taken = {i for known in labelled for i in range(known.first, known.last)}
    heads = [i for i in find_running_heads(lines, furniture, vocabulary) if i not in taken]
    labelled += [Labelled(i, i + 1, (Block(Kind.FURNITURE, lines[i].text),)) for i in heads]
    return sorted(labelled, key=lambda known: known.first)


def _with_masthead(labelled: list[Labelled], vocabulary: Vocabulary) -> list[Labelled]:
    """The labels, with the number of the issue at the page's very head as furniture.

    Elsewhere a magazine with its day and number may be the source of the text above it.
    """
    first = labelled[0] if labelled else None
    if first is None or first.first or not first.blocks or first.blocks[0].kind is not Kind.SOURCE:
        return labelled
    text = first.blocks[0].text
    if _ISSUE.search(text.text) is None or read_furniture(text, vocabulary=vocabulary) is None:
        return labelled
    own = Labelled(first.first, first.last, (Block(Kind.FURNITURE, text),))
    return [own, *labelled[1:]]


def _with_editors(labelled: list[Labelled]) -> list[Labelled]:
    """The labels, with the editors right under the page's own first lines as furniture.

    No article has begun there whose editors they could be.
    """
    at = 0
    for place, known in enumerate(labelled):
        block = known.blocks[0] if known.blocks else None
        if block is None or known.first != at:
            break
        if place and block.kind is Kind.BYLINE and "editor" in block.marks:
            own = Labelled(known.first, known.last, (Block(Kind.FURNITURE, block.text),))
            return [*labelled[:place], own, *labelled[place + 1 :]]
        if block.kind is not Kind.FURNITURE:
            break
        at = known.last
    return labelled


def _tables(lines: tuple[Line, ...], vocabulary: Vocabulary) -> list[Labelled]:
    found = []
    for table in find_tables(lines):
        first, last, rows = _without_edges(table, lines, vocabulary)
        if rows:
            text = Excerpt.join(cell for row in rows for cell in row)
            found.append(Labelled(first, last, (Block(Kind.TABLE, text, rows),)))
    return found


def _without_edges(
    table: Table, lines: tuple[Line, ...], vocabulary: Vocabulary
) -> tuple[int, int, tuple[Row, ...]]:
    """A table without the page's own lines at its top and foot, which are set as rows too."""
    first, last, rows = table.first, table.last, table.rows
    if len(rows) != last - first:
        return first, last, rows
    own = [
        len(row) > 1 and read_furniture(line.text, vocabulary=vocabulary) is not None
        for row, line in zip(rows, lines[first:last], strict=True)
    ]
    if not (own[0] or own[-1]):
        return first, last, rows
    start = next((i for i, known in enumerate(own) if not known), len(own))
    stop = next((i for i in range(len(own), start, -1) if not own[i - 1]), start)
    kept = rows[start:stop]
    return first + start, first + stop, kept if len(kept) > 1 else ()


def _contents(lines: tuple[Line, ...], vocabulary: Vocabulary) -> list[Labelled]:
    return [
        Labelled(found.first, found.last, found.blocks)
        for found in find_contents(lines, vocabulary)
    ]


def _datelines(lines: tuple[Line, ...], vocabulary: Vocabulary) -> list[Labelled]:
    return [
        _with_dateline(lines, found)
        if found.whole
        else Labelled(found.first, found.last, (), found.lines)
        for found in find_openings(lines, vocabulary)
        if not (found.whole and found.first and _is_source_note(found.lines, vocabulary))
    ]


def _with_dateline(lines: tuple[Line, ...], found: Opening) -> Labelled:
    """A dateline on lines of its own: it opens a report, or says below whose the report is."""
    text = join_lines(list(found.lines))
    kind = Kind.SOURCE if _stands_last(lines, found, text.text) else Kind.DATELINE
    return Labelled(found.first, found.last, (Block(kind, text),))


def _stands_last(lines: tuple[Line, ...], found: Opening, text: str) -> bool:
    """Whether a dateline in round brackets stands below its report: （新华社广州7月9日电）.

    A sentence ends above it, and no text begins below. Where a reporter is named, it opens
    one: （記者陳大文／台北報導）.
    """
    if text[0] not in "（(" or not text.endswith(("电）", "電）", "电)", "電)")) or not found.first:
        return False
    below = lines[found.last].text.text if found.last < len(lines) else ""
    named = "记者" in text or "記者" in text
    return not named and stops(lines[found.first - 1].text.text) and not _TEXT.search(below)


#: What a model does with a caption behind a picture's place, and how long the caption is at
#: most, in characters.
_IN_TYPE = frozenset({CENTERED, "emphasis"})
LONGEST_MARKED = 60

#: What running text has and few lines on display have.
_TEXT = re.compile("[，。；]")


def _is_source_note(lines: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether a line says in brackets where the text above it is from: （据新华社电）."""
    return lines[0].text.text[0] in "（(" and (
        read_source(lines[0].text, vocabulary=vocabulary) is not None
    )


def _label_at(lines: tuple[Line, ...], i: int, vocabulary: Vocabulary) -> Labelled | None:
    text = lines[i].text
    printed = text.text
    if len(printed) > LONGEST_LINE:
        return None
    if "://" in printed or "www." in printed:
        whole, last = _grown(lines, i, _continues_url)
        if _is_home(whole.text) and read_furniture(whole, vocabulary=vocabulary) is not None:
            return Labelled(i, last, (Block(Kind.FURNITURE, whole),))
        if read_link_line(whole) is not None:
            return Labelled(i, last, (Block(Kind.LINK, whole),))
    if printed.startswith("附") and read_attachment(text) is not None:
        whole, last = _grown(lines, i, _continues_bracket)
        return Labelled(i, last, (Block(Kind.ATTACHMENT, whole),))
    if _closes_bracket(printed):
        return None  # it runs on
    if read_source(text, vocabulary=vocabulary) is not None:
        return Labelled(i, i + 1, (Block(Kind.SOURCE, text),))
    if read_furniture(text, vocabulary=vocabulary) is not None:
        return Labelled(i, i + 1, (Block(Kind.FURNITURE, text),))
    return (
        _picture_at(lines, i, vocabulary)
        or _credit_at(lines, i, vocabulary)
        or _marked_caption_at(lines, i)
    )


def _pictures(lines: tuple[Line, ...], vocabulary: Vocabulary) -> list[Labelled]:
    """The captions over several lines whose photographer is named behind them."""
    found = []
    for first, last, text in pictures(lines, vocabulary):
        caption, _ = split_trailing_credit(text, vocabulary=vocabulary)
        found.append(_picture(first, last, text, caption))
    return found


def _picture_at(lines: tuple[Line, ...], i: int, vocabulary: Vocabulary) -> Labelled | None:
    """A caption with its photographer on one line."""
    text = lines[i].text
    if text.text[-1] not in PICTURE_ENDS and _CREDIT_BEHIND.search(text.text) is None:
        return None
    caption, credit = split_trailing_credit(text, vocabulary=vocabulary)
    if (named := _NAME_ALONE.match(text.text)) is not None:
        caption = text[: named.end()]
        credit = read_credit_line(text[named.end() :].strip(), vocabulary=vocabulary)
    if credit is None or credit.kind != "photo" or not any(map(str.isalnum, caption.text)):
        return None
    if not stops(caption.text.rstrip()) and text.text[0] not in _CAPTION_MARKS:
        return None
    return _picture(i, i + 1, text, caption)


def _marked_caption_at(lines: tuple[Line, ...], i: int) -> Labelled | None:
    """A sentence behind a picture's place that a model sets in the middle, or all in italics."""
    line = lines[i]
    if PICTURE not in line.repairs or line.text.text[-1] != "。":
        return None
    if len(line.text) > LONGEST_MARKED or _IN_TYPE.isdisjoint(line.repairs):
        return None
    marks = frozenset({BEHIND_PICTURE})
    return Labelled(i, i + 1, (Block(Kind.CAPTION, line.text, marks=marks),))


def _picture(first: int, last: int, text: Excerpt, caption: Excerpt) -> Labelled:
    tail = Block(Kind.BYLINE, text[len(caption) :].strip(), marks=frozenset({"photo"}))
    return Labelled(first, last, (Block(Kind.CAPTION, caption.strip()), tail))


def _credit_at(lines: tuple[Line, ...], i: int, vocabulary: Vocabulary) -> Labelled | None:
    """A line of credits, or one that is wrapped over several lines."""
    text = lines[i].text
    running = _is_running(lines, i)
    if running and text.text[0] not in _OPENING:
        return None
    if i and _opens_bracket(lines[i - 1].text.text):
        return None  # a dateline that names reporters is wrapped
    best: Labelled | None = None
    longest = 0 if running else MOST_WRAPS
    for last in range(i + 1, min(len(lines), i + longest) + 1):
        if last > i + 1 and not credits_run_on(lines, i, last, vocabulary):
            break
        whole = join_credits(lines[i:last], vocabulary)
        credit = read_credit_line(whole, vocabulary=vocabulary)
        if credit is not None and not _closes_bracket(whole.text):
            marks = frozenset({credit.kind})
            best = Labelled(i, last, (Block(Kind.BYLINE, whole, marks=marks),))
    if best is not None and i and goes_on(lines[i - 1].text.text, text.text):
        return None
    if best is None and text.text[0] in _OPENING and text.text[-1] not in "）)】〕。":
        whole, last = _grown(lines, i, _continues_bracket)
        if last > i + 1 and read_furniture(whole, vocabulary=vocabulary) is not None:
            return Labelled(i, last, (Block(Kind.FURNITURE, whole),))
    return best


def _is_running(lines: Sequence[Line], i: int) -> bool:
    """Whether no credit begins with the ``i``-th line, over however many it is wrapped.

    It is running text; only an author's note is too.
    """
    if RUNNING.search(lines[i].text.text) is None:
        return False
    return "作者" not in "".join([line.text.text for line in lines[i : i + MOST_WRAPS]])


def _grown(
    lines: tuple[Line, ...], i: int, continues: Callable[[str, str], bool]
) -> tuple[Excerpt, int]:
    """A line with those that continue it, and the number of the line after."""
    last = i + 1
    text = lines[i].text
    while last < min(len(lines), i + MOST_WRAPS) and continues(text.text, lines[last].text.text):
        last += 1
        text = join_lines(list(lines[i:last]))
    return text, last


def _continues_url(text: str, following: str) -> bool:
    """Whether a line is the rest of an address that fills the line above it.

    An address in angle brackets ends with its bracket. Else the rest is no
    longer than the line above, a number is a page number, and an address that
    has its file's ending is whole.
    """
    if text.startswith("<"):
        return not text.endswith(">") and _URL_REST.fullmatch(following.rstrip(">")) is not None
    if not text[-1].isascii() or "://" in following or len(following) > len(text):
        return False
    if _URL_REST.fullmatch(following) is None or following.startswith("www."):
        return False
    return text[-1] in "/=&?-_%." or not (following.isdigit() or text.endswith(_URL_ENDS))


def _continues_bracket(text: str, following: str) -> bool:
    del following
    return _opens_bracket(text)


def _is_home(text: str) -> bool:
    """Whether an address names a site and no page of it: the paper's own."""
    return "://" not in text and "/" not in text.rstrip("/")


def _closes_bracket(text: str) -> bool:
    """Whether a line closes a bracket that it does not open: it runs on."""
    return _BRACKET.search(text) is not None and any(
        text.count(end) > text.count(mark) for mark, end in _BRACKETS.items()
    )


def _opens_bracket(text: str) -> bool:
    """Whether a line opens a bracket that it does not close: the next runs on."""
    return _BRACKET.search(text) is not None and any(
        text.count(mark) > text.count(end) for mark, end in _BRACKETS.items()
    )

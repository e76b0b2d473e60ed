"""What can a line not be, whatever it looks like?

Most of what a line is shows in its looks, which are weighed. Some things are
certain: a sentence is no headline, a dateline opens a paragraph, a crosshead ends
with a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from zhnews.articles.caption_lines import caption_end, captions_above
from zhnews.articles.captions import IN_PICTURE
from zhnews.articles.closings import (
    LONGEST_CALLED,
    ends_a_day,
    says_last_words,
    says_whom_to_call,
    signs_a_day,
    stands_under_a_day,
)
from zhnews.articles.documents import (
    calls_for_list,
    find_articles_of_law,
    find_calls,
    find_notes_of_passing,
    names_chapter,
)
from zhnews.articles.headings import find_headings
from zhnews.articles.items import find_items, names_side
from zhnews.articles.leads import closing_marks, is_salutation, opening_marks, opens_report
from zhnews.articles.series import find_series
from zhnews.articles.severs import find_broken_off
from zhnews.articles.sights import BOLD, is_wrapped
from zhnews.articles.signed_ends import ends_signed
from zhnews.articles.titles import (
    LONGEST_HEADLINE,
    heads_table,
    is_below_title_or_name,
    is_between_column_and_byline,
    is_under_heading,
)
from zhnews.articles.words import common_words
from zhnews.fields.captions import opens_caption, read_caption_mark
from zhnews.fields.rubrics import is_code_line
from zhnews.repair.flow import INDENT, Fit, stops
from zhnews.repair.lines import Line

__all__ = ["DISPLAY", "KEYWORDS", "OPENS", "RUNS", "find_vetoes"]

#: What a line may be: it opens a paragraph, runs on, or stands on display.
OPENS, RUNS, DISPLAY = range(3)

#: No line on display that has a sentence in it is longer, in characters.
LONGEST_DISPLAY = 60

#: Where each paragraph is one line, what the end of a column cuts off one is no shorter,
#: in characters.
SHORTEST_CUT = 14

#: So many lines of this length, in characters, that end with a stop tell that it is so.
FEWEST_WHOLE = 5
LONG_LINE = 40

#: Indents open paragraphs where so many lines have one, and so large a share of the page's
#: lines has it or none.
FEWEST_INDENTED = 4
FLUSH_SHARE = 0.95

#: And where more than this share of the indents stands under a short line or a stop.
WHOLE_SHARE = 0.85

#: What calls for a list is no shorter, in characters.
SHORTEST_CALL_FOR_LIST = 25

#: The number of an item in a list; the first in Chinese numerals, under what calls for it.
_NUMBERED = re.compile(r"\d{1,2}[.．、]\s?[^\d\s]|[（(][一二三四五六七八九十\d]{1,2}[)）]\S")
_FIRST_ITEM = re.compile(r"一、\S")

#: How a dispatch states its subject, behind the dateline; a dash adds to it on the next line.
_SUBJECT = re.compile(r"[电電】道章]\s*[题題][:：][^，。：]{0,30}\Z")

#: What stands before an item of short news, or before a caption: a line begins with it.
ITEM_MARKS = frozenset("●■◆◇▲△▶◎※")

#: Results behind the name of what was played: several scores, or places.
_RESULTS = re.compile(
    r"[^，。：:]{2,20}[：:](?:[^，。]{0,30}\d[比∶:：-]\d[^，。]{2,30}\d[比∶:：-]\d|1[.．][^，。]{2,40}2[.．])"
)

#: Who said what is quoted right above, and nothing else: 李敏说。
_SAYS = re.compile(r"[^，。：；“”「」]{1,16}(?:[说說道]|表示|告[诉訴][记記]者|坦言)。")

#: What parts a sentence: a comma, or a colon before what somebody says.
_IN_SENTENCE = re.compile("，(?!\\Z)|[：:][“「]")

#: The first words of a caption that say where somebody stands in the picture.
_IN_PICTURE = re.compile(rf"[\u4e00-\u9fff·]{{2,14}}{IN_PICTURE}")

#: Marks with which no line begins: one of nothing else ends the sentence above.
_CLOSING = "，。、；：！？”’」』）》】〉〕,.;:!?)"

#: Keywords under an abstract end without a stop.
KEYWORDS = re.compile(r"[【\[]?(?:关\s?键\s?[词字]|關\s?鍵\s?[詞字])")


def find_vetoes(
    lines: tuple[Line, ...],
    fits: Sequence[Fit],
    severed: Mapping[int, str],
    begun: frozenset[int] = frozenset(),
    bound: frozenset[int] = frozenset(),
) -> list[tuple[int, int]]:
    """The places of lines, each with a state that the line cannot be in.

    Args:
        lines: Repaired lines, without those that a grammar knows.
        fits: How each is set in its column.
        severed: For a line above which a grammar's line stood, what it was.
        begun: The ids of the lines that open a paragraph.
        bound: The ids of the lines that run on.
    """
    vetoes = [
        *_vetoes(lines, fits, begun, bound),
        *((i, RUNS) for i in captions_above(lines, severed)),
    ]
    indented = _indented(lines, fits, severed)
    vetoes += [(i, RUNS) for i in indented]
    vetoes += [(i, RUNS) for i in range(1, len(lines)) if is_under_heading(lines, fits, severed, i)]
    vetoes += [
        (i - 1, never)
        for i, by in severed.items()
        if by == "byline" and i > 1 and is_between_column_and_byline(lines, severed, i - 1)
        for never in (OPENS, RUNS)
    ]
    vetoes += [
        (i - 1, RUNS) for i, by in severed.items() if by == "table" and heads_table(lines, fits, i)
    ]
    vetoes += _of_documents(lines, fits)
    vetoes += [
        (i, RUNS) for i in range(1, len(lines)) if is_below_title_or_name(lines, fits, severed, i)
    ]
    for i in range(1, len(lines)):
        above = lines[i - 2].text.text if i > 1 else "。"
        if (stops(above) or not fits[i - 2].full) and signs_a_day(
            lines[i - 1].text.text, lines[i].text.text
        ):
            vetoes += [(i - 1, DISPLAY), (i - 1, RUNS), (i, RUNS), (i, DISPLAY)]
    vetoes += [(i, DISPLAY) for i in find_broken_off(lines, severed, indented)]
    vetoes += [(i, never) for i in find_headings(lines) for never in (OPENS, RUNS)]
    for i in find_series(lines):
        vetoes += [(i, OPENS), (i, RUNS), (i + 1, RUNS)]
    items = find_items(lines)
    vetoes += [(i, never) for i in items for never in (RUNS, DISPLAY)]
    for i in (i for i in items if i + 1 < len(lines)):
        if names_side(lines[i].text.text):
            vetoes += [(i + 1, OPENS), (i + 1, DISPLAY)]
        elif not fits[i].full:
            vetoes.append((i + 1, RUNS))
    return vetoes


def _of_documents(lines: Sequence[Line], fits: Sequence[Fit]) -> list[tuple[int, int]]:
    """What the lines of laws and circulars cannot be."""
    vetoes = [(i, never) for i in find_articles_of_law(lines) for never in (RUNS, DISPLAY)]
    for first, last in (*find_notes_of_passing(lines), *find_calls(lines, fits)):
        vetoes += [(first, RUNS), (first, DISPLAY)]
        vetoes += [(i, never) for i in range(first + 1, last) for never in (OPENS, DISPLAY)]
        if last < len(lines):
            vetoes.append((last, RUNS))
    for i, line in enumerate(lines):
        if names_chapter(line.text.text):
            vetoes += [(i, OPENS), (i, RUNS)]
            if i + 1 < len(lines):
                vetoes.append((i + 1, RUNS))
        elif calls_for_list(line.text.text):
            vetoes.append((i, DISPLAY))
    return vetoes


def _says_a_sentence(line: Line) -> bool:
    """Whether a line is no headline for what it says: it ends a sentence, or is long with one.

    What ends with something said is a pull quote, perhaps, where it is in bold type.
    """
    text = line.text.text
    if text.endswith("。") or (len(text) > LONGEST_DISPLAY and "。" in text):
        return True
    return text.endswith(("。”", "。」")) and BOLD.isdisjoint(line.repairs)


def _breaks_off(near: Sequence[Line], set_: Sequence[Fit]) -> bool:
    """Whether the second of four lines opens a paragraph, as it breaks off in a sentence.

    A pull quote breaks off so on its first line, and is set apart below its second.

    Args:
        near: The lines.
        set_: How the second and the third are set.
    """
    if len(near) < 3 or not set_[1].full or near[2].gap > near[1].gap:
        return False
    above, own = near[0].text.text, near[1].text.text
    if not stops(above) or stops(own):
        return False
    if set_[0].opens and _parts_a_word(near[:3], set_[1:]):
        return True
    if own[0] in "“「" or any(line.gap > near[2].gap for line in near[3:]):
        return False
    filled = (set_[0].opens or set_[0].full == 2) and set_[1].full == 2
    return filled and BOLD.isdisjoint(near[1].repairs) and _IN_SENTENCE.search(own) is not None


def _parts_a_word(near: Sequence[Line], below: Sequence[Fit]) -> bool:
    """Whether the second of three lines opens a paragraph, as it breaks off within a word.

    The line above ends with a sentence, and the second would fill its column, as the
    third does, with an indent; a crosshead so long ends with a word. Common words tell:
    first lines of paragraphs are too many to cut each into words, as ``parts_word`` does.

    Args:
        near: The three lines; with an indent the second would fill its column.
        below: How the third is set.
    """
    if len(near) < 3 or below[0].full < 2 or near[2].gap > near[1].gap:
        return False
    above, own, rest = (line.text.text for line in near)
    return stops(above) and own[-1] + rest[0] in common_words()


def _vetoes(
    lines: tuple[Line, ...], fits: Sequence[Fit], begun: frozenset[int], bound: frozenset[int]
) -> list[tuple[int, int]]:
    """What lines cannot be, whatever they look like: places, each with a state."""
    vetoes: list[tuple[int, int]] = []
    whole = _are_whole(lines) and not is_wrapped(lines, fits)
    for i, line in enumerate(lines):
        text = line.text.text
        above = lines[i - 1].text.text if i else ""
        if whole and i and _may_stand_alone(above):
            headline = id(lines[i - 1]) not in begun and _may_head(above) and opens_report(text)
            if headline:
                vetoes.append((i - 1, OPENS))
            if headline or len(above) < SHORTEST_CUT:
                vetoes.append((i, RUNS))
        if id(line) in begun:
            vetoes += [(i, RUNS), (i, DISPLAY)]
        if id(line) in bound:
            vetoes += [(i - 1, DISPLAY), (i, OPENS), (i, DISPLAY)]
        if i and (
            (not fits[i - 1].full and KEYWORDS.match(above))
            or stands_under_a_day(above, text)
            or ends_signed(above, text)
        ):
            vetoes.append((i, RUNS))
        if is_salutation(text):
            vetoes += [(at, never) for at in (i, i + 1) for never in (RUNS, DISPLAY)]
        if _says_a_sentence(line) or (
            i
            and not whole
            and (fits[i].opens or fits[i].full)
            and _breaks_off(lines[i - 1 : i + 3], fits[i : i + 2])
        ):
            vetoes.append((i, DISPLAY))
        vetoes += _of_its_kind(i, above, text)
        if opens_caption(line.text):
            vetoes += [(i, RUNS), (caption_end(lines, fits, i), RUNS)]
    return [(i, never) for i, never in vetoes if i < len(lines)]


def _of_its_kind(i: int, above: str, text: str) -> list[tuple[int, int]]:
    """What a line cannot be that is told by its marks, whatever stands around it.

    A company's code stands on display; who stands where in a picture (鲜于谷（左）) is said in
    its caption; whom to call ends a paragraph, what calls for a list is
    one, the next number of a list opens one.
    """
    if is_code_line(text):
        return [(i, OPENS), (i, RUNS), (i + 1, RUNS)]
    if (text[-1] in "；;" or above[-1:] in (*"；;",)) and _NUMBERED.match(text):
        return [(i, RUNS), (i, DISPLAY)]
    subject = (text.startswith("——") or above[-1:] in "：:") and _SUBJECT.search(above)
    if subject or (above.endswith(("”", "」")) and _SAYS.fullmatch(text)):
        return [(i, OPENS), (i, DISPLAY)]
    if above and _IN_PICTURE.match(text) and stops(above):
        return [(i, RUNS), (i + 1, RUNS)] if stops(text) else [(i, RUNS)]
    if text[0] in ITEM_MARKS and len(text) > 1 and i:
        return [(i, RUNS)]
    if "来源" in text or "來源" in text:
        titled = read_caption_mark(text) == "data"
        return [(i, RUNS), (i, DISPLAY), (i + 1, RUNS)] if titled else []
    if ("：" in text or ":" in text) and _RESULTS.match(text):
        return [(i, RUNS), (i, DISPLAY)]
    if ends_a_day(above, text):
        return [(i - 1, RUNS), (i - 1, DISPLAY), (i, OPENS), (i, DISPLAY), (i + 1, RUNS)]
    reached = [(i, DISPLAY)] if says_whom_to_call(text) else []
    if says_whom_to_call(above) and len(text) > LONGEST_CALLED and not text[0].isdigit():
        reached.append((i, RUNS))
    if reached:
        return reached
    if text[-1] in "：:" and len(text) >= SHORTEST_CALL_FOR_LIST and "，" in text:
        return [(i, DISPLAY)]
    if above and _opens_item(above, text):
        return [(i, RUNS)]
    return [] if not i or text.strip(_CLOSING) else [(i, OPENS), (i, DISPLAY)]


def _opens_item(above: str, text: str) -> bool:
    """Whether a line opens an item of a list, or what stands below a notice's last words."""
    if above[-1] in "：:" and _FIRST_ITEM.match(text):
        return True
    return above[-1] in "；;：:。" and (
        _NUMBERED.match(text) is not None
        or (above.endswith("。") and says_last_words(above))
        or (text.startswith("特此") and says_last_words(text))
    )


def _indented(lines: Sequence[Line], fits: Sequence[Fit], severed: Mapping[int, str]) -> list[int]:
    """The lines that open a paragraph with its indent, on a page whose other lines have none.

    Where columns were taken apart, an indent may be what is left of the space between them:
    full lines that end within a sentence then have it below them.
    """
    indents = [line.indent for line in lines]
    opening = indents.count(INDENT)
    if opening < FEWEST_INDENTED or opening + indents.count(0) < FLUSH_SHARE * len(lines):
        return []
    below = [i for i, pair in enumerate(pairwise(indents), start=1) if pair == (0, INDENT)]
    whole = [
        i
        for i in below
        if fits[i - 1].full < 2 or stops(lines[i - 1].text.text) or severed.get(i) == "byline"
    ]
    if len(whole) <= WHOLE_SHARE * len(below):
        return []
    alone = [  # a paragraph of one line stands above
        i
        for i, pair in enumerate(pairwise(indents), start=1)
        if pair == (INDENT, INDENT) and stops(lines[i - 1].text.text)
    ]
    return whole + alone


def _are_whole(lines: Sequence[Line]) -> bool:
    """Whether paragraphs stand on one line each, as far as long lines tell."""
    ends = (stops(line.text.text) for line in lines if len(line.text) >= LONG_LINE)
    return sum(ends) >= FEWEST_WHOLE


def _may_stand_alone(text: str) -> bool:
    """Whether a line among whole paragraphs may be none: it ends without a stop, and not open."""
    return text[-1] not in "，、；：“（《—" and not stops(text)


def _may_head(text: str) -> bool:
    """Whether a line among whole paragraphs that ends without a stop may be a headline."""
    return (
        len(text) <= LONGEST_HEADLINE
        and not (text[-1] == "的" and "，" in text)
        and set(closing_marks(text)) <= {"an unfinished paragraph before"}
        and "a label" not in opening_marks(text)
    )

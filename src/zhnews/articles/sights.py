"""What does a line look like among its neighbours? Its typesetting as names.

A line has looks of its own, and looks against the line above it. Groups of
them are the evidence whose weights are learned (``OWN``, ``AGAINST``; see
``benchmarks/fit_reading.py``); the table of weights is ``reading.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter

from attrs import frozen

from zhnews.articles.leads import turn_in_talk
from zhnews.articles.severs import as_seen
from zhnews.fields.days import PRINTED_DAY
from zhnews.repair.flow import Fit, stops, would_break
from zhnews.repair.lines import Line, tight, width_of
from zhnews.vocab import STANDARD
from zhnews.vocab.cues import in_either_script

__all__ = [
    "AGAINST",
    "AGAINST_BUNDLES",
    "BOLD",
    "OWN",
    "OWN_BUNDLES",
    "Setting",
    "Sight",
    "is_wrapped",
    "measure_setting",
    "see_lines",
]

#: Rules of repair that tell of bold print.
BOLD = frozenset({"doubled glyphs", "repeated line"})


def _looks(names: str) -> tuple[str, ...]:
    return tuple(names.split())


def _groups(names: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_looks(group) for group in names.split("|"))


#: The looks of a line by itself, in the order of :attr:`Sight.own`. "page" is
#: whether the page's lines are wrapped; "below" is what a grammar knows right
#: below the line; "open" and "closes" are brackets left open or closed.
LOOKS = _looks(
    "page end inside start width fit both share type below open closes halves listed first"
)

#: The looks of a line and of the one above it (with ^), in the order of
#: :attr:`Sight.against`. "stop" is whether it ends with a sentence, "above" is
#: what a grammar knows right above the line, "step" is how much wider the line
#: is than the one above, "last-step" the same one line earlier.
PAIRED = _looks(
    "page indents end^ fit^ both^ width^ share^ type^ inside^ open^ start^ stop^"
    " end fit both width share type inside start stop closes"
    " broken gap indent above step last-step"
)

#: The looks of the line above, and of the line, that are among these as they are.
_ABOVE = itemgetter(*map(LOOKS.index, _looks("end fit both width share type inside open start")))
_HERE = itemgetter(*map(LOOKS.index, _looks("end fit both width share type inside start")))
_END, _CLOSES, _BEGIN = map(LOOKS.index, ("end", "closes", "start"))

#: Which looks are weighed together.
OWN = _groups(
    "page inside end width|page start width|start end inside width|end fit|inside both"
    "|end both|page share|type end|below|open closes|halves|listed|first|inside end"
)
AGAINST = _groups(
    "page indents end^ fit^ fit|page end^ broken|page end^ gap|page indent end^"
    "|type^ type end^|above end^ fit^|indents both^ both stop^|both^ both inside"
    "|open^ closes|closes end^|open^ both^|step end^|page start end^|page width^ end^ width"
    "|indents start end^ gap|indents both^ gap stop^|last-step step stop^ stop"
    "|share^ share|step end|start type^|page end^ fit^ fit|start start^|both^ both inside^"
)

#: Bundles that hold all the groups between them. Lines look alike in a bundle far
#: oftener than in all their looks: on unseen pages 19 of 20 look in one as some
#: line before did, and what its groups weigh together is known.
OWN_BUNDLES = _groups(
    "page inside end width start|end inside fit both page share"
    "|type end below open closes halves listed first"
)
AGAINST_BUNDLES = _groups(
    "page indents end^ fit^ fit broken above gap|page indents start end^ gap indent step closes"
    "|both^ both inside inside^|indents both^ both stop^|indents both^ gap stop^ open^ closes"
    "|last-step step stop^ stop end|type^ type end^ start start^|page width^ end^ width"
    "|share^ share"
)

_COMMA = frozenset("，、；,;—–-")
_OPENING = frozenset("“‘（《〈【「『〔([")
_CLOSING = frozenset("”’」』）)】》〉")
_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("（", "）"), ("《", "》"), ("【", "】"))
_BRACKET = re.compile(r"[“”‘’「」（）《》【】]")

#: Words that hold what follows: no sentence and few headlines end with them.
_HELD = frozenset("的了和与與及在是对對为為将將把被从從向由以而或并並等于於")

_STOP_INSIDE = re.compile(r"[。；;！？!?][^”’」』）)]")
_HALVES = re.compile(r"[\u4e00-\u9fff”’」』》！？%][ \u3000][“‘「『《\u4e00-\u9fff]")
_NUMERAL = "一二三四五六七八九十"


@cache
def _starts() -> re.Pattern[str]:
    """How a line may start; the group's name says what it looks like.

    Over raw text, as folding each line would take longer than the match.
    """
    first = in_either_script(STANDARD.table("openings").words_where("says", "first"))
    return re.compile(
        r"(?P<dash>——|―|──|--)"
        rf"|(?P<number>[{_NUMERAL}]{{1,3}}、|[（(][{_NUMERAL}]{{1,2}}[)）]|\d{{1,2}}[.．]\d"
        r"|\d{1,2}[.．]?\s(?=[\u4e00-\u9fff]))"
        r"|(?P<note>摘\s?要|关键词|關鍵詞|关键字|【摘要】|【关键词】|注[：:]|附注)"
        rf"|(?P<talk>{turn_in_talk()})"
        r"|(?P<picture>[上下左右]?[图圖表](?:\s?[\d①-⑨一二三四五六七八九]{1,2}\s?[：:\s.．]|[：:\s])|[▲△▼]"
        r"|(?:数据|數據|资料|資料|图片|圖片)[来來]源\s?[：:])"
        r"|(?P<mark>[◆●■★☆◎○□※])"
        r"|(?P<dateline>(?:据|據)?(?:本报|本報|本刊|新华社|新華社|中新|央视|央視|晚报|早报|日报|晨报)\S{0,12}?(?:讯|訊|电|電|消息)"
        r"|[【（〔\[(](?:本报|本報|记者|記者|中央社|本刊|特[讯訊]))"
        r"|(?P<quote>[“「『‘《])"
        r"|(?P<bracket>[（(【〔])"
        rf"|(?P<date>{PRINTED_DAY}\Z)"
        r"|(?P<figure>\d)"
        r"|(?P<latin>[A-Za-z])"
        rf"|(?P<lead>{first})"
    )


#: Shares of the page's measure, widths, and differences of widths, in
#: half-widths, at which a line is called by another name.
_SHARES = (0.35, 0.6, 0.85, 0.97, 1.08, 1.5)
_WIDTHS = (6, 12, 20, 30, 42, 52, 64, 100)
_DIGITS = "0123456789"
_STEPS = (-20.5, -6.5, -2.5, 2.5, 6.5, 20.5)


@frozen
class Sight:
    """What a line looks like.

    Attributes:
        own: By itself: a word for each of ``LOOKS``.
        against: Against the line above it: a word for each of ``PAIRED``;
            empty for the first line.
    """

    own: tuple[str, ...]
    against: tuple[str, ...]


@frozen
class Setting:
    """How a whole page is set: what its lines have in common.

    Attributes:
        wrapped: Whether lines are wrapped at a column.
        gap: The usual number of blank lines between two lines.
        indented: Paragraphs open with an indent, kept or lost.
        measure: The width of line that most lines have, in half-widths.
        indent: The usual indent of a line, in half-widths.
    """

    wrapped: bool
    gap: int
    indented: bool
    measure: int
    indent: int


def is_wrapped(lines: Sequence[Line], fits: Sequence[Fit]) -> bool:
    """Whether a page's lines are wrapped at a column: most of them then end without a stop."""
    long = [line for line in lines if len(line.text) > 5]
    loose = sum(not stops(line.text.text) for line in long)
    in_columns = sum(fit.column > 0 for fit in fits)
    return loose > 0.55 * len(long) and in_columns > 0.5 * len(lines)


def measure_setting(lines: Sequence[Line], fits: Sequence[Fit]) -> Setting:
    """What the lines of a page have in common."""
    columns = Counter(fit.column for fit in fits if fit.column)
    gaps = Counter(line.gap for line in lines[1:])
    indents = Counter(line.indent for line in lines)
    breaks = opens = 0
    for line, fit, after, following in zip(lines, fits, fits[1:], lines[1:], strict=False):
        if fit.column and not fit.full and stops(line.text.text):
            breaks += 1
            opens += after.opens or following.indent >= line.indent + 2
    return Setting(
        wrapped=is_wrapped(lines, fits),
        gap=gaps.most_common(1)[0][0] if gaps else 0,
        indented=opens * 2 >= breaks,
        measure=columns.most_common(1)[0][0] if columns else 0,
        indent=indents.most_common(1)[0][0] if indents else 0,
    )


def see_lines(
    lines: tuple[Line, ...],
    fits: tuple[Fit, ...],
    listed: frozenset[str],
    severed: Mapping[int, str],
    questions: frozenset[int] = frozenset(),
) -> Iterator[Sight]:
    """The looks of each line, one after the other: those of a page need not be kept.

    Args:
        lines: Repaired lines, without those that a grammar knows.
        fits: How each is set in its column.
        listed: Titles of the page's table of contents, without white space.
        severed: For a line above which a grammar's line stood, what it was.
        questions: The places of headlines that ask or exclaim: these end without a stop.
    """
    setting = measure_setting(lines, fits)
    page = "wrapped" if setting.wrapped else "whole"
    types = _types(lines, severed, questions)
    between = as_seen(severed)
    widths = [width_of(line.text.text) for line in lines]
    steps = [0, *(width - above for above, width in pairwise(widths))]
    indents = "indented" if setting.indented else "flush"
    above: tuple[str, ...] = ()
    for i, (line, fit) in enumerate(zip(lines, fits, strict=True)):
        text = line.text.text
        own = (
            page,
            "bare" if i in questions else _end(text),
            _inside(text),
            _start(text),
            *_measures(widths[i], fit, setting),
            types[i],
            between.get(i + 1, "nothing"),
            *_brackets(text),
            "halves" if (" " in text or "\u3000" in text) and _HALVES.search(text) else "one",
            "listed" if listed and tight(text) in listed else "other",
            "later" if i else "first",
        )
        against: tuple[str, ...] = ()
        if i:
            against = (
                page,
                indents,
                *_against(above, own),
                *_set_apart(line, lines[i - 1], setting),
                between.get(i, "nothing"),
                _bucket(steps[i], _STEPS),
                _bucket(steps[i - 1], _STEPS),
            )
        yield Sight(own, against)
        above = own


def _measures(width: int, fit: Fit, setting: Setting) -> tuple[str, str, str, str]:
    """How wide a line is, how it fits its column, and what share it has of the page's measure."""
    share = _bucket(width / setting.measure, _SHARES) if setting.measure else "none"
    return _bucket(width, _WIDTHS), _fit(fit), f"{fit.above}+{fit.below}", share


def _against(above: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """Of the looks of two lines those that are compared."""
    return (
        *_ABOVE(above),
        "stop" if above[_END] == "stop" else "none",
        *_HERE(own),
        "stop" if own[_END] == "stop" else "none",
        own[_CLOSES],
        "broken" if own[_BEGIN] == "broken" else "begins",
    )


def _start(text: str) -> str:
    if would_break(text):
        return "broken"
    found = _starts().match(text)
    return (found.lastgroup or "") if found else "word"


def _set_apart(line: Line, above: Line, setting: Setting) -> tuple[str, str]:
    """How a line is set apart from the one above, by a gap and by an indent."""
    gap = line.gap - setting.gap
    shift = line.indent - above.indent
    deep = "deep" if line.indent >= setting.indent + 2 else "flush"
    return (
        "more" if gap > 1 else "some" if gap > 0 else "usual",
        f"{'in' if shift >= 2 else 'out' if shift <= -2 else 'same'}-{deep}",
    )


def _inside(text: str) -> str:
    if _STOP_INSIDE.search(text):
        return "stop"
    return "comma" if "，" in text or "、" in text or "," in text else "bare"


def _end(text: str) -> str:
    last = text[-1]
    if stops(text):
        return "stop"
    if last in _COMMA:
        return "comma"
    if last in "：:":
        return "colon"
    if last in _OPENING:
        return "open"
    if last in _HELD:
        return "held"
    return "quote" if last in _CLOSING else "bare"


def _fit(fit: Fit) -> str:
    if not fit.column:
        return "none"
    if fit.full == 2:
        return "full" if fit.support > 2 else "full-of-two"
    return "opens" if fit.opens else "narrow" if fit.full else "short"


def _brackets(text: str) -> tuple[str, str]:
    """Whether a line leaves a bracket open, and whether it closes one from above."""
    if not _BRACKET.search(text):
        return "whole", "whole"
    opened = closed = False
    for mark, end in _PAIRS:
        if mark in text or end in text:
            excess = text.count(mark) - text.count(end)
            opened |= excess > 0 and text.rfind(mark) > text.rfind(end)
            closed |= excess < 0 and (mark not in text or text.find(end) < text.find(mark))
    return "open" if opened else "whole", "closes" if closed else "whole"


def _types(
    lines: Sequence[Line], severed: Mapping[int, str], questions: frozenset[int]
) -> list[str]:
    """The type that each line is set in, told from its repairs.

    A run of lines in bold type that ends with a sentence is not a headline.
    """
    types: list[str] = []
    first = 0
    for i, line in enumerate(lines):
        if BOLD.isdisjoint(line.repairs):
            types.append(_type(line))
            first = i + 1
            continue
        if i in severed:
            first = i
        types.append("bold" if i == first else "bold-on")
        if stops(line.text.text) and i not in questions:
            types[first:] = ["bold-stop", *["bold-stop-on"] * (i - first)]
            first = i + 1
    return types


def _type(line: Line) -> str:
    for rule in line.repairs:
        if rule.startswith("heading mark"):
            return rule.replace(" ", "-")
        if rule in ("vertical", "emphasis"):
            return rule
    return "spaced" if "letter-spacing" in line.repairs else "plain"


def _bucket(value: float, bounds: tuple[float, ...]) -> str:
    return _DIGITS[bisect_left(bounds, value)]

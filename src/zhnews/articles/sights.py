"""What does a line look like among its neighbours? Its typesetting as names.

Each name is a piece of evidence whose weight is learned (see
``benchmarks/fit_reading.py``); the table of weights is ``reading.tsv``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from attrs import frozen

from zhnews.repair.flow import Fit, stops, would_break
from zhnews.repair.lines import Line

__all__ = ["BOLD", "Setting", "measure_setting", "see_lines"]

#: Rules of repair that tell of bold print.
BOLD = frozenset({"doubled glyphs", "repeated line"})

_COMMA_END = re.compile(r"[，、；,;—–-]\Z")
_COLON_END = re.compile(r"[：:]\Z")
_OPEN_END = re.compile(r"[“‘（《〈【「『〔(\[]\Z")
_QUOTE_END = re.compile(r"[”’」』）)】》〉]\Z")
_STOP_INSIDE = re.compile(r"[。；;！？!?][^”’」』）)]")
_COMMA_INSIDE = re.compile(r"[，、,]")
_HALVES = re.compile(r"[\u4e00-\u9fff”’」』》！？%\d][ \u3000][“‘「『《\u4e00-\u9fffA-Z\d]")
_START = re.compile(
    r"(?P<dash>——|―|──|--)"
    r"|(?P<number>[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,2}[)）]|\d{1,2}[.．]\d)"
    r"|(?P<note>摘\s?要|关键词|關鍵詞|关键字|【摘要】|【关键词】|注[：:]|附注)"
    r"|(?P<talk>(?:记者|記者|主持人|问|問|答)\s?[：:])"
    r"|(?P<mark>[◆●■▲★☆◎○□▼※])"
    r"|(?P<dateline>(?:据|據)?(?:本报|本報|本刊|新华社|新華社|中新|央视|央視|晚报|早报|日报|晨报)\S{0,12}?(?:讯|訊|电|電|消息)"
    r"|[【（〔\[(](?:本报|本報|记者|記者|中央社|本刊|特[讯訊]))"
    r"|(?P<quote>[“「『‘《])"
    r"|(?P<bracket>[（(【〔])"
    r"|(?P<figure>\d)"
    r"|(?P<latin>[A-Za-z])"
)

#: Shares of the page's measure, and widths in half-widths, at which a line is
#: called by another name.
_SHARES = (0.35, 0.6, 0.85, 0.97, 1.08, 1.5)
_WIDTHS = (6, 12, 20, 30, 44, 64, 100)


@frozen
class Setting:
    """How a whole page is set: what its lines have in common.

    Attributes:
        wrapped: Whether lines are wrapped at a column: most of them then end
            without a stop.
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


def measure_setting(lines: tuple[Line, ...], fits: tuple[Fit, ...]) -> Setting:
    """What the lines of a page have in common."""
    long = [line for line in lines if len(line.text) > 5]
    loose = sum(not stops(line.text.text) for line in long)
    columns = Counter(fit.column for fit in fits if fit.column)
    gaps = Counter(line.gap for line in lines[1:])
    indents = Counter(line.indent for line in lines)
    breaks = opens = 0
    for line, fit, after, following in zip(lines, fits, fits[1:], lines[1:], strict=False):
        if fit.column and not fit.full and stops(line.text.text):
            breaks += 1
            opens += after.opens or following.indent >= line.indent + 2
    in_columns = sum(fit.column > 0 for fit in fits)
    return Setting(
        wrapped=loose > 0.55 * len(long) and in_columns > 0.5 * len(lines),
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
) -> list[tuple[str, ...]]:
    """The names of the evidence for each line.

    Args:
        lines: Repaired lines, without those that a grammar knows.
        fits: How each is set in its column.
        listed: Titles of the page's table of contents, without white space.
        severed: For a line above which a grammar's line stood, what it was.
    """
    setting = measure_setting(lines, fits)
    own = [_own(line, fit, setting, listed) for line, fit in zip(lines, fits, strict=True)]
    count = len(lines)
    sights: list[tuple[str, ...]] = []
    for i, line in enumerate(lines):
        above = lines[i - 1] if i else None
        seen = _between(above, fits[i - 1], line, fits[i], setting, severed.get(i)) if above else ()
        below = own[i + 1] if i + 1 < count else None
        sights.append((*seen, *_alone(own[i], below, severed.get(i + 1), setting)))
    return sights


@frozen
class _Own:
    """A line's own looks."""

    end: str
    start: str
    inside: str
    fit: str
    share: str
    width: str
    type: str
    names: tuple[str, ...]


def _own(line: Line, fit: Fit, setting: Setting, listed: frozenset[str]) -> _Own:
    text = line.text.text
    width = line.width
    names = []
    if _unclosed(text):
        names.append("unclosed")
    if _HALVES.search(text):
        names.append("halves")
    if listed and "".join(text.split()) in listed:
        names.append("listed")
    found = _START.match(text)
    return _Own(
        end=_end(text),
        start="broken" if would_break(text) else (found.lastgroup or "") if found else "",
        inside="stop" if _STOP_INSIDE.search(text) else "comma" if _COMMA_INSIDE.search(text) else "bare",
        fit=_fit(fit),
        share=_bucket(width / setting.measure, _SHARES) if setting.measure else "none",
        width=_bucket(width, _WIDTHS),
        type=_type(line),
        names=tuple(names),
    )


def _unclosed(text: str) -> bool:
    """Whether a line opens a bracket that it does not close."""
    return any(text.count(mark) > text.count(end) for mark, end in ("（）", "()", "《》", "【】"))


def _end(text: str) -> str:
    if stops(text):
        return "stop"
    for name, pattern in (("comma", _COMMA_END), ("colon", _COLON_END), ("open", _OPEN_END)):
        if pattern.search(text):
            return name
    return "quote" if _QUOTE_END.search(text) else "bare"


def _fit(fit: Fit) -> str:
    if not fit.column:
        return "no column"
    if fit.full == 2:
        return "full" if fit.support > 2 else "full of two"
    return "opens" if fit.opens else "narrow" if fit.full else "short"


def _type(line: Line) -> str:
    for rule in line.repairs:
        if rule.startswith("heading mark"):
            return rule
    if not BOLD.isdisjoint(line.repairs):
        return "bold"
    if "vertical" in line.repairs:
        return "vertical"
    if "emphasis" in line.repairs:
        return "emphasis"
    return "spaced" if "letter-spacing" in line.repairs else "plain"


def _bucket(value: float, bounds: tuple[float, ...]) -> str:
    return str(sum(value > bound for bound in bounds))


def _alone(own: _Own, below: _Own | None, severed: str | None, setting: Setting) -> list[str]:
    """What a line shows by itself, and with what is below it."""
    page = "W" if setting.wrapped else "U"
    names = [
        f"{page} end {own.end}",
        f"{page} start {own.start}",
        f"{page} fit {own.fit}",
        f"end {own.end} fit {own.fit}",
        f"inside {own.inside} width {own.width}",
        f"{page} share {own.share}",
        f"end {own.end} width {own.width}",
        f"type {own.type}",
        f"type {own.type} end {own.end}",
        f"below severed {severed}",
        *own.names,
    ]
    if below is not None:
        names.append(f"{page} below {below.fit} {below.start == 'dateline'}")
        names.append(f"{page} end {own.end} fit {own.fit} below {below.fit}")
        names.append(f"type {own.type} below {below.type}")
        names.append(f"share {own.share} below {below.share}")
    return names


def _between(
    above: Line, fit: Fit, line: Line, own: Fit, setting: Setting, severed: str | None
) -> list[str]:
    """What a line shows against the one above it."""
    page = "W" if setting.wrapped else "U"
    end, before, after = _end(above.text.text), _fit(fit), _fit(own)
    gap = "more" if line.gap > setting.gap + 1 else "some" if line.gap > setting.gap else "usual"
    shift = line.indent - above.indent
    indent = "in" if shift >= 2 else "out" if shift <= -2 else "same"
    deep = "deep" if line.indent >= setting.indent + 2 else "flush"
    broken = "broken" if would_break(line.text.text) else "begins"
    indented = "I" if setting.indented else "F"
    return [
        f"{page} above {end} {before}",
        f"{page}{indented} above {end} {before} own {after}",
        f"{page} above {end} {broken}",
        f"{page} above {end} gap {gap}",
        f"{page} indent {indent} {deep} above {end}",
        f"above {_type(above)} own {_type(line)}",
        f"above {_type(above)} own {_type(line)} above {end}",
        f"severed {severed} above {end}",
        f"above unclosed {_unclosed(above.text.text)} {page}",
    ]

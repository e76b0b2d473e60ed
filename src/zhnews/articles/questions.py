"""Which lines that ask, exclaim or trail off are headlines? 加装电梯，一楼不同意怎么办？

A headline has no full stop, but it may be a question or a call, or end with ……. By its
end such a line looks like the last one of a paragraph: only what stands around it tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from attrs import frozen

from zhnews.articles.leads import opens_report, turn_in_talk
from zhnews.articles.sights import BOLD
from zhnews.repair.flow import Fit, stops
from zhnews.repair.lines import Line

__all__ = ["find_questions"]

#: A headline that asks has so many characters: a shorter line is what a word leaves over.
SHORTEST, LONGEST = 5, 30

#: A shorter question may be a paragraph of its own (钱从哪里来？), in characters.
SHORTEST_ALONE = 8

#: No headline has more lines.
MOST_LINES = 3

#: A paragraph is indented by so much more than the headline above it, in half-widths.
INDENT = 2

#: What is known of lines between a headline and its text; or at the end of another.
_AT_HEADS = ("byline", "end")

#: So many paragraphs, nearly all of which are indented, tell that all are.
FEWEST_PARAGRAPHS = 5
INDENTED_SHARE = 0.9


@cache
def _speaker() -> re.Pattern[str]:
    """Who speaks, before a colon: the line is of a talk, and what is below it too."""
    return re.compile(rf"{turn_in_talk()}|[^，。：:]{{2,5}}[：:]")


@cache
def _asking() -> re.Pattern[str]:
    """One or two short sentences, none of which states anything; nobody is named as speaking."""
    return re.compile(
        rf"(?!{turn_in_talk()}|[“「『].*[”」』]\Z)"
        rf"[^。；;\n]{{{SHORTEST - 1},{LONGEST - 1}}}(?:[？！?!]|…{{1,2}})"
    )


#: The same as somebody says it, and how it ends.
_QUOTED = re.compile(rf"[“「][^。；;“”「」\n]{{{SHORTEST - 1},{LONGEST - 1}}}[？！?!][”」]")
_CALLS = tuple("？！?!…")

#: What parts the clauses of running text.
_CLAUSES = re.compile(r"[，。；：、]")


def find_questions(
    lines: Sequence[Line],
    fits: Sequence[Fit],
    severed: Mapping[int, str],
    begun: Collection[int],
) -> frozenset[int]:
    """The places of the lines that ask, exclaim or trail off over a text of their own.

    Args:
        lines: Repaired lines, without those that a grammar knows.
        fits: How each is set in its column.
        severed: For a line above which a grammar's line stood, what it was.
        begun: The ids of the lines that open a paragraph: with a dateline, or below one.

    >>> from zhnews.repair.flow import measure_fit
    >>> from zhnews.repair.lines import split_lines
    >>> text = "旧楼能不能装电梯？\\n　　今年全市装了三百部。\\n　　谁来出钱？\\n　　各家分摊。"
    >>> page = split_lines(text)
    >>> sorted(find_questions(page, measure_fit(page), {}, ()))
    [0]
    """
    asking = [place for i in range(len(lines) - 1) for place in _asks(lines, i)]
    if not asking:
        return frozenset()
    usual = Counter(line.gap for line in lines).most_common(1)[0][0]
    around = _Around(lines, fits, severed, begun, usual, _keeps_indents(lines, fits))
    return frozenset(i for i in asking if around.is_headline(i))


def _asks(lines: Sequence[Line], i: int) -> range:
    """The lines of a question or a call that ends with a line; none where it is no headline.

    In quotation marks it is what somebody says, but in bold type; there a column may break
    it as well: “排污权也能 / 卖钱？”.
    """
    text = lines[i].text.text
    if text[-1] in _CALLS:
        return range(i, i + 1) if _asking().fullmatch(text) else range(0)
    if text[-1] not in "”」" or text[-2:-1] not in _CALLS or BOLD.isdisjoint(lines[i].repairs):
        return range(0)
    broken = i > 0 and text[0] not in "“「" and not BOLD.isdisjoint(lines[i - 1].repairs)
    first = i - 1 if broken else i
    whole = "".join(line.text.text for line in lines[first : i + 1])
    return range(first, i + 1) if _QUOTED.fullmatch(whole) else range(0)


def _keeps_indents(lines: Sequence[Line], fits: Sequence[Fit]) -> bool:
    """Whether what opens below a paragraph's last line is nearly always indented."""
    openings = [
        line.indent >= INDENT
        for above, fit_above, line, fit in zip(lines, fits, lines[1:], fits[1:], strict=False)
        if stops(above.text.text) and not fit_above.full and (fit.full or len(line.text) > LONGEST)
    ]
    return len(openings) >= FEWEST_PARAGRAPHS and sum(openings) >= INDENTED_SHARE * len(openings)


@frozen
class _Around:
    """What stands around the lines.

    Attributes:
        lines: The lines.
        fits: How each is set in its column.
        severed: For a line above which a grammar's line stood, what it was.
        begun: The ids of the lines that open a paragraph: with a dateline, or below one.
        usual: The usual number of blank lines between two lines.
        indented: Whether nearly all paragraphs have kept an indent.
    """

    lines: Sequence[Line]
    fits: Sequence[Fit]
    severed: Mapping[int, str]
    begun: Collection[int]
    usual: int
    indented: bool

    def is_headline(self, i: int) -> bool:
        """Whether a line is one by its type, or the text above it ends and another opens below.

        The other is indented deeper than the line, or opens as reports do, or stands
        nearer to it than what is above; there may be a byline between.
        """
        line, below, between = self.lines[i], self.lines[i + 1], self.severed.get(i + 1)
        if any(rule in BOLD or rule.startswith("heading mark") for rule in line.repairs):
            return True
        if between not in (None, *_AT_HEADS) or line.indent == below.indent >= INDENT:
            return False
        tops = [first for first in self._tops(i) if self._begins(first)]
        if below.indent >= line.indent + INDENT or (self.indented and line.indent < INDENT):
            return bool(tops)
        if between and self.severed.get(i) in _AT_HEADS:
            return True
        if self._is_signed(i) and (tops or self._is_stacked(i)):
            return True
        opens = id(below) in self.begun or (
            len(line.text) >= SHORTEST_ALONE and opens_report(below.text.text)
        )
        for top in tops:
            apart = self.lines[top].gap > max(self.usual, below.gap)
            if (top == i and (opens or apart)) or (opens and (apart or not top)):
                return True
        return False

    def _is_signed(self, i: int) -> bool:
        """Whether nothing but a deck stands between a line and a byline below it."""
        for below in range(i + 1, min(i + 1 + MOST_LINES, len(self.lines))):
            if below in self.severed or stops(self.lines[below].text.text):
                return False
            if self.severed.get(below + 1) == "byline":
                return True
        return False

    def _is_stacked(self, i: int) -> bool:
        """Whether other headlines stand over a line: several lines without a clause's end."""
        above = self.lines[max(0, i - MOST_LINES - 1) : i - 1]
        return len(above) == MOST_LINES and not any(
            _CLAUSES.search(line.text.text) or stops(line.text.text) for line in above
        )

    def _tops(self, i: int) -> list[int]:
        """The lines with which a headline may begin that ends with a line: all are set alike."""
        tops = [i]
        while len(tops) < MOST_LINES and tops[-1]:
            above = self.lines[tops[-1] - 1]
            text = above.text.text
            if above.indent != self.lines[i].indent or stops(text) or _speaker().match(text):
                break
            tops.append(tops[-1] - 1)
        return tops

    def _begins(self, i: int) -> bool:
        """Whether the text above a line ends there, so that the line is not the rest of it."""
        if not i or self.severed.get(i) in (*_AT_HEADS, "furniture", "jump", "table"):
            return True
        ends = not self.fits[i - 1].full or self.lines[i].gap > self.usual
        return ends and stops(self.lines[i - 1].text.text)

"""Which lines show a sign of an artifact?

Most pages show none. A rule looks for its sign on the whole page at once, and
only then at lines: that keeps repair cheap where there is nothing to repair.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import accumulate, pairwise
from operator import is_
from typing import TypeAlias

from attrs import evolve, frozen

from zhnews.excerpt import Excerpt, span_at
from zhnews.repair.lines import Line

__all__ = [
    "HAN",
    "PICTURE",
    "Gathered",
    "Lines",
    "dropping",
    "gathered",
    "is_table_row",
    "lines_with",
    "on_lines_with",
    "page_of",
    "with_lines",
]

Lines: TypeAlias = tuple[Line, ...]

#: A Han character.
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")

#: The name of the rule that leaves out the place of a picture.
PICTURE = "image placeholder"

#: How often a rule is applied to one line: what it takes out may lay bare
#: another mark of the same kind (``# # 社论``).
_PASSES = 8

#: Where a string stands in one line of so many, each line is asked for it.
_OFTEN = 8

_TABLE_TAG = re.compile(
    r"</?(?:table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col)\b", re.IGNORECASE
)


class Gathered(tuple[Line, ...]):
    """The lines of a page, with what is read off all of them once for all the rules.

    Attributes:
        settled: The ids of the texts that every rule has left alone before: one that
            looks at single lines finds nothing more in them.
    """

    settled: frozenset[int] = frozenset()

    @classmethod
    def of(cls, lines: Lines, settled: frozenset[int]) -> Gathered:
        """Lines of which some are settled."""
        made = cls(lines)
        made.settled = settled
        return made

    @cached_property
    def texts(self) -> list[str]:
        """The text of each line."""
        return [line.text.text for line in self]

    @cached_property
    def page(self) -> str:
        """The lines as one text, one a line."""
        return "\n".join(self.texts)

    @cached_property
    def starts(self) -> list[int]:
        """Where in it each line begins, and where one more would."""
        return list(accumulate([len(text) + 1 for text in self.texts], initial=0))

    @cached_property
    def meetings(self) -> list[int]:
        """The indices of the lines that end with the character the next one begins with."""
        pairs = enumerate(pairwise(self.texts))
        return [i for i, (upper, lower) in pairs if upper[-1:] == lower[:1] != ""]

    @cached_property
    def twice(self) -> list[int]:
        """The indices of the lines that say what another one says."""
        texts = self.texts
        if len(set(texts)) == len(texts):
            return []
        counts = Counter(texts)
        return [i for i, text in enumerate(texts) if counts[text] > 1]

    @cached_property
    def _shown(self) -> dict[re.Pattern[str], bool]:
        return {}

    def shows(self, sign: re.Pattern[str]) -> bool:
        """Whether any line shows a sign; that is looked for once."""
        shown = self._shown.get(sign)
        if shown is None:
            shown = self._shown[sign] = sign.search(self.page) is not None
        return shown

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        return {}

    def holders(self, literal: str) -> list[int]:
        """The indices of the lines that hold a string, in order."""
        held = self._holders.get(literal)
        if held is None:
            held = self._holders[literal] = self._find(literal)
        return held

    def _find(self, literal: str) -> list[int]:
        page = self.page
        held: list[int] = []
        at = page.find(literal)
        if at >= 0 and _OFTEN * page.count(literal) > len(self):
            return [i for i, text in enumerate(self.texts) if literal in text]
        while at >= 0:
            following = bisect_right(self.starts, at)
            held.append(following - 1)
            at = page.find(literal, self.starts[following])
        return held

    @cached_property
    def unsettled(self) -> list[int]:
        """The indices of the lines that a rule about single lines has to look at."""
        settled = self.settled
        if not settled:
            return list(range(len(self)))
        return [i for i, line in enumerate(self) if id(line.text) not in settled]


def page_of(lines: Lines) -> str:
    """The lines as one text, one a line.

    >>> from zhnews.repair.lines import split_lines
    >>> page_of(split_lines("社论\\n\\n春耕"))
    '社论\\n春耕'
    """
    return gathered(lines).page


def gathered(lines: Lines) -> Gathered:
    """The lines of a page as a rule is given them."""
    return lines if isinstance(lines, Gathered) else Gathered(lines)


def lines_with(literals: Iterable[str], lines: Lines) -> list[int]:
    """The indices of the lines that hold any of some strings, in order.

    >>> from zhnews.repair.lines import split_lines
    >>> lines_with(("*", "_"), split_lines("**社论**\\n春耕\\n_备耕_"))
    [0, 2]
    """
    lines = gathered(lines)
    held = [found for literal in literals if (found := lines.holders(literal))]
    return held[0] if len(held) == 1 else sorted(set().union(*held))


def unless_same(kept: list[Line], lines: Lines) -> Lines:
    """The lines kept; the very tuple given where they are its very lines."""
    same = len(kept) == len(lines) and all(map(is_, kept, lines))
    return lines if same else tuple(kept)


def with_lines(lines: Lines, others: Mapping[int, Line]) -> Lines:
    """The lines with others in some places."""
    kept = list(lines)
    for i, line in others.items():
        kept[i] = line
    return tuple(kept)


def is_table_row(text: str) -> bool:
    """Whether a line is of a table in markdown or HTML: its marks part the cells.

    >>> is_table_row("| 指标 | 增速 |"), is_table_row("<td>指标</td>"), is_table_row("甲 | 乙")
    (True, True, False)
    """
    if text[:1] == "|":
        return text.count("|") > 1
    return "<" in text and _TABLE_TAG.search(text) is not None


def dropping(text: Excerpt, parts: Iterable[tuple[int, int]]) -> Excerpt:
    """An excerpt without some stretches, given by their offsets, in order.

    >>> dropping(Excerpt.of("**社论**"), [(0, 2), (4, 6)]).text
    '社论'
    """
    kept: list[tuple[int, int]] = []
    position = 0
    for start, end in parts:
        if start > position:
            kept.append((position, start))
        position = max(position, end)
    if not kept and position == 0:
        return text
    if position < len(text):
        kept.append((position, len(text)))
    if len(text.spans) != 1:
        return text.keep(kept)
    first = text.spans[0].start  # the usual case, without an excerpt for each part
    printed = text.text
    return Excerpt(
        "".join([printed[start:end] for start, end in kept]),
        tuple([span_at(first + start, first + end) for start, end in kept]),
    )


def _lines_of(sign: re.Pattern[str], lines: Gathered) -> list[int]:
    """The indices of the lines in which a page shows a sign, in order."""
    page, starts = lines.page, lines.starts
    shown: set[int] = set()
    found = sign.search(page)
    while found:
        first, last = bisect_right(starts, found.start()), bisect_right(starts, found.end())
        shown.update(range(first - 1, last))
        # One sign is enough: on to the next line, or past what spans several.
        found = sign.search(page, max(starts[min(first, len(lines))], found.end()))
    return sorted(shown)


def on_lines_with(  # noqa: PLR0913 (the last three say where to look first)
    sign: re.Pattern[str],
    name: str,
    keep: Callable[[Excerpt], Excerpt],
    *,
    literals: tuple[str, ...] = (),
    opens: frozenset[str] = frozenset(),
    within: re.Pattern[str] | None = None,
) -> Callable[[Lines], Lines]:
    """A rule about single lines as a rule about the page.

    Only lines that show the sign are handed to ``keep``. A line of which
    nothing is kept goes; it is a blank line then, above the next one.

    Args:
        sign: What a line shows that may hold the artifact.
        name: The rule's name, which such a line keeps as evidence.
        keep: What is kept of a line; the line itself where there is nothing to
            repair.
        literals: One of them is in every text that shows the sign: they are
            looked for first, as that costs next to nothing.
        opens: A line that shows the sign begins with one of these characters.
        within: What a page shows that shows the sign: rules that share it look for it
            once.
    """
    return _OnLines(sign, name, keep, literals, opens, within)


@frozen
class _OnLines:
    """Such a rule; a value, and no function within one, so that it goes to other processes."""

    sign: re.Pattern[str]
    name: str
    keep: Callable[[Excerpt], Excerpt]
    literals: tuple[str, ...]
    opens: frozenset[str]
    within: re.Pattern[str] | None

    def __call__(self, lines: Lines) -> Lines:
        page = gathered(lines)
        texts, shows = page.texts, self.sign.search
        changed: dict[int, Excerpt] = {}
        for i in self._shown_in(page):
            if shows(texts[i]):
                text = _settled(lines[i].text, self.sign, self.keep)
                if text is not lines[i].text:
                    changed[i] = text
        return _with_texts(lines, changed, self.name) if changed else lines

    def _shown_in(self, lines: Gathered) -> list[int]:
        if lines.settled:
            return lines.unsettled  # few: each is asked for the sign in any case
        if self.within and not lines.shows(self.within):
            return []
        if self.literals:
            return lines_with(self.literals, lines)
        if self.opens:
            return [i for i, text in enumerate(lines.texts) if text[:1] in self.opens]
        return _lines_of(self.sign, lines)


def _settled(text: Excerpt, sign: re.Pattern[str], keep: Callable[[Excerpt], Excerpt]) -> Excerpt:
    """What is kept of a text that shows a sign, until it shows none or nothing more goes."""
    for _ in range(_PASSES):
        kept = keep(text)
        if kept is text:
            break
        text = kept.strip()
        if not sign.search(text.text):
            break
    return text


def _with_texts(lines: Lines, texts: Mapping[int, Excerpt], name: str) -> Lines:
    """The lines with some texts as a rule leaves them; an empty one is a blank line.

    What stands below a picture's place shows that it does.
    """
    if all(texts.values()):
        return with_lines(lines, {i: lines[i].with_text(left, name) for i, left in texts.items()})
    kept: list[Line] = []
    gap = 0
    for i, line in enumerate(lines):
        text = texts.get(i)
        if text is not None and not text:
            gap += line.gap + 1
            continue
        new = line if text is None else line.with_text(text, name)
        if gap:
            shows = name == PICTURE and text is None
            repairs = (*new.repairs, name) if shows else new.repairs
            new = evolve(new, gap=new.gap + gap, repairs=repairs)
        kept.append(new)
        gap = 0
    return tuple(kept)

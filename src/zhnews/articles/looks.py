"""What does a line on display look like, alone and under the line above it?

Looks have names, so that what each weighs for a line's role can be learned and
read (``roles.tsv``). Sizes are told in steps.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.topics import Bodies
from zhnews.articles.words import Words, title_words
from zhnews.fields.credits import looks_like_name
from zhnews.fields.rubrics import is_column, is_notice

__all__ = ["DASH", "KNOWN", "NOT_QUITE_FULL", "Look", "compare_places", "see_stack"]

#: Rules of repair that tell of a headline's type.
STRONG = frozenset({"doubled glyphs", "repeated line", "vertical", "heading mark 1"})

#: What a grammar knows to be no headline.
KNOWN = (Kind.BYLINE, Kind.SOURCE)

#: What begins a deck.
DASH = ("——", "―", "──", "--")

#: The bounds of lengths, of how many times as long one line is as another, and of
#: shares of words, at which a look gets another name.
LENGTHS = (3, 5, 7, 9, 11, 14, 18, 24)
RATIOS = (0.4, 0.65, 0.9, 1.1, 1.4, 2.0, 3.0)
SHARES = (0.02, 0.1, 0.2, 0.35, 0.6)

#: A line is about a body that has this share of its words, by weight; perhaps
#: where it has half of that.
CLEAR = 0.15

#: Two lines are about different passages where each fits the passage that the other
#: is about, and so many either side of it, less than this part as well as its own.
FOREIGN_SHARE = 0.35
NEAR = 3

#: A line that runs over leaves no more than this of its column free, in half-widths.
NOT_QUITE_FULL = 4

_LEFT_OPEN = tuple("，、；：“—,;:")
#: A number with its mark at the head of a line, and no more: the weights of this look were
#: learned with this pattern, and others tell a heading from a count (``evidence``, ``areas``).
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、]"
)


@frozen
class Look:
    """What a line looks like.

    Attributes:
        own: The names of its own looks; none for a line that a grammar knows.
        against: The names of its looks under the line above it.
    """

    own: tuple[str, ...]
    against: tuple[str, ...]


def see_stack(lines: Sequence[Block], bodies: Bodies, *, several: bool) -> list[Look]:
    """The looks of lines that stand together.

    Args:
        lines: Lines on display, bylines and sources.
        bodies: The bodies that they may be about.
        several: Whether they may be more headlines than one.

    >>> from zhnews.articles.topics import Topics
    >>> from zhnews.articles.words import weigh_words
    >>> from zhnews.excerpt import Excerpt
    >>> bodies = Bodies(frozenset(), Topics([]), weigh_words([]))
    >>> lines = [Block(Kind.HEADLINE, Excerpt.of(text)) for text in ("国际观察", "谁在涨价？")]
    >>> look = see_stack(lines, bodies, several=False)[1]
    >>> "a question or a call" in look.own, "a column's name above" in look.against
    (True, True)
    """
    fits = [
        bodies.fits(title_words(line.text.text)) if line.kind is Kind.HEADLINE else {}
        for line in lines
    ]
    bold = any(_is_bold(line) for line in lines)
    listed = any("listed" in line.marks for line in lines)
    page = "headlines" if several else "one headline at most"
    looks: list[Look] = []
    for i, line in enumerate(lines):
        below = lines[i + 1] if i + 1 < len(lines) else None
        own = () if line.kind in KNOWN else tuple(_own_looks(line, below, fits[i], bold=bold))
        if own and listed and "listed" not in line.marks:
            own = (*own, "not in the contents")
        against = (
            tuple(_looks_against(lines[i - 1], line, fits[i - 1], fits[i], bodies.words))
            if i
            else ()
        )
        looks.append(Look(own, (*against, page)))
    return looks


def compare_places(
    above: frozenset[str], own: frozenset[str], words: Words, near: int = NEAR
) -> str:
    """Whether two lines are about passages that are far from one another.

    Args:
        above: The words of one line.
        own: The words of the other.
        words: The page's words.
        near: How many passages either side are near one.

    Returns:
        "apart", "half apart", "together", "unclear", or "unknown" without words.
    """
    if not above or not own or not words.passages:
        return "unknown"
    here, near_above = _best_place(above, words, near)
    there, near_own = _best_place(own, words, near)
    if min(here, there) < CLEAR:
        return "unclear"
    far = words.affinity_to_any(own, near_above) < FOREIGN_SHARE * there
    apart = words.affinity_to_any(above, near_own) < FOREIGN_SHARE * here
    return "apart" if far and apart else "half apart" if far or apart else "together"


def _best_place(
    title: frozenset[str], words: Words, reach: int
) -> tuple[float, Sequence[frozenset[str]]]:
    """How well the passage fits that a title is most about, and the words of those near it."""
    best, fit = words.best_passage(title)
    return fit, words.passages[max(0, best - reach) : best + reach + 1]


def _is_bold(line: Block) -> bool:
    return not STRONG.isdisjoint(line.marks)


def _face(line: Block) -> str:
    return "bold" if _is_bold(line) else "plain"


def _own_looks(
    line: Block, below: Block | None, fits: dict[int, float], *, bold: bool
) -> Iterator[str]:
    text = line.text.text.strip()
    size = f"length {bisect_left(LENGTHS, len(text))}"
    face = _face(line) if bold else "no type"
    under = "nothing" if below is None else "a byline" if below.kind in KNOWN else "a line"
    share = f"share {bisect_left(SHARES, max(fits.values(), default=0.0))}"
    figure = any(mark.isdigit() for mark in text)
    column = is_column(text)
    yield from (size, face, f"over {under}", f"{size}, {face}, over {under}")
    yield from (share, f"{share}, {size}")
    if figure:
        yield from ("a figure", f"a figure, {size}")
    if column:
        yield from ("a column's name", f"a column's name over {under}")
    yield from _looks_of(text)
    if "letter-spacing" in line.marks:
        yield "letter-spaced"
    if "listed" in line.marks:
        yield "in the contents"


@lru_cache(maxsize=256)  # each plan of a page asks of the same lines
def _looks_of(text: str) -> tuple[str, ...]:
    """The looks that a line's own text tells."""
    looks = {
        "the title of a notice": is_notice(text),
        "a name": looks_like_name(text),
        "a dash before it": text.startswith(DASH),
        "left open": text.endswith(_LEFT_OPEN),
        "a question or a call": text[-1] in "？！?!",
        "a stop": "。" in text,
        "numbered": _NUMBERED.match(text) is not None,
        "two halves": " " in text or "\u3000" in text,
        "a comma": "，" in text or "," in text,
    }
    return tuple(name for name, seen in looks.items() if seen)


def _looks_against(
    above: Block, line: Block, over: dict[int, float], own: dict[int, float], words: Words
) -> Iterator[str]:
    if above.kind in KNOWN or line.kind in KNOWN:
        under = {Kind.BYLINE: "a byline above", Kind.SOURCE: "a source above"}
        yield under.get(above.kind, "a line above")
        return
    upper, text = above.text.text.strip(), line.text.text.strip()
    length = f"length {bisect_left(LENGTHS, len(text))}"
    ratio = f"ratio {bisect_left(RATIOS, len(text) / len(upper))}"
    faces = f"{_face(above)} over {_face(line)}"
    about = f"about {_compare_bodies(over, own)}"
    places = f"places {compare_places(title_words(upper), title_words(text), words)}"
    beside = line.text.text[0].isspace()
    yield from (ratio, faces, f"{ratio}, {faces}", f"{ratio}, {length}")
    yield from (about, places, f"{about}, {faces}", f"{places}, {about}")
    if beside:
        yield from ("on one line", f"on one line, {length}", f"on one line, {about}")
    elif words.topics.holders(upper[-1] + text[0]):
        yield from ("a word across the break", f"a word across the break, {length}")
    if above.fills_column(NOT_QUITE_FULL) and not beside:
        yield from ("full above", f"full above, {length}")
    else:
        yield "not full above"
    if above.marks == line.marks:
        yield f"marked alike, {ratio}"
    yield "space between" if line.gap > 0 else "no space between"
    for name, seen in (
        ("left open above", upper.endswith(_LEFT_OPEN)),
        ("a notice above", is_notice(upper)),
        ("a column's name above", is_column(upper)),
        ("a column's name below", is_column(text)),
        ("a dash before it", text.startswith(DASH)),
        ("both letter-spaced", "letter-spacing" in above.marks & line.marks),
    ):
        if seen:
            yield name


def _compare_bodies(over: dict[int, float], own: dict[int, float]) -> str:
    """Whether two lines are about one body, as far as their words tell."""
    if not over or not own:
        return "nothing"
    here, there = max(over, key=over.__getitem__), max(own, key=own.__getitem__)
    clear = min(over[here], own[there])
    if here == there:
        return "one body" if clear >= CLEAR else "one body, perhaps"
    if clear < CLEAR / 2:
        return "nothing clear"
    lead = min(over[here] - over.get(there, 0.0), own[there] - own.get(here, 0.0))
    return "other bodies" if lead >= CLEAR else "other bodies, perhaps"

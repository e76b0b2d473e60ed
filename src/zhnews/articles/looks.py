"""What does a line on display look like, alone and under the line above it?

Looks have names, so that what each weighs for a line's role can be learned and
read (``roles.tsv``). Sizes are told in steps.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

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
    owns: list[tuple[str, ...]] = []
    for line, below, fit in zip(lines, [*lines[1:], None], fits, strict=True):
        own = () if line.kind in KNOWN else _own_looks(line, below, fit, bold=bold)
        unlisted = own and listed and "listed" not in line.marks
        owns.append((*own, "not in the contents") if unlisted else own)
    looks = [Look(own, (page,)) for own in owns[:1]]
    for pair, about, seen in zip(pairwise(lines), pairwise(fits), pairwise(owns), strict=True):
        against = _looks_against(pair, about, seen, bodies.words)
        looks.append(Look(seen[1], (*against, page)))
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
) -> tuple[str, ...]:
    text = line.text.text.strip()
    under = "nothing" if below is None else "a byline" if below.kind in KNOWN else "a line"
    shape = _looks_of_shape(
        bisect_left(LENGTHS, len(text)),
        _face(line) if bold else "no type",
        under,
        bisect_left(SHARES, max(fits.values(), default=0.0)),
    )
    looks = shape + _looks_of_text(text, under)
    return looks + _looks_of_marks(line.marks) if line.marks else looks


@lru_cache(maxsize=2048)  # of so many shapes there are fewer
def _looks_of_shape(length: int, face: str, under: str, fit: int) -> tuple[str, ...]:
    size, share = f"length {length}", f"share {fit}"
    over = f"over {under}"
    return (size, face, over, f"{size}, {face}, {over}", share, f"{share}, {size}")


@lru_cache(maxsize=1024)  # each plan of a page asks of the same lines
def _looks_of_text(text: str, under: str) -> tuple[str, ...]:
    """The looks that a line's own text tells."""
    size = f"length {bisect_left(LENGTHS, len(text))}"
    column = is_column(text)
    looks = {
        "a figure": (figure := any(mark.isdigit() for mark in text)),
        f"a figure, {size}": figure,
        "a column's name": column,
        f"a column's name over {under}": column,
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


def _looks_of_marks(marks: frozenset[str]) -> tuple[str, ...]:
    spaced = ("letter-spaced",) if "letter-spacing" in marks else ()
    return (*spaced, "in the contents") if "listed" in marks else spaced


def _looks_against(
    pair: tuple[Block, Block],
    fits: tuple[dict[int, float], dict[int, float]],
    owns: tuple[tuple[str, ...], tuple[str, ...]],
    words: Words,
) -> tuple[str, ...]:
    above, line = pair
    if above.kind in KNOWN or line.kind in KNOWN:
        return _UNDER.get(above.kind, ("a line above",))
    upper, text = above.text.text.strip(), line.text.text.strip()
    beside = line.text.text[0].isspace()
    met = "a word across the break" if words.topics.holders(upper[-1] + text[0]) else ""
    measures = _Pair(
        length=bisect_left(LENGTHS, len(text)),
        ratio=bisect_left(RATIOS, len(text) / len(upper)),
        faces=f"{_face(above)} over {_face(line)}",
        bodies=_compare_bodies(*fits),
        places=compare_places(title_words(upper), title_words(text), words),
        met="on one line" if beside else met,
        full=not beside and above.fills_column(NOT_QUITE_FULL),
        alike=above.marks == line.marks,
    )
    return (
        *_looks_of_pair(measures),
        "space between" if line.gap > 0 else "no space between",
        *(name for name, seen in _SEEN_ABOVE if seen in owns[0]),
        *(name for name, seen in _SEEN_BELOW if seen in owns[1]),
        *_both_spaced(above, line),
    )


def _both_spaced(above: Block, line: Block) -> tuple[str, ...]:
    spaced = above.marks and "letter-spacing" in above.marks & line.marks
    return ("both letter-spaced",) if spaced else ()


#: A line's own looks by the names that they have under the line above it, and over the one below.
_SEEN_ABOVE = (
    ("left open above", "left open"),
    ("a notice above", "the title of a notice"),
    ("a column's name above", "a column's name"),
)
_SEEN_BELOW = (
    ("a column's name below", "a column's name"),
    ("a dash before it", "a dash before it"),
)

_UNDER = {Kind.BYLINE: ("a byline above",), Kind.SOURCE: ("a source above",)}


class _Pair(NamedTuple):
    """Two lines, one under the other, in steps: most pairs look like others."""

    length: int
    ratio: int
    faces: str
    bodies: str
    places: str
    met: str
    full: bool
    alike: bool


@lru_cache(maxsize=4096)
def _looks_of_pair(pair: _Pair) -> tuple[str, ...]:
    size, ratio = f"length {pair.length}", f"ratio {pair.ratio}"
    about, places = f"about {pair.bodies}", f"places {pair.places}"
    looks = [ratio, pair.faces, f"{ratio}, {pair.faces}", f"{ratio}, {size}"]
    looks += [about, places, f"{about}, {pair.faces}", f"{places}, {about}"]
    if pair.met:
        looks += [pair.met, f"{pair.met}, {size}"]
    if pair.met == "on one line":
        looks.append(f"on one line, {about}")
    looks += ["full above", f"full above, {size}"] if pair.full else ["not full above"]
    if pair.alike:
        looks.append(f"marked alike, {ratio}")
    return tuple(looks)


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

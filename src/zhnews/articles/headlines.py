"""Which lines on display are one headline, and what are its parts?

Lines on display are cut into units: kicker, headline, deck, byline. Where a
unit goes home to is asked in ``homes.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, frozen

from zhnews.articles.blocks import Block, Kind, join_blocks
from zhnews.articles.words import Bodies, Words, is_column, is_notice, union, words_of
from zhnews.fields.credits import looks_like_name, split_trailing_credit

__all__ = ["Unit", "cut_units", "part_displays"]

#: Rules of repair that tell of a headline's type.
STRONG = frozenset({"doubled glyphs", "repeated line", "vertical", "heading mark 1"})

#: The longest kicker, in characters: a column's name, a section.
LONGEST_KICKER = 9

#: As short as this, it is one over any line half as long again.
SHORT_KICKER = 6

#: A kicker shares less than this of its words, by weight, with any body.
KICKER_AFFINITY = 0.25

#: A second line that is this much longer than the first is set in smaller
#: type: a deck.
SMALLER_TYPE = 1.25

#: The shortest part that a line on display is parted into, in characters.
SHORTEST_PART = 5

#: Under a headline that fills its column a name has this many characters.
SHORTEST_FULL_NAME = 3
NOT_QUITE_FULL = 4

#: A line on display of this length, in characters, is no kicker or crosshead.
SURE_HEADLINE = 9

#: A line on display is about a passage that has this share of its words, by
#: weight; two are about different ones, where the passages near the other's
#: have a smaller part of that.
CLEAR_AFFINITY = 0.15
FOREIGN_SHARE = 0.35
NEAR = 3

#: How many lines above are looked at to tell whether a line begins a unit: no
#: headline with its kicker, deck and byline has more.
MOST_LINES = 12

_ORNAMENT = re.compile(r"[◆◇★☆●○■□▲△▼▽◎※▶►]+\s*")
_DECK = re.compile(r"——|―|──|--")
_BYLINES = (Kind.BYLINE, Kind.SOURCE)


@frozen
class Unit:
    """A headline with its kicker, deck and byline.

    Attributes:
        blocks: The blocks, with the kind of each.
        title: The words of the lines on display.
    """

    blocks: tuple[Block, ...]
    title: frozenset[str]

    @property
    def has_headline(self) -> bool:
        """Whether any line is on display; a lone byline has none."""
        return any(block.kind is Kind.HEADLINE for block in self.blocks)

    @property
    def is_headline(self) -> bool:
        """Whether it is sure to be one: signed, in headline type, or long enough."""
        shown = [block for block in self.blocks if block.kind is Kind.HEADLINE]
        signed = any(block.kind in _BYLINES for block in self.blocks)
        long = any(len(block.text) >= SURE_HEADLINE for block in shown)
        return bool(shown) and (signed or long or any(map(_is_strong, shown)))


def part_displays(blocks: Sequence[Block]) -> list[Block]:
    """Part what stands on one line on display: deck from headline, byline from both.

    A dash inside a headline in fake bold begins its deck (副题); a bare name
    under a headline is its author's; a mark before it is an ornament.

    >>> from zhnews.excerpt import Excerpt
    >>> text = Excerpt.of("守护一条江——对话监测站站长")
    >>> line = Block(Kind.HEADLINE, text, marks=frozenset({"doubled glyphs"}))
    >>> [block.text.text for block in part_displays([line])]
    ['守护一条江', '——对话监测站站长']
    """
    parted: list[Block] = []
    for block in blocks:
        if block.kind is not Kind.HEADLINE:
            parted.append(block)
            continue
        ornament = _ORNAMENT.match(block.text.text)
        if ornament and ornament.end() < len(block.text):
            block = evolve(block, text=block.text[ornament.end() :])  # noqa: PLW2901
        rest, credit = split_trailing_credit(block.text)
        if credit is not None and len(rest) >= SHORTEST_PART:
            tail = block.text[len(rest) :].strip()
            parted += _at_dash(evolve(block, text=rest.strip()))
            parted.append(
                evolve(block, kind=Kind.BYLINE, text=tail, marks=frozenset({credit.kind}))
            )
        elif _is_author(parted, block):
            parted.append(evolve(block, kind=Kind.BYLINE, marks=frozenset({"byline"})))
        else:
            parted += _at_dash(block)
    return parted


def _at_dash(block: Block) -> list[Block]:
    """Part a deck from a headline that fake bold doubled, and not the deck.

    Else the dash is part of the title (…的影响——以某地为例).
    """
    dash = block.text.text.find("——")
    if dash < SHORTEST_PART or "doubled glyphs" not in block.marks:
        return [block]
    return [evolve(block, text=block.text[:dash]), evolve(block, text=block.text[dash:])]


def _is_author(above: list[Block], block: Block) -> bool:
    """Whether a line is a bare name with a headline right above.

    A headline that fills its column may run over: 街坊促加 / 班次.
    """
    if above and _may_run_over(above[-1], block):
        return False
    if not any(one.kind is Kind.HEADLINE and len(one.text) >= SHORTEST_PART for one in above[-2:]):
        return False
    return looks_like_name(block.text)


def cut_units(
    blocks: Sequence[Block],
    bodies: Bodies,
    *,
    several: bool,
    wrapped: bool,
) -> list[Unit]:
    """Cut a run of lines on display, bylines and sources into units.

    A byline ends a unit; a kicker, or a line in headline type behind a deck,
    begins one; so does a line about another passage than the lines above it.

    Args:
        blocks: The run.
        bodies: The bodies that the lines may be about.
        several: Whether the run may hold more headlines than one.
        wrapped: Whether the page's lines are wrapped at a column: else each
            line of a headline is a part of its own.
    """
    units: list[list[Block]] = []
    for i, block in enumerate(blocks):
        above = units[-1][-MOST_LINES:] if units else None
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if above is None or (
            _begins_unit(above, block, following, bodies)
            if several
            else _is_another_headline(above, block, bodies)
        ):
            units.append([block])
        else:
            units[-1].append(block)
    return [_unit(unit, bodies, wrapped) for unit in units]


def _is_another_headline(above: list[Block], block: Block, bodies: Bodies) -> bool:
    """Whether a line is sure to be a headline of its own, over a body elsewhere."""
    shown = [one for one in above if one.kind is Kind.HEADLINE]
    lines = (*shown[-1:], block)
    long = all(len(one.text) >= SURE_HEADLINE and one.kind is Kind.HEADLINE for one in lines)
    return bool(shown) and long and _about_another(shown, block, bodies)


def _begins_unit(
    above: list[Block],
    block: Block,
    following: Block | None,
    bodies: Bodies,
) -> bool:
    if block.kind is not Kind.HEADLINE:
        return False
    shown = [one for one in above if one.kind is Kind.HEADLINE]
    if above[-1].kind is Kind.BYLINE and following is None and _is_kicker(block, bodies):
        return False
    if above[-1].kind in _BYLINES or (len(shown) > 1 and looks_like_name(shown[-1].text)):
        return bool(shown)
    if not shown or _DECK.match(block.text.text):
        return False
    if len(shown[-1].text) >= SURE_HEADLINE and is_notice(shown[-1].text.text):
        return True
    columns = [is_column(one.text.text) for one in (*shown, block)]
    if columns[:-1] == [True]:
        return False
    if columns[-1] and not all(columns) and following and following.kind is Kind.HEADLINE:
        return True
    strong, had_strong = _is_strong(block), any(map(_is_strong, shown))
    if strong and not had_strong:
        return len(shown) > 1 or _is_another_headline(above, block, bodies)
    if strong and not _is_strong(shown[-1]):
        return True
    if had_strong and not strong and _is_kicker(block, bodies):
        return following is not None and (
            _is_strong(following) or (following.kind is Kind.HEADLINE and not _is_strong(shown[0]))
        )
    if not had_strong and _is_kicker(block, bodies):
        return _is_over_longer(block, following) and not all(
            _is_kicker(one, bodies) for one in shown
        )
    return _about_another(shown, block, bodies)


def _is_over_longer(block: Block, following: Block | None) -> bool:
    """Whether a longer line on display stands right below, in other type."""
    return (
        following is not None
        and following.kind is Kind.HEADLINE
        and len(following.text) > len(block.text)
        and not ("letter-spacing" in block.marks and "letter-spacing" in following.marks)
    )


def _is_strong(block: Block) -> bool:
    return not STRONG.isdisjoint(block.marks)


def _is_kicker(block: Block, bodies: Bodies) -> bool:
    """A column's name or a section: short, and about no body in particular."""
    text = block.text.text
    if is_column(text):
        return True
    if len(text) > LONGEST_KICKER or any(mark.isdigit() for mark in text):
        return False
    return bodies.fit(words_of(text)) < KICKER_AFFINITY


def _about_another(shown: list[Block], block: Block, bodies: Bodies) -> bool:
    """Whether a line is about another text than the lines above it.

    Both must be clear: a headline's two lines often share no word.
    """
    own = words_of(block.text.text)
    title = union(words_of(one.text.text) for one in shown)
    if not own or not title or not bodies.words.passages:
        return False
    return _is_about_another_body(title, own, bodies) or _is_about_another_place(
        title, own, bodies.words
    )


def _is_about_another_body(title: frozenset[str], own: frozenset[str], bodies: Bodies) -> bool:
    here, there = bodies.fits(title), bodies.fits(own)
    home, other = max(here, key=here.__getitem__), max(there, key=there.__getitem__)
    return (
        min(here[home], there[other]) >= CLEAR_AFFINITY
        and there.get(home, 0.0) < FOREIGN_SHARE * there[other]
        and here.get(other, 0.0) < FOREIGN_SHARE * here[home]
    )


def _is_about_another_place(title: frozenset[str], own: frozenset[str], words: Words) -> bool:
    there, near_own = _best_place(own, words)
    here, near_title = _best_place(title, words)
    return (
        min(here, there) >= CLEAR_AFFINITY
        and words.affinity(own, near_title) < FOREIGN_SHARE * there
        and words.affinity(title, near_own) < FOREIGN_SHARE * here
    )


def _best_place(title: frozenset[str], words: Words) -> tuple[float, frozenset[str]]:
    """How well the passage fits that a title is most about, and the words near it."""
    fits = words.topics.fits(title, words)
    best = max(fits, key=lambda i: (fits[i], -i), default=0)
    near = words.passages[max(0, best - NEAR) : best + NEAR + 1]
    return fits.get(best, 0.0), union(near)


def _unit(blocks: list[Block], bodies: Bodies, wrapped: bool) -> Unit:
    """A unit with its lines on display sorted into kicker, headline and deck."""
    signed = next((i for i, one in enumerate(blocks) if one.kind in _BYLINES), len(blocks))
    shown = [block for block in blocks[:signed] if block.kind is Kind.HEADLINE]
    if not shown:
        shown = [block for block in blocks if block.kind is Kind.HEADLINE]
        rest = [block for block in blocks if block.kind is not Kind.HEADLINE]
    else:
        rest = [block for block in blocks[:signed] if block.kind is not Kind.HEADLINE]
        rest += [evolve(block, kind=_below_byline(block, bodies)) for block in blocks[signed:]]
    names = _names_below(shown)
    shown = shown[: len(shown) - len(names)]
    parts = _sort_lines(shown, bodies, wrapped)
    title = union(words_of(block.text.text) for block in shown)
    return Unit((*parts, *(evolve(one, kind=Kind.BYLINE) for one in names), *rest), title)


def _below_byline(block: Block, bodies: Bodies) -> Kind:
    """What stands on display below a byline: the page's column, or a crosshead."""
    if block.kind is not Kind.HEADLINE:
        return block.kind
    return Kind.KICKER if _is_kicker(block, bodies) else Kind.CROSSHEAD


def _may_run_over(above: Block, block: Block) -> bool:
    return above.fills_column(NOT_QUITE_FULL) and len(block.text) < SHORTEST_FULL_NAME


def _names_below(shown: list[Block]) -> list[Block]:
    """A bare name as the last line: the author's."""
    if len(shown) > 1 and looks_like_name(shown[-1].text) and not _may_run_over(*shown[-2:]):
        return shown[-1:]
    return []


def _sort_lines(shown: list[Block], bodies: Bodies, wrapped: bool) -> list[Block]:
    """Kicker, headline and deck, by type and length."""
    if not shown:
        return []
    strong = {i for i, block in enumerate(shown) if _is_strong(block)}
    if strong:
        first = last = min(strong)
        while last + 1 in strong and not _DECK.match(shown[last + 1].text.text):
            last += 1
    else:
        first = int(len(shown) > 1 and _is_kicker_of(shown, bodies))
        last = _last_of_headline(shown, first, wrapped)
    kicker = [evolve(block, kind=Kind.KICKER) for block in shown[:first]]
    headline = join_blocks(shown[first : last + 1])
    deck = [evolve(block, kind=Kind.DECK) for block in shown[last + 1 :]]
    return [*kicker, headline, *([join_blocks(deck)] if deck else [])]


def _is_kicker_of(shown: list[Block], bodies: Bodies) -> bool:
    """Whether the first of several lines is a kicker: short, over a longer line."""
    first, second = shown[0].text.text, shown[1].text.text
    if first[-1] in "，、；：“—" or _DECK.match(second):
        return False
    if len(first) <= SHORT_KICKER and len(first) * 1.5 <= len(second):
        return True
    if is_column(first) and not is_column(second):
        return True
    if not _is_kicker(shown[0], bodies):
        return False
    return len(first) * 1.2 < len(second) or bodies.fit(words_of(second)) >= CLEAR_AFFINITY


def _last_of_headline(shown: list[Block], first: int, wrapped: bool) -> int:
    last = first
    for above, below in pairwise(shown[first:]):
        text = below.text.text
        if _DECK.match(text) or below.marks - {"letter-spacing"} != above.marks - {
            "letter-spacing"
        }:
            break
        tail = len(text) < SHORTEST_PART or "letter-spacing" in below.marks & above.marks
        if not tail and (len(text) > SMALLER_TYPE * len(above.text) or " " in above.text.text):
            break
        if not wrapped and not tail and above.text.text[-1] not in "，、；：“":
            break
        last += 1
    return last

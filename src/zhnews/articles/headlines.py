"""Which lines on display are one headline, and what are its parts?

Lines on display are parted where two things stand on one line, and cut into units
of kicker, headline, deck and byline, by their roles (``roles.py``). Where a unit
goes home to is asked in ``homes.py`` and ``fitting.py``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise

from attrs import evolve, frozen

from zhnews.articles.blocks import Block, Kind, join_blocks
from zhnews.articles.broken_words import are_whole, goes_on, is_name_under_short, is_quoted_on
from zhnews.articles.looks import NOT_QUITE_FULL, compare_places
from zhnews.articles.roles import BROKEN_WORD, Role, begins_of, read_roles, score_roles
from zhnews.articles.signatures import names_writer
from zhnews.articles.topics import Bodies
from zhnews.articles.words import Words, title_words, union
from zhnews.chinese import cut_words, fold
from zhnews.fields.bylines import read_credit_line
from zhnews.fields.credits import looks_like_name, split_trailing_credit
from zhnews.fields.rubrics import is_column
from zhnews.repair.vertical import VERTICAL

__all__ = [
    "Stack",
    "Unit",
    "cut_stacks",
    "make_unit",
    "part_displays",
    "part_halves",
    "stack_lines",
]

#: A line of headlines side by side is no longer, in characters.
LONGEST_SIDE_BY_SIDE = 90

#: The shortest part that a line on display is parted into, in characters.
SHORTEST_PART = 5

#: Under a headline that fills its column a name has this many characters at the
#: least: two may be the end of the headline's last word (班次).
SHORTEST_FULL_NAME = 3

#: Beside a name stands a headline of this length, in characters, at the least;
#: and a name beside a headline has no more.
SHORTEST_BESIDE_NAME = 9
LONGEST_NAME = 4

_ORNAMENT = re.compile(r"[◆◇★☆●○■□▲△▼▽◎※▶►]+\s*")
_CREDIT_MARK = re.compile(r"(?<=\S)\s*[■□◎●◆]\s*(?=\S)")
_LEFT_OPEN = re.compile("[的和与與及在把被让讓从從向对對为為，、：“「《最仍]$|(?<![变變])更$")
_BAR = re.compile(r"(?<=\S)\s?[|｜丨│]\s?(?=\S)")
_SPACE = re.compile(r"\s+")
_HAN = re.compile(r"[\u3400-\u9fff]+")

#: What the lines of a stack are that are no part of the headline.
_REST = {Role.BYLINE: Kind.BYLINE, Role.OTHER: Kind.CROSSHEAD}


@frozen
class Stack:
    """The lines of a headline with its kicker, deck and byline, as they stand.

    Attributes:
        lines: The lines; one that was parted from another keeps the space before it
            only where both are one part.
        roles: What each of them is.
    """

    lines: tuple[Block, ...]
    roles: tuple[Role, ...]

    def of(self, *roles: Role) -> list[Block]:
        """The lines with these roles, in order."""
        return [line for line, role in zip(self.lines, self.roles, strict=True) if role in roles]

    @property
    def headline(self) -> list[Block]:
        """The lines of the headline; what looks like a kicker over none is one."""
        return self.of(Role.HEADLINE, Role.MORE) or self.of(Role.KICKER)


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


def part_displays(blocks: Sequence[Block]) -> list[Block]:
    """Part what stands on one line on display: deck from headline, byline from both.

    A dash inside a headline in fake bold begins its deck (副题); a bare name
    under a headline is its author's, but for the end of the headline's last word
    (旧书里的一 / 张车票); a mark before it is an ornament.

    >>> from zhnews.excerpt import Excerpt
    >>> text = Excerpt.of("守护一条江——对话监测站站长")
    >>> line = Block(Kind.HEADLINE, text, marks=frozenset({"doubled glyphs"}))
    >>> [block.text.text for block in part_displays([line])]
    ['守护一条江', '——对话监测站站长']
    """
    parted: list[Block] = []
    whole = are_whole(blocks)
    for i, block in enumerate(blocks):
        if block.kind is not Kind.HEADLINE:
            parted.append(block)
            continue
        ornament = _ORNAMENT.match(block.text.text)
        if ornament and ornament.end() < len(block.text):
            block = evolve(block, text=block.text[ornament.end() :])  # noqa: PLW2901
        column = _at_bar(block)
        if column:
            parted.append(column[0])
            block = column[1]  # noqa: PLW2901
        marked = _at_mark(block, parted[-1:])
        rest, credit = split_trailing_credit(block.text)
        if marked:
            parted += marked
        elif credit is not None and len(rest) >= SHORTEST_PART:
            tail = block.text[len(rest) :].strip()
            parted += _at_dash(evolve(block, text=rest.strip()))
            parted.append(
                evolve(block, kind=Kind.BYLINE, text=tail, marks=frozenset({credit.kind}))
            )
        elif is_quoted_on(parted, block, blocks[i + 1 : i + 2]) or (
            parted
            and not is_name_under_short(parted[-1], block, whole=whole)
            and goes_on(parted[-1], block, blocks[i + 1 : i + 2])
        ):
            parted.append(evolve(block, marks=block.marks | {BROKEN_WORD}))
        elif not _is_signed(blocks[i + 1 : i + 2]) and (
            _is_author(parted, block)
            or _signs_short_title(parted, block, blocks[i + 1 : i + 2], whole=whole)
        ):
            parted.append(evolve(block, kind=Kind.BYLINE, marks=frozenset({"byline"})))
        else:
            parted += _at_dash(block)
    return parted


def _at_mark(block: Block, above: Sequence[Block]) -> list[Block]:
    """Part the byline from a headline that it stands behind, set off by its mark (■本报记者).

    What stands before it may be the last character of the headline above. Nothing where
    no byline follows a mark.
    """
    mark = next(reversed(list(_CREDIT_MARK.finditer(block.text.text))), None)
    if mark is None or (credit := read_credit_line(block.text[mark.end() :])) is None:
        return []
    rest = block.text[: mark.start()].strip()
    ends = len(rest) == 1 and [one.kind for one in above] == [Kind.HEADLINE]
    if len(rest) < SHORTEST_PART and not ends:
        return []
    byline = evolve(
        block, kind=Kind.BYLINE, text=block.text[mark.start() :], marks=frozenset({credit.kind})
    )
    marks = block.marks | {BROKEN_WORD} if ends else block.marks
    return [evolve(block, text=rest, marks=marks), byline]


def _at_bar(block: Block) -> list[Block]:
    """Part the name of a column from the headline beside it: 今日谈 | 让老手艺活起来.

    The bar stands for the rule that print sets between the two.
    """
    bar = _BAR.search(block.text.text)
    if bar is None or not is_column(block.text.text[: bar.start()]):
        return []
    return [
        evolve(block, text=block.text[: bar.start()]),
        evolve(block, text=block.text[bar.end() :]),
    ]


def _at_dash(block: Block) -> list[Block]:
    """Part a deck from a headline that fake bold doubled, and not the deck.

    Else the dash is part of the title (…的影响——以某地为例).
    """
    dash = block.text.text.find("——")
    if dash < SHORTEST_PART or "doubled glyphs" not in block.marks:
        return [block]
    return [evolve(block, text=block.text[:dash]), evolve(block, text=block.text[dash:])]


def _is_signed(below: Sequence[Block]) -> bool:
    """Whether a dateline right below names who wrote: no article is signed twice."""
    return any(one.kind is Kind.DATELINE and names_writer(one) for one in below)


def _signs_short_title(
    above: Sequence[Block], block: Block, below: Sequence[Block], *, whole: bool
) -> bool:
    """Whether a bare name stands between a title too short to be broken and its text."""
    return (
        bool(above)
        and is_name_under_short(above[-1], block, whole=whole)
        and not is_column(above[-1].text.text.strip())
        and any(one.kind is Kind.PARAGRAPH for one in below)
    )


def _is_author(above: list[Block], block: Block) -> bool:
    """Whether a line is a bare name with a headline right above.

    A headline that fills its column may run over: 街坊促加 / 班次.
    """
    if above and (_may_run_over(above[-1], block) or _LEFT_OPEN.search(above[-1].text.text)):
        return False
    if not any(one.kind is Kind.HEADLINE and len(one.text) >= SHORTEST_PART for one in above[-2:]):
        return False
    name = block.text.text.strip()
    if len(name) > LONGEST_NAME and _HAN.fullmatch(name):
        return False  # two names are set apart
    return looks_like_name(block.text)


def cut_stacks(lines: Sequence[Block], bodies: Bodies, *, several: bool) -> list[Stack]:
    """Cut lines on display, bylines and sources where headlines begin by their looks.

    Args:
        lines: The lines.
        bodies: The bodies that they may be about.
        several: Whether they may be more headlines than one.
    """
    halves = part_halves(lines, bodies.words)
    return stack_lines(halves, score_roles(halves, bodies, several=several))


def stack_lines(
    lines: Sequence[Block],
    scores: Sequence[Sequence[float]],
    starts: Collection[int] | None = None,
) -> list[Stack]:
    """Cut lines where headlines begin.

    Args:
        lines: The lines, parted into halves.
        scores: What ``score_roles`` says of them.
        starts: Which of them begin a headline; None where the scores shall tell.
    """
    if not lines:
        return []
    roles = read_roles(scores, starts)
    edges = [*(begins_of(roles) if starts is None else sorted({0, *starts})), len(lines)]
    return [_stack(lines[start:end], roles[start:end]) for start, end in pairwise(edges)]


def _stack(lines: Sequence[Block], roles: Sequence[Role]) -> Stack:
    own: list[Block] = []
    for i, (line, role) in enumerate(zip(lines, roles, strict=True)):
        goes_on = role is Role.MORE or (i > 0 and role is roles[i - 1])
        spaced = line.text.text[0].isspace() and not goes_on
        own.append(evolve(line, text=line.text.strip()) if spaced else line)
    return Stack(tuple(own), tuple(roles))


def part_halves(lines: Sequence[Block], words: Words) -> list[Block]:
    """Part lines at spaces where two headlines, or one and a name, stand side by side.

    The space stays at the head of the second half: if both are one headline after
    all, it is joined as it was. Nothing stands beside the headline of a digest's item,
    which has its source below.
    """
    if any(line.kind is Kind.SOURCE for line in lines):
        return list(lines)
    parted: list[Block] = []
    for line in lines:
        edges = _edges(line.text.text, words) if line.kind is Kind.HEADLINE else []
        if edges and VERTICAL in line.marks and len(line.text) <= LONGEST_SIDE_BY_SIDE:
            edges = sorted({*edges, *_upright_edges(line.text.text, 0, words)})
        if len(edges) > 2:
            parted += [evolve(line, text=line.text[start:end]) for start, end in pairwise(edges)]
        else:
            parted.append(line)
    return parted


def _edges(text: str, words: Words) -> list[int]:
    """Where a line is parted, its start and its end among them; the last half is told first."""
    edges = [len(text)]
    if len(text) > LONGEST_SIDE_BY_SIDE:
        return [0, *edges]
    for space in reversed(list(_SPACE.finditer(text))):
        left, right = text[: space.start()].strip(), text[space.end() : edges[0]].strip()
        if len(left) >= SHORTEST_PART and _stand_side_by_side(left, right, words):
            edges.insert(0, space.start())
    return [0, *edges]


def _upright_edges(text: str, start: int, words: Words) -> Iterator[int]:
    """Where headlines meet that were set upright, a character a line, with nothing between.

    Each way to part the text between two words is tried; the two parts must be about
    passages far from one another. The parts are parted again. A space stays at the head of
    the second, as where ``_edges`` parts.
    """
    best, place = 0.0, 0
    for at in accumulate(map(len, cut_words(fold(text)))):
        left, right = text[:at].rstrip(), text[at:].strip()
        if min(len(left.lstrip()), len(right)) < SHORTEST_PART:
            continue
        titles = title_words(left), title_words(right)
        if compare_places(*titles, words, near=0) == "apart":
            gain = sum(words.best_passage(title)[1] * words.weigh(title) for title in titles)
            best, place = max((best, place), (gain, len(left)))
    if place:
        yield from _upright_edges(text[:place], start, words)
        yield start + place
        yield from _upright_edges(text[place:], start + place, words)


def _stand_side_by_side(left: str, right: str, words: Words) -> bool:
    if looks_like_name(right):
        return len(right) <= LONGEST_NAME and len(left) >= SHORTEST_BESIDE_NAME
    speaks = "：" in left[-SHORTEST_PART:]  # who says what follows: 发改委：发布 …
    return (
        not speaks
        and compare_places(title_words(left), title_words(right), words, near=0) == "apart"
    )


def make_unit(stack: Stack) -> Unit:
    """A unit with its lines on display sorted into kicker, headline and deck.

    >>> from zhnews.excerpt import Excerpt
    >>> lines = [Block(Kind.HEADLINE, Excerpt.of(text)) for text in ("国际观察", "谁在涨价？")]
    >>> unit = make_unit(Stack(tuple(lines), (Role.KICKER, Role.HEADLINE)))
    >>> [(block.kind.value, block.text.text) for block in unit.blocks]
    [('kicker', '国际观察'), ('headline', '谁在涨价？')]
    """
    kickers = stack.of(Role.KICKER) if stack.of(Role.HEADLINE, Role.MORE) else []
    parts = [evolve(line, kind=Kind.KICKER) for line in kickers]
    parts += [join_blocks(stack.headline)] if stack.headline else []
    decks = [evolve(line, kind=Kind.DECK) for line in stack.of(Role.DECK)]
    parts += [join_blocks(decks)] if decks else []
    rest = [
        evolve(line, kind=_REST[role]) if line.kind is Kind.HEADLINE else line
        for line, role in zip(stack.lines, stack.roles, strict=True)
        if role in _REST
    ]
    title = union(title_words(line.text.text) for line in (*stack.headline, *decks))
    return Unit((*parts, *rest), title)


def _may_run_over(above: Block, block: Block) -> bool:
    """Whether a short line may be the end of the headline above, which fills its column."""
    return above.fills_column(NOT_QUITE_FULL) and len(block.text) < SHORTEST_FULL_NAME

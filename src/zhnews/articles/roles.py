"""What is each line on display: kicker, headline, deck, byline, or none of these?

Lines that stand together are read as a whole: a line is a kicker because a headline
stands below it. What each look weighs for each role, and under each role of the
line above, is learned from pages whose headlines are known; the weights are in
``roles.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from itertools import pairwise
from operator import add, sub

from attrs import frozen

from zhnews.articles.blocks import Block, join_blocks
from zhnews.articles.looks import DASH, KNOWN, NOT_QUITE_FULL, Look, see_stack
from zhnews.articles.sheets import heading_level
from zhnews.articles.topics import Bodies
from zhnews.fields.rubrics import is_column, is_roundup, stands_over_headline
from zhnews.vocab import rows_of

__all__ = [
    "BROKEN_WORD",
    "ROLES",
    "STEPS",
    "Role",
    "RoleWeights",
    "begins_of",
    "first_scores",
    "price_begins",
    "read_roles",
    "score_roles",
]


class Role(IntEnum):
    """What a line on display is.

    Attributes:
        KICKER: A line over the headline: a column's name, a section, a lead-in.
        HEADLINE: The headline's first line.
        MORE: A further line of the headline.
        DECK: A line of the deck.
        BYLINE: Who wrote it, or where it is from.
        OTHER: None of these.
    """

    KICKER = 0
    HEADLINE = 1
    MORE = 2
    DECK = 3
    BYLINE = 4
    OTHER = 5


#: How many roles there are.
ROLES = len(Role)

#: The steps from the role of one line to that of the next: all those from one role
#: stand together, those to one role are ``ROLES`` apart.
STEPS = tuple((above, role) for above in Role for role in Role)

#: What it costs to take a line for none of a headline's: a headline lost is worse
#: than a line too many.
LOSS = 2.0

#: What it costs to take a line that begins with a dash for anything but a deck.
DASHED = 6.0

#: What it costs to take a line for a deck that stands over another.
SECOND_DECK = 3.0

#: A title of so many characters under a column's name leads in to no headline: 地方书写 / 守井人.
SHORTEST_TITLE, SHORT_TITLE = 3, 4

_NEVER = -1e6

#: Whether a step begins another headline.
BEGINS = tuple(
    role in (Role.KICKER, Role.HEADLINE) and above is not Role.KICKER for above, role in STEPS
)

#: What is added to the scores where it is known whether a headline begins: none
#: does, one does.
FORCED = tuple(
    tuple(0.0 if one is begins else _NEVER / 10 for one in BEGINS) for begins in (False, True)
)

#: The steps that cannot be: a headline's second line needs a first one, a deck a
#: headline; under a kicker stands a headline.
BARRED = tuple(
    _NEVER
    if (role is Role.MORE and above not in (Role.HEADLINE, Role.MORE))
    or (role is Role.DECK and above in (Role.KICKER, Role.OTHER))
    or (role in (Role.BYLINE, Role.OTHER) and above is Role.KICKER)
    else 0.0
    for above, role in STEPS
)

#: What each step costs, and what it costs to a line that begins with a dash.
COSTS = tuple(LOSS if role is Role.OTHER else 0.0 for _, role in STEPS)
DASHED_COSTS = tuple(
    cost + (0.0 if role is Role.DECK else DASHED)
    for cost, (_, role) in zip(COSTS, STEPS, strict=True)
)

#: What it costs to take a line that ends with a dash for anything but a kicker.
LEADS_IN_COSTS = tuple(0.0 if role is Role.KICKER else DASHED for _, role in STEPS)

#: A line of so many characters, and so many times as long as the headline above it that does
#: not fill its column, is none of that headline's: papers break them into like halves.
SHORTEST_UNLIKE, UNLIKE = 15, 2

#: How a deck begins.
_DECK = re.compile(
    "——|──|[记記访訪]|写在|寫在|[纪紀]念|来自|來自|[对對][话話]|专访|專訪|[与與]|[从從]|以.{2,10}[为為]例"
)

#: How a lead-in ends that says who spoke and where, over what was said: 李敏在南屏县调研时强调.
_SAYS = re.compile(
    r"\w{2,}(?:(?<=[时時上中话話示])|(?<![社机機])[会會][议議]?|(?<=[记記长長席理任员員]))(?:强调|強調|指出|强调指出|要求|提出)\Z"
)

#: The steps to the line that says who was there: 李敏主持, 王芳出席并讲话.
ATTENDED_COSTS = tuple(0.0 if role is Role.DECK else DASHED for _, role in STEPS)
#: And the steps to the line above that: decks are seldom two.
NO_DECK_COSTS = tuple(SECOND_DECK if role is Role.DECK else 0.0 for _, role in STEPS)
_ATTENDED = re.compile(
    r"[^，。]{2,24}(?:出席|主持|主持[会會][议議]|[讲講][话話]|致[辞辭]|作工作[报報]告)\Z"
)

#: The mark of a line that goes on with the last word of the line above, and the steps to
#: it: it is what that one is, whatever it looks like.
BROKEN_WORD = "broken word"
TO_BROKEN = tuple(
    0.0 if role is (Role.MORE if above is Role.HEADLINE else above) else _NEVER
    for above, role in STEPS
)

#: The steps to a line that stands over a headline: a column's name in brackets, a code.
TO_KICKER = tuple(0.0 if role is Role.KICKER else _NEVER / 10 for _, role in STEPS)

#: The steps to a short line under a column's name: what leads in to a headline is longer.
NO_KICKER = tuple(_NEVER / 10 if role is Role.KICKER else 0.0 for _, role in STEPS)

#: The steps to a line that is far wider than the one above, or names short news: no
#: headline goes on with it.
NO_MORE = tuple(_NEVER / 10 if role is Role.MORE else 0.0 for _, role in STEPS)

#: The steps to the heading of a text's first part: it is no line of a headline.
NO_HEADLINE = tuple(
    _NEVER / 10 if role in (Role.KICKER, Role.HEADLINE, Role.MORE) else 0.0 for _, role in STEPS
)

#: The steps to a line with a comma that no grammar knows: it is no byline.
NO_BYLINE = tuple(_NEVER / 10 if role is Role.BYLINE else 0.0 for _, role in STEPS)

#: The steps to a line that a grammar knows: it is a byline.
TO_BYLINE = tuple(0.0 if role is Role.BYLINE else _NEVER for _, role in STEPS)

_NOTHING = (0.0,) * ROLES
_NO_STEP = (0.0,) * len(STEPS)


@frozen
class RoleWeights:
    """What looks weigh.

    Attributes:
        own: For each of a line's own looks a weight for each role.
        against: For each look under the line above a weight for each step.
    """

    own: Mapping[str, Sequence[float]]
    against: Mapping[str, Sequence[float]]

    def weigh(self, look: Look) -> list[float]:
        """The score of each of the ``STEPS`` to a line: what is learned, and what cannot be."""
        own = [self.own[name] for name in look.own if name in self.own]
        against = [self.against[name] for name in look.against if name in self.against]
        roles = list(map(sum, zip(_NOTHING, *own, strict=True)))
        steps = map(sum, zip(_NO_STEP if look.own else TO_BYLINE, *against, strict=True))
        return list(map(add, map(add, steps, roles * ROLES), BARRED))


def score_roles(lines: Sequence[Block], bodies: Bodies, *, several: bool) -> list[list[float]]:
    """For each line the score of each of the ``STEPS`` to it.

    Args:
        lines: Lines on display, bylines and sources that stand together.
        bodies: The bodies that they may be about.
        several: Whether they may be more headlines than one.
    """
    scores: list[list[float]] = []
    wholes = _whole_lines(lines)
    looks = see_stack([join_blocks(whole) for whole in wholes], bodies, several=several)
    for n, (whole, look) in enumerate(zip(wholes, looks, strict=True)):
        line = whole[0]
        dashed = line.kind not in KNOWN and line.text.text.startswith(DASH)
        steps = _weigh(look)
        scored = list(map(sub, steps, DASHED_COSTS if dashed else COSTS))
        if stands_over_headline(line.text.text) and len(scores) < len(lines) - 1:
            scored = list(map(add, scored, TO_KICKER))
        elif _is_short_under_column(whole, lines[len(scores) - 1] if scores else None):
            scored = list(map(add, scored, NO_KICKER))
        elif (
            scores
            and not lines[len(scores) + len(whole) :]
            and _heads_part(lines[len(scores) - 1], line)
        ):
            scored = list(map(add, scored, NO_HEADLINE))
        elif scores and (_is_unlike(wholes[n - 1], whole) or _names_roundup(whole)):
            scored = list(map(add, scored, NO_MORE))
        if line.kind not in KNOWN and "，" in line.text.text:
            scored = list(map(add, scored, NO_BYLINE))
        below = lines[len(scores) + len(whole) : len(scores) + len(whole) + 1]
        if below and line.kind not in KNOWN and _leads_in(whole[-1], below[0]):
            scored = list(map(sub, scored, LEADS_IN_COSTS))
        if scores and _says_who_attended(lines[len(scores) - 1], whole):
            scored = list(map(sub, scored, ATTENDED_COSTS))
        elif below and _says_who_attended(whole[-1], below):
            scored = list(map(sub, scored, NO_DECK_COSTS))
        scores.append(scored)
        scores += [list(TO_BROKEN)] * (len(whole) - 1)
    return scores


def _leads_in(line: Block, below: Block) -> bool:
    """Whether a line leads over to the headline below it: it ends with a dash, or says who spoke.

    A deck whose dash was left on the headline's line says whom or what it is about.
    """
    if below.kind not in KNOWN and _SAYS.search(line.text.text.rstrip()) is not None:
        return True
    return (
        below.kind not in KNOWN
        and line.text.text.rstrip().endswith(("——", "──"))
        and not line.text.text.startswith(DASH)
        and _DECK.match(below.text.text) is None
    )


def _says_who_attended(above: Block, whole: Sequence[Block]) -> bool:
    """Whether a line under a headline says who was there: 李敏主持, 王芳出席并讲话."""
    return (
        above.kind not in KNOWN
        and whole[0].kind not in KNOWN
        and _ATTENDED.fullmatch("".join([line.text.text for line in whole]).strip()) is not None
    )


def _is_short_under_column(whole: Sequence[Block], above: Block | None) -> bool:
    """Whether a line is too short to lead in to a headline, and stands under a column's name.

    One shorter still may be a section's name below another: 体育 / 足球.
    """
    title = "".join([line.text.text for line in whole]).strip()
    return (
        above is not None
        and SHORTEST_TITLE <= len(title) <= SHORT_TITLE
        and whole[0].kind not in KNOWN
        and above.kind not in KNOWN
        and is_column(above.text.text.strip())
        and not is_column(title)
    )


def _is_unlike(above: Sequence[Block], whole: Sequence[Block]) -> bool:
    """Whether a line is far wider than the one above it, which had room for more."""
    upper, own = (sum(len(line.text) for line in one) for one in (above, whole))
    return (
        own >= SHORTEST_UNLIKE
        and own > UNLIKE * upper
        and above[-1].kind not in KNOWN
        and not above[-1].fills_column(NOT_QUITE_FULL)
    )


def _names_roundup(whole: Sequence[Block]) -> bool:
    """Whether a line is the name of a column of short news: no headline goes on with it."""
    if whole[0].kind in KNOWN:
        return False
    return is_roundup("".join([line.text.text for line in whole]).strip())


def _heads_part(above: Block, line: Block) -> bool:
    """Whether a line heads the first part of a text: it is in bold type right under a heading.

    A recognition model has marked that one as a heading, and this one not.
    """
    if "emphasis" not in line.marks or heading_level(line) is not None:
        return False
    return above.kind not in KNOWN and heading_level(above) is not None


@lru_cache(maxsize=512)  # lines of one kind look alike
def _weigh(look: Look) -> tuple[float, ...]:
    return tuple(role_weights().weigh(look))


def _whole_lines(lines: Sequence[Block]) -> list[list[Block]]:
    """The lines, each with those that go on with its last word."""
    wholes: list[list[Block]] = []
    for line in lines:
        if wholes and BROKEN_WORD in line.marks:
            wholes[-1].append(line)
        else:
            wholes.append([line])
    return wholes


def read_roles(
    scores: Sequence[Sequence[float]], starts: Collection[int] | None = None
) -> list[Role]:
    """The roles of the lines that together score best (Viterbi).

    Args:
        scores: What ``score_roles`` says of the lines.
        starts: Which of them begin a headline; None where the scores shall tell.
    """
    if not scores:
        return []
    best = first_scores(scores[0])
    ways: list[list[int]] = []
    for i, row in enumerate(scores[1:], start=1):
        steps = row if starts is None else map(add, row, FORCED[i in starts])
        totals = list(map(add, steps, [score for score in best for _ in range(ROLES)]))
        options = [totals[role::ROLES] for role in range(ROLES)]
        best = [max(one) for one in options]
        ways.append([one.index(top) for one, top in zip(options, best, strict=True)])
    role = best.index(max(best))
    path = [Role(role)]
    for way in reversed(ways):
        role = way[role]
        path.append(Role(role))
    path.reverse()
    return path


def begins_of(roles: Sequence[Role]) -> list[int]:
    """Which lines begin a headline; the first one always does.

    >>> begins_of([Role.HEADLINE, Role.DECK, Role.KICKER, Role.HEADLINE])
    [0, 2]
    """
    return [
        0,
        *(i for i, step in enumerate(pairwise(roles), start=1) if BEGINS[STEPS.index(step)]),
    ]


def price_begins(scores: Sequence[Sequence[float]]) -> list[float]:
    """For each line how much better the best reading is in which a headline begins there.

    Less than nothing where none begins by the looks; 0 for the first line.
    """
    ahead = [first_scores(scores[0])]
    for row in scores[1:]:
        before = ahead[-1]
        ahead.append([max(map(add, before, row[role::ROLES])) for role in range(ROLES)])
    behind: Sequence[float] = _NOTHING
    prices = [0.0] * len(scores)
    for i in range(len(scores) - 1, 0, -1):
        row, before = scores[i], ahead[i - 1]
        totals = [before[a] + row[n] + behind[r] for n, (a, r) in enumerate(STEPS)]
        begin, run_on = (
            max(total for total, begins in zip(totals, BEGINS, strict=True) if begins is which)
            for which in (True, False)
        )
        prices[i] = begin - run_on
        behind = [max(map(add, row[at : at + ROLES], behind)) for at in range(0, len(STEPS), ROLES)]
    return prices


def first_scores(row: Sequence[float]) -> list[float]:
    """The score of each role of the first line: as if a byline stood above it."""
    scores = list(row[Role.BYLINE * ROLES : (Role.BYLINE + 1) * ROLES])
    scores[Role.DECK] = _NEVER
    return scores


@cache
def role_weights() -> RoleWeights:
    """The learned weights of ``roles.tsv``."""
    own: dict[str, tuple[float, ...]] = {}
    against: dict[str, tuple[float, ...]] = {}
    rows = rows_of(__package__, "roles")
    for look, text in rows:
        weights = tuple(int(weight) / 100 for weight in text.split(" "))
        (own if len(weights) == ROLES else against)[look] = weights
    return RoleWeights(own, against)

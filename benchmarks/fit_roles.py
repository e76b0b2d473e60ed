"""Learn what the looks of a line on display weigh for its role, from known headlines.

    python -m benchmarks.fit_roles FOLDER [FOLDER ...] [--held FOLDER ...] [--write]

Each folder holds ``<name>.txt`` and ``<name>.json`` pairs, as ``python -m
tests.press`` writes them; a folder named twice counts twice. Every line on display,
as the finder of boundaries leaves it over a body or away from all, is looked up in
the gold's headlines, kickers, decks and names. The weights of ``roles.tsv`` are
those of a conditional random field.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen
from benchmarks.learning import climb, log_sum, read_options

import zhnews.articles
from zhnews.articles import Kind, build_blocks
from zhnews.articles.blocks import Block
from zhnews.articles.boundaries import find_boundaries
from zhnews.articles.grouping import take_masthead
from zhnews.articles.headlines import part_displays
from zhnews.articles.looks import DASH, Look, see_stack
from zhnews.articles.plans import Plan
from zhnews.articles.roles import ROLES, STEPS, Role, RoleWeights, first_scores, read_roles
from zhnews.articles.sheets import Sheet
from zhnews.chinese import fold
from zhnews.repair import repair_lines, split_lines

#: Looks met less often are chance.
FEWEST = 6

#: Smaller weights, in hundredths, are left out of the table.
LEAST = 4

#: The least error on a line that is learned from, and the score of what cannot be.
SURE = 0.01
NEVER = -1e4

TABLE = Path(zhnews.articles.__path__[0]) / "roles.tsv"

HEAD = f"""\
# roles.tsv: what the looks of a line on display weigh for its role, in hundredths.
# convention: kicker, headline, deck and byline as Chinese papers stack them.
# source: learned by python -m benchmarks.fit_roles from pages of tests/press
#   (invented articles, set and damaged in many ways) and the given pages.
# columns: look, weights
# weights: {ROLES} for a line's own look ({" ".join(role.name.lower() for role in Role)}),
#   {len(STEPS)} for a look under the line above it: for each of its roles those six.
"""


@frozen
class Case:
    """Lines that stand together.

    Attributes:
        looks: What each looks like.
        roles: What each is, where the gold tells.
    """

    looks: list[Look]
    roles: list[Role | None]


def read_cases(path: Path) -> Iterator[Case]:
    """The lines of a page that stand together, with some on display among them."""
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
    lines, _ = repair_lines(split_lines(path.read_text("utf-8")))
    sheet = Sheet.of(part_displays(take_masthead(build_blocks(lines))))
    if not sheet.bodies:
        return
    for run in Plan.make(sheet, find_boundaries(sheet)).runs:
        if any(line.kind is Kind.HEADLINE for line in run.lines):
            looks = see_stack(run.lines, run.bodies, several=run.several)
            yield Case(looks, list(find_roles(run.lines, gold)))


def find_roles(lines: Sequence[Block], gold: dict[str, Any]) -> Iterator[Role | None]:
    """What each line is by the gold; None where it may be several things."""
    articles = gold["articles"]
    heads = [_bare(article["headline"]) for article in articles]
    kickers = [_bare(article["kicker"]) for article in articles]
    decks = [deck for article in articles for deck in _decks(article)]
    names = [_bare(credit["name"]) for article in articles for credit in article["credits"]]
    for line in lines:
        if line.kind is not Kind.HEADLINE:
            yield Role.BYLINE
            continue
        text = _bare(line.text.text)
        several = len(text) > 1
        begins = any(head.startswith(text) for head in heads)
        found = [
            role
            for role, seen in (
                (Role.KICKER, any(text == one or (several and text in one) for one in kickers)),
                (Role.HEADLINE, begins),
                (Role.MORE, not begins and several and any(text in head for head in heads)),
                (Role.DECK, several and any(text in deck for deck in decks)),
                (Role.BYLINE, any(text in name for name in names)),
            )
            if seen
        ]
        if found:
            yield found[0] if len(found) == 1 else None
        else:
            yield None if any(head and head in text for head in heads) else Role.OTHER


def _decks(article: dict[str, Any]) -> list[str]:
    """The deck, which the gold has among the crossheads: it is long, or begins with a dash."""
    first = [_bare(deck) for deck in article["subheads"][:1]]
    longest = max(map(len, _bare_halves(article["headline"])), default=0)
    return [deck for deck in first if len(deck) >= longest or deck.startswith(DASH)]


def _bare_halves(text: str | None) -> list[str]:
    return [_bare(half) for half in (text or "").split()]


def _bare(text: str | None) -> str:
    return "".join(fold(text).split()) if text else ""


@frozen
class Learned:
    """Weights in the making, by the names of looks."""

    own: dict[str, list[float]]
    against: dict[str, list[float]]

    @classmethod
    def make(cls, cases: Sequence[Case], value: float) -> Learned:
        """The same weight for all looks that are met often enough."""
        own = Counter(name for case in cases for look in case.looks for name in look.own)
        against = Counter(name for case in cases for look in case.looks for name in look.against)
        return cls(
            {name: [value] * ROLES for name, count in own.items() if count >= FEWEST},
            {name: [value] * len(STEPS) for name, count in against.items() if count >= FEWEST},
        )

    def scores(self, case: Case) -> list[list[float]]:
        """The score of each step to each line."""
        weights = RoleWeights(self.own, self.against)
        return [weights.weigh(look) for look in case.looks]

    def known(self, case: Case) -> Case:
        """The case without the looks that are not learned."""
        looks = [
            Look(
                tuple(name for name in look.own if name in self.own),
                tuple(name for name in look.against if name in self.against),
            )
            for look in case.looks
        ]
        return Case(looks, case.roles)


def fit(cases: Sequence[Case], rounds: int, seed: int = 7) -> Learned:
    """The weights under which the known roles are likeliest.

    A conditional random field, by stochastic gradient (AdaGrad) with a penalty on
    large weights.
    """
    learned, sums = Learned.make(cases, 0.0), Learned.make(cases, 0.01)
    dice = random.Random(seed)
    order = [learned.known(case) for case in cases]
    for _ in range(rounds):
        dice.shuffle(order)
        for case in order:
            scores = learned.scores(case)
            told, read = chances(_known(scores, case.roles)), chances(scores)
            own: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * ROLES)
            against: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * len(STEPS))
            for look, right, guess in zip(case.looks, told, read, strict=True):
                off = [a - b for a, b in zip(right, guess, strict=True)]
                if max(map(abs, off)) < SURE:
                    continue
                roles = [sum(off[role::ROLES]) for role in Role]
                for slopes, names, slope in ((own, look.own, roles), (against, look.against, off)):
                    for name in names:
                        slopes[name] = [a + b for a, b in zip(slopes[name], slope, strict=True)]
            climb(learned.own, sums.own, own)
            climb(learned.against, sums.against, against)
    return learned


def chances(scores: Sequence[Sequence[float]]) -> list[list[float]]:
    """How likely each step to each line is, by the forward-backward algorithm."""
    ahead = [first_scores(scores[0])]
    for row in scores[1:]:
        before = ahead[-1]
        ahead.append(
            [
                log_sum([before[above] + row[above * ROLES + role] for above in Role])
                for role in Role
            ]
        )
    whole = log_sum(ahead[-1])
    behind = [0.0] * ROLES
    likely: list[list[float]] = []
    for i in range(len(scores) - 1, 0, -1):
        row, before = scores[i], ahead[i - 1]
        likely.append(
            [_exp(before[a] + row[n] + behind[r] - whole) for n, (a, r) in enumerate(STEPS)]
        )
        behind = [
            log_sum([row[above * ROLES + role] + behind[role] for role in Role]) for above in Role
        ]
    likely.append(
        [
            _exp(ahead[0][role] + behind[role] - whole) if above is Role.BYLINE else 0.0
            for above, role in STEPS
        ]
    )
    likely.reverse()
    return likely


def _exp(value: float) -> float:
    return math.exp(max(-700.0, value))


def _known(scores: list[list[float]], roles: Sequence[Role | None]) -> list[list[float]]:
    """The scores with those ruled out that do not agree with the known roles."""
    return [
        row
        if known is None
        else [w if role is known else w + NEVER for w, (_, role) in zip(row, STEPS, strict=True)]
        for row, known in zip(scores, roles, strict=True)
    ]


def judge(cases: Sequence[Case], learned: Learned) -> str:
    """The share of known lines that are read right, and what the others are taken for."""
    right = known = 0
    wrong: Counter[str] = Counter()
    for case in cases:
        for role, read in zip(case.roles, read_roles(learned.scores(case)), strict=True):
            if role is not None:
                known += 1
                right += role is read
                if role is not read:
                    wrong[f"{role.name} as {read.name}"] += 1
    return f"{right} of {known} lines ({right / max(1, known):.4f}); {wrong.most_common(5)}"


def table_of(learned: Learned) -> str:
    """The weights as rows."""
    rows = [HEAD]
    for table in (learned.own, learned.against):
        for look in sorted(table):
            weights = [round(100 * weight) for weight in table[look]]
            if any(abs(weight) >= LEAST for weight in weights):
                rows.append(f"{look}\t{' '.join(map(str, weights))}\n")
    return "".join(rows)


def main() -> None:
    """Command line."""
    options = read_options(__doc__, TABLE, rounds=6)
    paths = [path for folder in options.folders for path in sorted(folder.glob("*.txt"))]
    cases = [case for path in paths for case in read_cases(path)]
    learned = fit(cases, options.rounds)
    print(f"{len(paths)} pages, {len(cases)} stacks: {judge(cases, learned)}")
    for folder in options.held:
        held = [case for path in sorted(folder.glob("*.txt")) for case in read_cases(path)]
        print(f"{folder.name}: {judge(held, learned)}")
    if options.write:
        options.write.write_text(table_of(learned), encoding="utf-8")


if __name__ == "__main__":
    main()

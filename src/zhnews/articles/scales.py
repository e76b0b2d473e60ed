"""How well do cuts and headlines fit one another?

A headline fits a body that has its words, or characters of them, and the less so the
more of the page has them too. What the headlines' fits, the evidence of the cuts and
the looks of the lines on display say is added up.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from attrs import define, evolve, field, frozen

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.evidence import score_cut
from zhnews.articles.headlines import stack_lines
from zhnews.articles.homes import keep_apart
from zhnews.articles.looks import compare_places
from zhnews.articles.matching import improve_match, match_first
from zhnews.articles.plans import Plan, Run
from zhnews.articles.roles import Role, price_begins
from zhnews.articles.sheets import Sheet
from zhnews.articles.words import common_letters, title_words

__all__ = ["Proposal", "Scale"]

#: How likely a word of the headline stands in its body; how much a word says for it at
#: the most, in log odds, as bodies of one paragraph have few by chance; how much it says
#: against a body that has it not, where others have it, and where none has; and
#: what is added to a word's count elsewhere, so that few passages don't say too much.
IN_BODY = 0.45
MOST_OF_WORD = 2.5
MISSING = -0.7
UNHEARD = -0.3
UNSEEN = 0.27

#: The same for a character of a word that no paragraph has, as headlines abbreviate
#: (茶区 for the 茶农 of the text), if it is none of common words; where a body has it
#: not, that says nothing.
LETTER_IN_BODY = 0.4
MOST_OF_LETTER = 1.5

#: What the words together weigh beside all else, and what they weigh at the most,
#: as pairs of characters of one word come together.
SHARE = 0.6
MOST = 8.0

#: What a line of a headline costs that is about nothing in the body.
ASIDE = 1.0

#: What it weighs that a headline stands over its body; divided by how many the lines there
#: look like, as one of them would stand there anyway.
IN_PLACE = 2.2

#: What it costs that a headline fits another body better, for what it fits it better.
REGRET = 0.3

#: What the evidence of a cut weighs, and what is added to it first: where headlines stand
#: elsewhere, a cut may have about as much against it.
CUT = 1.2
CUT_GAIN = 0.8

#: What the looks of a headline's lines weigh; and the most that they say against
#: parting two lines that are about passages far from one another.
LOOKS = 1.3
APART = 1.5

#: The least fit of a headline and a body that has some of its words, and of one that has
#: none; and of the latter where articles and headlines are settled and the page has more than
#: a few, so that the others tell what is left for it.
LEAST_FIT = -2.0
LEAST_STRANGE = -1.0
LEAST_LEFT = -2.0
FEW = 2

_HAN = re.compile("[\u3400-\u9fff]")

#: For the lines over a paragraph, by its number, which of them begin a headline.
Starts = Mapping[int, frozenset[int]]


@frozen
class Proposal:
    """Where articles and headlines begin.

    Attributes:
        cuts: The paragraphs that articles begin with, by number, in order.
        starts: Where headlines begin.
    """

    cuts: tuple[int, ...]
    starts: Starts


@frozen
class _Title:
    """The lines of one headline that tell what it is about.

    Attributes:
        headline: The lines of the headline itself.
        deck: The lines of its deck.
        heard: The paragraphs that have any of its words.
        strange: How well it fits a body that has none of them.
        over: The paragraph that it stands right over; None where it stands over none.
        under: The paragraph that it stands over where it is about the body above.
        in_place: What it weighs that it goes to the body that begins there.
        fits: How well it fits bodies, as far as that was asked.
        rows: For cuts that were asked for, behind the least fit of a body without its
            words, the bodies that it fits, each behind how badly it does.
    """

    headline: tuple[Block, ...]
    deck: tuple[Block, ...]
    heard: frozenset[int]
    strange: float = 0.0
    over: int | None = None
    under: int | None = None
    in_place: float = IN_PLACE
    fits: dict[tuple[int, int], float] = field(factory=dict, init=False)
    rows: dict[tuple[float, ...], list[tuple[float, int]]] = field(factory=dict, init=False)


@frozen
class _Heard:
    """Where the words of a line are heard, by the numbers of paragraphs.

    Attributes:
        unheard: What the words weigh that no paragraph has.
        words: For each of the others those that have it.
        letters: For the characters that are in none of the others those that have it.
    """

    unheard: float
    words: Sequence[Sequence[int]]
    letters: Sequence[Sequence[int]]


@define
class Scale:
    """Weighs proposals of a page; what was weighed before is kept.

    Attributes:
        sheet: The page.
        runs: The lines over each paragraph, by its number.
        first: Which of them begin a headline by their looks.
        prices: For each line how much better the looks are if a headline begins there.
        follows: The paragraphs over which the first headline stands under its body.

    What is kept: for each line the places of its words, for each character the paragraphs
    that have it, for counts of paragraphs what a word or a character gains, for a line and
    a body its share, for a cut its evidence, and for lines and starts the titles.
    """

    sheet: Sheet
    runs: dict[int, Run]
    first: Starts
    prices: dict[int, list[float]]
    follows: frozenset[int] = frozenset()
    _lines: dict[int, _Heard] = field(factory=dict)
    _letters: dict[str, list[int]] | None = None
    _gains: dict[tuple[int, int, bool], float] = field(factory=dict)
    _shares: dict[tuple[int, int, int], float] = field(factory=dict)
    _cuts: dict[tuple[int, int], float] = field(factory=dict)
    _titles: dict[tuple[int, frozenset[int]], list[_Title]] = field(factory=dict)

    @classmethod
    def make(cls, sheet: Sheet, plan: Plan) -> Scale:
        """The scale of a page; the plan is what its looks and words tell at first."""
        runs = {run.over: run for run in plan.runs if run.lines}
        prices = {over: _prices(run, sheet) for over, run in runs.items()}
        first = {over: frozenset(run.starts) for over, run in runs.items()}
        return cls(sheet, runs, first, prices, plan.follows)

    @property
    def size(self) -> int:
        """How many paragraphs the page has."""
        return len(self.sheet.bodies)

    def cut(self, k: int, start: int) -> float:
        """The evidence of a cut before the ``k``-th paragraph, headlines elsewhere aside."""
        weight = self._cuts.get((k, start))
        if weight is None:
            weight = score_cut(self.sheet, k, start, elsewhere=False)
            self._cuts[k, start] = weight
        return weight

    def weigh(self, proposal: Proposal) -> float:
        """What speaks for a proposal of the page."""
        return self._match(proposal)[0]

    def is_loose(self, proposal: Proposal) -> bool:
        """Whether any headline has no body, or stands away from it."""
        homes = self._match(proposal)[1]
        return any(
            n not in homes or title.over != proposal.cuts[homes[n]]
            for n, title in enumerate(self._read(proposal))
            if title.headline
        )

    def homes(self, proposal: Proposal) -> dict[int, list[int | None]]:
        """For the headlines over each paragraph their bodies, by number; None without one."""
        matched = self._match(proposal, last=True)[1]
        places = [
            proposal.cuts.index(title.over) if title.over in proposal.cuts else None
            for title in self._read(proposal)
        ]
        homes = iter(keep_apart([matched.get(n) for n in range(len(places))], places))
        return {
            over: [next(homes) for _ in self._titles_over(over, proposal.starts[over])]
            for over in self._overs(proposal)
        }

    def _match(self, proposal: Proposal, *, last: bool = False) -> tuple[float, dict[int, int]]:
        """What speaks for a proposal, and the body of each headline that has one.

        Args:
            proposal: Where articles and headlines begin.
            last: Whether that is settled, and headlines may take what is left.
        """
        bodies = len(proposal.cuts)
        titles = self._read(proposal)
        live = sum(bool(title.headline) for title in titles)
        least = LEAST_LEFT if last and live > FEW else LEAST_STRANGE
        rows = [self._row(title, proposal.cuts, least) for title in titles]
        total, homes = improve_match(match_first(rows), rows, live, bodies)
        total += sum(CUT * (self.cut(k, start) + CUT_GAIN) for start, k in pairwise(proposal.cuts))
        return total + LOOKS * self._looks(proposal), homes

    def _looks(self, proposal: Proposal) -> float:
        """What the looks of the lines say of where headlines begin, against their best."""
        total = 0.0
        for over in self._overs(proposal):
            starts = proposal.starts[over]
            for i in starts ^ self.first[over]:
                total += self.prices[over][i] if i in starts else -self.prices[over][i]
        return total

    def _overs(self, proposal: Proposal) -> Iterator[int]:
        """Over which paragraphs lines stand that are headlines in this proposal."""
        cuts = {*proposal.cuts, self.size}
        return (over for over in proposal.starts if over in cuts)

    def _read(self, proposal: Proposal) -> list[_Title]:
        """The headlines of a proposal."""
        return [
            title
            for over in self._overs(proposal)
            for title in self._titles_over(over, proposal.starts[over])
        ]

    def _titles_over(self, over: int, starts: frozenset[int]) -> list[_Title]:
        """The headlines that the lines over a paragraph make; the last stands right over it."""
        titles = self._titles.get((over, starts))
        if titles is None:
            run = self.runs[over]
            stacks = stack_lines(run.lines, run.scores, starts)
            titles = [self._title(stack.headline, stack.of(Role.DECK)) for stack in stacks]
            in_place = IN_PLACE / len(self.first[over])
            if over in self.follows:
                titles[0] = evolve(titles[0], under=over)
            if over not in self.follows or len(titles) > 1:
                titles[-1] = evolve(titles[-1], over=over, in_place=in_place)
            self._titles[over, starts] = titles
        return titles

    def _title(self, headline: Sequence[Block], deck: Sequence[Block]) -> _Title:
        known = (holders for line in (*headline, *deck) for holders in self._heard(line).words)
        title = _Title(tuple(headline), tuple(deck), frozenset(chain.from_iterable(known)))
        return evolve(title, strange=self._weigh_fit(title, 0, 0))

    def _row(self, title: _Title, cuts: tuple[int, ...], least: float) -> list[tuple[float, int]]:
        """The bodies that a headline fits, by number, each behind how badly it does."""
        key = (least, *cuts)
        row = title.rows.get(key)
        if row is None:
            row = title.rows[key] = []
            ends = (*cuts[1:], self.size)
            for number in self._may_fit(title, cuts, least):
                body = cuts[number], ends[number]
                fit = title.fits.get(body)
                if fit is None:
                    fit = title.fits[body] = self._weigh_fit(title, *body)
                in_place = title.over == body[0] or title.under == body[1]
                fit += title.in_place if in_place else 0.0
                if fit > LEAST_FIT:
                    row.append((-fit, number))
            best = min(row, default=(0.0, 0))[0]
            row[:] = [(misfit + REGRET * (misfit - best), number) for misfit, number in row]
        return row

    def _may_fit(self, title: _Title, cuts: tuple[int, ...], least: float) -> Iterable[int]:
        """The bodies that a headline may fit: those with a word of it, and that below it."""
        if not title.headline:
            return ()
        if title.strange > least:
            return range(len(cuts))
        numbers = {bisect_right(cuts, k) - 1 for k in title.heard}
        if title.over in cuts:
            numbers.add(cuts.index(title.over))
        if title.under is not None:
            numbers.add(bisect_left(cuts, title.under) - 1)
        return numbers

    def _weigh_fit(self, title: _Title, start: int, end: int) -> float:
        """How well a headline fits a body; one of its lines may be about something else."""
        lines = [self._share(line, start, end) for line in title.headline]
        fit = sum(lines)
        if len(lines) > 1:
            fit = max(fit, fit - min(lines) - ASIDE)
        if title.deck:
            fit += max(-ASIDE, sum(self._share(line, start, end) for line in title.deck))
        return min(MOST, SHARE * fit)

    def _share(self, line: Block, start: int, end: int) -> float:
        """What the words of a line say for its being about a body, in log odds."""
        key = (id(line), start, end)
        share = self._shares.get(key)
        if share is None:
            heard = self._heard(line)
            share = heard.unheard
            for holders in heard.words:
                inside = bisect_left(holders, end) - bisect_left(holders, start)
                share += self._gain(len(holders) - inside, end - start) if inside else MISSING
            for holders in heard.letters:
                inside = bisect_left(holders, end) - bisect_left(holders, start)
                if inside:
                    share += self._gain(len(holders) - inside, end - start, letter=True)
            self._shares[key] = share
        return share

    def _gain(self, elsewhere: int, size: int, *, letter: bool = False) -> float:
        """What a word says for a body that has it, by how many other paragraphs have it.

        Args:
            elsewhere: How many paragraphs outside the body have the word.
            size: How many paragraphs the body has.
            letter: Whether it is a single character.
        """
        gain = self._gains.get((elsewhere, size, letter))
        if gain is None:
            likely, most = (LETTER_IN_BODY, MOST_OF_LETTER) if letter else (IN_BODY, MOST_OF_WORD)
            rate = min(0.9, (elsewhere + UNSEEN) / (self.size - size + 2))
            by_chance = min(0.9, 1 - (1 - rate) ** size)
            gain = min(most, max(0.0, math.log(likely / by_chance)))
            self._gains[elsewhere, size, letter] = gain
        return gain

    def _heard(self, line: Block) -> _Heard:
        """Where the words of a line are heard, and the characters of those that are not."""
        heard = self._lines.get(id(line))
        if heard is None:
            topics = self.sheet.words.topics
            places = {word: topics.holders(word) for word in title_words(line.text.text)}
            known = sorted(word for word, holders in places.items() if holders)
            unknown = places.keys() - known
            letters = {*filter(_HAN.match, "".join(unknown))}.difference("".join(known))
            letters -= common_letters()
            heard = self._lines[id(line)] = _Heard(
                UNHEARD * len(unknown),
                [places[word] for word in known],  # sums of one order are one number
                [holders for one in sorted(letters) if (holders := self._holders(one))],
            )
        return heard

    def _holders(self, letter: str) -> Sequence[int]:
        """The paragraphs that have a character of the lines on display."""
        if self._letters is None:
            self._letters = {}
            shown = [line.text.text for run in self.runs.values() for line in run.lines]
            letters = set("".join(shown))
            for k, at in enumerate(self.sheet.bodies):
                for one in letters.intersection(self.sheet.blocks[at].text.text):
                    self._letters.setdefault(one, []).append(k)
        return self._letters.get(letter, ())


def _prices(run: Run, sheet: Sheet) -> list[float]:
    """For each line how much better the looks are if a headline begins there."""
    prices = price_begins(run.scores)
    for i, (above, line) in enumerate(pairwise(run.lines), start=1):
        shown = above.kind is Kind.HEADLINE is line.kind
        if shown and prices[i] < -APART:
            titles = title_words(above.text.text), title_words(line.text.text)
            if compare_places(*titles, sheet.words) == "apart":
                prices[i] = -APART
    return prices

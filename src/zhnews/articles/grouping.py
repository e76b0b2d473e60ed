"""Which blocks make one article? Cuts, headlines and strays put together."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve, field, frozen

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.boundaries import Boundary, find_body, find_boundaries, starts_of
from zhnews.articles.evidence import MOST_HEADLINE_LINES, Sheet, displays
from zhnews.articles.floats import mark_last_captions
from zhnews.articles.headlines import Unit, cut_units, part_displays
from zhnews.articles.homes import heads_follow, match_units
from zhnews.articles.words import Bodies, Topics, Words, union, weigh_words, words_of

__all__ = ["Draft", "Found", "find_articles"]

#: What stands with a picture or beside the text and may have strayed.
FLOATS = (Kind.CAPTION, Kind.PULL_QUOTE, Kind.TABLE)

#: What is left behind the last paragraph of an article and ends it.
CLOSERS = (Kind.BYLINE, Kind.LINK, Kind.ATTACHMENT)

#: The least share of a stray's words, by weight, that a distant article must
#: have more than the one it stands in.
STRAY_GAIN = 0.15

#: What a line on display inside an article must share more with another body,
#: by weight, not to be a crosshead.
FOREIGN_GAIN = 0.3

#: As many source lines under headlines make a digest.
FEWEST_SOURCES = 3

#: For how many headlines without a body one is looked for, and how many blocks
#: are looked at for them in all: a sheet of 400 blocks may have as many.
MOST_HOMELESS = 40
MOST_BLOCKS = 400 * MOST_HOMELESS


@frozen
class Draft:
    """An article's blocks in reading order, and why it begins where it does."""

    blocks: tuple[Block, ...]
    why: tuple[str, ...]


@frozen
class Found:
    """The page's blocks, each in one place."""

    drafts: tuple[Draft, ...]
    furniture: tuple[Block, ...]
    contents: tuple[Block, ...]


@define
class _Body:
    """An article in the making."""

    cut: Boundary | None
    head: list[Block] = field(factory=list)
    blocks: list[Block] = field(factory=list)

    def draft(self) -> Draft:
        blocks = mark_last_captions(self.blocks)
        return Draft((*self.head, *blocks), self.cut.reasons if self.cut else ())


def find_articles(blocks: Sequence[Block]) -> Found:
    """Group the blocks of a page into articles.

    >>> from zhnews.excerpt import Excerpt
    >>> texts = [(Kind.HEADLINE, "小麦收割"), (Kind.PARAGRAPH, "全县小麦收割过半。")]
    >>> found = find_articles([Block(kind, Excerpt.of(text)) for kind, text in texts])
    >>> [block.text.text for block in found.drafts[0].blocks]
    ['小麦收割', '全县小麦收割过半。']
    """
    blocks = part_displays(take_masthead(blocks))
    furniture = tuple(block for block in blocks if block.kind is Kind.FURNITURE)
    contents = tuple(block for block in blocks if block.kind is Kind.CONTENTS)
    rest = [block for block in blocks if block.kind not in (Kind.FURNITURE, Kind.CONTENTS)]
    paragraphs = [i for i, block in enumerate(rest) if block.kind is Kind.PARAGRAPH]
    words = weigh_words([rest[i].text.text for i in paragraphs])
    sheet = Sheet(rest, paragraphs, words)
    drafts = _assemble(sheet, find_boundaries(sheet))
    return Found(tuple(drafts), furniture, contents)


def take_masthead(blocks: Sequence[Block]) -> Sequence[Block]:
    """Take for furniture the lines on display over a table of contents.

    They are the masthead and what the title page says of the publisher.
    """
    contents = [i for i, block in enumerate(blocks) if block.kind is Kind.CONTENTS]
    text = [i for i, block in enumerate(blocks) if block.kind is Kind.PARAGRAPH]
    if not contents or (text and text[0] < contents[0]):
        return blocks
    return [
        evolve(block, kind=Kind.FURNITURE)
        if i < contents[0] and block.kind in (Kind.HEADLINE, Kind.BYLINE, Kind.LINK)
        else block
        for i, block in enumerate(blocks)
    ]


def _assemble(sheet: Sheet, cuts: list[Boundary]) -> list[Draft]:
    plan = _Plan.make(sheet, cuts)
    for _ in range(min(MOST_HOMELESS, MOST_BLOCKS // max(len(sheet.blocks), 1))):
        homeless = plan.homeless
        if not 0 < len(homeless) <= MOST_HOMELESS:
            break
        owners = plan.owners
        more = (find_body(unit.title, owners, sheet, cuts) for unit in homeless)
        found = next((cut for cut in more if cut is not None), None)
        if found is None:
            break
        cuts = sorted([*cuts, found], key=lambda cut: cut.index)
        plan = _Plan.make(sheet, cuts)
    bodies = [_Body(cut) for cut in cuts]
    for n, body in enumerate(bodies):
        body.blocks.extend(
            (*plan.areas[n].datelines, *plan.inner[n].own, *plan.areas[n + 1].closers)
        )
    alone = _bring_home(plan, bodies)
    alone += [
        Draft((block,), ("a dateline without an article",)) for block in plan.areas[-1].datelines
    ]
    floats = [(n - 1, stray) for n, area in enumerate(plan.areas) for stray in area.strays]
    floats += [(n, stray) for n, inside in enumerate(plan.inner) for stray in inside.strays]
    _bring_floats(floats, bodies, alone, plan.topics, sheet.words)
    return [body.draft() for body in bodies if body.head or body.blocks] + alone


@frozen
class _Plan:
    """Which headline goes to which body, for some cuts.

    Attributes:
        topics: The words of each body.
        areas: What stands over each body, and under the last.
        inner: What each body is made of.
        units: The headlines with their bylines.
        places: For each unit the body that it stands right over, or None.
        homes: For each unit the body that it is about, or None.
        loose: How many of the units stand outside all bodies; they come first.
    """

    topics: Topics
    areas: list[_Area]
    inner: list[_Inside]
    units: list[Unit]
    places: list[int | None]
    homes: list[int | None]
    loose: int

    @property
    def owners(self) -> list[frozenset[str] | None]:
        """For each body the words of the headline that it has; None without."""
        owners: list[frozenset[str] | None] = [None] * len(self.topics.sets)
        for unit, home in zip(self.units, self.homes, strict=True):
            if home is not None:
                owners[home] = unit.title
        return owners

    @property
    def is_sheet(self) -> bool:
        """Whether it is a sheet of a paper: a digest's headlines stand over their items."""
        kinds = (block.kind for area in self.areas for block in area.heads)
        return sum(kind is Kind.SOURCE for kind in kinds) < FEWEST_SOURCES

    @property
    def homeless(self) -> list[Unit]:
        """The headlines that stand over no body and fit none."""
        if not self.is_sheet:
            return []
        return [
            unit
            for unit, place, home in zip(
                self.units[: self.loose], self.places, self.homes, strict=False
            )
            if place is None and home is None and unit.is_headline
        ]

    @classmethod
    def make(cls, sheet: Sheet, cuts: list[Boundary]) -> _Plan:
        rest, paragraphs, words = sheet.blocks, sheet.bodies, sheet.words
        topics = Topics(_topics(paragraphs, cuts, words))
        ends = _area_ends(rest, paragraphs, cuts)
        areas = [_Area.read(rest[start:end], first=not n) for n, (start, end) in enumerate(ends)]
        inner = [
            _Inside.read(rest[ends[n][1] : ends[n + 1][0]], topics, n, words)
            for n in range(len(cuts))
        ]
        wanting = [n for n, area in enumerate(areas[:-1]) if not area.is_single_head]
        wanted = Topics([topics.sets[n] for n in wanting])
        units: list[Unit] = []
        places: list[int | None] = []
        for n, area in enumerate(areas):
            several = wanting not in ([], [n]) or n == len(cuts) or not area.is_single_head
            below = topics.sets[n] if n < len(cuts) else frozenset[str]()
            bodies = Bodies(below, wanted, words)
            cut = cut_units(area.heads, bodies, several=several, wrapped=sheet.wrapped)
            units.extend(cut)
            places.extend([None] * (len(cut) - 1) + [n if n < len(cuts) else None] * bool(cut))
        loose = len(units)
        for inside in inner:
            for run in inside.foreign:
                bodies = Bodies(frozenset(), topics, words)
                cut = cut_units(run, bodies, several=True, wrapped=sheet.wrapped)
                units.extend(cut)
                places.extend([None] * len(cut))
        placed = {place for place in places if place is not None}
        placed.update(wanting)
        open_to = [
            topic if n in placed else frozenset[str]() for n, topic in enumerate(topics.sets)
        ]
        if heads_follow(units, places, topics.sets, words):
            places = [place - 1 if place else None for place in places]
            open_to = list(topics.sets)
        homes = match_units(units, places, Topics(open_to), words)
        return cls(topics, areas, inner, units, places, homes, loose)


@frozen
class _Area:
    """What stands between two articles.

    Attributes:
        closers: What closes the one above: signatures, links, attachments.
        heads: Lines on display, bylines and sources for what is below.
        datelines: The dateline of the one below.
        strays: Captions with their credits, pull quotes, tables.
    """

    closers: tuple[Block, ...]
    heads: tuple[Block, ...]
    datelines: tuple[Block, ...]
    strays: tuple[list[Block], ...]

    @classmethod
    def read(cls, blocks: Sequence[Block], *, first: bool) -> _Area:
        datelines = [block for block in blocks if block.kind is Kind.DATELINE]
        kept, strays = _without_floats([b for b in blocks if b.kind is not Kind.DATELINE])
        closing = 0 if first else _closers(kept)
        return cls(tuple(kept[:closing]), tuple(kept[closing:]), tuple(datelines), tuple(strays))

    @property
    def is_single_head(self) -> bool:
        """Whether there are lines on display, and no more than one headline has."""
        shown = displays(self.heads)
        signed = (
            any(b.kind is Kind.BYLINE for b in self.heads[shown[0] : shown[-1]]) if shown else False
        )
        return 0 < len(shown) <= MOST_HEADLINE_LINES and not signed


@frozen
class _Inside:
    """What stands between the paragraphs of one article, and they themselves.

    Attributes:
        own: Paragraphs, crossheads and what else is the article's.
        foreign: Runs of lines on display that are about another article.
        strays: Captions with their credits, pull quotes, tables.
    """

    own: tuple[Block, ...]
    foreign: tuple[list[Block], ...]
    strays: tuple[list[Block], ...]

    @classmethod
    def read(cls, blocks: Sequence[Block], topics: Topics, number: int, words: Words) -> _Inside:
        kept, strays = _without_floats(blocks)
        own: list[Block] = []
        foreign: list[list[Block]] = []
        run: list[Block] = []
        for block in [*kept, None]:
            if block is not None and block.kind is Kind.HEADLINE:
                run.append(block)
                continue
            if run and _is_foreign(run, topics, number, words):
                foreign.append(run)
            else:
                own.extend(evolve(one, kind=Kind.CROSSHEAD) for one in run)
            run = []
            if block is not None:
                own.append(block)
        return cls(tuple(own), tuple(foreign), tuple(strays))


def _topics(paragraphs: Sequence[int], cuts: list[Boundary], words: Words) -> list[frozenset[str]]:
    """The words of each body."""
    starts = starts_of(paragraphs, cuts)
    stops = [*starts[1:], len(paragraphs)][: len(starts)]
    return [union(words.passages[start:stop]) for start, stop in zip(starts, stops, strict=True)]


def _area_ends(
    rest: Sequence[Block], paragraphs: Sequence[int], cuts: list[Boundary]
) -> list[tuple[int, int]]:
    """For each article the stretch of blocks over it, and the one under the last."""
    areas = []
    for cut, at in zip(cuts, starts_of(paragraphs, cuts), strict=True):
        areas.append((paragraphs[at - 1] + 1 if at else 0, cut.index))
    areas.append((paragraphs[-1] + 1 if paragraphs else 0, len(rest)))
    return areas


def _without_floats(area: Sequence[Block]) -> tuple[list[Block], list[list[Block]]]:
    """Take out captions with their credits, pull quotes and tables."""
    kept: list[Block] = []
    strays: list[list[Block]] = []
    previous: Block | None = None
    for block in area:
        if block.kind in FLOATS:
            strays.append([block])
        elif (
            previous is not None
            and strays
            and block.is_picture_credit
            and previous is strays[-1][-1]
        ):
            strays[-1].append(block)
        else:
            kept.append(block)
        previous = block
    return kept, strays


def _closers(area: list[Block]) -> int:
    """How many of the first blocks close the article above."""
    shown = next(iter(displays(area)), len(area))
    closing = 0
    while closing < shown and area[closing].kind in CLOSERS:
        closing += 1
    return closing


def _is_foreign(run: list[Block], topics: Topics, number: int, words: Words) -> bool:
    title = union(words_of(block.text.text) for block in run)
    fits = topics.fits(title, words)
    here = fits.pop(number, 0.0)
    return max(fits.values(), default=0.0) > here + FOREIGN_GAIN


def _bring_home(plan: _Plan, bodies: list[_Body]) -> list[Draft]:
    """Put each unit over its body; those that have none stand alone."""
    alone: list[Draft] = []
    for unit, place, home in zip(plan.units, plan.places, plan.homes, strict=True):
        if unit.has_headline:
            free = place if place is not None and not bodies[place].head else None
            body = free if home is None else home
            if body is not None:
                bodies[body].head[:0] = unit.blocks
            else:
                alone.append(Draft(unit.blocks, ("a headline without a body",)))
        elif place is not None:
            bodies[place].head.extend(unit.blocks)
        elif bodies:
            bodies[-1].blocks.extend(unit.blocks)
        else:
            alone.append(Draft(unit.blocks, ("a credit without an article",)))
    return alone


def _bring_floats(
    floats: list[tuple[int, list[Block]]],
    bodies: list[_Body],
    alone: list[Draft],
    topics: Topics,
    words: Words,
) -> None:
    """Put captions, pull quotes and tables into the article they are about.

    Each comes with the number of the article above it. What stands over all
    articles (-1) is about any of them; else another's words must speak for it.
    """
    for above, blocks in floats:
        if not bodies:
            alone.append(Draft(tuple(blocks), ("a caption or table without an article",)))
            continue
        title = words_of(blocks[0].text.text)
        fits = topics.fits(title, words)
        place = max(0, above)
        gain = STRAY_GAIN if above >= 0 else 0.0
        best = max(fits, key=lambda i: (fits[i], -abs(i - place), -i), default=place)
        home = best if fits.get(best, 0.0) > fits.get(place, 0.0) + gain else place
        bodies[home].blocks.extend(blocks)

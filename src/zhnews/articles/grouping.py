"""Which blocks make one article? Cuts, headlines and strays put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import compress, pairwise

from attrs import define, evolve, field, frozen

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.boundaries import Boundary, find_boundaries
from zhnews.articles.captions import mark_last_captions
from zhnews.articles.fitting import fit_plan
from zhnews.articles.headlines import part_displays
from zhnews.articles.picture_news import split_picture_news
from zhnews.articles.plans import Plan
from zhnews.articles.portions import portions
from zhnews.articles.sheets import Sheet
from zhnews.articles.signatures import mark_openers, share_bylines
from zhnews.articles.table_news import split_table_news
from zhnews.articles.topics import Topics
from zhnews.articles.words import Words, words_of
from zhnews.chinese import fold
from zhnews.vocab import STANDARD, alternation

__all__ = ["Draft", "Found", "find_articles", "take_masthead"]

#: The least share of a stray's words, by weight, that a distant article must
#: have more than the one it stands in.
STRAY_GAIN = 0.15

#: What stands on a title page, above the contents: name, number, editors, address.
TITLE_PAGE = (Kind.HEADLINE, Kind.PARAGRAPH, Kind.BYLINE, Kind.LINK, Kind.SOURCE, Kind.CROSSHEAD)

#: What a title page says of the publisher without a stop is no longer, in characters.
LONGEST_IMPRINT = 40


@frozen
class Draft:
    """An article in outline.

    Attributes:
        blocks: Its blocks in reading order: its head, its text, what strayed.
        why: Why it begins where it does, the strongest reason first.
    """

    blocks: tuple[Block, ...]
    why: tuple[str, ...]


@frozen
class Found:
    """The page's blocks, each in one place.

    Attributes:
        drafts: The articles, and behind them what has no article and stands alone; a text
            longer than any page has these for each of its portions.
        furniture: What belongs to the page, as folio and masthead.
        contents: The page's table of contents.
    """

    drafts: tuple[Draft, ...]
    furniture: tuple[Block, ...]
    contents: tuple[Block, ...]


@define
class _Body:
    """An article in the making."""

    cut: Boundary
    head: list[Block] = field(factory=list)
    blocks: list[Block] = field(factory=list)

    def whole(self) -> list[Block]:
        """All its blocks, in reading order."""
        return [*self.head, *mark_last_captions(self.blocks)]


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
    drafts = (draft for portion in portions(blocks) for draft in _drafts_of(portion))
    return Found(tuple(drafts), furniture, contents)


def _drafts_of(blocks: Sequence[Block]) -> list[Draft]:
    """The articles of a page or a portion, and behind them what stands alone."""
    blocks, pictures = split_picture_news(blocks)
    blocks, tables = split_table_news(blocks)
    sheet = Sheet.of(mark_openers(blocks))
    found = find_boundaries(sheet)
    cuts = [*found[:1], *(cut for cut in found[1:] if not _is_note(sheet, cut))]
    alone = [Draft(picture, ("a rubric over a picture",)) for picture in pictures]
    alone += [Draft(table, ("a heading over a table",)) for table in tables]
    return [*_assemble(sheet, cuts), *alone]


def take_masthead(blocks: Sequence[Block]) -> Sequence[Block]:
    """Take for furniture the lines over a table of contents that are no running text.

    They are the masthead and what the title page says of the publisher.
    """
    contents = next((i for i, one in enumerate(blocks) if one.kind is Kind.CONTENTS), 0)
    if any(map(_is_running, blocks[:contents])):
        return blocks
    return [
        evolve(block, kind=Kind.FURNITURE) if i < contents and block.kind in TITLE_PAGE else block
        for i, block in enumerate(blocks)
    ]


def _is_running(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and (
        len(block.text) > LONGEST_IMPRINT or block.text.text[-1] in "。！？"
    )


def _is_note(sheet: Sheet, cut: Boundary) -> bool:
    """Whether what would begin with a cut is a note, which stands under the text it is about."""
    above = sheet.blocks[cut.index - 1 : cut.index]
    return (
        bool(above)
        and above[0].kind is not Kind.HEADLINE
        and _note().match(fold(sheet.blocks[cut.index].text.text)) is not None
    )


@cache
def _note() -> re.Pattern[str]:
    """How the notes of a paper or a report begin, over folded text."""
    words = alternation(STANDARD.table("labels").words_where("says", "note"))
    return re.compile(rf"[【\[(]?{words}[】\])]?\s?(?::|\Z)")


def _assemble(sheet: Sheet, cuts: list[Boundary]) -> list[Draft]:
    """Put headlines, bodies and strays together; what fits nowhere stands alone."""
    plan = Plan.make(sheet, cuts)
    if plan.is_sheet:
        cuts, plan = fit_plan(sheet, cuts, plan)
    elif not all(headed := plan.headed()):
        cuts = list(compress(cuts, headed))
        plan = Plan.make(sheet, cuts)
    bodies = [_Body(cut) for cut in cuts]
    for n, body in enumerate(bodies):
        above = plan.areas[n]
        body.blocks.extend((*above.datelines, *above.openers, *plan.inner[n].own))
        body.blocks.extend(plan.areas[n + 1].closers)
    alone = _bring_home(plan, bodies)
    alone += [
        Draft((block,), ("a dateline without an article",)) for block in plan.areas[-1].datelines
    ]
    floats = [(n - 1, stray) for n, area in enumerate(plan.areas) for stray in area.strays]
    floats += [(n, stray) for n, inside in enumerate(plan.inner) for stray in inside.strays]
    floats = _without_headed_tables(sheet, floats, alone)
    _bring_floats(floats, bodies, alone, plan.topics if plan.is_sheet else Topics([]), sheet.words)
    made = [body for body in bodies if body.head or body.blocks]
    articles = [body.whole() for body in made]
    if plan.is_sheet:
        articles = share_bylines(articles)
    why = [body.cut.reasons for body in made]
    return [*map(Draft, map(tuple, articles), why), *alone]


def _bring_home(plan: Plan, bodies: list[_Body]) -> list[Draft]:
    """Put headlines over their bodies, credits where they stand; return what has no article."""
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


def _without_headed_tables(
    sheet: Sheet, floats: list[tuple[int, list[Block]]], alone: list[Draft]
) -> list[tuple[int, list[Block]]]:
    """The strays that no headline without a body stands right over, as one over a table may.

    The others go to that headline's draft.
    """
    ends = {draft.blocks[-1].text.end: n for n, draft in enumerate(alone)}
    above = {
        block.text.start: before.text.end
        for before, block in pairwise(sheet.blocks)
        if block.kind is Kind.TABLE
    }
    kept: list[tuple[int, list[Block]]] = []
    for place, stray in floats:
        home = ends.get(above.get(stray[0].text.start, -1))
        if home is None:
            kept.append((place, stray))
        else:
            alone[home] = evolve(alone[home], blocks=(*alone[home].blocks, *stray))
    return kept


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
    Where no words are given, as in a digest, each stays where it stands.
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

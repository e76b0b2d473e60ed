"""What is on the page? A family of pages, a seed, and out comes raw text with its gold."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from attrs import evolve, frozen

from . import damage as harm
from . import names
from .articles import Article, bank
from .damage import Damage, broken_columns, printed
from .desk import Story, sign
from .furniture import Furniture, page_furniture
from .layout import any_doubling, any_setting, band_across, lines_of_page, paged, parted, sheet
from .markup import digest_page, markdown_page
from .signature import House
from .typesetting import Line, Setting, set_story

_NOT_ON_PAGES = frozenset({"paper", "digest"})


@frozen
class Page:
    """A page as it was extracted, and what a careful editor reads off it."""

    name: str
    raw: str
    gold: dict[str, Any]

    def write(self, folder: Path) -> None:
        """``<name>.txt`` and ``<name>.json`` in a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{self.name}.txt").write_text(self.raw, "utf-8", newline="")
        text = json.dumps(self.gold, ensure_ascii=False, indent=1)
        (folder / f"{self.name}.json").write_text(text, "utf-8")


Made = tuple[str, dict[str, Any]]
Family = Callable[[Random], Made]


def make_page(family: str, seed: int) -> Page:
    """One page of a family; the same page for the same seed.

    >>> make_page("native", 7) == make_page("native", 7)
    True
    """
    rng = Random(f"{family}:{seed}")
    raw, gold = FAMILIES[family](rng)
    name = f"{family}_{seed:04}"
    return Page(name, raw, {"doc": f"{name}.txt"} | gold)


# ---------------------------------------------------------------- what goes on a page


def _house(rng: Random, script: str = "hans") -> House:
    papers = {"hans": names.PAPERS, "hk": names.PAPERS_HK, "tw": names.PAPERS_TW}[script]
    paper, short = rng.choice(papers)
    return House(
        paper, short, script, rng.choice((" ", " ", "　")), rng.choice((" ", " ", "　", ""))
    )


def _choose(
    rng: Random, house: House, count: int, genres: frozenset[str] | None = None
) -> list[Article]:
    def fits(article: Article) -> bool:
        if genres is not None:
            return article.genre in genres
        if house.script == "hans":
            return not article.traditional and article.genre not in _NOT_ON_PAGES
        return article.genre.startswith(house.script)

    fitting = [article for article in bank() if fits(article)]
    return rng.sample(fitting, min(count, len(fitting)))


def _gold(
    stories: Sequence[Story], furniture: Furniture, contents: Sequence[str] = ()
) -> dict[str, Any]:
    lines = [*furniture.lines, *(line for story in stories for line in story.furniture)]
    return {
        "publication": furniture.publication,
        "issue_date": furniture.issue_date,
        "articles": [story.gold for story in stories],
        "furniture": lines,
        "contents": list(contents),
    }


def _with_jumps(story: Story, rng: Random) -> Story:
    """Sometimes a story goes on on another page, or comes from one."""
    if rng.random() > 0.12 or len(story.gold["paragraphs"]) < 2:
        return story
    jump = rng.choice(
        (
            "（下转第{}版）",
            "（下转{}版）",
            "（下转第{}版·要闻）",
            "（下转Ａ{}版）",
            "（上接第{}版）",
        )
    )
    jump = jump.format(rng.randint(2, 16))
    blocks = list(story.blocks)
    paragraphs = [i for i, block in enumerate(blocks) if block.kind == "para"]
    i = paragraphs[0] if "上接" in jump else paragraphs[-1]
    text = blocks[i].text
    if "上接" in jump and story.gold["dateline"]:
        return story
    blocks[i] = evolve(blocks[i], text=jump + text if "上接" in jump else text + jump)
    return evolve(story, blocks=tuple(blocks), furniture=(jump,))


def _stories(rng: Random, house: House, count: int, lose: float) -> list[Story]:
    stories = [sign(article, house, rng) for article in _choose(rng, house, count)]
    if house.script == "hans":
        stories = [_with_jumps(story, rng) for story in stories]
    return [
        story.without_head() if rng.random() < lose and story.gold["paragraphs"] else story
        for story in stories
    ]


# ---------------------------------------------------------------- pages in columns


def _columns(rng: Random, house: House, setting: Setting, damage: Damage, count: int) -> Made:
    stories = _stories(rng, house, count, lose=0.06)
    furniture = page_furniture(house, rng)
    heads = rng.choice(
        ("place", "place", "place", "place", "top", "top", "top", "foot", "foot", "mixed", "after")
    )
    lines = lines_of_page(stories, furniture, setting, rng, heads)
    lines = broken_columns(lines, damage, rng)
    raw = "\n".join(printed(lines, damage, rng)) + rng.choice(("", "\n"))
    return raw, _gold(stories, furniture)


def _harmed(made: Made, rng: Random, chance: float) -> Made:
    """Damage to single characters, on some pages."""
    raw, gold = made
    if rng.random() < chance:
        raw = harm.with_lookalikes(raw, rng, radicals=rng.random() < 0.7)
    if rng.random() < chance / 2:
        raw = harm.with_invisible(raw, rng)
    if rng.random() < chance / 2:
        raw = harm.with_full_width_digits(raw)
    return raw, gold


def _native(rng: Random) -> Made:
    damage = Damage(
        doubled=any_doubling(rng, 0.75),
        spaced=rng.choice((0, 0, 0.3, 1)),
        vertical=rng.choice((0, 0, 0.15)),
        blanks=rng.choice(("all", "all", "blocks", "some", "none")),
        indent=rng.choice(("", "", "　　", "    ")),
        height=rng.choice((0, 0, 23, 41)),
        column=rng.choice(("none", "blank", "repeat", "feed")),
        unspaced=rng.random() < 0.12,
        glued=rng.choice((0, 0, 0, 0.3)),
        table=rng.choice(("cells", "blank", "spaces", "wide")),
    )
    made = _columns(rng, _house(rng), any_setting(rng), damage, rng.randint(3, 8))
    return _harmed(made, rng, 0.2)


def _plain(rng: Random) -> Made:
    damage = Damage(
        doubled=any_doubling(rng, 0.35),
        spaced=rng.choice((0, 0, 0.5)),
        blanks=rng.choice(("none", "none", "some", "blocks")),
        indent=rng.choice(("", "", "　　", "  ")),
        height=rng.choice((0, 0, 30, 55)),
        column=rng.choice(("none", "blank", "rule")),
        table=rng.choice(("cells", "spaces", "tabs")),
    )
    setting = any_setting(rng, loose=rng.choice((0.0, 0.0, 0.05)))
    return _harmed(_columns(rng, _house(rng), setting, damage, rng.randint(4, 9)), rng, 0.08)


def _hant(rng: Random) -> Made:
    script = rng.choice(("hk", "tw"))
    damage = Damage(
        doubled=any_doubling(rng, 0.3),
        spaced=rng.choice((0, 0, 0.6)),
        vertical=rng.choice((0, 0, 0.3)),
        blanks=rng.choice(("none", "none", "blocks", "all")),
        indent=rng.choice(("", "", "　　")),
        table=rng.choice(("cells", "spaces", "tabs")),
    )
    setting = any_setting(rng, digits="")
    made = _columns(rng, _house(rng, script), setting, damage, rng.randint(3, 6))
    return _harmed(made, rng, 0.12)


def _vertical(rng: Random) -> Made:
    script = rng.choice(("hk", "tw", "hans"))
    damage = Damage(
        vertical=rng.choice((0.2, 1, 1)),
        blanks=rng.choice(("none", "none", "some")),
        indent=rng.choice(("", "　")),
        height=rng.choice((0, 19)),
        column="blank",
    )
    setting = any_setting(
        rng, width=rng.randint(8, 14), digits="", loose=0, narrow=0, indent=1, captions="place"
    )
    raw, gold = _columns(rng, _house(rng, script), setting, damage, rng.randint(2, 5))
    return harm.with_vertical_marks(raw), gold


def _briefs(rng: Random) -> Made:
    house = _house(rng)
    label = rng.choice(("简讯", "一句话新闻", "本市简讯", "短波", "速览", "要闻简报"))
    some = _choose(rng, house, rng.randint(5, 10), frozenset({"brief"}))
    stories = [sign(article, house, rng) for article in some]
    furniture = page_furniture(house, rng)
    setting = any_setting(rng, narrow=0)
    lines = lines_of_page(stories, furniture, setting, rng, "place")
    at = len(furniture.top)
    lines.insert(at, Line(label, "kicker", 99))
    stories[0].gold["kicker"] = label
    if rng.random() < 0.3:
        mark = rng.choice("●▲◆■★")
        starts = {line.block for line in lines if line.kind == "head"}
        marked = []
        for line in lines:
            first = line.block in starts and line.kind == "head"
            starts.discard(line.block)
            marked.append(evolve(line, text=mark + line.text) if first else line)
        lines = marked
    damage = Damage(
        doubled=any_doubling(rng, 0.3),
        blanks=rng.choice(("none", "blocks", "some", "all")),
        indent=rng.choice(("", "　　")),
    )
    return "\n".join(printed(lines, damage, rng)), _gold(stories, furniture)


# ---------------------------------------------------------------- columns read across


def _hard(rng: Random) -> Made:
    house = _house(rng, rng.choice(("hans", "hans", "hk", "tw")))
    stories = _stories(rng, house, rng.randint(3, 5), lose=0.0)
    furniture = page_furniture(house, rng)
    collapsed = rng.random() < 0.3
    ruler = rng.choice(("cells", "half", "full"))
    narrow = rng.choice((0, 0.2))
    if rng.random() < 0.3:
        return _hard_sheet(stories, furniture, rng, collapsed, ruler), _gold(stories, furniture)
    lines: list[str] = list(furniture.top)
    left = list(stories)
    number = 1
    while left:
        across = 1 if rng.random() < 0.6 else min(len(left), rng.randint(2, 3))
        band, left = left[:across], left[across:]
        columns = rng.randint(2, 3)
        width = rng.randint(13, 22)
        setting = Setting(width=width, head_width=width, narrow=narrow, loose=0.03)
        sets = []
        for story in band:
            sets.append(set_story(story, 100 * number, setting, rng))
            number += 1
        lines += band_across(sets, columns, width, collapsed=collapsed, ruler=ruler, rng=rng)
        if rng.random() < 0.6:
            lines.append("")
    lines += furniture.bottom
    if rng.random() < 0.25:
        lines = [part for line in lines for part in (line, "")]
    return "\n".join(lines), _gold(stories, furniture)


def _hard_sheet(
    stories: Sequence[Story], furniture: Furniture, rng: Random, collapsed: bool, ruler: str
) -> str:
    """Stories one after the other through the columns of a page."""
    width = rng.randint(12, 20)
    setting = Setting(width=width, head_width=width, narrow=0)
    lines = lines_of_page(stories, Furniture(), setting, rng, "place")
    texts = printed(lines, Damage(indent="" if collapsed else "    ", table="spaces"), rng)
    middle = sheet(texts, rng.randint(2, 4), rng, collapsed, ruler)
    return "\n".join([*furniture.top, *middle, *furniture.bottom])


# ---------------------------------------------------------------- text without columns


def _archive(rng: Random) -> Made:
    """One paragraph a line, as databases give it."""
    house = _house(rng, rng.choice(("hans", "hans", "hans", "hk", "tw")))
    stories = _stories(rng, house, rng.randint(3, 12), lose=rng.choice((0, 0, 0.2)))
    furniture = page_furniture(house, rng) if rng.random() < 0.4 else Furniture()
    setting = Setting(width=0, captions="place")
    lines = lines_of_page(stories, furniture, setting, rng, "place")
    damage = Damage(
        blanks=rng.choice(("none", "blocks")),
        indent=rng.choice(("", "　　", "    ")),
        table=rng.choice(("tabs", "spaces")),
    )
    texts = printed(lines, damage, rng)
    if damage.blanks == "none" and rng.random() < 0.6:
        texts = parted(lines, damage, rng)
    return "\n".join(texts) + "\n", _gold(stories, furniture)


def _ocr(rng: Random) -> Made:
    house = _house(rng, rng.choice(("hans", "hans", "hans", "hk", "tw")))
    stories = _stories(rng, house, rng.randint(3, 8), lose=0.03)
    furniture = page_furniture(house, rng)
    raw = markdown_page(stories, furniture, rng)
    if rng.random() < 0.5 and house.script == "hans":
        raw = harm.with_half_width_marks(raw)
    return raw, _gold(stories, furniture)


def _digest(rng: Random) -> Made:
    genres = frozenset({"digest", "news", "comment", "paper", "foreign", "leader"})
    house = House("", "本报", "hans")
    articles = [a for a in _choose(rng, house, 24, genres) if not a.traditional]
    chosen = articles[: rng.randint(4, 12)]
    stories, furniture, contents, raw = digest_page(chosen, house, rng)
    if rng.random() < 0.3:
        raw = harm.with_half_width_marks(raw)
    return raw, _gold(stories, furniture, contents)


def _paper(rng: Random) -> Made:
    house = _house(rng)
    chosen = _choose(rng, house, rng.randint(1, 3), frozenset({"paper"}))
    stories = [sign(article, house, rng) for article in chosen]
    furniture = page_furniture(house, rng)
    if rng.random() < 0.35:
        return markdown_page(stories, furniture, rng), _gold(stories, furniture)
    setting = any_setting(rng, width=rng.choice((16, 20, 24, 34, 40)))
    damage = Damage(
        blanks=rng.choice(("none", "all", "blocks")),
        indent=rng.choice(("", "　　")),
        height=rng.choice((0, 38)),
        column="blank",
        table=rng.choice(("spaces", "tabs", "cells", "wide")),
    )
    lines = broken_columns(lines_of_page(stories, furniture, setting, rng, "place"), damage, rng)
    gold = _gold(stories, furniture)
    if rng.random() < 0.4:
        running = rng.choice((house.paper, f"{stories[0].gold['headline']}", f"{house.paper} 理论"))
        lines, added = paged(lines, running, rng.randint(25, 45), rng)
        gold["furniture"] += added
    return "\n".join(printed(lines, damage, rng)), gold


def _mixed(rng: Random) -> Made:
    """Pages of several kinds in one text, with something between them."""
    made: list[Made] = []
    seen: set[str] = set()
    wanted = rng.randint(2, 3)
    while len(made) < wanted:
        raw, gold = rng.choice((_native, _plain, _ocr, _archive, _paper))(rng)
        bodies = {"".join(article["paragraphs"]) for article in gold["articles"]}
        if seen.isdisjoint(bodies):
            made.append((raw, gold))
            seen |= bodies
        else:
            wanted = max(2, wanted - 1)
    between = rng.choice(("\n\n", "\n\f\n", "\n---\n", "\n\n\n\n"))
    golds = [gold for _, gold in made]
    first = golds[0]
    return between.join(raw for raw, _ in made), {
        "publication": next((g["publication"] for g in golds if g["publication"]), None),
        "issue_date": next((g["issue_date"] for g in golds if g["issue_date"]), None),
        "articles": [article for gold in golds for article in gold["articles"]],
        "furniture": [line for gold in golds for line in gold["furniture"]],
        "contents": first["contents"],
    }


FAMILIES: dict[str, Family] = {
    "native": _native,
    "plain": _plain,
    "ocr": _ocr,
    "digest": _digest,
    "hant": _hant,
    "hard": _hard,
    "archive": _archive,
    "vertical": _vertical,
    "briefs": _briefs,
    "paper": _paper,
    "mixed": _mixed,
}

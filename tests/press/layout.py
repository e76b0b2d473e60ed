"""How does a page hang together? Stories, furniture and floats in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from attrs import evolve

from . import damage as harm
from .damage import Damage, printed, side_by_side
from .desk import Story
from .furniture import Furniture
from .typesetting import Line, Setting, set_story


def lines_of_page(
    stories: Sequence[Story], furniture: Furniture, setting: Setting, rng: Random, heads: str
) -> list[Line]:
    top = [Line(text, "furniture", -1 - i) for i, text in enumerate(furniture.top)]
    bottom = [Line(text, "furniture", -91 - i) for i, text in enumerate(furniture.bottom)]
    above: list[list[Line]] = []
    bodies: list[Line] = []
    floats: list[Line] = []
    for number, story in enumerate(stories):
        head, body, floating = set_story(story, 100 * (number + 1), setting, rng)
        floats.extend(floating)
        if heads == "place" or (heads == "mixed" and rng.random() < 0.6):
            bodies.extend([*head, *body])
        elif heads == "after":
            bodies.extend([*body, *head])
        else:
            above.append(head)
            bodies.extend(body)
    if above and rng.random() < 0.25:
        rng.shuffle(above)
    heads_apart = [line for head in above for line in head]
    if heads == "foot":
        return [*top, *bodies, *floats, *heads_apart, *bottom]
    return [*top, *heads_apart, *bodies, *floats, *bottom]


def any_setting(rng: Random, **changes: Any) -> Setting:
    width = rng.choice((6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 34, 38, 45))
    return evolve(
        Setting(
            width=width,
            head_width=rng.choice((7, 9, 12, 16, 20, 30)),
            narrow=rng.choice((0.0, 0.2, 0.5)),
            loose=rng.choice((0.0, 0.02, 0.1, 0.3)),
            digits=rng.choice(("", "", "both", "after", "some")),
            hang=rng.random() < 0.5,
            captions=rng.choice(("place", "place", "inside", "end")),
        ),
        **changes,
    )


def any_doubling(rng: Random, some: float) -> dict[str, harm.Doubling]:
    if rng.random() > some:
        return {}
    how = rng.choice(harm.USUAL if rng.random() < 0.85 else harm.DOUBLINGS)
    kinds = [kind for kind in ("byline", "crosshead", "caption", "photo") if rng.random() < 0.45]
    chosen = dict.fromkeys(("head", *kinds), how)
    if rng.random() < 0.2:
        chosen["furniture"] = how
    if rng.random() < 0.1:
        del chosen["head"]
    return chosen


def band_across(
    sets: Sequence[tuple[list[Line], list[Line], list[Line]]],
    columns: int,
    width: int,
    *,
    collapsed: bool,
    ruler: str,
    rng: Random,
) -> list[str]:
    damage = Damage(indent="" if collapsed else "    ", table="spaces")
    if len(sets) == 1:
        head, body, _ = sets[0]
        texts = printed(body, damage, rng)
        height = -(-len(texts) // columns)
        parts = [texts[i : i + height] for i in range(0, len(texts), height)]
        over = [
            text.center(width * columns) if not collapsed else text
            for text in printed(head, damage, rng)
        ]
        return [*over, *side_by_side(parts, rng, collapsed, ruler)]
    parts = [printed([*head, *body], damage, rng) for head, body, _ in sets]
    return side_by_side(parts, rng, collapsed, ruler)


def parted(lines: Sequence[Line], damage: Damage, rng: Random) -> list[str]:
    """A blank line between articles."""
    texts: list[str] = []
    before = None
    for line in lines:
        story = line.block // 100 if line.block > 0 else line.block
        if before is not None and story != before:
            texts.append("")
        before = story
        texts.extend(printed([line], damage, rng))
    return texts


def paged(
    lines: Sequence[Line], running: str, height: int, rng: Random
) -> tuple[list[Line], list[str]]:
    """Lines with a running head and a page number after every so many, and what was put in."""
    form = rng.choice(("{}", "- {} -", "· {} ·", "第 {} 页", "—{}—"))
    number = rng.randint(2, 60)
    result: list[Line] = []
    added: list[str] = []
    for count, line in enumerate(lines, 1):
        result.append(line)
        if count % height or count == len(lines):
            continue
        for text in (form.format(number), running):
            result.append(Line(text, "furniture", -200 - len(added)))
            added.append(text)
        number += 1
    return result, added


def sheet(
    lines: Sequence[str], columns: int, rng: Random, collapsed: bool, ruler: str
) -> list[str]:
    """A whole page of lines cut into columns of one height, and read across."""
    height = -(-len(lines) // columns)
    return side_by_side(
        [lines[i : i + height] for i in range(0, len(lines), height)], rng, collapsed, ruler
    )

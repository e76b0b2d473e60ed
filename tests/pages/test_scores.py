"""The scored documents: no change makes them worse, and some mistakes are never made."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random

import pytest

from pages.scores import CEILINGS, FLOORS, ROWS, measured, read_floors, scorer
from zhnews import find_credits, repair_text
from zhnews.page import read_page

PAGES = Path(__file__).parent
GOLD = sorted([*(PAGES / "gold").glob("*.json"), *(PAGES / "given").glob("*.json")])
BOUNDS = read_floors()

#: What twenty joined articles are cut apart again to, at the least, with their
#: headlines and without. Raise them with the floors.
JOINED = 0.99
JOINED_WITHOUT = 0.8

#: A run of two characters or more that stands twice, one copy after the other.
_TWICE = re.compile(r"([\u4e00-\u9fff]{3,12}?)\1")


def golds() -> list[dict[str, object]]:
    """What an editor read off each document."""
    return [json.loads(path.read_text("utf-8")) for path in GOLD]


def gold_paragraphs() -> list[str]:
    """The running text of all documents."""
    return [
        text
        for gold in golds()
        for article in gold["articles"]  # type: ignore[attr-defined]
        for text in article["paragraphs"]
    ]


@pytest.mark.parametrize("row", ROWS)
def test_no_score_falls_under_its_floor(row: str) -> None:
    """A better rule for one page must not cost another; see floors.tsv."""
    metrics = measured(row)
    fallen = {
        metric: (metrics[metric], floor)
        for metric, floor in BOUNDS[row].items()
        if metric in FLOORS and (metrics[metric] or 0.0) < floor
    }

    assert fallen == {}


@pytest.mark.parametrize("row", ROWS)
def test_no_mistake_rises_over_its_ceiling(row: str) -> None:
    """What is invented, lost, or leaks from the page's furniture stays as rare as it was."""
    metrics = measured(row)
    risen = {
        metric: (metrics[metric], ceiling)
        for metric, ceiling in BOUNDS[row].items()
        if metric in CEILINGS and (metrics[metric] or 0.0) > ceiling
    }

    assert risen == {}


def test_every_row_has_its_floors() -> None:
    """A family of pages that is added is scored."""
    assert set(BOUNDS) == set(ROWS)


# ---------------------------------------------------------------- silence


def test_repair_is_silent_on_the_gold_s_paragraphs() -> None:
    """Of clean text fewer than one character in 100,000 is dropped or changed."""
    raw = "\n".join(dict.fromkeys(gold_paragraphs()))
    page = repair_text(raw)
    touched = sum(len(drop.span) for drop in page.dropped) + len(page.changes)

    assert touched * 100_000 < len(raw)


def test_running_text_names_no_author() -> None:
    """The gold has taken all credits out of the paragraphs: none is left to be found."""
    found = [
        (credit.name.text, text) for text in gold_paragraphs() for credit in find_credits(text)
    ]

    assert found == []


def printed(form: object) -> list[str]:
    """All texts of a plain form."""
    if isinstance(form, str):
        return [form]
    if isinstance(form, dict):
        return [text for part in form.values() for text in printed(part)]
    return [text for part in form for text in printed(part)] if isinstance(form, list) else []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem[:3])
def test_no_doubled_glyphs_are_left(path: Path) -> None:
    """What stands twice in a field stands twice in what the editor read: 研究研究."""
    folder = PAGES.parents[1] / "seeds" if path.parent.name == "gold" else path.parent
    raw = (folder / f"{path.stem}.txt").read_bytes().decode("utf-8")
    wanted = "".join("".join(text.split()) for text in printed(json.loads(path.read_text("utf-8"))))
    left = [
        found.group()
        for text in printed(read_page(raw).to_dict())
        for found in _TWICE.finditer("".join(text.split()))
        if found.group() not in wanted
    ]

    assert left == []


# ---------------------------------------------------------------- articles joined


def joined(seed: int, *, headlines: bool) -> tuple[dict[str, object], str]:
    """Twenty articles of the gold in random order, one paragraph a line."""
    articles = [
        article
        for gold in golds()
        for article in gold["articles"]  # type: ignore[attr-defined]
        if article["headline"] and len("".join(article["paragraphs"])) > 150
    ]
    chosen = Random(seed).sample(articles, 20)
    lines: list[str] = []
    for article in chosen:
        lines += [article["headline"]] if headlines else []
        lines += article["paragraphs"]
    wanted = [
        {
            "headline": article["headline"] if headlines else None,
            "paragraphs": article["paragraphs"],
        }
        for article in chosen
    ]
    return {"articles": wanted}, "\n".join(lines)


def joined_score(*, headlines: bool) -> float:
    """How many of the articles come out whole, over five pages."""
    score = scorer()
    counts = []
    for seed in range(5):
        gold, raw = joined(seed, headlines=headlines)
        wanted = score.Document.from_json(gold)
        given = score.Document.from_json(read_page(raw).to_dict())
        counts.append(score.count_document(wanted, given))
    value: float = score.measure(score.add_counts(counts))["article_f1"]
    return value


def test_joined_articles_are_cut_apart_at_their_headlines() -> None:
    """An archive file of twenty articles, one after the other."""
    assert joined_score(headlines=True) >= JOINED


def test_joined_articles_are_cut_apart_without_headlines() -> None:
    """The words change from one article to the next, and leads begin them."""
    assert joined_score(headlines=False) >= JOINED_WITHOUT

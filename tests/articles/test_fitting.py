"""Headlines away from their bodies: they say where articles begin, and the other way round."""

from __future__ import annotations

import pytest

from typeset import (
    BYLINES,
    LIBRARY,
    ON_LIBRARY,
    ON_STORM,
    ON_WHEAT,
    STORM,
    WHEAT,
    column,
    headlines,
    read,
)

#: The same reports without the dateline that would tell where they begin.
BARE = [
    column(text[0].split("电")[-1].split("讯")[-1].strip(), *text[1:])
    for text in (WHEAT, STORM, LIBRARY)
]


def test_a_headline_tells_where_the_second_article_begins() -> None:
    """Nothing in the text says it, but one headline is about its second half."""
    page = read(*BARE, ON_WHEAT, BYLINES[0], ON_STORM, BYLINES[1], ON_LIBRARY, BYLINES[2])

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY]
    assert [len(article.paragraphs) for article in page.articles] == [2, 2, 2]


@pytest.mark.parametrize("gap", ["  ", "　"])
def test_two_headlines_on_one_line_are_two(gap: str) -> None:
    """They stand side by side on the page, and the extraction read across."""
    page = read(*BARE, f"{ON_WHEAT}{gap}{ON_LIBRARY}", ON_STORM)

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY]


def test_two_lines_of_one_headline_stay_together() -> None:
    """Both are about one text."""
    page = read(*BARE, "全国小麦播种面积", "增加二百万亩", BYLINES[0], ON_STORM, ON_LIBRARY)

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY]


def test_stacked_headlines_without_bylines_are_parted_by_what_they_are_about() -> None:
    """One type, one width, no space between them."""
    page = read(f"{ON_LIBRARY}\n{ON_WHEAT}\n{ON_STORM}", *BARE)

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY]


@pytest.mark.parametrize("abbreviated", ["桃树怎样躲过寒潮", "桃区注意霜害"])
def test_a_headline_that_abbreviates_is_about_the_body_with_its_characters(
    abbreviated: str,
) -> None:
    """It has no word of the text, but 桃 and 寒 stand nowhere else on the page."""
    orchard = column("本报讯　气象人员说，今夜起气温骤降，后山桃农要提早覆盖果园，熏烟驱寒。")
    whole = [column(*text) for text in (WHEAT, STORM, LIBRARY)]
    above = [abbreviated, ON_LIBRARY] if "寒" in abbreviated else [ON_LIBRARY, abbreviated]
    page = read("\n".join((*above, ON_WHEAT, ON_STORM)), *whole, orchard)

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY, abbreviated]


def test_a_headline_about_nothing_on_the_page_takes_no_body() -> None:
    """What the page does not say is None: a stranger's headline is not lent."""
    page = read(*BARE[:2], "足球联赛今晚在省城揭幕", BYLINES[2], ON_STORM, BYLINES[1])

    found = {str(article.headline): len(article.paragraphs) for article in page.articles}
    assert found["足球联赛今晚在省城揭幕"] == 0
    assert found[ON_STORM] == 2

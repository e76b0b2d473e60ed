"""Lists of what stands inside."""

from __future__ import annotations

import pytest

from zhnews.articles.contents import find_contents
from zhnews.page import read_page
from zhnews.repair.lines import split_lines


def entries(raw: str) -> list[str]:
    """The titles that the page lists."""
    return [
        block.text.text
        for found in find_contents(split_lines(raw))
        for block in found.blocks
        if block.kind.value == "contents"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("海岛医生的三十年 5版", "一条河的重生 8版"),
        ("海岛医生的三十年（5版）", "一条河的重生（8版）"),
        ("海岛医生的三十年 →A05版", "一条河的重生 →A08版"),
        ("海岛医生的三十年（详见第5版）", "一条河的重生（详见第8版）"),
        ("5版 海岛医生的三十年", "8版 一条河的重生"),
        ("A05 | 海岛医生的三十年", "A08 | 一条河的重生"),
    ],
)
def test_a_front_page_lists_what_stands_inside(lines: tuple[str, ...]) -> None:
    """The heading says that titles with pages follow, wherever the page stands."""
    assert entries("\n".join(("今日导读", *lines, "春耕备耕"))) == [
        "海岛医生的三十年",
        "一条河的重生",
    ]


def test_without_a_heading_two_titles_with_pages_are_no_contents() -> None:
    """A jump line ends with its page too."""
    assert entries("海岛医生的三十年 5版\n一条河的重生 8版\n春耕备耕") == []
    assert entries("（下转 5版）\n（下转 8版）\n（上接 1版）") == []


def test_what_is_listed_is_in_no_article() -> None:
    """The titles belong to other pages."""
    page = read_page(
        "导读\n海岛医生的三十年 5版\n一条河的重生 8版\n春耕备耕全面展开\n"
        "本报讯（记者 李敏）截至3月5日，全县已备足化肥1.2万吨。\n"
    )

    assert [block.text.text for block in page.contents] == ["海岛医生的三十年", "一条河的重生"]
    assert [article.headline and article.headline.text for article in page.articles] == [
        "春耕备耕全面展开"
    ]

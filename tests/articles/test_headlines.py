"""Headlines: which body they are about, and what their lines are."""

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
    kinds,
    read,
)
from zhnews.articles.blocks import Block, Kind
from zhnews.articles.headlines import part_displays
from zhnews.articles.roles import BROKEN_WORD
from zhnews.excerpt import Excerpt

BODIES = (column(*WHEAT), column(*STORM), column(*LIBRARY))
SOCCER = column(
    "足球联赛昨晚在省城揭幕，三万名球迷到场，主队以二比一战胜客队，取得赛季首场胜利。",
    "主教练赛后说，球队的体能好于去年，年轻球员的表现让人满意，下一轮客场仍要争取得分。",
)
SIGNED = [
    f"{head}\n{by}\n" for head, by in zip((ON_WHEAT, ON_STORM, ON_LIBRARY), BYLINES, strict=True)
]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_headlines_left_at_the_top_go_home(order: tuple[int, ...]) -> None:
    """The extraction wrote all of them first; each names what its body is about."""
    page = read(*(SIGNED[i] for i in order), *BODIES)

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_headlines_left_at_the_foot_go_home(order: tuple[int, ...]) -> None:
    """Display type is often drawn last."""
    page = read(*BODIES, *(SIGNED[i] for i in order))

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY]


def test_a_headline_over_its_body_stays_there() -> None:
    """As on most pages."""
    page = read(ON_WHEAT, BODIES[0], ON_STORM, BODIES[1], ON_LIBRARY, BODIES[2])

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY]


def test_headlines_may_stand_under_their_bodies() -> None:
    """Some extractors write the display type of a box after its text."""
    page = read(BODIES[0], ON_WHEAT, BODIES[1], ON_STORM, BODIES[2], ON_LIBRARY)

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY]


def test_a_page_without_headlines_is_given_none() -> None:
    """What the page does not say is None."""
    assert headlines(read(*BODIES)) == [None, None, None]


def test_a_headline_about_nothing_else_on_the_page_stays_alone() -> None:
    """Its body was on a picture, or on another page: it does not go to a stranger."""
    page = read(ON_WHEAT, BODIES[0], "足球联赛今晚在省城揭幕", "本报记者 孙亮", ON_STORM, BODIES[1])
    alone = [article for article in page.articles if not article.paragraphs]

    assert headlines(page)[:2] == [ON_WHEAT, ON_STORM]
    assert [kinds(article) for article in alone] == [["headline", "byline"]]


def test_a_short_line_over_a_headline_is_its_kicker() -> None:
    """引题: a column's name, in smaller type."""
    article = read("春耕一线", ON_WHEAT, "本报记者 李敏", BODIES[0]).articles[0]

    assert article.kicker is not None
    assert (article.kicker.text, str(article.headline)) == ("春耕一线", ON_WHEAT)


def test_a_line_that_begins_with_a_dash_is_the_deck() -> None:
    """副题: ——农业农村部负责人谈春耕."""
    article = read(ON_WHEAT, "——农业农村部负责人谈春耕", "本报记者 李敏", BODIES[0]).articles[0]

    assert [deck.text for deck in article.decks] == ["——农业农村部负责人谈春耕"]


def test_a_headline_in_two_lines_is_one_headline() -> None:
    """The first line ends with a comma: the second goes on with it."""
    article = read("春灌春管不松劲，", "小麦播种面积增加", "本报记者 李敏", BODIES[0]).articles[0]

    assert str(article.headline) == "春灌春管不松劲，小麦播种面积增加"


def test_what_belongs_to_one_headline_goes_home_with_it() -> None:
    """Kicker, headline, deck and byline stand together wherever they stand."""
    unit = f"防灾减灾\n{ON_STORM}\n——沿海居民转移四千人\n本报记者 王芳\n"
    page = read(*BODIES[:2], unit)
    article = page.articles[1]

    assert kinds(article)[:4] == ["kicker", "headline", "deck", "byline"]


def test_headlines_of_one_type_that_touch_are_three() -> None:
    """Each is about a text of its own, though nothing stands between them."""
    page = read(f"# {ON_WHEAT}", f"# {ON_STORM}", f"# {ON_LIBRARY}", *BODIES)

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY]


def test_no_character_of_a_parted_display_is_lost() -> None:
    """A byline at the end of a headline's line becomes a block of its own."""
    line = Block(Kind.HEADLINE, Excerpt.of("小麦播种面积增加二百万亩 本报记者 李敏"))
    parts = part_displays([line])

    assert [part.kind for part in parts] == [Kind.HEADLINE, Kind.BYLINE]
    assert "".join(part.text.text for part in parts) == line.text.text.replace("亩 ", "亩")


def test_the_end_of_a_headlines_last_word_is_no_author() -> None:
    """一张 stands across the break; under a headline that is whole stands a name."""
    broken, whole = (
        part_displays([Block(Kind.HEADLINE, Excerpt.of(line)) for line in (head, "张车票")])
        for head in ("旧书里的一", "测绘仪器进课堂")
    )

    assert [block.kind for block in broken] == [Kind.HEADLINE, Kind.HEADLINE]
    assert [block.kind for block in whole] == [Kind.HEADLINE, Kind.BYLINE]


def part(*lines: str) -> list[tuple[str, str]]:
    """The kinds and texts of lines on display once they are parted."""
    parts = part_displays([Block(Kind.HEADLINE, Excerpt.of(line)) for line in lines])
    return [(part.kind.value, part.text.text) for part in parts]


@pytest.mark.parametrize("rest", ["何时休", "白衣方阵撸"])
def test_what_goes_on_from_an_open_line_is_no_author(rest: str) -> None:
    """A line that ends with 的 is not whole, and two names are set apart."""
    assert part("水库除险加固饮水更", "安心") == [
        ("headline", "水库除险加固饮水更"),
        ("headline", "安心"),
    ]
    above = "霓虹灯下的" if len(rest) < 4 else "少儿戏曲周末开锣"

    assert part(above, rest) == [("headline", above), ("headline", rest)]


@pytest.mark.parametrize(
    ("lines", "go_on"),
    [
        (("乡镇图书馆“空", "而冷”的现状与出路"), [False, True]),
        (("护林员说“山林", "五十年来一直", "是自家的院子”"), [False, True, True]),
        (("县文化馆推出夜间开", "放服务市民点赞"), [False, True]),
        (("“夜经济”观察", "旧厂房里办起“深夜食堂”"), [False, False]),
        (("古城观察", "镇上开了新书店"), [False, False]),
    ],
)
def test_a_headline_goes_on_in_a_quotation_or_a_word(
    lines: tuple[str, ...], go_on: list[bool]
) -> None:
    """A column narrower than its headline breaks it anywhere; no part of it begins there."""
    parts = part_displays([Block(Kind.HEADLINE, Excerpt.of(line)) for line in lines])

    assert [BROKEN_WORD in block.marks for block in parts] == go_on


def test_a_byline_behind_its_mark_is_none_of_the_headline() -> None:
    """■ stands before who wrote; the extraction left no space."""
    assert part("机器看得快还要人来拍板■本报记者谢桥") == [
        ("headline", "机器看得快还要人来拍板"),
        ("byline", "■本报记者谢桥"),
    ]


@pytest.mark.parametrize("lines", [("“板凳先生”走", "了"), ("地方书写", "守", "井", "人")])
def test_one_character_alone_ends_a_headline_or_is_set_upright(lines: tuple[str, ...]) -> None:
    """Neither 了 nor 井 is a headline; the column's name over 守 is whole."""
    page = read(*lines, BODIES[0])
    title = "".join(lines[-3:]) if len(lines) > 2 else "".join(lines)

    assert headlines(page) == [title]


def test_a_short_line_under_a_columns_name_is_no_second_kicker() -> None:
    """What leads in to a headline says more than three characters do."""
    kinds_of = [
        (block.kind, block.text.text)
        for article in read("地方书写", "守井人", ON_WHEAT, BODIES[0]).articles
        for block in article.blocks
    ]

    assert (Kind.KICKER, "地方书写") in kinds_of
    assert (Kind.KICKER, "守井人") not in kinds_of


def test_a_part_of_the_page_may_have_its_headlines_under_the_bodies() -> None:
    """Two pages in one text, each read in its own way."""
    page = read(
        BODIES[0], ON_WHEAT, BODIES[1], ON_STORM, BODIES[2], ON_LIBRARY, "足球联赛开幕", SOCCER
    )

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY, "足球联赛开幕"]


def test_headlines_set_upright_that_touch_are_two() -> None:
    """A character a line, and no space where one ends."""
    page = read("\n".join(ON_WHEAT + ON_STORM), *BODIES[:2])

    assert headlines(page) == [ON_WHEAT, ON_STORM]


def test_what_stands_over_a_reporter_s_dateline_is_no_author() -> None:
    """新市民公寓开放 / 申请: no article is signed twice."""
    dateline = Block(Kind.DATELINE, Excerpt.of("中新社渠阳8月4日电（记者 葛根）"))
    lines = [Block(Kind.HEADLINE, Excerpt.of(line)) for line in ("新市民公寓开放", "申请")]

    assert [one.kind for one in part_displays([*lines, dateline])][1] is Kind.HEADLINE
    assert [one.kind for one in part_displays(lines)][1] is Kind.BYLINE

"""Which blocks make one article: strays, furniture, speakers, and all of them once."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from typeset import (
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
from zhnews.articles import Block, Kind, find_articles
from zhnews.excerpt import Excerpt

TEXTS = (
    "全国小麦播种面积增加",
    "台风登陆泽川，渔船回港。",
    "本报记者 李敏",
    "图为图书馆",
    "（赵强）",
)

#: Two reports; the caption between them belongs to the second.
STRAYED = (
    "台风“银河”登陆泽川",
    column(*STORM),
    "图为图书馆新馆的盲文阅览室，读者在借书。 孙亮 摄",
    "临沣市图书馆新馆开馆",
    column(*LIBRARY),
)

#: Books, and what is said of them.
BOOKS = (
    ("麦田里的中国 李麦 著", "作者走了十二个产麦大县，记下农人的一年四季，读来亲切。"),
    ("风暴之眼 王澜 著", "一位气象工作者三十年的观测笔记，写出台风的脾气。"),
)


@given(
    st.lists(st.tuples(st.sampled_from(list(Kind)), st.sampled_from(TEXTS)), max_size=20),
)
@settings(max_examples=200)
def test_every_block_goes_to_one_place(given_blocks: list[tuple[Kind, str]]) -> None:
    """Whatever stands beside whatever: no block is lost, none is in two articles."""
    places = itertools.accumulate((len(text) + 1 for _, text in given_blocks), initial=0)
    blocks = [
        Block(kind, Excerpt.of(text, start))
        for (kind, text), start in zip(given_blocks, places, strict=False)
    ]
    found = find_articles(blocks)
    drafts = [block for draft in found.drafts for block in draft.blocks]
    spans = [
        span for one in (*drafts, *found.furniture, *found.contents) for span in one.text.spans
    ]

    assert sorted(place for span in spans for place in range(span.start, span.end)) == [
        place
        for block in blocks
        for span in block.text.spans
        for place in range(span.start, span.end)
    ]


def test_what_stands_over_the_contents_is_the_masthead() -> None:
    """The periodical's name and number are the page's, no article's."""
    page = read(
        "泽川观察",
        "第12期",
        "目录",
        "全国小麦播种面积增加……1",
        "台风“银河”登陆泽川……5",
        "临沣市图书馆新馆开馆……9",
        "全国小麦播种面积增加",
        column(WHEAT[0][17:]),
        "台风“银河”登陆泽川",
        column(STORM[0][10:]),
    )

    assert [block.text.text for block in page.furniture][:2] == ["泽川观察", "第12期"]
    assert len(page.contents) == 3
    assert headlines(page) == ["全国小麦播种面积增加", "台风“银河”登陆泽川"]


def test_a_title_page_is_the_page_s_whatever_its_lines_look_like() -> None:
    """Cover, publisher and editors stand before the contents; no article does."""
    imprint = ("信息服务", "临沣市图书馆", "（地方文献部）", "编辑单位:", "地址:", "学府路 8 号")
    page = read(
        *imprint,
        "目录",
        *(f"{title}\t{at}" for at, title in enumerate((ON_WHEAT, ON_STORM, ON_LIBRARY), 1)),
        ON_WHEAT,
        column(WHEAT[0][17:]),
    )

    assert [block.text.text for block in page.furniture] == [*imprint, "目录"]
    assert headlines(page) == [ON_WHEAT]


#: A digest: each item has its headline and its source over it.
DIGEST = (
    (ON_WHEAT, "农民日报 2023-03-05", "小麦返青进度", *WHEAT),
    (ON_STORM, "泽川日报 2023-03-06", *STORM, "图1：小麦播种面积"),
    (ON_LIBRARY, "临沣晚报 2023-03-07", *LIBRARY, "台风“银河”中的图书馆", LIBRARY[1]),
)


def test_in_a_digest_everything_stays_in_the_item_it_stands_in() -> None:
    """No headline stands away from its text, so no crosshead or caption does."""
    page = read(*("\n\n".join(item) + "\n\n" for item in DIGEST))

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY]
    assert [[one.text for one in article.crossheads] for article in page.articles] == [
        ["小麦返青进度"],
        [],
        ["台风“银河”中的图书馆"],
    ]
    assert [len(article.captions) for article in page.articles] == [0, 1, 0]


def test_a_digest_begins_no_item_without_a_source() -> None:
    """Each other item has one; a date at the head of a paragraph makes none."""
    items = [list(item) for item in DIGEST]
    items[1][2:] = [
        *STORM,
        "台风过后",
        "3月7日上午，泽川渔港恢复通航。渔民出海捕鱼，市场供应充足。",
    ]
    page = read(*("\n\n".join(item) + "\n\n" for item in items))

    assert headlines(page) == [ON_WHEAT, ON_STORM, ON_LIBRARY]


def test_a_table_under_a_headline_without_text_is_that_headline_s() -> None:
    """Recommended books are a headline and a table, and no paragraph."""
    books = "\n".join(f"<p>{title}</p>\t<p>{said}</p>" for title, said in BOOKS)
    page = read(ON_WHEAT, column(*WHEAT), "图书推荐", books)

    assert headlines(page) == [ON_WHEAT, "图书推荐"]
    assert [len(article.tables) for article in page.articles] == [0, 1]


def test_a_caption_goes_to_the_article_it_is_about() -> None:
    """It stood between two articles; its words are those of the second."""
    page = read(*STRAYED)

    assert [len(article.captions) for article in page.articles] == [0, 1]


def test_a_picture_s_credit_goes_where_its_caption_goes() -> None:
    """孙亮 took the picture, not the report before it."""
    page = read(*STRAYED)

    assert [credit.name.text for credit in page.articles[1].credits] == ["赵强", "孙亮"]


def test_statements_are_grouped_under_their_speakers() -> None:
    """Office and name with a colon head what each of them said; it is one article."""
    page = read(
        "共谋一条江的未来",
        "泽川县人民政府县长李敏：",
        column("一条江要几代人来守，泽川县已关停沿江砂场十二家，今年再退出两家，岸线全部复绿。"),
        "临沣市水务局局长王芳强：",
        column("水务局每天在江上取水样，水质连续三年稳定在二类，消失多年的鱼也回来了。"),
        "沣江航运公司董事长赵强：",
        column("航运公司的船全部改用岸电，靠港不再烧油，噪声也小了，居民睡得安稳。"),
    )

    assert kinds(page.articles[0]) == ["headline", *["crosshead", "paragraph"] * 3]


def test_a_jump_line_is_none_of_the_article() -> None:
    """（下转第4版） is for the reader's hands, not for his eyes."""
    page = read("全国小麦播种面积增加二百万亩", column(WHEAT[0], WHEAT[1] + "（下转第4版）"))

    assert [block.text.text for block in page.furniture] == ["（下转第4版）"]
    assert page.articles[0].paragraphs[-1].text.endswith("价格平稳。")


def test_links_and_attachments_close_an_item() -> None:
    """They stand under the text that they belong to."""
    page = read(
        "全国小麦播种面积增加",
        column(*WHEAT),
        "附：小麦田间管理方案",
        "http://www.example.cn/a/1.html",
        "台风“银河”登陆泽川",
        column(*STORM),
    )
    first, second = page.articles

    assert [len(first.links), len(first.attachments)] == [1, 1]
    assert [len(second.links), len(second.attachments)] == [0, 0]


def test_a_page_of_one_line_is_read_too() -> None:
    """A dateline, a byline, a caption alone: no article is made up around it, none is lost."""
    for line in ("新华社北京3月5日电", "本报记者 李敏", "图为图书馆新馆。李敏摄", "附：方案"):
        page = read(line)
        blocks = [block.text.text for article in page.articles for block in article.blocks]

        assert "".join(blocks) == line, line


@pytest.mark.parametrize("picture", ["![](images/1_1.jpg)", "<img src='1.jpg'>", "<!-- image -->"])
def test_a_sentence_below_a_picture_s_place_is_its_caption(picture: str) -> None:
    """A recognition model writes the picture first, then what stands under it."""
    text = "新馆藏书二十万册，设盲文阅览室和儿童阅览室。读者凭身份证即可借书。"
    page = read(f"{text}\n\n{picture}\n\n孩子们在新馆里看书。\n\n{text}\n")

    assert [one.text for one in page.articles[0].captions] == ["孩子们在新馆里看书。"]


def test_a_headline_that_was_drawn_twice_hides_no_picture() -> None:
    """What stands below it is the first sentence of the text."""
    page = read("夜空下的小站\n夜空下的小站\n天还没亮透，镇子东头的年集就开了。\n")

    assert kinds(page.articles[0]) == ["headline", "paragraph"]


def test_a_note_under_a_signature_is_of_the_text_above() -> None:
    """注： says something of the paper that ends there."""
    page = read(
        ON_WHEAT,
        column(WHEAT[0][17:], WHEAT[1]),
        "（作者为临沣大学副教授）",
        "注：本文数据来自课题组的问卷调查。",
    )

    assert len(page.articles) == 1


def test_the_end_of_a_deck_is_nobody_s_name() -> None:
    """历者口述 is no credit of one 历者 where 亲 stands above it."""
    page = read("一条河的三十年", "——沣江治理亲", "历者口述", "本报记者 李敏", column(*STORM))

    assert {one.name.text for one in page.articles[0].credits} == {"李敏", "王芳"}

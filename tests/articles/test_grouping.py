"""Which blocks make one article: strays, furniture, speakers, and all of them once."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from typeset import LIBRARY, STORM, WHEAT, column, headlines, kinds, read
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


@given(
    st.lists(st.tuples(st.sampled_from(list(Kind)), st.sampled_from(TEXTS)), max_size=20),
)
@settings(deadline=None, max_examples=200)
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

"""A text longer than any page is read a portion at a time, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhnews import read_page
from zhnews.articles.blocks import Block, Kind
from zhnews.articles.portions import MOST_BLOCKS, portions
from zhnews.excerpt import Excerpt

CROPS = ("小麦", "水稻", "玉米", "大豆", "棉花", "油菜", "花生", "甘蔗", "茶叶", "马铃薯")
PLACES = ("泽川", "河阳", "云岭", "青浦", "临江", "安陵", "石桥", "南湾", "白塔", "柳林")


def block(kind: Kind, text: str) -> Block:
    return Block(kind, Excerpt.of(text))


HEADLINE, BYLINE = block(Kind.HEADLINE, "小麦收割"), block(Kind.BYLINE, "本报记者　李敏")
TEXT, HALF = block(Kind.PARAGRAPH, "全县收割过半。"), block(Kind.PARAGRAPH, "全县收割过")
FOLIO = block(Kind.FURNITURE, "2024年3月7日　星期四　第3版")


def sizes(blocks: list[Block], most: int) -> list[int]:
    return [len(portion) for portion in portions(blocks, most)]


def test_a_page_begins_at_its_folio() -> None:
    """Rather than at a headline further down."""
    page = [FOLIO, HEADLINE, TEXT, TEXT, HEADLINE, TEXT]

    assert sizes(page * 2, 10) == [6, 6]


def test_an_article_begins_where_who_wrote_stands_below() -> None:
    """A crosshead has no byline."""
    article = [HEADLINE, BYLINE, TEXT, HEADLINE, TEXT, HEADLINE, TEXT]

    assert sizes(article * 2, 12) == [7, 7]


def test_no_sentence_is_cut() -> None:
    """A folio within a paragraph is passed over."""
    assert sizes([TEXT, TEXT, TEXT, HALF, FOLIO, TEXT, TEXT], 6) == [6, 1]


@given(st.lists(st.sampled_from([HEADLINE, BYLINE, TEXT, HALF, FOLIO])), st.integers(1, 9))
def test_all_blocks_stand_in_one_portion(blocks: list[Block], most: int) -> None:
    """In order, and no portion is too long or needlessly short."""
    parts = list(portions(blocks, most))

    assert [one for part in parts for one in part] == blocks
    assert all(most // 2 < len(part) <= most for part in parts[:-1])


def test_a_year_of_a_paper_is_read_as_its_pages_are() -> None:
    """As many articles as on the pages alone, each under its own headline."""
    news = [
        f"{place}{crop}收割过半\n本报记者　李敏\n"
        f"{place}今年种了{n}万亩{crop}，眼下收割已经过半，预计月底结束。{place}农业局说，{crop}长势好于去年。\n"
        f"当地派出{n + 3}台农机下地，帮助缺少劳力的农户抢收{crop}。\n"
        for n, (place, crop) in enumerate((place, crop) for place in PLACES for crop in CROPS)
    ]
    year = "\n".join(news * (MOST_BLOCKS // (2 * len(news))))

    headlines = [article.headline for article in read_page(year).articles]

    assert [line and line.text for line in headlines] == [
        line.split("\n")[0] for line in year.split("\n\n")
    ]

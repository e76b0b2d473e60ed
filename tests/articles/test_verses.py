"""Poems: lines on display that are text."""

from __future__ import annotations

from zhnews.page import read_page

POEM = (
    "月光落在屋檐上",
    "像母亲昨夜缝好的棉衣",
    "我从远方赶来",
    "只为听一听那口老井的回声",
    "风穿过稻田",
    "稻子弯下腰",
    "把秋天的秘密",
    "一粒一粒交还给泥土",
)
ESSAY = """外婆的腌菜缸
沈念慈
　　外婆的腌菜缸摆在灶屋角落，黑黝黝的，像一个蹲着不说话的老人。
　　霜降一过，外婆就开始忙了。她把青菜一棵棵倒挂在竹竿上，晾到叶子发蔫，才肯下缸。
"""


def test_the_lines_of_a_poem_are_its_text() -> None:
    """They are short and have no stops, under the poem's title and the poet's name."""
    page = read_page(ESSAY + "\n".join(("月光是一条回家的路", "□ 林 野", *POEM)) + "\n")
    poem = page.articles[1]

    assert poem.headline is not None
    assert poem.headline.text == "月光是一条回家的路"
    assert [credit.name.text for credit in poem.credits] == ["林野"]
    assert tuple(text.text for text in poem.paragraphs) == POEM


def test_the_headline_under_a_poem_is_none_of_its_verses() -> None:
    """A name stands below it, and then the next text."""
    page = read_page("\n".join(("月光是一条回家的路", "林野", *POEM)) + "\n" + ESSAY)

    assert [text.text for text in page.articles[0].paragraphs] == list(POEM)
    assert "外婆的腌菜缸" not in [text.text for text in page.articles[0].paragraphs]


def test_headlines_that_stand_together_are_no_poem() -> None:
    """They say what is new, and save on pronouns and particles."""
    titles = ("全县春耕全面展开", "李敏", "粮价连续三月上涨", "新医院月底开诊", "两条公交改道",
              "首届书展闭幕", "渔港清淤完工", "图书馆延长开放")  # fmt: skip
    page = read_page("\n".join(titles) + "\n" + ESSAY)

    assert not [
        text for article in page.articles for text in article.paragraphs if text.text in titles
    ]


def test_the_credit_of_a_drawing_makes_no_caption_of_the_last_verse() -> None:
    """What stands above it is the poem's end."""
    page = read_page(
        ESSAY + "\n".join(("月光是一条回家的路", "□ 林 野", *POEM, "（题图：袁运甫）"))
    )

    assert tuple(text.text for text in page.articles[1].paragraphs) == POEM

"""What speaks for an article beginning, and against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.boundaries import ROUNDING
from zhnews.articles.evidence import evidence_weights, limit_cut, score_cut, weigh_cut
from zhnews.articles.parts import build_blocks
from zhnews.articles.sheets import Sheet
from zhnews.articles.words import weigh_words
from zhnews.excerpt import Excerpt
from zhnews.repair import repair_lines, split_lines

PAGES = sorted((Path(__file__).parents[1] / "pages/given").glob("*.txt"))

WHEAT = "全国小麦播种面积达到三亿亩，小麦苗情长势良好，冬小麦陆续返青。"
MORE_WHEAT = "冬小麦返青以来，各地加强田间管理，防治小麦病虫，小麦播种面积稳定。"
STORM = "台风银河今晨在泽川县沿海登陆，渔船全部回港避风，学校停课。"


def score(*between: tuple[Kind, str], after: str = STORM) -> float:
    """What all evidence for a cut between two paragraphs adds up to."""
    blocks = [
        Block(Kind.PARAGRAPH, Excerpt.of(WHEAT)),
        *(Block(kind, Excerpt.of(text)) for kind, text in between),
        Block(Kind.PARAGRAPH, Excerpt.of(after)),
    ]
    bodies = [0, len(blocks) - 1]
    sheet = Sheet(blocks, bodies, weigh_words([WHEAT, after]))
    return sum(weigh_cut(sheet, 1, 0).values())


def test_a_dateline_speaks_for_a_new_article() -> None:
    """新华社北京3月5日电 heads a report."""
    assert score((Kind.DATELINE, "新华社北京3月5日电")) > score()


def test_a_dateline_says_more_than_the_words_on_both_sides() -> None:
    """Two reports of one paper may both be about wheat, and each has its own."""
    assert score((Kind.DATELINE, "本报讯（记者 李敏）"), after=MORE_WHEAT) > 0
    assert score((Kind.DATELINE, "本报讯（记者 李敏）"), after=WHEAT) > 0


def test_a_signature_speaks_for_a_new_article() -> None:
    """The one above is over."""
    assert score((Kind.BYLINE, "（李敏）")) > score()


def test_a_signature_says_more_than_the_words_on_both_sides() -> None:
    """（李敏） closes a report on wheat, and the next one may be on wheat too."""
    after = "全国小麦价格平稳，面粉厂开工率有所上升。"

    assert score((Kind.BYLINE, "（李敏）"), after=after) > 0


def test_a_headline_with_a_byline_speaks_for_a_new_article() -> None:
    """A crosshead is not signed."""
    shown = (Kind.HEADLINE, "台风银河登陆泽川沿海")

    assert score(shown, (Kind.BYLINE, "本报记者 王芳")) > score()


def test_a_stack_of_headlines_is_no_crosshead() -> None:
    """A byline stands between them: they are of several articles, and a new page begins."""
    stack = (
        (Kind.HEADLINE, "小麦苗情长势良好"),
        (Kind.BYLINE, "本报记者 王芳"),
        (Kind.HEADLINE, "渔船回港"),
    )

    assert score(*stack, after=MORE_WHEAT) > score(stack[0], stack[2], after=MORE_WHEAT) + 3


def test_words_on_both_sides_speak_against_it() -> None:
    """It is still about wheat."""
    assert score(after=MORE_WHEAT) < score(after=STORM)


def test_every_weight_is_a_number_with_a_name() -> None:
    """The table is learned; a reason that it names can be shown to an editor."""
    weights = evidence_weights()

    assert weights
    assert all(name == name.strip() and abs(weight) < 100 for name, weight in weights.items())


def test_a_line_in_quotation_marks_is_rather_a_crosshead() -> None:
    """“水是什么颜色”: features quote between their paragraphs; a headline says who."""
    assert score((Kind.HEADLINE, "“麦子熟了就该回家”")) < score(
        (Kind.HEADLINE, "麦子熟了工人返乡忙")
    )


def test_a_column_s_name_over_a_headline_speaks_for_a_new_article() -> None:
    """图片新闻 | 海边避风."""
    title = (Kind.HEADLINE, "海边避风")

    assert score((Kind.HEADLINE, "图片新闻"), title) > score(title)


@pytest.mark.parametrize("title", ["3名教师获奖", "20岁姑娘当村官", "1.5万人参赛"])
def test_a_count_at_its_head_makes_no_numbered_heading(title: str) -> None:
    """2.1 数据来源 is one."""
    counted, numbered = score((Kind.HEADLINE, title)), score((Kind.HEADLINE, "2.1 数据来源"))

    assert counted > numbered


def test_a_comment_s_name_over_a_headline_begins_an_article() -> None:
    """记者手记 | 麦子熟了: it is about the wheat of the report beside it, and a piece of its own."""
    title = (Kind.HEADLINE, "麦子熟了")
    named = score((Kind.HEADLINE, "记者手记"), title, after=MORE_WHEAT)

    assert named > score((Kind.HEADLINE, "小麦时节"), title, after=MORE_WHEAT) + 2
    assert score((Kind.HEADLINE, "记者手记"), after=MORE_WHEAT) < 0


def test_an_item_signed_is_no_part_of_the_next() -> None:
    """▲…（梁音） ▲…（韦大川）: each item of short news has who sent it in; a list has not."""

    def speaks(*between: Block) -> float:
        texts = f"▲{WHEAT}", f"▲{STORM}"
        first, second = (Block(Kind.PARAGRAPH, Excerpt.of(text)) for text in texts)
        blocks = [first, *between, second]
        sheet = Sheet(blocks, [0, len(blocks) - 1], weigh_words(texts))
        return sum(weigh_cut(sheet, 1, 0).values())

    signature = Block(Kind.BYLINE, Excerpt.of("（梁音）"), marks=frozenset({"byline"}))

    assert speaks(signature) > speaks() + 6


def test_a_display_built_like_another_is_a_crosshead() -> None:
    """企业：… and 部门：… stand in one piece: whoever is asked has a part of it."""

    def speaks(second: str) -> float:
        titles = ("企业：返青要追肥", second)
        bodies = (WHEAT, MORE_WHEAT, STORM)
        blocks = [Block(Kind.PARAGRAPH, Excerpt.of(WHEAT))]
        for title, body in zip(titles, bodies[1:], strict=True):
            blocks.append(Block(Kind.HEADLINE, Excerpt.of(title)))
            blocks.append(Block(Kind.PARAGRAPH, Excerpt.of(body)))
        sheet = Sheet(blocks, [0, 2, 4], weigh_words(bodies))
        return sum(weigh_cut(sheet, 2, 0).values())

    assert speaks("部门：学校先停课") < speaks("部门要求学校先停课") - 2


def test_a_quotation_in_two_lines_is_one_in_quotation_marks() -> None:
    """A narrow column breaks what somebody says as it breaks any line."""
    broken = (Kind.HEADLINE, "“麦子熟了"), (Kind.HEADLINE, "就该回家”")

    assert score(*broken) < score((Kind.HEADLINE, "麦子熟了"), (Kind.HEADLINE, "就该回家"))


def test_a_sentence_of_common_characters_is_in_no_other_script() -> None:
    """卻不是 has one character of traditional script among thirty; no article begins there."""
    texts = (
        "有街坊投訴，公園新換的長椅中間多了扶手，難以躺下。",
        "一座城市容不下疲倦的人，卻不是小事。",
    )
    bodies = [Block(Kind.PARAGRAPH, Excerpt.of(text)) for text in texts]
    sheet = Sheet(bodies, [0, 1], weigh_words(texts))

    assert "another script" not in weigh_cut(sheet, 1, 0)


@pytest.mark.parametrize("page", PAGES[::4], ids=lambda page: str(page.stem)[:3])
def test_no_cut_has_more_than_its_limit(page: Path) -> None:
    """What was not looked at to the end could not have been the best."""
    sheet = Sheet.of(build_blocks(repair_lines(split_lines(page.read_text("utf-8")))[0]))

    for k in range(1, len(sheet.bodies)):
        for start in range(max(0, k - 6), k):
            assert score_cut(sheet, k, start) < limit_cut(sheet, k, start) + ROUNDING

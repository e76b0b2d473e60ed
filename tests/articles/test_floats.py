"""Captions, pull quotes and speakers: told by what stands around them."""

from __future__ import annotations

import pytest
from attrs import evolve

from zhnews.articles.blocks import FLUSH, Block, Kind
from zhnews.articles.floats import BEHIND_PICTURE, mark_floats, mark_last_captions
from zhnews.excerpt import Excerpt

BODY = "食堂刚开业时，每天只有八九十人就餐。如今日均就餐620人次，其中老年人占四成，已经实现微利。"
CAPTION = "列车长帮旅客搬运背篓。"


def block(kind: Kind, text: str, *marks: str, column: int = 0) -> Block:
    """A block of a text."""
    return Block(kind, Excerpt.of(text), marks=frozenset(marks), column=column)


def kinds(*blocks: Block) -> list[tuple[str, str]]:
    """The kinds and texts of what is marked, each block behind the last one."""
    placed: list[Block] = []
    start = 0
    for one in blocks:
        placed.append(evolve(one, text=Excerpt.of(one.text.text, start)))
        start += len(one.text) + 1
    return [(one.kind.value, one.text.text) for one in mark_floats(placed)]


PHOTO = block(Kind.BYLINE, "李敏 摄", "photo")
TEXT = block(Kind.PARAGRAPH, BODY)


def test_what_stands_above_a_photographer_is_a_caption() -> None:
    """The credit belongs to a picture, and so does the line above it."""
    assert kinds(TEXT, block(Kind.PARAGRAPH, CAPTION), PHOTO)[1] == ("caption", CAPTION)


def test_a_second_caption_stands_below_the_credit_of_the_first() -> None:
    """Pictures stand in groups; where a paragraph was broken off, it goes on there."""
    second = block(Kind.PARAGRAPH, "菜农在车厢里交易。")
    first = block(Kind.PARAGRAPH, CAPTION)
    headline = block(Kind.HEADLINE, "车厢里的买卖")
    half = block(Kind.PARAGRAPH, BODY[:-5])

    assert kinds(TEXT, first, PHOTO, second, headline)[3][0] == "caption"
    assert kinds(TEXT, first, PHOTO, second, TEXT)[3][0] == "caption"
    assert kinds(half, first, PHOTO, second, TEXT)[3][0] == "paragraph"


def test_captions_above_one_credit_are_set_alike() -> None:
    """The text keeps its indent up to the line over a picture."""
    last = block(Kind.PARAGRAPH, "食堂每天开到晚上九点。")
    first = block(Kind.PARAGRAPH, CAPTION, FLUSH)
    second = block(Kind.PARAGRAPH, "菜农在车厢里交易。", FLUSH)

    assert [kind for kind, _ in kinds(TEXT, last, first, second, PHOTO)] == [
        "paragraph",
        "paragraph",
        "caption",
        "caption",
        "byline",
    ]


def test_where_somebody_stands_is_said_of_a_picture() -> None:
    """Running text has no left and no right."""
    line = block(Kind.PARAGRAPH, "鲜于谷（左）为村民量血压。")

    assert kinds(TEXT, line, TEXT)[1][0] == "caption"


def test_a_sentence_in_a_space_of_its_own_is_a_caption() -> None:
    """The picture is gone from the text, and its room is not."""
    line = evolve(block(Kind.PARAGRAPH, CAPTION), gap=3)
    spaced = evolve(TEXT, gap=1)

    assert kinds(spaced, line, spaced)[1][0] == "caption"


def test_a_byline_with_text_below_it_signs_nothing() -> None:
    """A short last sentence under a byline is the text's own."""
    byline = block(Kind.BYLINE, "本报记者 李敏", "byline")
    short = block(Kind.PARAGRAPH, "食堂每天开到晚上九点。")

    assert [one.kind for one in mark_last_captions([TEXT, byline, short])] == [
        Kind.PARAGRAPH,
        Kind.BYLINE,
        Kind.CAPTION,
    ]
    assert mark_last_captions([TEXT, byline, TEXT, short])[-1].kind is Kind.PARAGRAPH


@pytest.mark.parametrize("mark", [BEHIND_PICTURE, FLUSH])
def test_a_sentence_set_apart_is_a_caption(mark: str) -> None:
    """It stands at a picture, or without the indent that paragraphs have."""
    assert kinds(TEXT, block(Kind.PARAGRAPH, CAPTION, mark), TEXT)[1][0] == "caption"


@pytest.mark.parametrize("text", ["记者：靠的是什么？", "“手稳就行。”", "答：三靠盯。", BODY])
def test_speech_and_running_text_are_no_captions(text: str) -> None:
    """A picture does not ask, answer or tell a story."""
    assert kinds(TEXT, block(Kind.PARAGRAPH, text, FLUSH), TEXT)[1][0] == "paragraph"


def test_captions_side_by_side_are_two() -> None:
    """Two pictures stand side by side, and so do their captions."""
    line = block(Kind.PARAGRAPH, f"{CAPTION} 菜农在车厢里交易。")

    assert kinds(TEXT, line, TEXT)[1:3] == [
        ("caption", CAPTION),
        ("caption", "菜农在车厢里交易。"),
    ]


def test_a_pull_quote_is_one_over_several_lines() -> None:
    """What the body says word for word is set again in large type."""
    lines = [block(Kind.HEADLINE, text) for text in ("日均就餐620人", "次，其中老年人", "占四成")]

    assert kinds(TEXT, *lines)[1:] == [("pull quote", "日均就餐620人次，其中老年人占四成")]


def test_the_office_and_name_of_a_speaker_are_one_crosshead() -> None:
    """A page of statements names each speaker over what is said."""
    speakers = [
        block(Kind.HEADLINE, "全国政协委员、铁道", column=22),
        block(Kind.HEADLINE, "集团公司董事长李敏：", column=22),
        TEXT,
        block(Kind.HEADLINE, "全国人大代表、重型装备", column=22),
        block(Kind.HEADLINE, "公司总经理王磊：", column=22),
        TEXT,
    ]

    assert [text for kind, text in kinds(*speakers) if kind == "crosshead"] == [
        "全国政协委员、铁道集团公司董事长李敏：",
        "全国人大代表、重型装备公司总经理王磊：",
    ]


def test_who_speaks_does_not_announce_a_list() -> None:
    """上述措施主要包括4个方面： is a sentence of the text."""
    leads = [
        block(Kind.PARAGRAPH, "上述26条措施主要包括4个方面："),
        TEXT,
        block(Kind.PARAGRAPH, "会议部署的重点工作如下："),
        TEXT,
    ]

    assert {kind for kind, _ in kinds(*leads)} == {"paragraph"}


@pytest.mark.parametrize(
    "text", ["记者：本赛季的目标？", "解南天：先进季后赛，第八名就行。", "（可拨打本报热线。）"]
)
def test_what_somebody_says_above_a_pictures_credit_is_no_caption(text: str) -> None:
    """The interview goes on; the picture has no caption."""
    assert kinds(TEXT, block(Kind.PARAGRAPH, text), PHOTO)[1] == ("paragraph", text)


def test_a_short_quote_is_set_out_of_the_paragraph_above_it() -> None:
    """Word for word, with its comma; a headline stands over the text that it quotes."""
    said = block(Kind.PARAGRAPH, "治了三年，江水清了又浑。“光堵不行，得给人一条活路。”他说。")
    quote = block(Kind.HEADLINE, "光堵不行，得给人一条活路")

    assert kinds(TEXT, said, quote)[-1][0] == "pull quote"
    assert kinds(TEXT, quote, said)[1][0] == "headline"

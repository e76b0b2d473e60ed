"""Blocks of a page: what each passage gives up, and what goes on behind an interruption."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhnews.articles.parts import build_blocks
from zhnews.page import read_page
from zhnews.repair.lines import split_lines

BODY = "全县各乡镇已经备足化肥一万二千吨，农药三千吨，能够满足春耕的需要。"
MORE = "县农业部门组织了二百多名技术人员下乡，帮助农户检修农机、选种育秧。"


#: A paragraph on one line.
TEXT = "因实施管网并网施工，定于5月20日22时至21日6时，对新华路以东、滨江道以南区域停水，请用户提前储水。"


def blocks(raw: str) -> list[tuple[str, str]]:
    """The kinds and texts of a page's blocks."""
    return [(block.kind.value, block.text.text) for block in build_blocks(split_lines(raw))]


def test_a_paragraph_gives_up_its_dateline_and_its_credit() -> None:
    """They say of the text where it is from; they are none of it."""
    assert blocks(f"本报讯（记者 李敏）{BODY}（王磊）\n{MORE}\n{MORE}\n")[:3] == [
        ("dateline", "本报讯（记者 李敏）"),
        ("paragraph", BODY),
        ("byline", "（王磊）"),
    ]


def test_a_paragraph_gives_up_where_it_is_continued() -> None:
    """（下转第4版） sends the reader to another page."""
    assert blocks(f"{MORE}\n{BODY}（下转第4版）\n")[1:] == [
        ("paragraph", BODY),
        ("furniture", "（下转第4版）"),
    ]


@pytest.mark.parametrize(
    "closing", ["2023年5月18日", "二〇二三年五月十八日", "（本文有删节）", "数据来源：市统计局"]
)
def test_what_closes_a_notice_is_no_headline(closing: str) -> None:
    """Its date, a note in brackets, the source of its figures have no stop either."""
    kinds = {text: kind for kind, text in blocks(f"停水通告\n{BODY}\n{MORE}\n{closing}\n")}

    assert kinds.get(closing) != "headline"


@settings(max_examples=60)
@given(st.text(alphabet="看深度。，（）“”12 A摄\n\n\u3000|", max_size=200))
def test_no_character_is_in_two_blocks(raw: str) -> None:
    """What is printed once is said once."""
    spans = sorted(
        (span.start, span.end)
        for block in build_blocks(split_lines(raw))
        for span in block.text.spans
    )

    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


def test_arrows_before_short_news_are_bullets_not_captions() -> None:
    """Each stands before a headline; a caption would be a sentence."""
    news = "▲三百尾鲟鱼放归沣江\n本报讯 三百尾鲟鱼昨天在沣江中游放流。\n"
    more = "▲新市民公寓开放申请\n本报讯 首批公寓昨天起接受申请。\n"
    last = "▲少儿戏曲周末开锣\n本报讯 全市少儿戏曲展演本周六举行。\n"
    kinds = [kind for kind, _ in blocks(news + more + last)]

    assert "caption" not in kinds
    assert kinds.count("headline") == 3


def test_two_sentences_on_lines_of_their_own_are_two_captions() -> None:
    """Each picture has one; their photographer stands between or below them."""
    raw = "殷守闸在老闸口讲述往事。\n于飞摄\n保存完好的铁锭扣石。\n于飞摄\n"
    captions = [text for kind, text in blocks(raw) if kind == "caption"]

    assert captions == ["殷守闸在老闸口讲述往事。", "保存完好的铁锭扣石。"]


def test_a_jump_behind_a_line_on_display_is_none_of_it() -> None:
    """（下转第8版） stands behind a signature as it does behind a sentence."""
    raw = f"{TEXT}\n（记者 水清浅 郝运来）（下转第15版·要闻）\n"

    assert blocks(raw)[-2:] == [
        ("byline", "（记者 水清浅 郝运来）"),
        ("furniture", "（下转第15版·要闻）"),
    ]


def test_a_line_of_nothing_but_jumps_is_read_to_its_end() -> None:
    """An extractor may put all the jump lines of an issue on one line."""
    found = blocks("（下转第4版）" * 2_000)

    assert "".join(text for _, text in found) == "（下转第4版）" * 2_000


def test_what_closes_a_notice_or_opens_a_letter_is_text() -> None:
    """Whom to call, who gives notice, whom one writes to: none is a heading."""
    notice = "客服热线：96116\n岚港市自来水集团有限公司\n2023年5月18日\n"
    found = blocks(f"停水通告\n{TEXT}\n{notice}编辑同志：\n{TEXT}\n")

    assert [text for kind, text in found if kind == "headline"] == ["停水通告"]


def test_a_salutation_that_a_column_breaks_is_one() -> None:
    """编辑同 / 志： is no headline of two lines."""
    page = read_page(
        "读者来信\n路灯何时亮\n编辑同\n志：\n我们是望\n溪县城北河沿\n街的居民。今\n年入秋以来，\n"
        "这条街上路灯\n陆续熄灭，至\n今已两个月。\n请尽快修复。\n读者 李敏\n"
    )

    assert page.articles[0].headline is not None
    assert page.articles[0].headline.text == "路灯何时亮"
    assert page.articles[0].paragraphs[0].text == "编辑同志："

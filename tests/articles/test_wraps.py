"""Credits that a column breaks."""

from __future__ import annotations

import pytest

from zhnews.articles.labels import label_lines
from zhnews.articles.signed_ends import find_signatures
from zhnews.articles.wraps import join_credits
from zhnews.page import read_page
from zhnews.repair.lines import split_lines, tight


def bylines(raw: str) -> list[str]:
    """The credit lines that are found among the lines of a page."""
    return [block.text.text for known in label_lines(split_lines(raw)) for block in known.blocks]


@pytest.mark.parametrize(
    ("raw", "byline"),
    [
        ("本报记者 李敏 通讯员 端木\n蕻\n昨天上午，", "本报记者 李敏 通讯员 端木蕻"),
        ("记者 齐眉 特约通\n讯员 曹操之\n昨天上午，", "记者 齐眉 特约通讯员 曹操之"),
        ("本报记者 李敏 通讯员\n王磊\n昨天上午，", "本报记者 李敏 通讯员王磊"),
        ("记者 袁隆 史册\n于飞 文/图\n昨天上午，居民", "记者 袁隆 史册 于飞 文/图"),
        ("本报记者 扎西\n顿珠 摄\n昨天上午，", "本报记者 扎西顿珠 摄"),
        ("撰文：黃詠詩　攝影：謝佩\n珊\n昨天上午，", "撰文：黃詠詩　攝影：謝佩珊"),
        ("本报记者 热合曼·托\n合提 摄\n昨天上午，", "本报记者 热合曼·托合提 摄"),
        ("■本报记者　阿依\n古丽·买买提\n昨天上午，", "■本报记者　阿依古丽·买买提"),
        ("■本报记者　阿依古丽·买\n买提\n昨天上午，", "■本报记者　阿依古丽·买买提"),
        ("本报记者 李敏\n文 王磊 图\n昨天上午，", "本报记者 李敏 文 王磊 图"),
        ("本报记者 李敏 史册\n于飞 通讯员 王磊\n昨天", "本报记者 李敏 史册 于飞 通讯员 王磊"),
        ("■本报记者　李敏\n王磊　司马青衫\n昨天上午，", "■本报记者　李敏 王磊　司马青衫"),
        ("（记者 刘　洋\n葛　根 汤　圆）\n昨天上午，", "（记者 刘　洋 葛　根 汤　圆）"),
        ("（记者 柳依\n依 顾　盼）\n昨天上午，", "（记者 柳依依 顾　盼）"),
        ("（记者 王　磊　蒋\n梦蝶）\n昨天上午，", "（记者 王　磊　蒋梦蝶）"),
        ("□记者 卓玛央\n金 文/图\n昨天上午，", "□记者 卓玛央金 文/图"),
        ("（记者 乌云其其格\n热合曼·托合提）\n昨天", "（记者 乌云其其格 热合曼·托合提）"),
        ("文/本报记者 李敏 图/本报\n记者 王磊\n昨天上午，", "文/本报记者 李敏 图/本报记者 王磊"),
        ("本报记者 李敏 文\n/图\n昨天上午，", "本报记者 李敏 文/图"),
    ],
)
def test_a_broken_line_of_credits_is_read_whole(raw: str, byline: str) -> None:
    """The break stands inside a name, inside a role word, or behind one."""
    assert bylines(raw) == [byline]


@pytest.mark.parametrize("below", ["体坛对话", "观点", "大河行", "（上接第3版）", "右图 沙坪站站"])
def test_what_stands_under_a_byline_is_no_name_of_it(below: str) -> None:
    """A column's title, a jump line or the next caption names nobody."""
    raw = f"本报记者 李敏 摄\n{below}\n昨天上午，三个村的居民开始预约公交进城。"

    assert bylines(raw)[0] == "本报记者 李敏 摄"
    assert bylines(raw.replace("李敏 摄", "帕提古丽·伊明"))[0] == "本报记者 帕提古丽·伊明"


def test_a_deck_over_a_byline_is_no_name_of_it() -> None:
    """商报记者 says who reports, and 商报 is nobody whom the line above names."""
    raw = "民营企业占比首次超过六成\n商报记者 李敏 王磊 文/图\n海关昨天公布了前三季度的数据。"

    assert bylines(raw) == ["商报记者 李敏 王磊 文/图"]


def test_a_signature_that_a_column_breaks_signs_the_text_above() -> None:
    """The bracket behind the last sentence closes three lines further down."""
    raw = (
        "小麦收割过半\n今天上午，收割机在田里来回作业，预计\n本周完成。（本报记\n者 康庄 倪裳 热合\n"
        "曼·托合提 通讯员\n鲁班生 米　粒）\n台风今晨登陆\n台风今晨在青石湾登陆，风力十级，\n渔船都已回港。"
    )
    first, second = read_page(raw).articles

    assert [credit.name.text for credit in first.credits] == [
        "康庄",
        "倪裳",
        "热合曼·托合提",
        "鲁班生",
        "米粒",
    ]
    assert second.headline is not None
    assert second.headline.text == "台风今晨登陆"


def test_a_bracket_that_breaks_off_in_a_sentence_is_no_signature() -> None:
    """What the bracket explains is part of the paragraph."""
    page = split_lines("他说：“可以。”（这是他\n今年第三次来）\n昨天")

    assert find_signatures(page) == []


@pytest.mark.parametrize("below", ["人物", "農業焦點", "艺文随笔"])
def test_a_whole_name_is_not_broken_by_the_words_below(below: str) -> None:
    """梁志強 needs no 人 to be a name, though 梁志 and 強人物 would be two."""
    assert bylines(f"文：何婉婷　攝影：梁志強\n{below}\n摺紙船的海洋學家")[0] == (
        "文：何婉婷　攝影：梁志強"
    )


def test_a_space_is_put_where_the_break_parts_two_names() -> None:
    """张蕾 / 施展 are two reporters; 司马 / 青衫 is one."""
    assert join_credits(split_lines("记者 张蕾\n施展）")).text == "记者 张蕾 施展）"
    assert join_credits(split_lines("记者 司马\n青衫）")).text == "记者 司马青衫）"


def test_a_task_below_two_lines_is_of_all_who_are_named_there() -> None:
    """文/图 under a reporter's line and a correspondent's says what both did."""
    page = read_page(
        "云顶村来了无人机\n本报记者 郑 浩\n通讯员 王 颖\n文/图\n"
        "昨日上午10时，一架载着降压药的无人机从县医院楼顶起飞，12分钟后降落在云顶村卫生室门前。"
    )

    photographers = [one.name for one in page.articles[0].credits if one.role == "photographer"]
    assert [tight(name.text) for name in photographers] == ["郑浩", "王颖"]

"""First words: of a report, and of what goes on with one."""

from __future__ import annotations

import pytest

from zhnews.articles.evidence import evidence_weights
from zhnews.articles.leads import closing_marks, opening_marks, opens_report


def weight(text: str) -> float:
    """What the first words of a paragraph weigh for an article to begin with it."""
    return sum(evidence_weights().get(mark, 0.0) for mark in opening_marks(text))


@pytest.mark.parametrize(
    "text",
    [
        "国家统计局28日公布的数据显示，前三季度粮食产量稳中有增。",
        "财政部、税务总局近日联合发布公告，延续小微企业优惠政策。",
        "为规范网络直播行为，市市场监管局昨日约谈了六家平台企业。",
        "清晨五点半，老城根的豆腐坊已经亮起了灯。",
        "《城市公园管理办法》（以下简称《办法》）明年起施行。",
        "3月12日，一列满载化肥的专列从港口驶出。",
        "立法會昨日三讀通過修訂條例草案。",
        "因供水管网改造，定于5月20日22时至21日6时对城东片区停水。",
        "为保障市民出行安全，现将道路封闭事项公告如下：",
        "经研究，定于本月底举行职工运动会。",
    ],
)
def test_first_words_that_tell_what_is_new_speak_for_a_beginning(text: str) -> None:
    """A day, an hour, a purpose, a name in full."""
    assert weight(text) > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "此外，博物馆还将推出夜场参观。",
        "据介绍，该项目总投资三亿元。",
        "他告诉记者，今年的收成比去年好。",
        "业内人士认为，价格短期内不会上涨。",
        "王建国说：“我们等这条路等了二十年。”",
        "同時，當局會加派人手巡查。",
        "二是完善制度，堵塞漏洞。",
        "（联系电话：0577-1234567）",
    ],
)
def test_first_words_that_go_on_speak_against_it(text: str) -> None:
    """A link word, a pronoun, somebody who is quoted, the next of a list."""
    assert weight(text) < -0.3


@pytest.mark.parametrize(
    "text", ["以色列总理发表讲话。", "二战老兵重返故地。", "也门首都发生爆炸。"]
)
def test_names_that_begin_like_link_words_are_none(text: str) -> None:
    """以, 二 and 也 are parts of words here."""
    assert opening_marks(text) == []


def test_the_day_until_which_something_lasts_opens_nothing() -> None:
    """报名于6月27日截止 is a detail."""
    assert "a day in its first words" not in opening_marks("竞买人请于6月27日16时前报名。")


def test_what_closes_an_article_is_seen_above_the_next() -> None:
    """A date under a notice, a note under a table."""
    assert "a closing date before" in closing_marks("2007年6月11日")
    assert "a note before" in closing_marks("注：数据来自统计公报。")
    assert closing_marks("市民可以凭身份证借书。") == []


def test_a_short_report_that_begins_with_a_day_is_no_closing_date() -> None:
    """5日上午，大桥通车。"""
    assert opening_marks("5日上午，大桥通车。") == ["a date at its head"]
    assert opening_marks("2007年6月11日") == ["a closing date"]


@pytest.mark.parametrize("text", ["贵报：", "编辑同志：", "尊敬的编辑："])
def test_whom_a_letter_is_written_to_is_no_speaker(text: str) -> None:
    """贵报： opens a letter; nobody takes the word, and nothing is listed."""
    assert {"a turn in a talk", "a label"}.isdisjoint(opening_marks(text))


def test_the_reporters_visit_goes_on_with_what_a_reader_called_about() -> None:
    """City papers tell first what a reader says, then that the reporter came: no new report."""
    assert not opens_report("昨天傍晚，记者来到现场，只见墙上开了个大洞。")
    assert opens_report("昨天傍晚，记者从市教育局获悉，学校将推迟开学。")
    assert not opens_report("今天，我们有了更快捷的交通、更丰富的数据。")


def test_a_letter_may_go_on_behind_whom_it_is_written_to() -> None:
    """Papers of the fifties set 编辑同志： and the letter on one line."""
    assert "a salutation" in opening_marks("编辑同志：我们这里是多雨的地方，孩子们都要穿雨鞋。")
    assert "a salutation" not in opening_marks("编辑李敏：我们这里是多雨的地方。")

"""Headlines that ask, exclaim or trail off: by their end they look like the last line of a paragraph."""

from __future__ import annotations

import pytest

from zhnews.page import read_page

ASKING = "加装电梯，一楼不同意怎么办？"
METRO = """地铁4号线明年通车
　　新华社临江11月5日电（记者 刘洋）记者5日从市轨道交通集团获悉，全长28.6公里的地铁
4号线将于2024年上半年通车试运营，设站21座，总投资约180亿元。
"""
LIFTS = """　　截至10月底，全市累计加装电梯326部，惠及居民近1.3万户，今年新增112部，同比增长四成。
　　根据新办法，加装电梯的费用由政府补贴三分之一。
"""


def headlines(raw: str) -> list[str]:
    """The headlines of a page, in order."""
    return [str(article.headline) for article in read_page(raw).articles]


@pytest.mark.parametrize(
    "head", [ASKING, "加装电梯要跑起来！", "谁来出钱？谁来管理？", "加装电梯那些事儿……"]
)
@pytest.mark.parametrize("byline", ["", "本报记者 王晓雯\n"])
def test_a_question_over_a_text_is_its_headline(head: str, byline: str) -> None:
    """It stands flush over indented paragraphs, below a text that has ended."""
    assert headlines(f"{METRO}\n{head}\n{byline}{LIFTS}") == ["地铁4号线明年通车", head]


def test_a_question_over_a_dateline_is_a_headline() -> None:
    """本报讯 opens a report, indented or not."""
    raw = f"{ASKING}\n本报讯 11月5日，市住建局公布数据：全市累计加装电梯326部。\n{METRO}"

    assert headlines(raw) == [ASKING, "地铁4号线明年通车"]


def test_the_second_line_of_a_headline_may_ask() -> None:
    """Both lines are one headline: neither is the text."""
    article = read_page(f"{METRO}\n老旧小区加装电梯\n一楼不同意怎么办？\n{LIFTS}").articles[1]

    assert str(article.headline).startswith("老旧小区加装电梯")
    assert len(article.paragraphs) == 2


def test_bold_type_tells_a_question_that_is_a_headline() -> None:
    """It was drawn twice."""
    assert headlines(f"{ASKING}{ASKING}\n{LIFTS}\n{METRO}")[0] == ASKING


def test_a_question_of_the_text_stays_in_the_text() -> None:
    """A paragraph that asks is indented as the others are; a talk names who asks."""
    text = f"老旧小区加装电梯\n{LIFTS}　　钱从哪里来？\n　　各家分摊，政府补贴。\n"
    talk = "对话市长\n记者：钱从哪里来？\n答：今年由市财政和各家分摊，比例是三比七。\n"

    assert "钱从哪里来？" in [one.text for one in read_page(text).articles[0].paragraphs]
    assert "记者：钱从哪里来？" in [one.text for one in read_page(talk).articles[0].paragraphs]


def test_the_rest_of_a_paragraph_is_no_headline() -> None:
    """The line above it is full: the sentence goes on."""
    raw = """老旧小区加装电梯
　　加装电梯难在一楼住户，他们要
担一份钱，却用不上电梯，这笔账该
怎么算？怎么算得公平？
　　根据新办法，费用由政府补贴三
分之一，其余由住户按楼层分摊，一
楼不出钱。
"""

    assert len(read_page(raw).articles[0].paragraphs) == 2


def test_a_question_over_its_deck_and_byline_is_a_headline() -> None:
    """In a stack of headlines no text stands under it at once."""
    stack = (
        "地铁4号线明年通车\n轨道公司公布建设时间表\n本报记者 李敏\n"
        "加装电梯，一楼\n不同意怎么办？\n律师解答业主\n关心的五个问题\n本报记者 王晓雯\n"
    )
    metro = METRO.split("\n", 1)[1]

    assert headlines(f"{stack}{metro}{LIFTS}")[1].startswith("加装电梯，一楼不同意怎么办？")


def test_a_question_over_a_signature_ends_its_text() -> None:
    """（李敏） signs the letter that asks at its end; what follows is another headline."""
    raw = (
        "广场舞的音量能不能调低些\n外地有的城市给舞队装了定向音响，出了场地几乎听不见。"
        "这样的办法，我们\n能不能学一学？\n（李敏）\n慢下来的镜头\n本报评论员 王芳\n"
        "一部没有明星的纪录片，这个春天慢慢地热了起来，片子慢，慢到有人在影院里睡着。\n"
    )

    assert headlines(raw) == ["广场舞的音量能不能调低些", "慢下来的镜头"]


@pytest.mark.parametrize("crosshead", ["“钱从哪里来？”", "“钱从哪\n里来？”"])
def test_what_somebody_asks_is_a_crosshead_in_bold_type_alone(crosshead: str) -> None:
    """In the type of the text it is a line of talk; a column may break it."""
    bold = "\n".join(part * 2 for part in crosshead.split("\n"))
    raw = f"{ASKING}\n{LIFTS}{{}}\n{LIFTS}"

    (article,) = read_page(raw.format(bold)).articles
    assert [str(line) for line in article.crossheads] == ["“钱从哪里来？”"]
    assert not read_page(raw.format(crosshead)).articles[0].crossheads

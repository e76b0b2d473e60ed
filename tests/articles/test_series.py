"""Are the headings of a series told from the text?"""

from __future__ import annotations

from zhnews.articles.series import find_series, opens_series
from zhnews.page import read_page
from zhnews.repair.lines import split_lines

MYTHS = """流感来袭，这些误区要避开
本报记者 申铁
近期，我国呼吸道疾病以流感为主，门诊量处于高位。流感和普通感冒如何区分？记者采访了有关专家，请他一一解答。
误区一：流感就是重感冒
流感由流感病毒引起，起病急，高热可达三十九度以上，全身症状重；普通感冒多由鼻病毒等引起，以鼻塞、流涕等局部症状为主。
误区二：一发热就吃抗生素
抗生素对病毒无效。抗流感病毒药物应在发病四十八小时内使用，效果最佳；只有合并细菌感染时，才需要使用抗生素。
误区三：打过疫苗就不会得流感
接种疫苗是预防流感最有效的手段，但保护率并非百分之百。由于病毒容易变异，建议六月龄以上的人群每年接种一次。
专家提醒，老人、儿童和有慢性基础病的患者一旦发热，应当尽早就医，不要自行服药，也不要带病上班上学。
"""


def test_the_headings_of_a_series_are_headings_alike() -> None:
    """误区三 is a crosshead as 误区一 and 误区二 are, be it as long as the end of a column."""
    (article,) = read_page(MYTHS).articles

    assert [heading.text for heading in article.crossheads] == [
        "误区一：流感就是重感冒",
        "误区二：一发热就吃抗生素",
        "误区三：打过疫苗就不会得流感",
    ]


def test_what_a_sentence_counts_is_no_heading() -> None:
    """其一, 第二 and a full sentence run on in the text."""
    assert not opens_series("其一：规划滞后")
    assert not opens_series("第一：坚持适用为先")
    assert not opens_series("误区一：流感就是重感冒。")


INQUIRY = """半岛调查
共享单车停在哪儿
记者走访六个地铁口：
禁停区里车最多
早高峰刚过，记者来到地铁3号线人民路站B口，不到30米的人行道上横七竖八停着114辆共享单车，盲道被占去一半。
现象：盲道成了停车道
连续三天，记者走访了六个地铁口，四个口的禁停区内停车数量超过停车框。
原因：投放多，框不够
市城管局提供的数据显示，全市共享单车备案18.6万辆，施划停车框的容量只有12.3万辆，缺口超过三分之一。
对策：电子围栏扩容
市城管局市容处处长周宁表示，年底前新增电子围栏1200处，超限投放的企业将被核减份额。
首席记者 田野 实习生 马文
"""


def test_what_each_part_is_heads_it() -> None:
    """现象, 原因 and 对策 are the parts of one inquiry, the one with a comma too."""
    (article,) = read_page(INQUIRY).articles

    assert [heading.text for heading in article.crossheads][-3:] == [
        "现象：盲道成了停车道",
        "原因：投放多，框不够",
        "对策：电子围栏扩容",
    ]


def test_a_line_with_a_colon_over_another_on_display_names_no_speaker() -> None:
    """It leads in to that one, and the column's name and the headline above stay what they are."""
    (article,) = read_page(INQUIRY).articles

    assert article.kicker is not None
    assert article.kicker.text == "半岛调查"
    assert article.headline is not None
    assert article.headline.text == "共享单车停在哪儿"


def test_a_paragraph_that_begins_with_such_a_word_is_none() -> None:
    """Its first line is as wide as its column, but for an indent."""
    page = split_lines(
        "问题：车停满了盲道，推婴儿\n车出门尤其费劲，市民意见很大。\n"
        "原因：投放的车多，施划的框\n不够，缺口超过了三分之一。"
    )

    assert find_series(page) == []

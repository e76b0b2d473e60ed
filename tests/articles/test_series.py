"""Are the headings of a series told from the text?"""

from __future__ import annotations

from zhnews.articles.series import opens_series
from zhnews.page import read_page

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

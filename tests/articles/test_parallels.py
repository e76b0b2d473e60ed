"""Are crossheads known by being built like the others of their piece?"""

from __future__ import annotations

from zhnews.page import read_page

LIFTS = """老旧小区加装电梯
本报记者 陈思远
11月18日，家住清河市东风街道桃园小区的
王秀兰老人第一次坐着电梯回家。“以前上五楼
要歇三回，现在按一下就到。”她笑着说。
意见难统一，社区搭台议
“一楼怕挡光，高层怕掏钱。”桃园社区党委
书记李建国说，最难的是意见统一。社区请来设
计师、律师和居民代表，前后开了27次议事会。
资金怎么筹，三方来分担
清河市住建局介绍，每部电梯财政补贴15万
元，其余由居民按楼层分摊，公积金可以提取。
截至10月底，全市已加装电梯312部，另有146部
正在施工。
{last}
电梯装好了，谁来维护？桃园小区与维保企业
签订十年合同，费用从公共收益中列支。
图为桃园小区新装的电梯。
本报记者 陈思远 摄
"""


def test_a_line_built_like_the_crossheads_is_one() -> None:
    """Whatever stands around it: here a caption as narrow as itself."""
    (article,) = read_page(LIFTS.format(last="后续怎么管，签约保十年")).articles

    assert [heading.text for heading in article.crossheads] == [
        "意见难统一，社区搭台议",
        "资金怎么筹，三方来分担",
        "后续怎么管，签约保十年",
    ]


def test_a_sentence_that_ends_above_is_no_crosshead() -> None:
    """A line that runs to its stop is text, of whatever lengths its parts are."""
    (article,) = read_page(LIFTS.format(last="后续怎么管，大家很关心。")).articles

    assert len(article.crossheads) == 2
    assert "大家很关心。" in "".join(text.text for text in article.paragraphs)


PIER = """舊碼頭活化招標
【本報訊】位於北灣的舊碼頭活化項目昨日截
標，當局共接獲七份標書，預料六月公布結果。
按標書規定，中標者須保留外牆及鐵閘。
業界：回本期料逾十年
測量師估計，項目連修復費用需投資四至五
億元，以現時舖租計算，回本期逾十年。
街坊：最怕趕走老店
關注組成員表示，倉內有二十三間小店，擔
心活化後租金以倍數上升。
"""


def test_two_lines_built_alike_are_crossheads_of_one_piece() -> None:
    """Who speaks is named in as many characters; what is said may be longer."""
    (article,) = read_page(PIER).articles

    assert [heading.text for heading in article.crossheads] == [
        "業界：回本期料逾十年",
        "街坊：最怕趕走老店",
    ]


def test_turns_in_a_talk_are_no_crossheads() -> None:
    """Who speaks again in other lines has a turn there."""
    talk = PIER.replace("街坊：", "記者：").replace("業界：", "記者：")

    assert not any(article.crossheads for article in read_page(talk).articles)


def test_crossheads_without_neighbours_on_display_are_found() -> None:
    """Three lines in two parts of five characters: none needs another on display."""
    (article,) = read_page(LIFTS.format(last="后续怎么管，签约保十年").split("图为")[0]).articles

    assert len(article.crossheads) == 3

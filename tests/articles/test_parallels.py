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

"""Digests: where each piece is from stands in brackets under it."""

from __future__ import annotations

from zhnews.page import read_page

PAGE = """为什么人会打哈欠
　　打哈欠并不只是因为困。科学家发现，打哈欠可以让更多冷空气进入体内，从而给大脑降温。
（摘自《大众科学》 王小丁/文）
老校长的道歉
　　一次，老校长训斥一名抽烟的学生。学生反问：“您不也抽吗？”校长当即把烟袋折断了。
（5月16日《泽川晚报》）
最贵的一粒米
　　一粒米有多重？老农说，一粒米，七斤四两水。
（据《南屏晚报》5.13 刘玉章文）
"""


def test_a_note_in_brackets_ends_its_piece() -> None:
    """What stands below it is the next headline."""
    articles = read_page(PAGE).articles

    assert [article.headline and article.headline.text for article in articles] == [
        "为什么人会打哈欠",
        "老校长的道歉",
        "最贵的一粒米",
    ]
    assert [article.source and article.source.text for article in articles] == [
        "大众科学",
        "泽川晚报",
        "南屏晚报",
    ]


def test_a_note_names_the_writer_too() -> None:
    """王小丁/文 stands behind the periodical's name."""
    articles = read_page(PAGE).articles

    assert [credit.name.text for article in articles for credit in article.credits] == [
        "王小丁",
        "刘玉章",
    ]

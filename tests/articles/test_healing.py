"""The parts of a paragraph that something else on the page interrupts."""

from __future__ import annotations

import pytest

from typeset import column, read
from zhnews.articles.parts import build_blocks
from zhnews.repair.lines import split_lines

BODY = "全县各乡镇已经备足化肥一万二千吨，农药三千吨，能够满足春耕的需要。"
MORE = "县农业部门组织了二百多名技术人员下乡，帮助农户检修农机、选种育秧。"


def blocks(raw: str) -> list[tuple[str, str]]:
    """The kinds and texts of a page's blocks."""
    return [(block.kind.value, block.text.text) for block in build_blocks(split_lines(raw))]


@pytest.mark.parametrize("between", ["- 12 -", "本报记者 李敏 摄", "2023年5月18日 星期四 要闻"])
def test_the_halves_of_a_paragraph_come_together(between: str) -> None:
    """A page number or a picture's credit stands in the middle of a sentence."""
    at = BODY.index("农药")
    found = blocks(f"{MORE}\n{BODY[:at]}\n{between}\n{BODY[at:]}\n{MORE}{MORE}\n")

    assert ("paragraph", BODY) in found


def test_a_caption_in_a_column_does_not_join_the_paragraph_around_it() -> None:
    """图为 begins a caption, whatever full line stands above it."""
    raw = (
        "工程完工后，下游四个乡镇的灌溉面积\n"
        "由原来的四万亩扩大到六万八千亩，还\n"
        "新装上了三十七处自动的监测点，把渗\n"
        "图为加固后的双溪水库大坝。\n"
        "压和位移的数据每半小时上传一次，这\n"
        "是全省第一座这样的水库。\n"
    )
    found = blocks(raw)

    assert ("caption", "图为加固后的双溪水库大坝。") in found
    assert any("监测点，把渗压和位移" in text for kind, text in found if kind == "paragraph")


def test_a_salutation_ends_no_paragraph_above_it() -> None:
    """A telephone number without a stop, a headline, and a letter that calls the paper."""
    page = read(
        column(
            "有意者请于8月11日至15日工作时间，持营业执照副本到本院设备科报名并查看实物，价高者得。"
        ),
        "联系电话：\n0777—3381906",
        "广场舞的音量能不能调低些",
        "贵报：",
        column(
            "我家住在人民广场东侧，每晚七点到九点半，三支舞队的音响轮番轰鸣，关上窗户仍听得一清二楚。"
        ),
    )

    assert "贵报：" in [one.text for article in page.articles for one in article.paragraphs]

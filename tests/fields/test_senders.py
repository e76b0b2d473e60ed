"""Who sends a letter, and from where?"""

from __future__ import annotations

import pytest

from zhnews import STANDARD
from zhnews.fields.senders import read_sender


@pytest.mark.parametrize(
    ("line", "name", "house"),
    [
        ("长沙市 周立新", "周立新", None),
        ("湖北 襄阳 读者 李志强", "李志强", None),
        ("广西南宁市民 覃美玲", "覃美玲", None),
        ("河北 永丰农业社 李　敏", "李敏", None),
        ("浙江大学 陈述彭", "陈述彭", "浙江大学"),
        ("湖南安化　刘德和", "刘德和", None),
        ("林淑芬（嘉義縣，家庭主婦）", "林淑芬", None),
        ("南方朔／文化評論者（台北市）", "南方朔", None),
        ("黃武雄（台大數學系教授）", "黃武雄", None),
        ("吴文德（退休公务员）", "吴文德", None),
        ("王美珍（退休教師／台南市）", "王美珍", None),
        ("陕西省农业科学院研究员 李国强", "李国强", "陕西省农业科学院"),
    ],
)
def test_a_letter_is_signed_with_a_place_or_a_house_and_a_name(
    line: str, name: str, house: str | None
) -> None:
    """No word says that the person wrote: the place on the page does."""
    sender = read_sender(line)

    assert sender is not None
    assert [credit.name.text for credit in sender.credits] == [name]
    assert [credit.role for credit in sender.credits] == ["author"]
    owner = sender.credits[0].organization
    assert (owner.text if owner else None) == house


@pytest.mark.parametrize(
    "line",
    [
        "高桥村 张灯结彩",
        "市委书记 高度重视",
        "四川 白酒",
        "我国 金融市场",
        "周立新",
        "北京",
        "白露（二十四節氣）",
    ],
)
def test_a_headline_that_names_a_place_names_no_sender(line: str) -> None:
    """What stands behind the space is no name."""
    assert read_sender(line) is None


def test_a_paper_may_call_its_readers_otherwise() -> None:
    """What a reader is called is a row of a table; a caller can add one."""
    mine = STANDARD.adding("readers", [("侨胞",)])

    assert read_sender("归国侨胞 李志强") is None
    assert read_sender("归国侨胞 李志强", vocabulary=mine) is not None

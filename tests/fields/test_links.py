"""What does the page point to?"""

from __future__ import annotations

import pytest

from zhnews.fields.links import find_links, read_attachment, read_link_line


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("详见http://news.example.cn/a_1.html。", ["http://news.example.cn/a_1.html"]),
        ("（https://example.cn/a）", ["https://example.cn/a"]),
        ("<https://example.cn/s?id=1&w=2>", ["https://example.cn/s?id=1&w=2"]),
        ("www.example.com.cn和www.example.org", ["www.example.com.cn", "www.example.org"]),
        (
            "https://example.org/wiki/春 https://example.org/b",
            ["https://example.org/wiki/", "https://example.org/b"],
        ),
        ("电话：0799-96538", []),
    ],
)
def test_addresses_end_where_chinese_text_begins(text: str, links: list[str]) -> None:
    """A Chinese stop or word is no part of an address."""
    assert [link.text for link in find_links(text)] == links


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("https://mp.weixin.qq.com/s/_4xIGVF", "https://mp.weixin.qq.com/s/_4xIGVF"),
        ("<https://example.cn/a>", "https://example.cn/a"),
        ("链接：https://example.cn/a", "https://example.cn/a"),
        ("原文链接: https://example.cn/a", "https://example.cn/a"),
        ("登录https://example.cn/a查询", None),
        ("https://example.cn/a https://example.cn/b", None),
    ],
)
def test_a_line_may_be_nothing_but_a_link(line: str, link: str | None) -> None:
    """A label or an angle bracket around it changes nothing."""
    found = read_link_line(line)

    assert (found.text if found else None) == link


@pytest.mark.parametrize(
    ("line", "attachment"),
    [
        ("附：《行动计划》", "《行动计划》"),
        ("附:《行动计划》", "《行动计划》"),
        ("附件：《行动计划》", "《行动计划》"),
        ("附件1：《行动计划》", "《行动计划》"),
        ("附件 2: 名单", "名单"),
        ("附錄：名單", "名單"),
        ("附：《政策措施》图解", "《政策措施》图解"),
        ("附近的居民", None),
        ("附：", None),
        ("据附件：名单", None),
    ],
)
def test_an_attachment_stands_behind_its_label(line: str, attachment: str | None) -> None:
    """附： names what was printed with the piece."""
    found = read_attachment(line)

    assert (found.text if found else None) == attachment

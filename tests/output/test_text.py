"""Plain text reads like the article it is."""

from __future__ import annotations

from handmade import handmade_page, hostile_page
from zhnews.articles.blocks import Kind
from zhnews.output import article_to_text, page_to_text


def test_an_article_reads_from_kicker_to_attachment() -> None:
    """A person reads the headline, then who wrote it, then the body in order."""
    text = article_to_text(handmade_page().articles[0])

    assert text.splitlines() == [
        "专栏",
        "春耕备耕",
        "——来自田间的报告",
        "新华社 李敏 (reporter) · 林小桥 (photographer) · 2024-03-06",
        "",
        "　　新华社泽川3月6日电　截至3月5日，全县已备足化肥1.2万吨。",
        "",
        "一、备足化肥",
        '　　=1+1 <script>alert("春")</script> 也是正文。',
        "［图］农户在查看化肥。",
        "年份\t吨数",
        "2023\t9,000",
        "=2024|\t12,000",
        "｜好种出好苗",
        "→ http://www.example.com/a?b=1&c=2",
        "→ 名单",
    ]


def test_articles_are_parted_by_a_rule() -> None:
    """One sees where the next article begins."""
    text = page_to_text(handmade_page())

    assert text.count("─" * 40) == 1


def test_a_style_dresses_passages_by_kind() -> None:
    """The command prints headlines in bold and leaves the words alone."""
    text = page_to_text(
        handmade_page(), style=lambda text, kind: f"<{text}>" if kind is Kind.HEADLINE else text
    )

    assert "<街头的春天>" in text


def test_no_control_character_is_printed() -> None:
    """An escape sequence in a page stays a sequence of harmless letters."""
    assert "\x1b" not in page_to_text(hostile_page("\x1b[2J春\x00"))

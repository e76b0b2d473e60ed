"""No article is signed twice."""

from __future__ import annotations

from typeset import LIBRARY, ON_LIBRARY, ON_STORM, ON_WHEAT, STORM, WHEAT, column, headlines, read
from zhnews.page import Page


def writers(page: Page) -> list[list[str]]:
    """The names that each article of a page gives."""
    return [[str(credit.name) for credit in article.credits] for article in page.articles]


def test_a_byline_whose_headline_was_lost_goes_to_the_text_without_either() -> None:
    """It stood in the stack of headlines; the one above it has its reporter in the dateline."""
    bare = column("夏夜里，老街的灯一盏一盏亮起来。" + LIBRARY[1], "老街坊摇着蒲扇，坐在门口乘凉。")
    stack = f"{ON_WHEAT}\n{ON_STORM}\n本报评论员 言如玉\n"

    assert writers(read(column(*WHEAT), column(*STORM), bare, stack)) == [
        ["李敏"],
        ["王芳"],
        ["言如玉"],
    ]


def test_a_second_signature_parts_an_article() -> None:
    """The dateline names one writer, the end another: a headline was lost between them."""
    other = column("龙舟下水那天，河边站满了人。", "老船工把鼓槌擦了又擦，等着开桨。")
    page = read(
        ON_STORM + "\n" + column(*STORM) + other + "撰文、摄影：言如玉\n" + ON_LIBRARY,
        column(*LIBRARY),
    )

    assert headlines(page) == [ON_STORM, None, ON_LIBRARY]
    assert writers(page) == [
        ["王芳"],
        ["言如玉", "言如玉"],
        ["赵强"],
    ]


def test_an_editor_in_brackets_is_no_second_signature() -> None:
    """（责任编辑 …） stands under what another wrote."""
    page = read(ON_WHEAT, column(*WHEAT), "（责任编辑 陶然亭）", ON_STORM, column(*STORM))

    assert headlines(page) == [ON_WHEAT, ON_STORM]


def test_a_byline_under_a_signature_in_brackets_is_another_texts() -> None:
    """（李敏 王磊） signs the text above; what stands under it signs the one below."""
    bare = column("夏夜里，老街的灯一盏一盏亮起来。" + LIBRARY[1], "老街坊摇着蒲扇，坐在门口乘凉。")
    above = column(*(text.replace("（记者 王芳）", "") for text in STORM))
    page = read(ON_STORM, above, "（李敏 王磊）", "文 | 言如玉", bare)

    assert writers(page) == [["李敏", "王磊"], ["言如玉"]]

"""What stands beside the running text: pull quotes, and lines over datelines."""

from __future__ import annotations

import pytest

from handset import CAPTION, TEXT, block, kinds
from zhnews import read_page
from zhnews.articles.blocks import Kind


def test_a_pull_quote_is_one_over_several_lines() -> None:
    """What the body says word for word is set again in large type."""
    lines = [block(Kind.HEADLINE, text) for text in ("日均就餐620人", "次，其中老年人", "占四成")]

    assert kinds(TEXT, *lines)[1:] == [("pull quote", "日均就餐620人次，其中老年人占四成")]


def test_what_stands_right_over_a_dateline_is_on_display() -> None:
    """A dateline opens a report: the line over it is its headline."""
    dateline = block(Kind.DATELINE, "本报讯")

    assert kinds(TEXT, block(Kind.PARAGRAPH, "食堂每天开到九点"), dateline)[1][0] == "headline"
    assert kinds(TEXT, block(Kind.PARAGRAPH, CAPTION), dateline)[1][0] == "paragraph"


def test_a_short_quote_is_set_out_of_the_paragraph_above_it() -> None:
    """Word for word, with its comma; a headline stands over the text that it quotes."""
    said = block(Kind.PARAGRAPH, "治了三年，江水清了又浑。“光堵不行，得给人一条活路。”他说。")
    quote = block(Kind.HEADLINE, "光堵不行，得给人一条活路")

    assert kinds(TEXT, said, quote)[-1][0] == "pull quote"
    assert kinds(TEXT, quote, said)[1][0] == "headline"


def test_a_short_quote_may_stand_far_from_who_says_it() -> None:
    """A body has it between its quotation marks, and nothing else there."""
    said = block(Kind.PARAGRAPH, "治了三年，江水清了又浑。“光堵不行，得给人一条活路。”他说。")
    quote = block(Kind.HEADLINE, "光堵不行，得给人一条活路")

    assert kinds(said, *[TEXT] * 9, quote)[-1][0] == "pull quote"
    assert kinds(quote, *[TEXT] * 9, said)[0][0] == "headline"


@pytest.mark.parametrize("name", ["甘草", "思　旋", "阿濃"])
def test_a_pen_name_between_headline_and_text_signs_a_column(name: str) -> None:
    """Below the column's name and the headline, two characters without a surname are who wrote."""
    text = "每逢星期日，樓巷口總有幾個舊書攤，攤主不叫賣，只管看自己的報紙。"
    (article,) = read_page("\n".join(("新園地", "舊書攤", name, text))).articles

    assert article.headline is not None
    assert article.headline.text == "舊書攤"
    assert [credit.name.text for credit in article.credits] == ["".join(name.split())]


@pytest.mark.parametrize("word", ["前言", "背景", "北京"])
def test_what_stands_over_a_first_part_is_no_pen_name(word: str) -> None:
    """前言 is what the part is, 北京 where it happened."""
    text = "每逢星期日，樓巷口總有幾個舊書攤，攤主不叫賣，只管看自己的報紙。"
    (article,) = read_page("\n".join(("新園地", "舊書攤", word, text))).articles

    assert article.credits == ()

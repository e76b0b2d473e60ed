"""What recognition models say of their own work."""

from __future__ import annotations

import pytest

from zhnews import read_page
from zhnews.repair import repair_text


def test_each_page_of_a_document_loses_its_settings() -> None:
    """A model writes them again before each page; the sentence goes on below them."""
    settings = "---\nprimary_language: zh\nis_table: False\nrotation_correction: 0\n---\n"
    raw = f"{settings}全县已备足化肥1.2万\n{settings}吨，农药三千吨。"

    assert repair_text(raw).text == "全县已备足化肥1.2万\n吨，农药三千吨。"


def test_front_matter_that_says_something_stays() -> None:
    """What stands there in Chinese is of the page."""
    raw = "---\ntitle: 临海日报\ndate: 2025-06-04\n---\n社论"

    assert "title: 临海日报" in repair_text(raw).text


@pytest.mark.parametrize(
    "shown", ["*老赵在巡山。*", '<div style="text-align: center;">老赵在巡山。</div>']
)
def test_a_caption_inside_a_sentence_is_none_of_it(shown: str) -> None:
    """The picture stands in the middle of a paragraph, and the sentence goes on below it."""
    (article,) = read_page(
        "# 放下油锯，种回一座山\n\n1999年，林场宣布全面停止天然林采伐，老赵从伐木队长\n\n"
        f"![](images/1.jpg)\n\n{shown}\n\n"
        "变成了护林员，领了一个红袖标、一把镰刀。\n"
    ).articles

    assert [caption.text for caption in article.captions] == ["老赵在巡山。"]
    assert [paragraph.text for paragraph in article.paragraphs] == [
        "1999年，林场宣布全面停止天然林采伐，老赵从伐木队长变成了护林员，领了一个红袖标、一把镰刀。"
    ]


def test_a_picture_that_a_token_names_shows_its_caption() -> None:
    """A reader sees a sentence under a picture, between two paragraphs."""
    page = read_page(
        "<|ref|>title<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n# 放下油锯，种回一座山\n\n"
        "<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n"
        "1999年，林场宣布全面停止天然林采伐。那天，没有一个人说话。\n\n"
        "<|ref|>image<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n\n"
        "<|ref|>image_caption<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n老赵在巡山。\n\n"
        "<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n"
        "老赵领了一个红袖标、一把镰刀，从伐木队长变成了护林员。\n"
    )
    (article,) = page.articles

    assert [caption.text for caption in article.captions] == ["老赵在巡山。"]
    assert len(article.paragraphs) == 2


@pytest.mark.parametrize(
    "line",
    [
        "好的，以下是这张报纸版面的文字内容：",
        "**以下是图片中的文字内容：**",
        "Here is the extracted text from the image:",
        "[图片：一名抄纸工人正在纸槽边劳作]",
        "如果您需要我对以上内容进行进一步整理，请告诉我。",
    ],
)
def test_what_a_chat_model_says_is_not_on_the_page(line: str) -> None:
    """Nobody printed it: it is said to whoever asked the model."""
    assert repair_text(f"{line}\n社论").text == "社论"


@pytest.mark.parametrize(
    "line",
    [
        "以下是图片新闻：",
        "以下是他的讲话全文。",
        "图片说明：茶农在采茶。",
        "如果您需要帮助，请与我们联系，请联系我们。",
    ],
)
def test_what_a_paper_announces_stays(line: str) -> None:
    """A paper says such things too, of its own text and its own pictures."""
    assert repair_text(f"{line}\n社论").text == f"{line}\n社论"

"""Lines that hold two passages."""

from __future__ import annotations

import pytest

from zhnews.articles.parting import part_lines
from zhnews.page import Article, read_page
from zhnews.repair.lines import split_lines


def first_article(raw: str) -> Article:
    """The first article of a page."""
    return read_page(raw).articles[0]


def test_a_headline_before_a_dateline_is_parted_from_it() -> None:
    """The extractor put both on one line; no sentence runs into 本报讯（记者 …）."""
    article = first_article(
        "山村通了定制公交本报讯（记者 李敏）昨天起，\n三个村的居民可以预约公交进城。\n"
    )

    assert article.headline is not None
    assert article.headline.text == "山村通了定制公交"
    assert article.dateline is not None
    assert article.dateline.text.text == "本报讯"


@pytest.mark.parametrize(
    "line",
    [
        "各界人士向新华社发来贺电",
        "调查结果据新华社北京5月27日电",
        "他说，本报讯（记者 李敏）是当年的写法。",
        "农民读者给本报讯息栏目来信",
    ],
)
def test_an_outlet_spoken_of_in_a_line_parts_nothing(line: str) -> None:
    """An outlet in a sentence, or a dateline quoted in one, stands behind no headline."""
    assert [part.text.text for part in part_lines(split_lines(line))] == [line]


def test_a_caption_behind_a_sentence_is_parted_from_it() -> None:
    """The line of a pull quote and a caption beside it were read as one."""
    lines = part_lines(split_lines("可能需要“一区一策”。 图为海关关员核验料件。"))

    assert [line.text.text for line in lines] == ["可能需要“一区一策”。", "图为海关关员核验料件。"]


def test_a_byline_beside_half_a_caption_is_taken_apart() -> None:
    """The caption's other half, which closes the quotation, stands on the next line."""
    page = split_lines("居民在“邻 本报记者 耿星河 实习生 林小桥\n里食堂”就餐。")

    assert [line.text.text for line in part_lines(page)] == [
        "本报记者 耿星河 实习生 林小桥",
        "居民在“邻",
        "里食堂”就餐。",
    ]


def test_a_dateline_is_no_headline_before_another() -> None:
    """Papers of the fifties name the agency again, with its reporter."""
    article = first_article(
        "千名青年上堤坝\n新华社泽川二十七日电　新华社记者李敏报道：三个村的青年昨天上了堤坝。\n"
    )

    assert article.dateline is not None
    assert article.dateline.text.text == "新华社泽川二十七日电"
    assert [credit.name.text for credit in article.credits] == ["李敏"]


def test_a_second_job_in_a_bracket_is_no_byline_beside_a_caption() -> None:
    """The column broke the bracket behind a dateline before it closed."""
    article = first_article(
        "自习室一座难求\n本报泽川6月3日讯（记者 李敏 见习记者 王建国\n）图书馆昨天重新开门。\n"
    )

    organizations = [credit.organization and credit.organization.text for credit in article.credits]
    assert organizations == ["本报", "本报"]

"""Captions with their credits, as a column breaks them."""

from __future__ import annotations

import pytest

from zhnews.articles.caption_lines import captions_above
from zhnews.articles.credited import find_picture
from zhnews.repair import split_lines

TEXT = (
    "來自湖南的劉女士說，女兒考獲",
    "六百零五分，選擇來澳是看中小",
    "班教學，宿位問題可望解決。",
)


def _picture(*lines: str) -> list[str] | None:
    found = find_picture(split_lines("\n".join((*TEXT, *lines))), len(TEXT))
    return [block.text.text for block in found[1]] if found is not None else None


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        (("家長陪同子女到校報到（本報記", "者攝）"), "家長陪同子女到校報到", "（本報記者攝）"),
        (("家長陪同子女到校（李敏攝）",), "家長陪同子女到校", "（李敏攝）"),
        (
            ("金龍大遊行中，舞獅隊沿街採", "青，討個好彩頭。（記者張敏", "毅／攝影）"),
            "金龍大遊行中，舞獅隊沿街採青，討個好彩頭。",
            "（記者張敏毅／攝影）",
        ),
        (
            ("▲環保團體昨以白海豚模型表", "達訴求。 記者邱德安／攝影"),
            "▲環保團體昨以白海豚模型表達訴求。",
            "記者邱德安／攝影",
        ),
    ],
)
def test_a_caption_runs_to_the_credit_that_a_column_breaks(
    lines: tuple[str, ...], caption: str, credit: str
) -> None:
    """Below the end of a text, what a photographer's bracket closes is a caption."""
    assert _picture(*lines) == [caption, credit]


@pytest.mark.parametrize(
    "lines",
    [
        ("明報記者 梁綺雯", "黃太指劏房夏天高達35度。（林俊源攝）"),
        ("西貢山徑", "消防員抬走傷者。（林俊源攝）"),
        ("（本報記者 李敏 攝）",),
        ("這輯照片攝於去年，由居民提供",),
    ],
)
def test_a_short_line_over_a_caption_is_none_of_it(lines: tuple[str, ...]) -> None:
    """A signature or a headline does not fill its column; a credit alone has no caption."""
    assert _picture(*lines) is None


def test_above_a_caption_that_is_known_there_is_no_other() -> None:
    """The last sentence begins with a line, and is the paragraph's end all the same."""
    page = split_lines("久久不願離去。\n老伙計已全部獲發遣散費。\n生活語絲")

    assert captions_above(page, {2: "picture"}) == [2, 1]
    assert captions_above(page, {2: "captioned"}) == [2]

"""Lines that a grammar knows wherever they stand."""

from __future__ import annotations

import pytest

from zhnews.articles.labels import label_lines
from zhnews.repair.lines import split_lines


def kinds(raw: str) -> list[list[tuple[str, str]]]:
    """The kinds and texts of what the grammars know."""
    return [
        [(block.kind.value, block.text.text) for block in known.blocks]
        for known in label_lines(split_lines(raw))
    ]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("本报记者 李敏\n", "byline"),
        ("（责任编辑 李敏）\n", "byline"),
        ("https://www.example.cn/news/1.html\n", "link"),
        ("附：全市化肥储备表\n", "attachment"),
        ("- 3 -\n", "furniture"),
    ],
)
def test_a_line_with_a_form_of_its_own_is_known_alone(raw: str, kind: str) -> None:
    """A reader needs nothing around these lines to tell what they are."""
    assert [[block[0] for block in known] for known in kinds(raw)] == [[kind]]


@pytest.mark.parametrize("credit", ["李敏 摄", "摄影：李敏", "资料图片", "供图：李敏"])
def test_a_sentence_with_a_pictures_credit_behind_it_is_a_caption(credit: str) -> None:
    """Sentence and credit stand on one line under the picture."""
    assert kinds(f"收割机在地里来回作业。 {credit}\n") == [
        [("caption", "收割机在地里来回作业。"), ("byline", credit)]
    ]


def test_an_address_goes_on_in_the_rest_of_it() -> None:
    """A long address is wrapped at the column's edge."""
    raw = "https://www.example.cn/art/2022/12/\nnews-from-the-county.html\n"

    assert kinds(raw) == [
        [("link", "https://www.example.cn/art/2022/12/news-from-the-county.html")]
    ]


@pytest.mark.parametrize("below", ["2", "12", "https://www.example.cn/b.html", "春耕备耕"])
def test_what_stands_below_a_whole_address_is_none_of_it(below: str) -> None:
    """The page's number, the next link or the next headline follow a link."""
    raw = f"https://www.example.cn/art/2022/12/cb4f215b.html\n{below}\n"

    assert kinds(raw)[0] == [("link", "https://www.example.cn/art/2022/12/cb4f215b.html")]


def test_a_line_that_closes_a_bracket_from_above_is_not_known_alone() -> None:
    """It is the end of （下转第4版）, not a page number and a byline."""
    assert kinds("4版）（本报记者 李敏）\n") == []


@pytest.mark.parametrize("leader", ["\t", "……", " ····· ", "    ", " - "])
def test_a_table_of_contents_has_titles_before_its_leaders(leader: str) -> None:
    """Leaders and page numbers lead the eye; the titles are what is listed."""
    raw = "目录\n" + "".join(
        f"{title}{leader}{page}\n"
        for page, title in enumerate(["春耕备耕全面展开", "夏收进度过半", "秋种提前"], 1)
    )
    titles = [block for known in kinds(raw) for block in known]

    assert titles == [
        ("furniture", "目录"),
        ("contents", "春耕备耕全面展开"),
        ("contents", "夏收进度过半"),
        ("contents", "秋种提前"),
    ]


@pytest.mark.parametrize("head", ["行业动态\n目 录\n", "本期目录\n行业动态\n"])
def test_the_contents_begin_with_the_first_section(head: str) -> None:
    """行业动态 is over the entries, whichever heading the extraction put first."""
    raw = f"{head}春耕备耕\t1\n夏收过半\t2\n各地动态\n秋种提前\t3\n"
    listed = [text for known in kinds(raw) for kind, text in known if kind == "contents"]

    assert listed == ["行业动态", "春耕备耕", "夏收过半", "各地动态", "秋种提前"]


def test_a_table_is_known_by_its_cells() -> None:
    """The pipes are markup; the cells are printed."""
    assert kinds("| 城市 | 最低 |\n|---|---|\n| 临沣 | 16℃ |\n") == [[("table", "城市最低临沣16℃")]]


def test_the_page_s_own_lines_are_no_rows_of_a_table() -> None:
    """Folio and editors are set with blanks too, above or below a table or alone."""
    folio, editors = "A7 2008年12月15日 星期一 渠阳农民报", "值班编委：舒眉 编辑：易水 美编：伍月"
    table = "城市 天气 最低 最高\n临沣 多云 16℃ 24℃\n岚港 小雨 18℃ 23℃\n"

    assert [kind for known in kinds(f"{folio}\n{table}{editors}\n") for kind, _ in known] == [
        "furniture",
        "table",
        "furniture",
    ]
    assert {kind for known in kinds(f"{folio}\n{editors}\n") for kind, _ in known} == {"furniture"}

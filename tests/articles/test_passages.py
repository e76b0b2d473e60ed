"""Lines put together: paragraphs, and what stands on display."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhnews.articles.parts import build_blocks
from zhnews.articles.passages import best_path, build_passages
from zhnews.articles.vetoes import DISPLAY, OPENS, RUNS
from zhnews.page import read_page
from zhnews.repair.lines import split_lines

PARAGRAPHS = (
    "截至三月五日，全县各乡镇已经备足化肥一万二千吨，农药三千吨，比上年同期多出二成以上，"
    "能够满足春耕的需要。",
    "县农业部门组织了二百多名技术人员下乡，帮助农户检修农机、选种育秧，并且在各村开设了"
    "田间课堂，手把手地传授技术。",
    "今年的雨水比往年来得早，几座水库的蓄水都超过了上年，下游的灌区从月初起就能放水，"
    "农民们说，这是多年来头一回。",
    "种粮大户老赵承包了三百亩地，去年用上了新的播种机，一天能种四十亩，人工省下一半，"
    "今年他打算再添一台。",
)


def column(paragraphs: tuple[str, ...], width: int) -> str:
    """Paragraphs set in a column, with the indents that extractors lose."""
    lines: list[str] = []
    for text in paragraphs:
        line, room = "", width - 2
        for character in text:
            if len(line) >= room and character not in "，。、；：":
                lines.append(line)
                line, room = "", width
            line += character
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("width", range(9, 29))
def test_a_column_of_any_width_reads_back_as_its_paragraphs(width: int) -> None:
    """Short lines end paragraphs, and lost indents open them."""
    passages = build_passages(split_lines(column(PARAGRAPHS, width)))

    assert tuple(passage.text.text for passage in passages) == PARAGRAPHS


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_clean_text_has_a_paragraph_a_line(gap: str) -> None:
    """Where no column wraps the text, each line is a passage."""
    passages = build_passages(split_lines(gap.join(("春耕备耕全面展开", *PARAGRAPHS))))

    assert [passage.display for passage in passages] == [True, False, False, False, False]
    assert tuple(passage.text.text for passage in passages[1:]) == PARAGRAPHS


@pytest.mark.parametrize("width", [10, 13, 16, 20, 26])
def test_a_headline_over_a_column_stands_on_display(width: int) -> None:
    """It is set apart by its width and has no stop."""
    raw = f"全县春耕备耕全面展开\n{column(PARAGRAPHS, width)}"
    first = build_passages(split_lines(raw))[0]

    assert (first.text.text, first.display) == ("全县春耕备耕全面展开", True)


def test_a_paragraph_goes_on_behind_what_a_page_end_puts_into_it() -> None:
    """A running head and a page number are no end of a sentence."""
    half = PARAGRAPHS[1].index("选种")
    raw = (
        f"{PARAGRAPHS[0]}\n{PARAGRAPHS[1][:half]}\n- 12 -\n{PARAGRAPHS[1][half:]}\n{PARAGRAPHS[2]}"
    )
    texts = [
        block.text.text
        for block in build_blocks(split_lines(raw))
        if block.kind.value == "paragraph"
    ]

    assert texts == list(PARAGRAPHS[:3])


@given(st.lists(st.lists(st.integers(-50, 50), min_size=9, max_size=9), min_size=1, max_size=5))
def test_the_best_path_is_the_best_of_all_paths(steps: list[list[int]]) -> None:
    """No other way through the page scores higher; the first line runs on from nothing."""

    def score(path: tuple[int, ...]) -> float:
        start = [steps[0][OPENS], float("-inf"), steps[0][DISPLAY]][path[0]]
        return start + sum(
            row[3 * above + state]
            for row, above, state in zip(steps[1:], path, path[1:], strict=False)
        )

    best = max(score(path) for path in product((OPENS, RUNS, DISPLAY), repeat=len(steps)))

    assert score(tuple(best_path(steps))) == best


@settings(max_examples=50)
@given(st.text(alphabet="看深度。，（）“”12 A\n\n\u3000", max_size=200))
def test_every_line_is_in_one_passage(raw: str) -> None:
    """Passages keep all lines, in their order."""
    lines = split_lines(raw)

    assert tuple(line for passage in build_passages(lines) for line in passage.lines) == lines


def test_a_page_of_one_character_takes_linear_time() -> None:
    """Nothing is compared with everything."""
    assert build_passages(split_lines("看\n" * 20_000))


def test_a_line_over_a_report_among_whole_paragraphs_is_its_headline() -> None:
    """It has no stop, and below it something is new: who did what, and when."""
    body = "泽川市近日出台办法，规范共享单车停放。办法要求企业配备调度人员，及时清理淤积车辆。"
    rest = "市民对此表示欢迎，认为人行道会因此宽敞许多，上下班路上也不必再绕开成排的车辆行走。"
    page = read_page(
        "\n".join([body, rest] * 3 + ["泽川：规范停放，共享单车有了“新规矩”", body, rest])
    )

    assert str(page.articles[-1].headline) == "泽川：规范停放，共享单车有了“新规矩”"


def test_the_date_under_a_notice_is_not_the_headline_of_the_next_report() -> None:
    """2007年6月11日 closes what stands above it."""
    body = "泽川市近日出台办法，规范共享单车停放。办法要求企业配备调度人员，及时清理淤积车辆。"
    rest = "市民对此表示欢迎，认为人行道会因此宽敞许多，上下班路上也不必再绕开成排的车辆行走。"
    page = read_page("\n".join([body, rest] * 3 + ["2007年6月11日", body, rest]))

    assert all(article.headline is None for article in page.articles)


def test_a_line_that_breaks_off_within_a_word_opens_a_paragraph() -> None:
    """Its indent is lost and it is as long as a long crosshead, which ends with a word."""
    above = "全市今年已有三百家企业用上了新设备，工人们说比从前省力。"
    below = "市工信局等 7 部门近日联合发布《设备更新办法》，提出对更新设备的企业给予补贴。"
    text = column((above, *PARAGRAPHS, below, *PARAGRAPHS), 17)

    passages = build_passages(split_lines(text))
    assert not any(passage.display for passage in passages)
    assert below in [passage.text.text for passage in passages]


def test_a_line_that_breaks_off_within_a_sentence_opens_a_paragraph() -> None:
    """A blank stands above it, as above a crosshead; but 布局阶段，盘古月 is half a sentence."""
    page = split_lines(
        "围棋公开赛昨天进行第\n四轮，十四岁的业余小将\n盘古月执黑中盘胜头号\n种子石佛安。\n\n"
        "布局阶段，盘古月\n下出一手罕见的“五五”\n应对，石佛安长考四十\n七分钟，用时由此陷入\n"
        "被动。"
    )

    passages = build_passages(page)

    assert [passage.display for passage in passages] == [False, False]
    assert passages[1].text.text.startswith("布局阶段，盘古月下出")


def test_a_caption_ends_where_the_paragraph_around_it_goes_on_in_its_own_width() -> None:
    """The picture stands within the paragraph: its two narrow lines are all of the caption."""
    page = split_lines(
        "市水利局负责人介绍，工程完工后，灌溉\n面积由原来的四万亩扩大到六万亩，水库\n"
        "还新装了三十七处自动监测点，所有的渗\n图为加固后的双\n溪水库大坝。\n"
        "压、位移数据每半小时上传一次。过去每\n次下大雨就得派人整夜守坝，现在手机上\n"
        "就能看到每一处的情况，管理员们这样说。"
    )

    texts = [passage.text.text for passage in build_passages(page)]

    assert "图为加固后的双溪水库大坝。" in texts


def test_a_dateline_before_the_break_of_a_page_is_no_headline() -> None:
    """Each paragraph stands on one line, but for the one that a column's end has cut."""
    whole = "\n\n".join(["".join(PARAGRAPHS[:1]), *PARAGRAPHS[1:], PARAGRAPHS[0], PARAGRAPHS[2]])
    cut = "本报泽川9月30日电（记者 李敏）经过四百二十天的施工，望"
    rest = "江立交9月30日清晨6时正式通车，泽川市民的出行时间因此缩短了一半，驾车更顺畅了。"
    page = read_page(f"{whole}\n\n望江立交通车\n\n{cut}\n\n{rest}\n")

    assert any(
        "的施工，望江立交9月30日" in paragraph.text
        for article in page.articles
        for paragraph in article.paragraphs
    )


def test_an_indent_opens_a_paragraph_below_a_headline_of_nearly_the_columns_width() -> None:
    """All paragraphs of the page are indented, and nothing else is."""
    text = (
        "　　江北新区还设立了10亿元的产业引导\n基金。\n上接A1版\n老旧小区加装电梯的“最后一票”\n"
        "　　业主群里，争论持续了整整一个星\n期。一楼的住户担心采光，六楼的老人盼着\n下楼。\n"
        "　　社区书记把双方请到一起，一户一户\n算账。最终，全楼十二户都签了字。\n"
        "冬季供暖提前三天启动\n　　记者从市供热办获悉，受冷空气影响，\n今年供暖提前三天启动。\n"
    )

    headlines = [article.headline for article in read_page(text).articles if article.headline]

    assert [headline.text for headline in headlines] == [
        "老旧小区加装电梯的“最后一票”",
        "冬季供暖提前三天启动",
    ]


def test_a_closing_mark_on_a_line_of_its_own_ends_the_sentence_above() -> None:
    """The column was too narrow for it."""
    text = "教协老师认为，今年的试题深\n浅程度相若，“但字数多了。\n”\n考生在试场外温习。\n"

    assert build_passages(split_lines(text))[0].text.text.endswith("“但字数多了。”")


def test_no_paragraph_runs_on_from_a_numbered_heading() -> None:
    """The heading is short and without a stop, in a column without indents."""
    raw = (
        "“没有规模就没有效益，”张军说，“出路要靠大家找。”\n二、出路何在\n"
        "业内人士建议，实行生产者责任延伸制度，由企业承担\n部分回收成本。\n"
        "目前国内回收体系仍以个体回收者为主，去年回收的包\n装只有六万吨。\n"
    )

    assert "二、出路何在" in [passage.text.text for passage in build_passages(split_lines(raw))]


def test_who_spoke_goes_on_behind_what_is_quoted_on_a_full_line() -> None:
    """李敏说。 is no paragraph: it ends the one whose quotation fills the line above."""
    page = read_page(
        "邮递员的三十年\n"
        "寨子里的老人不会用手机，潘金平\n"
        "就替他们读信、取钱、买药，谁家\n"
        "缺什么，他都记在一个小本子上。\n"
        "“他来了，我们心里也就踏实了。”\n"
        "七十八岁的杨阿婆说。\n"
    )

    assert [text.text for text in page.articles[0].paragraphs][-1].endswith("杨阿婆说。")
    assert "“他来了" in page.articles[0].paragraphs[-1].text

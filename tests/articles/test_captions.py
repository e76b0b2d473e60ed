"""Captions: told by what stands around them."""

from __future__ import annotations

import pytest
from attrs import evolve

from handset import BODY, CAPTION, PHOTO, TEXT, block, kinds
from zhnews import read_page
from zhnews.articles.blocks import FLUSH, Kind
from zhnews.articles.caption_lines import captions_above
from zhnews.articles.captions import BEHIND_PICTURE, mark_last_captions
from zhnews.repair import split_lines


def test_what_stands_above_a_photographer_is_a_caption() -> None:
    """The credit belongs to a picture, and so does the line above it."""
    assert kinds(TEXT, block(Kind.PARAGRAPH, CAPTION), PHOTO)[1] == ("caption", CAPTION)


def test_a_second_caption_stands_below_the_credit_of_the_first() -> None:
    """Pictures stand in groups; where a paragraph was broken off, it goes on there."""
    second = block(Kind.PARAGRAPH, "菜农在车厢里交易。")
    first = block(Kind.PARAGRAPH, CAPTION)
    headline = block(Kind.HEADLINE, "车厢里的买卖")
    half = block(Kind.PARAGRAPH, BODY[:-5])

    assert kinds(TEXT, first, PHOTO, second, headline)[3][0] == "caption"
    assert kinds(TEXT, first, PHOTO, second, TEXT)[3][0] == "caption"
    assert kinds(half, first, PHOTO, second, TEXT)[3][0] == "paragraph"


def test_captions_above_one_credit_are_set_alike() -> None:
    """The text keeps its indent up to the line over a picture."""
    last = block(Kind.PARAGRAPH, "食堂每天开到晚上九点。")
    first = block(Kind.PARAGRAPH, CAPTION, FLUSH)
    second = block(Kind.PARAGRAPH, "菜农在车厢里交易。", FLUSH)

    assert [kind for kind, _ in kinds(TEXT, last, first, second, PHOTO)] == [
        "paragraph",
        "paragraph",
        "caption",
        "caption",
        "byline",
    ]


def test_where_somebody_stands_is_said_of_a_picture() -> None:
    """Running text has no left and no right."""
    line = block(Kind.PARAGRAPH, "鲜于谷（左）为村民量血压。")

    assert kinds(TEXT, line, TEXT)[1][0] == "caption"


def test_where_somebody_stands_begins_a_caption() -> None:
    """The text above fills its last line, and still has ended."""
    raw = (
        "石门坎的灯\n　　村医鲜于谷把最后一位病人送出\n门，已是晚上九点，天都黑了很久。\n"
        "鲜于谷（左）为村民量血压。\n　　他今年五十三岁，在这间屋子里坐\n"
        "了三十一年诊。早些年没有公路，他\n背着药箱走，一年磨破四双胶鞋。\n"
    )

    (article,) = read_page(raw).articles
    assert [str(caption) for caption in article.captions] == ["鲜于谷（左）为村民量血压。"]


def test_the_text_goes_on_below_a_caption_that_ends_on_a_short_line() -> None:
    """The caption stands inside a paragraph: 图为加固后的双溪水 / 库大坝。"""
    raw = (
        "双溪水库加固\n　　工程完工后，灌溉面积由四万亩扩大到六万亩，水库还新装了\n"
        "图为加固后的双溪水\n库大坝。\n三十七处自动监测点，渗压、位移的数据每半小时上传一次，\n"
        "管理员不用再整夜守坝。\n"
    )
    (article,) = read_page(raw).articles

    assert [str(caption) for caption in article.captions] == ["图为加固后的双溪水库大坝。"]
    assert str(article.paragraphs[-1]).startswith("三十七处自动监测点")


def test_a_sentence_in_a_space_of_its_own_is_a_caption() -> None:
    """The picture is gone from the text, and its room is not."""
    line = evolve(block(Kind.PARAGRAPH, CAPTION), gap=3)
    spaced = evolve(TEXT, gap=1)

    assert kinds(spaced, line, spaced)[1][0] == "caption"


def test_a_byline_with_text_below_it_signs_nothing() -> None:
    """A short last sentence under a byline is the text's own."""
    byline = block(Kind.BYLINE, "本报记者 李敏", "byline")
    short = block(Kind.PARAGRAPH, "食堂每天开到晚上九点。")

    assert [one.kind for one in mark_last_captions([TEXT, byline, short])] == [
        Kind.PARAGRAPH,
        Kind.BYLINE,
        Kind.CAPTION,
    ]
    assert mark_last_captions([TEXT, byline, TEXT, short])[-1].kind is Kind.PARAGRAPH


def test_a_note_of_where_the_figures_come_from_ends_the_text() -> None:
    """It is of the text where there is no figure; what stands behind it is of pictures."""
    text = [
        "市供电公司昨天公布，今年前七个月全市工业用电量比去年同期增长一成，企业用电需求旺盛。",
        "为满足企业用电需求，市供电公司派出三十支服务队，上门检查企业的用电设备，排除隐患。",
        "市供电公司还简化了手续，企业申请用电由原来的二十天缩短到七天，线上就能办理。",
    ]
    note, caption = "（数据来源：市供电公司）", "供电公司工作人员走进车间，帮助企业检查用电设备。"

    [article] = read_page("\n".join(["企业用电更方便", *text, note, caption])).articles
    assert [one.text for one in article.paragraphs] == [*text, note]
    assert [one.text for one in article.captions] == [caption]


def test_a_note_of_where_the_figures_come_from_is_of_the_table_above_it() -> None:
    """Where there is one."""
    note = "（数据来源：市供电公司）"
    page = read_page("\n".join([BODY, "年份\t用电量", "2022\t31", "2023\t35", note]))

    assert [one.text for one in page.articles[0].captions] == [note]


@pytest.mark.parametrize("mark", [BEHIND_PICTURE, FLUSH])
def test_a_sentence_set_apart_is_a_caption(mark: str) -> None:
    """It stands at a picture, or without the indent that paragraphs have."""
    assert kinds(TEXT, block(Kind.PARAGRAPH, CAPTION, mark), TEXT)[1][0] == "caption"


@pytest.mark.parametrize("text", ["记者：靠的是什么？", "“手稳就行。”", "答：三靠盯。", BODY])
def test_speech_and_running_text_are_no_captions(text: str) -> None:
    """A picture does not ask, answer or tell a story."""
    assert kinds(TEXT, block(Kind.PARAGRAPH, text, FLUSH), TEXT)[1][0] == "paragraph"


def test_a_long_caption_below_a_picture_is_one() -> None:
    """Its credit stands below it; under a headline the same words are the news."""
    text = (
        "6月2日，临海市白云镇茶农在采摘夏茶。" + "今年全镇茶园面积达2.6万亩，预计产值1.3亿元，" * 2
    )
    shown = block(Kind.PARAGRAPH, text + "带动茶农增收。", BEHIND_PICTURE)
    credit = block(Kind.BYLINE, "白帆 摄", "photo")

    assert kinds(TEXT, shown, credit)[1][0] == "caption"
    assert kinds(block(Kind.HEADLINE, "初夏茶忙"), shown, credit)[1][0] == "paragraph"


def test_captions_side_by_side_are_two() -> None:
    """Two pictures stand side by side, and so do their captions."""
    line = block(Kind.PARAGRAPH, f"{CAPTION} 菜农在车厢里交易。")

    assert kinds(TEXT, line, TEXT)[1:3] == [
        ("caption", CAPTION),
        ("caption", "菜农在车厢里交易。"),
    ]


@pytest.mark.parametrize(
    "text", ["记者：本赛季的目标？", "解南天：先进季后赛，第八名就行。", "（可拨打本报热线。）"]
)
def test_what_somebody_says_above_a_pictures_credit_is_no_caption(text: str) -> None:
    """The interview goes on; the picture has no caption."""
    assert kinds(TEXT, block(Kind.PARAGRAPH, text), PHOTO)[1] == ("paragraph", text)


def test_a_caption_over_several_lines_ends_with_its_photographer() -> None:
    """The column breaks a caption as it breaks text: one picture, one caption, one credit."""
    page = read_page(
        "百名“法律明白人”上岗\n"
        "　　刘翠英有个新身份。今年三月，安陵\n"
        "市选出首批一百零六人，持证上岗。\n"
        "图为刘翠英（左二）在为村民讲解土地承\n"
        "包合同。 梁海燕摄\n"
        "　　半年来，他们参与调解矛盾纠纷一千\n"
        "三百四十件，成功率达九成七。\n"
    )

    (article,) = page.articles
    assert [caption.text for caption in article.captions] == [
        "图为刘翠英（左二）在为村民讲解土地承包合同。"
    ]
    assert [(credit.name.text, credit.role) for credit in article.credits] == [
        ("梁海燕", "photographer")
    ]


def test_a_caption_of_several_sentences_ends_with_a_broken_credit() -> None:
    """A front page's picture without a headline: its text runs down to who took it."""
    page = read_page(
        "本市新增两条社区公交线路\n"
        "本报讯（记者 安晓晴）4月18日起，本\n"
        "市将新开通86路、87路两条公交线路。\n"
        "4月15日，南屏县青山乡村民在茶园里采\n"
        "摘春茶。全乡一万余亩茶园陆续开采，鲜\n"
        "叶价格比去年高出一成。本报记者 林一\n"
        "帆 摄\n"
    )

    captions = [caption.text for article in page.articles for caption in article.captions]
    assert captions == [
        "4月15日，南屏县青山乡村民在茶园里采摘春茶。"
        "全乡一万余亩茶园陆续开采，鲜叶价格比去年高出一成。"
    ]


_COLUMN = (
    "來自湖南的劉女士說，女兒考獲",
    "六百零五分，選擇來澳是看中小",
    "班教學，宿位問題可望解決。",
)


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        (("家長陪同子女到校報到（本報記", "者攝）"), "家長陪同子女到校報到", "（本報記者攝）"),
        (
            ("家長手持花束在校門口等候子女", "放學（讀者提供）"),
            "家長手持花束在校門口等候子女放學",
            "（讀者提供）",
        ),
        (("家長陪同子女到校。 圖／市政府", "提供"), "家長陪同子女到校。", "圖／市政府提供"),
        (("家長陪同子女到校（李敏攝）",), "家長陪同子女到校", "（李敏攝）"),
        (
            ("金龍大遊行中，舞獅隊沿街採", "青，討個好彩頭。（記者張敏", "毅／攝影）"),
            "金龍大遊行中，舞獅隊沿街採青，討個好彩頭。",
            "（記者張敏毅／攝影）",
        ),
    ],
)
def test_what_a_photographer_in_brackets_closes_is_a_caption(
    lines: tuple[str, ...], caption: str, credit: str
) -> None:
    """Below the end of a text it has no stop perhaps, and its credit may be broken."""
    page = read_page("\n".join((*_COLUMN, *lines)))

    assert [text.text for text in page.articles[0].captions] == [caption]
    assert page.articles[0].blocks[-1].text.text == credit


def test_a_signature_over_a_caption_is_none_of_it() -> None:
    """It does not fill its column."""
    signed = ("明報記者 梁綺雯", "黃太指劏房夏天高達35度。（林俊源攝）")
    article = read_page("\n".join((*_COLUMN, *signed))).articles[0]

    assert [text.text for text in article.captions] == ["黃太指劏房夏天高達35度。"]
    assert [credit.name.text for credit in article.credits] == ["梁綺雯", "林俊源"]


def test_above_a_caption_that_is_known_there_is_no_other() -> None:
    """The last sentence begins with a line, and is the paragraph's end all the same."""
    page = split_lines("久久不願離去。\n老伙計已全部獲發遣散費。\n生活語絲")

    assert captions_above(page, {2: "picture"}) == [2, 1]
    assert captions_above(page, {2: "captioned"}) == [2]


def test_a_picture_under_its_own_headline_is_news_by_itself() -> None:
    """Its caption opens with the day, as a report does, and no text stands below it."""
    page = read_page(
        "山区通了定制公交\n"
        "　　本报讯（记者 李敏）5月3日起，云岭山区开通三条定制公交线路。\n"
        "　　沿线二十一个村的居民可以提前一天在手机上约车，票价两元。\n"
        "水乡婚礼\n"
        "5月2日，一场传统水乡婚礼在沧浦古镇举行，新人乘坐花船巡游，吸引众多游客。 王芳 摄\n"
        "古镇夜间停车免费\n"
        "　　本报讯（记者 赵伟）5月1日起，沧浦古镇周边八处停车场夜间免费停放。\n"
    )

    news = next(one for one in page.articles if one.captions)
    assert news.headline is not None
    assert news.headline.text == "水乡婚礼"
    assert [credit.name.text for credit in news.credits] == ["王芳"]
    assert len(page.articles) == 3


def test_a_picture_between_headline_and_text_is_no_news_by_itself() -> None:
    """The text stands below the picture: both are under the one headline."""
    page = read_page(
        "水乡婚礼\n"
        "5月2日，一场传统水乡婚礼在沧浦古镇举行，新人乘坐花船巡游，吸引众多游客。 王芳 摄\n"
        "　　本报讯（记者 赵伟）5月2日，沧浦古镇举行传统水乡婚礼，三十对新人乘花船巡游。\n"
        "　　这样的婚礼每年春天举行一次，今年是第十一届。\n"
    )

    assert len(page.articles) == 1

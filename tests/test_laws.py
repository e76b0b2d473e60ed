"""The four laws, on any text: selection, conservation, silence, purity; and totality.

``pytest -m long tests/test_laws.py`` tries two hundred thousand texts.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import zhnews
from laws import broken_silence, misplaced, shows_columns_late, unaccounted, unselected
from press import FAMILIES, make_page
from strategies import damaged, paragraphs, press_lines, press_text
from zhnews.page import read_page

PAGES = sorted((Path(__file__).parent / "pages/given").glob("*.txt"))

#: Any string that Python can hold, lone surrogates among them.
ANYTHING = st.text(st.characters(), max_size=300)

#: Texts of three kinds; most small ones, as most mistakes are.
TEXTS = ANYTHING | press_text() | press_lines() | damaged()

#: What a test of a few seconds tries, and what the long run tries.
FEW = 60
MANY = int(os.environ.get("ZHNEWS_EXAMPLES", "200000"))

#: Texts on which a law was broken once.
ONCE_BROKEN = (
    "",
    " \n\u3000\t",
    "\x00",
    "\ud800",
    "\udfff\ud800字",
    "\x1c字\x1d字\x1e",
    "字\x85字\u2028字\u2029",
    "\u202e本报记者\u202c 李敏",
    "000000000",
    "新华社北京3月5日电",
    "0報电",
    "「 「",
    "春耕备耕\n春 耕 备 耕\n3000亿元",
    "**春耕备耕**\n春 耕 备 耕",
    "图为春耕现场。图为春耕现场。- 春耕- 春耕",
    "88**春耕备耕****春耕备耕**",
    "春耕备耕\nwww.example.cn\n本报记者 李敏",
    "本报记者 李敏 摄<table><tr><td>今夜</td><td>8</td></tr></table>续文",
    "<table>\n<td>\n今夜\n</td>\n</table>",
    "★春耕备耕开局良好\n　　全县已备足化肥，农药三千吨。",
    "本报云麓讯（见习记者 欧阳春晓\n\u3000唐诗\u3000时雨 通讯员 方圆）\n种质库昨天入藏第10万份种质。\n",
    "    邝月珍：去年四个。年轻人都到岸上去生，这是好事。可我快成“留守助产士”了。\n"
    "    邝月珍：想过三回。有一回调令都来了，船开出去十分钟，对讲机里喊我。\n"
    "    本报讯 记者褚云帆报道 市价格监测中心监测数据显示，上周鸡蛋价格环比下降2.7%。\n"
    "    业内人士分析，一方面，去年底补栏的蛋鸡集中进入产蛋高峰，供应充足。\n"
    "本报讯（首席记\n者 伏\u3000波 许\u3000诺\n蒋梦蝶 通讯员 宋青\n禾 毕升）县气象台",
    "大河行                           遗失声明                         “板凳先生”走了\n"
    "大河行                           遗失声明                         “板凳先生”走了\n"
    "大河行                           遗失声明                         “板凳先生”走了\n"
    "十里老闸口                             茅立新遗失人民警察证，警号073316，声明作      本报淮岭2月3日电（见习记者 姜丹 通讯员\n"
    "十里老闸口                             茅立新遗失人民警察证，警号073316，声明作      本报淮岭2月3日电（见习记者 姜丹 通讯员\n"
    "记者 凤来仪 端木蕻 柏松                废。                            欧阳春晓 澹台月）昨天上午，淮岭老城的居民自\n"
    "    编者按：运河沣州段全长三十七公里，沿线保          澜川市谷雨餐饮店遗失公章一枚，编码         发来到百花巷口，送别在这里摆了四十六年免费书\n"
    "    老闸口的水声，六十三岁的殷守闸听了一辈子。                                 出两条板凳、一箱旧书，任人翻看，不收分文。四\n"
    "他父亲给他取这个名字的时候，大概就没想过让他                                    十六年间，书摊搬过三次，书从一箱变成三千多册。\n"
    "离开这里。                                                           他留下的遗嘱只有一句：书不要卖，板凳不要\n"
    "离开这里。                                                           他留下的遗嘱只有一句：书不要卖，板凳不要",
    "<table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>2</td></tr></table>\n注：数据来自统计公报。",
    "<table<td>0<几电\u3000></table",
    "<table><tr><td>1<b 几 字>2</td></tr></table>",
    "倒\n春\n寒\n译\n秋\n秋 粮\n粮 收\n收 购\n购 开\n开 局\n收购２８元。\n春寒",
    "电 葡萄牙政府1日公布四天工作制试点中期报告。报告说,参与试点的95家企业中,有八成五表示将继续推行,"
    "员工焦虑程度平均下降21%,而营业收入基本持平。\n"
    + "日电 葡萄牙政府1日公布四天工作制试点中期报告。报告说,参与试点的95家企业中,有八成五表示将继续推行,"
    "员工焦虑程度平均下降21%,而营业收入基本持平。\n"
    * 2
    + "波 译)\n\n 年轻人愿意来前提是规则清楚。消防怎么验,夜里几点关门,招牌多大,写明白了,我们照着做就是。"
    "(本报记者 松 整理)\n"
    "轻人愿意来,前提是规则清楚。消防怎么验,夜里几点关门,招牌多大,写明白了,我们照着做就是。"
    "(本报记者 柏松 理)\n",
    "员*责任编辑：李敏0303030303030303030303030303030303032024年3月7日 星期四 第3版",  # took minutes
    "数说生活\n资料图片",  # a picture's credit with 生活资料 across the break, and no caption
    "▲新华社发\n春耕",  # the same with a mark before it
    "试 办 四 零 日 」 」 全 区 不 提 供 餐 具 ，\n摊主笑说：「洗碗洗到手软，",  # repaired twice
    "。水水水。水水\n水水水\n" * 9,
    "春耕\n" + "　　春耕备耕开局良好，全县已备足化肥" * 9,
    "甲表\n乙水\n丙火\n丁木\n戊土\n己金\n今夜 8级 12%\n明晨 9级 13%\n后天 7级 11%",
)


Test = Callable[..., None]


def examples(test: Test) -> Test:
    """A test with the texts that once broke a law."""
    for raw in ONCE_BROKEN:
        test = example(raw)(test)
    return test


few = settings(deadline=None, max_examples=FEW, suppress_health_check=list(HealthCheck))


def check_everything(raw: str) -> None:
    """All laws at once."""
    page = read_page(raw)

    assert unaccounted(page) == []
    assert unselected(page) == []
    assert broken_silence(raw) == [] or shows_columns_late(raw)
    assert misplaced(raw) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_is_only_layout_is_no_text(path: Path) -> None:
    """Leaders, page numbers, ornaments: no word of the page is dropped without a rule."""
    page = read_page(path.read_bytes().decode("utf-8"))
    rules = {rule.name for rule in zhnews.RULES}
    dropped = [drop for drop in page.dropped if drop.reason not in rules]
    texts = [page.raw[drop.span.start : drop.span.end] for drop in dropped]

    assert [text for text in texts if re.search("[\u4e00-\u9fff]{2}", text)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_laws_hold_on_the_given_pages(path: Path) -> None:
    """Pages as extractors wrote them, without further damage."""
    check_everything(path.read_bytes().decode("utf-8"))


@pytest.mark.parametrize("family", FAMILIES)
def test_the_laws_hold_on_generated_pages(family: str) -> None:
    """Every family of layouts, some pages of each."""
    for seed in range(6):
        check_everything(make_page(family, seed).raw)


@examples
@given(TEXTS)
@few
def test_every_printed_character_is_in_one_place(raw: str) -> None:
    """Nothing is lost on the way from the page to its articles, nothing is there twice."""
    assert unaccounted(read_page(raw)) == []


@examples
@given(TEXTS)
@few
def test_what_is_given_out_stands_in_the_text(raw: str) -> None:
    """Each excerpt is the raw text at its spans, up to the counterparts of forms.tsv."""
    assert unselected(read_page(raw)) == []


@examples
@given(TEXTS)
@few
def test_repairing_twice_is_repairing_once(raw: str) -> None:
    """What a repair leaves shows no artifact any more, but for columns that it lays bare."""
    assert broken_silence(raw) == [] or shows_columns_late(raw)


@given(st.lists(paragraphs(), min_size=1, max_size=8, unique=True))
@few
def test_clean_text_comes_back_as_it_was(texts: list[str]) -> None:
    """Running text, one paragraph a line, shows nothing to repair."""
    raw = "\n".join(texts)

    assert zhnews.repair_text(raw).text == raw


@examples
@given(TEXTS)
@few
def test_numbers_and_days_stand_where_they_say(raw: str) -> None:
    """What is found is a slice of the text; no two share a character."""
    assert misplaced(raw) == []


@examples
@given(TEXTS)
@few
def test_grammars_answer_on_any_text(raw: str) -> None:
    """Not knowing is an answer; an exception is not."""
    zhnews.find_credits(raw)
    zhnews.read_credit_line(raw)
    zhnews.read_dateline(raw)
    zhnews.read_source(raw)
    zhnews.normalize_numbers(raw)


@examples
@given(TEXTS)
@few
def test_a_page_can_be_written_down(raw: str) -> None:
    """Whatever the text holds, the plain form is JSON."""
    json.dumps(read_page(raw).to_dict(spans=True)).encode("ascii")


# ---------------------------------------------------------------- purity

#: Reads the texts on standard input, prints what it made of them.
_READ = """
import hashlib, json, sys
import zhnews
for raw in json.loads(sys.stdin.read()):
    page = json.dumps(zhnews.read_page(raw).to_dict(spans=True), ensure_ascii=True)
    rest = [zhnews.find_dates(raw), zhnews.find_quantities(raw), zhnews.find_credits(raw)]
    print(hashlib.sha256((page + ascii(rest)).encode()).hexdigest())
"""


def fingerprint(raw: str) -> str:
    """What is read of a text, as one number."""
    page = json.dumps(read_page(raw).to_dict(spans=True), ensure_ascii=True)
    rest = [zhnews.find_dates(raw), zhnews.find_quantities(raw), zhnews.find_credits(raw)]
    return hashlib.sha256((page + ascii(rest)).encode()).hexdigest()


def some_texts() -> list[str]:
    """Short pages of each family."""
    return [make_page(family, 3).raw[:3000] for family in FAMILIES]


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "7", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "1"},
        {"PYTHONOPTIMIZE": "2"},
    ],
    ids="-".join,
)
def test_another_process_reads_the_same(environment: dict[str, str]) -> None:
    """No hash seed, locale, time zone or switch of Python changes what a page says."""
    texts = some_texts()
    done = subprocess.run(
        [sys.executable, "-c", _READ],
        input=json.dumps(texts),
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout.split() == [fingerprint(raw) for raw in texts]


def test_threads_read_the_same() -> None:
    """Functions that share no state may be called from anywhere."""
    texts = some_texts()
    alone = [fingerprint(raw) for raw in texts]

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(fingerprint, texts * 4))

    assert together == alone * 4


def test_a_page_does_not_depend_on_those_read_before() -> None:
    """A cache saves time; it must not be seen."""
    texts = some_texts()
    forwards = [fingerprint(raw) for raw in texts]
    backwards = [fingerprint(raw) for raw in reversed(texts)]

    assert forwards == backwards[::-1]


# ---------------------------------------------------------------- the long run


@pytest.mark.long
@given(TEXTS)
@settings(max_examples=MANY, suppress_health_check=list(HealthCheck))
def test_the_laws_hold_on_very_many_texts(raw: str) -> None:
    """All laws on each text: minutes to hours, by the machine."""
    check_everything(raw)

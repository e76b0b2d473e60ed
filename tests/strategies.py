"""Text to test with: generated pages, damaged pages, and text of the press's alphabet.

Hypothesis strategies. Failing examples shrink towards small seeds and little
damage; a page is told by its family and its seed, so it can be made again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

from hypothesis import strategies as st

from press import FAMILIES, Page, make_page
from press.articles import bank
from press.damage import with_half_width_marks, with_invisible, with_lookalikes, with_vertical_marks

#: Characters that the grammars and the layout look at, and some that they don't.
PRESS_ALPHABET = (
    "本报讯记者通员摄影编译责任电新华社据北京台港日月年第版下转上接附来源目录图为问答"
    "一二三四五六七八九十百千万亿零两几0123456789０１２％%.,，。、；：？！…—-·:;?!()（）"
    "“”‘’「」『』《》【】〔〕〈〉□■●▲#*|<>/@\\ \t\n\r\f　\u200b\u00ad\ufeff\u2028\x00\x1f"
    "報訊記攝轉接頭條聞⽇⾦見樂︵︶﹁﹂㈠①ⅢAaZz\ud800\U00020000\U0001f600"
)


def press_text(max_size: int = 200) -> st.SearchStrategy[str]:
    """Text over the alphabet of the press, lone surrogates and NUL among it."""
    return st.text(alphabet=PRESS_ALPHABET, max_size=max_size)


#: What stands on lines of its own, as short as a law can be broken with.
PRESS_LINES = (
    "目录",
    "春耕……1",
    "夏收\t2",
    "本报记者 李敏",
    "本报记者 李敏 摄",
    "（记者李敏）",
    "（责任编辑 李敏）",
    "李敏",
    "李敏 王芳",
    "责任编辑：李敏",
    "新华社北京3月5日电",
    "新华社北京3月5日电（记者李敏）",
    "本报讯（记者 李敏）全县已备足化肥。",
    "【本報訊】記者李敏報導。",
    "来源：新华社 2024-03-07",
    "（新华社供本报专稿）",
    "附：",
    "附：春耕方案（试行）",
    "http://www.example.cn/a/1",
    "www.example.cn",
    "/news/1.html",
    "（下转第4版）",
    "（上接第1版）",
    "2024年3月7日 星期四 第3版",
    "要闻",
    "03",
    "今夜 8级 12%",
    "今夜",
    "8",
    "12%",
    "|今夜|8级|",
    "|---|---|",
    "<table><tr><td>今夜</td><td>8</td></tr></table>",
    "<table>",
    "</table>",
    "<p>春耕</p>",
    "![](1.jpg)",
    "![图为春耕](1.jpg)",
    "# 春耕备耕开局良好",
    "## 一、备足化肥",
    "**春耕备耕**",
    "- 春耕",
    "```",
    "——————",
    "春耕备耕春耕备耕",
    "春春耕耕备备耕耕",
    "春 耕 备 耕",
    "春耕备耕",
    "春耕备耕开局良好",
    "春耕备耕开局良好——记泽川县农机站站长",
    "——记泽川县农机站站长",
    "春",
    "耕",
    "图为春耕现场。",
    "图为春耕现场。李敏摄",
    "泽川县人民政府县长李敏：",
    "问：化肥够吗？",
    "答：够。",
    "一、备足化肥",
    "3000亿元",
    "截至3月5日，全县已备足化肥1.2万吨，",
    "农药三千吨，农机下地两千台。",
    "全县已备足化肥1.2万吨，农机下地两千台",
    "　　春耕备耕开局良好，全县已备足化肥",
    "data driven",
    "science",
    "",
    " ",
    "\f",
    "\x00",
)


def press_lines(max_size: int = 24) -> st.SearchStrategy[str]:
    """Lines that a grammar knows, in any order: what stands beside what."""
    lines = st.sampled_from(PRESS_LINES) | press_text(12)
    return st.lists(lines, max_size=max_size).map("\n".join)


def pages(*families: str, seeds: int = 400) -> st.SearchStrategy[Page]:
    """Generated pages with their gold, of some families or of all."""
    return st.builds(make_page, st.sampled_from(families or tuple(FAMILIES)), st.integers(0, seeds))


def paragraphs() -> st.SearchStrategy[str]:
    """Running text of the press, clean."""
    texts = [p.text for article in bank() for p in article.passages if p.kind == "para"]
    return st.sampled_from(texts)


def headlines() -> st.SearchStrategy[str]:
    """Headlines, a space between the two halves of those that have two."""
    return st.sampled_from([" ".join(article.head) for article in bank()])


@st.composite
def damaged(draw: st.DrawFn, *families: str) -> str:
    """The raw text of a page that more has happened to than its family knows.

    Cut anywhere, its lines repeated or shuffled, characters replaced, another
    page after it.
    """
    raw = _raw(draw(st.sampled_from(families or tuple(FAMILIES))), draw(st.integers(0, 400)))
    rng = Random(draw(st.integers(0, 1 << 16)))
    for harm in draw(st.lists(st.sampled_from(sorted(_HARMS)), max_size=3)):
        raw = _HARMS[harm](raw, rng)
    return raw


@cache  # a long run asks for each of a few thousand pages again and again
def _raw(family: str, seed: int) -> str:
    return make_page(family, seed).raw


def _cut(raw: str, rng: Random) -> str:
    start = rng.randrange(len(raw) + 1)
    return raw[start : start + rng.randrange(len(raw) + 1)]


def _repeated(raw: str, rng: Random) -> str:
    lines = raw.splitlines(keepends=True)
    return "".join(line * rng.choice((1, 1, 1, 2, 3)) for line in lines)


def _shuffled(raw: str, rng: Random) -> str:
    lines = raw.splitlines(keepends=True)
    rng.shuffle(lines)
    return "".join(lines)


def _replaced(raw: str, rng: Random) -> str:
    return "".join(rng.choice(PRESS_ALPHABET) if rng.random() < 0.05 else char for char in raw)


def _followed(raw: str, rng: Random) -> str:
    return raw + _raw(rng.choice(tuple(FAMILIES)), rng.randrange(100))


_HARMS: dict[str, Callable[[str, Random], str]] = {
    "cut": _cut,
    "followed": _followed,
    "half-width": lambda raw, _: with_half_width_marks(raw),
    "invisible": with_invisible,
    "lookalikes": lambda raw, rng: with_lookalikes(raw, rng, radicals=True),
    "repeated": _repeated,
    "replaced": _replaced,
    "shuffled": _shuffled,
    "vertical": lambda raw, _: with_vertical_marks(raw),
}

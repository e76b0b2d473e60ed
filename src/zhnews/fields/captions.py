"""How does a line announce itself as a caption?"""

from __future__ import annotations

import re
from functools import cache

import regex

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.names import folded

__all__ = ["VOID", "opens_caption", "read_caption_mark"]

#: The first characters by which a caption can begin, in either script.
_FIRST = frozenset(
    "图圖表上下左右中前后後大小题題配资資数數照本附漫制製说說航効效摄攝FTft"
    "▲▼◀▶△▽◁▷◆◇●■↑↓←→↖↗↘↙⬆⬇（(【[①②③④⑤⑥⑦⑧⑨"
)

#: How much of a line is looked at: no mark is longer.
_LONGEST_MARK = 24

_NUMBER = (
    r"(?:[0-9]{1,3}(?:[-.－—][0-9]{1,3})?|[一二三四五六七八九十]{1,3}|[①-⑳]|[A-Za-z](?![A-Za-z]))"
)
_END = r"(?=[\s:.、,()（）“”《]|$)"


@cache
def _marks() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    side = r"(?:[左右上中下前后大小题配]|[左右中][上下]|[上下][左右]|本版|资料)"
    return (
        ("data", regex.compile(r"\(?(?:数据|资料|图表)来源\s*[:：]|注\s*[:：]\s*数据")),
        (
            "table",
            regex.compile(rf"(?:附?表|Table\s)\s*(?:{_NUMBER}{_END}|[:：])", regex.IGNORECASE),
        ),
        (
            "picture",
            regex.compile(
                r"[▲▼◀▶△▽◁▷↑↓←→↖↗↘↙⬆⬇]\s*[\p{Han}“《A-Za-z0-9]"
                rf"|[(\[【]?{side}[图圖]{_NUMBER}?\s*(?:[:：,、]|\s|为|(?:[:：])?[)\]】]|[①-⑳]|$)"
                rf"|[(\[【]?(?:这)?图片?{_NUMBER}?\s*为"
                r"|附图\s*:|[(\[【]?(?:照片|图片)(?:说明|为|\s*[:：])"
                r"|图\s*:|图说\s*[:：]?"
                r"|[(\[【](?:图|上图|下图|左图|右图)[)\]】]"
                r"|本版图片"
            ),
        ),
        (
            "figure",
            regex.compile(
                rf"(?:附?图表?|Fig(?:ure|\.)?)\s*{_NUMBER}{_END}|图[①-⑳]|[①-⑳]\s*\p{{Han}}",
                regex.IGNORECASE,
            ),
        ),
        (
            "stock",
            regex.compile(
                r"[(\[【]?(?:资料|网络|网上|效果|示意|合成|档案|设计)(?:图片?|照片?|图)[)\]】]?\s*(?:$|[:/,])"
            ),
        ),
    )


#: The marks that stand in no sentence: running text may begin a line with 上图,
#: (如 / 上图，所示), but not with 图为 or an arrow.
_FIRM = regex.compile(
    r"[▲▼◀▶△▽◁▷↑↓←→↖↗↘↙⬆⬇]\s*[\p{Han}“《A-Za-z0-9]|图(?:片?)?为\p{Han}"
    r"|[(\[【]?(?:[左右上中下前后题配][图]|[左右][上下]图)[)\]】]?\s*[:为]"
)


#: A chart's or a table's title, and behind it who gave the figures.
_TITLED = re.compile(r"[^，。：:！？]{4,40}[\s（(](?:[数數][据據]|[资資]料)[来來]源\s?[:：/／]")


#: What ends a classified notice (▲李敏遗失残疾证，声明作废): its mark is that of an item.
VOID = "[声聲]明作[废廢]"
_VOID = re.compile(VOID)


#: What ends an item of short news (△工会组织教职工参观。（工　会）): who sent it in, and
#: no picture.
_SENT_IN = re.compile(
    r"[。！]\s{0,8}[（(][\u4e00-\u9fff\s]{2,10}(?<![摄攝供图圖发發影片])[）)]\s*\Z"
)

#: What a note cites (①参见李敏：《山村》，2008年版，第31页).
_CITES = re.compile(r"参[见阅]|參[見閱]|第\s?\d{1,4}(?:\s?[-—–~]\s?\d{1,4})?\s?[页頁]|\d{4}年版")
_TRIANGLES, _CIRCLED = frozenset("▲▼△▽"), frozenset("①②③④⑤⑥⑦⑧⑨⑩")


def _is_item(line: str) -> bool:
    """Whether a line with a picture's mark is an item of short news, or a note."""
    if line[0] in _TRIANGLES:
        return _SENT_IN.search(line[-_LONGEST_MARK:]) is not None
    return line[0] in _CIRCLED and _CITES.search(line) is not None


def opens_caption(text: str | Excerpt) -> bool:
    """Whether a caption must begin with this line, whatever stands above it.

    >>> opens_caption("图为加固后的大坝。"), opens_caption("上图，走势平稳。")
    (True, False)
    """
    line = text_of(text).text.lstrip()
    return (
        bool(line) and line[0] in _FIRST and _FIRM.match(folded(line[:_LONGEST_MARK])) is not None
    )


def read_caption_mark(text: str | Excerpt) -> str | None:
    """The kind of caption a line announces itself as; None where it does not.

    "picture" (图为…, 左图, ▲), "figure" (图1 …), "table" (表2 …), "data"
    (数据来源：…, before it perhaps the figure's title) or "stock" (資料圖片).

    >>> read_caption_mark("图为天津海关关员。"), read_caption_mark("表1 海南水运量")
    ('picture', 'table')
    >>> read_caption_mark("近五日净买入前三名　数据来源：交易所")
    'data'
    >>> read_caption_mark("图书推荐"), read_caption_mark("表示，将继续支持。")
    (None, None)
    """
    line = text_of(text).text.lstrip()
    if ("来源" in line or "來源" in line) and _TITLED.match(line):
        return "data"
    if not line or line[0] not in _FIRST or _VOID.search(line) or _is_item(line):
        return None
    head = folded(line[:_LONGEST_MARK])
    for kind, mark in _marks():
        if mark.match(head):
            return kind
    return None

"""What did a recognition model say of its own work, among the text it read?

Tokens that name a region and its place, the settings it writes before a page, and
sentences in which it speaks to whoever asked it. The page printed none of them.
"""

from __future__ import annotations

import re

from attrs import evolve

from zhnews.excerpt import Excerpt
from zhnews.repair.lines import Line
from zhnews.repair.scan import Lines, dropping, gathered

__all__ = [
    "NOTE",
    "NOTE_OPENS",
    "TOKEN",
    "keep_unannounced",
    "keep_untokened",
    "keep_without_settings",
]

#: What a model calls a region: title, image_caption. Words of the page are no label.
_LABEL = r"[A-Za-z][A-Za-z_ -]{0,30}"

#: Corners of a box in the picture: [[52, 20, 420, 41]], (12,34),(56,78).
_CORNERS = r"[\[\](){}<>\d,.\s]{1,200}"

#: A token between bars, with the label or the corners that it encloses (DeepSeek-OCR,
#: Qwen-VL), a place (Florence, DocTags), the corners of a box, and what ends a text.
TOKEN = re.compile(
    rf"<[|｜](?P<open>ref|det|box_start|object_ref_start|quad_start)[|｜]>(?:{_LABEL}|{_CORNERS})?"
    r"<[|｜](?:/(?P=open)|box_end|object_ref_end|quad_end)[|｜]>"
    r"|<[|｜]/?[A-Za-z][\w▁ ]{0,40}[|｜]>"
    rf"|<(?P<tag>box|bbox|quad)>{_CORNERS}</(?P=tag)>"
    r"|</?(?:ref|eos|bos|pad|unk|image|loc_[0-9]{1,4}|x_[0-9.]{1,8}|y_[0-9.]{1,8})>"
    rf"|(?:^{_LABEL})?\[\[[0-9]{{1,4}}(?:, ?[0-9]{{1,4}}){{3}}\]\]",
    re.MULTILINE | re.IGNORECASE,
)

_PAGE = (
    r"(?:图片|圖片|图像|图中|圖中|扫描件|照片|报纸|報紙|版面|页面|頁面|文档|文件|PDF|image|page)"
)
_TEXT = r"(?:文字|文本|内容|內容|识别结果|转录|轉錄|Markdown|OCR|text|content|transcription)"
_EDGE = r"[*_ >]{0,4}"

#: A line in which a chat model speaks: that the text follows, what a picture shows, or
#: what more it could do.
NOTE = re.compile(
    rf"^{_EDGE}(?:(?:好的|当然|當然)[，,。！!：:][ ]?)?(?:以下|下面|这|這)(?:是|为|為)"
    rf"[^。\n]{{0,16}}{_PAGE}[^。\n]{{0,12}}{_TEXT}[^。\n]{{0,16}}[：:]{_EDGE}$"
    rf"|^(?:Sure[,!.] )?Here(?: is|'s|’s) the [^\n]{{0,30}}{_TEXT}[^\n]{{0,60}}:$"
    rf"|^{_EDGE}[（(\[【]{_EDGE}(?:图片|圖片|图像|圖像|插图|照片|画面)(?:内容)?描述{_EDGE}[：:]"
    rf"[^\n]{{1,600}}[）)\]】]{_EDGE}$"
    rf"|^{_EDGE}[（(](?:图片?|圖片?|插图|插圖|照片)[：:](?=[^\n]*[，。])[^\n摄攝社供发發绘繪]{{12,600}}[）)]"
    rf"{_EDGE}$"
    rf"|^{_EDGE}[（(]?\[(?:图片?|圖片?|图像|插图|照片|image|figure|photo)[：:][^\[\]\n]{{1,600}}\]"
    rf"[）)]?{_EDGE}$"
    r"|^(?:如果|如|若)[您你]?[^\n]{0,20}"
    r"(?:进一步|進一步|整理|提取|翻译|翻譯|其他|帮助|幫助|修改|格式)"
    r"[^\n]{0,40}(?:告[诉訴知]|联系|聯繫)我(?![们們])[^\n]{0,20}[。！!]?$",
    re.MULTILINE | re.IGNORECASE,
)

#: What such a line begins with.
NOTE_OPENS = frozenset("*_ >好当當以下这這SsHh（([【如若")

#: Settings between two rules: a word of a program's each, and yes, no, a figure or a
#: code of a language behind it, so that nothing that the page says is among them.
_SETTINGS = re.compile(
    r"^---\n(?:[a-z][a-z_]{1,40}: ?"
    r"(?:true|false|null|none|[a-z]{2}(?:-[a-z]{2,4})?|-?[0-9]{1,4})?\n){2,20}---$",
    re.MULTILINE | re.IGNORECASE,
)


def keep_untokened(text: Excerpt) -> Excerpt:
    """Leave out a model's tokens, with the labels and places between them.

    >>> line = "<|ref|>title<|/ref|><|det|>[[52, 20, 420, 41]]<|/det|>放下油锯"
    >>> keep_untokened(Excerpt.of(line)).text
    '放下油锯'
    >>> keep_untokened(Excerpt.of("<|图|>，<说明>")).text
    '<|图|>，<说明>'
    """
    return dropping(text, [found.span() for found in TOKEN.finditer(text.text)])


def keep_unannounced(text: Excerpt) -> Excerpt:
    """Leave out a line in which a model speaks of the text or of a picture.

    >>> keep_unannounced(Excerpt.of("以下是图片中的文字内容：")).text
    ''
    >>> keep_unannounced(Excerpt.of("以下是图片新闻：")).text
    '以下是图片新闻：'
    """
    return text[:0] if NOTE.fullmatch(text.text) else text


def keep_without_settings(lines: Lines) -> Lines:
    """Keep a page without the settings that a model writes before it.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("---\\nprimary_language: zh\\nis_table: False\\n---\\n放下油锯")
    >>> [line.text.text for line in keep_without_settings(page)]
    ['放下油锯']
    """
    page = gathered(lines)
    if "---" not in page.texts or not _SETTINGS.search(page.page):
        return lines
    outside: list[tuple[int, int]] = []
    first = 0
    for found in _SETTINGS.finditer(page.page):
        above = page.page.count("\n", 0, found.start())
        outside.append((first, above))
        first = above + found.group().count("\n") + 1
    kept: list[Line] = []
    for start, end in [*outside, (first, len(lines))]:
        gap = start > 0
        for line in lines[start:end]:
            kept.append(evolve(line, gap=line.gap + 1) if gap else line)
            gap = False
    return tuple(kept)

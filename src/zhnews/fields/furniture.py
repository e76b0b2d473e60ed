"""Does this line belong to the page rather than to an article?"""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.bylines import read_line
from zhnews.fields.folios import is_folio
from zhnews.fields.jobs import jobs
from zhnews.fields.jumps import is_jump
from zhnews.fields.names import folded
from zhnews.fields.page_editors import read_header_before_editors
from zhnews.fields.page_headers import read_header
from zhnews.vocab import STANDARD, Vocabulary, alternation
from zhnews.vocab.cues import cue_pattern

__all__ = ["read_furniture"]

#: No line of the page's furniture is longer, in characters.
LONGEST_LINE = 160


def read_furniture(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> str | None:
    """What kind of page furniture a line is; None where it is none.

    "folio", "page-editors", "contact", "jump", "notice", "masthead" (the
    number of the issue, the publisher's data), "page-number" or "crop-mark".

    >>> read_furniture("本版编辑 吉亚矫 美编 高妍"), read_furniture("（下转第4版）")
    ('page-editors', 'jump')
    >>> read_furniture("南屏县融媒体中心主办 邮箱：bao@nanping.example.cn")
    'masthead'
    >>> read_furniture("（责任编辑 陶然亭）") is None  # a credit
    True
    """
    line = text_of(text)
    printed = line.text
    if not printed or len(printed) > LONGEST_LINE:
        return None
    if len(printed) <= _LONGEST_NUMBER:
        for kind, form in _FORMS:
            if form.fullmatch(printed):
                return kind
    if is_jump(printed):
        return "jump"
    if _NAVIGATION.match(printed):
        return "notice"
    if _RUNNING.search(printed) and not _LABELLED.match(printed):
        return None
    if _cue(vocabulary).search(printed) or _PHONE.search(printed):
        copy = folded(printed)
        if _notice(vocabulary).fullmatch(copy):
            return "notice"
        if _has_page_people(copy, vocabulary):
            return "page-editors"
        reached = _how_reached(copy, vocabulary)
        if reached is not None:
            return reached
    headed = read_header_before_editors(line, vocabulary)
    header = headed[1] if headed is not None else read_header(line, vocabulary)
    if header is None:
        return None
    return "folio" if is_folio(header) else "masthead" if header.has("issue") else None


#: What running text has and furniture has not, unless a label opens the line.
_RUNNING = re.compile(r"[，。！？；“”「」的了是]")
_LABELLED = re.compile(r"[^，。]{1,14}[:：/／]")

#: What a paper's site prints around an article: the neighbours, the size of the type,
#: whose the rights are; when a column comes out, where to send what for it, and whose
#: opinions it prints.
_NAVIGATION = re.compile(
    r"\s*(?:[上下]一[篇條条][:：]|字[体體号號][:：]\s*[大中小【\[]"
    r"|版[权權]所有\s?[:：©\s]\s?\S"
    r"|[逢每](?:[周週]|星期|[礼禮]拜)[一二三四五六日天、至]{1,9}\s?(?:刊[出登]|[见見][报報])\s*$"
    r"|[（(]?(?:本[版刊栏欄頁页]|本?文|[来來]稿|文章|作者|以上|投[稿书書])[^。；：]{0,24}不代表本[报報刊社][^。，]{0,6}。?[）)]?$"
    r"|[■◎※●]?\s?[来來]稿[请請][^。]{2,60}[寄电電投]"
    r"|(?:(?:[上下]一[篇版期页頁]|放大|[缩縮]小|[默預][认設]|全文复制|打印(?:本页)?|关闭(?:窗口)?"
    r"|分享到?|朗读|PDF版?|版面导航|返回\S{2})[\s＋+－○<>«»|-]*){2,8}$)"
)

#: No page number or crop mark is longer, in characters.
_LONGEST_NUMBER = 24

_FORMS = (
    (
        "page-number",
        re.compile(
            r"\s*[-—–·.•]*\s*第?\s*[0-9０-９]{1,4}\s*[页頁]?\s*"
            r"(?:[/／共]\s*[0-9０-９]{1,4}\s*[页頁]?)?\s*[-—–·.•]*\s*"
            r"|\s*(?:Page|page|PAGE|P\.?)\s*[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?\s*"
            r"|\s*第\s*[0-9]{1,4}\s*[页頁][,，\s]*共\s*[0-9]{1,4}\s*[页頁]\s*"
            r"|\s*[-—–·]\s*(?:[ivxIVX]{1,6}|[一二三四五六七八九十]{1,3})\s*[-—–·]\s*"
        ),
    ),
    (
        "notice",
        re.compile(
            r"\s*[京津沪滬渝\u4e00-\u9fff]ICP[备備证證]\s?[0-9]{6,10}号?號?(?:-[0-9]{1,3})?\s*"
        ),
    ),
    (
        "jump",  # what ends an instalment: the next issue has the rest
        re.compile(
            r"\s*[(（\[【〔]?\s*(?:未完\s?[，,、]?\s?)?[待请請]\s?[续續](?:看?下期)?\s*[)）\]】〕]?\s*"
            r"|\s*[(（\[【〔]\s*(?:未完|[连連]\s?[载載]\s?(?:之?[0-9一二三四五六七八九十百]{1,4})?)"
            r"\s*[)）\]】〕]\s*"
        ),
    ),
    ("crop-mark", re.compile(r"\s*(?:[CMYK]\s?){3,8}\s*|[\s⊕◎✂+╋┼|]{1,6}[⊕✂╋┼][\s⊕◎✂+╋┼|]{0,6}")),
)


@lru_cache(maxsize=8)
def _cue(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A literal test: what any of the forms below has."""
    roles = vocabulary.table("roles")
    people = [word for word in roles.words_where("kind", "page") if len(word) > 1]
    furniture = vocabulary.table("furniture")
    contacts = furniture.words_where("kind", "contact")
    labels = ("编辑", "责编", *people, *contacts)
    spread = (f"{label[0]} {label[1]}" for label in labels if len(label) == 2)
    notices = furniture.words_where("kind", "notice")
    return cue_pattern((*labels, *spread, *notices, "@", "http", "www"))


#: A telephone number needs no label.
_PHONE = re.compile(r"[0-9０-９]{3,4}[-－—）)]\s?[0-9０-９]{7,8}")


# -- notices, people of the page, addresses -------------------------------------------


@lru_cache(maxsize=8)
def _notice(vocabulary: Vocabulary) -> regex.Pattern[str]:
    words = alternation(vocabulary.table("furniture").words_where("kind", "notice"))
    around = r"[\s·•.|,:!()\[\]【】《》<>«»+○—★☆●◆■-]*"
    return regex.compile(rf"{around}(?:{words}{around}){{1,8}}")


def _how_reached(copy: str, vocabulary: Vocabulary) -> str | None:
    """What kind of line says how the paper is reached, be it behind who publishes it."""
    if _contact(vocabulary).match(copy):
        return "contact"
    published = _published(vocabulary).match(copy)
    if published is not None and _contact(vocabulary).match(copy[published.end() :]):
        return "masthead"
    return None


@lru_cache(maxsize=8)
def _published(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """Who publishes the paper, before how it is reached: 南屏县融媒体中心主办　邮箱：…."""
    publishers = alternation(vocabulary.table("bodies").words_where("place", "publisher"))
    publishes = alternation(vocabulary.table("labels").words_where("says", "publishes"))
    return regex.compile(rf"\s*\p{{Han}}{{1,16}}{publishers}{publishes}\s+")


#: What parts a role from a name, or one name from the next.
_APART = re.compile(r"[\s:/|丨、,;]")


def _has_page_people(copy: str, vocabulary: Vocabulary) -> bool:
    """Whether a line names the people of the page: 本版编辑 …, 责任编辑/… 版式/…."""
    stripped = copy.strip()
    copy = _AT_DESK.sub(lambda found: " " * len(found[0]), copy)
    if stripped[:1] in ("(", "[", "【", "〔"):
        return False
    if not _APART.search(stripped) and jobs(vocabulary).pattern.match(stripped) is None:
        return False  # 律师协会劳动专业委员会主任仲裁: an office, and running text
    label = _contact(vocabulary).search(copy)
    end = label.start() if label is not None else len(copy)
    reading = read_line(copy, 0, end, vocabulary) if end > 3 else None
    if reading is None:
        return False
    return reading.page or (label is not None and reading.kind == "editor")


#: How the people of the page are reached: 本版编辑：李敏 联系电话：….
_AT_DESK = regex.compile(r"(?<=\s)联系(?=电话|邮箱|方式)")


@lru_cache(maxsize=8)
def _contact(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """A label with what it labels, or a number or an address by itself."""
    words = vocabulary.table("furniture").words_where("kind", "contact")
    labels = "|".join(
        r"\s{0,2}".join(map(regex.escape, word)) if len(word) == 2 else regex.escape(word)
        for word in sorted(words, key=len, reverse=True)
    )
    # each part takes all it can and gives nothing back: what fails after it fails at once
    run = r"\(?[0-9]{2,20}+\)?"
    five = r"(?=\(?[0-9](?:[\s()-]{0,3}[0-9]){4})"
    phone = rf"\+?{five}{run}(?:[\s-]{{1,2}}{run}){{0,5}}+"
    mail = r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}"
    site = r"(?:https?://)?(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,10}(?:/[\w./?=&%-]{0,80})?"
    way = rf"(?>{mail}|{site}|{phone})"
    value = rf"\s*[0-9(+]|\s+[A-Za-z0-9\p{{Han}}]{{1,30}}(?:\s|$)[^，。]*$|\s+{mail}"
    return regex.compile(
        rf"""
        (?<![\p{{Han}}A-Za-z])
        (?:
            (?:本报|本社|本刊|报社|昨日本报|本报昨日|本报今日|今日本报|昨日|今日)?(?:{labels})(?:\([^()]{{1,12}}\))?\s*(?:[:/]|(?={value}))
          | {way}(?:[\s,;/、]*+{way}){{0,3}}+\s*$
            (?<!^[0-9.\s]+)
        )
        """,
        regex.VERBOSE,
    )

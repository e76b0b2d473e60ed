"""Does this line belong to the page rather than to an article?"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.bylines import read_line
from zhnews.fields.folios import is_folio
from zhnews.fields.headers import read_header
from zhnews.fields.heads import without_people
from zhnews.fields.jobs import cue_pattern, jobs
from zhnews.fields.names import folded
from zhnews.vocab import STANDARD, Vocabulary, alternation

__all__ = ["read_furniture", "split_jumps"]

#: No line of the page's furniture is longer, in characters.
LONGEST_LINE = 160


def read_furniture(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> str | None:
    """What kind of page furniture a line is; None where it is none.

    "folio", "page-editors", "contact", "jump", "notice", "masthead" (the
    number of the issue, the publisher's data), "page-number" or "crop-mark".

    >>> read_furniture("本版编辑 吉亚矫 美编 高妍"), read_furniture("（下转第4版）")
    ('page-editors', 'jump')
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
    if printed[-1] not in _NO_JUMP and _JUMP_CUE.search(printed) and _is_jump(folded(printed)):
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
        if _contact(vocabulary).match(copy):
            return "contact"
    headed = without_people(line, vocabulary)
    header = headed[1] if headed is not None else read_header(line, vocabulary)
    if header is None:
        return None
    return "folio" if is_folio(header) else "masthead" if header.has("issue") else None


#: What running text has and furniture has not, unless a label opens the line.
_RUNNING = re.compile(r"[，。！？；“”「」的了是]")
_LABELLED = re.compile(r"[^，。]{1,14}[:：/／]")

#: What a paper's site prints around an article: the neighbours, the size of the type,
#: whose the rights are.
_NAVIGATION = re.compile(
    r"\s*(?:[上下]一[篇條条][:：]|字[体體号號][:：]\s*[大中小【\[]"
    r"|版[权權]所有\s?[:：©\s]\s?\S"
    r"|(?:(?:[上下]一[篇版期页頁]|放大|[缩縮]小|[默預][认設]|全文复制|打印(?:本页)?|关闭(?:窗口)?"
    r"|分享到?|朗读|PDF版?|版面导航|返回\S{2})[\s＋+－○<>«»|-]*){2,8}$)"
)

#: What a jump line may hold, and what none ends with.
_JUMP_CUE = re.compile(r"[转轉接见見续續刊][^，。！？的]{0,14}[版页頁叠0-9０-９][^，。！？]{0,10}$")
_NO_JUMP = frozenset("，。！？")

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
    words = (
        *people,
        "编辑",
        "责编",
        *vocabulary.table("furniture").words_where("kind", "contact", "notice"),
        *[
            "地 址",
            "电 话",
            "网 址",
            "邮 编",
            "传 真",
            "邮 箱",
            "社 址",
            "主 编",
            "责 编",
            "美 编",
            "校 对",
            "版 式",
            "编 审",
        ],
        "@",
        "http",
        "www",
    )
    return cue_pattern(words)


#: A telephone number needs no label.
_PHONE = re.compile(r"[0-9０-９]{3,4}[-－—）)]\s?[0-9０-９]{7,8}")


# -- jump lines --------------------------------------------------------------------

_PAGE = (
    r"(?:第\s?)?(?:[A-Z]{0,2}\s?[0-9]{1,3}|[一二三四五六七八九十]{1,3}|头)\s?[版页叠]?"
    r"(?:\s?(?:[-、,~至]|[—–]{1,2})\s?(?:第\s?)?[A-Z]?[0-9]{1,3}\s?[版页叠]?)?"
)
_JUMP = (
    r"[\s▲▼▶►→←◀◄☞＞>《<(\[【〔]*"
    r"(?:(?:文|图|正文|全文|内文|相关报道|相关新闻|详细报道|详情|更多报道|更多内容|有关报道|报道|相关内容|均)?\s?"
    r"(?:下\s?转|上\s?接|下\s?接|上\s?转|紧\s?接|紧\s?转|转\s?下|转\s?入|续\s?接|详\s?见|刊\s?于|刊\s?登\s?于|转|接|见|刊|续))"
    rf"\s?{_PAGE}(?:(?<=[版页叠])[·《\s-]{{0,2}}\p{{Han}}{{0,6}}》?"
    r"|(?<=[0-9])(?:[·《\s-]{1,2}\p{Han}{0,6}》?)?)"
    r"[\s▲▼▶►→←◀◄☞>＞)\]】〕》]*"
)


@cache
def _jumps() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{_JUMP}){{1,3}}")


@cache
def _jump_at_end() -> regex.Pattern[str]:
    return regex.compile(rf"[(\[【〔]{_JUMP}$")


@cache
def _jump_at_start() -> regex.Pattern[str]:
    return regex.compile(rf"\s*[(\[【〔]{_JUMP}(?<=[)\]】〕]\s*)")


def _is_jump(copy: str) -> bool:
    whole = copy.count("(") == copy.count(")")  # not half of a line
    return whole and _jumps().fullmatch(copy) is not None


#: No jump line is longer, in characters; and what one has at a paragraph's head,
#: and at its end.
_LONGEST_JUMP = 30
_JUMPS_BACK, _JUMPS_ON = re.compile("[接轉转續续]"), re.compile("[接轉转見见]")


def split_jumps(text: str | Excerpt) -> tuple[Excerpt, tuple[Excerpt, ...]]:
    """A paragraph without the bracketed jump lines at its ends, and those lines.

    >>> rest, jumps = split_jumps("（上接第1版）今年以来，产量增长。（下转第4版）")
    >>> print(rest, [jump.text for jump in jumps])
    今年以来，产量增长。 ['（上接第1版）', '（下转第4版）']
    """
    rest = text_of(text)
    jumps: list[Excerpt] = []
    opening = rest.text[:_LONGEST_JUMP]
    if _JUMPS_BACK.search(opening):
        head = _jump_at_start().match(folded(opening))
        if head is not None:
            jumps.append(rest[: head.end()].strip())
            rest = rest[head.end() :].strip()
    closing = rest.text[-_LONGEST_JUMP:]
    if _JUMPS_ON.search(closing):
        start = max(closing.rfind(mark) for mark in "（([【〔")
        tail = _jump_at_end().match(folded(closing), start) if start >= 0 else None
        if tail is not None:
            cut = len(rest) - len(closing) + start
            jumps.append(rest[cut:].strip())
            rest = rest[:cut].strip()
    return rest, tuple(jumps)


# -- notices, people of the page, addresses -------------------------------------------


@lru_cache(maxsize=8)
def _notice(vocabulary: Vocabulary) -> regex.Pattern[str]:
    words = alternation(vocabulary.table("furniture").words_where("kind", "notice"))
    around = r"[\s·•.|,:!()\[\]【】《》<>«»+○—★☆●◆■-]*"
    return regex.compile(rf"{around}(?:{words}{around}){{1,8}}")


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

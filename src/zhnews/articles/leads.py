"""What do a paragraph's words say of where an article begins, before it or after it?

A report opens with what is new: a day, who published what, the purpose, names in
full. A later paragraph goes on with a link word, a pronoun, somebody who is quoted.
A date alone, a note or a salutation tells what may come below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import compress, repeat
from operator import is_not

from zhnews.chinese import fold
from zhnews.fields.captions import read_caption_mark
from zhnews.fields.days import PRINTED_DAY
from zhnews.vocab import STANDARD, alternation
from zhnews.vocab.cues import in_either_script

__all__ = [
    "closes_text",
    "closing_marks",
    "greets_paper",
    "is_salutation",
    "opening_marks",
    "opens_report",
    "speaker_in_talk",
    "turn_in_talk",
]

#: How much of a paragraph is read for how it opens, and for a short name that it
#: gives to something, in characters.
OPENING = 60
NAMING = 160

#: A paragraph that is only a date, closing a notice, is no longer than this.
LONGEST_CLOSING = 16

_DAY = r"\d{1,2}\s?日"
_DATE = rf"(?:\d{{4}}\s?年)?\s?\d{{1,2}}\s?月\s?{_DAY}"
_DATED = re.compile(rf"{_DATE}|{_DAY}[,上下]")
_CLOSING_DATE = re.compile(r"\(?(?:\d{4}|[一二〇○零三四五六七八九]{4})\s?年.{1,9}日\)?|" + _DATE)
_NOTE = re.compile(r"\(?注\d{0,2}[:.]")

#: What a listed company's notice must begin with: whose word stands for what it says.
_PLEDGE = (
    r"本公司(?:(?:及|和)?(?:董事会|监事会|全体董事|董事会全体成员|其)|、|及|和){1,5}[^,。]{0,8}保证"
)

#: How a paragraph opens whatever its words, over folded text: names and patterns.
_FORMS = (
    (
        "a list that goes on",
        r"[二三四五六七八九]是|其[二三四]|第[二三四五六七八九十][,、]"
        r"|\([二三四五六七八九十2-9]\)|最后[,是]|其次",
    ),
    ("a quotation at its head", r"[“‘]"),
    ("a notice's pledge", _PLEDGE),
    (
        "a notice's formula",
        r"受[^,。]{2,16}委托|[^,。]{2,12}遗失|因[^,。]{2,24},(?:定于|拟|现|自)"
        r"|[^。:]{0,50}(?:公告|公示|通告|通知|声明|公布)如下",
    ),
    ("a lead", r"记者从|据.{2,16}(?:消息|报道)"),
    ("more of the same", r"[^,。]{1,14}(?:还|也|则|又|更|却)"),
    ("what was named before", r"[^,。]{0,8}[该此这其]"),
)
_WITH_COLON = (("a label", r"[\u4e00-\u9fff]{4,8}:"),)
_WITH_TITLE = (("a word that continues", r"《[^》]{1,12}》(?:提出|要求|明确|指出|强调)"),)
_WITH_YEAR = (("of late", r"\d{4}\s?年(?!\s?\d)"),)
_WITH_DAY = (
    ("a date at its head", _DATED.pattern),
    (  # not the day until which, or from which, something is done
        "a day in its first words",
        rf"(?!{_DATE}|\d)[^,。:]{{1,29}}?[^\d于至自到从\s月]\s?(?:\d{{1,2}}\s?月\s?)?{_DAY}",
    ),
)


#: What tells that a report opens, and what tells against it.
_NEWS = frozenset(
    {
        "a lead",
        "a date at its head",
        "a day in its first words",
        "a purpose at its head",
        "a paper that comes out",
        "a short name is given",
    }
)
_GOING_ON = frozenset(
    {
        "a word that continues",
        "a list that goes on",
        "a turn in a talk",
        "a closing date",
        "a label",
        "somebody who speaks",
        "what was named before",
    }
)


@cache
def _closing() -> re.Pattern[str]:
    """Its day, a note in brackets, the paper's office that signs it, whom to call."""
    labels = STANDARD.table("labels")
    number = in_either_script(labels.words_where("says", "number"))
    offices = in_either_script(labels.words_where("says", "office"))
    return re.compile(
        rf"{PRINTED_DAY}|[（(][^（）()]{{5,}}[)）]|本[报報刊社]社?{offices}"
        rf"|[\u4e00-\u9fff]{{2,6}}{number}\s?[：:]\s?[\d（(].*"
    )


@cache
def speaker_in_talk() -> str:
    """A pattern for the words that say who speaks in a talk (记者, 答), over raw text."""
    return in_either_script(STANDARD.table("labels").words_where("says", "talk"))


def turn_in_talk() -> str:
    """A pattern for such a word before what is said."""
    return rf"{speaker_in_talk()}\s?[：:]"


@cache
def _openings() -> list[tuple[str, list[str], re.Pattern[str]]]:
    """How paragraphs open: a character that some openings have, their names, one pattern for all.

    One match tells of all: a match for each of two dozen took three times as long.
    """
    table = STANDARD.table("openings")
    kinds = ("notice", "continues", "lead", "lately", "purpose", "hour", "speaks", "publishes")
    words = {kind: fold(alternation(table.words_where("says", kind))) for kind in kinds}
    places = fold(alternation(STANDARD.table("places").words))
    labels = STANDARD.table("labels")
    abstract = "|".join(map(_may_be_spaced, labels.words_where("says", "abstract")))
    # essays go on so: 今天，我们…; and reports of what a reader called about: 昨天，记者来到现场
    nowadays = "[今如][天日今],(?![^。]{0,12}记者)"
    visit = r"[^。]{0,16}记者(?:[来赶]到(?:事发)?现场|联系[了上到]|致电|拨打)"
    by_words = (
        ("an abstract or an editor's note", rf"[【\[]?(?:{abstract})"),
        ("a notice's formula", words["notice"]),
        ("a word that continues", rf"{words['continues']}|{visit}"),
        ("a lead", rf"(?!{nowadays}|{visit})[^,。]{{0,30}}{words['lead']}"),
        ("of late", words["lately"]),
        ("a purpose at its head", words["purpose"]),
        (
            "an hour at its head",
            rf"(?!{visit})(?:[今昨前当次][天日晨晚])?{words['hour']}|\d{{1,2}}\s?[时点]",
        ),
        ("somebody who speaks", rf"[^,。“:]{{1,24}}{words['speaks']}[,:“]"),
    )
    paper = ("a paper that comes out", rf"[^,。]{{0,40}}{words['publishes']}了?[^,。]{{0,12}}《")
    turn = rf"(?:{speaker_in_talk()}|(?!摘要|关键词|提要|附注|编者)[\u4e00-\u9fff]{{2,3}})\s?:"
    with_colon = (
        ("a turn in a talk", turn),
        ("a salutation", _salutation().pattern),
        ("a place and a colon", rf"{places}[省市县]?:"),
    )
    openings = {
        "": (*_FORMS, *by_words),
        ":": (*_WITH_COLON, *with_colon),
        "《": (*_WITH_TITLE, paper),
        "年": _WITH_YEAR,
        "日": _WITH_DAY,
    }
    return [
        (character, [name for name, _ in forms], re.compile(_all_of(forms)))
        for character, forms in openings.items()
    ]


def _all_of(forms: Sequence[tuple[str, str]]) -> str:
    """A pattern with a group for each form; those are set that a text begins with."""
    return "".join(f"(?=({form})|)" for _, form in forms)


def _may_be_spaced(label: str) -> str:
    """A label as a pattern: in two characters print may leave a space (摘　要)."""
    return r"\s?".join(label) if len(label) == 2 else label


#: Older papers set the letter right behind whom it is written to: 编辑同志：我们这里多雨。
_TO_EDITORS = r"编[辑者](?:部|同志|先生)(?:们|负责同志)?:(?=[^,。:]{4})"


@cache
def _salutation() -> re.Pattern[str]:
    """Whom a letter or an official document is written to, over folded text.

    A document names all that it is sent to: 各县(市、区)人民政府,市政府各部门:.
    """
    words = alternation(STANDARD.table("labels").words_where("says", "salutation"))
    bodies = alternation(STANDARD.table("bodies").words_where("place", "called"))
    return re.compile(rf"{words}[^,。:]{{0,10}}:$|{_TO_EDITORS}|各[^。:“]{{1,56}}{bodies}:$")


@cache
def _greeting() -> re.Pattern[str]:
    words = in_either_script(STANDARD.table("labels").words_where("says", "paper"))
    return re.compile(rf"(?:尊敬的)?{words}[：:]")


def _gives_short_name(folded: str) -> bool:
    """Whether a text gives a short name to something that it names."""
    return any(words in folded for words in _short_names())


@cache
def _short_names() -> tuple[str, ...]:
    return STANDARD.table("openings").words_where("says", "names")


def opening_marks(text: str) -> list[str]:
    """What the first words of a paragraph say of its place, by name.

    >>> opening_marks("市图书馆新馆5日开馆，读者凭身份证即可借书。")
    ['a day in its first words']
    >>> opening_marks("此外，新馆设有儿童阅览室。"), opening_marks("2012年3月5日")
    (['what was named before', 'a word that continues'], ['a closing date'])
    """
    head = fold(text[:OPENING])
    if _is_closing_date(text, head):
        return ["a closing date"]
    marks: list[str] = []
    for character, names, openings in _openings():
        if character in head and (found := openings.match(head)):
            marks += compress(names, map(is_not, found.groups(), repeat(None)))
    first = text[:NAMING]  # each word that gives a name has one of the two characters
    if ("称" in first or "稱" in first) and _gives_short_name(fold(first)):
        marks.append("a short name is given")
    if _is_bracketed(head, text):
        marks.append("all in brackets")
    if "a salutation" in marks:  # 贵报： is no speaker, 编辑同志： no label
        marks = [mark for mark in marks if mark not in ("a turn in a talk", "a label")]
    return list(dict.fromkeys(marks))


def opens_report(text: str) -> bool:
    """Whether a paragraph opens as reports do, so that a line above it is a headline.

    >>> opens_report("泽川市近日出台办法，规范共享单车停放。"), opens_report("该办法近日出台。")
    (True, False)
    """
    marks = opening_marks(text)
    return not _NEWS.isdisjoint(marks) and _GOING_ON.isdisjoint(marks)


def is_salutation(text: str) -> bool:
    """Whether a line calls whom a letter is written to.

    >>> is_salutation("编辑同志："), is_salutation("市规划局局长李敏：")
    (True, False)
    """
    return text.endswith(("：", ":")) and _salutation().match(fold(text)) is not None


def greets_paper(text: str) -> bool:
    """Whether a line is the salutation of a letter to the paper.

    >>> greets_paper("编辑同志："), greets_paper("尊敬的市民：")
    (True, False)
    """
    return _greeting().fullmatch(text) is not None


def closes_text(text: str) -> bool:
    """Whether a line closes a notice or a piece, or says where a figure is from.

    Such lines end without a stop and are no headlines.

    >>> closes_text("2023年5月18日"), closes_text("监督电话：2345678"), closes_text("停水通告")
    (True, True, False)
    """
    return _closing().fullmatch(text) is not None or read_caption_mark(text) == "data"


def closing_marks(text: str) -> list[str]:
    """What a paragraph says of what comes after it, by name.

    >>> closing_marks("二〇一二年三月五日")
    ['a closing date before', 'an unfinished paragraph before']
    >>> closing_marks("注：数据来自统计公报。"), closing_marks("编辑同志：")
    (['a note before'], ['a call before'])
    """
    head = fold(text[: LONGEST_CLOSING + 1])
    marks = []
    if _is_closing_date(text, head):
        marks.append("a closing date before")
    if head.endswith(":") and len(text) == len(head):
        marks.append("a call before")
    if _NOTE.match(head):
        marks.append("a note before")
    if text.startswith("本公司") and re.match(_PLEDGE, fold(text[:OPENING])):
        marks.append("a pledge before")
    if _is_bracketed(head, text):
        marks.append("all in brackets before")
    if text[-1] not in "。！？…”’」』）)!?.：:":
        marks.append("an unfinished paragraph before")
    return marks


def _is_closing_date(text: str, head: str) -> bool:
    return len(text) <= LONGEST_CLOSING and _CLOSING_DATE.fullmatch(head.strip()) is not None


def _is_bracketed(folded: str, text: str) -> bool:
    return folded[0] in "([【" and text[-1] in ")）]】"

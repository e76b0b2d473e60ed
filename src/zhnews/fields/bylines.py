"""Is this passage nothing but a credit, and whom does it name?

The forms of a byline, a signature, a picture credit, an editor's line:
role words with names before or behind them, and nothing that is neither.
"""

from __future__ import annotations

import re
from functools import lru_cache

import regex
from attrs import evolve

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.affiliations import behind_class, behind_institution, behind_town
from zhnews.fields.assembly import read_jobs
from zhnews.fields.names import folded, names_between
from zhnews.fields.notes import institution_of, is_office, read_note, read_office, read_picture
from zhnews.fields.outlets import outlets
from zhnews.fields.readings import CreditLine, Draft, Reading
from zhnews.vocab import STANDARD, Vocabulary
from zhnews.vocab.cues import cue_pattern

__all__ = [
    "RUNNING", "SENTENCE", "credit_cue", "read_credit_line", "read_line", "read_printed",
    "read_signed", "read_titled_picture",
]  # fmt: skip

#: The longest credit line, in characters: a list of some thirty names.
LONGEST_LINE = 160


def read_credit_line(
    text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD
) -> CreditLine | None:
    """The credits of a passage that holds nothing else; None for any other.

    >>> line = read_credit_line("本报记者 耿星河 实习生 林小桥")
    >>> [(credit.name.text, credit.role) for credit in line.credits]
    [('耿星河', 'reporter'), ('林小桥', 'reporter')]
    >>> read_credit_line("居民在“邻里食堂”就餐。林小桥 摄") is None  # a caption
    True
    >>> read_credit_line("记者了解到") is None
    True
    """
    passage = text_of(text)
    reading = read_printed(passage.text, vocabulary)
    return None if reading is None else reading.on(passage)


def read_printed(printed: str, vocabulary: Vocabulary) -> Reading | None:
    """The same by offsets, for a line as it is printed."""
    if not 2 <= len(printed) <= LONGEST_LINE:
        return None
    running = _NO_RUNNING.sub("", printed) if _MAY_STAND.search(printed) else printed
    if RUNNING.search(running) and "作者" not in printed and "译自" not in printed:
        return None
    if read_titled_picture(printed) is not None:
        return None  # what it says first is the picture's title, and no name
    if printed[-1] == "著" and len(printed) <= LONGEST_SET_SOLID:
        return _read_set_solid(folded(printed), vocabulary)
    cued = printed[0] in "（(" or printed.endswith(_MADE)
    if not cued and not credit_cue(vocabulary).search(printed):
        return None
    line = folded(printed)
    reading = read_line(line, 0, len(line), vocabulary) or _read_bare(line, vocabulary)
    if reading is None or (reading.page and not _bracketed(line)):
        return None
    return reading


def read_titled_picture(printed: str) -> tuple[int, Reading] | None:
    """Where the credit begins behind the title of a picture, and who made that; None without.

    Title pieces of supplements are works with a title: who made one stands last.

    >>> read_titled_picture("题图：秋水长天（国画） 李敏 作")[0]
    12
    >>> read_titled_picture("插图：李敏 王芳 绘") is None  # two names
    True
    """
    found = _TITLED_PICTURE.match(printed) if printed[:1] in _LABELS else None
    if found is None:
        return None
    role = "photographer" if found["did"] in "摄攝" else "illustrator"
    start = found.start("name")
    return start, Reading((Draft((found.span("name"),), role, None),), "photo")


#: What stands behind who made a work, set off: other words end with the character too (工作).
_MADE = (" 作", "\u3000作")

#: How a picture's label begins; and such a label, the title of four characters or more, in
#: brackets the art, and who made it.
_LABELS = ("题", "題", "插", "配", "图", "圖")
_TITLED_PICTURE = re.compile(
    r"(?:[题題插配][图圖]|[图圖])\s?[:：]\s?"
    r"(?:[^\s：:，。（(]{2,16}[（(][^（()）]{2,4}[)）]\s?|[^\s：:，。、（(]{5,16}\s)"
    r"(?P<name>[\u4e00-\u9fff]{2,4})\s?(?P<did>[摄攝作绘繪画畫书書])\Z"
)


@lru_cache(maxsize=8)
def credit_cue(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A literal test over raw text: what every credit line has."""
    words = tuple(word for word in vocabulary.table("roles").words if len(word) > 1)
    marks = (
        "摄",
        "发",
        "绘",
        "译",
        "作者",
        "资料图",
        "社/",
        "教授)",
        "研究员)",
        "讲师)",
        " 文",
        " 著",
        "级 ",
        "班 ",
        " 图",
        "/文",
        "/图",
        "／",
        "社稿",
        *"□■◎○◇◆●△☆⊙◉※✎",
    )
    before = (
        f"{task}{mark}" for task in "文图" for mark in (":", "/", "|", "丨", " |", " /", " :")
    )
    return cue_pattern((*words, *marks, *before))


#: A name with what its bearer did right behind it, in characters.
LONGEST_SET_SOLID = 12


def _read_set_solid(line: str, vocabulary: Vocabulary) -> Reading | None:
    """杜怀远著, where letter-spacing was taken out; else what is set apart: 杜怀远 著."""
    end = len(line) - 1
    if not 2 <= end <= LONGEST_NAMES_SOLID or " " in line:
        return read_line(line, 0, len(line), vocabulary)
    names = names_between(line, 0, end, vocabulary)
    return (
        Reading(tuple(Draft(name, "author", None) for name in names), "byline") if names else None
    )


#: One name and no more.
LONGEST_NAMES_SOLID = 4


def _read_bare(line: str, vocabulary: Vocabulary) -> Reading | None:
    """（钟离 袁小溪）: a signature on a line of its own."""
    inner = line.strip()
    if inner[0] != "(" or inner[-1] != ")" or len(inner) < 4:
        return None
    start = line.index("(") + 1
    return read_signed(line, start, start + len(inner) - 2, vocabulary)


def read_signed(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """Names in brackets that no role word vouches for, but the place where they stand.

    An institution may stand before them (文学院 王悦), others with their jobs behind
    them (周明 通讯员 何涛).
    """
    begin = behind_institution(line, start, end)
    begin = begin if begin > start else behind_town(line, start, end, vocabulary)
    owner = (start, start + len(line[start:begin].rstrip())) if begin > start else None
    if line[begin:end] in outlets(vocabulary):
        return None  # （路透）
    names = names_between(line, begin, end, vocabulary, job="signed")
    if names:
        return Reading(tuple(Draft(name, "author", owner) for name in names), "byline")
    cut = _JOB_BEHIND.search(line, begin, end)
    first = cut and names_between(line, begin, cut.start(), vocabulary, job="signed")
    rest = read_jobs(line, cut.end(), end, vocabulary) if cut and first else None
    if not first or rest is None or not rest.drafts or rest.page:
        return None
    own = tuple(Draft(name, "author", owner) for name in first)
    return evolve(rest, drafts=(*own, *rest.drafts))


#: What parts names without a job from those with one.
_JOB_BEHIND = regex.compile(r"[\s、]+(?=[\p{Han}·]{0,12}(?:记者|通讯员|实习生|报道员))")


def _bracketed(line: str) -> bool:
    inner = line.strip()
    return bool(inner) and inner[0] in "([【〔" and inner[-1] in ")]】〕"


#: What running text has and a credit has not, but for an author's note: the
#: cheapest test of all, over raw text.
RUNNING = re.compile(r"[。，！？；“”「」《》…的了是在不这這們们他她]")

#: The column that reporters of an agency write for: 新华社“新华视点”记者.
COLUMN = regex.compile(r"[“「][^“”「」\s]{2,8}[”」](?=记者|記者)")

#: What looks like running text in a credit, and is none: 阿不都 opens names, 中青在线 is a site.
_NO_RUNNING = regex.compile(rf"{COLUMN.pattern}|阿不(?=[都力来])|在[线線](?=记者|記者)")
_MAY_STAND = re.compile("[”」]|阿不|在[线線]")

#: Sentence marks: a passage with one is no credit, but for an author's note.
SENTENCE = regex.compile(r"[。!?！？“”《》…]")

_CLOSE = re.compile(r"[)\]】〕]")

#: A mark before the name of the author (□ 沙鸥).
SIGNATURE = regex.compile(r"\s*[□■◎○●◇◆△☆★◯▢▣◻◼⊙◉※✎]\s*")


@lru_cache(maxsize=512)  # furniture, bylines and paragraphs' ends ask the same
def read_line(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """What a stretch of a folded text says of its makers, if nothing else."""
    while start < end and line[start].isspace():
        start += 1
    while start < end and line[end - 1].isspace():
        end -= 1
    if end - start < 2:
        return None
    if _BETWEEN.search(line, start, end):
        line = _BETWEEN.sub(" ", line)
    if "·" in line:
        line = _LABEL_DOT.sub(":", line)
    if "”记者" in line:
        line = COLUMN.sub(lambda column: " " * len(column[0]), line)
    if (
        line[start] in "([【〔"
        and line[end - 1] in ")]】〕"
        and not _CLOSE.search(line, start + 1, end - 1)
    ):
        start, end = start + 1, end - 1
    note = read_note(line, start, end, vocabulary)
    if note is not None:
        return note
    if SENTENCE.search(line, start, end):
        return None
    return (
        read_picture(line, (start, end), vocabulary, read_line)
        or _read_named_first(line, start, end, vocabulary)
        or _read_signature(line, start, end, vocabulary)
        or read_jobs(line, start, end, vocabulary)
        or _read_pupil(line, start, end, vocabulary)
        or _read_reported(line, start, end, vocabulary)
        or (_read_mark_and_office(line, start, end, vocabulary) if "/" in line else None)
    )


def _read_pupil(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """文学院2022级 林小满, 三(2)班 李梓涵 指导老师 王芳: the class before the name."""
    begin = behind_class(line, start, end)
    if begin == start:
        return None
    owner = (start, start + len(line[start:begin].rstrip()))
    guide = _GUIDE.search(line, begin, end)
    names = names_between(line, begin, guide.start() if guide else end, vocabulary)
    rest = read_jobs(line, guide.end() - 4, end, vocabulary) if guide else None
    if not names or (guide and rest is None):
        return None
    guides = rest.drafts if rest is not None else ()
    return Reading((*(Draft(name, "author", owner) for name in names), *guides), "byline")


#: 报道：李敏, as papers of Malaysia have it; and the dot that is a colon there: 摄影·陈忠兴.
_REPORTED = re.compile(r"(?:独家|特别|联合)?报[道导]\s?[:|◎]\s?")
_LABEL_DOT = regex.compile(
    r"(?<=(?<!\p{Han})(?:报道|报导|摄影|撰文|文字|图片|采访|整理|翻译))·(?=\p{Han})"
)


def _read_reported(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """报道：李敏: the task before the name, which only its colon tells from 北京报道 and a name."""
    label = _REPORTED.match(line, start, end)
    names = names_between(line, label.end(), end, vocabulary) if label is not None else None
    return (
        Reading(tuple(Draft(name, "reporter", None) for name in names), "byline") if names else None
    )


_GUIDE = regex.compile(r"[\s(]+(?:指导|辅导)(?:老师|教师)")


#: The same mark before each of several entries: ■责编 李敏 ■美编 王建国.
_BETWEEN = regex.compile(r"(?<=\p{Han}\s+)[■□●◆▲○◎⊙◇](?=\s?\p{Han})")


#: What the author is, in brackets behind the name: （媒体人）, （山东）.
_SAID_BEHIND = regex.compile(r"(?P<names>[^()]+)\((?P<said>\p{Han}{2,16})\)")

#: The same as letters to papers of Taiwan have it: 陈大文/高中教师(台中市).
_SAID_AT = regex.compile(
    r"(?P<names>\p{Han}{2,4})\s?/\s?(?P<said>\p{Han}{2,24})(?:\((?!.{0,8}[报社])\p{Han}{2,8}\))?"
)

#: The same before the name and a space: 某部政治委员 张明远.
_SAID_BEFORE = regex.compile(r"(?P<said>\p{Han}{3,24})\s+(?P<names>\p{Han}{2,4}|\p{Han}\s+\p{Han})")


def _read_mark_and_office(
    line: str, start: int, end: int, vocabulary: Vocabulary
) -> Reading | None:
    """What stands behind a signature's mark, where it says what the author is too."""
    said = _SAID_BEHIND.fullmatch(line, start, end)
    if said is None or "/" in said["names"]:
        said = _SAID_AT.fullmatch(line, start, end) or _SAID_BEFORE.fullmatch(line, start, end)
        if said is None or not is_office(said["said"], vocabulary):
            return None
    elif said["said"] in vocabulary.table("formulas").words:
        return None  # （节选）, （化名）
    names = names_between(line, *said.span("names"), vocabulary)
    if not names:
        return None
    owner = institution_of(line, *said.span("said"), vocabulary)
    return Reading(tuple(Draft(name, "author", owner) for name in names), "byline")


#: A pen name has no surname; set apart from the mark, it is no item of a list.
_PEN_NAME = regex.compile(r"(?<=\s)\p{Han}{2,3}")


#: What an office in brackets may begin with: （作者系安陵大学教授）.
_SAID_OF_AUTHOR = re.compile("(?:本文|第一)?作者(?:系|为|是|现任)?")


def _read_named_first(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """王建国(本报记者), 作者:李敏(安陵大学教授): the office in brackets behind the name."""
    if line[end - 1] != ")":
        return None
    opened = line.find("(", start + 2, end)
    if opened < 0:
        return None
    said = _SAID_OF_AUTHOR.match(line, opened + 1, end)
    office = read_office(line, said.end() if said else opened + 1, end - 1, vocabulary)
    if office is None:
        return None
    role, owner = office
    names = names_between(line, start, opened, vocabulary)
    if names:
        return Reading(tuple(Draft(name, role, owner) for name in names), "byline", owner)
    named = read_jobs(line, start, opened, vocabulary) if role == "author" else None
    if named is None or [draft.role for draft in named.drafts] != ["author"]:
        return None
    return Reading(tuple(evolve(draft, organization=owner) for draft in named.drafts), "byline")


def _read_signature(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """□ 沙鸥 蓝田玉: the names behind a mark, without a role word."""
    mark = SIGNATURE.match(line, start, end)
    if mark is None:
        return None
    # (文 and 图 are role words where nothing touches them)
    unmarked = SIGNATURE.sub(lambda found: " " * len(found[0]), line, 1, pos=start)
    reading = read_jobs(unmarked, mark.end(), end, vocabulary)
    if reading is not None:
        return reading
    with_office = _read_mark_and_office(line, mark.end(), end, vocabulary)
    if with_office is not None:
        return with_office
    pupil = _read_pupil(unmarked, mark.end(), end, vocabulary)
    if pupil is not None:
        return pupil
    names = names_between(line, mark.end(), end, vocabulary)
    if names is None and line[start] in "□■◎" and _PEN_NAME.fullmatch(line, mark.end(), end):
        names = names_between(line, mark.end(), end, vocabulary, job="spaced")
    if not names:
        return None
    return Reading(tuple(Draft(name, "author", None) for name in names), "byline")

"""Which credits name no person, or name one in a sentence?

The author's note （作者系某大学教授）, and pictures of an agency: 新华社发.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Literal

import regex
from attrs import evolve

from zhnews.fields.jobs import owner_pattern
from zhnews.fields.names import names_between
from zhnews.fields.outlets import outlets
from zhnews.fields.readings import Draft, Reading
from zhnews.vocab import STANDARD, Vocabulary, alternation

__all__ = ["institution_of", "is_office", "read_note", "read_office", "read_picture"]


# -- an author's note ------------------------------------------------------------


@cache
def _note_pattern() -> regex.Pattern[str]:
    return regex.compile(
        r"""
        (?:本文|作者简介[:\s]*+)?(?:第一)?(?:作者|执笔人?|撰稿人?|撰文|译者)
        (?:
            [:\s]*+(?P<name>\p{Han}{2,4}?(?:\s\p{Han})?)[,\s]*+(?:系|为|是|现任|(?:作者)?单位[:\s]*+|,)[\s]*+
            (?<!^.{0,4}单位.{0,9})
          | (?:分别|单位|均|皆)?+
            (?:系|[现曾]?为|是|单位|:|[现曾]任|简介|(?P<works>来自|[供任就]职于?|从事|就读于?))+[:\s]*+
        )
        (?P<rest>[^()]*+(?:\([^()]*+\)[^()]*+)?+)
        """,
        regex.VERBOSE,
    )


@lru_cache(maxsize=8)
def _title_pattern(vocabulary: Vocabulary) -> regex.Pattern[str]:
    titles = alternation(vocabulary.table("titles").words)
    return regex.compile(rf"(?:[、,兼\s]*{titles})+$")


def is_office(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text ends with an office, whatever it is of: 某部政治委员."""
    return _title_pattern(vocabulary).search(text) is not None


@cache
def _institution() -> regex.Pattern[str]:
    """The name of an institution; without one the note names an office only."""
    endings = alternation(STANDARD.table("bodies").words_where("place", "author"))
    return regex.compile(rf"[\p{{Han}}A-Za-z0-9·“”]{{2,30}}?{endings}+")


def institution_of(
    line: str, start: int, end: int, vocabulary: Vocabulary
) -> tuple[int, int] | None:
    """The institution that an office is of, or that stands alone: 安陵大学教授, 安陵大学."""
    title = _title_pattern(vocabulary).search(line, start, end)
    end = title.start() if title is not None else end
    return (start, end) if _institution().fullmatch(line, start, end) is not None else None


#: The first office of several: 安陵大学教授、泽川大学讲师.
_FIRST = regex.compile(r"[^、,;]{3,}+")


#: What joins an author and what the author is; and how words for a person end that no table
#: of offices has, enough in brackets of their own: （作者為台南市民）.
_IS = "系为是任"
_OF_A_KIND = regex.compile(r"(?<=\p{Han}{2})[民人者员师生长妈母父家友]$")

#: The author behind where the author works: 作者单位：安陵大学 作者：李敏.
_NAMED_BEHIND = regex.compile(r"[\s,;]+作者(?:姓名)?\s?:\s?(?P<name>\p{Han}{2,4}(?:\s\p{Han})?)$")

#: Who made the piece out of one in another language, and which.
_COMPILED = regex.compile(
    r"(?P<names>\p{Han}{2,4}?(?:[、\s]\p{Han}{2,4}?){0,2})\s?(?:编译|摘译|翻译|译)自.{2,60}"
)


def read_note(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """（作者系某大学教授）: what the author is, and the name where it is there too."""
    if line.find("译自", start, end) > 0:
        return _read_compiler(line, start, end, vocabulary)
    opening = line[start : start + 6]
    if not any(word in opening for word in ("作者", "执笔", "撰稿", "译者", "撰文")):
        return None
    if "作者" not in opening and line.find("记者", start, end) > 0:
        return None  # 撰文：南方日报记者 李敏 is a byline
    behind = _NAMED_BEHIND.search(line, start, end) if opening.startswith("作者单位") else None
    end = behind.start() if behind is not None else end
    note = _note_pattern().fullmatch(line, start, end)
    if note is None:
        return None
    left, right = note.span("rest")
    first = _FIRST.match(line, left, right)
    office = first.span() if first is not None else (left, right)
    title = _title_pattern(vocabulary).search(line, *office)
    if note["name"] is None and not (note["works"] or (title and line[left - 1] in _IS)):
        names = names_between(line, left, right, vocabulary, job="spaced")
        if names and right - left <= 12 and not _institution().match(line, left, right):
            return None  # 作者：沙鸥 is a byline
    left, right = office
    enclosed = line[:start].endswith("(") and (
        note["works"] or _OF_A_KIND.search(line, left, right)
    )
    if not (title or enclosed or _institution().match(line, left, right)):
        return None
    cut = title.start() if title is not None else right
    owner = (left, cut) if cut - left > 2 else None
    drafts: tuple[Draft, ...] = ()
    named = note if behind is None else behind
    if named["name"] is not None:
        names = names_between(line, *named.span("name"), vocabulary, job="spaced")
        drafts = tuple(Draft(name, "author", owner) for name in names or ())
    return Reading(drafts, "author-note", owner)


def _read_compiler(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """（李敏编译自《自然》杂志）: who made the piece, and out of which."""
    compiled = _COMPILED.fullmatch(line, start, end)
    names = names_between(line, *compiled.span("names"), vocabulary) if compiled else None
    if not names:
        return None
    return Reading(tuple(Draft(name, "compiler", None) for name in names), "byline")


def read_office(
    line: str, start: int, end: int, vocabulary: Vocabulary
) -> tuple[str, tuple[int, int] | None] | None:
    """The role that an office by itself stands for, and whose it is: 本报记者.

    A scholar's office (安陵大学教授) makes an author.
    """
    match = _office_pattern(vocabulary).fullmatch(line, start, end)
    if match is not None:
        owner = match.span("owner")
        if match["owner"] and owner_pattern(vocabulary).fullmatch(line, *owner) is None:
            return None
        role = vocabulary.table("roles").mapping("role")[match["job"]]
        return role, owner if match["owner"] else None
    title = _title_pattern(vocabulary).search(line, start, end)
    if title is None or _institution().fullmatch(line, start, title.start()) is None:
        return None
    return "author", (start, title.start())


@lru_cache(maxsize=8)
def _office_pattern(vocabulary: Vocabulary) -> regex.Pattern[str]:
    table = vocabulary.table("roles")
    jobs = set(table.words_where("kind", "job")) & set(table.words_where("side", "before"))
    return regex.compile(rf"(?P<owner>[\p{{Han}}A-Za-z]*?)(?P<job>{alternation(tuple(jobs))})")


# -- a picture without a person ----------------------------------------------------


@lru_cache(maxsize=8)
def _picture(vocabulary: Vocabulary) -> regex.Pattern[str]:
    """A picture's credit without a person.

    Whether the words before it are an outlet's name is asked of the tables afterwards.
    """
    table = vocabulary.table("picture_words")
    stock, label, owned = (
        alternation(table.words_where("kind", kind)) for kind in ("stock", "label", "owned")
    )
    return regex.compile(
        rf"""
          (?P<stock>{stock}|(?:{label}\s?[:/]?\s?)?(?:(?:翻[摄拍]|撷取|截取|取材)自|取自(?=网络|网路|脸书))[^\s()/]{{2,12}})
        | (?P<before>{label}\s*(?:(?:来源|提供|据|源|由)\s*[:/|]?|[:/|]))\s*
          (?P<owner>[^\s/()]{{2,16}}(?:\s[A-Za-z]{{2,12}})?)(?:\s*/\s*[\p{{Han}}A-Za-z]{{2,12}})?
        | (?P<owner>[^\s()/]{{2,20}}?|IC\sphoto|Getty\sImages)\s*(?P<after>{owned})
        | (?P<owner>[^\s()/]{{2,8}})\s*/\s*(?P<second>[^\s()/]{{2,8}})
        """,
        regex.VERBOSE,
    )


@lru_cache(maxsize=8)
def _claims(vocabulary: Vocabulary) -> frozenset[str]:
    """What a paper that the tables do not name may say of a picture as its own."""
    return frozenset(vocabulary.table("picture_words").words_where("kind", "claim"))


@lru_cache(maxsize=8)
def _owners(vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Outlets by name, owners of stock pictures, and how names of outlets end."""
    table = vocabulary.table("organizations")
    stock = frozenset(table.words_where("kind", "pictures"))
    return outlets(vocabulary), stock, table.words_where("kind", "ending")


def _picture_owner(
    found: regex.Match[str], vocabulary: Vocabulary
) -> tuple[int, int] | Literal[False] | None:
    """Whose picture it is; None where nobody is named, False where it is none."""
    if found["stock"]:
        return None
    owner, after, place = found["owner"], found["after"], found.span("owner")
    if after == "提供":  # （警方提供）; without brackets text may end so
        named = names_between(found.string, *place, vocabulary)
        bracketed = place[0] > 0 and found.string[place[0] - 1] in "(["
        return place if bracketed and owner.isalpha() and not named else False
    known, stock, endings = _owners(vocabulary)
    if found["before"] and owner.endswith(("资料照", "资料照片", "资料图", "资料图片")):
        return None  # 图/本报资料照
    if found["second"]:
        second = found["second"]  # 新华社/法新: the agency's name without its 社
        both = owner in known and (second in known or f"{second}社" in known)
        bracketed = place[0] > 0 and found.string[place[0] - 1] in "([【"  # a source
        return place if both and not bracketed else False
    if owner in known or all(part in known for part in regex.split("[·-]", owner)):
        return place
    if owner in stock:
        return place if after in (None, "供图", "提供图片", "图片", "图") else False
    if len(owner) > 2 and owner.endswith(endings):
        return place if after is None or after in _claims(vocabulary) else False
    if after in ("供图", "提供图片") and len(owner) > 2 and owner.isalpha():
        named = names_between(found.string, *place, vocabulary)
        return False if named else place  # 李敏供图 names a person
    return place if after is None and owner.endswith(("公司", "局", "馆")) else False


#: 新华社发 before or behind the photographer's own credit.
_SENT_FIRST = regex.compile(r"([^\s()]{2,16}发)(?=[\s(])\s*")
_SENT_LAST = regex.compile(r"[\s(/]([^\s()/]{2,16}发)\)?$")

#: The grammar of the whole line, for what stands beside 新华社发.
_Read = Callable[[str, int, int, Vocabulary], "Reading | None"]


def read_picture(
    line: str, place: tuple[int, int], vocabulary: Vocabulary, read: _Read
) -> Reading | None:
    """新华社发, 受访者供图, and the same before or behind a person's credit."""
    start, end = place
    picture = _picture(vocabulary).fullmatch(line, start, end)
    owner = _picture_owner(picture, vocabulary) if picture is not None else False
    if owner is not False:
        return Reading((), "photo", owner)
    said = _said_of_pictures(line, place, vocabulary, read)
    if said is not None:
        return said
    behind = _AGENCY_BEHIND.search(line, start, end)
    if behind is not None and behind["owner"] in _owners(vocabulary)[1]:
        inner = read(line, start, behind.start(), vocabulary)
        if inner is not None and inner.drafts and inner.kind == "photo":
            return _sent_by(inner, behind.span("owner"))  # 李敏 摄（人民视觉）
    if line.find("发", start, end) < 0:
        return None
    first = _SENT_FIRST.match(line, start, end)
    last = _SENT_LAST.search(line, start, end)
    for sent, rest in (
        (first, (first.end(), end) if first else place),
        (last, (start, last.start()) if last else place),
    ):
        sender = _picture(vocabulary).fullmatch(line, *sent.span(1)) if sent is not None else None
        owner = _picture_owner(sender, vocabulary) if sender is not None else False
        inner = read(line, *rest, vocabulary) if owner else None
        if not owner or inner is None:
            continue
        return _sent_by(inner, owner)
    return None


def _sent_by(inner: Reading, owner: tuple[int, int]) -> Reading:
    drafts = tuple(
        Draft(draft.name, draft.role, draft.organization or owner) for draft in inner.drafts
    )
    return Reading(drafts, "photo", owner)


#: The agency behind the photographer: 李敏 摄（人民视觉）, 李敏 摄/影像中国.
_AGENCY_BEHIND = regex.compile(
    r"\s*[\s(/|]\s*(?P<owner>[\p{Han}A-Za-z]{2,10}(?:\s(?:photo|Images))?)\s*(?:供图|供稿|图片)?\s*\)?$"
)

#: What the page says of its pictures in a sentence: 本文图片均由作者提供, 图片由李敏摄.
_PICTURES = regex.compile(
    r"""
    (?:本文|文中|本版|本组|本报道|本专题|以上|上述)?(?:所有)?(?:配图|图片|照片|图|摄影)
    (?:除(?:署名|注明|标注|特别标注|特别注明)(?:者|的)?(?:外|之外),?\s?)?
    (?:均|皆|都|全部)?(?P<by>由|为|系|来自|来源于)\s?
    (?P<who>.+?)\s?(?P<did>提供|供图|摄|拍摄|资料图片?|资料照片)?
    """,
    regex.VERBOSE,
)


def _said_of_pictures(
    line: str, place: tuple[int, int], vocabulary: Vocabulary, read: _Read
) -> Reading | None:
    """本文图片由受访者提供: whose the pictures are, in a sentence of its own."""
    said = _PICTURES.fullmatch(line, *place)
    if said is None:
        return None
    known, pictured, _ = _owners(vocabulary)
    who, left, right = said["who"], *said.span("who")
    owned = who in known or who in pictured
    if not said["did"]:
        stock = _picture(vocabulary).fullmatch(line, left, right)
        named = said["by"] != "由" and (owned or (stock is not None and stock["stock"]))
        return Reading((), "photo", (left, right) if owned else None) if named else None
    if not owned:
        inner = read(line, left, right, vocabulary)  # 本报记者 李敏
        drafts = inner.drafts if inner is not None else ()
        names = names_between(line, left, right, vocabulary) or ()
        drafts = drafts or tuple(Draft(name, "photographer", None) for name in names)
        if drafts:
            return Reading(tuple(evolve(draft, role="photographer") for draft in drafts), "photo")
    if said["did"] in ("提供", "供图") and (owned or (who.isalpha() and len(who) > 2)):
        return Reading((), "photo", (left, right))
    return None

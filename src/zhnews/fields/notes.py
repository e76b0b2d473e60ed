"""Which credits name no person, or name one in a sentence?

The author's note （作者系某大学教授）, and pictures of an agency: 新华社发.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

import regex

from zhnews.fields.jobs import named, titled
from zhnews.fields.names import names_between
from zhnews.fields.readings import Draft, Reading
from zhnews.vocab import Vocabulary, alternation

__all__ = ["read_note", "read_picture"]


# -- an author's note ------------------------------------------------------------


@cache
def _note_pattern() -> regex.Pattern[str]:
    return regex.compile(
        r"""
        (?:本文|作者简介[:\s]*+)?(?:第一)?(?:作者|执笔人?|撰稿人?|撰文|译者)
        (?:
            [:\s]*+(?P<name>\p{Han}{2,4}?(?:\s\p{Han})?)[,\s]*+(?:系|为|是|现任|单位[:\s]*+|,)[\s]*+
            (?<!^.{0,4}单位.{0,9})
          | (?:分别|单位|均|皆)?+(?:系|为|是|单位|:|现任|来自|供职于|任职于|简介)+[:\s]*+
        )
        (?P<rest>[^()]*+(?:\([^()]*+\)[^()]*+)?+)
        """,
        regex.VERBOSE,
    )


@lru_cache(maxsize=8)
def _title_pattern(vocabulary: Vocabulary) -> regex.Pattern[str]:
    titles = alternation(vocabulary.table("titles").words)
    return regex.compile(rf"(?:[、,兼\s]*{titles})+$")


#: How the name of an institution ends; without one the note names an office only.
INSTITUTION = regex.compile(
    r"[\p{Han}A-Za-z0-9·“”]{2,30}?(?:大学|学院|研究院|研究所|研究中心|研究会|科学院|学校|中学|小学|"
    r"党校|协会|学会|公司|集团|银行|医院|中心|委员会|局|厅|部|所|院|社|报|馆|处|法院|事务所|智库)+"
)


#: The first office of several: 安陵大学教授、泽川大学讲师.
_FIRST = regex.compile(r"[^、,;]{3,}+")


def read_note(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """（作者系某大学教授）: what the author is, and the name where it is there too."""
    opening = line[start : start + 6]
    if not any(word in opening for word in ("作者", "执笔", "撰稿", "译者", "撰文")):
        return None
    note = _note_pattern().fullmatch(line, start, end)
    if note is None:
        return None
    left, right = note.span("rest")
    if note["name"] is None:
        names = names_between(line, left, right, vocabulary, job="spaced")
        if names and right - left <= 12 and not INSTITUTION.match(line, left, right):
            return None  # 作者：沙鸥 is a byline
    first = _FIRST.match(line, left, right)
    left, right = first.span() if first is not None else (left, right)
    title = _title_pattern(vocabulary).search(line, left, right)
    if title is None and INSTITUTION.match(line, left, right) is None:
        return None
    cut = title.start() if title is not None else right
    owner = (left, cut) if cut - left > 2 else None
    drafts: tuple[Draft, ...] = ()
    if note["name"] is not None:
        names = names_between(line, *note.span("name"), vocabulary, job="spaced")
        drafts = tuple(Draft(name, "author", owner) for name in names or ())
    return Reading(drafts, "author-note", owner)


# -- a picture without a person ----------------------------------------------------


#: Whose pictures they are where no agency is named.
_STOCK = (
    r"(?:视觉中国|东方IC|IC\ ?photo|IC|CFP|CNSphoto|影像中国|人民视觉|中新视觉|图虫(?:创意)?|"
    r"全景网?|达志影像|Getty\ ?Images|AP|AFP|REUTERS|Reuters|Xinhua|受访者|受访对象|受访单位|"
    r"采访对象|资料|网络|网友|读者|作者|本人|主办方|活动方|官方|剧组|片方|企业|校方|警方|院方|馆方)"
)


@lru_cache(maxsize=8)
def _picture_pattern(vocabulary: Vocabulary) -> regex.Pattern[str]:
    known, ending = named(vocabulary), titled(vocabulary)
    own = r"(?P<after>发|供图|资料图片?|资料照片?|提供图片|传真照片|图片|照片|图)"
    return regex.compile(
        rf"""
          (?:图片?|照片|摄影|配图|题图)\s*(?:(?:来源|提供|据|源|由)\s*[:/|]?|[:/|])\s*
          (?P<organization>{known}|{_STOCK}|[\p{{Han}}A-Za-z0-9+·]{{2,16}}(?:{ending}|公司|局|馆))
          (?:\s*/\s*[\p{{Han}}A-Za-z]{{2,12}})?(?:供图|提供)?
        | (?P<organization>{known}(?:[·/-]{known})*+)\s*{own}
        | (?P<organization>{known})\s*/\s*{known}
        | (?P<organization>{_STOCK})\s*(?:供图|提供图片|图片|图)
        | (?P<organization>[\p{{Han}}A-Za-z0-9+]{{1,12}}{ending})\s*
          (?P<after>发|供图|资料图片|资料照片)
        | (?P<institution>[\p{{Han}}·]{{3,24}})(?:供图|提供图片)
        | (?:资料图片?|资料照片?|网络图片|网上图片|图片资料|合成图片|效果图|图据网络|互联网图片)
        """,
        regex.VERBOSE,
    )


#: 新华社发 before or behind the photographer's own credit.
_SENT_FIRST = regex.compile(r"([^\s()]{2,16}发)(?=[\s(])\s*")
_SENT_LAST = regex.compile(r"[\s(]([^\s()]{2,16}发)\)?$")

#: The grammar of the whole line, for what stands beside 新华社发.
_Read = Callable[[str, int, int, Vocabulary], "Reading | None"]


def read_picture(
    line: str, place: tuple[int, int], vocabulary: Vocabulary, read: _Read
) -> Reading | None:
    """新华社发, 受访者供图, and the same before or behind a person's credit."""
    start, end = place
    pattern = _picture_pattern(vocabulary)
    picture = pattern.fullmatch(line, start, end)
    if picture is not None:
        institution = picture.span("institution")
        if picture["institution"] and names_between(line, *institution, vocabulary):
            return None  # 李敏供图 names a person
        owner = picture.span("organization") if picture["organization"] else institution
        return Reading((), "photo", owner if owner[0] >= 0 else None)
    if line.find("发", start, end) < 0:
        return None
    first = _SENT_FIRST.match(line, start, end)
    last = _SENT_LAST.search(line, start, end)
    for sent, rest in (
        (first, (first.end(), end) if first else place),
        (last, (start, last.start()) if last else place),
    ):
        owned = pattern.fullmatch(line, *sent.span(1)) if sent is not None else None
        inner = read(line, *rest, vocabulary) if owned is not None else None
        if owned is None or inner is None or not owned["organization"]:
            continue
        owner = owned.span("organization")
        drafts = tuple(
            Draft(draft.name, draft.role, draft.organization or owner) for draft in inner.drafts
        )
        return Reading(drafts, "photo", owner)
    return None

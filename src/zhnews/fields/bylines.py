"""Is this passage nothing but a credit, and whom does it name?

The forms of a byline, a signature, a picture credit, an editor's line:
role words with names before or behind them, and nothing that is neither.
"""

from __future__ import annotations

import re
from functools import lru_cache

import regex
from attrs import field, frozen

from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.jobs import Jobs, cue_pattern, jobs, named, owner_pattern, titled
from zhnews.fields.names import Name, folded, names_between
from zhnews.vocab import STANDARD, Vocabulary, alternation

__all__ = ["Credit", "CreditLine", "read_credit_line"]

#: The longest credit line, in characters: a list of some thirty names.
LONGEST_LINE = 160


@frozen
class Credit:
    """A person named for a part in the piece or in its pictures.

    Attributes:
        name: The name, without the space that spreads a name of two
            characters over three (李　敏).
        role: "reporter" (an intern too), "correspondent", "author",
            "photographer", "editor", "compiler", "translator" or "illustrator".
        organization: Whose reporter it is, as printed (本报, 新华社); else None.
    """

    name: Excerpt
    role: str
    organization: Excerpt | None


@frozen
class CreditLine:
    """A passage that holds nothing but credits.

    Attributes:
        text: The whole passage.
        credits: Who is named; empty for 新华社发, for （作者系某大学教授） and
            for an office whose holder stands on the next line (本报记者).
        kind: "byline", "photo", "editor" or "author-note".
        organization: What an author's note says the author belongs to, or
            whose a picture without a person's name is; else None.
    """

    text: Excerpt
    credits: tuple[Credit, ...]
    kind: str
    organization: Excerpt | None = None


@frozen
class Draft:
    """A credit by its offsets in the line."""

    name: Name
    role: str
    organization: tuple[int, int] | None


@frozen
class Reading:
    """What the grammar reads off a folded line, by offsets."""

    drafts: tuple[Draft, ...]
    kind: str
    organization: tuple[int, int] | None = None
    page: bool = False

    def on(self, text: Excerpt) -> CreditLine:
        """The same with the excerpts of the line as printed."""
        return CreditLine(text, self.credits(text), self.kind, _slice(text, self.organization))

    def credits(self, text: Excerpt) -> tuple[Credit, ...]:
        """The credits with their excerpts."""
        return tuple(
            Credit(text.keep(draft.name), draft.role, _slice(text, draft.organization))
            for draft in self.drafts
        )


def _slice(text: Excerpt, place: tuple[int, int] | None) -> Excerpt | None:
    return text[place[0] : place[1]] if place else None


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
    if not 2 <= len(passage.text) <= LONGEST_LINE or not _cue(vocabulary).search(passage.text):
        return None
    line = folded(passage.text)
    reading = read_line(line, 0, len(line), vocabulary)
    if reading is None or (reading.page and not _bracketed(line)):
        return None
    return reading.on(passage)


@lru_cache(maxsize=8)
def _cue(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = tuple(word for word in vocabulary.table("roles").words if len(word) > 1)
    marks = ("□", "■", "◎", "摄", "发", "作者", "资料图", "图/", "文/", "图:", "文:", "绘", "译")
    return cue_pattern((*words, *marks))


OPEN, CLOSE = "([【〔{<《", ")]】〕}>》"


def _bracketed(line: str) -> bool:
    inner = line.strip()
    return bool(inner) and inner[0] in "([【〔" and inner[-1] in ")]】〕"


#: Sentence marks: a passage with one is no credit, but for an author's note.
SENTENCE = regex.compile(r"[。!?！？“”《》…]")

#: A mark before the name of the author (□ 沙鸥).
SIGNATURE = regex.compile(r"\s*[□■◎○●◇◆△☆★◯▢▣◻◼]\s*")

MAIL = regex.compile(r"[\w.+-]{1,40}@[\w.-]{1,60}")


def read_line(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """What a stretch of a folded text says of its makers, if nothing else."""
    while start < end and line[start].isspace():
        start += 1
    while start < end and line[end - 1].isspace():
        end -= 1
    if end - start < 2:
        return None
    if line[start] in "([【〔" and line[end - 1] in ")]】〕":
        if not any(mark in ")]】〕" for mark in line[start + 1 : end - 1]):
            start, end = start + 1, end - 1
    note = _read_note(line, start, end, vocabulary)
    if note is not None:
        return note
    if SENTENCE.search(line, start, end):
        return None
    return (
        _read_agency_picture(line, start, end, vocabulary)
        or _read_signature(line, start, end, vocabulary)
        or _read_jobs(line, start, end, vocabulary)
    )


def _read_signature(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """□ 沙鸥 蓝田玉: the names behind a mark, without a role word."""
    mark = SIGNATURE.match(line, start, end)
    if mark is None:
        return None
    reading = _read_jobs(line, mark.end(), end, vocabulary)
    if reading is not None:
        return reading
    job = "spaced" if line[start] in "□■◎" else None
    names = names_between(line, mark.end(), end, vocabulary, job=job)
    if not names:
        return None
    return Reading(tuple(Draft(name, "author", None) for name in names), "byline")


# -- an author's note ------------------------------------------------------------


@lru_cache(maxsize=8)
def _note_pattern(vocabulary: Vocabulary) -> regex.Pattern[str]:
    return regex.compile(
        r"""
        (?:本文|作者简介[:\s]*+)?(?:第一)?(?:作者|执笔人?|撰稿人?|撰文|译者)
        (?:
            (?:分别|单位|均|皆)?+(?:系|为|是|单位|:|现任|来自|供职于|任职于|简介)+[:\s]*+
          | [:\s]*+(?P<name>\p{Han}{2,4}(?:\s\p{Han})?)[,\s]*+(?:系|为|是|现任|单位[:\s]*+|,)[\s]*+
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
    r"^[\p{Han}A-Za-z0-9·“”]{2,30}?(?:大学|学院|研究院|研究所|研究中心|研究会|科学院|学校|中学|小学|"
    r"党校|协会|学会|公司|集团|银行|医院|中心|委员会|局|厅|部|所|院|社|报|馆|处|法院|事务所|智库)+"
)


def _read_note(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    if not any(
        word in line[start : start + 6] for word in ("作者", "执笔", "撰稿", "译者", "撰文")
    ):
        return None
    note = _note_pattern(vocabulary).fullmatch(line, start, end)
    if note is None:
        return None
    left, right = note.span("rest")
    if note["name"] is None:
        names = names_between(line, left, right, vocabulary, job="spaced")
        if names and right - left <= 12 and not INSTITUTION.match(line, left, right):
            return None  # 作者：沙鸥 is a byline
    title = _title_pattern(vocabulary).search(line, left, right)
    if title is None and INSTITUTION.match(line, left, right) is None:
        return None
    cut = title.start() if title is not None else right
    place = INSTITUTION.match(line, left, cut)
    owner = (place.start(), place.end()) if place else ((left, cut) if cut - left > 2 else None)
    drafts: tuple[Draft, ...] = ()
    if note["name"] is not None:
        names = names_between(line, *note.span("name"), vocabulary, job="spaced")
        drafts = tuple(Draft(name, "author", owner) for name in names or ())
    return Reading(drafts, "author-note", owner)


# -- a picture without a person ----------------------------------------------------


@lru_cache(maxsize=8)
def _picture_pattern(vocabulary: Vocabulary) -> regex.Pattern[str]:
    known, ending = named(vocabulary), titled(vocabulary)
    outlet = rf"(?:{known}(?:[·/-]{known})*+|[\p{{Han}}A-Za-z0-9+]{{1,12}}{ending})"
    stock = (
        r"(?:视觉中国|东方IC|IC\ ?photo|IC|CFP|CNSphoto|影像中国|人民视觉|中新视觉|图虫创意?|"
        r"全景|达志影像|Getty\ ?Images|受访者|受访对象|受访单位|资料|网络|网友|读者|作者|本人|主办方|"
        r"官方|剧组|片方|企业|校方|警方|AP|AFP|REUTERS|Reuters|Xinhua|法新社|路透社|路透|美联社)"
    )
    return regex.compile(
        rf"""
        (?P<before>(?:图片?|照片|摄影|配图|题图)\s*(?:来源|提供|据|源|由)?\s*[:/|]?\s*)?
        (?:
            (?P<organization>{outlet}|{stock})\s*(?:/\s*(?:{outlet}|{stock}))?
            (?P<after>\s*(?:发|供图|图片|资料图片?|资料照片?|提供图片|提供|照片|图|电|传真照片|供稿))?
          | (?P<institution>[\p{{Han}}·]{{3,24}})(?:供图|提供图片|提供)
          | (?:资料图片?|资料照片?|网络图片|网上图片|图片资料|合成图片|效果图|图据网络|互联网图片)
        )
        """,
        regex.VERBOSE,
    )


def _read_agency_picture(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """新华社发, 受访者供图, and the same before or behind a person's credit."""
    sent = _SENT.match(line, start, end)
    for left, right in ((start, end), *([(sent.start(1), sent.end(1))] if sent else ())):
        if (left, right) != (start, end):
            rest = (sent.end(), end) if sent else (end, end)
            inner = read_line(line, *rest, vocabulary)
            owner = _picture_pattern(vocabulary).fullmatch(line, left, right)
            if inner is None or owner is None or not owner["after"]:
                return None
            place = owner.span("organization")
            drafts = tuple(
                Draft(draft.name, draft.role, draft.organization or place) for draft in inner.drafts
            )
            return Reading(drafts, "photo", place)
        picture = _picture_pattern(vocabulary).fullmatch(line, left, right)
        if picture is None:
            continue
        if picture["institution"]:
            if names_between(line, *picture.span("institution"), vocabulary):
                return None  # 李敏供图 names a person
            return Reading((), "photo", picture.span("institution"))
        if picture["organization"] is None:
            return Reading((), "photo")
        if picture["before"] or picture["after"]:
            return Reading((), "photo", picture.span("organization"))
    return None


_SENT = regex.compile(r"([^\s()]{2,16}发)(?=[\s(])\s*")


# -- role words and names ------------------------------------------------------------


@frozen
class _Role:
    """A role word in the line."""

    word: str
    start: int
    end: int
    side: str
    kind: str
    roles: tuple[str, ...]
    colon: bool


#: Roles whose words stand behind names and behind hardly anything else.
STRONG = frozenset(("photographer", "translator", "illustrator"))


@frozen
class _Gap:
    """What stands between two role words: names, and whose the next role is."""

    names: tuple[Name, ...]
    owner: tuple[int, int] | None = None
    owned: bool = False


def _read_jobs(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    known = jobs(vocabulary)
    masked = MAIL.sub(lambda mail: " " * len(mail[0]), line) if "@" in line else line
    found = _roles(masked, start, end, known)
    if not found:
        return None
    reading = _assemble(masked, start, end, found, vocabulary)
    if reading is None and any(len(role.word) == 1 and not role.colon for role in found):
        fewer = [role for role in found if len(role.word) > 1 or role.colon]
        reading = _assemble(masked, start, end, fewer, vocabulary) if fewer else None
    return reading


def _roles(line: str, start: int, end: int, known: Jobs) -> list[_Role]:
    roles: list[_Role] = []
    for match in known.pattern.finditer(line, start, end):
        word = "".join(match[0].split())
        if word not in known.roles:
            continue
        tail = line[match.end() : min(end, match.end() + 3)].lstrip()
        side = known.sides[word]
        colon = tail[:1] in tuple(":/|丨")
        if side == "both" and colon:
            side = "before"
        roles.append(
            _Role(
                word,
                match.start(),
                match.end(),
                side,
                known.kinds[word],
                tuple(known.roles[word].split("+")),
                colon,
            )
        )
    return roles


def _assemble(
    line: str, start: int, end: int, roles: list[_Role], vocabulary: Vocabulary
) -> Reading | None:
    gaps: list[_Gap] = []
    at = start
    for place, role in enumerate([*roles, None]):
        last = roles[place - 1] if place else None
        right = role.start if role else end
        gap = _read_gap(line, at, right, last, role, vocabulary)
        if gap is None:
            return None
        gaps.append(gap)
        at = role.end if role else end
    return _Assembly.of(roles, gaps).reading()


def _read_gap(
    line: str, start: int, end: int, last: _Role | None, role: _Role | None, vocabulary: Vocabulary
) -> _Gap | None:
    """The names between two role words, and the owner of the second."""
    owner, cut, owned = None, end, False
    if role is not None and role.side != "after":
        owner, cut, owned = _owner(line, start, end, role, vocabulary)
    elif role is not None and role.roles == ("reporter",) and last is not None:
        cut = _without_place(line, start, end, vocabulary)
    job = "after" if role is not None and role.roles[0] in STRONG else "weak"
    if last is not None:
        touching = start < end and not line[start].isspace() and line[start] not in ":/|丨,、"
        job = "glued" if touching else "spaced"
        if last.kind == "task" and last.side != "before" and not line[start:cut].strip(" ,、/|;"):
            return _Gap((), owner, owned)
    elif role is None:
        return None
    names = names_between(line, start, cut, vocabulary, job=job)
    return None if names is None else _Gap(tuple(names), owner, owned)


def _owner(
    line: str, start: int, end: int, role: _Role, vocabulary: Vocabulary
) -> tuple[tuple[int, int] | None, int, bool]:
    """Whose reporter it is, and where the names before that end."""
    right = end
    while right > start and line[right - 1].isspace():
        right -= 1
    left = right
    while left > start and not (line[left - 1].isspace() or line[left - 1] in "、,|;:()&"):
        left -= 1
    while left < right and line[left] in "/|":
        left += 1
    if left == right:
        return None, end, False
    match = owner_pattern(vocabulary).fullmatch(line, left, right)
    if match is not None and match["organization"]:
        return match.span("organization"), left, True
    posted = match is not None and line[left] in "驻赴派常前" and role.kind == "job"
    return (None, left, True) if posted else (None, end, False)


#: 北京报道, 发自伦敦: where a report was filed from, behind the names.
_FILED = regex.compile(r"(?:发自|寄自)[\p{Han}A-Za-z·、]{2,16}$")


def _without_place(line: str, start: int, end: int, vocabulary: Vocabulary) -> int:
    """Where the names end before 北京报道."""
    if end <= start or line[end - 1].isspace():
        return end
    left = end
    while left > start and (line[left - 1].isalpha() or line[left - 1] in "-－—·、"):
        left -= 1
    if left > start and line[start:left].strip(" /|:、,") and line[left - 1] in " /|\u3000":
        return left
    places = vocabulary.table("places").words
    run = line[left:end]
    for place in sorted((word for word in places if run.endswith(word)), key=len, reverse=True):
        if len(run) - len(place) >= 2:
            return end - len(place)
    return end


@frozen
class _Assembly:
    """Roles and the gaps around them: one gap more than roles."""

    roles: list[_Role] = field()
    gaps: list[_Gap] = field()

    @classmethod
    def of(cls, roles: list[_Role], gaps: list[_Gap]) -> _Assembly:
        return cls(roles, gaps)

    def reading(self) -> Reading | None:
        """Which name has which role."""
        drafts: list[Draft] = []
        waiting: list[_Role] = []  # before-tasks whose names are to come
        pending = self.gaps[0].names
        lead: _Role | None = None
        owner: tuple[int, int] | None = None
        tasks: list[_Role] = []
        trailing = not self.gaps[-1].names
        offices = 0

        def close() -> None:
            for role in _effective(lead, tasks):
                drafts.extend(Draft(name, role, owner) for name in pending)

        for place, role in enumerate(self.roles):
            gap, following = self.gaps[place], self.gaps[place + 1]
            behind = role.side == "after" or (
                role.side == "both"
                and bool(pending)
                and not (lead is None and waiting)
                and (trailing or not following.names)
            )
            if role.kind == "task" and behind:
                if not pending:
                    if not drafts and not (lead or following.names):
                        return None
                    tasks = [*tasks, role]
                    continue
                tasks = [*tasks, role]
                close()
                tasks, pending = [], ()
                if following.names:
                    pending = following.names
                continue
            if pending:
                if lead is None and not tasks:
                    return None  # names that no role vouches for
                close()
                tasks, lead, owner = [], None, None
            if role.kind == "task":
                waiting = [*waiting, role] if not following.names else []
                if role.side == "before" or role.side == "both":
                    tasks = [*tasks, role]
                lead, owner = None, gap.owner
            else:
                lead, owner = role, gap.owner
                offices += gap.owner is not None
            pending = following.names
        if pending:
            if lead is None and not tasks:
                return None
            close()
        if not drafts and not offices:
            return None
        return Reading(tuple(drafts), _kind(drafts), page=any(r.kind == "page" for r in self.roles))


def _effective(lead: _Role | None, tasks: list[_Role]) -> list[str]:
    """What a job and the tasks of this time make: the task wins, but for text."""
    own = lead.roles if lead is not None else ()
    if not tasks:
        return list(own)
    roles: list[str] = []
    for task in tasks:
        for role in task.roles:
            text = role in ("author", "reporter")
            keeps = text and own and own[0] in ("reporter", "correspondent", "author")
            role_of = own[0] if keeps else role
            if role_of not in roles:
                roles.append(role_of)
    return roles


def _kind(drafts: list[Draft]) -> str:
    roles = {draft.role for draft in drafts}
    if roles and roles <= {"photographer", "illustrator"}:
        return "photo"
    return "editor" if roles == {"editor"} else "byline"

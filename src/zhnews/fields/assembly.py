"""Who did what, in a line of role words and names?"""

from __future__ import annotations

import regex
from attrs import evolve, frozen

from zhnews.fields.affiliations import behind_institution
from zhnews.fields.jobs import Jobs, jobs, owner_pattern
from zhnews.fields.lexicon import lexicon
from zhnews.fields.names import Name, names_between
from zhnews.fields.outlets import outlets
from zhnews.fields.readings import Draft, Reading
from zhnews.vocab import Vocabulary

__all__ = ["read_jobs"]

MAIL = regex.compile(r"[\w.+-]{1,40}@[\w.-]{1,60}")

#: What stands apart from the role word is an outlet, not a name, from this many
#: characters, if it ends as outlets do; shorter ones must be known.
SHORTEST_OUTLET = 4

#: Where a report was filed from, behind the names: 发自伦敦.
FILED = regex.compile(r"[\s(](?:发自|寄自)\s?[\p{Han}A-Za-z·、]{2,16}\)?$")


#: 综合 before somebody else's reporters is no task.
_OF_REPORTERS = regex.compile(r"[\p{Han}]{2,10}记者")


#: A slash between a name and what its owner did: 李敏/文 王建国/图.
_BEHIND_SLASH = regex.compile(r"(?<=\p{Han}\s?)/\s?$")


#: What the words of a task may say that they hold for: 本版撰文, 本组图片.
_OF_THE_PAGE = frozenset(("本版", "本组", "本期", "本文"))


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


#: Words that stand behind names and behind hardly anything else: set apart by a
#: space, they vouch for a pen name too (沙漠舟 摄).
STRONG = frozenset(
    ("摄", "摄影", "文/图", "图/文", "供图", "漫画", "绘", "译", "翻译", "编译", "文", "图", "著")
)


@frozen
class _Gap:
    """What stands between two role words: names, and whose the next role is."""

    names: tuple[Name, ...]
    owner: tuple[int, int] | None = None


def read_jobs(line: str, start: int, end: int, vocabulary: Vocabulary) -> Reading | None:
    """The persons of a stretch of a folded line that holds nothing else."""
    known = jobs(vocabulary)
    masked = MAIL.sub(lambda mail: " " * len(mail[0]), line) if "@" in line else line
    filed = FILED.search(masked, start, end) if "自" in masked else None
    end = filed.start() if filed is not None else end
    found = _roles(masked, start, end, known)
    if not found:
        return None
    begin = behind_institution(masked, start, found[0].start)
    if begin > start and found[0].side != "before" and not found[0].colon:
        reading = _assemble(masked, begin, end, found, vocabulary)  # 宣传部 张瑞 摄
        if reading is not None and reading.drafts:
            return _of(reading, (start, start + len(masked[start:begin].rstrip())))
    reading = _assemble(masked, start, end, found, vocabulary)
    if reading is None and any(len(role.word) == 1 and not role.colon for role in found):
        fewer = [role for role in found if len(role.word) > 1 or role.colon]
        reading = _assemble(masked, start, end, fewer, vocabulary) if fewer else None
    return reading


def _of(reading: Reading, owner: tuple[int, int]) -> Reading:
    """The same, of an institution where they are of no other."""
    drafts = (evolve(one, organization=one.organization or owner) for one in reading.drafts)
    return evolve(reading, drafts=tuple(drafts))


def _roles(line: str, start: int, end: int, known: Jobs) -> list[_Role]:
    roles: list[_Role] = []
    for match in known.pattern.finditer(line, start, end):
        word = "".join(match[0].split())
        if word not in known.roles:
            continue
        tail = line[match.end() : min(end, match.end() + 3)].lstrip()
        colon = tail[:1] in (":", "/", "|", "丨", "◎")
        if word == "综合" and _OF_REPORTERS.match(line, match.end()):
            continue  # 综合新华社记者 李敏: what they reported
        side = "before" if colon and known.sides[word] == "both" else known.sides[word]
        names = tuple(known.roles[word].split("+"))
        first, last = match.span()
        if side != "before" and not colon and "/" in line[:first]:
            slash = _BEHIND_SLASH.search(line, roles[-1].end if roles else start, first)
            first, side = (slash.start(), "after") if slash is not None else (first, side)
        roles.append(_Role(word, first, last, side, known.kinds[word], names, colon))
    return roles


def _assemble(
    line: str, start: int, end: int, roles: list[_Role], vocabulary: Vocabulary
) -> Reading | None:
    gaps: list[_Gap] = []
    at = start
    for last, role in zip([None, *roles], [*roles, None], strict=True):
        place = (at, role.start if role else end)
        gap = _read_gap(line, place, last, role, vocabulary)
        if gap is None:
            return None
        gaps.append(gap)
        at = role.end if role else end
    reading = _assign(roles, gaps)
    return _without_stock(line, reading, vocabulary) if reading is not None else None


def _without_stock(line: str, reading: Reading, vocabulary: Vocabulary) -> Reading | None:
    """The same without 受访者 and 影像中国: they give pictures, and are no persons."""
    stock = vocabulary.table("organizations").words_where("kind", "pictures")
    persons = tuple(
        draft
        for draft in reading.drafts
        if "".join(line[left:right] for left, right in draft.name) not in stock
    )
    return reading if len(persons) == len(reading.drafts) else evolve(reading, drafts=persons)


def _read_gap(
    line: str,
    place: tuple[int, int],
    last: _Role | None,
    role: _Role | None,
    vocabulary: Vocabulary,
) -> _Gap | None:
    """The names between two role words, and the owner of the second."""
    start, end = place
    owner, cut = None, end
    if role is not None and role.side != "after":
        owner, cut = _owner(line, place, role, vocabulary)
    elif role is not None and role.roles == ("reporter",):
        cut = _without_place(line, start, end, vocabulary, known=last is None)
    apart = cut > start and (
        line[cut - 1].isspace() or line[cut - 1] in ")]" or line[cut : cut + 1] == "/"
    )
    job: str | None = "after" if role is not None and role.word in STRONG and apart else "weak"
    if last is not None:
        touching = start < end and not line[start].isspace() and line[start] not in ":/|丨◎,、"
        job = "glued" if touching else "spaced"
        if last.word == "记者" and last.colon and last.start == 0:
            job = None  # 记者：战术上有哪些调整？ A question names nobody.
        if last.kind == "task" and last.side != "before" and not line[start:cut].strip(" ,、/|;"):
            return _Gap((), owner)
    elif role is None:
        return None
    names = names_between(line, start, cut, vocabulary, job=job)
    if names and last is not None and line[start] == "、" and not line[: last.start].strip():
        return None  # 记录、邮件发送时间: things of a list
    return None if names is None else _Gap(tuple(names), owner)


def _owner(
    line: str, place: tuple[int, int], role: _Role, vocabulary: Vocabulary
) -> tuple[tuple[int, int] | None, int]:
    """Whose reporter it is, and where the names before that end."""
    start, end = place
    right = end
    while right > start and line[right - 1].isspace():
        right -= 1
    left = right
    while left > start and not (line[left - 1].isspace() or line[left - 1] in "、,|;:()&"):
        left -= 1
    while left < right and line[left] in "/|":
        left += 1
    begin = left
    if line.startswith("综合", left, right):
        left += 2
    if left == right:
        return None, end
    if line[left:right] in _OF_THE_PAGE:
        return None, begin
    apart = right < end or role.kind == "task"
    if apart and right - left < SHORTEST_OUTLET and line[left:right] not in outlets(vocabulary):
        return None, end  # 章台 摄影报道: a name that ends as outlets do
    match = owner_pattern(vocabulary).fullmatch(line, left, right)
    if (match is None or not match["organization"]) and right == end and role.word[-2:] == "记者":
        # 新京报贝壳财经记者: the words before 记者 belong to the outlet
        longer = owner_pattern(vocabulary).fullmatch(line, left, role.end - 2)
        match = longer if longer is not None and longer["organization"] else match
    if match is not None and match["organization"]:
        return match.span("organization"), begin
    posted = match is not None and line.startswith(("驻", "派驻", "常驻", "赴"), left)
    return None, left if posted and role.kind == "job" else end


def _without_place(line: str, start: int, end: int, vocabulary: Vocabulary, *, known: bool) -> int:
    """Where the names end before 北京报道; where nothing else vouches for it, a known place."""
    if end <= start or line[end - 1].isspace():
        return end
    left = end
    while left > start and (line[left - 1].isalpha() or line[left - 1] in "-－—·、"):
        left -= 1
    places = lexicon(vocabulary).places
    if left > start and line[start:left].strip(" /|:、,") and line[left - 1] in " /|\u3000":
        return left if not known or line[left:end] in places else end
    if known:
        return end
    return next((cut for cut in range(left + 2, end - 1) if line[cut:end] in places), end)


class _Ledger:
    """Books names to roles while a line is read from left to right."""

    def __init__(self, first: tuple[Name, ...], *, behind: bool, before: bool) -> None:
        self.drafts: list[Draft] = []
        self.pending = first
        self.behind = behind  # the line ends with a role word: roles follow names
        self.before = before  # it begins with a task before a job: tasks stand before names
        self.lead: _Role | None = None
        self.owner: tuple[int, int] | None = None
        self.tasks: list[_Role] = []

    def take(self, role: _Role, gap: _Gap, following: tuple[Name, ...], *, last: bool) -> bool:
        """Book one role word; False where it has no names and may not lack them."""
        if role.kind == "task" and self._stands_behind(role, following, last=last):
            return self._take_behind(role, following)
        if self.pending and not self.close():
            return False
        if role.kind == "task":
            self.tasks = [*self.tasks, role]
            self.lead, self.owner = None, gap.owner
        else:
            self.lead, self.owner = role, gap.owner
        self.pending = following
        return True

    def _stands_behind(self, role: _Role, following: tuple[Name, ...], *, last: bool) -> bool:
        if role.side != "both":
            return role.side == "after"
        if self.before and (following or not last):
            return False
        vouched = self.lead is not None or not self.tasks
        return bool(self.pending) and vouched and (self.behind or not following)

    def _take_behind(self, role: _Role, following: tuple[Name, ...]) -> bool:
        self.tasks = [*self.tasks, role]
        if self.pending:
            self.close()
            self.tasks, self.pending = [], following
            return True
        return bool(self.drafts or self.lead or following)

    def close(self) -> bool:
        """Book the names read so far; False where no role word vouches for them."""
        if self.lead is None and not self.tasks:
            return False
        for role in _effective(self.lead, self.tasks):
            self.drafts.extend(Draft(name, role, self.owner) for name in self.pending)
        self.tasks, self.lead, self.owner = [], *self._kept()
        return True

    def _kept(self) -> tuple[_Role | None, tuple[int, int] | None]:
        """A job holds for the names behind the next task: 记者 甲 文 乙 摄."""
        return (self.lead, self.owner) if self.behind else (None, None)


def _assign(roles: list[_Role], gaps: list[_Gap]) -> Reading | None:
    """Which name has which role; there is one gap more than roles."""
    if _is_of_all(roles, gaps):
        jobs_done = _assign(roles[:-1], gaps[:-1])
        return jobs_done if jobs_done is None else _all_did(jobs_done, roles[-1])
    before = len(roles) > 1 and roles[0].kind != "job" and roles[1].kind == "job"
    before = before and not (gaps[0].names or gaps[1].names)
    ledger = _Ledger(gaps[0].names, behind=not gaps[-1].names, before=before)
    for place, role in enumerate(roles):
        last = role is roles[-1]
        if not ledger.take(role, gaps[place], gaps[place + 1].names, last=last):
            return None
    if ledger.pending and not ledger.close():
        return None
    office = any(
        gap.owner and (role.kind == "job" or role.roles == ("compiler",) or role.word == "供稿")
        for role, gap in zip(roles, gaps, strict=False)
    )
    if not ledger.drafts and not office:
        return None
    page = any(role.kind == "page" for role in roles) and not any(map(_wrote, roles, roles[1:]))
    kind = _kind(ledger.drafts) if ledger.drafts else _kind_of_office(roles)
    return Reading(tuple(ledger.drafts), kind, page=page)


def _wrote(task: _Role, job: _Role) -> bool:
    """Whether a reporter wrote a piece: 统筹 甲 采写 记者 乙 are of a report, not of the page."""
    written = task.kind == "task" and task.roles[0] in ("reporter", "author")
    return written and job.kind == "job" and job.roles == ("reporter",)


def _is_of_all(roles: list[_Role], gaps: list[_Gap]) -> bool:
    """Whether one task stands behind persons of several jobs: 记者 甲 通讯员 乙 文/图."""
    *before, last = roles
    return (
        len(before) > 1
        and last.kind == "task"
        and last.side != "before"
        and all(role.kind == "job" for role in before)
        and all(gap.names for gap in gaps[1:-1])
        and not gaps[0].names
        and not gaps[-1].names
    )


def _all_did(reading: Reading, task: _Role) -> Reading:
    """The same persons, each with what they all did; who wrote keeps the job."""
    drafts = tuple(
        evolve(draft, role=draft.role if role in ("author", "reporter") else role)
        for role in task.roles
        for draft in reading.drafts
    )
    return evolve(reading, drafts=drafts, kind=_kind(list(drafts)))


def _effective(lead: _Role | None, tasks: list[_Role]) -> list[str]:
    """What a job and the tasks of this time make: the task wins, but for text."""
    own = lead.roles if lead is not None else ()
    if not tasks:
        return list(own)
    done = [role for task in tasks for role in task.roles]
    text = "author" if "author" in done else "reporter"
    if own and own[0] in ("reporter", "correspondent", "author"):
        text = own[0]
    if "compiler" in done and own == ():
        done = [role for role in done if role not in ("author", "reporter")]
    done = [text if role in ("author", "reporter") else role for role in done]
    return list(dict.fromkeys(done))


def _kind_of_office(roles: list[_Role]) -> str:
    """What an office that names nobody signs: （本報記者攝） signs a picture."""
    done = {made for role in roles if role.kind == "task" for made in role.roles}
    return "photo" if done == {"photographer"} else "byline"


def _kind(drafts: list[Draft]) -> str:
    roles = {draft.role for draft in drafts}
    if roles and roles <= {"photographer", "illustrator"}:
        return "photo"
    return "editor" if roles == {"editor"} else "byline"

"""Who signs it, and in which form? Bylines, datelines, signatures, picture credits.

The forms are those of the trade; which one is taken, and whose name, is left
to chance.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from attrs import evolve, field, frozen

from . import names
from .articles import Article

#: A name, its role, and the organization as printed.
Credit = tuple[str, str, "str | None"]


@frozen
class House:
    """A paper, as it names and prints itself."""

    paper: str
    short: str
    script: str  # hans, hk or tw
    space: str = " "  # between the names of a byline
    lead_space: str = " "  # after a dateline

    @property
    def people(self) -> tuple[str, ...]:
        return names.PEOPLE if self.script == "hans" else names.PEOPLE_HANT


@frozen
class Signature:
    """How a piece is signed: what is printed where, and what it means."""

    lead: str = ""  # before the first paragraph
    dateline: str | None = None
    byline: str | None = None  # a line under the headline
    tail: str = ""  # at the end of the last paragraph
    foot: str | None = None  # a line of its own at the end
    credits: tuple[Credit, ...] = field(default=())


def picture_credit(house: House, rng: Random) -> tuple[str, Credit | None]:
    """Who took the picture: often nobody is named, sometimes only an agency."""
    name = rng.choice(house.people)
    if house.script == "hans":
        forms: tuple[tuple[str, str | None], ...] = (
            (f"{name} 摄", None),
            (f"{name}摄", None),
            (f"本报记者 {name} 摄", "本报"),
            (f"本报记者{name}摄", "本报"),
            (f"本报通讯员 {name} 摄", "本报"),
            (f"新华社记者 {name} 摄", "新华社"),
            (f"（{name} 摄）", None),
            (f"摄影：{name}", None),
            (f"图/{name}", None),
            (f"新华社发（{name} 摄）", "新华社"),
        )
        nobody: tuple[str, ...] = ("", "", "", "新华社发", "资料图片")
    else:
        forms = (
            (f"（{name}攝）", None),
            (f"{name}攝", None),
            (f"記者{name}／攝影", None),
            (f"攝影：{name}", None),
            (f"本報記者{name}攝", "本報"),
        )
        nobody = ("", "", "", "（資料圖片）")
    if rng.random() < 0.5:
        return rng.choice(nobody), None
    text, organization = rng.choice(forms)
    return text, (name, "photographer", organization)


def _people(house: House, rng: Random, most: int = 3) -> list[str]:
    return rng.sample(house.people, rng.choices(range(1, most + 1), (6, 4, 2)[:most])[0])


def _row(people: Sequence[str], house: House, rng: Random) -> str:
    """Names side by side; two characters are sometimes spaced to three."""
    spread = rng.random() < 0.3
    shown = [f"{n[0]}　{n[1]}" if spread and len(n) == 2 else n for n in people]
    return house.space.join(shown)


def _roles(people: Sequence[str], role: str, organization: str | None) -> tuple[Credit, ...]:
    return tuple((name, role, organization) for name in people)


def _day(article: Article, rng: Random) -> str:
    month, day = article.date or (rng.randint(1, 12), rng.randint(1, 28))
    return f"{month}月{day}日"


def unsigned(article: Article, house: House, rng: Random) -> Signature:
    return Signature()


def _plain_lead(article: Article, house: House, rng: Random) -> Signature:
    lead = rng.choice((f"{house.short}讯", f"{house.short}讯", f"本报{article.place}讯"))
    return Signature(lead=lead + house.lead_space, dateline=lead)


def _lead_with_reporters(article: Article, house: House, rng: Random) -> Signature:
    people = _people(house, rng)
    lead = rng.choice(
        (
            f"{house.short}讯",
            f"本报{article.place}{_day(article, rng)}讯",
            f"本报{article.place}讯",
        )
    )
    label = rng.choice(("记者", "记者", "首席记者", "见习记者"))
    inside = f"{label}{rng.choice((' ', house.space))}{_row(people, house, rng)}"
    signed = _roles(people, "reporter", lead[:2])
    if rng.random() < 0.4:
        others = [n for n in _people(house, rng, 2) if n not in people]
        if others:
            inside += f" 通讯员 {_row(others, house, rng)}"
            signed += _roles(others, "correspondent", None)
    return Signature(lead=f"{lead}（{inside}）", dateline=lead, credits=signed)


def _agency(article: Article, house: House, rng: Random) -> Signature:
    people = _people(house, rng, 2)
    agency, end = rng.choice(
        (("新华社", "电"), ("新华社", "电"), ("中新网", "电"), ("中新社", "电"))
    )
    lead = f"{agency}{article.place}{_day(article, rng)}{end}"
    if rng.random() < 0.3:
        return Signature(lead=lead + house.lead_space, dateline=lead)
    inside = "、".join(people) if rng.random() < 0.5 else _row(people, house, rng)
    return Signature(
        lead=f"{lead}（记者{rng.choice(('', ' '))}{inside}）",
        dateline=lead,
        credits=_roles(people, "reporter", agency),
    )


def _reporter_reports(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    lead = f"{house.short}讯"
    mark = rng.choice(("：", " "))
    return Signature(
        lead=f"{lead}{rng.choice((' ', '　'))}记者{name}报道{mark}",
        dateline=lead,
        credits=_roles([name], "reporter", house.short),
    )


def _byline(article: Article, house: House, rng: Random) -> Signature:
    people = _people(house, rng)
    organization = rng.choice(("本报", "本报", house.short, house.paper))
    label = rng.choice((f"{organization}记者", f"{organization}记者", "记者", "□记者", "■本报记者"))
    stated = organization if organization in label else "本报" if "本报" in label else None
    line = f"{label}{house.space}{_row(people, house, rng)}"
    signed = _roles(people, "reporter", stated)
    extra = rng.random()
    if extra < 0.2:
        line += f"{house.space}文/图"
        signed += _roles(people, "photographer", stated)
    elif extra < 0.45:
        others = [n for n in _people(house, rng, 2) if n not in people]
        if others:
            label = rng.choice(("通讯员", "通讯员", "特约通讯员"))
            line += f"{house.space}{label}{house.space}{_row(others, house, rng)}"
            signed += _roles(others, "correspondent", None)
    return Signature(byline=line, credits=signed)


def _foot_line(article: Article, house: House, rng: Random) -> Signature:
    made = _byline(article, house, rng)
    assert made.byline is not None
    if rng.random() < 0.5 or "文/图" in made.byline:
        return evolve(made, byline=None, foot=made.byline)
    return evolve(made, byline=None, tail=f"（{made.byline.lstrip('□■')}）")


def _foot_names(article: Article, house: House, rng: Random) -> Signature:
    """A short item: 本报讯 before, the names in brackets behind."""
    people = _people(house, rng, 2)
    lead = f"{house.short}讯"
    names_ = f"（{_row(people, house, rng)}）"
    own_line = rng.random() < 0.3
    return Signature(
        lead=lead + house.lead_space,
        dateline=lead,
        tail="" if own_line else names_,
        foot=names_ if own_line else None,
        credits=_roles(people, "author", None),
    )


def _author_line(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    form = rng.choice(("{}", "{}", "□ {}", "■{}", "文/{}", "文 | {}", "作者：{}", "◎{}", "□{}"))
    return Signature(byline=form.format(name), credits=_roles([name], "author", None))


def _commentator(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    label = rng.choice(("本报评论员", "本报评论员", "本报特约评论员"))
    return Signature(byline=f"{label}{house.space}{name}", credits=_roles([name], "author", "本报"))


def _affiliated(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    place = rng.choice(names.UNIVERSITIES)
    post = place + rng.choice(names.TITLES)
    if rng.random() < 0.3:
        place = post = rng.choice(names.UNITS)
    tail = f"（作者{rng.choice(('系', '系', '为', '单位：'))}{post}）"
    own_line = rng.random() < 0.4
    return Signature(
        byline=name,
        tail="" if own_line else tail,
        foot=tail if own_line else None,
        credits=_roles([name], "author", place),
    )


def _reader(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    form = rng.choice(("读者 {}", "（读者　{}）", "市民 {}", "{}", "（{}）"))
    return Signature(foot=form.format(name), credits=_roles([name], "author", None))


def _edited(article: Article, house: House, rng: Random) -> Signature:
    """A news item whose editor is named at the end."""
    made = _lead_with_reporters(article, house, rng)
    name = rng.choice([n for n in house.people if all(n != c[0] for c in made.credits)])
    form = rng.choice(("（责任编辑 {}）", "（责任编辑：{}）", "（责编：{}）", "（编辑 {}）"))
    return evolve(made, tail=form.format(name), credits=(*made.credits, (name, "editor", None)))


def _compiled(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    role, form = rng.choice(
        (("compiler", "（{} 编译）"), ("compiler", "（{}　编译）"), ("compiler", "（{}整理）"))
    )
    lead = f"据新华社{article.place}{_day(article, rng)}电"
    return Signature(
        lead=lead + house.lead_space,
        dateline=lead,
        tail=form.format(name),
        credits=_roles([name], role, None),
    )


def _collected(article: Article, house: House, rng: Random) -> Signature:
    """Statements that a reporter put together."""
    people = _people(house, rng, 2)
    form = rng.choice(
        ("（采访整理 本报记者 {}）", "（本报记者 {} 整理）", "（本报记者 {} 采访整理）")
    )
    return Signature(
        tail=form.format(_row(people, house, rng)), credits=_roles(people, "compiler", "本报")
    )


def _overseas(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    label = f"本报驻{article.place}记者"
    return Signature(byline=f"{label} {name}", credits=_roles([name], "reporter", "本报"))


def _hk_lead(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    form, dateline = rng.choice(
        (
            ("【本報訊】（記者 {}）", "本報訊"),
            ("【本報訊】（記者{}）", "本報訊"),
            ("【本報訊】記者{}報道：", "本報訊"),
            ("【本報專訊】（記者{}）", "本報專訊"),
            ("【特訊】記者{}報道：", "特訊"),
        )
    )
    return Signature(
        lead=form.format(name), dateline=dateline, credits=_roles([name], "reporter", None)
    )


def _hk_brief(article: Article, house: House, rng: Random) -> Signature:
    return Signature(lead="【本報訊】", dateline="本報訊")


def _hk_feature(article: Article, house: House, rng: Random) -> Signature:
    one, two = rng.sample(house.people, 2)
    pair = (("author", one), ("photographer", two))
    both = (("author", one), ("photographer", one))
    form, signed = rng.choice(
        (
            ("文：{}　攝影：{}", pair),
            ("撰文：{}　攝影：{}", pair),
            ("文／{}　圖／{}", pair),
            ("撰文、攝影：{}", both),
            ("文／圖：{}", both),
            ("文、圖：{}", both),
        )
    )
    line = form.format(one, two)
    at_foot = rng.random() < 0.4
    return Signature(
        byline=None if at_foot else line,
        foot=line if at_foot else None,
        credits=tuple((name, role, None) for role, name in signed),
    )


def _tw_lead(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    inside = rng.choice(
        (
            f"記者{name}／{article.place}報導",
            f"記者{name}／{article.place}報導",
            f"本報記者{name}／{article.place}報導",
            f"記者{name}{article.place}報導",
        )
    )
    form = rng.choice(("〔{}〕", "【{}】", "（{}）", "[{}]"))
    return Signature(
        lead=form.format(inside),
        dateline=inside,
        credits=_roles([name], "reporter", "本報" if "本報" in inside else None),
    )


def _tw_wire(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    _, day = article.date or (0, rng.randint(1, 28))
    inside = f"中央社記者{name}{article.place}{day}日電"
    return Signature(
        lead=f"（{inside}）", dateline=inside, credits=_roles([name], "reporter", "中央社")
    )


Form = Callable[[Article, House, Random], Signature]
_NEWS: tuple[Form, ...] = (
    _lead_with_reporters,
    _lead_with_reporters,
    _agency,
    _reporter_reports,
    _byline,
    _byline,
    _foot_line,
    _edited,
    _foot_names,
)
FORMS: dict[str, tuple[Form, ...]] = {
    "news": _NEWS,
    "brief": (_foot_names, _plain_lead, _lead_with_reporters, _agency, _foot_names),
    "feature": (_byline, _byline, _foot_line),
    "photo": (unsigned,),
    "notice": (unsigned,),
    "obit": (_lead_with_reporters, _agency, _reporter_reports, _foot_names),
    "letter": (_reader,),
    "comment": (_author_line, _author_line, _affiliated, _commentator),
    "leader": (_commentator, unsigned),
    "essay": (_author_line,),
    "foreign": (_compiled, _agency, _overseas),
    "interview": (_byline, _byline, _foot_line),
    "speech": (_collected,),
    "paper": (_affiliated, _author_line),
    "digest": (unsigned,),
    "hk": (_hk_lead,),
    "hkbrief": (_hk_brief, _hk_lead),
    "hkfeature": (_hk_feature,),
    "hkcomment": (_author_line,),
    "tw": (_tw_lead,),
    "twbrief": (_tw_lead, _tw_wire),
    "twfeature": (_tw_lead, _hk_feature),
    "twwire": (_tw_wire, _tw_lead),
    "twcomment": (_author_line,),
}

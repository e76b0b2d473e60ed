"""Who signs it, and in which form? Bylines, datelines and signatures in simplified script.

The forms are those of the trade; which one is taken, and whose name, is left
to chance.
"""

from __future__ import annotations

from random import Random

from attrs import evolve

from . import names
from .articles import Article
from .signature import Form, House, Signature, all_as, day_of, name_row, some_people


def unsigned(article: Article, house: House, rng: Random) -> Signature:
    return Signature()


def _plain_lead(article: Article, house: House, rng: Random) -> Signature:
    lead = rng.choice((f"{house.short}讯", f"{house.short}讯", f"本报{article.place}讯"))
    return Signature(lead=lead + house.lead_space, dateline=lead)


def _lead_with_reporters(article: Article, house: House, rng: Random) -> Signature:
    people = some_people(house, rng)
    lead = rng.choice(
        (
            f"{house.short}讯",
            f"本报{article.place}{day_of(article, rng)}讯",
            f"本报{article.place}{day_of(article, rng)}电",
            f"本报{article.place}讯",
        )
    )
    label = rng.choice(("记者", "记者", "首席记者", "见习记者"))
    inside = f"{label}{rng.choice((' ', house.space))}{name_row(people, house, rng)}"
    signed = all_as(people, "reporter", lead[:2])
    if rng.random() < 0.4:
        others = [n for n in some_people(house, rng, 2) if n not in people]
        if others:
            inside += f" 通讯员 {name_row(others, house, rng)}"
            signed += all_as(others, "correspondent", None)
    return Signature(lead=f"{lead}（{inside}）", dateline=lead, credits=signed)


def _agency(article: Article, house: House, rng: Random) -> Signature:
    people = some_people(house, rng, 2)
    agency, end = rng.choice(
        (("新华社", "电"), ("新华社", "电"), ("中新网", "电"), ("中新社", "电"))
    )
    lead = f"{agency}{article.place}{day_of(article, rng)}{end}"
    if rng.random() < 0.3:
        return Signature(lead=lead + house.lead_space, dateline=lead)
    inside = "、".join(people) if rng.random() < 0.5 else name_row(people, house, rng)
    return Signature(
        lead=f"{lead}（记者{rng.choice(('', ' '))}{inside}）",
        dateline=lead,
        credits=all_as(people, "reporter", agency),
    )


def _reporter_reports(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    lead = f"{house.short}讯"
    mark = rng.choice(("：", " "))
    return Signature(
        lead=f"{lead}{rng.choice((' ', '　'))}记者{name}报道{mark}",
        dateline=lead,
        credits=all_as([name], "reporter", house.short),
    )


def _byline(article: Article, house: House, rng: Random) -> Signature:
    people = some_people(house, rng)
    organization = rng.choice(("本报", "本报", house.short, house.paper))
    label = rng.choice((f"{organization}记者", f"{organization}记者", "记者", "□记者", "■本报记者"))
    stated = organization if organization in label else "本报" if "本报" in label else None
    line = f"{label}{house.space}{name_row(people, house, rng)}"
    signed = all_as(people, "reporter", stated)
    extra = rng.random()
    if extra < 0.2:
        line += f"{house.space}文/图"
        signed += all_as(people, "photographer", stated)
    elif extra < 0.45:
        others = [n for n in some_people(house, rng, 2) if n not in people]
        if others:
            label = rng.choice(("通讯员", "通讯员", "特约通讯员"))
            line += f"{house.space}{label}{house.space}{name_row(others, house, rng)}"
            signed += all_as(others, "correspondent", None)
    return Signature(byline=line, credits=signed)


def _text_and_pictures(article: Article, house: House, rng: Random) -> Signature:
    """One wrote, the other took the pictures; or one did both."""
    one, two = rng.sample(house.people, 2)
    form, roles = rng.choice(
        (
            ("文/{} 图/{}", ("author", "photographer")),
            ("文/本报记者 {} 图/本报记者 {}", ("reporter", "photographer")),
            ("本报记者 {} 文 {} 摄", ("reporter", "photographer")),
            ("本报记者 {} 文 {} 图", ("reporter", "photographer")),
            ("本报记者 {} 实习生 {}", ("reporter", "reporter")),
            ("见习记者 {} 通讯员 {}", ("reporter", "correspondent")),
        )
    )
    stated = "本报" if "本报" in form else None
    people = zip((one, two), roles, strict=True)
    return Signature(
        byline=form.format(one, two),
        credits=tuple((name, role, stated) for name, role in people),
    )


def _picture_report(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    form = rng.choice(("本报记者 {} 摄影报道", "本报记者 {} 文/摄", "本报记者 {} 文图"))
    signed = (*all_as([name], "reporter", "本报"), *all_as([name], "photographer", "本报"))
    return Signature(byline=form.format(name), credits=signed)


def _site(article: Article, house: House, rng: Random) -> Signature:
    """A site's way: the outlet's name and 消息."""
    lead = rng.choice(("央视网消息", "央广网消息", "人民网消息"))
    name = rng.choice(house.people)
    if rng.random() < 0.5:
        return Signature(lead=f"{lead}：", dateline=lead)
    return Signature(
        lead=f"{lead}（记者{name}）", dateline=lead, credits=all_as([name], "reporter", lead[:3])
    )


def _roundup(article: Article, house: House, rng: Random) -> Signature:
    """Put together from agencies."""
    name = rng.choice(house.people)
    form, role = rng.choice(
        (("（{} 编译）", "compiler"), ("（{} 综合）", "compiler"), ("（{} 译）", "translator"))
    )
    lead = rng.choice(("本报综合消息", f"综合新华社{article.place}{day_of(article, rng)}电"))
    return Signature(
        lead=lead + house.lead_space,
        dateline=lead,
        tail=form.format(name),
        credits=all_as([name], role, None),
    )


def _compiler_line(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    form = rng.choice(("编译/{}", "编译：{}", "□ 编译 {}", "整理/{}"))
    return Signature(byline=form.format(name), credits=all_as([name], "compiler", None))


def _foot_line(article: Article, house: House, rng: Random) -> Signature:
    made = _byline(article, house, rng)
    assert made.byline is not None
    if rng.random() < 0.5 or "文/图" in made.byline:
        return evolve(made, byline=None, foot=made.byline)
    return evolve(made, byline=None, tail=f"（{made.byline.lstrip('□■')}）")


def _foot_names(article: Article, house: House, rng: Random) -> Signature:
    """A short item: 本报讯 before, the names in brackets behind."""
    people = some_people(house, rng, 2)
    lead = f"{house.short}讯"
    names_ = f"（{name_row(people, house, rng)}）"
    own_line = rng.random() < 0.3
    return Signature(
        lead=lead + house.lead_space,
        dateline=lead,
        tail="" if own_line else names_,
        foot=names_ if own_line else None,
        credits=all_as(people, "author", None),
    )


def _author_line(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    form = rng.choice(("{}", "{}", "□ {}", "■{}", "文/{}", "文 | {}", "作者：{}", "◎{}", "□{}"))
    return Signature(byline=form.format(name), credits=all_as([name], "author", None))


def _commentator(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    label = rng.choice(("本报评论员", "本报评论员", "本报特约评论员"))
    return Signature(byline=f"{label}{house.space}{name}", credits=all_as([name], "author", "本报"))


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
        credits=all_as([name], "author", place),
    )


def _reader(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    form = rng.choice(("读者 {}", "（读者　{}）", "市民 {}", "{}", "（{}）"))
    return Signature(foot=form.format(name), credits=all_as([name], "author", None))


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
    lead = f"据新华社{article.place}{day_of(article, rng)}电"
    return Signature(
        lead=lead + house.lead_space,
        dateline=lead,
        tail=form.format(name),
        credits=all_as([name], role, None),
    )


def _collected(article: Article, house: House, rng: Random) -> Signature:
    """Statements that a reporter put together."""
    people = some_people(house, rng, 2)
    form = rng.choice(
        ("（采访整理 本报记者 {}）", "（本报记者 {} 整理）", "（本报记者 {} 采访整理）")
    )
    return Signature(
        tail=form.format(name_row(people, house, rng)), credits=all_as(people, "compiler", "本报")
    )


def _overseas(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    label = f"本报驻{article.place}记者"
    return Signature(byline=f"{label} {name}", credits=all_as([name], "reporter", "本报"))


_NEWS: tuple[Form, ...] = (
    _lead_with_reporters,
    _lead_with_reporters,
    _agency,
    _reporter_reports,
    _byline,
    _byline,
    _text_and_pictures,
    _site,
    _foot_line,
    _edited,
    _foot_names,
)
FORMS: dict[str, tuple[Form, ...]] = {
    "news": _NEWS,
    "brief": (_foot_names, _plain_lead, _lead_with_reporters, _agency, _foot_names),
    "feature": (_byline, _byline, _foot_line, _text_and_pictures, _picture_report),
    "photo": (unsigned, unsigned, _picture_report),
    "notice": (unsigned,),
    "obit": (_lead_with_reporters, _agency, _reporter_reports, _foot_names),
    "letter": (_reader,),
    "comment": (_author_line, _author_line, _affiliated, _commentator),
    "leader": (_commentator, unsigned),
    "essay": (_author_line,),
    "foreign": (_compiled, _compiled, _agency, _overseas, _roundup, _compiler_line),
    "interview": (_byline, _byline, _foot_line),
    "speech": (_collected,),
    "paper": (_affiliated, _author_line),
    "digest": (unsigned,),
}

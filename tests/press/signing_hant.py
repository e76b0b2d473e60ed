"""Who signs it, and in which form? Forms of Hong Kong and Taiwan.

The forms are those of the trade; which one is taken, and whose name, is left
to chance.
"""

from __future__ import annotations

from random import Random

from .articles import Article
from .signature import Form, House, Signature, all_as


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
        lead=form.format(name), dateline=dateline, credits=all_as([name], "reporter", None)
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
        credits=all_as([name], "reporter", "本報" if "本報" in inside else None),
    )


def _tw_wire(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    _, day = article.date or (0, rng.randint(1, 28))
    inside = f"中央社記者{name}{article.place}{day}日電"
    return Signature(
        lead=f"（{inside}）", dateline=inside, credits=all_as([name], "reporter", "中央社")
    )


def _author_line(article: Article, house: House, rng: Random) -> Signature:
    name = rng.choice(house.people)
    form = rng.choice(("{}", "文／{}", "◎{}", "■{}", "作者：{}", "撰文：{}"))
    return Signature(byline=form.format(name), credits=all_as([name], "author", None))


FORMS: dict[str, tuple[Form, ...]] = {
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

"""What is a signature? A house with its people, a way of signing, a picture's credit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from attrs import field, frozen

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


def some_people(house: House, rng: Random, most: int = 3) -> list[str]:
    return rng.sample(house.people, rng.choices(range(1, most + 1), (6, 4, 2)[:most])[0])


def name_row(people: Sequence[str], house: House, rng: Random) -> str:
    """Names side by side; two characters are sometimes spaced to three."""
    spread = rng.random() < 0.3
    shown = [f"{n[0]}　{n[1]}" if spread and len(n) == 2 else n for n in people]
    return house.space.join(shown)


def all_as(people: Sequence[str], role: str, organization: str | None) -> tuple[Credit, ...]:
    return tuple((name, role, organization) for name in people)


def day_of(article: Article, rng: Random) -> str:
    month, day = article.date or (rng.randint(1, 12), rng.randint(1, 28))
    return f"{month}月{day}日"


Form = Callable[[Article, House, Random], Signature]

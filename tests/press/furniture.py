"""What does the page say of itself? Folios, editors, hotlines, mastheads, contents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from attrs import frozen

from . import names
from .signature import House

_WEEKDAYS = "一二三四五六日"
_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
_MONTHS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]


@frozen
class Furniture:
    """Lines above and below the articles, and what they say.

    ``top`` and ``bottom`` are printed lines. The gold repeats each line once.
    """

    top: tuple[str, ...] = ()
    bottom: tuple[str, ...] = ()
    publication: str | None = None
    issue_date: str | None = None

    @property
    def lines(self) -> list[str]:
        return [*self.top, *self.bottom]


def _some_day(rng: Random) -> date:
    return date(2004, 1, 1) + timedelta(days=rng.randrange(365 * 21))


def _chinese_day(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = ("", "十", "二十", "三十")[tens]
    return head + ("" if not ones else _NUMERALS_OF[ones])


_NUMERALS_OF = "〇一二三四五六七八九"


def date_line(day: date, house: House, rng: Random) -> str:
    """A date as a folio prints it."""
    week = f"星期{_WEEKDAYS[day.weekday()]}"
    year, month, number = day.year, day.month, day.day
    long = f"{year}年{month}月{number}日"
    chinese = f"{str(year).translate(_NUMERALS)}年{_MONTHS[month - 1]}月{_chinese_day(number)}日"
    if house.script == "tw":
        roc = year - 1911
        spelt = f"中華民國{str(roc).translate(_NUMERALS).replace('〇', '○')}年"
        return rng.choice(
            (
                f"{long} {week}",
                f"{long}／{week}",
                f"民國{roc}年{month}月{number}日 {week}",
                f"{spelt}{_MONTHS[month - 1]}月{_chinese_day(number)}日 {week}",
            )
        )
    return rng.choice(
        (
            f"{long} {week}",
            f"{long}　{week}",
            f"{week} {long}",
            f"{year}.{month}.{number} {week}",
            f"{long} {week} 农历{rng.choice(('三月初八', '腊月廿三', '五月十六'))}"
            if house.script == "hans"
            else f"{long} {week}",
            f"{chinese} {week}",
            f"{year}-{month:02}-{number:02} {week}",
        )
    )


def folio(house: House, rng: Random) -> Furniture:
    """The folio of a page, in one to three lines."""
    day = _some_day(rng)
    sections = names.SECTIONS if house.script == "hans" else names.SECTIONS_HANT
    number = rng.randint(1, 32)
    page = rng.choice(
        (
            f"{number:02}",
            f"第{number}版",
            f"A{number}",
            f"A{number:02}",
            f"{number}版",
            f"B{number}",
        )
    )
    section = rng.choice(sections)
    named = rng.random() < 0.6
    parts = [date_line(day, house, rng)]
    if rng.random() < 0.7:
        parts.append(section)
    if rng.random() < 0.8:
        parts.append(page)
    if named:
        parts.append(house.paper)
    rng.shuffle(parts)
    joint = rng.choice((" ", " ", " ", "　", " | ", " · ", "/"))
    lines = [joint.join(parts)]
    if len(parts) > 2 and rng.random() < 0.25:
        cut = rng.randint(1, len(parts) - 1)
        lines = [" ".join(parts[:cut]), " ".join(parts[cut:])]
    return Furniture(tuple(lines), (), house.paper if named else None, day.isoformat())


def staff(house: House, rng: Random) -> list[str]:
    """Editors of the page and how to reach the paper."""
    a, b, c = rng.sample(house.people, 3)
    if house.script == "hans":
        lines = [
            rng.choice(
                (
                    f"本版编辑 {a} 美编 {b}",
                    f"本版责编：{a}　美术编辑：{b}",
                    f"责任编辑/{a} 版式/{b} 校对/{c}",
                    f"责编：{a} 版式：{b} 校对：{c}",
                    f"编辑/{a} 制版/{b}",
                    f"值班主任：{a} 责任编辑：{b} 电话：0{rng.randint(310, 990)}-{rng.randint(3000000, 8999999)}",
                    f"主编 {a} 责编 {b} 美编 {c}",
                    f"统筹：{a} 编辑：{b} 美编：{c}",
                    f"责任编辑：{a}　图编：{b}　审读：{c}",
                    f"本版主编 {a}　编辑 {b}　组版 {c}",
                    f"责编 {a} | 美编 {b}",
                    f"责任编辑 {a} E-mail:xw{rng.randint(10, 99)}@example.cn",
                )
            )
        ]
        lines += rng.sample(
            [
                f"新闻热线：0{rng.randint(310, 990)}-{rng.randint(96000, 96999)}",
                f"本报热线 {rng.randint(3000000, 8999999)}　广告热线 {rng.randint(3000000, 8999999)}",
                "www.example-news.cn",
                f"本报地址：{rng.choice(('建设路', '滨江大道', '文汇街'))}{rng.randint(1, 300)}号 邮编：{rng.randint(100000, 799999)}",
                "投稿邮箱：fukan@example.com",
                "国内统一连续出版物号 CN 61-0099",
                "广告",
                "定价：1.50元 今日16版",
                "邮发代号：61—99　总第5127期",
                "微信公众号：example-news",
            ],
            rng.choice((0, 0, 1, 1, 2)),
        )
    else:
        lines = [
            rng.choice(
                (
                    f"責任編輯：{a} 版面設計：{b}",
                    f"責任編輯：{a}　美術設計：{b}",
                    f"主編／{a} 編輯／{b} 美編／{c}",
                    f"編輯 {a} 版面 {b}",
                )
            )
        ]
        lines += rng.sample(
            ["www.example-daily.com", f"讀者熱線：{rng.randint(20000000, 29999999)}", "廣告"],
            rng.choice((0, 0, 1)),
        )
    return lines


def page_furniture(house: House, rng: Random) -> Furniture:
    """The folio at the top or at the foot, the staff at either place or nowhere."""
    made = folio(house, rng) if rng.random() < 0.92 else Furniture()
    top, bottom = list(made.top), []
    if rng.random() < 0.2:
        top, bottom = [], top
    if rng.random() < 0.7:
        (top if rng.random() < 0.35 else bottom).extend(staff(house, rng))
    return Furniture(tuple(top), tuple(bottom), made.publication, made.issue_date)


@frozen
class Masthead:
    """The front of a digest: lines, and the contents list with its entries."""

    lines: tuple[str, ...]
    contents: tuple[tuple[str, str], ...]  # (printed line, entry)
    publication: str


def masthead(heads: Sequence[str], rng: Random) -> Masthead:
    """A digest's front for items with these headlines."""
    publication = rng.choice(names.DIGESTS)
    year = rng.randint(2012, 2024)
    issue, total = rng.randint(1, 48), rng.randint(50, 400)
    a, b, c = rng.sample(names.PEOPLE, 3)
    lines = [
        publication,
        rng.choice(
            (
                f"{year}年第{issue}期（总第{total}期）",
                f"{year}年第{issue}期　总第{total}期",
                f"第{issue}期",
                f"（{year}年第{issue}期）",
            )
        ),
        *rng.choice(
            (
                (f"主编：{a} 编辑：{b} {c}",),
                (f"编审：{a}", f"编辑：{b}　{c}"),
                (f"主办单位：{rng.choice(names.UNITS)}", f"责任编辑：{a}"),
                (),
            )
        ),
        *rng.sample(
            [
                f"电话：0{rng.randint(310, 990)}-{rng.randint(3000000, 8999999)}",
                "网址：www.example-info.cn",
                "邮箱：digest@example.cn",
                "内部资料 注意保存",
            ],
            rng.randint(0, 3),
        ),
    ]
    return Masthead(tuple(lines), tuple(_contents(heads, rng)), publication)


def _contents(heads: Sequence[str], rng: Random) -> list[tuple[str, str]]:
    sections = rng.sample(
        [
            "热点聚焦",
            "政策解读",
            "区域动态",
            "行业观察",
            "企业之窗",
            "专家视点",
            "数据看台",
            "他山之石",
        ],
        8,
    )
    leader = rng.choice(
        ("\t", " …… ", "…" * rng.randint(10, 40), "." * rng.randint(12, 60), "  ", " - ")
    )
    numbered = rng.random() < 0.25
    page = rng.randint(1, 3)
    entries: list[tuple[str, str]] = [
        (rng.choice(("目录", "目 录", "目录 CONTENTS", "本期目录")), "")
    ]
    sectioned = rng.random() < 0.7
    for i, head in enumerate(heads):
        if sectioned and (i == 0 or rng.random() < 0.3) and sections:
            section = sections.pop()
            entries.append((section, section))
        shown = f"{i + 1}. {head}" if numbered else head
        entries.append((f"{shown}{leader}{page}", head))
        page += rng.randint(0, 4)
    return entries

"""What was written? The bank of invented articles, before anybody signs or sets them.

The bank is plain text, a file a domain. An article begins with ``== name``;
then come its fields (``genre``, ``head``, ``kicker``, ``deck``, ``place``,
``date``), then one passage a line: ``## `` or ``### `` a crosshead, ``> caption: ``,
``> pull: ``, ``> note: ``, ``> attach: ``, ``| a | b |`` a row of a table,
anything else a paragraph. `` | `` parts a headline in two. All people, papers
and towns are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from attrs import field, frozen

#: Genres in traditional script.
TRADITIONAL = frozenset(
    {"hk", "hkfeature", "hkbrief", "hkcomment", "tw", "twfeature", "twbrief", "twwire", "twcomment"}
)
_FIELDS = frozenset({"genre", "head", "kicker", "deck", "place", "date"})


@frozen
class Passage:
    """One passage of a body: ``kind`` is para, crosshead, caption, pull, note, attach or table."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@frozen
class Article:
    """An article as its writer handed it in."""

    name: str
    genre: str
    head: tuple[str, ...]
    passages: tuple[Passage, ...]
    kicker: str | None = None
    deck: str | None = None
    place: str = ""
    date: tuple[int, int] | None = field(default=None)  # month and day of the events

    @property
    def traditional(self) -> bool:
        return self.genre in TRADITIONAL

    @property
    def size(self) -> int:
        return sum(len(passage.text) for passage in self.passages)


@cache
def bank() -> tuple[Article, ...]:
    """All articles, in the order of the files."""
    folder = Path(__file__).with_name("bank")
    return tuple(
        article
        for path in sorted(folder.glob("*.txt"))
        for article in _read(path.read_text("utf-8"))
    )


def _read(text: str) -> Iterator[Article]:
    for chunk in ("\n" + text).split("\n== ")[1:]:
        name, _, rest = chunk.partition("\n")
        fields: dict[str, str] = {}
        lines = [line for line in rest.splitlines() if line.strip()]
        while lines and (parts := lines[0].partition(": "))[0] in _FIELDS:
            fields[parts[0]] = parts[2]
            del lines[0]
        month, _, day = fields.get("date", "").partition("-")
        yield Article(
            name=name.strip(),
            genre=fields["genre"],
            head=tuple(fields["head"].split(" | ")),
            passages=tuple(_passages(lines)),
            kicker=fields.get("kicker"),
            deck=fields.get("deck"),
            place=fields.get("place", ""),
            date=(int(month), int(day)) if month else None,
        )


def _passages(lines: list[str]) -> Iterator[Passage]:
    rows: list[tuple[str, ...]] = []
    for line in [*lines, ""]:
        if line.startswith("| "):
            rows.append(tuple(cell.strip() for cell in line.strip("| ").split(" | ")))
            continue
        if rows:
            yield Passage("table", rows=tuple(rows))
            rows = []
        if line.startswith(("## ", "### ")):
            yield Passage("crosshead", line.lstrip("# "))
        elif line.startswith("> "):
            kind, _, text = line[2:].partition(": ")
            yield Passage(kind, text)
        elif line:
            yield Passage("para", line)

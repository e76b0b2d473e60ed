"""What does the press call things? Tables of words, and the reader of them.

A table is a TSV file in this folder. Its head, in comment lines, says what it
holds (``# name.tsv: ...``), whose convention that is (``# convention:``),
where the rows come from (``# source:``) and what the columns are
(``# columns: word, role``). The first column is the word, in simplified
script: patterns run over :func:`zhnews.chinese.fold`. What may stand in another
column is a line of its own (``# values of role: ...``). A table that is read as
it is shipped says why (``# fixed:``): rows of a user's own would change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile
from typing import Final

import regex
from attrs import evolve, field, frozen

from zhnews.chinese import fold

__all__ = ["STANDARD", "Table", "TableError", "Vocabulary", "alternation", "rows_of"]


class TableError(ValueError):
    """A table, or a row given for one, that cannot be used."""


@frozen
class Table:
    """Words of one kind, with what is known of each.

    Attributes:
        name: The table's name, as ``agencies``.
        columns: The names of the columns; the first is the word.
        rows: As many strings a row as there are columns.
        fixed: Why rows cannot be added; empty where they can.
        values: What may stand in each column, as the head says it; empty for the word.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    fixed: str = ""
    values: tuple[str, ...] = ()
    _asked: dict[tuple[str, ...], tuple[str, ...]] = field(
        factory=dict, init=False, repr=False, eq=False
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The first column, in the order of the table.

        >>> "新华社" in STANDARD.table("agencies").words
        True
        """
        return tuple(row[0] for row in self.rows)

    def words_where(self, column: str, *values: str) -> tuple[str, ...]:
        """The words whose ``column`` holds one of ``values``; + joins several in a cell.

        >>> "大学" in STANDARD.table("bodies").words_where("place", "author")
        True
        """
        known = self._asked.get((column, *values))
        if known is None:  # kept: some ask for every line
            at = self.columns.index(column)
            known = self._asked[(column, *values)] = tuple(
                row[0] for row in self.rows if not frozenset(row[at].split("+")).isdisjoint(values)
            )
        return known

    def mapping(self, column: str) -> dict[str, str]:
        """Each word with what stands in ``column``."""
        at = self.columns.index(column)
        return {row[0]: row[at] for row in self.rows}


@frozen(cache_hash=True)  # it is the key of every pattern made of it
class Vocabulary:
    """The tables, with the rows that a user adds to them.

    A value: it is passed to the functions that read a page and changes
    nothing for anyone else.

    >>> mine = STANDARD.adding("agencies", [("泽川社",)])
    >>> "泽川社" in mine.table("agencies").words
    True
    >>> "泽川社" in STANDARD.table("agencies").words
    False
    """

    added: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()

    def adding(self, name: str, rows: Iterable[Sequence[str]]) -> Vocabulary:
        """A vocabulary with further rows for one table.

        Args:
            name: The table, as ``agencies``.
            rows: The columns of each row, in the order of the table's head.
                Words are in simplified script.

        Raises:
            TableError: There is no such table, it is fixed, or a row does not fit it: it has
                other columns, a cell holds what its column does not know, or a word is in
                traditional script.
        """
        table = _read_table(name)
        if table.fixed:
            msg = f"no rows can be added to {name}: {table.fixed}"
            raise TableError(msg)
        checked: list[tuple[str, ...]] = []
        for row in rows:
            _check_row(name, table.columns, row)
            _check_cells(table, row)
            checked.append(tuple(row))
        return evolve(self, added=(*self.added, (name, tuple(checked))))

    def table(self, name: str) -> Table:
        """One table, the added rows last; a row for a known word replaces it.

        Raises:
            TableError: There is no such table.
        """
        return _read_table(name) if not self.added else _extended(self, name)


#: The tables as they are shipped.
STANDARD = Vocabulary()


@lru_cache(maxsize=64)
def _extended(vocabulary: Vocabulary, name: str) -> Table:
    table = _read_table(name)
    rows = {row[0]: row for row in table.rows}
    for other, added in vocabulary.added:
        if other == name:
            rows |= {row[0]: row for row in added}
    return evolve(table, rows=tuple(rows.values()))


def _read_rows(table: str) -> tuple[list[str], list[tuple[str, ...]]]:
    """The comment lines of a TSV table, and its rows as cells.

    >>> _read_rows("# columns: word, kind\\n电话\\tcontact\\n")
    (['# columns: word, kind'], [('电话', 'contact')])
    """
    lines = [line for line in table.splitlines() if line]
    head = [line for line in lines if line.startswith("#")]
    return head, [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def rows_of(package: str, name: str) -> list[tuple[str, ...]]:
    """The rows of a table that is shipped with a package.

    >>> ("新华社",) in rows_of("zhnews.vocab", "agencies")
    True
    """
    return _read_rows(files(package).joinpath(f"{name}.tsv").read_text("utf-8"))[1]


def _names() -> list[str]:
    """The tables that there are."""
    found = (path.name for path in files(__package__).iterdir())
    return sorted(name.removesuffix(".tsv") for name in found if name.endswith(".tsv"))


@lru_cache(maxsize=64)
def _read_table(name: str) -> Table:
    source = files(__package__).joinpath(f"{name}.tsv")
    if not name.isidentifier() or not source.is_file():
        msg = f"there is no table {name!r}, but {', '.join(_names())}"
        raise TableError(msg)
    head, body = _read_rows(source.read_text("utf-8"))
    columns = tuple(part.strip() for part in _told(head, "# columns:").split(","))
    rows: dict[str, tuple[str, ...]] = {}
    for row in body:
        _check_row(name, columns, row)
        if row[0] in rows:
            msg = f"{name}.tsv has {row[0]!r} twice"
            raise TableError(msg)
        rows[row[0]] = row
    values = tuple(_told(head, f"# values of {column}:") for column in columns)
    return Table(name, columns, tuple(rows.values()), _told(head, "# fixed:"), values)


def _told(head: list[str], label: str) -> str:
    """What a table's head says behind a label, and in the lines that go on with it.

    >>> _told(["# fixed: all papers", "#   count alike.", "# columns: word"], "# fixed:")
    'all papers count alike.'
    """
    at = next((at for at, line in enumerate(head) if line.startswith(label)), len(head))
    on = takewhile(lambda line: line.startswith("#  "), head[at + 1 :])
    return " ".join(line.removeprefix(label).strip("# ") for line in (*head[at : at + 1], *on))


def _check_row(name: str, columns: tuple[str, ...], row: Sequence[str]) -> None:
    if isinstance(row, str):
        msg = f"a row of {name} is a tuple, as ({row!r},), not {row!r} alone"
        raise TableError(msg)
    strings = len(row) == len(columns) and all(isinstance(cell, str) for cell in row)
    if not strings or not row[0].strip():
        msg = f"a row of {name} has the columns {', '.join(columns)}, not {row!r}"
        raise TableError(msg)


#: What a column may hold whose values are no list, by what the head says of it.
_FORMS: Final[dict[str, Callable[[str], object]]] = {
    "a number": regex.compile(r"[0-9]+(?:\.[0-9]+)?").fullmatch,
    "three capitals, or nothing": regex.compile(r"(?:[A-Z]{3})?").fullmatch,
    "simplified script": lambda cell: cell and fold(cell) == cell,
    "any text": bool,
}
_JOINED: Final = "; several joined by +"


def _check_cells(table: Table, row: Sequence[str]) -> None:
    """Refuse a word that no text would have once it is folded, and a value nobody asks for."""
    word, *cells = row
    found = fold(word).strip()
    if word != found and word not in table.words:
        msg = f"the words of {table.name} are in simplified script: give {found!r} for {word!r}"
        raise TableError(msg)
    for column, values, cell in zip(table.columns[1:], table.values[1:], cells, strict=True):
        if not _fits(cell, values):
            msg = f"the {column} in {table.name} may be {values}; not {cell!r}, as in {row!r}"
            raise TableError(msg)


def _fits(cell: str, values: str) -> bool:
    """Whether a cell holds what the head says of its column.

    >>> _fits("day+other", "label, day, other; several joined by +")
    True
    >>> _fits("abc", "a number")
    False
    """
    if form := _FORMS.get(values):
        return bool(form(cell))
    one_of = values.removesuffix(_JOINED)
    parts = [cell] if one_of == values else cell.split("+")
    return len(set(parts)) == len(parts) and set(parts) <= set(one_of.split(", "))


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, grouped by first character.

    On a few hundred words it is ten times as fast as one test for each.

    >>> alternation(["新华社", "新华网", "中新社"])
    '(?:中新社|新华(?:社|网))'
    """
    groups: dict[str, list[str]] = {}  # nothing given: a pattern that never matches
    for word in sorted(set(words), key=lambda word: (word[:1], -len(word), word)):
        groups.setdefault(word[:1], []).append(word)
    branches = []
    for members in groups.values():
        stem = _common_prefix(members)
        rests = [regex.escape(word[len(stem) :]) for word in members]
        tail = "" if rests == [""] else f"(?:{'|'.join(rests)})"
        branches.append(regex.escape(stem) + tail)
    return f"(?:{'|'.join(branches) or '(?!)'})"


def _common_prefix(words: list[str]) -> str:
    first, last = min(words), max(words)
    size = next((i for i, c in enumerate(first) if i >= len(last) or c != last[i]), len(first))
    return first[:size]

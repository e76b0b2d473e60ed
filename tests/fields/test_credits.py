"""Who is credited, and who is only spoken of?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fields.cases import plain, rows
from zhnews.excerpt import Excerpt
from zhnews.fields.credits import find_credits, read_credit_line, split_trailing_credit
from zhnews.fields.lexicon import lexicon
from zhnews.vocab import STANDARD

SURNAMES = [word for word in STANDARD.table("surnames").words if len(word) == 1][:120]
COMPOUNDS = ["欧阳", "司马", "上官", "诸葛"]

#: Characters of given names that begin no formula of running text.
GIVEN = "敏伟芳娜静磊洋艳勇杰娟涛超霞刚桂婷鑫雨晨轩怡梓涵"


def names() -> st.SearchStrategy[str]:
    """Invented names, of two to four characters."""
    given = st.text(alphabet=GIVEN, min_size=1, max_size=2)
    return st.builds(
        str.__add__, st.sampled_from(SURNAMES), given.filter(lambda name: len(name) == 2)
    ) | st.builds(str.__add__, st.sampled_from(COMPOUNDS), given)


@pytest.mark.parametrize("row", rows("credits"))
def test_a_passage_credits_whom_a_reader_would_say(row: dict[str, Any]) -> None:
    """Each row is a form of the trade, or running text that resembles one."""
    passage = Excerpt.of(row["text"])
    found: list[list[str | None]] | None
    if row["form"] == "text":
        found = plain(find_credits(passage)) or None
    else:
        whole = row["form"] == "line"
        line = read_credit_line(passage) if whole else split_trailing_credit(passage)[1]
        found = plain(line.credits) if line is not None else None

    assert found == row["credits"]


@given(st.lists(names(), min_size=1, max_size=4), st.sampled_from([" ", "　", "、"]))
def test_a_name_is_never_cut(people: list[str], between: str) -> None:
    """Every name of a byline comes back whole, in the order of print."""
    line = read_credit_line("本报记者 " + between.join(people))

    assert line is not None
    assert [credit.name.text for credit in line.credits] == people


@given(names(), names())
def test_no_character_of_a_name_is_left_beside_it(one: str, two: str) -> None:
    """What stands left and right of a name is a mark, a space or a role word."""
    text = f"新华社记者{one} 摄影 {two}"
    line = read_credit_line(text)

    assert line is not None
    rest = text
    for credit in line.credits:
        rest = rest.replace(credit.name.text, "", 1)
    assert rest.split() == ["新华社记者", "摄影"]


@given(st.lists(names().filter(lambda name: len(name) == 3), min_size=2, max_size=3))
def test_names_without_a_space_between_them_are_told_apart(people: list[str]) -> None:
    """耿星河路小满 are two persons, as the second part begins with a surname.

    A given name may begin with a character that is a surname too; such runs
    are left out here, as a reader could not tell them apart either.
    """
    known = lexicon(STANDARD).rank
    run = "".join(people)
    line = read_credit_line(f"本报记者{run}")

    assert line is not None
    if not any(c in known for i, c in enumerate(run) if i % 3):
        assert [credit.name.text for credit in line.credits] == people


@given(st.text(max_size=60))
def test_a_credit_stands_where_it_says(text: str) -> None:
    """Every name can be read off the text at its spans."""
    for credit in find_credits(text):
        kept = "".join(text[span.start : span.end] for span in credit.name.spans)
        assert credit.name.text == kept


@given(st.text(alphabet="记者摄文图本报新华社（）／、 李敏王建国：发编译", max_size=40))
def test_splitting_off_a_credit_loses_nothing(text: str) -> None:
    """The paragraph and its credit together are the text, but for spaces."""
    rest, credit = split_trailing_credit(text)
    tail = credit.text.text if credit is not None else ""

    assert (rest.text + tail).split() == text.split() or (
        "".join((rest.text + tail).split()) == "".join(text.split())
    )


def test_a_user_may_add_a_role() -> None:
    """A paper that signs 见闻员 is read with one row, and others are not."""
    mine = STANDARD.adding("roles", [("见闻员", "reporter", "before", "job")])

    assert read_credit_line("见闻员 李敏") is None
    assert plain(getattr(read_credit_line("见闻员 李敏", vocabulary=mine), "credits", ())) == [
        ["李敏", "reporter", None]
    ]


def test_an_author_s_note_says_whose_the_author_is() -> None:
    """（作者系某学院副教授） names nobody; the institution is the author's."""
    line = read_credit_line("（作者系安陵师范大学社会学院副教授）")

    assert line is not None
    assert line.kind == "author-note"
    assert line.organization is not None
    assert line.organization.text == "安陵师范大学社会学院"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("本报记者 李敏", "byline"),
        ("李敏 摄", "photo"),
        ("新华社发", "photo"),
        ("（责任编辑 李敏）", "editor"),
        ("（作者系安陵大学教授）", "author-note"),
    ],
)
def test_a_credit_line_has_a_kind(text: str, kind: str) -> None:
    """A layout sets a picture's credit elsewhere than a byline."""
    line = read_credit_line(text)

    assert line is not None
    assert line.kind == kind


@pytest.mark.parametrize("wrong", [None, 5, b"\xb1\xa8"])
def test_what_is_no_text_is_refused(wrong: Any) -> None:
    """Bytes would have to be decoded first, and the error says so."""
    with pytest.raises(TypeError):
        read_credit_line(wrong)

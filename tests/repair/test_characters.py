"""Characters: what nobody sees goes, what differs by form alone is put right."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from zhnews.excerpt import Excerpt
from zhnews.repair import Change, repair_text
from zhnews.repair.characters import keep_counterparts, keep_visible
from zhnews.vocab import STANDARD


def test_a_change_is_told_with_its_place() -> None:
    """What did you do to my page? 金 stands where ⾦ was printed."""
    assert repair_text("中⾦公司").changes == (Change(1, "⾦", "金"),)


@given(st.text(max_size=40))
def test_counterparts_are_one_to_one(raw: str) -> None:
    """Places hold: nothing gets longer or shorter."""
    kept = keep_counterparts(Excerpt.of(raw))

    assert len(kept.text) == len(raw)
    assert keep_counterparts(kept) is kept


@given(st.text(max_size=40))
def test_what_is_visible_is_kept(raw: str) -> None:
    """Letters, marks and symbols have a glyph."""
    kept = keep_visible(Excerpt.of(raw)).text
    seen = [
        c
        for c in raw
        if unicodedata.category(c)[0] in "LNPSZ" and c not in "\u115f\u1160\u3164\uffa0\ufffc"
    ]

    assert [c for c in kept if c in set(seen)] == seen


def test_no_form_is_its_own_counterpart_or_another_s_form() -> None:
    """Else putting counterparts twice would not be putting them once."""
    table = STANDARD.table("forms").mapping("counterpart")

    assert not set(table) & set(table.values())


def test_a_lone_surrogate_is_dropped() -> None:
    """No encoding can write it."""
    page = repair_text("甲\ud800乙")

    assert page.text == "甲乙"
    assert page.dropped[0].reason == "invisible character"

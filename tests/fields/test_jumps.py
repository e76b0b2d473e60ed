"""Which brackets send the reader to another page?"""

from __future__ import annotations

import pytest

from zhnews.fields.jumps import comes_from_elsewhere, split_jumps


@pytest.mark.parametrize(
    ("text", "rest", "jumps"),
    [
        ("（上接第1版）今年以来，产量增长。", "今年以来，产量增长。", ["（上接第1版）"]),
        ("产量增长。（下转第4版）", "产量增长。", ["（下转第4版）"]),
        ("產量增長。（下轉A4版）", "產量增長。", ["（下轉A4版）"]),
        ("产量增长。【下转第四版】", "产量增长。", ["【下转第四版】"]),
        ("产量增长。（完）", "产量增长。（完）", []),
        ("车转第4圈。", "车转第4圈。", []),
    ],
)
def test_a_jump_line_leaves_its_paragraph(text: str, rest: str, jumps: list[str]) -> None:
    """The bracket sends the reader to another page; it is no sentence."""
    kept, taken = split_jumps(text)

    assert kept.text == rest
    assert [jump.text for jump in taken] == jumps


@pytest.mark.parametrize(
    ("jump", "back"),
    [
        ("（上接第1版）", True),
        ("◀上　接A1版", True),
        ("▲緊接第一版", True),
        ("续接第三版", True),
        ("（下转第4版）", False),
        ("详见第3版", False),
    ],
)
def test_a_jump_line_says_whether_the_piece_began_elsewhere(jump: str, back: bool) -> None:
    """Below a line that comes from page 1 no article begins."""
    assert comes_from_elsewhere(jump) is back

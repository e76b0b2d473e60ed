"""How does a caption announce itself?"""

from __future__ import annotations

from typing import Any

import pytest

from fields.cases import rows
from zhnews.fields.captions import read_caption_mark


@pytest.mark.parametrize("row", rows("captions"))
def test_a_caption_announces_itself(row: dict[str, Any]) -> None:
    """图为, 左图, ▲ and 图1 open captions; 图书 and 图1显示 open sentences."""
    assert read_caption_mark(row["text"]) == row["kind"]

"""What do the lines at the head of a page state?"""

from __future__ import annotations

from typing import Any

import pytest

from fields.cases import rows
from zhnews.fields.folios import read_folio, read_publication


@pytest.mark.parametrize("row", rows("folios"))
def test_a_folio_states_paper_day_and_page(row: dict[str, Any]) -> None:
    """A day with its weekday, its page or its section is a folio."""
    folio = read_folio(row["text"])
    stated = folio and {
        "publication": folio.publication.text if folio.publication else None,
        "date": folio.date,
        "weekday": folio.weekday,
        "page": folio.page.text if folio.page else None,
        "section": folio.section.text if folio.section else None,
    }

    assert stated == row["folio"]


@pytest.mark.parametrize(
    "name", ["泽川日报", "島嶼時報", "南屏周刊", "泽川信息摘编", "开放型经济参阅", "泽 川 日 报"]
)
def test_a_paper_s_name_alone_is_a_masthead(name: str) -> None:
    """Papers and bulletins end their names in a few ways."""
    assert read_publication(name) is not None


@pytest.mark.parametrize(
    "line", ["本报讯", "我报", "春耕备耕", "他在泽川日报，", "日报", "体育新闻"]
)
def test_other_short_lines_are_no_masthead(line: str) -> None:
    """What a paper calls itself, a headline, a section are no names of papers."""
    assert read_publication(line) is None

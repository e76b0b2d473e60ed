"""Titles that come back from issue to issue: the names of columns, and of notices."""

from __future__ import annotations

import pytest

from zhnews.fields.rubrics import is_column, is_notice


@pytest.mark.parametrize("title", ["国际观察", "新春走基层", "國際觀察", "关注食品安全"])
def test_the_name_of_a_column_tells_where_the_paper_looks(title: str) -> None:
    """栏目: a reader meets it again next week, over another article."""
    assert is_column(title)


@pytest.mark.parametrize("title", ["一条河的故事", "关注拍卖公告", "泽川夏粮收购今起全面展开"])
def test_a_title_of_its_own_is_no_column(title: str) -> None:
    """It tells of one matter: of a river, a sale, a harvest."""
    assert not is_column(title)


def test_a_notice_ends_with_its_kind() -> None:
    """公文标题: who issues it, about what, and last 公告 or 启事."""
    assert is_notice("泽川市中级人民法院拍卖公告")
    assert is_notice("拍賣公告")
    assert not is_notice("公告栏前看变化")

"""Who speaks below: office and name over a statement."""

from __future__ import annotations

from handset import TEXT, block, kinds
from zhnews.articles.blocks import Kind


def test_the_office_and_name_of_a_speaker_are_one_crosshead() -> None:
    """A page of statements names each speaker over what is said."""
    speakers = [
        block(Kind.HEADLINE, "全国政协委员、铁道", column=22),
        block(Kind.HEADLINE, "集团公司董事长李敏：", column=22),
        TEXT,
        block(Kind.HEADLINE, "全国人大代表、重型装备", column=22),
        block(Kind.HEADLINE, "公司总经理王磊：", column=22),
        TEXT,
    ]

    assert [text for kind, text in kinds(*speakers) if kind == "crosshead"] == [
        "全国政协委员、铁道集团公司董事长李敏：",
        "全国人大代表、重型装备公司总经理王磊：",
    ]


def test_who_speaks_does_not_announce_a_list() -> None:
    """上述措施主要包括4个方面： is a sentence of the text."""
    leads = [
        block(Kind.PARAGRAPH, "上述26条措施主要包括4个方面："),
        TEXT,
        block(Kind.PARAGRAPH, "会议部署的重点工作如下："),
        TEXT,
    ]

    assert {kind for kind, _ in kinds(*leads)} == {"paragraph"}

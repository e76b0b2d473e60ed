"""Where do the words alone say that the subject changes?"""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from zhnews import read_page
from zhnews.articles.subjects import LONGEST, subject_changes
from zhnews.articles.words import weigh_words

WHEAT = [
    "全县小麦收割过半，收割机连夜下地，麦农说今年小麦穗大粒饱，亩产能过千斤。",
    "小麦收购价格比去年每斤高三分，粮站门口排起长队，麦农把小麦一车车卖到粮站。",
    "收割机手从南到北跟着小麦走，一天能收割百亩，麦农管饭，粮站管油。",
    "粮站负责人说，小麦入库要过秤、验水分，麦农当天就能领到钱。",
]
BRIDGE = [
    "跨江大桥昨日合龙，最后一节钢箱梁吊装到位，两岸工人在桥面上握手。",
    "大桥主跨六百米，钢箱梁在工厂分节制造，用驳船运到桥位吊装。",
    "工程师说，合龙要等气温稳定，钢箱梁热胀冷缩，差一厘米就装不上。",
    "大桥通车后，两岸过江只要五分钟，渡轮将在桥面铺装完成后停航。",
]
SCHOOL = [
    "山村小学只有九名学生，校长兼着语文、数学和体育三门课。",
    "学生们的午饭由校长夫人做，米和菜是家长轮流送到小学的。",
    "九名学生里有四名住校，校长每晚查完宿舍才回房批改作业。",
    "县里答应给小学修操场，学生们盼着明年能在操场上开运动会。",
]


def changes(passages: list[str]) -> tuple[float, ...]:
    return weigh_words(passages).changes


def test_the_subject_changes_between_two_articles_and_nowhere_else() -> None:
    """Wheat, a bridge, a school: no line says so, all words do."""
    told = changes([*WHEAT, *BRIDGE, *SCHOOL])

    likeliest = sorted(range(1, len(told)), key=told.__getitem__)[-2:]
    assert sorted(likeliest) == [len(WHEAT), len(WHEAT) + len(BRIDGE)]


def test_articles_without_headlines_are_told_apart() -> None:
    """A page of three bodies whose headlines the extractor lost."""
    page = read_page("\n".join([*WHEAT, *BRIDGE, *SCHOOL]))

    firsts = [article.paragraphs[0].text for article in page.articles]
    assert firsts == [WHEAT[0], BRIDGE[0], SCHOOL[0]]


@given(st.lists(st.lists(st.integers(0, 12), max_size=8), max_size=12), st.randoms())
def test_the_order_of_words_changes_nothing(passages: list[list[int]], random: Random) -> None:
    """Words come out of sets: no two runs need to have them in one order."""
    places: dict[str, list[int]] = {}
    for number, words in enumerate(passages):
        for word in sorted(set(words)):
            places.setdefault(str(word), []).append(number)
    shares = {"3": 0.1, "4": 0.37, "5": 0.71}
    shuffled = list(places)
    random.shuffle(shuffled)
    again = {word: places[word] for word in shuffled}

    told = subject_changes(len(passages), places, shares)
    assert told == subject_changes(len(passages), again, shares)
    assert len(told) == len(passages)


def test_a_long_page_is_told_apart_like_a_short_one() -> None:
    """Stretches have a longest length; a page of hundreds of passages has changes like any."""
    subjects = [[f"甲乙{chr(0x4E00 + n)}丙{chr(0x5E00 + n)}" * 3] * 6 for n in range(LONGEST)]
    told = changes([passage for subject in subjects for passage in subject])

    starts = {6 * n for n in range(1, LONGEST)}
    least = min(told[k] for k in starts)
    assert all(told[k] < least for k in range(1, len(told)) if k not in starts)


def test_a_single_subject_longer_than_any_stretch_is_one_article() -> None:
    """A law printed in a hundred articles stays one."""
    law = [
        f"第{n}条 出租人应当将房屋交付承租人，承租人应当按期支付租金。" for n in range(3 * LONGEST)
    ]

    assert len(read_page("\n".join(["房屋租赁条例", *law])).articles) == 1

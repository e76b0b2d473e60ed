"""Words that passages share: rare ones tell, and the order of a set tells nothing."""

from __future__ import annotations

from itertools import permutations

from zhnews.articles.words import weigh_words


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    """All of a page's texts name its town; one names the storm."""
    words = weigh_words(["泽川小麦收割", "泽川台风登陆", "泽川图书馆开馆"])

    assert words.weigh(frozenset({"台风"})) > words.weigh(frozenset({"泽川"}))


def test_words_that_hold_a_text_together_are_seen() -> None:
    """The name of the storm on both sides of a break: the text goes on."""
    words = weigh_words(["台风银河今晨登陆", "台风银河带来暴雨", "图书馆周一闭馆"])

    assert words.threads[1] > words.threads[2]


def test_sums_do_not_depend_on_their_order() -> None:
    """A set gives its words in another order in each run of Python."""
    words = weigh_words(["小麦收割台风登陆图书馆", "台风登陆图书馆借书", "图书馆借书还书"])
    some = sorted(words.passages[0])[:6]

    assert len({words.weigh(order) for order in permutations(some)}) == 1


def test_a_word_that_is_common_in_the_language_ties_less() -> None:
    """发展 is in every other article, 鳄鱼 in few."""
    common = weigh_words(["经济发展", "文化发展", "台风登陆", "夏粮收购"])
    rare = weigh_words(["经济鳄鱼", "文化鳄鱼", "台风登陆", "夏粮收购"])

    assert 0 < common.threads[1] < rare.threads[1]

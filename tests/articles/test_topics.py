"""Which bodies a line shares words with: the index of words is only faster."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhnews.articles.topics import MANY, Topics
from zhnews.articles.words import union, weigh_words, words_of

SOME = st.lists(
    st.text(alphabet="小麦收割台风登陆图书馆借书，。", max_size=12), min_size=1, max_size=8
)


@given(SOME)
def test_affinity_is_a_share(texts: list[str]) -> None:
    """Nothing to everything."""
    words = weigh_words(texts)

    for passage in words.passages:
        fits = words.topics.fits(passage, words)
        assert all(0 < fit <= 1 + 1e-9 for fit in fits.values())


@given(SOME, st.text(alphabet="小麦收割台风登陆", max_size=10))
def test_one_by_one_and_all_at_once_agree(texts: list[str], title: str) -> None:
    """The index of words is only faster."""
    words = weigh_words(texts)
    own = words_of(title)
    many = Topics([*words.passages, *[frozenset[str]()] * MANY])
    one_by_one = {
        number: fit
        for number, passage in enumerate(words.passages)
        if (fit := words.affinity(own, passage)) or own & passage
    }

    assert many.fits(own, words) == words.topics.fits(own, words) == one_by_one


@given(SOME, st.text(alphabet="小麦收割台风登陆", max_size=10), st.sets(st.integers(1, 7)))
def test_bodies_are_found_by_their_passages(texts: list[str], title: str, cuts: set[int]) -> None:
    """A body has the words of its passages, and no others."""
    words = weigh_words(texts)
    starts = [0, *sorted(cut for cut in cuts if cut < len(texts))]
    stops = [*starts[1:], len(texts)]
    sets = [union(words.passages[a:b]) for a, b in zip(starts, stops, strict=True)]
    bodies = Topics(sets, often=True, passages=words.topics, starts=starts)

    assert bodies.fits(words_of(title), words) == Topics(sets).fits(words_of(title), words)

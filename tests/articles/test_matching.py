"""Which headline goes to which body, by their fits and their order."""

from __future__ import annotations

from zhnews.articles.matching import improve_match, match_first


def match(*rows: dict[int, float], bodies: int) -> dict[int, int]:
    """The body of each headline, from how well each fits some bodies."""
    misfits = [[(-fit, number) for number, fit in row.items()] for row in rows]
    return improve_match(match_first(misfits), misfits, len(rows), bodies)[1]


def test_the_best_fits_go_together() -> None:
    """Headlines may stand in another order than their bodies."""
    assert match({0: 1.0, 1: 6.0}, {0: 6.0, 1: 1.0}, bodies=2) == {0: 1, 1: 0}


def test_a_headline_that_says_little_is_known_by_those_beside_it() -> None:
    """A page that was read in order gives its headlines in the order of their bodies."""
    rows = ({0: 6.0}, {1: 0.1, 3: 0.3}, {2: 6.0}, {3: 0.2, 1: 0.3}, {4: 6.0})

    assert match(*rows, bodies=5) == {n: n for n in range(5)}


def test_a_headline_gives_up_its_body_where_both_gain() -> None:
    """It goes where it fits nearly as well, and the other has a body at last."""
    assert match({0: 2.0, 1: 1.5}, {0: 1.0}, bodies=2) == {0: 1, 1: 0}


def test_a_headline_that_fits_nothing_has_no_body() -> None:
    """It stays alone."""
    assert match({0: 6.0}, {}, bodies=2) == {0: 0}

"""Is the press honest? What the gold says stands in the raw text, and nothing is borrowed."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press import FAMILIES, Page, make_page
from press.articles import bank
from press.damage import DOUBLINGS, lookalikes, side_by_side
from press.typesetting import Measure, Setting, break_lines

SEEDS = range(1, 7)
PAGES = [make_page(family, seed) for family in FAMILIES for seed in SEEDS]
by_name = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def plain(text: str) -> str:
    """A text without white space, each character in its common form."""
    forms = {form: char for char, all_forms in lookalikes().items() for form in all_forms}
    common = (
        forms.get(char) or (same if len(same := unicodedata.normalize("NFKC", char)) == 1 else char)
        for char in text
        if unicodedata.category(char) not in ("Cf", "Cc", "Co")
    )
    return "".join("".join(common).split())


def texts_of(gold: dict[str, Any]) -> Iterator[str]:
    """Every text of a gold that is printed once, and as it stands there."""
    yield from gold["furniture"]
    yield from gold["contents"]
    for article in gold["articles"]:
        yield from filter(
            None, (article[key] for key in ("headline", "kicker", "dateline", "source"))
        )
        for key in ("subheads", "paragraphs", "captions", "pull_quotes", "links", "attachments"):
            yield from article[key]
        yield from (cell for table in article["tables"] for row in table for cell in row)


def is_subsequence(text: str, raw: str) -> bool:
    rest = iter(raw)
    return all(char in rest for char in text)


@pytest.mark.parametrize("page", [p for p in PAGES if "hard" not in p.name], ids=lambda p: p.name)
def test_every_gold_text_can_be_read_off_the_page(page: Page) -> None:
    """In order, whatever stands between; columns read across are another matter."""
    raw = plain(page.raw)

    assert [text for text in texts_of(page.gold) if not is_subsequence(plain(text), raw)] == []


@by_name
def test_the_page_has_every_gold_character(page: Page) -> None:
    """Two texts of the gold can't be read off the same printed characters."""
    wanted = Counter("".join(map(plain, texts_of(page.gold))))

    assert wanted - Counter(plain(page.raw)) == Counter()


@by_name
def test_credits_name_people_printed_on_the_page(page: Page) -> None:
    """A name in the gold is a name on the page."""
    raw = plain(page.raw)
    people = [c["name"] for article in page.gold["articles"] for c in article["credits"]]

    assert all(is_subsequence(plain(name), raw) for name in people)


@by_name
def test_a_page_holds_little_that_no_field_tells(page: Page) -> None:
    """What the gold leaves out is markup, role words, or a second copy of what it has."""
    undoubled = page.name.split("_")[0] in ("archive", "ocr", "hard")
    told = Counter("".join(map(plain, texts_of(page.gold))))
    left = (Counter(plain(page.raw)) - told).total()

    assert left < (0.4 if undoubled else 1.2) * told.total()


@pytest.mark.parametrize("family", FAMILIES)
def test_a_seed_gives_one_page(family: str) -> None:
    """A failure can be shown again."""
    assert make_page(family, 3) == make_page(family, 3)


def grams(texts: Iterable[str], size: int) -> set[str]:
    return {text[i : i + size] for text in texts for i in range(len(text) - size + 1)}


def test_no_text_is_taken_from_the_given_pages() -> None:
    """Pages that we looked at while we worked can't measure what we made."""
    folder = Path(__file__).parents[1] / "pages"
    golds = [json.loads(path.read_text("utf-8")) for path in folder.glob("*/*.json")]
    given_texts = [p for g in golds for a in g["articles"] for p in a["paragraphs"]]
    ours = [passage.text for article in bank() for passage in article.passages]

    assert golds
    assert grams(given_texts, 11) & grams(ours, 11) == set()


def test_every_article_of_the_bank_has_its_own_name_and_headline() -> None:
    """Pairing by text would mix up two articles that are one."""
    names = [article.name for article in bank()]

    assert len(set(names)) == len(names) == len({article.head for article in bank()})


@given(st.text(alphabet="年一二三，。“”（）12.5%A", max_size=80), st.integers(6, 30), st.booleans())
def test_setting_only_breaks_lines(text: str, width: int, hang: bool) -> None:
    """The lines of a column are the text again."""
    setting = Setting(width=width, narrow=0, hang=hang)
    rng = Random(1)
    lines = [line for line, _ in break_lines(text, Measure(setting, rng), rng, setting)]

    assert "".join(lines) == text


@given(st.text(alphabet="年一二三四五", min_size=3, max_size=80), st.integers(6, 30))
def test_full_lines_have_the_width_of_the_column(text: str, width: int) -> None:
    """A column is told by its width."""
    setting = Setting(width=width, narrow=0)
    rng = Random(1)
    lines = [line for line, _ in break_lines(text, Measure(setting, rng), rng, setting)]

    assert all(len(line) == width for line in lines[:-1])


def test_a_stop_does_not_begin_a_line() -> None:
    """避头尾: the rule of every composing room."""
    setting = Setting(width=6, narrow=0, hang=False)
    rng = Random(1)
    text = "江水涨了三尺，船都靠了岸。（见第四版）"
    lines = [line for line, _ in break_lines(text, Measure(setting, rng), rng, setting)]

    assert lines == ["江水涨了三", "尺，船都靠了", "岸。（见第四", "版）"]


@pytest.mark.parametrize("double", DOUBLINGS, ids=lambda double: double.__name__)
def test_doubling_prints_every_character_of_a_headline_more_than_once(double: Any) -> None:
    """Fake bold draws the glyphs again; only marks may stand alone."""
    counts = Counter("".join(double("古城“灯会”三天 客流破万")))

    assert all(counts[char] in (2, 3) for char in "古城灯会三天客流破万")


def test_columns_side_by_side_keep_their_lines() -> None:
    """Reading across takes nothing away."""
    columns = [["春耕", "备耕"], ["秋收", "冬藏", "夏"]]
    rows = side_by_side(columns, Random(4), collapsed=False)

    assert [row.split() for row in rows] == [["春耕", "秋收"], ["备耕", "冬藏"], ["夏"]]

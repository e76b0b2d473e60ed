"""Text to test with: generated pages, damaged pages, and text of the press's alphabet.

Hypothesis strategies. Failing examples shrink towards small seeds and little
damage; a page is told by its family and its seed, so it can be made again.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from hypothesis import strategies as st

from press import FAMILIES, Page, make_page
from press.articles import bank
from press.damage import with_half_width_marks, with_invisible, with_lookalikes, with_vertical_marks

#: Characters that the grammars and the layout look at, and some that they don't.
PRESS_ALPHABET = (
    "本报讯记者通员摄影编译责任电新华社据北京台港日月年第版下转上接附来源目录图为问答"
    "一二三四五六七八九十百千万亿零两几0123456789０１２％%.,，。、；：？！…—-·:;?!()（）"
    "“”‘’「」『』《》【】〔〕〈〉□■●▲#*|<>/@\\ \t\n\r\f　\u200b\u00ad\ufeff\u2028\x00\x1f"
    "報訊記攝轉接頭條聞⽇⾦見樂︵︶﹁﹂㈠①ⅢAaZz\ud800\U00020000\U0001f600"
)


def press_text(max_size: int = 200) -> st.SearchStrategy[str]:
    """Text over the alphabet of the press, lone surrogates and NUL among it."""
    return st.text(alphabet=PRESS_ALPHABET, max_size=max_size)


def pages(*families: str, seeds: int = 400) -> st.SearchStrategy[Page]:
    """Generated pages with their gold, of some families or of all."""
    return st.builds(make_page, st.sampled_from(families or tuple(FAMILIES)), st.integers(0, seeds))


def paragraphs() -> st.SearchStrategy[str]:
    """Running text of the press, clean."""
    texts = [p.text for article in bank() for p in article.passages if p.kind == "para"]
    return st.sampled_from(texts)


def headlines() -> st.SearchStrategy[str]:
    """Headlines, a space between the two halves of those that have two."""
    return st.sampled_from([" ".join(article.head) for article in bank()])


@st.composite
def damaged(draw: st.DrawFn, *families: str) -> str:
    """The raw text of a page that more has happened to than its family knows.

    Cut anywhere, its lines repeated or shuffled, characters replaced, another
    page after it.
    """
    raw = draw(pages(*families)).raw
    rng = Random(draw(st.integers(0, 1 << 16)))
    for harm in draw(st.lists(st.sampled_from(sorted(_HARMS)), max_size=3)):
        raw = _HARMS[harm](raw, rng)
    return raw


def _cut(raw: str, rng: Random) -> str:
    start = rng.randrange(len(raw) + 1)
    return raw[start : start + rng.randrange(len(raw) + 1)]


def _repeated(raw: str, rng: Random) -> str:
    lines = raw.splitlines(keepends=True)
    return "".join(line * rng.choice((1, 1, 1, 2, 3)) for line in lines)


def _shuffled(raw: str, rng: Random) -> str:
    lines = raw.splitlines(keepends=True)
    rng.shuffle(lines)
    return "".join(lines)


def _replaced(raw: str, rng: Random) -> str:
    return "".join(rng.choice(PRESS_ALPHABET) if rng.random() < 0.05 else char for char in raw)


def _followed(raw: str, rng: Random) -> str:
    return raw + make_page(rng.choice(tuple(FAMILIES)), rng.randrange(100)).raw


_HARMS: dict[str, Callable[[str, Random], str]] = {
    "cut": _cut,
    "followed": _followed,
    "half-width": lambda raw, _: with_half_width_marks(raw),
    "invisible": with_invisible,
    "lookalikes": lambda raw, rng: with_lookalikes(raw, rng, radicals=True),
    "repeated": _repeated,
    "replaced": _replaced,
    "shuffled": _shuffled,
    "vertical": lambda raw, _: with_vertical_marks(raw),
}

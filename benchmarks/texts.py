"""Which texts are measured? Documents as they come, pages, and clean text."""

from __future__ import annotations

import json
from pathlib import Path

from attrs import frozen

__all__ = ["SEEDS", "Texts", "load_texts"]

_ROOT = Path(__file__).parents[1]

#: Where the seed corpus lies.
SEEDS = _ROOT / "seeds"


@frozen
class Texts:
    """Texts of one kind.

    Attributes:
        name: Their kind, in a word.
        about: What they are, in a sentence.
        texts: The texts.
    """

    name: str
    about: str
    texts: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many characters they have."""
        return sum(map(len, self.texts))


def load_texts() -> tuple[Texts, ...]:
    """The seed corpus, the given pages, and the articles of both as clean text."""
    seeds = tuple(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
    folder = _ROOT / "tests" / "pages"
    pages = tuple(path.read_text("utf-8") for path in sorted((folder / "given").glob("*.txt")))
    golds = (
        json.loads(path.read_text("utf-8")) for path in sorted((folder / "gold").glob("*.json"))
    )
    clean = tuple(_clean(article) for gold in golds for article in gold["articles"])
    return (
        Texts("seeds", "the seed corpus: five documents, one of them a long digest", seeds),
        Texts("pages", "pages of papers with many short lines and much damage", pages),
        Texts("clean", "their articles as clean text: a headline, a paragraph a line", clean),
    )


def _clean(article: dict[str, object]) -> str:
    paragraphs = article["paragraphs"]
    assert isinstance(paragraphs, list)
    return "\n".join(str(part) for part in (article["headline"], *paragraphs) if part) + "\n"

"""How does a line announce itself as a caption?"""

from __future__ import annotations

from zhnews.excerpt import Excerpt, text_of

__all__ = ["read_caption_mark"]


def read_caption_mark(text: str | Excerpt) -> str | None:
    """The kind of caption a line announces itself as; None where it does not."""
    text_of(text)
    return None

"""What does the page point to? Addresses and attachments."""

from __future__ import annotations

from zhnews.excerpt import Excerpt, text_of

__all__ = ["find_links", "read_attachment", "read_link_line"]


def find_links(text: str | Excerpt) -> tuple[Excerpt, ...]:
    """The web addresses of a text, in order."""
    text_of(text)
    return ()


def read_link_line(text: str | Excerpt) -> Excerpt | None:
    """The web address, where a line is nothing else."""
    text_of(text)
    return None


def read_attachment(text: str | Excerpt) -> Excerpt | None:
    """What stands behind 附： at the head of a line."""
    text_of(text)
    return None

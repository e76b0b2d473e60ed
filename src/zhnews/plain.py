"""What do excerpts look like in plain values? Strings, lists, and places.

The two views have one shape: where :func:`plain` has a string,
:func:`places` has the list of its stretches.
"""

from __future__ import annotations

from typing import Any

from zhnews.excerpt import Excerpt

__all__ = ["places", "plain"]


def plain(value: Any) -> Any:
    """A value with strings for excerpts and lists for tuples.

    >>> plain({"headline": Excerpt.of("春耕"), "kicker": None, "links": ()})
    {'headline': '春耕', 'kicker': None, 'links': []}
    """
    if isinstance(value, Excerpt):
        return value.text
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value


def places(value: Any) -> Any:
    """A value with ``[[start, end], …]`` for excerpts, and None for what has no place.

    >>> places({"headline": Excerpt.of("春耕", 3), "kicker": None, "links": ()})
    {'headline': [[3, 5]], 'kicker': None, 'links': []}
    """
    if isinstance(value, Excerpt):
        return [[span.start, span.end] for span in value.spans]
    if isinstance(value, (tuple, list)):
        return [places(part) for part in value]
    if isinstance(value, dict):
        return {key: places(part) for key, part in value.items()}
    return None

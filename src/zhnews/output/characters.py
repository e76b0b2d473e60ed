"""Which characters can be shown? Text that is safe on a terminal and in a file.

A page may hold anything: control characters that move a cursor, marks that
turn the direction of text, halves of surrogate pairs that no encoding takes.
"""

from __future__ import annotations

import json
import re
from typing import Any

__all__ = ["printable", "to_json"]

#: What no reader of a text is to receive: control characters but tab and line
#: feed, and the marks that turn the direction of what follows.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

#: Half of a surrogate pair: UTF-8 has no bytes for it.
_SURROGATE = re.compile("[\ud800-\udfff]")

#: What JSON allows as it is and some readers do not: controls above ASCII,
#: line ends of Unicode's own (they cut JSON Lines), lone surrogates.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """The text without control characters; U+FFFD for a lone surrogate.

    >>> printable("春\\x1b[31m耕\\ud800")
    '春[31m耕\\ufffd'
    """
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))


def to_json(value: Any, *, indent: int | None = None) -> str:
    """Plain values as JSON that encodes as UTF-8, whatever the text holds.

    Han characters stand as they are; what some readers stumble over is
    escaped, and reads back as it was.

    >>> to_json({"text": "春\\ud800"})
    '{"text": "春\\\\ud800"}'
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)

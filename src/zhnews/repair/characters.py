"""Which characters are not what was printed?

Two things happen to characters between the press and the text: some are added
that nobody can see, and some stand for another one only by their form.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from zhnews.excerpt import Excerpt
from zhnews.repair.scan import dropping
from zhnews.vocab import STANDARD

__all__ = ["FORM", "ODD", "UNSEEN", "keep_counterparts", "keep_visible"]

#: Characters without a glyph of their own: controls, soft hyphen, zero-width
#: and direction marks, fillers, variation selectors, tags, the byte order mark;
#: private-use characters, which only one font can read; halves of a surrogate
#: pair, which no encoding can write. Tabs and line breaks are white space.
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\uf8ff"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U000e0000-\U0010ffff"
)
UNSEEN = re.compile(f"[{_UNSEEN}]")

#: Characters that may have a counterpart: radicals, compatibility ideographs,
#: vertical, small and half-width forms, and spaces of other widths.
_FORM = (
    "\u2e80-\u2fd5\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff61-\uff65"
    "\xa0\u1680\u2000-\u200a\u202f\u205f\U0002f800-\U0002fa1d"
)
FORM = re.compile(f"[{_FORM}]")

#: Either of them: a page without any is read once.
ODD = re.compile(f"[{_UNSEEN}{_FORM}]")

#: Where NFKC gives the ordinary ideograph.
_IDEOGRAPHS = ((0x2F00, 0x2FD6), (0xF900, 0xFB00), (0x2F800, 0x2FA1E))

#: Spaces of other widths than the plain and the ideographic one.
_SPACES = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"


def keep_visible(text: Excerpt) -> Excerpt:
    """Leave out what has no glyph.

    >>> keep_visible(Excerpt.of("\\ufeff综合\\u00ad保税\\u200b区")).text
    '综合保税区'
    >>> keep_visible(Excerpt.of("Ｔ恤　３０元")).text
    'Ｔ恤　３０元'
    """
    return dropping(text, [found.span() for found in UNSEEN.finditer(text.text)])


def keep_counterparts(text: Excerpt) -> Excerpt:
    """Put the ordinary character for one that differs from it by form alone.

    Only one-to-one: ㎡ and … are what the page printed.

    >>> keep_counterparts(Excerpt.of("⾦融︽⻓江︾")).text
    '金融《长江》'
    >>> keep_counterparts(Excerpt.of("２０㎡，①……㈠")).text
    '２０㎡，①……㈠'
    """
    return text.replaced(text.text.translate(_counterparts()))


@cache
def _counterparts() -> dict[int, str]:
    table = {
        ord(form): other for form, other in STANDARD.table("forms").mapping("counterpart").items()
    }
    for start, end in _IDEOGRAPHS:
        for code in range(start, end):
            other = unicodedata.normalize("NFKC", chr(code))
            if len(other) == 1 and other != chr(code):
                table[code] = other
    return table | {ord(space): " " for space in _SPACES}

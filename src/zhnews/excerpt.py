"""Where does it stand? Text together with its place in the raw text.

Everything zhnews gives back is made of these two values, so that every answer
can be shown on the page it was read from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from attrs import field, frozen

__all__ = ["Excerpt", "Span", "checked", "excerpt_at", "no_text", "span_at", "text_of"]


class _SpanSlots:
    """Where a span keeps what it has, before and after it is frozen."""

    __slots__ = ("__weakref__", "end", "start")


class _NewSpan(_SpanSlots):
    """A span until it is frozen, at the end of its making.

    The ``__init__`` of a frozen class goes round its own ``__setattr__`` for
    each field, which takes twice as long. What is made by the thousand is
    filled first and frozen then.
    """

    __slots__ = ()

    def __init__(self: Any, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.__class__ = Span


@frozen(order=True)
class Span(_SpanSlots):
    """A stretch of the raw text: half-open, in code points.

    >>> Span(2, 4)
    Span(start=2, end=4)
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class _ExcerptSlots:
    """Where an excerpt keeps what it has."""

    __slots__ = ("__weakref__", "spans", "text")


class _NewExcerpt(_ExcerptSlots):
    """An excerpt of one stretch until it is frozen, as with ``_NewSpan``."""

    __slots__ = ()

    def __init__(self: Any, text: str, start: int, end: int) -> None:
        span: Any = _SpanSlots()
        span.start = start
        span.end = end
        span.__class__ = Span
        self.text = text
        self.spans = (span,)
        self.__class__ = Excerpt


@frozen
class Excerpt(_ExcerptSlots):
    """Text selected from the raw text, with the stretches it is made of.

    The lengths agree: the characters of ``text`` are those of ``spans``, one
    for one and in order. They are the same characters, except where a repair
    put the counterpart of a compatibility form (⾦ → 金).

    Attributes:
        text: The selected characters.
        spans: Where they stand in the raw text: half-open, in code points,
            in the order in which they are read.

    >>> line = Excerpt.of("深度合成深度合成")
    >>> line[:4]
    Excerpt(text='深度合成', spans=(Span(start=0, end=4),))
    >>> print(line[:2] + line[4:6])
    深度深度
    >>> "合成" in line, line == "深度合成深度合成", line.text == "深度合成深度合成"
    (True, False, True)
    """

    text: str
    spans: tuple[Span, ...] = field(repr=True)

    @classmethod
    def of(cls, text: str, start: int = 0) -> Excerpt:
        """The whole of a text, standing at ``start``.

        >>> Excerpt.of("社论", 10).spans
        (Span(start=10, end=12),)
        """
        return cls(text, (Span(start, start + len(text)),) if text else ())

    @classmethod
    def join(cls, parts: Iterable[Excerpt]) -> Excerpt:
        """Several excerpts read one after the other; neighbours grow together.

        >>> Excerpt.join([Excerpt.of("春耕"), Excerpt.of("备耕", 2)]).spans
        (Span(start=0, end=4),)
        """
        texts: list[str] = []
        spans: list[Span] = []
        for part in parts:
            texts.append(part.text)
            for span in part.spans:
                if spans and spans[-1].end == span.start:
                    spans[-1] = span_at(spans[-1].start, span.end)
                else:
                    spans.append(span)
        return cls("".join(texts), tuple(spans))

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __format__(self, spec: str) -> str:
        return format(self.text, spec)

    def __contains__(self, words: str) -> bool:
        return words in self.text

    def __iter__(self) -> Iterator[Excerpt]:
        return (self[i : i + 1] for i in range(len(self.text)))

    def __add__(self, other: Excerpt) -> Excerpt:
        if not isinstance(other, Excerpt):
            return NotImplemented  # a string has no place in the raw text
        return Excerpt.join((self, other))

    def __getitem__(self, part: slice | int) -> Excerpt:
        """A slice, with step 1, or one character."""
        if not isinstance(part, slice):
            return self[range(len(self.text))[part] :][:1]
        start, end, step = part.indices(len(self.text))
        if step != 1:
            msg = f"an excerpt is sliced with step 1, not {step}"
            raise ValueError(msg)
        if start == 0 and end == len(self.text):
            return self
        if start >= end:
            return NOTHING
        spans = self.spans
        if len(spans) == 1:  # the usual case, without a search
            first = spans[0].start
            return excerpt_at(self.text[start:end], first + start, first + end)
        return Excerpt(self.text[start:end], tuple(self._spans_between(start, end)))

    def _spans_between(self, start: int, end: int) -> Iterator[Span]:
        offset = 0
        for span in self.spans:
            size = span.end - span.start
            if offset + size > start:
                left = max(start - offset, 0)
                right = min(end - offset, size)
                yield span_at(span.start + left, span.start + right)
                if offset + size >= end:
                    return
            offset += size

    def keep(self, parts: Iterable[tuple[int, int]]) -> Excerpt:
        """Some stretches of this text, given by their offsets in it, in order.

        >>> print(Excerpt.of("房 地 产").keep([(0, 1), (2, 3), (4, 5)]))
        房地产
        """
        kept = [self[start:end] for start, end in parts]
        return kept[0] if len(kept) == 1 else Excerpt.join(kept)

    def split(self, pattern: re.Pattern[str]) -> list[Excerpt]:
        """What stands between the matches of a pattern.

        >>> [part.text for part in Excerpt.of("指标  增速").split(re.compile(r"\\s+"))]
        ['指标', '增速']
        """
        bounds = [0]
        for gap in pattern.finditer(self.text):
            bounds += gap.span()
        bounds.append(len(self.text))
        return [self[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True)]

    def replaced(self, text: str) -> Excerpt:
        """The same place with one-to-one counterparts of its characters.

        Raises:
            ValueError: ``text`` has another length.
        """
        if len(text) != len(self.text):
            msg = f"counterparts are one-to-one: {len(text)} characters for {len(self.text)}"
            raise ValueError(msg)
        return self if text == self.text else Excerpt(text, self.spans)

    def strip(self) -> Excerpt:
        """Without white space at its ends.

        >>> Excerpt.of("　　截至").strip().spans
        (Span(start=2, end=4),)
        """
        text = self.text
        start = len(text) - len(text.lstrip())
        return self[start : len(text.rstrip())] if start < len(text) else NOTHING

    @property
    def start(self) -> int:
        """Where in the raw text it begins; 0 for an empty excerpt."""
        return self.spans[0].start if self.spans else 0

    @property
    def end(self) -> int:
        """Where in the raw text its last stretch ends; 0 for an empty excerpt."""
        return self.spans[-1].end if self.spans else 0

    def place(self, offset: int) -> int:
        """Where in the raw text the character at ``offset`` stands.

        Raises:
            IndexError: there is no such character.

        >>> Excerpt.of("春耕备耕").keep([(0, 1), (2, 4)]).place(1)
        2
        """
        if not 0 <= offset < len(self.text):
            msg = f"no character {offset} in an excerpt of {len(self.text)}"
            raise IndexError(msg)
        ends: list[int] = []
        total = 0
        for span in self.spans:
            total += len(span)
            ends.append(total)
        index = bisect_right(ends, offset)
        return self.spans[index].end - (ends[index] - offset)


#: A span: where it begins and ends.
span_at = cast("Callable[[int, int], Span]", _NewSpan)
#: An excerpt of one stretch: its text, where that begins and ends.
excerpt_at = cast("Callable[[str, int, int], Excerpt]", _NewExcerpt)

#: The excerpt of nothing.
NOTHING = Excerpt("", ())


def text_of(text: str | Excerpt) -> Excerpt:
    """The argument of a public function as an excerpt.

    Raises:
        TypeError: it is neither ``str`` nor ``Excerpt``.
    """
    if isinstance(text, Excerpt):
        return text
    if isinstance(text, str):
        return Excerpt.of(text)
    raise no_text(text, "expected str or Excerpt")


def checked(text: str | Excerpt) -> str | Excerpt:
    """The argument of a public function as it was given.

    Raises:
        TypeError: it is neither ``str`` nor ``Excerpt``.
    """
    return text if isinstance(text, str) else text_of(text)


def no_text(value: object, wanted: str) -> TypeError:
    """The error for an argument that is no text, with what to do about it.

    >>> no_text(b"", "read_page() takes str").args[0]
    "read_page() takes str, not bytes: decode first, for example raw.decode('gb18030')"
    """
    hint = ""
    if isinstance(value, bytes):
        hint = ": decode first, for example raw.decode('gb18030')"
    elif hasattr(value, "read_text"):
        hint = ": read it first, for example raw.read_text('utf-8')"
    elif hasattr(value, "articles"):
        hint = ": ask each paragraph of its articles"
    elif hasattr(value, "paragraphs"):
        hint = ": ask each of its paragraphs"
    elif hasattr(value, "text"):
        hint = ": pass its text"
    return TypeError(f"{wanted}, not {type(value).__name__}{hint}")

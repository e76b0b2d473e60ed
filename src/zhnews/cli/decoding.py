"""Which text do these bytes hold?

UTF-8 first; what is not UTF-8 is put before charset-normalizer, which is asked
about the encodings in which Chinese text comes and about no others.
"""

from __future__ import annotations

import codecs
import re

__all__ = ["UnreadableError", "decode"]

#: What to do with files that are no text.
HELP = "take its text out first (see zhnews parse --help)"

#: What most people do with a PDF.
PDF_HELP = "take its text out first, for example with pdftotext -layout (see zhnews parse --help)"

#: How files begin that are no text, and what they are.
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"{\\rtf", "a rich-text file"),
)

#: How a web page begins. What a recognition model writes as HTML (a table) has no head.
_WEB_PAGE = re.compile(rb"<!doctype html|(?:<\?xml[^>]*>\s*)?<html\b[^>]*>\s*<head\b", re.I)

#: Byte order marks, the longer before the shorter that begins it.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: The encodings of Chinese text, as charset-normalizer and Python call them.
_CHINESE = ("gb18030", "big5", "big5hkscs", "utf_16_le", "utf_16_be")

#: One byte in this many is NUL in ASCII text written as UTF-16, at the least.
_NULS = 3

#: How many bytes the detector sees: some thousand characters settle it.
_SAMPLE = 20_000

#: The share of characters that are not broken from which bytes are UTF-8 with
#: damage and not something else; in GB18030 text about half are.
_MOSTLY = 0.9


class UnreadableError(ValueError):
    """Bytes that hold no text that can be read, and why."""


def decode(data: bytes, encoding: str | None = None, errors: str = "strict") -> str:
    """The text that bytes hold.

    Args:
        data: A whole file.
        encoding: Its encoding; found out where it is None.
        errors: "strict", or "replace" for U+FFFD where bytes are broken.

    Raises:
        UnreadableError: They hold no text, or none that can be told.

    >>> decode("春耕备耕，截至三月。".encode("gb18030"))
    '春耕备耕，截至三月。'
    """
    _refuse_other_files(data)
    if encoding is not None:
        return _decode_as(data, encoding, errors)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], marked, errors)
    broken: UnicodeDecodeError | None = None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data):
            return _decode_as(data, "utf-8", errors)
        broken = error
    else:
        # ASCII in UTF-16 is valid UTF-8, with a NUL beside every letter.
        if data.count(0) * _NULS < len(data) or not _looks_like_utf16(data):
            return text
    detected = _detect(data)
    if detected is None:
        where = f" (no UTF-8 from byte {broken.start})" if broken else ""
        msg = f"its encoding cannot be told{where}; name it with --encoding"
        raise UnreadableError(msg)
    return _decode_as(data, detected, errors)


def _refuse_other_files(data: bytes) -> None:
    head = data[:1024].lstrip(b"\xef\xbb\xbf\x00\t\r\n ")
    if head.startswith(b"%PDF-"):
        msg = f"is a PDF, not text: {PDF_HELP}"
        raise UnreadableError(msg)
    if _WEB_PAGE.match(head):
        msg = f"is a web page, not text: {HELP}"
        raise UnreadableError(msg)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            msg = f"is {kind}, not text: {HELP}"
            raise UnreadableError(msg)


def _decode_as(data: bytes, encoding: str, errors: str) -> str:
    try:
        return data.decode(encoding, errors)
    except UnicodeDecodeError as error:
        msg = (
            f"is broken {encoding} at byte {error.start}; "
            "give the right --encoding, or --errors replace to read it anyway"
        )
        raise UnreadableError(msg) from None
    except LookupError:
        msg = f"there is no encoding {encoding!r}"
        raise UnreadableError(msg) from None


def _is_mostly_utf8(data: bytes) -> bool:
    text = data[:_SAMPLE].decode("utf-8", "replace")
    wide = sum(character > "\x7f" for character in text)
    return wide > 0 and text.count("\ufffd") < (1 - _MOSTLY) * wide


def _looks_like_utf16(data: bytes) -> bool:
    """Whether line breaks or spaces are written in two bytes, one of them NUL."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or b"\x00" not in sample:
        return False
    pairs = {sample[at : at + 2] for at in range(0, len(sample) - 1, 2)}
    return bool(pairs & {b"\n\x00", b"\x00\n", b" \x00", b"\x00 "}) and b"\x00\x00" not in pairs


def _detect(data: bytes) -> str | None:
    """The encoding of Chinese text that is not UTF-8; None where it cannot be told."""
    from charset_normalizer import from_bytes  # (0.05 s: only where it is needed)

    sample = _sample(data)
    candidates = [name for name in _CHINESE if _decodes(data, name)]
    if not candidates:  # broken somewhere: its whole lines still tell
        candidates = [name for name in _CHINESE if not name.startswith("utf")]
        lines = sample.split(b"\n")
        sample = b"\n".join(
            line for line in lines if all(_decodes(line, one) for one in candidates)
        )
    best = from_bytes(sample, cp_isolation=candidates).best() if sample else None
    if best is not None:
        return best.encoding
    if b"\x00" in data[:_SAMPLE] and not _looks_like_utf16(data):
        msg = f"is a binary file, not text: {HELP}"
        raise UnreadableError(msg)
    return candidates[0] if len(candidates) == 1 else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _sample(data: bytes) -> bytes:
    """A beginning that ends with a line, so that no character is cut."""
    if len(data) <= _SAMPLE:
        return data
    end = data.rfind(b"\n", 0, _SAMPLE)
    return data[: end + end % 2 if end > 0 else _SAMPLE]

"""Bytes become the text they hold, or a reason why not."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhnews.cli.decoding import UnreadableError, decode

PRESS = (Path(__file__).parents[2] / "seeds/004_2619821a40f1cae8.txt").read_text("utf-8")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00")))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    """Whatever can be UTF-8 is."""
    with suppress(UnreadableError):
        assert decode(text.encode("utf-8")) == text.removeprefix("\ufeff")


def test_a_nul_here_and_there_does_not_make_it_another_encoding() -> None:
    """Some extractors leave them where a glyph has no character."""
    assert decode("春\x00 耕\n备\x00\x00耕".encode()) == "春\x00 耕\n备\x00\x00耕"


def test_a_text_about_pdfs_is_no_pdf() -> None:
    """Only how a file begins says what it is."""
    assert decode("文件以 %PDF-1.7 开头".encode()) == "文件以 %PDF-1.7 开头"


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("size", [200, 1000])
@pytest.mark.parametrize("start", [0, 500, 900])
def test_a_paragraph_is_enough_to_tell_the_encoding(encoding: str, size: int, start: int) -> None:
    """A brief has a few hundred characters."""
    text = PRESS[start : start + size].encode(encoding, "ignore").decode(encoding)

    assert decode(text.encode(encoding)) == text


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Nothing but a reason comes of what is no text."""
    with suppress(UnreadableError):
        assert isinstance(decode(data), str)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (PRESS.encode("utf-8")[:302], "broken utf-8 at byte 301"),
        (b"\xff\xfe" + PRESS.encode("utf-16-le")[:301], "broken utf-16-le"),
        (PRESS.encode("utf-8") + PRESS.encode("gb18030")[:40], "broken utf-8"),
    ],
)
def test_broken_text_is_told_with_its_place(data: bytes, told: str) -> None:
    """Guessing another encoding would turn the whole text to rubbish."""
    with pytest.raises(UnreadableError, match=told):
        decode(data)


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_broken_text_of_another_encoding_is_told_and_read_on_request(encoding: str) -> None:
    """The lines that are whole tell which encoding it is."""
    whole = PRESS.encode(encoding, "ignore")
    cut = whole[:-1] if encoding == "gb18030" else whole + b"\xff\xff"

    with pytest.raises(UnreadableError, match=f"broken {encoding}"):
        decode(cut)
    assert decode(cut, errors="replace").startswith(whole.decode(encoding)[:100])


def test_a_named_encoding_is_taken_at_its_word() -> None:
    """And one that does not exist is said so."""
    assert decode("春耕".encode("big5"), "big5") == "春耕"
    with pytest.raises(UnreadableError, match="no encoding"):
        decode(b"a", "no-such-thing")

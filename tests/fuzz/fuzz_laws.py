"""Ask texts that a coverage-guided fuzzer makes for the four laws.

    python -m venv fuzz && fuzz/bin/pip install atheris -e '.[test]'
    PYTHONPATH=tests fuzz/bin/python tests/fuzz/fuzz_laws.py -max_total_time=1800 tests/fuzz/corpus

Input bytes become text of the press: most bytes pick a line or a piece that a
grammar knows, others a character, so that little is wasted on texts that say
nothing. What breaks a law is printed, and the process ends; write the text as
a row of ``ONCE_BROKEN`` in ``tests/test_laws.py``. ``corpus.hex`` keeps what
reached new code, one input a line; the folder ``corpus`` is made of it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["zhnews"]):
    from laws import broken_laws
    from strategies import PRESS_ALPHABET, PRESS_LINES
    from zhnews import find_credits, normalize_numbers, read_page

#: What single bytes stand for; those over it are characters of the alphabet.
PIECES = tuple(line for line in PRESS_LINES if line)


def text_of(data: bytes) -> str:
    """Bytes as text: see the module."""
    pieces: list[str] = []
    stream = iter(data)
    for byte in stream:
        if byte < 8:
            pieces.append("\n" * (byte // 4 + 1))
        elif byte < 8 + len(PIECES):
            pieces.append(PIECES[byte - 8])
        elif byte < 250:
            pieces.append(PRESS_ALPHABET[(byte * 256 + next(stream, 0)) % len(PRESS_ALPHABET)])
        else:
            pieces.append(chr((byte - 250) * 0x2C000 + next(stream, 0) * 256 + next(stream, 0)))
    return "".join(pieces)


def test_one(data: bytes) -> None:
    """One text, all laws."""
    raw = text_of(data)
    broken = broken_laws(raw)
    find_credits(raw)
    normalize_numbers(raw)
    read_page(raw).to_dict(spans=True)
    if broken:
        msg = f"{raw!r}: {broken}"
        raise AssertionError(msg)


def main() -> None:
    """libFuzzer takes the arguments."""
    corpus = Path(__file__).with_name("corpus")
    corpus.mkdir(exist_ok=True)
    found = Path(__file__).with_name("corpus.hex").read_text("ascii").split()
    for number, data in enumerate(found):
        (corpus / f"{number:05}").write_bytes(bytes.fromhex(data))
    atheris.Setup(sys.argv, test_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""What do people chain together otherwise? Each tool is measured where it is installed.

None of them reads a page; each does one of the jobs. All of them take a sample of
running text, which the slow ones need; those that are quick enough, and read any
text without an error, take the whole seed corpus too.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from benchmarks.texts import Texts

__all__ = ["PEERS", "lines_of", "peers_on", "sample_of", "version_of"]

Task = Callable[[], object]

#: How many characters the sample has, about.
SAMPLE = 1_500

#: The packages that are measured where they are installed.
PEERS = (
    "ftfy",
    "trafilatura",
    "opencc-python-reimplemented",
    "cn2an",
    "jionlp",
    "recognizers-text",
)


def lines_of(corpus: Texts) -> Texts:
    """The lines of some texts, each a text of its own."""
    lines = tuple(line for text in corpus.texts for line in text.splitlines() if line.strip())
    return Texts("lines", f"{corpus.about}, line by line", lines)


def sample_of(corpus: Texts) -> Texts:
    """Lines of running text from the beginning of some texts."""
    lines: list[str] = []
    room = SAMPLE
    for line in (line.strip() for line in lines_of(corpus).texts):
        if len(line) > 40 and room > 0:
            lines.append(line)
            room -= len(line)
    return Texts("sample", "its first lines of running text, line by line", tuple(lines))


def peers_on(corpus: Texts, *, quick: bool = False) -> dict[str, Task]:
    """The tasks of the peers that are installed, on some texts.

    Args:
        corpus: The texts.
        quick: Only those that can take long ones.
    """
    makers = _QUICK if quick else _MAKERS
    return {name: _over(act, corpus.texts) for make in makers for name, act in _made(make)}


def version_of(package: str) -> str | None:
    """The version of an installed package; None where there is none."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _over(act: Callable[[str], object], texts: tuple[str, ...]) -> Task:
    return lambda: [act(text) for text in texts]


def _made(
    make: Callable[[], Iterator[tuple[str, Callable[[str], object]]]],
) -> list[tuple[str, Any]]:
    try:
        return list(make())
    except ImportError:
        return []


def _ftfy() -> Iterator[tuple[str, Callable[[str], object]]]:
    yield "ftfy.fix_text", import_module("ftfy").fix_text


def _trafilatura() -> Iterator[tuple[str, Callable[[str], object]]]:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    extract = import_module("trafilatura").extract
    yield "trafilatura.extract", lambda line: extract(f"<html><body><p>{line}</p></body></html>")


def _opencc() -> Iterator[tuple[str, Callable[[str], object]]]:
    yield "OpenCC.convert", import_module("opencc").OpenCC("t2s").convert


def _cn2an() -> Iterator[tuple[str, Callable[[str], object]]]:
    transform = import_module("cn2an").transform

    def transformed(line: str) -> object:
        try:
            return transform(line, "cn2an")
        except ValueError:  # it raises on numerals it does not know
            return line

    yield "cn2an.transform", transformed


def _jionlp() -> Iterator[tuple[str, Callable[[str], object]]]:
    find = import_module("jionlp").ner
    yield (
        "jionlp extract_time + extract_money",
        lambda line: (
            find.extract_time(line, time_base=0.0),
            find.extract_money(line),
        ),
    )


def _recognizers() -> Iterator[tuple[str, Callable[[str], object]]]:
    number = import_module("recognizers_number").NumberRecognizer("zh-cn")
    money = import_module("recognizers_number_with_unit").NumberWithUnitRecognizer("zh-cn")
    moment = import_module("recognizers_date_time").DateTimeRecognizer("zh-cn")
    models = (number.get_number_model(), money.get_currency_model(), moment.get_datetime_model())
    yield (
        "recognizers-text number + currency + date",
        lambda line: [model.parse(line) for model in models],
    )


_MAKERS = (_ftfy, _trafilatura, _opencc, _cn2an, _jionlp, _recognizers)
_QUICK = (_ftfy, _opencc, _jionlp)

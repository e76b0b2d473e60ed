"""Ten thousand pages through the command, with everything that goes wrong on the way.

``pytest -m long tests/cli/test_stream.py``; ``ZHNEWS_PAGES`` gives another number.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from press import FAMILIES, make_page
from zhnews.page import read_page

COMMAND = [sys.executable, "-m", "zhnews.cli", "parse", "-j", "2"]

#: How many pages there are.
PAGES = int(os.environ.get("ZHNEWS_PAGES", "10000"))

#: One in so many is a file that is no text.
BROKEN_EVERY = 100

#: What such files hold: a PDF, a picture, a cut character, bytes of any kind.
BROKEN = (b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", "春耕备耕".encode()[:-1], bytes(range(256)) * 4)

#: One in so many outputs is compared with what this process reads.
COMPARED_EVERY = 50


def write_pages(folder: Path) -> dict[str, str]:
    """The pages as files; the names of those that can be read, with their texts."""
    bank = [make_page(family, seed).raw[:600] for family in FAMILIES for seed in range(4)]
    texts = {}
    for number in range(PAGES):
        path = folder / f"{number % 100:02}" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        if number % BROKEN_EVERY == 7:
            path.write_bytes(BROKEN[number // BROKEN_EVERY % len(BROKEN)])
            continue
        text = f"{bank[number % len(bank)]}\n　　这是第{number}篇稿件的末尾一句。\n"
        path.write_bytes(text.encode("utf-8", "replace"))
        texts[path.relative_to(folder).with_suffix("").as_posix()] = text
    return texts


def written(out: Path) -> dict[str, tuple[int, int]]:
    """What is there: name, file and time of writing."""
    found = {}
    for path in out.rglob("*.json"):
        told = path.stat()
        found[path.relative_to(out).with_suffix("").as_posix()] = (told.st_ino, told.st_mtime_ns)
    return found


def wait_for(out: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    """Until so many files are there."""
    while len(written(out)) < count and process.poll() is None:
        time.sleep(0.1)


def workers_of(process: int) -> list[int]:
    """The worker processes of a run."""
    told = Path(f"/proc/{process}/task/{process}/children").read_text()
    children = (int(child) for child in told.split())
    return [one for one in children if "spawn_main" in Path(f"/proc/{one}/cmdline").read_text()]


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc here")
def test_every_readable_page_is_written_once_whatever_happens(tmp_path: Path) -> None:
    """A worker is killed, one page in a hundred is none, Ctrl-C ends the run; it is resumed."""
    texts = write_pages(tmp_path / "pages")
    out = tmp_path / "out"
    with subprocess.Popen(
        [*COMMAND, "--output-dir", out, tmp_path / "pages"], stderr=subprocess.PIPE
    ) as process:
        wait_for(out, PAGES // 10, process)
        os.kill(workers_of(process.pid)[0], signal.SIGKILL)
        wait_for(out, PAGES // 3, process)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        told = process.stderr.read().decode()
    before = written(out)
    resumed = subprocess.run(
        [*COMMAND, "--resume", "--output-dir", out, tmp_path / "pages"],
        capture_output=True,
        check=False,
    )
    after = written(out)
    sys.stdout.write(
        f"{PAGES} pages, {PAGES - len(texts)} no text; {len(before)} written at the interrupt, "
        f"{len(after)} after the resumed run\n{told}\n{resumed.stderr.decode()[-400:]}"
    )

    assert process.returncode == 130
    assert told.count("the worker process ended by signal 9") == 1
    assert PAGES // 3 <= len(before) < len(texts)
    assert resumed.returncode == 1
    assert f"{len(before)} documents left out" in resumed.stderr.decode()
    assert f"{PAGES - len(texts)} documents could not be read" in resumed.stderr.decode()
    assert after.keys() == texts.keys()
    assert before.items() <= after.items()
    assert [path for path in out.rglob("*") if path.is_file() and path.suffix != ".json"] == []
    for number, (name, text) in enumerate(texts.items()):
        output = (out / f"{name}.json").read_text("utf-8")
        page = json.loads(output)
        assert page.pop("doc") == f"{name}.txt"
        assert f"这是第{Path(name).name}篇稿件的末尾一句。" in output
        if number % COMPARED_EVERY == 0:
            assert page == read_page(text).to_dict()

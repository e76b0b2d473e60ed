"""The command as people use it: run as a process, seen from outside."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from zhnews.output import page_to_json
from zhnews.page import read_page

SEEDS = Path(__file__).parents[2] / "seeds"
PAGE = "春耕备耕\n本报记者　李敏\n　　截至3月5日，全县已备足化\n肥1.2万吨。\n"

COMMAND = [sys.executable, "-m", "zhnews.cli"]


def zhnews(
    *arguments: str | Path | bytes, given: bytes = b"", cwd: Path | None = None, **environ: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command and wait for it."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=given,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=os.environ | environ,
        timeout=120,
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page in a file."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def test_a_file_is_written_for_each_document(tmp_path: Path) -> None:
    """The main job: the seeds, each as DIR/<stem>.json, nothing else there."""
    done = zhnews(
        "parse", "--format", "json", "--output-dir", tmp_path / "out", *SEEDS.glob("0*.txt")
    )

    assert done.returncode == 0
    assert done.stdout == b""
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        f"{path.stem}.json" for path in SEEDS.glob("0*.txt")
    )
    assert b"5 documents" in done.stderr
    written = (tmp_path / "out/004_2619821a40f1cae8.json").read_text("utf-8")
    raw = (SEEDS / "004_2619821a40f1cae8.txt").read_text("utf-8")
    assert written == page_to_json(read_page(raw), document="004_2619821a40f1cae8.txt")


def test_processes_write_what_one_process_writes(tmp_path: Path) -> None:
    """-j changes the time it takes and nothing else."""
    zhnews("parse", "--output-dir", tmp_path / "one", SEEDS)
    zhnews("parse", "--output-dir", tmp_path / "two", "-j", "2", SEEDS)

    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_one_document_prints_an_object_and_several_a_list(page: Path) -> None:
    """What is printed is always one JSON value."""
    alone = zhnews("parse", page)
    other = page.with_name("other.txt")
    other.write_text(PAGE, "utf-8")
    both = zhnews("parse", page, other)

    assert json.loads(alone.stdout)["doc"] == "page.txt"
    assert [form["doc"] for form in json.loads(both.stdout)] == ["page.txt", "other.txt"]


@pytest.mark.parametrize("form", ["json", "jsonl", "text", "markdown", "csv", "jsonld"])
def test_every_form_is_written(page: Path, form: str) -> None:
    """Each holds the headline, in UTF-8, whatever the locale."""
    done = zhnews("parse", "--format", form, page, LC_ALL="C", PYTHONIOENCODING="ascii")

    assert done.returncode == 0
    assert "春耕备耕" in done.stdout.decode("utf-8")


def test_standard_input_is_a_document() -> None:
    """An extractor's output goes through a pipe."""
    done = zhnews("parse", "-", given=PAGE.encode())

    assert json.loads(done.stdout)["articles"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_encodings_of_chinese_text_are_found_out(encoding: str) -> None:
    """Old archives are in GB and Big5, Windows writes UTF-16."""
    raw = (SEEDS / "004_2619821a40f1cae8.txt").read_text("utf-8")
    if encoding == "big5":
        raw = raw.encode("big5", "ignore").decode("big5")
    done = zhnews("parse", "--spans", "-", given=raw.encode(encoding))

    assert json.loads(done.stdout) == json.loads(
        page_to_json(read_page(raw), document="-", spans=True)
    )


def test_what_cannot_be_read_is_named_and_the_others_are_written(
    page: Path, tmp_path: Path
) -> None:
    """One bad file in an archive does not end the night's run."""
    done = zhnews("parse", "--output-dir", tmp_path / "out", tmp_path / "nothing.txt", page)

    assert done.returncode == 1
    assert b"nothing.txt: cannot be read: No such file or directory\n" in done.stderr
    assert b"1 document could not be read" in done.stderr
    assert (tmp_path / "out/page.json").is_file()


def test_folders_are_searched_to_the_bottom(page: Path, tmp_path: Path) -> None:
    """Below the output folder stands what stood below the one that was named."""
    deep = tmp_path / "archive/2021/03"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(PAGE, "utf-8")
    (deep / "a.pdf").write_text("not asked for")
    (deep / "loop").symlink_to(tmp_path / "archive")
    os.mkfifo(deep / "fifo.txt")
    done = zhnews("parse", "--output-dir", tmp_path / "out", tmp_path / "archive", page)

    assert done.returncode == 0
    found = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert {path.relative_to(tmp_path / "out").as_posix() for path in found} == {
        "2021/03/a.json",
        "page.json",
    }


def test_documents_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    """Each line of a corpus has to lead back to its file, and page.txt is in every folder."""
    for folder in ("2021/03", "2021/04"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "page.txt").write_text(PAGE, "utf-8")
    done = zhnews("parse", "--format", "jsonl", tmp_path)

    assert [json.loads(line)["doc"] for line in done.stdout.splitlines()] == [
        "2021/03/page.txt",
        "2021/04/page.txt",
    ]


def test_a_pattern_chooses_the_files_of_a_folder(tmp_path: Path) -> None:
    """Not every archive calls its text .txt."""
    (tmp_path / "a.text").write_text(PAGE, "utf-8")
    (tmp_path / "b.txt").write_text(PAGE, "utf-8")
    done = zhnews("parse", "--pattern", "*.text", tmp_path)

    assert json.loads(done.stdout)["doc"] == "a.text"


@pytest.mark.parametrize("command", ["parse", "repair", "proof"])
def test_a_folder_is_not_taken_for_the_output_file(
    command: str, tmp_path: Path, page: Path
) -> None:
    """Who writes -o out/ wants a folder, and would get a file of that name."""
    for given in (f"{tmp_path}/out/", f"{tmp_path}"):
        done = zhnews(command, "-o", given, page)

        assert done.returncode == 2
        assert b"is a folder, not a file" in done.stderr
        assert (b"--output-dir" in done.stderr) == (command == "parse")
    assert not (tmp_path / "out").exists()


def test_the_name_of_the_output_file_tells_its_form(tmp_path: Path, page: Path) -> None:
    """Who writes -o articles.csv wants CSV; the option says otherwise."""
    zhnews("parse", "-o", tmp_path / "a.csv", page)
    zhnews("parse", "--format", "json", "-o", tmp_path / "b.csv", page)

    assert (tmp_path / "a.csv").read_text("utf-8").startswith("doc,publication,")
    assert json.loads((tmp_path / "b.csv").read_text("utf-8"))["doc"] == "page.txt"


def test_a_file_in_the_place_of_a_command_is_told_from_a_misspelt_one(page: Path) -> None:
    """Most people try zhnews page.txt first."""
    done = zhnews(page)

    assert done.returncode == 2
    assert f"zhnews parse {page}" in done.stderr.decode()


def test_documents_that_would_share_a_name_are_refused(tmp_path: Path, page: Path) -> None:
    """Neither is overwritten by the other."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b/page.txt").write_text(PAGE, "utf-8")
    done = zhnews("parse", "--output-dir", tmp_path / "out", page, tmp_path / "b/page.txt")

    assert done.returncode == 2
    assert b"would both be written as page" in done.stderr


def test_resume_leaves_out_what_is_done(tmp_path: Path, page: Path) -> None:
    """A run that was ended goes on where it stopped; a changed page is read again."""
    out = tmp_path / "out"
    zhnews("parse", "--output-dir", out, page)
    again = zhnews("parse", "--resume", "--output-dir", out, page)
    os.utime(page, (time.time() + 9, time.time() + 9))
    changed = zhnews("parse", "--resume", "--output-dir", out, page)

    assert b"1 document left out: done before" in again.stderr
    assert b"1 document, " in changed.stderr


@pytest.mark.parametrize(
    "arguments",
    [["parse"], ["parse", "--format", "pdf", "-"], ["parse", "--resume", "-"], ["perse"], ["numbers", "--anchor", "7.3."],
     ["parse", "-o", "a", "--output-dir", "b", "-"], ["repair", "--encoding", "big6", "-"],
     ["parse", "--spans", "--format", "csv", "-"], ["parse", "--spreadsheet", "--format", "json", "-"]],
)  # fmt: skip
def test_wrong_usage_has_a_status_of_its_own(arguments: list[str]) -> None:
    """A script can tell its own mistake from a bad document."""
    done = zhnews(*arguments)

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_names_may_hold_anything(tmp_path: Path) -> None:
    """A name with a line break or with bytes that are no UTF-8 is a name."""
    odd_name = b"a\nb\xff\x1b[2J"
    odd = os.fsencode(tmp_path) + b"/" + odd_name + b".txt"
    Path(os.fsdecode(odd)).write_text(PAGE, "utf-8")
    done = zhnews("parse", "--output-dir", tmp_path / "out", odd, b"no\nfile\x1b[2J")

    assert [os.fsencode(path.name) for path in (tmp_path / "out").iterdir()] == [
        odd_name + b".json"
    ]
    assert done.returncode == 1
    assert b"\x1b" not in done.stderr
    assert done.stderr.count(b"\n") == 4 - (b"dropped" not in done.stderr)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF, not text"),
        (b"PK\x03\x04word/document.xml", "is a ZIP archive or an Office file"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"<!DOCTYPE html>\n<html><body><p>1</p></body></html>", "is a web page, not text"),
        (b"<html lang='zh'>\n<head><title>1</title>", "is a web page, not text"),
        (bytes(range(256)) * 40, "not text"),
    ],
)
def test_files_that_are_no_text_are_told_apart(data: bytes, told: str, tmp_path: Path) -> None:
    """Who drops a PDF in is told what to do, in one line."""
    (tmp_path / "a.txt").write_bytes(data)
    done = zhnews("parse", "-q", tmp_path / "a.txt")

    assert done.returncode == 1
    assert told in done.stderr.decode()
    assert "take its text out first" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_broken_text_is_named_with_its_place_and_read_on_request(tmp_path: Path) -> None:
    """A cut character is no reason to guess another encoding."""
    (tmp_path / "a.txt").write_bytes((PAGE * 3).encode()[:-2])
    strict = zhnews("parse", tmp_path / "a.txt")
    lenient = zhnews("parse", "--errors", "replace", tmp_path / "a.txt")

    assert strict.returncode == 1
    assert b"broken utf-8 at byte" in strict.stderr
    assert lenient.returncode == 0
    assert "�" in lenient.stdout.decode()


def test_a_closed_pipe_is_no_error_to_talk_about() -> None:
    """`zhnews parse … | head` ends quietly."""
    with subprocess.Popen(
        [*COMMAND, "parse", *sorted(SEEDS.glob("0*.txt"))], stdout=-1, stderr=-1
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        told = process.stderr.read()

    assert process.returncode == 141
    assert told == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_in_one_line(page: Path) -> None:
    """No traceback, and the status says that not all was done."""
    done = zhnews("parse", "-q", "-o", "/dev/full", page)
    with Path("/dev/full").open("wb") as full:
        printed = subprocess.run(
            [*COMMAND, "parse", "-q", page], stdout=full, stderr=-1, check=False
        )

    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"No space left on device" in done.stderr
    assert (printed.returncode, printed.stderr.count(b"\n")) == (1, 1)


def test_an_interrupt_leaves_nothing_half_done(tmp_path: Path, page: Path) -> None:
    """Ctrl-C while a document is being waited for."""
    os.mkfifo(tmp_path / "slow")
    with subprocess.Popen(
        [*COMMAND, "parse", "--output-dir", tmp_path / "out", page, tmp_path / "slow"], stderr=-1
    ) as process:
        deadline = time.monotonic() + 60
        while not (tmp_path / "out/page.json").exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        told = process.stderr.read()

    assert process.returncode == 130
    assert b"Traceback" not in told
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["page.json"]


def children_of(process: int) -> list[int]:
    """The processes that a process has started."""
    told = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(child) for child in told.split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc here")
def test_a_killed_worker_costs_one_document(tmp_path: Path) -> None:
    """It is reported, the others are written, and a resumed run writes the rest."""
    documents = [tmp_path / f"{number}.txt" for number in range(12)]
    for path in documents:
        path.write_text(PAGE, "utf-8")
    slow = documents[3]
    slow.unlink()
    os.mkfifo(slow)
    out = tmp_path / "out"
    with subprocess.Popen(
        [*COMMAND, "parse", "-j", "2", "--output-dir", out, *documents], stderr=-1
    ) as process:
        deadline = time.monotonic() + 60
        written, since = 0, time.monotonic()
        # the worker that waits may have been given more; the other one comes to rest
        while (written < 9 or time.monotonic() < since + 2) and time.monotonic() < deadline:
            time.sleep(0.02)
            if (now := len(list(out.glob("*.json")))) > written:
                written, since = now, time.monotonic()
        process.send_signal(signal.SIGSTOP)  # so that it sees both end at once
        for child in children_of(process.pid):
            if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text():
                os.kill(child, signal.SIGKILL)
        process.send_signal(signal.SIGCONT)
        assert process.stderr is not None
        told = process.stderr.read()
    slow.unlink()
    slow.write_text(PAGE, "utf-8")
    again = zhnews("parse", "--resume", "--output-dir", out, *documents)

    assert process.returncode == 1
    assert b"3.txt: cannot be parsed: the worker process ended by signal 9" in told
    assert told.count(b"cannot be parsed") == 1
    assert b"11 documents left out" in again.stderr
    assert sorted(path.name for path in out.iterdir()) == sorted(f"{n}.json" for n in range(12))


def test_an_output_folder_that_cannot_be_is_an_error_of_one_line(page: Path) -> None:
    """A file stands where the folder should be."""
    done = zhnews("parse", "-q", "--output-dir", page / "out", page)

    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


def test_one_output_file_is_there_whole_or_not_at_all(page: Path, tmp_path: Path) -> None:
    """It takes its place when all of it is written."""
    target = tmp_path / "all.jsonl"
    done = zhnews("parse", "--format", "jsonl", "-o", target, page)

    assert done.returncode == 0
    assert json.loads(target.read_text("utf-8"))["doc"] == "page.txt"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.jsonl", "page.txt"]


def test_control_characters_of_a_page_do_not_reach_the_terminal(tmp_path: Path) -> None:
    """A page cannot clear the screen of its reader."""
    (tmp_path / "a.txt").write_text("春\x1b[2J耕备耕\x9b31m\n" + PAGE, "utf-8")

    for form in ("json", "jsonl", "text", "markdown", "csv", "jsonld"):
        done = zhnews("parse", "--format", form, tmp_path / "a.txt")
        assert not set(done.stdout.decode()) & set("\x1b\x9b")
    assert b"\x1b" not in zhnews("repair", tmp_path / "a.txt").stdout


def test_a_terminal_gets_bold_headlines_and_a_pipe_none(page: Path) -> None:
    """Colours are for eyes."""
    mine, theirs = pty.openpty()
    subprocess.run(
        [*COMMAND, "parse", "-q", "--format", "text", page],
        stdout=theirs,
        check=True,
        env=os.environ | {"TERM": "xterm"},
    )
    os.close(theirs)
    shown = os.read(mine, 100_000)
    os.close(mine)

    assert "春耕备耕".encode() in shown
    assert b"\x1b" not in zhnews("parse", "--format", "text", page).stdout


def test_without_the_extra_the_command_says_what_to_install() -> None:
    """The core installs without click; its script is there all the same."""
    script = "import sys; sys.modules['click'] = None; from zhnews.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)

    assert done.returncode == 1
    assert done.stderr == b"zhnews: the command needs click: pip install 'zhnews[cli]'\n"


def test_an_empty_folder_holds_no_documents(tmp_path: Path) -> None:
    """That is no error, and the list is empty."""
    done = zhnews("parse", tmp_path)

    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert b"0 documents" in done.stderr
    assert b"no file matches *.txt" in done.stderr


def test_shells_are_given_completions() -> None:
    """What docs/how-to/command.md tells people to put into their shell's file."""
    assert b"_zhnews_completion" in zhnews(_ZHNEWS_COMPLETE="bash_source").stdout


def test_help_and_version_answer() -> None:
    """Every command shows how it is used."""
    assert zhnews("--version").stdout.startswith(b"zhnews ")
    for command in ([], ["parse"], ["repair"], ["numbers"], ["proof"]):
        told = zhnews(*command, "--help").stdout.decode()
        assert "Examples:" in told


def numbers(*arguments: str, given: bytes) -> list[Any]:
    """The lines that ``zhnews numbers`` prints, as values."""
    done = zhnews("numbers", *arguments, given=given)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_numbers_come_line_by_line() -> None:
    """A line in, a list out; a line without a number is an empty list."""
    lines = numbers(given="全县已备足化肥1.2万吨。\n\n没有数字".encode())

    assert [len(items) for items in lines] == [1, 0, 0]
    assert lines[0][0]["value"] == "12000"
    assert (
        lines[0][0]["text"] == "全县已备足化肥1.2万吨。"[lines[0][0]["start"] : lines[0][0]["end"]]
    )


@pytest.mark.parametrize("option", ["--issued", "--anchor"])
def test_the_issue_date_says_which_year_this_year_is(option: str) -> None:
    """The clock has no say; collections of cases call the day their anchor."""
    (items,) = numbers(option, "2024-03-07", given="今年".encode())
    ((without,),) = numbers(given="今年".encode())

    assert items[0]["edtf"] == "2024"
    assert without["edtf"] is None


def test_lines_that_are_no_utf8_are_counted() -> None:
    """They are read as far as they go, and said so."""
    done = zhnews("numbers", given=b"5%\xff\n")

    assert done.returncode == 1
    assert json.loads(done.stdout)
    assert b"1 line" in done.stderr


def test_numbers_of_files_come_line_by_line(tmp_path: Path) -> None:
    """Files as other commands take them, in their encodings, one after the other."""
    (tmp_path / "a.txt").write_bytes("化肥1.2万吨\r\n\n三成".encode("gb18030"))
    (tmp_path / "b.txt").write_text("今年\n", "utf-8")
    (tmp_path / "c.txt").write_text("", "utf-8")
    lines = numbers(
        str(tmp_path / "a.txt"),
        "-",
        *(str(tmp_path / n) for n in ("b.txt", "c.txt")),
        "--encoding",
        "gb18030",
        given="5吨".encode("gb18030"),
    )
    detected = numbers(str(tmp_path / "b.txt"), "-", given="5吨".encode())

    assert [[item["text"] for item in items] for items in lines[:4]] == [
        ["1.2万吨"],
        [],
        ["三成"],
        ["5吨"],
    ]
    assert [items[0]["text"] for items in detected] == ["今年", "5吨"]


def test_files_that_numbers_cannot_read_are_named(tmp_path: Path) -> None:
    """One line each; the others are read, and the status says that some were not."""
    (tmp_path / "a.txt").write_text("5吨", "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\n")
    done = zhnews("numbers", tmp_path / "none", tmp_path / "b.pdf", tmp_path, tmp_path / "a.txt")
    told = done.stderr.decode().splitlines()

    assert done.returncode == 1
    assert [line.split(": ")[1] for line in told] == [
        str(tmp_path / "none"),
        str(tmp_path / "b.pdf"),
        str(tmp_path),
    ]
    assert json.loads(done.stdout)[0]["value"] == "5"


def test_numbers_as_text_are_a_line_each() -> None:
    """For a quick look."""
    done = zhnews("numbers", "--format", "text", given="增长23.8%，".encode())

    assert done.stdout.decode().startswith("23.8%\tpercent\tvalue=23.8")


def test_repair_gives_the_text_back() -> None:
    """And says on the side what it dropped."""
    done = zhnews("repair", "-", given="深度合成深度合成\n看看\n".encode())

    assert done.stdout.decode() == "深度合成\n看看\n"
    assert b"dropped 4 characters" in done.stderr


def test_repair_tells_what_it_did_as_json() -> None:
    """Each stretch with its reason, so that it can be checked."""
    done = zhnews("repair", "--format", "json", "-", given="深度合成深度合成\n⾦融\n".encode())
    form = json.loads(done.stdout)

    assert form["text"] == "深度合成\n金融"
    assert form["dropped"][0]["start"] == 4
    assert form["changes"] == [{"place": 9, "before": "⾦", "after": "金"}]


def test_a_proof_is_one_html_file(page: Path, tmp_path: Path) -> None:
    """Beside the work, under the page's name; or where one says."""
    done = zhnews("proof", page, cwd=tmp_path)
    printed = zhnews("proof", page, "-o", "-")

    assert done.returncode == 0
    assert (tmp_path / "page.html").read_bytes() == printed.stdout
    assert printed.stdout.startswith(b"<!doctype html>")


def test_commands_for_one_file_say_when_they_are_given_a_folder(tmp_path: Path) -> None:
    """One line, and no traceback."""
    for command in ("proof", "repair"):
        done = zhnews(command, tmp_path)
        assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)

"""The house keeps its rules: layers, sizes, documented names, a light import."""

from __future__ import annotations

import ast
import inspect
import json
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from importlinter.application.use_cases import lint_imports
from importlinter.configuration import configure

import zhnews

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/zhnews"
MODULES = sorted(SOURCE.rglob("*.py"))

#: Modules stay under this many lines; functions on one screen.
LONGEST_MODULE = 400
ONE_SCREEN = 60


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return done.stdout


def test_imports_go_downwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Grammars know no layout; what an output needs is not needed by the core."""
    monkeypatch.chdir(ROOT)
    configure()

    assert lint_imports(cache_dir=None, is_debug_mode=False)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_is_short(path: Path) -> None:
    """A module that answers two questions is split."""
    assert len(path.read_text("utf-8").splitlines()) < LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_function_fits_on_one_screen(path: Path) -> None:
    """One can see all of it at once."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert [
        node.name for node in functions if (node.end_lineno or 0) - node.lineno >= ONE_SCREEN
    ] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_says_what_it_answers(path: Path) -> None:
    """Its docstring is the first thing that a newcomer reads."""
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("name", [path.name for path in MODULES if not path.name.startswith("__")])
def test_a_module_is_on_the_map(name: str) -> None:
    """A newcomer finds there what each is for."""
    assert f"`{name}`" in (ROOT / "docs/explanation/architecture.md").read_text("utf-8")


@pytest.mark.parametrize("name", zhnews.__all__)
def test_a_public_name_is_there_and_documented(name: str) -> None:
    """What the package offers can be looked up with ``help``."""
    value = getattr(zhnews, name)
    is_made_here = inspect.isclass(value) or inspect.isfunction(value)

    assert not is_made_here or inspect.getdoc(value)


def modules() -> list[str]:
    """The modules that need nothing but the core."""
    names = [found.name for found in pkgutil.walk_packages(zhnews.__path__, "zhnews.")]
    return [name for name in names if not name.startswith(("zhnews.cli", "zhnews.output.arrow"))]


@pytest.mark.parametrize("name", modules())
def test_a_module_has_the_names_that_it_lists(name: str) -> None:
    """``__all__`` is what a reader may count on."""
    module = import_module(name)
    listed = getattr(module, "__all__", [])

    assert [one for one in listed if not hasattr(module, one)] == []


@pytest.mark.parametrize("name", modules())
def test_what_a_module_lists_is_documented(name: str) -> None:
    """Each public class and function says what it is for."""
    module = import_module(name)
    values = [(one, getattr(module, one)) for one in getattr(module, "__all__", [])]

    assert [
        one
        for one, value in values
        if (inspect.isclass(value) or inspect.isfunction(value)) and not inspect.getdoc(value)
    ] == []


def test_to_import_the_package_costs_next_to_nothing() -> None:
    """Neither the dictionaries of others nor the tables are read before they are needed."""
    loaded = run("import sys, zhnews; print(*sorted(sys.modules))").split()

    assert not {"jieba", "opencc", "regex", "attrs", "zhnews.vocab"} & set(loaded)


def test_to_import_every_name_reads_no_table() -> None:
    """Patterns are compiled, tables and dictionaries read, on first use."""
    opened = json.loads(
        run(
            "import json, sys\n"
            "opened = []\n"
            "sys.addaudithook(lambda event, args: opened.append(str(args[0]))"
            " if event == 'open' else None)\n"
            "import zhnews\n"
            "[getattr(zhnews, name) for name in zhnews.__all__]\n"
            "print(json.dumps([name for name in opened if name.endswith(('.tsv', '.txt'))]))"
        )
    )

    assert opened == []


def test_reading_a_page_opens_nothing_but_its_own_tables() -> None:
    """No socket, no other file, no process, whatever the page says."""
    events = json.loads(
        run(
            "import json, sys, zhnews\n"
            "zhnews.read_page('春耕')\n"
            "seen = []\n"
            "watched = ('open', 'socket', 'subprocess', 'os.system', 'os.exec', 'pickle', 'exec',"
            " 'urllib', 'os.remove', 'os.rename', 'os.mkdir')\n"
            "sys.addaudithook(lambda event, args: seen.append([event, ascii(args)])"
            " if event.startswith(watched) else None)\n"
            "raw = open(sys.argv[1], encoding='utf-8').read() if len(sys.argv) > 1 else"
            ' \'![](http://a.cn/1.jpg)\\n<script src="http://a.cn">\\nhttp://a.cn/\\n'
            "本报讯（记者 李敏）据3月5日消息，全县已备足化肥1.2万吨。\\n'\n"
            "zhnews.read_page(raw)\n"
            "print(json.dumps(seen))"
        )
    )
    strangers = [
        event
        for event, args in events
        if not (event == "open" and (".tsv" in args or "zhnews" in args or "opencc" in args))
        and event != "exec"  # attrs and the import of modules
        and not (event == "open" and (".py" in args or "jieba" in args))
    ]

    assert strangers == []


def test_the_tokenizer_of_the_host_program_is_left_alone() -> None:
    """jieba's global tokenizer, its user words, its logging: as they were."""
    said = run(
        "import logging, jieba\n"
        "before = (jieba.dt.initialized, jieba.dt.FREQ, list(jieba.dt.user_word_tag_tab),"
        " logging.getLogger('jieba').level, logging.getLogger().handlers)\n"
        "import zhnews\n"
        "from zhnews.chinese import cut_words\n"
        "cut_words('推进供电服务'); zhnews.read_page('看看看看\\n研究研究')\n"
        "after = (jieba.dt.initialized, jieba.dt.FREQ, list(jieba.dt.user_word_tag_tab),"
        " logging.getLogger('jieba').level, logging.getLogger().handlers)\n"
        "print(before == after)"
    )

    assert said.strip() == "True"


@pytest.mark.parametrize(
    "names",
    [
        ("zhnews.numbers", "zhnews.page"),
        ("zhnews.page", "zhnews.numbers"),
        ("zhnews.repair", "zhnews.articles"),
        ("zhnews.output", "zhnews.fields.credits"),
        ("zhnews.vocab", "zhnews.excerpt"),
    ],
    ids="-".join,
)
def test_the_order_of_imports_does_not_matter(names: tuple[str, ...]) -> None:
    """No module counts on another one having been loaded before."""
    said = run(
        f"import {', '.join(names)}\n"
        "from zhnews import read_page\n"
        "page = read_page('春耕备耕\\n本报记者　李敏\\n　　截至3月5日，全县已备足化\\n肥1.2万吨。\\n')\n"
        "print(page.articles[0].headline, *page.articles[0].paragraphs)"
    )

    assert said.split() == ["春耕备耕", "截至3月5日，全县已备足化肥1.2万吨。"]

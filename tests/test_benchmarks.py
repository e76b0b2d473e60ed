"""The benchmark runs, and says of each task how fast it is beside jieba."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import main


def test_a_quick_run_writes_its_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody trusts a benchmark that nobody can run; how fast it is, is not asked here."""
    assert main(["--rounds", "1", "--quick", "--out", str(tmp_path)]) == 0

    figures = json.loads((tmp_path / "results.json").read_text("utf-8"))
    assert {"seeds", "pages", "clean"} == set(figures["texts"])
    assert "| read_page |" in capsys.readouterr().out
    assert (tmp_path / "speed.svg").read_text("utf-8").startswith("<svg")


def test_a_run_is_compared_with_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A change is judged by ratios to jieba, which another machine has too."""
    main(["--rounds", "1", "--quick", "--out", str(tmp_path)])
    before = str(tmp_path / "results.json")
    main(["--rounds", "1", "--quick", "--out", str(tmp_path), "--compare", before])

    assert "seeds: read_page:" in capsys.readouterr().out

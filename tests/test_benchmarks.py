"""The benchmark runs, and says of each task how fast it is beside jieba."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks import __main__ as command
from benchmarks.texts import Texts


def test_a_run_writes_its_figures_and_is_compared_with_the_one_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody trusts a benchmark that nobody can run; how fast it is, is not asked here."""
    texts = (Texts("seeds", "a short one", ("春耕备耕\n截至3月5日，全县已备足化肥1.2万吨。\n",)),)
    monkeypatch.setattr(command, "load_texts", lambda: texts)
    asked = ["--rounds", "1", "--quick", "--out", str(tmp_path)]

    assert command.main(asked) == 0
    assert command.main([*asked, "--compare", str(tmp_path / "results.json")]) == 0

    said = capsys.readouterr().out
    assert "| read_page |" in said
    assert "seeds: read_page:" in said
    assert set(json.loads((tmp_path / "results.json").read_text("utf-8"))["texts"]) == {"seeds"}
    assert (tmp_path / "speed.svg").read_text("utf-8").startswith("<svg")

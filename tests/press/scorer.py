"""The scoring tool that was given with the pages, as a module."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["scorer"]


@cache
def scorer() -> Any:
    """The scoring tool: a script as it was given, in no package."""
    path = Path(__file__).parents[1] / "pages" / "score.py"
    spec = importlib.util.spec_from_file_location("zhnews_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module

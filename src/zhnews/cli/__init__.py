"""The command ``zhnews``: thin, no knowledge of the press."""

from __future__ import annotations

import sys

__all__ = ["main"]

#: What the extra "cli" brings.
_NEEDED = {"charset_normalizer", "click", "rich"}


def main() -> None:
    """Run the command, or say in one line how to install what it needs."""
    try:
        from zhnews.cli.app import run
    except ModuleNotFoundError as error:
        if error.name not in _NEEDED:
            raise
        sys.exit(f"zhnews: the command needs {error.name}: pip install 'zhnews[cli]'")
    sys.exit(run())

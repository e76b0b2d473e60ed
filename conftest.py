"""Leave out the examples that need a package which is not installed here; time no test.

How long an example takes says more of the machine than of the code: the first one
loads tables and dictionaries. Timings stand in ``benchmarks``.
"""

from __future__ import annotations

import signal
from importlib.util import find_spec

from hypothesis import settings

#: Modules and pages with examples, and what these need beyond the extra "dev".
_NEEDS = {
    "src/zhnews/output/arrow.py": ("pyarrow",),
    "docs/how-to/tables.md": ("pandas", "pyarrow"),
    "tests/fuzz/fuzz_laws.py": ("atheris",),
}

collect_ignore = [
    path for path, needed in _NEEDS.items() if not all(find_spec(name) for name in needed)
]

settings.register_profile("zhnews", deadline=None)
settings.load_profile("zhnews")

# A shell that starts the tests in the background has interrupts ignored, by the commands too
# that the tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

"""What worker processes do in tests: they find it by its module's name."""

from __future__ import annotations

import os
import signal
import time


def double(number: int) -> int:
    """Slow for some, so that workers finish out of order."""
    if number % 5 == 0:
        time.sleep(0.01)
    return 2 * number


def fail_on_three(number: int) -> int:
    """What a page does that cannot be read."""
    if number == 3:
        msg = "three\nis too many"
        raise ValueError(msg)
    return number


def die_on_three(number: int) -> int:
    """What a page does that takes the process down."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number

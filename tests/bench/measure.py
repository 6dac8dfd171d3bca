"""Count the queries and the milliseconds of something that is done over and over."""

from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import perf_counter

from django.db import connection
from django.http import HttpResponseBase
from django.test.utils import CaptureQueriesContext

# What only begins and ends a transaction; every request that writes has these two.
AROUND = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE SAVEPOINT")
Action = Callable[[], object]


def seconds(action: Action) -> float:
    """Return how long doing this once takes."""
    start = perf_counter()
    action()
    return perf_counter() - start


def extra_mb(action: Action) -> float:
    """Return how much more memory the process needed at most while doing this once, in MB (at least 1)."""
    before = _memory("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # let the kernel forget the old peak
    action()
    return max(1, round((_memory("VmHWM") - before) / 1024))


def _memory(name: str) -> int:
    """Return one figure of the kernel about this process, in kB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def median_ms(actions: Iterable[Action]) -> float:
    """Do each of these once; return the median in milliseconds."""
    return round(median(seconds(action) for action in actions) * 1000, 2)


def medians_ms(pairs: Iterable[tuple[Action, Action]]) -> tuple[float, float]:
    """Do each pair, one after the other; return the median of the ones and of the others in milliseconds."""
    taken = [(seconds(one), seconds(other)) for one, other in pairs]
    one, other = (round(median(column) * 1000, 2) for column in zip(*taken, strict=True))
    return one, other


def queries(action: Action) -> int:
    """Return how many statements that read or write doing this once sends."""
    with CaptureQueriesContext(connection) as captured:
        action()
    return sum(1 for each in captured.captured_queries if not each["sql"].startswith(AROUND))


def most_queries(actions: Iterable[Action]) -> int:
    """Do each of these once; return the number of statements of the one that needs most."""
    return max(queries(action) for action in actions)


def answered(status: int, ask: Callable[[], HttpResponseBase]) -> Action:
    """Return an action that asks and insists on this status: a refusal is fast and says nothing."""

    def action() -> None:
        response = ask()
        if response.status_code != status:
            raise RuntimeError(f"expected {status}, got {response.status_code}")

    return action

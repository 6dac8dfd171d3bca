"""The command: measure, print a line per figure, write build/bench.json, say which bounds are broken."""

import os
import sys
from pathlib import Path

from django.utils import timezone

from tests.bench.database import fresh_database
from tests.bench.figures import HEADING, Figure, broken, write
from tests.bench.run import measure
from tests.bench.world import Size

RESULT = Path(__file__).resolve().parents[2] / "build" / "bench.json"


def main() -> int:
    """Measure, tell and write down; return the exit code."""
    figures: list[Figure] = []
    say(HEADING)
    with fresh_database():
        for figure in measure(chosen_size(), timezone.now):
            figures.append(figure)
            say(figure.line())
    write(figures, RESULT)
    problems = broken(figures)
    for problem in problems:
        say(problem)
    return 1 if problems else 0


def chosen_size() -> Size:
    """The size of the world: with BENCH_SIZE=full a hundred thousand people with three million lines."""
    chosen = os.environ.get("BENCH_SIZE", "")
    if chosen not in ("", "full"):
        raise SystemExit("BENCH_SIZE can only be: full")
    return Size(crowd=100_000) if chosen else Size()


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()

"""Tasks that write down in a file when they begin and when they end."""

import time
from pathlib import Path

from django_tasks import task


def write(path: str, word: str) -> None:
    """Add a word to a file, at once."""
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(f"{word}\n")


@task()
def note(path: str, word: str) -> None:
    """Write one word."""
    write(path, word)


@task()
def sleep(path: str, seconds: float) -> None:
    """Begin, sleep and end."""
    write(path, "begin")
    time.sleep(seconds)
    write(path, "end")


@task()
def fail_once(path: str) -> None:
    """Fail the first time, with a name in the words of the error."""
    tries = Path(path).read_text(encoding="utf-8").count("try") if Path(path).exists() else 0
    write(path, "try")
    if tries == 0:
        raise ValueError("Noor de Wit, noor@example.org")

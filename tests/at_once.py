"""Do things at the same time, each on a database connection of its own, and hear about every failure."""

import threading
from collections.abc import Callable, Iterable

from django.db import connection


def at_once(actions: Iterable[Callable[[], object]]) -> list[BaseException]:
    """Run every action in a thread of its own, started together; return what went wrong."""
    errors: list[BaseException] = []
    calls = list(actions)
    ready = threading.Barrier(len(calls))

    def run(action: Callable[[], object]) -> None:
        try:
            ready.wait(timeout=30)
            action()
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(action,)) for action in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return errors

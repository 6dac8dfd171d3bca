"""Where an action came from: set once per request, job or command, read by the façade."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_origin: ContextVar[str] = ContextVar("audit_origin", default="systeem")


@contextmanager
def origin(name: str) -> Iterator[None]:
    """Say where what happens inside comes from, for example `web 192.0.2.1`, `api` or `werker`."""
    token = _origin.set(name)
    try:
        yield
    finally:
        _origin.reset(token)


def current_origin() -> str:
    """Return where the current action came from."""
    return _origin.get()

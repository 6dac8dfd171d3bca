"""What one line of the access table holds."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lms.accounts.models import User


@dataclass(frozen=True)
class World:
    """The cast, for a row to arrange what its address is about."""

    noor: User
    femke: User
    koen: User
    vera: User


def nothing(world: World) -> dict[str, Any]:
    """Arrange nothing: the address has no arguments."""
    return {}


@dataclass(frozen=True)
class Row:
    """The status each person gets for one address. 302 for a visitor means: first sign in.

    `arrange` makes what the address is about and returns the arguments of `reverse`; 404 for strangers,
    403 for people who may see but not change.
    """

    visitor: int
    noor: int
    femke: int
    koen: int
    vera: int
    method: str = "get"
    data: dict[str, Any] = field(default_factory=dict)
    arrange: Callable[[World], dict[str, Any]] = nothing

"""What can be wrong with a course package, said so that a trainer can repair it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: file, line (0 when unknown), and names and positions inside the file."""

    file: str = ""
    line: int = 0
    path: str = ""

    def at(self, step: str | int, line: int = 0) -> Place:
        """Return the place one step deeper: a field name, or the position in a list counted from 1."""
        return Place(self.file, line or self.line, f"{self.path}.{step}" if self.path else str(step))

    def __str__(self) -> str:
        parts = [self.file or "pakket"]
        if self.line:
            parts.append(f"regel {self.line}")
        if self.path:
            parts.append(self.path)
        return ", ".join(parts)


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: the place and a Dutch sentence."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class PackageError(ValueError):
    """The package cannot be read or written. `problems` holds everything found, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))

"""Pure rules of handing in: what may come along (docs/decisions/0015)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from lms.courses.files.rules import SOUNDS, content_type, kind_of

MB = 1024 * 1024
MOST_FILES = 5
LARGEST_PHOTO = 10 * MB
LARGEST_SOUND = 20 * MB
LONGEST_TEXT = 20_000
PHOTOS = frozenset({"jpg", "png", "webp"})


class Kind(StrEnum):
    """What one may hand in beside a text; the same values as `HandInFile.Kind`."""

    PHOTO = "photo"
    AUDIO = "audio"


class Problem(StrEnum):
    """Why a file does not come along."""

    TOO_MANY = "too_many"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    UNKNOWN = "unknown"
    BROKEN = "broken"


class Refused(ValueError):  # noqa: N818  # an answer to a person, not a failure of the program
    """A file cannot come along; `name` is what the person calls it."""

    def __init__(self, problem: Problem, name: str = "") -> None:
        super().__init__(str(problem))
        self.problem, self.name = problem, name


@dataclass(frozen=True)
class Format:
    """What a file is: photo or sound, how a browser calls it, and how its name ends."""

    kind: Kind
    content_type: str
    ending: str


JPEG = Format(Kind.PHOTO, "image/jpeg", "jpg")


def judged(file: IO[bytes], size: int, name: str) -> Format:
    """Return what a file of so many bytes is, whatever it is called; raises Refused for others."""
    if not size:
        raise Refused(Problem.EMPTY, name)
    if size > LARGEST_SOUND:
        raise Refused(Problem.TOO_LARGE, name)
    ending = kind_of(file, PHOTOS | SOUNDS)
    if not ending:
        raise Refused(Problem.UNKNOWN, name)
    if ending in PHOTOS and size > LARGEST_PHOTO:
        raise Refused(Problem.TOO_LARGE, name)
    kind = Kind.PHOTO if ending in PHOTOS else Kind.AUDIO
    # Somebody who speaks: a film is heard only, whatever its wrapping could show.
    return Format(kind, content_type(f"x.{ending}", sense="audio"), ending)


def check_number(count: int) -> None:
    """Raise Refused when there are more files than may come along at once."""
    if count > MOST_FILES:
        raise Refused(Problem.TOO_MANY)

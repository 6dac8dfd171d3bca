"""A course package as a folder on disk: the only part of the format that touches files.

A folder may come from anyone, so nothing outside it is ever read or written: symbolic links are refused, and
so are other special files, too many files and files that are too big.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from lms.packages import scheme_file
from lms.packages.format import HEAD_FILE, read_files, write_files
from lms.packages.problems import PackageError, Place, Problem
from lms.packages.tree import Package

MAX_FILES = 2_000
MAX_TEXT_BYTES = 1024 * 1024
MAX_MEDIA_BYTES = 200 * 1000 * 1000
MAX_TOTAL_BYTES = 500 * 1024 * 1024
MEDIA = "media/"


def read_folder(folder: Path) -> Package:
    """Return the package in `folder`. Raises PackageError with everything that is wrong."""
    texts, media = _split(_contents(folder))
    package = read_files(texts)
    _check_media(package, media)
    return package


def read_media(folder: Path) -> dict[str, bytes]:
    """Return the media files of the package in `folder` by name. Raises PackageError as `read_folder`."""
    texts, media = _split(_contents(folder))
    _check_media(read_files(texts), media)
    return media


def write_folder(package: Package, folder: Path, media: Mapping[str, bytes] | None = None) -> None:
    """Make `folder` hold exactly `package` and its media files (file name to content).

    The folder is new, empty or an older version of a package; files of that version that are no longer needed
    are removed. Raises PackageError before anything is written when the package, its media or the folder is
    not right.
    """
    _check_media(package, media or {})
    wanted = write_files(package) | {f"{MEDIA}{name}": content for name, content in (media or {}).items()}
    present = set(_paths(folder)) if folder.exists() else set()
    _refuse_other_folder(present, wanted)
    for path, content in wanted.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for path in present - set(wanted):
        (folder / path).unlink()
        _remove_empty(folder, (folder / path).parent)


def _split(contents: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    texts = {path: content for path, content in contents.items() if not path.startswith(MEDIA)}
    media = {path.removeprefix(MEDIA): content for path, content in contents.items() if path not in texts}
    return texts, media


def _contents(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        raise _error(str(folder.name), "Deze map bestaat niet.")
    contents: dict[str, bytes] = {}
    total = 0
    for path in _paths(folder):
        contents[path] = _read(folder, path)
        total += len(contents[path])
        if total > MAX_TOTAL_BYTES:
            raise _error(path, "Het pakket is te groot.")
    return contents


def _paths(folder: Path, below: str = "") -> list[str]:
    """Return the paths of all files, with ‘/’ between the parts."""
    found: list[str] = []
    for path in _walk(folder, below):
        found.append(path)
        if len(found) > MAX_FILES:
            raise _error(path, f"Het pakket heeft te veel bestanden. Het mogen er {MAX_FILES} zijn.")
    return sorted(found)


def _walk(folder: Path, below: str) -> Iterator[str]:
    with os.scandir(folder / below) as entries:
        for entry in entries:
            path = f"{below}{entry.name}"
            if entry.is_symlink():
                raise _error(path, "Dit is een snelkoppeling. Die mag niet in een pakket.")
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(folder, f"{path}/")
            else:
                yield path


def _read(folder: Path, path: str) -> bytes:
    limit = MAX_MEDIA_BYTES if path.startswith(MEDIA) else MAX_TEXT_BYTES
    # The file may have been replaced since it was listed: no links, and no waiting on a pipe.
    handle = os.open(folder / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _error(path, "Dit is geen gewoon bestand.")
        content = file.read(limit + 1)
    if len(content) > limit:
        raise _error(path, "Dit bestand is te groot.")
    return content


def _check_media(package: Package, media: Mapping[str, bytes]) -> None:
    listed = {medium.file: medium for medium in package.media}
    problems = []
    for name in sorted(listed.keys() | media.keys()):
        place = Place(f"{MEDIA}{name}")
        if name not in media:
            problems.append(Problem(place, "Dit mediabestand ontbreekt."))
        elif name not in listed:
            problems.append(Problem(place, "Dit mediabestand staat niet in package.yaml."))
        elif sha256(media[name]).hexdigest() != listed[name].sha256:
            problems.append(Problem(place, "De inhoud van dit bestand past niet bij de sha256."))
    if problems:
        raise PackageError(problems)


def _refuse_other_folder(present: set[str], wanted: Mapping[str, bytes]) -> None:
    if present and HEAD_FILE not in present:
        raise _error("", "Deze map is niet leeg en is geen cursuspakket.")
    for path in sorted(present - set(wanted)):
        if not path.startswith(MEDIA) and not path.endswith(".yaml") and path != scheme_file.FILE:
            raise _error(path, "Dit bestand hoort niet in een cursuspakket. Haal het eerst weg.")


def _remove_empty(folder: Path, inside: Path) -> None:
    while inside != folder and not any(inside.iterdir()):
        inside.rmdir()
        inside = inside.parent


def _error(path: str, message: str) -> PackageError:
    return PackageError([Problem(Place(path), message)])

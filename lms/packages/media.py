"""The media of a course package: from its files to the site. `media_list` is the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

from lms.accounts.models import User
from lms.courses.public import media_store
from lms.packages.media_list import entries, is_captions, kept_media, media_of
from lms.packages.problems import PackageError, Place, Problem
from lms.packages.tree import Medium, Package

Files = Mapping[str, bytes]


@dataclass
class Loaded:
    """What loading did, by description."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0


def load(package: Package, files: Files, storing: Any, *, actor: User | None) -> Loaded:
    """Make the site hold the media of a package; `storing` is that of `media_store`.

    Raises PackageError with everything that is wrong: a file that is missing or was changed, or that the site
    cannot keep without loss.
    """
    _check(package, files)
    known = kept_media(one.uid for one in package.media)
    there = {one.uid: one for one in media_of(entries(package), known)}
    done = Loaded()
    problems: list[Problem] = []
    # Posters stand in the films that use them, so they come first; captions come along with their film.
    for one in sorted(package.media, key=lambda one: bool(one.captions or one.poster)):
        if is_captions(one) or (problems and one.poster):
            continue
        if not _is_changed(one, there, package):
            done.unchanged += 1
            continue
        problems += _keep(one, package, files, storing, actor)
        (done.updated if one.uid in known else done.created).append(one.description)
    if problems:
        raise PackageError(problems)
    _check_loss(package)
    return done


def _check(package: Package, files: Files) -> None:
    problems = []
    with_captions = {one.captions for one in package.media}
    for one in package.media:
        place = Place(f"media/{one.file}")
        if one.file not in files:
            problems.append(Problem(place, "Dit mediabestand ontbreekt."))
        elif sha256(files[one.file]).hexdigest() != one.sha256:
            problems.append(Problem(place, "De inhoud van dit bestand past niet bij de sha256."))
        elif is_captions(one) and one.uid not in with_captions:
            problems.append(Problem(place, "Deze ondertitels horen bij geen enkele film."))
    if problems:
        raise PackageError(problems)


def _check_loss(package: Package) -> None:
    """Raise PackageError when a medium reads back as something else than what was loaded."""
    now = media_of(entries(package), kept_media(one.uid for one in package.media))
    problems = [
        Problem(Place(f"media/{one.file}"), "Dit bestand kan niet zonder verlies op de site staan.")
        for one in package.media
        if one not in now
    ]
    if problems:
        raise PackageError(problems)


def _is_changed(one: Medium, there: Mapping[str, Medium], package: Package) -> bool:
    captions = next((other for other in package.media if other.uid == one.captions), None)
    return there.get(one.uid) != one or (captions is not None and there.get(captions.uid) != captions)


def _keep(one: Medium, package: Package, files: Files, storing: Any, actor: User | None) -> list[Problem]:
    captions = next((other for other in package.media if other.uid == one.captions), None)
    draft = media_store.MediumDraft(
        uid=UUID(one.uid),
        file=media_store.NewFile(one.file, files[one.file]),
        description=one.description,
        credit=one.credit,
        licence=one.licence,
        transcript=one.transcript,
        captions_uid=UUID(captions.uid) if captions else None,
        captions=media_store.NewFile(captions.file, files[captions.file]) if captions else None,
        poster_uid=UUID(one.poster) if one.poster else None,
    )
    try:
        media_store.keep_medium(draft, storing, actor=actor)
    except media_store.MediumRefusedError as error:
        return [Problem(Place(f"media/{one.file}"), str(error))]
    return []

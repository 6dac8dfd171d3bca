"""The scheme of a course package, in ``regeling.json``: what its lessons count for, to begin a draft with.

It is the canonical JSON of the readiness core, not YAML: the editor of schemes reads and writes it too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lms.certification.readiness import (
    CompletedItems,
    ContentRefreshed,
    RuleError,
    Scheme,
    SchemeFormatError,
    scheme_from_json,
    scheme_to_json,
    walk,
)
from lms.certification.readiness.storable import require_storable
from lms.packages.problems import Place, Problem

FILE = "regeling.json"


def write(scheme: Scheme) -> bytes:
    """Return the file; equal schemes give equal bytes."""
    return scheme_to_json(scheme).encode()


def read(content: bytes, problems: list[Problem]) -> Scheme | None:
    """Return the scheme in the file, or None when something is wrong (added to `problems`)."""
    try:
        return require_storable(scheme_from_json(content.decode("utf-8")))
    except UnicodeDecodeError:
        problems.append(Problem(Place(FILE), "Dit bestand is geen leesbare tekst."))
    except SchemeFormatError as error:
        problems.append(Problem(Place(FILE, path=error.place), error.problem))
    except RuleError as error:
        problems.append(Problem(Place(FILE), str(error)))
    return None


def unknown_lessons(scheme: Scheme, known: Collection[str]) -> Iterator[Problem]:
    """Complain at each lesson that the scheme names and the package does not have."""
    for rule in walk(scheme.criteria):
        for uid in rule.items if isinstance(rule, CompletedItems | ContentRefreshed) else ():
            if uid not in known:
                yield Problem(Place(FILE, path=rule.id), f"Les ‘{uid}’ bestaat niet in dit pakket.")

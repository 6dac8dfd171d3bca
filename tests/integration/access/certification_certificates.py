"""Who may open the pages of certificates: the owner, the coordinator, and the trainer of the edition."""

import uuid
from typing import Any

from lms.certification.certificates.editions import issue_for_edition
from lms.certification.certificates.rendering import render
from lms.certification.models import Rendering
from tests.conftest import NOW
from tests.factories import certificates as factory
from tests.integration.access.rows import Row, World

SUBMISSION = {"submission": str(uuid.UUID(int=9))}


def about_noor(world: World) -> dict[str, Any]:
    return {"uuid": world.noor.uuid}


def of_noor(world: World) -> dict[str, Any]:
    return {"certificate": factory.proof(world.noor, world.koen, NOW).uuid}


def drawn(world: World) -> dict[str, Any]:
    found = of_noor(world)
    render(Rendering.objects.get(certificate__uuid=found["certificate"]).uuid, NOW)
    return found


def an_edition(world: World) -> dict[str, Any]:
    return {"cohort": factory.edition(world.noor).uuid}


def a_print(world: World) -> dict[str, Any]:
    edition = factory.edition(world.noor)
    row = issue_for_edition(edition, [world.noor], uuid.UUID(int=8), actor=world.femke, now=NOW)
    assert row is not None
    return {"key": row.uuid}


def a_drawn_print(world: World) -> dict[str, Any]:
    found = a_print(world)
    render(found["key"], NOW)
    return found


def to_check(world: World) -> dict[str, Any]:
    return {"uuid": of_noor(world)["certificate"]}


OWN = {"visitor": 302, "noor": 200, "femke": 404, "koen": 404, "vera": 404}
SEEN = {"visitor": 302, "noor": 200, "femke": 200, "koen": 200, "vera": 404}
HANDLED = {"visitor": 302, "noor": 404, "femke": 200, "koen": 200, "vera": 404}
COORDINATED = {"visitor": 302, "noor": 404, "femke": 404, "koen": 200, "vera": 404}
# A file to print is for who asked for it: it holds names of people who may be out of a colleague's scope.
ASKED = {"visitor": 302, "noor": 404, "femke": 200, "koen": 404, "vera": 404}
OPEN = {"visitor": 200, "noor": 200, "femke": 200, "koen": 200, "vera": 200}

ROWS = {
    "certification:certificates": Row(**OWN),
    "certification:own_words": Row(**OWN),
    "certification:certificate": Row(**SEEN, arrange=of_noor),
    "certification:certificate_pdf": Row(**SEEN, arrange=drawn),
    "certification:certificate_pdf_again": Row(
        **SEEN | {"noor": 302, "femke": 302, "koen": 302}, arrange=of_noor, method="post"
    ),
    "certification:certificate_again": Row(**HANDLED, arrange=of_noor),
    "certification:certificate_revoke": Row(**HANDLED, arrange=of_noor),
    "certification:certificates_of": Row(**COORDINATED, arrange=about_noor),
    "certification:certificate_new": Row(**COORDINATED, arrange=about_noor),
    "certification:edition_certificates": Row(**HANDLED, arrange=an_edition),
    "certification:certificates_print": Row(**ASKED, arrange=a_print),
    "certification:certificates_print_pdf": Row(**ASKED, arrange=a_drawn_print),
    "certification:certificates_print_again": Row(**ASKED | {"femke": 302}, arrange=a_print, method="post"),
    "certification:certificates_undo": Row(**ASKED, arrange=a_print),
    "check:certificate": Row(**OPEN, arrange=to_check),
}

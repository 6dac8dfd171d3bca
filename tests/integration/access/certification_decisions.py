"""Who may open the pages of decisions, extensions, handing in and talks."""

import uuid
from datetime import timedelta
from typing import Any

from lms.certification.ledger.services import record_evidence
from lms.certification.models import Decision, Extension, OverrideRequest, TalkRecord
from lms.certification.readiness import FactKind
from lms.certification.readiness.names import CLOSING_TALK_POINTS
from tests.conftest import NOW
from tests.factories import certification as factory
from tests.factories import cohorts
from tests.integration.access.rows import Row, World

TODAY = NOW.date()


def a_scheme(world: World) -> dict[str, Any]:
    factory.scheme(NOW)
    return {}


def about_noor(world: World) -> dict[str, Any]:
    return a_scheme(world) | {"uuid": world.noor.uuid}


def decided(world: World) -> dict[str, Any]:
    row = Decision.objects.create(
        submission=uuid.UUID(int=1), person=world.noor, kind="pause", made_at=NOW, made_by=world.koen
    )
    return about_noor(world) | {"decision": row.uuid}


def wanted(world: World) -> dict[str, Any]:
    row = OverrideRequest.objects.create(
        submission=uuid.UUID(int=1),
        person=world.noor,
        reason_code="other",
        until=TODAY + timedelta(days=9),
        asked_at=NOW,
        asked_by=world.koen,
    )
    return about_noor(world) | {"wanted": row.uuid}


def extended(world: World) -> dict[str, Any]:
    row = Extension.objects.create(
        submission=uuid.UUID(int=1),
        rule_id="vog",
        criterion="VOG",
        reason_code="other",
        until=TODAY + timedelta(days=90),
        made_at=NOW,
        made_by=world.koen,
    )
    write(world, FactKind.EXTENDED, key="vog", ref=str(row.uuid), until=row.until)
    return a_scheme(world) | {"extension": row.uuid}


def handed_in(world: World) -> dict[str, Any]:
    ref = uuid.UUID(int=1)
    write(world, FactKind.HANDED_IN, key="vog", ref=str(ref))
    return about_noor(world) | {"ref": ref}


def write(world: World, kind: FactKind, **said: object) -> None:
    record_evidence(world.noor, factory.entry(kind, TODAY, **said), actor=world.koen, now=NOW)


def own_handed_in(world: World) -> dict[str, Any]:
    return {"ref": handed_in(world)["ref"]}


def closing_talk(world: World) -> dict[str, Any]:
    cohorts.place(cohorts.cohort(trainer=world.femke), world.noor)
    return about_noor(world) | {"rule": "closing_talk"}


def held(world: World) -> dict[str, Any]:
    closing_talk(world)
    row = TalkRecord.objects.create(
        submission=uuid.UUID(int=1),
        person=world.noor,
        what="closing_talk",
        held_on=TODAY,
        points=list(CLOSING_TALK_POINTS),
        made_at=NOW,
        made_by=world.femke,
    )
    entry = factory.entry(FactKind.HANDED_IN, TODAY, key="closing_talk", ref=str(row.uuid))
    record_evidence(world.noor, entry, actor=world.femke, now=NOW)
    return {"uuid": world.noor.uuid, "talk": row.uuid}


def own_held(world: World) -> dict[str, Any]:
    return {"talk": held(world)["talk"]}


SUBMISSION = {"submission": str(uuid.UUID(int=7))}
OWN = {"visitor": 302, "noor": 200, "femke": 404, "koen": 404, "vera": 404}
COORDINATED = {"visitor": 302, "noor": 404, "femke": 404, "koen": 200, "vera": 404}
COORDINATORS = COORDINATED | {"vera": 200}
TRAINERS = {"visitor": 302, "noor": 404, "femke": 200, "koen": 404, "vera": 404}
DONE = COORDINATED | {"koen": 302, "method": "post", "data": SUBMISSION}

ROWS = {
    "certification:decision_undo": Row(**DONE, arrange=decided),
    "certification:override_answer": Row(**DONE, arrange=wanted),
    "certification:extend": Row(**COORDINATORS),
    "certification:extension": Row(**COORDINATED, arrange=extended),
    "certification:extension_back": Row(**DONE, arrange=extended),
    "certification:hand_in": Row(**OWN),
    "certification:hand_in_back": Row(**OWN | {"noor": 302}, method="post", arrange=own_handed_in),
    "certification:hand_in_for": Row(**COORDINATED, arrange=about_noor),
    "certification:assess": Row(**COORDINATED, arrange=handed_in),
    "certification:waiting": Row(**COORDINATORS),
    "certification:talks": Row(**TRAINERS),
    "certification:talk": Row(**COORDINATED | {"femke": 200}, arrange=closing_talk),
    "certification:talk_back": Row(**TRAINERS | {"femke": 302}, method="post", arrange=own_held),
    "certification:talk_finish": Row(**COORDINATED, arrange=held),
}

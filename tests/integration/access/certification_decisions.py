"""Who may open the pages of decisions, extensions, handing in and talks."""

import uuid
from datetime import date, timedelta
from typing import Any

from lms.certification.decisions.requests import ask_override
from lms.certification.decisions.services import Ruling, decide
from lms.certification.extensions.services import Extending, extend_for
from lms.certification.handing_in.services import HandIn, hand_in
from lms.certification.ledger.services import record_evidence
from lms.certification.readiness import FactKind
from lms.certification.readiness.names import CLOSING_TALK_POINTS
from lms.certification.talks.services import Talk, record_talk
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
    arguments = about_noor(world)
    ruling = Ruling(kind="pause", submission=uuid.UUID(int=1))
    return arguments | {"decision": decide(world.noor, ruling, actor=world.koen, now=NOW).uuid}


def wanted(world: World) -> dict[str, Any]:
    arguments = about_noor(world)
    until = TODAY + timedelta(days=9)
    ruling = Ruling(kind="override", submission=uuid.UUID(int=1), reason_code="other", until=until)
    return arguments | {"wanted": ask_override(world.noor, ruling, actor=world.koen, now=NOW).uuid}


def extended(world: World) -> dict[str, Any]:
    a_scheme(world)
    record_evidence(
        world.noor, factory.entry(FactKind.SEEN, date(2023, 12, 1), key="vog"), actor=world.koen, now=NOW
    )
    extending = Extending(
        submission=uuid.UUID(int=1),
        rule_id="vog",
        until=TODAY + timedelta(days=90),
        reason_code="other",
        reason="Uitleg.",
    )
    return {"extension": extend_for([world.noor], extending, actor=world.koen, now=NOW).uuid}


def handed_in(world: World) -> dict[str, Any]:
    arguments = about_noor(world)
    said = HandIn(rule_id="vog", happened_on=TODAY, submission=uuid.UUID(int=1))
    hand_in(world.noor, said, actor=world.noor, now=NOW)
    return arguments | {"ref": said.submission}


def own_handed_in(world: World) -> dict[str, Any]:
    return {"ref": handed_in(world)["ref"]}


def closing_talk(world: World) -> dict[str, Any]:
    cohorts.place(cohorts.cohort(trainer=world.femke), world.noor)
    return about_noor(world) | {"rule": "closing_talk"}


def held(world: World) -> dict[str, Any]:
    closing_talk(world)
    talk = Talk(
        rule_id="closing_talk",
        held_on=TODAY,
        points=tuple(CLOSING_TALK_POINTS),
        agreements="",
        submission=uuid.UUID(int=1),
    )
    record = record_talk(world.noor, talk, actor=world.femke, now=NOW)
    return {"uuid": world.noor.uuid, "talk": record.uuid}


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

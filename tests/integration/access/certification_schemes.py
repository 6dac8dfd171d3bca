"""Who may read the scheme, and who may change it: a coordinator of everybody."""

import uuid
from typing import Any

from lms.certification.models import SchemeDraft
from lms.certification.readiness import scheme_from_data
from lms.certification.schemes.drafts.services import begin_draft
from tests.conftest import NOW
from tests.factories import certification as factory
from tests.integration.access.rows import Row, World


def version(world: World) -> dict[str, Any]:
    found = factory.scheme(NOW)
    return {"slug": found.slug, "number": found.number}


def in_force(world: World) -> dict[str, Any]:
    version(world)
    return {}


def draft(world: World) -> dict[str, Any]:
    found = factory.scheme(NOW)
    made = begin_draft(
        scheme_from_data(found.content), uuid.uuid4(), based_on=found, actor=world.koen, now=NOW
    )
    return {"uuid": made.uuid}


def rule(world: World) -> dict[str, Any]:
    return draft(world) | {"rule_id": "vog"}


def kind(world: World) -> dict[str, Any]:
    return draft(world) | {"kind": "document"}


def domain(world: World) -> dict[str, Any]:
    made = draft(world)

    row = SchemeDraft.objects.get(**made)
    row.content["domains"] = [{"id": "wmo", "title": "Wmo", "rules": []}]
    row.save()
    return made | {"domain_id": "wmo"}


def criterion(world: World) -> dict[str, Any]:
    version(world)
    return {"rule_id": "vog"}


READ = {"visitor": 302, "noor": 404, "femke": 200, "koen": 200, "vera": 200}
EDIT = {"visitor": 302, "noor": 404, "femke": 404, "koen": 200, "vera": 404}
DONE: dict[str, Any] = EDIT | {"koen": 302, "method": "post"}
REVISION = {"revision": "1"}

ROWS = {
    "certification:scheme": Row(**READ, arrange=in_force),
    "certification:scheme_comparison": Row(**READ),
    "certification:scheme_version": Row(**READ, arrange=version),
    "certification:scheme_download": Row(**READ, arrange=version),
    "certification:scheme_share": Row(**DONE, arrange=version),
    "certification:scheme_trial": Row(**EDIT, arrange=criterion),
    "certification:scheme_trial_draft": Row(**DONE, arrange=criterion),
    "certification:draft_begin": Row(**EDIT),
    "certification:draft": Row(**EDIT, arrange=draft),
    "certification:draft_download": Row(**EDIT, arrange=draft),
    "certification:draft_title": Row(**EDIT, arrange=draft),
    "certification:draft_order": Row(**EDIT, arrange=draft),
    "certification:draft_step": Row(**DONE, arrange=draft, data=REVISION | {"step": "up:vog"}),
    "certification:draft_undo": Row(**DONE, arrange=draft, data=REVISION),
    "certification:draft_discard": Row(**DONE, arrange=draft),
    "certification:draft_kinds": Row(**EDIT, arrange=draft),
    "certification:draft_add": Row(**EDIT, arrange=kind),
    "certification:draft_group": Row(**EDIT, arrange=draft),
    "certification:draft_rule": Row(**EDIT, arrange=rule),
    "certification:draft_domain": Row(**EDIT, arrange=draft),
    "certification:draft_domain_title": Row(**EDIT, arrange=domain),
    "certification:draft_plan": Row(**EDIT, arrange=draft),
    "certification:impact": Row(**EDIT, arrange=draft),
    "certification:draft_publish": Row(**EDIT | {"koen": 302}, arrange=draft),
}

"""The course we ship keeps the rules it teaches: nothing refuses it, and there is nothing to advise."""

from typing import Any

import yaml
from django.conf import settings

from lms.courses.checks.findings import Context, CourseSlot
from lms.courses.checks.lessons import report

PACKAGE = settings.BASE_DIR / "content" / "basistraining-oco"
OWN = {"coordinator_naam": "Koen", "trainer_naam": "Femke", "contactpersoon_naam": "je contactpersoon"}


def read(name: str) -> Any:
    return yaml.safe_load((PACKAGE / name).read_text(encoding="utf-8"))


def context() -> Context:
    slots = read("package.yaml")["slots"]
    examples = {slot["name"]: slot.get("example") or OWN.get(slot["name"], "Jan") for slot in slots}
    return Context(
        words=tuple(term["term"] for term in read("glossary.yaml")["terms"]),
        slots=tuple(CourseSlot(slot["name"], slot["kind"], slot.get("example") or "") for slot in slots),
        values=examples,
    )


def test_it_finds_nothing_in_the_starter_course():
    around, found, lessons = context(), [], 0
    for path in sorted(PACKAGE.glob("modules/*/*.yaml")):
        lesson = yaml.safe_load(path.read_text(encoding="utf-8"))
        if "blocks" in lesson:
            lessons += 1
            blocks = [{"type": one["type"], "id": one["uid"], "value": one} for one in lesson["blocks"]]
            for block in blocks:
                block["value"] = {key: text for key, text in block["value"].items() if key != "type"}
            found += [f"{path.parent.name}/{path.name}: {one}" for one in report(blocks, around).findings]
    assert lessons == 61
    assert found == []

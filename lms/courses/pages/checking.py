"""Checks a page as it is now: brings the stored blocks and what stands around them to the pure checks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page

from lms.courses.checks.findings import Context, CourseSlot, Finding, MediumFacts
from lms.courses.checks.lessons import report
from lms.courses.media.selectors import media_by_uid, references_in
from lms.courses.pages.blocks import LessonBody
from lms.courses.pages.blocks.unfinished import unfinished
from lms.municipality.public import current_settings, slot_values

BODY = LessonBody()


@dataclass(frozen=True)
class Reason:
    """Why a page may not go online: the code of the finding, and a Dutch sentence that says where."""

    code: str
    sentence: str


def blocks_of(page: Page) -> list[Any]:
    """Return the blocks of a lesson (or another page with such a body) as they are stored; [] without."""
    return [
        block
        for field in page._meta.get_fields()
        if isinstance(field, StreamField) and isinstance(field.stream_block, LessonBody)
        for block in getattr(page, field.name).get_prep_value()
    ]


def course_of(page: Page) -> Any:
    """Return the course a page stands in; None without, or for a page that has no place yet. One query."""
    if not page.path:
        return None
    courses = Page.objects.ancestor_of(page, inclusive=True).exclude(coursepage=None)
    found = courses.select_related("coursepage").first()
    return found.coursepage if found else None


def context_of(course: Any, blocks: Iterable[Any]) -> Context:
    """Return what stands around these stored blocks of a course: one query, for their media."""
    values = slot_values(current_settings())
    if course is None:
        return Context(values=values, media=_facts(blocks))
    return Context(
        words=tuple(str(term.value["term"]) for term in course.glossary),
        slots=tuple(_slot(one.value) for one in course.slots),
        values=values,
        media=_facts(blocks),
    )


def refusals_of(page: Page) -> list[Reason]:
    """Return why the checks of a lesson refuse it, each with its place; fill-in words are the gate's own."""
    blocks = blocks_of(page)
    if not blocks:
        return []
    found = report(blocks, context_of(course_of(page), blocks)).refusals
    findings = [
        Reason(one.code, f"{place_of(one, blocks)}: {one.sentence}") for one in found if one.code != "slot"
    ]
    return [*_unfinished(blocks), *findings]


def _unfinished(blocks: list[Any]) -> list[Reason]:
    sentence = _("deze oefening is nog niet af. Open haar in de tekst; daar staat wat er nog mist.")
    return [
        Reason("unfinished", f"{_place(position, blocks)}: {sentence}") for position in unfinished(blocks)
    ]


def place_of(finding: Finding, blocks: list[Any]) -> str:
    """Return in words where a finding is: ‘Blok 3 (Afbeelding)’; empty for the lesson as a whole."""
    return _place(finding.position, blocks) if finding.position else ""


def _place(position: int, blocks: list[Any]) -> str:
    block = BODY.child_blocks.get(blocks[position - 1].get("type"))
    name = str(block.label) if block else _("blok")
    return _("Blok %(number)s (%(name)s)") % {"number": position, "name": name}


def _slot(value: Any) -> CourseSlot:
    return CourseSlot(str(value["name"]), str(value["kind"]), str(value["example"] or ""))


def _facts(blocks: Iterable[Any]) -> dict[str, MediumFacts]:
    return {
        str(uid): MediumFacts(
            has_licence=bool(one.licence.strip()),
            has_captions=bool(one.captions),
            has_transcript=bool(one.transcript.strip()),
        )
        for uid, one in media_by_uid(references_in(blocks)).items()
    }

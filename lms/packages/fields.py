"""Which field of a page holds which part of a package: the way in. `snapshot` is the way back."""

from __future__ import annotations

from typing import Any

from lms.packages.guides import Method, Tralans
from lms.packages.media_list import entries
from lms.packages.stream import stored, stored_blocks
from lms.packages.tree import Lesson, Module, Package

Fields = dict[str, Any]
OPTIONAL = ("glossary", "closing_talk", "trainer", "record")


def course_fields(package: Package) -> Fields:
    """Return the fields of the course page: what is no page or method of its own."""
    head, course = package.manifest, package.course
    return {
        "uid": course.uid,
        "title": course.title,
        "slug": head.slug,
        "part_uids": part_uids(package),
        "package_title": head.title,
        "version": head.version,
        "language": head.language,
        "licence": head.licence,
        "attribution": head.attribution,
        "status_note": head.status_note,
        "slots_note": head.slots_note,
        "slots": stored("slot", package.slots),
        "sources": stored("source", package.sources),
        "competences": stored("competence", package.competences),
        "competences_note": course.competences_note,
        **{name: getattr(course, name) for name in COURSE_TEXTS},
        **_beside(package),
    }


COURSE_TEXTS = ("audience", "form", "own_work", "group_size", "prior_knowledge", "ending")


def part_uids(package: Package) -> dict[str, Any]:
    """Return the ids of the parts that have no page: they are kept on the course page."""
    there = {name: getattr(package, name) for name in OPTIONAL}
    return {
        "manifest": package.manifest.uid,
        "methods": [method.uid for method in package.methods],
        **({"media": entries(package)} if package.media else {}),
        **{name: part.uid for name, part in there.items() if part},
    }


def _beside(package: Package) -> Fields:
    glossary, talk = package.glossary, package.closing_talk
    trainer, record = package.trainer, package.record
    return {
        "glossary_title": glossary.title if glossary else "",
        "glossary": stored("term", glossary.terms if glossary else ()),
        "talk_title": talk.title if talk else "",
        "talk_minutes": talk.minutes if talk else 0,
        "talk_intro": talk.intro if talk else "",
        "talk_points": stored("point", talk.points if talk else ()),
        "about_title": trainer.about_title if trainer else "",
        "about": stored("line", trainer.about if trainer else ()),
        "meetings_title": trainer.meetings_title if trainer else "",
        "meetings": stored("meeting", trainer.meetings if trainer else ()),
        "meetings_note": trainer.meetings_note if trainer else "",
        "checklist_title": trainer.checklist_title if trainer else "",
        "checklist": stored("line", trainer.checklist if trainer else ()),
        "record_title": record.title if record else "",
        "record_keep": stored("line", record.keep if record else ()),
        "record_leave_out": stored("line", record.leave_out if record else ()),
    }


def module_fields(module: Module) -> Fields:
    """Return the fields of a module page."""
    return {
        "uid": module.uid,
        "number": module.number,
        "slug": module.slug,
        "title": module.title,
        "goals": stored("goal", module.goals),
        "trainer_note": module.trainer_note,
        "competence_codes": ", ".join(module.competences),
    }


LESSON_TEXTS = (
    *("uid", "number", "slug", "title", "kind"),
    *("minutes_reading", "minutes_doing", "pictogram", "basis", "picture", "warning"),
)


def lesson_fields(lesson: Lesson) -> Fields:
    """Return the fields of a lesson page."""
    return {**{name: getattr(lesson, name) for name in LESSON_TEXTS}, "body": stored_blocks(lesson.blocks)}


TRALANS_TEXTS = (
    *("uid", "slug", "title", "status", "author_credit", "permission_note", "banner"),
    *("minutes_reading", "pictogram", "basis", "summary", "themes_intro"),
)


def tralans_fields(tralans: Tralans) -> Fields:
    """Return the fields of the Tralans page."""
    exercise = tralans.exercise
    return {
        **{name: getattr(tralans, name) for name in TRALANS_TEXTS},
        "explanation": stored_blocks(tralans.explanation),
        "themes": stored("theme", tralans.themes),
        "exercise_uid": exercise.uid,
        "exercise_title": exercise.title,
        "exercise_intro": exercise.intro,
        "exercise_steps": stored("step", exercise.steps),
        "exercise_outro": exercise.outro,
        "stories": stored("story", exercise.stories),
        "discussion_title": exercise.discussion_title,
        "discussion": stored("line", exercise.discussion),
    }


def method_fields(method: Method) -> Fields:
    """Return the fields of an intervision method; its minutes follow from its steps."""
    return {
        "slug": method.slug,
        "title": method.title,
        "properties": stored("property", method.properties),
        "steps": stored("step", method.steps),
        "tips": method.tips,
    }

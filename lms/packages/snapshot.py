"""From the site to a course package: the latest version of every page, drafts included."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from lms.certification.public import template_of
from lms.courses.models import CoursePage, LessonPage, ModulePage, TralansPage
from lms.intervision.models import Method as MethodRow
from lms.packages import guides, media_list, tree
from lms.packages.fields import COURSE_TEXTS
from lms.packages.kinds import Kind
from lms.packages.stream import read, read_blocks, text


def snapshot(course: CoursePage) -> tree.Package:
    """Return the course, its pages and its methods as a package."""
    page: CoursePage = course.get_latest_revision_as_object()
    children = [child.specific.get_latest_revision_as_object() for child in course.get_children()]
    modules = tuple(module_of(child) for child in children if isinstance(child, ModulePage))
    tralans = next((tralans_of(child) for child in children if isinstance(child, TralansPage)), None)
    scheme = template_of(str(page.uid))
    found = head_of(page, modules=modules, tralans=tralans, methods=_methods(page), scheme=scheme)
    return replace(found, media=_media(page, found))


def _media(page: CoursePage, package: tree.Package) -> tuple[tree.Medium, ...]:
    """Return the media that the package listed, then what was added since, captions and posters too."""
    listed: list[media_list.Entry] = list(page.part_uids.get("media", []))
    uids = [entry["uid"] for entry in listed] + media_list.used(package)
    known = media_list.kept_media(uids)
    uids += media_list.beside(known)
    known = media_list.kept_media(uids)
    there = {entry["uid"] for entry in listed}
    return media_list.media_of(
        [*listed, *({"uid": uid} for uid in dict.fromkeys(uids) if uid not in there)], known
    )


def head_of(page: CoursePage, **others: Any) -> tree.Package:
    """Return what stands on the course page itself; `others` are the parts that stand elsewhere."""
    return tree.Package(
        **{
            "manifest": _manifest(page),
            "slots": read(tree.Slot, page.slots),
            "competences": read(tree.Competence, page.competences),
            "sources": read(tree.Source, page.sources),
            "media": (),
            "course": _course(page),
            "modules": (),
            "glossary": _glossary(page),
            "closing_talk": _closing_talk(page),
            "trainer": _trainer(page),
            "record": _record(page),
            **others,
        }
    )


def _manifest(page: CoursePage) -> tree.Manifest:
    return tree.Manifest(
        uid=page.part_uids.get("manifest", str(page.uid)),
        format=tree.FORMAT,
        slug=page.slug,
        version=page.version,
        title=_line(page.package_title or page.title),
        language=page.language,
        licence=_line(page.licence),
        attribution=_line(page.attribution),
        status_note=_html(page.status_note),
        slots_note=_html(page.slots_note),
    )


def _course(page: CoursePage) -> tree.Course:
    texts = {name: _line(getattr(page, name)) for name in COURSE_TEXTS}
    note = _html(page.competences_note)
    return tree.Course(uid=str(page.uid), title=_line(page.title), competences_note=note, **texts)


def _glossary(page: CoursePage) -> guides.Glossary | None:
    uid = page.part_uids.get("glossary")
    return uid and guides.Glossary(uid, _line(page.glossary_title), read(guides.Term, page.glossary))


def _closing_talk(page: CoursePage) -> guides.ClosingTalk | None:
    uid = page.part_uids.get("closing_talk")
    return uid and guides.ClosingTalk(
        uid=uid,
        title=_line(page.talk_title),
        minutes=page.talk_minutes,
        intro=_html(page.talk_intro),
        points=read(guides.TalkPoint, page.talk_points),
    )


def _trainer(page: CoursePage) -> guides.TrainerGuide | None:
    uid = page.part_uids.get("trainer")
    return uid and guides.TrainerGuide(
        uid=uid,
        about_title=_line(page.about_title),
        about=read(guides.MarkedItem, page.about),
        meetings_title=_line(page.meetings_title),
        meetings=read(guides.Meeting, page.meetings),
        meetings_note=_html(page.meetings_note),
        checklist_title=_line(page.checklist_title),
        checklist=read(guides.Item, page.checklist),
    )


def _record(page: CoursePage) -> guides.RecordRules | None:
    uid = page.part_uids.get("record")
    return uid and guides.RecordRules(
        uid=uid,
        title=_line(page.record_title),
        keep=read(guides.MarkedItem, page.record_keep),
        leave_out=read(guides.MarkedItem, page.record_leave_out),
    )


def module_of(page: ModulePage) -> tree.Module:
    """Return a module with its lessons."""
    lessons = [child.specific.get_latest_revision_as_object() for child in page.get_children()]
    return module_head_of(page, tuple(lesson_of(lesson) for lesson in lessons))


def module_head_of(page: ModulePage, lessons: tuple[tree.Lesson, ...] = ()) -> tree.Module:
    """Return what stands on the module page itself."""
    codes = (code.strip() for code in page.competence_codes.split(","))
    return tree.Module(
        uid=str(page.uid),
        number=page.number,
        slug=page.slug,
        title=_line(page.title),
        goals=read(guides.Item, page.goals),
        trainer_note=_html(page.trainer_note),
        competences=tuple(code for code in codes if code),
        lessons=lessons,
    )


def lesson_of(page: LessonPage) -> tree.Lesson:
    """Return a lesson."""
    return tree.Lesson(
        uid=str(page.uid),
        number=_line(page.number),
        slug=page.slug,
        title=_line(page.title),
        kind=cast(tree.LessonKind, page.kind),
        minutes_reading=page.minutes_reading,
        minutes_doing=page.minutes_doing,
        pictogram=_line(page.pictogram),
        basis=_line(page.basis),
        picture=_line(page.picture),
        warning=_line(page.warning),
        blocks=read_blocks(page.body),
    )


def tralans_of(page: TralansPage) -> guides.Tralans:
    """Return the Tralans page."""
    return guides.Tralans(
        uid=str(page.uid),
        slug=page.slug,
        title=_line(page.title),
        status=cast(guides.TralansStatus, page.status),
        author_credit=_line(page.author_credit),
        permission_note=_html(page.permission_note),
        banner=_html(page.banner),
        minutes_reading=page.minutes_reading,
        pictogram=_line(page.pictogram),
        basis=_line(page.basis),
        explanation=read_blocks(page.explanation),
        summary=_line(page.summary),
        themes_intro=_line(page.themes_intro),
        themes=read(guides.TralansTheme, page.themes),
        exercise=_exercise(page),
    )


def _exercise(page: TralansPage) -> guides.TralansExercise:
    return guides.TralansExercise(
        uid=str(page.exercise_uid),
        title=_line(page.exercise_title),
        intro=_html(page.exercise_intro),
        steps=read(guides.ExerciseStep, page.exercise_steps),
        outro=_html(page.exercise_outro),
        stories=read(guides.Story, page.stories),
        discussion_title=_line(page.discussion_title),
        discussion=read(guides.Item, page.discussion),
    )


def _methods(page: CoursePage) -> tuple[guides.Method, ...]:
    uids = page.part_uids.get("methods", [])
    rows = {str(row.uid): row for row in MethodRow.objects.filter(uid__in=uids)}
    return tuple(method_of(rows[uid]) for uid in uids if uid in rows)


def method_of(row: MethodRow) -> guides.Method:
    """Return an intervision method."""
    return guides.Method(
        uid=str(row.uid),
        slug=row.slug,
        title=_line(row.title),
        minutes=row.minutes,
        properties=read(guides.MethodProperty, row.properties),
        steps=read(guides.MethodStep, row.steps),
        tips=_html(row.tips),
    )


def _line(value: str) -> str:
    return text(Kind.LINE, value)


def _html(value: str) -> str:
    return text(Kind.HTML, value)

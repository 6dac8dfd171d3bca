"""Load a course package into the site, in one transaction. Parts are found by uid, never by title or slug.

What is the same stays untouched: loading the same package twice changes nothing. What differs gets a new
revision, so the text before it can still be found in the history of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from lms.accounts.models import User
from lms.certification.public import keep_template, template_of
from lms.courses.models import CoursePage, LessonPage, ModulePage, TralansPage
from lms.courses.public import media_store
from lms.intervision.models import Method
from lms.outbox.public import publish
from lms.packages import audit, fill_in, scheme_file
from lms.packages.fields import course_fields, lesson_fields, method_fields, module_fields, tralans_fields
from lms.packages.home import ensure_home
from lms.packages.media import Files, load
from lms.packages.media_list import Entry, entries
from lms.packages.problems import PackageError, Place, Problem
from lms.packages.snapshot import head_of, lesson_of, method_of, module_head_of, tralans_of
from lms.packages.tree import Package


@dataclass
class Report:
    """What loading did, by title; `still_empty` names the fill-in words that keep the course a draft."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0
    moved: int = 0
    slots_offered: bool = False
    still_empty: tuple[str, ...] = ()
    as_draft: bool = False

    @property
    def is_published(self) -> bool:
        """Whether the course is online."""
        return not self.still_empty and not self.as_draft

    @property
    def changed_nothing(self) -> bool:
        """Whether everything was there already."""
        return not (self.created or self.updated or self.moved or self.slots_offered)


def apply(
    package: Package,
    *,
    actor: User | None,
    now: datetime,
    media: Files | None = None,
    use_examples: bool = False,
    as_draft: bool = False,
) -> Report:
    """Make the site hold this course; return what changed.

    With fill-in words still empty all pages are loaded as drafts; loading again publishes them once the
    words are there. `media` are the files of the package by name. `as_draft` publishes nothing. Raises
    PackageError when a file is not what the package says, or the site cannot hold the package without loss.
    """
    if package.tralans and package.tralans.drawing:
        sentence = "De tekening bij het Tralansmodel laden kan deze versie nog niet."
        raise PackageError([Problem(Place("tralans.yaml"), sentence)])
    report = Report(as_draft=as_draft)
    with media_store.storing() as storing, transaction.atomic():
        _keep_media(package, media or {}, storing, report, actor)
        report.slots_offered = fill_in.offer(package.slots, use_examples=use_examples)
        report.still_empty = fill_in.still_empty(package)
        course = _Loader(actor, report).load(package)
        _keep_scheme(package, report, now)
        if not report.changed_nothing:
            audit.course_loaded(course, actor, version=package.manifest.version)
            publish("packages.course_loaded", now=now, course=package.course.uid)
    return report


def _keep_media(package: Package, files: Files, storing: Any, report: Report, actor: User | None) -> None:
    """Keep the media first: a lesson goes online only when what it shows is there."""
    done = load(package, files, storing, actor=actor)
    report.created += done.created
    report.updated += done.updated
    report.unchanged += done.unchanged


def _keep_scheme(package: Package, report: Report, now: datetime) -> None:
    """Keep the scheme of the package as an example; nobody is judged by it."""
    is_new = template_of(package.course.uid) is None
    version = package.manifest.version
    if not keep_template(package.course.uid, package.scheme, version=version, now=now):
        report.unchanged += package.scheme is not None
        return
    title = package.scheme.title if package.scheme else scheme_file.FILE
    (report.created if is_new else report.updated).append(title)


def _course_part(page: CoursePage) -> tuple[Package, list[Entry]]:
    """Return what stands on the course page: the head of the package, and which media it lists."""
    return head_of(page), page.part_uids.get("media", [])


@dataclass(frozen=True)
class _Node:
    """One page to be: its class, its fields, and how to read the same part back from a page."""

    cls: type[Page]
    fields: dict[str, Any]
    part: Any
    read: Callable[[Any], Any]


@dataclass(frozen=True)
class _Loader:
    actor: User | None
    report: Report

    def load(self, package: Package) -> CoursePage:
        for method in package.methods:
            self._load_method(method)
        head = replace(package, modules=(), methods=(), tralans=None, scheme=None, media=())
        part = (head, entries(package))
        course = self._put(ensure_home(), _Node(CoursePage, course_fields(package), part, _course_part))
        pages = [self._load_module(course, module) for module in package.modules]
        if package.tralans:
            node = _Node(TralansPage, tralans_fields(package.tralans), package.tralans, tralans_of)
            pages.append(self._put(course, node))
        self._order(course, pages)
        return course

    def _load_module(self, course: Page, module: Any) -> Page:
        node = _Node(ModulePage, module_fields(module), replace(module, lessons=()), module_head_of)
        page = self._put(course, node)
        lessons = [
            self._put(page, _Node(LessonPage, lesson_fields(lesson), lesson, lesson_of))
            for lesson in module.lessons
        ]
        self._order(page, lessons)
        return page

    def _put(self, parent: Page, node: _Node) -> Page:
        """Make or change one page; return it as it is in the database now."""
        page = node.cls.objects.filter(uid=node.fields["uid"]).first()
        if page is None:
            fresh = Page.objects.get(pk=parent.pk)
            draft = fresh.add_child(instance=node.cls(live=False, owner=self.actor, **node.fields))
            self.report.created.append(draft.title)
        else:
            draft = page.get_latest_revision_as_object()
            if node.read(draft) == node.part and self._is_where_it_should_be(page, parent):
                self.report.unchanged += 1
                return page
            for name, value in node.fields.items():
                setattr(draft, name, value)
            self.report.updated.append(draft.title)
        self._save(draft, parent, node)
        return node.cls.objects.get(pk=draft.pk)

    def _is_where_it_should_be(self, page: Page, parent: Page) -> bool:
        is_out = page.live and not page.has_unpublished_changes
        return page.is_child_of(parent) and (is_out or not self.report.is_published)

    def _save(self, draft: Page, parent: Page, node: _Node) -> None:
        if not draft.is_child_of(parent):
            draft.move(Page.objects.get(pk=parent.pk), pos="last-child")
            draft.refresh_from_db(fields=["path", "depth", "url_path"])
        revision = draft.save_revision(user=self.actor, clean=False)
        if node.read(revision.as_object()) != node.part:
            sentence = f"‘{draft.title}’ kan niet zonder verlies op de site staan."
            raise PackageError([Problem(Place(), sentence)])
        if self.report.is_published:
            revision.publish(user=self.actor, skip_permission_checks=True)

    def _order(self, parent: Page, wanted: Sequence[Page]) -> None:
        """Put the pages in the order of the package; pages that are not in it stay in front."""
        keys = [page.pk for page in wanted]
        there = [pk for pk in parent.get_children().values_list("pk", flat=True) if pk in set(keys)]
        if there == keys:
            return
        self.report.moved += 1
        for pk in keys:
            Page.objects.get(pk=pk).move(Page.objects.get(pk=parent.pk), pos="last-child")

    def _load_method(self, method: Any) -> None:
        row = Method.objects.filter(uid=method.uid).first()
        if row is not None and method_of(row) == method:
            self.report.unchanged += 1
            return
        (self.report.updated if row else self.report.created).append(method.title)
        Method.objects.update_or_create(uid=method.uid, defaults=method_fields(method))

"""What the templates of pictures, recordings, documents and words ask for."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import template
from wagtail.models import Page

from lms.courses.media.choosers import MediumRef
from lms.courses.media.medium import Medium
from lms.courses.media.selectors import as_uid, media_by_uid, references_in
from lms.courses.pages.models import CoursePage
from lms.courses.progress.visits import visit_of

register = template.Library()
SHELF = "course_media"


@dataclass(frozen=True)
class Shelf:
    """The media of one page, read together; `wanted` also holds those that are gone."""

    wanted: frozenset[UUID]
    media: dict[UUID, Medium]


@register.simple_tag(takes_context=True)
def medium(context: template.Context, ref: MediumRef | None) -> Medium | None:
    """Return what a reference refers to, or None when it is gone; one query for all media of the page."""
    uid = as_uid(ref.uid) if ref else None
    if ref is None or uid is None:
        return None
    shelf = _shelf(context)
    return shelf.media.get(uid) if uid in shelf.wanted else ref.medium


def _shelf(context: template.Context) -> Shelf:
    request, page = context.get("request"), context.get("page")
    kept: dict[Any, Shelf] = request.__dict__.setdefault(SHELF, {}) if request is not None else {}
    key = getattr(page, "pk", None)
    if key not in kept:
        body = getattr(page, "body", None)
        wanted = frozenset(references_in(body.raw_data if body is not None else ()))
        kept[key] = Shelf(wanted, media_by_uid(wanted))
    return kept[key]


@register.simple_tag(takes_context=True)
def meaning(context: template.Context, word: str) -> str:
    """Return what a word means by the word list of the course, or "" when it is not in there.

    For who visits the page the list came along with the place in the course; in the editor it is asked for.
    """
    visit = visit_of(context.get("request"))
    words = visit.place.words if visit else _words_of(context.get("page"))
    wanted = word.strip().casefold()
    return next((told for known, told in words if known.strip().casefold() == wanted), "")


def _words_of(page: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(page, Page) or not page.path:
        return ()
    course = CoursePage.objects.ancestor_of(page, inclusive=True).first()
    return tuple((one.value["term"], one.value["meaning"]) for one in course.glossary) if course else ()

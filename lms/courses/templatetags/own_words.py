"""What the templates of one's own texts ask for. Only the learner at the page ever gets a text."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django import template
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.courses.own_texts.selectors import Spot, Written, anchor_of, written_in
from lms.courses.progress.lesson_view import LessonView
from lms.courses.progress.resuming import Recap, part_of, recap_of, to_resume_at
from lms.courses.progress.visits import visit_of

register = template.Library()


@dataclass(frozen=True)
class OwnWords:
    """A place to write in, with what stands there. `writer` is this page: docs/decisions/0015."""

    kind: str
    place: UUID
    lesson: UUID
    written: Written
    writer: UUID

    @property
    def anchor(self) -> str:
        """Return the name of the place in the page."""
        return anchor_of(self.kind, self.place)


@register.simple_tag(takes_context=True)
def own_words(context: template.Context, kind: str, place: UUID | str) -> OwnWords | None:
    """Return the place of this kind at this block; None for who is no learner here, and in a preview."""
    request: HttpRequest | None = context.get("request")
    visit, view = visit_of(request), getattr(request, "lesson", None)
    if request is None or visit is None or not visit.is_learner or view is None:
        return None
    uid = place if isinstance(place, UUID) else UUID(place)
    written = _written(request, visit.place.enrollment_id, view).get((kind, uid), Written())
    return OwnWords(kind, uid, view.lesson.uid, written, uuid4())


def _written(request: HttpRequest, enrollment_id: int | None, view: LessonView) -> dict[Spot, Written]:
    """Read what the learner wrote in this lesson once per request; who looks as a volunteer wrote nothing."""
    if enrollment_id is None:
        return {}
    kept: dict[Spot, Written] | None = getattr(request, "own_texts", None)
    if kept is None:
        kept = written_in(enrollment_id, view.lesson.uid)
        request.own_texts = kept  # type: ignore[attr-defined]  # ours, for one request
    return kept


@register.filter
def moment_words(at: datetime) -> str:
    """Return a moment in the past as one says it: "vandaag om 14.03 uur", "op 3 november om 9.30 uur"."""
    moment = timezone.localtime(at)
    time = f"{moment:%H.%M}"
    days = (timezone.localdate() - moment.date()).days
    if days < 2:
        return (_("gisteren om %(time)s uur") if days else _("vandaag om %(time)s uur")) % {"time": time}
    return _("op %(day)s om %(time)s uur") % {"day": date_format(moment, "j F"), "time": time}


@register.simple_tag
def recap(view: LessonView | None) -> Recap | None:
    """Return the three lines for who comes back after a while; None for who was here a moment ago."""
    return recap_of(view, timezone.now()) if view else None


@register.filter
def place_of(view: LessonView) -> str:
    """Return the place that is remembered since this page was opened; "" for an empty lesson."""
    return str(to_resume_at(view) or "")


@register.simple_tag
def resumed_part(view: LessonView) -> UUID | None:
    """Return the part of the step where the learner was reading, to offer a link to it."""
    return part_of(view)


@register.filter
def saved_words(at: datetime | None) -> str:
    """Return when a text was kept, as js/keep.js says it; the day too when it was not today."""
    if at is None:
        return ""
    moment = timezone.localtime(at)
    if moment.date() == timezone.localdate():
        return _("Bewaard om %(time)s uur.") % {"time": f"{moment:%H.%M}"}
    words = {"day": date_format(moment, "j F Y"), "time": f"{moment:%H.%M}"}
    return _("Bewaard op %(day)s om %(time)s uur.") % words

"""Who comes to a page: decided once per request, before the page is served."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from wagtail.models import Page

from lms.accounts.models import User
from lms.courses.exercises.rules import Response, from_data
from lms.courses.progress.places import Lesson, Place, place_of
from lms.courses.progress.policies import may_hold_closing_talk, may_read_along, may_see_trainer_notes

AS_VOLUNTEER, TRIED, BEGUN = "as_volunteer", "tried", "begun"
"""Keys of the session of who looks as a volunteer: that it is so, the answers tried, the lessons begun."""

Tried = tuple[int, Response]


@dataclass(frozen=True)
class Visit:
    """Somebody at a page of a course. Who does not take the course reads along, and nothing is stored.

    Who looks `as_volunteer` sees what a volunteer who just began sees, and nothing more; `tried` holds the
    answers of this session (docs/decisions/0017).
    """

    place: Place
    user: User
    as_volunteer: bool = False
    tried: Mapping[UUID, Tried] = field(default_factory=dict)

    @property
    def is_learner(self) -> bool:
        """Whether this person takes the course, or sees it as who does."""
        return self.as_volunteer or self.place.enrollment_id is not None

    @property
    def sees_trainer_notes(self) -> bool:
        """Whether this person sees what is meant for the trainer."""
        return not self.as_volunteer and may_see_trainer_notes(self.user)

    @property
    def holds_closing_talk(self) -> bool:
        """Whether this person sees the guide of the closing talk."""
        return not self.as_volunteer and may_hold_closing_talk(self.user)


def admit(request: HttpRequest, page: Page) -> Visit | None:
    """Return the visit when this signed-in person may see the page, and keep it on the request; else None."""
    user = request.user
    if not isinstance(user, User):
        return None
    place = place_of(user, page)
    if place is None or (place.enrollment_id is None and not may_read_along(user)):
        return None
    if looks_as_volunteer(request):
        visit = Visit(
            _untouched(place, request.session.get(BEGUN, {})), user, as_volunteer=True, tried=_tried(request)
        )
    else:
        visit = Visit(place, user)
    request.visit = visit  # type: ignore[attr-defined]  # ours, for one request
    return visit


def looks_as_volunteer(request: HttpRequest) -> bool:
    """Say whether this person asked to see the course as a volunteer does; only who may read along can."""
    user = request.user
    return bool(request.session.get(AS_VOLUNTEER)) and isinstance(user, User) and may_read_along(user)


def _untouched(place: Place, begun: Mapping[str, str]) -> Place:
    """Return the place as it is for somebody who began these lessons just now, and did nothing before."""
    return replace(
        place,
        enrollment_id=None,
        modules=tuple(
            replace(module, lessons=tuple(_just_begun(lesson, begun) for lesson in module.lessons))
            for module in place.modules
        ),
    )


def _just_begun(lesson: Lesson, begun: Mapping[str, str]) -> Lesson:
    fresh = replace(lesson, started_at=None, completed_at=None, seen_at=None, last_step_uid=None)
    moment = begun.get(str(lesson.uid))
    return replace(fresh, started_at=datetime.fromisoformat(moment)) if moment else fresh


def _tried(request: HttpRequest) -> dict[UUID, Tried]:
    kept = request.session.get(TRIED, {})
    return {UUID(uid): (stage, from_data(response)) for uid, (stage, response) in kept.items()}


def visit_of(request: HttpRequest | None) -> Visit | None:
    """Return the visit that was admitted; None in the editor's preview."""
    visit: Visit | None = getattr(request, "visit", None)
    return visit

"""Who comes to a page: decided once per request, before the page is served."""

from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page

from lms.accounts.models import User
from lms.courses.progress.places import Place, place_of
from lms.courses.progress.policies import may_hold_closing_talk, may_read_along, may_see_trainer_notes


@dataclass(frozen=True)
class Visit:
    """Somebody at a page of a course. Who does not take the course reads along, and nothing is stored."""

    place: Place
    user: User

    @property
    def is_learner(self) -> bool:
        """Whether this person takes the course."""
        return self.place.enrollment_id is not None

    @property
    def sees_trainer_notes(self) -> bool:
        """Whether this person sees what is meant for the trainer."""
        return may_see_trainer_notes(self.user)

    @property
    def holds_closing_talk(self) -> bool:
        """Whether this person sees the guide of the closing talk."""
        return may_hold_closing_talk(self.user)


def admit(request: HttpRequest, page: Page) -> Visit | None:
    """Return the visit when this signed-in person may see the page, and keep it on the request; else None."""
    user = request.user
    if not isinstance(user, User):
        return None
    place = place_of(user, page)
    if place is None or (place.enrollment_id is None and not may_read_along(user)):
        return None
    visit = Visit(place, user)
    request.visit = visit  # type: ignore[attr-defined]  # ours, for one request
    return visit


def visit_of(request: HttpRequest | None) -> Visit | None:
    """Return the visit that was admitted; None in the editor's preview."""
    visit: Visit | None = getattr(request, "visit", None)
    return visit

"""Editions of the training, their meetings and who takes part."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from lms.accounts.models import User
from lms.courses.models import Cohort, CohortMember, CoursePage, HomePage, Meeting

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def course(title: str = "Basistraining OCO") -> CoursePage:
    """A course below the home page (needs the fixture `home`)."""
    slug = title.lower().replace(" ", "-")
    found = CoursePage.objects.filter(slug=slug).first()
    if found is not None:
        return found
    root = HomePage.objects.get()
    return root.add_child(instance=CoursePage(title=title, slug=slug))


def cohort(title: str = "Najaar 2026", **fields: Any) -> Cohort:
    """An edition of the course."""
    fields.setdefault("starts_on", date(2026, 11, 3))
    return Cohort.objects.create(title=title, course=course(), **fields)


def place(in_cohort: Cohort, user: User, **fields: Any) -> CohortMember:
    """A person takes part."""
    fields.setdefault("joined_on", date(2026, 11, 1))
    return CohortMember.objects.create(cohort=in_cohort, user=user, **fields)


def meeting(of_cohort: Cohort, number: int = 1, *, days: int = -10, **fields: Any) -> Meeting:
    """A meeting of an afternoon, so many days from the moment of the story (negative: past)."""
    starts_at = NOW + timedelta(days=days)
    defaults = {
        "title": f"Onderwerp {number}",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=3),
        "place": "De Glasbak, Almere",
    }
    return Meeting.objects.create(cohort=of_cohort, number=number, **defaults | fields)

"""People who were at the training, and their certificates."""

import uuid
from datetime import datetime

from lms.accounts.models import User
from lms.certification.certificates.selectors import Order
from lms.certification.certificates.services import issue
from lms.certification.models import Certificate
from lms.certification.rules import PARTICIPATION
from lms.courses.models import Attendance, Cohort
from tests.factories import cohorts


def edition(*people: User, meetings: int = 4, attended: int = 3, now: datetime = cohorts.NOW) -> Cohort:
    """An edition of meetings of three hours, of which each of these people attended the first ones."""
    made = cohorts.cohort()
    for person in people:
        cohorts.place(made, person)
    for number in range(1, meetings + 1):
        meeting = cohorts.meeting(made, number, days=-30 + number)
        for person in people:
            presence = "present" if number <= attended else "absent"
            Attendance.objects.create(meeting=meeting, user=person, presence=presence, recorded_at=now)
    return made


def proof(person: User, actor: User, now: datetime, cohort: Cohort | None = None) -> Certificate:
    """A proof of participation of this person (needs the fixtures `home` and `municipality`)."""
    order = Order(kind=PARTICIPATION, cohort=cohort or edition(person))
    return issue(person, order, uuid.uuid4(), actor=actor, now=now)

"""Who may print what: who takes the course, and who may read along."""

from lms.accounts.models import User
from lms.courses.progress.models import Enrollment
from lms.courses.progress.places import COURSE
from lms.courses.progress.policies import may_read_along


def may_print(person: User, path: str) -> bool:
    """Say whether a person may print the page of a course at this `path` of the tree."""
    if may_read_along(person):
        return True
    return Enrollment.objects.filter(user=person, course__path=path[:COURSE]).exists()

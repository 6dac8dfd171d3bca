"""Keep the example scheme that goes with a course. It is never in force: a draft can begin with it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from lms.accounts.models import User
from lms.certification.models import SchemeTemplate, SchemeVersion
from lms.certification.readiness import (
    CompletedItems,
    ContentRefreshed,
    RuleError,
    Scheme,
    scheme_from_data,
    scheme_to_data,
    walk,
)
from lms.certification.schemes import audit
from lms.certification.schemes.policies import require_editor


def template_of(course_uid: str) -> Scheme | None:
    """The example that came with a course, or None."""
    found = SchemeTemplate.objects.filter(slug=course_uid).first()
    return scheme_from_data(found.content) if found else None


def keep_template(course_uid: str, scheme: Scheme | None, *, version: str, now: datetime) -> bool:
    """Make the example of a course be this one (None: there is none); say whether anything changed.

    `version` is that of the course package. What began with an older example stays as it is.
    """
    if template_of(course_uid) == scheme:
        return False
    if scheme is None:
        SchemeTemplate.objects.filter(slug=course_uid).delete()
        return True
    values = {"title": scheme.title, "content": scheme_to_data(scheme), "loaded_at": now}
    values |= {"package": course_uid, "package_version": version[:40]}
    SchemeTemplate.objects.update_or_create(slug=course_uid, defaults=values)
    return True


@transaction.atomic
def share_with_course(
    version: SchemeVersion, course_uid: UUID, lessons: set[str], *, actor: User, now: datetime
) -> None:
    """Let a version go with a course, as the example in its package; `lessons` are those of the course.

    Raises NotAllowed, and RuleError when the version asks for a lesson of another course.
    """
    require_editor(actor)
    scheme = scheme_from_data(version.content)
    rules = [rule for rule in walk(scheme.criteria) if isinstance(rule, CompletedItems | ContentRefreshed)]
    if any(item not in lessons for rule in rules for item in rule.items):
        raise RuleError("Deze versie vraagt lessen die niet bij deze cursus horen.")
    if keep_template(str(course_uid), scheme, version="", now=now):
        audit.scheme_shared(version, actor, str(course_uid))

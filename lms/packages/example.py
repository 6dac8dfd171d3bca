"""A new course that begins as the example which comes along with the product."""

from datetime import datetime
from uuid import UUID, uuid5

from django.conf import settings
from django.utils.text import slugify

from lms.accounts.models import User
from lms.courses.models import CoursePage
from lms.packages.apply import apply
from lms.packages.archive import read_folder, read_media
from lms.packages.renewing import renewed

FOLDER = settings.BASE_DIR / "content" / "voorbeeldcursus"
LONGEST_SLUG = 60


def begin_course(submission: UUID, title: str, *, actor: User, now: datetime) -> CoursePage:
    """Make a course of drafts from the example, with this title; return it.

    The same submission twice is one course: its ids follow from it.
    """
    package = read_folder(FOLDER)
    uid = uuid5(submission, package.course.uid)
    made = CoursePage.objects.filter(uid=uid).first()
    if made is None:
        slug = f"{slugify(title)[:LONGEST_SLUG].strip('-') or 'cursus'}-{submission.hex[:4]}"
        fresh = renewed(package, submission, title=title, slug=slug)
        apply(fresh, actor=actor, now=now, media=read_media(FOLDER), as_draft=True)
    return CoursePage.objects.get(uid=uid)

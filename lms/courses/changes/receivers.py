"""Wagtail says that a page went online: every route to publishing ends here."""

from typing import Any, cast

from django.dispatch import receiver
from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import Revision
from wagtail.signals import page_published

from lms.accounts.models import User
from lms.courses.changes.services import note_publication
from lms.courses.pages.models import LessonPage


@receiver(page_published, sender=LessonPage, dispatch_uid="courses.note_publication")
def page_went_online(instance: LessonPage, revision: Revision, **_more: Any) -> None:
    """Notice what changed; a page that is only planned did not go online yet."""
    if instance.live:
        actor = get_active_log_context().user or revision.user
        note_publication(instance, revision, cast(User | None, actor), timezone.now())

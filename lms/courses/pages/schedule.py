"""Pages that go online or offline at a planned moment."""

from datetime import datetime

from django.db import transaction
from wagtail.models import Page, Revision

from lms.courses.pages import audit
from lms.courses.pages.publishing import NotPublishableError


def run_schedule(now: datetime) -> None:
    """Take pages offline whose time is over, and put online what was planned; harmless to repeat.

    What may not go online because it is not ready (a fill-in word was emptied meanwhile, a film lost its
    captions) becomes an ordinary draft again, and is logged: one page that is not ready never holds up the
    others.
    """
    for page in list(Page.objects.filter(live=True, expire_at__lte=now).specific()):
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    for revision in list(due):
        _publish(revision)


def _publish(revision: Revision) -> None:
    try:
        with transaction.atomic():
            revision.publish(log_action="wagtail.publish.scheduled")
    except NotPublishableError as refusal:
        with transaction.atomic():
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            audit.publishing_refused(refusal.page, refusal.slots, refusal.codes)

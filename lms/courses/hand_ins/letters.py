"""The mail that says there is an answer. Never what it says or which assignment: others read mail too."""

from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from lms.courses.hand_ins.models import HandIn
from lms.municipality.public import current_settings


def mail_answered(work: UUID) -> bool:
    """Tell the learner that the trainer answered; False when it was read already, or somebody left.

    Runs outside a transaction. A stop halfway may send it twice, never not at all.
    """
    unread = HandIn.objects.filter(uuid=work, replied_at__isnull=False, read_at=None)
    row = unread.filter(enrollment__user__is_active=True).select_related("enrollment__user").first()
    if row is None:
        return False
    person = row.enrollment.user
    place = reverse("hand_ins:work", args=[row.lesson_uid, row.exercise_uid])
    context = {
        "name": person.get_short_name(),
        "municipality": current_settings(),
        "link": settings.SITE_URL + place,
    }
    subject = " ".join(render_to_string("emails/hand_in_answered/subject.txt", context).split())
    body = render_to_string("emails/hand_in_answered/body.txt", context).strip()
    EmailMessage(subject, body, to=[person.email]).send()
    return True

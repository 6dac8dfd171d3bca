"""The mails around a second reader. Wagtail has its own; ours go out beside the request, in plain words."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.models import Page, WorkflowState

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.courses.pages.policies import may_read_for_another


def tell_readers(state_id: int) -> None:
    """Mail everybody who may read the text that waits now; nobody when it waits no more."""
    state = WorkflowState.objects.filter(pk=state_id, status=WorkflowState.STATUS_IN_PROGRESS).first()
    if state is None:
        return
    editors = User.objects.with_role(Role.TRAINER) | User.objects.with_role(Role.ADMINISTRATOR)
    for person in editors.distinct():
        if may_read_for_another(person, state):
            _mail("second_reader_asked", person, state).send()


def tell_writer(state_id: int) -> None:
    """Mail who handed a text in what became of it: online, or a question to change something."""
    names = {
        WorkflowState.STATUS_APPROVED: "second_reader_done",
        WorkflowState.STATUS_NEEDS_CHANGES: "second_reader_asks",
    }
    state = WorkflowState.objects.filter(pk=state_id).select_related("requested_by").first()
    if state is None or state.status not in names:
        return
    writer: User | None = state.requested_by
    if writer is not None and writer.is_active:
        _mail(names[state.status], writer, state).send()


def _mail(name: str, person: User, state: WorkflowState) -> EmailMessage:
    page = Page.objects.get(pk=state.object_id)
    link = reverse("wagtailadmin_pages:edit", args=[page.pk])
    context = {"name": person.get_short_name(), "title": page.draft_title, "link": settings.SITE_URL + link}
    subject = " ".join(render_to_string(f"emails/{name}/subject.txt", context).split())
    body = render_to_string(f"emails/{name}/body.txt", context).strip()
    return EmailMessage(subject, body, to=[person.email])

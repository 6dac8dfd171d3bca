"""Verbs of the second reader: hang the step on the site, or take it away."""

from django.db import transaction
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from lms.accounts.models import User
from lms.accounts.public import ensure_groups
from lms.courses.pages.models import HomePage
from lms.courses.second_reader import audit
from lms.courses.second_reader.models import SecondReaderTask

NAME = "Tweede lezer"


@transaction.atomic
def follow_second_reader(actor: User | None, *, asks: bool) -> bool:
    """Make the site as the municipality asks; return whether anything changed. Harmless to repeat.

    Asked: the step hangs on the home page and trainers may not publish. Not asked: no text waits any more
    (what waited is a draft again), and trainers publish themselves. Without a home page yet, nothing is done.
    """
    home = HomePage.objects.select_for_update().first()
    if home is None:
        return False
    _take_away_others(home)
    hangs = WorkflowPage.objects.filter(page_id=home.pk).exists()
    if hangs != asks:
        (_hang_on if asks else _take_down)(home, actor)
        audit.second_reader_changed(home, actor, asks=asks)
    ensure_groups()
    return hangs != asks


def _hang_on(home: HomePage, actor: User | None) -> None:
    task, _ = SecondReaderTask.objects.get_or_create(name=NAME, defaults={"active": True})
    workflow, _ = Workflow.objects.get_or_create(name=NAME)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    Workflow.objects.filter(pk=workflow.pk).update(active=True)
    WorkflowPage.objects.create(page_id=home.pk, workflow=workflow)


def _take_down(home: HomePage, actor: User | None) -> None:
    hanging = WorkflowPage.objects.select_related("workflow").get(page_id=home.pk)
    hanging.workflow.deactivate(user=actor)


def _take_away_others(home: HomePage) -> None:
    """Wagtail hangs a workflow of its own on a new site. Here there is one, and only when it is asked for."""
    above = Page.objects.filter(depth=1).values("pk")
    WorkflowPage.objects.filter(page_id__in=above).delete()

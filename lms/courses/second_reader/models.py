"""The step in which somebody else reads along. Nobody reads the own text (docs/decisions/0016)."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Task, TaskState, WorkflowState

from lms.accounts.models import User
from lms.courses.pages.policies import Person, may_read_for_another
from lms.courses.pages.publishing import NotPublishableError
from lms.courses.second_reader.rules import same_text

Action = tuple[str, str, bool]


class NotReadError(NotPublishableError):
    """Raised when a text may not go online because nobody else read it as it is now."""

    def __init__(self, page: Page, sentence: str) -> None:
        super().__init__(sentence)
        self.page = page


class SecondReaderTask(Task):
    """Waits for a trainer or administrator who did not hand the text in.

    Wagtail's own task asks a group; here it matters who in that group. The text goes online exactly as it was
    handed in: who changes it while reading becomes a writer, and it is handed in again.
    """

    class Meta:
        verbose_name = gettext_lazy("tweede lezer")
        verbose_name_plural = gettext_lazy("tweede lezers")

    def start(self, workflow_state: WorkflowState, user: User | None = None) -> TaskState:
        """Begin to wait. Who hands in a text again, after remarks, is the one who handed it in."""
        if user is not None:
            workflow_state.requested_by = user
        return super().start(workflow_state, user=user)

    def user_can_access_editor(self, obj: Page, user: Person) -> bool:
        """Say whether this person may open the text to read it."""
        return may_read_for_another(user, obj.current_workflow_state)

    def locked_for_user(self, obj: Page, user: Person) -> bool:
        """Say whether this person may not change the text now: who handed it in first takes it back."""
        return not may_read_for_another(user, obj.current_workflow_state)

    def get_actions(self, obj: Page, user: Person) -> list[Action]:
        """Return what this person may do with the text that waits: the name, the words, and a form or not."""
        if not may_read_for_another(user, obj.current_workflow_state):
            return []
        return [
            ("reject", _("Vraag om een wijziging"), True),
            ("approve", _("Ik heb het gelezen"), False),
            ("approve", _("Ik heb het gelezen, met een opmerking"), True),
        ]

    def get_task_states_user_can_moderate(self, user: Person, **kwargs: Any) -> models.QuerySet[TaskState]:
        """Return what waits for this person to read."""
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        if not may_read_for_another(user, None):
            return waiting.none()
        return waiting.exclude(workflow_state__requested_by=user)

    @classmethod
    def get_description(cls) -> str:
        """Return what this step is, in words."""
        return _("Iemand anders leest de tekst. Daarna gaat de tekst online.")

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> None:
        """Do what the reader chose; raise NotReadError when this person may not, or the text changed.

        Looks again, with the page locked: the address of the admin names page and task apart, and somebody
        may have saved since the reader looked.
        """
        pk = task_state.workflow_state.object_id
        Page.objects.select_for_update().get(pk=pk)
        fresh = TaskState.objects.select_related("workflow_state", "revision").get(pk=task_state.pk)
        page = Page.objects.get(pk=pk)
        refusal = _refusal(fresh, page, user, action_name)
        if refusal:
            raise NotReadError(page, refusal)
        super().on_action(fresh, user, action_name, **kwargs)


def _refusal(state: TaskState, page: Page, user: User, action_name: str) -> str:
    """Return why not, in a sentence; "" when it may."""
    if state.status != TaskState.STATUS_IN_PROGRESS:
        return _("Deze tekst wacht niet meer op een lezer.")
    if not may_read_for_another(user, state.workflow_state):
        return _("Je kunt je eigen tekst niet goedkeuren. Vraag een andere trainer.")
    if action_name != "approve":
        return ""
    if state.revision.user_id == user.pk:
        return _("Je hebt deze tekst zelf geschreven. Vraag een andere trainer.")
    latest = page.latest_revision
    if latest.pk != state.revision_id and not same_text(state.revision.content, latest.content):
        return _("De tekst is veranderd na het inleveren. Lever de tekst opnieuw in.")
    return ""

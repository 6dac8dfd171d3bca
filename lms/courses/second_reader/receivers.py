"""What Django and Wagtail tell about the second reader; each receiver makes one call."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from lms.courses.second_reader.rules import ANSWERED, HANDED_IN
from lms.courses.second_reader.services import follow_second_reader
from lms.municipality.models import MunicipalitySettings
from lms.outbox.public import publish


# Wagtail's own settings page saves this row: there is no service of ours to put this call in.
@receiver(post_save, sender=MunicipalitySettings, dispatch_uid="courses.follow_second_reader")
def on_settings_saved(sender: Any, instance: MunicipalitySettings, **extra: Any) -> None:
    follow_second_reader(get_active_log_context().user, asks=instance.asks_second_reader)


# Under the names of Wagtail's own receivers, which come later and are then left out: those send a mail from
# inside the transaction, and write the address of the reader in the log when the mail server is away.
@receiver(task_submitted, sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification")
def on_handed_in(sender: Any, instance: TaskState, **extra: Any) -> None:
    publish(HANDED_IN, now=timezone.now(), state=instance.workflow_state_id)


@receiver(
    workflow_submitted, sender=WorkflowState, dispatch_uid="workflow_state_submitted_email_notification"
)
def on_begun(sender: Any, instance: WorkflowState, **extra: Any) -> None:
    """Nothing: the step itself tells, also when a text is handed in again."""


@receiver(workflow_rejected, sender=WorkflowState, dispatch_uid="workflow_state_rejected_email_notification")
@receiver(workflow_approved, sender=WorkflowState, dispatch_uid="workflow_state_approved_email_notification")
def on_answered(sender: Any, instance: WorkflowState, **extra: Any) -> None:
    publish(ANSWERED, now=timezone.now(), state=instance.pk)

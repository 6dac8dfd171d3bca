"""The end of the reading. Wagtail imports this while it defines its models: nothing here may import one."""

from typing import TYPE_CHECKING

from lms.courses.second_reader.rules import same_text

if TYPE_CHECKING:
    from wagtail.models import WorkflowState

    from lms.accounts.models import User


def put_online(state: "WorkflowState", user: "User | None" = None) -> None:
    """Put the text online that was read, or plan it for its day; in the transaction that approves.

    The reader alone may not publish, nor may the writer: together they can.
    """
    revision = state.current_task_state.revision
    latest = state.content_object.get_latest_revision()
    # Remarks made while reading are in the latest; its words are the same, or the step refused.
    read = latest if same_text(revision.content, latest.content) else revision
    read.publish(user=user, skip_permission_checks=True)

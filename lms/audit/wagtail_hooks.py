"""Tell Wagtail's log about our actions."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from lms.audit.actions import registered_actions


@hooks.register("register_log_actions")
def register_our_actions(registry: LogActionRegistry) -> None:
    """Register every action that an app declared."""
    for action, label in registered_actions().items():
        registry.register_action(action, label, label)

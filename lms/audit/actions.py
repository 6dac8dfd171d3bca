"""The names of what can be logged: each app declares its own in its `audit.py`."""

from collections.abc import Mapping

from django.utils.functional import Promise

_actions: dict[str, str | Promise] = {}


def register_actions(actions: Mapping[str, str | Promise]) -> None:
    """Add an app's actions: name `app.noun_verbed` to a Dutch label."""
    _actions.update(actions)


def registered_actions() -> dict[str, str | Promise]:
    """Return every declared action with its label."""
    return dict(_actions)

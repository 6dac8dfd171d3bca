"""The names of what can be logged: each app declares its own in its `audit.py`."""

from collections.abc import Mapping

from django.utils.functional import Promise

Label = str | Promise
_actions: dict[str, Label] = {}


def register_actions(actions: Mapping[str, Label]) -> None:
    """Add an app's actions: name `app.noun_verbed` to a Dutch label. Raises ValueError for another label."""
    for action, label in actions.items():
        if str(_actions.get(action, label)) != str(label):
            raise ValueError(f"{action} is declared twice, with different labels")
        _actions[action] = label


def registered_actions() -> dict[str, Label]:
    """Return every declared action with its label."""
    return dict(_actions)

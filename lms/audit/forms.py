"""What the log of everybody can be searched for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry

from lms.audit.selectors import Filter, label_of_action


def action_choices() -> list[tuple[str, Any]]:
    """Return every action that can be in the log with its label, in order of the label."""
    registry.scan_for_actions()
    found = [(action, label_of_action(action)) for action in registry.formatters]
    return [("", _("Alles")), *sorted(found, key=lambda choice: str(choice[1]))]


class FilterForm(forms.Form):
    """Action, first day and last day; all may be empty."""

    hides_optional = True

    action = forms.ChoiceField(label=_("Wat gebeurde er?"), choices=action_choices, required=False)
    since = forms.DateField(
        label=_("Vanaf"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateField(
        label=_("Tot en met"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a last day before the first."""
        given = super().clean() or {}
        if given.get("since") and given.get("until") and given["until"] < given["since"]:
            self.add_error("until", _("Kies een dag na de eerste dag."))
        return given

    def wanted(self) -> Filter:
        """Return the filter; fields that could not be read are left out."""
        given = getattr(self, "cleaned_data", {})
        return Filter(given.get("action") or "", given.get("since"), given.get("until"))

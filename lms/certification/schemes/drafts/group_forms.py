"""Input about a group of criteria, and about life domains."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.certification.readiness import AllOf, Group, NOf, RuleError
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.drafts.kind_forms import GROUPS
from lms.certification.schemes.drafts.rule_forms import (
    CHOOSE,
    REQUIRED,
    RuleForm,
    choice,
    initial_of,
    number,
)

SOME = "aantal"
HOW = (
    ("alles", _("Alles is nodig")),
    ("een", _("1 is genoeg")),
    (SOME, _("Een aantal is genoeg")),
    ("eerst", _("De eerste keer het eerste, daarna het tweede")),
)


class GroupForm(RuleForm):
    """A group. For a new one: which criteria come in it; an existing one keeps what is in it."""

    makes, own = AllOf, ("how_many", "n", "members")
    how_many = choice(_("Wat is er nodig?"), HOW)
    n = number(_("Hoeveel ten minste?"), 1, 100, required=False, help_text=_("Alleen bij een aantal."))
    members = forms.MultipleChoiceField(
        label=_("Welke eisen komen in de groep?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={**CHOOSE, "required": _("Kies ten minste 1 eis.")},
        help_text=_("Kies eisen die bij elkaar staan."),
    )

    def offer(self) -> None:
        """For a new group: the criteria there are. The group comes where the first of them stands."""
        if self.at is not None:
            del self.fields["members"]
            return
        del self.fields["where"]
        found = [(each.rule.id, each.rule.title) for each in rules.placed(self.scheme)]
        self.fields["members"].choices = found  # type: ignore[attr-defined]  # a MultipleChoiceField

    def clean(self) -> dict[str, Any]:
        """Let the pure core judge the group with what is in it."""
        cleaned = forms.Form.clean(self) or self.cleaned_data
        if not self.errors:
            try:
                self.result = self.group(self._members())
            except RuleError as error:
                self.add_error("n" if cleaned["how_many"] == SOME else "how_many", str(error))
        return cleaned

    def group(self, inside: rules.Rules) -> Group:
        """The group that was filled in, around these criteria. Raises RuleError."""
        kind = GROUPS[self.cleaned_data["how_many"]]
        size: dict[str, Any] = {"n": self.cleaned_data["n"] or 0} if kind is NOf else {}
        return kind(id=self._id(), rules=inside, **self._shared(), **size)

    def _members(self) -> rules.Rules:
        if self.at is not None and isinstance(self.at.rule, Group):
            return self.at.rule.rules
        chosen = set(self.cleaned_data["members"])
        return tuple(each.rule for each in rules.placed(self.scheme) if each.rule.id in chosen)


class DomainForm(forms.Form):
    """The name of a life domain."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("Hoe heet het leefgebied?"),
        max_length=60,
        error_messages=REQUIRED,
        help_text=_("Bijvoorbeeld: Wmo, of werk en inkomen."),
    )


def group_values(group: Group, where: str) -> dict[str, Any]:
    """The group as the fields of its form."""
    how = next(name for name, kind in GROUPS.items() if kind is type(group))
    return initial_of(group, where) | {"how_many": how, "n": getattr(group, "n", None)}

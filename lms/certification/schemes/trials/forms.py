"""Change the numbers of one criterion, without making a draft."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.certification.readiness import Rule, RuleError
from lms.certification.readiness.rules import CompletedItems, Effect
from lms.certification.readiness.validity import MOST_DAYS, Validity, ValidityError
from lms.certification.schemes.drafts.rule_forms import EFFECTS, choice, number

LABELS = {
    "minimum": _("Hoeveel ten minste?"),
    "of": _("Van hoeveel?"),
    "n": _("Hoeveel delen ten minste?"),
    "minimum_sessions": _("Hoeveel keer ten minste?"),
    "window_months": _("In hoeveel maanden?"),
    "minimum_net_minutes": _("Hoeveel minuten samen?"),
    "group_min": _("Met hoeveel mensen ten minste?"),
    "group_max": _("Met hoeveel mensen ten hoogste?"),
}
LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Asked:
    """One number of a rule: its name and what it is now."""

    name: str
    value: int


class TrialForm(forms.Form):
    """The numbers and the weight of one criterion; `result` is the changed one, once the form is valid."""

    hides_optional = True
    effect = choice(_("Hoe zwaar telt het?"), EFFECTS)

    def __init__(self, *args: Any, rule: Rule, is_part: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rule, self.result = rule, rule
        self.fields["effect"].initial = rule.effect.value
        if is_part:  # only the weight of the whole group counts
            del self.fields["effect"]
        for each in numbers_of(rule):
            self.fields[each.name] = number(LABELS[each.name], 0, 100_000, initial=each.value)
        if rule.validity is not None:
            label = _("Hoe lang telt het? (dagen, maanden of jaren, zoals nu)")
            self.fields[LENGTH] = number(label, 0, MOST_DAYS, initial=rule.validity.length)

    def clean(self) -> dict[str, Any]:
        """Let the pure core judge the changed criterion."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        names = [each.name for each in numbers_of(self.rule)]
        changes: dict[str, Any] = {name: cleaned[name] for name in names}
        if "effect" in cleaned:
            changes["effect"] = Effect(cleaned["effect"])
        try:
            self.result = replace(self.rule, validity=self._validity(), **changes)
        except ValidityError as error:
            self.add_error(LENGTH, str(error))
        except RuleError as error:
            self.add_error(names[0] if names else None, str(error))
        return cleaned

    def _validity(self) -> Validity | None:
        validity = self.rule.validity
        return replace(validity, length=self.cleaned_data[LENGTH]) if validity else None


def numbers_of(rule: Rule) -> Iterator[Asked]:
    """The numbers of a rule that one can try."""
    if isinstance(rule, CompletedItems):
        yield Asked("minimum", rule.needed)
        return
    for each in fields(rule):
        if each.name in LABELS:
            yield Asked(each.name, getattr(rule, each.name))

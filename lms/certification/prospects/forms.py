"""Input of a what-if question: a GET form, so that the address can be shared and nothing is saved."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from lms.certification.prospects.rules import Chance, Happening, happening
from lms.certification.prospects.selectors import Prospect
from lms.courses.public import DayField


class ProspectForm(forms.Form):
    """What happens in the question: planned things to tick, and a day for everything that is still open."""

    hides_optional = True

    def __init__(self, *args: Any, prospect: Prospect, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prospect = prospect
        if prospect.planned:
            self.fields["komt"] = forms.MultipleChoiceField(
                label=_("Waar ga je heen?"),
                choices=[(key, _with_day(each)) for key, each in prospect.planned.items()],
                required=False,
                widget=forms.CheckboxSelectMultiple,
                error_messages={"invalid_choice": _("Deze afspraak is er niet meer. Kies opnieuw.")},
            )
        for chance in prospect.chances:
            self.fields[chance.name] = DayField(label=chance.words, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse days that have been, and a question about nothing."""
        cleaned = super().clean() or self.cleaned_data
        today = self.prospect.context.as_of
        for name, value in list(cleaned.items()):
            if isinstance(value, date) and value < today:
                self.add_error(name, _("Kies vandaag of een dag die nog komt."))
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("Kies ten minste 1 ding dat gebeurt."))
        return cleaned

    def happenings(self) -> list[Happening]:
        """What happens, in order of day; the form must be valid."""
        return sorted(self._happenings(), key=lambda each: each.day)

    def needed(self) -> list[Any]:
        """The days of what stands in the way, for the template."""
        return [self[each.name] for each in self._chances(is_needed=True)]

    def other(self) -> list[Any]:
        """The days of everything else."""
        return [self[each.name] for each in self._chances(is_needed=False)]

    def is_other_used(self) -> bool:
        """Whether anything was filled in there."""
        return any(field.data for field in self.other())

    def _chances(self, *, is_needed: bool) -> list[Chance]:
        return [each for each in self.prospect.chances if each.is_needed is is_needed]

    def _happenings(self) -> Iterator[Happening]:
        for key in self.cleaned_data.get("komt", ()):
            yield self.prospect.planned[key]
        for chance in self.prospect.chances:
            day = self.cleaned_data.get(chance.name)
            if day:
                yield happening(chance, day, self.prospect.context)


def _with_day(each: Happening) -> str:
    return f"{date_format(each.day, 'j F Y')} – {each.words}"

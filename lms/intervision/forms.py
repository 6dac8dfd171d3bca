"""Parse what coordinators and facilitators type about intervision. There is no field for a story."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.courses.public import DayField, PeriodForm
from lms.intervision.models import IntervisionSession, Method
from lms.intervision.rules import Problem

FILL_IN = {"required": _("Vul dit in.")}
CHOOSE = {"required": _("Kies iets uit de lijst."), "invalid_choice": _("Kies iets uit de lijst.")}
WORDS: dict[Problem, Any] = {
    Problem.NOT_STARTED: _("Deze intervisie is nog niet begonnen. Vul het verslag later in."),
    Problem.MORE_MINUTES_THAN_TIME: _("Zoveel minuten duurde de intervisie niet. Kijk ook de tijden na."),
    Problem.STRANGER: _("Deze persoon hoort niet bij deze groep."),
    Problem.RECORD_KNOWN: _("Het verslag is al bewaard. Daarom kan dit niet meer."),
    Problem.NOT_A_FACILITATOR: _("Deze persoon is geen begeleider."),
}


class GroupForm(forms.Form):
    """A group: its name and who leads it."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Naam van de groep"), max_length=120, error_messages=FILL_IN)
    facilitator = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Begeleider"),
        to_field_name="uuid",
        required=False,
        empty_label=_("Nog niemand"),
        error_messages=CHOOSE,
        help_text=_("Liefst iemand die niet beslist of mensen inzetbaar zijn."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        facilitators = User.objects.with_role(Role.FACILITATOR).order_by("name")
        cast(forms.ModelChoiceField, self.fields["facilitator"]).queryset = facilitators


class MembersForm(forms.Form):
    """Choose members, and the day from which they belong to the group."""

    since = DayField(label=_("Vanaf welke dag?"))
    people = forms.ModelMultipleChoiceField(
        User.objects.none(),
        label=_("Vrijwilligers"),
        to_field_name="uuid",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één persoon.")},
    )

    def __init__(self, *args: Any, choices: QuerySet[User], **options: Any) -> None:
        super().__init__(*args, **options)
        cast(forms.ModelChoiceField, self.fields["people"]).queryset = choices.order_by("name")


class SessionForm(PeriodForm):
    """When, where and how a session is; what people bring in is never asked."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    mode = forms.ChoiceField(
        label=_("Hoe komen jullie samen?"),
        choices=IntervisionSession.Mode.choices,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    place = forms.CharField(label=_("Plaats"), max_length=200, required=False)
    method = forms.ModelChoiceField(
        Method.objects.all(),
        label=_("Methode"),
        to_field_name="uid",
        required=False,
        empty_label=_("Dat kiezen we later"),
        error_messages=CHOOSE,
    )


class RecordForm(forms.Form):
    """The minutes without breaks, and who was there. No room for words, on purpose (domain.md §4.2)."""

    ANSWERS = (("yes", _("was er")), ("no", _("was er niet")))

    net_minutes = forms.IntegerField(
        label=_("Hoeveel minuten, zonder pauze?"),
        min_value=1,
        max_value=720,
        error_messages={
            "required": _("Vul de minuten in."),
            "invalid": _("Vul een getal in."),
            "min_value": _("Vul een getal in van 1 of hoger."),
            "max_value": _("Vul een lager getal in."),
        },
    )

    def __init__(self, *args: Any, people: Iterable[User], known: Mapping[int, bool], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {f"person-{person.uuid}": person for person in people}
        initial = {True: "yes", False: "no"}
        for name, person in self.people.items():
            self.fields[name] = forms.ChoiceField(
                label=person.name,
                choices=self.ANSWERS,
                required=False,
                initial=initial.get(known[person.pk]) if person.pk in known else "",
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": _("Kies een van de twee antwoorden.")},
            )

    def clean(self) -> dict[str, Any]:
        """Ask for at least one answer."""
        cleaned = super().clean() or self.cleaned_data
        if self.people and not self.errors and not any(cleaned.get(name) for name in self.people):
            raise forms.ValidationError(_("Kies bij minstens één persoon een antwoord."))
        return cleaned

    def presence_fields(self) -> list[forms.BoundField]:
        """Return the questions per person."""
        return [self[name] for name in self.people]

    def presences(self) -> dict[uuid.UUID, bool]:
        """Return the answers by the uuid of the person; open ones are left out."""
        return {
            person.uuid: self.cleaned_data[name] == "yes"
            for name, person in self.people.items()
            if self.cleaned_data.get(name)
        }

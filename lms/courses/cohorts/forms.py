"""Parse what trainers and coordinators type about group training."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.courses.cohorts.models import Attendance, Cohort
from lms.courses.cohorts.period_forms import DayField, PeriodForm
from lms.courses.cohorts.rules import Problem, doubles
from lms.courses.pages.models import CoursePage

WORDS: dict[Problem, Any] = {
    Problem.NUMBER_TAKEN: _("Dit nummer is er al. Kies een ander nummer."),
    Problem.NOT_STARTED: _("Deze bijeenkomst is nog niet begonnen. Vul de aanwezigheid later in."),
    Problem.STRANGER: _("Deze persoon hoort niet bij deze bijeenkomst."),
    Problem.ATTENDANCE_KNOWN: _("De aanwezigheid staat al opgeschreven. Daarom kan dit niet meer."),
    Problem.SERIES_FIXED: _("Er staat al aanwezigheid opgeschreven. De reeks staat nu vast."),
}
FILL_IN = {"required": _("Vul dit in.")}
CHOOSE = {"required": _("Kies iets uit de lijst."), "invalid_choice": _("Kies iets uit de lijst.")}
NUMBER = {
    "required": _("Vul een getal in."),
    "invalid": _("Vul een getal in."),
    "min_value": _("Vul een getal in van 1 of hoger."),
    "max_value": _("Vul een lager getal in."),
}


class MeetingRowForm(PeriodForm):
    """One row of a plan: the least one has to know about a meeting."""

    number = forms.IntegerField(label=_("Nummer"), min_value=1, max_value=99, error_messages=NUMBER)
    title = forms.CharField(label=_("Onderwerp"), max_length=120, error_messages=FILL_IN)
    place = forms.CharField(label=_("Plaats"), max_length=200, required=False)

    field_order = ["number", "title", "held_on", "begins", "ends", "place"]


class PlanRowForm(MeetingRowForm):
    """A row of a plan that knows what stood there at first: a row that was not touched does not count."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("number", "title"):
            self.fields[name].show_hidden_initial = True


class MeetingForm(MeetingRowForm):
    """Everything about one meeting."""

    bring = forms.CharField(label=_("Wat neem je mee?"), max_length=300, required=False)
    programme = forms.CharField(
        label=_("Programma"),
        max_length=4000,
        required=False,
        widget=forms.Textarea,
        help_text=_("Een regel per deel, met de tijd. Zet de pauzes er ook in."),
    )


class PlanFormSet(forms.BaseFormSet):
    """Several meetings at once; a row that was not touched does not count."""

    def __init__(self, *args: Any, taken: Iterable[int] = (), **options: Any) -> None:
        self.taken = set(taken)
        super().__init__(*args, **options)

    def initial_form_count(self) -> int:
        """Return 0: the first values are a proposal, so that each row may stay empty."""
        return 0

    def clean(self) -> None:
        """Refuse an empty plan, and numbers that are there twice."""
        if any(form.errors for form in self.forms):
            return
        rows = self.rows()
        if not rows:
            raise forms.ValidationError(_("Vul minstens één bijeenkomst in."))
        wrong = self.taken | doubles(row["number"] for row in rows)
        for form in self.forms:
            if form.has_changed() and form.cleaned_data.get("number") in wrong:
                form.add_error("number", WORDS[Problem.NUMBER_TAKEN])

    def rows(self) -> list[dict[str, Any]]:
        """Return what was typed in the rows that were touched."""
        return [form.cleaned_data for form in self.forms if form.has_changed()]


class CohortForm(forms.Form):
    """An edition: its name, course, trainer, first day and series."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(
        label=_("Naam"), max_length=120, help_text=_("Bijvoorbeeld: Najaar 2026."), error_messages=FILL_IN
    )
    course = forms.ModelChoiceField(
        CoursePage.objects.none(),
        label=_("Cursus"),
        to_field_name="uid",
        empty_label=None,
        error_messages=CHOOSE,
    )
    trainer = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Trainer"),
        to_field_name="uuid",
        required=False,
        empty_label=_("Nog niemand"),
        error_messages=CHOOSE,
    )
    starts_on = DayField(label=_("Begint op"))
    series = forms.SlugField(
        label=_("Reeks"),
        max_length=50,
        help_text=_("De naam die de regeling telt. Meestal: basistraining."),
        error_messages=FILL_IN | {"invalid": _("Gebruik alleen letters, cijfers en streepjes.")},
    )

    def __init__(self, *args: Any, cohort: Cohort | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        cast(forms.ModelChoiceField, self.fields["course"]).queryset = CoursePage.objects.live().order_by(
            "title"
        )
        cast(forms.ModelChoiceField, self.fields["trainer"]).queryset = User.objects.with_role(
            Role.TRAINER
        ).order_by("name")
        if cohort is not None:
            del self.fields["course"]


class MembersForm(forms.Form):
    """Choose volunteers."""

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


class AttendanceForm(forms.Form):
    """Who was there: one question per person; a question without an answer stays open."""

    def __init__(self, *args: Any, people: Iterable[User], known: Mapping[User, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {f"person-{person.uuid}": person for person in people}
        for name, person in self.people.items():
            self.fields[name] = forms.ChoiceField(
                label=person.name,
                choices=Attendance.Presence.choices,
                required=False,
                initial=known.get(person, ""),
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": _("Kies een van de drie antwoorden.")},
            )

    def clean(self) -> dict[str, Any]:
        """Ask for at least one answer."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("Kies bij minstens één persoon een antwoord."))
        return cleaned

    def presences(self) -> dict[Any, str]:
        """Return the answers by the uuid of the person; open ones are left out."""
        return {
            person.uuid: self.cleaned_data[name]
            for name, person in self.people.items()
            if self.cleaned_data.get(name)
        }

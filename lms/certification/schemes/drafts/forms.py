"""Input to begin a draft, and to say when it is to hold."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lms.certification.models import SchemeDraft, Transition
from lms.certification.readiness import RuleError, Scheme, SchemeFormatError, scheme_from_json
from lms.certification.readiness.storable import require_storable
from lms.certification.schemes.drafts.rule_forms import CHOOSE, REQUIRED, choice
from lms.courses.public import DayField

LARGEST_KB = 512
UPLOAD = "upload"
TOO_LARGE = format_lazy(_("Dit bestand is te groot. Het mag {size} kB zijn."), size=LARGEST_KB)
NOT_TEXT = _("Dit bestand is geen leesbare tekst. Kies een regeling die je hier hebt opgeslagen.")


class BeginForm(forms.Form):
    """Where a draft begins: with what holds now, with an example, or with a file."""

    draft = forms.UUIDField(widget=forms.HiddenInput)
    source = choice(_("Waarmee wil je beginnen?"), ())
    course = forms.ChoiceField(
        label=_("Over welke cursus gaat het voorbeeld?"), required=False, error_messages=CHOOSE
    )
    file = forms.FileField(
        label=_("Bestand met een regeling"),
        required=False,
        help_text=format_lazy(_("Alleen bij een bestand. Ten hoogste {size} kB."), size=LARGEST_KB),
        error_messages={"empty": _("Dit bestand is leeg. Kies een ander bestand.")},
    )

    def __init__(
        self,
        *args: Any,
        sources: Iterable[tuple[str, str]],
        courses: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offered, known = [*sources, (UPLOAD, _("Een bestand"))], list(courses)
        self.fields["source"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["course"].choices = known  # type: ignore[attr-defined]  # a ChoiceField
        if len(known) < 2:
            del self.fields["course"]
        self.uploaded: Scheme | None = None

    def clean(self) -> dict[str, Any]:
        """Read the file when that was chosen; whatever comes, the answer is a sentence and a place."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("source") == UPLOAD and "file" not in self.errors:
            file = cleaned.get("file")
            if file is None:
                self.add_error("file", _("Kies een bestand."))
            else:
                self._read(file)
        return cleaned

    def _read(self, file: UploadedFile) -> None:
        if (file.size or 0) > LARGEST_KB * 1024:
            self.add_error(
                "file", format_lazy(_("Dit bestand is te groot. Het mag {size} kB zijn."), size=LARGEST_KB)
            )
            return
        try:
            self.uploaded = require_storable(scheme_from_json(file.read().decode("utf-8-sig")))
        except UnicodeDecodeError:
            self.add_error("file", NOT_TEXT)
        except SchemeFormatError as error:
            place = error.place[:200]
            self.add_error(
                "file", format_lazy(_("Op deze plek: {place}. {problem}"), place=place, problem=error.problem)
            )
        except RuleError as error:
            self.add_error("file", str(error))


class PlanForm(forms.Form):
    """When a draft is to hold, for whom, and what changes in a few words."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    effective_on = DayField(label=_("Vanaf welke dag geldt dit?"), help_text=_("Vandaag of later."))
    transition = choice(_("Voor wie geldt het?"), Transition.choices)
    transition_until = DayField(
        label=_("Tot en met welke dag houden de anderen de oude regels?"),
        required=False,
        help_text=_("Alleen nodig bij: de anderen na een datum."),
    )
    summary = forms.CharField(
        label=_("Wat verandert er, en waarom?"),
        help_text=_("In een paar zinnen. Collega's lezen dit later terug."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=REQUIRED,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_effective_on(self) -> date:
        """Refuse a day that has been: late rules never rewrite the past."""
        day: date = self.cleaned_data["effective_on"]
        if day < self.today:
            raise forms.ValidationError(_("Deze dag is al geweest. Kies vandaag of een dag die nog komt."))
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for the last day of the old rules only where it means something."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("transition") != Transition.UNTIL:
            return cleaned | {"transition_until": None}
        until, start = cleaned.get("transition_until"), cleaned.get("effective_on")
        if until is None and "transition_until" not in self.errors:
            self.add_error("transition_until", _("Kies een dag."))
        elif until and start and until < start:
            self.add_error("transition_until", _("Kies een dag op of na de eerste dag."))
        return cleaned


class TextForm(forms.Form):
    """The name of the scheme."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Hoe heet de regeling?"), max_length=120, error_messages=REQUIRED)


class StepForm(forms.Form):
    """One small step with a button: which step, on which revision."""

    revision = forms.IntegerField()
    step = forms.RegexField(r"^(up|down|remove|open|drop):[a-z][a-z0-9_]*$")


class RevisionForm(forms.Form):
    """Only which revision somebody saw."""

    revision = forms.IntegerField()


def plan_values(draft: SchemeDraft, today: date) -> dict[str, Any]:
    """The plan of a draft as the fields of its form."""
    return {
        "revision": draft.revision,
        "effective_on": draft.effective_on or today,
        "transition": draft.transition,
        "transition_until": draft.transition_until,
        "summary": draft.summary,
    }

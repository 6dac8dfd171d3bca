"""Input about certificates."""

import unicodedata
import uuid
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.certification.certificates.rules import LONGEST_WORDS, OTHER, REVOKE_REASONS, unprintable
from lms.certification.certificates.selectors import EditionRow, Order
from lms.certification.rules import HOURS, PARTICIPATION
from lms.courses.models import Cohort
from lms.courses.public import DayField
from lms.municipality.public import plainly_spaced, printable_signs

MOST_LINES = 12
BROKEN = _("Dit lukte niet. Laad de pagina opnieuw.")


class CodeForm(forms.Form):
    """The code from the paper."""

    code = forms.CharField(
        label=_("Code op het papier"),
        help_text=_("De code heeft 12 tekens, in drie groepjes."),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={
            "required": _("Vul de code in die op het papier staat."),
            "max_length": _("Deze code is te lang. Kijk de code op het papier na."),
        },
    )


class WordsForm(forms.Form):
    """A volunteer's own words for the next certificate."""

    text = forms.CharField(
        label=_("Wat heb ik geleerd?"),
        help_text=_("Schrijf geen namen van inwoners op. Je mag dit ook leeg laten."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": LONGEST_WORDS}),
    )

    def clean_text(self) -> str:
        """Refuse what does not fit on the paper, or what its letters cannot show."""
        typed = plainly_spaced(unicodedata.normalize("NFC", self.cleaned_data["text"])).strip()
        if len(typed) > LONGEST_WORDS:
            raise forms.ValidationError(
                _("Dit is te lang: %(count)s tekens. Er passen er 500 op het papier."),
                params={"count": len(typed)},
            )
        if typed.count("\n") >= MOST_LINES:
            raise forms.ValidationError(_("Dit zijn te veel regels. Gebruik er niet meer dan 12."))
        if strange := unprintable(typed, printable_signs()):
            raise forms.ValidationError(
                _("Deze tekens kunnen niet op papier: %(signs)s. Haal ze weg."),
                params={"signs": " ".join(strange)},
            )
        return typed


class OrderForm(forms.Form):
    """Which certificate: of one edition, or hours in a period. It comes from the address of the page."""

    what = forms.ChoiceField(
        label=_("Welk bewijs wil je maken?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een bewijs."),
            "invalid_choice": _("Kies een bewijs dat in de lijst staat."),
        },
    )
    starts_on = DayField(
        label=_("Uren vanaf"), help_text=_("Alleen voor een bewijs van uren."), required=False
    )
    ends_on = DayField(label=_("Uren tot en met"), required=False)

    def __init__(self, *args: Any, editions: Iterable[Cohort], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.editions = {str(cohort.uuid): cohort for cohort in editions}
        words = _("Bewijs van deelname: %(edition)s")
        choices = [(key, words % {"edition": cohort.title}) for key, cohort in self.editions.items()]
        what = cast(forms.ChoiceField, self.fields["what"])
        what.choices = [*choices, (HOURS, _("Bewijs van uren"))]

    def clean(self) -> dict[str, Any]:
        """Ask for a period where hours are counted."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("what") != HOURS:
            return cleaned
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        for name in ("starts_on", "ends_on"):
            if cleaned.get(name) is None and name not in self.errors:
                self.add_error(name, _("Vul een datum in."))
        if first and last and last < first:
            self.add_error("ends_on", _("Kies een dag die later is dan de eerste dag."))
        return cleaned

    def order(self) -> Order:
        """What is asked for."""
        chosen = self.cleaned_data["what"]
        if chosen == HOURS:
            first, last = self.cleaned_data["starts_on"], self.cleaned_data["ends_on"]
            return Order(kind=HOURS, starts_on=first, ends_on=last)
        return Order(kind=PARTICIPATION, cohort=self.editions[chosen])


class SubmissionForm(forms.Form):
    """One button."""

    submission = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": BROKEN, "invalid": BROKEN}
    )


class RevokeForm(forms.Form):
    """Why a certificate is taken back. The volunteer reads it."""

    reason_code = forms.ChoiceField(
        label=_("Waarom trek je dit bewijs in?"),
        choices=tuple(REVOKE_REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een reden."),
            "invalid_choice": _("Kies een reden uit de lijst."),
        },
    )
    reason = forms.CharField(
        label=_("Wat wil je erbij zeggen?"),
        help_text=_("De vrijwilliger leest dit."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("Dit is te lang. Gebruik minder dan 500 tekens.")},
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words where the list does not say enough."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("reason_code") == OTHER and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Schrijf op wat de reden is."))
        return cleaned


class ChooseForm(SubmissionForm):
    """For whom of an edition certificates are made; `rows` are the people who may be chosen."""

    chosen = forms.MultipleChoiceField(
        label=_("Voor wie maak je een bewijs?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Kies ten minste één persoon."),
            "invalid_choice": _("Kies mensen die in de lijst staan."),
        },
    )

    def __init__(self, *args: Any, rows: Iterable[EditionRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(row.person.uuid): row.person for row in rows}
        choices = [(str(row.person.uuid), _words(row)) for row in rows]
        cast(forms.ChoiceField, self.fields["chosen"]).choices = choices
        self.fields["chosen"].initial = [str(row.person.uuid) for row in rows if row.proof is None]

    def people(self) -> list[User]:
        """The people who were chosen."""
        return [self._people[key] for key in self.cleaned_data["chosen"]]


def _words(row: EditionRow) -> str:
    words = gettext("%(name)s: bij %(have)s van de %(need)s bijeenkomsten") % {
        "name": row.person.name,
        "have": row.have,
        "need": row.need,
    }
    return words if row.proof is None else gettext("%(words)s, heeft al een bewijs") % {"words": words}


def new_submission() -> dict[str, uuid.UUID]:
    """The hidden answer of a page that was just opened."""
    return {"submission": uuid.uuid4()}

"""Forms of inviting: one person, or a list."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.accounts.invitations.rules import MAX_BYTES, MAX_ROWS, Row, clean, rows_of, text_of
from lms.accounts.invitations.selectors import WORDS, checked_rows

EMAIL_INPUT = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}


class InvitationForm(forms.Form):
    """Ask the name and address of one person. Not the organisation: that needs the person's own consent."""

    name = forms.CharField(label=_("Naam"), max_length=120, error_messages={"required": _("Vul de naam in.")})
    email = forms.EmailField(
        label=_("E-mailadres"),
        widget=forms.EmailInput(attrs=EMAIL_INPUT),
        error_messages={
            "required": _("Vul het e-mailadres in."),
            "invalid": _("Dit is nog geen heel e-mailadres. Er hoort een @ in, en een punt."),
        },
    )

    def clean(self) -> dict[str, Any]:
        """Judge the person as a list of one row."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            row = checked_rows([Row(1, clean(cleaned["name"]), cleaned["email"].lower())])[0]
            if row.problem:
                field = "name" if "name" in row.problem else "email"
                self.add_error(field, WORDS[row.problem])
            cleaned["rows"] = [row]
        return cleaned


class InvitationListForm(forms.Form):
    """Ask a list: pasted, or as a file."""

    text = forms.CharField(
        label=_("Plak hier je lijst"),
        help_text=_("Eén persoon per regel: naam; e-mailadres"),
        required=False,
        max_length=MAX_BYTES,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        error_messages={"max_length": _("Deze lijst is te lang. Hooguit 500 mensen tegelijk.")},
    )
    file = forms.FileField(
        label=_("Of kies een bestand"),
        help_text=_("Een CSV-bestand van hooguit 200 kB. Excel kan dat bewaren."),
        required=False,
        allow_empty_file=True,
    )

    def clean_file(self) -> Any:
        """Refuse a file that is too big; nothing of it is read then."""
        file = self.cleaned_data["file"]
        if file and file.size > MAX_BYTES:
            raise forms.ValidationError(_("Dit bestand is te groot. Hooguit 200 kB."))
        return file

    def clean(self) -> dict[str, Any]:
        """Read the rows of the file, or else of the text."""
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        file = cleaned.get("file")
        rows = rows_of(text_of(file.read()) if file else cleaned.get("text", ""))
        if not rows:
            raise forms.ValidationError(_("Er staat nog niemand in deze lijst."))
        if len(rows) > MAX_ROWS:
            raise forms.ValidationError(_("Deze lijst is te lang. Hooguit 500 mensen tegelijk."))
        cleaned["rows"] = rows
        return cleaned

"""What a trainer fills in to make drafts of a Word document."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class UploadForm(forms.Form):
    """The document."""

    document = forms.FileField(
        label=_("Word-bestand"),
        help_text=_("Een bestand van soort docx, tot 20 MB. Elke ‘Kop 1’ wordt een les."),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={
            "required": _("Kies eerst een Word-bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        },
    )


class ModuleForm(forms.Form):
    """In which module the drafts come."""

    module = forms.TypedChoiceField(
        label=_("In welke module?"),
        coerce=int,
        error_messages={
            "required": _("Kies eerst een module."),
            "invalid_choice": _("Deze module is er niet. Kies een andere."),
        },
    )

    def __init__(self, *args: Any, modules: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].choices = [("", _("Kies een module")), *modules]  # type: ignore[attr-defined]  # it is a choice field

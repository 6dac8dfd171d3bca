"""What a trainer fills in to begin a course."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _


class NewCourseForm(forms.Form):
    """The name of a course that begins as the example."""

    title = forms.CharField(
        label=_("Hoe heet je cursus?"),
        max_length=120,
        help_text=_("Je kunt de naam later veranderen."),
        error_messages={"required": _("Geef je cursus eerst een naam.")},
    )
    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

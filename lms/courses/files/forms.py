"""The check on a document that a trainer puts on the site, whichever page of the admin it comes through."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from lms.courses.files.rules import is_what_it_says


class DocumentForm(BaseDocumentForm):
    """Wagtail's form; a new file must be inside what its name says outside (ASVS 5.0, 5.2.2)."""

    def clean_file(self) -> Any:
        """Refuse a file whose content is something else than its name says, such as a page named .pdf."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile) and not is_what_it_says(file.name or "", file):
            raise forms.ValidationError(
                _("Dit bestand is iets anders dan de naam zegt. Kies een pdf, docx of odt.")
            )
        return file

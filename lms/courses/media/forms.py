"""The checks on what a trainer puts on the site: by bytes and by size, whichever door it comes through."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.images.forms import BaseImageForm

from lms.courses.files.rules import CAPTIONS, is_what_it_says, sense_of
from lms.courses.media.fields import PictureField
from lms.courses.media.models import Recording
from lms.courses.media.rules import size_in_words
from lms.courses.media.services import remove_files


class PictureForm(BaseImageForm):
    """Wagtail's form, with a field that judges the file by its bytes (ASVS 5.0, 5.2.2)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            was = self.fields["file"]
            self.fields["file"] = PictureField(label=was.label, required=was.required, widget=was.widget)


class RecordingForm(WagtailAdminModelForm):
    """A recording. Whether it is film or sound follows from the file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = {name: getattr(self.instance, name).name for name in ("file", "captions")}

    def clean_file(self) -> Any:
        """Refuse what is no recording, or too big; remember what kind it is."""
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        sense = sense_of(file.name or "", file)
        if not sense:
            raise forms.ValidationError(
                _("Dit is geen film of geluid dat we kennen. Kies mp4, webm, mp3, m4a, ogg of wav.")
            )
        most = settings.LARGEST_FILM if sense == "video" else settings.LARGEST_SOUND
        if (file.size or 0) > most:
            raise forms.ValidationError(
                _("Dit bestand is te groot. Het mag %(most)s zijn."), params={"most": size_in_words(most)}
            )
        self.instance.kind = sense
        return file

    def clean_captions(self) -> Any:
        """Refuse what are no captions."""
        file = self.cleaned_data["captions"]
        if isinstance(file, UploadedFile) and not is_what_it_says(file.name or "", file, CAPTIONS):
            raise forms.ValidationError(
                _("Dit zijn geen ondertitels die we kunnen lezen. Kies een bestand van soort vtt.")
            )
        return file

    def save(self, commit: bool = True) -> Recording:
        """Save; a file that was replaced goes away once that is certain."""
        made: Recording = super().save(commit)
        now = {made.file.name, made.captions.name}
        gone = [name for name in self.before.values() if name and name not in now]
        transaction.on_commit(lambda: remove_files(*gone))
        return made

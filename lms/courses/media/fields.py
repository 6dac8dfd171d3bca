"""A picture that somebody hands over, judged before it is kept."""

import struct
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField

from lms.courses.files.rules import PICTURES, is_what_it_says

NO_PICTURE = _("Dit is geen afbeelding die we kennen. Kies jpg, png, webp of gif.")
# What the reader of pictures raises for bytes that begin as a picture and go on as something else.
BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error)


class PictureField(WagtailImageField):
    """Wagtail's field, that also draws the whole picture once: what cannot be drawn is refused."""

    def to_python(self, data: Any) -> Any:
        """Return the file; raise ValidationError when it is no picture, or not what its name says."""
        if not data:
            return super().to_python(data)
        if not is_what_it_says(data.name or "", data, PICTURES):
            raise ValidationError(NO_PICTURE)
        try:
            file = super().to_python(data)
            file.seek(0)
            with Image.open(file) as picture:
                picture.load()
        except BROKEN as error:
            raise ValidationError(NO_PICTURE) from error
        file.seek(0)
        return file

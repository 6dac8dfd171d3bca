"""What one sees, hears or takes along. A block keeps the uid of the medium (docs/decisions/0016)."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lms.courses.media.choosers import DocumentChooser, PictureChooser, RecordingChooser
from lms.courses.pages.blocks.checked import CheckedBlock, Complaints
from lms.courses.pages.blocks.features import WATCHING


class ImageBlock(CheckedBlock):
    picture = PictureChooser(label=_("Afbeelding"))
    alt = blocks.CharBlock(
        required=False,
        max_length=300,
        label=_("Wat is er te zien?"),
        help_text=_("Voor wie de afbeelding niet ziet. Schrijf wat je ziet, in één zin."),
    )
    decorative = blocks.BooleanBlock(
        required=False,
        label=_("Alleen voor de sier"),
        help_text=_("Kies dit als de afbeelding niets vertelt. Een voorleesprogramma slaat haar dan over."),
    )
    caption = blocks.CharBlock(
        required=False,
        max_length=300,
        label=_("Onderschrift"),
        help_text=_("Dit leest iedereen onder de afbeelding. Mag leeg blijven."),
    )

    class Meta:
        label = _("Afbeelding")
        icon = "image"
        group = WATCHING
        template = "blocks/image.html"
        label_format = "{alt}"
        description = _("Een foto of tekening, met woorden voor wie haar niet ziet.")
        preview_value = {
            "picture": None,
            "alt": "Twee mensen praten aan een keukentafel.",
            "decorative": False,
            "caption": "Het eerste gesprek is vaak gewoon thuis.",
        }

    def complaints(self, value: Any) -> Complaints:
        """Ask for words, unless the picture says nothing."""
        if value["alt"] or value["decorative"]:
            return {}
        return {"alt": _("Schrijf wat er te zien is, of kies: alleen voor de sier.")}

    def clean(self, value: Any) -> Any:
        """Leave out words that nobody would get to hear."""
        cleaned = super().clean(value)
        if cleaned["decorative"]:
            cleaned["alt"] = ""
        return cleaned


class VideoBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=200, label=_("Titel"))
    recording = RecordingChooser(
        "video",
        label=_("Film"),
        help_text=_("Ondertitels, uitgeschreven tekst en beeld vooraf staan bij de opname zelf."),
    )

    class Meta:
        label = _("Film")
        icon = "media"
        group = WATCHING
        template = "blocks/video.html"
        label_format = "{title}"
        description = _("Een eigen film, met ondertitels en de uitgeschreven tekst.")
        preview_value = {"title": "Het eerste gesprek", "recording": None}


class AudioBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=200, label=_("Titel"))
    recording = RecordingChooser(
        "audio", label=_("Geluid"), help_text=_("De uitgeschreven tekst staat bij de opname zelf.")
    )

    class Meta:
        label = _("Geluid")
        icon = "media"
        group = WATCHING
        template = "blocks/audio.html"
        label_format = "{title}"
        description = _("Iets om te horen, met de uitgeschreven tekst.")
        preview_value = {"title": "Een OCO vertelt", "recording": None}


class DownloadBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=200, label=_("Titel"))
    file = DocumentChooser(label=_("Document"))
    description = blocks.CharBlock(
        required=False,
        max_length=300,
        label=_("Wat staat erin?"),
        help_text=_("Zo weet iemand of downloaden helpt. Mag leeg blijven."),
    )

    class Meta:
        label = _("Om mee te nemen")
        icon = "download"
        group = WATCHING
        template = "blocks/download.html"
        label_format = "{title}"
        description = _("Een document om te bewaren of af te drukken: pdf, docx of odt.")
        preview_value = {
            "title": "Checklist voor het eerste gesprek",
            "file": None,
            "description": "Eén bladzijde met acht vragen.",
        }


class MediaBlocks(blocks.StreamBlock):
    """What one sees, hears or takes along."""

    image = ImageBlock()
    video = VideoBlock()
    audio = AudioBlock()
    download = DownloadBlock()

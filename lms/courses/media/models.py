"""Pictures, recordings and documents. Each has a uid by which courses and packages speak of it."""

import uuid
from typing import Any, ClassVar

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet


class Rights(models.Model):
    """Who made it and under which terms it may be used: needed before it can go online."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    licence = models.CharField(
        _("licentie"),
        max_length=100,
        blank=True,
        help_text=_("Zoals CC BY 4.0, of: eigen foto, met toestemming."),
    )
    credit = models.CharField(_("gemaakt door"), max_length=200, blank=True)

    class Meta:
        abstract = True


class Picture(Rights, AbstractImage):
    """A picture; Wagtail's own `description` says what it shows."""

    objects: ClassVar[models.Manager[Any]] = ImageQuerySet.as_manager()

    admin_form_fields: ClassVar[tuple[str, ...]] = (
        *("title", "file", "description", "licence", "credit"),
        *("collection", "tags"),
        *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("afbeelding")
        verbose_name_plural = _("afbeeldingen")

    def generate_rendition_file(self, *args: Any, **kwargs: Any) -> ContentFile[bytes]:
        """Return a rendition in memory: Wagtail leaves the temporary file open that it draws in."""
        with super().generate_rendition_file(*args, **kwargs) as drawn:
            drawn.seek(0)
            return ContentFile(drawn.read(), drawn.name)


class PictureRendition(AbstractRendition):
    """A picture in the size that a page asks for."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="rendition_once")
        ]


class CourseDocument(Rights, AbstractDocument):
    """A document to take along."""

    objects: ClassVar[models.Manager[Any]] = DocumentQuerySet.as_manager()

    description = models.CharField(_("wat staat erin"), max_length=200, blank=True)

    admin_form_fields: ClassVar[tuple[str, ...]] = (
        *("title", "file", "description", "licence", "credit"),
        *("collection", "tags"),
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documenten")


class Recording(Rights):
    """A film or a piece of sound of our own. Who cannot hear or see it reads the transcript."""

    class Kind(models.TextChoices):
        AUDIO = "audio", _("geluid")
        VIDEO = "video", _("film")

    title = models.CharField(_("titel"), max_length=200)
    kind = models.CharField(_("soort"), max_length=5, choices=Kind.choices)
    file = models.FileField(_("bestand"), upload_to="opnames/", max_length=200)
    captions = models.FileField(
        _("ondertitels"),
        upload_to="opnames/",
        max_length=200,
        blank=True,
        help_text=_("Een bestand van soort vtt."),
    )
    captions_uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    transcript = models.TextField(_("uitgeschreven tekst"), blank=True)
    poster = models.ForeignKey(
        Picture,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("beeld vooraf"),
    )
    description = models.CharField(_("waar gaat het over"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("opname")
        verbose_name_plural = _("opnames")

    def __str__(self) -> str:
        return self.title

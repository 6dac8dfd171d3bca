"""PDFs of lessons. They hold content only, never anything about a learner, so everybody shares one file."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class PrintedPart(models.Model):
    """The PDF of a course (the workbook), a module or a lesson, as its text is now."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wordt gemaakt")
        READY = "ready", _("klaar")
        FAILED = "failed", _("niet gelukt")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    page_uid = models.UUIDField(help_text="of the course, module or lesson")
    fingerprint = models.CharField(max_length=64, help_text="another text is another file")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    pdf = models.BinaryField(null=True)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page_uid", "fingerprint"], name="printed_once")]

    def __str__(self) -> str:
        return f"afdruk {self.uuid}"

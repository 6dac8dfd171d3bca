"""What a learner writes for oneself. Only the owner reads it, and may take it away."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class OwnText(models.Model):
    """One text in one place of a lesson. How it is kept without losing anything: docs/decisions/0015."""

    class Kind(models.TextChoices):
        REFLECTION = "reflection", _("denk even na")
        NOTE = "note", _("notitie")
        WORK = "work", _("opdracht die nog niet is ingeleverd")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    enrollment = models.ForeignKey("courses.Enrollment", on_delete=models.CASCADE, related_name="own_texts")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    lesson_uid = models.UUIDField()
    place_uid = models.UUIDField(help_text="the block, or the lesson itself for a note")
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0, help_text="goes up by one at every change")
    writers = models.JSONField(default=dict, help_text="how far each open page came: rules in 0015")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["enrollment", "kind", "place_uid"], name="own_text_once_per_place"
            )
        ]
        indexes = [models.Index(fields=["enrollment", "lesson_uid"])]

    def __str__(self) -> str:
        return f"eigen tekst {self.uuid}"

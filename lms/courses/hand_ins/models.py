"""Work that was handed in. A second time is a new row: what the trainer read stays as it was."""

import uuid

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _


def private_files() -> Storage:
    """Return the place for files that only a few people may see; never served by address."""
    return storages["private"]


class HandIn(models.Model):
    """What a learner made for an assignment, and what the trainer answered."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission = models.UUIDField(help_text="made by the page: a double send is one row")
    enrollment = models.ForeignKey("courses.Enrollment", on_delete=models.CASCADE, related_name="hand_ins")
    lesson_uid = models.UUIDField()
    exercise_uid = models.UUIDField()
    text = models.TextField(blank=True)
    handed_in_at = models.DateTimeField()
    on_paper = models.BooleanField(default=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reply = models.TextField(blank=True)
    replied_at = models.DateTimeField(null=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    read_at = models.DateTimeField(null=True, help_text="when the learner saw the reply")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["enrollment", "exercise_uid", "submission"], name="hand_in_sent_once"
            )
        ]
        indexes = [models.Index(fields=["enrollment", "exercise_uid"])]
        ordering = ["handed_in_at", "pk"]

    def __str__(self) -> str:
        return f"ingeleverd {self.uuid}"


class HandInFile(models.Model):
    """A photo of paper or a recording of somebody speaking, belonging to a text that was handed in."""

    class Kind(models.TextChoices):
        PHOTO = "photo", _("foto")
        AUDIO = "audio", _("opname")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    hand_in = models.ForeignKey(HandIn, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    file = models.FileField(storage=private_files, upload_to="ingeleverd/%Y/", max_length=200)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField(help_text="bytes")

    def __str__(self) -> str:
        return f"bestand {self.uuid}"

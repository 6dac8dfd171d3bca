"""What changed in a lesson, told to its readers; and who did again what a change asks."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class LessonChange(models.Model):
    """A lesson went online with a change that matters to who read it before. Written once."""

    class Kind(models.TextChoices):
        EDITORIAL = "editorial", _("redactie: de woorden, niet de inhoud")
        CONTENT = "content", _("inhoud: er is iets nieuws of anders")
        SAFETY = "safety", _("veiligheid: wie de les al deed, moet dit weten")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    course_uid = models.UUIDField()
    lesson_uid = models.UUIDField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    line = models.CharField(max_length=200, help_text="what readers are told")
    block_uids = models.JSONField(default=list, help_text="the blocks that are new or different")
    scenario_uid = models.UUIDField(null=True, help_text="the situation to do with a change of safety")
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["published_at", "pk"]
        indexes = [models.Index(fields=["lesson_uid", "kind"])]

    def __str__(self) -> str:
        return f"wijziging {self.uuid}"


class Refresh(models.Model):
    """That a learner did what a change of safety asks: read what changed, and one situation. Written once."""

    change = models.ForeignKey(LessonChange, on_delete=models.CASCADE, related_name="refreshes")
    enrollment = models.ForeignKey("courses.Enrollment", on_delete=models.CASCADE, related_name="refreshes")
    done_at = models.DateTimeField()
    on_paper = models.BooleanField(default=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["change", "enrollment"], name="refresh_once")]

    def __str__(self) -> str:
        return f"opfrissing {self.pk}"

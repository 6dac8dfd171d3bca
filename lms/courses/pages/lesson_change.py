"""What changed in a lesson that was online before: the history of content, which knows no learner."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class LessonChange(models.Model):
    """A lesson went online with a change that matters to who read it before. Written once."""

    class Kind(models.TextChoices):
        EDITORIAL = "editorial", _("Redactie: de woorden, niet de inhoud")
        CONTENT = "content", _("Inhoud: er is iets nieuws of anders")
        SAFETY = "safety", _("Veiligheid: wie de les al deed, moet dit weten")

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

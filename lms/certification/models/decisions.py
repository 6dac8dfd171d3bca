"""What people decided: about one person, or for several people at once."""

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.certification.models.append_only import AppendOnly, AppendOnlyQuerySet


class DecisionQuerySet(AppendOnlyQuerySet):
    """Sentences about decisions."""

    def standing(self, known_at: datetime | None = None) -> "DecisionQuerySet":
        """What stands: not taken back. With `known_at`: what stood at that moment."""
        made = self.exclude(kind=Decision.Kind.UNDO)
        if known_at is None:
            return made.filter(undone_by=None)
        return made.filter(made_at__lte=known_at).exclude(undone_by__made_at__lte=known_at)


class Decision(AppendOnly):
    """What a coordinator decided about a person: the system advises, a human confirms."""

    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("bevestigd")
        OVERRIDE = "override", _("uitzondering")
        PAUSE = "pause", _("even pauze")
        RESUME = "resume", _("pauze voorbij")
        WITHDRAW = "withdraw", _("gestopt")
        UNDO = "undo", _("besluit teruggenomen")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission = models.UUIDField(unique=True, help_text="made by the page: a double send is one row")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason_code = models.CharField(max_length=40, blank=True)
    reason = models.TextField(max_length=2000, blank=True)
    until = models.DateField(null=True)
    domains = models.JSONField(default=list, help_text="an exception for these life domains; empty: all")
    second = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    batch = models.UUIDField(null=True, db_index=True, help_text="decisions that were made in one go")
    # RESTRICT, not PROTECT: erasing a person takes a decision and its undoing away together.
    undoes = models.OneToOneField("self", on_delete=models.RESTRICT, null=True, related_name="undone_by")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Any]] = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        return f"besluit {self.uuid}"


class OverrideRequest(models.Model):
    """An exception that waits for a second person. It does nothing until that person agrees."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission = models.UUIDField(unique=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="override_requests"
    )
    reason_code = models.CharField(max_length=40)
    reason = models.TextField(max_length=2000)
    until = models.DateField()
    domains = models.JSONField(default=list)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decision = models.OneToOneField(
        Decision, on_delete=models.RESTRICT, null=True, related_name="request", help_text="empty: not agreed"
    )

    class Meta:
        ordering = ["asked_at", "id"]

    def __str__(self) -> str:
        return f"verzoek {self.uuid}"


class Extension(AppendOnly):
    """One decision that extends a criterion for a list of people; each of them has a line of evidence."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission = models.UUIDField(unique=True)
    rule_id = models.CharField(max_length=64)
    criterion = models.CharField(max_length=200, help_text="the title of the criterion at that time")
    reason_code = models.CharField(max_length=40)
    reason = models.TextField(max_length=2000)
    until = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Any]] = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        return f"verlenging {self.uuid}"


class Reminder(models.Model):
    """That a person was told once that something ends; a new period has another end, so a new reminder."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    rule_id = models.CharField(max_length=64)
    ends_on = models.DateField()
    step = models.PositiveSmallIntegerField(help_text="which of the reminders before this end")
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "rule_id", "ends_on", "step"], name="reminder_once")
        ]

    def __str__(self) -> str:
        return f"herinnering {self.pk}"

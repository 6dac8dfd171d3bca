"""Group training: editions (lichtingen), their meetings, and who was there."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Cohort(models.Model):
    """One edition of a training; its meetings form a series that readiness can count."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("naam"), max_length=120)
    course = models.ForeignKey("courses.CoursePage", on_delete=models.PROTECT, related_name="cohorts")
    series = models.SlugField(
        _("reeks"), default="basistraining", help_text=_("De naam die de regeling telt.")
    )
    trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    starts_on = models.DateField(_("begint op"))

    class Meta:
        verbose_name = _("lichting")
        ordering = ["-starts_on", "title"]

    def __str__(self) -> str:
        return self.title


class CohortMember(models.Model):
    """A learner takes part in an edition."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="cohort_places")
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cohort", "user"], name="one_place_per_cohort")]

    def __str__(self) -> str:
        return f"plaats {self.pk}"


class Meeting(models.Model):
    """One day part (bijeenkomst) of an edition."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="meetings")
    number = models.PositiveSmallIntegerField(_("nummer"))
    title = models.CharField(_("onderwerp"), max_length=120)
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    place = models.CharField(_("plaats"), max_length=200, blank=True)
    programme = models.TextField(_("programma"), blank=True)
    bring = models.CharField(_("wat neem je mee"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("bijeenkomst")
        ordering = ["starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["cohort", "number"], name="meeting_number_once"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Attendance(models.Model):
    """Whether a learner was at a meeting, as the trainer or the coordinator wrote it down."""

    class Presence(models.TextChoices):
        PRESENT = "present", _("was er")
        PARTLY = "partly", _("was er een deel van de tijd")
        ABSENT = "absent", _("was er niet")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attendance")
    presence = models.CharField(_("aanwezigheid"), max_length=10, choices=Presence.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "user"], name="attendance_once")]

    def __str__(self) -> str:
        return f"aanwezigheid {self.pk}"

"""What the matching system may read: who may ask, about whom, what changed, and who looked."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ServiceAccount(models.Model):
    """A machine that may read training statuses, and nothing else."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("naam"), max_length=120, unique=True)
    created_at = models.DateTimeField()
    disabled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("koppeling")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ServiceToken(models.Model):
    """A bearer token of a service account: only its hash is kept, and it can be revoked."""

    account = models.ForeignKey(ServiceAccount, on_delete=models.CASCADE, related_name="tokens")
    prefix = models.CharField(max_length=12, help_text="the readable start, to tell tokens apart")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.prefix


class ExportConsent(models.Model):
    """A volunteer agrees that the matching system reads the training status; withdrawn at any time."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="export_consents"
    )
    text_version = models.PositiveSmallIntegerField(default=1)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(withdrawn_at=None), name="one_current_consent"
            )
        ]

    def __str__(self) -> str:
        return f"toestemming {self.pk}"


class FeedCounter(models.Model):
    """The last number of the change feed. Its row lock makes the order of numbers the order of commits."""

    name = models.CharField(max_length=40, unique=True)
    value = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class StatusChange(models.Model):
    """One line of the change feed: what the outside may know of a person from now on, or nothing at all."""

    class Kind(models.TextChoices):
        STATUS = "status", _("status")
        REMOVED = "removed", _("niet meer beschikbaar")

    sequence = models.PositiveBigIntegerField(unique=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    person_uuid = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    payload = models.JSONField(default=dict)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["sequence"]

    def __str__(self) -> str:
        return f"wijziging {self.sequence}"


class Pull(models.Model):
    """One request of the matching system, and (in PulledPerson) whom it was told about."""

    account = models.ForeignKey(ServiceAccount, on_delete=models.CASCADE, related_name="pulls")
    what = models.CharField(max_length=20)
    pulled_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"opvraging {self.pk}"


class PulledPerson(models.Model):
    """That a pull held a line about this person: the person can see it."""

    pull = models.ForeignKey(Pull, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pulled_lines"
    )

    def __str__(self) -> str:
        return f"opgevraagd {self.pk}"

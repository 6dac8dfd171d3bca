"""Proof on paper: what is on it is frozen when it is issued."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lms.certification.models.append_only import AppendOnly, AppendOnlyQuerySet


class Certificate(AppendOnly):
    """A proof of participation or of hours. Issued again, it is a new one; the first is kept."""

    class Kind(models.TextChoices):
        PARTICIPATION = "participation", _("bewijs van deelname")
        HOURS = "hours", _("bewijs van uren")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission = models.UUIDField(unique=True, help_text="made by the page: a double send is one row")
    number = models.PositiveIntegerField(unique=True, help_text="counts up; the place in the status list")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="certificates"
    )
    kind = models.CharField(max_length=14, choices=Kind.choices)
    context = models.JSONField(help_text="everything on the paper, and the ground: scheme, facts, verdict")
    cohort = models.ForeignKey("courses.Cohort", on_delete=models.SET_NULL, null=True, related_name="+")
    # RESTRICT, not PROTECT: erasing a person takes a certificate and its successor away together.
    replaces = models.OneToOneField("self", on_delete=models.RESTRICT, null=True, related_name="replaced_by")
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Any]] = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["issued_at", "id"]

    def __str__(self) -> str:
        return f"bewijs {self.number}"


class CertificateCounter(models.Model):
    """The last number that was given out: one row. Numbers of certificates that were erased stay used."""

    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"teller {self.last}"


class CertificateRevocation(AppendOnly):
    """That a certificate does not hold any more, and why."""

    certificate = models.OneToOneField(Certificate, on_delete=models.CASCADE, related_name="revocation")
    reason_code = models.CharField(max_length=40)
    reason = models.TextField(max_length=2000, blank=True)
    revoked_at = models.DateTimeField()
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Any]] = AppendOnlyQuerySet.as_manager()

    def __str__(self) -> str:
        return f"intrekking {self.pk}"


class OwnWords(models.Model):
    """What a volunteer wrote about what was learned. Private; the next certificate takes it along."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="own_words"
    )
    text = models.TextField(max_length=500, blank=True)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"eigen woorden {self.pk}"


class RenderingQuerySet(models.QuerySet["Rendering"]):
    """Sentences about PDFs."""

    def about(self, person: Any) -> "RenderingQuerySet":
        """PDFs in which this person has a certificate: the own ones, and those of a whole edition."""
        own = {str(uuid) for uuid in Certificate.objects.filter(person=person).values_list("uuid", flat=True)}
        files = self.filter(certificate=None).values_list("pk", "certificates")
        together = [pk for pk, listed in files if own.intersection(listed)]
        return self.filter(Q(certificate__person=person) | Q(pk__in=together))


class Rendering(models.Model):
    """The PDF of a certificate, or of all certificates of a training edition: asked, busy, there."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wordt gemaakt")
        READY = "ready", _("klaar")
        FAILED = "failed", _("niet gelukt")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    certificate = models.OneToOneField(
        Certificate, on_delete=models.CASCADE, null=True, related_name="rendering"
    )
    cohort = models.ForeignKey("courses.Cohort", on_delete=models.CASCADE, null=True, related_name="+")
    certificates = models.JSONField(default=list, help_text="of an edition: the uuids, in order")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=1)
    pdf = models.BinaryField(null=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    ready_at = models.DateTimeField(null=True)

    objects = RenderingQuerySet.as_manager()

    def __str__(self) -> str:
        return f"pdf {self.uuid}"

"""What happened, as it was written down: evidence, declarations, and what a closing talk was about."""

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.certification.models.append_only import AppendOnly, AppendOnlyQuerySet


class EvidenceQuerySet(AppendOnlyQuerySet):
    """Sentences about evidence."""

    def effective(self, known_at: datetime | None = None) -> "EvidenceQuerySet":
        """What stands: not corrected, not taken back. With `known_at`: what stood at that moment."""
        if known_at is None:
            return self.filter(superseded_by=None, retracts=False)
        known = self.filter(recorded_at__lte=known_at, retracts=False)
        return known.exclude(superseded_by__recorded_at__lte=known_at)


class Source(models.TextChoices):
    """How we know: every route weighs the same."""

    ONLINE = "online", _("in het leerplein")
    PAPER = "paper", _("op papier")
    ORAL = "oral", _("mondeling")
    SEEN = "seen", _("gezien door de coördinator")
    EARLIER = "earlier", _("eerder geleerd")


class Evidence(AppendOnly):
    """One fact about one person: what, when it happened, when and by whom it was written down."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=64, blank=True)
    ref = models.CharField(max_length=64, blank=True)
    number = models.IntegerField(default=0)
    group_size = models.PositiveSmallIntegerField(default=0)
    state = models.BooleanField(default=True)
    happened_on = models.DateField()
    source = models.CharField(max_length=10, choices=Source.choices)
    origin = models.CharField(
        max_length=120, unique=True, help_text="what made this row: the same thing twice is one row"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # RESTRICT, not PROTECT: erasing a person takes a row and its correction away together.
    supersedes = models.OneToOneField(
        "self", on_delete=models.RESTRICT, null=True, related_name="superseded_by"
    )
    until = models.DateField(null=True, help_text="the last day of an extension")
    retracts = models.BooleanField(default=False, help_text="this row only takes back the one it supersedes")

    objects: ClassVar[models.Manager[Any]] = EvidenceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "kind", "happened_on"])]

    def __str__(self) -> str:
        return f"bewijs {self.uuid}"


class RoleDeclaration(AppendOnly):
    """The other roles a volunteer says to have, and what is agreed about them. A new answer is a new row."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission = models.UUIDField(unique=True, help_text="made by the page: a double send is one row")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="role_declarations"
    )
    is_advocate = models.BooleanField(_("belangenbehartiger"), default=False)
    is_buddy = models.BooleanField(_("maatje"), default=False)
    other = models.CharField(_("een andere rol"), max_length=200, blank=True)
    agreements = models.TextField(_("afspraken"), max_length=2000, blank=True)
    declared_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Any]] = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["declared_at", "id"]

    def __str__(self) -> str:
        return f"andere rollen {self.uuid}"


class TalkRecord(AppendOnly):
    """A talk as it was held: which points were talked about, and what was agreed. No marks, no score."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission = models.UUIDField(unique=True, help_text="made by the page: a double send is one row")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="talks")
    what = models.CharField(max_length=64)
    held_on = models.DateField()
    points = models.JSONField(default=list, help_text="the codes of the points that were talked about")
    agreements = models.TextField(_("afspraken"), max_length=2000, blank=True)
    is_final = models.BooleanField(
        default=False, help_text="held by a coordinator: counts at once; otherwise it waits for one"
    )
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Any]] = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        return f"gesprek {self.uuid}"


class Assessment(AppendOnly):
    """What a coordinator answered to something that was handed in: it is there, or what is still needed."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission = models.UUIDField(unique=True, help_text="made by the page: a double send is one row")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assessments")
    rule_id = models.CharField(max_length=64)
    ref = models.CharField(max_length=64, help_text="what was handed in, as in its line of evidence")
    accepted = models.BooleanField()
    points = models.JSONField(default=list, help_text="of a talk: the codes of the points to come back to")
    word = models.TextField(_("bericht"), max_length=500, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Any]] = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        return f"antwoord {self.uuid}"

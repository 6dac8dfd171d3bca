"""The ledger of readiness: evidence, scheme versions and decisions are append-only; the status follows."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField


class AppendOnlyError(TypeError):
    """Somebody tried to change a row of the ledger; a correction is a new row."""


class AppendOnly(models.Model):
    """A row that is written once. Only erasing a person takes rows away."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row; raise AppendOnlyError for a row that is there already."""
        if not self._state.adding:
            raise AppendOnlyError(type(self).__name__)
        super().save(*args, **kwargs)


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Rows that cannot be changed in bulk either."""

    def update(self, **values: Any) -> int:
        """Refuse. Django's own SET_NULL does not come through here."""
        raise AppendOnlyError(self.model.__name__)


class EvidenceQuerySet(AppendOnlyQuerySet):
    """Sentences about evidence."""

    def effective(self) -> "EvidenceQuerySet":
        """What stands now: not corrected, not taken back."""
        return self.filter(superseded_by=None, retracts=False)


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
    retracts = models.BooleanField(default=False, help_text="this row only takes back the one it supersedes")

    objects: ClassVar[models.Manager[Any]] = EvidenceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "kind", "happened_on"])]

    def __str__(self) -> str:
        return f"bewijs {self.uuid}"


class SchemeVersion(AppendOnly):
    """The rules that hold from a day on. A published version never changes."""

    slug = models.SlugField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    effective_on = models.DateField()
    content = models.JSONField(help_text="the scheme, as written by readiness.codec")
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Any]] = AppendOnlyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["slug", "number"], name="scheme_number_once")]
        ordering = ["effective_on", "number"]

    def __str__(self) -> str:
        return f"{self.title}, versie {self.number}"


class StatementVersion(AppendOnly):
    """The text of a statement (agreement, secrecy) as people sign it from a day on."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(_("code"))
    number = models.PositiveIntegerField(_("versie"))
    title = models.CharField(_("titel"), max_length=120)
    body = RichTextField(_("tekst"), features=["h2", "h3", "bold", "ol", "ul", "link"])
    effective_on = models.DateField(_("geldt vanaf"))

    objects: ClassVar[models.Manager[Any]] = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("verklaring")
        verbose_name_plural = _("verklaringen")
        constraints = [models.UniqueConstraint(fields=["code", "number"], name="statement_number_once")]
        ordering = ["code", "number"]

    def __str__(self) -> str:
        return f"{self.title}, versie {self.number}"


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


class Decision(AppendOnly):
    """What a coordinator decided about a person: the system advises, a human confirms."""

    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("bevestigd")
        OVERRIDE = "override", _("uitzondering")
        PAUSE = "pause", _("even pauze")
        RESUME = "resume", _("pauze voorbij")
        WITHDRAW = "withdraw", _("gestopt")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission = models.UUIDField(unique=True, help_text="made by the page: a double send is one row")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason_code = models.CharField(max_length=40, blank=True)
    reason = models.TextField(max_length=2000, blank=True)
    until = models.DateField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Any]] = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        return f"besluit {self.uuid}"


class Standing(models.Model):
    """A projection for lists and exports: may be thrown away and rebuilt from the ledger at any time."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="standing")
    state = models.CharField(max_length=20, db_index=True)
    computed_state = models.CharField(max_length=20)
    since = models.DateField(null=True)
    state_since = models.DateField(null=True)
    until = models.DateField(null=True)
    reason_category = models.CharField(max_length=40)
    criteria = models.JSONField(default=list, help_text="per criterion: id, group, code, have, need, parts")
    waits_for_coordinator = models.BooleanField(default=False)
    expires_on = models.DateField(null=True, help_text="the first criterion that ends by itself")
    last_evidence_on = models.DateField(null=True)
    next_change_on = models.DateField(null=True, help_text="from this day on the row must be computed again")
    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT)
    basis = models.CharField(max_length=64, help_text="the rules and statement versions it was computed with")
    computed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["next_change_on"])]

    def __str__(self) -> str:
        return f"stand {self.pk}"

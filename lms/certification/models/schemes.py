"""The rules and the texts that hold from a day on, and the drafts of rules."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from lms.certification.models.append_only import AppendOnly, AppendOnlyQuerySet


class Transition(models.TextChoices):
    """For whom a new version holds (the same values as readiness.Transition)."""

    EVERYONE = "everyone", _("Iedereen, meteen")
    NEW_PEOPLE = "new_people", _("Alleen nieuwe mensen")
    UNTIL = "until", _("Nieuwe mensen meteen, de anderen na een datum")


class SchemeVersion(AppendOnly):
    """The rules that hold from a day on. A published version never changes."""

    slug = models.SlugField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    effective_on = models.DateField()
    content = models.JSONField(help_text="the scheme, as written by readiness.codec")
    transition = models.CharField(max_length=12, choices=Transition.choices, default=Transition.EVERYONE)
    transition_until = models.DateField(null=True, help_text="the last day that others keep the old version")
    summary = models.TextField(blank=True, help_text="what changed and why, in the words of the coordinator")
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


class SchemeDraft(models.Model):
    """A scheme that somebody is working on. Publishing makes a version of it and closes the draft."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    content = models.JSONField(help_text="the scheme, as written by readiness.codec")
    based_on = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1, help_text="goes up with every change")
    effective_on = models.DateField(null=True)
    transition = models.CharField(max_length=12, choices=Transition.choices, default=Transition.EVERYONE)
    transition_until = models.DateField(null=True)
    summary = models.TextField(blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    published = models.OneToOneField(SchemeVersion, on_delete=models.PROTECT, null=True, related_name="draft")
    discarded_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"concept {self.uuid}"


class DraftRevision(models.Model):
    """A draft as it was at one of its revisions: to tell what another changed meanwhile, and to go back."""

    draft = models.ForeignKey(SchemeDraft, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    content = models.JSONField(help_text="the scheme, as written by readiness.codec")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="draft_revision_once")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.draft}, {self.number}"


class ImpactPreview(models.Model):
    """What the publication of one revision of a draft would do, as it was shown before publishing."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wordt gemaakt")
        READY = "ready", _("klaar")
        FAILED = "failed", _("niet gelukt")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    draft = models.ForeignKey(SchemeDraft, on_delete=models.CASCADE, related_name="previews")
    revision = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True)
    publication_asked_at = models.DateTimeField(null=True, help_text="when the worker was asked to publish")
    publication_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    refusal = models.CharField(max_length=30, blank=True, help_text="why it was not published, as a code")

    def __str__(self) -> str:
        return f"gevolgen {self.uuid}"


class ImpactRow(models.Model):
    """One person whose status would change, and on which day the change is felt."""

    preview = models.ForeignKey(ImpactPreview, on_delete=models.CASCADE, related_name="rows")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    felt_on = models.DateField()
    before = models.CharField(max_length=20)
    after = models.CharField(max_length=20)
    scope_before = models.JSONField(default=list)
    scope_after = models.JSONField(default=list)
    reasons = models.JSONField(default=list, help_text="the ids of the criteria that make the difference")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["preview", "person", "felt_on"], name="impact_once_per_day")
        ]

    def __str__(self) -> str:
        return f"gevolg {self.pk}"


class SchemeTemplate(models.Model):
    """An example to begin with that came with a course package; nobody is judged by it."""

    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=120)
    content = models.JSONField(help_text="the scheme, as written by readiness.codec")
    package = models.CharField(max_length=120, blank=True)
    package_version = models.CharField(max_length=40, blank=True)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class StatementVersion(AppendOnly):
    """The text of a statement (agreement, secrecy) as people sign it from a day on."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(_("code"))
    number = models.PositiveIntegerField(_("versie"))
    title = models.CharField(_("titel"), max_length=120)
    body = RichTextField(_("tekst"), features=["h2", "h3", "bold", "ol", "ul", "link"])
    effective_on = models.DateField(_("geldt vanaf"))
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[models.Manager[Any]] = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("verklaring")
        verbose_name_plural = _("verklaringen")
        constraints = [models.UniqueConstraint(fields=["code", "number"], name="statement_number_once")]
        ordering = ["code", "number"]

    def __str__(self) -> str:
        return f"{self.title}, versie {self.number}"

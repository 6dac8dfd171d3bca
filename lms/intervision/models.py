"""Intervision: the methods, the fixed groups, the sessions and who was there. Never what was said."""

import uuid
from itertools import count

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField
from wagtail.models import PreviewableMixin

from lms.courses.public import BlockField
from lms.intervision.blocks import PropertyBlock, StepBlock


class Method(PreviewableMixin, models.Model):
    """A way to do intervision (draaiboek). Content, written by a trainer."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(unique=True)
    title = models.CharField(_("naam"), max_length=120)
    properties = BlockField([("property", PropertyBlock())], blank=True, verbose_name=_("gegevens"))
    steps = BlockField([("step", StepBlock())], verbose_name=_("stappen"))
    tips = RichTextField(_("tips voor de begeleider"), blank=True)

    class Meta:
        verbose_name = _("methode")
        verbose_name_plural = _("methoden")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    @property
    def minutes(self) -> int:
        """Return the length of the whole method, in minutes, pauses included."""
        return sum(step.value["minutes"] for step in self.steps)

    @property
    def pause_minutes(self) -> int:
        """Return how many of those minutes are pauses."""
        return sum(step.value["minutes"] for step in self.steps if step.value["pause"])

    @property
    def numbered_steps(self) -> list[tuple[int | None, StreamValue.StreamChild]]:
        """Return each step with its number; a pause has none."""
        counter = count(1)
        return [(None if step.value["pause"] else next(counter), step) for step in self.steps]

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Return the page that readers see too."""
        return "intervision/method.html"


class IntervisionGroup(models.Model):
    """A small, fixed group that learns together."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("naam"), max_length=120)
    facilitator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="facilitated_groups"
    )

    class Meta:
        verbose_name = _("intervisiegroep")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class GroupMember(models.Model):
    """A volunteer belongs to a group from a day, until a day."""

    group = models.ForeignKey(IntervisionGroup, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="intervision_places"
    )
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "user"], condition=Q(until=None), name="one_place_per_group"
            )
        ]

    def __str__(self) -> str:
        return f"plaats {self.pk}"


class IntervisionSession(models.Model):
    """One meeting of a group. The record holds when and how, never the story."""

    class Mode(models.TextChoices):
        IN_PERSON = "in_person", _("bij elkaar")
        ONLINE = "online", _("met beeld en geluid")
        PHONE = "phone", _("met de telefoon")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    group = models.ForeignKey(IntervisionGroup, on_delete=models.CASCADE, related_name="sessions")
    method = models.ForeignKey(Method, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    place = models.CharField(_("plaats"), max_length=200, blank=True)
    mode = models.CharField(_("vorm"), max_length=10, choices=Mode.choices, default=Mode.IN_PERSON)
    net_minutes = models.PositiveSmallIntegerField(_("minuten zonder pauze"), null=True, blank=True)
    recorded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("intervisie")
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_start")
        ]

    def __str__(self) -> str:
        return f"intervisie {self.uuid}"


class SessionPresence(models.Model):
    """That a member was at a session, as the facilitator confirmed it."""

    session = models.ForeignKey(IntervisionSession, on_delete=models.CASCADE, related_name="presence")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="session_presence"
    )
    was_present = models.BooleanField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "user"], name="presence_once")]

    def __str__(self) -> str:
        return f"aanwezig {self.pk}"

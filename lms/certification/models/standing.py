"""The projection of readiness for lists and exports."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from lms.certification.models.schemes import SchemeVersion
from lms.certification.readiness import RESTING, State
from lms.certification.rules import SILENT_AFTER, SOON


def waits() -> Q:
    """Something waits for the coordinator, or all that is left is the coordinator's work."""
    return ~Q(waits_kind="")


def is_in(state: State) -> Q:
    """In one state, whatever else is true."""
    return Q(state=state.value)


def is_almost() -> Q:
    """One blocking criterion is left."""
    return is_in(State.IN_PROGRESS) & Q(open_blocking=1)


def is_expiring(today: date) -> Q:
    """Being matchable ends by itself within 60 days, or ended because something is open again."""
    soon = Q(until__lte=today + SOON) | Q(expires_on__lte=today + SOON)
    matchable = is_in(State.MATCHABLE)
    return ~Q(state__in=RESTING) & (matchable & soon | ~matchable & Q(has_lapsed=True))


def is_silent(today: date) -> Q:
    """Not matchable, and nothing new for 60 days, counted from the start when there is nothing at all."""
    long_ago = today - SILENT_AFTER
    last = Q(last_evidence_on__lte=long_ago) | Q(last_evidence_on=None, started_on__lte=long_ago)
    return ~Q(state__in=(*RESTING, State.MATCHABLE.value)) & last


def lacks(rule_id: str) -> Q:
    """One criterion is not met."""
    return Q(open_rules__contains=f",{rule_id},")


class StandingQuerySet(models.QuerySet[Any]):
    """Sentences about standings.

    They speak of the saved rows: see that these hold on the day (standings.selectors.due_people).
    """

    def in_state(self, state: State) -> "StandingQuerySet":
        """People in one state, whatever else is true of them."""
        return self.filter(is_in(state))

    def lacking(self, rule_id: str) -> "StandingQuerySet":
        """One criterion is not met."""
        return self.filter(lacks(rule_id))


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
    domains = models.JSONField(default=list, help_text="per life domain: id, title, holds, criteria")
    scope = models.JSONField(default=list, help_text="the life domains of a matchable person; empty: all")
    open_rules = models.TextField(default=",", help_text="ids of unmet criteria between commas, to filter on")
    open_blocking = models.PositiveSmallIntegerField(default=0)
    is_expiring = models.BooleanField(default=False, help_text="any criterion is in its warning window")
    has_lapsed = models.BooleanField(default=False, help_text="was confirmed; something is open again")
    waits_for_coordinator = models.BooleanField(default=False)
    waits_kind = models.CharField(
        max_length=10, default="", blank=True, db_index=True, help_text="what waits: see standings.rules"
    )
    waiting_since = models.DateField(null=True, help_text="the oldest thing that waits to be assessed")
    expires_on = models.DateField(null=True, help_text="the first criterion that ends by itself")
    started_on = models.DateField(null=True, help_text="the start of the person that it was computed with")
    last_evidence_on = models.DateField(null=True)
    next_change_on = models.DateField(null=True, help_text="from this day on the row must be computed again")
    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT)
    basis = models.CharField(max_length=64, help_text="the rules and statement versions it was computed with")
    computed_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]] = StandingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["next_change_on"])]

    def __str__(self) -> str:
        return f"stand {self.pk}"

"""The projection of readiness for lists and exports."""

from django.conf import settings
from django.db import models

from lms.certification.models.schemes import SchemeVersion


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
    waiting_since = models.DateField(null=True, help_text="the oldest thing that waits to be assessed")
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

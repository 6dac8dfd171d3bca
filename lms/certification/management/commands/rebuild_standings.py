"""`manage.py rebuild_standings`: throw the projection away and compute it again from the ledger."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.certification.standings.services import rebuild_standings


class Command(BaseCommand):
    """Compute the standing of every volunteer again; the ledger itself is only read."""

    help = "Rekent de stand van elke vrijwilliger opnieuw uit."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say for how many people."""
        count = rebuild_standings(timezone.now(), User.objects.with_role(Role.VOLUNTEER))
        self.stdout.write(f"{count} mensen opnieuw uitgerekend.")

"""`manage.py work`: the background process of an installation."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lms.audit.public import origin
from lms.outbox.worker import HouseWorker


class Command(BaseCommand):
    """Run tasks, deliver messages and keep the schedule, until told to stop."""

    help = "Voert uit wat op de achtergrond moet gebeuren: taken, berichten en het rooster."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the two options an operator may want."""
        parser.add_argument(
            "--batch", action="store_true", help="Doe alles wat nu aan de beurt is en stop dan (voor cron)."
        )
        parser.add_argument(
            "--interval",
            type=float,
            default=1.0,
            help="Seconden wachten als er niets te doen is (standaard 1).",
        )

    def handle(self, *, batch: bool, interval: float, **options: Any) -> None:
        """Run one worker in this process; what it does is logged with the origin `werker`."""
        worker = HouseWorker(interval=max(interval, 0.05), batch=batch)
        if not batch:
            worker.configure_signals()
        with origin("werker"):
            worker.run()

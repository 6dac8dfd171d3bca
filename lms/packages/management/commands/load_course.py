"""manage.py load_course FOLDER: load a course package into the site."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lms.audit.public import origin
from lms.packages.apply import Report, apply
from lms.packages.archive import read_folder, read_media
from lms.packages.problems import PackageError


class Command(BaseCommand):
    """Loads a course package. A second time changes nothing and says so."""

    help = "Laad een cursuspakket uit een map."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder, and whether empty fill-in words get the package's examples."""
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--use-examples",
            action="store_true",
            help="Vul lege invulwoorden met de voorbeelden uit het pakket (voor de demo).",
        )

    def handle(self, *args: Any, folder: Path, use_examples: bool, **options: Any) -> None:
        """Load, and say what changed in plain words."""
        try:
            with origin("opdracht"):
                report = apply(
                    read_folder(folder),
                    actor=None,
                    now=timezone.now(),
                    media=read_media(folder),
                    use_examples=use_examples,
                )
        except (PackageError, ValidationError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(told(report))


def told(report: Report) -> str:
    """Return the report in a few Dutch sentences."""
    if report.changed_nothing:
        lines = ["Er is niets veranderd. Deze cursus stond er al zo."]
    else:
        lines = [
            f"Nieuw: {len(report.created)}. Veranderd: {len(report.updated)}. Hetzelfde: {report.unchanged}."
        ]
    if report.still_empty:
        lines += [
            "De cursus staat klaar als concept. Vul eerst deze invulwoorden in, bij Instellingen, Gemeente:",
            f"  {', '.join(report.still_empty)}",
            "Laad daarna het pakket nog een keer. Dan komt de cursus online.",
        ]
    return "\n".join(lines)

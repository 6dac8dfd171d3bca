"""`manage.py ensure_readiness`: the first statements and the first scheme of an installation."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from lms.audit.public import origin
from lms.certification.readiness import RuleError
from lms.certification.schemes.selectors import StarterItems
from lms.certification.schemes.services import ensure_default_scheme
from lms.certification.statements.services import ensure_default_statements
from lms.courses.models import CoursePage
from lms.courses.public import course_items


class Command(BaseCommand):
    """Puts the default statements and the default scheme into force. A second time changes nothing."""

    help = "Zet de eerste verklaringen en de regeling ‘OCO Almere licht’ klaar, bij een cursus die online is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the course, for an installation that has more than one."""
        parser.add_argument(
            "--course", metavar="SLUG", default="", help="De cursus waar de regeling over gaat."
        )

    def handle(self, *args: Any, course: str, **options: Any) -> None:
        """Do it in one transaction, and say what is there now."""
        now, items = timezone.now(), StarterItems(course_items(self._course(course)))
        try:
            with transaction.atomic(), origin("opdracht"):
                statements = ensure_default_statements(now)
                scheme = ensure_default_scheme(now, None, items)
        except RuleError as error:
            raise CommandError(f"Deze cursus past nog niet bij de regeling: {error}") from error
        self.stdout.write(f"Nieuwe verklaringen: {len(statements)}.")
        self.stdout.write(f"In gebruik: regeling ‘{scheme.title}’, versie {scheme.number}.")

    def _course(self, slug: str) -> CoursePage:
        courses = CoursePage.objects.live()
        found = list(courses.filter(slug=slug) if slug else courses)
        if not found:
            raise CommandError("Er is geen cursus online. Laad eerst een cursus met load_course.")
        if len(found) > 1:
            slugs = ", ".join(sorted(page.slug for page in found))
            raise CommandError(f"Er is meer dan 1 cursus. Kies er een met --course: {slugs}.")
        return found[0]

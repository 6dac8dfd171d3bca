"""Load the demo: the municipality, the starter course, the people, and what they did. Harmless to repeat."""

from argparse import ArgumentParser
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from lms.accounts.models import Organisation, User
from lms.accounts.rights.groups import ensure_groups
from lms.accounts.rights.services import assign_role
from lms.accounts.roles import STAFF_ROLES, Role
from lms.certification.public import (
    ensure_default_scheme,
    ensure_default_statements,
    rebuild_standings,
)
from lms.certification.schemes.selectors import StarterItems
from lms.courses.models import CoursePage
from lms.courses.public import course_items
from lms.demo import cast, desk, groups, story
from lms.demo.municipality import fill_in_demo
from lms.demo.people import DEMO_SECRET
from lms.exports.models import ServiceAccount
from lms.exports.services import create_service_account, create_token

CONTENT = settings.BASE_DIR / "content" / "basistraining-oco"
RULES_DAYS = 1200  # how many days ago the scheme began: before anybody of the cast did


class Command(BaseCommand):
    """Fill an empty installation with the demo."""

    help = "Load the municipality, the starter course and the people of the demo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file that gets the key of the demo's matching system."""
        parser.add_argument("--key-file", type=Path, default=settings.BASE_DIR / "var" / "koppelsleutel.txt")

    def handle(self, *args: Any, key_file: Path, **options: Any) -> None:
        """Do it, unless it was done; all or nothing, so that who stops it halfway can simply start again."""
        if User.objects.filter(email="noor@example.org").exists():
            self.stdout.write("The demo is already there.")
            return
        now = timezone.now()
        with transaction.atomic():
            self._load(now)
            ada = User.objects.get(email="ada@example.org")
            self._connection(ada, key_file, now)
        self.stdout.write("The demo is loaded.")

    def _load(self, now: datetime) -> None:
        fill_in_demo()
        call_command("load_course", str(CONTENT), use_examples=True)
        ensure_groups()
        staff = {name.split()[0]: self._person(name, roles, now) for name, roles in cast.STAFF}
        self._outsider(now)
        course = CoursePage.objects.get()
        people = [(self._volunteer(role, now), role) for role in cast.VOLUNTEERS]
        newer = [(person, role) for person, role in people if not role.spring]
        older = [(person, role) for person, role in people if role.spring]
        autumn = groups.train(course, groups.AUTUMN, newer, staff, now)
        spring = groups.train(course, groups.SPRING, older, staff, now)
        groups.meet(people, staff, now)
        known = staff | {person.get_short_name(): person for person, _ in people}
        self._learn_and_decide(course, people, known, now)
        desk.hand_out(known, autumn, spring, now)

    def _learn_and_decide(
        self, course: CoursePage, people: groups.People, known: desk.Known, now: datetime
    ) -> None:
        """Lessons come before the rules: so nobody is judged again after each of hundreds of lessons."""
        koen, lessons = known["Koen"], story.lessons_by_module(course)
        for person, role in people:
            story.learn(person, role, lessons, now)
            story.hand_over_paper(person, role, lessons, koen, now)
        desk.learn_again(known, lessons, now)
        story.deliver_everything(now)
        begin = story.days_ago(now, RULES_DAYS)
        ensure_default_statements(begin)
        ensure_default_scheme(begin, known["Ada"], StarterItems(course_items(course)))
        for person, role in people:
            story.write_down(person, role, koen, now)
            story.conclude(person, role, koen, now)
        desk.wait(known, now)
        desk.make_room(known, now)
        story.deliver_everything(now)
        rebuild_standings(now, User.objects.with_role(Role.VOLUNTEER))
        desk.draft_a_scheme(koen, now)

    def _person(self, name: str, roles: tuple[Role, ...], now: datetime, **fields: Any) -> User:
        email = f"{name.split(maxsplit=1)[0].lower()}@example.org"
        person = User.objects.create_user(email, name, **fields)
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
        for role in roles:
            assign_role(person, role, actor=None, now=now)
        if STAFF_ROLES & set(roles):
            TOTP.activate(person, DEMO_SECRET)
        return person

    def _volunteer(self, role: cast.Volunteer, now: datetime) -> User:
        joined = timezone.localdate(now) - timedelta(days=role.joined_days)
        return self._person(role.name, (Role.VOLUNTEER,), now, joined_on=joined)

    def _outsider(self, now: datetime) -> None:
        """Vera coordinates the people of another organisation, of which there are none here."""
        elsewhere = Organisation.objects.create(name="Stichting Elders")
        vera = self._person("Vera Lind", (), now)
        assign_role(vera, Role.COORDINATOR, actor=None, now=now, organisation=elsewhere)
        Authenticator.objects.filter(user=vera).delete()
        TOTP.activate(vera, DEMO_SECRET)

    def _connection(self, ada: User, key_file: Path, now: datetime) -> None:
        account = ServiceAccount.objects.first() or create_service_account(
            "Koppelsysteem", actor=ada, now=now
        )
        key = create_token(account, actor=ada, now=now)
        key_file.write_text(f"{key}\n", encoding="utf-8")

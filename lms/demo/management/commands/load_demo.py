"""Load the demo: the municipality, the starter course, the people, and what they did. Harmless to repeat."""

from argparse import ArgumentParser
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from lms.accounts.models import Organisation, User
from lms.accounts.rights.groups import ensure_groups
from lms.accounts.rights.services import assign_role
from lms.accounts.roles import STAFF_ROLES, Role
from lms.certification.public import ensure_default_scheme, ensure_default_statements
from lms.certification.schemes.selectors import StarterItems
from lms.courses.cohorts.services import CohortDraft, MeetingDraft, add_members, plan_meetings, start_cohort
from lms.courses.models import CoursePage
from lms.courses.public import course_items, record_attendance
from lms.demo import cast
from lms.demo.municipality import fill_in_demo
from lms.demo.people import DEMO_SECRET
from lms.demo.story import (
    conclude,
    deliver_everything,
    hand_out,
    learn,
    lessons_of,
    presences,
    stable_uuid,
    write_down,
)
from lms.exports.models import ServiceAccount
from lms.exports.services import create_service_account, create_token
from lms.intervision.models import Method
from lms.intervision.services import SessionDraft, plan_session, start_group
from lms.intervision.services import add_members as add_group_members

CONTENT = settings.BASE_DIR / "content" / "basistraining-oco"
People = list[tuple[User, cast.Volunteer]]


class Command(BaseCommand):
    """Fill an empty installation with the demo."""

    help = "Load the municipality, the starter course and the people of the demo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file that gets the key of the demo's matching system."""
        parser.add_argument("--key-file", type=Path, default=settings.BASE_DIR / "var" / "koppelsleutel.txt")

    def handle(self, *args: Any, key_file: Path, **options: Any) -> None:
        """Do it, unless it was done."""
        if User.objects.filter(email="noor@example.org").exists():
            self.stdout.write("The demo is already there.")
            return
        now = timezone.now()
        fill_in_demo()
        call_command("load_course", str(CONTENT), use_examples=True)
        ensure_groups()
        staff = {name.split()[0]: self._person(name, roles, now) for name, roles in cast.STAFF}
        self._outsider(now)
        course = CoursePage.objects.get()
        ensure_default_statements(now)
        ensure_default_scheme(now, staff["Ada"], StarterItems(course_items(course)))
        people = [(self._volunteer(role, now), role) for role in cast.VOLUNTEERS]
        self._train(course, staff, people, now)
        self._intervision(staff, people, now)
        for person, role in people:
            learn(person, lessons_of(course, role.lessons), now)
            write_down(person, role, course, staff["Koen"], now)
        deliver_everything(now)
        for person, role in people:
            conclude(person, role, staff["Koen"], now)
        known = {person.email: person for person, _role in people}
        hand_out(known["noor@example.org"], known["yara@example.org"], staff["Koen"], now)
        deliver_everything(now)
        self._connection(staff["Ada"], key_file, now)
        self.stdout.write("The demo is loaded.")

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

    def _train(self, course: CoursePage, staff: dict[str, User], people: People, now: datetime) -> None:
        draft = CohortDraft(
            "Najaar 2026", staff["Femke"], timezone.localdate(now) - timedelta(days=21), "basistraining"
        )
        cohort = start_cohort(draft, course, stable_uuid("cohort"), staff["Koen"])
        drafts = [
            MeetingDraft(number, title, _at(now, days, 10), _at(now, days, 12.5), "Stadhuisplein 1, zaal 4")
            for number, (title, days) in enumerate(cast.MEETINGS, start=1)
        ]
        meetings = plan_meetings(cohort, drafts, stable_uuid("meetings"), staff["Koen"])
        add_members(cohort, [person for person, _ in people], staff["Koen"], now)
        for meeting in sorted(meetings, key=lambda each: each.number)[:2]:
            record_attendance(meeting.uuid, presences(meeting, people), staff["Koen"], now)

    def _intervision(self, staff: dict[str, User], people: People, now: datetime) -> None:
        group = start_group("Groep Haven", staff["Femke"], stable_uuid("group"), staff["Koen"])
        members = [person for person, role in people if role.meetings][:6]
        since = timezone.localdate(now) - timedelta(days=30)
        add_group_members(group, members, since, staff["Koen"])
        method = Method.objects.order_by("title").first()
        for days in cast.SESSIONS:
            draft = SessionDraft(
                _at(now, days, 14), _at(now, days, 15.5), "Stadhuisplein 1, zaal 2", "in_person", method
            )
            plan_session(group, draft, stable_uuid("session", days), staff["Koen"])

    def _connection(self, ada: User, key_file: Path, now: datetime) -> None:
        account = ServiceAccount.objects.first() or create_service_account(
            "Koppelsysteem", actor=ada, now=now
        )
        key = create_token(account, actor=ada, now=now)
        key_file.write_text(f"{key}\n", encoding="utf-8")


def _at(now: datetime, days: timedelta, hour: float) -> datetime:
    day = timezone.localdate(now) + days
    clock = time(int(hour), int(hour % 1 * 60))
    return timezone.make_aware(datetime.combine(day, clock))

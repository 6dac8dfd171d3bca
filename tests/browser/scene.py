"""The place where the stories happen: Almere with the starter course, its staff, an edition and a group."""

import sqlite3
import uuid
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from lms.accounts.models import User
from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.accounts.roles import Role
from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.rules import Entry
from lms.certification.ledger.services import record_all
from lms.certification.models import SchemeVersion
from lms.certification.public import ensure_default_scheme, ensure_default_statements
from lms.certification.readiness import FactKind, imagined, scheme_from_data
from lms.certification.readiness.facts import Context
from lms.certification.schemes.selectors import StarterItems
from lms.courses.cohorts.services import CohortDraft, MeetingDraft, plan_meetings, start_cohort
from lms.courses.models import Cohort, CoursePage
from lms.courses.public import course_items
from lms.exports.services import create_service_account, create_token
from lms.intervision.models import IntervisionGroup
from lms.intervision.services import SessionDraft, plan_session, start_group
from lms.municipality.models import MunicipalitySettings
from lms.outbox.public import deliver_due
from lms.packages.apply import apply
from lms.packages.archive import read_folder
from tests.factories import certification, people

CONTENT = Path(__file__).resolve().parents[2] / "content" / "basistraining-oco"


@dataclass(frozen=True)
class Scene:
    """What was there before the story began."""

    course: CoursePage
    cohort: Cohort
    group: IntervisionGroup
    koen: User
    femke: User
    vera: User
    key: str


def the_worker_runs() -> None:
    """Deliver what is due, as the worker does every second.

    The worker is another process; here it is another thread, because who signs a PDF needs an event loop.
    """

    def work() -> None:
        while deliver_due(timezone.now(), limit=500):
            pass
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(work).result()


def almere() -> MunicipalitySettings:
    """Fill in the municipality's settings."""
    settings = MunicipalitySettings.load()
    settings.municipality = "Almere"
    settings.network_name = "OCO Almere"
    settings.phone = "036 – 200 21 58"
    settings.phone_hours = "maandag tot en met donderdag, 9.00 tot 16.00 uur"
    settings.coordinator_name = "Koen"
    settings.trainer_name = "Femke"
    settings.save()
    return settings


SAVED: list[tuple[datetime, sqlite3.Connection, Scene]] = []


def set_scene(now: datetime) -> Scene:
    """Return an installation as it is on the day the coordinator invites the first volunteer.

    On SQLite it is built once and put back afterwards: loading the course takes seconds. The scene may be
    a few minutes older than `now`, never more than a quarter of an hour.
    """
    if connection.vendor != "sqlite":
        return build_scene(now)
    for saved_at, copy, scene in SAVED:
        if abs(now - saved_at) < timedelta(minutes=15):
            return _put_back(copy, scene)
    scene = build_scene(now)
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    connection.connection.backup(copy)
    SAVED.append((now, copy, scene))
    return scene


def _put_back(copy: sqlite3.Connection, scene: Scene) -> Scene:
    connection.ensure_connection()
    copy.backup(connection.connection)
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    return replace(
        scene,
        **{
            name: type(kept).objects.get(pk=kept.pk)
            for name, kept in ((field.name, getattr(scene, field.name)) for field in fields(scene))
            if not isinstance(kept, str)
        },
    )


def build_scene(now: datetime) -> Scene:
    """Make the installation."""
    Locale.objects.get_or_create(language_code="nl")
    if not Page.objects.filter(depth=1).exists():
        Page.add_root(title="Root", slug="root")
    almere()
    apply(read_folder(CONTENT), actor=None, now=now, use_examples=True)
    koen, femke, vera = people.koen(), people.femke(), people.vera()
    ensure_groups()
    sync_groups(femke)
    ada = people.person("Ada Vos", Role.ADMINISTRATOR)
    course = CoursePage.objects.get()
    ensure_default_statements(now)
    ensure_default_scheme(now, ada, StarterItems(course_items(course)))
    today = timezone.localdate(now)
    cohort = start_cohort(
        CohortDraft("Najaar 2026", femke, today, "basistraining"), course, uuid.uuid4(), koen
    )
    hour = timedelta(hours=1)
    drafts = [
        MeetingDraft(1, "Kennismaken", now - 3 * hour, now - hour, "Stadhuisplein 1"),
        MeetingDraft(2, "Vragen stellen", now + 24 * hour, now + 26 * hour, "Stadhuisplein 1"),
    ]
    plan_meetings(cohort, drafts, uuid.uuid4(), koen)
    group = start_group("Groep Haven", femke, uuid.uuid4(), koen)
    session = SessionDraft(now - 2 * hour, now - hour / 2, "Stadhuisplein 1", "in_person", None)
    plan_session(group, session, uuid.uuid4(), femke)
    account = create_service_account("Koppelsysteem", actor=ada, now=now)
    key = create_token(account, actor=ada, now=now)
    return Scene(course, cohort, group, koen, femke, vera, key)


def did_what_is_asked(person: User, now: datetime, *, but: str = "", more: Sequence[Entry] = ()) -> User:
    """Write down today all that stands in the way of being matchable, except for one rule; and `more`."""
    today = timezone.localdate(now)
    scheme = scheme_from_data(SchemeVersion.objects.get().content)
    context = Context(as_of=today, statement_versions={"vrijwilligersovereenkomst": 1, "geheimhouding": 1})
    rules = [rule for rule in scheme.rules if rule.effect == "block" and rule.id != but]
    facts = [fact for rule in rules for fact in imagined(rule, today, context)]
    entries = [
        certification.entry(fact.kind, fact.happened_on, key=fact.key, number=fact.number) for fact in facts
    ]
    record_all(person, [*entries, *more], actor=None, now=now)
    return person


def seen_vog(now: datetime, *, days_left: int) -> Entry:
    """A VOG that counts for so many days more."""
    seen = timezone.localdate(now) - timedelta(days=3 * 365 + 1 - days_left)
    return certification.entry(FactKind.SEEN, seen, key="vog")


def matchable(name: str, koen: User, now: datetime, *, vog_days_left: int = 900) -> User:
    """Somebody who did everything and was confirmed."""
    person = certification.people_volunteer(name)
    did_what_is_asked(person, now, but="vog", more=[seen_vog(now, days_left=vog_days_left)])
    decide(person, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    return person

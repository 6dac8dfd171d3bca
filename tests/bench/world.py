"""The installation the figures are about: two courses, a thousand learners, rules in force, a feed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.test import Client
from wagtail.models import Locale, Page, Site

from lms.accounts.models import Organisation, User
from lms.accounts.roles import Role
from lms.certification.schemes.services import ensure_default_scheme
from lms.certification.statements.services import ensure_default_statements
from lms.courses.models import HomePage
from lms.exports.services import create_service_account, create_token
from lms.municipality.models import MunicipalitySettings
from lms.packages.home import ensure_home
from tests.bench.content import Course, build_course
from tests.bench.learners import Taught, build_learners, join, prove, teach
from tests.factories import people
from tests.factories.certification import Items

BARE_HOST = "127.0.0.1"


@dataclass(frozen=True)
class Size:
    """How big the world is: people in all, people at the long course and in the organisation, who finish.

    `crowd` are the people who come last, for the figures about very many.
    """

    learners: int = 1000
    few: int = 100
    finishers: int = 45
    short: int = 20
    long: int = 100
    crowd: int = 20_000


@dataclass(frozen=True)
class World:
    """Who and what the figures ask about. `koen` coordinates everybody, `olga` one organisation."""

    home: HomePage
    learners: list[User]
    short: Taught
    long: Taught
    koen: User
    olga: User
    token: str


def build_world(size: Size, now: datetime) -> World:
    """Make the world in an empty database; nothing is delivered and no standing is computed yet."""
    home = build_site()
    short, long = build_course(home, size.short), build_course(home, size.long)
    rules_in_force(short, now)
    learners = build_learners(size.learners, now)
    koen = people.koen()
    prove(learners, short, koen, now)
    return World(
        home=home,
        learners=learners,
        short=teach(short, learners, size.finishers, now),
        long=teach(long, learners[-size.few :], size.finishers, now),
        koen=koen,
        olga=coordinator_of(learners[: size.few], now),
        token=matching_system(now),
    )


def build_site() -> HomePage:
    """Make the site of the product, and beside it a bare Wagtail site with one empty page."""
    Locale.objects.get_or_create(language_code="nl")
    home = ensure_home()
    root = Page.objects.get(depth=1)
    bare = root.add_child(instance=Page(title="Kaal", slug="kaal"))
    bare.add_child(instance=Page(title="Leeg", slug="leeg"))
    Site.objects.get_or_create(hostname=BARE_HOST, defaults={"root_page": bare})
    settings = MunicipalitySettings.load()
    settings.municipality, settings.network_name = "Almere", "OCO Almere"
    settings.phone, settings.coordinator_name = "036 – 200 21 58", "Koen"
    settings.save()
    return home


def rules_in_force(course: Course, now: datetime) -> None:
    """Put the default statements and the default scheme in force since a year."""
    earlier = now - timedelta(days=365)
    ensure_default_statements(earlier)
    items = Items(course.uids(), course.uids("scenarios"), course.uids()[-5:])
    ensure_default_scheme(earlier, None, items)


def coordinator_of(learners: list[User], now: datetime) -> User:
    """Make a coordinator of one organisation, to which these learners belong."""
    organisation = Organisation.objects.create(name="Stichting Honderd")
    join(organisation, learners, now)
    return people.person("Olga Prins", Role.COORDINATOR, organisation=organisation)


def matching_system(now: datetime) -> str:
    """Make the matching system's account; return its key."""
    ada = people.person("Ada Admin", Role.ADMINISTRATOR)
    account = create_service_account("Koppelsysteem", actor=ada, now=now)
    return create_token(account, actor=ada, now=now)


def signed_in(person: User) -> Client:
    """Return the browser of a person who signed in."""
    browser = Client()
    browser.force_login(person)
    return browser

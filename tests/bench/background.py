"""The figures of the worker and the loader: standings, messages per second, the starter course."""

from datetime import datetime

from django.conf import settings

from lms.accounts.models import User
from lms.certification.models import Decision, Evidence, Standing
from lms.certification.public import rebuild_standings
from lms.courses.models import CoursePage, LessonPage, ModulePage
from lms.outbox.models import OutboxMessage
from lms.outbox.public import Message, deliver_due, publish, subscribe
from lms.packages.apply import apply
from lms.packages.archive import read_folder
from tests.bench.content import empty_pages
from tests.bench.figures import Figure
from tests.bench.measure import seconds
from tests.bench.plain_sql import Leftovers, again, inserting, reading, run

STARTER_COURSE = settings.BASE_DIR / "content" / "basistraining-oco"
NOTHING = "bench.nothing"
MESSAGES = 500


@subscribe(NOTHING)
def do_nothing(message: Message) -> None:
    """Hear a message; what remains is what the delivery itself costs."""


def delivery_figure(name: str, now: datetime) -> Figure:
    """Deliver everything that is due; return how fast, beside messages that nobody does anything with."""
    return Figure(name, deliver_everything(now), "/s", bare_delivery(now))


def deliver_everything(now: datetime) -> float:
    """Deliver until nothing is due; return the messages per second."""
    delivered, spent = 0, 0.0

    def some() -> None:
        nonlocal delivered
        delivered += deliver_due(now)

    before = -1
    while delivered != before:
        before = delivered
        spent += seconds(some)
    return round(delivered / spent, 1)


def bare_delivery(now: datetime) -> float:
    """Return how many messages per second a consumer that does nothing gets."""
    for _ in range(MESSAGES):
        publish(NOTHING, now=now)
    return deliver_everything(now)


def standings_figure(learners: list[User], now: datetime) -> Figure:
    """Return how long computing every standing takes, beside reading and writing the same rows."""
    spent = seconds(lambda: rebuild_standings(now))
    ids = [one.pk for one in learners]
    reads = [
        reading(Evidence.objects.filter(person__in=ids)),
        reading(Decision.objects.filter(person__in=ids)),
    ]
    told = [again(row) for row in OutboxMessage.objects.filter(topic="certification.standing_changed")]
    standings = list(Standing.objects.all())
    Standing.objects.all().delete()
    with Leftovers(OutboxMessage):
        bare = seconds(lambda: run(reads, inserting([*standings, *told])))
    return Figure("standings.s", round(spent, 2), "s", round(bare, 2))


def load_course_figure(now: datetime) -> Figure:
    """Return how long loading the starter course takes, beside publishing as many empty pages."""
    before = _pages()
    spent = seconds(lambda: apply(read_folder(STARTER_COURSE), actor=None, now=now, use_examples=True))
    many = _pages() - before
    parent = ModulePage.objects.latest("pk")
    bare = seconds(lambda: empty_pages(parent, many))
    return Figure("load_course.s", round(spent, 2), "s", round(bare, 2))


def _pages() -> int:
    return sum(kind.objects.count() for kind in (CoursePage, ModulePage, LessonPage))

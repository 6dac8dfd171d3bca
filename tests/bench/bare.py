"""What the bare work costs: an empty Wagtail page, and the rows of an answer, the board and the feed."""

from dataclasses import dataclass
from functools import partial

from django.db.models import Model
from wagtail.models import ModelLogEntry

from lms.accounts.models import User
from lms.certification.models import Standing
from lms.courses.models import Attempt, ExerciseState, LessonProgress
from lms.exports.models import Pull, PulledPerson, ServiceToken, StatusChange
from lms.outbox.models import OutboxMessage
from tests.bench.measure import Action, answered, median_ms, medians_ms, most_queries, queries
from tests.bench.plain_sql import Leftovers, again, inserting, reading, run
from tests.bench.world import BARE_HOST, signed_in

Tables = tuple[type[Model], ...]
ANSWER: Tables = (Attempt, ExerciseState)
COMPLETION: Tables = (*ANSWER, LessonProgress, ModelLogEntry, OutboxMessage)
FEED_PAGE = 100


@dataclass(frozen=True)
class Cost:
    """Statements (of the heaviest) and median milliseconds."""

    sql: int
    ms: float


def beside(actions: list[Action], bare: Action, runs: int) -> tuple[Cost, Cost]:
    """Return the cost of actions that can be done again and again, and of the bare work.

    Each is done once to warm up. They are timed in turn, so that whatever else this machine does hits both.
    """
    for action in (*actions, bare):
        action()
    counts = most_queries(actions), queries(bare)
    times = medians_ms((actions[n % len(actions)], bare) for n in range(runs))
    return Cost(counts[0], times[0]), Cost(counts[1], times[1])


def cost_once(actions: list[Action], counted: int) -> Cost:
    """Return the cost of actions that can be done only once each; the first ones are counted, not timed."""
    return Cost(most_queries(actions[:counted]), median_ms(actions[counted:]))


def empty_page(person: User) -> Action:
    """Return the visit of this person to an empty Wagtail page, through the same middleware."""
    browser = signed_in(person)
    return answered(200, lambda: browser.get("/kaal/leeg/", headers={"host": BARE_HOST}))


def rows_of_answer(tables: Tables, runs: int) -> Cost:
    """Return the cost of writing the rows that the newest answer left in these tables, once more."""
    with Leftovers(*tables):
        writes = [inserting(row for table in tables for row in _newest(table)) for _ in range(runs + 2)]
        return cost_once([partial(run, (), each) for each in writes], 2)


def _newest(table: type[Model]) -> list[Model]:
    """Return the newest row of a table, or all messages of the newest event, to be added again."""
    newest = table._base_manager.latest("pk")
    if isinstance(newest, OutboxMessage):
        return [again(row) for row in OutboxMessage.objects.filter(event=newest.event)]
    return [again(newest)]


def rows_of_board(people: list[User]) -> Action:
    """Return the reading of what the board shows of these people: one join."""
    about = ("person__uuid", "person__name", "person__joined_on", "state", "criteria", "state_since")
    days = ("until", "expires_on", "last_evidence_on", "next_change_on", "basis", "reason_category")
    ids = sorted(person.pk for person in people)
    rows = Standing.objects.filter(person__in=ids).order_by("person__name", "person")
    return partial(run, [reading(rows.values_list(*about, *days))])


def rows_of_feed() -> Action:
    """Return the reading and writing of one page: the token, the changes, and the pull that is logged."""
    token, pull = ServiceToken.objects.latest("pk"), Pull.objects.latest("pk")
    changes = StatusChange.objects.order_by("sequence")[:FEED_PAGE]
    told = [PulledPerson(pull=pull, person_id=change.person_id) for change in changes]
    reads = [reading(ServiceToken.objects.filter(digest=token.digest)), reading(changes)]
    return partial(run, reads, inserting([pull, *told]))

"""The bounds of the bench hold in a small world too: a page that asks too much is met at once."""

import pytest
from django.db import connection, transaction
from django.utils import timezone

from lms.courses.models import Enrollment, LessonPage
from lms.exports.models import StatusChange
from tests.bench.figures import AS_MANY_AS, BOUNDS, Figure, broken
from tests.bench.measure import answered, most_queries, queries
from tests.bench.run import measure
from tests.bench.world import Size, build_world, signed_in

pytestmark = pytest.mark.django_db
SMALL = Size(learners=110, few=12, finishers=4, short=8, long=40, crowd=60)


@pytest.fixture
def figures(settings) -> list[Figure]:
    """Every figure, of a small world."""
    settings.ROOT_URLCONF = "tests.bench.urls"
    return list(measure(SMALL, timezone.now, runs=2))


def test_it_keeps_every_bound_and_measures_what_it_says(figures):
    assert broken(figures) == []
    assert BOUNDS.keys() | AS_MANY_AS.keys() <= {figure.name for figure in figures}
    assert all(figure.value > 0 and figure.reference > 0 for figure in figures)
    # Everybody's standing went through the outbox into the feed, and the last answers ended their courses.
    assert StatusChange.objects.count() == SMALL.learners
    assert Enrollment.objects.exclude(completed_at=None).count() >= 2 * SMALL.finishers
    assert LessonPage.objects.count() > SMALL.short + SMALL.long


def test_it_asks_no_more_of_the_start_page_and_the_board_for_more_people_and_lessons(settings):
    settings.ROOT_URLCONF = "tests.bench.urls"
    world = build_world(SMALL, timezone.now())
    beginner, halfway = signed_in(world.short.starter), signed_in(world.long.reader)
    koen, olga = signed_in(world.koen), signed_in(world.olga)
    for browser in (beginner, halfway, koen, olga):
        browser.get("/", follow=True)
    # No standing was saved yet, as just after a change of rules: then the board asks two questions more.
    boards = [queries(answered(200, lambda who=who: who.get("/bord/"))) for who in (koen, olga)]
    assert boards[0] == boards[1]
    assert boards[0] <= BOUNDS["board.sql"]
    starts = [queries(answered(200, lambda who=who: who.get("/"))) for who in (beginner, halfway)]
    assert max(starts) <= 16


def test_it_counts_what_reads_and_writes_and_not_the_transaction_around_it():
    def twice() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.execute("SELECT 2")

    assert queries(twice) == 2
    assert most_queries([lambda: None, twice]) == 2


def test_it_refuses_to_measure_a_refusal(client, municipality):
    with pytest.raises(RuntimeError, match="expected 200, got 404"):
        answered(200, lambda: client.get("/zo-iets-is-er-niet/"))()

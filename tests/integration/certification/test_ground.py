"""Which version of the scheme holds for whom, and when a saved standing does not hold any more."""

from datetime import timedelta

import pytest

from lms.accounts.models import User
from lms.certification.models import SchemeVersion, Standing, StatementVersion, Transition
from lms.certification.public import rebuild_standings
from lms.certification.schemes.services import PublicationRefused
from lms.certification.standings.selectors import (
    due_people,
    external_statuses,
    ground_on,
    projected,
    standings_of,
)
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def crowd(db, today):
    """Who started long ago, who starts today, and who did not start yet."""
    days = {"vroeg": today - timedelta(days=300), "nieuw": today, "onbekend": None}
    return {
        name: factory.people_volunteer(name, email=f"{name}@example.org", joined_on=day)
        for name, day in days.items()
    }


def numbers(crowd: dict[str, User], day: object) -> list[int]:
    ground = ground_on(day)  # type: ignore[arg-type]
    assert ground is not None
    return [ground.version_for(person.joined_on).number for person in crowd.values()]


def test_it_gives_everyone_the_new_version_from_its_day(scheme, crowd, now, today):
    factory.publish_next(scheme, today + timedelta(days=3), now)
    assert numbers(crowd, today + timedelta(days=2)) == [1, 1, 1]
    assert numbers(crowd, today + timedelta(days=3)) == [2, 2, 2]


def test_it_lets_others_keep_the_version_that_they_had(scheme, crowd, now, today):
    factory.publish_next(scheme, today, now, transition=Transition.NEW_PEOPLE)
    assert numbers(crowd, today + timedelta(days=900)) == [1, 2, 1]


def test_it_lets_others_keep_their_version_up_to_and_including_a_day(scheme, crowd, now, today):
    until = today + timedelta(days=10)
    factory.publish_next(scheme, today, now, transition=Transition.UNTIL, until=until)
    assert numbers(crowd, until) == [1, 2, 1]
    assert numbers(crowd, until + timedelta(days=1)) == [2, 2, 2]


def test_it_judges_each_person_by_the_own_version(scheme, crowd, now, today):
    factory.publish_next(scheme, today, now, transition=Transition.NEW_PEOPLE)
    rows = projected([person.pk for person in crowd.values()], ground_on(today))
    assert [rows[person.pk].scheme_version.number for person in crowd.values()] == [1, 2, 1]
    told = external_statuses(crowd.values(), today)
    assert told[crowd["nieuw"].pk].scheme_version == f"{scheme.slug}/2"


def test_it_refuses_a_version_for_a_day_that_is_over(scheme, now, today):
    with pytest.raises(PublicationRefused, match="al geweest"):
        factory.publish_next(scheme, today - timedelta(days=1), now)
    with pytest.raises(PublicationRefused, match="welke dag"):
        factory.publish_next(scheme, today, now, transition=Transition.UNTIL)
    assert SchemeVersion.objects.count() == 1


def test_it_computes_again_when_a_transition_ends(scheme, crowd, now, today):
    until = today + timedelta(days=10)
    factory.publish_next(scheme, today, now, transition=Transition.UNTIL, until=until)
    rebuild_standings(now)
    assert set(Standing.objects.values_list("next_change_on", flat=True)) == {until + timedelta(days=1)}
    assert not due_people(ground_on(until)).exists()
    assert due_people(ground_on(until + timedelta(days=1))).count() == len(crowd)
    assert rebuild_standings(now + timedelta(days=11)) == len(crowd)
    assert set(Standing.objects.values_list("scheme_version__number", flat=True)) == {2}


def test_it_computes_again_when_a_text_begins_to_hold(scheme, crowd, now, today):
    later = today + timedelta(days=4)
    StatementVersion.objects.create(
        code="geheimhouding", number=2, title="Nieuw", body="<p>Nieuw</p>", effective_on=later
    )
    rebuild_standings(now)
    assert set(Standing.objects.values_list("next_change_on", flat=True)) == {later}


@pytest.mark.parametrize("was_known", [True, False])
def test_it_computes_again_when_somebody_turns_out_to_start(scheme, crowd, now, today, was_known):
    rebuild_standings(now)
    person = crowd["vroeg" if was_known else "onbekend"]
    User.objects.filter(pk=person.pk).update(joined_on=None if was_known else today)
    ground = ground_on(today)
    assert list(due_people(ground)) == [person]
    row = standings_of([person.pk], ground)[person.pk]
    assert row.started_on == (None if was_known else today)


def test_it_needs_as_many_queries_for_many_versions_and_people(
    scheme, crowd, now, today, django_assert_num_queries
):
    for _ in range(5):
        factory.publish_next(scheme, today, now, transition=Transition.NEW_PEOPLE)
    with django_assert_num_queries(2):
        ground = ground_on(today)
    with django_assert_num_queries(3):
        assert len(projected([person.pk for person in crowd.values()], ground)) == 3

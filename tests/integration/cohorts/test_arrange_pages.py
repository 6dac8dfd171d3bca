"""The pages with which a trainer or coordinator arranges an edition."""

import re

import pytest
from django.urls import reverse

from lms.accounts.models import Organisation
from lms.accounts.public import Role
from lms.courses.cohorts import services
from lms.courses.models import Cohort, CohortMember
from tests.factories import cohorts, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_femke(client, femke, sign_in):
    sign_in(client, femke)
    return client


def plan_rows(*rows: dict[str, str]) -> dict[str, str]:
    """What the plan page sends: four rows, of which these were filled in."""
    data = {"rij-TOTAL_FORMS": "4", "rij-INITIAL_FORMS": "0"}
    for index in range(4):
        data |= {f"rij-{index}-number": str(index + 1), f"initial-rij-{index}-number": str(index + 1)}
        data |= {f"rij-{index}-title": "", f"initial-rij-{index}-title": ""}
    for index, row in enumerate(rows):
        data |= {f"rij-{index}-{name}": value for name, value in row.items()}
    return data


DAY = {
    "title": "Kennismaken",
    "held_on": "2031-03-04",
    "begins": "10:00",
    "ends": "13:00",
    "place": "De Glasbak",
}


def test_it_makes_an_edition_and_sends_on_to_it(home, municipality, femke, as_femke):
    course = cohorts.course()
    page = as_femke.get(reverse("cohorts:new")).content.decode()
    submission = re.search(r'name="submission" value="([0-9a-f-]+)"', page).group(1)
    data = {
        "submission": submission,
        "title": "Najaar 2026",
        "course": course.uid,
        "trainer": femke.uuid,
        "starts_on": "24-11-2026",
        "series": "basistraining",
    }
    for _time in range(2):
        response = as_femke.post(reverse("cohorts:new"), data)
        made = Cohort.objects.get()
        assert response.url == reverse("cohorts:detail", args=[made.uuid])
    assert (made.course, made.trainer, made.series) == (course, femke, "basistraining")


def test_it_keeps_what_was_typed_when_something_is_wrong(home, municipality, as_femke):
    data = {"title": "Najaar <b>", "starts_on": "31-11-2026", "series": "basis training", "course": "x"}
    response = as_femke.post(reverse("cohorts:new"), data)
    page = response.content.decode()
    assert response.status_code == 200
    assert "<title>Fout: " in page
    assert "Vul een datum in, zoals 24-11-2026." in page
    assert 'value="31-11-2026"' in page
    assert "Najaar &lt;b&gt;" in page
    assert not Cohort.objects.exists()


def test_it_plans_the_rows_that_were_filled_in(cohort, as_femke):
    url = reverse("cohorts:plan", args=[cohort.uuid])
    assert as_femke.get(url).content.decode().count('type="date"') == 4
    data = plan_rows(DAY, DAY | {"held_on": "2031-03-11"})
    data["submission"] = "7b0d3c51-8dc0-4a37-a0d5-6fb2f6b87a3e"
    for _time in range(2):
        assert as_femke.post(url, data).url == reverse("cohorts:detail", args=[cohort.uuid])
    assert list(cohort.meetings.values_list("number", flat=True)) == [1, 2]


def test_it_takes_the_subjects_from_the_course(cohort, as_femke):
    cohort.course.meetings = [
        {"type": "meeting", "value": {"number": n, "modules": [n], "core": f"deel {n}, OCO"}}
        for n in (1, 2, 3)
    ]
    cohort.course.save()
    cohorts.meeting(cohort, 1)
    page = as_femke.get(reverse("cohorts:plan", args=[cohort.uuid])).content.decode()
    assert "Deel 1" not in page
    assert page.count('value="Deel 2, OCO"') == 2, "the proposal, and what it was at first"
    assert 'value="Deel 3, OCO"' in page


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (DAY | {"ends": "09:00"}, "Kies een eindtijd die later is dan de begintijd."),
        (DAY | {"held_on": ""}, "Vul een datum in."),
        (DAY | {"number": "nul"}, "Vul een getal in."),
    ],
)
def test_it_says_per_row_what_is_wrong(cohort, as_femke, row, message):
    response = as_femke.post(
        reverse("cohorts:plan", args=[cohort.uuid]), plan_rows(row, DAY | {"number": "2"})
    )
    page = response.content.decode()
    assert response.status_code == 200
    assert message in page
    assert 'value="De Glasbak"' in page
    assert not cohort.meetings.exists()


def test_it_refuses_numbers_that_are_there_already_or_twice(cohort, meeting, as_femke):
    url = reverse("cohorts:plan", args=[cohort.uuid])
    for data in (plan_rows(DAY), plan_rows(DAY | {"number": "3"}, DAY | {"number": "3"})):
        assert "Dit nummer is er al." in as_femke.post(url, data).content.decode()
    assert cohort.meetings.count() == 1


def test_it_asks_for_at_least_one_row(cohort, as_femke):
    response = as_femke.post(reverse("cohorts:plan", args=[cohort.uuid]), plan_rows())
    assert "Vul minstens één bijeenkomst in." in response.content.decode()


@pytest.mark.parametrize("data", [{}, {"rij-TOTAL_FORMS": "999999", "rij-INITIAL_FORMS": "x"}])
def test_it_survives_a_plan_that_makes_no_sense(cohort, as_femke, data):
    assert as_femke.post(reverse("cohorts:plan", args=[cohort.uuid]), data).status_code == 200
    assert not cohort.meetings.exists()


def test_it_changes_a_meeting(cohort, meeting, as_femke):
    data = DAY | {"number": "1", "programme": "10.00 Welkom\n11.30 Pauze", "bring": "Een pen"}
    response = as_femke.post(reverse("cohorts:meeting_change", args=[meeting.uuid]), data)
    assert response.url == reverse("cohorts:meeting", args=[meeting.uuid])
    page = as_femke.get(response.url).content.decode()
    assert "dinsdag 4 maart 2031" in page
    assert "11.30 Pauze" in page
    assert "Een pen" in page


def test_it_gives_people_a_place_and_takes_it_away(cohort, noor, femke, as_femke):
    ilias = people.person("Ilias Amrani", Role.VOLUNTEER)
    url = reverse("cohorts:members", args=[cohort.uuid])
    page = as_femke.get(url).content.decode()
    assert "Ilias Amrani" in page
    assert "Noor de Wit" not in page, "she takes part already"
    as_femke.post(url, {"people": [str(ilias.uuid), str(noor.uuid)]})
    assert set(cohort.members.values_list("user", flat=True)) == {noor.pk, ilias.pk}
    remove = reverse("cohorts:member_remove", args=[cohort.uuid, ilias.uuid])
    assert "Ilias Amrani" in as_femke.get(remove).content.decode()
    assert CohortMember.objects.filter(left_on=None).count() == 2, "asking changes nothing"
    as_femke.post(remove)
    assert CohortMember.objects.get(left_on=None).user == noor
    assert as_femke.get(remove).status_code == 404


@pytest.mark.parametrize("value", ["", "x", "7b0d3c51-8dc0-4a37-a0d5-6fb2f6b87a3e", "1"])
def test_it_asks_again_for_people_it_does_not_know(cohort, as_femke, value):
    response = as_femke.post(reverse("cohorts:members", args=[cohort.uuid]), {"people": value})
    assert response.status_code == 200
    assert cohort.members.count() == 1


def test_it_says_that_a_meeting_with_presence_stays(cohort, meeting, noor, femke, now, as_femke):
    services.record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now)
    response = as_femke.post(reverse("cohorts:meeting_cancel", args=[meeting.uuid]), follow=True)
    assert "De aanwezigheid staat al opgeschreven." in response.content.decode()
    assert cohort.meetings.exists()


def test_it_hides_names_outside_the_scope(cohort, meeting, client, vera, sign_in):
    greet = people.person("Greet Bakker", Role.VOLUNTEER)
    people.member_of(greet, Organisation.objects.get(name="Stichting Elders"))
    cohorts.place(cohort, greet)
    sign_in(client, vera)
    for name, uuid in (("detail", cohort.uuid), ("attendance", meeting.uuid), ("meeting", meeting.uuid)):
        page = client.get(reverse(f"cohorts:{name}", args=[uuid])).content.decode()
        assert "Noor" not in page
    detail = client.get(reverse("cohorts:detail", args=[cohort.uuid])).content.decode()
    assert "Greet Bakker" in detail
    assert "Er doet nog 1 ander mee." in detail


def test_it_lists_editions_with_a_constant_number_of_queries(
    home, municipality, femke, as_femke, django_assert_max_num_queries
):
    for index in range(8):
        edition = cohorts.cohort(f"Lichting {index}")
        cohorts.meeting(edition)
        for number in range(3):
            cohorts.place(edition, people.person(f"Mens{index}{number} Jansen", Role.VOLUNTEER))
    with django_assert_max_num_queries(8):
        page = as_femke.get(reverse("cohorts:list")).content.decode()
    assert page.count("Aanwezigheid invullen") == 8
    with django_assert_max_num_queries(10):
        as_femke.get(reverse("cohorts:detail", args=[edition.uuid]))


def test_it_says_what_to_do_until_everybody_is_written_down(cohort, meeting, noor, femke, now, as_femke):
    ilias = people.person("Ilias Amrani", Role.VOLUNTEER)
    cohorts.place(cohort, ilias)
    todo = "Aanwezigheid invullen"
    for person in (noor, ilias):
        assert todo in as_femke.get(reverse("cohorts:list")).content.decode()
        services.record_attendance(meeting.uuid, {person.uuid: "absent"}, femke, now)
    assert todo not in as_femke.get(reverse("cohorts:list")).content.decode()


def test_it_lets_a_coordinator_of_one_organisation_change_only_an_edition_of_theirs(
    cohort, meeting, client, vera, sign_in
):
    elders = Organisation.objects.get(name="Stichting Elders")
    greet = people.person("Greet Bakker", Role.VOLUNTEER)
    people.member_of(greet, elders)
    cohorts.place(cohort, greet)
    own = cohorts.cohort("Lichting Elders")
    cohorts.place(own, greet)
    own_meeting = cohorts.meeting(own, 1, days=3)
    sign_in(client, vera)

    def statuses(edition: Cohort, of_meeting) -> list[int]:
        names = (
            ("change", edition),
            ("plan", edition),
            ("meeting_change", of_meeting),
            ("meeting_cancel", of_meeting),
        )
        return [
            client.post(reverse(f"cohorts:{name}", args=[thing.uuid]), {}).status_code
            for name, thing in names
        ]

    assert statuses(cohort, meeting) == [403, 403, 403, 403], "Noor of nobody's organisation takes part too"
    assert 403 not in statuses(own, own_meeting)
    page = client.get(reverse("cohorts:detail", args=[cohort.uuid])).content.decode()
    assert "Wijzig de lichting" not in page

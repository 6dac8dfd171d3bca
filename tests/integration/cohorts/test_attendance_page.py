"""The page on which who was there is written down, and the page of a meeting for who goes there."""

import pytest
from django.urls import reverse

from lms.accounts.public import Role
from lms.courses.models import Attendance
from tests.factories import cohorts, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_femke(client, femke, sign_in):
    sign_in(client, femke)
    return client


@pytest.fixture
def url(meeting):
    return reverse("cohorts:attendance", args=[meeting.uuid])


def test_it_saves_everybody_in_one_go(cohort, meeting, noor, as_femke, url):
    ilias = people.person("Ilias Amrani", Role.VOLUNTEER)
    cohorts.place(cohort, ilias)
    response = as_femke.post(url, {f"person-{noor.uuid}": "present", f"person-{ilias.uuid}": "absent"})
    assert response.url == reverse("cohorts:detail", args=[cohort.uuid])
    assert dict(Attendance.objects.values_list("user", "presence")) == {
        noor.pk: "present",
        ilias.pk: "absent",
    }
    page = as_femke.get(url).content.decode()
    assert page.count("checked") == 2


def test_it_leaves_open_what_was_not_answered(cohort, noor, as_femke, url):
    ilias = people.person("Ilias Amrani", Role.VOLUNTEER)
    cohorts.place(cohort, ilias)
    as_femke.post(url, {f"person-{noor.uuid}": "partly"})
    assert Attendance.objects.get().user == noor


def test_it_asks_for_at_least_one_answer(as_femke, url):
    response = as_femke.post(url, {})
    assert "Kies bij minstens één persoon een antwoord." in response.content.decode()


def test_it_loses_nothing_of_a_wrong_form(cohort, noor, as_femke, url):
    ilias = people.person("Ilias Amrani", Role.VOLUNTEER)
    cohorts.place(cohort, ilias)
    response = as_femke.post(url, {f"person-{noor.uuid}": "present", f"person-{ilias.uuid}": "misschien"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Kies een van de drie antwoorden." in page
    assert page.count("checked") == 1
    assert not Attendance.objects.exists()


def test_it_ignores_people_who_are_not_on_the_list(meeting, noor, koen, as_femke, url):
    as_femke.post(url, {f"person-{noor.uuid}": "present", f"person-{koen.uuid}": "present", "meeting": "9"})
    assert Attendance.objects.get().user == noor


def test_it_waits_until_the_meeting_has_started(cohort, noor, as_femke):
    later = cohorts.meeting(cohort, 2, days=3650)
    url = reverse("cohorts:attendance", args=[later.uuid])
    assert "nog niet begonnen" in as_femke.get(url).content.decode()
    response = as_femke.post(url, {f"person-{noor.uuid}": "present"})
    assert "Deze bijeenkomst is nog niet begonnen." in response.content.decode()
    assert not Attendance.objects.exists()


def test_it_shows_the_page_of_a_meeting_to_who_goes_there(cohort, noor, femke, client, sign_in):
    cohort.trainer = femke
    cohort.save()
    later = cohorts.meeting(cohort, 2, days=3650, bring="Je map", programme="10.00 uur Start")
    sign_in(client, noor)
    page = client.get(reverse("cohorts:meeting", args=[later.uuid])).content.decode()
    for text in ("Femke Smit geeft de training.", "Je map", "10.00 uur Start", "De Glasbak, Almere"):
        assert text in page
    assert "maandag 19 november 2036" not in page
    assert "10.00 tot 13.00 uur" in " ".join(page.split())
    assert "Wijzig deze bijeenkomst" not in page


def test_it_hides_a_meeting_from_who_left(cohort, meeting, noor, client, sign_in):
    cohort.members.update(left_on="2026-11-01")
    sign_in(client, noor)
    assert client.get(reverse("cohorts:meeting", args=[meeting.uuid])).status_code == 404


def test_it_needs_few_queries(cohort, meeting, as_femke, url, django_assert_max_num_queries):
    crowd = [people.person(f"Mens{i} Jansen", Role.VOLUNTEER) for i in range(12)]
    for one in crowd:
        cohorts.place(cohort, one)
    with django_assert_max_num_queries(10):
        as_femke.get(url)

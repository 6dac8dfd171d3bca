"""Certificates for a whole edition: preview, choose, one file, and undo."""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.certification.certificates.editions import issue_for_edition, revoke_print
from lms.certification.certificates.rendering import render
from lms.certification.certificates.selectors import edition_rows
from lms.certification.models import Certificate, CertificateRevocation, Rendering
from lms.certification.policies import NotAllowed
from lms.courses.models import Attendance
from tests.factories import certificates as factory
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def trio(home, municipality, noor):
    return [noor, people.person("Sam Ek", "volunteer"), people.person("Ali Öz", "volunteer")]


@pytest.fixture
def edition_of_three(trio):
    return factory.edition(*trio)


def place(name: str, **about: object) -> str:
    return reverse(f"certification:{name}", kwargs=about)


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def chosen(answer) -> list[str]:
    return re.findall(r'name="chosen" value="([^"]+)"[^>]*checked', answer.content.decode())


def test_it_ticks_who_was_there_and_has_none(trio, edition_of_three, femke_client, koen, now):
    noor, sam, ali = trio
    Attendance.objects.filter(user=ali).update(presence="absent")
    factory.proof(sam, koen, now, edition_of_three)
    answer = femke_client.get(place("edition_certificates", cohort=edition_of_three.uuid))
    text = text_of(answer)
    assert "Noor de Wit: bij 3 van de 4 bijeenkomsten" in text
    assert "Sam Ek: bij 3 van de 4 bijeenkomsten, heeft al een bewijs" in text
    assert "Ali" not in text
    assert chosen(answer) == [str(noor.uuid)]
    assert Certificate.objects.count() == 1


def test_it_is_found_from_the_page_of_the_edition(edition_of_three, femke_client):
    page = femke_client.get(reverse("cohorts:detail", kwargs={"uuid": edition_of_three.uuid}))
    assert place("edition_certificates", cohort=edition_of_three.uuid) in text_of(page)


def test_it_makes_one_file_and_one_certificate_each(trio, edition_of_three, femke_client, femke, now):
    page = place("edition_certificates", cohort=edition_of_three.uuid)
    submission = str(uuid.uuid4())
    data = {"submission": submission, "chosen": [str(person.uuid) for person in trio[:2]]}
    for _ in range(2):
        answer = femke_client.post(page, data, follow=True)
    assert "Het bestand wordt gemaakt. 0 van 2 bewijzen zijn klaar." in text_of(answer)
    assert {row.person for row in Certificate.objects.all()} == set(trio[:2])
    row = Rendering.objects.get(certificate=None)
    file = place("certificates_print_pdf", key=row.uuid)
    assert femke_client.get(file).status_code == 404
    render(row.uuid, now)
    assert "Haal het bestand op" in text_of(femke_client.get(place("certificates_print", key=row.uuid)))
    assert femke_client.get(file).content.startswith(b"%PDF-")


def test_it_shows_how_far_it_is_and_asks_again(trio, edition_of_three, femke, femke_client, now):
    row = issue_for_edition(edition_of_three, trio, uuid.uuid4(), actor=femke, now=now)
    page = place("certificates_print", key=row.uuid)
    Rendering.objects.filter(pk=row.pk).update(done=2)
    assert "2 van 3 bewijzen zijn klaar." in text_of(femke_client.get(page))
    Rendering.objects.filter(pk=row.pk).update(state="failed")
    assert "Het bestand maken lukte nog niet." in text_of(femke_client.get(page))
    femke_client.post(place("certificates_print_again", key=row.uuid))
    row.refresh_from_db()
    assert row.state == "waiting"


def test_it_takes_back_what_this_go_made_only(trio, edition_of_three, koen, femke, femke_client, now):
    noor, *others = trio
    before = factory.proof(noor, koen, now, edition_of_three)
    row = issue_for_edition(edition_of_three, trio, uuid.uuid4(), actor=femke, now=now)
    assert set(row.certificates) == {str(each.uuid) for each in Certificate.objects.all()}
    undo = place("certificates_undo", key=row.uuid)
    assert "Deze bewijzen intrekken?" in text_of(femke_client.get(undo))
    assert not CertificateRevocation.objects.exists()
    for words in ("2 bewijzen zijn ingetrokken.", "0 bewijzen zijn ingetrokken."):
        assert words in text_of(femke_client.post(undo, follow=True))
    assert {each.certificate.person for each in CertificateRevocation.objects.all()} == set(others)
    assert before.uuid not in {each.certificate.uuid for each in CertificateRevocation.objects.all()}


def test_it_refuses_people_of_another_edition_or_scope(trio, edition_of_three, femke_client, now, vera):
    stranger = people.person("Jo Berg", "volunteer")
    page = place("edition_certificates", cohort=edition_of_three.uuid)
    for person in (stranger, vera):
        data = {"submission": str(uuid.uuid4()), "chosen": [str(person.uuid)]}
        assert "Kies mensen die in de lijst staan." in text_of(femke_client.post(page, data))
    assert issue_for_edition(edition_of_three, trio, uuid.uuid4(), actor=vera, now=now) is None
    assert not Certificate.objects.exists()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({}, "Kies ten minste één persoon."),
        ({"chosen": ["x"]}, "Kies mensen die in de lijst staan."),
        ({"submission": "x"}, "Dit lukte niet. Laad de pagina opnieuw."),
    ],
)
def test_it_answers_a_broken_form_without_falling_over(edition_of_three, femke_client, data, says):
    answer = femke_client.post(place("edition_certificates", cohort=edition_of_three.uuid), data)
    assert (answer.status_code, Certificate.objects.count()) == (200, 0)
    assert says in text_of(answer)


def test_it_says_that_nobody_was_there_yet(home, municipality, noor, femke_client):
    edition = factory.edition(noor, attended=0)
    answer = femke_client.get(place("edition_certificates", cohort=edition.uuid))
    assert "Er was nog niemand bij een bijeenkomst." in text_of(answer)


def test_it_takes_nothing_back_for_who_lost_the_role(trio, edition_of_three, femke, now):
    row = issue_for_edition(edition_of_three, trio, uuid.uuid4(), actor=femke, now=now)
    femke.role_assignments.update(ended_at=now)
    with pytest.raises(NotAllowed):
        revoke_print(row, actor=femke, now=now)
    assert not CertificateRevocation.objects.exists()


def test_it_reads_a_list_of_thirty_in_as_many_queries_as_a_list_of_three(trio, edition_of_three, femke):
    def count(edition) -> int:
        with CaptureQueriesContext(connection) as found:
            edition_rows(edition, femke)
        return len(found)

    count(edition_of_three)  # roles are read once
    few = count(edition_of_three)
    many = factory.edition(*[people.person(f"Persoon{n} Ek", "volunteer") for n in range(30)])
    assert count(many) == few <= 9

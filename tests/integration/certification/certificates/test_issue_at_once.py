"""Real threads on a real database: numbers count up without a hole, and a double click is one."""

import uuid

import pytest

from lms.certification.certificates.editions import issue_for_edition
from lms.certification.certificates.selectors import Order
from lms.certification.certificates.services import CertificateRefused, issue, reissue
from lms.certification.models import Certificate, Rendering
from lms.certification.rules import HOURS, PARTICIPATION
from tests.at_once import at_once
from tests.factories import certificates as factory
from tests.factories import people

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


def numbers() -> list[int]:
    return list(Certificate.objects.order_by("number").values_list("number", flat=True))


def test_it_numbers_without_a_hole_when_many_are_issued_at_once(home, municipality, koen, now):
    volunteers = [people.person(f"Persoon{n} Ek", people.Role.VOLUNTEER) for n in range(6)]
    edition = factory.edition(*volunteers)
    order = Order(kind=PARTICIPATION, cohort=edition)
    failed = at_once(
        lambda person=person: issue(person, order, uuid.uuid4(), actor=koen, now=now) for person in volunteers
    )
    assert failed == []
    assert numbers() == [1, 2, 3, 4, 5, 6]


def test_it_is_one_certificate_however_often_the_button_is_pressed(home, municipality, noor, koen, now):
    order, submission = Order(kind=PARTICIPATION, cohort=factory.edition(noor)), uuid.uuid4()
    assert at_once([lambda: issue(noor, order, submission, actor=koen, now=now)] * 5) == []
    assert numbers() == [1]
    assert Rendering.objects.count() == 1


def test_it_is_one_valid_proof_when_two_people_issue_it(home, municipality, noor, koen, femke, now):
    order = Order(kind=PARTICIPATION, cohort=factory.edition(noor))
    failed = at_once(
        lambda actor=actor: issue(noor, order, uuid.uuid4(), actor=actor, now=now)
        for actor in (koen, femke, koen, femke)
    )
    assert [type(each) for each in failed] == [CertificateRefused] * 3
    assert numbers() == [1]


def test_it_replaces_a_certificate_once(home, municipality, noor, koen, now):
    proof = factory.proof(noor, koen, now)
    failed = at_once([lambda: reissue(proof, uuid.uuid4(), actor=koen, now=now)] * 4)
    assert [each.code for each in failed] == ["replaced"] * 3
    assert numbers() == [1, 2]


def test_it_makes_one_file_of_a_double_click_on_a_whole_edition(home, municipality, koen, femke, now):
    volunteers = [people.person(f"Persoon{n} Ek", people.Role.VOLUNTEER) for n in range(3)]
    edition, submission = factory.edition(*volunteers), uuid.uuid4()
    failed = at_once(
        [lambda: issue_for_edition(edition, volunteers, submission, actor=koen, now=now)] * 4
        + [lambda: issue_for_edition(edition, volunteers, uuid.uuid4(), actor=femke, now=now)]
    )
    assert failed == []
    assert numbers() == [1, 2, 3]
    assert Rendering.objects.filter(certificate=None).count() == 2


def test_it_counts_hours_and_participation_in_one_row_of_numbers(home, municipality, noor, koen, now):
    edition = factory.edition(noor)
    day = edition.starts_on.replace(month=1, day=1)
    orders = [
        Order(kind=PARTICIPATION, cohort=edition),
        Order(kind=HOURS, starts_on=day, ends_on=day.replace(month=12, day=31)),
    ]
    failed = at_once(
        lambda order=order: issue(noor, order, uuid.uuid4(), actor=koen, now=now) for order in orders
    )
    assert failed == []
    assert numbers() == [1, 2]

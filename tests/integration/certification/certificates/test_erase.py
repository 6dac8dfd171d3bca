"""Erasing a person takes the certificates along: then nobody knows them any more."""

import uuid

import pytest
from django.test import Client

from lms.certification.certificates.editions import issue_for_edition
from lms.certification.certificates.rendering import render
from lms.certification.certificates.services import reissue, revoke, write_own_words
from lms.certification.models import Certificate, CertificateRevocation, OwnWords, Rendering
from lms.privacy.public import declarations
from lms.privacy.services import erase_person
from tests.factories import certificates as factory
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam(db):
    return people.person("Sam Ek", "volunteer")


def erase(person, koen, now) -> None:
    person.is_active = False
    person.save()
    erase_person(person, actor=koen, now=now)


def test_it_leaves_nothing_of_a_certificate_its_successor_and_its_end(proof, noor, koen, now):
    write_own_words(noor, "Luisteren.", now=now)
    newer = reissue(proof, uuid.uuid4(), actor=koen, now=now)
    revoke(newer, "mistake", "", actor=koen, now=now)
    render(Rendering.objects.get(certificate=newer).uuid, now)
    erase(noor, koen, now)
    for model in (Certificate, CertificateRevocation, Rendering, OwnWords):
        assert not model.objects.exists()
    for certificate in (proof, newer):
        assert Client().get(f"/bewijs/{certificate.uuid}/").status_code == 404


def test_it_takes_the_file_of_a_whole_edition_too_but_not_the_proof_of_others(
    home, municipality, noor, sam, koen, now
):
    row = issue_for_edition(factory.edition(noor, sam), [noor, sam], uuid.uuid4(), actor=koen, now=now)
    render(row.uuid, now)
    erase(noor, koen, now)
    assert [each.person for each in Certificate.objects.all()] == [sam]
    assert [each.certificate.person for each in Rendering.objects.all()] == [sam]


def test_it_gives_no_number_of_an_erased_person_to_somebody_else(home, municipality, noor, sam, koen, now):
    edition = factory.edition(noor, sam)
    first = factory.proof(noor, koen, now, edition)
    erase(noor, koen, now)
    assert factory.proof(sam, koen, now, edition).number == first.number + 1


def test_it_keeps_the_proof_when_the_one_who_gave_it_is_erased(proof, koen, femke, now):
    erase(koen, femke, now)
    assert Certificate.objects.get().issued_by_id in {koen.pk, None}
    assert "Koen" in Certificate.objects.get().context["signer"]


def test_it_shows_people_their_certificates_and_words_in_their_own_download(proof, noor, now):
    write_own_words(noor, "Luisteren.", now=now)
    declared = declarations()
    assert declared[Certificate].subject == "person"
    assert "context" in declared[Certificate].fields
    assert "text" in declared[OwnWords].fields
    assert list(Rendering.objects.about(noor)) == [Rendering.objects.get()]

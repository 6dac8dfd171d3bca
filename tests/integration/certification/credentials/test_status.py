"""The public list of what does not hold any more: kept, made again at once, and without a name."""

import base64
import gzip
import json

import pytest
from django.test import Client
from django.urls import reverse

from lms.certification.credentials.selectors import Signer
from lms.certification.models import CertificateCounter
from lms.privacy.services import erase_person

pytestmark = pytest.mark.django_db


def answer(page: int = 0):
    return Client().get(reverse("credentials:status", kwargs={"page": page}))


def withdrawn(page: int = 0) -> set[int]:
    text = json.loads(answer(page).content)["credentialSubject"]["encodedList"][1:]
    packed = gzip.decompress(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    bits = "".join(f"{byte:08b}" for byte in packed)
    return {place for place, bit in enumerate(bits) if bit == "1"}


def test_it_is_empty_before_the_first_certificate(offered):
    assert withdrawn() == set()


def test_it_lists_what_was_taken_back_or_replaced(offered, issue, revoke):
    _held, taken, first = issue(), issue(), issue()
    revoke(taken)
    issue(replaces=first)
    assert withdrawn() == {2, 3}


def test_it_lists_what_was_erased_also_the_last_one(offered, issue, noor, koen, now):
    issue(to=koen)
    issue()
    issue(to=koen)
    issue()
    noor.is_active = False
    noor.save()
    assert withdrawn() == set()
    assert erase_person(noor, actor=koen, now=now)
    assert withdrawn() == {2, 4}


def test_it_is_signed_once_for_all_who_ask(offered, issue, monkeypatch, django_assert_num_queries):
    issue()
    first = answer().content
    monkeypatch.setattr(Signer, "sign", lambda *_: pytest.fail("signed again"))
    with django_assert_num_queries(3):
        assert answer().content == first


def test_it_is_signed_again_when_the_key_is_new(offered, issue, settings, tmp_path):
    issue()
    first = json.loads(answer().content)["proof"]["verificationMethod"]
    settings.CREDENTIAL_KEY_FILE = str(tmp_path / "next-key.pem")
    assert json.loads(answer().content)["proof"]["verificationMethod"] != first


def test_it_has_a_page_only_for_numbers_that_were_given_out(offered, issue):
    issue()
    assert answer(1).status_code == 404
    assert answer(10**30).status_code == 404
    CertificateCounter.objects.update(last=131_073)
    assert withdrawn(1) == {0, 1}  # given out, and no certificate any more


def test_it_may_be_read_by_a_page_of_anybody(offered, issue):
    for response in (answer(), Client().get(reverse("credentials:did"))):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Cache-Control"] == "public, max-age=300"
        assert "Set-Cookie" not in response


def test_it_says_nothing_where_nothing_was_ever_offered(municipality, settings, tmp_path):
    settings.CREDENTIAL_KEY_FILE = str(tmp_path / "key.pem")
    assert answer().status_code == 404
    assert Client().get(reverse("credentials:did")).status_code == 404
    assert not (tmp_path / "key.pem").exists()

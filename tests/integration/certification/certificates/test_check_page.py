"""Anybody checks a paper: whether it holds, and nothing more without the code."""

import uuid

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from wagtail.models import ModelLogEntry

from lms.certification.certificates.codes import paper_code
from lms.certification.certificates.services import reissue, revoke, write_own_words
from lms.certification.certificates.signing_key import code_secret
from lms.settings.signing import SigningKey
from tests.factories import certificates as factory
from tests.factories import people

pytestmark = pytest.mark.django_db
SECRETS = ("Noor", "de Wit", "Luisteren", "Najaar", "3 van de 4", "Koen Bos")


@pytest.fixture
def browser() -> Client:
    return Client()


@pytest.fixture
def paper(edition, noor, koen, now):
    write_own_words(noor, "Luisteren is iets doen.", now=now)
    return factory.proof(noor, koen, now, edition)


def place(certificate) -> str:
    return f"/bewijs/{certificate.uuid}/"


def code_of(certificate) -> str:
    return paper_code(code_secret(), certificate.uuid.bytes)


def main(answer) -> str:
    """The page without head and foot: the network's coordinator has a name there anyway."""
    return answer.content.decode().partition("<main")[2].partition("</main>")[0]


def test_it_says_that_it_holds_and_of_which_month(paper, browser):
    text = main(browser.get(place(paper)))
    assert "Dit bewijs is geldig." in text
    assert "Bewijs van deelname, november 2026." in text
    assert not [secret for secret in SECRETS if secret in text]


def test_it_shows_what_is_on_the_paper_to_who_holds_it(paper, browser):
    for typed in (code_of(paper), code_of(paper).lower().replace("-", " ")):
        text = main(browser.post(place(paper), {"code": typed}))
        assert "Dit bewijs is geldig." in text
        assert [secret for secret in SECRETS if secret not in text] == ["Koen Bos"]


def test_it_tells_nothing_for_a_wrong_code(paper, proof_of_sam, browser):
    for typed in ("AAAA-AAAA-AAAA", "nonsense", "", "x" * 500, code_of(proof_of_sam), "<script>"):
        answer = browser.post(place(paper), {"code": typed})
        assert answer.status_code == 200
        text = main(answer)
        assert "Fout:" in answer.content.decode()
        assert not [secret for secret in SECRETS if secret in text]


@pytest.fixture
def proof_of_sam(paper, koen, now):
    return factory.proof(people.person("Sam Ek", people.Role.VOLUNTEER), koen, now)


def test_it_says_that_it_was_replaced_and_keeps_the_first_paper(paper, noor, koen, now, browser):
    noor.name = "Noor Jansen"
    noor.save()
    newer = reissue(paper, uuid.uuid4(), actor=koen, now=now)
    text = main(browser.get(place(paper)))
    assert "Dit bewijs is vervangen." in text
    assert str(newer.uuid) not in text
    assert "Noor de Wit" in main(browser.post(place(paper), {"code": code_of(paper)}))
    assert "Dit bewijs is geldig." in main(browser.get(place(newer)))


def test_it_says_that_it_was_taken_back_but_not_why(paper, koen, now, browser):
    revoke(paper, "other", "Heel geheim.", actor=koen, now=now)
    for answer in (browser.get(place(paper)), browser.post(place(paper), {"code": code_of(paper)})):
        assert "Dit bewijs is ingetrokken." in main(answer)
        assert "geheim" not in main(answer)


def test_it_does_not_know_what_was_never_given(browser, home, municipality):
    for answer in (
        browser.get(f"/bewijs/{uuid.uuid4()}/"),
        browser.post(f"/bewijs/{uuid.uuid4()}/", {"code": "AAAA-AAAA-AAAA"}),
    ):
        assert answer.status_code == 404
        assert "Wij kennen dit bewijs niet." in main(answer)
        assert "<form" not in main(answer)


def test_it_stays_out_of_search_engines_and_caches(paper, browser, noor, sign_in):
    for client in (browser, Client()):
        for answer in (client.get(place(paper)), client.get(f"/bewijs/{uuid.uuid4()}/")):
            assert answer["Cache-Control"] == "no-store"
            assert answer["X-Robots-Tag"] == "noindex, nofollow"
            assert '<meta name="robots" content="noindex, nofollow">' in answer.content.decode()
        sign_in(client, noor)


def test_it_stops_who_keeps_guessing(paper, browser):
    for _ in range(10):
        assert browser.post(place(paper), {"code": "AAAA-AAAA-AAAA"}).status_code == 200
    for certificate in (place(paper), f"/bewijs/{uuid.uuid4()}/"):
        assert browser.post(certificate, {"code": code_of(paper)}).status_code == 429
    assert browser.get(place(paper)).status_code == 200


def test_it_logs_who_was_looked_at_but_not_the_code(paper, browser):
    browser.post(place(paper), {"code": code_of(paper)})
    browser.post(place(paper), {"code": "AAAA-AAAA-AAAA"})
    entries = ModelLogEntry.objects.filter(action="certification.certificate_checked").order_by("pk")
    assert [entry.data["result"] for entry in entries] == ["done", "refused"]
    assert code_of(paper) not in str([entry.data for entry in entries])


def test_it_knows_the_code_of_a_former_key(paper, browser, settings):
    old_code = code_of(paper)
    new = SigningKey(ec.generate_private_key(ec.SECP256R1()), settings.SIGNING_KEY.certificate)
    settings.FORMER_SIGNING_KEYS = (settings.SIGNING_KEY,)
    settings.SIGNING_KEY = new
    assert code_of(paper) != old_code
    for code in (old_code, code_of(paper)):
        assert "Noor de Wit" in main(browser.post(place(paper), {"code": code}))
    settings.FORMER_SIGNING_KEYS = ()
    assert "Noor" not in main(browser.post(place(paper), {"code": old_code}))


def test_it_needs_three_queries_or_fewer(paper, browser, django_assert_max_num_queries):
    browser.get(place(paper))
    with django_assert_max_num_queries(4):
        browser.get(place(paper))

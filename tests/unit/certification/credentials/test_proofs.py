"""Proofs: made in Python, checked by our own reading and by the verifier of npm."""

import copy

import pytest

from lms.certification.credentials.proofs import UnknownTermError, canonical
from tests.unit.certification.credentials import scene
from tests.unit.certification.credentials.checking import (
    changed,
    in_node,
    leaves,
    value_at,
    verifies,
    without,
)
from tests.unit.certification.credentials.scene import (
    KEY,
    OTHER_KEY,
    keys_document,
    status_list,
    unsigned,
    with_proof,
)

CONTEXTS = {"participation": scene.participation(), "hours": scene.hours()}
# Signs that libraries write in different ways: quotes, slashes, signs that control, letters of every plane.
TITLES = (
    '"Samen" \\ sterk',
    "Zoë’s café 🙂",
    "دورة",
    "a\tb\x0cc\x00d\x7fe\n",
    "\u2028x\u00ad",
    "<b>&amp;</b>",
)


def titled(title: str) -> dict:
    context = scene.hours()
    context["facts"]["course"] = title
    return context


@pytest.mark.parametrize("kind", sorted(CONTEXTS))
def test_it_is_genuine_for_both_verifiers(kind: str):
    credential = with_proof(unsigned(CONTEXTS[kind]))
    assert verifies(credential, keys_document())
    (verdict,) = in_node([credential], [keys_document(), status_list()])
    assert verdict.holds, verdict.error


def test_it_is_genuine_whatever_the_name_of_the_training():
    credentials = [with_proof(unsigned(titled(title))) for title in TITLES]
    verdicts = in_node(credentials, [keys_document(), status_list()])
    assert [verdict.error for verdict in verdicts] == [""] * len(TITLES)
    assert all(verdict.holds for verdict in verdicts)


def test_it_gives_the_same_proof_for_the_same_document():
    assert with_proof(unsigned()) == with_proof(unsigned())


def test_it_is_not_genuine_when_any_value_was_changed():
    credential = with_proof(unsigned(scene.hours()))
    places = list(leaves(credential))
    changes = [changed(credential, place, f"{value_at(credential, place)}x") for place in places]
    assert len(changes) > 30
    assert [
        place for place, each in zip(places, changes, strict=True) if verifies(each, keys_document())
    ] == []
    verdicts = in_node(changes, [keys_document(), status_list()])
    assert [p for p, verdict in zip(places, verdicts, strict=True) if verdict.genuine] == []


def test_it_is_not_genuine_when_anything_was_left_out():
    credential = with_proof(unsigned(scene.hours()))
    places = [place for place in leaves(credential) if place[0] != "proof"]
    changes = [without(credential, place) for place in places]
    assert not any(verifies(each, keys_document()) for each in changes)
    verdicts = in_node(changes, [keys_document(), status_list()])
    assert [p for p, verdict in zip(places, verdicts, strict=True) if verdict.genuine] == []


@pytest.mark.parametrize("term", ["name", "naam", "https://schema.org/givenName"])
def test_it_is_not_genuine_when_something_was_added(term: str):
    credential = with_proof(unsigned())
    added = copy.deepcopy(credential)
    added["credentialSubject"][term] = "Vera"
    assert not verifies(added, keys_document())
    (verdict,) = in_node([added], [keys_document(), status_list()])
    assert not verdict.genuine


def test_it_is_not_genuine_with_the_key_of_somebody_else():
    # The name of our key, the signature of another one.
    forged = with_proof(unsigned(), OTHER_KEY)
    method = with_proof(unsigned())["proof"]["verificationMethod"]
    forged = changed(forged, ("proof", "verificationMethod"), method)
    stranger = with_proof(unsigned(), OTHER_KEY)
    assert not verifies(forged, keys_document())
    assert not verifies(stranger, keys_document())
    verdicts = in_node([forged, stranger], [keys_document(), status_list()])
    assert [verdict.genuine for verdict in verdicts] == [False, False]


def test_it_stays_genuine_after_a_new_key_as_long_as_the_old_one_is_listed():
    credential = with_proof(unsigned(), OTHER_KEY)
    (listed,) = in_node([credential], [keys_document(KEY, OTHER_KEY), status_list()])
    (gone,) = in_node([credential], [keys_document(KEY), status_list()])
    assert listed.holds, listed.error
    assert not gone.genuine


def test_it_does_not_hold_when_it_was_withdrawn():
    credential = with_proof(unsigned())
    (verdict,) = in_node([credential], [keys_document(), status_list(17)])
    assert (verdict.genuine, verdict.holds) == (True, False)
    (other,) = in_node([credential], [keys_document(), status_list(16, 18)])
    assert other.holds, other.error


def test_it_does_not_trust_a_status_list_that_was_tampered_with():
    bits = status_list()["credentialSubject"]["encodedList"]
    forged = changed(status_list(17), ("credentialSubject", "encodedList"), bits)
    (verdict,) = in_node([with_proof(unsigned())], [keys_document(), forged])
    assert not verdict.genuine
    assert "not verified" in verdict.error


def test_it_signs_nothing_with_a_term_that_means_nothing():
    document = unsigned()
    document["naam"] = "Noor"
    with pytest.raises(UnknownTermError):
        canonical(document)

"""Laws of digital proofs: every certificate gives one that is genuine, and no value in it can be changed."""

import uuid
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lms.certification.credentials.rules import achievement_credential, claim_of
from tests.unit.certification.credentials import scene
from tests.unit.certification.credentials.checking import changed, leaves, value_at, verifies

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
MAYBE_DAYS = st.one_of(st.just(""), DAYS.map(date.isoformat))
# Everything that a database can hold in a text: all signs but half a pair.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
KEYS = scene.keys_document()


@st.composite
def contexts(draw: st.DrawFn) -> dict[str, Any]:
    """A frozen context of either kind, with any texts, days and minutes."""
    kind = draw(st.sampled_from([scene.participation, scene.hours]))
    context = kind() | {"issued_on": draw(DAYS).isoformat(), "network": draw(TEXTS)}
    facts = context["facts"] | {"starts_on": draw(MAYBE_DAYS), "ends_on": draw(MAYBE_DAYS)}
    facts["minutes"] = draw(st.integers(0, 1_000_000))
    if "course" in facts:
        facts["course"] = draw(TEXTS)
    return context | {"facts": facts, "name": draw(TEXTS), "words": draw(TEXTS)}


def credential(certificate: uuid.UUID, number: int, context: dict[str, Any]) -> dict[str, Any]:
    """The signed credential of a certificate."""
    claim = claim_of(certificate, number, context, scene.ZONE)
    return scene.with_proof(achievement_credential(claim, scene.SITE), at=claim.issued_at)


@settings(max_examples=60, deadline=None)
@given(st.uuids(), st.integers(1, 10_000_000), contexts())
def test_it_gives_a_genuine_proof_of_every_certificate(certificate, number, context):
    assert verifies(credential(certificate, number, context), KEYS)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_it_notices_every_change_of_one_sign(data: st.DataObject):
    document = credential(data.draw(st.uuids()), data.draw(st.integers(1, 10_000_000)), data.draw(contexts()))
    place = data.draw(st.sampled_from(list(leaves(document))))
    text = value_at(document, place)
    at = data.draw(st.integers(0, len(text)))
    sign = data.draw(st.characters(exclude_categories=["Cs"]).filter(lambda sign: sign != text[at : at + 1]))
    assert not verifies(changed(document, place, text[:at] + sign + text[at + 1 :]), KEYS)


@settings(max_examples=60, deadline=None)
@given(contexts(), TEXTS, TEXTS)
def test_it_says_the_same_whatever_the_name_and_the_words(context, name, words):
    other = context | {"name": name, "words": words}
    assert credential(scene.CERTIFICATE, 7, context) == credential(scene.CERTIFICATE, 7, other)

"""What if we asked another number: who would stop, who would come, and nothing is kept."""

import uuid

import pytest
from django.urls import reverse

from lms.certification.models import ImpactPreview, SchemeDraft, SchemeVersion
from lms.certification.readiness import scheme_from_data, walk
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.services import publish_scheme
from tests.integration.certification.schemes import town
from tests.integration.certification.schemes.conftest import typed

pytestmark = pytest.mark.django_db


def url(rule_id, name="scheme_trial"):
    return reverse(f"certification:{name}", kwargs={"rule_id": rule_id})


def test_it_opens_for_every_criterion_and_its_parts(scheme, koen_client):
    for rule in walk(scheme_from_data(scheme.content).criteria):
        form = koen_client.get(url(rule.id)).context["form"]
        values = {name: form[name].value() for name in form.fields}
        response = koen_client.get(url(rule.id), values)
        assert "Niemands stand verandert." in response.content.decode() or not values, rule.id


def test_it_says_who_stops_and_who_comes(scheme, koen, koen_client, now):
    town.crowd(koen, now)
    html = koen_client.get(url("live_days"), {"effect": "block", "minimum": 1, "of": 4}).content.decode()
    for words in (
        "De stand van 6 mensen verandert.",
        "4 vallen uit.",
        "Els Proef",
        "Maak hier een concept van",
    ):
        assert words in html
    assert "Fien Proef" not in html
    assert (SchemeDraft.objects.count(), ImpactPreview.objects.count(), SchemeVersion.objects.count()) == (
        0,
        0,
        1,
    )


def test_it_says_who_comes_when_less_is_asked(scheme, koen, koen_client, now, today):
    els = town.matchable("Els", None, koen, now)
    publish_scheme(town.asks_a_day(scheme_from_data(scheme.content)), today, actor=koen, now=now)
    html = koen_client.get(url("live_days"), {"effect": "warn", "minimum": 1, "of": 4}).content.decode()
    assert "1 komt erbij." in html
    assert els.name in html


def test_it_says_who_stops_when_a_document_counts_shorter(scheme, koen, koen_client, now):
    town.matchable("Els", None, koen, now)
    html = koen_client.get(url("vog"), {"effect": "block", "length": 3}).content.decode()
    assert "1 valt uit." in html


@pytest.mark.parametrize(
    ("rule_id", "said", "words"),
    [
        ("live_days", {"effect": "block", "minimum": 9, "of": 4}, "Het aantal past niet"),
        ("live_days", {"effect": "block", "minimum": "veel", "of": 4}, "Kies een heel getal"),
        ("vog", {"effect": "block", "length": 0}, "Kies een geldige lengte."),
        ("vog", {"effect": "x", "length": 1}, "Kies een van de antwoorden"),
        ("vog", {"length": "9" * 400}, "Kies"),
    ],
)
def test_it_refuses_what_cannot_be_meant(rule_id, said, words, scheme, koen_client):
    response = koen_client.get(url(rule_id), said)
    assert response.status_code == 200
    assert words in response.content.decode()


def test_it_makes_a_draft_of_what_was_tried(scheme, koen_client):
    said = {"effect": "block", "minimum": 2, "of": 4, "draft": str(uuid.UUID(int=3))}
    for _click in range(2):
        response = koen_client.post(url("live_days", "scheme_trial_draft"), said)
    draft = SchemeDraft.objects.get()
    assert response.url == reverse("certification:draft", kwargs={"uuid": draft.uuid})
    made = rules.find(scheme_from_data(draft.content), "live_days").rule
    assert (made.minimum, made.effect, draft.based_on) == (2, "block", scheme)


def test_it_goes_back_to_the_numbers_when_they_are_wrong(scheme, koen_client):
    said = {"effect": "block", "minimum": 9, "of": 4, "draft": "x"}
    response = koen_client.post(url("live_days", "scheme_trial_draft"), said)
    assert response.url == f"{url('live_days')}?effect=block&minimum=9&of=4"


def test_it_leaves_many_people_to_a_draft(scheme, koen, koen_client, now, monkeypatch):
    monkeypatch.setattr("lms.certification.schemes.trials.views.MOST_AT_ONCE", 1)
    town.crowd(koen, now)
    html = koen_client.get(url("live_days"), {"effect": "block", "minimum": 1, "of": 4}).content.decode()
    assert "Er zijn meer dan 1000 vrijwilligers." in html
    assert "Els Proef" not in html


def test_it_knows_only_criteria_of_today(scheme, koen_client):
    assert koen_client.get(url("weg")).status_code == 404


def test_it_has_nothing_to_try_without_a_scheme(koen_client):
    assert koen_client.get(url("vog")).status_code == 404


def test_it_shows_the_same_form_again(scheme, koen_client):
    response = koen_client.get(url("live_days"), {"effect": "block", "minimum": 2, "of": 4})
    assert typed(response.context["form"]) == {"effect": "block", "minimum": "2", "of": "4"}

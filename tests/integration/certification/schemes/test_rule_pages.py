"""One page per criterion: it shows what is there, saves what was typed, and loses nothing."""

import json
import uuid

import pytest
from django.urls import reverse

from lms.certification.models import DraftRevision, SchemeDraft
from lms.certification.readiness import (
    AllOf,
    NOf,
    Validity,
    oco_levensbreed,
    scheme_from_data,
    scheme_to_data,
    walk,
)
from lms.certification.readiness.scheme import FirstThen
from lms.certification.readiness.validity import RenewFrom, Unit
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.drafts.kind_forms import KINDS
from lms.certification.schemes.drafts.services import begin_draft, change_scheme
from lms.outbox.models import OutboxMessage
from tests.factories import certification as factory
from tests.integration.certification.schemes.conftest import typed

pytestmark = pytest.mark.django_db
TEXTS = {
    "why": "Daarom.",
    "how": "Zo.",
    "alternative": "In een gesprek.",
    "effect": "warn",
    "where": "shared",
}
FIXED = {"unit": "months", "renew_from": "fixed"}
# What is typed for a new criterion of each kind, and some of what comes of it.
NEW = {
    "lessen": ({"lessons_0": list(factory.LESSONS[:3]), "minimum": 2}, {"minimum": 2}),
    "nieuws": ({"lessons_0": list(factory.LESSONS[:2])}, {"items": factory.LESSONS[:2]}),
    "bijeenkomsten": ({"series": "basistraining", "minimum": 2, "of": 3}, {"minimum": 2, "of": 3}),
    "verklaring": ({"code": "geheimhouding"}, {"code": "geheimhouding"}),
    "document": ({"what": "-"}, {"what": "nieuwe_eis"}),
    "gesprek": ({"what": "closing_talk", "points": ["grenzen"]}, {"points": ("grenzen",)}),
    "rollen": ({"must_be_seen": "on"}, {"must_be_seen": True}),
    "intervisie": (
        {
            "minimum_sessions": 2,
            "window_months": 6,
            "minimum_net_minutes": 0,
            "group_min": 3,
            "group_max": 9,
            "warn_days": 30,
        },
        {"window_months": 6, "warn_days": 30},
    ),
    "ouder": ({}, {}),
    "contactpersoon": ({}, {}),
    "grenzenkaart": ({}, {}),
}


def rule_url(draft, rule_id):
    return reverse("certification:draft_rule", kwargs={"uuid": draft.uuid, "rule_id": rule_id})


def rule_of(draft, rule_id):
    draft.refresh_from_db()
    return rules.find(scheme_from_data(draft.content), rule_id).rule


def broad(koen, now):
    """A draft with every kind of criterion, life domains and groups in it."""
    items = factory.Items()
    scheme = oco_levensbreed(
        course_items=items.course_items,
        boundary_scenarios=items.boundary_scenarios,
        awareness_items=items.awareness_items,
    )
    draft = begin_draft(scheme, uuid.uuid4(), based_on=None, actor=koen, now=now)
    inside = ["live_days", "intervision"]
    texts = {name: TEXTS[name] for name in ("why", "how", "alternative")}

    def group(found):
        return NOf(id="samen", title="Samen", effect="warn", rules=found, n=1, **texts)

    return change_scheme(draft, 1, lambda found: rules.bundle(found, inside, group), actor=koen, now=now)


def test_it_changes_nothing_when_nobody_types(scheme, koen, koen_client, now):
    draft = broad(koen, now)
    before = draft.content
    for rule in walk(scheme_from_data(draft.content).criteria):
        form = koen_client.get(rule_url(draft, rule.id)).context["form"]
        response = koen_client.post(rule_url(draft, rule.id), typed(form))
        assert response.status_code == 302, (rule.id, response.context and response.context["form"].errors)
    draft.refresh_from_db()
    assert (draft.revision, draft.content) == (2, before)


@pytest.mark.parametrize("kind", KINDS)
def test_it_adds_a_criterion_of_every_kind(kind, draft, koen_client):
    said, wanted = NEW[kind]
    url = reverse("certification:draft_add", kwargs={"uuid": draft.uuid, "kind": kind})
    assert koen_client.get(url).status_code == 200
    answer = koen_client.post(url, {"revision": 1, "title": "Nieuwe eis", **TEXTS, **said})
    assert answer.status_code == 302, answer.context["form"].errors
    made = rule_of(draft, "nieuwe_eis")
    assert type(made) is KINDS[kind].form.makes
    assert {name: getattr(made, name) for name in wanted} == wanted


def test_it_knows_every_kind_of_criterion():
    assert set(NEW) == set(KINDS)


def test_it_changes_numbers_validity_and_deadline(draft, koen_client):
    url = rule_url(draft, "vog")
    said = typed(koen_client.get(url).context["form"])
    said |= {
        "unit": "year_end",
        "length": 1,
        "renew_from": "expiry",
        "window_days": 30,
        "warn_days": 14,
        "due_days": 60,
    }
    assert koen_client.post(url, said).status_code == 302
    made = rule_of(draft, "vog")
    wanted = Validity(length=1, unit=Unit.YEAR_END, renew_from=RenewFrom.EXPIRY, window_days=30, warn_days=14)
    assert (made.validity, made.due_days) == (wanted, 60)


@pytest.mark.parametrize(
    ("rule_id", "said", "field"),
    [
        ("vog", {"title": ""}, "title"),
        ("vog", {"unit": "months", "length": ""}, "length"),
        ("vog", {"unit": "months", "length": 1201}, "length"),
        (
            "vog",
            {"unit": "months", "length": 7, "renew_from": "fixed", "fixed_day": 1, "fixed_month": 3},
            "length",
        ),
        ("vog", {"unit": "months", "renew_from": "fixed", "fixed_day": 31, "fixed_month": 2}, "fixed_day"),
        ("vog", {"unit": "months", "length": 1, "renew_from": "expiry", "window_days": 28}, "window_days"),
        ("vog", {"warn_days": "veel"}, "warn_days"),
        ("vog", {"due_days": 0}, "due_days"),
        ("vog", {"where": "group:weg"}, "where"),
        ("live_days", {"minimum": 5, "of": 4}, "minimum"),
        ("intervision", {"group_min": 9, "group_max": 8}, "group_max"),
        ("boundaries", {"how_many": "aantal", "n": 3}, "n"),
        ("boundaries", {"how_many": "aantal", "n": ""}, "n"),
    ],
)
def test_it_shows_what_is_wrong_at_its_field_and_keeps_what_was_typed(
    rule_id, said, field, draft, koen_client
):
    url = rule_url(draft, rule_id)
    values = typed(koen_client.get(url).context["form"]) | {"why": "Dit typte ik zelf."} | said
    response = koen_client.post(url, values)
    assert response.status_code == 200
    assert field in response.context["form"].errors
    html = response.content.decode()
    assert "Dit typte ik zelf." in html
    assert "<title>Fout: " in html
    assert DraftRevision.objects.count() == 1


def test_it_tells_what_another_changed_and_saves_the_second_time(draft, greet, koen_client, now):
    url = rule_url(draft, "vog")
    values = typed(koen_client.get(url).context["form"]) | {"why": "Mijn eigen woorden."}
    change_scheme(draft, 1, lambda found: rules.move(found, "closing_talk", -1), actor=greet, now=now)
    response = koen_client.post(url, values)
    html = response.content.decode()
    assert response.status_code == 200
    assert "Greet wijzigde dit concept." in html
    assert "Mijn eigen woorden." in html
    assert "verplaatst" in html
    again = typed(response.context["form"])
    assert again["revision"] == "2"
    assert koen_client.post(url, again).status_code == 302
    assert rule_of(draft, "vog").why == "Mijn eigen woorden."
    moved = [each.id for each in scheme_from_data(draft.content).rules]
    assert moved.index("closing_talk") < moved.index("vog")


def test_it_keeps_what_was_typed_when_the_criterion_was_taken_away(draft, greet, koen_client, now):
    url = rule_url(draft, "vog")
    values = typed(koen_client.get(url).context["form"]) | {"why": "Mijn eigen woorden."}
    change_scheme(draft, 1, lambda found: rules.remove(found, "vog"), actor=greet, now=now)
    response = koen_client.post(url, values)
    assert "Mijn eigen woorden." in response.content.decode()
    add = reverse("certification:draft_add", kwargs={"uuid": draft.uuid, "kind": "document"})
    assert response.context["action"] == add
    assert koen_client.post(add, typed(response.context["form"])).status_code == 302
    assert rule_of(draft, "bewijs_over_gedrag_vog").why == "Mijn eigen woorden."


@pytest.mark.parametrize("revision", ["", "0", "-1", "9999999999999999999999", "x", "²"])
def test_it_knows_no_criterion_that_never_was(revision, draft, koen_client):
    assert koen_client.post(rule_url(draft, "weg"), {"revision": revision}).status_code == 404


def test_it_moves_a_criterion_to_a_life_domain(draft, koen_client, changed):
    changed(draft, lambda found: rules.add_domain(found, "Jeugd"))
    url = rule_url(draft, "intervision")
    values = typed(koen_client.get(url).context["form"]) | {"where": "domain:jeugd"}
    assert koen_client.post(url, values).status_code == 302
    draft.refresh_from_db()
    assert [each.id for each in scheme_from_data(draft.content).domains[0].rules] == ["intervision"]


def test_it_makes_a_group_of_each_kind(draft, koen_client):
    url = reverse("certification:draft_group", kwargs={"uuid": draft.uuid})
    said = {
        "revision": 1,
        "title": "Samen",
        **TEXTS,
        "how_many": "eerst",
        "members": ["agreement", "secrecy"],
    }
    assert koen_client.post(url, said).status_code == 302
    made = rule_of(draft, "samen")
    assert isinstance(made, FirstThen)
    assert [each.id for each in made.rules] == ["agreement", "secrecy"]
    values = typed(koen_client.get(rule_url(draft, "samen")).context["form"]) | {"how_many": "alles"}
    assert koen_client.post(rule_url(draft, "samen"), values).status_code == 302
    assert isinstance(rule_of(draft, "samen"), AllOf)


def test_it_refuses_a_group_of_things_that_do_not_stand_together(draft, koen_client):
    url = reverse("certification:draft_group", kwargs={"uuid": draft.uuid})
    said = {"revision": 1, "title": "Samen", **TEXTS, "how_many": "alles", "members": ["vog", "other_roles"]}
    response = koen_client.post(url, said)
    assert "Kies eisen die bij elkaar staan." in response.content.decode()


def test_it_shows_an_example_of_a_real_person_without_saving(draft, noor, koen_client, now, today):
    factory.ready(noor, today, now)
    url = rule_url(draft, "vog")
    values = typed(koen_client.get(url).context["form"])
    said = values | {"unit": "months", "length": 12, "example": "ja", "person": str(noor.uuid)}
    response = koen_client.post(url, said)
    html = response.content.decode()
    assert "22 november 2027" in html
    assert "Noor de Wit" in html
    draft.refresh_from_db()
    assert draft.revision == 1


def test_it_shows_no_example_of_somebody_out_of_sight(draft, noor, femke, koen_client):
    values = typed(koen_client.get(rule_url(draft, "vog")).context["form"])
    response = koen_client.post(rule_url(draft, "vog"), values | {"example": "ja", "person": str(femke.uuid)})
    assert "Femke" not in response.content.decode()


def test_it_needs_the_same_queries_for_any_number_of_people(
    draft, noor, koen_client, django_assert_num_queries
):
    url = rule_url(draft, "vog")
    koen_client.get(url)
    for number in range(5):
        factory.people_volunteer(f"Mens{number} Proef")
    with django_assert_num_queries(15):
        koen_client.get(url)


def test_it_publishes_nothing_by_writing(draft, koen_client):
    before = OutboxMessage.objects.count()
    values = typed(koen_client.get(rule_url(draft, "vog")).context["form"]) | {"why": "Anders."}
    koen_client.post(rule_url(draft, "vog"), values)
    assert OutboxMessage.objects.count() == before


def test_it_reads_back_what_it_wrote(draft, koen_client):
    values = typed(koen_client.get(rule_url(draft, "vog")).context["form"]) | {"how": "Regel 1\r\nRegel 2 "}
    koen_client.post(rule_url(draft, "vog"), values)
    draft.refresh_from_db()
    assert rule_of(draft, "vog").how == "Regel 1\nRegel 2"
    download = koen_client.get(reverse("certification:draft_download", kwargs={"uuid": draft.uuid}))
    assert json.loads(download.content) == scheme_to_data(scheme_from_data(draft.content))
    assert SchemeDraft.objects.count() == 1

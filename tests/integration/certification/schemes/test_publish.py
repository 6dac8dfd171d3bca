"""Publish: what was shown is what happens, or nothing happens."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from lms.accounts.models import RoleAssignment
from lms.audit.public import Result
from lms.certification.models import ImpactPreview, ImpactRow, SchemeVersion
from lms.certification.policies import NotAllowed
from lms.certification.readiness import FactKind, oco_almere_licht, scheme_from_data
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.drafts.services import Plan, begin_draft, plan_draft
from lms.certification.schemes.impact import services as impact
from lms.certification.schemes.impact.services import ask_preview
from lms.certification.schemes.publication.services import (
    ask_publication,
    publish_as_asked,
    publish_draft,
)
from lms.certification.schemes.refusals import NotPublished
from lms.certification.schemes.services import publish_scheme
from lms.outbox.models import OutboxMessage
from lms.outbox.public import deliver_due
from tests.factories import certification as factory
from tests.integration.certification.schemes import town

pytestmark = pytest.mark.django_db
STEPS = {
    "asks more": town.asks_a_day,
    "asks less": town.asks_no_vog,
    "asks a newer VOG": lambda scheme: town.changed(
        scheme, "vog", validity=town.replace(rules.find(scheme, "vog").rule.validity, length=2)
    ),
    "life domains": lambda scheme: rules.add_domain(scheme, "Wmo"),
    "words only": lambda scheme: town.changed(scheme, "vog", why="Anders."),
}


def shown(preview):
    found = ImpactRow.objects.filter(preview=preview)
    return {
        (row.person_id, row.felt_on): (
            (row.before, frozenset(row.scope_before)),
            (row.after, frozenset(row.scope_after)),
        )
        for row in found
    }


def previewed(draft, koen, now):
    draft.refresh_from_db()
    return ask_preview(draft, actor=koen, now=now)


@pytest.mark.parametrize("transition", ["everyone", "new_people", "until"])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("days", [0, 35])
def test_the_preview_is_the_outcome_for_everybody(
    step, transition, days, draft, changed, planned, koen, now, today
):
    """Law 5 of decision 0009: everybody is asked on every day that matters, before and after publishing."""
    people = town.crowd(koen, now)
    first = today + timedelta(days=days)
    until = first + timedelta(days=30) if transition == "until" else None
    changed(draft, STEPS[step])
    planned(draft, first, transition, until)
    preview = previewed(draft, koen, now)
    asked = [first + timedelta(days=number) for number in (0, 1, 29, 30, 31, 60)]
    before = {day: town.states(people, day) for day in asked}
    version = publish_draft(draft, preview.uuid, actor=koen, now=now)
    after = {day: town.states(people, day) for day in asked}

    on_preview = shown(preview)
    differing = {(key, day) for day in asked for key in before[day] if before[day][key] != after[day][key]}
    assert {key for key, _day in differing} == {key for key, _day in on_preview}
    for (key, felt_on), (was, becomes) in on_preview.items():
        assert (before[felt_on][key], after[felt_on][key]) == (was, becomes)
        assert min(day for each, day in differing if each == key) == felt_on
    assert (version.number, version.transition, version.summary) == (2, transition, "Nieuw.")


def test_it_previews_the_very_first_scheme(koen, now, today):
    """Without a scheme nobody has a status: who would be ready at once is on the preview."""
    factory.ensure_default_statements(now)
    cor = town.ready("Cor", None, now)
    content = oco_almere_licht(
        course_items=factory.LESSONS,
        boundary_scenarios=factory.Items().boundary_scenarios,
        awareness_items=factory.Items().awareness_items,
    )
    draft = begin_draft(content, uuid.uuid4(), based_on=None, actor=koen, now=now)
    plan = Plan(effective_on=today, transition="everyone", transition_until=None, summary="De eerste.")
    plan_draft(draft, 1, plan, actor=koen, now=now)
    preview = previewed(draft, koen, now)
    nothing = frozenset()
    assert shown(preview) == {(cor.pk, today): (("in_progress", nothing), ("ready", nothing))}
    assert publish_draft(draft, preview.uuid, actor=koen, now=now).number == 1
    assert town.states([cor], today)[cor.pk][0] == "ready"


def test_it_publishes_once(draft, planned, koen, now, today):
    planned(draft, today)
    preview = previewed(draft, koen, now)
    first = publish_draft(draft, preview.uuid, actor=koen, now=now)
    assert publish_draft(draft, preview.uuid, actor=koen, now=now) == first
    assert SchemeVersion.objects.count() == 2
    draft.refresh_from_db()
    assert draft.published == first


def test_it_tells_the_rest_of_the_platform(draft, planned, koen, now, today):
    planned(draft, today)
    preview = previewed(draft, koen, now)
    OutboxMessage.objects.all().delete()
    publish_draft(draft, preview.uuid, actor=koen, now=now)
    assert OutboxMessage.objects.filter(topic="certification.rules_changed").exists()


def refused(draft, preview_uuid, koen, now):
    with pytest.raises(NotPublished) as refusal:
        publish_draft(draft, preview_uuid, actor=koen, now=now)
    assert SchemeVersion.objects.count() == 1
    return refusal.value.code


def test_it_publishes_nothing_without_a_preview(draft, planned, koen, now, today):
    planned(draft, today)
    assert refused(draft, uuid.uuid4(), koen, now) == "no_preview"


def test_it_publishes_nothing_on_a_preview_that_is_not_ready(draft, planned, koen, now, today):
    planned(draft, today)
    draft.refresh_from_db()
    preview = impact.begin_preview(draft, actor=koen, now=now)
    assert refused(draft, preview.uuid, koen, now) == "no_preview"


def test_it_publishes_nothing_on_the_preview_of_another_revision(draft, planned, changed, koen, now, today):
    planned(draft, today)
    preview = previewed(draft, koen, now)
    changed(draft, town.asks_a_day)
    assert refused(draft, preview.uuid, koen, now) == "other_revision"


def test_it_publishes_nothing_for_a_day_that_is_over(draft, planned, koen, now, today):
    planned(draft, today)
    preview = previewed(draft, koen, now)
    assert refused(draft, preview.uuid, koen, now + timedelta(days=1)) == "past"


def test_it_publishes_nothing_when_somebody_else_would_change(draft, planned, changed, koen, now, today):
    changed(draft, town.asks_a_day)
    planned(draft, today)
    preview = previewed(draft, koen, now)
    els = town.matchable("Els", None, koen, now)
    assert refused(draft, preview.uuid, koen, now) == "surprise"
    assert town.states([els], today)[els.pk][0] == "matchable"
    newest = ImpactPreview.objects.order_by("pk").last()
    assert (newest != preview, newest.state) == (True, "ready")
    assert set(shown(newest)) == {(els.pk, today)}
    assert publish_draft(draft, newest.uuid, actor=koen, now=now).number == 2


def test_it_publishes_nothing_when_somebody_would_change_no_more(draft, planned, changed, koen, now, today):
    els = town.matchable("Els", None, koen, now)
    changed(draft, town.asks_a_day)
    planned(draft, today)
    preview = previewed(draft, koen, now)
    town.with_day(els, today, now)
    assert refused(draft, preview.uuid, koen, now) == "surprise"


def test_it_publishes_nothing_when_another_version_came_between(
    scheme, draft, planned, changed, koen, now, today
):
    town.matchable("Els", None, koen, now)
    changed(draft, town.asks_a_day)
    planned(draft, today)
    preview = previewed(draft, koen, now)
    publish_scheme(town.asks_a_day(scheme_from_data(scheme.content)), today, actor=koen, now=now)
    with pytest.raises(NotPublished, match="Er is niets ingesteld"):
        publish_draft(draft, preview.uuid, actor=koen, now=now)


def test_it_keeps_to_itself_what_a_stranger_may_not(draft, planned, koen, femke, vera, noor, now, today):
    planned(draft, today)
    preview = previewed(draft, koen, now)
    for stranger in (femke, vera, noor):
        with pytest.raises(NotAllowed):
            publish_draft(draft, preview.uuid, actor=stranger, now=now)


def test_it_logs_a_refusal(draft, planned, koen, now, today):
    planned(draft, today)
    refused(draft, uuid.uuid4(), koen, now)
    entry = ModelLogEntry.objects.filter(action="certification.publication_refused").get()
    assert entry.data["why"] == "no_preview"
    assert entry.data["result"] == Result.REFUSED


def publish_url(draft):
    return reverse("certification:draft_publish", kwargs={"uuid": draft.uuid})


def test_it_asks_once_more_and_then_publishes(draft, planned, changed, koen, koen_client, now, today):
    town.matchable("Els", None, koen, now)
    changed(draft, town.asks_a_day)
    planned(draft, today)
    preview = previewed(draft, koen, now)
    html = koen_client.get(publish_url(draft)).content.decode()
    assert "1 valt uit." in html
    assert "Stel deze regeling in" in html
    response = koen_client.post(publish_url(draft), {"preview": str(preview.uuid)}, follow=True)
    assert "De regeling is ingesteld: OCO Almere licht, versie 2." in response.content.decode()


def test_it_shows_the_new_preview_after_a_surprise(draft, planned, changed, koen, koen_client, now, today):
    changed(draft, town.asks_a_day)
    planned(draft, today)
    preview = previewed(draft, koen, now)
    town.matchable("Els", None, koen, now)
    response = koen_client.post(publish_url(draft), {"preview": str(preview.uuid)}, follow=True)
    html = response.content.decode()
    assert "Er is niets ingesteld." in html
    assert "Els Proef" in html


@pytest.mark.parametrize("said", [{}, {"preview": "x"}, {"preview": str(uuid.UUID(int=1))}])
def test_it_answers_a_page_without_a_preview(said, draft, planned, koen, koen_client, now, today):
    planned(draft, today)
    previewed(draft, koen, now)
    assert koen_client.post(publish_url(draft), said).status_code in (200, 302)
    assert SchemeVersion.objects.count() == 1


@pytest.fixture
def large(monkeypatch):
    """As if ten people are many."""
    monkeypatch.setattr("lms.certification.schemes.publication.services.MOST_AT_ONCE", 3)


def test_it_lets_the_worker_publish_for_a_large_group(
    large, draft, planned, changed, koen, koen_client, now, today
):
    town.crowd(koen, now)
    changed(draft, town.asks_a_day)
    planned(draft, today)
    preview = previewed(draft, koen, now)
    for _click in range(2):
        html = koen_client.post(
            publish_url(draft), {"preview": str(preview.uuid)}, follow=True
        ).content.decode()
    assert "Wij stellen de regeling nu in." in html
    assert SchemeVersion.objects.count() == 1
    deliver_due(now)
    assert SchemeVersion.objects.count() == 2
    publish_as_asked(preview.uuid, now=now)
    assert SchemeVersion.objects.count() == 2


def test_it_tells_why_the_worker_published_nothing(
    large, draft, planned, changed, koen, koen_client, now, today
):
    town.crowd(koen, now)
    changed(draft, town.asks_a_day)
    planned(draft, today)
    preview = previewed(draft, koen, now)
    ask_publication(draft, preview.uuid, actor=koen, now=now)
    town.matchable("Zoë", None, koen, now)
    deliver_due(now)
    assert SchemeVersion.objects.count() == 1
    html = koen_client.get(reverse("certification:impact", kwargs={"uuid": draft.uuid})).content.decode()
    assert "Er is niets ingesteld." in html
    assert "Zoë Proef" in html


def test_it_publishes_nothing_for_who_lost_the_role_meanwhile(large, draft, planned, koen, now, today):
    planned(draft, today)
    preview = previewed(draft, koen, now)
    ask_publication(draft, preview.uuid, actor=koen, now=now)
    RoleAssignment.objects.filter(user=koen).update(ended_at=now)
    publish_as_asked(preview.uuid, now=now)
    preview.refresh_from_db()
    assert (SchemeVersion.objects.count(), preview.refusal) == (1, "not_allowed")


def test_evidence_of_the_felt_day_counts_already(draft, planned, changed, koen, now, today):
    """Somebody turned sixteen, or a VOG ends, before the first day: the preview knows."""
    els = town.matchable("Els", None, koen, now)
    line = factory.entry(FactKind.TURNS_SIXTEEN, date(2027, 1, 10))
    factory.record_all(els, [line], actor=None, now=now)
    changed(draft, lambda scheme: rules.remove(scheme, "guardian"))
    planned(draft, date(2027, 1, 1))
    preview = previewed(draft, koen, now)
    assert list(shown(preview)) == [(els.pk, date(2027, 1, 1))]
    draft.refresh_from_db()
    planned(draft, date(2027, 1, 10))
    assert shown(previewed(draft, koen, now)) == {}

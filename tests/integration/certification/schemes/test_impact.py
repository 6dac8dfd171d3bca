"""The preview: everybody who would change, on the day it is felt, and nobody else."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from lms.certification.models import ImpactPreview, ImpactRow
from lms.certification.readiness import scheme_from_data
from lms.certification.schemes.impact import services
from lms.certification.schemes.impact.services import NotPlanned, ask_preview, make_preview
from lms.outbox.models import OutboxMessage
from lms.outbox.public import deliver_due
from tests.integration.certification.schemes import town

pytestmark = pytest.mark.django_db


def url(draft):
    return reverse("certification:impact", kwargs={"uuid": draft.uuid})


def rows(preview):
    found = ImpactRow.objects.filter(preview=preview).order_by("person__name")
    return [(row.person.get_short_name(), row.felt_on, row.before, row.after, row.reasons) for row in found]


def preview_of(draft, koen, now):
    draft.refresh_from_db()
    return ask_preview(draft, actor=koen, now=now)


def test_it_names_everybody_who_would_change_and_why(draft, changed, planned, koen, now, today):
    town.crowd(koen, now)
    changed(draft, town.asks_a_day)
    planned(draft, today)
    why = ["live_days"]
    assert rows(preview_of(draft, koen, now)) == [
        ("Cor", today, "ready", "in_progress", why),
        ("Dia", today, "ready", "in_progress", why),
        ("Els", today, "matchable", "in_progress", why),
        ("Gijs", today, "matchable", "in_progress", why),
        ("Hans", today, "matchable", "in_progress", why),
        ("Ine", today, "matchable", "in_progress", why),
    ]


@pytest.mark.parametrize(
    ("transition", "days", "wanted"),
    [
        ("everyone", None, {"Cor": 0, "Dia": 0, "Els": 0, "Gijs": 0, "Hans": 0, "Ine": 0}),
        ("new_people", None, {"Dia": 0, "Ine": 0}),
        ("until", 60, {"Cor": 61, "Dia": 0, "Els": 61, "Gijs": 61, "Hans": 61, "Ine": 0}),
    ],
)
def test_it_says_on_which_day_each_person_feels_it(
    transition, days, wanted, draft, changed, planned, koen, now, today
):
    town.crowd(koen, now)
    changed(draft, town.asks_a_day)
    first = today + timedelta(days=30)
    planned(draft, first, transition, first + timedelta(days=days) if days else None)
    found = {name: (day - first).days for name, day, *_rest in rows(preview_of(draft, koen, now))}
    assert found == wanted


def test_it_reads_the_day_on_which_it_is_felt(draft, changed, planned, koen, now, today):
    """Who reached the end of the VOG by then is no longer matchable before either."""
    els = town.matchable("Els", None, koen, now)
    changed(draft, town.asks_no_vog)
    planned(draft, date(2031, 1, 1))
    [row] = rows(preview_of(draft, koen, now))
    assert (row[0], row[2], row[3], row[4]) == (els.get_short_name(), "in_progress", "matchable", ["vog"])


def test_it_shows_a_change_of_life_domains_alone(draft, changed, planned, koen, now, today):
    town.matchable("Els", None, koen, now)
    changed(draft, lambda scheme: town.rules.add_domain(town.rules.add_domain(scheme, "Wmo"), "Jeugd"))
    planned(draft, today)
    preview = preview_of(draft, koen, now)
    row = ImpactRow.objects.get(preview=preview)
    assert (row.before, row.after, row.scope_before, row.scope_after) == (
        *("matchable", "matchable"),
        *([], ["wmo", "jeugd"]),
    )


def test_it_finds_nobody_when_nothing_of_weight_changes(draft, changed, planned, koen, now, today):
    town.crowd(koen, now)
    changed(draft, lambda scheme: town.changed(scheme, "vog", why="Anders gezegd."))
    planned(draft, today)
    preview = preview_of(draft, koen, now)
    assert (rows(preview), preview.state, preview.total, preview.done) == ([], "ready", 10, 10)


def test_it_needs_a_day_first(draft, koen, koen_client, now):
    with pytest.raises(NotPlanned):
        ask_preview(draft, actor=koen, now=now)
    response = koen_client.post(url(draft))
    assert response.url == reverse("certification:draft_plan", kwargs={"uuid": draft.uuid})


def test_it_needs_the_same_queries_for_any_number_of_people(
    draft, changed, planned, koen, now, today, django_assert_num_queries
):
    town.crowd(koen, now)
    changed(draft, town.asks_a_day)
    planned(draft, today)
    draft.refresh_from_db()
    preview = ask_preview(draft, actor=koen, now=now)
    for state in (0, 20):
        for number in range(state):
            town.person(f"Mens{number}", None)
        ImpactPreview.objects.filter(pk=preview.pk).update(state="waiting")
        with django_assert_num_queries(12):
            make_preview(preview.uuid, now=now)


def test_it_shows_the_people_with_titles_and_numbers(draft, changed, planned, koen, koen_client, now, today):
    town.crowd(koen, now)
    changed(draft, town.asks_a_day)
    planned(draft, today)
    assert "Reken uit wie er verandert" in koen_client.get(url(draft)).content.decode()
    html = koen_client.post(url(draft), follow=True).content.decode()
    for words in (
        "Els Proef",
        "Bijeenkomsten van de basistraining",
        "De stand van 6 mensen verandert.",
        "4 vallen uit.",
        "Inzetbaar",
        "Ga verder met instellen",
    ):
        assert words in html


def test_it_forgets_the_preview_of_an_older_revision(draft, changed, planned, koen, koen_client, now, today):
    planned(draft, today)
    preview_of(draft, koen, now)
    changed(draft, town.asks_a_day)
    html = koen_client.get(url(draft)).content.decode()
    assert "Reken uit wie er verandert" in html
    assert "Ga verder met instellen" not in html


@pytest.fixture
def large(monkeypatch):
    """As if ten people are many."""
    monkeypatch.setattr(services, "MOST_AT_ONCE", 3)
    monkeypatch.setattr("lms.certification.schemes.impact.selectors.PIECE", 4)


def test_it_leaves_a_large_group_to_the_worker(large, draft, changed, planned, koen, koen_client, now, today):
    town.crowd(koen, now)
    changed(draft, town.asks_a_day)
    planned(draft, today)
    OutboxMessage.objects.all().delete()
    html = koen_client.post(url(draft), follow=True).content.decode()
    assert "Wij zijn bezig: 0 van de 10 mensen." in html
    assert "Kijk opnieuw" in html
    deliver_due(now)
    html = koen_client.get(url(draft)).content.decode()
    assert "De stand van 6 mensen verandert." in html


def test_it_finds_the_same_in_pieces(large, draft, changed, planned, koen, now, today):
    town.crowd(koen, now)
    changed(draft, town.asks_a_day)
    planned(draft, today)
    draft.refresh_from_db()
    preview = services.begin_preview(draft, actor=koen, now=now)
    for _time in range(2):  # a message may come twice
        make_preview(preview.uuid, now=now)
    preview.refresh_from_db()
    assert (preview.done, len(rows(preview))) == (10, 6)


def test_it_makes_no_preview_of_a_draft_that_changed_meanwhile(draft, changed, planned, koen, now, today):
    planned(draft, today)
    draft.refresh_from_db()
    preview = services.begin_preview(draft, actor=koen, now=now)
    changed(draft, town.asks_a_day)
    make_preview(preview.uuid, now=now)
    preview.refresh_from_db()
    assert preview.state == "failed"


def test_it_never_touches_the_scheme_that_holds(scheme, draft, changed, planned, koen, now, today):
    people = town.crowd(koen, now)
    before = town.states(people, today)
    changed(draft, town.asks_a_day)
    planned(draft, today)
    preview_of(draft, koen, now)
    scheme.refresh_from_db()
    assert town.states(people, today) == before
    assert scheme_from_data(scheme.content) != scheme_from_data(draft.content)

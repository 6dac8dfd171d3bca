"""One thing for many people: look first, do it once, take it back."""

import re
import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from lms.accounts.roles import Role
from lms.certification.decisions.services import Ruling, decide
from lms.certification.models import Decision, Reminder, Standing
from lms.certification.reminders.batches import mail_asked, preview_reminders, remind_all
from lms.dashboards import together, together_views
from lms.outbox.models import OutboxMessage
from lms.outbox.public import deliver_due
from tests.factories import certification
from tests.factories.people import person

pytestmark = pytest.mark.django_db
LOOK, DO = "/bord/samen/", "/bord/samen/doen/"


def hidden(page: str) -> dict[str, str]:
    """What the preview page sends when one agrees."""
    main = page[page.index("<main") : page.index("</main>")]
    return dict(re.findall(r'<input type="hidden" name="(wat|submission|people)" value="([^"]*)"', main))


def states() -> dict[str, str]:
    return dict(Standing.objects.values_list("person__name", "state"))


def test_it_offers_what_can_be_done_for_the_people_of_a_group(desk, three_ready):
    page = desk.get("/bord/?groep=ready").content.decode()
    assert "Bevestig deze mensen" in page
    assert page.count('type="checkbox" name="wie"') == 3
    assert "Iedereen in deze lijst (3)" in page
    resting = desk.get("/bord/?groep=paused").content.decode()
    assert "Bevestig deze mensen" not in resting


def test_it_shows_who_and_who_not_and_changes_nothing(desk, three_ready, noor):
    chosen = [str(each.uuid) for each in (*three_ready[:2], noor)]
    page = desk.post(LOOK, {"wat": "bevestig", "wie": chosen}).content.decode()
    assert "Voor 2 mensen" in page
    assert "Niet voor deze mensen" in page
    assert "Er staat nog iets open." in page
    assert "Cor Cel" not in page
    assert not Decision.objects.exists()


def test_it_confirms_who_was_shown_and_takes_that_back(desk, three_ready, noor):
    chosen = [str(each.uuid) for each in (*three_ready[:2], noor)]
    sent = hidden(desk.post(LOOK, {"wat": "bevestig", "wie": chosen}).content.decode())
    done = desk.post(DO, sent, follow=True)
    assert "2 mensen zijn bevestigd." in done.content.decode()
    assert states()["Aad Af"] == states()["Bea Bel"] == "matchable"
    assert states()["Cor Cel"] == "ready"
    back = reverse("dashboards:together_back", args=[sent["submission"]])
    page = desk.post(back, follow=True).content.decode()
    assert "Teruggenomen voor 2 mensen." in page
    assert "Maak ongedaan" not in page
    assert states()["Aad Af"] == states()["Bea Bel"] == "ready"


def test_it_is_done_once_when_it_is_sent_twice(desk, three_ready):
    page = desk.post(LOOK, {"wat": "bevestig", "wie": [str(three_ready[0].uuid)]}).content.decode()
    sent = hidden(page)
    assert desk.post(DO, sent)["Location"] == desk.post(DO, sent)["Location"]
    assert Decision.objects.count() == 1


def test_it_takes_everybody_of_the_list_with_its_filters(desk, three_ready, noor):
    desk.post("/bord/?groep=ready", {"words": "e"})
    page = desk.post(f"{LOOK}?groep=ready", {"wat": "bevestig", "alles": "1"}).content.decode()
    shown = [name for name in ("Aad Af", "Bea Bel", "Cor Cel", "Noor de Wit") if name in page]
    assert shown == ["Bea Bel", "Cor Cel"]


def test_it_does_not_show_more_people_than_one_reads(desk, three_ready, monkeypatch):
    monkeypatch.setattr("lms.dashboards.together_views.MOST", 2)
    page = desk.post(f"{LOOK}?groep=ready", {"wat": "bevestig", "alles": "1"}).content.decode()
    assert "Je ziet hier de eerste 2 mensen." in page
    assert "Voor 2 mensen" in page


def test_it_asks_to_choose_somebody_first(desk, three_ready):
    answer = desk.post(f"{LOOK}?groep=ready", {"wat": "bevestig", "wie": ["nonsense"]})
    assert answer["Location"] == "/bord/?groep=ready"
    assert "Kies eerst voor wie." in desk.get(answer["Location"]).content.decode()


def test_it_leads_to_the_extension_of_the_chosen_people(desk, three_ready):
    chosen = [str(each.uuid) for each in three_ready]
    answer = desk.post(LOOK, {"wat": "verleng", "wie": chosen})
    assert answer.status_code == 302
    page = desk.get(answer["Location"]).content.decode()
    assert "De mensen die ik koos: 3" in page
    assert len(answer["Location"]) < 200


def test_it_says_so_when_not_everybody_fits_in_one_extension(desk, three_ready, monkeypatch):
    monkeypatch.setattr(together_views, "MOST_IN_ADDRESS", 2)
    chosen = [str(each.uuid) for each in three_ready]
    page = desk.post(LOOK, {"wat": "verleng", "wie": chosen}, follow=True).content.decode()
    assert "De mensen die ik koos: 2" in page
    assert "Hier staan de eerste 2 mensen. Doe daarna de anderen." in page


def test_it_reaches_nobody_of_another_coordinator(client, sign_in, vera, koen, three_ready):
    sign_in(client, vera)
    chosen = [str(each.uuid) for each in three_ready]
    assert client.post(LOOK, {"wat": "bevestig", "wie": chosen}).status_code == 302
    sent = {"wat": "bevestig", "submission": uuid.uuid4(), "people": " ".join(chosen)}
    client.post(DO, sent)
    assert not Decision.objects.exists()
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("wrong", [{"wat": "wis"}, {}])
def test_it_knows_no_other_thing_to_do(desk, three_ready, wrong):
    assert desk.post(LOOK, wrong).status_code == 404
    assert desk.post(DO, wrong).status_code == 404


def test_it_loses_nothing_when_the_page_was_damaged(desk, three_ready):
    answer = desk.post(DO, {"wat": "bevestig", "submission": "x"}, follow=True)
    assert "Laad de pagina opnieuw." in answer.content.decode()


@pytest.fixture
def learning(scheme, now):
    return [certification.people_volunteer(name) for name in ("Dirk Dam", "Eva Eik")]


def test_it_reminds_by_mail_and_never_says_of_what(desk, learning, koen):
    chosen = [str(each.uuid) for each in learning]
    page = desk.post(LOOK, {"wat": "herinner", "wie": chosen}).content.decode()
    assert "Een mail kun je niet terugnemen." in page
    answer = desk.post(DO, hidden(page), follow=True).content.decode()
    assert "De herinnering gaat naar 2 mensen." in answer
    deliver_due(timezone.now())
    assert sorted(message.to[0] for message in mail.outbox) == ["dirk@example.org", "eva@example.org"]
    told = mail.outbox[0].subject + str(mail.outbox[0].body)
    assert "/inzetbaar/" in told
    for word in ("VOG", "gesprek", "intervisie", "inzetbaar zijn", "Koen"):
        assert word not in told


def test_it_reminds_at_most_once_a_week(learning, koen, now):
    first = remind_all(learning, submission=uuid.uuid4(), actor=koen, now=now)
    again = remind_all(learning, submission=first.uuid, actor=koen, now=now + timedelta(days=6))
    assert [each.why_not for each in (*first.outcomes, *again.outcomes)] == ["", "", "reminded", "reminded"]
    later = remind_all(learning, submission=uuid.uuid4(), actor=koen, now=now + timedelta(days=7))
    assert len(later.done) == 2
    assert OutboxMessage.objects.filter(topic="certification.reminder_asked").count() == 4


def test_it_leaves_in_peace_who_rests_who_is_done_and_who_is_not_coordinated(
    learning, scheme, koen, vera, noor, now
):
    today = timezone.localdate(now)
    decide(learning[0], Ruling(kind="pause", submission=uuid.uuid4()), actor=koen, now=now)
    Standing.objects.filter(person=noor).delete()
    found = preview_reminders([*learning, koen], actor=koen, today=today)
    assert [each.why_not for each in found] == ["paused", "", "not_allowed"]
    assert {each.why_not for each in preview_reminders(learning, actor=vera, today=today)} == {"not_allowed"}
    assert not mail_asked(learning[0], now), "paused before the mail went out"
    assert mail_asked(learning[1], now)


def test_it_previews_reminders_in_the_same_few_queries(scheme, koen, now, django_assert_max_num_queries):
    many = [certification.people_volunteer(f"Mens{n} Veel", email=f"m{n}@example.org") for n in range(30)]
    with django_assert_max_num_queries(9):
        assert all(each.is_done for each in preview_reminders(many, actor=koen, today=now.date()))


def test_it_cuts_a_list_of_ids_that_is_too_long(koen, three_ready, monkeypatch):
    monkeypatch.setattr(together, "MOST", 2)
    assert len(together.people_with([str(each.uuid) for each in three_ready], koen)) == 2


def test_it_hides_a_batch_from_who_coordinates_nobody_in_it(desk, client, sign_in, three_ready, vera):
    page = desk.post(LOOK, {"wat": "bevestig", "wie": [str(three_ready[0].uuid)]}).content.decode()
    sent = hidden(page)
    desk.post(DO, sent)
    sign_in(client, vera)
    assert client.get(reverse("dashboards:together_done", args=[sent["submission"]])).status_code == 404
    assert client.post(reverse("dashboards:together_back", args=[sent["submission"]])).status_code == 404
    assert Decision.objects.filter(kind="undo").count() == 0


def test_it_tells_whom_it_could_not_take_back(desk, three_ready, koen):
    chosen = [str(each.uuid) for each in three_ready[:2]]
    sent = hidden(desk.post(LOOK, {"wat": "bevestig", "wie": chosen}).content.decode())
    desk.post(DO, sent)
    pause = Ruling(kind="pause", submission=uuid.uuid4())
    decide(three_ready[0], pause, actor=koen, now=timezone.now() + timedelta(seconds=1))
    back = reverse("dashboards:together_back", args=[sent["submission"]])
    page = desk.post(back, follow=True).content.decode()
    assert "Teruggenomen voor 1 persoon." in page
    assert "Aad Af: Er is een nieuwer besluit." in page


def test_it_never_confirms_oneself(desk, koen, scheme, now):
    person("Koen Bos", Role.VOLUNTEER)
    certification.ready(koen, timezone.localdate(now), now)
    assert koen.standing.state == "ready"
    assert desk.post(LOOK, {"wat": "bevestig", "wie": [str(koen.uuid)]}).status_code == 302
    desk.post(DO, {"wat": "bevestig", "submission": uuid.uuid4(), "people": str(koen.uuid)})
    assert not Decision.objects.exists()

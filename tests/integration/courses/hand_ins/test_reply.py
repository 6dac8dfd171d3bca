"""The trainer reads and replies; the learner sees it, and then it stays as it is."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from lms.accounts.models import Organisation
from lms.accounts.public import Role
from lms.courses.hand_ins.policies import learners_of, work_for
from lms.courses.hand_ins.services import ReplyChangedError, reply, see_replies
from lms.courses.models import Cohort, HandIn
from lms.dashboards.what_now import what_now
from lms.outbox.public import deliver_due
from tests.factories import certification, cohorts, people
from tests.factories import courses as course_factory
from tests.factories import hand_ins as make

pytestmark = pytest.mark.django_db
LIST = "/werk/"


@pytest.fixture
def work(room) -> HandIn:
    return make.hand_in(room.enrollment, room.lesson, room.exercise)


def page_of(work: HandIn) -> str:
    return reverse("hand_ins:read", args=[work.uuid])


def seen_by(form) -> str:
    """Return what the page says it saw, as a browser sends it back."""
    return form["seen"].value()


def test_it_lists_what_waits_longest_first(as_femke, room, work):
    older = make.hand_in(
        room.enrollment, room.lesson, room.exercise, handed_in_at=make.HANDED_IN_AT - timedelta(days=3)
    )
    page = as_femke.get(LIST).content.decode()
    assert page.index(str(older.uuid)) < page.index(str(work.uuid))
    assert "Noor de Wit: 1a – Leg het uit" in page


def test_it_tells_on_the_trainers_first_page_that_work_waits(as_femke, work):
    assert "1 werk wacht op jouw antwoord" in as_femke.get("/lichtingen/").content.decode()


@pytest.mark.parametrize(("stand", "is_there"), [("open", False), ("beantwoord", True), ("alles", True)])
def test_it_filters_by_whether_there_is_a_reply(as_femke, femke, work, now, stand: str, is_there: bool):
    reply(work.uuid, "Mooi", seen=None, actor=femke, now=now)
    assert (str(work.uuid) in as_femke.get(LIST, {"stand": stand}).content.decode()) is is_there


def test_it_filters_by_edition_and_takes_nonsense_for_no_choice(as_femke, femke, work):
    other = cohorts.cohort("Voorjaar 2027", trainer=femke)
    assert str(work.uuid) not in as_femke.get(LIST, {"lichting": other.uuid}).content.decode()
    mine = Cohort.objects.get(title="Najaar 2026")
    assert str(work.uuid) in as_femke.get(LIST, {"lichting": mine.uuid}).content.decode()
    assert str(work.uuid) in as_femke.get(LIST, {"lichting": "x", "stand": "y", "page": "z"}).content.decode()


def test_it_costs_the_same_for_more_work(as_femke, room, work):
    as_femke.get(LIST)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert as_femke.get(LIST).status_code == 200
        return len(queries)

    before = cost()
    for number in range(8):
        learner = people.person(f"Mens{number} Jansen", Role.VOLUNTEER)
        place = course_factory.enrolled(learner, room.enrollment.course)
        make.hand_in(place, room.lesson, room.exercise)
    assert cost() == before


def test_it_shows_the_work_and_logs_who_read_it(as_femke, noor, femke, work):
    page = as_femke.get(page_of(work)).content.decode()
    assert "Ik luister en denk mee." in page
    entry = ModelLogEntry.objects.get(action="courses.hand_in_read")
    assert (entry.user, entry.object_id) == (femke, str(noor.pk))


def test_it_sends_a_reply_once_and_lets_it_change_until_it_is_read(as_femke, work):
    first = as_femke.get(page_of(work)).context["form"]
    as_femke.post(page_of(work), {"text": "Mooi verteld.", "seen": seen_by(first)})
    second = as_femke.get(page_of(work)).context["form"]
    assert "je antwoord nog niet" in as_femke.get(page_of(work)).content.decode()
    as_femke.post(page_of(work), {"text": "Heel mooi verteld.", "seen": seen_by(second)})
    work.refresh_from_db()
    assert work.reply == "Heel mooi verteld."


def test_it_keeps_a_reply_that_was_read_as_it_was(as_femke, as_noor, room, work):
    as_femke.post(page_of(work), {"text": "Mooi verteld.", "seen": ""})
    assert "Mooi verteld." in as_noor.get(room.url).content.decode()
    work.refresh_from_db()
    assert work.read_at is not None
    answer = as_femke.post(page_of(work), {"text": "Anders", "seen": work.replied_at.isoformat()})
    assert "las je antwoord al" in answer.content.decode()
    work.refresh_from_db()
    assert work.reply == "Mooi verteld."


def test_it_does_not_write_over_the_reply_of_another_trainer(as_femke, work, room, now):
    Cohort.objects.update(trainer=None)
    ties = people.person("Ties Bakker", Role.TRAINER)
    reply(work.uuid, "Van Ties", seen=None, actor=ties, now=now)
    page = as_femke.post(page_of(work), {"text": "Van Femke", "seen": ""}).content.decode()
    assert "Er staat net een ander antwoord." in page
    assert "Van Femke</textarea>" in page
    assert "Ties Bakker" in page
    work.refresh_from_db()
    assert work.reply == "Van Ties"


def test_it_changes_nothing_for_a_double_send(femke, work, now):
    for _ in range(2):
        reply(work.uuid, "Mooi", seen=None, actor=femke, now=now)
    assert ModelLogEntry.objects.filter(action="courses.hand_in_answered").count() == 1
    with pytest.raises(ReplyChangedError):
        reply(work.uuid, "Anders", seen=None, actor=femke, now=now)


def test_it_asks_for_words(as_femke, work):
    assert "Schrijf eerst een antwoord." in as_femke.post(page_of(work), {"text": " "}).content.decode()


def test_it_counts_a_reply_that_changed_meanwhile_as_not_seen(femke, work, now):
    reply(work.uuid, "Eerst", seen=None, actor=femke, now=now)
    reply(work.uuid, "Dan", seen=now, actor=femke, now=now + timedelta(minutes=1))
    see_replies([(work.uuid, now)], now)
    work.refresh_from_db()
    assert work.read_at is None


def test_it_tells_the_learner_on_the_start_page_until_it_is_read(as_noor, noor, femke, room, work, now):
    certification.scheme(now)
    reply(work.uuid, "Mooi", seen=None, actor=femke, now=now)
    row = what_now(noor, now).open[0]
    assert (row.label, row.hint, row.url) == ("Je trainer heeft geantwoord", "1a – Leg het uit", room.url)
    as_noor.get(room.url)
    assert room.url not in [row.url for row in what_now(noor, now).open]


def test_it_tells_of_no_reply_that_cannot_be_opened(noor, femke, room, work, now):
    reply(work.uuid, "Mooi", seen=None, actor=femke, now=now)
    room.lesson.unpublish()
    assert room.url not in [row.url for row in what_now(noor, now).open]
    room.lesson.refresh_from_db()
    room.lesson.save_revision().publish()
    assert room.url in [row.url for row in what_now(noor, now).open]


def test_it_mails_that_there_is_a_reply_and_not_what_it_says(noor, femke, work, now):
    reply(work.uuid, "Een geheim antwoord", seen=None, actor=femke, now=now)
    reply(work.uuid, "Nog een", seen=now, actor=femke, now=now + timedelta(seconds=1))
    deliver_due(timezone.now() + timedelta(days=400))
    (message,) = mail.outbox
    assert message.to == [noor.email]
    assert message.subject == "Je trainer heeft geantwoord"
    assert "geheim" not in message.body
    assert "Leg het uit" not in message.body
    assert "/werk/opdracht/" in message.body


def test_it_mails_nobody_who_read_it_already(noor, femke, work, now):
    reply(work.uuid, "Mooi", seen=None, actor=femke, now=now)
    see_replies([(work.uuid, now)], now)
    deliver_due(timezone.now() + timedelta(days=400))
    assert mail.outbox == []


def test_it_is_read_by_the_trainer_of_the_edition_and_by_no_other(room, noor, femke, work):
    ties = people.person("Ties Bakker", Role.TRAINER)
    assert list(work_for(femke)) == [work]
    assert list(work_for(ties)) == []


def test_it_never_waits_for_nobody(room, noor, femke, work):
    ties = people.person("Ties Bakker", Role.TRAINER)
    femke.role_assignments.filter(role=Role.TRAINER).update(ended_at=timezone.now())
    assert list(learners_of(ties)) == [noor]
    Cohort.objects.update(trainer=ties)
    assert list(learners_of(ties)) == [noor]


def test_it_stays_within_the_scope_of_the_trainer(room, noor, work):
    elsewhere = Organisation.objects.create(name="Elders")
    ties = people.person("Ties Bakker", Role.TRAINER, organisation=elsewhere)
    Cohort.objects.update(trainer=ties)
    assert list(work_for(ties)) == []


def test_it_is_no_work_for_a_coordinator(client, sign_in, koen, vera, work):
    for person in (koen, vera):
        sign_in(client, person)
        assert client.get(LIST).status_code == 404
        assert client.get(page_of(work)).status_code == 404
        assert client.post(page_of(work), {"text": "Hoi"}).status_code == 404


def test_it_shows_a_trainer_no_work_of_oneself(room, femke, sign_in, client):
    people.person("Femke Smit", Role.VOLUNTEER)
    own = make.hand_in(
        course_factory.enrolled(femke, room.enrollment.course), room.lesson, room.exercise, submission=uuid4()
    )
    sign_in(client, femke)
    assert client.get(page_of(own)).status_code == 404

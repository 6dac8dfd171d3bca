"""Reminders: once for each moment, at most one mail a week, and silent as soon as it is done."""

import itertools
import uuid
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from lms.accounts.models import RoleAssignment, User
from lms.accounts.public import Role
from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.services import record_all
from lms.certification.models import Evidence, Reminder, Standing
from lms.certification.public import rebuild_standings
from lms.certification.readiness import FactKind
from lms.certification.reminders.rules import DIGEST, ENDED, HALFWAY, LAST_WEEK, START
from lms.certification.reminders.services import digest_coordinators, remind_people
from lms.outbox.public import deliver_due
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db
ENDS = date(2026, 12, 31)


def moment(day: date) -> datetime:
    """Nine in the morning of a day in Almere."""
    return datetime.combine(day, time(9), ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def at(monkeypatch):
    """Let it be nine in the morning of a day, for pages and consumers too."""

    def travel(day: date) -> datetime:
        now = moment(day)
        monkeypatch.setattr(timezone, "now", lambda: now)
        return now

    return travel


@pytest.fixture
def ending(scheme, noor):
    """Noor's VOG was seen 36 months before its end; 60 days before that it is in its warning window."""
    seen = ENDS.replace(year=ENDS.year - 3)
    record_all(
        noor, [factory.entry(FactKind.SEEN, seen, key="vog")], actor=None, now=moment(date(2026, 10, 1))
    )
    return noor


@pytest.fixture
def run(at, mailoutbox):
    """Do the work of a day, mails included; return how many mails went out."""

    def day(on: date) -> int:
        now, before = at(on), len(mailoutbox)
        remind_people(now)
        deliver_due(now)
        return len(mailoutbox) - before

    return day


def steps() -> list[int]:
    return list(Reminder.objects.exclude(step=DIGEST).order_by("pk").values_list("step", flat=True))


def test_it_reminds_at_each_moment_once(ending, run):
    days = [ENDS + timedelta(days=number) for number in range(-70, 45)]
    sent = {(day - ENDS).days: count for day in days if (count := run(day))}
    assert sent == {-60: 1, -30: 1, -7: 1, 1: 1}
    assert steps() == [START, HALFWAY, LAST_WEEK, ENDED]


def test_it_does_not_make_up_for_what_it_missed(ending, run):
    assert run(ENDS - timedelta(days=5)) == 1
    assert steps() == [LAST_WEEK]


def test_it_stops_when_it_is_done(ending, run, koen):
    assert run(ENDS - timedelta(days=60)) == 1
    seen = ENDS - timedelta(days=40)
    record_all(ending, [factory.entry(FactKind.SEEN, seen, key="vog")], actor=koen, now=moment(seen))
    assert [run(ENDS + timedelta(days=number)) for number in (-30, -7, 1)] == [0, 0, 0]


def test_it_sends_nothing_when_it_was_done_just_before_the_mail(ending, at, mailoutbox, koen):
    now = at(ENDS - timedelta(days=60))
    remind_people(now)
    seen = timezone.localdate(now)
    record_all(ending, [factory.entry(FactKind.SEEN, seen, key="vog")], actor=koen, now=now)
    deliver_due(now)
    assert mailoutbox == []


def test_it_reminds_again_in_a_new_period(ending, run, koen):
    run(ENDS - timedelta(days=60))
    seen = ENDS - timedelta(days=50)
    record_all(ending, [factory.entry(FactKind.SEEN, seen, key="vog")], actor=koen, now=moment(seen))
    again = date(seen.year + 3, seen.month, seen.day) - timedelta(days=60)
    assert run(again) == 1
    assert Reminder.objects.values("ends_on").distinct().count() == 2


def test_it_puts_several_criteria_in_one_mail_and_keeps_a_week_between_mails(ending, run):
    sessions = [
        factory.entry(FactKind.INTERVISION, day, ref=str(uuid.uuid4()), number=60, group_size=5)
        for day in (date(2026, 1, 3), date(2026, 2, 3), date(2026, 3, 3), date(2026, 4, 3))
    ]
    record_all(ending, sessions, actor=None, now=moment(date(2026, 10, 1)))
    days = [date(2026, 11, 1) + timedelta(days=number) for number in range(100)]
    sent = [day for day in days if run(day)]
    assert min(later - day for day, later in itertools.pairwise(sent)) >= timedelta(days=7)
    assert set(Reminder.objects.values_list("rule_id", flat=True)) == {"vog", "intervision"}
    assert len(sent) < Reminder.objects.count(), "one mail for several criteria"


@pytest.mark.parametrize("kind", ["pause", "withdraw"])
def test_it_leaves_who_rests_in_peace(ending, run, koen, at, kind):
    now = at(ENDS - timedelta(days=65))
    ruling = Ruling(kind=kind, submission=uuid.uuid4(), reason_code="own_wish", reason="Even niet.")
    decide(ending, ruling, actor=koen, now=now)
    assert run(ENDS - timedelta(days=60)) == 0
    assert run(ENDS + timedelta(days=1)) == 0


def test_it_leaves_who_left(ending, run):
    RoleAssignment.objects.filter(user=ending).update(ended_at=moment(date(2026, 10, 2)))
    assert run(ENDS - timedelta(days=60)) == 0


def test_it_leaves_who_left_between_the_note_and_the_mail(ending, at, mailoutbox):
    now = at(ENDS - timedelta(days=60))
    remind_people(now)
    User.objects.filter(pk=ending.pk).update(is_active=False)
    deliver_due(now)
    assert mailoutbox == []


def test_it_writes_nothing_about_health_or_progress(ending, run, mailoutbox, municipality):
    run(ENDS - timedelta(days=60))
    (mail,) = mailoutbox
    text = f"{mail.subject} {mail.body}"
    assert mail.to == [ending.email]
    assert "/inzetbaar/" in text
    assert "Hallo Noor," in text
    for word in ("VOG", "gedrag", "intervisie", "module", "les", "31 december", "2026", "Wit"):
        assert word not in text.replace("leerplein", "").replace("Leerplein", "")
    assert max(len(sentence.split()) for sentence in text.replace("\n", " ").split(". ")) <= 20
    entry = ModelLogEntry.objects.get(action="certification.reminder_mailed")
    assert (entry.object_id, set(entry.data)) == (str(ending.pk), {"result", "origin"})


def test_it_asks_no_more_questions_for_more_people(scheme, at, django_assert_max_num_queries):
    seen = ENDS.replace(year=ENDS.year - 3)
    for number in range(12):
        person = factory.people_volunteer(f"Mens {number}", email=f"m{number}@example.org")
        record_all(
            person, [factory.entry(FactKind.SEEN, seen, key="vog")], actor=None, now=moment(date(2026, 10, 1))
        )
    assert remind_people(at(ENDS - timedelta(days=60))) == 12
    later = at(ENDS - timedelta(days=59))
    rebuild_standings(later)
    with django_assert_max_num_queries(12):
        assert remind_people(later) == 0


@pytest.fixture
def digest(at, mailoutbox):
    """Tell the coordinators of a day; return the bodies of the mails."""

    def day(on: date) -> list[str]:
        now, before = at(on), len(mailoutbox)
        digest_coordinators(now)
        deliver_due(now)
        return [mail.body for mail in mailoutbox[before:]]

    return day


def test_it_tells_a_coordinator_once_a_week_and_no_names(ending, koen, digest):
    monday = date(2026, 11, 23)
    bodies = [digest(monday + timedelta(days=number)) for number in range(8)]
    assert [len(each) for each in bodies] == [1, 0, 0, 0, 0, 0, 0, 1]
    assert "Bij 1 vrijwilliger verloopt binnenkort iets." in bodies[0][0]
    assert "Noor" not in bodies[0][0]
    assert "/bord/" in bodies[0][0]


def test_it_tells_who_waits_longer_than_two_weeks(scheme, noor, koen, digest):
    Standing.objects.filter(person=noor).delete()
    handed_in = factory.entry(FactKind.HANDED_IN, date(2026, 11, 1), key="vog", ref=str(uuid.uuid4()))
    record_all(noor, [handed_in], actor=noor, now=moment(date(2026, 11, 1)))
    assert digest(date(2026, 11, 15)) == []
    (body,) = digest(date(2026, 11, 16))
    assert "1 vrijwilliger wacht al langer dan 14 dagen op jou." in body
    assert "verloopt" not in body


def test_it_tells_nothing_when_there_is_nothing(scheme, noor, koen, digest):
    assert digest(date(2026, 11, 23)) == []
    assert not Reminder.objects.exists()


def test_it_tells_coordinators_only_about_their_own_people(ending, vera, digest):
    assert digest(date(2026, 11, 23)) == []


def test_it_sends_no_digest_to_who_is_no_coordinator_any_more(ending, koen, at, mailoutbox):
    now = at(date(2026, 11, 23))
    digest_coordinators(now)
    RoleAssignment.objects.filter(user=koen, role=Role.COORDINATOR).update(ended_at=now)
    deliver_due(now)
    assert mailoutbox == []
    assert Evidence.objects.exists()

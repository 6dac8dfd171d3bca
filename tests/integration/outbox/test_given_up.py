"""The give-up page: what stands on it, and the buttons."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry

from lms.outbox import selectors, services
from lms.outbox.models import OutboxMessage, TaskAttempt
from lms.outbox.public import deliver_due, publish
from tests.integration.outbox.slow.tasks import note

pytestmark = pytest.mark.django_db


def give_up_message(now, subscriptions, topic="x.happened") -> OutboxMessage:
    heard = []
    subscriptions(topic)(heard.append)
    publish(topic, now=now)
    OutboxMessage.objects.filter(topic=topic).update(given_up_at=now, attempts=8, last_error="TimeoutError")
    return OutboxMessage.objects.get(topic=topic)


def give_up_task(now) -> TaskAttempt:
    task = note.enqueue("nowhere", "secret-argument")
    DBTaskResult.objects.filter(pk=task.id).update(
        status=TaskResultStatus.FAILED, finished_at=now, exception_class_path="builtins.OSError"
    )
    return TaskAttempt.objects.create(task_id=task.id, attempts=5, given_up_at=now)


@pytest.fixture
def client_of_administrator(client, administrator, home, municipality, sign_in):
    sign_in(client, administrator)
    return client


def test_it_shows_messages_and_tasks_newest_first_without_arguments(
    now, subscriptions, client_of_administrator
):
    give_up_message(now, subscriptions)
    give_up_task(now + timedelta(minutes=1))
    response = client_of_administrator.get(reverse("outbox:given_up"))
    html = response.content.decode()
    assert html.index("OSError") < html.index("TimeoutError")
    assert "secret-argument" not in html
    assert [line.attempts for line in response.context["list"].lines] == [5, 8]


def test_it_says_that_all_is_well(client_of_administrator):
    assert "Alles is gelukt" in client_of_administrator.get(reverse("outbox:given_up")).content.decode()


def test_it_tries_one_message_again(now, subscriptions, client_of_administrator, administrator):
    message = give_up_message(now, subscriptions)
    url = reverse("outbox:try_again", kwargs={"kind": "bericht", "uuid": message.uuid})
    response = client_of_administrator.post(url)
    assert response.url == reverse("outbox:given_up")
    message.refresh_from_db()
    assert (message.given_up_at, message.attempts, message.last_error) == (None, 0, "")
    assert deliver_due(message.available_at) == 1
    entry = ModelLogEntry.objects.get(action="outbox.message_retried")
    assert entry.user == administrator
    assert entry.data["topic"] == "x.happened"


def test_it_tries_one_task_again(now, client_of_administrator):
    attempt = give_up_task(now)
    url = reverse("outbox:try_again", kwargs={"kind": "taak", "uuid": attempt.task_id})
    client_of_administrator.post(url)
    assert DBTaskResult.objects.ready().filter(pk=attempt.task_id).exists()
    attempt.refresh_from_db()
    assert (attempt.attempts, attempt.given_up_at) == (0, None)
    assert ModelLogEntry.objects.filter(action="outbox.task_retried").count() == 1


def test_it_tries_once_when_the_button_is_pressed_twice(now, subscriptions, koen):
    message = give_up_message(now, subscriptions)
    assert services.try_again("bericht", message.uuid, actor=koen, now=now)
    assert not services.try_again("bericht", message.uuid, actor=koen, now=now)
    assert ModelLogEntry.objects.filter(action="outbox.message_retried").count() == 1


def test_it_tries_everything_again(now, subscriptions, client_of_administrator):
    give_up_message(now, subscriptions, "x.first")
    give_up_message(now, subscriptions, "x.second")
    give_up_task(now)
    response = client_of_administrator.post(reverse("outbox:try_all_again"), follow=True)
    assert "We proberen 3 regels opnieuw." in response.content.decode()
    assert selectors.given_up().total == 0


def test_it_says_so_when_the_line_is_gone(client_of_administrator):
    url = reverse("outbox:try_again", kwargs={"kind": "bericht", "uuid": uuid.uuid4()})
    response = client_of_administrator.post(url, follow=True)
    assert "Dit staat niet meer in de lijst." in response.content.decode()


def test_it_knows_no_other_kind_and_changes_nothing_on_a_visit(now, subscriptions, client_of_administrator):
    message = give_up_message(now, subscriptions)
    url = reverse("outbox:try_again", kwargs={"kind": "anders", "uuid": message.uuid})
    assert client_of_administrator.post(url).status_code == 404
    url = reverse("outbox:try_again", kwargs={"kind": "bericht", "uuid": message.uuid})
    assert client_of_administrator.get(url).status_code == 405


def test_it_shows_the_newest_hundred_and_says_how_many_there_are(now, subscriptions):
    subscriptions("x.happened")(lambda message: None)
    for _ in range(selectors.SHOWN + 5):
        publish("x.happened", now=now)
    OutboxMessage.objects.update(given_up_at=now)
    found = selectors.given_up()
    assert (len(found.lines), found.total, found.is_cut_off) == (selectors.SHOWN, selectors.SHOWN + 5, True)


def test_it_asks_a_fixed_number_of_questions(now, subscriptions, django_assert_num_queries):
    for number in range(6):
        give_up_message(now, subscriptions, f"x.topic{number}")
        give_up_task(now)
    with django_assert_num_queries(5):
        selectors.given_up()


def test_it_prunes_what_is_done_and_old_but_not_what_was_given_up(now, subscriptions):
    subscriptions("x.happened")(lambda message: None)
    for _ in range(3):
        publish("x.happened", now=now)
    old, fresh, waiting = OutboxMessage.objects.order_by("pk")
    OutboxMessage.objects.filter(pk=old.pk).update(done_at=now - services.KEEP_MESSAGES - timedelta(days=1))
    OutboxMessage.objects.filter(pk=fresh.pk).update(done_at=now - timedelta(days=1))
    OutboxMessage.objects.filter(pk=waiting.pk).update(given_up_at=now - timedelta(days=400))
    attempt = give_up_task(now)
    gone = give_up_task(now)
    DBTaskResult.objects.filter(pk=gone.task_id).update(
        finished_at=now - services.KEEP_FAILED_TASKS - timedelta(1)
    )
    services.prune(now)
    assert set(OutboxMessage.objects.all()) == {fresh, waiting}
    assert set(TaskAttempt.objects.all()) == {attempt}
    assert set(DBTaskResult.objects.values_list("pk", flat=True)) == {uuid.UUID(attempt.task_id)}

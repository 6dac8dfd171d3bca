"""A new text of a statement in the Wagtail admin: the next version, never a change."""

import pytest
from django.urls import reverse

from lms.accounts.models import User
from lms.certification.models import StatementVersion
from lms.outbox.models import OutboxMessage
from tests.factories import people

pytestmark = pytest.mark.django_db
BODY = (
    '{"blocks": [{"key": "a", "text": "Nieuwe tekst van OCO.", "type": "unstyled", "depth": 0, '
    '"inlineStyleRanges": [], "entityRanges": [], "data": {}}], "entityMap": {}}'
)


@pytest.fixture
def editor(scheme, home, client, sign_in, with_second_factor, clock) -> User:
    """The technical administrator: who may do everything still may not change a version."""
    person = people.person("Ada Beheer", people.Role.ADMINISTRATOR)
    User.objects.filter(pk=person.pk).update(is_superuser=True)
    person.refresh_from_db()
    with_second_factor(person)
    sign_in(client, person)
    return person


def address(name: str, *args: object) -> str:
    return reverse(StatementVersion.snippet_viewset.get_url_name(name), args=args)


def filled(**changes: str) -> dict[str, str]:
    return {
        "code": "geheimhouding",
        "title": "Geheimhouding",
        "body": BODY,
        "effective_on": "2026-11-22",
        **changes,
    }


def test_it_becomes_the_next_version(editor, client):
    OutboxMessage.objects.all().delete()
    answer = client.post(address("add"), filled())
    assert answer.status_code == 302, answer.context and answer.context["form"].errors
    row = StatementVersion.objects.get(code="geheimhouding", number=2)
    assert "Nieuwe tekst van OCO." in row.body
    assert OutboxMessage.objects.filter(topic="certification.rules_changed").exists()


def test_it_keeps_no_text_of_which_the_standings_were_not_told(editor, client, monkeypatch):
    def break_down(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("lms.certification.statements.services.publish", break_down)
    with pytest.raises(RuntimeError):
        client.post(address("add"), filled())
    assert not StatementVersion.objects.filter(code="geheimhouding", number=2).exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"effective_on": "2026-11-21"}, "Kies vandaag of een dag die nog komt."),
        ({"body": BODY.replace("OCO.", "{{ onbekend }}.")}, "Vul eerst deze invulwoorden in"),
    ],
)
def test_it_refuses_what_people_could_not_sign(editor, client, changes, words):
    page = client.post(address("add"), filled(**changes))
    assert words in page.content.decode()
    assert not StatementVersion.objects.filter(number=2).exists()


@pytest.mark.parametrize("name", ["edit", "delete"])
def test_it_never_changes_a_version(editor, client, name):
    row = StatementVersion.objects.get(code="geheimhouding")
    before = row.body
    client.post(address(name, row.pk), filled(title="Anders"))
    row.refresh_from_db()
    assert (row.body, row.title) == (before, "Geheimhouding")


def test_it_lists_the_versions(editor, client):
    assert "Geheimhouding" in client.get(address("list")).content.decode()

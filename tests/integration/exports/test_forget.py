"""Erased is erased, and the matching system still hears that it must forget."""

import pytest

from lms.accounts.rights.services import deactivate
from lms.exports.models import StatusChange
from lms.exports.services import give_consent
from lms.outbox.public import deliver_due
from lms.privacy.services import erase_person

pytestmark = pytest.mark.django_db
CHANGES = "/api/v1/statuswijzigingen"


def test_it_tells_readers_to_forget_when_an_account_closes(api, noor, koen, now):
    give_consent(noor, actor=noor, now=now)
    deactivate(noor, actor=koen, now=now)
    deliver_due(now)
    assert [line["soort"] for line in api.get(CHANGES).json()["items"]] == ["status", "removed"]


@pytest.mark.parametrize("delivered", [True, False])
def test_it_keeps_only_the_word_to_forget_after_erasure(api, noor, koen, administrator, now, delivered):
    give_consent(noor, actor=noor, now=now)
    uuid = str(noor.uuid)
    deactivate(noor, actor=koen, now=now)
    if delivered:
        deliver_due(now)
    erase_person(noor, actor=administrator, now=now)
    lines = api.get(CHANGES).json()["items"]
    assert [(line["soort"], line["uuid"], line["status"]) for line in lines] == [("removed", uuid, None)]
    assert not StatusChange.objects.exclude(person=None).exists()

"""A change that is undone takes no number with it: the feed has no hole to wait for."""

import pytest
from django.db import transaction

from lms.exports.models import StatusChange
from lms.exports.services import give_consent, withdraw_consent

pytestmark = pytest.mark.django_db


def test_it_gives_the_number_of_an_undone_change_to_the_next(noor, now):
    give_consent(noor, actor=noor, now=now)
    with transaction.atomic():
        withdraw_consent(noor, actor=noor, now=now)
        assert StatusChange.objects.count() == 2
        transaction.set_rollback(True)
    withdraw_consent(noor, actor=noor, now=now)
    assert list(StatusChange.objects.order_by("sequence").values_list("sequence", "kind")) == [
        (1, "status"),
        (2, "removed"),
    ]

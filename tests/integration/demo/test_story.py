"""The demo shows every new thing at once, and loading it twice is harmless."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from lms.accounts.models import User
from lms.certification.models import (
    Certificate,
    CertificateRevocation,
    Decision,
    Evidence,
    Extension,
    ImpactRow,
    Standing,
    TalkRecord,
)
from lms.certification.readiness import State
from lms.courses.models import HomePage
from lms.outbox.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demo(tmp_path: Path, home: HomePage) -> Path:
    """Load the demo, and return the file with its key."""
    key_file = tmp_path / "key.txt"
    call_command("load_demo", key_file=key_file)
    return key_file


def standing_of(name: str) -> Standing:
    return Standing.objects.get(person__name__startswith=name)


def it_shows_people_who_wait() -> None:
    loes, ilias = standing_of("Loes"), standing_of("Ilias")
    assert (loes.state, loes.waits_kind) == (State.MATCHABLE, "assess")
    assert loes.waiting_since == timezone.localdate() - timedelta(days=12)
    assert (ilias.state, ilias.waits_kind) == (State.IN_PROGRESS, "assess")
    assert not TalkRecord.objects.get().is_final


def it_shows_what_ends_and_what_was_given_more_time() -> None:
    joost, dewi = standing_of("Joost"), standing_of("Dewi")
    assert joost.is_expiring
    assert abs((joost.expires_on - timezone.localdate()).days - 25) <= 1
    assert (dewi.state, dewi.computed_state) == (State.MATCHABLE, State.IN_PROGRESS)
    assert Decision.objects.get(kind=Decision.Kind.OVERRIDE).until is not None
    extended = Evidence.objects.filter(kind="extended", ref=str(Extension.objects.get().uuid))
    assert {row.person.get_short_name() for row in extended} == {"Henk", "Els"}
    assert Evidence.objects.filter(origin__startswith="repeat:").exists()


def it_shows_a_draft_that_changes_somebody() -> None:
    assert [row.person.get_short_name() for row in ImpactRow.objects.order_by("person__name")] == [
        "Greet",
        "Yara",
    ]


def it_shows_certificates() -> None:
    assert Certificate.objects.filter(cohort__title__startswith="Voorjaar").count() == 6
    assert CertificateRevocation.objects.get().certificate.person.get_short_name() == "Greet"


def test_it_shows_everything_and_twice_is_harmless(demo: Path) -> None:
    it_shows_people_who_wait()
    it_shows_what_ends_and_what_was_given_more_time()
    it_shows_a_draft_that_changes_somebody()
    it_shows_certificates()
    assert not OutboxMessage.objects.exclude(last_error="").exists()

    key, counts = demo.read_text(), [each.objects.count() for each in (User, Evidence, Decision, Certificate)]
    call_command("load_demo", key_file=demo)
    assert demo.read_text() == key
    assert [each.objects.count() for each in (User, Evidence, Decision, Certificate)] == counts

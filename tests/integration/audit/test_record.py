"""One log entry: six fields, no names, never changed."""

import ast
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from wagtail.models import ModelLogEntry

from lms.audit.public import Result, origin, record, register_actions
from tests.integration.audit.canary import assert_in_no_audit_row

pytestmark = pytest.mark.django_db
SOURCES = Path(__file__).resolve().parents[3] / "lms"
MAY_TOUCH_THE_LOG = {"audit/services.py", "audit/selectors.py", "privacy/third_party.py"}


def test_it_has_the_six_fields_of_bio2(noor, koen):
    before = timezone.now()
    with origin("web 192.0.2.1"):
        record("x.person_seen", subject=noor, actor=koen, result=Result.REFUSED, role="trainer")
    entry = ModelLogEntry.objects.get()
    assert entry.action == "x.person_seen"
    assert entry.content_type.model_class() is type(noor)
    assert entry.object_id == str(noor.pk)
    assert entry.data == {"result": "refused", "origin": "web 192.0.2.1", "role": "trainer"}
    assert entry.user == koen
    assert before <= entry.timestamp <= timezone.now()


@pytest.mark.parametrize("nobody", [None, AnonymousUser()])
def test_it_has_no_actor_when_the_system_did_it(noor, nobody):
    record("x.person_seen", subject=noor, actor=nobody)
    entry = ModelLogEntry.objects.get()
    assert entry.user_id is None
    assert entry.data == {"result": "done", "origin": "systeem"}


def test_it_looks_through_a_lazy_person(noor):
    lazy = SimpleLazyObject(lambda: SimpleLazyObject(lambda: noor))
    record("x.person_seen", subject=lazy, actor=lazy)
    entry = ModelLogEntry.objects.get()
    assert (entry.object_id, entry.user_id) == (str(noor.pk), noor.pk)


def test_it_fails_loudly_on_what_the_log_cannot_hold(koen):
    with pytest.raises((TypeError, AttributeError)):
        record("x.person_seen", subject=object(), actor=koen)


def test_it_holds_no_name_and_no_address(noor, koen):
    record("x.person_seen", subject=noor, actor=koen, person=noor.uuid)
    assert_in_no_audit_row("Noor", "de Wit", "noor@", "Koen", "koen@")
    assert ModelLogEntry.objects.get().label == f"accounts.user:{noor.uuid}"


@pytest.mark.parametrize("text", ["Noor de Wit", "noor@example.org", "Ik denk van wel.\nEcht.", "x" * 101])
def test_it_refuses_words_in_its_detail_and_does_not_repeat_them(noor, koen, text):
    with pytest.raises(ValueError, match="must be an id or a code") as refused:
        record("x.person_seen", subject=noor, actor=koen, note=text)
    assert text not in str(refused.value)
    assert not ModelLogEntry.objects.exists()


def test_it_does_not_let_a_detail_replace_a_field(noor, koen):
    with pytest.raises(ValueError, match="origin"):
        record("x.person_seen", subject=noor, actor=koen, origin="elsewhere")


def test_it_refuses_an_action_that_nobody_declared(noor, koen):
    with pytest.raises(ValidationError):
        record("x.never_declared", subject=noor, actor=koen)


def test_it_refuses_two_labels_for_one_action():
    register_actions({"x.person_seen": "Iemand bekeek jouw bladzijde"})
    with pytest.raises(ValueError, match=r"x\.person_seen"):
        register_actions({"x.person_seen": "Iets anders"})


def test_it_disappears_with_the_change_it_is_about(noor, koen):
    with transaction.atomic():
        record("x.person_seen", subject=noor, actor=koen)
        transaction.set_rollback(True)
    assert not ModelLogEntry.objects.exists()


def test_it_offers_no_way_to_change_the_log():
    """Only the end of the term, reading, and taking names out at erasure may name the tables of the log."""
    naming = {
        str(path.relative_to(SOURCES))
        for path in SOURCES.rglob("*.py")
        if {"ModelLogEntry", "PageLogEntry"} & names_in(path)
    }
    assert naming == MAY_TOUCH_THE_LOG
    assert not {"update", "delete", "save", "bulk_update"} & names_in(SOURCES / "audit/selectors.py")


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return names | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

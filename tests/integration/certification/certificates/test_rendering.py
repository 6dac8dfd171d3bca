"""The worker makes PDFs: done again it is harmless, and who waits is told when it went wrong."""

import io
import uuid
from datetime import timedelta

import pikepdf
import pytest

from lms.certification.certificates import pdf
from lms.certification.certificates.editions import issue_for_edition
from lms.certification.certificates.rendering import ask_again, remove_old_prints, render
from lms.certification.models import Certificate, Rendering
from lms.outbox.models import OutboxMessage
from lms.outbox.public import deliver_due
from tests.factories import certificates as factory
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(proof) -> Rendering:
    return Rendering.objects.get(certificate=proof)


@pytest.fixture
def trio(home, municipality, noor):
    return [noor, people.person("Sam Ek", "volunteer"), people.person("Ali Öz", "volunteer")]


@pytest.fixture
def to_print(trio, femke, now, submission) -> Rendering:
    edition = factory.edition(*trio)
    return issue_for_edition(edition, trio, submission, actor=femke, now=now)


def test_it_is_made_by_the_worker(row, now):
    assert (row.state, row.pdf) == ("waiting", None)
    deliver_due(now + timedelta(minutes=1))
    row.refresh_from_db()
    assert (row.state, row.done) == ("ready", 1)
    assert bytes(row.pdf).startswith(b"%PDF-")
    assert row.ready_at >= now


def test_it_keeps_the_first_file_when_it_is_made_twice(row, now):
    render(row.uuid, now)
    row.refresh_from_db()
    first = bytes(row.pdf)
    Rendering.objects.filter(pk=row.pk).update(done=0)
    render(row.uuid, now + timedelta(minutes=1))
    row.refresh_from_db()
    assert bytes(row.pdf) == first


def test_it_loses_nothing_when_the_worker_was_killed_halfway(to_print, now, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(pdf, "draw", _killed_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            render(to_print.uuid, now)
    to_print.refresh_from_db()
    assert (to_print.state, to_print.done, to_print.total) == ("waiting", 1, 3)
    render(to_print.uuid, now + timedelta(minutes=5))
    to_print.refresh_from_db()
    assert (to_print.state, to_print.done) == ("ready", 3)


def _killed_at_the_second(sheets, css, *, tell):
    tell(sheets[0], 1)
    raise KeyboardInterrupt  # nothing of ours catches it, as nothing catches SIGKILL


def test_it_tells_that_it_went_wrong_and_tries_again(row, now, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(pdf, "draw", _out_of_memory)
        deliver_due(now + timedelta(minutes=1))
    row.refresh_from_db()
    assert (row.state, row.pdf) == ("failed", None)
    deliver_due(now + timedelta(days=1))
    row.refresh_from_db()
    assert row.state == "ready"


def _out_of_memory(*args: object, **kwargs: object) -> bytes:
    raise MemoryError


def test_it_is_asked_for_again_only_when_it_went_wrong(row, now):
    asked = OutboxMessage.objects.filter(topic="certification.rendering_asked")
    ask_again(row, now=now)
    assert asked.count() == 1
    Rendering.objects.update(state="failed")
    ask_again(row, now=now)
    ask_again(row, now=now)
    assert asked.count() == 2
    assert Rendering.objects.get().state == "waiting"


def test_it_does_nothing_for_what_is_gone(now):
    render(uuid.uuid4(), now)


def test_it_prints_an_edition_as_one_tagged_file(to_print, now):
    render(to_print.uuid, now)
    to_print.refresh_from_db()
    assert (to_print.done, to_print.total) == (3, 3)
    with pikepdf.open(io.BytesIO(bytes(to_print.pdf))) as found:
        assert len(found.pages) == 3
        assert found.Root.MarkInfo.Marked
        assert "/AcroForm" not in found.Root, "to print: not signed"
        pages = {int(page.obj.StructParents) for page in found.pages}
        numbers = found.Root.StructTreeRoot.ParentTree.Nums
        assert pages <= {int(numbers[at]) for at in range(0, len(numbers), 2)}


def test_it_gives_everybody_a_signed_file_of_their_own(to_print, now):
    deliver_due(now + timedelta(minutes=1))
    own = Rendering.objects.exclude(certificate=None)
    assert [row.state for row in own] == ["ready"] * 3
    for row in own:
        with pikepdf.open(io.BytesIO(bytes(row.pdf))) as found:
            assert len(found.Root.AcroForm.Fields) == 1


def test_it_removes_files_to_print_after_two_weeks_and_nothing_else(to_print, now):
    assert remove_old_prints(now + timedelta(days=13)) == 0
    assert remove_old_prints(now + timedelta(days=15)) == 1
    assert Certificate.objects.count() == Rendering.objects.count() == 3

"""The PDF: made once by the worker for a text, read by others than who made it, and kept for a while."""

import io
import subprocess
from datetime import timedelta
from uuid import uuid4

import outloud
import pikepdf
import pytest

from lms.courses.models import PrintedPart
from lms.courses.prints import services
from lms.courses.prints.rendering import drawn
from lms.outbox.models import OutboxMessage
from lms.outbox.public import deliver_due
from tests.at_once import at_once
from tests.conftest import NOW
from tests.factories import course_media
from tests.factories import courses as make
from tests.integration.courses.prints.conftest import printed

pytestmark = pytest.mark.django_db
State = PrintedPart.State


@pytest.fixture
def quick(monkeypatch) -> None:
    """Draw nothing: for what is about asking and waiting."""
    monkeypatch.setattr(services, "drawn", lambda found: b"%PDF-1.7 " + found.fingerprint.encode())


def asked() -> int:
    return OutboxMessage.objects.filter(topic="courses.print_asked").values("event").distinct().count()


def test_it_is_tagged_says_what_it_is_and_reads_out_loud(bound, tmp_path):
    content = drawn(printed(bound.module))
    path = tmp_path / "module.pdf"
    path.write_bytes(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "nl"
        assert pdf.docinfo.Title == "Je rol zuiver houden – Basistraining OCO"
        assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()
        with pdf.open_outline() as outline:
            assert [one.title for one in outline.root] == ["Module 5 – Je rol zuiver houden", "Antwoorden"]
        assert pdf.check_pdf_syntax() == []
    result = outloud.check(str(path))
    assert [(one.rule, one.message) for one in result.findings] == []
    assert [one.rule for one in result.runs if one.status == "crashed"] == []
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True, timeout=30)
    assert all("Leerplein" in line for line in fonts.stdout.splitlines()[2:])


def test_it_shows_its_own_pictures_and_opens_nothing_else(bound, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    shot = course_media.picture()
    image = make.block("image", picture=str(shot.uid), alt="Een tafel", decorative=False, caption="")
    elsewhere = make.text('<p><a href="https://example.org/x">Lees meer</a></p>')
    lesson = make.lesson(bound.module, image, elsewhere, title="Kijken")

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("paper opens nothing but its own pictures")

    monkeypatch.setattr("urllib.request.HTTPHandler.http_open", refuse)
    monkeypatch.setattr("urllib.request.HTTPSHandler.https_open", refuse)
    with pikepdf.open(io.BytesIO(drawn(printed(lesson)))) as pdf:
        assert len(pdf.pages[0].get_images()) == 1


def test_it_makes_a_pdf_while_one_waits_and_gives_it(as_noor, bound, quick, now):
    waiting = as_noor.post(bound.url(bound.lesson, "ask"), follow=True)
    assert "Je PDF wordt gemaakt" in waiting.content.decode()
    assert waiting["Refresh"] == "8"
    row = PrintedPart.objects.get()
    assert as_noor.get(bound.url(bound.lesson, "file", row.uuid)).status_code == 404
    deliver_due(now + timedelta(days=3650))
    ready = as_noor.get(bound.url(bound.lesson, "made", row.uuid))
    assert "Je PDF is klaar" in ready.content.decode()
    assert "Refresh" not in ready
    file = as_noor.get(bound.url(bound.lesson, "file", row.uuid))
    assert file["Content-Type"] == "application/pdf"
    assert file["Content-Disposition"] == 'attachment; filename="geen-maatje.pdf"'
    assert file.content.startswith(b"%PDF-1.7")


def test_it_makes_one_file_of_one_text_and_another_of_another(bound, quick):
    first = services.ask(printed(bound.lesson), now=NOW)
    assert services.ask(printed(bound.lesson), now=NOW) == first
    assert asked() == 1
    bound.lesson.title = "Wel OCO"
    bound.lesson.save()
    assert services.ask(printed(bound.lesson), now=NOW) != first
    assert asked() == 2


def test_it_gives_a_text_that_changed_while_one_waited_only_to_who_waited(bound, quick):
    old = printed(bound.lesson)
    row = services.ask(old, now=NOW)
    bound.lesson.title = "Wel OCO"
    bound.lesson.save()
    services.make(row.uuid, NOW)
    row.refresh_from_db()
    assert bytes(row.pdf).endswith(printed(bound.lesson).fingerprint.encode())
    assert services.ask(old, now=NOW) != row


def test_it_says_that_it_did_not_work_and_tries_again_when_asked(as_noor, bound, monkeypatch):
    found = printed(bound.lesson)
    row = services.ask(found, now=NOW)

    def broken(_found: object) -> bytes:
        raise OSError("no room")

    monkeypatch.setattr(services, "drawn", broken)
    with pytest.raises(OSError, match="no room"):
        services.make(row.uuid, NOW)
    page = as_noor.get(bound.url(bound.lesson, "made", row.uuid)).content.decode()
    assert "De PDF is nog niet gelukt" in page
    assert services.ask(found, now=NOW).state == State.WAITING
    assert asked() == 2


def test_it_makes_nothing_of_a_text_that_went_offline_while_one_waited(bound, quick):
    row = services.ask(printed(bound.lesson), now=NOW)
    bound.lesson.unpublish()
    services.make(row.uuid, NOW)
    row.refresh_from_db()
    assert (row.state, row.pdf) == (State.FAILED, None)


def test_it_never_gives_a_pdf_under_another_page_or_to_a_stranger(
    as_noor, bound, client, vera, noor, sign_in
):
    row = PrintedPart.objects.create(
        page_uid=uuid4(), fingerprint="x", state=State.READY, pdf=b"%PDF", asked_at=NOW
    )
    assert as_noor.get(bound.url(bound.lesson, "file", row.uuid)).status_code == 404
    noor.enrollments.all().delete()
    PrintedPart.objects.update(page_uid=bound.lesson.uid)
    for name in ("made", "file"):
        assert as_noor.get(bound.url(bound.lesson, name, row.uuid)).status_code == 404


def test_it_throws_away_what_nobody_asked_for_lately(bound):
    old = PrintedPart.objects.create(page_uid=uuid4(), fingerprint="x", asked_at=NOW - timedelta(days=15))
    kept = PrintedPart.objects.create(page_uid=uuid4(), fingerprint="y", asked_at=NOW - timedelta(days=13))
    assert services.remove_old(NOW) == 1
    assert list(PrintedPart.objects.all()) == [kept]
    assert old.pk


@pytest.mark.two_connections
@pytest.mark.django_db(transaction=True)
def test_it_asks_the_worker_once_when_many_ask_at_the_same_time(bound, quick):
    found = printed(bound.lesson)
    assert at_once([lambda: services.ask(found, now=NOW)] * 4) == []
    assert PrintedPart.objects.count() == 1
    assert asked() == 1

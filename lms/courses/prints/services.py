"""Having PDFs made by the worker, and throwing away old ones."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from lms.courses.prints.models import PrintedPart
from lms.courses.prints.rendering import Printable, drawn, printable
from lms.courses.prints.selectors import booklet_of, page_to_print
from lms.outbox.public import publish

KEEP = timedelta(days=14)
State = PrintedPart.State


class GoneError(LookupError):
    """What was asked for is not online any more."""


@transaction.atomic
def ask(found: Printable, *, now: datetime) -> PrintedPart:
    """Return the PDF of this text: the one that is there, or one that the worker will make.

    Who asks for one that could not be made, asks for it again.
    """
    row, is_new = PrintedPart.objects.defer("pdf").get_or_create(
        page_uid=found.booklet.uid, fingerprint=found.fingerprint, defaults={"asked_at": now}
    )
    mine = PrintedPart.objects.filter(pk=row.pk)
    again = not is_new and mine.filter(state=State.FAILED).update(state=State.WAITING)
    mine.update(asked_at=now)
    if is_new or again:
        publish("courses.print_asked", now=now, print=row.uuid)
    row.refresh_from_db(fields=["state", "asked_at"])
    return row


def make(key: UUID, now: datetime) -> None:
    """Make a PDF that was asked for. Outside a transaction: it takes long, and a second try is harmless.

    Whatever goes wrong is written down for who waits, and raised, so that the outbox tries again; not when
    the text went offline meanwhile: then there is nothing to make.
    """
    row = PrintedPart.objects.defer("pdf").filter(uuid=key).exclude(state=State.READY).first()
    if row is None:
        return
    open_row = PrintedPart.objects.filter(pk=row.pk).exclude(state=State.READY)
    try:
        found = _as_it_is_now(row)
        content = drawn(found)
    except GoneError:
        open_row.update(state=State.FAILED)
        return
    except Exception:
        open_row.update(state=State.FAILED)
        raise
    # The text changed meanwhile: who waits gets the new one, and nobody else finds it by the old name.
    name = row.fingerprint if found.fingerprint == row.fingerprint else row.uuid.hex
    open_row.update(pdf=content, state=State.READY, made_at=now, fingerprint=name)


def _as_it_is_now(row: PrintedPart) -> Printable:
    page = page_to_print(row.page_uid)
    booklet = booklet_of(page) if page is not None else None
    if booklet is None:
        raise GoneError(row.page_uid)
    return printable(booklet)


def remove_old(now: datetime) -> int:
    """Delete PDFs that nobody asked for lately; return how many."""
    count, _by_kind = PrintedPart.objects.filter(asked_at__lt=now - KEEP).delete()
    return count

"""Have PDFs made by the worker: of one certificate, or of a whole edition to print."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from lms.accounts.models import User
from lms.certification.certificates import pdf, seal
from lms.certification.certificates.paper import Attachment, Sheet, house_style, sheet_of
from lms.certification.credentials.selectors import credential_file, signer_when_offered
from lms.certification.models import Certificate, Rendering
from lms.courses.models import Cohort
from lms.outbox.public import publish

KEEP_PRINTS = timedelta(days=14)
State = Rendering.State


def ask_for_pdf(certificate: Certificate, *, actor: User, now: datetime) -> Rendering:
    """Ask the worker for the PDF of a certificate, in the caller's transaction."""
    row = Rendering.objects.create(certificate=certificate, asked_at=now, asked_by=actor)
    publish("certification.rendering_asked", now=now, rendering=row.uuid)
    return row


def ask_for_print(
    key: uuid.UUID, cohort: Cohort, certificates: Iterable[Certificate], *, actor: User, now: datetime
) -> Rendering:
    """Ask the worker for one file with these certificates, to print; the same key twice is one."""
    listed = [str(each.uuid) for each in certificates]
    row, is_new = Rendering.objects.get_or_create(
        uuid=key,
        defaults={
            "cohort": cohort,
            "certificates": listed,
            "total": len(listed),
            "asked_at": now,
            "asked_by": actor,
        },
    )
    if is_new:
        publish("certification.rendering_asked", now=now, rendering=row.uuid)
    return row


@transaction.atomic
def ask_again(row: Rendering, *, now: datetime) -> None:
    """Ask once more for a PDF that could not be made; while it is made or there, nothing happens."""
    failed = Rendering.objects.filter(pk=row.pk, state=State.FAILED)
    if failed.update(state=State.WAITING, done=0, asked_at=now):
        publish("certification.rendering_asked", now=now, rendering=row.uuid)


def render(key: uuid.UUID, now: datetime) -> None:
    """Make a PDF that was asked for. Outside a transaction: it takes long, and a second try is harmless.

    Whatever goes wrong is written down for who waits, and raised, so that the outbox tries again.
    """
    row = Rendering.objects.select_related("certificate__person").defer("pdf").filter(uuid=key).first()
    if row is None or row.state == State.READY:
        return
    try:
        made = _print_of(row) if row.certificate is None else pdf_of(row.certificate)
    except Exception:
        _open(row).update(state=State.FAILED)
        raise
    # Who was first stands: everybody who downloads it gets the same bytes.
    _open(row).update(pdf=made, state=State.READY, done=row.total, ready_at=now)


def pdf_of(certificate: Certificate) -> bytes:
    """The signed PDF of one certificate; the same every time, but for the signature and its time."""
    style = house_style()
    drawn = pdf.draw([sheet_of(certificate, style, _files_of(certificate))], style.css)
    marked = seal.mark_accessible(drawn, field=True)
    return seal.sign(marked, settings.SIGNING_KEY, certificate.context["network"])


def remove_old_prints(now: datetime) -> int:
    """Delete files of a whole edition that nobody needs any more; return how many."""
    count, _by_kind = Rendering.objects.filter(certificate=None, asked_at__lt=now - KEEP_PRINTS).delete()
    return count


def _print_of(row: Rendering) -> bytes:
    """One file with a page per certificate, tagged as the single ones are, not signed: it is to print."""
    style = house_style()
    found = {str(each.uuid): each for each in Certificate.objects.filter(uuid__in=row.certificates)}
    sheets = [sheet_of(found[listed], style) for listed in row.certificates if listed in found]

    def tell(sheet: Sheet, number: int) -> None:
        _open(row).update(done=number)

    return seal.mark_accessible(pdf.draw(sheets, style.css, tell=tell), field=False)


def _files_of(certificate: Certificate) -> tuple[Attachment, ...]:
    """The digital proof, where the municipality offers it."""
    signer = signer_when_offered()
    if signer is None:
        return ()
    file = credential_file(certificate, signer)
    return (Attachment(file.name, file.mime, file.content, file.description),)


def _open(row: Rendering) -> QuerySet[Rendering]:
    return Rendering.objects.filter(pk=row.pk).exclude(state=State.READY)

"""Make the preview of what a draft would do: at once for a small group, by the worker for a large one."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from lms.accounts.models import User
from lms.certification.models import ImpactPreview, ImpactRow, SchemeDraft
from lms.certification.schemes import audit
from lms.certification.schemes.drafts.services import locked
from lms.certification.schemes.impact.selectors import (
    PersonChange,
    Publication,
    impact_of,
    publication_of,
)
from lms.certification.standings.selectors import volunteers
from lms.outbox.public import publish

MOST_AT_ONCE = 1000
TOPIC = "certification.impact_asked"


class NotPlanned(ValueError):  # noqa: N818  (what it says, not what kind of thing it is)
    """The draft has no day yet from which it holds."""


def ask_preview(draft: SchemeDraft, *, actor: User, now: datetime) -> ImpactPreview:
    """Make a preview of the present revision: ready at once for up to MOST_AT_ONCE people.

    Raises NotAllowed, DraftClosed, and NotPlanned.
    """
    with transaction.atomic():
        fresh = locked(draft, actor)
        preview = begin_preview(fresh, actor=actor, now=now)
        if preview.total > MOST_AT_ONCE:
            publish(TOPIC, now=now, preview=preview.uuid)
            return preview
    make_preview(preview.uuid, now=now)
    preview.refresh_from_db()
    return preview


def begin_preview(draft: SchemeDraft, *, actor: User, now: datetime) -> ImpactPreview:
    """A preview that is still to be made; the caller holds the draft. Raises NotPlanned."""
    if draft.effective_on is None:
        raise NotPlanned
    preview: ImpactPreview = ImpactPreview.objects.create(
        draft=draft, revision=draft.revision, total=volunteers().count(), asked_at=now
    )
    audit.impact_asked(preview, actor)
    return preview


def make_preview(preview_uuid: uuid.UUID, *, now: datetime) -> None:
    """Compute a preview that waits, piece by piece, so that the progress can be seen.

    Called again it begins again. When the draft changed meanwhile the preview says that it is of no use.
    """
    preview = ImpactPreview.objects.select_related("draft").filter(uuid=preview_uuid).first()
    if preview is None or preview.state == ImpactPreview.State.READY:
        return
    publication = publication_of(preview.draft)
    if publication is None or preview.draft.revision != preview.revision:
        _finish(preview, ImpactPreview.State.FAILED, now)
        return
    _compute(preview, publication)
    _finish(preview, ImpactPreview.State.READY, now)


def save_rows(preview: ImpactPreview, changes: Iterable[PersonChange]) -> None:
    """Put people on a preview."""
    ImpactRow.objects.bulk_create(
        ImpactRow(
            preview=preview,
            person_id=each.person,
            felt_on=each.felt_on,
            before=each.change.before.value,
            after=each.change.after.value,
            scope_before=list(each.change.scope_before),
            scope_after=list(each.change.scope_after),
            reasons=list(each.change.reasons),
        )
        for each in changes
    )


def _compute(preview: ImpactPreview, publication: Publication) -> None:
    ImpactRow.objects.filter(preview=preview).delete()
    done = 0
    for piece in impact_of(publication):
        done += piece.read
        with transaction.atomic():
            save_rows(preview, piece.changes)
            ImpactPreview.objects.filter(pk=preview.pk).update(done=done)


def _finish(preview: ImpactPreview, state: str, now: datetime) -> None:
    ImpactPreview.objects.filter(pk=preview.pk).update(state=state, ready_at=now)

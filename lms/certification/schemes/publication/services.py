"""Put a draft into force: only what was shown, to the people it was shown about, may change."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.certification.models import ImpactPreview, ImpactRow, SchemeDraft, SchemeVersion
from lms.certification.policies import NotAllowed
from lms.certification.schemes import audit
from lms.certification.schemes.drafts.services import DraftClosed, locked
from lms.certification.schemes.impact.selectors import PersonChange, impact_of, publication_of
from lms.certification.schemes.impact.services import MOST_AT_ONCE, begin_preview, save_rows
from lms.certification.schemes.refusals import NotPublished
from lms.certification.schemes.services import Terms, publish_scheme
from lms.certification.standings.services import lock_people
from lms.outbox.public import publish

TOPIC = "certification.publication_asked"
Outcome = dict[tuple[int, date], tuple[str, str, frozenset[str], frozenset[str]]]


class _Surprise(Exception):  # noqa: N818  (undoes the transaction, and carries what was found)
    def __init__(self, changes: list[PersonChange]) -> None:
        super().__init__()
        self.changes = changes


def publish_draft(
    draft: SchemeDraft, preview_uuid: uuid.UUID, *, actor: User, now: datetime
) -> SchemeVersion:
    """Publish a draft on the preview that was seen, and return the version.

    Who would change is computed again while nobody can write about any volunteer. When that differs from the
    preview nothing is published: there is a new preview, and NotPublished says so. Raises NotAllowed too.
    The same draft twice gives the same version.
    """
    try:
        with transaction.atomic():
            return _publish(draft, preview_uuid, actor, now)
    except _Surprise as surprise:
        _preview_again(draft, surprise.changes, actor, now)
        audit.publication_refused(draft, actor, "surprise")
        raise NotPublished("surprise") from None
    except DraftClosed:
        audit.publication_refused(draft, actor, "closed")
        raise NotPublished("closed") from None
    except NotPublished as refusal:
        audit.publication_refused(draft, actor, refusal.code)
        raise


@transaction.atomic
def ask_publication(
    draft: SchemeDraft, preview_uuid: uuid.UUID, *, actor: User, now: datetime
) -> ImpactPreview:
    """Let the worker publish a draft that is about many people. Raises as `publish_draft`."""
    fresh = locked(draft, actor)
    preview = _seen(fresh, preview_uuid, localdate(now))
    if preview.publication_asked_at is None or preview.refusal:
        preview.publication_asked_at, preview.publication_asked_by = now, actor
        preview.refusal = ""
        preview.save(update_fields=["publication_asked_at", "publication_asked_by", "refusal"])
        publish(TOPIC, now=now, preview=preview.uuid)
    return preview


def is_large(preview: ImpactPreview) -> bool:
    """Say whether publishing is work for the worker."""
    return preview.total > MOST_AT_ONCE


def publish_as_asked(preview_uuid: uuid.UUID, *, now: datetime) -> None:
    """Do what `ask_publication` asked for, once; a refusal is written on the preview."""
    preview = (
        ImpactPreview.objects.select_related("draft", "publication_asked_by")
        .filter(uuid=preview_uuid, draft__published=None, refusal="")
        .first()
    )
    if preview is None or preview.publication_asked_by is None:
        return
    try:
        publish_draft(preview.draft, preview.uuid, actor=preview.publication_asked_by, now=now)
    except NotPublished as refusal:
        _write_refusal(preview, refusal.code)
    except NotAllowed:
        _write_refusal(preview, "not_allowed")


def _write_refusal(preview: ImpactPreview, code: str) -> None:
    """Say why nothing was published, also on the new preview that a surprise brought."""
    since = ImpactPreview.objects.filter(draft=preview.draft, revision=preview.revision, pk__gte=preview.pk)
    since.update(refusal=code)


def _publish(draft: SchemeDraft, preview_uuid: uuid.UUID, actor: User, now: datetime) -> SchemeVersion:
    # One publication at a time: the next one must see this one. Always in the same order.
    open_drafts = SchemeDraft.objects.filter(published=None, discarded_at=None)
    list(open_drafts.select_for_update().order_by("pk").values_list("pk", flat=True))
    known: SchemeVersion | None = SchemeVersion.objects.filter(draft=draft).first()
    if known is not None:
        return known
    fresh = locked(draft, actor)
    preview = _seen(fresh, preview_uuid, localdate(now))
    publication = publication_of(fresh)
    if publication is None:
        raise NotPublished("no_preview")
    changes = [each for piece in impact_of(publication, lock_people) for each in piece.changes]
    if _found(changes) != _shown(preview):
        raise _Surprise(changes)
    terms = Terms(transition=fresh.transition, until=fresh.transition_until, summary=fresh.summary)
    version = publish_scheme(publication.scheme, publication.effective_on, actor=actor, now=now, terms=terms)
    SchemeDraft.objects.filter(pk=fresh.pk).update(published=version)
    return version


def _seen(draft: SchemeDraft, preview_uuid: uuid.UUID, today: date) -> ImpactPreview:
    """The preview that was seen, when the draft may be published on it."""
    preview: ImpactPreview | None = ImpactPreview.objects.filter(draft=draft, uuid=preview_uuid).first()
    if preview is None or preview.state != ImpactPreview.State.READY or draft.effective_on is None:
        raise NotPublished("no_preview")
    if preview.revision != draft.revision:
        raise NotPublished("other_revision")
    if draft.effective_on < today:
        raise NotPublished("past")
    return preview


def _found(changes: list[PersonChange]) -> Outcome:
    return {
        (each.person, each.felt_on): (
            each.change.before.value,
            each.change.after.value,
            frozenset(each.change.scope_before),
            frozenset(each.change.scope_after),
        )
        for each in changes
    }


def _shown(preview: ImpactPreview) -> Outcome:
    rows = ImpactRow.objects.filter(preview=preview).values_list(
        "person_id", "felt_on", "before", "after", "scope_before", "scope_after"
    )
    return {
        (person, day): (before, after, frozenset(scope_before), frozenset(scope_after))
        for person, day, before, after, scope_before, scope_after in rows.iterator()
    }


@transaction.atomic
def _preview_again(draft: SchemeDraft, changes: list[PersonChange], actor: User, now: datetime) -> None:
    fresh = locked(draft, actor)
    preview = begin_preview(fresh, actor=actor, now=now)
    save_rows(preview, changes)
    preview.state, preview.done, preview.ready_at = ImpactPreview.State.READY, preview.total, now
    preview.save(update_fields=["state", "done", "ready_at"])

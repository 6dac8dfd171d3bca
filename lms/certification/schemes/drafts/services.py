"""Begin, change and put away a draft. A change is made on the revision that its author saw, or not at all."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.certification.models import DraftRevision, SchemeDraft, SchemeVersion
from lms.certification.readiness import Scheme, scheme_from_data, scheme_to_data
from lms.certification.schemes import audit
from lms.certification.schemes.policies import require_editor

Change = Callable[[Scheme], Scheme]


class DraftClosed(ValueError):  # noqa: N818  (what it says, not what kind of thing it is)
    """The draft was published or put away meanwhile; the message says so in Dutch."""

    def __init__(self) -> None:
        super().__init__(_("Dit concept is al ingesteld of weggedaan. Je kunt het niet meer wijzigen."))


class DraftChanged(ValueError):  # noqa: N818  (what it says, not what kind of thing it is)
    """Somebody changed the draft meanwhile.

    `seen` is what the author of this change saw, `present` what is there; `by` names the other, or is empty.
    """

    def __init__(self, seen: Scheme, present: Scheme, by: str) -> None:
        super().__init__(_("Het concept is intussen gewijzigd. Bekijk dat en bewaar nog een keer."))
        self.seen = seen
        self.present = present
        self.by = by


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When and for whom a draft is to hold, and the words that go with it."""

    effective_on: date
    transition: str
    transition_until: date | None
    summary: str


@transaction.atomic
def begin_draft(
    scheme: Scheme, draft_uuid: uuid.UUID, *, based_on: SchemeVersion | None, actor: User, now: datetime
) -> SchemeDraft:
    """Begin a draft with this scheme; the same uuid twice is one draft. Raises NotAllowed."""
    require_editor(actor)
    values = {
        "content": scheme_to_data(scheme),
        "based_on": based_on,
        "created_at": now,
        "changed_at": now,
        "changed_by": actor,
    }
    draft, is_new = SchemeDraft.objects.get_or_create(uuid=draft_uuid, defaults=values)
    if is_new:
        _keep(draft, actor, now)
        audit.draft_begun(draft, actor)
    return draft


@transaction.atomic
def change_scheme(
    draft: SchemeDraft, seen: int, change: Change, *, actor: User, now: datetime
) -> SchemeDraft:
    """Change the scheme of a draft and return the draft; what changes nothing makes no revision.

    The same change sent twice on one revision is made once. Raises NotAllowed, DraftClosed, DraftChanged when
    `seen` is not the newest revision, and whatever `change` raises for what cannot be meant.
    """
    fresh = locked(draft, actor)
    present = scheme_from_data(fresh.content)
    if fresh.revision != seen:
        before = scheme_at(fresh, seen) or present
        if change(before) == present:
            return fresh
        raise DraftChanged(before, present, _name(fresh, actor))
    after = change(present)
    return fresh if after == present else _save(fresh, {"content": scheme_to_data(after)}, actor, now)


@transaction.atomic
def plan_draft(draft: SchemeDraft, seen: int, plan: Plan, *, actor: User, now: datetime) -> SchemeDraft:
    """Say when and for whom a draft is to hold. Raises as `change_scheme`."""
    fresh = locked(draft, actor)
    wanted = {
        "effective_on": plan.effective_on,
        "transition": plan.transition,
        "transition_until": plan.transition_until,
        "summary": plan.summary,
    }
    if all(getattr(fresh, name) == value for name, value in wanted.items()):
        return fresh
    if fresh.revision != seen:
        present = scheme_from_data(fresh.content)
        raise DraftChanged(scheme_at(fresh, seen) or present, present, _name(fresh, actor))
    return _save(fresh, wanted, actor, now)


def step_back(draft: SchemeDraft, seen: int, *, actor: User, now: datetime) -> SchemeDraft:
    """Undo the last change of the scheme, as a new revision; without one nothing happens."""
    before = scheme_at(draft, seen - 1)
    if before is None:
        return draft
    return change_scheme(draft, seen, lambda _scheme: before, actor=actor, now=now)


@transaction.atomic
def discard_draft(draft: SchemeDraft, *, actor: User, now: datetime) -> SchemeDraft:
    """Put a draft away; it stays in the history. Raises NotAllowed and DraftClosed."""
    fresh = locked(draft, actor)
    SchemeDraft.objects.filter(pk=fresh.pk).update(discarded_at=now)
    fresh.discarded_at = now
    audit.draft_discarded(fresh, actor)
    return fresh


def locked(draft: SchemeDraft, actor: User) -> SchemeDraft:
    """The draft as it is now, held until the transaction ends; the caller is in one.

    Raises NotAllowed for who may not edit, and DraftClosed when it is published or put away.
    """
    require_editor(actor)
    fresh = SchemeDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if fresh.published_id is not None or fresh.discarded_at is not None:
        raise DraftClosed
    return fresh


def _save(draft: SchemeDraft, values: dict[str, Any], actor: User, now: datetime) -> SchemeDraft:
    for name, value in values.items():
        setattr(draft, name, value)
    draft.revision += 1
    draft.changed_at, draft.changed_by = now, actor
    draft.save()
    _keep(draft, actor, now)
    audit.draft_changed(draft, actor)
    return draft


def _keep(draft: SchemeDraft, actor: User, now: datetime) -> None:
    DraftRevision.objects.create(
        draft=draft, number=draft.revision, content=draft.content, made_at=now, made_by=actor
    )


def scheme_at(draft: SchemeDraft, revision: int) -> Scheme | None:
    """The scheme of a draft at one of its revisions; None for a revision that there is not."""
    kept = DraftRevision.objects.filter(draft=draft, number=revision).first()
    return scheme_from_data(kept.content) if kept else None


def _name(draft: SchemeDraft, actor: User) -> str:
    other = draft.changed_by
    return "" if other is None or other.pk == actor.pk else other.get_short_name()

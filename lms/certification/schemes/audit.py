"""What is logged about the making of schemes. Ids and numbers only, never texts."""

from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.audit.public import Result, record, register_actions
from lms.certification.models import ImpactPreview, SchemeDraft, SchemeVersion

register_actions(
    {
        "certification.draft_begun": _("Concept van de regeling begonnen"),
        "certification.draft_changed": _("Concept van de regeling gewijzigd"),
        "certification.draft_discarded": _("Concept van de regeling weggedaan"),
        "certification.impact_asked": _("Gevolgen van een regeling uitgerekend"),
        "certification.scheme_shared": _("Regeling meegegeven met een cursus"),
        "certification.publication_refused": _("Regeling instellen kon niet"),
    }
)


def draft_begun(draft: SchemeDraft, actor: User) -> None:
    """Somebody began a draft."""
    record("certification.draft_begun", subject=draft, actor=actor, draft=str(draft.uuid))


def draft_changed(draft: SchemeDraft, actor: User) -> None:
    """A draft got a new revision."""
    record(
        "certification.draft_changed",
        subject=draft,
        actor=actor,
        draft=str(draft.uuid),
        revision=draft.revision,
    )


def draft_discarded(draft: SchemeDraft, actor: User) -> None:
    """A draft was put away."""
    record("certification.draft_discarded", subject=draft, actor=actor, draft=str(draft.uuid))


def impact_asked(preview: ImpactPreview, actor: User) -> None:
    """Somebody asked who would change: names come on the screen."""
    record(
        "certification.impact_asked",
        subject=preview.draft,
        actor=actor,
        draft=str(preview.draft.uuid),
        preview=str(preview.uuid),
    )


def publication_refused(draft: SchemeDraft, actor: User, why: str) -> None:
    """A draft was not published; `why` is a code."""
    record(
        "certification.publication_refused",
        subject=draft,
        actor=actor,
        result=Result.REFUSED,
        draft=str(draft.uuid),
        why=why,
    )


def scheme_shared(version: SchemeVersion, actor: User, course: str) -> None:
    """A version goes with a course from now on."""
    record("certification.scheme_shared", subject=version, actor=actor, course=course, number=version.number)

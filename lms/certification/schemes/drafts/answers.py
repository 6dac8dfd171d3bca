"""What a page says when somebody else changed the draft meanwhile; nothing that was typed is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.certification.models import SchemeDraft
from lms.certification.readiness.compare import Difference, compare
from lms.certification.schemes.drafts.services import DraftChanged

STALE = _("Het concept is intussen gewijzigd. Er is niets gedaan. Kijk eerst en probeer het opnieuw.")
Form = TypeVar("Form", bound=forms.Form)


@dataclass(frozen=True, slots=True)
class Conflict:
    """What another changed; `by` is the name, or empty for oneself in another window."""

    message: str
    by: str
    differences: tuple[Difference, ...]


def conflict_of(error: DraftChanged, names: Mapping[str, str]) -> Conflict:
    """The conflict in words."""
    return Conflict(str(error), error.by, compare(error.seen, error.present, names))


def on_newest(form: Form, draft: SchemeDraft, **options: Any) -> Form:
    """The same form with all that was typed, ready to be saved on the newest revision."""
    typed: Any = form.data.copy()  # type: ignore[attr-defined]  # the QueryDict of a request
    typed["revision"] = str(SchemeDraft.objects.values_list("revision", flat=True).get(pk=draft.pk))
    again = type(form)(typed, **options)
    again.is_valid()
    return again

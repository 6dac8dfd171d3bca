"""Choosing a picture, a recording or a document in a block. The block keeps the uid, not the number of a row.

So a lesson reads the same on every installation, and a medium that is gone changes nothing that was written:
the reference stays, and shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.blocks import ChooserBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock, ImageChooserBlockComparison
from wagtail.snippets.blocks import SnippetChooserBlock

from lms.courses.media.medium import Medium
from lms.courses.media.selectors import as_uid, media_by_uid


class Batch:
    """The references of several blocks, so that what they refer to is read together, when asked for."""

    def __init__(self, uids: Sequence[str]) -> None:
        self.uids = [uid for uid in uids if uid]

    @cached_property
    def media(self) -> dict[UUID, Medium]:
        """What a page shows of them."""
        return media_by_uid(self.uids)

    def row(self, model: type[Model], uid: str) -> Any:
        """Return the row of one of them, for the editor; all are read at the first call."""
        rows: dict[str, Any] | None = self.__dict__.get("rows")
        if rows is None:
            known = [one for one in map(as_uid, self.uids) if one]
            found: Iterable[Any] = model._default_manager.filter(uid__in=known)
            rows = {str(one.uid): one for one in found}
            self.__dict__["rows"] = rows
        return rows.get(uid)


class MediumRef:
    """A reference by uid. Two are equal when they refer to the same."""

    def __init__(self, uid: str, batch: Batch | None = None) -> None:
        self.uid = uid
        self.batch = batch or Batch([uid])

    @property
    def medium(self) -> Medium | None:
        """What it refers to; None when that is gone."""
        key = as_uid(self.uid)
        return self.batch.media.get(key) if key else None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MediumRef) and self.uid == other.uid

    def __hash__(self) -> int:
        return hash(self.uid)

    def __str__(self) -> str:
        return self.medium.title if self.medium else ""


class ByUid(ChooserBlock):
    """Makes a chooser of Wagtail keep the uid. Its value is a MediumRef or None."""

    def to_python(self, value: Any) -> MediumRef | None:
        """Return the reference that is stored as text."""
        return MediumRef(str(value)) if value else None

    def bulk_to_python(self, values: Any) -> list[MediumRef | None]:
        """Return the references of several blocks; nothing is read yet."""
        uids = [str(value) if value else "" for value in values]
        batch = Batch(uids)
        return [MediumRef(uid, batch) if uid else None for uid in uids]

    def normalize(self, value: Any) -> MediumRef | None:
        """Return a reference for what code may give: a uid, a row or a reference."""
        if value is None or isinstance(value, MediumRef):
            return value
        return self._referred(value) if isinstance(value, Model) else self.to_python(value)

    def get_prep_value(self, value: MediumRef | None) -> str:
        """Return what is stored: the uid, or nothing."""
        return value.uid if value else ""

    def value_from_form(self, value: Any) -> MediumRef | None:
        """Return a reference to what was chosen (a row, or its number)."""
        row = super().value_from_form(value)
        return self._referred(row) if row is not None else None

    def get_form_state(self, value: MediumRef | None) -> Any:
        """Return what the editor shows of what was chosen before."""
        return super().get_form_state(self._row(value))

    def clean(self, value: MediumRef | None) -> MediumRef | None:
        """Return what was chosen; raise ValidationError when it is needed and not there."""
        row = self._row(value)
        if value is not None and row is None:
            raise ValidationError(_("Dit bestand is er niet meer. Kies een ander."))
        cleaned: MediumRef | None = super().clean(row)
        return cleaned

    def extract_references(self, value: MediumRef | None) -> Iterator[tuple[type[Model], str, str, str]]:
        """Yield what this refers to, so that Wagtail can say where a medium is used."""
        row = self._row(value)
        if row is not None:
            yield self.model_class, str(row.pk), "", ""

    def get_searchable_content(self, value: MediumRef | None) -> list[str]:
        """Return the words of a recording, so that who searches finds the lesson with it."""
        medium = value.medium if value else None
        return [medium.title, medium.transcript] if medium else []

    def render_basic(self, value: MediumRef | None, context: Any = None) -> str:
        """Return the title: what a comparison of two versions shows."""
        return str(value) if value else ""

    def _row(self, value: MediumRef | None) -> Any:
        return value.batch.row(self.model_class, value.uid) if value else None

    def _referred(self, row: Any) -> MediumRef:
        return MediumRef(str(row.uid))


class PictureComparison(ImageChooserBlockComparison):
    """Shows two versions of a chosen picture side by side."""

    def __init__(self, block: Any, exists_a: bool, exists_b: bool, val_a: Any, val_b: Any) -> None:
        super().__init__(block, exists_a, exists_b, block._row(val_a), block._row(val_b))


class PictureChooser(ByUid, ImageChooserBlock):
    """Choose a picture."""

    def get_comparison_class(self) -> type[PictureComparison]:
        """Return how two versions are compared."""
        return PictureComparison


class DocumentChooser(ByUid, DocumentChooserBlock):
    """Choose a document."""


class RecordingChooser(ByUid, SnippetChooserBlock):
    """Choose a film or a piece of sound; `kind` says which one fits here."""

    def __init__(self, kind: str, **options: Any) -> None:
        self.kind = kind
        super().__init__("courses.Recording", **options)

    def clean(self, value: MediumRef | None) -> MediumRef | None:
        """Return what was chosen; raise ValidationError for a film where sound is needed, and so on."""
        cleaned = super().clean(value)
        row = self._row(cleaned)
        if row is not None and row.kind != self.kind:
            is_film = self.kind == "video"
            raise ValidationError(_("Kies hier een film.") if is_film else _("Kies hier geluid, geen film."))
        return cleaned

"""Rows that are written once: the ground of everything that must be explainable years later."""

from typing import Any

from django.db import models


class AppendOnlyError(TypeError):
    """Somebody tried to change a row of the ledger; a correction is a new row."""


class AppendOnly(models.Model):
    """A row that is written once. Only erasing a person takes rows away."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row; raise AppendOnlyError for a row that is there already."""
        if not self._state.adding:
            raise AppendOnlyError(type(self).__name__)
        super().save(*args, **kwargs)


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Rows that cannot be changed in bulk either."""

    def update(self, **values: Any) -> int:
        """Refuse. Django's own SET_NULL does not come through here."""
        raise AppendOnlyError(self.model.__name__)
